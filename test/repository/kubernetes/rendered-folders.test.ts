import { describe, expect, test } from '@jest/globals'
import { EMPTY_CONFIG } from '../../../src/repository/config/config.ts'
import { findKubernetes } from '../../../src/repository/kubernetes/find-kubernetes.ts'
import { modelOf, type RepositoryModel } from '../../../src/repository/model.ts'
import { factsCache } from '../../../src/repository/modules/parsed-module.ts'
import { stackKey } from '../../../src/terraform/stack-key.ts'
import { backend, call, changesOfTrees, names, told } from '../support/changes-of-trees.ts'
import { snapshotOf, type Tree } from '../support/memory-snapshot.ts'
import { application, chartYaml, reached, source } from './support.ts'

const release = (chart: string): string =>
  `resource "helm_release" "x" {\n  name = "x"\n  chart = ${chart}\n}\n`

const files: Tree = {
  'helm/shop/Chart.yaml': chartYaml(
    'shop',
    'dependencies: [{name: lib, repository: "file://../../libs/lib"}]',
  ),
  'helm/web/Chart.yaml': chartYaml(
    'web',
    'dependencies: [{name: lib, repository: "file://../../libs/other"}]',
  ),
  'libs/lib/Chart.yaml': chartYaml('lib'),
  'libs/lib/templates/a.yaml': '',
  'libs/other/Chart.yaml': chartYaml('other'),
  'k8s/overlays/prod/kustomization.yaml': 'resources: [../../base]',
  'k8s/base/kustomization.yaml': 'resources: [a.yaml]',
  'k8s/base/a.yaml': '',
  'k8s/base/unused.yaml': '',
  'live/other/main.tf': backend('other'),
}

const after = async (main: string, edit: string, more: Tree = {}): Promise<string[]> =>
  told(await changesOfTrees({ ...files, 'live/a/main.tf': backend('a') + main, ...more }, { [edit]: 'x: y' }))

describe('what Terraform renders', () => {
  test('a chart: with what it depends on', async () => {
    const main = release('"../../helm/shop"')
    expect(await after(main, 'libs/lib/templates/a.yaml')).toEqual([
      'live/a: affected: libs/lib/templates/a.yaml → libs/lib → helm/shop → live/a',
    ])
    expect(await after(main, 'libs/other/Chart.yaml')).toEqual([])
  })

  test('a Kustomize folder: with its bases, and of those what they name', async () => {
    const main = 'data "kustomization_build" "x" {\n  path = "${path.root}/../../k8s/overlays/prod"\n}\n'
    expect(await after(main, 'k8s/base/a.yaml')).toEqual([
      'live/a: affected: k8s/base/a.yaml → k8s/base → k8s/overlays/prod → live/a',
    ])
    expect(await after(main, 'k8s/base/unused.yaml')).toEqual([])
  })

  test('by a module that is called, from its folder, through a link', async () => {
    const module = {
      'modules/m/main.tf': release('"${path.module}/chart"'),
      'modules/m/chart': { link: '../../helm/shop' },
    }
    const [found] = await after(call('"../../modules/m"'), 'libs/lib/templates/a.yaml', module)
    expect(found).toContain('libs/lib → helm/shop → modules/m → live/a')
  })

  test('of a path with an unknown part: any in there', async () => {
    const main = release('"../../helm/${each.key}"')
    for (const edit of ['libs/lib/templates/a.yaml', 'libs/other/Chart.yaml']) {
      expect((await after(main, edit)).length).toBe(1)
    }
    expect(await after(main, 'k8s/base/a.yaml')).toEqual([])
  })

  test('what others render is none of it', async () => {
    const { reasons } =
      (await changesOfTrees(files, { 'live/other/main.tf': backend('other') + '# x' })).stacks[0] ?? {}
    expect(reasons?.length).toBe(1)
    expect(names(await changesOfTrees(files, { 'libs/lib/Chart.yaml': '' }))).toEqual([])
  })
})

test('the hash of a stack is the same whether Applications are looked for or not', async () => {
  const tree: Tree = {
    ...files,
    'live/a/main.tf': backend('a') + release('"../../helm/shop"') + release('"../../boot"'),
    'live/b/main.tf': backend('b') + 'locals { path = "../../k8s/overlays/prod" }\n',
    'boot/Chart.yaml': chartYaml('boot'),
    'boot/templates/app.yaml': application('{{ .x }}', source('k8s/base')),
    'apps/a.yaml': application('a', source('k8s/overlays/prod')),
    'apps/b.yaml': application('b', source('boot')),
  }
  const snapshot = snapshotOf(tree)
  const model = (more: object): Promise<RepositoryModel> =>
    modelOf(snapshot, EMPTY_CONFIG, { keyOf: stackKey, facts: factsCache(), ...more })
  const alone = await model({})
  const kubernetes = await findKubernetes(snapshot, { repository: 'acme/deploy', config: EMPTY_CONFIG })
  const beside = await model({ kubernetes })
  expect(alone.stacks.length).toBe(3)
  for (const { node } of alone.stacks) {
    expect(reached(snapshot, beside.read, node)).toEqual(reached(snapshot, alone.read, node))
    expect(beside.hashOf(node)).toBe(alone.hashOf(node))
  }
})
