import type { Edge, EdgeKind, NodeId } from './node.ts'

/** @param dynamic it is wider than what is really read */
export const edge = (to: NodeId, kind: EdgeKind, dynamic: boolean): Edge =>
  dynamic ? { to, kind, dynamic: true } : { to, kind }

/** Each edge once, those that are certain first; none to files that the node holds itself. */
export function distinctEdges(edges: readonly Edge[], files: readonly string[]): readonly Edge[] {
  if (edges.length === 0) return edges
  const found = new Map<NodeId, Edge>()
  let isMixed = false
  for (const edge of edges) {
    const known = found.get(edge.to)
    if (known !== undefined && (known.dynamic !== true || edge.dynamic === true)) continue
    if (edge.to.startsWith('file:') && files.includes(edge.to.slice('file:'.length))) continue
    if (edge.dynamic === true) isMixed = true
    found.set(edge.to, edge)
  }
  const distinct = [...found.values()]
  if (!isMixed) return distinct
  return [...distinct.filter(({ dynamic }) => dynamic !== true), ...distinct.filter(({ dynamic }) => dynamic)]
}
