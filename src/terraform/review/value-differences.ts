import type { Place } from '../plan/place.ts'
import { childPlace } from '../plan/place.ts'
import type { Json } from '../plan/raw.ts'
import { isValueKey } from '../plan/secret-names.ts'
import { sealedText } from './changed-part.ts'
import type { ReviewedValue } from './reviewed-plan.ts'
import {
  HMAC_KEY,
  isHmac,
  isList,
  isPlainObject,
  isAbsent,
  isSame,
  isUnknown,
  plainKey,
} from './reviewed-value.ts'
import type { ReviewedObject, Seal } from './reviewed-value.ts'

/** A place at which two records differ. */
export interface ValueDifference {
  readonly place: Place | undefined
  readonly reviewed: ReviewedValue | undefined
  readonly now: ReviewedValue | undefined
}

/** What is planned by both records for the place, when `before` is compared. */
interface Planned {
  readonly reviewed: ReviewedValue | undefined
  readonly now: ReviewedValue | undefined
}

/**
 * Where two sides of records differ, leaf by leaf; lists by place, and as a whole when one is longer. What the reviewed
 * side hides is compared by its HMAC: `now` comes with the marks of the plan and nothing else hidden.
 *
 * No order is overlooked, not even that of sets, which the plan does not tell from lists: Terraform writes a set in the
 * order of its values, whatever the order in the configuration, so equal sets are equal texts.
 *
 * `planned`: the sides are `before`, and these are the `after`. Where both plans destroy what is there, or both know
 * only after apply what will be, two times are equal: `latest_restorable_time` of a database says nothing about it.
 */
export function valueDifferences(
  reviewed: ReviewedValue,
  now: ReviewedValue,
  seal: Seal,
  root: string | undefined,
  planned?: Planned,
): ValueDifference[] {
  const found: ValueDifference[] = []
  const place = root === undefined ? undefined : childPlace(undefined, root)
  compare({ found, seal }, { place, reviewed, now }, planned)
  return found
}

interface Walk {
  readonly found: ValueDifference[]
  readonly seal: Seal
}

function compare(walk: Walk, at: ValueDifference, planned: Planned | undefined): void {
  const { reviewed, now } = at
  if (reviewed === now) return
  const [left, right] = [orEmpty(reviewed, now), orEmpty(now, reviewed)]
  if (isPlainObject(left) && isPlainObject(right)) {
    for (const key in left) compareKey(walk, at, key, left, right, planned)
    for (const key in right) if (!Object.hasOwn(left, key)) compareKey(walk, at, key, left, right, planned)
  } else if (isList(reviewed) && isList(now) && reviewed.length === now.length) {
    for (let index = 0; index < now.length; index++) {
      const child = { place: childPlace(at.place, index), reviewed: reviewed[index], now: now[index] }
      compare(walk, child, childOf(planned, index))
    }
  } else if (!isSameLeaf(reviewed, now, walk.seal) && !(isGone(planned) && isTime(reviewed) && isTime(now))) {
    walk.found.push(at)
  }
}

function compareKey(
  walk: Walk,
  { place }: ValueDifference,
  key: string,
  reviewed: ReviewedObject,
  now: ReviewedObject,
  planned: Planned | undefined,
): void {
  const name = plainKey(key)
  const siblings = isValueKey(name) ? ([reviewed, now] as readonly [Json, Json]) : undefined
  const child = {
    place: childPlace(place, name, siblings),
    reviewed: ownOf(reviewed, key),
    now: ownOf(now, key),
  }
  compare(walk, child, childOf(planned, key))
}

/** Beside an object with something in it, none is an empty one: so it is told what there is in it. */
function orEmpty(
  value: ReviewedValue | undefined,
  other: ReviewedValue | undefined,
): ReviewedValue | undefined {
  return value === undefined && isPlainObject(other) && Object.keys(other).length > 0 ? {} : value
}

/** Of other kinds, or no containers. */
function isSameLeaf(
  reviewed: ReviewedValue | undefined,
  now: ReviewedValue | undefined,
  seal: Seal,
): boolean {
  if (isHmac(reviewed)) {
    if (now === undefined) return false
    return hmacOf(reviewed) === hmacOf(isHmac(now) ? now : sealedText(now, seal))
  }
  return [isUnknown, isSame, isAbsent].some((is) => is(reviewed) && is(now))
}

function hmacOf(value: ReviewedValue | undefined): ReviewedValue | undefined {
  return isHmac(value) ? (value as ReviewedObject)[HMAC_KEY] : undefined
}

/** What both plans have for one step further; what is gone as a whole is gone in all its parts. */
function childOf(planned: Planned | undefined, step: string | number): Planned | undefined {
  if (planned === undefined || isGone(planned)) return planned
  return { reviewed: stepInto(planned.reviewed, step), now: stepInto(planned.now, step) }
}

function stepInto(value: ReviewedValue | undefined, step: string | number): ReviewedValue | undefined {
  if (typeof step === 'number') return isList(value) ? value[step] : undefined
  return isPlainObject(value) ? ownOf(value, step) : undefined
}

function isGone(planned: Planned | undefined): boolean {
  if (planned === undefined) return false
  const { reviewed, now } = planned
  return (reviewed === null && now === null) || (isUnknown(reviewed) && isUnknown(now))
}

/** RFC 3339, as providers write times. */
export function isTime(value: ReviewedValue | undefined): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/.test(value)
  )
}

function ownOf(object: ReviewedObject, key: string): ReviewedValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
