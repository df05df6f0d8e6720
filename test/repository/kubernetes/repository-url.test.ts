import { expect, test } from '@jest/globals'
import { withoutUser } from '../../../src/repository/kubernetes/repository-url.ts'
import { application, chartYaml, find } from './support.ts'

test.each([
  ['https://bot:hunter2@github.com/acme/deploy.git', 'https://github.com/acme/deploy.git'],
  ['https://hunter2@github.com/acme/deploy', 'https://github.com/acme/deploy'],
  ['https://bot:hunter2@x@host:8443/a@b', 'https://host:8443/a@b'],
  ['https://bot:hunter2/x@host/acme/deploy', 'https://host/acme/deploy'],
  ['https://bot:hunter2#x@host/acme/deploy', 'https://host/acme/deploy'],
  ['https://host/acme/deploy?token=hunter2#hunter2', 'https://host/acme/deploy'],
  ['ssh://git:hunter2@github.com:22/acme/deploy', 'ssh://git@github.com:22/acme/deploy'],
  ['ssh://hunter2@github.com/acme/deploy', 'ssh://github.com/acme/deploy'],
  ['bot:hunter2@github.com:acme/deploy.git', 'github.com:acme/deploy.git'],
  ['oci://bot:hunter2@registry.example.com/charts/web', 'oci://registry.example.com/charts/web'],
  ['hunter2@registry.example.com/charts', 'registry.example.com/charts'],
])('%s keeps no secret', (url, shown) => {
  expect(withoutUser(url)).toBe(shown)
  expect(shown).not.toContain('hunter2')
})

test.each([
  'https://github.com/acme/deploy.git',
  'https://host:8443/acme/web@v1',
  'git@github.com:acme/deploy.git',
  'ssh://git@ssh.github.com:443/acme/deploy.git',
  'registry.example.com/charts/web@sha256:abc',
  '',
])('%s stays as it is', (url) => {
  expect(withoutUser(url)).toBe(url)
})

test('no Application, node, edge or notice holds a password of a source, and the source is still ours', async () => {
  const urls = [
    'https://bot:hunter2@github.com/acme/deploy',
    'ssh://git:hunter2@github.com/acme/deploy',
    'oci://bot:hunter2@r/x',
  ]
  const spec = (more: string): string =>
    `  sources:\n${urls.map((url) => `  - { repoURL: '${url}', ${more} }\n`).join('')}`
  const found = await find({
    'a.yaml': application('a', spec('path: web, ref: v, helm: {valueFiles: ["../../x.yaml", "$v/../x"]}')),
    'b.yaml': application('b', spec('path: ../../x')),
    'c.yaml': `${application('c', spec('path: web'))}\n  broken: [`,
    'd.yaml': application('d', spec('path: web')).replace(
      'spec:',
      'spec:\n  generators: [{git: {repoURL: x}}]',
    ),
    'web/Chart.yaml': chartYaml('web'),
  })
  expect(found.applications.map(({ sources }) => sources.length)).toEqual([3, 3, 3, 3])
  expect(found.notices.length).toBeGreaterThan(0)
  const nodes = [...found.applications, ...found.charts].map(({ node }) => [node, found.read(node)])
  expect(JSON.stringify([found.applications, found.charts, found.notices, nodes])).not.toContain('hunter2')
  expect(found.application('a').files).toContain('web/Chart.yaml')
})
