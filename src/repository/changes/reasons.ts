import type { Edge, EdgeKind, NodeId, NodeReader } from '../graph/node.ts'
import { ownInputs } from '../graph/item-hash.ts'
import type { Reason } from '../items.ts'
import { EARLY, isNamed, MOST_ARRIVALS, type Arrival } from './arrivals.ts'
import type { ChangedFiles, FileChange } from './changed-files.ts'

/** Reasons listed for one item; how many more there are is told. */
const MOST_REASONS = 10
/** Names listed of one way: the first, and the last. Of longer ones the middle is left out. */
const LAST = 8
const GAP = '…'

/** An item in one tree. */
export interface InTree {
  /** Undefined when it is not there. */
  readonly node: NodeId | undefined
  readonly read: NodeReader
  readonly arrivals: ReadonlyMap<NodeId, ReadonlyMap<string, Arrival>>
}

export interface Causes {
  /** Changed files among the inputs in either tree; of those that only others bring, the nearest. */
  readonly files: ReadonlySet<string>
  /** The shortest first, then by name. */
  readonly reasons: readonly Reason[]
  readonly moreReasons: number
}

/**
 * One reason for each changed file among the inputs: the shortest way through the graph of either tree.
 *
 * @param nameOf what people call a node.
 * @param counts which files may be a cause.
 */
export function causesOf(
  trees: readonly InTree[],
  changed: ChangedFiles,
  nameOf: (id: NodeId) => string,
  counts: (file: string) => boolean = () => true,
): Causes {
  const causes = new Map<string, Arrival>()
  const files = new Set<string>()
  for (const { node, read, arrivals } of trees) {
    const found = node === undefined ? undefined : arrivals.get(node)
    if (node === undefined || found === undefined) continue
    for (const [file, arrival] of found) {
      if (!counts(file)) continue
      files.add(file)
      const known = causes.get(file)
      if (known === undefined || arrival.length < known.length) causes.set(file, arrival)
    }
    if (found.size >= MOST_ARRIVALS) addOwn({ node, read }, changed, files, counts)
  }
  const sorted = [...causes.values()].sort((a, b) => a.length - b.length || (a.file < b.file ? -1 : 1))
  const reasons = sorted
    .slice(0, MOST_REASONS)
    .map((cause) => reasonOf(cause, changed.changes.get(cause.file) ?? 'modified', nameOf))
  return { files, reasons, moreReasons: files.size - reasons.length }
}

/** There are more than were followed. */
function addOwn(
  { node: item, read }: { readonly node: NodeId; readonly read: NodeReader },
  changed: ChangedFiles,
  files: Set<string>,
  counts: (file: string) => boolean,
): void {
  for (const id of ownInputs(item, read).nodes) {
    const node = read(id)
    for (const file of node === undefined ? [] : changed.in(node)) if (counts(file)) files.add(file)
  }
}

function reasonOf(cause: Arrival, change: FileChange, nameOf: (id: NodeId) => string): Reason {
  const { file, dynamic } = cause
  const { via, kinds } = wayOf(cause, nameOf)
  return { file, change, via, kinds, dynamic, text: [file, ...via].join(' → ') }
}

interface Way {
  readonly via: string[]
  readonly kinds: EdgeKind[]
}

function wayOf(cause: Arrival, nameOf: (id: NodeId) => string): Way {
  const isLong = cause.length + 1 > EARLY + LAST
  if (!isLong || cause.early === undefined) return namesOf(hopsOf(cause), nameOf)
  // The last of these says only what it is to the next.
  const end = namesOf(hopsOf(cause, LAST + 1), nameOf)
  const start = namesOf(hopsOf(cause.early).slice(1), nameOf)
  const kinds = end.kinds.slice(1)
  return {
    via: [...start.via, GAP, ...end.via.slice(1)],
    kinds: [...start.kinds, kinds[0] ?? 'files', ...kinds],
  }
}

interface Hop {
  readonly at: Arrival
  /** By which it was reached from above; undefined at the end of the way. */
  readonly edge: Edge | undefined
}

/** From the item down to the file, or as many as have `most` names. */
function hopsOf(cause: Arrival, most = Number.POSITIVE_INFINITY): Hop[] {
  const hops: Hop[] = []
  let named = 0
  let edge: Edge | undefined
  for (let at: Arrival | undefined = cause; at !== undefined && named < most; at = at.from) {
    hops.push({ at, edge })
    if (edge === undefined || isNamed(at, edge)) named += 1
    edge = at.edge
  }
  return hops
}

function namesOf(hops: readonly Hop[], nameOf: (id: NodeId) => string): Way {
  const via: string[] = []
  const kinds: EdgeKind[] = []
  let kind: EdgeKind = 'files'
  for (const { at, edge } of hops.toReversed()) {
    if (edge === undefined || isNamed(at, edge)) {
      via.push(nameOf(at.node))
      kinds.push(kind)
      kind = edge?.kind ?? 'files'
    } else if (edge.kind !== 'files') {
      kind = edge.kind
    }
  }
  return { via, kinds }
}

/** A reason that is no file. */
export const plainReason = (name: string, text: string): Reason => ({
  file: '',
  change: 'none',
  via: [name],
  kinds: [],
  dynamic: false,
  text,
})
