import type { Redactor } from '../../core/redactor.ts'
import { exactDigits } from '../plan/exact-number.ts'
import { canonicalText, sameJson } from '../plan/json.ts'
import { hiddenBySibling, hidesName } from '../plan/secret-names.ts'
import type { ReviewedValue } from './reviewed-plan.ts'
import { ABSENT, isHmac, isList, isPlainObject, isUnknown, plainKey, put, SAME } from './reviewed-value.ts'
import type { ReviewedObject, Seal } from './reviewed-value.ts'

/** Both sides of a change; undefined where there is none. */
export interface Sides {
  readonly before: ReviewedValue | undefined
  readonly after: ReviewedValue | undefined
}

/** Hides what no mark tells, but its name or the redactor does. */
export interface Hider {
  readonly redactor: Redactor
  readonly seal: Seal
}

/**
 * What tells which object it is. A change of `tags` on another object than the reviewed one is not the same change, so
 * these stay although no plan changes them.
 */
const identityKeys: readonly string[] = ['id', 'arn', 'self_link', 'unique_id']

/**
 * Of two sides, what a reader of the plan sees: what differs between them. An attribute that the plan leaves as it is
 * may be anything by now (times, etags, what others changed and nobody plans to change back), and the change is the
 * same one. Elements of lists are told by their place and kept whole where they differ; where there are not as many as
 * before, all are kept.
 */
export function changedPart(sides: Sides, hider: Hider | undefined, keep = identityKeys): Sides {
  const { before, after } = sides
  if (isPlainObject(before) && isPlainObject(after)) return changedKeys(before, after, hider, keep)
  if (isList(before) && isList(after) && before.length === after.length) {
    return changedElements(before, after, hider)
  }
  return hiddenSides(sides, hider)
}

/** The identity alone, for what the plan only takes note of (a resource that is forgotten). */
export function identityPart(value: ReviewedValue, hider: Hider | undefined): ReviewedValue {
  if (!isPlainObject(value)) return hidden(value, hider)
  const part: Record<string, ReviewedValue> = {}
  for (const key of identityKeys) {
    const child = ownOf(value, key)
    if (child !== undefined) part[key] = child
  }
  return hidden(part, hider)
}

function changedKeys(
  before: ReviewedObject,
  after: ReviewedObject,
  hider: Hider | undefined,
  keep: readonly string[],
): Sides {
  const left: Record<string, ReviewedValue> = {}
  const right: Record<string, ReviewedValue> = {}
  const visit = (key: string): void => {
    const sides = { before: ownOf(before, key), after: ownOf(after, key) }
    if (isEqual(sides) && !keep.includes(key)) return
    const covered = hider !== undefined && isCovered(hider.redactor, key, before, after)
    const part = partOf(sides, covered ? undefined : hider)
    if (part.before !== undefined) put(left, key, covered ? sealed(part.before, hider) : part.before)
    if (part.after === undefined) put(right, key, ABSENT)
    else put(right, key, covered ? sealed(part.after, hider) : part.after)
  }
  for (const key in after) visit(key)
  for (const key in before) if (!Object.hasOwn(after, key)) visit(key)
  if (hider === undefined || !(hasSecretKey(left, hider) || hasSecretKey(right, hider))) {
    return { before: left, after: right }
  }
  const open = changedKeys(before, after, undefined, keep)
  return {
    before: open.before === undefined ? undefined : sealed(open.before, hider),
    after: open.after === undefined ? undefined : sealed(open.after, hider),
  }
}

/** Then what is below it is hidden as one, with the key. */
function hasSecretKey(object: ReviewedObject, { redactor }: Hider): boolean {
  for (const key in object) if (redactor.redact(key) !== key) return true
  return false
}

/** Equal sides are an identity, and stay. */
function partOf(sides: Sides, hider: Hider | undefined): Sides {
  return isEqual(sides) ? hiddenSides(sides, hider) : changedPart(sides, hider, [])
}

/** An element that differs stays whole: a port opens to other addresses than it did, and both are one rule. */
function changedElements(
  before: readonly ReviewedValue[],
  after: readonly ReviewedValue[],
  hider: Hider | undefined,
): Sides {
  const left: ReviewedValue[] = []
  const right: ReviewedValue[] = []
  for (let index = 0; index < after.length; index++) {
    const sides = { before: before[index], after: after[index] }
    const part = isEqual(sides) ? { before: SAME, after: SAME } : hiddenSides(sides, hider)
    left.push(part.before ?? null)
    right.push(part.after ?? null)
  }
  return { before: left, after: right }
}

function isEqual({ before, after }: Sides): boolean {
  return before === after || (before !== undefined && after !== undefined && sameJson(before, after))
}

function hiddenSides({ before, after }: Sides, hider: Hider | undefined): Sides {
  return {
    before: before === undefined ? undefined : hidden(before, hider),
    after: after === undefined ? undefined : hidden(after, hider),
  }
}

function ownOf(object: ReviewedObject, key: string): ReviewedValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function isCovered(redactor: Redactor, key: string, ...objects: readonly ReviewedObject[]): boolean {
  const name = plainKey(key)
  return hidesName(redactor, name) || objects.some((object) => hiddenBySibling(redactor, object, name))
}

/** The HMAC of a value that we think secret. Neither null nor unknown tells anything: they stay. */
export function sealed(value: ReviewedValue, hider: Hider): ReviewedValue {
  if (value === null || isHmac(value) || isUnknown(value)) return value
  return sealedText(value, hider.seal)
}

/** As `sealed`, of any value. */
export function sealedText(value: ReviewedValue, seal: Seal): ReviewedValue {
  return seal(canonicalText(value), 'search')
}

/** A value with all hidden in it that the redactor would hide. The same object where it hides nothing. */
function hidden(value: ReviewedValue, hider: Hider | undefined): ReviewedValue {
  if (hider === undefined) return value
  const { redactor } = hider
  if (typeof value === 'string') {
    const text = exactDigits(value) ?? value
    return redactor.redact(text) === text ? value : sealed(value, hider)
  }
  if (isList(value)) {
    const list = value.map((child) => hidden(child, hider))
    return list.every((child, index) => child === value[index]) ? value : list
  }
  if (!isPlainObject(value)) return value
  if (hasSecretKey(value, hider)) return sealed(value, hider)
  let copy: Record<string, ReviewedValue> | undefined
  for (const key in value) {
    const child = value[key] ?? null
    const open = isCovered(redactor, key, value) ? sealed(child, hider) : hidden(child, hider)
    if (copy === undefined && open !== child) {
      copy = {}
      for (const earlier in value) {
        if (earlier === key) break
        put(copy, earlier, value[earlier] ?? null)
      }
    }
    if (copy !== undefined) put(copy, key, open)
  }
  return copy ?? value
}
