import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../src/core/errors.ts'
import { reviewedPlanOf } from '../../../src/terraform/review/parse-reviewed.ts'
import { recordOf, salt, update } from './support.ts'

const change = { address: 'a.b', actions: ['update'], before: { a: 1 }, after: { a: 2 } }
const output = { name: 'o', actions: ['create'], before: null, after: 'x' }
const record = { version: 1, salt, changes: [change], outputs: [output], complete: true }
const hmac = 'ab'.repeat(32)

describe('what comes out of a seal', () => {
  test('a record stays what it was', () => {
    expect(reviewedPlanOf(JSON.parse(JSON.stringify(record)))).toEqual(record)
    const real = recordOf(
      update({ a: 1, b: [1, 2] }, { a: 's', b: [1, 3] }, { after_sensitive: { a: true } }),
    )
    expect(reviewedPlanOf(JSON.parse(JSON.stringify(real)))).toEqual(real)
    const marks = {
      a: { '\0hmac': hmac },
      b: { '\0unknown': true },
      c: [{ '\0same': true }],
      d: { '\0absent': true },
      '\0\0hmac': 'x',
    }
    expect(() => reviewedPlanOf({ ...record, changes: [{ ...change, after: marks }] })).not.toThrow()
  })

  const nested = (depth: number): unknown => {
    let value: unknown = 1
    for (let level = 0; level < depth; level++) value = [value]
    return value
  }
  const withValue = (after: unknown) => ({ ...record, changes: [{ ...change, after }] })
  const cases: readonly (readonly [string, unknown])[] = [
    ['is no object', null],
    ['is no object', []],
    ['another version', { ...record, version: 2 }],
    ['has no changes', { version: 1, salt, outputs: [], complete: true }],
    ['does not know', { ...record, more: true }],
    ['salt', { ...record, salt: 'AB'.repeat(32) }],
    ['salt', { ...record, salt: 1 }],
    ['whole', { ...record, complete: 'true' }],
    ['no list', { ...record, changes: {} }],
    ['change 0 is no object', { ...record, changes: [1] }],
    ['change 0 has no after', { ...record, changes: [{ address: 'a.b', actions: [], before: 1 }] }],
    ['does not know', { ...record, changes: [{ ...change, force: true }] }],
    ['address', { ...record, changes: [{ ...change, address: 1 }] }],
    ['deposed', { ...record, changes: [{ ...change, deposed: null }] }],
    ['actions', { ...record, changes: [{ ...change, actions: 'update' }] }],
    ['actions', { ...record, changes: [{ ...change, actions: [1] }] }],
    ['output 0 has no name', { ...record, outputs: [change] }],
    ['does not know', { ...record, outputs: [{ ...output, importing: null }] }],
    ['in order', { ...record, changes: [change, { ...change, address: 'a.a' }] }],
    ['in order', { ...record, changes: [{ ...change, deposed: 'a' }, change] }],
    ['mark', withValue({ '\0hmac': 'x' })],
    ['mark', withValue({ '\0hmac': hmac, a: 1 })],
    ['mark', withValue({ '\0unknown': false })],
    ['mark', withValue({ '\0other': true })],
    ['mark', withValue({ '\0': true })],
    ['too deep', withValue(nested(100_000))],
    ['no JSON', withValue(undefined)],
    ['no JSON', withValue({ a: () => 1 })],
    ['no JSON', withValue(Number.POSITIVE_INFINITY)],
  ]
  test.each(cases)('refused: %s', (words, value) => {
    let thrown: unknown
    try {
      reviewedPlanOf(value)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(UserError)
    expect((thrown as UserError).message).toContain(words)
  })
})
