import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ROOT, runActionProcess, type ActionRun } from '../lab/action-run.ts'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { runGit } from '../lab/run-git.ts'
import { describeWith } from '../lab/tools.ts'
import {
  detect,
  makeRepository,
  onOther,
  onPullRequest,
  onPush,
  type Files,
  type Run,
} from './detect-support.ts'

/** What the actions that plan make of the change: which stacks, and the hash of what each is made of. */

let temp: string
let lab: GitHubLab
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'touched-'))
  lab = await startGitHub({
    tokens: {
      ghs_lab: {
        login: 'github-actions[bot]',
        type: 'Bot',
        permissions: { contents: 'read', 'pull-requests': 'write', actions: 'read' },
      },
    },
  })
})
afterEach(async () => {
  const { problems } = lab
  await lab.close()
  await rm(temp, { recursive: true, force: true })
  expect(problems).toEqual([])
})

const start = (
  action: string,
  workspace: string,
  { event, env }: Run,
  inputs: Record<string, string>,
): Promise<ActionRun> =>
  runActionProcess({
    action,
    workspace,
    event,
    temp,
    inputs: { 'github-token': 'ghs_lab', ...inputs },
    env: {
      ...env,
      GITHUB_API_URL: lab.url,
      GITHUB_WORKFLOW_REF: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
    },
  })

const GOLDEN = join(ROOT, 'test/fixtures/plans/no-change/terraform-1.11.4.json')

async function hashOf(workspace: string, inputs: Record<string, string>): Promise<string | undefined> {
  const planned = await start('terraform-plan-comment', workspace, onOther('workflow_dispatch', ''), {
    'plan-file': GOLDEN,
    comment: 'off',
    ...inputs,
  })
  expect([planned.code, planned.code === 0 ? '' : planned.log]).toEqual([0, ''])
  const { parts } = JSON.parse(await readFile(planned.outputs['report-file'] ?? '', 'utf8')) as {
    parts: { facts: Record<string, string> }[]
  }
  return parts[0]?.facts['inputs-hash']
}

async function detectedHashes(workspace: string): Promise<Map<string, string>> {
  const { run } = await detect(workspace, onOther('workflow_dispatch', ''))
  const stacks = JSON.parse(run.outputs['stacks'] ?? '[]') as { name: string; 'inputs-hash': string }[]
  return new Map(stacks.map((stack) => [stack.name, stack['inputs-hash']]))
}

const BACKEND = 'terraform {\n  backend "local" {}\n}\n'
const VARIED: Files = {
  'infra/net/main.tf': `${BACKEND}module "m" {\n  source = "../../modules/m"\n}\n`,
  'infra/net/README.md': 'about\n',
  'modules/m/main.tf': 'resource "terraform_data" "a" {\n  input = file("${path.module}/a.txt")\n}\n',
  'modules/m/a.txt': { link: '../../shared/a.txt' },
  'shared/a.txt': 'one',
  'infra/app/main.tf': `${BACKEND}variable "size" {}\n`,
  'infra/app/env/prod.tfvars': 'size = 3\n',
  'infra/app/env/dev.tfvars': 'size = 1\n',
  '.gitignore': '*.log\n',
}

describe('inputs-hash in the part of a plan', () => {
  test('is the one that detect-changes tells, by name, by folder, and for a variant', async () => {
    await using repo = await makeRepository()
    const checkout = await repo.checkout(await repo.commit(VARIED), 1)
    const told = await detectedHashes(checkout)
    expect([...told.keys()]).toEqual(['infra/app@dev', 'infra/app@prod', 'infra/net'])
    expect(await hashOf(checkout, { stack: 'infra/net' })).toBe(told.get('infra/net'))
    expect(await hashOf(checkout, { 'working-directory': 'infra/net' })).toBe(told.get('infra/net'))
    expect(await hashOf(checkout, { stack: 'infra/app@prod' })).toBe(told.get('infra/app@prod'))
    expect(new Set(told.values()).size).toBe(3)
  })

  test('is the hash of what is there: a file changed by an earlier step gives another, an ignored one does not', async () => {
    await using repo = await makeRepository()
    const checkout = await repo.checkout(await repo.commit(VARIED), 1)
    const told = (await detectedHashes(checkout)).get('infra/net')
    await writeFile(join(checkout, 'infra/net/x.log'), 'ignored')
    await writeFile(join(checkout, 'infra/net/README.md'), 'changed')
    expect(await hashOf(checkout, { stack: 'infra/net' })).toBe(told)
    await writeFile(join(checkout, 'shared/a.txt'), 'two')
    expect(await hashOf(checkout, { stack: 'infra/net' })).not.toBe(told)
  })

  test('holds what the inputs of the step add: files by their content and order, arguments by their names', async () => {
    await using repo = await makeRepository()
    const checkout = await repo.checkout(await repo.commit({ ...VARIED, 'common/c.tfvars': 'a = 1\n' }), 1)
    const golden = async (inputs: Record<string, string>): Promise<string | undefined> => {
      const run = await start('terraform-plan-comment', checkout, onOther('workflow_dispatch', ''), {
        stack: 'infra/net',
        checks: 'none',
        comment: 'off',
        ...inputs,
      })
      const { parts } = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8')) as {
        parts: { facts: Record<string, string> }[]
      }
      return parts[0]?.facts['inputs-hash']
    }
    const told = (await detectedHashes(checkout)).get('infra/net')
    expect(await golden({})).toBe(told)
    const one = await golden({ 'var-files': '../../common/c.tfvars' })
    expect([told, undefined]).not.toContain(one)
    expect(await golden({ 'var-files': '../../common/c.tfvars' })).toBe(one)
    expect(await golden({ 'plan-args': '-var-file=../../common/c.tfvars' })).not.toBe(told)
    expect(await golden({ 'backend-config': 'key=other' })).not.toBe(told)
    await writeFile(join(checkout, 'common/c.tfvars'), 'a = 2\n')
    expect(await golden({ 'var-files': '../../common/c.tfvars' })).not.toBe(one)
  })

  test('is told in a partial clone, whose missing files are fetched', async () => {
    await using repo = await makeRepository()
    const sha = await repo.commit(VARIED)
    const full = await repo.checkout(sha, 1)
    const remote = await runGit(repo.work, 'remote', 'get-url', 'origin')
    await runGit(remote, 'config', 'uploadpack.allowFilter', 'true')
    const partial = join(temp, 'partial')
    await runGit(temp, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${remote}`, partial)
    await runGit(partial, 'sparse-checkout', 'set', '--no-cone', '/infra/', '/modules/', '/shared/')
    await runGit(partial, 'checkout', '--quiet', '--detach', sha)
    expect(await hashOf(partial, { stack: 'infra/net' })).toBe((await detectedHashes(full)).get('infra/net'))
  })

  test('counts what Terraform loads although Git ignores it', async () => {
    await using repo = await makeRepository()
    const checkout = await repo.checkout(await repo.commit({ ...VARIED, '.gitignore': '*.auto.tfvars\n' }), 1)
    const told = await hashOf(checkout, { stack: 'infra/net' })
    await writeFile(join(checkout, 'infra/net/ci.auto.tfvars'), 'size = 2')
    expect(await hashOf(checkout, { stack: 'infra/net' })).not.toBe(told)
    expect((await detectedHashes(checkout)).get('infra/net')).toBe(told)
  })

  test('is left out where there is no repository', async () => {
    await writeFile(join(temp, 'main.tf'), BACKEND)
    expect(await hashOf(temp, { 'working-directory': '.' })).toBeUndefined()
  })

  test('a name that no stack has is an error that lists the names', async () => {
    await using repo = await makeRepository()
    const checkout = await repo.checkout(await repo.commit(VARIED), 1)
    const run = await start('terraform-plan-comment', checkout, onOther('workflow_dispatch', ''), {
      stack: 'infra/app',
      'plan-file': GOLDEN,
    })
    expect(run.code).toBe(1)
    expect(run.log).toContain('no stack is called infra/app')
    expect(run.log).toContain('Stacks found: infra/app@dev, infra/app@prod, infra/net.')
  })
})

describeWith('terraform-1.11.4', 'the root action', (terraform) => {
  const STACK = `${BACKEND}resource "terraform_data" "a" {\n  input = "one"\n}\n`
  const FILES: Files = { 'infra/a/main.tf': STACK, 'infra/b/main.tf': STACK, 'notes.txt': 'one\n' }
  const run = (workspace: string, at: Run, inputs: Record<string, string> = {}): Promise<ActionRun> =>
    start('pipeline', workspace, { ...at, env: { ...at.env, PATH: pathWith(terraform) } }, inputs)
  const pathWith = (program: string): string => `${join(program, '..')}:${process.env['PATH'] ?? ''}`
  const writes = (): (string | undefined)[] =>
    lab.calls.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId)

  test('a pull request that touches no stack is green and gets no comment; an old comment is brought up to date', async () => {
    await using repo = await makeRepository()
    const base = await repo.commit(FILES)
    const open = async (files: Files): Promise<{ run: Run; merge: string }> => {
      const head = await repo.commit(files, base)
      const merge = await repo.merge(base, head)
      lab.addPull({ number: 7, head: { ref: 'change', sha: head }, base: { ref: 'main', sha: base } })
      return { run: onPullRequest({ base, head, merge }), merge }
    }
    const idle = await open({ 'notes.txt': 'two\n' })
    const first = await run(await repo.checkout(idle.merge, 2), idle.run)
    expect([first.code, first.outputs['changed'], first.outputs['exit-code']]).toEqual([0, 'false', '0'])
    expect(first.summary).toContain('This change touches none of 2 stacks')
    expect(writes()).toEqual([])

    const busy = await open({ 'infra/a/more.tf': 'resource "terraform_data" "b" {}\n' })
    const second = await run(await repo.checkout(busy.merge, 1), busy.run)
    expect([second.code, second.log]).toEqual([0, expect.stringContaining('stacks (1 of 2): infra/a')])
    const [comment = ''] = lab.bodies(7)
    expect(comment).toContain('2 to add')
    expect(comment).toContain('Not touched by this change, so not planned: `infra/b`.')
    expect(comment).toContain('Planned because of `infra/a/more.tf → infra/a`.')

    const again = await open({ 'notes.txt': 'three\n' })
    const third = await run(await repo.checkout(again.merge, 2), again.run)
    expect([third.code, lab.bodies(7).length]).toEqual([0, 1])
    expect(lab.bodies(7)[0]).toContain('This change touches none of 2 stacks')
    expect(writes()).toEqual(['issues/create-comment', 'issues/update-comment'])
  })

  test('a pull request that only takes a stack away is planned to see what stays, and is red where that cannot be told', async () => {
    await using repo = await makeRepository()
    const base = await repo.commit(FILES)
    const head = await repo.commit({ 'infra/a/main.tf': null }, base)
    const merge = await repo.merge(base, head)
    lab.addPull({ number: 7, head: { ref: 'change', sha: head }, base: { ref: 'main', sha: base } })
    const done = await run(await repo.checkout(merge, 2), onPullRequest({ base, head, merge }))
    // Its state is a local file, which was on some other machine.
    expect([done.code, done.log]).toEqual([
      1,
      expect.stringContaining('none of 1 stacks to plan; gone: infra/a'),
    ])
    expect(lab.bodies(7)[0]).toContain('infra/a: **What remains cannot be told**')
  })

  test('a configured stack that is not there is red', async () => {
    await using repo = await makeRepository()
    const sha = await repo.commit({ ...FILES, '.github/gitops.yml': 'stacks:\n  - path: infra/typo\n' })
    const failed = await run(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha))
    expect([failed.code, failed.log]).toEqual([1, expect.stringContaining('.github/gitops.yml:2')])
    expect(failed.log).toContain('infra/typo')
    expect(failed.log).not.toContain('init')
  })

  test('without a commit to compare with everything is planned, and why is said', async () => {
    await using repo = await makeRepository()
    const sha = await repo.commit(FILES)
    const checkout = await repo.checkout(sha, 1)
    const dispatched = await run(checkout, onOther('workflow_dispatch', sha))
    expect(dispatched.log).toContain('stacks (2 of 2): infra/a, infra/b')
    const pushed = await run(checkout, onPush({ before: '0'.repeat(40), after: sha }), { comment: 'off' })
    expect(pushed.log).toContain('stacks (2 of 2): infra/a, infra/b')
    expect(pushed.log).toMatch(/::warning::.*everything is judged/)
  })

  test('a faulty gitops.yml is red before anything is planned, each fault with its place', async () => {
    await using repo = await makeRepository()
    const sha = await repo.commit({ ...FILES, '.github/gitops.yml': 'stakcs: []\ntools: 4\n' })
    const failed = await run(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha))
    expect(failed.code).toBe(1)
    expect(failed.log).toContain('.github/gitops.yml:1:1')
    expect(failed.log).toContain('.github/gitops.yml:2:8')
    expect(failed.log).not.toContain('init')
  })

  test('the tool version of gitops.yml is the one that plans', async () => {
    await using repo = await makeRepository()
    const sha = await repo.commit({ ...FILES, '.github/gitops.yml': 'tools:\n  terraform: "= 1.11.3"\n' })
    const failed = await run(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      'tool-version': '1.11.4',
      comment: 'off',
    })
    expect([failed.code, failed.log]).toEqual([0, expect.any(String)])
    const asked = await run(await repo.checkout(sha, 1), onOther('workflow_dispatch', sha), {
      comment: 'off',
    })
    expect([asked.code, asked.log]).toEqual([1, expect.stringContaining('.github/gitops.yml')])
  })
})
