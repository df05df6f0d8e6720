import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inOrder, type Ordered } from '../../../src/pipeline/apply/in-order.ts'

type Result = string

const options = {
  isGood: (result: Result) => result === 'good',
  skip: (_: Ordered, failed: readonly string[]): Result => `skipped for ${failed.join(',')}`,
}

test('what waits begins after what it waits for has ended well', async () => {
  const said: string[] = []
  const items = [
    { name: 'c', upstream: ['b', 'elsewhere'] },
    { name: 'a', upstream: [] },
    { name: 'b', upstream: ['a'] },
  ]
  const results = await inOrder(
    items,
    4,
    async ({ name }) => {
      said.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      said.push(`${name} ends`)
      return 'good'
    },
    options,
  )
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(results).toEqual(['good', 'good', 'good'])
})

test('behind a failure nothing is begun, and the rest goes on', async () => {
  const begun: string[] = []
  const items = [
    { name: 'a', upstream: [] },
    { name: 'b', upstream: ['a'] },
    { name: 'c', upstream: ['b'] },
    { name: 'd', upstream: [] },
  ]
  const results = await inOrder(
    items,
    1,
    ({ name }) => {
      begun.push(name)
      return Promise.resolve<Result>(name === 'a' ? 'bad' : 'good')
    },
    options,
  )
  expect(begun).toEqual(['a', 'd'])
  expect(results).toEqual(['bad', 'skipped for a', 'skipped for b', 'good'])
})

test('a circle is not begun, and does not hang', async () => {
  const items = [
    { name: 'a', upstream: ['b'] },
    { name: 'b', upstream: ['a'] },
  ]
  const results = await inOrder(items, 2, () => Promise.resolve<Result>('good'), options)
  expect(results).toEqual(['skipped for b', 'skipped for a'])
})

test('a rejection rejects after all that had begun have ended', async () => {
  let ended = false
  const items = [
    { name: 'a', upstream: [] },
    { name: 'b', upstream: [] },
  ]
  const run = inOrder(
    items,
    2,
    async ({ name }) => {
      if (name === 'a') throw new Error('broken')
      await new Promise((resolve) => setTimeout(resolve, 20))
      ended = true
      return 'good'
    },
    options,
  )
  await expect(run).rejects.toThrow('broken')
  expect(ended).toBe(true)
})

test('never more at once than the limit, and always in order', async () => {
  const graphs = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(graphs, fc.integer({ min: 1, max: 4 }), async (graph, limit) => {
      const items = graph.map((edges, index) => ({
        name: String(index),
        upstream: edges.filter((other) => other < index).map(String),
      }))
      let now = 0
      const done = new Set<string>()
      const results = await inOrder(
        items,
        limit,
        async ({ name, upstream }) => {
          now += 1
          expect(now).toBeLessThanOrEqual(limit)
          for (const other of upstream) expect(done.has(other)).toBe(true)
          await Promise.resolve()
          now -= 1
          done.add(name)
          return 'good'
        },
        options,
      )
      expect(results).toEqual(items.map(() => 'good'))
    }),
    { numRuns: 100 },
  )
})
