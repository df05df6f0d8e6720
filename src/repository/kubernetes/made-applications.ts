import { edge } from '../graph/edges.ts'
import type { Edge, NodeId } from '../graph/node.ts'
import { foldersUp, inFolder, joinPath } from '../paths.ts'
import { isChart } from './charts.ts'
import { addNode, type Reading } from './reading.ts'
import { rooted, somewhere } from './source-paths.ts'
import { sourceInputs } from './sources.ts'
import { renderText } from './template.ts'
import { staticFolder, unknownPart } from './unknown-part.ts'

/**
 * Applications that a template of a chart makes are known only when it is rendered. What the template, and the values
 * files of its chart, name in so many words counts for those who report them: the chart, and the Applications that
 * render it. It does not count for others that use the chart, such as Terraform, which bring the Applications to the
 * cluster, not what those are made of.
 *
 * @returns what is to be called when all nodes are read.
 */
export function addMadeApplications(reading: Reading, templates: readonly string[]): () => void {
  const charts = new Map<string, string[]>()
  for (const file of templates) {
    for (const folder of foldersUp(file)) {
      if (!isChart(reading, folder)) continue
      const known = charts.get(folder)
      if (known === undefined) charts.set(folder, [file])
      else known.push(file)
    }
  }
  for (const [folder, files] of charts) {
    addNode(reading, madeIn(folder), [], (edges) => {
      edges.push(...namedEdges(reading, [...files, ...valuesFiles(reading, folder)]))
    })
  }
  return () => addToUsers(reading, [...charts.keys()])
}

const madeIn = (folder: string): NodeId => `made-applications:${folder}`
const placeOf = (id: NodeId): string => id.slice(id.indexOf(':') + 1)

/**
 * Beside each way from an item to such a chart goes one that Terraform does not take: where a chart or Kustomize folder
 * has an edge to another, the Applications made in there do, too.
 */
function addToUsers(reading: Reading, folders: readonly string[]): void {
  if (folders.length === 0) return
  const users = usersOfCharts(reading)
  const found = new Set<NodeId>(folders.map((folder) => `chart-files:${folder}`))
  // A Set lists what is added while it is walked.
  for (const node of found) for (const user of users.get(node) ?? []) found.add(user)
  for (const folder of folders) found.add(`chart:${folder}`).add(madeIn(folder))
  const added = new Map<NodeId, Edge[]>()
  for (const user of found) {
    const own = user.startsWith('chart:') && found.has(`chart-files:${placeOf(user)}`) ? [placeOf(user)] : []
    const needed = (reading.nodes.get(user)?.edges ?? []).flatMap(({ to }) =>
      isUsedChart(to) && found.has(to) ? [placeOf(to)] : [],
    )
    const edges = [...own, ...needed].map((folder) => edge(madeIn(folder), 'application', true))
    const at = isUsedChart(user) ? madeIn(placeOf(user)) : user
    added.set(at, [...(added.get(at) ?? []), ...edges])
  }
  for (const [id, more] of added) {
    const { files = [], edges = [] } = reading.nodes.get(id) ?? {}
    reading.nodes.set(id, { files, edges: [...edges, ...more] })
  }
}

const isUsedChart = (id: NodeId): boolean => id.startsWith('chart-files:') || id.startsWith('kustomize:')

/** Node of a chart or Kustomize folder → the nodes with an edge to it. */
function usersOfCharts(reading: Reading): ReadonlyMap<NodeId, readonly NodeId[]> {
  const users = new Map<NodeId, NodeId[]>()
  for (const [id, { edges }] of reading.nodes) {
    for (const { to } of edges) {
      if (!isUsedChart(to)) continue
      const known = users.get(to)
      if (known === undefined) users.set(to, [id])
      else known.push(id)
    }
  }
  return users
}

/** Templates often take the paths of their Applications from a list in the values. */
const valuesFiles = (reading: Reading, folder: string): readonly string[] =>
  reading.snapshot
    .list(folder)
    .filter((one) => !one.folder && /^values.*\.ya?ml$/.test(one.name))
    .map(({ name }) => inFolder(folder, name))

/** More than these are not combined: no chart has so many, and a text can name any number. */
const mostCombinations = 50_000

/** As edges of Applications with any of the paths and any of the values files. */
function namedEdges(reading: Reading, files: readonly string[]): Edge[] {
  const paths = new Set<string>()
  const values = new Set<string>()
  for (const file of files) collectNamed(reading.snapshot.text(file) ?? '', paths, values)
  const edges: Edge[] = []
  for (const path of paths) edges.push(...sourceInputs(reading, { spec: { source: { path } } }).edges)
  const places = new Set<string>()
  for (const file of values) {
    for (const path of file.startsWith('/') ? ['.'] : paths) {
      const at = places.size < mostCombinations ? rooted(path, file) : undefined
      if (at !== undefined && joinPath('.', staticFolder(at)) !== '.') places.add(at)
    }
  }
  for (const at of places) edges.push(...somewhere(reading, at, 'values'))
  return edges.map(({ to, kind }) => edge(to, kind, true))
}

/** The value of `path`, or of a name that ends with it (`chartPath`), in a block or in braces. */
const pathValue = /(?:^|[\s{,])["']?(?:\w*P|p)ath["']?[ \t]*:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s"'#,{}[\]]+)/g
/** Items of lists that are files of values. */
const valuesItem = /(?:^[ \t]*-|[[,])[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s"'#,{}[\]]+)(?=[ \t\r]*(?:[,\]#\n]|$))/gm

function collectNamed(template: string, paths: Set<string>, values: Set<string>): void {
  // Whatever stands in the braces of a template is not known.
  const source = renderText(template, {}, false)
  for (const [, quoted = ''] of source.matchAll(pathValue)) {
    const path = unquoted(quoted)
    // Of what begins with an unknown part nothing is named.
    if (joinPath('.', staticFolder(path)) !== '.') paths.add(path.replace(/\/+$/, ''))
  }
  for (const [, quoted = ''] of source.matchAll(valuesItem)) {
    const file = unquoted(quoted).replace(/^\$[\w.-]+\//, '/')
    if (/\.(?:ya?ml|json)$/.test(file) && !file.startsWith(unknownPart) && !file.includes('://'))
      values.add(file)
  }
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2').trim()
