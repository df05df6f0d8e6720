import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../../src/core/errors.ts'
import { destroyGate, parseAllowDestroy } from '../../../src/pipeline/apply/destroy-gate.ts'
import { environmentGate } from '../../../src/pipeline/apply/environment-gate.ts'
import { ownPlans } from '../../../src/pipeline/apply/find-plan.ts'
import { supersededStacks } from '../../../src/pipeline/apply/superseded.ts'
import type { Artifact } from '../../../src/core/artifact-port.ts'
import type { RunContext } from '../../../src/core/event.ts'
import { planArtifactName } from '../../../src/terraform/sealed/artifact-name.ts'
import { failureOf, inputs, REPOSITORY, sha, stack, world } from './world.ts'

describe('environment', () => {
  function approved() {
    const lab = world()
    lab.environments.set('production', { name: 'production', reviewers: 1, preventSelfReview: false })
    lab.approvals.set(77, [{ state: 'approved', environments: ['Production'], by: 'mona' }])
    const ask = (environment = 'production') =>
      environmentGate({ github: lab.github, environment, runId: 77 })
    return { lab, ask }
  }
  test('reviewers, and an approval of this run for it', async () => {
    expect(await approved().ask()).toBeUndefined()
  })
  test('a job without an environment', async () => {
    const { lab, ask } = approved()
    expect(await ask('')).toMatchObject({ code: 'environment' })
    expect(lab.calls).toEqual([])
  })
  test('one that is not there', async () => {
    expect(await approved().ask('prod')).toMatchObject({
      code: 'environment',
      reason: 'There is no environment prod.',
    })
  })
  test('no reviewers, which is all that a free plan has for a private repository', async () => {
    const { lab, ask } = approved()
    lab.environments.set('production', { name: 'production', reviewers: 0, preventSelfReview: false })
    const refusal = await ask()
    expect(refusal).toMatchObject({
      code: 'environment',
      reason: expect.stringContaining('no required reviewers'),
    })
    expect(refusal?.help).toContain('paid plans')
  })
  test.each([
    ['nobody asked yet', []],
    ['rejected', [{ state: 'rejected', environments: ['production'], by: 'mona' }]],
    ['pending', [{ state: 'pending', environments: ['production'], by: undefined }]],
    ['for another one', [{ state: 'approved', environments: ['staging', 'production-eu'], by: 'mona' }]],
  ] as const)('not approved: %s', async (_, approvals) => {
    const { lab, ask } = approved()
    lab.approvals.set(77, [...approvals])
    expect(await ask()).toMatchObject({
      code: 'environment',
      reason: expect.stringContaining('Nobody has approved'),
    })
  })
  test('another run was approved', async () => {
    const { lab } = approved()
    expect(await environmentGate({ github: lab.github, environment: 'production', runId: 78 })).toMatchObject(
      {
        code: 'environment',
      },
    )
  })
  test.each(['environment', 'approvalsOfRun'] as const)('%s cannot be read', async (name) => {
    for (const [fault, status] of [
      ['permission', 403],
      ['missing', 404],
      ['unavailable', 502],
    ] as const) {
      const { lab, ask } = approved()
      lab.fail(name, fault, status)
      const refusal = await ask()
      expect(refusal?.code).toBe('unknown')
      if (status !== 502) expect(refusal?.help).toContain('actions: read')
    }
  })
})

describe('destroys', () => {
  const gate = (
    lines: string[],
    count: number,
    change: { reviewed?: boolean; gone?: boolean; labels?: string[][] } = {},
  ) =>
    destroyGate(
      {
        allow: parseAllowDestroy(lines),
        gone: change.gone ?? false,
        pulls: (change.labels ?? []).map((labels, index) => ({ number: index + 1, labels })),
      },
      { stack: 'infra/dns', count, reviewed: change.reviewed ?? true },
    )?.reason ?? 'passes'

  test('without allow-destroy only what was reviewed passes', () => {
    expect(gate([], 3)).toBe('passes')
    expect(gate([], 0, { reviewed: false })).toBe('passes')
    expect(gate([], 1, { reviewed: false })).toBe(
      'The plan of infra/dns destroys or replaces 1 resource, and nobody has reviewed that.',
    )
  })
  test('a stack that is gone is never destroyed without it, reviewed or not', () => {
    expect(gate([], 3, { gone: true })).toContain('the stack is gone from the repository')
    expect(gate(['all'], 3, { gone: true })).toBe('passes')
    expect(gate(['3'], 3, { gone: true })).toBe('passes')
    expect(gate(['destroy'], 3, { gone: true, labels: [['destroy']] })).toBe('passes')
    expect(gate([], 0, { gone: true })).toBe('passes')
  })
  test('a count', () => {
    expect(gate(['3'], 3, { reviewed: false })).toBe('passes')
    expect(gate(['3'], 4)).toContain('allow-destroy lets 3 through')
    expect(gate(['0'], 1)).toContain('lets 0 through')
  })
  test('a label, however it is written', () => {
    for (const line of ['label:allow-destroy', 'Allow-Destroy', ' LABEL: allow-destroy '])
      expect(gate([line], 9, { labels: [['x', 'allow-Destroy']] })).toBe('passes')
    expect(gate(['allow-destroy'], 1, { labels: [['allow-destroy-not']] })).toContain(
      '#1 has no label "allow-destroy"',
    )
    expect(gate(['allow-destroy'], 1)).toContain('there is no pull request with the label')
  })
  test('one labelled pull request says nothing about another that came with it', () => {
    expect(gate(['yes-please'], 1, { labels: [['yes-please'], []] })).toContain('#2 has no label')
    expect(gate(['yes-please', 'ok'], 1, { labels: [['yes-please'], ['ok']] })).toBe('passes')
  })
  test('count or label', () => {
    expect(gate(['2', 'big'], 2)).toBe('passes')
    expect(gate(['2', 'big'], 3, { labels: [['big']] })).toBe('passes')
    expect(gate(['2', 'big'], 3, { labels: [[]] })).toMatch(/lets 2 through, and #1 has no label "big"/)
  })
  test('all faults at once, and nothing taken for a label that was meant otherwise', () => {
    for (const line of ['-1', '3.5', '1,000', '+2', 'true', 'False', 'none', '*', 'label:', '99999999999'])
      expect(() => parseAllowDestroy([line])).toThrow(UserError)
    expect(() => parseAllowDestroy(['1', '2', '-3', 'label:'])).toThrow(
      '"-3" is no count of resources; "label:" names no label; there are 2 counts, and one is needed',
    )
    expect(parseAllowDestroy(['label:true', 'label:all', 'label:3', ''])).toEqual({
      all: false,
      count: undefined,
      labels: ['true', 'all', '3'],
    })
    expect(parseAllowDestroy(['ALL', '7'])).toEqual({ all: true, count: 7, labels: [] })
  })
  test('property: with a count alone, exactly as many pass', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.boolean(),
        fc.boolean(),
        (allowed, count, reviewed, gone) => {
          expect(gate([String(allowed)], count, { reviewed, gone }) === 'passes').toBe(count <= allowed)
        },
      ),
    )
  })
})

describe('superseded', () => {
  const stacks = [stack('infra/dns'), stack('infra/vpc')]
  function lab(head: string | undefined, mergeBase: string | undefined, differ: readonly string[] = []) {
    const asked: string[] = []
    const answer = supersededStacks({
      github: {
        branchHead: () => Promise.resolve(head),
        mergeBase: () => Promise.resolve(mergeBase),
      },
      branch: 'main',
      commit: sha('ours'),
      stacks,
      detect: (commit) => {
        asked.push(commit)
        return Promise.resolve(new Set(differ.map((name) => stack(name).key)))
      },
    })
    return answer.then((refusals) => ({
      asked,
      refusals: [...refusals].map(([key, { code, reason }]) => [key, code, reason]),
    }))
  }
  test('the branch is where we are', async () => {
    expect(await lab(sha('ours'), undefined)).toEqual({ asked: [], refusals: [] })
  })
  test('it has moved on: only what is other there is refused, and the newer commit is named', async () => {
    const { asked, refusals } = await lab(sha('newer'), sha('ours'), ['infra/vpc', 'infra/unknown'])
    expect(asked).toEqual([sha('newer')])
    expect(refusals).toEqual([
      [
        stacks[1]?.key,
        'superseded',
        `main has moved on to ${sha('newer').slice(0, 12)}, which changes infra/vpc again.`,
      ],
    ])
  })
  test('the branch is gone, or its history was rewritten: all', async () => {
    expect((await lab(undefined, undefined)).refusals.map(([, code]) => code)).toEqual([
      'superseded',
      'superseded',
    ])
    for (const base of [sha('older'), undefined]) {
      const { asked, refusals } = await lab(sha('newer'), base)
      expect(refusals.map(([, code]) => code)).toEqual(['superseded', 'superseded'])
      expect(asked).toEqual([])
    }
  })
  test.each(['branchHead', 'mergeBase', 'detect'])('%s fails: all are unknown', async (what) => {
    const fail = () => Promise.reject(failureOf('permission', 403))
    const good = {
      branchHead: () => Promise.resolve(sha('newer')),
      mergeBase: () => Promise.resolve(sha('ours')),
    }
    const refusals = await supersededStacks({
      github: { ...good, ...(what === 'detect' ? {} : { [what]: fail }) },
      branch: 'main',
      commit: sha('ours'),
      stacks,
      detect: what === 'detect' ? fail : () => Promise.resolve(new Set()),
    })
    expect([...refusals.values()].map(({ code }) => code)).toEqual(['unknown', 'unknown'])
    expect([...refusals.values()][0]?.help).toContain('contents: read')
  })
  test('to be stopped is no answer', async () => {
    const detect = () => Promise.reject(new UserError('stopped', { causeClass: 'cancelled' }))
    const github = { branchHead: () => Promise.resolve('x'), mergeBase: () => Promise.resolve(sha('ours')) }
    await expect(
      supersededStacks({ github, branch: 'main', commit: sha('ours'), stacks, detect }),
    ).rejects.toThrow('stopped')
  })
})

describe('plans of this very run', () => {
  const DNS = stack('infra/dns')
  const run: RunContext = {
    event: 'workflow_dispatch',
    repository: REPOSITORY,
    defaultBranch: 'main',
    sha: sha('main'),
    ref: 'refs/heads/main',
    refType: 'branch',
    actor: 'mona',
    runId: '77',
    attempt: 2,
    workflowRef: `${REPOSITORY}/.github/workflows/gitops.yml@refs/heads/main`,
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    workspace: '/w',
    temp: '/t',
    pull: undefined,
    push: undefined,
    mergeGroup: undefined,
  }
  const artifact = (
    id: number,
    attempt: number,
    change: Partial<Artifact> & { hash?: string } = {},
  ): Artifact => ({
    id,
    name: planArtifactName(DNS.key, change.hash ?? DNS.inputsHash, attempt),
    size: 1,
    digest: undefined,
    createdAt: id,
    expired: false,
    ...change,
  })
  async function own(...artifacts: readonly Artifact[]): Promise<string> {
    const store = {
      list: () => Promise.resolve(artifacts),
      download: ({ id }: Artifact) => Promise.resolve([{ name: String(id), content: new Uint8Array() }]),
    }
    const found = (await ownPlans([DNS], store, run)).get(DNS.key)
    if (found?.kind !== 'found') return found?.refusal.code ?? 'nothing'
    expect(found.plan.run).toMatchObject({
      id: 77,
      headSha: sha('main'),
      attempt: 2,
      path: '.github/workflows/gitops.yml',
      headBranch: 'main',
      headRepository: REPOSITORY,
    })
    return (await found.plan.download())[0]?.name ?? ''
  }
  test('of the newest attempt up to ours', async () => {
    expect(await own(artifact(1, 1))).toBe('1')
    expect(await own(artifact(9, 1), artifact(2, 2))).toBe('2')
    expect(await own(artifact(1, 1), artifact(9, 3))).toBe('1')
    expect(await own(artifact(9, 3))).toBe('no-plan')
  })
  test('of an attempt before ours that planned other files since: not', async () => {
    expect(await own(artifact(1, 1), artifact(2, 2, { hash: inputs('v2') }))).toBe('inputs')
  })
  test('expired, none, and unanswered', async () => {
    expect(await own(artifact(1, 1, { expired: true }))).toBe('expired')
    expect(await own()).toBe('no-plan')
    const store = {
      list: () => Promise.reject(failureOf('unavailable', 503)),
      download: () => Promise.resolve([]),
    }
    expect((await ownPlans([DNS], store, run)).get(DNS.key)).toMatchObject({ refusal: { code: 'unknown' } })
  })
})
