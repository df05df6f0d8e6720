import { alternatives } from '../../hcl/alternatives.ts'
import type { FoundCall, FoundString } from '../../hcl/expression.ts'
import { readExpression } from '../../hcl/read-expression.ts'
import type { HclBody } from '../../hcl/scan.ts'
import { templateOf } from '../../hcl/values.ts'
import type { PathUse, TemplatePart } from './facts.ts'

export interface FoundPaths {
  readonly paths: PathUse[]
  barePaths: Set<'module' | 'root' | 'cwd'> | undefined
}

/**
 * Functions whose first argument names a file or a folder that is read.
 * Source: https://developer.hashicorp.com/terraform/language/functions (file system functions, hashes of files).
 */
export const FILE_FUNCTIONS: ReadonlySet<string> = new Set([
  'file',
  'filebase64',
  'filebase64sha256',
  'filebase64sha512',
  'fileexists',
  'filemd5',
  'fileset',
  'filesha1',
  'filesha256',
  'filesha512',
  'templatefile',
])

/** Only an expression with one of these can name a file. */
const MAY_NAME_ONE = /["<]|path\.|file/
const PLAIN = /^"[^"\\$%\n]*"$/
/** Longer than what people write for a path. */
const MAX_LENGTH = 1_024
/** More paths that are put together in one expression than this: what is beyond them counts as a bare name. */
const MAX_EXPLAINED = 64

/** Adds the strings of a body's own attributes that may name files; `skips` are names of attributes to pass over. */
export function collectPaths(found: FoundPaths, body: HclBody, skips: ReadonlySet<string>): void {
  for (const { name, expression } of body.attributes) {
    if (!MAY_NAME_ONE.test(expression) || skips.has(name)) continue
    if (PLAIN.test(expression)) {
      const text = expression.slice(1, -1)
      if (text !== '' && text.length <= MAX_LENGTH) found.paths.push({ parts: [{ text }], attribute: name })
    } else readUses(found, name, expression)
  }
}

function readUses(found: FoundPaths, attribute: string, expression: string): void {
  const { strings, calls, references } = readExpression(expression)
  // Of templates in templates in templates each holds all that are in it.
  let budget = Math.max(expression.length * MAX_NESTING, MAX_LENGTH)
  for (const string of strings) {
    for (const part of string.parts) if ('expression' in part) budget -= part.expression.length
    addString(found, budget < 0 ? withoutCode(string) : string, attribute)
  }
  const made = madePaths(expression, calls, strings)
  for (const { parts, call } of made)
    found.paths.push({ parts, ...(call !== undefined && { call }), attribute })
  const explained = made.filter(({ parts }) => parts.length > 1).slice(0, MAX_EXPLAINED)
  for (const { name, whole, call, offset } of references) {
    if (!name.startsWith('path.') || whole || (call !== undefined && FILE_FUNCTIONS.has(call))) continue
    if (!explained.some(({ from, to }) => offset >= from && offset < to)) addBare(found, name)
  }
}

/** More templates in each other than people write. */
const MAX_NESTING = 4
const SHORT = 64

/** What its code is does not matter any more: none of it is known. */
function withoutCode(string: FoundString): FoundString {
  const parts = string.parts.map((part) =>
    'text' in part || part.expression.length <= SHORT ? part : { expression: '' },
  )
  return { ...string, parts }
}

function addString(
  found: FoundPaths,
  { parts, heredoc, call, argument, key }: FoundString,
  attribute: string,
): void {
  const reads = call !== undefined && FILE_FUNCTIONS.has(call)
  const [first] = parts
  const names = first !== undefined && 'expression' in first ? first.expression : undefined
  // What is made of a folder's name cannot be told where it is passed on alone, nor where it is no beginning.
  if (!reads && parts.length === 1 && names !== undefined) addBare(found, names)
  if (!reads) for (const part of parts.slice(1)) if ('expression' in part) addBare(found, part.expression)
  // Of a function of files only the first argument is a path: the second of `fileset` is a pattern.
  if (heredoc || (call === 'fileset' && argument === 1)) return
  if (!mayBePath(parts, (reads && argument === 0) || isSource(attribute, parts))) return
  found.paths.push({
    parts,
    ...(call !== undefined && (!reads || argument === 0) && { call }),
    attribute,
    ...(key !== undefined && { key }),
  })
}

/** `source_dir = "${var.root}/x"`, of archives and objects in stores: read when the variable's value is known. */
const isSource = (attribute: string, [first]: readonly TemplatePart[]): boolean =>
  SOURCE.test(attribute) &&
  first !== undefined &&
  'expression' in first &&
  first.expression.startsWith('var.')

/** Attributes that name a file or a folder which is read. */
export const SOURCE = /^source(?:_dir|_file|_path)?$|^filename$/

/** A string that begins with a value nobody can know, or that is too long or has lines, names no file. */
function mayBePath(parts: readonly TemplatePart[], isRead: boolean): boolean {
  const [first] = parts
  if (first === undefined) return false
  if (isRead) return true
  if ('expression' in first && !/^(?:path|local)\.[\p{ID_Continue}-]+$|^"/u.test(first.expression))
    return false
  let length = 0
  for (const part of parts) {
    if (!('text' in part)) continue
    length += part.text.length
    if (length > MAX_LENGTH || part.text.includes('\n')) return false
  }
  return true
}

interface Made {
  readonly parts: readonly TemplatePart[]
  readonly call?: string
  readonly from: number
  readonly to: number
}

/**
 * Paths that are no string of the code: `file(var.name)`, `file(local.path)`, `join("/", [path.module, "x"])`.
 * Of the latter, outside of functions that read files, only those of several parts count: a name alone may be anything.
 */
function madePaths(
  expression: string,
  calls: readonly FoundCall[],
  strings: readonly FoundString[],
): readonly Made[] {
  const made: Made[] = []
  // A branch of a condition that is a string was found as one.
  let known: ReadonlySet<string> | undefined
  let budget = Math.max(expression.length * MAX_NESTING, MAX_LENGTH)
  for (const { name, argument, offset, argumentEnd } of calls) {
    if (!FILE_FUNCTIONS.has(name) || argument === '') continue
    const place = { call: name, from: offset, to: argumentEnd }
    budget -= argument.length
    if (budget < 0) made.push({ parts: [{ expression: '' }], ...place })
    else if (argument.length > MAX_LENGTH) made.push({ parts: [{ expression: argument }], ...place })
    else if (!isOneString(argument)) {
      known ??= new Set(strings.filter(isShort).map(({ call, parts }) => keyOf(call, parts)))
      for (const parts of alternatives(argument).filter((each) => !isNull(each))) {
        if (!known.has(keyOf(name, parts))) made.push({ parts, ...place })
      }
    }
  }
  if (made.length === 0 && /\bpath\./.test(expression) && !isOneString(expression)) {
    for (const parts of alternatives(expression)) {
      if (parts.length > 1) made.push({ parts, from: 0, to: expression.length })
    }
  }
  return made
}

const keyOf = (call: string | undefined, parts: readonly TemplatePart[]): string =>
  `${call ?? ''} ${JSON.stringify(parts)}`

const isNull = ([first]: readonly TemplatePart[]): boolean =>
  first !== undefined && 'expression' in first && first.expression === 'null'

const isShort = ({ parts }: FoundString): boolean =>
  parts.every((part) => ('text' in part ? part.text : part.expression).length <= MAX_LENGTH)

const isOneString = (source: string): boolean => source.startsWith('"') && templateOf(source) !== undefined

function addBare(found: FoundPaths, name: string): void {
  const bare = BARE_PATHS.get(name)
  if (bare !== undefined) (found.barePaths ??= new Set()).add(bare)
}

const BARE_PATHS: ReadonlyMap<string, 'module' | 'root' | 'cwd'> = new Map([
  ['path.module', 'module'],
  ['path.root', 'root'],
  ['path.cwd', 'cwd'],
])
