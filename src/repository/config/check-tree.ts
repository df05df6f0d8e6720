import { FORMATS, fits, type Format, type FormatName } from './formats.ts'
import { nearName } from './near-name.ts'
import { STRUCTURE, type ObjectShape, type Shape } from './structure.ts'
import type { ListTree, MapTree, Place, ScalarTree, Tree, TreeFault } from './tree.ts'

/** Aliases let a small file stand for a huge one: here is the end of it. */
const MAX_VALUES = 100_000
/** Nobody reads more. */
const MAX_FAULTS = 1_000

export interface Checked {
  /** What the JSON Schema finds too. */
  readonly faults: readonly TreeFault[]
  /** What no schema can say: a pattern that does not compile. */
  readonly beyond: readonly TreeFault[]
  /** Each glob, with its place: whether they compile is judged by who loads the library. */
  readonly globs: readonly (Place & { readonly glob: string })[]
  /** Its aliases stand for more than anybody writes: nothing else may walk it. */
  readonly endless: boolean
}

interface Walk {
  readonly faults: TreeFault[]
  readonly beyond: TreeFault[]
  readonly globs: (Place & { glob: string })[]
  values: number
}

/** Compares a document with the structure of the configuration. */
export function checkTree(tree: Tree): Checked {
  const walk: Walk = { faults: [], beyond: [], globs: [], values: 0 }
  check(tree, STRUCTURE, { what: 'the configuration', at: tree.at }, walk)
  const endless = walk.values > MAX_VALUES
  if (endless) {
    const message = `its aliases stand for more than ${MAX_VALUES.toLocaleString('en')} values`
    walk.faults.push({ line: 1, column: 1, message })
  }
  return { ...walk, endless }
}

/** What a value is called, and where to point when the value itself is not there. */
interface Label {
  readonly what: string
  readonly at: Place
}

function check(tree: Tree, shape: Shape, label: Label, walk: Walk): void {
  walk.values++
  if (walk.values > MAX_VALUES || walk.faults.length >= MAX_FAULTS) return
  const { what } = label
  const wrong = (expected: string): void =>
    void walk.faults.push({ ...tree.at, ...wrongType(tree, what, expected) })
  switch (shape.kind) {
    case 'text':
      if (!isText(tree)) wrong(shape.format === 'redaction' ? 'text in quotes' : 'text')
      else checkText(tree.value, tree.at, what, shape.format, walk)
      return
    case 'choice': {
      const { values } = shape
      if (!isText(tree)) wrong(`one of ${values.join(', ')}`)
      else if (!values.includes(tree.value)) {
        const near = nearName(tree.value, values)
        const meant = near === undefined ? '' : `; did you mean \`${near}\`?`
        const message = `${what} must be one of ${values.join(', ')}, not ${quoted(tree.value)}${meant}`
        walk.faults.push({ ...tree.at, message })
      }
      return
    }
    case 'constant':
      if (tree.kind !== 'scalar' || tree.value !== shape.value) wrong(String(shape.value))
      return
    case 'list':
      if (tree.kind !== 'list') wrong('a list')
      else checkItems(tree, shape, what, walk)
      return
    case 'one-or-list':
      if (tree.kind === 'list') checkItems(tree, shape, what, walk)
      else check(tree, shape.of, label, walk)
      return
    case 'object':
      if (tree.kind !== 'map') wrong('a mapping')
      else checkObject(tree, shape, walk)
      return
    case 'map':
      if (tree.kind !== 'map') wrong('a mapping')
      else checkMap(tree, shape, walk)
      return
    case 'off-or':
      if (tree.kind === 'map') checkObject(tree, shape.of, walk)
      else if (tree.kind !== 'scalar' || tree.value !== false) wrong('`false` or a mapping')
      return
    case 'open':
      if (tree.kind !== 'map') wrong('a mapping')
      else checkOpen(tree, walk)
      return
  }
}

const isText = (tree: Tree): tree is ScalarTree & { readonly value: string } =>
  tree.kind === 'scalar' && typeof tree.value === 'string'

function checkText(text: string, at: Place, what: string, name: FormatName, walk: Walk): void {
  const format: Format = FORMATS[name]
  if (!fits(text, name)) {
    const exact = Array.from(text).length > format.maxLength ? tooLong(format) : format.explain?.(text)
    // What hides secrets is not repeated.
    const given = name === 'redaction' ? '' : `, not ${quoted(text)}`
    const message = exact === undefined ? `${what} must be ${format.rule}${given}` : `${what} ${exact}`
    walk.faults.push({ ...at, message })
    return
  }
  const fault = format.beyond?.(text)
  if (fault !== undefined) walk.beyond.push({ ...at, message: `${what} ${fault}` })
  if (name === 'glob') walk.globs.push({ ...at, glob: text })
}

const tooLong = ({ maxLength }: Format): string => `must not be longer than ${maxLength} characters`

function checkItems(
  tree: ListTree,
  shape: { readonly of: Shape; readonly unique?: true },
  what: string,
  walk: Walk,
): void {
  const seen = new Map<string, Place>()
  const entry = what.startsWith('an entry of') ? what : `an entry of ${what}`
  for (const item of tree.items) {
    check(item, shape.of, { what: entry, at: item.at }, walk)
    if (shape.unique !== true || !isText(item)) continue
    const before = seen.get(item.value)
    if (before === undefined) seen.set(item.value, item.at)
    else walk.faults.push({ ...item.at, message: `${quoted(item.value)} stands twice in ${what}` })
  }
}

function checkObject(tree: MapTree, { fields }: ObjectShape, walk: Walk): void {
  const known = Object.keys(fields)
  for (const { key, keyAt, value } of tree.entries) {
    if (walk.faults.length >= MAX_FAULTS) return
    const entry = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (entry === undefined) walk.faults.push({ ...keyAt, message: unknownKey(key, known) })
    else check(value, entry.shape, { what: `\`${key}\``, at: keyAt }, walk)
  }
  const given = new Set(tree.entries.map(({ key }) => key))
  for (const name of known) {
    if (fields[name]?.required === true && !given.has(name)) {
      walk.faults.push({ ...tree.at, message: `\`${name}\` is missing here` })
    }
  }
}

function checkMap(tree: MapTree, shape: { readonly keys: FormatName; readonly of: Shape }, walk: Walk): void {
  for (const { key, keyAt, value } of tree.entries) {
    const what = `the key ${quoted(key)}`
    if (key === '__proto__') walk.faults.push({ ...keyAt, message: '`__proto__` is no name' })
    else checkText(key, keyAt, what, shape.keys, walk)
    check(value, shape.of, { what: `the value of ${quoted(key)}`, at: keyAt }, walk)
  }
}

/** Nothing to compare: only counted, and kept from doing harm as a plain object. */
function checkOpen(tree: Tree, walk: Walk): void {
  walk.values++
  if (walk.values > MAX_VALUES || tree.kind === 'scalar') return
  if (tree.kind === 'list') {
    for (const item of tree.items) checkOpen(item, walk)
    return
  }
  for (const { key, keyAt, value } of tree.entries) {
    if (key === '__proto__') walk.beyond.push({ ...keyAt, message: '`__proto__` is no name' })
    checkOpen(value, walk)
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  if (key === '<<') return 'merge keys (`<<`) are not read: an alias may stand for a whole value'
  const near = nearName(key, known)
  const hint = near === undefined ? `; known are ${known.join(', ')}` : `; did you mean \`${near}\`?`
  return `unknown key ${quoted(key)}${hint}`
}

function wrongType(tree: Tree, what: string, expected: string): { message: string; help?: string } {
  if (tree.kind === 'scalar' && tree.value === null) {
    return { message: `${what} has no value`, help: 'Give it one, or take it away.' }
  }
  const message = `${what} must be ${expected}, not ${kindOf(tree)}`
  const isBare = tree.kind === 'scalar' && typeof tree.value !== 'string'
  if (!isBare || expected !== 'text') return { message }
  // `1.10` is the number 1.1.
  return { message, help: `Put it in quotes: "${tree.source.slice(0, 40)}".` }
}

function kindOf(tree: Tree): string {
  if (tree.kind === 'map') return 'a mapping'
  if (tree.kind === 'list') return 'a list'
  if (typeof tree.value === 'string') return 'text'
  return typeof tree.value === 'number' ? 'a number' : String(tree.value)
}

/** Short enough for a message; what does not belong in a log (a pasted secret) is not printed whole. */
export const quoted = (text: string): string =>
  text.length > 60 ? `a text of ${text.length} characters` : JSON.stringify(text)
