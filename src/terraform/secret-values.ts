import { isDescriptiveName } from '../core/key-names.ts'
import { codesInto, codesOf, makeScratch, SCRATCH_LENGTH } from '../core/redact-decode.ts'
import { findShapes } from '../core/redact-shapes.ts'
import { exactDigits } from './plan/exact-number.ts'
import { isArray, isContainer, isObject } from './plan/json.ts'
import type { JsonObject } from './plan/json.ts'
import type { Json } from './plan/raw.ts'
import { isValueKey } from './plan/secret-names.ts'

/** Gathers secrets and public names; each distinct one once. */
export interface SecretCollector {
  /** Everything in a value that is sensitive as a whole: numbers and booleans too, as text. */
  all(value: Json | undefined): void
  /** The strings in a value whose name is a secret's, without those that only describe the secret. */
  named(value: Json | undefined): void
  /** What is marked, or has a secret's name, or looks like a secret, anywhere in a value. */
  look(value: Json | undefined, mark?: Json): void
  /** A name that everybody sees. */
  name(text: Json | undefined): void
  readonly hidesKey: (name: string) => boolean
  readonly secrets: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** Below this depth nothing is told apart any more: all is secret. Terraform's values stay below 50. */
const MAX_DEPTH = 200

/** What a secret's name often holds in place of the secret: where it is kept. */
const REFERENCE =
  /^(?:arn:aws[\w-]*:|\/subscriptions\/|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\(|vault:)/

const REGION_KEYS: ReadonlySet<string> = new Set(['region', 'location', 'availability_zone'])

/** No key is of two kinds. */
type KeyKind = 'secret' | 'value' | 'region' | 'other'
/** Maps have keys too, as many as they like. */
const MOST_KEYS = 20_000

export function makeSecretCollector(hidesKey: (name: string) => boolean): SecretCollector {
  const secrets = new Set<string>()
  const names = new Set<string>()
  /** Long strings stand in a plan up to four times: before, after, planned, prior. */
  const inspected = new Set<string>()
  const scratch = makeScratch()

  /** One look-up a key instead of three: a plan has a million keys, and few different ones. */
  const kinds = new Map<string, KeyKind>()
  const kindOf = (key: string): KeyKind => {
    const known = kinds.get(key)
    if (known !== undefined) return known
    const kind = hidesKey(key)
      ? 'secret'
      : isValueKey(key)
        ? 'value'
        : REGION_KEYS.has(key)
          ? 'region'
          : 'other'
    if (kinds.size < MOST_KEYS) kinds.set(key, kind)
    return kind
  }

  const add = (value: string): void => {
    if (value !== '') secrets.add(exactDigits(value) ?? value)
  }

  const all = (value: Json | undefined): void => {
    const waiting: (Json | undefined)[] = [value]
    while (waiting.length > 0) {
      const next = waiting.pop()
      if (typeof next === 'string') {
        add(next)
        const inner = parseContainer(next)
        if (inner === undefined) inspect(next, 0)
        else named(inner)
      } else if (typeof next === 'number' || typeof next === 'boolean') add(String(next))
      else if (isArray(next)) for (const item of next) waiting.push(item)
      else if (isObject(next)) for (const key in next) waiting.push(next[key])
    }
  }

  const named = (value: Json | undefined, depth = 0): void => {
    if (typeof value === 'string') {
      const inner = parseContainer(value)
      if (inner !== undefined) named(inner, depth + 1)
      if (!REFERENCE.test(value)) add(value)
    } else if (depth > MAX_DEPTH) all(value)
    else if (isArray(value)) for (const item of value) named(item, depth + 1)
    else if (isObject(value)) {
      for (const key in value) {
        const item = value[key]
        if (typeof item === 'string' && isDescriptiveName(key) && !hidesKey(key)) look(item)
        else named(item, depth + 1)
      }
    }
  }

  const look = (value: Json | undefined, mark?: Json, depth = 0): void => {
    if (mark === true) all(value)
    else if (typeof value === 'string') inspect(value, depth)
    else if (!isContainer(value)) return
    else if (depth > MAX_DEPTH) all(value)
    else if (isArray(value)) {
      const marks = isArray(mark) ? mark : undefined
      for (let k = 0; k < value.length; k++) {
        const item = value[k]
        if (marks !== undefined || typeof item === 'string' || isContainer(item))
          look(item, marks?.[k], depth + 1)
      }
    } else {
      const marks = isObject(mark) ? mark : undefined
      for (const key in value) {
        const item = value[key]
        const itemMark = marks !== undefined && Object.hasOwn(marks, key) ? marks[key] : undefined
        if (typeof item !== 'string' && !isContainer(item)) {
          if (itemMark === true) look(item, itemMark, depth + 1)
          continue
        }
        const kind = kindOf(key)
        if (kind === 'secret' || (kind === 'value' && namedBeside(value, hidesKey))) named(item, depth + 1)
        look(item, itemMark, depth + 1)
        if (kind === 'region' && typeof item === 'string' && itemMark !== true) names.add(item)
      }
    }
  }

  /** JSON, YAML, scripts, connection strings: what has a secret's name or shape inside a string. */
  const inspect = (text: string, depth: number): void => {
    if (text.length < 10 || !mayHoldSecret(text) || inspected.has(text)) return
    inspected.add(text)
    const inner = parseContainer(text)
    if (inner !== undefined) look(inner, undefined, depth + 1)
    else {
      const codes = text.length <= SCRATCH_LENGTH ? codesInto(scratch, text) : codesOf(text)
      findShapes(text, codes, hidesKey, (start, end) => {
        const found = text.slice(start, end)
        if (REFERENCE.test(found)) return
        add(found)
        const meant = unescaped(found)
        if (meant !== undefined) add(meant)
      })
    }
  }

  return {
    all,
    named,
    look,
    name: (text) => {
      if (typeof text === 'string' && text !== '') names.add(text)
    },
    hidesKey,
    secrets,
    names,
  }
}

/** An object or array written as JSON, else undefined. */
function parseContainer(text: string): Json | undefined {
  const first = /^\s*([{[])/.exec(text.length > 40 ? text.slice(0, 40) : text)
  if (first === null) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** What a quoted string of YAML, HCL or JSON means by its escapes: so a copy of it stands elsewhere. */
function unescaped(text: string): string | undefined {
  if (!text.includes('\\')) return undefined
  try {
    return JSON.parse(`"${text}"`) as string
  } catch {
    return undefined
  }
}

/** Cheap, and right for almost all strings of a plan: names, ids and numbers have none of these. */
function mayHoldSecret(text: string): boolean {
  return text.length >= 20 || text.includes('=') || text.includes(':')
}

/** `{ name = "DB_PASSWORD", value = "…" }` */
function namedBeside(object: JsonObject, hidesKey: (name: string) => boolean): boolean {
  for (const key of ['name', 'key', 'Name', 'Key']) {
    const name = Object.hasOwn(object, key) ? object[key] : undefined
    if (typeof name === 'string' && hidesKey(name)) return true
  }
  return false
}
