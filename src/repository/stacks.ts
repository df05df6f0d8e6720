import { literalString, scanHcl, type HclBody } from '../hcl/scan.ts'

/** A root module: a folder that is planned on its own. */
export interface Stack {
  /** Its path: unique, and what people call it. */
  readonly name: string
  /** Relative to the repository root, with `/`; `.` is the root itself. */
  readonly path: string
}

export interface FoundStacks {
  readonly stacks: readonly Stack[]
  /** Folders with Terraform files that are neither a stack nor called as a module: named, not planned. */
  readonly unclaimed: readonly string[]
}

/** A folder with Terraform or OpenTofu files, relative to the repository root, and the text of those files. */
export interface ModuleFolder {
  readonly path: string
  readonly hasLockFile: boolean
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

/** `.tf`, `.tofu`, and their JSON forms. */
export const isModuleFile = (name: string): boolean => /\.(tf|tofu)(\.json)?$/.test(name)

/**
 * A stack is a folder with a backend or cloud block (in a called module such a block has no effect, so that nobody
 * writes it there), or one with a dependency lock file that no other folder calls as a module. In a repository where
 * no folder is one, every folder that is not called counts, unless its path says otherwise (`modules`, `examples`,
 * `tests`). What examples and tests call stays what it is.
 */
export function findStacks(folders: readonly ModuleFolder[]): FoundStacks {
  const called = new Set(folders.filter(({ path }) => !isTrial(path)).flatMap(calledFolders))
  const roots = folders.filter((folder) => !called.has(folder.path))
  const marked = folders.filter(
    (folder) => hasBackend(folder) || (folder.hasLockFile && roots.includes(folder)),
  )
  const chosen = marked.length > 0 ? marked : roots.filter((folder) => !looksLikePart(folder.path))
  const stacks = chosen.map(({ path }) => ({ name: path, path })).sort((a, b) => (a.path < b.path ? -1 : 1))
  // A module that is called is planned with its caller, except where it looks like a stack itself.
  const unclaimed = folders.filter(
    (folder) => !chosen.includes(folder) && (roots.includes(folder) || folder.hasLockFile),
  )
  return { stacks, unclaimed: unclaimed.map(({ path }) => path).sort() }
}

/** Calls made in there are for trying a module out. */
const isTrial = (path: string): boolean =>
  path.split('/').some((part) => /^(examples?|tests?|fixtures)$/i.test(part))

const looksLikePart = (path: string): boolean =>
  path.split('/').some((part) => /^(modules?|examples?|tests?|fixtures)$/i.test(part))

function hasBackend(folder: ModuleFolder): boolean {
  return folder.files.some(({ name, text }) => {
    if (name.endsWith('.json')) return /"(backend|cloud)"\s*:/.test(text)
    return blocksOf(scanHcl(text), 'terraform').some((body) =>
      body.blocks.some((block) => block.type === 'backend' || block.type === 'cloud'),
    )
  })
}

function calledFolders(folder: ModuleFolder): string[] {
  return folder.files.flatMap(({ name, text }) => {
    const sources = name.endsWith('.json') ? jsonSources(text) : hclSources(text)
    return sources
      .filter((source) => source.startsWith('./') || source.startsWith('../'))
      .map((source) => joinPath(folder.path, source))
      .filter((path) => path !== folder.path)
  })
}

function hclSources(text: string): string[] {
  return blocksOf(scanHcl(text), 'module').flatMap((body) => {
    const source = literalString(body.attributes.find((attribute) => attribute.name === 'source')?.expression)
    return source === undefined ? [] : [source]
  })
}

/** Of `{"module": {"name": {"source": …}}}`; the body of a block may be a list of bodies. */
function jsonSources(text: string): string[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return [] // a broken file calls nothing; terraform will say what is wrong with it
  }
  return bodiesOf(field(parsed, 'module'))
    .flatMap((calls) => Object.values(calls).flatMap(bodiesOf))
    .flatMap((call) => (typeof call['source'] === 'string' ? [call['source']] : []))
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

function bodiesOf(value: unknown): Record<string, unknown>[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null)
}

const blocksOf = (body: HclBody, type: string): HclBody[] =>
  body.blocks.filter((block) => block.type === type).map((block) => block.body)

/** `a/b` + `../c` → `a/c`. What climbs out of the repository keeps its `..` and so matches no folder of it. */
function joinPath(folder: string, relative: string): string {
  const parts = folder === '.' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.length === 0 ? '.' : parts.join('/')
}
