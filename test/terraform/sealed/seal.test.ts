import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createDecipheriv, createHash, scryptSync } from 'node:crypto'
import { HEADER_BYTES, openContainer } from '../../../src/terraform/sealed/container.ts'
import { SealError } from '../../../src/terraform/sealed/seal-error.ts'
import { openSeal, sealPlan } from '../../../src/terraform/sealed/seal.ts'
import { pathFaults } from '../../../src/terraform/sealed/sealed-path.ts'
import type { SealContent, SealedFile } from '../../../src/terraform/sealed/sealed-plan.ts'
import { comparable, contentOf, KEY, manifestOf, PLAIN } from './support.ts'

/** The kind of the fault; anything else that is thrown is a failure of the test. */
async function faultOf(bytes: Uint8Array, key = KEY): Promise<string> {
  try {
    await openSeal(bytes, key)
  } catch (thrown) {
    if (thrown instanceof SealError) return thrown.kind
    throw thrown
  }
  return 'opened'
}

function flipped(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ mask
  return copy
}

const lambda: SealedFile = {
  path: 'infra/a/build/lambda é.zip',
  executable: true,
  content: Buffer.from('PK archive'),
  replaces: 'a'.repeat(64),
}
const full = contentOf({ lockFile: Buffer.from('# lock'), files: [lambda] })
const sealed = await sealPlan(full, KEY)
const plain = await sealPlan(full, PLAIN)

test('what is sealed is what comes out, sealed or plain', async () => {
  expect(comparable(await openSeal(sealed, KEY))).toEqual(comparable(full))
  expect(comparable(await openSeal(plain, PLAIN))).toEqual(comparable(full))
})

test('a review record has no plan', async () => {
  const review = withoutPlan(contentOf({ manifest: { kind: 'review', planSha256: '' } }))
  const opened = await openSeal(await sealPlan(review, KEY), KEY)
  expect(comparable(opened)).toEqual(comparable(review))
  expect(opened).not.toHaveProperty('plan')
})

test('the layout is the documented one, so that anybody can open it', () => {
  const key = scryptSync(KEY.kind === 'passphrase' ? KEY.passphrase : '', sealed.subarray(24, 40), 32, {
    ...{ N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 28 },
  })
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(40, 52))
  decipher.setAAD(sealed.subarray(0, 52)).setAuthTag(sealed.subarray(-16))
  const payload = Buffer.concat([decipher.update(sealed.subarray(52, -16)), decipher.final()])
  expect(sealed.subarray(0, 13)).toEqual(new Uint8Array([0x89, ...Buffer.from('GOPLAN\n'), 1, 1, 16, 8, 1]))
  expect(payload.includes('hunter2-secret')).toBe(true)
  expect(Buffer.from(plain).includes('hunter2-secret')).toBe(true)
})

test('nothing of the plan can be seen in it, and no two are alike', async () => {
  const text = Buffer.from(sealed).toString('latin1')
  for (const word of ['hunter2', 'acme', 'infra', 'lambda', 'manifest', 'terraform', 'sha256'])
    expect(text).not.toContain(word)
  const again = await sealPlan(full, KEY)
  for (const [from, to] of [
    [24, 40],
    [40, 52],
    [52, 84],
  ] as const)
    expect(again.subarray(from, to)).not.toEqual(sealed.subarray(from, to))
})

test('any content survives', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const file = fc.record({ executable: fc.boolean(), content: bytes })
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), file, { maxKeys: 4 }),
      bytes,
      fc.option(bytes, { nil: undefined }),
      async (named, plan, lockFile) => {
        const files = Object.entries(named).map(([path, rest]) => ({ path, ...rest }))
        const content = contentOf({ plan, files, ...(lockFile === undefined ? {} : { lockFile }) })
        if (pathFaults(Object.keys(named)).length > 0)
          await expect(sealPlan(content, PLAIN)).rejects.toMatchObject({ kind: 'contents' })
        else
          expect(comparable(await openSeal(await sealPlan(content, PLAIN), PLAIN))).toEqual(
            comparable(content),
          )
      },
    ),
  )
})

test('the seal of a real size, in more than one chunk', async () => {
  const plan = Buffer.alloc(20_000_001, 'plan')
  const opened = await openSeal(await sealPlan(contentOf({ plan }), KEY), KEY)
  expect(Buffer.compare(opened.plan ?? Buffer.alloc(0), plan)).toBe(0)
})

test('each byte of the header, changed in any way that is cheap to try', async () => {
  const kinds: string[] = []
  for (let at = 0; at < 24; at += 1) kinds.push(await faultOf(flipped(sealed, at)))
  expect(kinds).not.toContain('opened')
  expect(kinds.slice(0, 8)).toEqual(Array<string>(8).fill('not-a-seal'))
  expect(await faultOf(flipped(sealed, 8, 3))).toBe('newer-version')
  expect(await faultOf(flipped(sealed, 8, 1))).toBe('not-a-seal')
  expect(await faultOf(flipped(sealed, 13, 0x80))).toBe('not-a-seal')
})

test('each byte of salt, nonce and tag', async () => {
  const places = [...range(24, HEADER_BYTES), ...range(sealed.length - 16, sealed.length)]
  for (const at of places)
    expect([at, await faultOf(flipped(sealed, at, 1 << (at % 8)))]).toEqual([
      at,
      'wrong-passphrase-or-altered',
    ])
}, 60_000)

test('bytes of the index, the plan, the lock file, the other file, and any', async () => {
  const text = Buffer.from(plain)
  const within = ['acme/infra', '"review","size"', 'aws_s3_bucket', 'hunter2-secret', '# lock', 'PK archive']
  const places = within.map((word) => text.lastIndexOf(word) + 1)
  expect(Math.min(...places)).toBeGreaterThan(HEADER_BYTES)
  const anywhere = fc.integer({ min: HEADER_BYTES, max: sealed.length - 17 })
  const all = [HEADER_BYTES, sealed.length - 17, ...places, ...fc.sample(anywhere, 20)]
  const found = await Promise.all(all.map((at) => faultOf(flipped(sealed, at, 0x40))))
  expect(found.map((kind, index) => [all[index], kind])).toEqual(
    all.map((at) => [at, 'wrong-passphrase-or-altered']),
  )
}, 60_000)

test('each byte of a plain one', async () => {
  for (let at = 0; at < plain.length; at += 1)
    expect([at, await faultOf(flipped(plain, at), PLAIN)]).not.toEqual([at, 'opened'])
  expect(await faultOf(flipped(plain, 60), PLAIN)).toBe('altered')
})

test('cut off at every length, and with something after its end', async () => {
  for (const [bytes, key] of [
    [sealed, KEY],
    [plain, PLAIN],
  ] as const) {
    for (let length = 0; length < bytes.length; length += 1)
      expect([length, await faultOf(bytes.subarray(0, length), key)]).toEqual([length, 'truncated'])
    expect(await faultOf(Buffer.concat([bytes, Buffer.alloc(1)]), key)).toBe('not-a-seal')
  }
})

test('another passphrase; blanks and the line end at its end count', async () => {
  for (const passphrase of [
    'correct horse battery staple',
    'correct horse battery staple\r\n',
    'something else entirely',
  ])
    expect(await faultOf(sealed, { kind: 'passphrase', passphrase })).toBe('wrong-passphrase-or-altered')
  await expect(openSeal(sealed, { kind: 'passphrase', passphrase: 'another passphrase' })).rejects.toThrow(
    'which of the two cannot be told',
  )
})

test('parts of two seals do not fit together', async () => {
  const other = Buffer.from(await sealPlan(full, KEY))
  expect(other.length).toBe(sealed.length)
  const cuts = [24, 40, 52, Math.floor(sealed.length / 2), sealed.length - 16]
  for (const cut of cuts) {
    const mixed = Buffer.concat([sealed.subarray(0, cut), other.subarray(cut)])
    expect([cut, await faultOf(mixed)]).toEqual([cut, cut === 24 ? 'opened' : 'wrong-passphrase-or-altered'])
  }
}, 60_000)

test('no downgrade: a plain one is opened as plain only, and an encrypted one never as plain', async () => {
  expect(await faultOf(plain, KEY)).toBe('plain-refused')
  expect(await faultOf(sealed, PLAIN)).toBe('encrypted-refused')
  // The bytes of the kind and of its parameters alone do not make the one the other.
  const posing = Buffer.from(sealed)
  posing.fill(0, 9, 13)
  expect(await faultOf(posing, PLAIN)).toBe('not-a-seal')
  posing.fill(0, 24, 52)
  expect(await faultOf(posing, PLAIN)).toBe('truncated')
  const extended = Buffer.concat([posing, Buffer.alloc(16)])
  expect(await faultOf(extended, PLAIN)).toBe('altered')
  const encrypted = Buffer.from(plain)
  encrypted.set([1, 16, 8, 1], 9)
  expect(await faultOf(encrypted)).toBe('not-a-seal') // 16 bytes more than it should have
  expect(await faultOf(encrypted.subarray(0, -16))).toBe('wrong-passphrase-or-altered')
})

test('a hostile header cannot ask for memory or time', async () => {
  const started = performance.now()
  for (const [at, value] of [
    [10, 14],
    [10, 19],
    [10, 63],
    [10, 255],
    [11, 255],
    [12, 255],
    [11, 0],
    [12, 2],
  ] as const) {
    const bytes = Buffer.from(sealed)
    bytes[at] = value
    expect([at, value, await faultOf(bytes)]).toEqual([at, value, 'not-a-seal'])
  }
  const huge = Buffer.from(sealed)
  huge.writeBigUInt64BE(2n ** 63n, 16)
  expect(await faultOf(huge)).toBe('not-a-seal')
  huge.writeBigUInt64BE(2n ** 28n, 16)
  expect(await faultOf(huge)).toBe('truncated')
  expect(performance.now() - started).toBeLessThan(500)
})

test.each([
  ['too short', 'hunter2'],
  ['eleven characters', '12345678901'],
  ['six characters of two code units each', '🔑'.repeat(6)],
  ['blanks', ' '.repeat(20)],
  ['nothing', ''],
])('a passphrase that is %s is refused on both sides', async (_, passphrase) => {
  for (const made of [
    sealPlan(full, { kind: 'passphrase', passphrase }),
    openSeal(sealed, { kind: 'passphrase', passphrase }),
  ])
    await expect(made).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('12 characters'),
    })
})

// TF-via-PR sealed its own plans with the text `secrets.TF_ENCRYPTION`.
test.each(['secrets.TF_ENCRYPTION', '${{ secrets.PLAN_PASSPHRASE }}', 'vars.PASSPHRASE_OF_PLANS'])(
  'the name of a secret is no passphrase: %s',
  async (passphrase) => {
    await expect(sealPlan(full, { kind: 'passphrase', passphrase })).rejects.toThrow(
      'plan-passphrase is the name of a secret, not its value',
    )
  },
)

test('twelve characters will do', async () => {
  const key = { kind: 'passphrase', passphrase: 'a.b.c.d.e.fé' } as const
  expect(await faultOf(await sealPlan(full, key), key)).toBe('opened')
})

test('the content and its manifest must agree before it is sealed', async () => {
  for (const manifest of [
    { planSha256: 'a'.repeat(64) },
    { planSha256: '' },
    { lockSha256: 'a'.repeat(64) },
    { kind: 'review' as const },
  ])
    await expect(sealPlan(contentOf({ manifest }), PLAIN)).rejects.toBeInstanceOf(SealError)
  const unplanned = { ...contentOf(), manifest: manifestOf({ kind: 'review', planSha256: '' }) }
  await expect(sealPlan(unplanned, PLAIN)).rejects.toBeInstanceOf(SealError)
  const reviewWithFiles = withoutPlan(
    contentOf({ files: [lambda], manifest: { kind: 'review', planSha256: '' } }),
  )
  await expect(sealPlan(reviewWithFiles, PLAIN)).rejects.toThrow('a review record has files with it')
  const rest = withoutPlan(contentOf())
  await expect(sealPlan(rest, PLAIN)).rejects.toBeInstanceOf(SealError)
})

test('other files are no seals', async () => {
  for (const text of [
    'PK\u0003\u0004 a zip, longer than the header of a seal is, so that it is looked at',
    '{}',
    'x',
  ])
    expect(await faultOf(Buffer.from(text))).toBe('not-a-seal')
  // As a transfer as text leaves it.
  expect(await faultOf(Buffer.from(Buffer.from(sealed).toString('utf8')))).toBe('not-a-seal')
})

test('messages hold nothing of the content', async () => {
  const payload = Buffer.from(await openContainer(plain, PLAIN))
  const at = payload.indexOf('"acme/infra"')
  payload.write('"hunter2*ab"', at)
  const digest = createHash('sha256').update(plain.subarray(0, HEADER_BYTES)).update(payload).digest()
  const forged = Buffer.concat([plain.subarray(0, HEADER_BYTES), payload, digest])
  const thrown = await openSeal(forged, PLAIN).catch((error: unknown) => error)
  expect(thrown).toMatchObject({
    kind: 'contents',
    message: 'the sealed plan is not what it says: repository has the wrong form',
  })
})

function withoutPlan({ manifest, review, files }: SealContent): SealContent {
  return { manifest, review, files }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index)
