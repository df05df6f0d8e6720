import { describe, expect, test } from '@jest/globals'
import { application, chartYaml, find, ourUrl, source, type Files, type Found } from './support.ts'

const manifest = 'kind: Deployment\n'

describe('Applications are found', () => {
  test('with name, namespace, project and sources; defaults as Argo CD has them', async () => {
    const { applications } = await find({
      'apps/web.yaml': application('web', source('k8s/web', '    targetRevision: v1.0\n')),
      'apps/bare.yml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: bare}\nspec:\n  source: {repoURL: https://x.example/y, chart: z, targetRevision: 1.20}\n',
    })
    expect(applications).toEqual([
      {
        kind: 'Application',
        name: 'bare',
        namespace: 'argocd',
        project: 'default',
        file: 'apps/bare.yml',
        sources: [{ repoURL: 'https://x.example/y', chart: 'z', targetRevision: '1.20' }],
        node: 'application:apps/bare.yml#argocd/bare',
      },
      {
        kind: 'Application',
        name: 'web',
        namespace: 'argocd',
        project: 'shop',
        file: 'apps/web.yaml',
        sources: [{ repoURL: ourUrl, path: 'k8s/web', targetRevision: 'v1.0' }],
        node: 'application:apps/web.yaml#argocd/web',
      },
    ])
  })

  test('several in a file, in lists, in JSON, with a byte order mark and CRLF; each with an id of its own', async () => {
    const one = (name: string): string =>
      JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name },
        spec: { source: { repoURL: ourUrl, path: `k8s/${name}` } },
      })
    const { applications, application: made } = await find({
      'many.yaml':
        `\uFEFF# first\n---\n${application('a', source('k8s/a'))}---\nkind: Service\n--- # second\n${application('b', source('k8s/b'))}...\n---\n${application('a', source('k8s/a'))}`.replaceAll(
          '\n',
          '\r\n',
        ),
      'list.json': `{"apiVersion":"v1","kind":"List","items":[${one('c')},{"kind":"Secret"},{"kind":"ApplicationList","apiVersion":"argoproj.io/v1alpha1","items":[${one('d')}]}]}`,
      'list.yaml': `kind: List\napiVersion: v1\nitems:\n- ${one('e')}\n`,
      ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`k8s/${name}/x.yaml`, manifest])),
    })
    expect(applications.map(({ file, name, node }) => [file, name, node])).toEqual([
      ['list.json', 'c', 'application:list.json#argocd/c'],
      ['list.json', 'd', 'application:list.json#argocd/d'],
      ['list.yaml', 'e', 'application:list.yaml#argocd/e'],
      ['many.yaml', 'a', 'application:many.yaml#argocd/a'],
      ['many.yaml', 'b', 'application:many.yaml#argocd/b'],
      ['many.yaml', 'a', 'application:many.yaml#argocd/a#2'],
    ])
    for (const name of ['a', 'b', 'c', 'd', 'e']) expect(made(name).files).toEqual([`k8s/${name}/x.yaml`])
  })

  test('what only looks like one is none', async () => {
    const { applications, notices } = await find({
      'crd.yaml': 'kind: CustomResourceDefinition\nspec: {group: argoproj.io, names: {kind: Application}}',
      'values.yaml': 'text: "apiVersion: argoproj.io/v1alpha1 kind: Application"',
      'other.yaml': 'apiVersion: app.k8s.io/v1beta1\nkind: Application # not argoproj.io\n',
      'node_modules/x/app.yaml': application('x', source('k8s')),
      'package-lock.json': '{"argoproj.io": "Application"',
      'k8s/x.yaml': manifest,
    })
    expect(applications).toEqual([])
    expect(notices).toEqual([])
  })

  test('in a chart: one that is no template is read, one that is made by a template is named', async () => {
    const { applications, notices } = await find({
      'root/Chart.yaml': chartYaml('root'),
      'root/templates/plain.yaml': application('plain', source('root')),
      'root/templates/made.yaml': application('{{ .Values.name }}', source('{{ .Values.path }}')),
      'root/templates/deployment.yaml': '{{ if .x }}kind: Deployment # argoproj.io Application{{ end }}',
    })
    expect(applications.map(({ name }) => name)).toEqual(['plain'])
    expect(notices).toEqual([
      {
        message: 'Applications in here are not read: made by a template',
        help:
          'Which files they use is known only when the chart is rendered. What is named here and in the values of ' +
          'the chart counts as an input of the chart and of who renders it.',
        file: 'root/templates/made.yaml',
      },
    ])
  })
})

describe('what an Application is made of', () => {
  test('a folder of manifests: only those directly in it without recurse', async () => {
    const files = {
      'k8s/a.yaml': manifest,
      'k8s/README.md': '',
      'k8s/sub/b.yaml': manifest,
      'flat.yaml': application('flat', source('./k8s/')),
      'deep.yaml': application(
        'deep',
        source('k8s', '    directory: { recurse: true, include: "*.yaml" }\n'),
      ),
    }
    const found = await find(files)
    expect(found.application('flat').files).toEqual(['k8s/a.yaml'])
    expect(found.application('deep').files).toEqual(['k8s/README.md', 'k8s/a.yaml', 'k8s/sub/b.yaml'])
    // Files of no known kind: a plugin finds such folders by itself.
    const plugin = await find({ ...files, 'k8s/main.cue': '' })
    expect(plugin.application('flat').files).toContain('k8s/sub/b.yaml')
  })

  test('app-of-apps: the files of the children, not what those are made of', async () => {
    const { application: made, applications } = await find({
      'root.yaml': application('root', source('apps')),
      'apps/web.yaml': application('web', source('k8s/web')),
      'k8s/web/x.yaml': manifest,
    })
    expect(made('root').files).toEqual(['apps/web.yaml'])
    expect(made('web').files).toEqual(['k8s/web/x.yaml'])
    expect(applications).toHaveLength(2)
  })

  test('acceptance case 21: values files, from the path, from the root, by $values of a second source, by glob', async () => {
    const found = await find({
      'helm/web/Chart.yaml': chartYaml('web'),
      'helm/web/values-prod.yaml': '',
      'helm/shared.yaml': '',
      'env/prod.yaml': '',
      'env/prod/a.yaml': '',
      'env/prod/b.yaml': '',
      'env/prod/deep/c.yaml': '',
      'env/web.json': '',
      'env/unused.yaml': '',
      'a.yaml': application(
        'relative',
        source(
          'helm/web',
          '    helm:\n      ignoreMissingValueFiles: true\n      valueFiles: [values-prod.yaml, ../shared.yaml, /env/prod.yaml, gone.yaml, "https://x.example/v.yaml"]\n      fileParameters: [{ name: x, path: /env/web.json }]\n',
        ),
      ),
      'b.yaml': application(
        'referenced',
        `  sources:\n    - { repoURL: https://charts.example.com, chart: web, helm: { valueFiles: [$values/env/prod.yaml, own.yaml, $other/env/unused.yaml, "$values/env/prod/*.yaml"] } }\n    - { repoURL: "git@github.com:acme/deploy.git", ref: values }\n    - { repoURL: "https://github.com/acme/elsewhere", ref: other }\n`,
      ),
      'c.yaml': application(
        'named',
        source('helm/web', '    helm: { valueFiles: [/env/$ARGOCD_APP_NAME.json] }\n'),
      ),
      'env/named.json': '',
    })
    expect(found.application('relative').files).toEqual([
      'env/prod.yaml',
      'env/web.json',
      'helm/shared.yaml',
      'helm/web/Chart.yaml',
      'helm/web/values-prod.yaml',
    ])
    expect(found.application('referenced')).toEqual({
      files: ['env/prod.yaml', 'env/prod/a.yaml', 'env/prod/b.yaml'],
      dynamic: [],
    })
    expect(found.application('named').files).toContain('env/named.json')
    expect(found.chart('helm/web').files).toContain('env/prod.yaml')
    expect(found.chart('helm/web').files).not.toContain('env/prod/a.yaml')
    expect(found.notices).toEqual([])
  })

  test('acceptance case 21: manifest-generate-paths are extra inputs', async () => {
    const { application: made, read } = await find({
      'k8s/web/x.yaml': manifest,
      'k8s/shared/y.yaml': manifest,
      'lib/z.yaml': manifest,
      'lib/one.txt': '',
      'a.yaml': application(
        'web',
        source('k8s/web'),
        'argocd.argoproj.io/manifest-generate-paths: ".;../shared; /lib/*.txt;;/gone;/../../x"',
      ),
    })
    expect(made('web').files).toEqual(['k8s/shared/y.yaml', 'k8s/web/x.yaml', 'lib/one.txt'])
    expect(read('application:a.yaml#argocd/web')?.edges).toContainEqual({
      to: 'folder:k8s/shared',
      kind: 'extra input',
    })
  })

  test('Kustomize settings of the source, a plugin, overrides next to the manifests, a hydrator', async () => {
    const { application: made } = await find({
      'k8s/web/kustomization.yaml': 'resources: [d.yaml]',
      'k8s/web/d.yaml': manifest,
      'k8s/web/unused.yaml': manifest,
      'k8s/web/.argocd-source-web.yaml': 'kustomize: {components: [../extra]}',
      'k8s/web/.argocd-source-other.yaml': '',
      'k8s/extra/kustomization.yaml': 'kind: Component\npatches: [{path: p.yaml}]',
      'k8s/extra/p.yaml': '',
      'k8s/component/kustomization.yml': 'kind: Component',
      'k8s/patch.yaml': '',
      'cue/sub/main.cue': '',
      'a.yaml': application(
        'web',
        source(
          'k8s/web',
          '    kustomize: { components: [../component], patches: [{ path: ../patch.yaml }, { patch: "- op" }] }\n',
        ),
      ),
      'b.yaml': application('cue', source('cue', '    plugin: { name: cue }\n')),
      'c.yaml': application(
        'dry',
        `  sourceHydrator:\n    drySource: { repoURL: ${ourUrl}, path: k8s/extra }\n    syncSource: { path: x }\n`,
      ),
    })
    expect(made('web').files).toEqual([
      'k8s/component/kustomization.yml',
      'k8s/extra/kustomization.yaml',
      'k8s/extra/p.yaml',
      'k8s/patch.yaml',
      'k8s/web/.argocd-source-web.yaml',
      'k8s/web/d.yaml',
      'k8s/web/kustomization.yaml',
    ])
    expect(made('cue').files).toEqual(['cue/sub/main.cue'])
    expect(made('dry').files).toEqual(['k8s/extra/kustomization.yaml', 'k8s/extra/p.yaml'])
  })

  test('Jsonnet: what is imported, from next to the file and from the libraries', async () => {
    const { application: made } = await find({
      'k8s/main.jsonnet': `local a = import '../lib/a.libsonnet'; local b = import "k.libsonnet"; importstr 'x.txt'`,
      'k8s/x.txt': '',
      'lib/a.libsonnet': `(import 'b.libsonnet') + (importstr('../text.txt'))`,
      'lib/b.libsonnet': '',
      'lib/unused.libsonnet': '',
      'text.txt': '',
      'vendor/k.libsonnet': '',
      'a.yaml': application('web', source('k8s', '    directory: { jsonnet: { libs: [/vendor] } }\n')),
    })
    expect(made('web').files).toEqual([
      'k8s/main.jsonnet',
      'k8s/x.txt',
      'lib/a.libsonnet',
      'lib/b.libsonnet',
      'text.txt',
      'vendor/k.libsonnet',
    ])
  })

  test('a patch of Kustomize is no Application of its own, but an input of the one it changes', async () => {
    const {
      applications,
      application: made,
      notices,
    } = await find({
      'base/web.yaml': application('web', source('k8s/base')),
      'overlay/patch.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec: {source: {path: k8s/prod}}',
      'overlay/second.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec: {project: prod}',
      'lost.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: nobody}\nspec: {project: prod}',
      'k8s/base/x.yaml': manifest,
      'k8s/prod/y.yaml': manifest,
    })
    expect(applications.map(({ file }) => file)).toEqual(['base/web.yaml'])
    expect(made('web').files).toEqual([
      'k8s/base/x.yaml',
      'k8s/prod/y.yaml',
      'overlay/patch.yaml',
      'overlay/second.yaml',
    ])
    expect(notices.map(({ file, message }) => [file, message])).toEqual([
      ['lost.yaml', 'This Application has no source and is not read as one'],
    ])
  })
})

describe('which repository a source is of', () => {
  const of = async (url: string, repository?: string): Promise<readonly string[]> => {
    const found = await find(
      {
        'k8s/x.yaml': manifest,
        'a.yaml': application('web', `  source: { repoURL: "${url}", path: k8s }\n`),
      },
      repository === undefined ? {} : { repository },
    )
    return found.application('web').files
  }

  test.each([
    'https://github.com/acme/deploy',
    'https://github.com/Acme/Deploy.git/',
    'https://user:token@ghe.example.com/acme/deploy.git',
    'git@github.com:acme/deploy.git',
    'ssh://git@github.com:22/acme/deploy',
    'https://bitbucket.example.com/scm/acme/deploy.git',
    // A fork, or the name before it was moved.
    'https://github.com/somebody/deploy',
  ])('%s is acme/deploy', async (url) => {
    expect(await of(url, 'acme/deploy')).toEqual(['k8s/x.yaml'])
  })

  test.each([
    'https://github.com/acme/other',
    'https://github.com/acme/deploy-more.git',
    'oci://ghcr.io/x/deploy',
  ])('%s is not', async (url) => {
    expect(await of(url, 'acme/deploy')).toEqual([])
  })

  test('without a name, the path decides', async () => {
    expect(await of('https://github.com/acme/other')).toEqual(['k8s/x.yaml'])
  })
})

describe('bad input', () => {
  test('acceptance case 23: a broken document is cautious for itself only; the others of the file are exact', async () => {
    const {
      applications,
      application: made,
      notices,
    } = await find({
      'apps.yaml': `${application('fine', source('k8s/fine'))}---\n${application('broken', source('k8s/web', '    helm:\n      valueFiles: [/values/one.yaml\n'))}`,
      'k8s/fine/x.yaml': manifest,
      'k8s/web/x.yaml': manifest,
      'k8s/web/deep/y.yaml': manifest,
      'k8s/other/x.yaml': manifest,
      'values/one.yaml': '',
    })
    expect(applications.map(({ name, namespace }) => [name, namespace])).toEqual([
      ['fine', 'argocd'],
      ['broken', 'argocd'],
    ])
    expect(made('fine')).toEqual({ files: ['k8s/fine/x.yaml'], dynamic: [] })
    expect(made('broken').files).toEqual(['k8s/web/deep/y.yaml', 'k8s/web/x.yaml', 'values/one.yaml'])
    expect(made('broken').dynamic).toEqual(['k8s/web/deep/y.yaml'])
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ file: 'apps.yaml', line: 28 })
    expect(notices[0]?.message).toMatch(/^This Application could not be read: [^\n]+$/)
  })

  test('a broken document that names nothing: its folder', async () => {
    const { application: made } = await find({
      'apps/web/app.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web\n\t]',
      'apps/web/x.yaml': '',
    })
    expect(made('web')).toEqual({ files: ['apps/web/x.yaml'], dynamic: ['apps/web/x.yaml'] })
  })

  test('YAML bombs, endless nesting, hostile keys and huge texts end soon', async () => {
    const head = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n'
    const bomb = `${head}a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}, *a${at}]`).join('\n')}\n`
    const from = performance.now()
    const { notices, application: made } = await find({
      'bomb.yaml': bomb,
      'deep.yaml': `${head}x: ${'['.repeat(100_000)}`,
      'large.yaml': `${head}x: ${'y'.repeat(600_000)}`,
      'braces.yaml': application('braces', source(`"${'{{'.repeat(20_000)}"`)),
      'keys.yaml': `${application('keys', source('k8s'))}  __proto__: { polluted: yes }\n  constructor: { prototype: { polluted: yes } }\n`,
      'keys.json':
        '{"apiVersion":"argoproj.io/v1alpha1","kind":"Application","__proto__":{"polluted":1},"metadata":{"name":"json"},"spec":{"__proto__":{"source":{"path":"k8s"}},"source":{"repoURL":"https://github.com/acme/deploy"}}}',
      'k8s/x.yaml': manifest,
    })
    expect(performance.now() - from).toBeLessThan(3_000)
    expect(notices.map(({ file }) => file)).toEqual(['bomb.yaml', 'braces.yaml', 'deep.yaml', 'large.yaml'])
    expect(made('keys').files).toEqual(['k8s/x.yaml'])
    expect(made('json').files).toEqual([])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('paths out of the repository, by dots and by links, are told and left out', async () => {
    const { application: made, notices } = await find({
      'a.yaml': application('dots', source('../x')),
      'b.yaml': application('link', source('out')),
      'c.yaml': application('values', source('k8s', '    helm: { valueFiles: [../../secret.yaml] }\n')),
      'd.yaml': application('loop', source('loop')),
      out: { link: '/etc' },
      loop: { link: 'loop' },
      'k8s/x.yaml': manifest,
    })
    expect(['dots', 'link', 'values', 'loop'].map((name) => made(name).files)).toEqual([
      [],
      ['out'],
      ['k8s/x.yaml'],
      ['loop'],
    ])
    expect(notices.map(({ file, message }) => [file, message])).toEqual([
      ['a.yaml', 'Of this Application its path ../x leads out of the repository'],
      ['b.yaml', 'Of this Application its path out is a link that leads out of the repository'],
      ['c.yaml', 'Of this Application its values file ../../secret.yaml leads out of the repository'],
      ['d.yaml', 'Of this Application its path loop is a link that leads back to itself'],
    ])
  })

  test('a path through links: each link and what is there', async () => {
    const { application: made } = await find({
      'a.yaml': application('web', source('live/web')),
      live: { link: 'k8s/prod' },
      'k8s/prod/web/x.yaml': { link: '../../base/x.yaml' },
      'k8s/base/x.yaml': manifest,
    })
    expect(made('web').files).toEqual(['k8s/base/x.yaml', 'k8s/prod/web/x.yaml', 'live'])
  })

  test('names with quotes, line breaks and other scripts', async () => {
    const { application: made } = await find({
      'apps/한글 "x"\n.yaml': application('한글', source('"k8s/이름 \\"a\\"\\nb"')),
      'k8s/이름 "a"\nb/x.yaml': manifest,
    })
    expect(made('한글').files).toEqual(['k8s/이름 "a"\nb/x.yaml'])
  })
})

describe('thousands of documents', () => {
  // Compared with each other: about 20 s. 1.5 s on a machine that does nothing else, most of it for parsing.
  const most = 12_000

  async function timed(files: Files): Promise<Found> {
    const from = performance.now()
    const found = await find(files)
    expect(performance.now() - from).toBeLessThan(most)
    return found
  }
  const many = (count: number, one: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => one(at)).join('---\n')

  test('of one name and one chart', async () => {
    const { applications, read } = await timed({
      'a.yaml': many(10_000, () => application('web', source('web'))),
      'web/Chart.yaml': chartYaml('web'),
    })
    expect(new Set(applications.map(({ node }) => node)).size).toBe(10_000)
    expect(applications[9_999]?.node).toBe('application:a.yaml#argocd/web#10000')
    expect(read('chart:web')?.edges).toEqual([{ to: 'file:a.yaml', kind: 'application' }])
  }, 60_000)

  test('ids stay apart from names that look like them', async () => {
    const { applications } = await find({
      'a.yaml': ['web', '"web#2"', 'web', 'web', '"web#2"']
        .map((name) => application(name, source('x')))
        .join('---\n'),
    })
    expect(applications.map(({ node }) => node.slice('application:a.yaml#argocd/'.length))).toEqual([
      'web',
      'web#2',
      'web#3',
      'web#4',
      'web#2#2',
    ])
  })

  test('with a patch for each', async () => {
    const { applications, notices } = await timed({
      'a.yaml': many(5_000, (at) => application(`web${at}`, source('k8s'))),
      'patch.yaml': many(5_000, (at) => application(`web${at}`, '')),
    })
    expect([applications.length, notices]).toEqual([5_000, []])
  }, 60_000)
})
