import { SealError } from './seal-error.ts'

/**
 * Readers of JSON that somebody else may have written. Each takes a value and the name it has in messages, and throws
 * a `SealError` that names the field, never the value.
 */

export function wrong(name: string, what: string): SealError {
  return new SealError('contents', `the sealed plan is not what it says: ${name} ${what}`)
}

/** An object that came out of JSON, read by its own keys. */
export type Fields = Readonly<Record<string, unknown>>

export function fields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(name, 'is no object')
  for (const key of ['__proto__', 'constructor', 'prototype'])
    if (Object.hasOwn(value, key)) throw wrong(name, `has a key "${key}"`)
  // Without a prototype: what is not there is undefined, whatever it is called.
  return Object.assign(Object.create(null) as Record<string, unknown>, value)
}

export function list(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(name, 'is no list')
  return value as readonly unknown[]
}

export const texts = (value: unknown, name: string): string[] =>
  list(value, name).map((item, index) => text(item, `${name}[${index}]`))

export function text(value: unknown, name: string, pattern = /^/): string {
  if (typeof value !== 'string') throw wrong(name, 'is no text')
  if (!pattern.test(value)) throw wrong(name, 'has the wrong form')
  return value
}

/** At most 64 KiB and nothing but characters that can be shown: names, keys. */
export function label(value: unknown, name: string): string {
  // eslint-disable-next-line no-control-regex
  const found = text(value, name, /^[^\u0000-\u001f\u007f]+$/)
  if (found.length > 65_536 || !found.isWellFormed()) throw wrong(name, 'has the wrong form')
  return found
}

export function flag(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw wrong(name, 'is neither true nor false')
  return value
}

/** A whole number, not negative. */
export function whole(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || Object.is(value, -0))
    throw wrong(name, 'is no whole number')
  return value
}

export function oneOf<const T extends string>(value: unknown, name: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw wrong(name, `is none of ${allowed.join(', ')}`)
  return found
}

/** `{[key]: read(value)}`, or `{}` where there is no value: for fields that may be absent. */
export function maybe<K extends string, T>(
  from: Fields,
  key: K,
  read: (value: unknown, name: string) => T,
  prefix: string,
): { readonly [name in K]?: T } {
  if (!Object.hasOwn(from, key)) return {}
  return { [key]: read(from[key], `${prefix}${key}`) } as { readonly [name in K]?: T }
}
