import { edge } from '../graph/edges.ts'
import type { Edge } from '../graph/node.ts'
import { addChartFiles, isChart } from './charts.ts'
import { directoryEdges } from './directory.ts'
import { globMatcher } from './glob.ts'
import { addKustomization, kustomizeFiles } from './kustomize.ts'
import { inFolder, isWithin, joinPath } from '../paths.ts'
import { staticFolder, unknownPart } from './unknown-part.ts'
import { field, items, merged, text, texts } from './plain.ts'
import { plainEdges, readDocuments, type Reading } from './reading.ts'
import { isThisRepository } from './repository-url.ts'
import { rooted, somewhere } from './source-paths.ts'

/** What an Application (or one that an ApplicationSet makes) reads from this repository. */
export interface SourceInputs {
  readonly edges: readonly Edge[]
  /** The charts of this repository it renders, and with what. */
  readonly charts: readonly { readonly folder: string; readonly dynamic: boolean }[]
  readonly values: readonly Edge[]
  /** Said once each; without a place. */
  readonly problems: readonly string[]
}

/** What Argo CD puts in for `$NAME` in the paths of values files. */
type BuildEnvironment = Readonly<Partial<Record<`ARGOCD_APP_${string}`, string | undefined>>>

interface Collected {
  readonly reading: Reading
  readonly edges: Edge[]
  readonly charts: { folder: string; dynamic: boolean }[]
  readonly values: Edge[]
  readonly problems: string[]
  /** Names of `ref` sources → whether `$name/…` is a path of this repository. */
  readonly refs: ReadonlyMap<string, boolean | undefined>
  /** What Argo CD puts in for `$ARGOCD_APP_…`. */
  readonly environment: (source: unknown) => BuildEnvironment
}

/** All sources of an Application's `spec`: `source`, `sources` and what a hydrator starts from. */
export function sourcesOf(spec: unknown): readonly unknown[] {
  const many = items(field(spec, 'sources'))
  const one = field(spec, 'source')
  const dry = field(spec, 'sourceHydrator', 'drySource')
  return [...(many.length > 0 ? many : one === undefined ? [] : [one]), ...(dry === undefined ? [] : [dry])]
}

/**
 * `object` is an Application, or the template of an ApplicationSet filled in; `unknownPart` in a text stands for what
 * could not be filled in. `targetRevision` does not matter: the question is what this tree does to the Application when
 * its commit gets to the branch or tag that is deployed, whichever that is.
 */
export function sourceInputs(reading: Reading, object: unknown): SourceInputs {
  const spec = field(object, 'spec')
  const sources = sourcesOf(spec)
  const refs = new Map<string, boolean | undefined>()
  for (const source of sources) {
    const ref = text(field(source, 'ref'))
    if (ref !== undefined) refs.set(ref, isThisRepository(text(field(source, 'repoURL')), reading.repository))
  }
  const collected: Collected = {
    reading,
    edges: [],
    charts: [],
    values: [],
    problems: [],
    refs,
    environment: (source) => ({
      ARGOCD_APP_NAME: text(field(object, 'metadata', 'name')),
      ARGOCD_APP_NAMESPACE: text(field(spec, 'destination', 'namespace')),
      ARGOCD_APP_PROJECT_NAME: text(field(spec, 'project')) ?? 'default',
      ARGOCD_APP_SOURCE_PATH: text(field(source, 'path')),
      ARGOCD_APP_SOURCE_REPO_URL: text(field(source, 'repoURL')),
      ARGOCD_APP_SOURCE_TARGET_REVISION: text(field(source, 'targetRevision')),
    }),
  }
  for (const source of sources) oneSource(collected, source)
  const paths = text(field(object, 'metadata', 'annotations', 'argocd.argoproj.io/manifest-generate-paths'))
  if (paths !== undefined) generatePaths(collected, paths, sources)
  return collected
}

function oneSource(to: Collected, source: unknown): void {
  const { reading } = to
  const own = isThisRepository(text(field(source, 'repoURL')), reading.repository)
  const path = text(field(source, 'path'))
  const isRemote = own === false || text(field(source, 'chart')) !== undefined || path === undefined
  if (isRemote) {
    helmFiles(to, source, undefined)
    return
  }
  if (path.includes(unknownPart)) {
    dynamicPlace(to, path)
    helmFiles(to, source, path)
    return
  }
  const at = joinPath('.', path)
  if (at === undefined) {
    if (own === true) to.problems.push(`its path ${path} leads out of the repository`)
    return
  }
  const place = reading.snapshot.resolve(at)
  to.edges.push(...place.links.map((link) => edge(`file:${link}`, 'link', false)))
  if (place.kind === 'missing') {
    helmFiles(to, source, own === true ? at : undefined)
    return
  }
  if (place.kind === 'outside')
    to.problems.push(`its path ${path} is a link that leads out of the repository`)
  if (place.kind === 'loop') to.problems.push(`its path ${path} is a link that leads back to itself`)
  // A submodule.
  if (place.kind === 'file') to.edges.push(edge(`file:${place.path}`, 'manifests', false))
  if (place.kind !== 'folder') return
  for (const one of [source, ...overrides(to, source, place.path)]) localSource(to, one, at, place.path)
}

/** A source whose folder is here: `at` as it is written, `folder` where links lead. */
function localSource(to: Collected, source: unknown, at: string, folder: string): void {
  const { reading } = to
  contentOf(to, source, folder)
  helmFiles(to, source, at)
  for (const component of texts(field(source, 'kustomize', 'components'))) {
    const componentAt = rooted(at, component)
    if (componentAt !== undefined) to.edges.push(...somewhere(reading, componentAt, 'kustomize'))
  }
  for (const patch of items(field(source, 'kustomize', 'patches'))) {
    const file = text(field(patch, 'path'))
    const patchAt = file === undefined ? undefined : rooted(at, file)
    if (patchAt !== undefined) to.edges.push(...somewhere(reading, patchAt, 'kustomize'))
  }
}

/**
 * Argo CD lays `.argocd-source.yaml` and `.argocd-source-NAME.yaml` of the folder over the source before it renders.
 * Gives the sources that come of it.
 */
function overrides(to: Collected, source: unknown, folder: string): readonly unknown[] {
  const { reading } = to
  const name = to.environment(source).ARGOCD_APP_NAME ?? unknownPart
  const start = inFolder(folder, '.argocd-source')
  return reading.snapshot.list(folder).flatMap((entry) => {
    const path = inFolder(folder, entry.name)
    const fits = path === `${start}.yaml` || path === `${start}-${name}.yaml`
    const mayFit = name.includes(unknownPart) && path.startsWith(`${start}-`)
    if (entry.folder || (!fits && !mayFit)) return []
    const found = plainEdges(reading, path, 'values', !fits)
    to.edges.push(...found)
    to.values.push(...found)
    return (readDocuments(reading, path) ?? []).map((document) => merged(source, document.value))
  })
}

/** A folder that Argo CD renders: what is in it decides how, unless the source says so itself. */
function contentOf(to: Collected, source: unknown, folder: string): void {
  const { reading } = to
  const chart = isChart(reading, folder)
  const kustomize = kustomizeFiles(reading, folder).length > 0
  const directory = field(source, 'directory')
  if (chart) {
    to.edges.push(edge(addChartFiles(reading, folder), 'chart', false))
    to.charts.push({ folder, dynamic: false })
  }
  if (kustomize) to.edges.push(edge(addKustomization(reading, folder), 'kustomize', false))
  if (field(source, 'plugin') !== undefined) to.edges.push(...plainEdges(reading, folder, 'manifests'))
  else if ((!chart && !kustomize) || directory !== undefined)
    to.edges.push(...directoryEdges(reading, source, folder))
}

/** A path with an unknown part: its static folder, and whatever in there can be meant with what it needs. */
function dynamicPlace(to: Collected, path: string): void {
  const { reading } = to
  const folder = joinPath('.', staticFolder(path))
  if (folder === undefined) {
    to.problems.push('its path leads out of the repository')
    return
  }
  const place = reading.snapshot.resolve(folder)
  to.edges.push(...plainEdges(reading, folder, 'path', true))
  if (place.kind !== 'folder') return
  // The unknown part may hold `..`: then the pattern says nothing.
  const fits = globMatcher(path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, ''), 'segment')
  for (const chart of reading.chartFolders) {
    if (!isWithin(chart, place.path)) continue
    to.edges.push(edge(addChartFiles(reading, chart), 'chart', true))
    if (fits(chart)) to.charts.push({ folder: chart, dynamic: true })
  }
  for (const one of reading.kustomizeFolders) {
    if (isWithin(one, place.path)) to.edges.push(edge(addKustomization(reading, one), 'kustomize', true))
  }
}

/** `at` is the source's own folder; undefined when that is not in this repository. */
function helmFiles(to: Collected, source: unknown, at: string | undefined): void {
  const helm = field(source, 'helm')
  const files = [
    ...texts(field(helm, 'valueFiles')),
    ...items(field(helm, 'fileParameters')).flatMap((item) => text(field(item, 'path')) ?? []),
  ]
  for (const file of files) {
    const path = valuesPath(to, source, file, at)
    if (path === undefined) continue
    const found = somewhere(to.reading, path, 'values')
    to.edges.push(...found)
    to.values.push(...found)
  }
}

/** From the repository root, perhaps with unknown parts or a glob; undefined when it is not in this repository. */
function valuesPath(
  to: Collected,
  source: unknown,
  file: string,
  at: string | undefined,
): string | undefined {
  const ref = /^\$([\w.-]+)(?:\/|$)/.exec(file)
  if (ref !== null && to.refs.has(ref[1] ?? '')) {
    return to.refs.get(ref[1] ?? '') === false ? undefined : rooted('.', file.slice(ref[0].length))
  }
  if (at === undefined || /^[a-z][\w+.-]*:\/\//i.test(file)) return undefined
  const environment = to.environment(source)
  const filled = file.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
    return text(field(environment, braced ?? bare ?? '')) ?? unknownPart
  })
  const path = rooted(at, filled)
  if (path === undefined) to.problems.push(`its values file ${file} leads out of the repository`)
  return path
}

/**
 * Argo CD's `manifest-generate-paths` says which changes make it render again: a list with `;`, from the root with a
 * leading slash, else from each source's path; files, folders and patterns.
 */
function generatePaths(to: Collected, list: string, sources: readonly unknown[]): void {
  const { reading } = to
  for (const item of list.split(';')) {
    const path = item.trim()
    if (path === '') continue
    const folders = path.startsWith('/')
      ? ['.']
      : sources.flatMap((source) => ownFolder(reading, source) ?? [])
    for (const folder of folders) {
      const at = rooted(folder, path)
      if (at === undefined)
        to.problems.push(`the path ${path} of its manifest-generate-paths leads out of the repository`)
      else to.edges.push(...somewhere(reading, at, 'extra input'))
    }
  }
}

function ownFolder(reading: Reading, source: unknown): string | undefined {
  const path = text(field(source, 'path'))
  if (path === undefined || text(field(source, 'chart')) !== undefined) return undefined
  const own = isThisRepository(text(field(source, 'repoURL')), reading.repository)
  if (own === false) return undefined
  if (
    own === undefined &&
    reading.snapshot.resolve(joinPath('.', staticFolder(path)) ?? '.').kind === 'missing'
  ) {
    return undefined
  }
  return path.includes(unknownPart) ? path : joinPath('.', path)
}
