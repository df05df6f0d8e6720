import type { Notice, Stack } from './items.ts'
import type { RepositoryModel } from './model.ts'

/** Which stacks go before which, by node. */
export interface StackOrder {
  readonly upstream: ReadonlyMap<string, readonly Stack[]>
  readonly notices: readonly Notice[]
}

/** From the remote states that are read, and from `depends-on`. */
export function stackOrder({ stacks, read }: RepositoryModel, configFile = '.github/gitops.yml'): StackOrder {
  const byNode = new Map(stacks.map((stack) => [stack.node, stack]))
  const byName = new Map(stacks.map((stack) => [stack.name, stack]))
  const byPath = Map.groupBy(stacks, ({ path }) => path)
  const notices: Notice[] = []
  const upstream = new Map<string, readonly Stack[]>()
  for (const stack of stacks) {
    const found = new Set<Stack>()
    for (const { to, kind } of read(stack.node)?.edges ?? []) {
      const other = kind === 'remote state' ? byNode.get(to) : undefined
      if (other !== undefined) found.add(other)
    }
    for (const name of stack.dependsOn) {
      const exact = byName.get(name)
      const named = exact === undefined ? sameVariant(stack, byPath.get(name) ?? []) : [exact]
      if (named.length === 0) notices.push(unknownNotice(stack, name, configFile))
      for (const other of named) found.add(other)
    }
    found.delete(stack)
    upstream.set(stack.node, [...found])
  }
  return { upstream, notices }
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
  message: `${stack.name} depends on ${name}, but there is no stack of that name`,
  help: 'Write the name of a stack as it is listed, or its path.',
  file,
})
