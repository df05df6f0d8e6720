import { edge } from '../graph/edges.ts'
import { linkEdges } from '../graph/file-nodes.ts'
import type { Edge, EdgeKind } from '../graph/node.ts'
import { addChartFiles, isChart } from './charts.ts'
import { namedPaths } from './named-paths.ts'
import { folderOf, inFolder, joinPath } from '../paths.ts'
import { LINK_MODE } from '../snapshot.ts'
import { field, items, text, texts } from './plain.ts'
import { addNode, plainEdges, readDocuments, type Reading } from './reading.ts'

/** The names Kustomize looks for. */
const kustomizeNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

export const isKustomizeFile = (path: string): boolean =>
  path.includes('ustomization') && kustomizeNames.some((name) => path === name || path.endsWith(`/${name}`))

export const kustomizeFiles = (reading: Reading, folder: string): readonly string[] =>
  kustomizeNames
    .map((name) => inFolder(folder, name))
    .filter((path) => reading.snapshot.entry(path) !== undefined)

/** The node of a folder with a Kustomize file: that file, and all it names, to any depth. */
export function addKustomization(reading: Reading, folder: string): string {
  const id = `kustomize:${folder}`
  const files = kustomizeFiles(reading, folder)
  addNode(reading, id, files, (edges) => {
    for (const file of files) edges.push(...fileEdges(reading, folder, file))
  })
  return id
}

/** What a place is to Kustomize or an Application: a chart, a Kustomize folder, else its files. */
export function placeEdges(reading: Reading, path: string, kind: EdgeKind, dynamic = false): Edge[] {
  const place = reading.snapshot.resolve(path)
  const edges = plainEdges(reading, path, kind, dynamic)
  if (place.kind !== 'folder') return edges
  const found: Edge[] = []
  if (isChart(reading, place.path)) {
    found.push(edge(addChartFiles(reading, place.path), kind === 'manifests' ? 'chart' : kind, dynamic))
  }
  if (kustomizeFiles(reading, place.path).length > 0) {
    found.push(edge(addKustomization(reading, place.path), 'kustomize', dynamic))
  }
  if (found.length === 0 || dynamic) return [...edges, ...found]
  return [...edges.filter(({ to }) => to.startsWith('file:')), ...found]
}

function fileEdges(reading: Reading, folder: string, file: string): Edge[] {
  const edges = reading.snapshot.entry(file)?.mode === LINK_MODE ? linkEdges(reading.snapshot, file) : []
  const documents = readDocuments(reading, file)
  if (documents === undefined) return [...edges, ...plainEdges(reading, folder, 'kustomize', true)]
  for (const { value, fault, text: source } of documents) {
    edges.push(...entryEdges(reading, folder, value, file))
    if (fault === undefined || source === undefined) continue
    const { message, line, column } = fault
    const help = 'All it names in the repository counts as its input.'
    reading.notices.push({
      message: `This Kustomize file could not be read: ${message}`,
      help,
      file,
      line,
      column,
    })
    edges.push(...plainEdges(reading, folder, 'kustomize', true))
    for (const path of namedPaths(reading, source, [folder]))
      edges.push(...placeEdges(reading, path, 'kustomize', true))
  }
  return edges
}

/** Fields whose entries are files or folders; `patchesStrategicMerge` and others may hold YAML instead. */
const pathLists = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'patchesStrategicMerge',
  'generators',
  'transformers',
  'validators',
]

function entryEdges(reading: Reading, folder: string, value: unknown, file: string): Edge[] {
  const edges: Edge[] = []
  const add = (path: string | undefined): string | undefined => {
    if (path === undefined || path.includes('\n')) return undefined
    const at = joinPath(folder, path)
    if (at === undefined && !isRemote(path)) {
      const help = 'It is left out: only files of this repository can be compared.'
      reading.notices.push({
        message: `This Kustomize file names ${path}, outside of the repository`,
        help,
        file,
      })
    }
    if (at === undefined) return undefined
    // A folder that names itself would be the whole of it.
    if (at === folder) return undefined
    edges.push(...placeEdges(reading, at, 'kustomize'))
    return at
  }
  for (const name of pathLists) {
    for (const path of texts(field(value, name))) {
      const at = add(path)
      // Plugins are described in files of their own, which name further ones from the same folder.
      if (at !== undefined && /^(?:generators|transformers|validators)$/.test(name)) {
        edges.push(...pluginEdges(reading, folder, at))
      }
    }
  }
  for (const name of ['patches', 'patchesJson6902', 'replacements']) {
    for (const item of items(field(value, name))) add(text(field(item, 'path')))
  }
  add(text(field(value, 'openapi', 'path')))
  for (const name of ['configMapGenerator', 'secretGenerator']) {
    for (const item of items(field(value, name))) {
      // `key=path`, or the path alone.
      for (const entry of texts(field(item, 'files'))) add(entry.slice(entry.indexOf('=') + 1))
      for (const entry of texts(field(item, 'envs'))) add(entry)
      add(text(field(item, 'env')))
    }
  }
  edges.push(...helmEdges(reading, folder, value, add))
  return edges
}

const isRemote = (path: string): boolean =>
  path.includes('://') || /^(?:git@|git::|github\.com\/)/.test(path) || path.includes('?ref=')

function pluginEdges(reading: Reading, folder: string, path: string): Edge[] {
  const place = reading.snapshot.resolve(path)
  if (place.kind !== 'file') return []
  const source = reading.snapshot.text(place.path)
  if (source === undefined) return plainEdges(reading, folder, 'kustomize', true)
  const from = [...new Set([folder, folderOf(place.path)])]
  return namedPaths(reading, source, from).flatMap((named) => plainEdges(reading, named, 'kustomize', true))
}

/** Charts that Kustomize renders: from the chart home (`charts` by default) when they are there, else from afar. */
function helmEdges(
  reading: Reading,
  folder: string,
  value: unknown,
  add: (path: string | undefined) => unknown,
): Edge[] {
  const edges: Edge[] = []
  const globalHome = text(field(value, 'helmGlobals', 'chartHome')) ?? 'charts'
  for (const list of ['helmCharts', 'helmChartInflationGenerator']) {
    for (const item of items(field(value, list))) {
      add(text(field(item, 'valuesFile')))
      add(text(field(item, 'values')))
      for (const path of texts(field(item, 'additionalValuesFiles'))) add(path)
      const name = text(field(item, 'name')) ?? text(field(item, 'chartName'))
      const version = text(field(item, 'version')) ?? text(field(item, 'chartVersion')) ?? ''
      const home = text(field(item, 'chartHome')) ?? globalHome
      if (name === undefined) continue
      // Kustomize pulls a chart with a version into a folder of that version.
      for (const place of [`${home}/${name}`, `${home}/${name}-${version}/${name}`]) {
        const at = joinPath(folder, place)
        const found = at === undefined ? undefined : reading.snapshot.resolve(at)
        if (found?.kind !== 'folder' || !isChart(reading, found.path)) continue
        for (const link of found.links) edges.push({ to: `file:${link}`, kind: 'link' })
        edges.push({ to: addChartFiles(reading, found.path), kind: 'chart' })
      }
    }
  }
  return edges
}
