import type { Edge, InputNode, NodeId, NodeReader } from '../graph/node.ts'
import type { Reverse } from '../graph/reverse.ts'

/**
 * Nodes of head whose closure may differ from what it was: those from which a node can be reached that is not the
 * same in both trees. All others have the same closure, for from the same node the same nodes are reached. Each node
 * and edge is looked at once, however many items there are.
 *
 * @param isChanged true for a node with a file that differs.
 */
export function suspects(
  { nodes, users }: Reverse,
  head: NodeReader,
  base: NodeReader,
  isChanged: (node: InputNode) => boolean,
): Set<NodeId> {
  const found = new Set<NodeId>()
  for (const id of nodes) if (!isSame(head(id), base(id), isChanged)) found.add(id)
  // A Set lists what is added while it is walked.
  for (const id of found) for (const { by } of users.get(id) ?? []) found.add(by)
  return found
}

function isSame(
  a: InputNode | undefined,
  b: InputNode | undefined,
  isChanged: (node: InputNode) => boolean,
): boolean {
  if (a === undefined || b === undefined) return a === b
  if (a.data !== b.data || a.files.length !== b.files.length || !sameEdges(a.edges, b.edges)) return false
  if (isChanged(a)) return false
  for (let at = 0; at < a.files.length; at += 1) {
    if (a.files[at] !== b.files[at]) return false
  }
  return true
}

function sameEdges(a: readonly Edge[], b: readonly Edge[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at]?.to !== b[at]?.to) return false
  return true
}
