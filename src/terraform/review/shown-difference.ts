import type { Redactor } from '../../core/redactor.ts'
import type { AttributeChange } from '../../report/resource-change.ts'
import { leafChange } from '../plan/diff-leaf.ts'
import type { LeafSide } from '../plan/diff-leaf.ts'
import type { Effort } from '../plan/diff-text.ts'
import type { Place } from '../plan/place.ts'
import type { ReviewedValue } from './reviewed-plan.ts'
import {
  isAbsent,
  isHmac,
  isList,
  isPlainObject,
  isSame,
  isUnknown,
  plainKey,
  put,
} from './reviewed-value.ts'
import type { ValueDifference } from './value-differences.ts'

/** In place of an element that the plan leaves as it is, and of an attribute that it takes away. */
const UNCHANGED = '(unchanged)'
const TAKEN_AWAY = '(removed)'

/**
 * A difference as it is shown: what was reviewed, and what is planned now. `hidden` is what stands at its place in the
 * record of the new plan with all hidden in it.
 */
export function shownDifference(
  { place, reviewed, now }: ValueDifference,
  hidden: ReviewedValue | undefined,
  redactor: Redactor,
  effort: Effort,
): AttributeChange {
  const secret = isHmac(reviewed) || isHmac(hidden)
  const left = leafSide(reviewed, secret)
  const right = leafSide(secret ? now : hidden, secret)
  const change = leafChange(redactor, effort, place, false, left, right)
  const oneUnknown = isUnknown(reviewed) || isUnknown(now)
  return oneUnknown && reviewed !== undefined && now !== undefined ? { ...change, action: 'change' } : change
}

/**
 * What stands at a place of a side; the mark above it where that hides it. `root`: the name that all places of the side
 * begin with, and that is not in the side itself.
 */
export function valueAt(
  side: ReviewedValue,
  place: Place | undefined,
  root: string | undefined,
): ReviewedValue | undefined {
  const steps: (string | number)[] = []
  for (let at = place; at !== undefined; at = at.parent) steps.unshift(at.step)
  if (root !== undefined) steps.shift()
  let value: ReviewedValue | undefined = side
  for (const step of steps) {
    if (isHmac(value)) return value
    if (typeof step === 'number') value = isList(value) ? value[step] : undefined
    else {
      const key = step.startsWith('\u0000') ? `\u0000${step}` : step
      value = isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
    }
  }
  return value
}

function leafSide(value: ReviewedValue | undefined, secret: boolean): LeafSide {
  if (value === undefined) return { value: undefined, sensitive: undefined, unknown: undefined }
  const { plain, sensitive, unknown } = withoutMarks(value)
  return { value: plain, sensitive: secret ? true : sensitive, unknown }
}

interface Parts {
  readonly plain: ReviewedValue
  readonly sensitive: ReviewedValue
  readonly unknown: ReviewedValue
}

/** A value with its marks apart, as the plan format has them. */
function withoutMarks(value: ReviewedValue): Parts {
  if (isHmac(value)) return { plain: '(hidden)', sensitive: true, unknown: false }
  if (isUnknown(value)) return { plain: null, sensitive: false, unknown: true }
  if (isSame(value)) return { plain: UNCHANGED, sensitive: false, unknown: false }
  if (isAbsent(value)) return { plain: TAKEN_AWAY, sensitive: false, unknown: false }
  if (isList(value)) {
    const parts = value.map(withoutMarks)
    return {
      plain: parts.map(({ plain }) => plain),
      sensitive: parts.map(({ sensitive }) => sensitive),
      unknown: parts.map(({ unknown }) => unknown),
    }
  }
  if (!isPlainObject(value)) return { plain: value, sensitive: false, unknown: false }
  const plain: Record<string, ReviewedValue> = {}
  const sensitive: Record<string, ReviewedValue> = {}
  const unknown: Record<string, ReviewedValue> = {}
  for (const key in value) {
    const name = plainKey(key)
    const parts = withoutMarks(value[key] ?? null)
    put(plain, name, parts.plain)
    put(sensitive, name, parts.sensitive)
    put(unknown, name, parts.unknown)
  }
  return { plain, sensitive, unknown }
}
