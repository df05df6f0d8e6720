import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { testRedactor } from '../plan/support.ts'
import { isObject } from '../../../src/terraform/plan/json.ts'
import type { Json, RawChange, RawPlan } from '../../../src/terraform/plan/raw.ts'
import { comparePlans } from '../../../src/terraform/review/compare-plans.ts'
import { differenceSections } from '../../../src/terraform/review/difference-sections.ts'
import { reviewedPlan } from '../../../src/terraform/review/review-plan.ts'
import { differ, planOf, plans, recordOf, shuffled } from './support.ts'

const runs = { numRuns: 400 }

describe('properties', () => {
  test('a plan is what was reviewed of it, whatever the order of keys and resources', () => {
    fc.assert(
      fc.property(plans, (raw) => {
        expect(differ(raw, raw)).toEqual([])
        expect(differ(raw, shuffled(raw))).toEqual([])
        expect(differ(shuffled(raw), raw)).toEqual([])
      }),
      runs,
    )
  })

  test('a record hides more with a redactor, and still compares alike', () => {
    const redactor = testRedactor(['x', 'TOKEN', 'a b', 'hunter2'])
    fc.assert(
      fc.property(plans, (raw) => {
        expect(comparePlans(reviewedPlan(raw, { redactor }), raw)).toEqual([])
      }),
      runs,
    )
  })

  test('one planned value that is another one is a difference, wherever it is', () => {
    let changed = 0
    fc.assert(
      fc.property(plans, fc.nat(), (raw, pick) => {
        const places = plannedPlaces(raw)
        const place = places[pick % Math.max(1, places.length)]
        if (place === undefined) return
        changed++
        const other = structuredCloneOf(raw)
        setAt(other, place)
        const found = differ(raw, other)
        expect(found).not.toEqual([])
        expect(differ(other, raw)).not.toEqual([])
        expect(differenceSections(found, testRedactor()).length).toBeGreaterThan(0)
      }),
      runs,
    )
    expect(changed).toBeGreaterThan(100)
  })

  test('no text of a sensitive leaf is in the record, nor in the words about a difference', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plain, pick) => {
        const raw = withSecrets(plain)
        const record = recordOf(raw)
        expect(JSON.stringify(record)).not.toMatch(/secret-leaf|hunter2/)
        const other = structuredCloneOf(raw)
        const places = plannedPlaces(other)
        const place = places[pick % Math.max(1, places.length)]
        if (place !== undefined) setAt(other, place)
        const found = comparePlans(record, other)
        expect(JSON.stringify(found)).not.toMatch(/secret-leaf|hunter2/)
        expect(JSON.stringify(comparePlans(record, planOf({})))).not.toMatch(/secret-leaf|hunter2/)
        expect(JSON.stringify(differ(planOf({}), raw))).not.toMatch(/secret-leaf|hunter2/)
      }),
      runs,
    )
  })

  test('whatever a plan holds, nothing throws', () => {
    const any = fc.anything({ withNullPrototype: false }).map((value) => toJson(value))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), any, any, (entries, change, outputs) => {
        const raw = {
          format_version: '1.2',
          resource_changes: [
            ...entries,
            { address: 'a', change },
            { change: { actions: ['update'], after: change } },
          ],
          output_changes: { o: outputs },
          action_invocations: entries,
        } as unknown as RawPlan
        expect(differ(raw, raw)).toEqual([])
      }),
      runs,
    )
  })
})

type Path = readonly (string | number)[]

/** Leaves of `after` that are planned and known, in what does something. */
function plannedPlaces(raw: RawPlan): Path[] {
  const found: Path[] = []
  const walk = (value: Json | undefined, unknown: Json | undefined, path: Path): void => {
    if (unknown === true) return
    if (Array.isArray(value) || isObject(value)) {
      for (const name of Object.keys(value)) {
        const step = Array.isArray(value) ? Number(name) : name
        const mark = isObject(unknown) || Array.isArray(unknown) ? own(unknown, step) : undefined
        walk(own(value, step), mark, [...path, step])
      }
    } else if (value !== undefined) found.push(path)
  }
  for (const [index, { change }] of (raw.resource_changes ?? []).entries()) {
    if (isIdle(change)) continue
    walk(change?.after, change?.after_unknown, ['resource_changes', index, 'change', 'after'])
  }
  for (const [name, change] of Object.entries(raw.output_changes ?? {})) {
    if (isIdle(change)) continue
    walk(change.after, change.after_unknown, ['output_changes', name, 'after'])
  }
  return found
}

function isIdle(change: RawChange | undefined): boolean {
  return change?.actions?.join() === 'no-op'
}

function own(value: Json, step: string | number): Json | undefined {
  return Object.hasOwn(value as object, step) ? (value as Record<string | number, Json>)[step] : undefined
}

function setAt(raw: RawPlan, path: Path): void {
  let at = raw as unknown as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  const value = 'another-value'
  if (last === '__proto__')
    Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true })
  else at[last] = value
}

/** Every leaf that is marked gets a text that is easy to find. */
function withSecrets(raw: RawPlan): RawPlan {
  const copy = structuredCloneOf(raw)
  const hide = (value: Json | undefined, mark: Json | undefined, path: string): Json => {
    if (mark === true && (typeof value !== 'object' || value === null)) return `secret-leaf ${path}`
    if (Array.isArray(value)) {
      return value.map((child: Json, index) =>
        hide(child, mark === true ? true : ownMark(mark, index), `${path}${index}`),
      )
    }
    if (!isObject(value)) return value ?? null
    const entries = Object.entries(value).map(([name, child]) => {
      const text = JSON.stringify(
        hide(child, mark === true ? true : ownMark(mark, name), `${path}${name.length}`),
      )
      return `${JSON.stringify(name)}:${text}`
    })
    return JSON.parse(`{${entries.join(',')}}`) as Json
  }
  const ofChange = (change: RawChange | undefined): RawChange => ({
    ...change,
    before: hide(change?.before, change?.before_sensitive, 'b'),
    after: hide(change?.after, change?.after_sensitive, 'b'),
  })
  return {
    ...copy,
    resource_changes: (copy.resource_changes ?? []).map((entry) => ({
      ...entry,
      change: ofChange(entry.change),
    })),
    output_changes: Object.fromEntries(
      Object.entries(copy.output_changes ?? {}).map(([name, change]) => [name, ofChange(change)]),
    ),
  }
}

function ownMark(mark: Json | undefined, step: string | number): Json | undefined {
  return isObject(mark) || Array.isArray(mark) ? own(mark, step) : undefined
}

function structuredCloneOf(raw: RawPlan): RawPlan {
  return JSON.parse(JSON.stringify(raw)) as RawPlan
}

function toJson(value: unknown): Json {
  try {
    return JSON.parse(JSON.stringify([value])) as Json
  } catch {
    return null
  }
}
