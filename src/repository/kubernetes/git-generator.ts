import { globFolder, globMatcher, isGlob } from './glob.ts'
import { normalizedName } from './go-expression.ts'
import type { GeneratorContext, ParameterSet } from './parameters.ts'
import { folderOf, isWithin, joinPath, nameOf } from '../paths.ts'
import { unknownPart } from './unknown-part.ts'
import { field, isRecord, items, text } from './plain.ts'
import { plainEdges, readDocuments, type Reading } from './reading.ts'
import { isThisRepository } from './repository-url.ts'

/** What a Git generator gives; undefined when that cannot be told: it looks at another repository. */
export function gitParameters(context: GeneratorContext, git: unknown): readonly ParameterSet[] | undefined {
  const { reading } = context
  const own = isThisRepository(text(field(git, 'repoURL')), reading.repository)
  if (own === false) return undefined
  const prefix = text(field(git, 'pathParamPrefix'))
  const directories = items(field(git, 'directories'))
  const sets =
    directories.length > 0 ? directorySets(reading, directories, prefix) : fileSets(context, git, prefix)
  // Of which repository is not known, and nothing here fits: it is another one.
  return sets.length === 0 && own === undefined ? undefined : sets
}

interface Patterns {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

function patternsOf(entries: readonly unknown[]): Patterns {
  const include: string[] = []
  const exclude: string[] = []
  for (const entry of entries) {
    const path = text(field(entry, 'path'))
    if (path !== undefined) (text(field(entry, 'exclude')) === 'true' ? exclude : include).push(path)
  }
  return { include, exclude }
}

/**
 * Argo CD compares each folder of the repository by Go's path.Match, so that `*` and `**` both stop at a slash. Folders
 * whose name begins with a dot, and what is in them, are left out; one exclusion beats all inclusions.
 */
function directorySets(
  reading: Reading,
  directories: readonly unknown[],
  prefix: string | undefined,
): readonly ParameterSet[] {
  const { include, exclude } = patternsOf(directories)
  // An exclusion that is not known leaves out nothing.
  const excluded = exclude
    .filter((one) => !one.includes(unknownPart))
    .map((one) => globMatcher(one, 'segment'))
  const found = new Set<string>()
  for (const pattern of include) {
    const fits = globMatcher(pattern, 'segment')
    const root = globFolder(pattern)
    if (root !== '.' && !reading.snapshot.isFolder(root)) continue
    for (const folder of foldersBelow(reading, root)) if (fits(folder)) found.add(folder)
  }
  return [...found]
    .filter((folder) => !excluded.some((fits) => fits(folder)))
    .sort()
    .map((folder) => ({ values: pathValues(folder, prefix), files: [], folders: [folder] }))
}

function foldersBelow(reading: Reading, root: string): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const { path } of reading.snapshot.under(root)) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  for (const folder of folders) if (/(?:^|\/)\./.test(folder)) folders.delete(folder)
  return folders
}

function pathValues(folder: string, prefix: string | undefined, file?: string): Record<string, unknown> {
  const path: Record<string, unknown> = {
    path: folder,
    basename: nameOf(folder),
    basenameNormalized: normalizedName(nameOf(folder)),
    segments: folder.split('/'),
  }
  if (file !== undefined) {
    path['filename'] = nameOf(file)
    path['filenameNormalized'] = normalizedName(nameOf(file))
  }
  return prefix === undefined ? { path } : { [prefix]: { path } }
}

/** One set per file, or per element of the list in it. What is not readable gives an open one. */
function fileSets(
  context: GeneratorContext,
  git: unknown,
  prefix: string | undefined,
): readonly ParameterSet[] {
  const { reading, edges } = context
  const { include, exclude } = patternsOf(items(field(git, 'files')))
  const excluded = exclude.filter((one) => !one.includes(unknownPart)).map((one) => fileTest(one).surely)
  const found = new Set<string>()
  for (const pattern of include) {
    for (const path of filesLike(reading, pattern)) if (!excluded.some((fits) => fits(path))) found.add(path)
  }
  return [...found].sort().flatMap((path): ParameterSet[] => {
    edges.push(...plainEdges(reading, path, 'generator'))
    const document = readDocuments(reading, path)?.[0]
    const value = document?.fault === undefined ? document?.value : undefined
    const objects = Array.isArray(value) ? value : [value]
    return objects.map((object: unknown) => ({
      values: { ...(isRecord(object) ? object : {}), ...pathValues(folderOf(path), prefix, path) },
      files: [path],
      folders: [],
    }))
  })
}

function filesLike(reading: Reading, pattern: string): readonly string[] {
  const clean = joinPath('.', pattern)
  if (clean === undefined) return []
  if (!isGlob(clean) && !clean.includes(unknownPart)) {
    if (reading.snapshot.entry(clean) !== undefined) return [clean]
  }
  const fits = fileTest(clean).perhaps
  const root = isGlob(clean) || clean.includes(unknownPart) ? globFolder(clean) : clean
  return reading.snapshot
    .under(root)
    .map(({ path }) => path)
    .filter(fits)
}

/**
 * By default Argo CD gives the pattern to `git ls-files`, whose `*` takes slashes and which takes a folder for all in
 * it; with its newer setting `*` stops at a slash and `**` does not. Which one runs is not written in the repository:
 * what either of them finds counts, and what both of them leave out is left out.
 */
function fileTest(pattern: string): Record<'perhaps' | 'surely', (path: string) => boolean> {
  const clean = joinPath('.', pattern) ?? pattern
  const older = globMatcher(clean, 'pathspec')
  const newer = globMatcher(clean, 'doublestar')
  return {
    perhaps: (path) => older(path) || newer(path) || isWithin(path, clean),
    surely: (path) => older(path) && newer(path),
  }
}
