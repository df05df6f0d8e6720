import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { alignByKey } from '../../../src/terraform/plan/align.ts'
import { attributeChanges } from '../../../src/terraform/plan/diff.ts'
import type { Json } from '../../../src/terraform/plan/raw.ts'
import { change, diffWords, testRedactor } from './support.ts'

const rule = (port: number, cidr: string, description = ''): Json => ({
  from_port: port,
  to_port: port,
  protocol: 'tcp',
  cidr_blocks: [cidr],
  description,
  self: false,
})

describe('lists', () => {
  test('an element in the middle does not make all that follow change', () => {
    expect(diffWords({ l: ['a', 'b', 'c', 'd'] }, { l: ['a', 'x', 'b', 'c', 'd'] })).toEqual([
      'l[1]: (absent) -> "x"',
    ])
    expect(diffWords({ l: ['a', 'b', 'c', 'd'] }, { l: ['a', 'c', 'd'] })).toEqual(['l[1]: "b" -> (absent)'])
    const block = (name: string): Json => ({ name, size: name.length, list: [name] })
    const names = ['alpha', 'beta', 'gamma', 'delta']
    expect(diffWords({ l: names.map(block) }, { l: ['alpha', 'new', ...names.slice(1)].map(block) })).toEqual(
      ['l[1]: (absent) -> { name = "new", size = 3, list = ["new"] }'],
    )
  })

  test('a changed element is a change, at its index after', () => {
    expect(diffWords({ l: ['a', 'b', 'c'] }, { l: ['n', 'a', 'x', 'c'] })).toEqual([
      'l[0]: (absent) -> "n"',
      'l[2]: "b" -> "x"',
    ])
  })

  test('a reordered list is shown, never as "no change"', () => {
    expect(diffWords({ l: ['a', 'b'] }, { l: ['b', 'a'] })).toHaveLength(2)
    expect(
      diffWords(
        {
          l: [
            { a: 1, b: 2 },
            { a: 3, b: 4 },
          ],
        },
        {
          l: [
            { a: 3, b: 4 },
            { a: 1, b: 2 },
          ],
        },
      ),
    ).not.toEqual([])
  })

  test('repeated elements', () => {
    expect(diffWords({ l: ['a', 'a', 'b'] }, { l: ['a', 'a', 'a', 'b'] })).toEqual(['l[2]: (absent) -> "a"'])
    expect(diffWords({ l: [null] }, { l: [null, null] })).toEqual(['l[1]: (absent) -> null'])
  })

  test('lists in lists', () => {
    expect(diffWords({ l: [[1, 2], [3]] }, { l: [[1, 2, 9], [3]] })).toEqual(['l[0][2]: (absent) -> 9'])
  })
})

describe('sets and blocks', () => {
  test('the one block of its kind is the same block whatever changed in it', () => {
    expect(diffWords({ disk: [{ size: 1, type: 'a' }] }, { disk: [{ size: 2, type: 'b' }] })).toEqual([
      'disk[0].size: 1 -> 2',
      'disk[0].type: "a" -> "b"',
    ])
  })

  test('a changed element is found wherever the order of the set puts it', () => {
    const before = [
      rule(22, '10.0.0.0/8', 'ssh'),
      rule(80, '0.0.0.0/0', 'web'),
      rule(443, '0.0.0.0/0', 'tls'),
    ]
    const after = [
      rule(80, '0.0.0.0/0', 'web'),
      rule(443, '0.0.0.0/0', 'tls'),
      rule(22, '192.168.0.0/16', 'ssh'),
    ]
    expect(diffWords({ ingress: before }, { ingress: after })).toEqual([
      'ingress[2].cidr_blocks[0]: "10.0.0.0/8" -> "192.168.0.0/16"',
    ])
  })

  test('an element that is like none came or went as a whole', () => {
    const before = [rule(80, '0.0.0.0/0'), { other: 1, kind: 'x' }]
    const after = [rule(80, '0.0.0.0/0'), rule(22, '10.0.0.0/8')]
    expect(diffWords({ ingress: before }, { ingress: after })).toEqual([
      'ingress[1]: { other = 1, kind = "x" } -> (absent)',
      'ingress[1]: (absent) -> { from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["10.0.0.0/8"], description = "", self = false }',
    ])
  })

  test('elements with a name are paired by it', () => {
    const before = [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ]
    const after = [
      { name: 'B', value: '3' },
      { name: 'C', value: '1' },
    ]
    expect(diffWords({ env: before }, { env: after })).toEqual([
      'env[0]: { name = "A", value = "1" } -> (absent)',
      'env[0].value: "2" -> "3"',
      'env[1]: (absent) -> { name = "C", value = "1" }',
    ])
  })

  test('marks go with their elements', () => {
    const more = {
      before_sensitive: { l: [{}, { v: true }] },
      after_sensitive: { l: [{}, {}, { v: true }] },
    }
    const a = { name: 'a', v: 'x' }
    const b = { name: 'b', v: 'y' }
    expect(diffWords({ l: [a, b] }, { l: [{ name: 'n', v: 'z' }, a, b] }, more)).toEqual([
      'l[0]: (absent) -> { name = "n", v = "z" }',
    ])
    expect(diffWords({ l: [a, b] }, { l: [{ name: 'n', v: 'z' }, a, { name: 'b', v: 'q' }] }, more)).toEqual([
      'l[0]: (absent) -> { name = "n", v = "z" }',
      'l[2].v: (sensitive) -> (sensitive)',
    ])
  })
})

describe('alignByKey', () => {
  test('repeated elements meet one after the other', () => {
    expect(alignByKey(['x', 'a', 'a', 'y'], ['z', 'a', 'a', 'w']).anchors).toEqual([
      { before: 1, after: 1 },
      { before: 2, after: 2 },
    ])
  })

  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 })

  test('anchors are equal and rise on both sides; gaps hold all the rest', () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const { anchors, gaps } = alignByKey(before, after)
        for (const [index, anchor] of anchors.entries()) {
          expect(before[anchor.before]).toBe(after[anchor.after])
          const next = anchors[index + 1]
          if (next !== undefined) {
            expect(next.before).toBeGreaterThan(anchor.before)
            expect(next.after).toBeGreaterThan(anchor.after)
          }
        }
        const all = (side: 'before' | 'after'): number[] =>
          [...anchors.map((anchor) => anchor[side]), ...gaps.flatMap((gap) => gap[side])].sort(
            (a, b) => a - b,
          )
        expect(all('before')).toEqual(before.map((_, index) => index))
        expect(all('after')).toEqual(after.map((_, index) => index))
      }),
    )
  })

  test('of lists without repeats it is a longest common subsequence', () => {
    const unique = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 8 })
    fc.assert(
      fc.property(unique, unique, (before, after) => {
        const length = before.map(() => after.map(() => 0))
        let best = 0
        for (const [i, a] of before.entries()) {
          for (const [j, b] of after.entries()) {
            const row = length[i] ?? []
            row[j] =
              a === b ? (length[i - 1]?.[j - 1] ?? 0) + 1 : Math.max(length[i - 1]?.[j] ?? 0, row[j - 1] ?? 0)
            best = Math.max(best, row[j])
          }
        }
        expect(alignByKey(before, after).anchors).toHaveLength(best)
      }),
    )
  })
})

describe('10,000 elements do not go quadratic', () => {
  const many = 10_000
  const list = (make: (index: number) => Json): Json => ({
    l: Array.from({ length: many }, (_, index) => make(index)),
  })
  test.each<[string, (index: number) => Json, (index: number) => Json, number]>([
    [
      'all changed a little',
      (n) => ({ n, same: 'x', also: 'y', v: 1 }),
      (n) => ({ n, same: 'x', also: 'y', v: 2 }),
      many,
    ],
    ['all others', (n) => ({ a: n }), (n) => ({ b: n }), 2 * many],
    ['texts', (n) => `a${n}`, (n) => `b${n}`, many],
    ['reversed', (n) => n, (n) => many - n, many],
  ])('%s', (_name, before, after, atLeast) => {
    const start = process.cpuUsage()
    const diff = attributeChanges(change(list(before), list(after)), testRedactor())
    const used = process.cpuUsage(start)
    expect(diff.attributes.length).toBeGreaterThanOrEqual(atLeast)
    expect((used.user + used.system) / 1_000).toBeLessThan(5_000)
  })
})
