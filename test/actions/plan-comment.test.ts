import { existsSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  pullRequestEvent,
  runActionProcess,
  type ActionRun,
  type ActionRunRequest,
} from '../lab/action-run.ts'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { plansFolder } from '../lab/plans.ts'
import { startResults } from '../lab/results-server.ts'

/** The built action, started as the runner starts it, with a plan somebody made, against the GitHub of the lab. */
let lab: GitHubLab
let workspace: string

const HEAD = 'b'.repeat(40)

beforeEach(async () => {
  lab = await startGitHub()
  lab.addPull({ number: 7, head: { ref: 'change', sha: HEAD }, base: { ref: 'main', sha: 'c'.repeat(40) } })
  workspace = await mkdtemp(join(tmpdir(), 'workspace-'))
  await mkdir(join(workspace, 'infra'))
})

afterEach(async () => {
  expect(lab.problems).toEqual([])
  await lab.close()
  await rm(workspace, { recursive: true })
})

const golden = (scenario: string): string => join(plansFolder, scenario, 'terraform-1.11.4.json')

function comment(
  request: Partial<ActionRunRequest> & { inputs: Record<string, string> },
): Promise<ActionRun> {
  return runActionProcess({
    action: 'terraform-plan-comment',
    workspace,
    event: pullRequestEvent(),
    ...request,
    inputs: { 'github-token': 'ghs_lab', 'working-directory': 'infra', ...request.inputs },
    env: { GITHUB_API_URL: lab.url, ...request.env },
  })
}

const operations = (): (string | undefined)[] => lab.calls.map((call) => call.operationId)

describe('a plan in the pull request', () => {
  test('is written once, told in outputs and summary, and not written again', async () => {
    const first = await comment({ inputs: { 'plan-file': golden('every-action') } })
    expect(first.log).not.toContain('::error')
    expect(first.masks).toEqual(['ghs_lab'])
    expect(first.code).toBe(0)
    expect(first.outputs).toMatchObject({
      changed: 'true',
      'exit-code': '2',
      add: '1',
      change: '1',
      destroy: '1',
      replace: '2',
      drift: '0',
    })
    expect(lab.bodies(7)).toHaveLength(1)
    expect(lab.bodies(7)[0]).toContain('1 to destroy, 2 to replace, 1 to add, 1 to change')
    expect(first.summary).toContain('`terraform_data.deleted`')
    expect(first.outputs['comment-url']).toContain('#issuecomment-')

    const before = lab.calls.length
    const second = await comment({
      inputs: { 'plan-file': golden('every-action') },
      env: { GITHUB_API_URL: lab.url, GITHUB_RUN_ID: '1001' },
    })
    expect(second.code).toBe(0)
    expect(operations().slice(before)).not.toContain('issues/update-comment')
    expect(second.outputs['comment-id']).toBe(first.outputs['comment-id'])
  })

  test('is updated in place with at most three calls', async () => {
    await comment({ inputs: { 'plan-file': golden('every-action') } })
    const before = lab.calls.length
    await comment({
      inputs: { 'plan-file': golden('moves') },
      env: { GITHUB_API_URL: lab.url, GITHUB_RUN_ID: '1001' },
    })
    expect(lab.bodies(7)).toHaveLength(1)
    expect(lab.bodies(7)[0]).toContain('moved from')
    expect(lab.calls.length - before).toBeLessThanOrEqual(3)
  })

  test('an older run that ends last does not overwrite a newer one (only Infracost guards against that)', async () => {
    await comment({
      inputs: { 'plan-file': golden('every-action') },
      env: { GITHUB_API_URL: lab.url, GITHUB_RUN_ID: '2000' },
    })
    const late = await comment({
      inputs: { 'plan-file': golden('moves') },
      env: { GITHUB_API_URL: lab.url, GITHUB_RUN_ID: '1999' },
    })
    expect(late.code).toBe(0)
    expect(late.log).toContain('newer run')
    expect(lab.bodies(7)[0]).toContain('1 to destroy')
  })

  test('no change is told as no change', async () => {
    const run = await comment({ inputs: { 'plan-file': golden('no-change') } })
    expect(run.outputs).toMatchObject({ changed: 'false', 'exit-code': '0' })
    expect(lab.bodies(7)[0]).toContain('No changes')
  })

  test.each(['outputs-only', 'moves-only', 'import-only', 'forget-only'])(
    '%s is a change (borchero said "No Resource Changes!", PR#122)',
    async (scenario) => {
      const run = await comment({ inputs: { 'plan-file': golden(scenario) } })
      expect(run.outputs).toMatchObject({ changed: 'true', 'exit-code': '2' })
      expect(lab.bodies(7)[0]).not.toContain('No changes')
    },
  )

  test('a plan that failed half way is red', async () => {
    const run = await comment({ inputs: { 'plan-file': golden('errored') } })
    expect(run.code).toBe(1)
    expect(run.outputs['exit-code']).toBe('1')
    expect(lab.bodies(7)[0]).toContain('failed half way')
  })

  test('collect leaves the comment to report', async () => {
    const results = await startResults({ runId: 1000 })
    const run = await comment({
      inputs: { 'plan-file': golden('every-action'), collect: 'true' },
      env: results.env,
      temp: join(workspace, 'temp'),
    })
    const [artifact, ...others] = results.artifacts(1000)
    await results.close()
    expect(run.code).toBe(0)
    expect([lab.calls, others]).toEqual([[], []])
    expect(artifact?.name).toMatch(/^gitops-part-[0-9a-f]{16}-1$/)
    const report = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8')) as {
      version: number
      parts: { counts: object }[]
    }
    expect(report.version).toBe(1)
    expect(report.parts[0]?.counts).toMatchObject({ destroy: 1, replace: 2 })
  })
})

describe('where no comment may be written', () => {
  test('a push without a pull request: summary and a notice, green', async () => {
    const run = await comment({
      inputs: { 'plan-file': golden('every-action') },
      event: { name: 'push', payload: { repository: { full_name: 'acme/gitops' } } },
    })
    expect(run.code).toBe(0)
    expect(run.log).toContain('::notice')
    expect(run.summary).toContain('terraform_data.deleted')
    expect(lab.bodies(7)).toEqual([])
  })

  test('a push to the branch of an open pull request: its comment', async () => {
    const run = await comment({
      inputs: { 'plan-file': golden('every-action') },
      event: { name: 'push', payload: { repository: { full_name: 'acme/gitops' } } },
      env: { GITHUB_API_URL: lab.url, GITHUB_SHA: HEAD },
    })
    expect(run.code).toBe(0)
    expect(lab.bodies(7)).toHaveLength(1)
  })

  test('a fork: summary and a notice, green; its read-only token is tried once', async () => {
    await lab.close()
    const permissions = { contents: 'read', 'pull-requests': 'read' } as const
    lab = await startGitHub({
      tokens: { ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions } },
    })
    lab.addPull({
      number: 7,
      head: { ref: 'change', sha: HEAD },
      base: { ref: 'main', sha: 'c'.repeat(40) },
      fork: 'mallory/gitops',
    })
    const run = await comment({
      inputs: { 'plan-file': golden('every-action') },
      event: pullRequestEvent({ fork: true }),
    })
    expect(run.code).toBe(0)
    expect(run.log).toContain('::notice::This pull request comes from a fork')
    expect(run.summary).toContain('terraform_data.deleted')
    expect(lab.bodies(7)).toEqual([])
    expect(lab.calls.filter((call) => call.status === 403)).toHaveLength(1)
  })

  test('trouble with GitHub is no matter of forks: red', async () => {
    lab.fail('issues/list-comments', { status: 500, times: 9 })
    const run = await comment({
      inputs: { 'plan-file': golden('moves') },
      env: { GITHUB_API_URL: lab.url, GITHUB_ACTOR: 'dependabot[bot]' },
    })
    expect(run.code).toBe(1)
    expect(run.log).toContain('the comment could not be written')
  })

  test('pull_request_target is refused before anything runs', async () => {
    const run = await comment({
      inputs: { 'plan-file': golden('every-action') },
      event: { ...pullRequestEvent({ fork: true }), name: 'pull_request_target' },
    })
    expect(run.code).toBe(1)
    expect(run.log).toContain('on: pull_request')
    expect(lab.calls).toEqual([])
  })

  test('a token without the right: red, with the permission to grant; the summary is there all the same', async () => {
    await lab.close()
    lab = await startGitHub({
      tokens: { ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions: { contents: 'read' } } },
    })
    lab.addPull({ number: 7, head: { ref: 'change', sha: HEAD }, base: { ref: 'main', sha: 'c'.repeat(40) } })
    const run = await comment({ inputs: { 'plan-file': golden('every-action') } })
    expect(run.code).toBe(1)
    expect(run.log).toContain('pull-requests: write')
    expect(run.summary).toContain('terraform_data.deleted')
    expect(run.outputs['exit-code']).toBe('1')
  })

  test('the documented permissions are enough, and none of them is too many', async () => {
    const grant = { contents: 'read', 'pull-requests': 'write' } as const
    for (const leftOut of [undefined, 'pull-requests'] as const) {
      await lab.close()
      const permissions = Object.fromEntries(Object.entries(grant).filter(([name]) => name !== leftOut))
      lab = await startGitHub({
        tokens: { ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions } },
      })
      lab.addPull({
        number: 7,
        head: { ref: 'change', sha: HEAD },
        base: { ref: 'main', sha: 'c'.repeat(40) },
      })
      const run = await comment({ inputs: { 'plan-file': golden('moves') } })
      expect([leftOut, run.code]).toEqual([leftOut, leftOut === undefined ? 0 : 1])
    }
  })
})

describe('when GitHub is in trouble', () => {
  test.each([
    ['5xx once', { status: 502 }],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '1' } }],
    ['a dropped connection', { drop: 'before' as const }],
  ])('%s: tried again', async (_, fault) => {
    lab.fail('issues/list-comments', fault)
    const run = await comment({ inputs: { 'plan-file': golden('moves') } })
    expect(run.code).toBe(0)
    expect(lab.bodies(7)).toHaveLength(1)
  })

  test.each([401, 404, 422])('%i: red, clear, once', async (status) => {
    lab.fail('issues/create-comment', { status, times: 5 })
    const run = await comment({ inputs: { 'plan-file': golden('moves') } })
    expect(run.code).toBe(1)
    expect(run.log).toContain('::error::the comment could not be written')
    expect(run.log).not.toContain('ghs_lab')
    expect(lab.calls.filter((call) => call.operationId === 'issues/create-comment')).toHaveLength(1)
  })

  test('a create whose answer is lost does not leave two comments', async () => {
    lab.fail('issues/create-comment', { drop: true })
    const run = await comment({ inputs: { 'plan-file': golden('moves') } })
    expect(run.code).toBe(0)
    expect(lab.bodies(7)).toHaveLength(1)
  })
})

describe('secrets', () => {
  // The values that the scenario marks sensitive; RUN 4: Terraform's own text shows one of them through `output`.
  test('are in nothing that leaves the action', async () => {
    const temp = join(workspace, 'temp')
    const run = await comment({ inputs: { 'plan-file': golden('sensitive') }, temp })
    expect(run.code).toBe(0)
    const files = await Promise.all(
      ['json-file', 'markdown-file', 'report-file'].map((name) => readFile(run.outputs[name] ?? '', 'utf8')),
    )
    const all = [run.log, run.summary, ...lab.bodies(7), ...files, ...Object.values(run.outputs)].join('\n')
    const secrets = await sensitiveStrings()
    expect(secrets.length).toBeGreaterThan(3)
    for (const secret of secrets) {
      expect(all.includes(secret) ? `leaks a value of ${secret.length} characters` : 'clean').toBe('clean')
      expect(all.includes(Buffer.from(secret).toString('base64')) ? 'leaks as base64' : 'clean').toBe('clean')
    }
  })

  test('a pattern of the user hides what nobody marked', async () => {
    const run = await comment({ inputs: { 'plan-file': golden('every-action'), redact: 'small|large' } })
    expect(run.code).toBe(0)
    expect(lab.bodies(7)[0]).not.toMatch(/small|large/)
    expect(lab.bodies(7)[0]).toContain('(sensitive value)')
  })

  test('hostile text does nothing in the log, and cannot pose as our comment', async () => {
    const run = await comment({ inputs: { 'plan-file': golden('hostile') } })
    expect(run.code).toBe(0)
    const commands = run.log.split('\n').filter((line) => /^\s*(::|##\[)/.test(line))
    expect(commands.filter((line) => !/^::(notice|warning|debug|group|endgroup)/.test(line))).toEqual([])
    const again = await comment({ inputs: { 'plan-file': golden('hostile') } })
    expect(again.code).toBe(0)
    expect(lab.bodies(7)).toHaveLength(1)
  })
})

describe('bad input', () => {
  const cases: [string, string, RegExp][] = [
    ['missing', '', /does not exist/],
    ['empty', ' ', /plan-file/],
    ['truncated', '{"format_version":"1.2","resource_changes":[{"address":"a', /cut off/],
    ['of a newer major format', '{"format_version":"2.0","resource_changes":[]}', /2\.0/],
    ['of something else', '{"hello":"world"}', /no plan/],
    ['a state', '{"version":4,"serial":3,"lineage":"x"}', /state/],
    ['text for people', 'Terraform will perform the following actions:\n', /text for people/],
  ]
  test.each(cases)('a plan file that is %s', async (name, content, message) => {
    const file = join(workspace, 'infra', 'plan.json')
    if (name !== 'missing') await writeFile(file, content)
    const run = await comment({ inputs: { 'plan-file': 'plan.json' } })
    expect(run.code).toBe(1)
    expect(run.log).toMatch(message)
    expect(run.log).not.toContain('bug')
    expect(run.outputs['exit-code']).toBe('1')
  })

  test('all faults of the inputs at once, before anything runs', async () => {
    const run = await comment({ inputs: { comment: 'sometimes', 'lock-timeout': 'long', collect: 'yes' } })
    expect(run.code).toBe(1)
    for (const name of ['comment', 'lock-timeout', 'collect']) expect(run.log).toContain(`\`${name}\``)
    expect(lab.calls).toEqual([])
  })

  test('a plan file together with what would make another plan', async () => {
    const run = await comment({
      inputs: { 'plan-file': golden('moves'), 'plan-args': '-destroy', workspace: 'prod' },
    })
    expect(run.code).toBe(1)
    expect(run.log).toContain('`plan-args`, `workspace` would have no effect')
  })

  test('a folder that is not there, and one that leaves the repository', async () => {
    const missing = await comment({ inputs: { 'working-directory': 'nowhere' } })
    expect(missing.code).toBe(1)
    expect(missing.log).toContain('the working directory does not exist')
    const outside = await comment({ inputs: { 'working-directory': '../..' } })
    expect(outside.log).toContain('must stay inside the repository')
  })

  test('a stack nobody knows: the ones that are found are named', async () => {
    await cp(join(plansFolder, 'moves', 'head'), join(workspace, 'infra', 'net'), { recursive: true })
    const run = await comment({ inputs: { 'working-directory': '', stack: 'infra/nett' } })
    expect(run.code).toBe(1)
    expect(run.log).toContain('Stacks found: infra/net')
  })
})

describe('the post step', () => {
  test('removes the plans and nothing outside of the job’s folder', async () => {
    const temp = join(workspace, 'temp')
    const run = await comment({ inputs: { 'plan-file': golden('moves') }, temp })
    const [plans] = JSON.parse(run.state['gitops-pipeline-remove'] ?? '[]') as string[]
    await mkdir(plans ?? '', { recursive: true })
    await writeFile(join(plans ?? '', 'plan.tfplan'), 'secret')
    const outside = join(workspace, 'infra', 'keep')
    await writeFile(outside, 'kept')
    const state = {
      isPost: 'true',
      'gitops-pipeline-remove': JSON.stringify([plans, outside, join(temp, '..', 'infra')]),
    }
    const post = await comment({ inputs: {}, temp, state })
    expect(post.code).toBe(0)
    expect(existsSync(plans ?? '')).toBe(false)
    expect(statSync(outside).isFile()).toBe(true)
  })
})

/** Strings under a `true` of a sensitive mark, of at least six characters. */
async function sensitiveStrings(): Promise<string[]> {
  const plan = JSON.parse(await readFile(golden('sensitive'), 'utf8')) as {
    resource_changes: { change: Record<string, unknown> }[]
  }
  const found = new Set<string>()
  const take = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= 6 && !/^[\d.]+$|^(true|false)$/.test(value))
      found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(take)
  }
  const walk = (value: unknown, mark: unknown): void => {
    if (mark === true) take(value)
    else if (typeof mark === 'object' && mark !== null && typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(mark)) walk((value as Record<string, unknown>)[key], inner)
    }
  }
  for (const { change } of plan.resource_changes) {
    walk(change['before'], change['before_sensitive'])
    walk(change['after'], change['after_sensitive'])
  }
  return [...found]
}
