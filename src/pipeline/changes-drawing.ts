import { mermaidText, MERMAID_EDGES } from '../report/mermaid.ts'
import type { Graph, GraphEdge, GraphNode } from '../report/section.ts'
import { countOf } from '../report/words.ts'
import type { ChangeGraph, ChangeNode } from './changes-graph.ts'

/** More boxes are a wall, not a drawing. */
export const DRAWN_NODES = 60
/** From so many on, files that lead to the same things are one box. */
const FILES_APART = 4

/** The graph as it is drawn in the summary: files taken together, and of the rest what leads to most. */
export function drawing(graph: ChangeGraph): Graph | undefined {
  const gathered = gather(graph)
  for (let limit = DRAWN_NODES; limit >= 1; limit = Math.floor(limit / 2)) {
    const section = drawn(gathered, limit)
    if (section.edges.length === 0) return undefined
    if (mermaidText(section) !== undefined) return section
  }
  return undefined
}

type Gathered = Pick<ChangeGraph, 'nodes' | 'edges'>

/** Files with exactly the same edges become one node. The order of waves is no reason: it is not drawn. */
function gather({ nodes, edges: all }: ChangeGraph): Gathered {
  const edges = all.filter(({ kind }) => kind !== 'before')
  const leaving = Map.groupBy(edges, ({ from }) => from)
  const files = nodes.filter(({ kind }) => kind === 'file')
  const groups = Map.groupBy(files, ({ id }) =>
    JSON.stringify((leaving.get(id) ?? []).map(({ to, kind, dynamic }) => [to, kind, dynamic])),
  )
  const gone = new Map<string, ChangeNode>()
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined || group.length < FILES_APART) continue
    const folder = commonFolder(group.map(({ name }) => name))
    const name = `${countOf(group.length, 'file')}${folder === '' ? '' : ` in ${folder}`}`
    const node: ChangeNode = { id: first.id, kind: 'file', name }
    for (const { id } of group) gone.set(id, node)
  }
  return {
    nodes: nodes.flatMap((node) => {
      const group = gone.get(node.id)
      if (group === undefined) return [node]
      return group.id === node.id ? [group] : []
    }),
    edges: edges.filter(({ from }) => (gone.get(from)?.id ?? from) === from),
  }
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1))
  const [first = []] = folders
  const length = first.findIndex((name, index) => folders.some((folder) => folder[index] !== name))
  return first.slice(0, length < 0 ? first.length : length).join('/')
}

function drawn({ nodes, edges }: Gathered, limit: number): Graph {
  const weights = weightsOf({ nodes, edges })
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const wanted = nodes
    .filter(({ id }) => linked.has(id))
    .sort(
      (a, b) =>
        (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0) ||
        ORDER[a.kind] - ORDER[b.kind] ||
        (a.id < b.id ? -1 : 1),
    )
  const kept = wanted.length <= limit ? wanted : wanted.slice(0, limit - 1)
  const ids = new Set(kept.map(({ id }) => id))
  const shown = kept.map(({ id, kind, name, status }): GraphNode => ({
    id,
    label: `${name === '.' ? 'repository root' : name}${status === 'deleted' ? ' (gone)' : ''}`,
    look:
      kind === 'file' ? 'cause' : kind === 'input' ? 'step' : status === 'affected' ? 'affected' : 'changed',
  }))
  const more = wanted.length - kept.length
  return {
    kind: 'graph',
    rank: 6,
    title: 'What leads to what',
    nodes: more === 0 ? shown : [...shown, { id: 'more', label: `… and ${more} more`, look: 'more' }],
    edges: edges
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .slice(0, MERMAID_EDGES)
      .map(({ from, to, kind, dynamic }): GraphEdge => ({
        from,
        to,
        ...(kind === 'files' ? {} : { label: kind }),
        ...(dynamic ? { dashed: true } : {}),
      })),
  }
}

/** Of equal weight, what is on the way is kept before what it leads to: an item never stands without its reason. */
const ORDER: Readonly<Record<ChangeNode['kind'], number>> = {
  input: 0,
  stack: 1,
  chart: 2,
  application: 3,
  file: 4,
}

/** How many nodes each leads to, itself counted. */
function weightsOf({ nodes, edges }: Gathered): Map<string, number> {
  const next = Map.groupBy(edges, ({ from }) => from)
  const weights = new Map<string, number>()
  for (const { id } of nodes) {
    const seen = new Set([id])
    for (const at of seen) {
      if (seen.size > MOST_WEIGHT) break
      for (const { to } of next.get(at) ?? []) seen.add(to)
    }
    weights.set(id, seen.size)
  }
  return weights
}

/** What leads to more is all the same: the search must not cost more than the rest. */
const MOST_WEIGHT = 200
