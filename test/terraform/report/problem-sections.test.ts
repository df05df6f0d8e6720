import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/report/finding.ts'
import type { CheckResult, PlanModel } from '../../../src/terraform/plan/plan-model.ts'
import { planModel } from '../../../src/terraform/plan/model.ts'
import type { PlanOutcome } from '../../../src/terraform/report/outcome.ts'
import { planPart } from '../../../src/terraform/report/plan-part.ts'
import { planFindings, withoutRepeatedChecks } from '../../../src/terraform/report/problem-sections.ts'
import { planOf, testRedactor } from '../plan/support.ts'

const stack = { key: 'k', name: 'app', path: 'app' }
const failing = (...instances: [string, ...string[]][]): CheckResult['failing'] =>
  instances.map(([address, ...problems]) => ({ address, problems }))

function outcome(
  checks: readonly Partial<CheckResult>[],
  more: {
    readonly findings?: readonly Finding[]
    readonly errored?: boolean
    readonly failed?: boolean
  } = {},
): PlanOutcome {
  const model: PlanModel = {
    ...planModel(planOf({ errored: more.errored ?? false }), testRedactor()),
    checks: checks.map((check) => ({ address: 'x', kind: 'check', status: 'fail', failing: [], ...check })),
  }
  const failure = { phase: 'plan', cause: 'config' as const, message: 'Resource precondition failed' }
  return {
    stack,
    model,
    ...(more.failed === true ? { failure } : {}),
    findings: more.findings ?? [],
    reproduce: [],
    seconds: 1,
  }
}

const diagnostic = (severity: Finding['severity'], message: string, help: string, line: number): Finding => ({
  rule: 'terraform/diagnostic',
  severity,
  message,
  help,
  subject: 'app',
  location: { file: 'app/main.tf', line },
  fingerprint: `${line}`,
})

const words = (found: readonly Finding[]): string[] =>
  found.map(
    ({ severity, message, location }) =>
      `${severity} ${message}${location === undefined ? '' : ` :${location.line ?? ''}`}`,
  )

describe('what does not hold', () => {
  test('is one finding for each message of each instance, each with its own fingerprint', () => {
    const found = planFindings(
      outcome([
        { failing: failing(['check.a', 'one', 'two']) },
        { address: 'r.b', kind: 'resource', failing: failing(['r.b[0]', 'small'], ['r.b[1]', 'small']) },
        { address: 'check.c', status: 'error' },
        { address: 'check.d', status: 'fail', failing: failing(['check.d']) },
        { status: 'pass' },
        { status: 'unknown' },
      ]),
    )
    expect(words(found)).toEqual([
      'warning check.a: one',
      'warning check.a: two',
      'warning r.b[0]: small',
      'warning r.b[1]: small',
      'warning check.c: could not be evaluated',
      'warning check.d: does not hold',
    ])
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length)
  })

  test('is an error where it ended the plan, and the verdict is red', () => {
    const broken = outcome(
      [
        { address: 'r.b', kind: 'resource', failing: failing(['r.b', 'small']) },
        { address: 'check.a', failing: failing(['check.a', 'one']) },
      ],
      { errored: true },
    )
    expect(words(planFindings(broken))).toEqual(['error r.b: small', 'warning check.a: one'])
    const options = {
      run: { id: '1', attempt: 1, sha: 'a' },
      destroyWarning: 1,
      notSearched: { short: 0, plain: 0, names: 0 },
    }
    const part = planPart(broken, options)
    expect(part).toMatchObject({ status: 'failed', verdict: { kind: 'failed', reason: 'r.b: small' } })
    expect(part.headline).toEqual(['No changes', ' (the plan failed half way)'])
  })

  test('is said once: a failed condition is an error of the run already, also with count', () => {
    const errors = [0, 1].map((k) =>
      diagnostic('error', 'Resource precondition failed', `In r.b[${k}].\nsmall`, 3 + k),
    )
    const broken = outcome(
      [{ address: 'r.b', kind: 'resource', failing: failing(['r.b[0]', 'small'], ['r.b[1]', 'small']) }],
      { findings: errors, errored: true, failed: true },
    )
    expect(planFindings(broken)).toEqual([])
    expect(withoutRepeatedChecks(broken)).toEqual(errors)
  })

  test('an error that only has the same letters in it hides nothing', () => {
    const other = diagnostic('error', 'Invalid index', 'In r.z.\nthe list is too small for that', 9)
    const longer = diagnostic('error', 'Resource precondition failed', 'In r.z.\ntoo small', 9)
    const broken = outcome([{ address: 'r.b', kind: 'resource', failing: failing(['r.b', 'small']) }], {
      findings: [other, longer],
      errored: true,
    })
    expect(words(planFindings(broken))).toEqual(['error r.b: small'])
  })

  test('takes its place from the warning that says the same, and stands for it', () => {
    const warnings = [
      diagnostic('warning', 'Check block assertion failed', 'one', 3),
      diagnostic('warning', 'Check block assertion failed', 'In module.m[1].check.a.\none', 4),
      diagnostic('warning', 'Argument is deprecated', 'one', 5),
    ]
    const plan = outcome(
      [{ failing: failing(['module.m[0].check.a', 'one'], ['module.m[1].check.a', 'one']) }],
      { findings: warnings },
    )
    expect(words(planFindings(plan))).toEqual([
      'warning module.m[0].check.a: one :3',
      'warning module.m[1].check.a: one :4',
    ])
    expect(words(withoutRepeatedChecks(plan))).toEqual(['warning Argument is deprecated :5'])
  })
})

test('checks that cannot be told yet are counted, unless the plan never got to them', () => {
  const options = {
    run: { id: '1', attempt: 1, sha: 'a' },
    destroyWarning: 1,
    notSearched: { short: 0, plain: 0, names: 0 },
  }
  const textOf = (errored: boolean): string =>
    JSON.stringify(
      planPart(
        outcome([{ status: 'unknown' }, { status: 'unknown' }, { status: 'pass' }], { errored }),
        options,
      ),
    )
  expect(textOf(false)).toContain('"rank":5,"text":["2 checks can be told only after apply."]')
  expect(textOf(true)).not.toContain('told only after apply')
})
