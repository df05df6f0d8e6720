import type { Alias, LineCounter, Node, ParsedNode } from 'yaml'
import { errorMessage } from '../../core/errors.ts'
import type { MapEntry, Place, Tree, TreeFault } from './tree.ts'

/** Deeper than any configuration is, and far from where recursion ends. */
const MAX_DEPTH = 50
const MAX_SYNTAX_FAULTS = 20

export interface ReadTree {
  /** Undefined for a file that says nothing, and for one that is not YAML. */
  readonly tree: Tree | undefined
  readonly faults: readonly TreeFault[]
}

/**
 * Reads one YAML 1.2 document (core schema) and nothing else: no tags but the core ones, keys are text, aliases only
 * to anchors that came before, merge keys are plain keys. Never throws for what stands in the text.
 */
export async function readYamlTree(text: string): Promise<ReadTree> {
  const { LineCounter: Counter, parseDocument, isAlias, isMap, isScalar, isSeq } = await import('yaml')
  const lineCounter = new Counter()
  const faults: TreeFault[] = []
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    // Ours below is linear and names both places; the library's compares each key with each.
    uniqueKeys: false,
    // Not 'silent': the library then says nothing of a second document either.
    logLevel: 'error',
  })
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    faults.push({ ...placeAt(lineCounter, pos[0]), ...wordsOf(code, message) })
    // One fault a level follows; and what comes after the first few is mostly their consequence.
    if (code === 'RESOURCE_EXHAUSTION' || faults.length === MAX_SYNTAX_FAULTS) break
  }
  if (faults.length > 0) return { tree: undefined, faults: [...faults].sort(byPlace) }

  const anchors = new Map<string, Node>()
  const built = new Map<Node, Tree>()
  const build = (node: Node | null, fallback: Place, depth: number): Tree => {
    const at = placeOf(node, fallback, lineCounter)
    if (node === null) return { kind: 'scalar', at, value: null, source: '' }
    if (depth > MAX_DEPTH) throw new TreeError('is nested too deep', at)
    if (isAlias(node)) return target(node, at)
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    const tree = collect(node, at, depth)
    built.set(node, tree)
    return tree
  }
  const target = (alias: Alias, at: Place): Tree => {
    const anchored = anchors.get(alias.source)
    if (anchored === undefined) throw new TreeError(`there is no anchor \`&${alias.source}\` above`, at)
    const tree = built.get(anchored)
    // Not built yet: the alias stands inside of what it stands for.
    if (tree === undefined) throw new TreeError(`\`*${alias.source}\` holds itself`, at)
    return tree
  }
  const collect = (node: Node, at: Place, depth: number): Tree => {
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const entries = new Map<string, MapEntry>()
      for (const pair of node.items) {
        const keyAt = placeOf(pair.key, at, lineCounter)
        const key = isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : ''
        if (isScalar(pair.key) && pair.key.anchor !== undefined) anchors.set(pair.key.anchor, pair.key)
        const before = entries.get(key)
        if (before !== undefined) {
          faults.push({
            ...keyAt,
            message: `\`${key}\` stands here twice: first in line ${before.keyAt.line}`,
          })
        }
        const value = build(pair.value, keyAt, depth + 1)
        if (before === undefined) entries.set(key, { key, keyAt, value })
      }
      return { kind: 'map', at, entries: [...entries.values()] }
    }
    if (isSeq<ParsedNode | null>(node)) {
      return {
        kind: 'list',
        at,
        items: node.items.map((item) => build(item, itemPlace(item, at), depth + 1)),
      }
    }
    const { value, source = '' } = isScalar(node) ? node : { value: null }
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    // An empty value has no text of its own; its key is where people look.
    return { kind: 'scalar', at, value: known ? value : null, source }
  }
  const itemPlace = (item: ParsedNode | null, at: Place): Place =>
    item === null ? at : placeAt(lineCounter, item.range[0])
  try {
    const { contents } = document
    const tree = contents === null ? undefined : build(contents, { line: 1, column: 1 }, 0)
    return { tree: isNothing(tree) ? undefined : tree, faults }
  } catch (thrown) {
    const { at } = thrown instanceof TreeError ? thrown : { at: { line: 1, column: 1 } }
    faults.push({ ...at, message: errorMessage(thrown) })
    return { tree: undefined, faults }
  }
}

/** Ends the reading: what follows cannot be judged. */
class TreeError extends Error {
  readonly at: Place
  constructor(message: string, at: Place) {
    super(message)
    this.at = at
  }
}

const isNothing = (tree: Tree | undefined): boolean => tree?.kind === 'scalar' && tree.value === null

function placeOf(node: Node | null | undefined, fallback: Place, lines: LineCounter): Place {
  const range = node?.range
  // Nothing is written: `key:` has its place after the colon, which says less than the key's.
  if (range === undefined || range === null || range[0] === range[1]) return fallback
  return placeAt(lines, range[0])
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

export const byPlace = (a: Place, b: Place): number => a.line - b.line || a.column - b.column

function wordsOf(code: string, message: string): { message: string; help?: string } {
  if (code === 'RESOURCE_EXHAUSTION') return { message: 'is nested too deep' }
  if (code === 'NON_STRING_KEY') return { message: 'a key must be text' }
  if (code === 'TAG_RESOLVE_FAILED') return { message: `${lower(message)}: tags are not read` }
  if (code === 'MULTIPLE_DOCS')
    return { message: 'a second document begins here: the configuration is one document' }
  if (code === 'TAB_AS_INDENT') return { message: 'a tab indents this line', help: 'Indent with spaces.' }
  return { message: `this is not YAML: ${lower(message)}` }
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
