import { fileNodes } from '../../../src/repository/graph/file-nodes.ts'
import type { NodeReader } from '../../../src/repository/graph/node.ts'
import {
  findKubernetes,
  type KubernetesItems,
  type KubernetesOptions,
} from '../../../src/repository/kubernetes/find-kubernetes.ts'
import { isKubernetesText } from '../../../src/repository/kubernetes/kubernetes-text.ts'
import type { Snapshot } from '../../../src/repository/snapshot.ts'
import { snapshotOf, type Tree } from '../support/memory-snapshot.ts'

export type Files = Tree

/** As in real life, only texts of links and of what `isKubernetesText` names are read in. */
export const tree = (files: Files): Snapshot => snapshotOf(files, 'in memory', isKubernetesText)

export interface Reached {
  readonly files: readonly string[]
  /** Those reached only by an edge that is wider than what is really read. */
  readonly dynamic: readonly string[]
}

/** All files of a node and of what it needs. */
export function reached(snapshot: Snapshot, read: NodeReader, node: string): Reached {
  const exact = filesFrom(snapshot, read, node, false)
  const all = filesFrom(snapshot, read, node, true)
  return { files: [...all].sort(), dynamic: [...all].filter((file) => !exact.has(file)).sort() }
}

function filesFrom(snapshot: Snapshot, read: NodeReader, start: string, dynamic: boolean): Set<string> {
  const files = new Set<string>()
  const seen = new Set([start])
  const plain = fileNodes(snapshot)
  for (const id of seen) {
    const found = read(id) ?? plain(id)
    if (found === undefined) throw new Error(`an edge to ${id}, which is not there`)
    for (const file of found.files) files.add(file)
    for (const edge of found.edges) if (dynamic || edge.dynamic !== true) seen.add(edge.to)
  }
  return files
}

export interface Found extends KubernetesItems {
  readonly snapshot: Snapshot
  /** Files an Application (by its name) is made of, without its own. */
  readonly application: (name: string) => Reached
  /** Files a chart (by its path) is made of. */
  readonly chart: (path: string) => Reached
}

export async function find(
  files: Files,
  options: KubernetesOptions = { repository: 'acme/deploy' },
): Promise<Found> {
  const snapshot = tree(files)
  const items = await findKubernetes(snapshot, options)
  return {
    ...items,
    snapshot,
    application(name) {
      const application = items.applications.find((one) => one.name === name)
      if (application === undefined) throw new Error(`no Application ${name}`)
      const { files: all, dynamic } = reached(snapshot, items.read, application.node)
      return { files: all.filter((file) => file !== application.file), dynamic }
    },
    chart(path) {
      const chart = items.charts.find((one) => one.path === path)
      if (chart === undefined) throw new Error(`no chart at ${path}`)
      return reached(snapshot, items.read, chart.node)
    },
  }
}

export const ourUrl = 'https://github.com/acme/deploy.git'

/** An Application as YAML; `spec` lines are indented by two. */
export const application = (
  name: string,
  spec: string,
  annotations = '',
): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
${annotations === '' ? '' : `  annotations:\n    ${annotations}\n`}spec:
  project: shop
  destination: { namespace: ${name}-ns }
${spec}
`

export const source = (path: string, more = ''): string =>
  `  source:\n    repoURL: ${ourUrl}\n    path: ${path}\n${more}`

export const chartYaml = (name: string, more = ''): string =>
  `apiVersion: v2\nname: ${name}\nversion: 1.10\n${more}`
