import fc from 'fast-check'
import type { Json, RawChange, RawPlan, RawResourceChange } from '../../../src/terraform/plan/raw.ts'
import { comparePlans } from '../../../src/terraform/review/compare-plans.ts'
import { reviewedPlanOf } from '../../../src/terraform/review/parse-reviewed.ts'
import { reviewedPlan } from '../../../src/terraform/review/review-plan.ts'
import type { ReviewDifference, ReviewedPlan } from '../../../src/terraform/review/reviewed-plan.ts'

export const salt = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'

export function planOf(parts: Partial<RawPlan>): RawPlan {
  return { format_version: '1.2', terraform_version: '1.11.4', planned_values: {}, ...parts }
}

/** A plan with one resource in it. */
export function planWith(change: RawChange, more: Partial<RawResourceChange> = {}): RawPlan {
  const identity = { address: 'aws_thing.a', mode: 'managed', type: 'aws_thing', name: 'a' }
  return planOf({ resource_changes: [{ ...identity, ...more, change }] })
}

export function update(before: Json, after: Json, more: Partial<RawChange> = {}): RawPlan {
  return planWith({ actions: ['update'], before, after, ...more })
}

/** The record as it comes out of a seal. */
export function recordOf(raw: RawPlan): ReviewedPlan {
  return reviewedPlanOf(JSON.parse(JSON.stringify(reviewedPlan(raw, { salt }))))
}

export function differ(reviewed: RawPlan, now: RawPlan): readonly ReviewDifference[] {
  return comparePlans(recordOf(reviewed), now)
}

/** `kind address: attributes` of each difference. */
export function differWords(reviewed: RawPlan, now: RawPlan): string[] {
  return differ(reviewed, now).map(
    ({ kind, address, attributes }) =>
      `${kind} ${address}${attributes.length === 0 ? '' : `: ${attributes.join(', ')}`}`,
  )
}

const key = fc.constantFrom(
  'id',
  'name',
  'value',
  'tags',
  'a',
  'a b',
  'password',
  '__proto__',
  'constructor',
  '0',
  '\0unknown',
  '\0hmac',
  '\0same',
  '\0',
)

const text = fc.constantFrom(
  '',
  'x',
  'y',
  'a\nb',
  '{"password":"hunter2-in-json"}',
  'TOKEN',
  '2025-01-01T00:00:00Z',
  '2025-02-02T00:00:00Z',
  '\ud800',
)

const leaf: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** A value as plans hold it, with the trees that mark it. */
export interface MarkedValue {
  readonly value: Json
  readonly sensitive: Json
  readonly unknown: Json
}

/** As JSON.parse does, so that `__proto__` is a key like others. */
function fromPairs(pairs: readonly (readonly [string, Json])[]): Json {
  const members = pairs.map(([name, child]) => `${JSON.stringify(name)}:${JSON.stringify(child)}`)
  return JSON.parse(`{${members.join(',')}}`) as Json
}

const mark = fc.tuple(
  fc.constantFrom(false, false, false, false, true),
  fc.constantFrom(false, false, false, false, true),
)

const { marked } = fc.letrec<{ marked: MarkedValue }>((tie) => ({
  marked: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.tuple(leaf, mark).map(([value, [sensitive, unknown]]) => ({ value, sensitive, unknown })),
    fc.array(tie('marked'), { maxLength: 4 }).map(listOf),
    fc.uniqueArray(fc.tuple(key, tie('marked')), { maxLength: 5, selector: ([name]) => name }).map(objectOf),
  ),
}))

function listOf(items: readonly MarkedValue[]): MarkedValue {
  return {
    // Unknown elements are null in a list.
    value: items.map(({ value, unknown }) => (unknown === true ? null : value)),
    sensitive: items.map(({ sensitive }) => sensitive),
    unknown: items.map(({ unknown }) => unknown),
  }
}

function objectOf(items: readonly (readonly [string, MarkedValue])[]): MarkedValue {
  const known = items.filter(([, { unknown }]) => unknown !== true)
  return {
    // And left out of an object.
    value: fromPairs(known.map(([name, { value }]) => [name, value])),
    sensitive: fromPairs(items.map(([name, { sensitive }]) => [name, sensitive])),
    unknown: fromPairs(items.map(([name, { unknown }]) => [name, unknown])),
  }
}

const attributes: fc.Arbitrary<MarkedValue> = fc
  .uniqueArray(fc.tuple(key, marked), { maxLength: 6, selector: ([name]) => name })
  .map(objectOf)

/** After a change, half of the attributes as before. */
const changed: fc.Arbitrary<RawChange> = fc
  .tuple(
    attributes,
    attributes,
    fc.constantFrom('create', 'update', 'delete', 'replace', 'forget', 'no-op', 'x'),
  )
  .map(([left, right, action]) => {
    const before = action === 'create' ? null : withoutUnknown(left)
    const after =
      action === 'delete' || action === 'forget'
        ? null
        : action === 'no-op'
          ? before
          : mixed(before, right.value)
    return {
      actions: action === 'replace' ? ['delete', 'create'] : [action],
      before,
      after,
      before_sensitive: left.sensitive,
      after_sensitive: action === 'no-op' ? left.sensitive : mixed(left.sensitive, right.sensitive),
      after_unknown: after === null || action === 'no-op' ? {} : right.unknown,
    }
  })

function withoutUnknown({ value }: MarkedValue): Json {
  return value
}

function mixed(left: Json, right: Json): Json {
  const before = Object.entries((left ?? {}) as Record<string, Json>).filter((_, index) => index % 2 === 0)
  const after = Object.entries((right ?? {}) as Record<string, Json>)
  const names = new Set(after.map(([name]) => name))
  return fromPairs([...before.filter(([name]) => !names.has(name)), ...after])
}

/** Plans of up to four resources and two outputs. */
export const plans: fc.Arbitrary<RawPlan> = fc
  .record({
    resources: fc.array(fc.tuple(changed, fc.constantFrom('', '', 'dead')), { maxLength: 4 }),
    outputs: fc.uniqueArray(fc.tuple(key, changed), { maxLength: 2, selector: ([name]) => name }),
  })
  .map(({ resources, outputs }) =>
    planOf({
      resource_changes: resources.map(([change, deposed], index) => ({
        address: `x.y["${'ab\0"'.charAt(index)}"]`,
        ...(deposed === '' ? {} : { deposed }),
        change,
      })),
      output_changes: fromPairs(outputs as [string, Json][]) as Record<string, RawChange>,
    }),
  )

/** The same JSON, written with its keys, and the entries of `resource_changes`, in another order. */
export function shuffled(raw: RawPlan): RawPlan {
  const turned = turn(raw as unknown as Json) as unknown as RawPlan
  return { ...turned, resource_changes: [...(turned.resource_changes ?? [])].reverse() }
}

function turn(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map((child: Json) => turn(child))
  if (typeof value !== 'object' || value === null) return value ?? null
  const entries = Object.entries(value) as [string, Json][]
  return fromPairs(entries.reverse().map(([name, child]) => [name, turn(child)]))
}
