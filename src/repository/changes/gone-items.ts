import type { Application, Changes, Chart, Judged, Reason } from '../items.ts'
import type { RepositoryModel } from '../model.ts'
import { isWithin } from '../paths.ts'
import type { Comparison } from './compare.ts'
import { plainReason } from './reasons.ts'

/** What decides of items that are gone. */
interface GoneContext {
  readonly head: RepositoryModel
  /** Base and the trees of runs that did not end, in this order. */
  readonly past: readonly Comparison[]
  readonly ownersOf: (path: string) => readonly string[]
}

/**
 * Charts and Applications of earlier trees that head does not have. An Application whose file was renamed is not gone:
 * to Argo CD its name and namespace are what it is. Each once, as it was in the first tree that has it.
 */
export function goneItems({ head, past, ownersOf }: GoneContext): Changes['gone'] {
  const charts = new Map<string, Judged<Chart>>()
  const applications = new Map<string, Judged<Application>>()
  for (const tree of past) {
    for (const item of tree.base.charts) {
      if (head.read(item.node) !== undefined || charts.has(item.node)) continue
      charts.set(item.node, gone(item, item.path, tree, ownersOf))
    }
    const renamed = renamedApplications(head, tree.base)
    for (const item of tree.base.applications) {
      if (head.read(item.node) !== undefined || applications.has(item.node) || renamed.has(item)) continue
      applications.set(item.node, gone(item, item.file, tree, ownersOf))
    }
  }
  return { charts: [...charts.values()], applications: [...applications.values()] }
}

/** Applications of a tree that head has in another file, where the tree has none: one for one. */
function renamedApplications(head: RepositoryModel, base: RepositoryModel): ReadonlySet<Application> {
  const fresh = new Map<string, number>()
  for (const item of head.applications) {
    if (base.read(item.node) === undefined) fresh.set(identity(item), (fresh.get(identity(item)) ?? 0) + 1)
  }
  const renamed = new Set<Application>()
  for (const item of base.applications) {
    const left = fresh.get(identity(item)) ?? 0
    if (left === 0 || head.read(item.node) !== undefined) continue
    fresh.set(identity(item), left - 1)
    renamed.add(item)
  }
  return renamed
}

const identity = ({ kind, namespace, name }: Application): string => JSON.stringify([kind, namespace, name])

/** Reasons listed for one item; how many more there are is told. */
const MOST_REASONS = 10

/** The reasons are the files that it was, which are gone or say something else now; not what else it needed. */
function gone<T extends Chart | Application>(
  item: T,
  place: string,
  { base, changed }: Comparison,
  ownersOf: GoneContext['ownersOf'],
): Judged<T> {
  const node = base.read(item.node)
  const files =
    node === undefined ? [] : changed.in(node).filter((file) => file === place || isWithin(file, place))
  const reasons = files.slice(0, MOST_REASONS).map((file): Reason => ({
    file,
    change: changed.changes.get(file) ?? 'deleted',
    via: [item.name],
    kinds: ['files'],
    dynamic: false,
    text: `${file} → ${item.name}`,
  }))
  return {
    item,
    status: 'deleted',
    reasons: reasons.length > 0 ? reasons : [plainReason(item.name, `${item.name} is not there any more`)],
    moreReasons: files.length - reasons.length,
    inputsHash: base.hashOf(item.node),
    owners: ownersOf(place),
  }
}
