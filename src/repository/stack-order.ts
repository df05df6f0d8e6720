import { components } from './graph/components.ts'
import type { NodeId } from './graph/node.ts'
import type { Notice, Stack } from './items.ts'
import type { RepositoryModel } from './model.ts'

/** Which stacks go before which, by node. */
export interface StackOrder {
  readonly upstream: ReadonlyMap<string, readonly Stack[]>
  readonly notices: readonly Notice[]
}

/**
 * From the remote states that are read, and from `depends-on`. Where it is not known which state is read, all that may
 * be meant go first, but for those that would make a circle.
 */
export function stackOrder(model: RepositoryModel, configFile = '.github/gitops.yml'): StackOrder {
  const { stacks, read } = model
  const byNode = new Map(stacks.map((stack) => [stack.node, stack]))
  const byName = new Map(stacks.map((stack) => [stack.name, stack]))
  const byPath = Map.groupBy(stacks, ({ path }) => path)
  const notices: Notice[] = []
  const certain = new Map<string, ReadonlySet<Stack>>()
  const guessed = new Map<string, readonly NodeId[]>()
  for (const stack of stacks) {
    const found = new Set<Stack>()
    const guesses: NodeId[] = []
    for (const { to, kind, dynamic } of read(stack.node)?.edges ?? []) {
      if (kind !== 'remote state' || to === stack.node) continue
      const other = byNode.get(to)
      if (dynamic === true) guesses.push(to)
      else if (other !== undefined) found.add(other)
    }
    for (const name of stack.dependsOn) {
      const exact = byName.get(name)
      const named = exact === undefined ? sameVariant(stack, byPath.get(name) ?? []) : [exact]
      if (named.length === 0) notices.push(unknownNotice(stack, name, configFile))
      for (const other of named) found.add(other)
    }
    found.delete(stack)
    certain.set(stack.node, found)
    if (guesses.length > 0) guessed.set(stack.node, guesses)
  }
  return { upstream: withGuesses(model, certain, guessed, byNode), notices }
}

function withGuesses(
  { stacks, read }: RepositoryModel,
  certain: ReadonlyMap<string, ReadonlySet<Stack>>,
  guessed: ReadonlyMap<string, readonly NodeId[]>,
  byNode: ReadonlyMap<string, Stack>,
): ReadonlyMap<string, readonly Stack[]> {
  const upstream = new Map<string, readonly Stack[]>()
  if (guessed.size === 0) {
    for (const [node, found] of certain) upstream.set(node, [...found])
    return upstream
  }
  const next = (id: NodeId): readonly NodeId[] =>
    id.startsWith('states:')
      ? (read(id)?.edges ?? []).map(({ to }) => to)
      : [...[...(certain.get(id) ?? [])].map(({ node }) => node), ...(guessed.get(id) ?? [])]
  const circleOf = new Map<NodeId, number>()
  const starts = stacks.map(({ node }) => node)
  for (const [number, circle] of components(starts, next).entries())
    for (const id of circle) circleOf.set(id, number)
  // Many stacks read by one pattern: what it means is worked out, and kept, once for each circle.
  const meant = new Map<string, readonly Stack[]>()
  const outside = (id: NodeId, circle: number | undefined): readonly Stack[] => {
    const key = `${circle ?? ''} ${id}`
    const known = meant.get(key)
    if (known !== undefined) return known
    const all = id.startsWith('states:') ? next(id) : [id]
    const found = all.flatMap((node) => (circleOf.get(node) === circle ? [] : (byNode.get(node) ?? [])))
    meant.set(key, found)
    return found
  }
  for (const [node, found] of certain) {
    const lists = (guessed.get(node) ?? []).map((id) => outside(id, circleOf.get(node)))
    const [only] = lists
    if (only !== undefined && lists.length === 1 && found.size === 0) upstream.set(node, only)
    else upstream.set(node, [...new Set([...found, ...lists.flat()])])
  }
  return upstream
}

/** `depends-on: [infra/network]` of a stack for prod means the network of prod, where there is one; else all. */
function sameVariant(stack: Stack, variants: readonly Stack[]): readonly Stack[] {
  const label = labelOf(stack)
  const same = variants.filter(
    (other) =>
      (label !== undefined && labelOf(other) === label) ||
      (stack.workspace !== undefined && stack.workspace === other.workspace) ||
      (stack.environment !== undefined && stack.environment === other.environment),
  )
  return same.length > 0 ? same : variants
}

const labelOf = ({ name }: Stack): string | undefined => /@([^@]+)$/.exec(name)?.[1]

const unknownNotice = (stack: Stack, name: string, file: string): Notice => ({
  severity: 'error',
  message: `${stack.name} depends on ${name}, but there is no stack of that name`,
  help: 'Write the name of a stack as it is listed, or its path.',
  file,
})
