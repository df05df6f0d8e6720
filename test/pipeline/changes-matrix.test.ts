import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  isListable,
  matrixJson,
  packDeep,
  packJobs,
  type MatrixItem,
  type OrderedItem,
} from '../../src/pipeline/changes-matrix.ts'

const names = (count: number, environment?: string): MatrixItem[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${environment ?? 'infra'}/s${String(index).padStart(4, '0')}`,
    ...(environment === undefined ? {} : { environment }),
  }))

describe('jobs of a matrix', () => {
  test('nothing is an empty matrix, as the guard of the workflow knows it', () => {
    expect(packJobs([], 250)).toEqual([])
    expect(matrixJson('stacks', packJobs([], 250))).toBe('{"include":[]}')
  })

  test.each([
    [1, 250, 1],
    [250, 250, 250],
    [251, 250, 250],
    [256, 256, 256],
    [257, 256, 256],
    [2000, 250, 250],
    [7, 1, 1],
  ])(
    '%i stacks in at most %i jobs are %i jobs (a matrix of 288 was refused whole: NVIDIA/aicr#1171)',
    (count, max, jobs) => {
      const entries = packJobs(names(count), max)
      expect(entries).toHaveLength(jobs)
      expect(entries.flatMap((entry) => entry.names)).toEqual(names(count).map(({ name }) => name))
      const sizes = entries.map((entry) => entry.names.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    },
  )

  test('257 stacks in 256 jobs: one job has two, the others one', () => {
    const sizes = packJobs(names(257), 256).map((entry) => entry.names.length)
    expect(sizes.filter((size) => size === 2)).toHaveLength(1)
    expect(sizes.filter((size) => size === 1)).toHaveLength(255)
  })

  test('a job has one environment, for it has one set of credentials', () => {
    const entries = packJobs([...names(10, 'prod'), ...names(3, 'dev'), ...names(2)], 4)
    expect(entries.map(({ environment, names: of }) => [environment, of.length])).toEqual([
      ['', 2],
      ['dev', 3],
      ['prod', 5],
      ['prod', 5],
    ])
  })

  test('more environments than jobs cannot be, and that is said', () => {
    expect(() => packJobs([...names(1, 'a'), ...names(1, 'b'), ...names(1, 'c')], 2)).toThrow(
      'touches 3 environments, and `max-jobs` is 2',
    )
  })

  test('an entry is told by what is in it', () => {
    const [one] = packJobs(names(1, 'prod'), 1)
    expect(one?.id).toMatch(/^[0-9a-f]{12}$/)
    expect(packJobs(names(1, 'prod'), 9)).toEqual([one])
    expect(packJobs([{ name: 'prod/s0000', environment: 'dev' }], 1)[0]?.id).not.toBe(one?.id)
    expect(JSON.parse(matrixJson('stacks', packJobs(names(2, 'prod'), 1)))).toEqual({
      include: [
        {
          id: expect.stringMatching(/^[0-9a-f]{12}$/),
          name: 'prod/s0000 and 1 more',
          stacks: 'prod/s0000\nprod/s0001',
          environment: 'prod',
        },
      ],
    })
  })

  test('whatever comes: all of it once, in its order, within the limit, balanced, never two environments', () => {
    const item = fc.record({ environment: fc.constantFrom('', 'dev', 'prod', 'qa') })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 300 }), fc.integer({ min: 4, max: 256 }), (drawn, max) => {
        const items = drawn.map(({ environment }, index) => ({ name: `s${index}`, environment }))
        const entries = packJobs(items, max)
        expect(entries.length).toBeLessThanOrEqual(max)
        for (const environment of ['', 'dev', 'prod', 'qa']) {
          const own = entries.filter((entry) => entry.environment === environment)
          expect(own.flatMap((entry) => entry.names)).toEqual(
            items.filter((one) => one.environment === environment).map(({ name }) => name),
          )
          const sizes = own.map((entry) => entry.names.length)
          if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
        if (items.length <= max) expect(entries).toHaveLength(items.length)
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
        expect(packJobs(items, max)).toEqual(entries)
      }),
    )
  })
})

describe('what is deeper than the waves', () => {
  const deep = (name: string, wave: number, upstream: string[] = [], environment = ''): OrderedItem => ({
    name,
    wave,
    upstream,
    environment,
  })

  test('is one entry, in order', () => {
    const { entries, ordered } = packDeep([
      deep('a', 6, ['c']),
      deep('c', 5, ['b']),
      deep('b', 4, ['of-wave-3']),
    ])
    expect(entries.map((entry) => entry.names)).toEqual([['b', 'c', 'a']])
    expect(ordered).toBe(false)
  })

  test('is one entry for each environment where these do not wait for each other', () => {
    const { entries, ordered } = packDeep([
      deep('p4', 4, [], 'prod'),
      deep('d4', 4, [], 'dev'),
      deep('p5', 5, ['p4'], 'prod'),
      deep('d5', 5, ['d4'], 'dev'),
    ])
    expect(entries.map(({ environment, names: of }) => [environment, of])).toEqual([
      ['dev', ['d4', 'd5']],
      ['prod', ['p4', 'p5']],
    ])
    expect(ordered).toBe(false)
  })

  test('says so where environments wait for each other: the entries must not run side by side', () => {
    const { entries, ordered } = packDeep([
      deep('p4', 4, [], 'prod'),
      deep('d5', 5, ['p4'], 'dev'),
      deep('p6', 6, ['d5'], 'prod'),
    ])
    expect(entries.map(({ environment, names: of }) => [environment, of])).toEqual([
      ['prod', ['p4']],
      ['dev', ['d5']],
      ['prod', ['p6']],
    ])
    expect(ordered).toBe(true)
  })

  test('a circle hides nothing and does not hang', () => {
    const { entries } = packDeep([deep('a', 4, ['b']), deep('b', 4, ['a'])])
    expect(entries.flatMap((entry) => entry.names).sort()).toEqual(['a', 'b'])
  })

  test('nothing comes before what it waits for', () => {
    const drawn = fc.array(
      fc.record({ environment: fc.constantFrom('', 'dev', 'prod'), after: fc.array(fc.nat(40)) }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(drawn, (all) => {
        const items = all.map(({ environment, after }, index) =>
          deep(
            `s${index}`,
            4 + index,
            after.filter((other) => other < index).map((other) => `s${other}`),
            environment,
          ),
        )
        const { entries, ordered } = packDeep(items)
        const order = entries.flatMap((entry) => entry.names)
        expect([...order].sort()).toEqual(items.map(({ name }) => name).sort())
        const entryOf = (name: string): number => entries.findIndex((entry) => entry.names.includes(name))
        for (const item of items) {
          for (const before of item.upstream) {
            expect(order.indexOf(before)).toBeLessThan(order.indexOf(item.name))
            if (!ordered) expect(entryOf(before)).toBe(entryOf(item.name))
          }
        }
        for (const entry of entries)
          for (const name of entry.names)
            expect(items.find((item) => item.name === name)?.environment).toBe(entry.environment)
      }),
    )
  })
})

describe('a name that a list of lines can hold', () => {
  test.each(['infra/app', 'a b', "it's", '"q"', '한국', '$(touch x)', '.', 'a\rb'])('%j can', (name) => {
    expect(isListable(name)).toBe(true)
  })
  test.each(['', 'a\nb', 'a\r\nb', ' a', 'a ', '\ta', 'a\r', '\u00a0a'])('%j cannot', (name) => {
    expect(isListable(name)).toBe(false)
  })
})
