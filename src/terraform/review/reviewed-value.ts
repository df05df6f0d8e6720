import { createHmac } from 'node:crypto'
import { exactDigits, normalDigits } from '../plan/exact-number.ts'
import { canonicalText, childMark, isArray, isContainer, isObject, marksAnything } from '../plan/json.ts'
import type { JsonObject } from '../plan/json.ts'
import type { Json } from '../plan/raw.ts'
import type { ReviewedValue } from './reviewed-plan.ts'

/**
 * Begins the keys of our own marks. HCL can write this character in a key (`{ "\u0000unknown" = true }`), so a key of
 * the plan that begins with it gets another one in front: no value can pass for a mark.
 */
const NUL = '\u0000'
export const HMAC_KEY = `${NUL}hmac`
const UNKNOWN_KEY = `${NUL}unknown`
const SAME_KEY = `${NUL}same`
const ABSENT_KEY = `${NUL}absent`

export type ReviewedObject = Readonly<Record<string, ReviewedValue>>

const UNKNOWN: ReviewedObject = Object.freeze({ [UNKNOWN_KEY]: true })
/** Stands for an element that is equal before and after. */
export const SAME: ReviewedObject = Object.freeze({ [SAME_KEY]: true })
/** In an object of `after`, stands for what is only before. */
export const ABSENT: ReviewedObject = Object.freeze({ [ABSENT_KEY]: true })

/** Deeper than any plan goes; what lies deeper is compared by its HMAC as one. */
export const MAX_VALUE_DEPTH = 200

/** Why a value is hidden: by a mark of the plan, which is a part of what was reviewed, or because we think it secret. */
export type HiddenBy = 'mark' | 'search'

/** HMAC-SHA-256 of a text, as the mark that stands for it. */
export type Seal = (text: string, by: HiddenBy) => ReviewedObject

/** `salt` is the record's key, in hex. */
export function sealWith(salt: string): Seal {
  const key = Buffer.from(salt, 'hex')
  return (text, by) => ({ [HMAC_KEY]: createHmac('sha256', key).update(`${by}\n${text}`).digest('hex') })
}

export function isHmac(value: ReviewedValue | undefined): boolean {
  return hasKey(value, HMAC_KEY)
}

export function isUnknown(value: ReviewedValue | undefined): boolean {
  return hasKey(value, UNKNOWN_KEY)
}

export function isSame(value: ReviewedValue | undefined): boolean {
  return hasKey(value, SAME_KEY)
}

export function isAbsent(value: ReviewedValue | undefined): boolean {
  return hasKey(value, ABSENT_KEY)
}

function hasKey(value: ReviewedValue | undefined, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key)
}

/** An object or map of the plan, and not one of our marks. */
export function isPlainObject(value: ReviewedValue | undefined): value is ReviewedObject {
  return isObject(value) && !(isHmac(value) || isUnknown(value) || isSame(value) || isAbsent(value))
}

export function isList(value: ReviewedValue | undefined): value is readonly ReviewedValue[] {
  return Array.isArray(value)
}

/** The key as it is in the plan. */
export function plainKey(key: string): string {
  return key.startsWith(NUL) ? key.slice(1) : key
}

/** Sets a key; assigned, `__proto__` would set the prototype. */
export function put(object: Record<string, ReviewedValue>, key: string, value: ReviewedValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  } else object[key] = value
}

/**
 * A value of the plan with its marks in it: unknown where `unknown` says so, an HMAC where `sensitive` does, long
 * numbers in one spelling. The same object where nothing is to be done; undefined for what is not there.
 */
export function valueWithMarks(
  value: Json | undefined,
  unknown: Json | undefined,
  sensitive: Json | undefined,
  seal: Seal,
  depth = 0,
): ReviewedValue | undefined {
  if (unknown === true) return UNKNOWN
  if (sensitive === true) {
    const whole = valueWithMarks(value, unknown, undefined, seal, depth)
    return whole === undefined ? undefined : seal(canonicalText(whole), 'mark')
  }
  if (typeof value === 'string') return exactDigits(value) === undefined ? value : normalDigits(value)
  if (!isContainer(value)) return marksAnything(unknown) ? UNKNOWN : value
  if (depth >= MAX_VALUE_DEPTH) {
    return seal(canonicalText([value, unknown ?? false, sensitive ?? false]), 'mark')
  }
  return isArray(value)
    ? listWithMarks(value, unknown, sensitive, seal, depth)
    : objectWithMarks(value, unknown, sensitive, seal, depth)
}

function listWithMarks(
  list: readonly Json[],
  unknown: Json | undefined,
  sensitive: Json | undefined,
  seal: Seal,
  depth: number,
): ReviewedValue {
  // Marks of another kind than the value: taken to cover all of it.
  if (isObject(unknown) && marksAnything(unknown)) return UNKNOWN
  if (isObject(sensitive) && marksAnything(sensitive)) {
    return seal(canonicalText(listWithMarks(list, unknown, undefined, seal, depth)), 'mark')
  }
  let copy: ReviewedValue[] | undefined
  for (let index = 0; index < list.length; index++) {
    const [inUnknown, inSensitive] = [childMark(unknown, index), childMark(sensitive, index)]
    const child = valueWithMarks(list[index] ?? null, inUnknown, inSensitive, seal, depth + 1) ?? null
    if (copy === undefined && child !== list[index]) copy = list.slice(0, index) as ReviewedValue[]
    copy?.push(child)
  }
  // Terraform writes null for an unknown element; should a tool leave it out at the end, it still counts.
  const more = isArray(unknown) ? unknown.slice(list.length) : []
  if (more.some((mark) => marksAnything(mark))) {
    copy ??= [...list] as ReviewedValue[]
    copy.push(...more.map((mark) => (marksAnything(mark) ? UNKNOWN : null)))
  }
  return copy ?? (list as readonly ReviewedValue[])
}

function objectWithMarks(
  object: JsonObject,
  unknown: Json | undefined,
  sensitive: Json | undefined,
  seal: Seal,
  depth: number,
): ReviewedValue {
  if (isArray(unknown) && marksAnything(unknown)) return UNKNOWN
  if (isArray(sensitive) && marksAnything(sensitive)) {
    return seal(canonicalText(objectWithMarks(object, unknown, undefined, seal, depth)), 'mark')
  }
  let copy: Record<string, ReviewedValue> | undefined
  for (const key in object) {
    const value = object[key]
    const [inUnknown, inSensitive] = [childMark(unknown, key), childMark(sensitive, key)]
    const child = valueWithMarks(value, inUnknown, inSensitive, seal, depth + 1)
    const isOurs = key.charCodeAt(0) === 0
    if (copy === undefined && (child !== value || isOurs)) copy = keysBefore(object, key)
    if (copy !== undefined && child !== undefined) put(copy, isOurs ? NUL + key : key, child)
  }
  if (isObject(unknown)) {
    for (const key in unknown) {
      if (Object.hasOwn(object, key) || !marksAnything(unknown[key])) continue
      copy ??= keysBefore(object)
      put(copy, key.charCodeAt(0) === 0 ? NUL + key : key, UNKNOWN)
    }
  }
  return copy ?? (object as ReviewedObject)
}

/** A copy of the keys up to one, or of all. */
function keysBefore(object: JsonObject, end?: string): Record<string, ReviewedValue> {
  const copy: Record<string, ReviewedValue> = {}
  for (const key in object) {
    if (key === end) break
    put(copy, key, object[key] as ReviewedValue)
  }
  return copy
}
