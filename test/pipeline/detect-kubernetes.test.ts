import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeExec } from '../../src/core/exec.ts'
import { detectChanges, type Detected, type DetectRequest } from '../../src/pipeline/detect.ts'
import { makeRepository, stackFile, type Files, type Repository } from '../actions/detect-support.ts'

/** Charts and Applications on real repositories: what is read of them, whoever asks. */
let repo: Repository
beforeEach(async () => {
  repo = await makeRepository()
})
afterEach(async () => {
  await repo[Symbol.asyncDispose]()
})

async function changed(base: Files, edit: Files, more: Partial<DetectRequest> = {}): Promise<Detected> {
  const first = await repo.commit(base)
  return detect(first, await repo.commit(edit, first), more)
}

async function detect(base: string, head: string, more: Partial<DetectRequest> = {}): Promise<Detected> {
  const found = await detectChanges({
    place: { exec: makeExec(), env: { PATH: process.env['PATH'] ?? '' }, cwd: repo.work },
    base,
    head,
    kinds: ['terraform', 'helm', 'argocd'],
    include: [],
    exclude: [],
    repository: 'acme/gitops',
    ...more,
  })
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}

const named = (list: readonly { readonly item: { readonly name: string } }[]): string[] =>
  list.map(({ item }) => item.name)

const application = (name: string, path: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: ${name}}\n` +
  `spec: {source: {repoURL: "https://bot:hunter2@github.com/acme/gitops", path: ${path}}}\n`

const chart = (name: string, dependency?: string): string =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n` +
  (dependency === undefined
    ? ''
    : `dependencies: [{name: d, version: 1.0.0, repository: "file://${dependency}"}]\n`)

test('what the configuration says of charts is an input of each', async () => {
  const base = {
    '.github/gitops.yml': 'helm: {values: [ci/v.yaml], kube-versions: ["1.33"]}\n',
    'ci/v.yaml': 'a: 1\n',
    'helm/a/Chart.yaml': chart('a'),
    'helm/b/Chart.yaml': chart('b'),
  }
  const file = await changed(base, { 'ci/v.yaml': 'a: 2\n' })
  expect(named(file.changes.charts)).toEqual(['a', 'b'])
  expect(file.changes.charts[0]?.reasons.map(({ text, kinds }) => [text, kinds])).toEqual([
    ['ci/v.yaml → helm/a', ['values']],
  ])
  const version = await changed(base, {
    '.github/gitops.yml': 'helm: {values: [ci/v.yaml], kube-versions: ["1.34"]}\n',
  })
  expect(named(version.changes.charts)).toEqual(['a', 'b'])
})

test('an Application in a file that is not all UTF-8 is read, and hands out no password', async () => {
  const first = await repo.commit({ 'k8s/x/a.yaml': 'a: 1\n' })
  await writeFile(join(repo.work, 'app.yaml'), `# caf\u00e9\n${application('a', 'k8s/x')}`, 'latin1')
  const base = await repo.commit({ 'other.txt': '' }, first)
  const { changes } = await detect(base, await repo.commit({ 'k8s/x/a.yaml': 'a: 2\n' }, base))
  expect(named(changes.applications)).toEqual(['a'])
  expect(changes.notices).toEqual([])
  expect(JSON.stringify(changes)).not.toContain('hunter2')
})

test('a stack has the charts and Kustomize folders it renders among its inputs, whatever is looked for', async () => {
  const base = {
    'infra/a/main.tf': `${stackFile('a')}resource "helm_release" "x" {\n  chart = "../../helm/shop"\n}\n`,
    'infra/b/main.tf': `${stackFile('b')}data "kustomization_build" "x" {\n  path = "../../k8s/prod"\n}\n`,
    'infra/c/main.tf': stackFile('c'),
    'helm/shop/Chart.yaml': chart('shop', '../lib'),
    'helm/lib/Chart.yaml': chart('lib'),
    'k8s/prod/kustomization.yaml': 'generators: [plugin.yaml]\n',
    'k8s/prod/plugin.yaml': 'kind: X\nfiles: [../shared.env]\n',
    'k8s/shared.env': '1',
  }
  const edit = { 'helm/lib/values.yaml': 'a: 1\n', 'k8s/shared.env': '2' }
  const first = await repo.commit(base)
  const head = await repo.commit(edit, first)
  const all = await detect(first, head)
  const alone = await detect(first, head, { kinds: ['terraform'] })
  expect(named(alone.changes.stacks)).toEqual(['infra/a', 'infra/b'])
  expect(alone.changes.stacks).toEqual(all.changes.stacks)
  expect([alone.model.charts, alone.model.applications]).toEqual([[], []])
})

test('charts and Applications that are gone are told, of those that are wanted', async () => {
  const base = {
    'helm/a/Chart.yaml': chart('a'),
    'helm/b/Chart.yaml': chart('b'),
    'x.yaml': application('x', 'k8s'),
  }
  const edit = { 'helm/a/Chart.yaml': null, 'helm/b/Chart.yaml': null, 'x.yaml': null }
  const { gone } = (await changed(base, edit)).changes
  expect([named(gone.charts), named(gone.applications)]).toEqual([['a', 'b'], ['x']])
  const some = (await changed(base, edit, { exclude: ['helm/a', 'x'] })).changes.gone
  expect([named(some.charts), named(some.applications)]).toEqual([['b'], []])
  const charts = (await changed(base, edit, { kinds: ['helm'] })).changes.gone
  expect([named(charts.charts), named(charts.applications)]).toEqual([['a', 'b'], []])
})
