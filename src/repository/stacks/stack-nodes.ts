import type { GitopsConfig } from '../config/config.ts'
import type { GlobInputs } from '../glob-inputs.ts'
import { distinctEdges } from '../graph/edges.ts'
import { linkEdges, pathEdges } from '../graph/file-nodes.ts'
import type { Edge, InputNode, NodeReader } from '../graph/node.ts'
import { candidateEdges } from '../modules/candidate-edges.ts'
import type { RemoteState } from '../modules/facts.ts'
import { LOCK_FILE, versionFilesUp } from '../modules/folders.ts'
import type { ModuleReader, TerraformModule } from '../modules/module-reader.ts'
import type { Notice } from '../items.ts'
import { folderOf, inFolder, nameOf } from '../paths.ts'
import { LINK_MODE, type Snapshot } from '../snapshot.ts'
import type { FoundStack } from './find-stacks.ts'
import { someOf } from './names.ts'
import { isUnknownState, remoteStates, type RemoteStates } from './remote-states.ts'

export interface StackNodes {
  readonly snapshot: Snapshot
  readonly reader: ModuleReader
  readonly config: GitopsConfig
  readonly stacks: readonly FoundStack[]
  /** Variable and backend files of variants that are left out because others were told: they count for those alone. */
  readonly claimed?: ReadonlySet<string>
  readonly globs: GlobInputs
}

/** Nodes `stack:KEY`: what is given on the command line, what depends on the folder that is planned, and its module. */
export function stackNodes(context: StackNodes): NodeReader {
  const { stacks } = context
  const byId = new Map(stacks.map((found) => [found.stack.node, found]))
  const byFolder = Map.groupBy(stacks, ({ folder }) => folder)
  const shared = new Map<string, FolderInputs>()
  const states = remoteStates(stacks)
  return (id) => {
    if (id.startsWith('states:')) return states.read(id)
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

const NOTHING: ReadonlySet<string> = new Set()

/** What all variants of a folder have in common. */
interface FolderInputs {
  readonly files: readonly string[]
  readonly edges: readonly Edge[]
  readonly remoteStates: readonly { readonly state: RemoteState; readonly module: TerraformModule }[]
}

function folderInputs(
  { snapshot, reader, claimed: elsewhere = NOTHING }: StackNodes,
  folder: string,
  variants: readonly FoundStack[],
): FolderInputs {
  const own = reader.module(folder)
  const files: string[] = []
  const variantFiles = own?.own.variantFiles ?? []
  if (variantFiles.length > 0) {
    // Variable files that no variant names may still be read by whoever runs the plan: they count for all variants.
    const claimed = new Set([...elsewhere].map((file) => realPath(snapshot, file)))
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

function stackNode(
  context: StackNodes,
  found: FoundStack,
  inputs: FolderInputs,
  states: RemoteStates,
): InputNode {
  const { snapshot, config, globs } = context
  const { stack, folder } = found
  const edges: Edge[] = [{ to: `module:${folder}`, kind: 'files' }]
  if (stack.path !== folder) {
    edges.push(...pathEdges(snapshot, stack.path, 'link').filter(({ to }) => to.startsWith('file:')))
  }
  for (const file of stack.varFiles) edges.push(...pathEdges(snapshot, file, 'var-file'))
  for (const file of stack.backendConfig) edges.push(...pathEdges(snapshot, file, 'backend-config'))
  edges.push(...inputs.edges)
  const variableFiles = [
    ...inputs.files.filter((path) => /\.tfvars(?:\.json)?$/.test(path)),
    ...stack.varFiles,
  ]
  edges.push(...context.reader.plannedPaths(folder, variableFiles))
  for (const { state, module } of inputs.remoteStates) edges.push(...states.edges(found, state, module))
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

/** Remote states of which nothing is known, each once, with who reads them. */
export function unknownStates({ reader, stacks }: Pick<StackNodes, 'reader' | 'stacks'>): Notice[] {
  const readers = new Map<RemoteState, { module: TerraformModule; names: string[] }>()
  for (const found of stacks) {
    for (const module of reader.dependentOn(found.folder)) {
      for (const state of module.parsed.facts.remoteStates) {
        if (!isUnknownState(found, state, module)) continue
        const of = readers.get(state)
        if (of === undefined) readers.set(state, { module, names: [found.stack.name] })
        else of.names.push(found.stack.name)
      }
    }
  }
  return [...readers].map(([state, { module, names }]) => unknownNotice(state, module, names))
}

function unknownNotice({ name, line }: RemoteState, { path }: TerraformModule, names: string[]): Notice {
  return {
    message:
      `whose the remote state ${name} is cannot be told from the code: changes of that stack do not reach` +
      ` ${someOf(names)}, and which goes first is not known`,
    help: 'Write its bucket, key or prefix in the code, or name the stack under `depends-on` in the configuration.',
    file: path,
    line,
  }
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
