import { describe, expect, test } from '@jest/globals'
import {
  documentedPermissions,
  eventsOf,
  isOurs,
  parseWorkflow,
  permissionsTable,
  union,
  workflowFiles,
  workflowText,
  type WorkflowJob,
} from '../lab/workflow-file.ts'

const examples = workflowFiles('workflows-examples')
const all = [...workflowFiles('.github/workflows'), ...examples]

describe.each(all)('%s', (file) => {
  const text = workflowText(file)
  const workflow = parseWorkflow(text)

  test('does not run on pull_request_target, which hands secrets to strangers’ code', () => {
    expect(eventsOf(workflow)).not.toContain('pull_request_target')
  })

  test('grants nothing to all jobs, and to each what it says', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined()
  })

  test('gives a reason with each permission', () => {
    const grants = text.split('\n').filter((line) => /^ {6}[\w-]+: (read|write)\b/.test(line))
    const granted = Object.values(workflow.jobs).flatMap((job) => Object.keys(job.permissions ?? {}))
    expect(grants).toHaveLength(granted.length)
    expect(grants.filter((line) => !/ # to \S/.test(line))).toEqual([])
  })
})

describe.each(examples)('%s grants what the pages of its actions say, no less and no more', (file) => {
  const { jobs } = parseWorkflow(workflowText(file))
  const oursOf = (job: WorkflowJob): string[] =>
    [job.uses, ...(job.steps ?? []).map((step) => step.uses)].filter(isOurs)

  test('it uses one of our actions', () => {
    expect(Object.values(jobs).flatMap(oursOf).length).toBeGreaterThan(0)
  })

  // A job without any, which only looks at the results of others, needs no permission.
  test.each(Object.entries(jobs))('%s', (_, job) => {
    const push = String(job.if).includes("== 'push'")
    expect(job.permissions).toEqual(union(oursOf(job).map((uses) => documentedPermissions(uses, { push }))))
  })
})

describe('what is read here', () => {
  test('the three forms of on', () => {
    expect(eventsOf(parseWorkflow('on: push\njobs: {}'))).toEqual(['push'])
    expect(eventsOf(parseWorkflow('on: [push, pull_request_target]\njobs: {}'))).toContain(
      'pull_request_target',
    )
    expect(eventsOf(parseWorkflow('on: { pull_request_target: { types: [opened] } }\njobs: {}'))).toEqual([
      'pull_request_target',
    ])
  })

  test('a table of permissions, of its own section only', () => {
    const page = '## Permissions\n\n| A | B |\n|---|---|\n| `contents: read` | why |\n'
    expect(permissionsTable(`${page}\n## Inputs\n\n| \`issues: write\` | no |\n`)).toEqual({
      contents: 'read',
    })
    expect(permissionsTable(page)).toEqual({ contents: 'read' })
    expect(() => permissionsTable('## Permissions\n\nNone.\n')).toThrow('no table')
    expect(() => permissionsTable('| `contents: read` | why |\n')).toThrow('no table')
  })

  test('a right that is needed on some events only, and what goes with it', () => {
    const rows = [
      '| `contents: read` | to read |',
      '| `actions: read` | on `push`: to ask |',
      '| `issues: read` | in a merge queue: to look; `pull-requests: read` too |',
    ]
    const page = `## Permissions\n\n| A | B |\n|---|---|\n${rows.join('\n')}\n`
    expect(permissionsTable(page)).toEqual({ contents: 'read' })
    expect(permissionsTable(page, { push: true })).toEqual({ contents: 'read', actions: 'read' })
    expect(permissionsTable(page, { queue: true })).toEqual({
      contents: 'read',
      issues: 'read',
      'pull-requests': 'read',
    })
  })

  test('the higher of two grants', () => {
    expect(union([{ contents: 'write' }, { contents: 'read', issues: 'read' }])).toEqual({
      contents: 'write',
      issues: 'read',
    })
  })
})
