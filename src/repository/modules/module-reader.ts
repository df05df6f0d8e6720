import { distinctEdges } from '../graph/edges.ts'
import { fileNodes, linkEdges, pathEdges } from '../graph/file-nodes.ts'
import type { Edge, InputNode, NodeReader } from '../graph/node.ts'
import type { Notice } from '../items.ts'
import { inFolder, isWithin, joinPath, nameOf } from '../paths.ts'
import { LINK_MODE, type Snapshot, type TreeEntry } from '../snapshot.ts'
import { candidateEdges, mayName } from './candidate-edges.ts'
import { indexFolders, ownFiles, type FolderIndex, type OwnFiles } from './folders.ts'
import type { GivenValue } from './facts.ts'
import { isModuleFile, type ReadingTool } from './module-facts.ts'
import type { PathCandidate } from './path-candidates.ts'
import {
  noModuleText,
  parseModule,
  type CallTarget,
  type FactsCache,
  type ParsedModule,
} from './parsed-module.ts'
import { plannedPaths } from './planned-paths.ts'
import { templateReads, templatesIn } from './template-reads.ts'

/** The folder of a module that is called; `wide`: any module below may be. */
export interface Callee {
  readonly path: string
  readonly wide: boolean
  readonly inputs: readonly GivenValue[]
}

/** A folder of Terraform files as one module. */
export interface TerraformModule {
  readonly path: string
  readonly parsed: ParsedModule
  readonly own: OwnFiles
  readonly callees: readonly Callee[]
  readonly node: InputNode
  /** Paths that start in the folder that is planned, whichever that is. */
  readonly stackPaths: readonly PathCandidate[]
  /** Templates that may read files: those paths, too, start in the folder that is planned. */
  readonly templates: readonly PathCandidate[]
  /** What could not be read. */
  readonly notices: readonly Notice[]
}

export interface ModuleReader {
  readonly index: FolderIndex
  /** Undefined when there is no such folder; a folder without Terraform files is an empty module. */
  module(path: string): TerraformModule | undefined
  /** All modules that are planned with these folders: they and what they call, at any depth. */
  plannedWith(paths: readonly string[]): readonly TerraformModule[]
  /** Of those planned with a folder, the ones that mean something else in each folder that is planned. */
  dependentOn(path: string): readonly TerraformModule[]
  /**
   * What is read by paths that only a plan tells: through values of variables, by templates, and what variable files
   * name themselves.
   *
   * @param folder the folder that is planned
   * @param variableFiles paths of the variable files that the plan loads
   */
  plannedPaths(folder: string, variableFiles: readonly string[]): readonly Edge[]
  /** `module:PATH`, `modules:PATH` (any module below), `file:PATH`, `folder:PATH`. */
  readonly read: NodeReader
}

/** Reads the modules of one snapshot, each once and only when asked for. */
export function moduleReader(snapshot: Snapshot, cache: FactsCache, tool: ReadingTool): ModuleReader {
  const index = indexFolders(snapshot)
  const modules = new Map<string, TerraformModule | undefined>()
  const module = (path: string): TerraformModule | undefined => {
    if (modules.has(path)) return modules.get(path)
    const read = snapshot.isFolder(path) ? readModule({ snapshot, index, cache, tool }, path) : undefined
    modules.set(path, read)
    return read
  }
  const plannedWith = (paths: readonly string[]): TerraformModule[] => {
    const found = new Set<TerraformModule>()
    const rest = [...paths]
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const read = module(next)
      if (read === undefined || found.has(read)) continue
      found.add(read)
      for (const callee of read.callees) {
        if (callee.wide) rest.push(...index.modules.filter((folder) => isBelow(folder, callee.path)))
        else rest.push(callee.path)
      }
    }
    return [...found]
  }
  // Many stacks call the same modules, and most modules mean the same to all of them.
  const dependent = new Map<string, readonly TerraformModule[]>()
  const dependentBelow = (path: string): readonly TerraformModule[] => {
    const known = dependent.get(path)
    if (known !== undefined) return known
    const found = plannedWith([path]).filter(isDependent)
    dependent.set(path, found)
    return found
  }
  // The questions about one folder come one after the other.
  let last: { readonly path: string; readonly found: readonly TerraformModule[] } | undefined
  const dependentOn = (path: string): readonly TerraformModule[] => {
    if (last?.path !== path) last = { path, found: findDependent(path) }
    return last.found
  }
  const findDependent = (path: string): readonly TerraformModule[] => {
    const own = module(path)
    if (own === undefined) return []
    if (own.callees.some(({ wide }) => wide)) return dependentBelow(path)
    const found = new Set(isDependent(own) ? [own] : [])
    for (const callee of own.callees) for (const each of dependentBelow(callee.path)) found.add(each)
    return [...found]
  }
  const files = fileNodes(snapshot)
  const read: NodeReader = (id) => {
    if (id.startsWith('module:')) return module(id.slice('module:'.length))?.node
    if (id.startsWith('modules:')) return anyModule(index, id.slice('modules:'.length))
    return files(id)
  }
  const planned = plannedPaths({ snapshot, index, cache, plannedWith, dependentOn })
  return { index, module, plannedWith, dependentOn, plannedPaths: planned, read }
}

const isDependent = ({ parsed, stackPaths, templates }: TerraformModule): boolean =>
  stackPaths.length > 0 ||
  parsed.bareStackPath ||
  parsed.facts.remoteStates.length > 0 ||
  parsed.unknowns.length > 0 ||
  templates.length > 0

const isBelow = (path: string, folder: string): boolean => path === folder || isWithin(path, folder)

/** A source of which only the first folders are known: each module below may be meant. */
function anyModule(index: FolderIndex, path: string): InputNode {
  const edges = index.modules
    .filter((folder) => isBelow(folder, path))
    .map((folder): Edge => ({ to: `module:${folder}`, kind: 'module', dynamic: true }))
  edges.push({ to: `folder:${path}`, kind: 'module', dynamic: true })
  return { files: [], edges }
}

interface Reading {
  readonly snapshot: Snapshot
  readonly index: FolderIndex
  readonly cache: FactsCache
  readonly tool: ReadingTool
}

function readModule({ snapshot, index, cache, tool }: Reading, path: string): TerraformModule {
  const notices: Notice[] = []
  const sources = (index.folder(path)?.moduleFiles ?? []).map((entry) => sourceOf(snapshot, entry))
  const parsed = sources.length === 0 ? noModuleText : parseModule(sources, cache, tool)
  const own = ownFiles(index, path)
  const files = own.files.map((entry) => entry.path)
  const edges: Edge[] = []
  for (const entry of own.files) {
    if (entry.mode === LINK_MODE) edges.push(...ownLinkEdges(snapshot, index, entry.path, notices))
  }
  const callees: Callee[] = []
  for (const call of parsed.calls) edges.push(...callEdges(snapshot, path, call, callees))
  const paths = parsed.paths.filter((candidate) => mayName(snapshot, index, candidate))
  for (const candidate of paths) {
    if (candidate.base !== 'stack') edges.push(...candidateEdges(snapshot, path, candidate))
  }
  const cautious = !parsed.facts.clean || parsed.bareModulePath
  if (cautious)
    edges.push({ to: `folder:${path}`, kind: parsed.bareModulePath ? 'path' : 'files', dynamic: true })
  if (parsed.unreadable.length > 0) {
    callees.push({ path: '.', wide: true, inputs: [] })
    edges.push({ to: 'modules:.', kind: 'module', dynamic: true })
    edges.push({ to: 'folder:.', kind: 'files', dynamic: true })
  }
  for (const name of parsed.facts.broken) {
    const isText = !parsed.unreadable.includes(name)
    notices.push(isText ? uncleanNotice(path, name) : unreadableNotice(path, name))
  }
  return {
    path,
    parsed,
    own,
    callees,
    node: { files, edges: distinctEdges(edges, files) },
    stackPaths: paths.filter(({ base }) => base !== 'module'),
    templates: paths.filter(
      (candidate) => candidate.isTemplate === true && mayReadMore(snapshot, cache, path, candidate),
    ),
    notices,
  }
}

/** A module file may be a link to a file of another folder and name. */
function sourceOf(
  snapshot: Snapshot,
  entry: TreeEntry,
): { name: string; oid: string; text: string | undefined } {
  const name = nameOf(entry.path)
  if (entry.mode !== LINK_MODE) return { name, oid: entry.oid, text: snapshot.text(entry.path) }
  const target = snapshot.resolve(entry.path)
  // The id of a link is that of its text, not of nothing.
  if (target.kind !== 'file') return { name, oid: 'nothing', text: '' }
  return { name, oid: snapshot.entry(target.path)?.oid ?? entry.oid, text: snapshot.text(target.path) }
}

/** What is in a linked folder counts as what is in a folder does: not when it holds a module or chart of its own. */
function ownLinkEdges(snapshot: Snapshot, index: FolderIndex, link: string, notices: Notice[]): Edge[] {
  const target = snapshot.resolve(link)
  if (target.kind === 'file') return linkEdges(snapshot, link)
  if (target.kind !== 'folder') {
    const why = { missing: 'to nothing', outside: 'out of the repository', loop: 'in a circle' }[target.kind]
    const isCode = isModuleFile(nameOf(link))
    notices.push({
      message: `the link ${link} leads ${why}: only the link itself counts as an input`,
      file: link,
      ...(isCode
        ? { help: 'Terraform reads what is there when it runs. Keep the file in the repository.' }
        : {}),
    })
    return linkEdges(snapshot, link)
  }
  const folder = index.folder(target.path)
  const isOther = folder === undefined || folder.moduleFiles.length > 0 || folder.isChart
  return linkEdges(snapshot, link).filter(({ to }) => !isOther || !to.startsWith('folder:'))
}

/** Local sources only: what comes from elsewhere has its version in the source. */
function callEdges(snapshot: Snapshot, path: string, call: CallTarget, callees: Callee[]): Edge[] {
  const at = call.anywhere ? '.' : joinPath(path, call.source)
  if (at === undefined) return []
  const edges = pathEdges(snapshot, at, 'module', call.wide)
  return edges.map((edge) => {
    if (!edge.to.startsWith('folder:')) return edge
    const target = edge.to.slice('folder:'.length)
    callees.push({ path: target, wide: call.wide, inputs: call.inputs })
    return { ...edge, to: `${call.wide ? 'modules' : 'module'}:${target}` }
  })
}

/** A template that is found from the module's folder is looked into; of others it is told later which they are. */
function mayReadMore(snapshot: Snapshot, cache: FactsCache, path: string, candidate: PathCandidate): boolean {
  if (candidate.base !== 'module') return true
  return templatesIn(snapshot, candidateEdges(snapshot, path, candidate)).some(
    (template) => templateReads(snapshot, cache, template).length > 0,
  )
}

const unreadableNotice = (path: string, name: string): Notice => ({
  message: `${name} is too large or no text: every file of the repository counts as an input of what uses ${path}`,
  file: inFolder(path, name),
})

const uncleanNotice = (path: string, name: string): Notice => ({
  message: `${name} could not be read in full: every file of ${path} counts as an input of what uses it`,
  file: inFolder(path, name),
})
