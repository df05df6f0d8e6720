import { describe, expect, test } from '@jest/globals'
import { application, chartYaml, find, reached, source, type Files } from './support.ts'

const manifest = 'kind: ConfigMap'
const template = (spec: string): string => application('{{ .Values.name }}', spec)

const bootstrap: Files = {
  'apps/root.yaml': application('root', source('bootstrap')),
  'bootstrap/Chart.yaml': chartYaml('bootstrap'),
  'k8s/x/a.yaml': manifest,
  'k8s/y/a.yaml': manifest,
  'helm/shop/Chart.yaml': chartYaml('shop', 'dependencies: [{name: lib, repository: "file://../lib"}]'),
  'helm/lib/Chart.yaml': chartYaml('lib'),
  'envs/prod.yaml': '',
}

/** What counts only because a template or its values name it, for the chart and for the Application that renders it. */
async function named(files: Files): Promise<readonly string[]> {
  const { chart, application: of } = await find({ ...bootstrap, ...files })
  const forChart = chart('bootstrap').dynamic
  expect(of('root').dynamic).toEqual(forChart)
  return forChart
}

describe('Applications that a template makes', () => {
  test('a folder that is named', async () => {
    expect(await named({ 'bootstrap/templates/a.yaml': template(source('k8s/x')) })).toEqual(['k8s/x/a.yaml'])
    expect(await named({ 'bootstrap/templates/a.yaml': template(source('"k8s/x/" # c')) })).toEqual([
      'k8s/x/a.yaml',
    ])
  })

  test('a chart with its dependencies and values files, from the path, from the root, by a ref', async () => {
    for (const file of ['../../envs/prod.yaml', '/envs/prod.yaml', '$values/envs/prod.yaml']) {
      for (const list of [`\n      - ${file}`, ` [ "${file}" ]`]) {
        const spec = source('helm/shop', `    helm:\n      valueFiles:${list}\n`)
        expect(await named({ 'bootstrap/templates/a.yaml': template(spec) })).toEqual([
          'envs/prod.yaml',
          'helm/lib/Chart.yaml',
          'helm/shop/Chart.yaml',
        ])
      }
    }
  })

  test('a path with a part that is not known: all it may be; one of which nothing is known: nothing', async () => {
    expect(await named({ 'bootstrap/templates/a.yaml': template(source('k8s/{{ .Values.env }}')) })).toEqual([
      'k8s/x/a.yaml',
      'k8s/y/a.yaml',
    ])
    for (const path of ['{{ .Values.path }}', '{{ .Values.path }}/k8s', '.', '/', '../..']) {
      expect(await named({ 'bootstrap/templates/a.yaml': template(source(path)) })).toEqual([])
    }
  })

  test('paths in the values of the chart, from which the template takes them', async () => {
    const files = await named({
      'bootstrap/templates/a.yaml': `{{ range .Values.apps }}\n${template(source('{{ .path }}'))}{{ end }}`,
      'bootstrap/values.yaml': 'apps:\n- { name: a, path: k8s/x }\n- name: b\n  chartPath: helm/lib\n',
      'bootstrap/values-prod.yaml': 'apps: [{"path": "k8s/y"}]',
    })
    expect(files).toEqual(['helm/lib/Chart.yaml', 'k8s/x/a.yaml', 'k8s/y/a.yaml'])
  })

  test('who depends on the chart reports them too, through charts, Kustomize folders and further templates', async () => {
    const {
      snapshot,
      read,
      chart,
      application: of,
    } = await find({
      ...bootstrap,
      'bootstrap/templates/a.yaml': template(source('second')),
      'second/Chart.yaml': chartYaml('second'),
      'second/templates/a.yaml': template(source('k8s/x')),
      'umbrella/Chart.yaml': chartYaml(
        'umbrella',
        'dependencies: [{name: b, repository: "file://../bootstrap"}]',
      ),
      'kus/kustomization.yaml': 'helmGlobals: {chartHome: ../}\nhelmCharts: [{name: umbrella}]',
      'apps/kus.yaml': application('kus', source('kus')),
      'apps/other.yaml': application('other', source('helm/shop')),
    })
    for (const { files } of [chart('umbrella'), chart('bootstrap'), chart('second'), of('kus'), of('root')]) {
      expect(files).toContain('k8s/x/a.yaml')
    }
    for (const { files } of [chart('helm/shop'), of('other')]) expect(files).not.toContain('k8s/x/a.yaml')
    // Who installs the chart itself brings the Applications, not what they are made of.
    expect(reached(snapshot, read, 'chart-files:umbrella').files).not.toContain('k8s/x/a.yaml')
  })

  test('thousands of them, in a chain of charts, are read in linear time', async () => {
    const files: Record<string, string> = {}
    for (let at = 0; at < 2_000; at++) {
      const dependency = `dependencies: [{name: x, repository: "file://../b${at + 1}"}]`
      files[`b/b${at}/Chart.yaml`] = chartYaml(`b${at}`, dependency)
      files[`b/b${at}/templates/a.yaml`] = template(source(`k8s/x${at}`))
      files[`k8s/x${at}/a.yaml`] = manifest
    }
    const from = performance.now()
    const { chart } = await find(files)
    // Each with all: 11 s. 0.3 s on a machine that does nothing else.
    expect(performance.now() - from).toBeLessThan(4_000)
    expect(chart('b/b0').dynamic.length).toBe(2_000)
  })
})
