import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { runGit } from '../lab/run-git.ts'
import {
  detect,
  listed,
  makeRepository,
  moduleCall,
  MODULE,
  onOther,
  onPullRequest,
  onPush,
  SMALL,
  stackFile,
  stacksOf,
  type Detected,
  type Files,
  type Repository,
  type Run,
} from './detect-support.ts'
import { annotations } from './support.ts'

/** The built action, started as the runner starts it, on real Git repositories in checkouts like those of a job. */
jest.setTimeout(60_000)

let repo: Repository
beforeEach(async () => {
  repo = await makeRepository()
})
afterEach(async () => {
  await repo[Symbol.asyncDispose]()
})

/** A pull request that changes files; its run, in a checkout of GitHub's merge commit. */
async function pullRequest(
  change: Files,
  options: { base?: Files; depth?: number; inputs?: Record<string, string>; fork?: boolean } = {},
): Promise<Detected & { base: string; head: string; merge: string; run: Detected['run'] }> {
  const base = await repo.commit(options.base ?? SMALL)
  const head = await repo.commit(change, base)
  const merge = await repo.merge(base, head)
  const found = await detect(
    await repo.checkout(merge, options.depth ?? 2),
    onPullRequest({ base, head, merge, ...(options.fork === undefined ? {} : { fork: options.fork }) }),
    { inputs: options.inputs ?? {} },
  )
  return { ...found, base, head, merge }
}

const summaryLine = ({ run }: Detected): string => run.summary.split('\n')[0] ?? ''

describe('a pull request', () => {
  test('what a module’s file touches, and why', async () => {
    const found = await pullRequest({ 'modules/vpc/main.tf': `${MODULE}# more\n` })
    expect(found.run.log).not.toContain('::error')
    expect(found.run.code).toBe(0)
    expect(stacksOf(found)).toEqual(['infra/network affected 1'])
    const [stack] = JSON.parse(found.run.outputs['stacks'] ?? '') as Record<string, unknown>[]
    expect(stack).toMatchObject({
      name: 'infra/network',
      path: 'infra/network',
      status: 'affected',
      reasons: [
        {
          file: 'modules/vpc/main.tf',
          change: 'modified',
          dynamic: false,
          text: 'modules/vpc/main.tf → modules/vpc → infra/network',
        },
      ],
      'inputs-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(listed(found, 'terraform-matrix')).toEqual(['infra/network'])
    expect(listed(found, 'wave-1')).toEqual(['infra/network'])
    expect(found.run.outputs).toMatchObject({
      'has-stacks': 'true',
      'has-terraform-matrix': 'true',
      'has-wave-1': 'true',
      'has-wave-2': 'false',
      'wave-2': '{"include":[]}',
      'has-charts': 'false',
      'has-deleted-stacks': 'false',
      'base-sha': found.base,
    })
    expect(summaryLine(found)).toContain('1 of 2 stacks, 0 of 1 chart, 0 of 1 application')
    expect(found.run.summary).toContain('```mermaid\nflowchart LR')
    expect(found.graph).toMatchObject({ version: 1, edges: expect.any(Array) })
    expect(found.report).toMatchObject({
      version: 1,
      base: { sha: found.base },
      stacks: [{ name: 'infra/network' }],
      found: { stacks: 2, charts: 1, applications: 1 },
    })
  })

  test('a chart’s value touches the chart and the Application that deploys it', async () => {
    const found = await pullRequest({ 'helm/shop/values.yaml': 'replicas: 2\n' })
    expect(found.run.code).toBe(0)
    expect(stacksOf(found)).toEqual([])
    expect(JSON.parse(found.run.outputs['charts'] ?? '')).toMatchObject([
      { path: 'helm/shop', status: 'changed' },
    ])
    expect(JSON.parse(found.run.outputs['applications'] ?? '')).toMatchObject([
      { name: 'shop', status: 'affected', file: 'apps/shop.yaml' },
    ])
    expect(listed(found, 'helm-matrix', 'charts')).toEqual(['helm/shop'])
  })

  test('nothing of it: green, and every matrix is empty and says so', async () => {
    const found = await pullRequest({ 'README.md': '# Changed\n' })
    expect(found.run.code).toBe(0)
    expect(found.run.outputs).toMatchObject({
      stacks: '[]',
      'terraform-matrix': '{"include":[]}',
      'has-terraform-matrix': 'false',
      'has-stacks': 'false',
    })
    expect(summaryLine(found)).toContain('**nothing to do**, 0 of 2 stacks')
  })

  test('with one commit of history the base is fetched, nothing else', async () => {
    const found = await pullRequest({ 'modules/vpc/main.tf': `${MODULE}# more\n` }, { depth: 1 })
    expect(found.run.log).not.toContain('::error')
    expect(stacksOf(found)).toEqual(['infra/network affected 1'])
    expect(found.run.outputs['base-sha']).toBe(found.base)
  })

  test('a branch behind its base is not charged with what others did there (Terragrunt compares end points)', async () => {
    const old = await repo.commit(SMALL)
    const head = await repo.commit({ 'infra/dns/main.tf': stackFile('dns', '# mine\n') }, old)
    const base = await repo.commit({ 'infra/network/main.tf': stackFile('network', '# theirs\n') }, old)
    const merge = await repo.merge(base, head)
    for (const depth of [1, 2, 0]) {
      const found = await detect(await repo.checkout(merge, depth), onPullRequest({ base: old, head, merge }))
      expect(stacksOf(found)).toEqual(['infra/dns changed 1'])
    }
  })

  test('of a fork: the same, it needs no rights', async () => {
    const found = await pullRequest({ 'infra/dns/main.tf': stackFile('dns', '# x\n') }, { fork: true })
    expect(found.run.code).toBe(0)
    expect(stacksOf(found)).toEqual(['infra/dns changed 1'])
  })

  test('a deleted stack is told loudly, in no matrix, and no error', async () => {
    const found = await pullRequest({ 'infra/dns/main.tf': null })
    expect(found.run.code).toBe(0)
    expect(stacksOf(found, 'deleted-stacks')).toEqual(['infra/dns deleted 1'])
    expect(stacksOf(found)).toEqual([])
    expect(found.run.outputs['has-terraform-matrix']).toBe('false')
    expect(found.run.summary).toContain('[!CAUTION]')
    expect(
      annotations(found.run.log).some((line) => line.startsWith('warning') && line.includes('infra/dns')),
    ).toBe(true)
  })

  test('a moved stack is no deleted one: its state stays where it is', async () => {
    const found = await pullRequest({
      'infra/dns/main.tf': null,
      'infra/names/main.tf': stackFile('dns'),
    })
    expect(stacksOf(found, 'deleted-stacks')).toEqual([])
    expect(stacksOf(found)).toEqual(['infra/names moved 1'])
    expect(JSON.parse(found.run.outputs['stacks'] ?? '')).toMatchObject([{ 'previous-path': 'infra/dns' }])
  })

  test('kinds, include and exclude narrow it', async () => {
    const change = {
      'modules/vpc/main.tf': `${MODULE}# more\n`,
      'infra/dns/main.tf': stackFile('dns', '# x\n'),
      'helm/shop/values.yaml': 'replicas: 2\n',
    }
    const helm = await pullRequest(change, { inputs: { kinds: 'helm' } })
    expect([stacksOf(helm), listed(helm, 'helm-matrix', 'charts')]).toEqual([[], ['helm/shop']])
    expect(helm.run.outputs['applications']).toBe('[]')
    const some = await pullRequest(change, { inputs: { include: 'infra/**', exclude: '**/dns' } })
    expect(stacksOf(some)).toEqual(['infra/network affected 1'])
    expect(some.run.outputs['charts']).toBe('[]')
  })

  test('5,000 changed files (the API of GitHub lists 3,000)', async () => {
    const files = (text: string): Files =>
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [`infra/network/data/${index % 50}/f${index}.json`, text]),
      )
    const found = await pullRequest(
      { ...files('{"a": 2}\n'), 'infra/dns/main.tf': stackFile('dns', '# the last of them\n') },
      { base: { ...SMALL, ...files('{"a": 1}\n') } },
    )
    expect(found.run.code).toBe(0)
    expect(stacksOf(found)).toEqual(['infra/dns changed 1', 'infra/network changed 1'])
    expect(found.run.summary.length).toBeLessThan(1_000_000)
  })

  test('a circle of modules ends, and what is in it counts', async () => {
    const found = await pullRequest(
      { 'modules/b/main.tf': `${moduleCall('a', '../a')}# changed\n` },
      {
        base: {
          ...SMALL,
          'infra/loop/main.tf': stackFile('loop', moduleCall('a', '../../modules/a')),
          'modules/a/main.tf': moduleCall('b', '../b'),
          'modules/b/main.tf': moduleCall('a', '../a'),
        },
      },
    )
    expect(stacksOf(found)).toEqual(['infra/loop affected 1'])
  })
})

describe('waves', () => {
  test('a stack that reads the state of another is touched after it', async () => {
    const reads = (key: string): string =>
      `data "terraform_remote_state" "up" {\n  backend = "s3"\n  config = {\n    bucket = "acme-state"\n    key    = "${key}"\n    region = "eu-west-1"\n  }\n}\n`
    const chain = ['a', 'b', 'c', 'd', 'e', 'f']
    const base = Object.fromEntries(
      chain.map((name, index) => [
        `infra/${name}/main.tf`,
        stackFile(name, index === 0 ? '' : reads(chain[index - 1] ?? '')),
      ]),
    )
    const found = await pullRequest({ 'infra/a/main.tf': stackFile('a', '# x\n') }, { base })
    expect(stacksOf(found).map((line) => line.replace(/ \w+ /, ' '))).toEqual(
      chain.map((name, index) => `infra/${name} ${index + 1}`),
    )
    expect(['wave-1', 'wave-2', 'wave-3', 'wave-4'].map((wave) => listed(found, wave))).toEqual([
      ['infra/a'],
      ['infra/b'],
      ['infra/c'],
      ['infra/d', 'infra/e', 'infra/f'],
    ])
  })
})

describe('many', () => {
  test.each([
    [257, '256', 256],
    [256, '256', 256],
    [260, '', 250],
  ])('%i stacks with max-jobs %j are %i jobs', async (count, max, jobs) => {
    const files = (more: string): Files =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`live/s${index}/main.tf`, stackFile(`s${index}`, more)]),
      )
    const found = await pullRequest(files('# x\n'), {
      base: files(''),
      inputs: max === '' ? {} : { 'max-jobs': max },
    })
    expect(found.run.code).toBe(0)
    const { include } = JSON.parse(found.run.outputs['terraform-matrix'] ?? '') as { include: unknown[] }
    expect(include).toHaveLength(jobs)
    expect(new Set(listed(found, 'terraform-matrix')).size).toBe(count)
  })
})

describe('a push', () => {
  const branch = { workflow: 'gitops.yml', branch: 'main', event: 'push' } as const
  let lab: GitHubLab
  beforeEach(async () => {
    lab = await startGitHub({
      tokens: {
        ghs_lab: {
          login: 'github-actions[bot]',
          type: 'Bot',
          permissions: { contents: 'read', actions: 'read' },
        },
      },
    })
  })
  afterEach(async () => {
    const { problems } = lab
    await lab.close()
    expect(problems).toEqual([])
  })
  const run = (workspace: string, on: Run, inputs: Record<string, string> = {}): Promise<Detected> =>
    detect(workspace, on, { inputs, env: { ...on.env, GITHUB_API_URL: lab.url } })

  test('is compared with the last successful run: what a cancelled one left undone is not lost', async () => {
    const first = await repo.commit(SMALL)
    const cancelled = await repo.commit({ 'infra/dns/main.tf': stackFile('dns', '# x\n') }, first)
    const last = await repo.commit({ 'README.md': '# y\n' }, cancelled)
    lab.addRun({ id: 1, headSha: first, conclusion: 'success', ...branch })
    lab.addRun({ id: 2, headSha: cancelled, conclusion: 'cancelled', ...branch })
    for (const depth of [1, 0]) {
      const found = await run(await repo.checkout(last, depth), onPush({ before: cancelled, after: last }))
      expect(found.run.log).not.toContain('::error')
      expect(stacksOf(found)).toEqual(['infra/dns changed 1'])
      expect(found.run.outputs['base-sha']).toBe(first)
    }
    expect(lab.calls.map((call) => call.operationId)).toContain('actions/list-workflow-runs')
  })

  test('without such a run: the commit before, and it says so', async () => {
    const before = await repo.commit(SMALL)
    const after = await repo.commit({ 'infra/dns/main.tf': stackFile('dns', '# x\n') }, before)
    const found = await run(await repo.checkout(after, 1), onPush({ before, after }))
    expect(stacksOf(found)).toEqual(['infra/dns changed 1'])
    expect(found.run.outputs['base-sha']).toBe(before)
    expect(found.run.log).toContain('::warning')
  })

  test('without the right to ask: everything, and the missing right is named', async () => {
    const before = await repo.commit(SMALL)
    const after = await repo.commit({ 'infra/dns/main.tf': stackFile('dns', '# x\n') }, before)
    await lab.close()
    lab = await startGitHub({
      tokens: { ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions: { contents: 'read' } } },
    })
    const found = await run(await repo.checkout(after, 1), onPush({ before, after }))
    expect(stacksOf(found).map((line) => line.split(' ')[0])).toEqual(['infra/dns', 'infra/network'])
    expect(found.run.outputs['base-sha']).toBe('')
    expect(found.run.log).toMatch(/::warning.*actions: read/)
  })
})

describe('events that look at everything', () => {
  test.each(['schedule', 'workflow_dispatch'])('%s', async (event) => {
    const sha = await repo.commit(SMALL)
    const found = await detect(await repo.checkout(sha, 1), onOther(event, sha))
    expect(found.run.code).toBe(0)
    expect(stacksOf(found).map((line) => line.split(' ')[0])).toEqual(['infra/dns', 'infra/network'])
    expect(found.run.outputs['base-sha']).toBe('')
    expect(found.run.outputs['has-charts']).toBe('true')
  })

  test('with a base given it is compared all the same', async () => {
    const first = await repo.commit(SMALL)
    const second = await repo.commit({ 'infra/dns/main.tf': stackFile('dns', '# x\n') }, first)
    const found = await detect(await repo.checkout(second, 1), onOther('workflow_dispatch', second), {
      inputs: { base: first },
    })
    expect(stacksOf(found)).toEqual(['infra/dns changed 1'])
    expect(found.run.outputs['base-sha']).toBe(first)
  })
})

describe('what it cannot do is red, and says what to do', () => {
  async function failed(workspace: string, on: Run, inputs: Record<string, string> = {}): Promise<string> {
    const { run } = await detect(workspace, on, { inputs })
    expect(run.code).toBe(1)
    expect(run.log).not.toContain('This is a bug')
    expect(run.summary).not.toContain('nothing to do')
    return run.log
  }

  test('inputs, all faults at once', async () => {
    const sha = await repo.commit(SMALL)
    const log = await failed(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      kinds: 'terraform, helmm',
      'max-jobs': '257',
      include: 'infra/[a',
    })
    expect(log).toContain('input `kinds`')
    expect(log).toContain('input `max-jobs`')
  })

  test('a glob that is none', async () => {
    const sha = await repo.commit(SMALL)
    const log = await failed(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      exclude: 'infra/[a',
    })
    expect(log).toContain('input `exclude` holds no glob')
  })

  test('no repository', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'no-repository-'))
    const log = await failed(folder, onOther('workflow_dispatch', 'a'.repeat(40)))
    expect(log).toContain('actions/checkout')
    await rm(folder, { recursive: true })
  })

  test('an unknown base', async () => {
    const sha = await repo.commit(SMALL)
    const log = await failed(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      base: 'no-such-branch',
    })
    expect(log).toContain('no-such-branch')
  })

  test('a repository without anything to look after: an empty checkout must not read as "nothing changed"', async () => {
    const base = await repo.commit({ 'README.md': '# a\n' })
    const head = await repo.commit({ 'README.md': '# b\n' }, base)
    const merge = await repo.merge(base, head)
    const log = await failed(await repo.checkout(merge, 2), onPullRequest({ base, head, merge }))
    expect(log).toContain('no stack, chart or Application was found')
  })

  test('a pattern of include that nothing in the repository matches', async () => {
    const sha = await repo.commit(SMALL)
    const log = await failed(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      include: 'infar/**',
    })
    expect(log).toContain('infar/**')
  })

  test('a faulty configuration: every fault with its line', async () => {
    const sha = await repo.commit({
      ...SMALL,
      '.github/gitops.yml': 'stacks:\n  - path: infra/dns\n    nmae: dns\nglobl-inputs: []\n',
    })
    const { run } = await detect(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha))
    expect(run.code).toBe(1)
    const told = annotations(run.log)
    expect(told.some((line) => line.startsWith('error .github/gitops.yml:3 '))).toBe(true)
    expect(told.some((line) => line.startsWith('error .github/gitops.yml:4 '))).toBe(true)
    expect(run.summary).toContain('nmae')
    expect(run.outputs['has-stacks']).toBeUndefined()
  })

  test('a configuration that is asked for and not there', async () => {
    const sha = await repo.commit(SMALL)
    const log = await failed(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      config: 'no/such.yml',
    })
    expect(log).toContain('there is no file no/such.yml')
  })

  test('a name that no list of lines can hold', async () => {
    const found = await pullRequest({ 'infra/a\nb/main.tf': stackFile('ab') })
    expect(found.run.code).toBe(1)
    expect(found.run.log).toContain('line breaks')
    // All the same it is told, and only the lists of lines lack it.
    expect(stacksOf(found)).toHaveLength(1)
    expect(listed(found, 'terraform-matrix')).toEqual([])
  })
})

test('a configuration of the base that is broken does not stop the change that mends it', async () => {
  const found = await pullRequest(
    { '.github/gitops.yml': 'stacks: []\n' },
    { base: { ...SMALL, '.github/gitops.yml': 'stacks: {\n' } },
  )
  expect(found.run.code).toBe(0)
  expect(found.run.log).toContain('.github/gitops.yml')
})

test('names are text: spaces, quotes, non-ASCII and shell signs run nothing and come out whole', async () => {
  const names = [
    'with space',
    "it's",
    '"quoted"',
    '네트워크',
    '$(touch pwned)',
    '`touch pwned`',
    ';touch pwned;',
    '-rf',
    '::error::x',
  ]
  const files = (more: string): Files =>
    Object.fromEntries(names.map((name, index) => [`infra/${name}/main.tf`, stackFile(`k${index}`, more)]))
  const base = await repo.commit(files(''))
  const head = await repo.commit(files('# x\n'), base)
  const merge = await repo.merge(base, head)
  const workspace = await repo.checkout(merge, 2)
  const found = await detect(workspace, onPullRequest({ base, head, merge }))
  expect(found.run.code).toBe(0)
  expect(listed(found, 'terraform-matrix').sort()).toEqual(names.map((name) => `infra/${name}`).sort())
  expect(found.run.log).not.toMatch(/^::error/m)
  expect(existsSync(join(workspace, 'pwned'))).toBe(false)
  expect(await runGit(workspace, 'status', '--porcelain')).toBe('')
})

test('the token is masked and in nothing that leaves', async () => {
  const sha = await repo.commit(SMALL)
  const { run, report, graph } = await detect(await repo.checkout(sha, 1), onOther('schedule', sha))
  expect(run.masks).toContain('ghs_lab')
  expect(JSON.stringify([run.log, run.outputs, run.summary, report, graph])).not.toContain('ghs_lab')
})
