import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import type { Part } from '../../src/report/part.ts'
import { readPlanArtifactName } from '../../src/terraform/sealed/artifact-name.ts'
import { openSeal } from '../../src/terraform/sealed/seal.ts'
import type { SealContent } from '../../src/terraform/sealed/sealed-plan.ts'
import { runActionProcess, type ActionRun } from '../lab/action-run.ts'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { runGit } from '../lab/run-git.ts'
import { startResults, type ResultsLab } from '../lab/results-server.ts'
import { describeWith } from '../lab/tools.ts'
import { makeRepository, onPullRequest, type Files, type Repository, type Run } from './detect-support.ts'
import { annotations, filesBelow, writeFiles } from './support.ts'

/** The built actions that plan, keeping what they planned for a later job. */

const PASSPHRASE = 'example-only passphrase of the tests'
const CANARY = 'example-only-not-a-secret-canary'
const RUN_ID = 1000

let folder: string
let lab: GitHubLab
let results: ResultsLab
let repo: Repository
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'save-'))
  lab = await startGitHub({
    tokens: {
      ghs_lab: {
        login: 'github-actions[bot]',
        type: 'Bot',
        permissions: { contents: 'read', 'pull-requests': 'write', actions: 'read' },
      },
    },
  })
  results = await startResults({ runId: RUN_ID, github: lab })
  repo = await makeRepository()
})
afterEach(async () => {
  const problems = [...lab.problems, ...results.problems]
  await results.close()
  await lab.close()
  await repo[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
  expect(problems).toEqual([])
})

interface Started extends ActionRun {
  readonly parts: readonly Part[]
  /** All that left the action but sealed plans: log, outputs, summary, comments, files, and the other artifacts. */
  readonly published: string
  /** What programs that it started were given. */
  readonly given: string
}

describeWith('terraform-1.11.4', 'keeping plans', (terraform) => {
  const state = (name: string): string =>
    `terraform {\n  backend "local" {\n    path = "${folder}/state/${name}.tfstate"\n  }\n}\n`
  const resource = (input: string): string => `resource "terraform_data" "it" {\n  input = ${input}\n}\n`
  const secret = 'variable "secret" {\n  sensitive = true\n}\n'
  const near = 'terraform {\n  backend "local" {}\n}\n'
  const reads = (name: string): string =>
    `data "terraform_remote_state" "${name}" {\n  backend = "local"\n  config  = { path = "../${name}/terraform.tfstate" }\n}\n`
  const STATE = JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial: 1,
    lineage: '11111111-1111-1111-1111-111111111111',
    outputs: { id: { value: 'i', type: 'string' } },
    resources: [
      {
        mode: 'managed',
        type: 'terraform_data',
        name: 'it',
        provider: 'provider["terraform.io/builtin/terraform"]',
        instances: [
          { schema_version: 0, attributes: { id: 'x', input: null, output: null, triggers_replace: null } },
        ],
      },
    ],
  })

  async function open(
    before: Files,
    after: Files,
  ): Promise<{ readonly run: Run; readonly merge: string; readonly base: string; readonly head: string }> {
    const base = await repo.commit(before)
    const head = await repo.commit(after, base)
    const merge = await repo.merge(base, head)
    const number = lab.addPull({
      number: 7,
      head: { ref: 'change', sha: head },
      base: { ref: 'main', sha: base },
    })
    const pull = lab.state.pulls.get(number)
    if (pull !== undefined) pull.json.updated_at = '2026-01-01T01:00:00Z' // after its runs
    return { run: onPullRequest({ base, head, merge }), merge, base, head }
  }

  async function start(
    action: string,
    at: { readonly run: Run; readonly merge: string },
    inputs: Record<string, string> = {},
    env: Record<string, string> = {},
    files: Record<string, string> = {},
  ): Promise<Started> {
    const workspace = await repo.checkout(at.merge, 2)
    await writeFiles(workspace, files)
    const bin = await mkdtemp(join(folder, 'bin-'))
    const temp = await mkdtemp(join(folder, 'temp-'))
    const given = join(bin, 'given')
    // A tool that notes what it gets, in front of the real one.
    await writeFile(join(bin, 'terraform'), `#!/bin/sh\nenv >> "${given}"\nexec "${terraform}" "$@"\n`, {
      mode: 0o755,
    })
    await symlink('/usr/bin/git', join(bin, 'git'))
    const run = await runActionProcess({
      action,
      workspace,
      event: at.run.event,
      temp,
      inputs: { 'github-token': 'ghs_lab', checks: 'none', ...inputs },
      env: {
        ...results.env,
        ...at.run.env,
        GITHUB_API_URL: lab.url,
        GITHUB_WORKFLOW_REF: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
        PATH: `${bin}:/usr/bin:/bin`,
        HOME: folder,
        ...env,
      },
    })
    const file = run.outputs['report-file'] ?? ''
    const { parts } = JSON.parse(file === '' ? '{"parts":[]}' : await readFile(file, 'utf8')) as {
      parts: Part[]
    }
    const open_ = results.artifacts(RUN_ID).filter(({ name }) => readPlanArtifactName(name) === undefined)
    const texts = [
      ...open_.flatMap(({ zip }) =>
        Object.values(unzipSync(zip)).map((bytes) => Buffer.from(bytes).toString()),
      ),
      ...Object.values(await filesBelow(temp)),
    ]
    const all = [run.log, run.summary, ...Object.values(run.outputs), ...lab.bodies(7), ...texts]
    return { ...run, parts, published: all.join('\n'), given: await readFile(given, 'utf8').catch(() => '') }
  }

  const names = (): string[] => results.artifacts(RUN_ID).map(({ name }) => name)
  async function content(name: string): Promise<SealContent> {
    const zip = results.artifacts(RUN_ID).find((artifact) => artifact.name === name)?.zip
    const files = unzipSync(zip ?? new Uint8Array())
    expect(Object.keys(files)).toEqual(['plan.sealed'])
    return openSeal(files['plan.sealed'] ?? new Uint8Array(), { kind: 'passphrase', passphrase: PASSPHRASE })
  }
  const sealing = { 'plan-passphrase': PASSPHRASE }
  const facts = ({ parts }: Started): unknown[] =>
    parts.map(({ subject, verdict, facts: { sealed, gone } }) => [subject.name, verdict.kind, sealed, gone])

  test('one stack: the sealed plan and the part, and nothing that is secret in anything else', async () => {
    const at = await open(
      { 'infra/a/main.tf': state('a') },
      { 'infra/a/main.tf': state('a') + secret + resource('var.secret') },
    )
    const run = await start(
      'terraform-plan-comment',
      at,
      { ...sealing, stack: 'infra/a', collect: 'true', 'base-sha': at.base },
      { TF_VAR_secret: CANARY, PLAN_PASSPHRASE: PASSPHRASE },
    )
    expect([run.code, annotations(run.log)]).toEqual([0, []])
    expect(run.masks).toContain(PASSPHRASE)
    const artifact = run.outputs['plan-artifact'] ?? ''
    expect(names().sort()).toEqual([expect.stringMatching(/^gitops-part-[0-9a-f]{16}-1$/), artifact].sort())
    expect(facts(run)).toEqual([['infra/a', 'ok', 'plan', undefined]])
    const { manifest, plan } = await content(artifact)
    expect(manifest).toMatchObject({
      kind: 'plan',
      pull: 7,
      repository: 'acme/gitops',
      commit: at.merge,
      inputsHash: run.parts[0]?.facts['inputs-hash'],
    })
    expect(Buffer.from(unzipSync(plan ?? new Uint8Array())['tfplan'] ?? []).toString('latin1')).toContain(
      CANARY,
    )
    const sealed =
      results
        .artifacts(RUN_ID)
        .find(({ name }) => name === artifact)
        ?.zip.toString('latin1') ?? ''
    for (const hidden of [CANARY, PASSPHRASE]) {
      for (const form of [
        hidden,
        Buffer.from(hidden).toString('base64').slice(0, -3),
        encodeURIComponent(hidden),
      ]) {
        expect([run.published.includes(form), sealed.includes(form)]).toEqual([false, false])
      }
    }
    expect(run.given).toContain('TF_VAR_secret')
    expect(run.given).not.toContain(PASSPHRASE)
    expect(lab.bodies(7)).toEqual([])
  }, 60_000)

  test('the whole change: what is planned, provisional, waiting and gone, in one comment', async () => {
    await mkdir(join(folder, 'state'))
    await writeFile(join(folder, 'state', 'gone.tfstate'), STATE)
    const output = (name: string): string => `output "${name}" {\n  value = "v"\n}\n`
    const at = await open(
      {
        'infra/a/main.tf': near + output('id') + resource('null'),
        'infra/gone/main.tf': state('gone') + resource('null'),
        'infra/old/main.tf': state('old'),
        '.gitignore': '*.tfstate\n',
      },
      {
        'infra/a/main.tf': near + output('id') + output('vpc') + resource('null'),
        'infra/b/main.tf': near + reads('a') + resource('data.terraform_remote_state.a.outputs.id'),
        'infra/c/main.tf': near + reads('a') + resource('data.terraform_remote_state.a.outputs.vpc'),
        'infra/gone/main.tf': null,
      },
    )
    const run = await start('pipeline', at, sealing, {}, { 'infra/a/terraform.tfstate': STATE })
    expect([run.code, run.outputs['exit-code']]).toEqual([0, '2'])
    expect(facts(run)).toEqual([
      ['infra/a', 'ok', 'plan', undefined],
      ['infra/b', 'ok', 'review', undefined],
      ['infra/c', 'waiting', undefined, undefined],
      ['infra/gone', 'ok', 'plan', 'true'],
    ])
    // Also for the one that waits: that there is no plan of it.
    expect(names()).toHaveLength(4)
    expect(annotations(run.log)).toContain('notice infra/c waits for infra/a: there is no plan of it yet.')
    expect(annotations(run.log).filter((line) => line.startsWith('error'))).toEqual([])
    const [comment = ''] = lab.bodies(7)
    for (const words of [
      '⏳',
      'waits for',
      '1 resource remains in the cloud',
      'Provisional:',
      'applied only if that plan equals this one',
    ]) {
      expect(comment).toContain(words)
    }
  }, 60_000)

  test('stacks that are gone, by their names', async () => {
    await mkdir(join(folder, 'state'))
    await writeFile(join(folder, 'state', 'gone.tfstate'), STATE)
    const at = await open(
      { 'infra/gone/main.tf': state('gone') + resource('null'), 'infra/old/main.tf': state('old') },
      { 'infra/gone/main.tf': null },
    )
    const inputs = { ...sealing, gone: 'true', 'base-sha': at.base }
    const run = await start('terraform-plan-comment', at, { ...inputs, stack: 'infra/gone' })
    expect([run.code, facts(run)]).toEqual([0, [['infra/gone', 'ok', 'plan', 'true']]])
    expect(lab.bodies(7)[0]).toContain('1 resource remains in the cloud')
    expect((await content(run.outputs['plan-artifact'] ?? '')).manifest.destroy).toBe(true)
    const wrong = await start('terraform-plan-comment', at, { ...inputs, stack: 'infra/old' })
    expect([wrong.code, wrong.log]).toEqual([
      1,
      expect.stringContaining('takes away no stack that is called infra/old'),
    ])
    const none = await start('terraform-plan-comment', at, { ...inputs })
    expect([none.code, none.log]).toEqual([1, expect.stringContaining('`gone` needs `stack`')])
  }, 60_000)

  test('a part that the report would miss is red; a plan that is not kept is said so', async () => {
    const at = await open(
      { 'infra/a/main.tf': state('a') },
      { 'infra/a/main.tf': state('a') + resource('"x"') },
    )
    const inputs = { ...sealing, stack: 'infra/a' }
    results.fail('CreateArtifact', { status: 403, body: { code: 'permission_denied', msg: 'no' }, times: 1 })
    const kept = await start('terraform-plan-comment', at, inputs)
    expect([kept.code, facts(kept)]).toEqual([0, [['infra/a', 'ok', undefined, undefined]]])
    expect(annotations(kept.log)).toEqual([
      expect.stringMatching(/^warning infra\/a: it cannot be applied as reviewed/),
    ])
    expect(lab.bodies(7)[0]).toContain('Cannot be applied as reviewed:')
    results.fail('CreateArtifact', { status: 403, body: { code: 'permission_denied', msg: 'no' }, times: 1 })
    const part = await start('terraform-plan-comment', at, { stack: 'infra/a', collect: 'true' })
    expect([part.code, part.log]).toEqual([
      1,
      expect.stringContaining('the part could not be handed to the report'),
    ])
  }, 60_000)

  test('without a passphrase nothing leaves the job', async () => {
    const at = await open(
      { 'infra/a/main.tf': state('a') },
      { 'infra/a/main.tf': state('a') + resource('"x"') },
    )
    const off = await start('terraform-plan-comment', at, { stack: 'infra/a' })
    expect([off.code, off.outputs['plan-artifact'], names(), annotations(off.log)]).toEqual([0, '', [], []])
    const asked = await start('terraform-plan-comment', at, { stack: 'infra/a', 'save-plan': 'sealed' })
    expect([asked.code, names()]).toEqual([0, []])
    expect(annotations(asked.log)).toEqual([expect.stringContaining('plan-passphrase is empty')])
    expect(lab.bodies(7)[0]).toContain('not kept for applying')
    const short = await start('terraform-plan-comment', at, { stack: 'infra/a', 'plan-passphrase': 'short' })
    expect([short.code, short.log]).toEqual([1, expect.stringContaining('plan-passphrase')])
    expect(short.masks).toContain('short')
  }, 60_000)

  test('plain plans are refused where everybody could read them, and where that is not known', async () => {
    const at = await open(
      { 'infra/a/main.tf': state('a') },
      { 'infra/a/main.tf': state('a') + resource('"x"') },
    )
    const plain = { stack: 'infra/a', 'save-plan': 'plain' }
    lab.setPrivate(false)
    const open_ = await start('terraform-plan-comment', at, plain)
    expect([open_.code, open_.log, names()]).toEqual([
      1,
      expect.stringContaining('the repository is public'),
      [],
    ])
    lab.fail('repos/get', { status: 404 })
    const unknown = await start('terraform-plan-comment', at, plain)
    expect([unknown.code, unknown.log]).toEqual([1, expect.stringContaining('could not be told')])
    lab.setPrivate(true)
    const closed = await start('terraform-plan-comment', at, plain)
    expect([closed.code, names().length]).toEqual([0, 1])
  }, 90_000)

  test('in a merge queue a plan must be what its pull request showed', async () => {
    const before = {
      'infra/a/main.tf': state('a'),
      '.github/workflows/gitops.yml': 'on: pull_request\n',
      'notes.txt': 'one\n',
    }
    const at = await open(before, { 'infra/a/main.tf': state('a') + resource('"x"') })
    const planned = await start('pipeline', at, sealing)
    expect(planned.code).toBe(0)
    lab.addRun({
      id: RUN_ID,
      headSha: at.head,
      branch: 'change',
      event: 'pull_request',
      path: '.github/workflows/gitops.yml',
      conclusion: 'success',
    })
    const workflows = await runGit(repo.work, 'rev-parse', `${at.head}:.github/workflows`)
    const group = async (files: Files): Promise<Started> => {
      const onto = await repo.commit(files, at.base)
      const merge = await repo.merge(onto, at.head)
      lab.setCommits(onto, merge, [at.head, merge])
      lab.setFolder(at.head, '.github', [{ name: 'workflows', type: 'dir', sha: workflows }])
      const ref = `refs/heads/gh-readonly-queue/main/pr-7-${onto}`
      const event = {
        name: 'merge_group',
        payload: {
          action: 'checks_requested',
          merge_group: { base_sha: onto, head_sha: merge, head_ref: ref, base_ref: 'refs/heads/main' },
          repository: { full_name: 'acme/gitops', default_branch: 'main' },
        },
      }
      const run: Run = {
        event,
        env: {
          GITHUB_SHA: merge,
          GITHUB_REF: ref,
          GITHUB_REF_TYPE: 'branch',
          GITHUB_RUN_ID: '1001',
          ...results.job(1001).env,
        },
      }
      return start('pipeline', { run, merge }, sealing)
    }
    const same = await group({ 'notes.txt': 'two\n' })
    expect([same.code, same.parts.map(({ headline }) => headline), facts(same)]).toEqual([
      0,
      expect.anything(),
      [['infra/a', 'ok', 'plan', undefined]],
    ])
    expect(lab.bodies(7)).toHaveLength(1)
    const other = await group({ 'infra/a/more.tf': resource('"y"').replace('"it"', '"that"') })
    expect([other.code, facts(other)]).toEqual([1, [['infra/a', 'failed', undefined, undefined]]])
    expect(other.log).toContain('it is not what pull request #7 showed')
    expect(other.summary).toContain('terraform_data.that')
  }, 90_000)
})
