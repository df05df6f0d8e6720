import { evaluate, localName } from './constant.ts'
import type { FileFacts, GivenValue, PathUse, TemplatePart } from './facts.ts'
import { fileFacts } from './file-facts.ts'
import { moduleFacts, type ModuleFacts, type ReadingTool } from './module-facts.ts'
import { candidatesOf, MARKS, MODULE_MARK, type PathCandidate } from './path-candidates.ts'
import { FILE_FUNCTIONS, SOURCE } from './path-uses.ts'
import type { VariableFile } from './variable-file.ts'

/** What files say, by Git's ids of their contents: base and head share it, and so read what is equal once. */
export interface FactsCache {
  readonly files: Map<string, FileFacts>
  readonly modules: Map<string, ParsedModule>
  /** Keys and ids of stacks, by what they are made of. */
  readonly identities: Map<string, { readonly key: string; readonly id: string }>
  readonly variableFiles: Map<string, VariableFile>
  /** What templates read. */
  readonly templates: Map<string, readonly TemplateRead[]>
}

/** A file that a template reads. */
export interface TemplateRead {
  readonly use: PathUse
  readonly candidates: readonly PathCandidate[]
}

export const factsCache = (): FactsCache => ({
  files: new Map(),
  modules: new Map(),
  identities: new Map(),
  variableFiles: new Map(),
  templates: new Map(),
})

/** A module's files taken together, wherever the folder is. */
export interface ParsedModule {
  readonly facts: ModuleFacts
  readonly calls: readonly CallTarget[]
  readonly paths: readonly PathCandidate[]
  /** What is read and begins with something unknown, or holds a variable: its values may tell what it is. */
  readonly unknowns: readonly PathUse[]
  /** Files that are no text, or too large: anything may be in them. */
  readonly unreadable: readonly string[]
  /** `path.module` is used where what is made of it cannot be told; the same for the folder that is planned. */
  readonly bareModulePath: boolean
  readonly bareStackPath: boolean
}

/** A call of a module in this repository, relative to the caller's folder. */
export interface CallTarget {
  readonly source: string
  /** Only the folder is known in which the module is, at any depth; `anywhere`: not even that. */
  readonly wide: boolean
  readonly anywhere: boolean
  /** What may be given to its variables. */
  readonly inputs: readonly GivenValue[]
}

export interface SourceFile {
  readonly name: string
  readonly oid: string
  /** Undefined when it is no text. */
  readonly text: string | undefined
}

export function parseModule(
  files: readonly SourceFile[],
  cache: FactsCache,
  tool: ReadingTool,
): ParsedModule {
  const key = `${tool}\n${files.map(({ name, oid }) => `${oid} ${name}`).join('\n')}`
  const known = cache.modules.get(key)
  if (known !== undefined) return known
  const read = files.map((file) => ({ name: file.name, facts: factsOf(file, cache) }))
  const unreadable = files.filter(({ text }) => text === undefined).map(({ name }) => name)
  const parsed = fromFacts(moduleFacts(read, tool), unreadable)
  cache.modules.set(key, parsed)
  return parsed
}

function fromFacts(facts: ModuleFacts, unreadable: readonly string[] = []): ParsedModule {
  const sources = facts.calls.flatMap((call) => call.sources)
  const prefixes = localsIn(sources, facts.locals)
  return {
    facts,
    calls: facts.calls.flatMap(({ sources: all, inputs }) =>
      all.flatMap((source) => targetOf(source, facts.locals).map((target) => ({ ...target, inputs }))),
    ),
    unknowns: facts.paths.filter((use) => needsValues(use, facts.locals)),
    unreadable,
    paths: facts.paths.flatMap((use) => {
      const found = candidatesOf(use, facts.locals)
      const isPrefix = prefixes.has(use.attribute) && isLocal(use, facts.locals)
      // `modules = "../../modules"`, made for sources, does not mean all the modules in there.
      return isPrefix ? found.map((candidate) => ({ ...candidate, folder: false })) : found
    }),
    bareModulePath: facts.barePaths.includes('module'),
    bareStackPath: facts.barePaths.includes('root') || facts.barePaths.includes('cwd'),
  }
}

/** What is read, but not known by the module's code alone, where values of variables, or the end of a path, may help. */
export function needsValues({ parts, call, attribute }: PathUse, locals: ModuleFacts['locals']): boolean {
  const [first] = parts
  if (first === undefined || (parts.length === 1 && 'text' in first)) return false
  const isRead = call === undefined ? SOURCE.test(attribute) : FILE_FUNCTIONS.has(call)
  if (!isRead) return false
  const { text, whole } = evaluate(parts, locals, MARKS)
  if (whole) return false
  return (
    /^(?:\.\/)*$/.test(text) || parts.some((part) => 'expression' in part && HAS_VALUE.test(part.expression))
  )
}

const HAS_VALUE = /\b(?:var|local)\./

/** True for the text that a local of the attribute's name is set to. */
function isLocal({ attribute, parts }: PathUse, locals: ModuleFacts['locals']): boolean {
  const value = Object.hasOwn(locals, attribute) ? locals[attribute] : undefined
  return value !== undefined && evaluate(value, locals, MARKS).text === evaluate(parts, locals, MARKS).text
}

/** Names of locals that templates are made of, through other locals as well. */
function localsIn(
  templates: readonly (readonly TemplatePart[])[],
  locals: ModuleFacts['locals'],
): Set<string> {
  const names = new Set<string>()
  const add = (parts: readonly TemplatePart[]): void => {
    for (const part of parts) {
      const name = 'expression' in part ? localName(part.expression) : undefined
      if (name !== undefined) names.add(name)
    }
  }
  templates.forEach(add)
  // A Set lists what is added while it is walked.
  for (const name of names) if (Object.hasOwn(locals, name)) add(locals[name] ?? [])
  return names
}

/** Of a folder without Terraform files. */
export const noModuleText: ParsedModule = fromFacts(moduleFacts([], 'any'))

function factsOf({ name, oid, text }: SourceFile, cache: FactsCache): FileFacts {
  const kind = name.endsWith('.json') ? 'json' : 'hcl'
  const key = `${kind} ${oid}`
  const known = text === undefined ? undefined : cache.files.get(key)
  if (known !== undefined) return known
  // What is no text says nothing that can be read.
  const facts = text === undefined ? { ...fileFacts(name, ''), clean: false } : fileFacts(name, text)
  if (text !== undefined) cache.files.set(key, facts)
  return facts
}

/** Sources of this repository begin with `./` or `../`; all others come from elsewhere. */
function targetOf(
  source: readonly TemplatePart[],
  locals: ModuleFacts['locals'],
): Omit<CallTarget, 'inputs'>[] {
  const { text, whole } = evaluate(source, locals, MARKS)
  const local = text.startsWith(MODULE_MARK) ? `.${text.slice(1)}` : text
  if (whole) return /^\.\.?(?:\/|$)/.test(local) ? [{ source: local, wide: false, anywhere: false }] : []
  if (/^\.?\.?$/.test(local)) return [{ source: '.', wide: true, anywhere: true }]
  if (!/^\.\.?\//.test(local)) return []
  return [{ source: local.slice(0, local.lastIndexOf('/') + 1), wide: true, anywhere: false }]
}
