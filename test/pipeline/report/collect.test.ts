import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { globOf, partsOfArtifacts, partsOfFolder } from '../../../src/pipeline/report/collect.ts'
import { readExpected } from '../../../src/pipeline/report/expected.ts'
import { linksInto } from '../../../src/pipeline/report/links.ts'
import { readNeeds } from '../../../src/pipeline/report/needs.ts'
import { partsFile } from '../../../src/report/part-file.ts'
import { expected, makeStore, part, stacks } from './support.ts'

const isOurs = linksInto({ serverUrl: 'https://github.com', repository: 'acme/gitops' })

describe('a folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parts-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
  }

  test('parts at any depth; what is another kind of file is named and left aside', async () => {
    await write({
      'gitops-part-1/part.json': JSON.stringify(partsFile([part('a'), part('b')])),
      'deep/er/x.json': JSON.stringify(partsFile([part('c')])),
      'changes.json': JSON.stringify(expected({})),
      'list.json': '[1]',
      'notes.txt': 'hello',
    })
    const { found, problems, ignored } = await partsOfFolder(folder, isOurs)
    expect(found.map(({ part: { subject } }) => subject.name)).toEqual(['c', 'a', 'b'])
    expect(found.map(({ from }) => from)).toEqual([
      'deep/er/x.json',
      'gitops-part-1/part.json',
      'gitops-part-1/part.json',
    ])
    expect(problems).toEqual([])
    expect(ignored).toEqual(['changes.json', 'list.json'])
  })

  test('a part that was cut off, one of another version, one that is wrong: named, the others are read', async () => {
    const whole = JSON.stringify(partsFile([part('a')]))
    await write({
      'cut.json': whole.slice(0, -20),
      'empty.json': '',
      'future.json': JSON.stringify({ version: 9, parts: [] }),
      'good.json': whole,
      'wrong.json': JSON.stringify({ version: 1, parts: [part('b'), { ...part('c'), seconds: 'x' }] }),
    })
    const { found, problems } = await partsOfFolder(folder, isOurs)
    expect(found.map(({ part: { subject } }) => subject.name)).toEqual(['a', 'b'])
    expect(problems).toEqual([
      { where: 'cut.json', what: 'cannot be read: is no JSON' },
      { where: 'empty.json', what: 'cannot be read: is no JSON' },
      {
        where: 'future.json',
        what: 'cannot be read: version: is 9, and this version of report reads 1: use one release of all actions',
      },
      { where: 'wrong.json', what: 'cannot be read: parts[1].seconds: must be a number of seconds' },
    ])
  })

  test('no folder holds no parts', async () => {
    expect(await partsOfFolder(join(folder, 'not-there'), isOurs)).toEqual({
      found: [],
      problems: [],
      ignored: [],
    })
  })
})

test('artifacts by their names; one that cannot be read is a problem', async () => {
  const store = makeStore()
  store.putParts(part('a'))
  store.put('gitops-part-bad-1', { 'part.json': '{"version":1}' })
  store.put('gitops-part-none-1', { 'readme.txt': 'x' })
  store.put('other', { 'part.json': JSON.stringify(partsFile([part('b')])) })
  const given = { store, artifacts: await store.list(), isOurs }
  const { found, problems, ignored } = await partsOfArtifacts('gitops-part-*', given)
  expect(found.map(({ part: { subject } }) => subject.name)).toEqual(['a'])
  expect(problems).toEqual([
    { where: 'gitops-part-bad-1', what: 'cannot be read: parts: is missing' },
    { where: 'gitops-part-none-1', what: 'holds no part' },
  ])
  expect(ignored).toEqual(['gitops-part-none-1/readme.txt'])
  const expired = given.artifacts.map((artifact) => ({ ...artifact, expired: true }))
  expect((await partsOfArtifacts('other*', { ...given, artifacts: expired })).problems).toEqual([
    { where: 'other', what: 'has expired' },
  ])
})

test.each([
  ['gitops-part-*', 'gitops-part-ab-1', true],
  ['gitops-part-*', 'xgitops-part-ab-1', false],
  ['a.c*', 'abc', false],
  ['*(x+', 'y(x+', true],
  ['*-*-1', 'a-b-1', true],
])('%s and %s: %s', (pattern, name, matches) => {
  expect(globOf(pattern).test(name)).toBe(matches)
})

describe('what is expected', () => {
  const read = (value: unknown): unknown => readExpected(JSON.stringify(value), isOurs)

  test('what detect-changes writes is read, with the jobs of its matrices', () => {
    expect(read(expected({ stacks: stacks('a', 'b') }))).toMatchObject({
      run: { id: '1000', attempt: 1 },
      stacks: [{ name: 'a', path: 'a' }, { name: 'b' }],
      base: 'c'.repeat(40),
      jobs: expect.arrayContaining([{ id: expect.any(String), name: 'a', stacks: ['a'], charts: [] }]),
    })
  })

  test.each<[string, unknown, string]>([
    ['a file of parts', partsFile([]), 'kind: is missing'],
    ['another version', { ...(expected({}) as object), version: 2 }, 'version: is 2'],
    ['no stacks', { ...(expected({}) as object), stacks: undefined }, 'stacks: is missing'],
    [
      'a stack without a name',
      { ...(expected({}) as object), stacks: [{ path: 'x' }] },
      'stacks[0].name: is missing',
    ],
    [
      'an empty name',
      { ...(expected({}) as object), stacks: [{ name: '', path: 'x', upstream: [] }] },
      'stacks[0].name: must not be empty',
    ],
    ['no object', null, 'must be an object'],
  ])('%s is refused', (_, value, message) => {
    expect(() => read(value)).toThrow(message)
  })

  test('an odd matrix is no reason to forget what is expected', () => {
    const odd = {
      ...(expected({ stacks: stacks('a') }) as object),
      matrices: { 'wave-1': { include: [null, 1, { id: 3 }] }, x: 7 },
    }
    expect(read(odd)).toMatchObject({ stacks: [{ name: 'a' }], jobs: [] })
  })
})

describe('needs', () => {
  test('which jobs ended badly, and which were skipped', () => {
    const needs = {
      changes: { result: 'success', outputs: { 'has-stacks': 'true' } },
      plan_All: { result: 'failure' },
      gone: { result: 'skipped' },
      __proto__x: { result: 'cancelled' },
    }
    expect(readNeeds(JSON.stringify(needs))).toEqual({
      bad: [
        { job: 'plan_All', result: 'failure' },
        { job: '__proto__x', result: 'cancelled' },
      ],
      skipped: ['gone'],
    })
  })

  test.each([
    ['x', 'is no JSON'],
    ['[]', 'must be an object'],
    ['{"a":"success"}', 'a: must be an object'],
    ['{"a":{}}', 'a.result: is missing'],
    ['{"a":{"result":""}}', 'a.result: must be one of success, failure, cancelled, skipped'],
    ['{"a":{"result":"neutral"}}', 'a.result'],
  ])('%s is refused: a word that is not known is no success', (json, message) => {
    expect(() => readNeeds(json)).toThrow(message)
  })
})
