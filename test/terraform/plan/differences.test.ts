import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { differences } from '../../../src/terraform/plan/differences.ts'
import { shortPair } from '../../../src/terraform/plan/hcl-text.ts'

const piece = fc.oneof(
  fc.constantFrom('ab', 'x'.repeat(40), 'the same words again ', '😀', ''),
  fc.string({ maxLength: 30 }),
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test('what is outside of the stretches is equal, and they are in order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      let [left, right] = [0, 0]
      for (const found of differences(before, after)) {
        expect(before.slice(left, found.before[0])).toBe(after.slice(right, found.after[0]))
        expect(found.before[1] - found.before[0] + found.after[1] - found.after[0]).toBeGreaterThan(0)
        expect(found.before[1]).toBeGreaterThanOrEqual(found.before[0])
        expect(found.after[1]).toBeGreaterThanOrEqual(found.after[0])
        left = found.before[1]
        right = found.after[1]
      }
      expect(before.slice(left)).toBe(after.slice(right))
    }),
    { numRuns: 1_000 },
  )
})

test('a change far behind another is found, and each as short as it is', () => {
  const words = Array.from({ length: 500 }, (_, index) => `w${index}`)
  const changed = words.map((word, index) => (index === 10 || index === 400 ? 'CHANGED' : word))
  const [before, after] = [words.join(' '), changed.join(' ')]
  expect(differences(before, after).map((found) => after.slice(...found.after))).toEqual([
    'CHANGED',
    'CHANGED',
  ])
})

test('texts that differ never look the same, and stay short', () => {
  fc.assert(
    fc.property(text, text, fc.nat(2), (a, b, where) => {
      const long = 'lorem ipsum dolor sit amet '.repeat(40)
      const [before, after] = [a, b].map((part) =>
        where === 0 ? part + long : where === 1 ? long + part : long + part + long,
      ) as [string, string]
      fc.pre(before !== after)
      const [left, right] = shortPair(before, after, (part) => JSON.stringify(part))
      expect(left).not.toBe(right)
      expect(Math.max(left.length, right.length)).toBeLessThan(20_000)
    }),
    { numRuns: 500 },
  )
})

test('of equal texts the ends are shown', () => {
  const long = `begin ${'x'.repeat(900)} end`
  const [left, right] = shortPair(long, long, (part) => part)
  expect(left).toMatch(/^begin x+ … \(510 characters left out\) … x+ end$/)
  expect(right).toBe(left)
})

test('huge and wholly different texts stay cheap', () => {
  const start = process.cpuUsage()
  for (const [a, b] of [
    ['x'.repeat(599), 'y'],
    ['ab', 'ba'],
    ['lorem ', 'ipsum '],
  ] as const) {
    shortPair(a.repeat(50_000), b.repeat(50_000), (part) => part)
  }
  const used = process.cpuUsage(start)
  expect((used.user + used.system) / 1_000).toBeLessThan(3_000)
})
