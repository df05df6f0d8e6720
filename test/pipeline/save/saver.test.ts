import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArtifactFile, ArtifactStore, UploadOptions } from '../../../src/core/artifact-port.ts'
import { UserError } from '../../../src/core/errors.ts'
import { judgedIn } from '../../../src/pipeline/upstream.ts'
import { goneByName, goneToPlan } from '../../../src/pipeline/gone-stacks.ts'
import type { PlannedStacks, StackToPlan } from '../../../src/pipeline/plan-stacks.ts'
import { planStacks } from '../../../src/pipeline/plan-stacks.ts'
import type { StackOrigin, StackSaver } from '../../../src/pipeline/save/contracts.ts'
import { stackSaver, type SaverOptions } from '../../../src/pipeline/save/saver.ts'
import { uncommittedInputs } from '../../../src/pipeline/save/uncommitted.ts'
import { NOTHING_SAVED } from '../../../src/pipeline/save/unkept.ts'
import { openWorkTree } from '../../../src/pipeline/work-tree.ts'
import type { Part } from '../../../src/report/part.ts'
import type { Section } from '../../../src/report/section.ts'
import { planArtifactName } from '../../../src/terraform/sealed/artifact-name.ts'
import { openSeal } from '../../../src/terraform/sealed/seal.ts'
import type { SealContent } from '../../../src/terraform/sealed/sealed-plan.ts'
import { runGit } from '../../lab/run-git.ts'
import { terraformTools } from '../../lab/terraform-tools.ts'
import { testPorts } from '../../terraform/support.ts'
import type { Files } from '../../actions/detect-support.ts'
import { makeSite, type Site } from '../waiting-support.ts'

const KEY = { kind: 'passphrase', passphrase: 'correct horse battery staple' } as const
const CANARY = 'canary-value-that-nobody-may-see'
const BACKEND = 'terraform {\n  backend "local" {}\n}\n'
const resource = (input: string): string => `resource "terraform_data" "it" {\n  input = ${input}\n}\n`
const SECRET = 'variable "secret" {\n  sensitive = true\n}\n'
const reads = (at: string): string =>
  `data "terraform_remote_state" "a" {\n  backend = "local"\n  config  = { path = "../${at}/terraform.tfstate" }\n}\n`

interface Upload {
  readonly name: string
  readonly files: readonly ArtifactFile[]
  readonly options: UploadOptions
}

function store(fault?: UserError): ArtifactStore & { readonly uploads: Upload[] } {
  const uploads: Upload[] = []
  return {
    uploads,
    upload(name, files, options) {
      if (fault !== undefined) return Promise.reject(fault)
      uploads.push({ name, files, options })
      return Promise.resolve({ id: uploads.length, size: 1, digest: 'sha256:0', url: '' })
    },
    list: () => Promise.reject(new Error('not asked for')),
    download: () => Promise.reject(new Error('not asked for')),
  }
}

const place = ({ settings, checkout }: Site) => ({
  exec: testPorts().exec,
  env: settings.jobEnv,
  cwd: checkout,
})
const access = { serverUrl: 'https://github.com' }

/** As the action makes it. */
async function saverOf(
  site: Site,
  artifacts: ArtifactStore,
  more: Partial<SaverOptions> = {},
): Promise<StackSaver> {
  await using workTree = await openWorkTree(place(site), { ignored: true, access })
  const uncommitted = await uncommittedInputs({ workTree, access, config: undefined })
  const { detected } = await site.change()
  const origin = ({ subject, gone }: StackToPlan): Promise<StackOrigin> =>
    Promise.resolve(
      gone === undefined
        ? { upstream: judgedIn(detected, subject)?.upstream ?? [], ...uncommitted(subject.path) }
        : { upstream: [], uncommitted: [] },
    )
  return stackSaver({
    key: KEY,
    root: site.checkout,
    leftOut: [site.settings.folder],
    run: { repository: 'acme/gitops', event: 'pull_request', pull: 7, run: site.settings.run },
    commit: site.head,
    retentionDays: 14,
    origin,
    generated: ({ subject }) => uncommitted(subject.path).generated,
    artifacts: () => Promise.resolve(artifacts),
    clock: { now: () => Date.UTC(2026, 0, 2), sleep: () => Promise.resolve() },
    ...more,
  })
}

const isSeal = ({ files }: Upload): boolean => files.some(({ name }) => name === 'plan.sealed')
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const texts = (sections: readonly Section[]): string => JSON.stringify(sections)

async function opened(upload: Upload | undefined): Promise<SealContent> {
  expect(upload?.files.map(({ name }) => name)).toEqual(['plan.sealed'])
  return openSeal(upload?.files[0]?.content ?? new Uint8Array(), KEY)
}

const FILES: Files = {
  'infra/a/main.tf': BACKEND + resource('"one"'),
  'README.md': 'about\n',
  '.gitignore': '*.tfstate\n',
}

describe.each(terraformTools(process.env).map((tool) => [`${tool.tool} ${tool.version}`, tool] as const))(
  'with %s',
  (_, tool) => {
    test('a plan is sealed with all that applying it needs, and its secrets are in nothing else', async () => {
      const env = { TF_VAR_secret: CANARY }
      const files = { 'infra/a/main.tf': BACKEND + SECRET + resource('var.secret') }
      await using site = await makeSite(tool, FILES, files, env)
      const artifacts = store()
      const planned = await site.plan(['infra/a'], { saver: await saverOf(site, artifacts) })
      const [part] = planned.parts
      const [stack] = await site.stacks('infra/a')
      const hash = stack?.facts?.['inputs-hash'] ?? ''
      const [upload] = artifacts.uploads
      expect(upload?.options).toEqual({ retentionDays: 14, compress: false })
      expect(upload?.name).toBe(planArtifactName(stack?.subject.key ?? '', hash, 1))
      expect(planned.saved).toMatchObject([{ artifact: upload?.name }])
      expect(part).toMatchObject({ status: 'changed', facts: { sealed: 'plan', 'inputs-hash': hash } })
      expect(texts(part?.sections ?? [])).toContain('it is what will be applied')
      const { manifest, plan, files: made, review } = await opened(upload)
      const saved = await readFile(planned.planFiles[0] ?? '')
      expect(Buffer.from(plan ?? []).equals(saved)).toBe(true)
      expect(made).toEqual([])
      expect(review).toMatchObject({ complete: true, changes: [{ address: 'terraform_data.it' }] })
      expect(manifest).toEqual({
        version: 1,
        kind: 'plan',
        repository: 'acme/gitops',
        stack: { key: stack?.subject.key, name: 'infra/a', path: 'infra/a' },
        inputsHash: hash,
        commit: site.head,
        event: 'pull_request',
        pull: 7,
        run: site.settings.run,
        tool: { name: tool.tool, version: tool.version },
        destroy: false,
        planDigest: part?.facts['plan-digest'],
        planSha256: sha256(saved),
        lockSha256: '',
        ephemeral: [],
        upstream: [],
        createdAt: '2026-01-02T00:00:00.000Z',
        counts: part?.counts,
      })
      const left = [
        JSON.stringify(planned.parts),
        JSON.stringify(planned.saved),
        Buffer.from(upload?.files[0]?.content ?? []).toString('latin1'),
      ]
      // The seal holds it in clear within; nothing of that can be seen.
      expect(saved.toString('latin1').length).toBeGreaterThan(0)
      for (const secret of [CANARY, KEY.passphrase])
        expect(
          left.filter(
            (text) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64')),
          ),
        ).toEqual([])
    }, 60_000)
  },
)

describe('of one tool', () => {
  const [tool] = terraformTools(process.env)
  if (tool === undefined) return
  const saved = async (
    site: Site,
    names: readonly string[],
    more: Partial<SaverOptions> = {},
  ): Promise<Saved> => {
    const artifacts = store()
    const planned = await site.plan(names, { saver: await saverOf(site, artifacts, more) })
    return { ...planned, uploads: artifacts.uploads }
  }
  interface Saved extends PlannedStacks {
    readonly uploads: readonly Upload[]
  }
  const refusal = ({
    parts: [part],
    saved: [one],
    uploads,
  }: Saved): [Part['verdict'] | undefined, string, number] => {
    expect(part?.facts['sealed']).toBeUndefined()
    if (one?.warning !== undefined)
      expect(texts(part?.sections ?? [])).toContain('Cannot be applied as reviewed:')
    return [part?.verdict, one?.warning ?? '', uploads.filter(isSeal).length]
  }
  const OK = { kind: 'ok' }

  test('what comes after a stack of the same change is kept as a record only, and the comment says so', async () => {
    const b = BACKEND + reads('a') + resource('data.terraform_remote_state.a.outputs.id')
    const before = { ...FILES, 'infra/a/main.tf': `${BACKEND}output "id" {\n  value = 1\n}\n` }
    const state = { version: 4, terraform_version: '1.5.0', serial: 1, lineage: 'l', resources: [] }
    await using site = await makeSite(tool, before, {
      'infra/a/main.tf': `${BACKEND}output "id" {\n  value = 2\n}\n`,
      'infra/b/main.tf': b,
    })
    await writeFile(
      join(site.checkout, 'infra/a/terraform.tfstate'),
      JSON.stringify({ ...state, outputs: { id: { value: 1, type: 'number' } } }),
    )
    const run = await saved(site, ['infra/a', 'infra/b'])
    expect(run.saved.map(({ warning }) => warning)).toEqual([undefined, undefined])
    expect(run.parts.map(({ facts }) => facts['sealed'])).toEqual(['plan', 'review'])
    const { manifest, plan, review } = await opened(
      run.uploads.find(({ name }) => name === run.saved[1]?.artifact),
    )
    expect([manifest.kind, manifest.upstream, manifest.planSha256, plan]).toEqual([
      'review',
      ['infra/a'],
      '',
      undefined,
    ])
    expect(review.changes).toHaveLength(1)
    expect(texts(run.parts[1]?.sections ?? [])).toContain(
      'applied only if that plan equals this one, or is approved.',
    )
    expect(texts(run.parts[0]?.sections ?? [])).not.toContain('Provisional')
  }, 60_000)

  test('where nothing changes, and where the plan fails, nothing is kept, and what was kept is taken back', async () => {
    await using site = await makeSite(tool, FILES, {
      'infra/a/main.tf': BACKEND,
      'infra/b/main.tf': BACKEND + resource('file("none")'),
    })
    const run = await saved(site, ['infra/a', 'infra/b'])
    expect(run.parts.map(({ verdict, status }) => [verdict.kind, status])).toEqual([
      ['ok', 'ok'],
      ['failed', 'failed'],
    ])
    expect(run.saved).toEqual([NOTHING_SAVED, NOTHING_SAVED])
    const stacks = await site.stacks('infra/a', 'infra/b')
    expect(run.uploads.map(({ name, files }) => [name, files.map((file) => file.name)]).sort()).toEqual(
      stacks
        .map(({ subject, facts }) => planArtifactName(subject.key, facts?.['inputs-hash'] ?? '', 1))
        .map((name) => [name, ['withdrawn.json']])
        .sort(),
    )
  }, 60_000)

  test('a plan of what is not committed is not kept, unless a job is said to make it', async () => {
    const uses = BACKEND + resource('file("${path.module}/made.txt")')
    const change = { 'infra/a/main.tf': uses, 'infra/b/main.tf': BACKEND + resource('"b"') }
    const generated = 'stacks:\n  - path: infra/a\n    generated: [infra/a/made.txt]\n'
    await using site = await makeSite(tool, FILES, change)
    await writeFile(join(site.checkout, 'infra/a/made.txt'), 'made')
    await writeFile(join(site.checkout, 'notes.txt'), 'of nobody')
    const run = await saved(site, ['infra/a'])
    expect(refusal(run)).toEqual([
      OK,
      expect.stringContaining('not as they are committed: infra/a/made.txt.'),
      0,
    ])
    expect((await saved(site, ['infra/b'])).uploads).toHaveLength(1)

    await using told = await makeSite(tool, FILES, { ...change, '.github/gitops.yml': generated })
    await writeFile(join(told.checkout, 'infra/a/made.txt'), 'made')
    expect((await saved(told, ['infra/a'])).uploads).toHaveLength(1)
    await writeFile(join(told.checkout, 'infra/a/more.tf'), '')
    expect(refusal(await saved(told, ['infra/a']))[1]).toContain('infra/a/more.tf')
    // What Git ignores and Terraform loads is no part of a commit either.
    await rm(join(told.checkout, 'infra/a/more.tf'))
    await writeFile(join(told.checkout, '.git/info/exclude'), '*.auto.tfvars\n')
    await writeFile(join(told.checkout, 'infra/a/x.auto.tfvars'), '')
    expect(refusal(await saved(told, ['infra/a']))[1]).toContain('infra/a/x.auto.tfvars')
  }, 60_000)

  const writeMany = async (site: Site, files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(site.checkout, path, '..'), { recursive: true })
      await writeFile(join(site.checkout, path), text)
    }
  }
  /** What is read when the plan is applied: the plan holds nothing of it. */
  const copies = (file: string): string =>
    `${BACKEND}resource "terraform_data" "it" {\n  input = "two"\n  provisioner "local-exec" {\n    command = "cp ${file} copy.txt"\n  }\n}\n`

  test('an ignored file that the code names counts as not committed; what it does not name, or tools leave, does not', async () => {
    const call = 'module "m" {\n  source = "../../modules/m"\n}\n'
    const change = {
      'infra/a/main.tf': copies('${path.module}/gen/out.json') + call,
      'modules/m/main.tf':
        'locals {\n  zip = "${path.module}/../../build/fn.zip"\n  log = "crash.log a.tfplan"\n}\n',
      'infra/b/main.tf': BACKEND + resource('"b"'),
      '.gitignore': '*.tfstate\nout.json\nbuild/\nother/\ncrash.log\n*.tfplan\n',
    }
    await using site = await makeSite(tool, FILES, change)
    // Of a name in the code there may be more than one file, and a longer name is another one.
    await writeMany(site, {
      'infra/b/out.json': '',
      'build/other.zip': '',
      'build/more/fn.zip': '',
      'other/fn.zip': '',
      'infra/a/other/my-out.json': '',
      'infra/a/crash.log': '',
      'infra/a/a.tfplan': '',
    })
    expect((await saved(site, ['infra/a'])).saved).toMatchObject([{ facts: { sealed: 'plan' } }])
    await writeMany(site, { 'infra/a/gen/out.json': '{}', 'build/fn.zip': 'zip' })
    expect(refusal(await saved(site, ['infra/a']))).toEqual([
      OK,
      expect.stringContaining('not as they are committed: build/fn.zip, infra/a/gen/out.json.'),
      0,
    ])
    expect((await saved(site, ['infra/b'])).saved).toMatchObject([{ facts: { sealed: 'plan' } }])
  }, 60_000)

  test('what a job generates goes with the plan as it was before it, ignored or not', async () => {
    const config =
      'stacks:\n  - path: infra/a\n    generated: ["infra/a/gen/**", infra/a/in.auto.tfvars, shared/made.txt]\n'
    const change = {
      'infra/a/main.tf': `${copies('gen/out.json')}variable "in" {}\n`,
      'infra/a/gen/kept.txt': 'committed',
      '.gitignore': '*.tfstate\nout.json\n*.auto.tfvars\n',
      '.github/gitops.yml': config,
    }
    await using site = await makeSite(tool, FILES, change)
    await writeMany(site, {
      'infra/a/gen/out.json': 'reviewed',
      'infra/a/gen/.terraform/x': 'of a tool',
      'infra/a/gen/x.tfstate': 'of a tool',
      'infra/a/in.auto.tfvars': 'in = "i"\n',
      'shared/made.txt': 'made',
      'shared/other.txt': 'not named',
    })
    const run = await saved(site, ['infra/a'])
    const { manifest, files } = await opened(run.uploads.find(isSeal))
    expect(manifest.kind).toBe('plan')
    expect(files.map(({ path, content }) => [path, Buffer.from(content).toString()])).toEqual([
      ['infra/a/gen/out.json', 'reviewed'],
      ['infra/a/in.auto.tfvars', 'in = "i"\n'],
      ['shared/made.txt', 'made'],
    ])
    await rm(join(site.checkout, 'infra/a/gen/out.json'))
    await symlink('/etc/hostname', join(site.checkout, 'infra/a/gen/out.json'))
    expect(refusal(await saved(site, ['infra/a']))[1]).toContain(
      'The generated file "infra/a/gen/out.json" is a symbolic link',
    )
  }, 60_000)

  test('an uncommitted file that is deleted, and a changed configuration, count too', async () => {
    const change = { 'infra/a/more.tf': resource('"two"').replace('"it"', '"that"') }
    await using site = await makeSite(tool, FILES, change)
    await rm(join(site.checkout, 'infra/a/more.tf'))
    expect(refusal(await saved(site, ['infra/a']))[1]).toContain('infra/a/more.tf')
    await using other = await makeSite(tool, FILES, change)
    await runGit(other.checkout, 'config', 'user.name', 'x')
    await writeFile(join(other.checkout, 'gitops.yml'), '')
    expect((await saved(other, ['infra/a'])).uploads).toHaveLength(1)
  }, 60_000)

  test('a part of a plan is not kept', async () => {
    await using site = await makeSite(tool, FILES, {
      'infra/a/more.tf': resource('1').replace('"it"', '"that"'),
    })
    const artifacts = store()
    const targets = { ...site.settings, planArgs: ['-target=terraform_data.it'] }
    const { log, ...ports } = testPorts()
    if (log === undefined) throw new Error('no log')
    const planned = await planStacks(
      await site.stacks('infra/a'),
      targets,
      { ...ports, log },
      { saver: await saverOf(site, artifacts) },
    )
    expect(refusal({ ...planned, uploads: artifacts.uploads })).toEqual([
      OK,
      expect.stringContaining('not complete'),
      0,
    ])
  }, 60_000)

  test('where nothing can be uploaded, an earlier plan could be found and applied: red', async () => {
    await using site = await makeSite(tool, FILES, { 'infra/a/main.tf': BACKEND + resource('"two"') })
    const fault = new UserError('The results service is not there', { help: 'Run it again.' })
    const run = await saved(site, ['infra/a'], { artifacts: () => Promise.resolve(store(fault)) })
    expect(refusal(run)).toEqual([
      expect.objectContaining({ kind: 'failed', cause: 'policy' }),
      expect.stringContaining('The results service is not there. Run it again.'),
      0,
    ])
  }, 60_000)

  test('without a commit, or a hash of what it is made of, nothing is kept', async () => {
    await using site = await makeSite(tool, FILES, { 'infra/a/main.tf': BACKEND + resource('"two"') })
    expect(refusal(await saved(site, ['infra/a'], { commit: undefined }))[1]).toContain('is not known')
  }, 60_000)

  test('a stack that is gone is planned from the files of the base, as what remains', async () => {
    // The state is where it was, whatever is checked out.
    const module = 'resource "terraform_data" "m" {}\n'
    const state = (at: string): string =>
      `terraform {\n  backend "local" {\n    path = "${at}/a.tfstate"\n  }\n}\nmodule "m" {\n  source = "../../modules/m"\n}\n`
    await using place_ = await makeSite(tool, FILES, {})
    const before = {
      'infra/x/main.tf': state(place_.checkout) + resource('"one"'),
      'modules/m/main.tf': module,
      'infra/b/main.tf': BACKEND,
    }
    await using site = await makeSite(tool, before, { 'infra/x/main.tf': null, 'modules/m/main.tf': null })
    const folder = join(site.settings.folder, 'base')
    const goneOnes = async (): Promise<readonly StackToPlan[]> => {
      const { detected, base } = await site.change()
      expect(base).toBe(site.base)
      const gone = goneByName(['infra/x'], detected.changes.deletedStacks)
      await rm(folder, { recursive: true, force: true })
      return goneToPlan({ gone, base: site.base, place: place(site), access, folder, workspace: undefined })
    }
    const { log, ...ports } = testPorts()
    if (log === undefined) throw new Error('no log')
    const artifacts = store()
    const plan = async (): Promise<PlannedStacks> =>
      planStacks(
        await goneOnes(),
        site.settings,
        { ...ports, log },
        { saver: await saverOf(site, artifacts) },
      )
    // Nobody knows where a local file was: that is not "nothing".
    const nothing = await plan()
    expect(nothing.parts).toMatchObject([{ verdict: { kind: 'unknown' } }])
    expect(artifacts.uploads.filter(isSeal)).toEqual([])

    const [stack] = await goneOnes()
    const cwd = join(stack?.gone?.root ?? '', 'infra/x')
    await ports.exec(tool.path, ['init', '-input=false'], { cwd, env: site.settings.env })
    const applied = await ports.exec(tool.path, ['apply', '-auto-approve', '-input=false'], {
      cwd,
      env: site.settings.env,
    })
    expect([applied.code, applied.stderr]).toEqual([0, ''])
    const run = await plan()
    expect(run.parts).toMatchObject([
      {
        subject: { name: 'infra/x' },
        status: 'changed',
        verdict: OK,
        counts: { destroy: 2 },
        headline: [{ strong: ['2 resources remain in the cloud'] }],
        facts: { gone: 'true', sealed: 'plan' },
      },
    ])
    const { manifest } = await opened(artifacts.uploads.find(isSeal))
    expect([manifest.destroy, manifest.inputsHash]).toEqual([true, stack?.facts?.['inputs-hash']])
    expect(await runGit(site.checkout, 'status', '--porcelain')).toBe('')
    expect(() => goneByName(['infra/b'], [])).toThrow('takes away no stack that is called infra/b')
  }, 90_000)

  test('plain keeps the plan as it is', async () => {
    await using site = await makeSite(tool, FILES, { 'infra/a/main.tf': BACKEND + resource('"two"') })
    const run = await saved(site, ['infra/a'], { key: { kind: 'plain' } })
    const content = await openSeal(run.uploads[0]?.files[0]?.content ?? new Uint8Array(), { kind: 'plain' })
    expect(content.manifest.kind).toBe('plan')
    expect(texts(run.parts[0]?.sections ?? [])).toContain('saved unencrypted')
  }, 60_000)
})
