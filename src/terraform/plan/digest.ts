import { createHash } from 'node:crypto'
import type { Redactor } from '../../core/redactor.ts'
import { resourceAction } from './actions.ts'
import { entryReader } from './digest-entry.ts'
import { isObject } from './json.ts'
import type { Json, RawPlan } from './raw.ts'

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
  const asSeen = entryReader(redactor)
  let pending = ''
  const write = (piece: string): void => {
    pending += piece
    if (pending.length < chunkLength) return
    hash.update(pending)
    pending = ''
  }
  const writeList = (name: string, entries: readonly Json[]): void => {
    write(`${name}\n`)
    for (const { entry } of entries.map(identified).sort(byIdentity)) {
      write(JSON.stringify(asSeen(entry)))
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

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

/** True for all but a no-op that neither moves nor imports; what cannot be read does something. */
export function doesSomething(entry: Json): boolean {
  if (!isObject(entry) || !isObject(entry.change)) return true
  const idle = resourceAction(entry.change.actions) === 'no-op'
  return !idle || typeof entry.previous_address === 'string' || isObject(entry.change.importing)
}

interface Identified {
  readonly identity: string
  readonly entry: Json
}

function identified(entry: Json): Identified {
  const inner = isObject(entry) && isObject(entry.resource_change) ? entry.resource_change : entry
  const identity = isObject(inner) ? `${text(inner.address)}\n${text(inner.deposed)}` : ''
  return { identity, entry }
}

function byIdentity({ identity: left }: Identified, { identity: right }: Identified): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
