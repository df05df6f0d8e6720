import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { attributeChanges } from '../../../src/terraform/plan/diff.ts'
import { planDigest } from '../../../src/terraform/plan/digest.ts'
import { sameJson } from '../../../src/terraform/plan/json.ts'
import { planModel } from '../../../src/terraform/plan/model.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { Json, RawPlan } from '../../../src/terraform/plan/raw.ts'
import { change, planOf, testRedactor } from './support.ts'

const key = fc.constantFrom(
  'name',
  'value',
  'key',
  'a',
  'b',
  'tags',
  'a b',
  'password',
  '__proto__',
  'constructor',
  '0',
  'x_wo',
  'x_wo_version',
)
const text = fc.constantFrom(
  '',
  'x',
  'y',
  'a\nb\nc',
  'a\nB\nc',
  '{"a":1}',
  '{"a": 1}',
  '[{"name":"TOKEN","value":"v"}]',
  'k: v\nl: w\n',
  '${x}',
  '\ud800',
)
const leaf = fc.oneof(
  text,
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true }),
)

/** Values as plans hold them, small enough for two of them to have something in common. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf as fc.Arbitrary<Json>,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map(fromPairs),
  ),
}))

/** As JSON.parse does, so that `__proto__` is a key like others. */
function fromPairs(pairs: [string, Json][]): Json {
  const members = pairs.map(([name, child]) => `${JSON.stringify(name)}:${JSON.stringify(child)}`)
  return JSON.parse(`{${members.join(',')}}`) as Json
}

const object = fc.array(fc.tuple(key, value), { maxLength: 5 }).map(fromPairs)

describe('the model is total', () => {
  const odd = fc.oneof(value, object)
  const action = fc.oneof(
    fc.constantFrom(['create'], ['update'], ['delete', 'create'], ['forget'], ['no-op'], ['x']),
    odd,
  )
  const rawChange = fc.record(
    {
      actions: action,
      before: odd,
      after: odd,
      after_unknown: odd,
      before_sensitive: odd,
      after_sensitive: odd,
      replace_paths: fc.oneof(
        fc.array(fc.array(fc.oneof(key, fc.nat(3), odd), { maxLength: 3 }), { maxLength: 3 }),
        odd,
      ),
      importing: odd,
    },
    { requiredKeys: [] },
  )
  const entry = fc.oneof(
    odd,
    fc.record(
      {
        address: odd,
        type: odd,
        name: odd,
        index: odd,
        deposed: odd,
        previous_address: odd,
        action_reason: odd,
        change: fc.oneof(rawChange, odd),
      },
      { requiredKeys: ['change'] },
    ),
  )
  const entries = fc.array(entry, { maxLength: 4 })
  const plan = fc.record(
    {
      format_version: fc.constantFrom('1.2', '0.1', '1.99'),
      planned_values: fc.constant({}),
      terraform_version: odd,
      resource_changes: entries,
      resource_drift: entries,
      deferred_changes: fc.array(fc.oneof(odd, fc.record({ reason: odd, resource_change: entry })), {
        maxLength: 3,
      }),
      output_changes: fc.dictionary(key, fc.oneof(rawChange, odd), { maxKeys: 3 }),
      checks: fc.array(
        fc.oneof(odd, fc.record({ address: odd, status: odd, instances: fc.oneof(fc.array(odd), odd) })),
        { maxLength: 3 },
      ),
      action_invocations: fc.array(odd, { maxLength: 2 }),
      applyable: odd,
      complete: odd,
      errored: odd,
    },
    { requiredKeys: ['format_version', 'planned_values'] },
  )

  test('whatever parsePlanJson accepts, and nothing of it is dropped', () => {
    fc.assert(
      fc.property(plan, (input) => {
        const raw = parsePlanJson(JSON.stringify(input))
        const model = planModel(raw, testRedactor())
        expect(JSON.parse(JSON.stringify(model))).toEqual(model)
        expect(planDigest(raw, testRedactor())).toMatch(/^[0-9a-f]{64}$/)
        const unknown = (raw.resource_changes ?? []).filter((item: unknown) => {
          const actions = (item as { change?: { actions?: unknown } } | null)?.change?.actions
          return !Array.isArray(actions) || actions.length === 0
        })
        expect(model.counts.unknown).toBeGreaterThanOrEqual(unknown.length)
        if (unknown.length > 0) expect(model.changed).toBe(true)
        const { counts } = model
        expect([...model.changes, ...model.drift].every((item) => item.address !== '')).toBe(true)
        expect(counts.drift).toBe(model.drift.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the diff', () => {
  test('of a value with itself is empty', () => {
    fc.assert(
      fc.property(object, (same) => {
        expect(
          attributeChanges(change(same, JSON.parse(JSON.stringify(same)) as Json), testRedactor()).attributes,
        ).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('of values that differ is not', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        fc.pre(!sameJson(withoutNulls(before), withoutNulls(after)))
        expect(attributeChanges(change(before, after), testRedactor()).attributes).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('covers every leaf that differs, and shows no other', () => {
    const plainKey = fc.constantFrom('a', 'b', 'c', 'd')
    const plainLeaf = fc.constantFrom<Json>('x', 'y', 1, 2, true, null)
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'medium' },
        plainLeaf,
        fc.dictionary(plainKey, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    const root = fc.dictionary(plainKey, tree, { maxKeys: 4 })
    fc.assert(
      fc.property(root, root, (before, after) => {
        const { attributes } = attributeChanges(change(before, after), testRedactor())
        const paths = attributes.map((attribute) => attribute.path)
        expect(new Set(paths).size).toBe(paths.length)
        const left = leavesOf(before)
        const right = leavesOf(after)
        const isUnder = (leafPath: string, path: string): boolean =>
          leafPath === path || leafPath.startsWith(`${path}.`)
        for (const path of new Set([...left.keys(), ...right.keys()])) {
          const differs = left.get(path) !== right.get(path)
          const isNull = [left.get(path), right.get(path)].every(
            (item) => item === undefined || item === 'null',
          )
          const covered = paths.some((shown) => isUnder(path, shown) || isUnder(shown, path))
          if (differs && !isNull) expect([path, covered]).toEqual([path, true])
          if (!differs && left.get(path) !== '{}') expect([path, paths.includes(path)]).toEqual([path, false])
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** Top-level nulls are the same as no attribute. */
function withoutNulls(value: Json): Json {
  return fromPairs(Object.entries(value as Record<string, Json>).filter(([, child]) => child !== null))
}

function leavesOf(
  value: Json | undefined,
  path = '',
  found = new Map<string, string>(),
): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found.set(path, JSON.stringify(value))
  const entries = Object.entries(value)
  if (entries.length === 0 && path !== '') found.set(path, '{}')
  for (const [name, child] of entries) leavesOf(child, path === '' ? name : `${path}.${name}`, found)
  return found
}

describe('no secret gets into the model', () => {
  const canary = 'canary'

  /** A value in which every canary is hidden by a mark, by its key or by the name beside it, with its mark tree. */
  interface Marked {
    readonly value: Json
    readonly mark: Json
  }
  const { marked } = fc.letrec<{ marked: Marked }>((tie) => ({
    marked: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf.map((plain) => ({ value: plain, mark: false })),
      fc.nat(5).map((number) => ({ value: `${canary}-${number}`, mark: true })),
      fc.nat(5).map((number) => ({ value: { [`${canary}${number}`]: [`${canary}-${number}`] }, mark: true })),
      fc.nat(5).map((number) => ({
        value: { name: 'API_TOKEN', value: { deep: `${canary}-${number}` } },
        mark: {},
      })),
      fc.nat(5).map((number) => ({ value: { my_password: `${canary}-${number}`, n: number }, mark: false })),
      fc.nat(5).map((number) => ({ value: { tokens: [`${canary}-${number}`], n: number }, mark: {} })),
      fc.nat(5).map((number) => ({
        value: JSON.stringify({ n: number, token: `${canary}-${number}` }),
        mark: false,
      })),
      fc.nat(5).map((number) => ({ value: `n: ${number}\ntoken: ${canary}-${number}\nx: y\n`, mark: false })),
      fc.array(tie('marked'), { maxLength: 4 }).map((items) => ({
        value: items.map((item) => item.value),
        mark: items.map((item) => item.mark),
      })),
      fc
        .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), tie('marked')), { maxLength: 4 })
        .map((pairs) => ({
          value: Object.fromEntries(pairs.map(([name, item]) => [name, item.value])),
          mark: Object.fromEntries(pairs.map(([name, item]) => [name, item.mark])),
        })),
    ),
  }))
  const root = fc.record({ a: marked, b: marked, c: marked })
  const split = (items: { a: Marked; b: Marked; c: Marked }): Marked => ({
    value: { a: items.a.value, b: items.b.value, c: items.c.value },
    mark: { a: items.a.mark, b: items.b.mark, c: items.c.mark },
  })

  test('by its mark, its key or the name beside it, without knowing its value', () => {
    fc.assert(
      fc.property(
        root,
        root,
        fc.boolean(),
        fc.constantFrom('create', 'update', 'delete'),
        (b, a, unknown, action) => {
          const [before, after] = [split(b), split(a)]
          const sides = {
            actions: [action],
            before: action === 'create' ? null : before.value,
            after: action === 'delete' ? null : after.value,
            before_sensitive: action === 'create' ? false : before.mark,
            after_sensitive: action === 'delete' ? false : after.mark,
            after_unknown: unknown ? { b: true } : {},
          }
          const raw = planOf({
            resource_changes: [{ address: 'a.b', change: sides }],
            resource_drift: [{ address: 'a.b', change: sides }],
            output_changes: { o: sides },
          })
          expect(JSON.stringify(planModel(raw, testRedactor()))).not.toContain(canary)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('by its value, wherever in the plan it stands', () => {
    const planted = fc.constantFrom(
      canary,
      `x${canary}y`,
      `a\n${canary}\nb`,
      `{"k":"${canary}","${canary}":1}`,
      'plain',
    )
    const { any } = fc.letrec<{ any: Json }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        planted,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(canary, `k${canary}`, 'a', 'b'), tie('any'), { maxKeys: 3 }),
      ),
    }))
    const name = fc.constantFrom(canary, `a.${canary}`, 'plain')
    const all = fc.record({ before: any, after: any, name })
    fc.assert(
      fc.property(all, ({ before, after, name: planted_name }) => {
        const sides = { actions: ['update', planted_name], before, after, replace_paths: [[planted_name, 0]] }
        const entry = {
          address: planted_name,
          previous_address: `${planted_name}2`,
          module_address: planted_name,
          mode: planted_name,
          type: planted_name,
          name: planted_name,
          index: planted_name,
          provider_name: planted_name,
          deposed: planted_name,
          action_reason: planted_name,
          change: { ...sides, importing: { id: planted_name, identity: before } },
        }
        const raw: RawPlan = planOf({
          terraform_version: planted_name,
          resource_changes: [entry],
          resource_drift: [entry],
          deferred_changes: [{ reason: planted_name, resource_change: entry }],
          output_changes: { [planted_name]: sides },
          action_invocations: [{ address: planted_name, type: planted_name, name: planted_name }],
          checks: [
            {
              address: { to_display: planted_name, kind: planted_name },
              instances: [
                { address: { to_display: `${planted_name}[0]` }, problems: [{ message: planted_name }] },
              ],
            },
          ],
        })
        expect(JSON.stringify(planModel(raw, testRedactor([canary])))).not.toContain(canary)
      }),
      { numRuns: 500 },
    )
  })
})
