import { shortCommit } from '../core/short-commit.ts'
import {
  compareTrees,
  differences,
  reverseOfItems,
  withReason,
  type Comparison,
  type HeadItem,
} from './changes/compare.ts'
import { goneItems } from './changes/gone-items.ts'
import { matchStacks, type Matches, type PastStack } from './changes/match.ts'
import { causesOf, plainReason, type Causes } from './changes/reasons.ts'
import { keepOutdone, unclaimedNotices } from './changes/unclaimed.ts'
import type { NodeId } from './graph/node.ts'
import type {
  Application,
  Changes,
  ChangeStatus,
  Chart,
  Judged,
  JudgedStack,
  Notice,
  Stack,
} from './items.ts'
import type { RepositoryModel } from './model.ts'
import { isWithin } from './paths.ts'
import { stackOrder } from './stack-order.ts'
import { wavesOf } from './waves.ts'

export interface ChangesOptions {
  /** Trees of earlier runs that did not finish: what differs from one of them is still to be done. */
  readonly more?: readonly RepositoryModel[]
  /** Owners of a path of the repository. */
  readonly ownersOf?: (path: string) => readonly string[]
  /** Path of the configuration, for messages. */
  readonly configFile?: string
}

type Item = Stack | Chart | Application

/**
 * What differs between two trees: every stack, chart and Application whose inputs are not the same, with the reason.
 *
 * @param base undefined when there is nothing to compare with: then everything is judged.
 */
export function changesOf(
  base: RepositoryModel | undefined,
  found: RepositoryModel,
  options: ChangesOptions = {},
): Changes {
  const more = base === undefined ? [] : (options.more ?? [])
  const past = base === undefined ? [] : [base, ...more]
  const { head, notices: kept } = keepOutdone(past, found)
  const reverse = reverseOfItems(head)
  const matches = matchStacks(past, head.stacks)
  const context: Context = {
    head,
    base: base === undefined ? undefined : compareTrees(base, head, reverse),
    more: more.map((model) => compareTrees(model, head, reverse)),
    ownersOf: options.ownersOf ?? (() => []),
    nameOf: namesOf([head, ...past]),
    matches,
  }
  const order = stackOrder(head, options.configFile)
  const stacks = head.stacks.flatMap((stack) => judge(context, stack, stackBefore(matches, stack)) ?? [])
  const waves = wavesOf(
    stacks.map(({ item }) => item),
    ({ node }) => order.upstream.get(node) ?? [],
  )
  const deleted = deletedStacks(context, matches.deleted)
  const sameNode = (item: Chart | Application) => (model: RepositoryModel) =>
    model.read(item.node) === undefined ? undefined : item.node
  return {
    stacks: stacks
      .map((judged) => ({
        ...judged,
        wave: waves.of.get(judged.item.node)?.wave ?? 1,
        upstream: waves.of.get(judged.item.node)?.upstream ?? [],
        ...previousPath(matches, judged.item),
      }))
      .sort((a, b) => a.wave - b.wave || (a.item.name < b.item.name ? -1 : 1)),
    deletedStacks: deleted.stacks,
    charts: head.charts.flatMap((item) => judge(context, item, sameNode(item)) ?? []),
    applications: head.applications.flatMap((item) => judge(context, item, sameNode(item)) ?? []),
    gone: goneItems({
      head,
      past: [...(context.base === undefined ? [] : [context.base]), ...context.more],
      ownersOf: context.ownersOf,
    }),
    found: {
      stacks: head.stacks.length,
      charts: head.charts.length,
      applications: head.applications.length,
    },
    notices: [
      ...head.notices,
      ...kept,
      ...matches.notices,
      ...order.notices,
      ...waves.notices,
      ...deleted.notices,
      ...unclaimedNotices(context.base, deleted.stacks),
    ],
  }
}

interface Context {
  readonly head: RepositoryModel
  /** Undefined when there is no base. */
  readonly base: Comparison | undefined
  readonly more: readonly Comparison[]
  readonly ownersOf: (path: string) => readonly string[]
  readonly nameOf: (id: NodeId) => string
  readonly matches: Matches
}

/** Node of an item in another tree. */
type Before = (model: RepositoryModel) => NodeId | undefined

/** A stack that continues another is compared with that, in the trees where it was. */
function stackBefore(matches: Matches, stack: Stack): Before {
  const former = matches.before.get(stack.key)
  return (model) => {
    if (model.read(stack.node) !== undefined) return stack.node
    return former !== undefined && model.read(former.node) !== undefined ? former.node : undefined
  }
}

/** @returns undefined when the item is what it was in all trees. */
function judge<T extends Item>(context: Context, item: T, before: Before): Judged<T> | undefined {
  const { head, base } = context
  const entry: HeadItem = item
  const found = base === undefined ? noBase(item.name) : causesFor(context, base, entry, before)
  const moved = context.matches.moved.has('key' in item ? item.key : '')
  if (found === undefined && !moved) return undefined
  const causes = found ?? onlyMoved(item.name)
  const isNew = base !== undefined && before(base.base) === undefined
  const status: ChangeStatus = moved
    ? 'moved'
    : isNew || holdsOne(item, causes.files)
      ? 'changed'
      : 'affected'
  return {
    item,
    status,
    reasons: causes.reasons,
    moreReasons: causes.moreReasons,
    inputsHash: head.hashOf(item.node),
    owners: context.ownersOf(placeOf(item)),
  }
}

const NO_CAUSES: Causes = { files: new Set(), reasons: [], moreReasons: 0 }

const noBase = (name: string): Causes => ({
  ...NO_CAUSES,
  reasons: [plainReason(name, 'no base to compare with: everything is judged')],
})

const onlyMoved = (name: string): Causes => ({
  ...NO_CAUSES,
  reasons: [plainReason(name, `${name} continues a stack of another name`)],
})

function causesFor(context: Context, base: Comparison, entry: HeadItem, before: Before): Causes | undefined {
  const found = differences(entry, before(base.base), base, context.nameOf)
  if (found !== undefined) return found
  for (const tree of context.more) {
    const open = differences(entry, before(tree.base), tree, context.nameOf)
    if (open === undefined) continue
    const text = `it differs from ${shortCommit(tree.base.snapshot.revision)}, whose run did not finish`
    return withReason(open, plainReason(entry.name, text))
  }
  return undefined
}

/** Where an item is, for its owners. */
const placeOf = (item: Item): string => ('path' in item ? item.path : item.file)

/** True when one of the files is the item's own: below its folder, or the file it is written in. */
function holdsOne(item: Item, files: ReadonlySet<string>): boolean {
  if (!('path' in item)) return files.has(item.file)
  for (const file of files) {
    // At the root of the repository only the files directly in it belong to the stack there.
    if (item.path === '.' ? !file.includes('/') : isWithin(file, item.path)) return true
  }
  return false
}

function previousPath(matches: Matches, { key }: Stack): { previousPath?: string } {
  const from = matches.moved.get(key)
  return from === undefined ? {} : { previousPath: from.path }
}

/** In the order in which they can be destroyed: what others need goes last. */
function deletedStacks(
  { head, base, more, ownersOf, nameOf }: Context,
  deleted: readonly PastStack[],
): { readonly stacks: readonly JudgedStack[]; readonly notices: readonly Notice[] } {
  const users = new Map<string, Stack[]>()
  const notices: Notice[] = []
  for (const model of new Set(deleted.map((past) => past.model))) {
    const gone = new Map(
      deleted.filter((past) => past.model === model).map(({ stack }) => [stack.node, stack]),
    )
    for (const [node, needed] of stackOrder(model).upstream) {
      const user = gone.get(node)
      for (const { node: of } of user === undefined ? [] : needed) {
        const known = users.get(of)
        if (user !== undefined && known === undefined) users.set(of, [user])
        else if (user !== undefined) known?.push(user)
      }
    }
  }
  const waves = wavesOf(
    deleted.map(({ stack }) => stack),
    ({ node }) => users.get(node) ?? [],
  )
  const stacks = deleted.map(({ stack, model }): JudgedStack => {
    const tree = [base, ...more].find((comparison) => comparison?.base === model)
    const causes = tree === undefined ? NO_CAUSES : causesOf([tree.atBase(stack.node)], tree.changed, nameOf)
    const isStillThere =
      head.snapshot.resolve(stack.path).kind === 'folder' && head.unclaimed.includes(stack.path)
    if (isStillThere) notices.push(stillThere(stack))
    return {
      item: stack,
      status: 'deleted',
      reasons:
        causes.reasons.length > 0
          ? causes.reasons
          : [plainReason(stack.name, `${stack.name} is no stack any more`)],
      moreReasons: causes.moreReasons,
      inputsHash: model.hashOf(stack.node),
      owners: ownersOf(stack.path),
      wave: waves.of.get(stack.node)?.wave ?? 1,
      upstream: waves.of.get(stack.node)?.upstream ?? [],
    }
  })
  return {
    stacks: stacks.sort((a, b) => a.wave - b.wave || (a.item.name < b.item.name ? -1 : 1)),
    notices,
  }
}

const stillThere = ({ name, path }: Stack): Notice => ({
  message: `${name} is reported as deleted, but its folder still holds Terraform files`,
  help: 'It has neither a backend block nor a lock file any more, or another folder calls it as a module.',
  file: path,
})

/** What people call a node; in the order of the trees. */
function namesOf(models: readonly RepositoryModel[]): (id: NodeId) => string {
  const names = new Map<NodeId, string>()
  for (const { stacks, charts, applications } of models) {
    for (const { node, name } of [...stacks, ...applications]) if (!names.has(node)) names.set(node, name)
    for (const { node, path } of charts) if (!names.has(node)) names.set(node, path)
  }
  return (id) => names.get(id) ?? id.slice(id.indexOf(':') + 1)
}
