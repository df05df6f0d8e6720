import { expect, test } from '@jest/globals'
import { application, chartYaml, find, source } from './support.ts'

test('all that a Kustomize file may name, to any depth; circles and missing targets are nothing', async () => {
  const used = {
    'k8s/prod/kustomization.yaml': `
resources: [../base, d.yaml, ../single.yaml, gone.yaml, "https://github.com/x/y//z?ref=v1", "github.com/x/y"]
components: [../component]
patches: [{ path: p1.yaml }, { patch: "- op: add" }]
patchesStrategicMerge: [p2.yaml, "kind: X\\nmetadata: {}\\n"]
patchesJson6902: [{ path: p3.json }]
configMapGenerator: [{ files: [c.txt, "key=../c2.txt"], envs: [e.env] }]
secretGenerator: [{ env: s.env }]
generators: [gen.yaml]
transformers: [trans]
validators: [v.yaml]
crds: [crd.json]
configurations: [conf.yaml]
openapi: { path: schema.json }
replacements: [{ path: r.yaml }, { source: {} }]
helmGlobals: { chartHome: ../charts }
helmCharts: [{ name: local, valuesFile: hv.yaml, additionalValuesFiles: [hv2.yaml] }, { name: remote, version: 1.2, repo: https://x }]
`,
    'k8s/base/Kustomization': 'bases: [../prod]\nresources: [b.yaml]',
    'k8s/base/b.yaml': '',
    'k8s/component/kustomization.yml': 'kind: Component\nresources: [../base]',
    'k8s/charts/local/Chart.yaml': chartYaml(
      'local',
      'dependencies: [{name: l, repository: "file://../lib"}]',
    ),
    'k8s/charts/lib/Chart.yaml': chartYaml('lib'),
    'k8s/charts/remote-1.2/remote/Chart.yaml': chartYaml('remote'),
    'k8s/single.yaml': '',
    'k8s/c2.txt': '',
    'k8s/prod/gen.yaml': 'kind: Plugin\nargs: { file: from-plugin.txt }',
    'k8s/prod/from-plugin.txt': '',
    'k8s/prod/trans/kustomization.yaml': 'resources: [t.yaml]',
    'k8s/prod/trans/t.yaml': '',
    ...Object.fromEntries(
      'd.yaml p1.yaml p2.yaml p3.json c.txt e.env s.env v.yaml crd.json conf.yaml schema.json r.yaml hv.yaml hv2.yaml'
        .split(' ')
        .map((name) => [`k8s/prod/${name}`, '']),
    ),
  }
  const found = await find({
    ...used,
    'k8s/prod/unused.yaml': '',
    'k8s/charts/unused/Chart.yaml': chartYaml('unused'),
    'k8s/base/unused.yaml': '',
    'app.yaml': application('web', source('k8s/prod')),
  })
  expect(found.application('web').files).toEqual(Object.keys(used).sort())
  expect(found.application('web').dynamic).toEqual(['k8s/prod/from-plugin.txt'])
  expect(found.notices).toEqual([])
})

test('a broken Kustomize file: its folder and all it names, with the place; others stay exact', async () => {
  const found = await find({
    'k8s/kustomization.yaml': 'resources:\n  - ../base\n  - [x\npatches: y',
    'k8s/any.yaml': '',
    'base/kustomization.yaml': 'resources: [b.yaml]',
    'base/b.yaml': '',
    'fine/kustomization.yaml': 'resources: [../base]',
    'a.yaml': application('broken', source('k8s')),
    'b.yaml': application('fine', source('fine')),
  })
  expect(found.application('broken').files).toEqual([
    'base/b.yaml',
    'base/kustomization.yaml',
    'k8s/any.yaml',
    'k8s/kustomization.yaml',
  ])
  expect(found.application('fine')).toEqual({
    files: ['base/b.yaml', 'base/kustomization.yaml', 'fine/kustomization.yaml'],
    dynamic: [],
  })
  expect(found.notices).toHaveLength(1)
  expect(found.notices[0]).toMatchObject({ file: 'k8s/kustomization.yaml', line: 4 })
})

test('what leads out of the repository is told; links are followed', async () => {
  const found = await find({
    'k8s/kustomization.yaml': { link: '../shared/kustomization.yaml' },
    'shared/kustomization.yaml': 'resources: [x.yaml, ../../../etc]\nbases: [current]',
    'k8s/x.yaml': '',
    'k8s/current': { link: '../versions/2' },
    'versions/2/kustomization.yaml': 'resources: [v.yaml]',
    'versions/2/v.yaml': '',
    'a.yaml': application('web', source('k8s')),
  })
  expect(found.application('web').files).toEqual([
    'k8s/current',
    'k8s/kustomization.yaml',
    'k8s/x.yaml',
    'shared/kustomization.yaml',
    'versions/2/kustomization.yaml',
    'versions/2/v.yaml',
  ])
  expect(found.notices.map(({ message }) => message)).toEqual([
    'This Kustomize file names ../../../etc, outside of the repository',
  ])
})
