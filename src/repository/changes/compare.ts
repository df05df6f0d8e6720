import type { NodeId } from '../graph/node.ts'
import type { Reason } from '../items.ts'
import type { RepositoryModel } from '../model.ts'
import { changedFiles, type ChangedFiles } from './changed-files.ts'
import { causesOf, closureIn, plainReason, type Causes, type Closure } from './reasons.ts'
import { suspects } from './suspects.ts'

/** Head against one other tree. */
export interface Comparison {
  readonly base: RepositoryModel
  readonly changed: ChangedFiles
  /** Nodes of head whose closure may differ. */
  readonly suspects: ReadonlySet<NodeId>
}

export function compareTrees(base: RepositoryModel, head: RepositoryModel): Comparison {
  const changed = changedFiles(base.snapshot, head.snapshot)
  const items = [...head.stacks, ...head.charts, ...head.applications].map(({ node }) => node)
  return {
    base,
    changed,
    suspects: suspects(items, head.read, base.read, (node) => changed.in(node).length > 0),
  }
}

/** An item of head, with what is worked out of it once. */
export interface HeadItem {
  readonly node: NodeId
  readonly name: string
  readonly closure: () => Closure
  readonly hash: () => string
}

export function headItem(head: RepositoryModel, node: NodeId, name: string): HeadItem {
  let closure: Closure | undefined
  let hash: string | undefined
  const getClosure = (): Closure => (closure ??= closureIn(node, head.read))
  return {
    node,
    name,
    closure: getClosure,
    hash: () => (hash ??= head.hashOf(getClosure().steps.keys())),
  }
}

/**
 * Why an item of head is not what it was in another tree.
 *
 * @param before its node there; undefined: there was none.
 * @returns undefined when all its inputs are equal.
 */
export function differences(
  item: HeadItem,
  before: NodeId | undefined,
  { base, changed, suspects: suspected }: Comparison,
  nameOf: (id: NodeId) => string,
): Causes | undefined {
  if (before === item.node && !suspected.has(item.node)) return undefined
  const then = closureIn(before, base.read)
  const causes = causesOf([item.closure(), then], changed, nameOf)
  // A changed file in either closure is in that one alone, as it is there: the hashes differ.
  if (causes.reasons.length > 0) return causes
  if (before !== undefined && base.hashOf(then.steps.keys()) === item.hash()) return undefined
  const text =
    before === undefined
      ? `${item.name} was not there before`
      : `what counts as an input of ${item.name} changed, by its configuration or its name`
  return { ...causes, reasons: [plainReason(item.name, text)] }
}

export function withReason(causes: Causes, reason: Reason): Causes {
  return { ...causes, reasons: [reason, ...causes.reasons] }
}
