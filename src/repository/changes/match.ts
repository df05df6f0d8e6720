import type { Notice, Stack } from '../items.ts'
import type { RepositoryModel } from '../model.ts'

/** A stack as it was, in the tree in which it was. */
export interface PastStack {
  readonly stack: Stack
  readonly model: RepositoryModel
}

export interface Matches {
  /** What each stack of head was before, by its key at head: the same one, or one that it continues. */
  readonly before: ReadonlyMap<string, Stack>
  /** Of those that were moved: from where, by the key at head. */
  readonly moved: ReadonlyMap<string, Stack>
  readonly deleted: readonly PastStack[]
  readonly notices: readonly Notice[]
}

/**
 * Tells stacks that are gone from those that only moved. A stack continues another that is gone when its configuration
 * says so (`previous-names`), when both have one name, or when both have one state. A stack is deleted only when
 * nobody at head has its state: whoever destroys what a deleted stack made must not hit what is in use.
 *
 * @param past trees to compare with, the most important first.
 */
export function matchStacks(past: readonly RepositoryModel[], head: readonly Stack[]): Matches {
  const byKey = new Map(head.map((stack) => [stack.key, stack]))
  const before = new Map<string, Stack>()
  const gone = new Map<string, PastStack>()
  for (const model of past) {
    for (const stack of model.stacks) {
      if (byKey.has(stack.key)) before.set(stack.key, before.get(stack.key) ?? stack)
      else if (!gone.has(stack.key)) gone.set(stack.key, { stack, model })
    }
  }
  const fresh = head.filter(({ key }) => !before.has(key))
  const index = indexOf(head, fresh)
  const moved = new Map<string, Stack>()
  const deleted: PastStack[] = []
  const notices: Notice[] = []
  for (const was of gone.values()) {
    const { stack } = was
    const { next, reused } = continuations(stack, index)
    for (const { key, name, path } of next) {
      if (!before.has(key)) before.set(key, stack)
      const isRename = name !== stack.name || path !== stack.path
      if (isRename && !moved.has(key)) moved.set(key, stack)
    }
    if (next.length > 0) continue
    if (reused !== undefined) notices.push(reusedNotice(stack, reused))
    const kept = keptNotice(stack, index)
    if (kept === undefined) deleted.push(was)
    else notices.push(kept)
  }
  return { before, moved, deleted: deleted.sort((a, b) => (a.stack.name < b.stack.name ? -1 : 1)), notices }
}

interface Index {
  readonly byPreviousName: ReadonlyMap<string, readonly Stack[]>
  readonly freshByName: ReadonlyMap<string, readonly Stack[]>
  readonly freshByState: ReadonlyMap<string, readonly Stack[]>
  readonly byState: ReadonlyMap<string, readonly Stack[]>
  readonly byPath: ReadonlyMap<string, readonly Stack[]>
}

function indexOf(head: readonly Stack[], fresh: readonly Stack[]): Index {
  return {
    byPreviousName: group(head, ({ previousNames }) => previousNames),
    freshByName: group(fresh, ({ name }) => [name]),
    freshByState: group(fresh, ({ stateKey }) => (stateKey === undefined ? [] : [stateKey])),
    byState: group(head, ({ stateKey }) => (stateKey === undefined ? [] : [stateKey])),
    byPath: group(head, ({ path }) => [path]),
  }
}

function group(stacks: readonly Stack[], keysOf: (stack: Stack) => readonly string[]): Map<string, Stack[]> {
  const groups = new Map<string, Stack[]>()
  for (const stack of stacks) {
    for (const key of keysOf(stack)) {
      const same = groups.get(key)
      if (same === undefined) groups.set(key, [stack])
      else same.push(stack)
    }
  }
  return groups
}

/** `reused`: one that has its name, or says that it continues it, but holds another state. */
function continuations(
  stack: Stack,
  index: Index,
): { readonly next: readonly Stack[]; readonly reused?: Stack | undefined } {
  const told = index.byPreviousName.get(stack.name) ?? index.freshByName.get(stack.name)
  const next = told?.filter((other) => !isOtherState(stack, other)) ?? []
  if (next.length > 0) return { next }
  const same = stack.stateKey === undefined ? undefined : index.freshByState.get(stack.stateKey)
  return { next: same ?? [], reused: told?.[0] }
}

/** Both are known and differ. A local state lies in the stack's folder, and goes where that goes. */
function isOtherState({ stateKey: was }: Stack, { stateKey: is }: Stack): boolean {
  if (was === undefined || is === undefined || was === is) return false
  return !(isLocal(was) && isLocal(is))
}

const isLocal = (state: string): boolean => state.includes('"type":"local"')

const reusedNotice = (was: Stack, { name, path }: Stack): Notice => ({
  message: `${name} has ${was.name === name ? 'the name' : 'the previous name'} of ${was.path}, but another state: what was in the old one is not continued`,
  help: `If the state was moved, nothing is to be destroyed. If not, ${was.name} of the former commit still manages what is in it.`,
  file: path,
})

/** Why a stack that is gone is not called deleted. */
function keptNotice(stack: Stack, index: Index): Notice | undefined {
  const [owner] = stack.stateKey === undefined ? [] : (index.byState.get(stack.stateKey) ?? [])
  if (owner !== undefined && owner.path === stack.path && stack.varFiles.length > 0) {
    const files = stack.varFiles.join(', ')
    return {
      message:
        `${stack.name} is gone, but ${owner.name} has the same state: it is not reported as deleted.` +
        ` The state may hold what only ${files} described`,
      help: `The next apply of ${owner.name} destroys what is in the state and not in its own variables: read its plan.`,
      file: stack.path,
    }
  }
  if (owner !== undefined) {
    return {
      message: `${stack.name} is gone, but ${owner.name} has the same state: it is not reported as deleted`,
    }
  }
  const isPlain = stack.workspace === undefined && stack.varFiles.length === 0
  const variants = index.byPath.get(stack.path) ?? []
  if (!isPlain || variants.length === 0) return undefined
  const names = variants.map(({ name }) => name).join(', ')
  return {
    message: `${stack.name} is planned as ${names} now: it is not reported as deleted`,
    help: 'If its state is none of theirs, destroy what it holds by hand, from the former commit.',
    file: stack.path,
  }
}
