import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeExec } from '../../src/core/exec.ts'
import { detectChanges, type Detected, type DetectRequest } from '../../src/pipeline/detect.ts'
import {
  makeRepository,
  moduleCall,
  MODULE,
  SMALL,
  stackFile,
  type Files,
  type Repository,
} from '../actions/detect-support.ts'

/** The engine on real repositories, without a process around it. */
let repo: Repository
beforeEach(async () => {
  repo = await makeRepository()
})
afterEach(async () => {
  await repo[Symbol.asyncDispose]()
})

async function detect(
  request: Partial<DetectRequest> & { readonly head: string; readonly base: string | undefined },
): Promise<Detected> {
  const found = await detectChanges({
    place: { exec: makeExec(), env: { PATH: process.env['PATH'] ?? '' }, cwd: repo.work },
    kinds: ['terraform', 'helm', 'argocd'],
    include: [],
    exclude: [],
    repository: 'acme/gitops',
    ...request,
  })
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}

async function change(base: Files, edit: Files): Promise<{ base: string; head: string }> {
  const first = await repo.commit(base)
  return { base: first, head: await repo.commit(edit, first) }
}

const stacks = ({ changes }: Detected): string[] =>
  changes.stacks.map(({ item, status }) => `${item.name} ${status}`)

describe('what a change touches', () => {
  test('nothing, when a file that nobody uses changes', async () => {
    const found = await detect(await change(SMALL, { 'README.md': '# Other\n' }))
    expect(found.changes).toMatchObject({
      stacks: [],
      deletedStacks: [],
      charts: [],
      applications: [],
      found: { stacks: 2, charts: 1, applications: 1 },
    })
    expect([found.known, found.unused]).toEqual([8, []])
  })

  test('everything, without a base', async () => {
    const { head } = await change(SMALL, {})
    const { changes } = await detect({ head, base: undefined })
    expect([changes.stacks.length, changes.charts.length, changes.applications.length]).toEqual([2, 1, 1])
    expect(changes.stacks[0]?.reasons[0]?.text).toContain('no base to compare with')
  })

  test('the hash of a stack is the same whatever else is looked for', async () => {
    const at = await change(SMALL, { 'modules/vpc/main.tf': `${MODULE}# x\n` })
    const all = await detect(at)
    const some = await detect({ ...at, kinds: ['terraform'] })
    expect(some.changes.stacks).toEqual(all.changes.stacks)
    expect(some.changes).toMatchObject({
      charts: [],
      applications: [],
      found: { charts: 0, applications: 0 },
    })
    const helm = await detect({ ...at, kinds: ['helm'] })
    expect(helm.changes).toMatchObject({ stacks: [], found: { stacks: 0, charts: 1, applications: 0 } })
    expect(helm.changes.notices).toEqual([])
  })

  test('what differs from a run that did not end counts too, though it equals the last good one', async () => {
    const base = await repo.commit(SMALL)
    const failed = await repo.commit({ 'infra/dns/main.tf': stackFile('dns', '# half applied\n') }, base)
    const head = await repo.commit(
      { 'infra/dns/main.tf': stackFile('dns'), 'README.md': '# taken back\n' },
      failed,
    )
    expect(stacks(await detect({ base, head }))).toEqual([])
    expect(stacks(await detect({ base, head, unfinished: [failed] }))).toEqual(['infra/dns changed'])
  })

  test('owners come from CODEOWNERS, and over it from the configuration', async () => {
    const owned = {
      ...SMALL,
      '.github/CODEOWNERS': '/infra/ @acme/infra\n/helm/ @acme/apps\n/apps/*.yaml @acme/argo\n',
      '.github/gitops.yml': 'owners:\n  infra/dns: ["@acme/dns"]\n',
    }
    const { head } = await change(owned, {})
    const { changes } = await detect({ head, base: undefined })
    const owners = [...changes.stacks, ...changes.charts, ...changes.applications].map((one) => [
      one.item.name,
      one.owners,
    ])
    expect(owners).toEqual([
      ['infra/dns', ['@acme/dns']],
      ['infra/network', ['@acme/infra']],
      ['shop', ['@acme/apps']],
      ['shop', ['@acme/argo']],
    ])
  })

  test('the owners of a chart in the root are those of its Chart.yaml', async () => {
    const chart = { 'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n' }
    const { head } = await change({ ...chart, CODEOWNERS: '* @all\nChart.yaml @apps\n' }, {})
    const { changes } = await detect({ head, base: undefined })
    expect(changes.charts.map(({ owners }) => owners)).toEqual([['@apps']])
  })

  test('an Application of another repository is not deployed from here', async () => {
    const at = await change(SMALL, { 'helm/shop/values.yaml': 'replicas: 5\n' })
    expect((await detect(at)).changes.applications).toHaveLength(1)
    expect((await detect({ ...at, repository: 'acme/other' })).changes.applications).toHaveLength(0)
  })
})

describe('configuration', () => {
  test('each tree is read with its own', async () => {
    const entry = (more: string): string => `stacks:\n  - path: infra/dns\n    name: names\n${more}`
    const at = await change(
      { ...SMALL, 'zones/a.txt': 'a\n', '.github/gitops.yml': entry('') },
      { '.github/gitops.yml': entry('    extra-inputs: [zones/**]\n') },
    )
    const { changes } = await detect(at)
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([['names', 'affected']])
    // Another name alone is no other stack, and none is gone.
    const renamed = await repo.commit({ '.github/gitops.yml': entry('').replace('names', 'zones') }, at.base)
    const after = await detect({ base: at.base, head: renamed })
    expect([stacks(after), after.changes.deletedStacks]).toEqual([[], []])
    expect(after.model.stacks.map(({ name }) => name)).toContain('zones')
  })

  test('extra inputs and global inputs', async () => {
    const config = 'global-inputs: [ci/*.sh]\nstacks:\n  - path: infra/dns\n    extra-inputs: [zones/**]\n'
    const base = { ...SMALL, '.github/gitops.yml': config, 'zones/a.txt': 'a\n', 'ci/run.sh': 'echo\n' }
    const first = await repo.commit(base)
    const zone = await repo.commit({ 'zones/a.txt': 'b\n' }, first)
    expect(stacks(await detect({ base: first, head: zone }))).toEqual(['infra/dns affected'])
    const script = await repo.commit({ 'ci/run.sh': 'echo 2\n' }, first)
    expect(stacks(await detect({ base: first, head: script }))).toEqual([
      'infra/dns affected',
      'infra/network affected',
    ])
  })

  test('another file, also behind a link', async () => {
    const base = {
      ...SMALL,
      'conf/real/pipeline.yml': 'stacks:\n  - path: infra/dns\n    name: names\n',
      'conf/now': { link: 'real' },
    }
    const { head } = await change(base, {})
    for (const config of ['conf/real/pipeline.yml', 'conf/now/pipeline.yml']) {
      const { changes, configFile } = await detect({ head, base: undefined, config })
      expect(changes.stacks.map(({ item }) => item.name)).toContain('names')
      expect(configFile).toBe(config)
    }
    await expect(detect({ head, base: undefined, config: 'conf/none.yml' })).rejects.toThrow(
      'there is no file',
    )
  })

  test('faults of head are given, all of them; those of the base are a notice', async () => {
    const broken = 'stacks: [{ pth: a }]\nglobl: 1\n'
    const at = await change(SMALL, { '.github/gitops.yml': broken })
    const found = await detectChanges({
      place: { exec: makeExec(), env: { PATH: process.env['PATH'] ?? '' }, cwd: repo.work },
      kinds: ['terraform'],
      include: [],
      exclude: [],
      ...at,
    })
    if (!('faults' in found)) throw new Error('faults are wanted')
    expect(found.faults.map(({ file, line }) => `${file}:${line}`)).toEqual(
      expect.arrayContaining(['.github/gitops.yml:1', '.github/gitops.yml:2']),
    )
    const mended = await detect({ base: at.head, head: at.base })
    expect(mended.changes.notices).toContainEqual(
      expect.objectContaining({
        file: '.github/gitops.yml',
        message: expect.stringContaining('at the base'),
      }),
    )
  })
})

describe('include and exclude', () => {
  test('narrow what is told, not what is known', async () => {
    const at = await change(SMALL, {
      'infra/dns/main.tf': stackFile('dns', '# x\n'),
      'infra/network/main.tf': stackFile('network', `${moduleCall('vpc', '../../modules/vpc')}# x\n`),
    })
    const found = await detect({ ...at, include: ['infra/**'], exclude: ['**/dns'] })
    expect(stacks(found)).toEqual(['infra/network changed'])
    expect([found.known, found.unused, found.model.stacks.length]).toEqual([8, [], 2])
  })

  test('a pattern is used when it matches what is there or was there, touched or not', async () => {
    const at = await change(SMALL, { 'infra/dns/main.tf': null })
    const found = await detect({ ...at, include: ['infra/dns', 'helm/*', 'infar/*'] })
    expect(found.unused).toEqual(['infar/*'])
    expect(found.changes.deletedStacks.map(({ item }) => item.name)).toEqual(['infra/dns'])
  })
})

describe('a base whose configuration is broken', () => {
  const MENDED = 'stacks:\n  - path: infra/dns\n    name: dns\n'

  test('is no reason to judge less: everything is, and what is gone is still told', async () => {
    const at = await change(
      { ...SMALL, '.github/gitops.yml': 'stacks: 4\n' },
      { '.github/gitops.yml': MENDED, 'infra/network/main.tf': null },
    )
    const { changes } = await detect(at)
    expect(changes.stacks.map(({ item }) => item.name)).toEqual(['dns'])
    expect(changes.deletedStacks.map(({ item }) => item.name)).toEqual(['infra/network'])
    expect(changes.notices.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('the configuration is faulty, so that everything is judged'),
    )
  })
})
