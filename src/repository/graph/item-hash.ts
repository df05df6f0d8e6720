import type { Snapshot } from '../snapshot.ts'
import { components } from './components.ts'
import { inputsHasher } from './hash.ts'
import type { NodeId, NodeReader } from './node.ts'

/** A stack is an input of another as a whole: its hash stands for all that it is made of. */
export const isWhole = (id: NodeId): boolean => id.startsWith('stack:') || id.startsWith('states:')

/** What an item is made of without the stacks whose state it reads, and those. */
export interface OwnInputs {
  readonly nodes: ReadonlySet<NodeId>
  readonly stacks: readonly NodeId[]
}

export function ownInputs(item: NodeId, read: NodeReader): OwnInputs {
  const nodes = new Set<NodeId>()
  const stacks = new Set<NodeId>()
  if (read(item) !== undefined) nodes.add(item)
  // A Set lists what is added while it is walked.
  for (const id of nodes) {
    for (const { to } of read(id)?.edges ?? []) {
      if (nodes.has(to) || read(to) === undefined) continue
      if (isWhole(to)) stacks.add(to)
      else nodes.add(to)
    }
  }
  return { nodes, stacks: [...stacks] }
}

/**
 * The inputs-hash of an item: over its own files and data, and the hashes of the stacks whose state it reads. It is
 * equal for two trees exactly if all inputs are, directly or through others: which states are read follows from the
 * files. Stacks that read each other's states have one hash, over the inputs of all of them. Linear in the graph,
 * however long the chains are: each stack is hashed once.
 */
export function itemHasher(snapshot: Snapshot, read: NodeReader): (item: NodeId) => string {
  const hashOf = inputsHasher(snapshot, read)
  const hashes = new Map<NodeId, string>()
  return (item) => {
    const known = hashes.get(item)
    if (known !== undefined) return known
    const own = new Map<NodeId, OwnInputs>()
    const needs = (id: NodeId): readonly NodeId[] => {
      if (hashes.has(id)) return []
      const inputs = ownInputs(id, read)
      own.set(id, inputs)
      return inputs.stacks
    }
    for (const circle of components([item], needs)) {
      if (circle.some((id) => hashes.has(id))) continue
      const members = new Set(circle)
      const nodes = new Set<NodeId>()
      const others = new Map<NodeId, string>()
      for (const id of circle) {
        const inputs = own.get(id)
        own.delete(id)
        for (const node of inputs?.nodes ?? []) nodes.add(node)
        for (const stack of inputs?.stacks ?? [])
          if (!members.has(stack)) others.set(stack, hashes.get(stack) ?? '')
      }
      const hash = hashOf(nodes, others)
      for (const id of circle) hashes.set(id, hash)
    }
    return hashes.get(item) ?? ''
  }
}
