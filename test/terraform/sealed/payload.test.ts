import { describe, expect, test } from '@jest/globals'
import { packPayload, sha256Hex, unpackPayload } from '../../../src/terraform/sealed/payload.ts'
import type { SealContent } from '../../../src/terraform/sealed/sealed-plan.ts'
import { SealError } from '../../../src/terraform/sealed/seal-error.ts'
import { contentOf } from './support.ts'

/** Hostile payloads: whoever has the passphrase can write anything. */
type Json = Record<string, unknown>
interface Index {
  version: unknown
  manifest: Json
  members: Json[]
}

const file = { path: 'infra/a/x.zip', executable: false, content: Buffer.from('zip') }
const content = contentOf({ lockFile: Buffer.from('# lock'), files: [file] })
const payload = Buffer.concat(packPayload(content))
const indexLength = payload.readUInt32BE(0)
const body = payload.subarray(4 + indexLength)
const indexText = payload.toString('utf8', 4, 4 + indexLength)

function withText(text: string, rest: Uint8Array = body): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(text))
  return Buffer.concat([length, Buffer.from(text), rest])
}

function withIndex(change: (index: Index) => void, rest?: Uint8Array): Buffer {
  const index = JSON.parse(indexText) as Index
  change(index)
  return withText(JSON.stringify(index), rest)
}

function faultOf(bytes: Uint8Array): string {
  try {
    unpackPayload(bytes)
  } catch (thrown) {
    if (thrown instanceof SealError && thrown.kind === 'contents')
      return thrown.message.replace('the sealed plan is not what it says: ', '')
    throw thrown
  }
  return 'opened'
}

test('unchanged it opens', () => {
  expect(faultOf(withIndex(() => undefined))).toBe('opened')
})

const bad: readonly (readonly [string, (manifest: Json) => void])[] = [
  ['another version', (m) => (m['version'] = 2)],
  ['a version as text', (m) => (m['version'] = '1')],
  ['no version', (m) => delete m['version']],
  ['another kind', (m) => (m['kind'] = 'direct')],
  ['a kind that is a list', (m) => (m['kind'] = ['plan'])],
  ['a repository that is a path', (m) => (m['repository'] = 'acme/infra/../other')],
  ['a repository with a line end', (m) => (m['repository'] = 'acme/infra\n')],
  ['a stack that is a list', (m) => (m['stack'] = [])],
  ['a stack that is null', (m) => (m['stack'] = null)],
  ['a stack path outside', (m) => (m['stack'] = { ...(m['stack'] as Json), path: '../x' })],
  ['a stack path in the middle', (m) => (m['stack'] = { ...(m['stack'] as Json), path: 'a/../../x' })],
  ['an absolute stack path', (m) => (m['stack'] = { ...(m['stack'] as Json), path: '/etc' })],
  ['a workspace that is a number', (m) => (m['stack'] = { ...(m['stack'] as Json), workspace: 1 })],
  ['a hash in capitals', (m) => (m['inputsHash'] = 'A'.repeat(64))],
  ['a hash with a line end', (m) => (m['inputsHash'] = `${'a'.repeat(64)}\n`)],
  ['no hash', (m) => delete m['inputsHash']],
  ['a short commit', (m) => (m['commit'] = 'abc1234')],
  ['an event with markup', (m) => (m['event'] = '<b>')],
  ['a pull request 0', (m) => (m['pull'] = 0)],
  ['a negative pull request', (m) => (m['pull'] = -1)],
  ['a pull request that is null', (m) => (m['pull'] = null)],
  ['a run id that is a number', (m) => (m['run'] = { ...(m['run'] as Json), id: 123 })],
  ['a run with a script as link', (m) => (m['run'] = { ...(m['run'] as Json), url: 'javascript:alert(1)' })],
  ['an attempt of a half', (m) => (m['run'] = { ...(m['run'] as Json), attempt: 1.5 })],
  ['another tool', (m) => (m['tool'] = { name: 'pulumi', version: '1.0.0' })],
  ['a version that is an option', (m) => (m['tool'] = { name: 'terraform', version: '-x' })],
  ['destroy as text', (m) => (m['destroy'] = 'false')],
  ['no destroy', (m) => delete m['destroy']],
  ['a digest with markup', (m) => (m['planDigest'] = '`x`')],
  ['no plan named', (m) => (m['planSha256'] = '')],
  ['another plan named', (m) => (m['planSha256'] = '0'.repeat(64))],
  ['another lock file named', (m) => (m['lockSha256'] = '0'.repeat(64))],
  ['no lock file named', (m) => (m['lockSha256'] = '')],
  ['a serial as text', (m) => (m['state'] = { lineage: 'a', serial: '3' })],
  ['a serial too large', (m) => (m['state'] = { lineage: 'a', serial: 2 ** 60 })],
  ['a state without lineage', (m) => (m['state'] = { serial: 3 })],
  ['ephemeral as text', (m) => (m['ephemeral'] = 'token')],
  ['ephemeral with a number', (m) => (m['ephemeral'] = ['token', 1])],
  ['upstream with a line end', (m) => (m['upstream'] = ['a\nb'])],
  ['a time that is none', (m) => (m['createdAt'] = 'yesterday')],
  ['a month that is none', (m) => (m['createdAt'] = '2026-13-01T00:00:00Z')],
  ['negative counts', (m) => (m['counts'] = { add: -1 })],
  ['counts that are a list', (m) => (m['counts'] = [1])],
  ['counts with markup', (m) => (m['counts'] = { '<b>': 1 })],
  ['counts as text', (m) => (m['counts'] = { add: '1' })],
]
test.each(bad)('a manifest with %s', (_, change) => {
  const fault = faultOf(withIndex(({ manifest }) => change(manifest)))
  expect(fault).not.toBe('opened')
  expect(fault).toMatch(/^[\w.[\], ]{3,80}$/)
})

test('keys of prototypes', () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    for (const at of [
      '"manifest":{',
      '"stack":{',
      '"tool":{',
      '"run":{',
      '"state":{',
      '"counts":{',
      '"members":[{',
    ]) {
      const text = indexText.replace(at, `${at}"${key}":{"destroy":true},`)
      expect(text).not.toBe(indexText)
      expect([key, at, faultOf(withText(text))]).toEqual([
        key,
        at,
        expect.stringContaining(`has a key "${key}"`),
      ])
    }
  }
  expect({}).not.toHaveProperty('destroy')
})

test('what a prototype has is not taken for a field', () => {
  const text = indexText.replace('"counts":{', '"toString":1,"counts":{')
  expect(faultOf(withText(text))).toBe('opened')
  expect(faultOf(withIndex(({ manifest }) => delete manifest['counts']))).toBe('counts is no object')
})

test('fields that are not known are left out', () => {
  const opened = unpackPayload(withIndex(({ manifest }) => (manifest['later'] = { x: 1 })))
  expect(opened.manifest).toEqual(content.manifest)
})

describe('members', () => {
  const member = (role: string, index: Index): Json => index.members.find((one) => one['role'] === role) ?? {}
  const cases: readonly (readonly [string, (index: Index) => void, RegExp])[] = [
    ['another version of the index', (i) => (i.version = 2), /^the index/],
    ['no list', (i) => (i.members = {} as never), /^members is no list$/],
    ['a role that is none', (i) => (member('lock', i)['role'] = 'script'), /^members.2..role is none of/],
    ['two plans', (i) => (member('lock', i)['role'] = 'plan'), /^plan is there more than once$/],
    ['no review', (i) => (i.members = i.members.filter(({ role }) => role !== 'review')), /^review is not/],
    ['a size too large', (i) => (member('file', i)['size'] = 10 ** 9), /^the length/],
    ['a size too small', (i) => (member('file', i)['size'] = 1), /^the length/],
    ['a negative size', (i) => (member('file', i)['size'] = -3), /no whole number$/],
    ['a size that is no number', (i) => (member('file', i)['size'] = '3'), /no whole number$/],
    ['a size that is not whole', (i) => (member('file', i)['size'] = 2.5), /no whole number$/],
    [
      'another checksum',
      (i) => (member('file', i)['sha256'] = '0'.repeat(64)),
      /^"infra.a.x.zip" has another checksum$/,
    ],
    ['no path', (i) => delete member('file', i)['path'], /path is no text$/],
    ['no mode', (i) => delete member('file', i)['executable'], /neither true nor false$/],
    ['a mode that is a number', (i) => (member('file', i)['executable'] = 1), /neither true nor false$/],
    [
      'a bad checksum of what it replaces',
      (i) => (member('file', i)['replaces'] = 'x'),
      /replaces has the wrong form$/,
    ],
    [
      'too many',
      (i) => i.members.push(...Array.from({ length: 10_004 }, () => member('file', i))),
      /more than 10000$/,
    ],
    [
      'the same twice',
      (i) => i.members.push({ ...member('file', i), size: 0, sha256: sha256Hex(Buffer.alloc(0)) }),
      /is there twice$/,
    ],
  ]
  test.each(cases)('%s', (_, change, expected) => {
    const fault = faultOf(withIndex(change))
    expect(fault).toMatch(expected)
  })

  test('two parts that have changed places', () => {
    expect(
      faultOf(
        withIndex((i) => {
          const [lock, other] = [member('lock', i), member('file', i)]
          const { size, sha256 } = lock
          Object.assign(lock, { size: other['size'], sha256: other['sha256'] })
          Object.assign(other, { size, sha256 })
        }),
      ),
    ).not.toBe('opened')
  })

  test('bytes that nobody names', () => {
    expect(faultOf(Buffer.concat([payload, Buffer.alloc(1)]))).toBe('the length is not the sum of its parts')
    expect(faultOf(payload.subarray(0, -1))).toBe('the length is not the sum of its parts')
  })
})

test.each([
  '../x',
  'a/../../x',
  'a/..',
  './x',
  'a//x',
  '/etc/passwd',
  'C:/x',
  'c:x',
  'a\\x',
  '..\\x',
  'a/\0',
  'a\nb',
  '',
  '.git/hooks/post-checkout',
  'a/.git/config',
  '.GIT/config',
  '.git./config',
  '.git /config',
  'git~1/config',
  '.git::$INDEX_ALLOCATION/config',
  '.terraform/providers/x',
  'a/.terraform/environment',
  '.Terraform/x',
  'a/.terraform/modules/modules.json',
  'a/.terraform/modules/x',
  'a/.terraform/modules/x/.terraform/y',
  '.github/workflows/x.yml',
  '.github/actions/x/action.yml',
  '.github/gitops.yml',
  'a/terraform.tfstate',
  'a/terraform.tfstate.backup',
  'a/terraform.tfstate.d/x/y',
  '.x.tfstate.lock.info',
  'a/.terraform.lock.hcl',
  'crash.log',
  'crash.2026.log',
  'gha-creds-1234.json',
  `a/${'x'.repeat(5000)}`,
  'a/\ud800',
])('the path %j is refused, when it is read and when it is written', (path) => {
  expect(
    faultOf(withIndex(({ members }) => ((members.find(({ role }) => role === 'file') ?? {})['path'] = path))),
  ).toMatch(/^the path |^members/)
  expect(() => packPayload(contentOf({ files: [{ ...file, path }] }))).toThrow(SealError)
})

test.each([[['a/x', 'A/X']], [['a/\u00e9', 'a/e\u0301']], [['a/x', 'a/x/y']], [['a/X/y', 'a/x']]])(
  'paths that cannot stand beside each other: %j',
  (paths) => {
    expect(() => packPayload(contentOf({ files: paths.map((path) => ({ ...file, path })) }))).toThrow(
      SealError,
    )
  },
)

test.each([
  'x',
  'a/b c/d.zip',
  'modules/é/…',
  '.github/terraform/x.zip',
  'a/.hidden/..x',
  'a/x..',
  'a/.terraform/modules/m/x.zip',
  'a/git~2/x',
  '-x',
  'a/tfstate.zip',
])('the path %j is fine', (path) => {
  expect(
    unpackPayload(Buffer.concat(packPayload(contentOf({ files: [{ ...file, path }] })))).files[0]?.path,
  ).toBe(path)
})

test('the index: cut, no JSON, not UTF-8, deep', () => {
  expect(faultOf(Buffer.alloc(0))).toBe('the index is missing')
  expect(faultOf(Buffer.from([255, 255, 255, 255, 1]))).toBe('the index is longer than can be')
  expect(faultOf(withText('{'))).toBe('the index is no JSON')
  expect(faultOf(withText('[]'))).toBe('the index is no object')
  expect(faultOf(withText(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))).toMatch(/^the index/)
  const latin = Buffer.from(withText(indexText.replace('acme', 'acm*')))
  latin[latin.indexOf('acm*') + 3] = 0xe9
  expect(faultOf(latin)).toBe('the index is not valid UTF-8')
})

test.each<[string, (review: Json) => void]>([
  ['another version', (r) => (r['version'] = 2)],
  ['a short salt', (r) => (r['salt'] = 'ab')],
  ['changes that are no list', (r) => (r['changes'] = {})],
  ['a change that is text', (r) => (r['changes'] = ['x'])],
  ['a change without address', (r) => (r['changes'] = [{ actions: [], before: null, after: null }])],
  ['a change without values', (r) => (r['changes'] = [{ address: 'a.b', actions: ['create'] }])],
  ['an output without name', (r) => (r['outputs'] = [{ actions: [], before: null, after: null }])],
  ['complete as a number', (r) => (r['complete'] = 1)],
])('a review record with %s', (_, change) => {
  const review = JSON.parse(JSON.stringify(content.review)) as Json
  change(review)
  expect(() => packPayload({ ...content, review: review as unknown as SealContent['review'] })).toThrow(
    SealError,
  )
  const bytes = Buffer.from(JSON.stringify(review))
  const old = Buffer.byteLength(JSON.stringify(content.review))
  const forged = withIndex(
    ({ members }) => {
      Object.assign(members[0] ?? {}, { size: bytes.length, sha256: sha256Hex(bytes) })
    },
    Buffer.concat([bytes, body.subarray(old)]),
  )
  expect(faultOf(forged)).toMatch(/^review/)
})
