import type { Edge, NodeId, NodeReader } from '../graph/node.ts'
import type { Reverse } from '../graph/reverse.ts'
import type { ChangedFiles } from './changed-files.ts'

/** How a changed file reaches a node: by a shortest way. */
export interface Arrival {
  readonly file: string
  readonly node: NodeId
  /** Nodes before this one that people have a name for. */
  readonly length: number
  readonly dynamic: boolean
  readonly edges: number
  /** One step nearer to the file, and the edge that leads there. Undefined where the file is. */
  readonly from: Arrival | undefined
  readonly edge: Edge | undefined
  /** The last one on the way whose `length` was this: the beginning of a long way. */
  readonly early: Arrival | undefined
}

/** So many of the nearest files are followed per node. */
export const MOST_ARRIVALS = 40
/** Where a way counts as long. */
export const EARLY = 8

/**
 * The changed files that reach each node of a graph, the nearest first: all, or so many that the rest does not matter.
 * All nodes together are walked through once, from the files upwards, however many items there are and however long
 * the chains between them. Of ways of equal length the one that is certain counts, then the one with fewer edges.
 */
export function arrivals(
  { nodes, users }: Reverse,
  read: NodeReader,
  changed: ChangedFiles,
): ReadonlyMap<NodeId, ReadonlyMap<string, Arrival>> {
  const found = new Map<NodeId, Map<string, Arrival>>()
  if (changed.changes.size === 0) return found
  const queue: Arrival[] = []
  for (const id of nodes) {
    const node = read(id)
    const files = node === undefined ? [] : changed.in(node)
    const nearest = files.length > MOST_ARRIVALS ? [...files].sort().slice(0, MOST_ARRIVALS) : files
    for (const file of nearest) {
      const seed = { file, node: id, length: 0, dynamic: false, edges: 0 }
      push(queue, { ...seed, from: undefined, edge: undefined, early: undefined })
    }
  }
  for (let next = pop(queue); next !== undefined; next = pop(queue)) {
    let of = found.get(next.node)
    if (of === undefined) {
      of = new Map<string, Arrival>()
      found.set(next.node, of)
    }
    if (of.size >= MOST_ARRIVALS || of.has(next.file)) continue
    of.set(next.file, next)
    for (const { by, edge } of users.get(next.node) ?? []) {
      const known = found.get(by)
      if (known !== undefined && (known.size >= MOST_ARRIVALS || known.has(next.file))) continue
      push(queue, step(next, by, edge))
    }
  }
  return found
}

function step(from: Arrival, node: NodeId, edge: Edge): Arrival {
  const length = from.length + (isNamed(from, edge) ? 1 : 0)
  const arrival = {
    file: from.file,
    node,
    length,
    dynamic: from.dynamic || edge.dynamic === true,
    edges: from.edges + 1,
    from,
    edge,
  }
  return { ...arrival, early: from.early ?? (length >= EARLY ? { ...arrival, early: undefined } : undefined) }
}

/** A file is in its own text already. */
export const isNamed = ({ from, node }: Arrival, edge: Edge): boolean =>
  isShown(node, edge) && !(from === undefined && node.startsWith('file:'))

/**
 * Nodes that people have a name for. A stack and the module in its folder are one thing to them; a folder or a list of
 * files is told by the file in it. A file in the middle of a way is a link.
 */
function isShown(id: NodeId, edge: Edge): boolean {
  if (edge.kind === 'files' && id.startsWith('module:')) return false
  return !/^(?:folder|modules|config|states):/.test(id)
}

function isBefore(a: Arrival, b: Arrival): boolean {
  if (a.length !== b.length) return a.length < b.length
  if (a.dynamic !== b.dynamic) return b.dynamic
  return a.edges !== b.edges ? a.edges < b.edges : a.file < b.file
}

/** A binary heap: the nearest is first. */
function push(heap: Arrival[], item: Arrival): void {
  let at = heap.length
  heap.push(item)
  while (at > 0) {
    const above = (at - 1) >> 1
    const other = heap[above]
    if (other === undefined || !isBefore(item, other)) break
    heap[at] = other
    at = above
  }
  heap[at] = item
}

function pop(heap: Arrival[]): Arrival | undefined {
  const [first] = heap
  const last = heap.pop()
  if (first === undefined || last === undefined || heap.length === 0) return first
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    const [left, right] = [heap[below], heap[below + 1]]
    if (left === undefined) break
    if (right !== undefined && isBefore(right, left)) below += 1
    const next = heap[below] ?? left
    if (!isBefore(next, last)) break
    heap[at] = next
    at = below
  }
  heap[at] = last
  return first
}
