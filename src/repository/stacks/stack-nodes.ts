import type { GitopsConfig } from '../config/config.ts'
import type { GlobInputs } from '../glob-inputs.ts'
import { linkEdges, pathEdges } from '../graph/file-nodes.ts'
import type { Edge, InputNode, NodeReader } from '../graph/node.ts'
import { candidateEdges } from '../modules/candidate-edges.ts'
import { evaluate } from '../modules/constant.ts'
import type { RemoteState } from '../modules/facts.ts'
import { LOCK_FILE, versionFilesUp } from '../modules/folders.ts'
import { distinctEdges, type ModuleReader, type TerraformModule } from '../modules/module-reader.ts'
import { folderOf, inFolder, nameOf } from '../paths.ts'
import { LINK_MODE, type Snapshot } from '../snapshot.ts'
import type { FoundStack } from './find-stacks.ts'
import { stateKey } from './state-key.ts'

export interface StackNodes {
  readonly snapshot: Snapshot
  readonly reader: ModuleReader
  readonly config: GitopsConfig
  readonly stacks: readonly FoundStack[]
  readonly globs: GlobInputs
}

/** Nodes `stack:KEY`: what is given on the command line, what depends on the folder that is planned, and its module. */
export function stackNodes(context: StackNodes): NodeReader {
  const { stacks } = context
  const byId = new Map(stacks.map((found) => [found.stack.node, found]))
  const byFolder = Map.groupBy(stacks, ({ folder }) => folder)
  const shared = new Map<string, FolderInputs>()
  const states: States = {
    exact: Map.groupBy(stacks, ({ stack }) => stack.stateKey),
    anyWorkspace: Map.groupBy(stacks, ({ anyWorkspaceKey }) => anyWorkspaceKey),
  }
  return (id) => {
    const found = byId.get(id)
    if (found === undefined) return undefined
    let inputs = shared.get(found.folder)
    if (inputs === undefined) {
      inputs = folderInputs(context, found.folder, byFolder.get(found.folder) ?? [])
      shared.set(found.folder, inputs)
    }
    return stackNode(context, found, inputs, states)
  }
}

/** What all variants of a folder have in common. */
interface FolderInputs {
  readonly files: readonly string[]
  readonly edges: readonly Edge[]
  readonly remoteStates: readonly { readonly state: RemoteState; readonly module: TerraformModule }[]
}

function folderInputs(
  { snapshot, reader }: StackNodes,
  folder: string,
  variants: readonly FoundStack[],
): FolderInputs {
  const own = reader.module(folder)
  const files: string[] = []
  const variantFiles = own?.own.variantFiles ?? []
  if (variantFiles.length > 0) {
    // Variable files that no variant names may still be read by whoever runs the plan: they count for all variants.
    const claimed = new Set<string>()
    for (const { stack } of variants) {
      for (const file of [...stack.varFiles, ...stack.backendConfig]) claimed.add(realPath(snapshot, file))
    }
    for (const { path } of variantFiles) if (!claimed.has(path)) files.push(path)
  }
  const lock = inFolder(folder, LOCK_FILE)
  if (snapshot.entry(lock) !== undefined) files.push(lock)
  const edges: Edge[] = []
  for (const path of files) {
    if (snapshot.entry(path)?.mode === LINK_MODE) edges.push(...linkEdges(snapshot, path))
  }
  for (const path of versionFilesUp(snapshot, folder))
    edges.push({ to: `file:${path}`, kind: 'configuration' })
  const remoteStates: { state: RemoteState; module: TerraformModule }[] = []
  for (const module of reader.dependentOn(folder)) {
    for (const candidate of module.stackPaths) {
      // A bare literal of the folder's own module was looked up there.
      if (candidate.base === 'stack' || module !== own)
        edges.push(...candidateEdges(snapshot, folder, candidate))
    }
    if (module.parsed.bareStackPath) edges.push({ to: `folder:${folder}`, kind: 'path', dynamic: true })
    for (const state of module.parsed.facts.remoteStates) remoteStates.push({ state, module })
  }
  return { files, edges: distinctEdges(edges, [...files, ...(own?.node.files ?? [])]), remoteStates }
}

/** The file itself, where the folders on the way are links. */
function realPath(snapshot: Snapshot, path: string): string {
  const folder = snapshot.resolve(folderOf(path))
  return folder.kind === 'folder' ? inFolder(folder.path, nameOf(path)) : path
}

function stackNode(context: StackNodes, found: FoundStack, inputs: FolderInputs, states: States): InputNode {
  const { snapshot, config, globs } = context
  const { stack, folder } = found
  const edges: Edge[] = [{ to: `module:${folder}`, kind: 'files' }]
  if (stack.path !== folder) {
    edges.push(...pathEdges(snapshot, stack.path, 'link').filter(({ to }) => to.startsWith('file:')))
  }
  for (const file of stack.varFiles) edges.push(...pathEdges(snapshot, file, 'var-file'))
  for (const file of stack.backendConfig) edges.push(...pathEdges(snapshot, file, 'backend-config'))
  edges.push(...inputs.edges)
  for (const { state, module } of inputs.remoteStates)
    edges.push(...remoteEdges(found, state, module, states))
  const extra = found.config?.extraInputs ?? []
  if (extra.length > 0) {
    const { files, edges: links } = globs(extra)
    for (const file of files) edges.push({ to: `file:${file}`, kind: 'extra input' })
    edges.push(...links)
  }
  return {
    files: inputs.files,
    edges: distinctEdges(edges, inputs.files),
    data: stackData(found, config),
  }
}

/** Stacks by where their state is. */
interface States {
  readonly exact: ReadonlyMap<string | undefined, readonly FoundStack[]>
  readonly anyWorkspace: ReadonlyMap<string | undefined, readonly FoundStack[]>
}

/** The stacks whose state is read; of a workspace that is not known here: all that it may be. */
function remoteEdges(
  reader: FoundStack,
  state: RemoteState,
  module: TerraformModule,
  states: States,
): Edge[] {
  if (state.backend === undefined) return []
  const selected = reader.stack.workspace ?? 'default'
  const workspace =
    state.workspace === undefined
      ? { text: 'default', whole: true }
      : evaluate(state.workspace, module.parsed.facts.locals, { 'terraform.workspace': selected })
  const backend = { type: state.backend, settings: state.settings }
  const key = stateKey(backend, reader.folder, workspace.whole ? workspace.text : '*')
  if (key === undefined) return []
  const dynamic = workspace.whole ? {} : ({ dynamic: true } as const)
  const found = (workspace.whole ? states.exact : states.anyWorkspace).get(key) ?? []
  return found
    .filter(({ stack }) => stack.node !== reader.stack.node)
    .map(({ stack }): Edge => ({ to: stack.node, kind: 'remote state', ...dynamic }))
}

/** The part of the configuration that can change the plan, as canonical JSON: names and order cannot. */
function stackData({ stack }: FoundStack, config: GitopsConfig): string {
  const environment = stack.environment === undefined ? undefined : config.environments[stack.environment]
  return JSON.stringify([
    stack.workspace ?? '',
    stack.varFiles,
    stack.backendConfig,
    stack.environment ?? '',
    environment?.planRole ?? '',
    environment?.applyRole ?? '',
    environment?.region ?? '',
    config.tools.terraform ?? '',
    config.tools.opentofu ?? '',
  ])
}
