import type { GitopsConfig } from '../config/config.ts'
import { distinctEdges } from '../graph/edges.ts'
import type { InputNode, NodeReader } from '../graph/node.ts'
import type { Application, Chart, Notice } from '../items.ts'
import { LINK_MODE, SUBMODULE_MODE, type Snapshot } from '../snapshot.ts'
import { findApplications } from './applications.ts'
import { addChartConfig } from './chart-config.ts'
import { addChartUses, findCharts, isChartFile } from './charts.ts'
import { isKubernetesText, mayHoldApplications } from './kubernetes-text.ts'
import { isKustomizeFile } from './kustomize.ts'
import { addMadeApplications } from './made-applications.ts'
import { folderOf } from '../paths.ts'
import { newReading, readPending } from './reading.ts'
import { yamlReader, type ParseCache, type YamlDocument } from './yaml-text.ts'

export interface KubernetesItems {
  /** Sorted by path. */
  readonly charts: readonly Chart[]
  /** Sorted by file, then as they stand in it. */
  readonly applications: readonly Application[]
  /** Nodes of charts, Applications and Kustomize folders, and what the configuration adds to charts. */
  readonly read: NodeReader
  readonly notices: readonly Notice[]
}

export interface KubernetesOptions {
  /** This repository as `owner/name`: tells which sources of Applications are files of this tree. */
  readonly repository?: string
  /** Shared by the calls for base and head: what both have is parsed once. */
  readonly parseCache?: ParseCache
  /** What it says of `helm` is an input of every chart. */
  readonly config?: GitopsConfig
}

/**
 * Charts and Argo CD Applications of a snapshot, and what each is made of. The texts that `isKubernetesText` names must
 * have been read in; a text is parsed only if it may hold an Application, is a Chart.yaml, or is reached from one.
 */
export async function findKubernetes(
  snapshot: Snapshot,
  options: KubernetesOptions = {},
): Promise<KubernetesItems> {
  const { candidates, links, chartFolders, kustomizeFolders, unread } = lookThrough(snapshot)
  if (candidates.length === 0 && chartFolders.length === 0) {
    return { charts: [], applications: [], read: () => undefined, notices: unread }
  }
  const cache = options.parseCache ?? new Map<string, readonly YamlDocument[]>()
  const reading = newReading(snapshot, await yamlReader(cache), {
    ...options,
    links,
    chartFolders,
    kustomizeFolders,
    notices: unread,
  })
  const charts = findCharts(reading)
  const { applications, templates } = findApplications(reading, candidates)
  const addToUsers = addMadeApplications(reading, templates)
  readPending(reading)
  addToUsers()
  addChartUses(reading, charts)
  const { config } = options
  if (config !== undefined && charts.length > 0) await addChartConfig(reading, charts, config)
  const nodes = new Map<string, InputNode>()
  for (const [id, node] of reading.nodes)
    nodes.set(id, { ...node, edges: distinctEdges(node.edges, node.files) })
  return { charts, applications, read: (id) => nodes.get(id), notices: inOrder(reading.notices) }
}

function lookThrough(snapshot: Snapshot): {
  candidates: string[]
  links: string[]
  chartFolders: string[]
  kustomizeFolders: string[]
  unread: Notice[]
} {
  const candidates: string[] = []
  const links: string[] = []
  const chartFolders: string[] = []
  const kustomizeFolders: string[] = []
  const unread: Notice[] = []
  for (const { path, mode } of snapshot.entries) {
    if (mode === LINK_MODE) links.push(path)
    if (isChartFile(path)) chartFolders.push(folderOf(path))
    else if (isKustomizeFile(path)) kustomizeFolders.push(folderOf(path))
    if (mode === LINK_MODE || !isKubernetesText(path)) continue
    const text = snapshot.text(path)
    if (text === undefined) unread.push(...unreadNotice(path, mode))
    else if (mayHoldApplications(text)) candidates.push(path)
  }
  return { candidates, links, chartFolders, kustomizeFolders, unread }
}

/** JSON that is no text, or so large, is data of somebody else's. */
const unreadNotice = (path: string, mode: string): Notice[] =>
  mode === SUBMODULE_MODE || !/\.ya?ml$/.test(path)
    ? []
    : [
        {
          message: 'This file is not read: it holds zero bytes, as UTF-16 does, or is larger than 64 MiB',
          help: 'Applications in it are not known.',
          file: path,
        },
      ]

const placeOf = ({ file = '', line = 0, column = 0 }: Notice): string =>
  `${file}\0${String(line).padStart(9, '0')}\0${String(column).padStart(9, '0')}`

function inOrder(notices: readonly Notice[]): readonly Notice[] {
  const distinctNotices = new Map(notices.map((notice) => [`${placeOf(notice)}\0${notice.message}`, notice]))
  return [...distinctNotices].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, notice]) => notice)
}
