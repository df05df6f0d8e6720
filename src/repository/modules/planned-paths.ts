import { pathEdges } from '../graph/file-nodes.ts'
import { edge } from '../graph/edges.ts'
import type { Edge, EdgeKind } from '../graph/node.ts'
import { isWithin, joinPath, nameOf } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'
import { candidateEdges, mayName } from './candidate-edges.ts'
import type { GivenValue, PathUse } from './facts.ts'
import type { FolderIndex } from './folders.ts'
import type { TerraformModule } from './module-reader.ts'
import { needsValues, type FactsCache } from './parsed-module.ts'
import type { PathCandidate } from './path-candidates.ts'
import { endingWith } from './path-endings.ts'
import { templateReads, templatesIn } from './template-reads.ts'
import { readVariableFile, type VariableFile } from './variable-file.ts'
import {
  NO_VALUE_MARK,
  ROOT_MARK,
  textsOf,
  UNKNOWN_MARK,
  VARIABLE_MARK,
  type Plan,
  type PlannedModule,
} from './variable-values.ts'

export interface PlannedPathsContext {
  readonly snapshot: Snapshot
  readonly index: FolderIndex
  readonly cache: FactsCache
  plannedWith(paths: readonly string[]): readonly TerraformModule[]
  dependentOn(path: string): readonly TerraformModule[]
}

type CallsOf = Plan['callsOf']

/** See `ModuleReader.plannedPaths`. Most plans have none of these paths, and cost a look at their modules. */
export function plannedPaths(
  context: PlannedPathsContext,
): (folder: string, variableFiles: readonly string[]) => readonly Edge[] {
  const { snapshot, index, cache } = context
  const find = endingWith(snapshot)
  // Variants of a folder share its calls.
  let last: { readonly folder: string; readonly callsOf: CallsOf } | undefined
  return (folder, variableFiles) => {
    const edges: Edge[] = []
    const given: GivenValue[] = []
    for (const path of variableFiles) {
      const file = variableFile(snapshot, cache, path)
      if (file === undefined) continue
      given.push(...file.values)
      for (const candidate of file.paths)
        if (mayName(snapshot, index, candidate)) edges.push(...candidateEdges(snapshot, folder, candidate))
    }
    const modules = context.dependentOn(folder).filter(isTold)
    if (modules.length === 0) return edges
    const callsOf: CallsOf = (path) => {
      if (last?.folder !== folder) last = { folder, callsOf: callersIn(context.plannedWith([folder])) }
      return last.callsOf(path)
    }
    const search: Search = {
      snapshot,
      cache,
      plan: { folder, given, callsOf },
      find,
      edges,
      templates: new Set(),
    }
    for (const module of modules) addModule(search, module)
    addTemplates(search)
    return edges
  }
}

const isTold = ({ parsed, templates }: TerraformModule): boolean =>
  parsed.unknowns.length > 0 || templates.length > 0

interface Search {
  readonly snapshot: Snapshot
  readonly cache: FactsCache
  readonly plan: Plan
  readonly find: (pieces: readonly string[]) => readonly string[]
  readonly edges: Edge[]
  /** Paths of templates that are to be looked into. */
  readonly templates: Set<string>
}

function variableFile(snapshot: Snapshot, cache: FactsCache, path: string): VariableFile | undefined {
  const target = snapshot.resolve(path)
  const oid = target.kind === 'file' ? snapshot.entry(target.path)?.oid : undefined
  const text = target.kind === 'file' ? snapshot.text(target.path) : undefined
  if (oid === undefined || text === undefined) return undefined
  const key = `${path.endsWith('.json') ? 'json' : 'hcl'} ${oid}`
  const known = cache.variableFiles.get(key)
  if (known !== undefined) return known
  const file = readVariableFile(nameOf(path), text)
  cache.variableFiles.set(key, file)
  return file
}

/** Who calls each module of a plan, and with what. */
function callersIn(modules: readonly TerraformModule[]): CallsOf {
  const calls = new Map<string, { caller: PlannedModule; inputs: readonly GivenValue[] }[]>()
  const add = (path: string, caller: PlannedModule, inputs: readonly GivenValue[]): void => {
    const known = calls.get(path)
    if (known === undefined) calls.set(path, [{ caller, inputs }])
    else known.push({ caller, inputs })
  }
  for (const module of modules) {
    const caller = asPlanned(module)
    for (const { path, wide, inputs } of module.callees) {
      if (!wide) add(path, caller, inputs)
      else
        for (const each of modules)
          if (each.path === path || isWithin(each.path, path)) add(each.path, caller, inputs)
    }
  }
  return (path) => calls.get(path) ?? []
}

const asPlanned = ({ path, parsed: { facts } }: TerraformModule): PlannedModule => ({ path, facts })

function addModule(search: Search, module: TerraformModule): void {
  const { snapshot, plan } = search
  for (const use of module.parsed.unknowns) addUse(search, use, asPlanned(module))
  for (const candidate of module.templates) {
    if (candidate.base !== 'stack') addTargets(search, candidateEdges(snapshot, module.path, candidate))
    if (candidate.base !== 'module') addTargets(search, candidateEdges(snapshot, plan.folder, candidate))
  }
}

function addTargets({ snapshot, templates }: Search, edges: readonly Edge[]): void {
  for (const path of templatesIn(snapshot, edges)) templates.add(path)
}

/** What a template reads may be a template again. */
function addTemplates(search: Search): void {
  const { snapshot, cache, plan, edges, templates } = search
  const module: PlannedModule = { path: plan.folder, facts: { locals: {}, defaults: [] } }
  // A Set lists what is added while it is walked, each once.
  for (const path of templates) {
    for (const { use, candidates } of templateReads(snapshot, cache, path)) {
      for (const candidate of candidates) addCandidate(search, candidate)
      if (needsValues(use, {})) addUse(search, use, module)
    }
  }
  function addCandidate(to: Search, candidate: PathCandidate): void {
    const found = candidateEdges(snapshot, plan.folder, candidate)
    edges.push(...found)
    if (candidate.isTemplate === true) addTargets(to, found)
  }
}

function addUse(search: Search, use: PathUse, module: PlannedModule): void {
  for (const text of textsOf(use.parts, module, search.plan)) {
    const found = edgesOf(search, text, use)
    search.edges.push(...found)
    if (use.call === 'templatefile') addTargets(search, found)
  }
}

const MARKS = new RegExp(`[${UNKNOWN_MARK}${VARIABLE_MARK}${NO_VALUE_MARK}]`)

/** What a text names in which marks stand for what is not known. */
function edgesOf(
  { snapshot, plan, find }: Search,
  whole: string,
  { call, attribute }: PathUse,
): readonly Edge[] {
  const root = whole.lastIndexOf(ROOT_MARK)
  const text = root < 0 ? whole : whole.slice(root + 1).replace(/^\/+/, './')
  const from = root < 0 ? plan.folder : '.'
  const kind: EdgeKind = call === undefined ? 'path' : 'file function'
  const mark = text.search(MARKS)
  if (mark < 0) {
    const at = text === '' ? undefined : joinPath(from, text)
    const edges = at === undefined ? [] : pathEdges(snapshot, at, kind)
    const mayBeFolder = call === 'fileset' || (call === undefined && attribute !== 'filename')
    return mayBeFolder ? edges : edges.filter(({ to }) => !to.startsWith('folder:'))
  }
  const before = text.slice(0, mark)
  const pieces = text.slice(mark).split(MARKS).slice(1)
  const isStart = root < 0 && /^(?:\.\/)*$/.test(before)
  if (isStart) {
    if (pieces.some((piece) => /[^./]/.test(piece))) return files(find(pieces), kind)
    // Nothing of the path is known: no folder is the longest that is.
    return call === undefined ? [] : [edge('folder:.', kind, true)]
  }
  const folder = joinPath(from, before.slice(0, before.lastIndexOf('/') + 1))
  const edges = folder === undefined ? [] : pathEdges(snapshot, folder, kind, true)
  // A variable may climb out of the folder. Names that it only ends, such as `${var.name}.json`, are in there.
  const mayClimb = text[mark] !== UNKNOWN_MARK && before.endsWith('/') && /\/[^./]/.test(pieces.at(-1) ?? '')
  return mayClimb ? [...edges, ...files(find(pieces), kind)] : edges
}

const files = (paths: readonly string[], kind: EdgeKind): readonly Edge[] =>
  paths.map((path) => edge(`file:${path}`, kind, true))
