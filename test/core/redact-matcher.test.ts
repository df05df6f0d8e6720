import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codesInto, codesOf, makeScratch, SCRATCH_LENGTH } from '../../src/core/redact-decode.ts'
import { makeMatcher } from '../../src/core/redact-matcher.ts'

/** Few letters, so that patterns overlap each other and themselves; some are wider than eight bits. */
const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'b', '\u0161', '\u4e61'), minLength, maxLength })

function naive(patterns: readonly string[], text: string): string[] {
  return patterns.flatMap((pattern, index) => {
    const found: string[] = []
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      found.push(`${index} at ${at}`)
    return found
  })
}

test('every occurrence of every pattern is found, once, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(letters(6, 12), { minLength: 1, maxLength: 8 }),
      fc.array(fc.oneof(fc.nat(7), letters(0, 9)), { maxLength: 6 }),
      (patterns, pieces) => {
        const text = pieces
          .map((piece) => (typeof piece === 'number' ? (patterns[piece % patterns.length] ?? '') : piece))
          .join('')
        const found: string[] = []
        makeMatcher(patterns)(codesOf(text), (start, index) => found.push(`${index} at ${start}`))
        expect(found.sort()).toEqual(naive(patterns, text).sort())
      },
    ),
    { numRuns: 2_000 },
  )
})

test('of thousands of patterns that begin and end alike, the right one', () => {
  const patterns = Array.from({ length: 5_000 }, (_, index) => `Endpoint=sb://host/;Key=${index};Path=queue`)
  const match = makeMatcher(patterns)
  for (let shift = 0; shift < 3; shift++) {
    const found: number[][] = []
    match(
      codesOf(`${' '.repeat(shift)}${patterns[4321] ?? ''} and Endpoint=sb://host/;Key=`),
      (start, index) => found.push([start, index]),
    )
    expect(found).toEqual([[shift, 4321]])
  }
})

test('a scratch that was used before leaves nothing behind its text', () => {
  const scratch = makeScratch()
  codesInto(scratch, 'x'.repeat(SCRATCH_LENGTH))
  const { codes, length } = codesInto(scratch, 'secr')
  const match = makeMatcher(['secrxx'])
  match({ codes, length }, () => {
    throw new Error('found what is not there')
  })
  expect(Array.from(codes.subarray(0, 12))).toEqual([0x73, 0x65, 0x63, 0x72, 0, 0, 0, 0, 0, 0, 0, 0])
})
