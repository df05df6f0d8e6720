import type { Edge, NodeId, NodeReader } from './node.ts'

/** How a node was reached first, which is on a shortest way. */
export interface Step {
  /** Undefined for the start. */
  readonly from: NodeId | undefined
  readonly edge: Edge | undefined
  /** Edges from the start. */
  readonly depth: number
}

/**
 * All nodes that can be reached, nearest first; nodes that do not exist are left out. Of two ways of equal length the
 * one whose edge is listed first counts.
 */
export function closureOf(start: NodeId, read: NodeReader): Map<NodeId, Step> {
  const found = new Map<NodeId, Step>()
  if (read(start) === undefined) return found
  found.set(start, { from: undefined, edge: undefined, depth: 0 })
  // A Map lists what is added while it is walked: it is its own queue.
  for (const [id, { depth }] of found) {
    for (const edge of read(id)?.edges ?? []) {
      if (found.has(edge.to) || read(edge.to) === undefined) continue
      found.set(edge.to, { from: id, edge, depth: depth + 1 })
    }
  }
  return found
}
