import { closureOf, type Step } from '../graph/closure.ts'
import type { EdgeKind, NodeId, NodeReader } from '../graph/node.ts'
import type { Reason } from '../items.ts'
import type { ChangedFiles, FileChange } from './changed-files.ts'

/** Reasons listed for one item; how many more there are is told. */
const MOST_REASONS = 10

/** The closure of an item in one tree. */
export interface Closure {
  readonly steps: ReadonlyMap<NodeId, Step>
  readonly read: NodeReader
}

export const closureIn = (node: NodeId | undefined, read: NodeReader): Closure => ({
  steps: node === undefined ? new Map() : closureOf(node, read),
  read,
})

export interface Causes {
  /** Changed files of either closure. */
  readonly files: ReadonlySet<string>
  /** The shortest first, then by name. */
  readonly reasons: readonly Reason[]
  readonly moreReasons: number
}

interface Cause {
  readonly file: string
  readonly node: NodeId
  readonly closure: Closure
  readonly length: number
}

/**
 * One reason for each changed file among the inputs: the shortest way through the graph of either tree.
 *
 * @param nameOf what people call a node.
 */
export function causesOf(
  closures: readonly Closure[],
  changed: ChangedFiles,
  nameOf: (id: NodeId) => string,
): Causes {
  const causes = new Map<string, Cause>()
  if (changed.changes.size > 0) for (const closure of closures) collect(closure, changed, causes)
  const sorted = [...causes.values()].sort((a, b) => a.length - b.length || (a.file < b.file ? -1 : 1))
  const reasons = sorted
    .slice(0, MOST_REASONS)
    .map((cause) => reasonOf(cause, changed.changes.get(cause.file) ?? 'modified', nameOf))
  return { files: new Set(causes.keys()), reasons, moreReasons: Math.max(0, sorted.length - MOST_REASONS) }
}

function collect(closure: Closure, changed: ChangedFiles, causes: Map<string, Cause>): void {
  const lengths = new Map<NodeId, number>()
  for (const [id, step] of closure.steps) {
    const above = step.from === undefined ? 0 : (lengths.get(step.from) ?? 0)
    const own = above + (isShown(id, step) ? 1 : 0)
    lengths.set(id, own)
    // A file is in its own text already.
    const length = id.startsWith('file:') ? above : own
    const node = closure.read(id)
    for (const file of node === undefined ? [] : changed.in(node)) {
      const known = causes.get(file)
      if (known === undefined || length < known.length) causes.set(file, { file, node: id, closure, length })
    }
  }
}

function reasonOf(
  { file, node, closure }: Cause,
  change: FileChange,
  nameOf: (id: NodeId) => string,
): Reason {
  const via: string[] = []
  const kinds: EdgeKind[] = []
  let dynamic = false
  let kind: EdgeKind = 'files'
  let at: NodeId | undefined = node
  while (at !== undefined) {
    const step: Step | undefined = closure.steps.get(at)
    if (step === undefined) break
    if (isShown(at, step) && !(at === node && at.startsWith('file:'))) {
      via.push(nameOf(at))
      kinds.push(kind)
      kind = step.edge?.kind ?? 'files'
    } else if (step.edge !== undefined && step.edge.kind !== 'files') {
      kind = step.edge.kind
    }
    if (step.edge?.dynamic === true) dynamic = true
    at = step.from
  }
  return { file, change, via, kinds, dynamic, text: [file, ...via].join(' → ') }
}

/**
 * Nodes that people have a name for. A stack and the module in its folder are one thing to them; a folder or a list of
 * files is told by the file in it. A file in the middle of a way is a link.
 */
function isShown(id: NodeId, { edge }: Step): boolean {
  if (edge === undefined) return true
  if (edge.kind === 'files' && id.startsWith('module:')) return false
  return !/^(?:folder|modules|config):/.test(id)
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
