import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../../src/core/errors.ts'
import { makeHidesKey } from '../../../src/core/key-names.ts'
import { makeRedactor } from '../../../src/core/redact.ts'
import { redactPart } from '../../../src/report/redact-document.ts'
import { isObject } from '../../../src/terraform/plan/json.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { Json } from '../../../src/terraform/plan/raw.ts'
import { planOutcome } from '../../../src/terraform/report/plan-outcome.ts'
import { planPart } from '../../../src/terraform/report/plan-part.ts'
import { planSecrets } from '../../../src/terraform/secrets.ts'
import { readPlan } from '../../lab/plans.ts'

/** From the text of a plan to its part, as a job does it. What is no plan is refused with words. */
function reportOf(text: string): unknown {
  try {
    const raw = parsePlanJson(text)
    const redactor = makeRedactor({ ...planSecrets(raw, makeHidesKey()), patterns: [] })
    const stack = { key: 'k', name: 'app', path: 'app' }
    const outcome = planOutcome({ stack, raw, diagnostics: [], findings: [], seconds: 1 }, redactor)
    const run = { id: '1', attempt: 1, sha: 'a' }
    return redactPart(
      planPart(outcome, { run, destroyWarning: 1, notSearched: redactor.notSearched }),
      redactor,
    )
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined
    throw thrown
  }
}

const base = { format_version: '1.2', planned_values: {} }

test.each<[string, object]>([
  ['an entry that is null', { resource_changes: [null] }],
  ['an entry that is a text', { resource_drift: ['x'], deferred_changes: ['x', null] }],
  ['a change that is null', { resource_changes: [{ address: 'a.b', change: null }] }],
  ['an output that is null', { output_changes: { x: null, password: null } }],
  ['a variable that is null', { variables: { x: null, password: 1 } }],
  ['variables that are a list', { variables: [null] }],
  ['actions that are null', { action_invocations: [null] }],
])('%s ends nothing', (_, plan) => {
  expect(reportOf(JSON.stringify({ ...base, ...plan }))).toMatchObject({ kind: 'terraform-plan' })
})

const odd = fc.oneof(
  fc.constant<Json>(null),
  fc.constantFrom<Json>('x', '', 0, true, [], {}, [null], { x: null }, [[]], ['x', 1], { password: 'x' }),
)
/** Mostly near the top, where the format says what stands. */
const place = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(1000), { minLength: 4, maxLength: 8 }) },
)

/** A plan of a real tool in which a few places, chosen at random, hold something else. */
const broken = (whole: Json): fc.Arbitrary<Json> =>
  fc
    .array(fc.tuple(place, odd), {
      minLength: 1,
      maxLength: 4,
    })
    .map((faults) => faults.reduce<Json>((plan, [steps, value]) => replaced(plan, steps, value), whole))

function replaced(node: Json, [step, ...rest]: readonly number[], value: Json): Json {
  const keys = typeof node === 'object' && node !== null ? Object.keys(node) : []
  const key = step === undefined ? undefined : keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return value
  if (Array.isArray(node))
    return (node as Json[]).map((item, k) => (String(k) === key ? replaced(item, rest, value) : item))
  return isObject(node) ? { ...node, [key]: replaced(node[key] ?? null, rest, value) } : value
}

test.each([
  ['every-action', 'terraform-1.11.4'],
  ['checks', 'terraform-1.5.7'],
  ['sensitive', 'tofu-1.12.6'],
  ['import', 'terraform-1.11.4'],
  ['aws-refresh-only', 'terraform-1.11.4'],
])('%s with odd parts is told or refused, never a crash', (scenario, tool) => {
  const whole = readPlan(scenario, tool) as Json
  expect(reportOf(JSON.stringify(whole))).toBeDefined()
  fc.assert(
    fc.property(broken(whole), (plan) => {
      reportOf(JSON.stringify(plan))
    }),
    { numRuns: 100 },
  )
})
