import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { planDigest } from '../../../src/terraform/plan/digest.ts'
import { canonicalText, sameJson } from '../../../src/terraform/plan/json.ts'
import type { Json, RawPlan, RawResourceChange } from '../../../src/terraform/plan/raw.ts'
import { fixture, planOf, testRedactor } from './support.ts'

const digest = (plan: RawPlan, secrets: readonly string[] = []): string =>
  planDigest(plan, testRedactor(secrets))

const update = (after: Json, more: object = {}): RawResourceChange => ({
  address: 'a.b',
  change: { actions: ['update'], before: { x: 1 }, after, ...more },
})

/** The same JSON with all keys the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return (value as Json[]).map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child ?? null)]),
  )
}

describe('the digest', () => {
  test('is 64 hex digits, and the same for the same plan', () => {
    expect(digest(fixture('every-kind'))).toMatch(/^[0-9a-f]{64}$/)
    expect(digest(fixture('every-kind'))).toBe(digest(fixture('every-kind')))
  })

  test('does not depend on key order, resource order, time, version or what stays', () => {
    const plan = fixture('every-kind')
    const first = digest(plan)
    const other: RawPlan = {
      ...(reversed(plan as unknown as Json) as unknown as RawPlan),
      timestamp: '2030-01-01T00:00:00Z',
      terraform_version: '9.9.9',
      prior_state: { a: 1 },
      resource_changes: [
        ...[...(plan.resource_changes ?? [])].reverse(),
        { address: 'z.z', change: { actions: ['no-op'], before: { t: 1 }, after: { t: 1 } } },
      ],
    }
    expect(digest(other)).toBe(first)
  })

  test('does not depend on key order where keys are numbers, or one is hidden', () => {
    const keyed = (tags: Json): string =>
      digest({ ...fixture('every-kind'), resource_changes: [update({ tags })] })
    expect(keyed({ b: 1, 10: 2, 2: 3 })).toBe(keyed({ 2: 3, 10: 2, b: 1 }))
    expect(keyed({ b: 1, password: 'one' })).toBe(keyed({ password: 'two', b: 1 }))
    expect(keyed({ b: 1, a: { d: 2, c: 3 } })).toBe(keyed({ a: { c: 3, d: 2 }, b: 1 }))
    expect(keyed({ b: 1, a: { d: 2, c: 3 } })).not.toBe(keyed({ a: { c: 2, d: 3 }, b: 1 }))
  })

  test.each<[string, Partial<RawPlan>]>([
    ['another value', { resource_changes: [update({ x: 3 })] }],
    ['another type of value', { resource_changes: [update({ x: '2' })] }],
    ['another mark', { resource_changes: [update({ x: 2 }, { after_sensitive: { x: true } })] }],
    ['another unknown', { resource_changes: [update({ x: 2 }, { after_unknown: { y: true } })] }],
    ['another address', { resource_changes: [{ ...update({ x: 2 }), address: 'a.c' }] }],
    ['a deposed object', { resource_changes: [{ ...update({ x: 2 }), deposed: 'k' }] }],
    ['another action', { resource_changes: [{ ...update({ x: 2 }), change: { actions: ['create'] } }] }],
    ['one more', { resource_changes: [update({ x: 2 }), { address: 'z', change: { actions: ['delete'] } }] }],
    [
      'a move',
      {
        resource_changes: [
          update({ x: 2 }),
          { address: 'z', previous_address: 'y', change: { actions: ['no-op'] } },
        ],
      },
    ],
    [
      'an import',
      {
        resource_changes: [
          update({ x: 2 }),
          { address: 'z', change: { actions: ['no-op'], importing: { id: 'i' } } },
        ],
      },
    ],
    [
      'an unknown action',
      { resource_changes: [update({ x: 2 }), { address: 'z', change: { actions: ['beam'] } }] },
    ],
    [
      'an output',
      { resource_changes: [update({ x: 2 })], output_changes: { o: { actions: ['create'], after: 1 } } },
    ],
    ['a deferral', { resource_changes: [update({ x: 2 })], deferred_changes: [{ reason: 'r' }] }],
    ['an action', { resource_changes: [update({ x: 2 })], action_invocations: [{ address: 'action.x.y' }] }],
    ['nothing', { resource_changes: [] }],
  ])('differs for %s', (_name, parts) => {
    expect(digest(planOf(parts))).not.toBe(digest(planOf({ resource_changes: [update({ x: 2 })] })))
  })

  test.each<[string, (secret: string) => RawPlan]>([
    [
      'a marked value',
      (secret) =>
        planOf({
          resource_changes: [
            update({ x: secret }, { before_sensitive: { x: true }, after_sensitive: { x: true } }),
          ],
        }),
    ],
    [
      'a marked number',
      (secret) =>
        planOf({ resource_changes: [update({ x: secret.length }, { after_sensitive: { x: true } })] }),
    ],
    ['a value with a telling name', (secret) => planOf({ resource_changes: [update({ password: secret })] })],
    [
      'a value found elsewhere',
      (secret) => planOf({ resource_changes: [update({ x: `prefix-${secret}` })] }),
    ],
    [
      'an output',
      (secret) =>
        planOf({ output_changes: { o: { actions: ['create'], after: secret, after_sensitive: true } } }),
    ],
  ])('does not depend on what must not be seen, which could be guessed from it: %s', (_name, plan) => {
    expect(digest(plan('hunter2'), ['hunter2'])).toBe(digest(plan('hunter22'), ['hunter22']))
  })

  test('nesting without end does not throw', () => {
    const deep = JSON.parse(`${'{"b":1,"a":['.repeat(20_000)}${']}'.repeat(20_000)}`) as Json
    expect(digest(planOf({ resource_changes: [update(deep)] }))).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('canonical text', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>

  test('is the same for the same value, key order aside, and is JSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Json
        expect(canonicalText(reversed(plain))).toBe(canonicalText(plain))
        expect(JSON.parse(canonicalText(plain))).toEqual(plain)
      }),
    )
  })

  test('differs exactly when the values differ', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const [left, right] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))] as [Json, Json]
        expect(canonicalText(left) === canonicalText(right)).toBe(sameJson(left, right))
      }),
    )
  })

  test('sorts keys that look like numbers as text', () => {
    expect(canonicalText({ '9': 1, '10': 2, a: 3 })).toBe('{"10":2,"9":1,"a":3}')
  })
})
