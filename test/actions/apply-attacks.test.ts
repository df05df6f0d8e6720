import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { openSeal, sealPlan } from '../../src/terraform/sealed/seal.ts'
import type { SealContent } from '../../src/terraform/sealed/sealed-plan.ts'
import type { StoredArtifact } from '../lab/artifact-store.ts'
import { PASSPHRASE, TOKEN, type Merged, type Pull } from '../lab/gitops-story.ts'
import { describeWith } from '../lab/tools.ts'
import {
  green,
  makeBench,
  partsOf,
  putSeal,
  putZip,
  reasonOf,
  reportOf,
  sealOf,
  WORKFLOW,
  zipOf,
  type Bench,
} from './apply-bench.ts'

/** Whoever can upload, or stands in between, cannot get anything applied that was not reviewed; with the real tool. */
jest.setTimeout(120_000)

const KEY = { kind: 'passphrase', passphrase: PASSPHRASE } as const

describeWith('terraform-1.11.4', 'a sealed plan', (terraform) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await makeBench(terraform)
  })
  afterEach(async () => {
    await bench[Symbol.asyncDispose]()
  })

  /** Stacks of one pull request, planned and merged; gives the artifact of each. */
  async function merged(names: readonly string[]): Promise<{
    readonly at: Merged
    readonly pull: Pull
    readonly runId: number
    readonly of: ReadonlyMap<string, StoredArtifact>
  }> {
    const { story, stack, plan } = bench
    await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
    const files = names.map((name) => [`${name}/main.tf`, stack(name, `"of ${name}"`)] as const)
    const pull = await story.open(Object.fromEntries(files))
    const planned = await plan(pull, names.join('\n'))
    green(planned)
    const artifacts = (planned.outputs['plan-artifact'] ?? '').split('\n')
    const of = new Map(
      names.map((name, index) => [
        name,
        bench.plans().find((one) => one.name === artifacts[index]) ?? never(),
      ]),
    )
    return { at: await story.merge([pull], 'squash'), pull, runId: planned.runId, of }
  }

  /** The seal as somebody would make it who knows the passphrase. */
  async function forged(
    artifact: StoredArtifact,
    change: (content: SealContent) => SealContent,
  ): Promise<Uint8Array> {
    return sealPlan(change(await openSeal(sealOf(bench.story, artifact), KEY)), KEY)
  }

  const withByte = (seal: Buffer, at: number): Buffer => {
    const copy = Buffer.from(seal)
    const index = at < 0 ? seal.length + at : at
    copy[index] = (copy[index] ?? 0) ^ 0x01
    return copy
  }

  test('that is not just as it was sealed is refused, whichever byte is another', async () => {
    const alter: Record<string, (seal: Buffer) => Uint8Array> = {
      magic: (seal) => withByte(seal, 0),
      version: (seal) => withByte(seal, 8),
      // Says that it is not encrypted.
      kind: (seal) => withByte(seal, 9),
      cost: (seal) => withByte(seal, 10),
      size: (seal) => withByte(seal, 23),
      salt: (seal) => withByte(seal, 30),
      nonce: (seal) => withByte(seal, 45),
      body: (seal) => withByte(seal, 60),
      end: (seal) => withByte(seal, -17),
      tag: (seal) => withByte(seal, -1),
      cut: (seal) => seal.subarray(0, -1),
      longer: (seal) => Buffer.concat([seal, Buffer.alloc(1)]),
      empty: () => Buffer.alloc(0),
    }
    const names = Object.keys(alter)
    const { story, apply, state, value } = bench
    const { at, of } = await merged([...names, 'whole'])
    for (const name of names) {
      const artifact = of.get(name) ?? never()
      putSeal(story, artifact, alter[name]?.(sealOf(story, artifact)) ?? never())
    }
    const run = await apply(at, [...names, 'whole'].join('\n'))
    expect(run.code).toBe(1)
    expect(await partsOf(run)).toEqual([...names.map((name) => `${name} failed seal`), 'whole changed'])
    for (const name of names) expect([name, await state(name)]).toEqual([name, ''])
    // The others go on: it is what was reviewed.
    expect(await value('whole')).toBe('of whole')
    expect(run.outputs).toMatchObject({ applied: 'false', refused: names.join('\n'), add: '1' })
    expect(run.log).not.toContain(PASSPHRASE)
  })

  test('in another wrapping than ours is refused, and what is swapped in too', async () => {
    const { story, apply, state, value } = bench
    const names = ['swapped', 'repository', 'plain', 'climbs', 'absolute', 'nothing', 'text', 'gone', 'pull']
    const { at, of } = await merged([...names, 'whole'])
    const artifact = (name: string): StoredArtifact => of.get(name) ?? never()
    const seal = (name: string): Uint8Array => new Uint8Array(sealOf(story, artifact(name)))
    const inZip = (name: string, files: Record<string, Uint8Array>): void => {
      putZip(story, artifact(name), zipSync(files))
    }
    // A seal of another stack, of the same run, under this one's name.
    putSeal(story, artifact('swapped'), seal('whole'))
    putSeal(
      story,
      artifact('repository'),
      await forged(artifact('repository'), ({ manifest, ...rest }) => ({
        ...rest,
        manifest: { ...manifest, repository: 'mallory/gitops' },
      })),
    )
    putSeal(
      story,
      artifact('pull'),
      await forged(artifact('pull'), ({ manifest, ...rest }) => ({
        ...rest,
        manifest: { ...manifest, pull: 1 },
      })),
    )
    const content = await openSeal(seal('plain'), KEY)
    putSeal(story, artifact('plain'), await sealPlan(content, { kind: 'plain' }))
    inZip('climbs', { 'plan.sealed': seal('climbs'), '../../climbed.tf': new Uint8Array([10]) })
    inZip('absolute', { 'plan.sealed': seal('absolute'), '/tmp/climbed.tf': new Uint8Array([10]) })
    inZip('nothing', { 'other.sealed': seal('nothing') })
    putZip(story, artifact('text'), Buffer.from('no zip file at all'))
    artifact('gone').expired = true

    const run = await apply(at, [...names, 'whole'].join('\n'))
    expect(run.code).toBe(1)
    expect(await partsOf(run)).toEqual([
      'swapped failed origin',
      'repository failed origin',
      'plain failed seal',
      'climbs failed unknown',
      'absolute failed unknown',
      'nothing failed seal',
      'text failed unknown',
      'gone failed expired',
      'pull failed origin',
      'whole changed',
    ])
    for (const name of names) expect([name, await state(name)]).toEqual([name, ''])
    expect(await value('whole')).toBe('of whole')
    const reasons = (await reportOf(run)).map(({ verdict }) => verdict.reason ?? '')
    expect(reasons[0]).toContain('another stack')
    expect(reasons[1]).toContain('mallory/gitops')
    expect(reasons[2]).toContain('not encrypted')
    expect(reasons[3]).toContain('climbed.tf')
    expect(reasons[5]).toContain('plan.sealed')
  })

  test('is of the run that GitHub says it is of, or is refused', async () => {
    const { story, apply, state, value } = bench
    const { at, pull, of } = await merged(['a'])
    const good = of.get('a') ?? never()
    const zip = zipOf(story, good)
    good.deleted = true
    const branch = `change-${pull.number}`
    const path = '.github/workflows/gitops.yml'
    const fresh = { headSha: pull.head, branch, path, event: 'pull_request' }
    const attacks: Record<string, [Parameters<typeof story.lab.addRun>[0], string, string]> = {
      fork: [{ ...fresh, id: 1, headRepository: 'mallory/gitops' }, 'origin', 'mallory/gitops'],
      'a fork that is gone': [{ ...fresh, id: 2, headRepository: null }, 'origin', '(gone)'],
      'event push': [{ ...fresh, id: 3, event: 'push' }, 'origin', 'event push'],
      'event pull_request_target': [
        { ...fresh, id: 4, event: 'pull_request_target' },
        'origin',
        'event pull_request_target',
      ],
      'event workflow_dispatch': [
        { ...fresh, id: 5, event: 'workflow_dispatch' },
        'origin',
        'event workflow_dispatch',
      ],
      'a workflow that the branch does not have': [
        { ...fresh, id: 6, path: '.github/workflows/evil.yml' },
        'origin',
        'evil.yml',
      ],
      'another branch of the same commit': [{ ...fresh, id: 7, branch: 'evil' }, 'origin', 'evil'],
      'another commit': [{ ...fresh, id: 8, headSha: pull.base }, 'origin', pull.base.slice(0, 12)],
      // By the right kind of run, but the seal says of which one it is.
      'another run of the pull request': [{ ...fresh, id: 9 }, 'origin', 'of run'],
    }
    for (const [what, [run, code, reason]] of Object.entries(attacks)) {
      story.lab.addRun(run)
      const id = story.lab.addArtifact({ runId: run.id, name: good.name, zip })
      const refused = await apply(at, 'a', { comment: 'off' })
      expect([what, refused.code, await partsOf(refused)]).toEqual([what, 1, [`a failed ${code}`]])
      expect([what, await reasonOf(refused)]).toEqual([what, expect.stringContaining(reason)])
      expect([what, await state('a')]).toEqual([what, ''])
      const stored = story.results.records.artifacts.find((artifact) => artifact.id === id)
      if (stored !== undefined) stored.deleted = true
    }
    // Without any: there is no plan, and nothing is made up.
    expect(await partsOf(await apply(at, 'a', { comment: 'off' }))).toEqual(['a failed no-plan'])
    good.deleted = false
    // Of a workflow that may plan other things, but not this.
    const other = await apply(at, 'a', { comment: 'off', workflow: '.github/workflows/plan.yml' })
    expect([other.code, await partsOf(other)]).toEqual([1, ['a failed origin']])
    expect(await reasonOf(other)).toContain('gitops.yml, not of .github/workflows/plan.yml')
    expect(await state('a')).toBe('')
    green(await apply(at, 'a', { comment: 'off', workflow: path }))
    expect(await value('a')).toBe('of a')
  })

  test('that cannot be fetched is not the same as nothing to apply', async () => {
    const { story, apply, state, value } = bench
    const { at } = await merged(['a', 'b'])
    const { blobs } = story.lab
    // Each is tried five times, both at once: all of it takes 15 seconds.
    blobs.fail({ method: 'GET', status: 500, times: 2 })
    blobs.fail({ method: 'GET', drop: 'before', times: 2 })
    blobs.fail({ method: 'GET', drop: 'midway', times: 4 })
    blobs.fail({ method: 'GET', status: 403, times: 2 })
    const run = await apply(at, 'a\nb')
    expect([run.code, await partsOf(run)]).toEqual([1, ['a failed unknown', 'b failed unknown']])
    expect([run.outputs['applied'], run.outputs['refused']]).toEqual(['false', 'a\nb'])
    expect(run.summary).not.toContain('nothing to apply')
    expect([await state('a'), await state('b')]).toEqual(['', ''])
    expect(blobs.calls.filter(({ method }) => method === 'GET')).toHaveLength(10)

    // All of it comes, and it is not what its digest says.
    blobs.fail({ method: 'GET', bytes: Buffer.from('other bytes') })
    const other = await apply(at, 'a')
    expect([other.code, await partsOf(other), await state('a')]).toEqual([1, ['a failed unknown'], ''])
    green(await apply(at, 'a'))
    expect(await value('a')).toBe('of a')
  })

  test('is applied by a program that sees neither the passphrase nor a token of the job', async () => {
    const { story, stack, plan, apply } = bench
    const told = join(story.states, 'environment')
    const more = `resource "terraform_data" "spy" {\n  provisioner "local-exec" {\n    command = "env > ${told}"\n  }\n}\n`
    await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
    const pull = await story.open({ 'a/main.tf': stack('a', '"one"', more) })
    green(await plan(pull, 'a'))
    green(await apply(await story.merge([pull], 'squash'), 'a'))
    const env = await readFile(told, 'utf8')
    expect(env).toContain('PATH=')
    expect(env).not.toContain(PASSPHRASE)
    expect(env).not.toContain(TOKEN)
    expect(env).not.toMatch(/^(?:INPUT_|ACTIONS_(?:RUNTIME|ID_TOKEN|RESULTS))/m)
  })

  /** A question to GitHub that is answered badly for as long as it is on. */
  function breaks(operation: string): {
    answer: { status: number; headers?: Record<string, string>; body?: unknown } | undefined
  } {
    const fault: {
      answer: { status: number; headers?: Record<string, string>; body?: unknown } | undefined
    } = {
      answer: undefined,
    }
    const shown = {
      times: Infinity,
      get status() {
        return fault.answer?.status
      },
      get headers() {
        return fault.answer?.headers
      },
      get body() {
        return fault.answer?.body
      },
    }
    bench.story.lab.fail(operation, shown as Parameters<typeof bench.story.lab.fail>[1])
    return fault
  }

  const forbidden = (permission: string) => ({
    status: 403,
    headers: { 'x-accepted-github-permissions': permission.replace('pull-r', 'pull_r').replace(': ', '=') },
    body: { message: 'Resource not accessible by integration' },
  })
  // Tried again at once: that it waits between is shown elsewhere.
  const broken = { status: 500, headers: { 'retry-after': '0' }, body: { message: 'Server Error' } }
  const limited = {
    status: 429,
    headers: { 'retry-after': '3600' },
    body: { message: 'API rate limit exceeded' },
  }

  test('is not applied when GitHub does not answer one of the questions', async () => {
    const { story, apply, state, value } = bench
    const { at } = await merged(['a'])
    const questions: Record<string, string> = {
      'repos/compare-commits': 'contents: read',
      'repos/list-pull-requests-associated-with-commit': 'pull-requests: read',
      'pulls/get': 'pull-requests: read',
      'actions/list-workflow-runs-for-repo': 'actions: read',
      'pulls/list': 'pull-requests: read',
      'issues/list-events': 'pull-requests: read',
      'repos/get-content': 'contents: read',
      'git/get-ref': 'contents: read',
      'actions/list-workflow-run-artifacts': 'actions: read',
      'actions/download-artifact': 'actions: read',
    }
    let limits = 0
    for (const [question, permission] of Object.entries(questions)) {
      const fault = breaks(question)
      const answers = [forbidden(permission), limits++ % 3 === 0 ? limited : broken]
      for (const answer of answers) {
        fault.answer = answer
        const what = `${question} ${answer.status}`
        const run = await apply(at, 'a', { comment: 'off' })
        expect([what, run.code, await partsOf(run)]).toEqual([what, 1, ['a failed unknown']])
        expect([what, await state('a')]).toEqual([what, ''])
        expect([what, run.outputs['applied'], run.summary.includes('nothing to apply')]).toEqual([
          what,
          'false',
          false,
        ])
        if (answer.status === 403)
          expect([what, run.summary]).toEqual([what, expect.stringContaining(permission)])
      }
      fault.answer = undefined
    }
    // It was the answers, and nothing else. What is applied is applied, also when nobody can be told.
    const telling = breaks('issues/create-comment')
    telling.answer = forbidden('pull-requests: write')
    const run = await apply(at, 'a')
    green(run)
    expect(run.outputs).toMatchObject({ applied: 'true', add: '1', 'comment-id': '' })
    expect(run.log).toMatch(/^::warning.*pull-requests: write/m)
    expect(await value('a')).toBe('of a')
    expect(story.lab.problems).toEqual([])
  })
})

function never(): never {
  throw new Error('it is not there')
}
