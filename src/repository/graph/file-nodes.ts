import { isWithin } from '../paths.ts'
import { LINK_MODE, type Snapshot } from '../snapshot.ts'
import { edge } from './edges.ts'
import type { Edge, EdgeKind, InputNode, NodeReader } from './node.ts'

/**
 * Nodes of plain files: `file:PATH` and `folder:PATH` (all files below). A link is an input itself, and what it leads
 * to is one, too.
 */
export function fileNodes(snapshot: Snapshot): NodeReader {
  return (id) => {
    if (id.startsWith('file:')) return fileNode(snapshot, id.slice('file:'.length))
    if (id.startsWith('folder:')) return folderNode(snapshot, id.slice('folder:'.length))
    return undefined
  }
}

function fileNode(snapshot: Snapshot, path: string): InputNode | undefined {
  const entry = snapshot.entry(path)
  if (entry === undefined) return undefined
  return { files: [path], edges: entry.mode === LINK_MODE ? linkEdges(snapshot, path) : [] }
}

function folderNode(snapshot: Snapshot, path: string): InputNode | undefined {
  if (!snapshot.isFolder(path)) return undefined
  const files: string[] = []
  const edges: Edge[] = []
  for (const entry of snapshot.under(path)) {
    files.push(entry.path)
    if (entry.mode === LINK_MODE) edges.push(...linkEdges(snapshot, entry.path))
  }
  return { files, edges }
}

/**
 * Where a link leads. To a folder that holds the link itself it leads to nothing new: what is there belongs to others,
 * and would be everything for a link to the root.
 */
export function linkEdges(snapshot: Snapshot, link: string): Edge[] {
  return pathEdges(snapshot, link, 'link').filter(
    ({ to }) =>
      to !== `file:${link}` && !(to.startsWith('folder:') && isWithin(link, to.slice('folder:'.length))),
  )
}

/**
 * Edges to a path as code names it: to each link on the way, and to the file or folder it leads to; a path in a
 * submodule leads to the submodule, whose commit stands for all its files.
 *
 * @returns no edges when nothing is there and no link was followed.
 */
export function pathEdges(snapshot: Snapshot, path: string, kind: EdgeKind, dynamic = false): Edge[] {
  const target = snapshot.resolve(path)
  const edges: Edge[] = []
  for (const link of target.links) edges.push(edge(`file:${link}`, kind, dynamic))
  if (target.kind === 'file' || target.kind === 'folder')
    edges.push(edge(`${target.kind}:${target.path}`, kind, dynamic))
  return edges
}
