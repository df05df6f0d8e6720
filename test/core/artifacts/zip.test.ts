import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import type { ArtifactFile } from '../../../src/core/artifact-port.ts'
import { UserError } from '../../../src/core/errors.ts'
import { readZip } from '../../../src/core/artifacts/zip-read.ts'
import { writeZip } from '../../../src/core/artifacts/zip-write.ts'

const LIMIT = 10_000_000
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const packed = (files: Readonly<Record<string, string>>, level: 0 | 6 = 6): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, [bytes(text), { level }]] as const),
      ) as Record<string, [Uint8Array, { level: 0 | 6 }]>,
    ),
  )

/** Where the directory and its entries are. */
function directory(zip: Buffer): { start: number; entries: number[]; end: number } {
  const end = zip.length - 22
  const start = zip.readUInt32LE(end + 16)
  const entries: number[] = []
  for (let at = start; at < end;) {
    entries.push(at)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return { start, entries, end }
}
const changed = (zip: Buffer, change: (zip: Buffer, at: ReturnType<typeof directory>) => void): Buffer => {
  const copy = Buffer.from(zip)
  change(copy, directory(copy))
  return copy
}
const refused = (zip: Uint8Array, limit = LIMIT): Promise<string> =>
  readZip(zip, limit).then(
    () => 'taken',
    (error: unknown) => {
      expect(error).toBeInstanceOf(UserError)
      return (error as UserError).message
    },
  )
/** The same name in both places, in as many bytes. */
const renamed = (from: string, to: string): Buffer => {
  const text = packed({ [from]: 'x' }).toString('latin1')
  return Buffer.from(text.replaceAll(from, to), 'latin1')
}

describe('what we write', () => {
  test('comes back, and others read it too', async () => {
    const name = fc
      .array(
        fc.stringMatching(/^[\wäöü.-]{1,8}$/u).filter((part) => !/^\.+$/.test(part)),
        { minLength: 1, maxLength: 3 },
      )
      .map((parts) => parts.join('/'))
    const files = fc.uniqueArray(fc.record({ name, content: fc.uint8Array({ maxLength: 300 }) }), {
      minLength: 1,
      maxLength: 5,
      // A folder is never called as a file is.
      selector: ({ name: path }) => path.split('/')[0],
    })
    await fc.assert(
      fc.asyncProperty(files, fc.boolean(), async (given, compress) => {
        const zip = await writeZip(given, compress)
        const sorted = (list: readonly ArtifactFile[]) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1))
        expect(sorted([...(await readZip(zip, LIMIT))])).toEqual(sorted(given))
        const others = Object.entries(unzipSync(zip)).map(([path, content]) => ({ name: path, content }))
        expect(sorted(others)).toEqual(sorted(given))
      }),
      { numRuns: 60 },
    )
  })
  test('names that JavaScript treats in a way of its own', async () => {
    const given = [{ name: 'constructor', content: bytes('b') }]
    expect(await readZip(await writeZip(given, true), LIMIT)).toEqual(given)
    await expect(writeZip([{ name: '__proto__', content: bytes('a') }], true)).rejects.toThrow('cannot hold')
  })
})

describe('what others write', () => {
  test('folders are left out, stored and packed ones are read', async () => {
    const zip = zipSync({
      'a/': new Uint8Array(),
      'a/b': [bytes('stored'), { level: 0 }],
      c: [bytes('packed'), { level: 9 }],
    })
    expect(await readZip(zip, LIMIT)).toEqual([
      { name: 'a/b', content: bytes('stored') },
      { name: 'c', content: bytes('packed') },
    ])
  })
  test('a comment at the end', async () => {
    const zip = zipSync({ a: [bytes('x'), {}] }, { comment: 'of the file' })
    expect(await readZip(zip, LIMIT)).toHaveLength(1)
    const ended = Buffer.concat([packed({ a: 'x' }), Buffer.from('PK\x05\x06 no record')])
    ended.writeUInt16LE(14, packed({ a: 'x' }).length - 2)
    expect(await readZip(ended, LIMIT)).toHaveLength(1)
  })
  test.each([
    ['../evil', 'up/evil'],
    ['/etc/pwd', 'xetc/pwd'],
    ['a/../../b', 'a/xx/xx/b'],
    ['a\\..\\b', 'a/xx/b'],
    ['C:/b', 'Cx/b'],
    ['a//b', 'a/xb'],
    ['./b', 'x/b'],
    ['a\0b', 'axb'],
    ['a\nb', 'axb'],
  ])('%j is no name', async (bad, good) => {
    expect(await refused(renamed(good, good))).toBe('taken')
    expect(await refused(renamed(good, bad.padEnd(good.length, '_')))).toMatch(/no name of a file|broken/)
  })
  test('a name that is there twice, or is a file and a folder', async () => {
    const two = packed({ one: '1', two: '2' }).toString('latin1').replaceAll('two', 'one')
    expect(await refused(Buffer.from(two, 'latin1'))).toContain('"one" twice')
    const both = packed({ one: '1', 'two/x': '2' }).toString('latin1').replaceAll('two/x', 'one/x')
    expect(await refused(Buffer.from(both, 'latin1'))).toContain('twice')
  })
  test('two names for one entry', async () => {
    const zip = changed(packed({ 'a.txt': 'x' }), (copy) => copy.write('b.txt', 30))
    expect(await refused(zip)).toContain('two names')
  })
  test('a bomb: what it says is over the limit, or it says too little', async () => {
    const bomb = packed({ zeros: '\0'.repeat(5_000_000) })
    expect(bomb.length).toBeLessThan(10_000)
    expect(await refused(bomb, 4_999_999)).toContain('unpacks to 5000000 bytes')
    const liar = changed(bomb, (copy, { entries }) => copy.writeUInt32LE(10, (entries[0] ?? 0) + 24))
    expect(await refused(liar, 1000)).toContain('cannot be unpacked')
    // The library hands out the ten bytes, and says nothing.
    expect(unzipSync(liar)['zeros']).toHaveLength(10)
    const more = changed(bomb, (copy, { entries }) => copy.writeUInt32LE(5_000_001, (entries[0] ?? 0) + 24))
    expect(await refused(more)).toContain('not as long')
  })
  test('many of them together are over the limit', async () => {
    const zip = packed({ a: 'x'.repeat(600), b: 'x'.repeat(600) })
    expect(await refused(zip, 1000)).toContain('unpacks to 1200 bytes')
  })
  test('entries that share bytes', async () => {
    const zip = changed(packed({ aa: 'x'.repeat(50), ab: 'x'.repeat(50) }, 0), (copy, { entries }) => {
      copy.writeUInt32LE(0, (entries[1] ?? 0) + 42)
    })
    expect(await refused(zip)).toContain('shares bytes')
  })
  test('a byte that changed', async () => {
    const zip = changed(packed({ a: 'hello' }, 0), (copy) => copy.write('H', 31))
    expect(await refused(zip)).toContain('checksum')
  })
  test('a symbolic link, encrypted, unknown packing, parts of several, huge ones', async () => {
    const zip = packed({ a: 'hello' })
    const change = (by: (copy: Buffer, entry: number, end: number) => void): Promise<string> =>
      refused(changed(zip, (copy, { entries, end }) => by(copy, entries[0] ?? 0, end)))
    expect(await change((copy, at) => copy.writeUInt32LE((0o120777 << 16) >>> 0, at + 38))).toContain(
      'symbolic link',
    )
    expect(await change((copy, at) => copy.writeUInt16LE(1, at + 8))).toContain('encrypted')
    expect(await change((copy, at) => copy.writeUInt16LE(14, at + 10))).toContain('unknown way')
    expect(await change((copy, at) => copy.writeUInt32LE(0xffffffff, at + 24))).toContain('huge')
    expect(await change((copy, _, end) => copy.writeUInt16LE(1, end + 4))).toContain('huge archives')
    expect(await change((copy, _, end) => copy.writeUInt32LE(0xffffffff, end + 16))).toContain(
      'huge archives',
    )
  })
  test('nothing, text, and every archive that was cut off', async () => {
    expect(await refused(new Uint8Array())).toContain('no directory')
    expect(await refused(bytes('<html>no</html>'.repeat(10)))).toContain('no directory')
    const zip = packed({ a: 'hello', b: 'x'.repeat(100) })
    for (let length = 0; length < zip.length; length++) {
      expect(await refused(zip.subarray(0, length))).not.toBe('taken')
    }
  })
  test('any bytes changed: other files never come out, and no other error than ours', async () => {
    const zip = packed({ 'a.txt': 'hello', 'b/c.txt': 'x'.repeat(100) })
    const whole = await readZip(zip, LIMIT)
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const copy = Buffer.from(zip)
        copy.writeUInt8((copy.readUInt8(at) + by) % 256, at)
        try {
          const files = await readZip(copy, LIMIT)
          expect(files.map(({ content }) => content)).toEqual(whole.map(({ content }) => content))
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      }),
      { numRuns: 400 },
    )
  })
})
