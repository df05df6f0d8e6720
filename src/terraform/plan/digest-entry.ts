import type { Redactor } from '../../core/redactor.ts'
import { childMark, isArray, isContainer, isObject, own, sortedKeys } from './json.ts'
import type { JsonObject } from './json.ts'
import type { Json } from './raw.ts'
import { hiddenBySibling, hidesName, isValueKey, placeholder } from './secret-names.ts'

/** Makes the reader of a plan's entries: each as it may be seen, keys sorted. */
export function entryReader(redactor: Redactor): (entry: Json) => Json {
  const keys = keyReader(redactor)
  const isOpen = openTest(redactor, keys)
  return (entry) => asItIs(entry, isOpen, keys) ?? withoutSecrets(entry, redactor, keys)
}

interface Key {
  readonly hidden: boolean
  /** As it may be seen. */
  readonly shown: string
  /** Written as it is, and in its place: JavaScript puts keys that are numbers before all others. */
  readonly plain: boolean
  /** What stands below it marks values that stand beside it. */
  readonly marks: boolean
}

/** What is known of a key, remembered: there are few different ones, each many times. */
function keyReader(redactor: Redactor): (key: string) => Key {
  const known = new Map<string, Key>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const hidden = hidesName(redactor, key)
    const shown = redactor.redact(key)
    const marks = key === 'before_sensitive' || key === 'after_sensitive'
    const read = { hidden, shown, plain: !hidden && shown === key && !/^\d+$/.test(key), marks }
    if (known.size < 20_000) known.set(key, read)
    return read
  }
}

/** True when a value is nowhere to be hidden and its keys are sorted. `marks`: it is a tree of marks. */
type OpenTest = (value: Json | undefined, marks: boolean, depth: number) => boolean

function openTest(redactor: Redactor, keys: (key: string) => Key): OpenTest {
  const isOpen: OpenTest = (value, marks, depth) => {
    if (typeof value === 'string') return redactor.redact(value) === value
    if (!isContainer(value)) return value !== true || !marks
    if (depth > maxDigestDepth) return false
    if (isArray(value)) {
      for (let index = 0; index < value.length; index++)
        if (!isOpen(value[index], marks, depth + 1)) return false
      return true
    }
    let previous = ''
    for (const name in value) {
      const key = keys(name)
      if (!key.plain || name < previous || (isValueKey(name) && hiddenBySibling(redactor, value, name)))
        return false
      if (!isOpen(value[name], marks || key.marks, depth + 1)) return false
      previous = name
    }
    return true
  }
  return isOpen
}

/**
 * The entry with the keys of its two upper levels sorted, which tools do not write so; undefined where that is not
 * enough. Most entries hide nothing, and a copy of all that is in them costs more than the rest of the digest.
 */
function asItIs(entry: Json, isOpen: OpenTest, keys: (key: string) => Key): JsonObject | undefined {
  if (!isObject(entry) || !isObject(entry.change)) return undefined
  const change = sortedOpen(entry.change, undefined, isOpen, keys)
  return change === undefined ? undefined : sortedOpen(entry, change, isOpen, keys)
}

/** A copy of one level; `change` takes the place of what has this key. */
function sortedOpen(
  value: JsonObject,
  change: JsonObject | undefined,
  isOpen: OpenTest,
  keys: (key: string) => Key,
): JsonObject | undefined {
  const copy: Record<string, Json | undefined> = {}
  for (const name of sortedKeys(value)) {
    const { plain, marks } = keys(name)
    if (!plain || isValueKey(name) || name === '__proto__') return undefined
    const isChange = change !== undefined && name === 'change'
    if (!isChange && !isOpen(value[name], marks, 0)) return undefined
    copy[name] = isChange ? change : value[name]
  }
  return copy
}

/** Deeper than any plan goes; what lies deeper is taken to be hidden. */
const maxDigestDepth = 200

/**
 * A copy with sorted keys, in which values are hidden where their mark or their name says so, and wherever else they
 * turn up.
 */
function withoutSecrets(
  value: Json,
  redactor: Redactor,
  keys: (key: string) => Key,
  mark: Json | undefined = false,
  depth = 0,
): Json {
  if (mark === true || depth > maxDigestDepth) return placeholder
  if (typeof value === 'string') return redactor.redact(value)
  if (isArray(value)) {
    return value.map((item, index) => withoutSecrets(item, redactor, keys, childMark(mark, index), depth + 1))
  }
  if (!isObject(value)) return value
  const marked = Object.hasOwn(value, 'before_sensitive') || Object.hasOwn(value, 'after_sensitive')
  const copy: Record<string, Json> = {}
  for (const key of sortedKeys(value)) {
    const { hidden, shown } = keys(key)
    const innerMark =
      hidden || hiddenBySibling(redactor, value, key)
        ? true
        : ((marked ? own(value, `${key}_sensitive`) : undefined) ?? childMark(mark, key))
    const inner = withoutSecrets(value[key] ?? null, redactor, keys, innerMark, depth + 1)
    // Assigned, it would set the prototype.
    if (shown === '__proto__') Object.defineProperty(copy, shown, { value: inner, enumerable: true })
    else copy[shown] = inner
  }
  return copy
}
