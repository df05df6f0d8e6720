import { applicationRef } from './changes-items.ts'
import type { Application, Chart, Changes, ChangeStatus, Judged, Reason, Stack } from '../repository/items.ts'

/** What leads from the changed files to what is touched: the reasons of all items laid over each other. */
export interface ChangeGraph {
  readonly version: 1
  /** Sorted by id. */
  readonly nodes: readonly ChangeNode[]
  /** Sorted by both ends. */
  readonly edges: readonly ChangeEdge[]
}

export interface ChangeNode {
  /** `file:PATH`, `input:NAME`, `stack:NAME`, `chart:PATH`, `application:FILE#NAMESPACE/NAME`. */
  readonly id: string
  readonly kind: 'file' | 'input' | 'stack' | 'chart' | 'application'
  /** For people. */
  readonly name: string
  /** Of items. */
  readonly status?: ChangeStatus
  readonly wave?: number
  /** Of files. */
  readonly change?: Reason['change']
}

export interface ChangeEdge {
  readonly from: string
  readonly to: string
  /** What the first is to the second: `module`, `var-file`, `remote state`, …; `before`: it is applied first. */
  readonly kind: string
  /** It could not be told for certain. */
  readonly dynamic: boolean
}

const stackId = ({ name }: Stack): string => `stack:${name}`
const chartId = ({ path }: Chart): string => `chart:${path}`
const applicationId = (application: Application): string => `application:${applicationRef(application)}`

export function changeGraph(changes: Changes): ChangeGraph {
  const nodes = new Map<string, ChangeNode>()
  const edges = new Map<string, ChangeEdge>()
  // On the way to other items a stack or chart goes by the name people know.
  const byName = new Map<string, string>([
    ...changes.charts.map(({ item }) => [item.path, chartId(item)] as const),
    ...changes.stacks.map(({ item }) => [item.name, stackId(item)] as const),
  ])
  const link = (edge: ChangeEdge): void => {
    const key = JSON.stringify([edge.from, edge.to, edge.kind])
    const before = edges.get(key)
    // Certain on one way is certain.
    if (before === undefined || (before.dynamic && !edge.dynamic)) edges.set(key, edge)
  }
  const follow = (id: string, { reasons }: Judged<unknown>): void => {
    for (const reason of reasons) for (const edge of way(reason, id, nodes, byName)) link(edge)
  }
  for (const judged of [...changes.stacks, ...changes.deletedStacks]) {
    const { item, status, wave } = judged
    nodes.set(stackId(item), { id: stackId(item), kind: 'stack', name: item.name, status, wave })
  }
  for (const { item, status } of changes.charts)
    nodes.set(chartId(item), { id: chartId(item), kind: 'chart', name: item.path, status })
  for (const { item, status } of changes.applications)
    nodes.set(applicationId(item), { id: applicationId(item), kind: 'application', name: item.name, status })

  for (const judged of [...changes.stacks, ...changes.deletedStacks]) {
    follow(stackId(judged.item), judged)
    for (const name of judged.upstream) {
      if (nodes.has(`stack:${name}`))
        link({ from: `stack:${name}`, to: stackId(judged.item), kind: 'before', dynamic: false })
    }
  }
  for (const judged of changes.charts) follow(chartId(judged.item), judged)
  for (const judged of changes.applications) follow(applicationId(judged.item), judged)
  return {
    version: 1,
    nodes: [...nodes.values()].sort((a, b) => compare(a.id, b.id)),
    edges: [...edges.values()].sort(
      (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind),
    ),
  }
}

/** The edges of one reason, from its file to the item; notes the nodes on the way. */
function way(
  reason: Reason,
  item: string,
  nodes: Map<string, ChangeNode>,
  byName: ReadonlyMap<string, string>,
): ChangeEdge[] {
  const stops: string[] = []
  if (reason.file !== '') {
    const id = `file:${reason.file}`
    nodes.set(id, { id, kind: 'file', name: reason.file, change: reason.change })
    stops.push(id)
  }
  for (const name of reason.via.slice(0, -1)) {
    const id = byName.get(name) ?? `input:${name}`
    if (!nodes.has(id)) nodes.set(id, { id, kind: 'input', name })
    stops.push(id)
  }
  stops.push(item)
  // The kinds belong to the edges from the file on; where there is no file, to those from the first name on.
  return stops.slice(1).flatMap((to, index) => {
    const from = stops[index]
    if (from === undefined || from === to) return []
    return [{ from, to, kind: reason.kinds[index] ?? 'files', dynamic: reason.dynamic }]
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
