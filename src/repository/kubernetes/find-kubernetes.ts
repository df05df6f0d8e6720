import type { InputNode, NodeReader } from '../graph/node.ts'
import type { Application, Chart, Notice } from '../items.ts'
import { LINK_MODE, type Snapshot } from '../snapshot.ts'
import { findApplications } from './applications.ts'
import { addChartUses, findCharts } from './charts.ts'
import { isKubernetesText, mayHoldApplications } from './kubernetes-text.ts'
import { kustomizeNames } from './kustomize.ts'
import { folderOf } from '../paths.ts'
import { distinct, type Reading } from './reading.ts'
import { yamlReader, type ParseCache, type YamlDocument } from './yaml-text.ts'

export interface KubernetesItems {
  /** Sorted by path. */
  readonly charts: readonly Chart[]
  /** Sorted by file, then as they stand in it. */
  readonly applications: readonly Application[]
  /** Nodes of charts, Applications and Kustomize folders. */
  readonly read: NodeReader
  readonly notices: readonly Notice[]
}

export interface KubernetesOptions {
  /** This repository as `owner/name`: tells which sources of Applications are files of this tree. */
  readonly repository?: string
  /** Shared by the calls for base and head: what both have is parsed once. */
  readonly parseCache?: ParseCache
}

/**
 * Charts and Argo CD Applications of a snapshot, and what each is made of. The texts that `isKubernetesText` names must
 * have been read in; a text is parsed only if it may hold an Application, is a Chart.yaml, or is reached from one.
 */
export async function findKubernetes(
  snapshot: Snapshot,
  options: KubernetesOptions = {},
): Promise<KubernetesItems> {
  const { candidates, links, chartFolders, kustomizeFolders } = lookThrough(snapshot)
  if (candidates.length === 0 && chartFolders.length === 0) {
    return { charts: [], applications: [], read: () => undefined, notices: [] }
  }
  const reading: Reading = {
    snapshot,
    repository: options.repository,
    yaml: await yamlReader(options.parseCache ?? new Map<string, readonly YamlDocument[]>()),
    links,
    chartFolders,
    kustomizeFolders,
    nodes: new Map(),
    pending: [],
    chartUses: new Map(),
    notices: [],
  }
  const charts = findCharts(reading)
  const applications = findApplications(reading, candidates)
  // What is read names more that is to be read; the list grows while it is gone through.
  for (const read of reading.pending) read()
  addChartUses(reading, charts)
  const nodes = new Map<string, InputNode>()
  for (const [id, node] of reading.nodes) nodes.set(id, { ...node, edges: distinct(node.edges) })
  return { charts, applications, read: (id) => nodes.get(id), notices: inOrder(reading.notices) }
}

function lookThrough(snapshot: Snapshot): {
  candidates: string[]
  links: string[]
  chartFolders: string[]
  kustomizeFolders: string[]
} {
  const candidates: string[] = []
  const links: string[] = []
  const chartFolders: string[] = []
  const kustomizeFolders: string[] = []
  for (const { path, mode } of snapshot.entries) {
    if (mode === LINK_MODE) links.push(path)
    if (path.endsWith('Chart.yaml') && isNamed(path, 'Chart.yaml')) chartFolders.push(folderOf(path))
    else if (path.includes('ustomization') && kustomizeNames.some((name) => isNamed(path, name))) {
      kustomizeFolders.push(folderOf(path))
    }
    if (mode === LINK_MODE || !isKubernetesText(path)) continue
    const text = snapshot.text(path)
    if (text !== undefined && mayHoldApplications(text)) candidates.push(path)
  }
  return { candidates, links, chartFolders, kustomizeFolders }
}

const isNamed = (path: string, name: string): boolean => path === name || path.endsWith(`/${name}`)

const placeOf = ({ file = '', line = 0, column = 0 }: Notice): string =>
  `${file}\0${String(line).padStart(9, '0')}\0${String(column).padStart(9, '0')}`

function inOrder(notices: readonly Notice[]): readonly Notice[] {
  const distinctNotices = new Map(notices.map((notice) => [`${placeOf(notice)}\0${notice.message}`, notice]))
  return [...distinctNotices].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, notice]) => notice)
}
