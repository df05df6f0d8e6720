import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ROOT } from '../lab/action-run.ts'
import type { Permissions } from '../lab/github/permissions.ts'
import {
  documentedPermissions,
  eventsOf,
  isOurs,
  parseWorkflow,
  union,
  workflowFiles,
  workflowText,
  type WorkflowJob,
  type WorkflowStep,
} from '../lab/workflow-file.ts'

/** Rules of the workflows that others call, which neither a linter nor the workflow runner of the tests holds them to. */

const called = workflowFiles('.github/workflows').filter((file) =>
  eventsOf(parseWorkflow(workflowText(file))).includes('workflow_call'),
)
const jobsOf = (file: string): Readonly<Record<string, WorkflowJob>> => parseWorkflow(workflowText(file)).jobs
const needsOf = ({ needs = [] }: WorkflowJob): readonly string[] =>
  typeof needs === 'string' ? [needs] : needs
const usesOf = ({ steps = [] }: WorkflowJob): string[] => steps.flatMap(({ uses }) => uses ?? [])
const text = (value: unknown): string => JSON.stringify(value)

/** What its page says. Without a comment of its own a plan needs nothing of the pull request, and an apply reads it. */
function permissionsOf(uses: string, step: WorkflowStep, queued: boolean): Permissions {
  const all = documentedPermissions(uses, { queue: queued })
  if (!uses.startsWith('$/actions/terraform-')) return all
  expect(step.with?.['collect'] === true || step.with?.['comment'] === 'off').toBe(true)
  if (uses === '$/actions/terraform-apply') return { ...all, 'pull-requests': 'read' }
  const { actions, contents } = all
  return {
    ...(actions === undefined ? {} : { actions }),
    ...(contents === undefined ? {} : { contents }),
    ...(queued ? { 'pull-requests': 'read' } : {}),
  }
}

test('there are some', () => {
  expect(called).toEqual(
    expect.arrayContaining(['.github/workflows/merge.yml', '.github/workflows/pull-request.yml']),
  )
})

describe.each(called)('%s', (file) => {
  const jobs = Object.entries(jobsOf(file))

  test('actions of ours come from the same commit, and are there', () => {
    const ours = jobs.flatMap(([, job]) => usesOf(job)).filter(isOurs)
    expect(ours.length).toBeGreaterThan(0)
    for (const uses of ours) {
      expect(uses).toMatch(/^\$\/actions\/[\w-]+$/)
      expect(existsSync(join(ROOT, uses.slice(2), 'action.yml'))).toBe(true)
    }
  })

  test('a checkout leaves no token behind', () => {
    const steps = jobs.flatMap(([, { steps = [] }]) => steps)
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false)
  })

  test('a matrix that may be empty is asked for first', () => {
    for (const [name, job] of jobs) {
      const source = /needs\.([\w-]+)\.outputs\.([\w-]+)/.exec(text(job.strategy?.['matrix'] ?? ''))
      if (source === null) continue
      const [, from = '', output = ''] = source
      expect(needsOf(job)).toContain(from)
      // A job may have the same matrix as one before it.
      expect(`${name}: ${text(job.if)}`).toContain(`needs.${from}.outputs.has-${output} == 'true'`)
    }
  })

  test('outputs of jobs that are used are handed on', () => {
    const all = new Map(jobs.map(([name, job]) => [name, text((job as { outputs?: unknown }).outputs ?? {})]))
    for (const [, job] of jobs) {
      for (const [, from = '', output = ''] of text(job).matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g))
        expect(all.get(from)).toContain(`"${output}":`)
    }
  })

  test('each job has the rights that its steps need, and no other', () => {
    for (const [name, job] of jobs) {
      const uses = usesOf(job)
      const needed = union([
        ...(job.steps ?? []).flatMap((step) =>
          isOurs(step.uses) ? [permissionsOf(step.uses, step, file.endsWith('pull-request.yml'))] : [],
        ),
        ...(uses.some((used) => used.startsWith('actions/checkout@')) ? [{ contents: 'read' } as const] : []),
      ])
      const signsIn = uses.some((used) => used.startsWith('aws-actions/'))
      expect([name, job.permissions]).toEqual([
        name,
        { ...needed, ...(signsIn ? { 'id-token': 'write' } : {}) },
      ])
    }
  })

  test('the last job judges all the others, whatever became of them', () => {
    const [last, others] = [jobs.at(-1), jobs.slice(0, -1).map(([name]) => name)]
    expect(last?.[1].if).toBe('always()')
    expect(needsOf(last?.[1] ?? {})).toEqual(others)
    expect(usesOf(last?.[1] ?? {})).toEqual(['$/actions/report'])
    expect(last?.[1]['continue-on-error']).toBeUndefined()
  })

  test('what is handed on of other jobs fits into an input, however many stacks there are', () => {
    expect(workflowText(file)).not.toMatch(/\$\{\{[^}]*toJSON\(needs\)/)
    for (const [, { steps = [] }] of jobs) {
      for (const step of steps.filter(({ uses }) => uses === '$/actions/report')) {
        const needs = String(step.with?.['needs']).replace(/\$\{\{ needs\.([\w-]+)\.result \}\}/g, '$1')
        for (const [job, { result }] of Object.entries(
          JSON.parse(needs) as Record<string, { result: string }>,
        ))
          expect(result).toBe(job)
      }
    }
  })
})

describe('merge.yml', () => {
  const jobs = jobsOf('.github/workflows/merge.yml')
  const applies = Object.entries(jobs).filter(([, job]) => usesOf(job).includes('$/actions/terraform-apply'))
  const modeOf = (job: WorkflowJob): unknown => job.steps?.at(-1)?.with?.['mode']

  test('an apply runs in the environment of its stack, and is told its name', () => {
    expect(applies.map(([name]) => name)).toEqual(['wave-1', 'wave-2', 'wave-3', 'wave-4', 'gone', 'approve'])
    for (const [, job] of applies) {
      expect(job.environment).toMatch(/^\$\{\{ .*matrix\..*environment \}\}$/)
      expect(job.steps?.at(-1)?.with?.['environment']).toBe(job.environment)
    }
  })

  test('one after the other for each stack, none dropped, none stopped half way', () => {
    for (const [name, job] of applies) {
      const expected = name === 'gone' ? 'matrix.stack.id' : 'matrix.id'
      // What waits for people must not hold up newer commits.
      if (modeOf(job) === 'approve') expect(job.concurrency).toBeUndefined()
      else expect(job.concurrency).toEqual({ group: `gitops-apply-\${{ ${expected} }}`, queue: 'max' })
      expect(job.strategy?.['fail-fast']).toBe(false)
    }
    expect(workflowText('.github/workflows/merge.yml')).not.toContain('cancel-in-progress')
    expect(jobs['wave-4']?.strategy?.['max-parallel']).toBe(1)
  })

  test('where stacks that are gone are destroyed, a job that died is missed by both reports', () => {
    const reports = Object.entries(jobs).filter(([, job]) => usesOf(job).includes('$/actions/report'))
    expect(reports.map(([name]) => name)).toEqual(['applied', 'result'])
    for (const [, job] of reports)
      expect(job.steps?.at(-1)?.with).toMatchObject({
        require: 'apply',
        'require-gone': "${{ inputs.allow-destroy != '' }}",
      })
    expect(text(jobs['gone']?.if)).toContain("inputs.allow-destroy != ''")
  })

  test('each wave begins after the one before it, also when that was skipped or red', () => {
    for (const [wave, before] of [
      ['wave-2', 'wave-1'],
      ['wave-3', 'wave-2'],
      ['wave-4', 'wave-3'],
      ['gone', 'wave-4'],
    ] as const) {
      expect(needsOf(jobs[wave] ?? {})).toEqual(['changes', before])
      expect(jobs[wave]?.if).toMatch(/^\$\{\{ !cancelled\(\) && /)
    }
  })

  test('only what "Result" judges again may be red without making the run red', () => {
    const excused = Object.entries(jobs).filter(([, job]) => job['continue-on-error'] === true)
    expect(excused.map(([name]) => name)).toEqual(['wave-1', 'wave-2', 'wave-3', 'wave-4', 'gone', 'applied'])
  })

  test('nothing is applied unreviewed', () => {
    const text = workflowText('.github/workflows/merge.yml')
    expect(text).not.toContain('i-accept-unreviewed')
    expect(applies.map(([, job]) => modeOf(job))).toEqual([
      ...Array.from({ length: 5 }, () => '${{ inputs.mode }}'),
      'approve',
    ])
  })
})
