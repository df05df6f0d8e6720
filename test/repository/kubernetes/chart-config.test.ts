import { expect, test } from '@jest/globals'
import { EMPTY_CONFIG, type GitopsConfig } from '../../../src/repository/config/config.ts'
import { closureOf } from '../../../src/repository/graph/closure.ts'
import { application, chartYaml, find, reached, source, type Files, type Found } from './support.ts'

const files: Files = {
  'a/Chart.yaml': chartYaml('a'),
  'b/Chart.yaml': chartYaml('b'),
  'app.yaml': application('web', source('a')),
  'ci/base.yaml': 'x: 1',
  'ci/prod.yaml': 'x: 2',
  'ci/other.txt': '',
  'schemas/crds/x.json': '{}',
  'schemas/link.json': { link: '../ci/other.txt' },
}

const withConfig = (config: Partial<GitopsConfig>): Promise<Found> =>
  find(files, { repository: 'acme/deploy', config: { ...EMPTY_CONFIG, ...config } })

/** What the configuration gives a chart beside its files. */
async function dataOf(config: Partial<GitopsConfig>): Promise<readonly string[]> {
  const { read } = await withConfig(config)
  return [...closureOf('chart:a', read).keys()].flatMap((id) => read(id)?.data ?? [])
}

test('values files and schemas of the configuration are inputs of every chart, but of no Application', async () => {
  const {
    snapshot,
    read,
    chart,
    application: of,
  } = await withConfig({
    helm: { values: ['ci/p*.yaml', ['ci/base.yaml', 'ci/gone.yaml']], schemas: ['schemas'] },
  })
  const more = ['ci/base.yaml', 'ci/other.txt', 'ci/prod.yaml', 'schemas/crds/x.json', 'schemas/link.json']
  expect(chart('a').files).toEqual(['a/Chart.yaml', 'app.yaml', ...more])
  expect(reached(snapshot, read, 'chart:b')).toEqual({ files: ['b/Chart.yaml', ...more], dynamic: [] })
  expect(read('chart:b')?.edges.map(({ kind }) => kind)).toEqual(['values'])
  expect(of('web').files).toEqual(['a/Chart.yaml'])
})

test('versions count, in any order; how values files go together does too', async () => {
  const versions = { 'kube-versions': ['1.33', '1.34'], 'api-versions': ['x/v1', 'y/v1'] }
  const [data, ...none] = await dataOf({ helm: versions })
  expect(none).toEqual([])
  expect(data).toContain('1.33')
  const turned = { 'kube-versions': ['1.34', '1.33'], 'api-versions': ['y/v1', 'x/v1'] }
  expect(await dataOf({ helm: turned })).toEqual([data])
  const all = [
    await dataOf({ helm: { ...versions, 'kube-versions': ['1.35'] } }),
    await dataOf({ helm: { ...versions, 'api-versions': [] } }),
    await dataOf({ helm: versions, tools: { helm: '3.19.2' } }),
    await dataOf({ helm: { values: ['ci/base.yaml', 'ci/prod.yaml'] } }),
    await dataOf({ helm: { values: [['ci/base.yaml', 'ci/prod.yaml']] } }),
    [data],
  ]
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length)
})

test('a configuration that says nothing of it adds nothing', async () => {
  for (const config of [{}, { helm: {} }, { helm: { values: [], schemas: [] } }, { helm: 'text' }]) {
    const { read } = await withConfig(config)
    expect(read('config:helm')).toBeUndefined()
    expect(read('chart:b')).toEqual({ files: ['b/Chart.yaml'], edges: [] })
  }
})
