import { linkEdges, pathEdges } from '../graph/file-nodes.ts'
import type { Edge, EdgeKind, InputNode, NodeId } from '../graph/node.ts'
import type { Notice } from '../items.ts'
import type { Snapshot } from '../snapshot.ts'
import { isWithin } from '../paths.ts'
import type { YamlDocument, YamlReader } from './yaml-text.ts'

/** What the readers of one snapshot share. */
export interface Reading {
  readonly snapshot: Snapshot
  /** `owner/name`, where known. */
  readonly repository: string | undefined
  readonly yaml: YamlReader
  /** Paths of all symbolic links. */
  readonly links: readonly string[]
  /** Folders with a Chart.yaml. */
  readonly chartFolders: readonly string[]
  readonly kustomizeFolders: readonly string[]
  /** What was found so far. A node is put here before it is read, so that circles end. */
  readonly nodes: Map<NodeId, InputNode>
  /** What is still to be read: no chain is so long that the stack does not hold it. */
  readonly pending: (() => void)[]
  /** Chart folder → the Applications that render it, and with which values. */
  readonly chartUses: Map<string, Edge[]>
  readonly notices: Notice[]
}

/** What there is to start with. */
type Start = Pick<Reading, 'links' | 'chartFolders' | 'kustomizeFolders' | 'notices'> & {
  readonly repository?: string
}

export const newReading = (snapshot: Snapshot, yaml: YamlReader, start: Start): Reading => ({
  snapshot,
  repository: start.repository,
  yaml,
  links: start.links,
  chartFolders: start.chartFolders,
  kustomizeFolders: start.kustomizeFolders,
  nodes: new Map(),
  pending: [],
  chartUses: new Map(),
  notices: start.notices,
})

/** What is read names more that is to be read; the list grows while it is gone through. */
export function readPending(reading: Reading): void {
  for (const read of reading.pending) read()
  reading.pending.length = 0
}

/** Adds a node whose edges are found later by `read`, once. */
export function addNode(
  reading: Reading,
  id: NodeId,
  files: readonly string[],
  read: (edges: Edge[]) => void,
): void {
  if (reading.nodes.has(id)) return
  const edges: Edge[] = []
  reading.nodes.set(id, { files, edges })
  reading.pending.push(() => read(edges))
}

/** The documents of a file, links followed; undefined when it is not there or is no readable text. */
export function readDocuments(reading: Reading, path: string): readonly YamlDocument[] | undefined {
  const { snapshot } = reading
  const place = snapshot.resolve(path)
  if (place.kind !== 'file') return undefined
  const text = snapshot.text(place.path)
  const oid = snapshot.entry(place.path)?.oid
  return text === undefined || oid === undefined ? undefined : reading.yaml.read(oid, text)
}

/** A file or a folder as it is, and the links on the way. Nothing when it is not there. */
export const plainEdges = (reading: Reading, path: string, kind: EdgeKind, dynamic = false): Edge[] =>
  pathEdges(reading.snapshot, path, kind, dynamic)

/** Where the links below a folder lead: what is there counts as if it were in the folder. */
export const linksBelow = (reading: Reading, folder: string): Edge[] =>
  reading.links.filter((link) => isWithin(link, folder)).flatMap((link) => linkEdges(reading.snapshot, link))
