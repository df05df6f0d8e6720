import { edge } from '../graph/edges.ts'
import type { Edge } from '../graph/node.ts'
import type { Chart } from '../items.ts'
import { inFolder, folderOf, joinPath, nameOf } from '../paths.ts'
import { field, items, text } from './plain.ts'
import { addNode, linksBelow, plainEdges, readDocuments, type Reading } from './reading.ts'
import { foldersBefore } from './kubernetes-text.ts'

/**
 * The charts of a repository, sorted by path. A chart in the `charts/` folder of another belongs to that one.
 *
 * Two nodes each: `chart:PATH` is the item, with the Applications that render it; `chart-files:PATH` is what others
 * render or depend on, so that two Applications of one chart are not inputs of each other.
 */
export function findCharts(reading: Reading): readonly Chart[] {
  const own = reading.chartFolders.filter((folder) => !isVendored(reading, folder))
  return own.sort(byText).map((path) => {
    const head = readHead(reading, path)
    const source = addChartFiles(reading, path)
    addNode(reading, `chart:${path}`, reading.nodes.get(source)?.files ?? [], (edges) => {
      // Read before this one: nodes are read in the order they were added.
      edges.push(...(reading.nodes.get(source)?.edges ?? []))
    })
    const type = text(field(head, 'type')) === 'library' ? 'library' : 'application'
    const name = text(field(head, 'name')) ?? fallbackName(reading, path)
    return { name, path, version: text(field(head, 'version')) ?? '', type, node: `chart:${path}` }
  })
}

const isVendored = (reading: Reading, folder: string): boolean =>
  foldersBefore(folder, 'charts').some((parent) => isChart(reading, parent))

/** To be called when all Applications are read. */
export function addChartUses(reading: Reading, charts: readonly Chart[]): void {
  for (const { path, node } of charts) {
    const uses = reading.chartUses.get(path)
    const found = reading.nodes.get(node)
    if (uses === undefined || found === undefined) continue
    reading.nodes.set(node, { files: found.files, edges: [...found.edges, ...uses] })
  }
}

export const isChartFile = (path: string): boolean => path === 'Chart.yaml' || path.endsWith('/Chart.yaml')

export const isChart = (reading: Reading, folder: string): boolean =>
  reading.snapshot.entry(inFolder(folder, 'Chart.yaml')) !== undefined

/** The node of a chart as others use it. */
export function addChartFiles(reading: Reading, path: string): string {
  const id = `chart-files:${path}`
  addNode(reading, id, chartFiles(reading, path), (edges) => {
    edges.push(...chartEdges(reading, path, isVendored(reading, path)))
  })
  return id
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function fallbackName(reading: Reading, path: string): string {
  return path === '.' ? nameOf(reading.repository ?? '') || 'chart' : nameOf(path)
}

function readHead(reading: Reading, path: string): unknown {
  const file = inFolder(path, 'Chart.yaml')
  const document = readDocuments(reading, file)?.[0]
  if (document === undefined) {
    const help = 'It is taken as a chart with the name of its folder.'
    reading.notices.push({ message: 'This Chart.yaml is empty or could not be read', help, file })
  }
  if (document?.fault !== undefined) {
    const { message, line, column } = document.fault
    reading.notices.push({
      message: `This Chart.yaml could not be read: ${message}`,
      help: 'All it names in the repository counts as a part of the chart.',
      file,
      line,
      column,
    })
  }
  return document?.value
}

/** Dependencies of Helm 3 stand in Chart.yaml, those of Helm 2 (apiVersion v1) in requirements.yaml. */
function chartEdges(reading: Reading, path: string, quiet: boolean): Edge[] {
  const edges = chartLinks(reading, path)
  for (const name of ['Chart.yaml', 'requirements.yaml']) {
    const file = inFolder(path, name)
    if (reading.snapshot.entry(file) === undefined) continue
    for (const document of readDocuments(reading, file) ?? []) {
      for (const dependency of items(field(document.value, 'dependencies'))) {
        const repository = text(field(dependency, 'repository'))
        if (repository?.startsWith('file://') !== true) continue
        edges.push(...dependencyEdges(reading, path, file, repository.slice(7), quiet))
      }
      if (document.text === undefined) continue
      for (const [, target = ''] of document.text.matchAll(/file:\/\/([^\s"',}\]]+)/g)) {
        edges.push(...dependencyEdges(reading, path, file, target, true).map(asDynamic))
      }
    }
  }
  return edges
}

const asDynamic = ({ to, kind }: Edge): Edge => edge(to, kind, true)

/** Helm takes the path from the chart's folder, and as it is: nothing is decoded. */
function dependencyEdges(
  reading: Reading,
  path: string,
  file: string,
  target: string,
  quiet: boolean,
): Edge[] {
  const tell = (message: string): Edge[] => {
    const help = 'It is left out: only files of this repository can be compared.'
    if (!quiet) reading.notices.push({ message: `The dependency file://${target} ${message}`, help, file })
    return []
  }
  const joined = target.startsWith('/') ? undefined : joinPath(path, target)
  if (joined === undefined) return tell('leads out of the repository')
  const place = reading.snapshot.resolve(joined)
  const links: Edge[] = place.links.map((link) => ({ to: `file:${link}`, kind: 'link' }))
  if (place.kind === 'outside') return [...links, ...tell('is a link that leads out of the repository')]
  if (place.kind === 'loop') return [...links, ...tell('is a link that leads back to itself')]
  if (place.kind === 'missing') return [...links, ...tell('is not there')]
  if (place.kind === 'folder' && isChart(reading, place.path)) {
    return [...links, { to: addChartFiles(reading, place.path), kind: 'chart dependency' }]
  }
  return plainEdges(reading, joined, 'chart dependency')
}

/** A link in a chart to another chart (`charts/common -> ../../common`) brings that one's dependencies too. */
function chartLinks(reading: Reading, path: string): Edge[] {
  return linksBelow(reading, path)
    .filter(({ to }) => path !== '.' || !to.startsWith('file:') || rootChartHolds(reading)(to.slice(5)))
    .flatMap((one) => {
      const folder = one.to.startsWith('folder:') ? one.to.slice(7) : undefined
      if (folder === undefined || !isChart(reading, folder)) return [one]
      return [one, { to: addChartFiles(reading, folder), kind: 'chart dependency' as const }]
    })
}

/** Helm loads all files of the folder, whatever their names: `.Files` may read any of them. */
function chartFiles(reading: Reading, path: string): readonly string[] {
  const files = reading.snapshot.under(path).map((entry) => entry.path)
  return path === '.' ? files.filter(rootChartHolds(reading)) : files
}

/**
 * Below a chart in the repository root is the whole repository. It counts what Helm gives a meaning, the files next to
 * Chart.yaml, and what the templates read with `.Files`: all when the name is not written out.
 */
function rootChartHolds(reading: Reading): (path: string) => boolean {
  const heads = new Set(['templates', 'charts', 'crds', 'ci'])
  for (const { path } of reading.snapshot.under('templates')) {
    const template = reading.snapshot.text(path)
    if (template?.includes('.Files') !== true) continue
    for (const [, name] of template.matchAll(/\.Files(?:\.\w+)?(?:\s+"([^"*?[{]*))?/g)) {
      if (name === undefined || name === '' || !name.includes('/')) {
        if (name === undefined || name === '') return () => true
        continue
      }
      heads.add(name.replace(/^(?:\.\/)+/, '').split('/')[0] ?? '')
    }
  }
  return (path) => folderOf(path) === '.' || heads.has(path.split('/')[0] ?? '')
}
