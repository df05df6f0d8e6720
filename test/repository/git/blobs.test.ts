import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeBatchReader, readTexts } from '../../../src/repository/git/blobs.ts'
import { newRepo, removeTempFolders, runGit } from './support.ts'

afterAll(removeTempFolders)

describe('texts', () => {
  test('are read by one process, whatever is in them', async () => {
    const repo = newRepo()
    const contents = [
      '',
      '\n',
      'a',
      'a\nb\n',
      'é 🚀\r\n',
      `${'0'.repeat(40)} missing\n`,
      'x'.repeat(200_000),
      '\ufeffbom',
    ]
    const oids = contents.map((text) =>
      runGit(repo.root, ['hash-object', '-w', '--stdin'], text).toString().trim(),
    )
    const texts = await readTexts(repo.place, [...oids, ...oids])
    expect(oids.map((oid) => texts.get(oid))).toEqual(contents)
    expect(repo.ran).toHaveLength(1)
  })

  test('what is no text, too large, or no file is left out, and what comes after it is right', async () => {
    const repo = newRepo()
    repo.commit({ 'dir/x': '1' })
    const put = (bytes: Buffer | string): string =>
      runGit(repo.root, ['hash-object', '-w', '--stdin'], bytes).toString().trim()
    const binary = put(Buffer.from([0x61, 0, 0x62]))
    const latin1 = put(Buffer.from([0x61, 0xe9]))
    const large = put('y'.repeat(1001))
    const fits = put('y'.repeat(1000))
    const tree = repo.git('rev-parse', 'HEAD:dir')
    const commit = repo.git('rev-parse', 'HEAD')
    const texts = await readTexts(repo.place, [binary, latin1, large, tree, commit, fits], { maxBytes: 1000 })
    expect([...texts]).toEqual([[fits, 'y'.repeat(1000)]])
  })

  test('a file of more than 4 MiB is no text', async () => {
    const repo = newRepo()
    const put = (size: number): string =>
      runGit(repo.root, ['hash-object', '-w', '--stdin'], 'z'.repeat(size)).toString().trim()
    const [large, fits] = [put(4 * 1024 * 1024 + 1), put(4 * 1024 * 1024)]
    const texts = await readTexts(repo.place, [large, fits])
    expect([texts.has(large), texts.get(fits)?.length]).toEqual([false, 4 * 1024 * 1024])
  })

  test('code is read in any case: large, with bytes that are no UTF-8, but without zero bytes', async () => {
    const repo = newRepo()
    const put = (bytes: Buffer | string): string =>
      runGit(repo.root, ['hash-object', '-w', '--stdin'], bytes).toString().trim()
    const large = put('y'.repeat(1001))
    const other = put('z'.repeat(1001))
    const latin1 = put(Buffer.from('# caf\xe9\nsource = "./\xc3\xa9"\n', 'latin1'))
    const zeros = put(Buffer.from([0x61, 0, 0x62]))
    const texts = await readTexts(repo.place, [large, other, latin1, zeros], {
      maxBytes: 1000,
      code: new Set([large, latin1, zeros]),
    })
    expect([...texts]).toEqual([
      [large, 'y'.repeat(1001)],
      [latin1, '# caf\ufffd\nsource = "./é"\n'],
    ])
  })

  test('nothing wanted: nothing started', async () => {
    const repo = newRepo()
    expect(await readTexts(repo.place, [])).toEqual(new Map())
    expect(repo.ran).toEqual([])
  })

  test('an object that is not there is an error, not an empty file', async () => {
    const repo = newRepo()
    repo.commit({ a: '1' })
    const there = repo.git('rev-parse', 'HEAD:a')
    await expect(readTexts(repo.place, [there, 'b'.repeat(40)])).rejects.toThrow(
      `The repository does not hold all of its files: ${'b'.repeat(40)} is missing`,
    )
  })

  test('10,000 small ones', async () => {
    const repo = newRepo()
    const blobs = Array.from({ length: 10_000 }, (_, k) => `blob\ndata ${String(k).length}\n${k}\n`).join('')
    const files = Array.from({ length: 10_000 }, (_, k) => `M 100644 :${k + 1} f/${k}`)
    const marked = blobs.replace(/^blob\n/gm, () => `blob\nmark :${++mark}\n`)
    const commit = `commit refs/heads/main\ncommitter A <a@b> 1767225600 +0000\ndata 1\nx\n${files.join('\n')}\n`
    runGit(repo.root, ['fast-import', '--quiet'], marked + commit)
    const oids = runGit(repo.root, [
      'rev-list',
      '--objects',
      '--filter=object:type=blob',
      '--no-object-names',
      'main',
    ])
    const wanted = oids.toString().trim().split('\n')
    const texts = await readTexts(repo.place, wanted)
    expect([...texts.values()].map(Number).sort((a, b) => a - b)).toEqual([...Array(10_000).keys()])
  })
})
let mark = 0

describe('the batch reader', () => {
  test('gives the same for chunks of any size', () => {
    const content = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(fc.array(content, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (contents, size) => {
        const bytes = Buffer.concat(
          contents.map((text, k) => {
            const body = Buffer.from(text)
            return Buffer.concat([
              Buffer.from(`${k}${'0'.repeat(39)} blob ${body.length}\n`),
              body,
              Buffer.from('\n'),
            ])
          }),
        )
        const got: string[] = []
        const reader = makeBatchReader(1000, (_, body) => got.push(body.toString()))
        for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size))
        expect(got).toEqual(contents.map((text) => Buffer.from(text).toString()))
        expect(reader.count).toBe(contents.length)
      }),
    )
  })
})
