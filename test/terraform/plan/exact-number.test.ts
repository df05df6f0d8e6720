import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exactDigits, hasLongNumber, keepDigits } from '../../../src/terraform/plan/exact-number.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { Json } from '../../../src/terraform/plan/raw.ts'

const read = (source: string): Json => JSON.parse(source, keepDigits) as Json

test.each(['9007199254740993', '-9007199254740993', '0.12345678901234567890', '1e400', '1e-400'])(
  '%s keeps its digits',
  (source) => {
    expect(exactDigits(read(source))).toBe(source)
  },
)

test.each(['0', '-0', '1.0', '1.50', '100', '1e21', '1E+21', '9007199254740992', '0.1', '-2e-7', '0.00001'])(
  '%s is a number',
  (source) => {
    expect(read(source)).toBe(Number(source))
  },
)

test('nothing else is taken for one', () => {
  for (const value of ['12', '', '\uE000', '\uE000x', 12, null, undefined, ['\uE0001']]) {
    expect(exactDigits(value)).toBeUndefined()
  }
})

test.each([':9007199254740993', ': 9007199254740993', ':[1,9007199254740993]', ':[\n-9007199254740993]'])(
  'a plan with %s keeps the digits, and one with them in a text is read as ever',
  (value) => {
    const text = (planned: string): string => `{"format_version":"1.2","planned_values":{"n"${planned}}}`
    expect(JSON.stringify(parsePlanJson(text(value)))).toContain('9007199254740993"')
    const quoted = text(`:${JSON.stringify(`{"n"${value}}`)}`)
    expect(parsePlanJson(quoted)).toEqual(JSON.parse(quoted))
  },
)

test('a number that loses digits is found wherever it stands', () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{16,30}$/)
  const number = fc.oneof(
    digits,
    digits.map((all) => `-${all}`),
    digits.map((all) => `${all.slice(0, 3)}.${all}`),
  )
  const spaces = fc.stringMatching(/^ {0,40}$/)
  const filler = fc.stringMatching(/^[a-z0-9.]{0,60}$/)
  fc.assert(
    fc.property(number, spaces, filler, fc.boolean(), (source, space, before, inList) => {
      const json = inList
        ? `{"a":${JSON.stringify(before)},"n":[1,${space}${source}]}`
        : `{"a":${JSON.stringify(before)},"n":${space}${source}}`
      expect(hasLongNumber(json)).toBe(true)
      // Not so in a text, nor in JSON in a text.
      expect(hasLongNumber(JSON.stringify({ a: before, s: source, t: JSON.stringify({ n: 1 }) }))).toBe(false)
      expect(hasLongNumber(JSON.stringify([`{"n":${space}${source}}`]))).toBe(false)
    }),
    { numRuns: 500 },
  )
})
