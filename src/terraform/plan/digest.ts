import { createHash } from 'node:crypto'
import type { Redactor } from '../../core/redactor.ts'
import { resourceAction } from './actions.ts'
import { childMark, isArray, isObject, own, sortedKeys } from './json.ts'
import type { Json, RawPlan } from './raw.ts'
import { hiddenBySibling, hidesName, placeholder } from './secret-names.ts'

/** Characters gathered before they are hashed: one call per piece would cost more than the hash itself. */
const chunkLength = 1 << 16

/**
 * SHA-256 (hex) over what the plan would do: resource changes with values, unknowns and sensitivity marks, output
 * changes, deferred changes and action invocations. Key order and the order of the resources do not count; nor do
 * times, versions, the prior state, or what stays as it is.
 *
 * The digest is public and has no key, so what must not be seen is not in it: from a digest with a weak password in it
 * the password could be guessed. Two plans that differ in hidden values alone have the same digest.
 */
export function planDigest(raw: RawPlan, redactor: Redactor): string {
  const hash = createHash('sha256')
  const keys = keyReader(redactor)
  let pending = ''
  const write = (piece: string): void => {
    pending += piece
    if (pending.length < chunkLength) return
    hash.update(pending)
    pending = ''
  }
  const writeList = (name: string, entries: readonly Json[]): void => {
    write(`${name}\n`)
    for (const entry of [...entries].sort(byIdentity)) {
      write(JSON.stringify(withoutSecrets(entry, redactor, keys)))
      write('\n')
    }
  }
  writeList('resource_changes', asList(raw.resource_changes).filter(doesSomething))
  writeList('deferred_changes', asList(raw.deferred_changes))
  writeList('action_invocations', asList(raw.action_invocations))
  const outputs = Object.entries(isObject(raw.output_changes) ? raw.output_changes : {})
  writeList(
    'output_changes',
    outputs.map(([address, change]): Json => ({ address, change })).filter(doesSomething),
  )
  hash.update(pending)
  return hash.digest('hex')
}

interface Key {
  readonly hidden: boolean
  /** As it may be seen. */
  readonly shown: string
}

/** What is known of a key, remembered: there are few different ones, each many times. */
function keyReader(redactor: Redactor): (key: string) => Key {
  const known = new Map<string, Key>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const read = { hidden: hidesName(redactor, key), shown: redactor.redact(key) }
    if (known.size < 20_000) known.set(key, read)
    return read
  }
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

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function doesSomething(entry: Json): boolean {
  if (!isObject(entry) || !isObject(entry.change)) return true
  const idle = resourceAction(entry.change.actions) === 'no-op'
  return !idle || typeof entry.previous_address === 'string' || isObject(entry.change.importing)
}

function byIdentity(a: Json, b: Json): number {
  const left = identity(a)
  const right = identity(b)
  return left < right ? -1 : left > right ? 1 : 0
}

function identity(entry: Json): string {
  if (!isObject(entry)) return ''
  const inner = isObject(entry.resource_change) ? entry.resource_change : entry
  return `${text(inner.address)}\n${text(inner.deposed)}`
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
