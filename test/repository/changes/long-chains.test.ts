import { expect, test } from '@jest/globals'
import { changesOf } from '../../../src/repository/changes.ts'
import { factsCache } from '../../../src/repository/modules/parsed-module.ts'
import { backend, call, modelOfTree } from '../support/changes-of-trees.ts'

const STACKS = 2_000

const read = (key: string): string =>
  `data "terraform_remote_state" "r" {\n  backend = "s3"\n  config = {\n    bucket = "state"\n    key = "${key}"\n  }\n}\n`

/** Once each stack was walked to the end of its chain: 10 s for 2,000, and minutes for 10,000. */
async function changed(of: (index: number) => Record<string, string>, edit: Record<string, string>) {
  const tree: Record<string, string> = {}
  for (let index = 0; index < STACKS; index += 1) Object.assign(tree, of(index))
  const facts = factsCache()
  const base = await modelOfTree(tree, {}, facts)
  const head = await modelOfTree({ ...tree, ...edit }, {}, facts)
  const start = performance.now()
  const changes = changesOf(base, head)
  return { changes, ms: performance.now() - start, base }
}

test('a chain of remote states takes a time that grows with its length alone', async () => {
  const stack = (index: number) => ({
    [`s/${index}/main.tf`]: backend(`k${index}`) + (index === 0 ? '' : read(`k${index - 1}`)),
  })
  const { changes, ms, base } = await changed(stack, { 's/0/x.tf': '#' })
  expect(changes.stacks).toHaveLength(STACKS)
  const last = changes.stacks.at(-1)
  expect([last?.item.name, last?.wave, last?.status]).toEqual([`s/${STACKS - 1}`, STACKS, 'affected'])
  const [reason] = last?.reasons ?? []
  expect(reason?.via).toHaveLength(17)
  expect(reason?.via.slice(0, 2)).toEqual(['s/0', 's/1'])
  expect(reason?.via[8]).toBe('…')
  expect(reason?.via.at(-1)).toBe(`s/${STACKS - 1}`)
  expect(reason?.kinds).toEqual(['files', ...Array.from({ length: 16 }, () => 'remote state')])
  for (const { inputsHash, item } of changes.stacks) expect(inputsHash).not.toBe(base.hashOf(item.node))
  expect(new Set(changes.stacks.map(({ inputsHash }) => inputsHash)).size).toBe(STACKS)
  expect(ms).toBeLessThan(4_000)
}, 30_000)

test('a circle of remote states: all are touched, and have one hash', async () => {
  const stack = (index: number) => ({
    [`s/${index}/main.tf`]: backend(`k${index}`) + read(`k${(index + 1) % STACKS}`),
  })
  const { changes, ms } = await changed(stack, { 's/7/x.tf': '#' })
  expect(changes.stacks).toHaveLength(STACKS)
  expect(new Set(changes.stacks.map(({ inputsHash }) => inputsHash)).size).toBe(1)
  expect(changes.notices.map(({ message }) => message.length)).toEqual([expect.any(Number)])
  expect(changes.notices[0]?.message).toContain(`and ${STACKS - 20} more`)
  expect(ms).toBeLessThan(4_000)
}, 30_000)

test('a chain of modules: the ways are found once for all stacks', async () => {
  const pair = (index: number) => ({
    [`s/${index}/main.tf`]: backend(`k${index}`) + call(`"../../m/${Math.floor(index / 4)}"`),
    [`m/${Math.floor(index / 4)}/main.tf`]: index < 4 ? '' : call(`"../${Math.floor(index / 4) - 1}"`),
  })
  const { changes, ms } = await changed(pair, { 'm/0/x.tf': '#' })
  expect(changes.stacks).toHaveLength(STACKS)
  expect(changes.stacks.every(({ reasons }) => reasons[0]?.file === 'm/0/x.tf')).toBe(true)
  expect(ms).toBeLessThan(4_000)
}, 30_000)

test('files behind others are listed and counted as before', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`s/0/f${at}.txt`, 'new']))
  const tree = { 's/0/main.tf': backend('k0'), 's/1/main.tf': backend('k1') + read('k0') }
  const facts = factsCache()
  const base = await modelOfTree(tree, {}, facts)
  const changes = changesOf(base, await modelOfTree({ ...tree, ...files }, {}, facts))
  expect(changes.stacks.map(({ reasons, moreReasons }) => [reasons.length, moreReasons])).toEqual([
    [10, 50],
    // Of those that only another stack brings the nearest are followed.
    [10, 30],
  ])
})
