import { distinctEdges, edge } from '../graph/edges.ts'
import type { Edge, InputNode, NodeReader } from '../graph/node.ts'
import { folderOf, isWithin } from '../paths.ts'
import { LINK_MODE, type Snapshot } from '../snapshot.ts'
import { addChartFiles, isChartFile } from './charts.ts'
import { addKustomization, isKustomizeFile } from './kustomize.ts'
import { newReading, readPending } from './reading.ts'
import { yamlReader, type ParseCache } from './yaml-text.ts'

/** Charts and Kustomize folders as seen by who names their folder: a Helm release or a command in Terraform. */
export interface RenderedFolders {
  /**
   * The node with edges to what is rendered in the folders it leads to: a chart is rendered with its dependencies, a
   * Kustomize folder with its bases. Where an edge is dynamic, any folder below may be meant.
   */
  readonly withRendered: (node: InputNode) => InputNode
  /** Reads `chart-files:PATH` and `kustomize:PATH`, from then on. Loads the YAML library. */
  readonly reader: (cache: ParseCache) => Promise<NodeReader>
}

/** @returns undefined when there is neither a chart nor a Kustomize folder. */
export function renderedFolders(snapshot: Snapshot): RenderedFolders | undefined {
  const charts = new Set<string>()
  const kustomizations = new Set<string>()
  const links: string[] = []
  for (const { path, mode } of snapshot.entries) {
    if (mode === LINK_MODE) links.push(path)
    if (isChartFile(path)) charts.add(folderOf(path))
    else if (isKustomizeFile(path)) kustomizations.add(folderOf(path))
  }
  if (charts.size + kustomizations.size === 0) return undefined
  const start = { links, chartFolders: [...charts], kustomizeFolders: [...kustomizations], notices: [] }

  const known = new Map<string, readonly string[]>()
  const below = (folder: string): readonly string[] => {
    let found = known.get(folder)
    if (found === undefined) {
      const isIn = (one: string): boolean => one === folder || isWithin(one, folder)
      found = [
        ...start.chartFolders.filter(isIn).map((one) => `chart-files:${one}`),
        ...start.kustomizeFolders.filter(isIn).map((one) => `kustomize:${one}`),
      ]
      known.set(folder, found)
    }
    return found
  }
  const rendered = ({ to, kind, dynamic }: Edge): Edge[] => {
    if (!to.startsWith('folder:')) return []
    const folder = to.slice('folder:'.length)
    if (dynamic === true) return below(folder).map((id) => edge(id, kind, true))
    return [
      ...(charts.has(folder) ? [edge(`chart-files:${folder}`, kind, false)] : []),
      ...(kustomizations.has(folder) ? [edge(`kustomize:${folder}`, kind, false)] : []),
    ]
  }
  return {
    withRendered(node) {
      const more = node.edges.flatMap(rendered)
      return more.length === 0 ? node : { ...node, edges: distinctEdges([...node.edges, ...more], []) }
    },
    async reader(cache) {
      const reading = newReading(snapshot, await yamlReader(cache), start)
      return (id) => {
        const folder = id.slice(id.indexOf(':') + 1)
        if (id.startsWith('chart-files:') && charts.has(folder)) addChartFiles(reading, folder)
        else if (id.startsWith('kustomize:') && kustomizations.has(folder)) addKustomization(reading, folder)
        readPending(reading)
        const node = reading.nodes.get(id)
        return node === undefined ? undefined : { ...node, edges: distinctEdges(node.edges, node.files) }
      }
    },
  }
}
