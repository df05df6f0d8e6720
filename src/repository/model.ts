import type { GitopsConfig } from './config/config.ts'
import { globInputs } from './glob-inputs.ts'
import { inputsHasher, type InputsHasher } from './graph/hash.ts'
import type { InputNode, NodeId, NodeReader } from './graph/node.ts'
import type { Application, Chart, Notice, Stack } from './items.ts'
import type { KubernetesItems } from './kubernetes/find-kubernetes.ts'
import type { ReadingTool } from './modules/module-facts.ts'
import { moduleReader } from './modules/module-reader.ts'
import type { FactsCache } from './modules/parsed-module.ts'
import type { Snapshot } from './snapshot.ts'
import { findStacks, type KeyOf } from './stacks/find-stacks.ts'
import { stackNodes } from './stacks/stack-nodes.ts'

/** What is in a repository at one commit, and what it is made of. */
export interface RepositoryModel {
  readonly snapshot: Snapshot
  /** Each list is sorted by name. */
  readonly stacks: readonly Stack[]
  readonly charts: readonly Chart[]
  readonly applications: readonly Application[]
  /** Folders with Terraform files that are neither a stack nor called as a module: named, not planned. */
  readonly unclaimed: readonly string[]
  /** Reads each node once, when it is asked for. */
  readonly read: NodeReader
  /** The hash of what these nodes hold. */
  readonly hashOf: InputsHasher
  readonly notices: readonly Notice[]
}

export interface ModelPorts {
  readonly keyOf: KeyOf
  /** Shared by the models that are compared. */
  readonly facts: FactsCache
  /** Charts and Applications, and the nodes they are made of. */
  readonly kubernetes?: KubernetesItems
  /** Path of the configuration, for messages. */
  readonly configFile?: string
}

const GLOBAL_INPUTS: NodeId = 'config:global-inputs'

export async function modelOf(
  snapshot: Snapshot,
  config: GitopsConfig,
  { keyOf, facts, kubernetes, configFile = '.github/gitops.yml' }: ModelPorts,
): Promise<RepositoryModel> {
  const reader = moduleReader(snapshot, facts, readingTool(config))
  const found = findStacks({ snapshot, reader, config, configFile, keyOf, facts })
  const usesGlobs =
    config.globalInputs.length > 0 || config.stacks.some(({ extraInputs }) => extraInputs.length > 0)
  const globs = usesGlobs ? await globInputs(snapshot) : () => ({ files: [], edges: [] })
  const readStack = stackNodes({ snapshot, reader, config, stacks: found.stacks, globs })
  const global = globs(config.globalInputs)
  const stacks = found.stacks.map(({ stack }) => stack)
  const items = [...stacks, ...(kubernetes?.charts ?? []), ...(kubernetes?.applications ?? [])]
  const itemNodes = new Set(global.files.length === 0 ? [] : items.map(({ node }) => node))
  const readAny: NodeReader = (id) => {
    if (id === GLOBAL_INPUTS) return global
    const kind = id.slice(0, id.indexOf(':'))
    if (kind === 'stack') return readStack(id)
    if (kind === 'module' || kind === 'modules' || kind === 'file' || kind === 'folder')
      return reader.read(id)
    return kubernetes?.read(id)
  }
  const read = once((id) => {
    const node = readAny(id)
    return node !== undefined && itemNodes.has(id) ? withGlobalInputs(node) : node
  })
  const planned = reader.plannedWith(found.stacks.map(({ folder }) => folder))
  const told = planned.filter((module) => module.notices.length > 0)
  return {
    snapshot,
    stacks,
    charts: kubernetes?.charts ?? [],
    applications: kubernetes?.applications ?? [],
    unclaimed: found.unclaimed,
    read,
    hashOf: inputsHasher(snapshot, read),
    notices: [
      ...found.notices,
      ...told.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ notices }) => notices),
      ...(kubernetes?.notices ?? []),
    ],
  }
}

/** A repository that says which tool it is for is read as that tool does. */
function readingTool({ tools }: GitopsConfig): ReadingTool {
  if (tools.terraform !== undefined && tools.opentofu === undefined) return 'terraform'
  return tools.opentofu !== undefined && tools.terraform === undefined ? 'tofu' : 'any'
}

const withGlobalInputs = (node: InputNode): InputNode => ({
  ...node,
  edges: [...node.edges, { to: GLOBAL_INPUTS, kind: 'global input' }],
})

function once(read: NodeReader): NodeReader {
  const nodes = new Map<NodeId, InputNode | undefined>()
  return (id) => {
    const known = nodes.get(id)
    if (known !== undefined || nodes.has(id)) return known
    const node = read(id)
    nodes.set(id, node)
    return node
  }
}
