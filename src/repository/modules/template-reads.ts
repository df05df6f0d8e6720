import type { Edge } from '../graph/node.ts'
import type { Snapshot } from '../snapshot.ts'
import type { PathUse } from './facts.ts'
import type { FactsCache, TemplateRead } from './parsed-module.ts'
import { candidatesOf } from './path-candidates.ts'
import { collectPaths, FILE_FUNCTIONS, type FoundPaths } from './path-uses.ts'

/** A cheap look before a text is read as a template. */
const MAY_READ = /\$\{[^}]*\b(?:file|templatefile)/

/** True when functions in a template may read files. */
export const mayReadFiles = (text: string): boolean => MAY_READ.test(text)

/**
 * The files that the functions in a template read, such as `${file("…")}`. Relative paths start in the folder that is
 * planned, as everywhere in Terraform.
 * Source: https://developer.hashicorp.com/terraform/language/functions/templatefile.
 */
export function templateUses(text: string): readonly PathUse[] {
  if (!mayReadFiles(text)) return []
  let marker = 'TEMPLATE'
  while (text.includes(marker)) marker += '_'
  const found: FoundPaths = { paths: [], barePaths: undefined }
  // The text of a heredoc is read by the same rules.
  const expression = `<<${marker}\n${text}\n${marker}\n`
  const attributes = [{ name: 'template', expression, line: 1 }]
  collectPaths(found, { attributes, blocks: [], clean: true }, new Set())
  return found.paths.filter(({ call }) => call !== undefined && FILE_FUNCTIONS.has(call))
}

/** The files that edges lead to, and in folders those that are templates by their names. */
export function templatesIn(snapshot: Snapshot, edges: readonly Edge[]): readonly string[] {
  return edges.flatMap(({ to }): readonly string[] => {
    if (to.startsWith('file:')) return [to.slice('file:'.length)]
    if (!to.startsWith('folder:')) return []
    const below = snapshot.under(to.slice('folder:'.length))
    return below.filter(({ path }) => isTemplateName(path)).map(({ path }) => path)
  })
}

/** The ending that Terraform's makers recommend. */
export const isTemplateName = (path: string): boolean => path.endsWith('.tftpl')

/** What the functions in a template of the tree read; each text is looked at once. */
export function templateReads(snapshot: Snapshot, cache: FactsCache, path: string): readonly TemplateRead[] {
  const oid = snapshot.entry(path)?.oid
  const text = oid === undefined ? undefined : snapshot.text(path)
  if (oid === undefined || text === undefined) return []
  const known = cache.templates.get(oid)
  if (known !== undefined) return known
  const reads = templateUses(text).map((use) => ({
    use,
    candidates: candidatesOf(use, {}).map((each) => ({ ...each, base: 'stack' as const })),
  }))
  cache.templates.set(oid, reads)
  return reads
}

/** What is no text by its name. */
const BINARY = /\.(?:zip|t?gz|bz2|xz|tar|jar|war|exe|so|bin|png|jpe?g|gif|ico|pdf|woff2?|iso|img)$/

/**
 * Names of files that may be templates, by the texts that speak of templates: the end of each string in there, so that
 * a path that is put together elsewhere in the same file counts, too.
 */
export function templateNames(texts: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const text of texts) {
    if (!text.includes('templatefile')) continue
    addEnds(text, names)
  }
  return names
}

/** Where the last part of a path, or of what is put together to one, begins. */
const BEGINS: ReadonlySet<string> = new Set('"/\\\n${}=(,[]')
const LONGEST_NAME = 255

/** What stands before each quote, back to where a name can begin. */
function addEnds(text: string, names: Set<string>): void {
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let from = quote
    while (from > 0 && quote - from < LONGEST_NAME && !BEGINS.has(text[from - 1] ?? '')) from -= 1
    const name = text.slice(from, quote).trim()
    if (name !== '' && !BINARY.test(name)) names.add(name)
  }
}
