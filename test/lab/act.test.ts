import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { eventOf, makePullRequest, type PullRequestRepo } from './act/pull-request.ts'
import { readRecords, resultOf } from './act/records.ts'
import { differences, runWorkflow, type RanWorkflow } from './act/run.ts'
import { standIns, usesOf } from './act/stand-ins.ts'
import { describeWith } from './tools.ts'

/** The lab must not be green by itself: each way in which act hides that nothing ran is a failure here. */
jest.setTimeout(60_000)

const step = (uses: string): string => `jobs:\n  a:\n    steps:\n      - uses: ${uses}\n`

describe('stand-ins', () => {
  test('all that is used, in steps and by jobs, once', () => {
    const workflow = `${step('a/b@v1')}      - uses: a/b@v1\n      - run: x\n  b:\n    uses: c/d/.github/workflows/e.yml@f\n`
    expect(usesOf(workflow)).toEqual(['a/b@v1', 'c/d/.github/workflows/e.yml@f'])
  })

  test('ours is the release, whatever the path', () => {
    expect([...standIns(step('OWNER/gitops-pipeline/actions/x@v1'), '/release')]).toEqual([
      ['OWNER/gitops-pipeline@v1', '/release'],
    ])
  })

  test('a workflow of ours: what it calls uses too', () => {
    const workflow = 'jobs:\n  a:\n    uses: OWNER/gitops-pipeline/.github/workflows/merge.yml@v1\n'
    const found = [...standIns(workflow, '/release').keys()].map((name) => name.replace(/@.*/, ''))
    expect(found).toEqual([
      'OWNER/gitops-pipeline',
      'actions/checkout',
      'aws-actions/configure-aws-credentials',
    ])
  })

  test.each(['other/action@v1', 'actions/cache@v5', 'docker://alpine', './local', 'actions/..@v1'])(
    'none for %s: an error, not a download',
    (uses) => {
      expect(() => standIns(step(uses), '/release')).toThrow(`no stand-in for "${uses}"`)
    },
  )
})

describe('records', () => {
  test('what act says when it does not start is an error', () => {
    expect(() => readRecords('{"level":"info","msg":"x"}\nError: workflow is not valid\n')).toThrow(
      'act says: Error: workflow is not valid',
    )
  })

  test('a job without a result is a difference, and so is one nobody expected', () => {
    expect(differences({ a: 'success' }, {})).toEqual(['job "a": no result, expected success'])
    expect(differences({}, { b: 'success' })).toEqual(['job "b": success, expected no such job'])
    expect(differences({ a: 'success' }, { a: 'failure' })).toHaveLength(1)
    expect(differences({ a: 'success' }, { a: 'success' })).toEqual([])
  })

  test('nothing ran: no jobs', () => {
    expect(resultOf(readRecords('{"level":"info","msg":"x"}\n')).jobs).toEqual({})
  })
})

describeWith('act-0.2.89', 'act', (act) => {
  let repo: PullRequestRepo | undefined
  afterEach(async () => {
    await repo?.[Symbol.asyncDispose]()
  })

  async function run(workflow: string, expected: Record<string, string>): Promise<RanWorkflow> {
    repo = await makePullRequest({ example: 'quick-start', workflows: { 'w.yml': workflow } })
    const github = { url: 'http://127.0.0.1:9', token: 'ghs_lab' }
    const fixed = {
      act,
      repo,
      event: eventOf(repo),
      workflow: 'w.yml',
      runId: '1',
      github,
      contents: 'read',
      programs: {},
    } as const
    return runWorkflow({ ...fixed, expect: expected })
  }
  const workflow = (runsOn: string, script: string): string =>
    `on: pull_request\njobs:\n  a:\n    runs-on: ${runsOn}\n    steps:\n      - run: ${script}\n`

  test('a job that act skips silently fails the run', async () => {
    await expect(run(workflow('macos-latest', 'true'), { a: 'success' })).rejects.toThrow(
      'job "a": no result, expected success',
    )
  })

  test('a red job that was expected green fails the run, and the other way round', async () => {
    await expect(run(workflow('ubuntu-latest', 'false'), { a: 'success' })).rejects.toThrow(
      'job "a": failure',
    )
    await repo?.[Symbol.asyncDispose]()
    await expect(run(workflow('ubuntu-latest', 'true'), { a: 'failure' })).rejects.toThrow('job "a": success')
  })

  test('a workflow that is not valid fails the run', async () => {
    await expect(run(`${workflow('ubuntu-latest', 'true')}    stepz: 7\n`, { a: 'success' })).rejects.toThrow(
      /act (says|ends)/,
    )
  })

  test('steps see nothing of this process’s environment, and start in an empty folder', async () => {
    process.env['LAB_LEAK'] = 'leak'
    try {
      const result = await run(workflow('ubuntu-latest', '\'echo "leak=[$LAB_LEAK] files=[$(ls -A)]"\''), {
        a: 'success',
      })
      expect(result.log).toContain('leak=[] files=[]')
      // No masks: a leak would be seen.
      expect(result.nodes).toEqual([])
    } finally {
      delete process.env['LAB_LEAK']
    }
  })

  test('secrets are not masked: a leak of ours would be seen', async () => {
    const script = '\'echo "::add-mask::hidden-value"; echo it is hidden-value ${{ github.token }}\''
    const result = await run(workflow('ubuntu-latest', script), { a: 'success' })
    expect(result.shown).toContain('it is hidden-value ghs_lab')
  })
})
