import { describe, expect, test } from '@jest/globals'
import { application, chartYaml, find, source } from './support.ts'

const dependency = (path: string, more = ''): string =>
  `dependencies:\n  - name: dep\n    version: 1.0.0\n    repository: file://${path}\n${more}`

describe('charts are found', () => {
  test('with name, version as it is written, and type', async () => {
    const { charts } = await find({
      'helm/web/Chart.yaml': chartYaml('web'),
      'helm/lib/Chart.yaml': chartYaml('common', 'type: library\n'),
    })
    expect(charts).toEqual([
      { name: 'common', path: 'helm/lib', version: '1.10', type: 'library', node: 'chart:helm/lib' },
      { name: 'web', path: 'helm/web', version: '1.10', type: 'application', node: 'chart:helm/web' },
    ])
  })

  test('a vendored sub-chart is a part of its parent, at any depth', async () => {
    const found = await find({
      'helm/web/Chart.yaml': chartYaml('web'),
      'helm/web/charts/redis/Chart.yaml': chartYaml('redis'),
      'helm/web/charts/redis/charts/common/Chart.yaml': chartYaml('common'),
      'charts/api/Chart.yaml': chartYaml('api'),
    })
    expect(found.charts.map(({ path }) => path)).toEqual(['charts/api', 'helm/web'])
    expect(found.chart('helm/web').files).toEqual([
      'helm/web/Chart.yaml',
      'helm/web/charts/redis/Chart.yaml',
      'helm/web/charts/redis/charts/common/Chart.yaml',
    ])
  })

  test('all files of the folder count: Helm loads them all', async () => {
    const { chart } = await find({
      'a/Chart.yaml': chartYaml('a'),
      'a/Chart.lock': 'x',
      'a/values.yaml': 'x: 1',
      'a/templates/deep/x.yaml': '{{ .Values }}',
      'a/files/motd': 'hello',
      'ab/other': '',
    })
    expect(chart('a').files).toEqual([
      'a/Chart.lock',
      'a/Chart.yaml',
      'a/files/motd',
      'a/templates/deep/x.yaml',
      'a/values.yaml',
    ])
  })

  test('a chart in the repository root is not the whole repository', async () => {
    const files = {
      'Chart.yaml': chartYaml('root'),
      'values.yaml': '',
      'templates/a.yaml': 'x: {{ .Files.Get "config/app.ini" }}',
      'config/app.ini': '',
      'infra/main.tf': '',
    }
    const { chart } = await find(files)
    expect(chart('.').files).toEqual(['Chart.yaml', 'config/app.ini', 'templates/a.yaml', 'values.yaml'])
    const wide = await find({ ...files, 'templates/_b.tpl': '{{ .Files.Get .Values.name }}' })
    expect(wide.chart('.').files).toContain('infra/main.tf')
  })
})

describe('acceptance case 21: what a chart depends on', () => {
  test('a file:// sub-chart, through a chain, whatever its alias', async () => {
    const { chart, notices } = await find({
      'helm/web/Chart.yaml': chartYaml('web', dependency('../api', '    alias: backend\n')),
      'helm/api/Chart.yaml': chartYaml('api', dependency('../../lib/common/')),
      'lib/common/Chart.yaml': chartYaml('common', 'type: library'),
      'lib/common/templates/_x.tpl': '',
      'helm/other/Chart.yaml': chartYaml('other'),
    })
    expect(chart('helm/web').files).toEqual([
      'helm/api/Chart.yaml',
      'helm/web/Chart.yaml',
      'lib/common/Chart.yaml',
      'lib/common/templates/_x.tpl',
    ])
    expect(chart('helm/other').files).toEqual(['helm/other/Chart.yaml'])
    expect(notices).toEqual([])
  })

  test('a library chart selects its dependents; an Application of one dependent is no input of the other', async () => {
    const found = await find({
      'lib/Chart.yaml': chartYaml('lib', 'type: library'),
      'web/Chart.yaml': chartYaml('web', dependency('../lib')),
      'api/Chart.yaml': chartYaml('api', dependency('../lib')),
      'apps/web.yaml': application('web', source('web')),
      'apps/api.yaml': application('api', source('api')),
    })
    expect(found.chart('web').files).toEqual(['apps/web.yaml', 'lib/Chart.yaml', 'web/Chart.yaml'])
    expect(found.chart('lib').files).toEqual(['lib/Chart.yaml'])
    expect(found.application('api').files).toEqual(['api/Chart.yaml', 'lib/Chart.yaml'])
  })

  test('two Applications of one chart are not inputs of each other, but both are of the chart', async () => {
    const found = await find({
      'web/Chart.yaml': chartYaml('web'),
      'values/one.yaml': '',
      'values/two.yaml': '',
      'apps/one.yaml': application('one', source('web', '    helm: { valueFiles: [../values/one.yaml] }')),
      'apps/two.yaml': application('two', source('web', '    helm: { valueFiles: [/values/two.yaml] }')),
    })
    expect(found.application('one').files).toEqual(['values/one.yaml', 'web/Chart.yaml'])
    expect(found.application('two').files).toEqual(['values/two.yaml', 'web/Chart.yaml'])
    expect(found.chart('web').files).toEqual([
      'apps/one.yaml',
      'apps/two.yaml',
      'values/one.yaml',
      'values/two.yaml',
      'web/Chart.yaml',
    ])
    expect(found.read('chart:web')?.edges).toContainEqual({ to: 'file:apps/one.yaml', kind: 'application' })
    expect(found.read('chart:web')?.edges).toContainEqual({ to: 'file:values/one.yaml', kind: 'values' })
  })

  test('circles end, and a chain of thousands does not break', async () => {
    const files: Record<string, string> = {
      'a/Chart.yaml': chartYaml('a', dependency('../b')),
      'b/Chart.yaml': chartYaml('b', dependency('../a')),
    }
    for (let at = 0; at < 3_000; at++)
      files[`c/c${at}/Chart.yaml`] = chartYaml('c', dependency(`../c${at + 1}`))
    files['c/c3000/Chart.yaml'] = chartYaml('end')
    const { chart } = await find(files)
    expect(chart('a').files).toEqual(['a/Chart.yaml', 'b/Chart.yaml'])
    expect(chart('b').files).toEqual(['a/Chart.yaml', 'b/Chart.yaml'])
    expect(chart('c/c0').files).toHaveLength(3_001)
  })

  test('requirements.yaml of Helm 2, and a target that is no chart', async () => {
    const { chart } = await find({
      'a/Chart.yaml': 'apiVersion: v1\nname: a\nversion: 1.0.0',
      'a/requirements.yaml': dependency('../plain'),
      'plain/x.txt': '',
    })
    expect(chart('a').files).toEqual(['a/Chart.yaml', 'a/requirements.yaml', 'plain/x.txt'])
  })
})

describe('what leads elsewhere', () => {
  test('dependencies out of the repository, to nothing, and absolute ones are told and left out', async () => {
    const { chart, notices } = await find({
      'a/Chart.yaml': chartYaml(
        'a',
        'dependencies:\n' +
          ['../../outside', '/etc', './gone', '../a/../../..']
            .map((to) => `  - {name: x, repository: "file://${to}"}\n`)
            .join('') +
          '  - {name: y, repository: "https://charts.example.com"}\n  - {name: z, repository: "oci://ghcr.io/x"}\n',
      ),
    })
    expect(chart('a').files).toEqual(['a/Chart.yaml'])
    expect(notices.map(({ message, file }) => `${file ?? ''}: ${message}`)).toEqual([
      'a/Chart.yaml: The dependency file://../../outside leads out of the repository',
      'a/Chart.yaml: The dependency file://../a/../../.. leads out of the repository',
      'a/Chart.yaml: The dependency file://./gone is not there',
      'a/Chart.yaml: The dependency file:///etc leads out of the repository',
    ])
  })

  test('a dependency that is a link is followed; the link itself is an input', async () => {
    const { chart, notices } = await find({
      'a/Chart.yaml': chartYaml('a', dependency('../current')),
      current: { link: 'versions/v2' },
      'versions/v1/Chart.yaml': chartYaml('dep'),
      'versions/v2/Chart.yaml': chartYaml('dep', dependency('../../lib')),
      'lib/Chart.yaml': chartYaml('lib'),
    })
    expect(chart('a').files).toEqual(['a/Chart.yaml', 'current', 'lib/Chart.yaml', 'versions/v2/Chart.yaml'])
    expect(notices).toEqual([])
  })

  test('links that leave the repository or loop are told', async () => {
    const { chart, notices } = await find({
      'a/Chart.yaml': chartYaml('a', `${dependency('../out')}  - {name: l, repository: "file://../loop"}\n`),
      out: { link: '../elsewhere' },
      loop: { link: 'loop' },
    })
    expect(chart('a').files).toEqual(['a/Chart.yaml', 'loop', 'out'])
    expect(notices.map(({ message }) => message)).toEqual([
      'The dependency file://../loop is a link that leads back to itself',
      'The dependency file://../out is a link that leads out of the repository',
    ])
  })

  test('links inside a chart bring what they lead to: a file, a folder, another chart with its dependencies', async () => {
    const { chart } = await find({
      'a/Chart.yaml': chartYaml('a'),
      'a/values.yaml': { link: '../shared/values.yaml' },
      'a/files': { link: '../shared/files' },
      'a/charts/dep': { link: '../../dep' },
      'shared/values.yaml': '',
      'shared/files/x': { link: '../../y' },
      'shared/unused': '',
      y: '',
      'dep/Chart.yaml': chartYaml('dep', dependency('../lib')),
      'lib/Chart.yaml': chartYaml('lib'),
    })
    expect(chart('a').files).toEqual([
      'a/Chart.yaml',
      'a/charts/dep',
      'a/files',
      'a/values.yaml',
      'dep/Chart.yaml',
      'lib/Chart.yaml',
      'shared/files/x',
      'shared/values.yaml',
      'y',
    ])
  })
})

describe('charts that cannot be read', () => {
  test('acceptance case 23: a broken Chart.yaml names the place, and is cautious for itself only', async () => {
    const { charts, chart, notices } = await find({
      'broken/Chart.yaml':
        'apiVersion: v2\nname: web\nversion: [1.0\ndependencies:\n  - repository: file://../lib\n',
      'broken/x': '',
      'lib/Chart.yaml': chartYaml('lib'),
      'fine/Chart.yaml': chartYaml('fine'),
    })
    expect(charts.map(({ path, name }) => [path, name])).toEqual([
      ['broken', 'web'],
      ['fine', 'fine'],
      ['lib', 'lib'],
    ])
    expect(chart('broken').files).toEqual(['broken/Chart.yaml', 'broken/x', 'lib/Chart.yaml'])
    expect(chart('fine').dynamic).toEqual([])
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ file: 'broken/Chart.yaml', line: 4, column: 1 })
  })

  test('templated, empty or not UTF-8: the folder gives the name', async () => {
    const { charts, notices } = await find({
      'blank/Chart.yaml': '',
      'templated/Chart.yaml': 'name: {{ name }}\nversion: {{ version }}\n',
      'Chart.yaml': 'version: 1\n',
    })
    expect(charts.map(({ path, name, version }) => [path, name, version])).toEqual([
      ['.', 'deploy', '1'],
      ['blank', 'blank', ''],
      ['templated', 'templated', ''],
    ])
    expect(notices.map(({ file }) => file)).toContain('blank/Chart.yaml')
  })

  test('names with spaces, quotes, line breaks and other scripts', async () => {
    const { chart } = await find({
      'helm/웹 "앱"/Chart.yaml': chartYaml(
        'web',
        `dependencies: [{name: d, repository: "file://../a\\nb'c"}]`,
      ),
      "helm/a\nb'c/Chart.yaml": chartYaml('d'),
    })
    expect(chart('helm/웹 "앱"').files).toEqual(["helm/a\nb'c/Chart.yaml", 'helm/웹 "앱"/Chart.yaml'])
  })
})

test('a repository of nothing of the kind costs no YAML', async () => {
  const found = await find({ 'a.yaml': 'kind: Deployment', 'main.tf': '' })
  expect(found).toMatchObject({ charts: [], applications: [], notices: [] })
  expect(found.read('chart:a')).toBeUndefined()
})
