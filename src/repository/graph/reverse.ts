import type { Edge, NodeId, NodeReader } from './node.ts'

/** All that some nodes are made of, the other way round. */
export interface Reverse {
  /** Nodes that can be reached, those that do not exist included, and the starts. */
  readonly nodes: ReadonlySet<NodeId>
  readonly users: ReadonlyMap<NodeId, readonly Use[]>
}

export interface Use {
  readonly by: NodeId
  readonly edge: Edge
}

/** Each node and edge is looked at once. */
export function reverseOf(starts: Iterable<NodeId>, read: NodeReader): Reverse {
  const nodes = new Set<NodeId>(starts)
  const users = new Map<NodeId, Use[]>()
  // A Set lists what is added while it is walked.
  for (const id of nodes) {
    for (const edge of read(id)?.edges ?? []) {
      const of = users.get(edge.to)
      if (of === undefined) users.set(edge.to, [{ by: id, edge }])
      else of.push({ by: id, edge })
      nodes.add(edge.to)
    }
  }
  return { nodes, users }
}
