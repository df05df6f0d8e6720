import { components } from './graph/components.ts'
import type { Notice, Stack } from './items.ts'
import { someOf } from './stacks/names.ts'

export interface Wave {
  /** From 1. */
  readonly wave: number
  /** Names of stacks of this change that have to be applied before it, sorted. All are in earlier waves. */
  readonly upstream: readonly string[]
}

export interface Waves {
  /** By node. */
  readonly of: ReadonlyMap<string, Wave>
  readonly notices: readonly Notice[]
}

/** Stacks that need each other; mostly one alone. */
interface Group {
  readonly members: readonly Stack[]
  /** Members that are part of the change. */
  readonly changed: readonly Stack[]
  /** Waves before it. */
  depth: number
  /** Nearest stacks of the change before it, also behind stacks that are not part of it. */
  before: ReadonlySet<Stack>
}

/**
 * Puts the stacks of a change into waves, each after all that it needs, directly or through stacks that the change
 * does not touch. Stacks that need each other share a wave, and are told. Linear in stacks and dependencies, but for
 * the names that are listed.
 *
 * @param upstream direct dependencies of any stack, by node.
 */
export function wavesOf(changed: readonly Stack[], upstream: (stack: Stack) => readonly Stack[]): Waves {
  const isChanged = new Set(changed.map(({ node }) => node))
  const groupOf = new Map<string, Group>()
  const of = new Map<string, Wave>()
  const notices: Notice[] = []
  for (const members of components(changed, upstream)) {
    const own = members.filter(({ node }) => isChanged.has(node))
    const group: Group = { members, changed: own, depth: 0, before: new Set() }
    for (const { node } of members) groupOf.set(node, group)
    const needed = new Set<Group>()
    for (const member of members) {
      for (const { node } of upstream(member)) {
        const other = groupOf.get(node)
        if (other !== undefined && other !== group) needed.add(other)
      }
    }
    group.before = nearest(needed)
    for (const { depth, changed: there } of needed) {
      group.depth = Math.max(group.depth, depth + (there.length > 0 ? 1 : 0))
    }
    const names = [...group.before].map(({ name }) => name).sort()
    for (const { node } of own) of.set(node, { wave: group.depth + 1, upstream: names })
    if (members.length > 1 && own.length > 0) notices.push(circleNotice(members))
  }
  return { of, notices }
}

function nearest(needed: ReadonlySet<Group>): ReadonlySet<Stack> {
  const [only] = needed
  // The set is shared along chains that the change does not touch.
  if (needed.size === 1 && only?.changed.length === 0) return only.before
  const found = new Set<Stack>()
  for (const { changed, before } of needed)
    for (const stack of changed.length > 0 ? changed : before) found.add(stack)
  return found
}

function circleNotice(members: readonly Stack[]): Notice {
  const names = members.map(({ name }) => name).sort()
  return {
    message: `these stacks need each other, so that no order is right: ${someOf(names, 20)}`,
    help: 'They are put into one wave. Remove one of the `depends-on` or remote states that make the circle.',
  }
}
