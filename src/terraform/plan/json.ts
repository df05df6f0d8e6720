import type { Json } from './raw.ts'

/** A JSON object as JSON.parse makes it: own keys only, `__proto__` among them when the text has it. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** How deep values are looked into. Terraform's own values stay below 50; what lies deeper is compared, not shown. */
export const maxDepth = 100

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The items of an array; none of anything else: what a tool wrote was read, not checked. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

export function isContainer(value: Json | undefined): value is JsonObject | readonly Json[] {
  return typeof value === 'object' && value !== null
}

/** An own property, so that a key named `constructor` or `__proto__` does not find the prototype's. */
export function own(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The mark of one child in a mark tree (`after_unknown`, `before_sensitive`): `true` covers all that is below. */
export function childMark(mark: Json | undefined, key: string | number): Json | undefined {
  if (mark === true || mark === undefined || mark === false) return mark
  if (typeof key === 'number') return isArray(mark) ? mark[key] : undefined
  return own(mark, key)
}

/** True when a mark tree marks anything. Below `maxDepth` it is taken to do so. */
export function marksAnything(mark: Json | undefined, depth = 0): boolean {
  if (mark === undefined || mark === false || mark === null) return false
  if (mark === true) return true
  if (!isContainer(mark)) return false
  if (depth >= maxDepth) return true
  if (isArray(mark)) return mark.some((child) => marksAnything(child, depth + 1))
  for (const key in mark) if (marksAnything(mark[key], depth + 1)) return true
  return false
}

/** Deep equality, key order aside. A loop and no recursion: input may be nested without limit. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  const stack: (Json | undefined)[] = [left, right]
  while (stack.length > 0) {
    const b = stack.pop()
    const a = stack.pop()
    if (a === b) continue
    if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false
    if (isArray(a) && isArray(b)) {
      if (a.length !== b.length) return false
      for (let index = 0; index < a.length; index++) {
        if (a[index] !== b[index]) stack.push(a[index], b[index])
      }
      continue
    }
    const keys = Object.keys(a)
    if (keys.length !== Object.keys(b).length) return false
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false
      const inA = (a as JsonObject)[key]
      const inB = (b as JsonObject)[key]
      if (inA !== inB) stack.push(inA, inB)
    }
  }
  return true
}

/** Leaves that hold something: null and empty containers do not count. */
export function countLeaves(value: Json | undefined): number {
  if (!isContainer(value)) return value === null || value === undefined ? 0 : 1
  let count = 0
  const stack: (JsonObject | readonly Json[])[] = [value]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const child of Object.values(next) as (Json | undefined)[]) {
      if (isContainer(child)) stack.push(child)
      else if (child !== null && child !== undefined) count++
    }
  }
  return count
}

export function isEmptyContainer(value: Json | undefined): boolean {
  return isContainer(value) && Object.keys(value).length === 0
}

interface Frame {
  readonly value: JsonObject | readonly Json[]
  /** Sorted keys; undefined for an array. */
  readonly keys: readonly string[] | undefined
  next: number
}

/**
 * The one text of a value, object keys sorted by code unit, given to `sink` in pieces.
 * A loop and no recursion, so that nesting cannot overflow the stack.
 */
export function writeCanonical(value: Json | undefined, sink: (piece: string) => void): void {
  const stack: Frame[] = []
  const open = (child: Json | undefined): void => {
    if (!isContainer(child) || (stack.length < maxDepth && isSorted(child, 0))) {
      sink(child === undefined ? 'null' : JSON.stringify(child))
      return
    }
    const keys = Array.isArray(child) ? undefined : sortedKeys(child as JsonObject)
    sink(keys === undefined ? '[' : '{')
    stack.push({ value: child, keys, next: 0 })
  }
  open(value)
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const index = frame.next++
    if (frame.keys === undefined) {
      const array = frame.value as readonly Json[]
      if (index >= array.length) {
        sink(']')
        stack.pop()
        continue
      }
      if (index > 0) sink(',')
      open(array[index])
      continue
    }
    const key = frame.keys[index]
    if (key === undefined) {
      sink('}')
      stack.pop()
      continue
    }
    sink((index > 0 ? ',' : '') + JSON.stringify(key) + ':')
    open((frame.value as JsonObject)[key])
  }
}

/** By code unit. Terraform writes its maps sorted already, so mostly nothing is to be done. */
export function sortedKeys(value: JsonObject): string[] {
  const keys = Object.keys(value)
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.sort(byCodeUnit)
  }
  return keys
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** As `writeCanonical`, in one piece. */
export function canonicalText(value: Json | undefined): string {
  if (value === undefined) return 'null'
  if (!isContainer(value) || isSorted(value, 0)) return JSON.stringify(value)
  const pieces: string[] = []
  writeCanonical(value, (piece) => pieces.push(piece))
  return pieces.join('')
}

/** True when JSON.stringify would give the canonical text: tools mostly write their keys sorted, and it is fast. */
function isSorted(value: JsonObject | readonly Json[], depth: number): boolean {
  if (depth > maxDepth) return false
  if (isArray(value)) return value.every((child) => !isContainer(child) || isSorted(child, depth + 1))
  let previous = ''
  for (const key in value) {
    if (key < previous) return false
    previous = key
    const child = value[key]
    if (isContainer(child) && !isSorted(child, depth + 1)) return false
  }
  return true
}
