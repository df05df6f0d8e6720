import type { GitopsConfig } from './config/config.ts'
import { globInputs, type GlobInputs } from './glob-inputs.ts'
import { itemHasher } from './graph/item-hash.ts'
import type { InputNode, NodeId, NodeReader } from './graph/node.ts'
import type { Application, Chart, Notice, Stack } from './items.ts'
import type { KubernetesItems } from './kubernetes/find-kubernetes.ts'
import { renderedFolders, type RenderedFolders } from './kubernetes/rendered-folders.ts'
import type { ParseCache } from './kubernetes/yaml-text.ts'
import type { ReadingTool } from './modules/module-facts.ts'
import { moduleReader } from './modules/module-reader.ts'
import type { FactsCache } from './modules/parsed-module.ts'
import type { Snapshot } from './snapshot.ts'
import { findStacks, type FoundStacks, type KeyOf, type StackSearch } from './stacks/find-stacks.ts'
import { stackNodes, unknownStates } from './stacks/stack-nodes.ts'
import { stateReads, type ReadStates } from './stacks/state-reads.ts'

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
  /** The inputs-hash of an item, by its node. */
  readonly hashOf: (item: NodeId) => string
  /** Which states of other stacks the one with this node reads. */
  readonly statesOf: ReadStates
  readonly notices: readonly Notice[]
  /** Of the unclaimed those that are no stack only because another folder has a backend or a lock file. */
  readonly outdone: readonly string[]
  /** Some folder has a backend or a lock file: only such folders are stacks. */
  readonly marked: boolean
  /** The same with these of the outdone as stacks. */
  readonly keeping: (outdone: Iterable<string>) => RepositoryModel
}

export interface ModelPorts {
  readonly keyOf: KeyOf
  /** Shared by the models that are compared. */
  readonly facts: FactsCache
  /** Charts and Applications, and the nodes they are made of. */
  readonly kubernetes?: KubernetesItems
  /** Shared by the models that are compared, and with what `kubernetes` was read with. */
  readonly parsed?: ParseCache
  /** Path of the configuration, for messages. */
  readonly configFile?: string
}

const GLOBAL_INPUTS: NodeId = 'config:global-inputs'

export async function modelOf(
  snapshot: Snapshot,
  config: GitopsConfig,
  { keyOf, facts, kubernetes, parsed = new Map(), configFile = '.github/gitops.yml' }: ModelPorts,
): Promise<RepositoryModel> {
  const reader = moduleReader(snapshot, facts, readingTool(config))
  const search = { snapshot, reader, config, configFile, keyOf, facts }
  const found = findStacks(search)
  const usesGlobs =
    config.globalInputs.length > 0 || config.stacks.some(({ extraInputs }) => extraInputs.length > 0)
  const globs = usesGlobs ? await globInputs(snapshot) : () => ({ files: [], edges: [] })
  const rendered = renderedFolders(snapshot)
  const codeOf = ({ stacks, claimed }: FoundStacks): InputNode[] => {
    const readStack = once(stackNodes({ snapshot, reader, config, stacks, claimed, globs }))
    const planned = reader.plannedWith(stacks.map(({ folder }) => folder))
    return [...planned.map(({ node }) => node), ...stacks.flatMap(({ stack }) => readStack(stack.node) ?? [])]
  }
  const code = rendered === undefined ? [] : codeOf(found)
  if (rendered !== undefined && found.outdone.length > 0)
    code.push(...codeOf(findStacks({ ...search, kept: new Set(found.outdone) })))
  const readRendered = await renderedBy(code, rendered, parsed)
  return build({ search, globs, rendered, readRendered, kubernetes }, found)
}

interface Parts {
  readonly search: StackSearch
  readonly globs: GlobInputs
  readonly rendered: RenderedFolders | undefined
  readonly readRendered: NodeReader
  readonly kubernetes: KubernetesItems | undefined
}

function build(parts: Parts, found: FoundStacks): RepositoryModel {
  const { search, globs, rendered, readRendered, kubernetes } = parts
  const { snapshot, config, reader } = search
  const { claimed } = found
  const readStack = stackNodes({ snapshot, reader, config, stacks: found.stacks, claimed, globs })
  const global = globs(config.globalInputs)
  const stacks = found.stacks.map(({ stack }) => stack)
  const items = [...stacks, ...(kubernetes?.charts ?? []), ...(kubernetes?.applications ?? [])]
  const itemNodes = new Set(global.files.length === 0 ? [] : items.map(({ node }) => node))
  const planned = reader.plannedWith(found.stacks.map(({ folder }) => folder))
  const withRendered = rendered?.withRendered ?? ((node: InputNode) => node)
  const readAny: NodeReader = (id) => {
    if (id === GLOBAL_INPUTS) return global
    const kind = id.slice(0, id.indexOf(':'))
    if (kind === 'stack' || kind === 'module') {
      const node = kind === 'stack' ? readStack(id) : reader.read(id)
      return node === undefined ? undefined : withRendered(node)
    }
    if (kind === 'states') return readStack(id)
    if (kind === 'modules' || kind === 'file' || kind === 'folder') return reader.read(id)
    return kubernetes?.read(id) ?? readRendered(id)
  }
  const read = once((id) => {
    const node = readAny(id)
    return node !== undefined && itemNodes.has(id) ? withGlobalInputs(node) : node
  })
  const told = planned.filter((module) => module.notices.length > 0)
  return {
    snapshot,
    stacks,
    charts: kubernetes?.charts ?? [],
    applications: kubernetes?.applications ?? [],
    unclaimed: found.unclaimed,
    outdone: found.outdone,
    marked: found.marked,
    keeping: (outdone) => build(parts, findStacks({ ...search, kept: new Set(outdone) })),
    read,
    hashOf: itemHasher(snapshot, read),
    statesOf: stateReads(found.stacks, reader),
    notices: [
      ...found.notices,
      ...unknownStates({ reader, stacks: found.stacks }),
      ...told.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ notices }) => notices),
      ...(kubernetes?.notices ?? []),
    ],
  }
}

/** The YAML library takes its time to load: only where Terraform renders what is in this repository. */
async function renderedBy(
  code: readonly InputNode[],
  rendered: RenderedFolders | undefined,
  parsed: ParseCache,
): Promise<NodeReader> {
  const isNeeded = rendered !== undefined && code.some((node) => rendered.withRendered(node) !== node)
  return isNeeded ? rendered.reader(parsed) : () => undefined
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
