import type { NodeId } from '../graph/node.ts'
import { reverseOf, type Reverse } from '../graph/reverse.ts'
import type { Reason } from '../items.ts'
import type { RepositoryModel } from '../model.ts'
import { arrivals } from './arrivals.ts'
import { changedFiles, type ChangedFiles } from './changed-files.ts'
import { causesOf, plainReason, type Causes, type InTree } from './reasons.ts'
import { suspects } from './suspects.ts'

/** Head against one other tree. */
export interface Comparison {
  readonly base: RepositoryModel
  readonly head: RepositoryModel
  readonly changed: ChangedFiles
  /** Nodes of head whose closure may differ. */
  readonly suspects: ReadonlySet<NodeId>
  /** A node in either tree, with the changed files that reach it. */
  readonly atBase: (node: NodeId | undefined) => InTree
  readonly atHead: (node: NodeId | undefined) => InTree
  /** Changed files that are an input of some item, at head or at base. */
  readonly used: () => ReadonlySet<string>
}

/** @param reverse of head: `reverseOfItems`. */
export function compareTrees(base: RepositoryModel, head: RepositoryModel, reverse: Reverse): Comparison {
  const changed = changedFiles(base.snapshot, head.snapshot)
  const inTree = (model: RepositoryModel, graph: () => Reverse): Comparison['atBase'] => {
    let known: InTree['arrivals'] | undefined
    return (node) => {
      known ??= arrivals(graph(), model.read, changed)
      return { node, read: model.read, arrivals: known }
    }
  }
  let before: Reverse | undefined
  const baseGraph = (): Reverse => (before ??= reverseOfItems(base))
  return {
    base,
    head,
    changed,
    suspects: suspects(reverse, head.read, base.read, (node) => changed.in(node).length > 0),
    atBase: inTree(base, baseGraph),
    atHead: inTree(head, () => reverse),
    used: () => new Set([...heldBy(reverse, head, changed), ...heldBy(baseGraph(), base, changed)]),
  }
}

function* heldBy({ nodes }: Reverse, { read }: RepositoryModel, changed: ChangedFiles): Iterable<string> {
  for (const id of nodes) {
    const node = read(id)
    if (node !== undefined) yield* changed.in(node)
  }
}

export function reverseOfItems({ stacks, charts, applications, read }: RepositoryModel): Reverse {
  return reverseOf(
    [...stacks, ...charts, ...applications].map(({ node }) => node),
    read,
  )
}

/** An item of head. */
export interface HeadItem {
  readonly node: NodeId
  readonly name: string
}

/**
 * Why an item of head is not what it was in another tree.
 *
 * @param before its node there; undefined: there was none.
 * @returns undefined when all its inputs are equal.
 */
export function differences(
  { node, name }: HeadItem,
  before: NodeId | undefined,
  { base, head, changed, suspects: suspected, atBase, atHead }: Comparison,
  nameOf: (id: NodeId) => string,
): Causes | undefined {
  if (before === node && !suspected.has(node)) return undefined
  const causes = causesOf([atHead(node), atBase(before)], changed, nameOf)
  // A changed file in either closure is in that one alone, as it is there: the hashes differ.
  if (causes.reasons.length > 0) return causes
  if (before !== undefined && base.hashOf(before) === head.hashOf(node)) return undefined
  const text =
    before === undefined
      ? `${name} was not there before`
      : `what counts as an input of ${name} changed, by its configuration or its name`
  return { ...causes, reasons: [plainReason(name, text)] }
}

export function withReason(causes: Causes, reason: Reason): Causes {
  return { ...causes, reasons: [reason, ...causes.reasons] }
}
