import { describe, expect, test } from '@jest/globals'
import { changesOf } from '../../../src/repository/changes.ts'
import { EMPTY_CONFIG } from '../../../src/repository/config/config.ts'
import type { Changes } from '../../../src/repository/items.ts'
import { findKubernetes } from '../../../src/repository/kubernetes/find-kubernetes.ts'
import { modelOf, type RepositoryModel } from '../../../src/repository/model.ts'
import { factsCache } from '../../../src/repository/modules/parsed-module.ts'
import { stackKey } from '../../../src/terraform/stack-key.ts'
import { application, chartYaml, source } from '../kubernetes/support.ts'
import { snapshotOf, type Tree } from '../support/memory-snapshot.ts'

async function model(tree: Tree, revision = 'memory'): Promise<RepositoryModel> {
  const snapshot = snapshotOf(tree, revision)
  const kubernetes = await findKubernetes(snapshot, { repository: 'acme/deploy' })
  return modelOf(snapshot, EMPTY_CONFIG, { keyOf: stackKey, facts: factsCache(), kubernetes })
}

async function gone(base: Tree, head: Tree, ...more: Tree[]): Promise<Changes['gone']> {
  const unfinished = await Promise.all(more.map((tree, at) => model(tree, `run-${at}`)))
  return changesOf(await model(base), await model(head), { more: unfinished, ownersOf: (path) => [path] })
    .gone
}

const named = ({ charts, applications }: Changes['gone']): string[] =>
  [...charts, ...applications].map(
    ({ item, status, reasons }) => `${item.node} ${status}: ${reasons[0]?.text ?? ''}`,
  )

const base: Tree = {
  'helm/shop/Chart.yaml': chartYaml('shop'),
  'helm/shop/values.yaml': '',
  'helm/web/Chart.yaml': chartYaml('web'),
  'apps/all.yaml': `${application('a', source('helm/shop'))}---\n${application('b', source('helm/web'))}`,
}

const without = (...paths: string[]): Tree =>
  Object.fromEntries(Object.entries(base).filter(([path]) => !paths.includes(path)))

describe('gone', () => {
  test('nothing, when nothing is', async () => {
    expect(await gone(base, { ...base, 'helm/new/Chart.yaml': chartYaml('new') })).toEqual({
      charts: [],
      applications: [],
    })
    expect(changesOf(undefined, await model(base)).gone).toEqual({ charts: [], applications: [] })
  })

  test('a chart: with its deleted files, its owners and the hash of what it was', async () => {
    const { charts, applications } = await gone(
      base,
      without('helm/shop/Chart.yaml', 'helm/shop/values.yaml'),
    )
    expect(applications).toEqual([])
    expect(charts).toEqual([
      {
        item: expect.objectContaining({ name: 'shop', path: 'helm/shop', node: 'chart:helm/shop' }),
        status: 'deleted',
        reasons: ['helm/shop/Chart.yaml', 'helm/shop/values.yaml'].map((file) => ({
          file,
          change: 'deleted',
          via: ['shop'],
          kinds: ['files'],
          dynamic: false,
          text: `${file} → shop`,
        })),
        moreReasons: 0,
        inputsHash: (await model(base)).hashOf('chart:helm/shop'),
        owners: ['helm/shop'],
      },
    ])
    // What is left of the folder does not matter.
    expect(named(await gone(base, without('helm/shop/Chart.yaml')))).toEqual([
      'chart:helm/shop deleted: helm/shop/Chart.yaml → shop',
    ])
  })

  test('an Application: with its file, or out of a file that stays; a changed chart is no reason', async () => {
    expect(named(await gone(base, without('apps/all.yaml', 'helm/web/Chart.yaml')))).toEqual([
      'chart:helm/web deleted: helm/web/Chart.yaml → web',
      'application:apps/all.yaml#argocd/a deleted: apps/all.yaml → a',
      'application:apps/all.yaml#argocd/b deleted: apps/all.yaml → b',
    ])
    const found = await gone(base, { ...base, 'apps/all.yaml': application('a', source('helm/shop')) })
    expect(named(found)).toEqual(['application:apps/all.yaml#argocd/b deleted: apps/all.yaml → b'])
    expect(found.applications[0]?.reasons.map(({ file, change }) => [file, change])).toEqual([
      ['apps/all.yaml', 'modified'],
    ])
  })

  test('no Application whose file was renamed; but the second of two, of which one is left', async () => {
    const all = base['apps/all.yaml'] ?? ''
    expect(named(await gone(base, { ...without('apps/all.yaml'), 'apps/new.yaml': all }))).toEqual([])
    const twice = { ...base, 'apps/twin.yaml': all }
    expect(named(await gone(twice, base))).toEqual([
      'application:apps/twin.yaml#argocd/a deleted: apps/twin.yaml → a',
      'application:apps/twin.yaml#argocd/b deleted: apps/twin.yaml → b',
    ])
    const merged = { ...without('apps/all.yaml'), 'apps/new.yaml': all }
    expect(named(await gone(twice, merged)).length).toBe(2)
    // Another namespace is another one.
    const moved = application('a', source('helm/shop')).replace('namespace: argocd', 'namespace: other')
    expect(
      named(await gone({ 'a.yaml': application('a', source('helm/shop')) }, { 'b.yaml': moved })),
    ).toEqual(['application:a.yaml#argocd/a deleted: a.yaml → a'])
  })

  test('what only an unfinished run saw, once', async () => {
    const run = { ...base, 'helm/late/Chart.yaml': chartYaml('late') }
    expect(named(await gone(base, base, run, run))).toEqual([
      'chart:helm/late deleted: helm/late/Chart.yaml → late',
    ])
  })
})
