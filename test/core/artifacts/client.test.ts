import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import { makeArtifacts } from '../../../src/core/artifacts/client.ts'
import type { Artifact, ArtifactStore } from '../../../src/core/artifact-port.ts'
import { UserError } from '../../../src/core/errors.ts'
import { connect } from '../../lab/github/client.ts'
import { startGitHub } from '../../lab/github/server.ts'
import { type ResultsLab, startResults } from '../../lab/results-server.ts'

let lab: ResultsLab
let lines: string[]
let masked: string[]
let waits: number[]
let artifacts: ArtifactStore
beforeEach(async () => {
  lab = await startResults({ runId: 7 })
  lines = []
  masked = []
  waits = []
  artifacts = client()
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
  expect(lines.join('\n')).not.toMatch(/sig=|eyJ/)
})

function client(env: Readonly<Record<string, string | undefined>> = lab.env): ArtifactStore {
  const say = (line: string): void => {
    lines.push(line)
  }
  return makeArtifacts({
    env,
    log: {
      info: say,
      debug: say,
      notice: say,
      warning: say,
      error: say,
      group: (_, body) => body(),
      mask: (value) => masked.push(value),
    },
    clock: {
      now: () => Date.now(),
      sleep(ms) {
        waits.push(ms)
        return Promise.resolve()
      },
    },
  })
}
const file = (text: string, name = 'part.json') => ({ name, content: new Uint8Array(Buffer.from(text)) })
const upload = (name: string, text = 'hello ✓') => artifacts.upload(name, [file(text)], { compress: true })
const LIMIT = 1_000_000
const onlyOne = async (): Promise<Artifact> => {
  const [found, ...more] = await artifacts.list()
  if (found === undefined || more.length > 0) throw new Error('not one')
  return found
}

describe('up and down', () => {
  test('what goes up comes down, is listed, and is what GitHub keeps', async () => {
    const files = [file('{"a":1}'), file('x'.repeat(100_000), 'deep/ü.txt'), file('', 'empty')]
    const uploaded = await artifacts.upload('gitops-part-1', files, { compress: true, retentionDays: 14 })
    const [kept] = lab.artifacts()
    expect(uploaded).toEqual({
      id: kept?.id,
      size: kept?.zip.length,
      digest: kept?.finalized?.digest,
      url: `https://github.com/acme/gitops/actions/runs/7/artifacts/${kept?.id}`,
    })
    expect(uploaded.size).toBeLessThan(2000)
    expect(Object.keys(unzipSync(kept?.zip ?? new Uint8Array()))).toEqual([
      'part.json',
      'deep/ü.txt',
      'empty',
    ])
    const days = (Date.parse(kept?.expiresAt ?? '') - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(14, 2)

    const listed = await onlyOne()
    const { id, size, digest } = uploaded
    expect(listed).toEqual({
      id,
      size,
      digest,
      name: 'gitops-part-1',
      createdAt: Date.parse(kept?.createdAt ?? ''),
      expired: false,
    })
    expect(await artifacts.download(listed, LIMIT)).toEqual(files)
    expect(lab.calls.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'CreateArtifact 200',
      'FinalizeArtifact 200',
      'ListArtifacts 200',
      'GetSignedArtifactURL 200',
    ])
    expect(lab.blobs.calls.map(({ method, status }) => `${method} ${status}`)).toEqual(['PUT 201', 'GET 200'])
    expect(lab.blobs.calls.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
  })
  test('not compressed, the same bytes make the same archive', async () => {
    const content = new Uint8Array(200_000).map((_, at) => (at * 7919) % 251)
    const one = await artifacts.upload('a', [{ name: 'plan.sealed', content }], { compress: false })
    const two = await artifacts.upload('b', [{ name: 'plan.sealed', content }], { compress: false })
    expect(one.size).toBeGreaterThan(200_000)
    expect(two.digest).toBe(one.digest)
  })
  test('more days than the repository allows are cut, none are left to it', async () => {
    artifacts = client({ ...lab.env, GITHUB_RETENTION_DAYS: '5' })
    await artifacts.upload('a', [file('')], { compress: true, retentionDays: 14 })
    await artifacts.upload('b', [file('')], { compress: true })
    const [a, b] = lab.calls.filter(({ method }) => method === 'CreateArtifact')
    expect((Date.parse(String(a?.body['expires_at'])) - Date.now()) / 86_400_000).toBeCloseTo(5, 2)
    expect(b?.body).not.toHaveProperty('expires_at')
  })
  test('a list of none, and of names in the other writing', async () => {
    expect(await artifacts.list()).toEqual([])
    lab.fail('ListArtifacts', {
      status: 200,
      body: {
        artifacts: [
          {
            databaseId: '12',
            name: 'x',
            size: '5',
            createdAt: '2026-01-01T00:00:00.123456789Z',
            digest: null,
          },
        ],
      },
    })
    expect(await artifacts.list()).toEqual([
      {
        id: 12,
        name: 'x',
        size: 5,
        createdAt: Date.parse('2026-01-01T00:00:00.123Z'),
        digest: undefined,
        expired: false,
      },
    ])
  })
  test('another run sees none of it, though it knows the name', async () => {
    await upload('mine')
    const mine = await onlyOne()
    artifacts = client(lab.job(8).env)
    expect(await artifacts.list()).toEqual([])
    await expect(artifacts.download(mine, LIMIT)).rejects.toThrow(/refused GetSignedArtifactURL/)
    await upload('mine')
    expect(lab.artifacts(8)).toHaveLength(1)
    expect(lab.artifacts(7)).toHaveLength(1)
  })
  test('an attempt that did some jobs again reads what the others kept, and has names of its own', async () => {
    const { id } = await upload('part', 'of attempt 1')
    const [old] = await artifacts.list()
    artifacts = client(lab.job(7, 3600, 2).env)
    const again = await upload('part', 'of attempt 2')
    const found = await artifacts.list()
    expect(found.map((artifact) => artifact.id)).toEqual([id, again.id])
    const texts = await Promise.all(found.map((artifact) => artifacts.download(artifact, LIMIT)))
    expect(texts).toEqual([[file('of attempt 1')], [file('of attempt 2')]])
    // Also by a client that has not listed them itself.
    artifacts = client(lab.job(7, 3600, 3).env)
    if (old !== undefined) expect(await artifacts.download(old, LIMIT)).toEqual([file('of attempt 1')])
  })
  test('what a run uploads, the API shows', async () => {
    const github = await startGitHub()
    const results = await startResults({ runId: 7, github })
    github.addRun({ id: 7, headSha: 'a'.repeat(40) })
    artifacts = client(results.env)
    const { id, digest } = await upload('plan-x')
    const api = (await connect(github)).github
    const [found] = await api.artifactsOfRun(7)
    expect(found).toMatchObject({ id, digest, name: 'plan-x' })
    if (found !== undefined) expect(await api.downloadArtifact(found, LIMIT)).toEqual([file('hello ✓')])
    await results.close()
    await github.close()
  })
})

describe('secrets', () => {
  test('the token and the signatures are masked before anything is said', async () => {
    await upload('a')
    await artifacts.download(await onlyOne(), LIMIT)
    expect(masked).toContain(lab.token)
    expect(masked.filter((value) => /^[\w+/]{43}=$/.test(value))).toHaveLength(2)
  })
  test('an answer that quotes the token', async () => {
    lab.fail('CreateArtifact', { status: 400, body: { code: 'invalid_argument', msg: `bad ${lab.token}` } })
    const error: unknown = await upload('a').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(JSON.stringify(error) + String(error)).not.toContain(lab.token)
  })
})

describe('where there is no service', () => {
  test.each([
    ['outside a runner', { ACTIONS_RUNTIME_TOKEN: undefined }, 'no artifact service here'],
    ['an address that is none', { ACTIONS_RESULTS_URL: 'x' }, 'no artifact service here'],
    ['GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://git.acme.example' }, 'Enterprise Server'],
    [
      'a host that only looks like GitHub',
      { GITHUB_SERVER_URL: 'https://github.com.evil.example' },
      'Enterprise Server',
    ],
    ['a token of no run', { ACTIONS_RUNTIME_TOKEN: 'a.e30.c' }, 'which run'],
    ['no token at all', { ACTIONS_RUNTIME_TOKEN: 'nonsense' }, 'which run'],
  ])('%s', async (_, env, words) => {
    artifacts = client({ ...lab.env, ...env })
    for (const use of [() => artifacts.list(), () => upload('a')]) {
      const error: unknown = await use().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(UserError)
      expect(error).toMatchObject({ message: expect.stringContaining(words), help: expect.any(String) })
    }
    expect(lab.calls).toEqual([])
  })
  test.each(['https://github.com', 'https://acme.ghe.com', 'http://lab.localhost:1', ''])(
    '%s has one',
    async (server) => {
      artifacts = client({ ...lab.env, GITHUB_SERVER_URL: server })
      expect(await artifacts.list()).toEqual([])
    },
  )
  test('a token that has run out', async () => {
    artifacts = client(lab.job(7, -5).env)
    await expect(artifacts.list()).rejects.toMatchObject({ code: 'unauthenticated', causeClass: 'auth' })
    expect(lab.calls).toHaveLength(1)
  })
  test('a token that somebody made up', async () => {
    const [head = '', claims = ''] = lab.token.split('.')
    artifacts = client({ ...lab.env, ACTIONS_RUNTIME_TOKEN: `${head}.${claims}.x` })
    await expect(artifacts.list()).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('names', () => {
  test('twice in a run', async () => {
    await upload('a', 'first')
    await expect(upload('a', 'second')).rejects.toMatchObject({
      name: 'UserError',
      message: 'This run already has an artifact called a',
    })
    expect(await artifacts.download(await onlyOne(), LIMIT)).toEqual([file('first')])
  })
  test.each(['', 'a/b', 'a\\b', 'a"', 'a:b', 'a\n', 'x'.repeat(300)])('%j is none', async (name) => {
    await expect(upload(name)).rejects.toThrow('Not a name for an artifact')
    expect(lab.calls).toEqual([])
  })
  test.each(['', '/etc/passwd', '../x', 'a/../b', 'a//b', './a', 'C:/x', 'a\\b', 'a\0'])(
    'no file %j',
    async (name) => {
      await expect(artifacts.upload('a', [file('', name)], { compress: true })).rejects.toThrow('cannot hold')
    },
  )
  test('no files, one twice, days that are none', async () => {
    await expect(artifacts.upload('a', [], { compress: true })).rejects.toThrow('nothing to upload')
    await expect(artifacts.upload('a', [file('1'), file('2')], { compress: true })).rejects.toThrow('twice')
    for (const retentionDays of [0, -1, 1.5, Number.NaN]) {
      await expect(artifacts.upload('a', [file('1')], { compress: true, retentionDays })).rejects.toThrow(
        'days',
      )
    }
    expect(lab.calls).toEqual([])
  })
})

describe('a bad day', () => {
  test.each([
    ['CreateArtifact', { status: 503 }],
    ['CreateArtifact', { drop: 'before' }],
    ['CreateArtifact', { status: 429, headers: { 'retry-after': '7' } }],
    ['FinalizeArtifact', { status: 500 }],
    ['FinalizeArtifact', { drop: 'before' }],
    ['FinalizeArtifact', { drop: 'after' }],
  ] as const)('%s: %j', async (method, fault) => {
    lab.fail(method, fault)
    await upload('a')
    expect(lab.artifacts()).toHaveLength(1)
    expect(waits).toEqual(['headers' in fault ? 7000 : 1000])
  })
  test.each([
    ['PUT', { status: 503 }],
    ['PUT', { drop: 'before' }],
    ['PUT', { drop: 'after' }],
    ['GET', { status: 500 }],
    ['GET', { drop: 'midway' }],
    ['GET', { drop: 'before' }],
  ] as const)('the store, %s: %j', async (method, fault) => {
    lab.blobs.fail({ method, ...fault, times: 2 })
    await upload('a')
    expect(await artifacts.download(await onlyOne(), LIMIT)).toEqual([file('hello ✓')])
    expect(waits).toEqual([1000, 2000])
  })
  test('the answer to the beginning is lost: the name is taken, and nobody knows where to', async () => {
    lab.fail('CreateArtifact', { drop: 'after' })
    await expect(upload('a')).rejects.toMatchObject({
      message: expect.stringContaining('was lost'),
      causeClass: 'timeout',
    })
  })
  test('the answer to the end is lost, and what is there is not ours: an error', async () => {
    lab.fail('FinalizeArtifact', { drop: 'after' })
    lab.fail('ListArtifacts', {
      status: 200,
      body: { artifacts: [{ database_id: '9', name: 'a', size: '1', digest: 'sha256:00' }] },
    })
    await expect(upload('a')).rejects.toThrow('refused FinalizeArtifact')
  })
  test.each(['CreateArtifact', 'FinalizeArtifact', 'ListArtifacts'] as const)(
    '%s never works',
    async (method) => {
      lab.fail(method, { status: 502, times: 99 })
      const use = method === 'ListArtifacts' ? artifacts.list() : upload('a')
      await expect(use).rejects.toMatchObject({ name: 'UserError', causeClass: 'timeout' })
      expect(lab.calls.filter((call) => call.method === method)).toHaveLength(5)
      expect(waits).toEqual([1000, 2000, 4000, 8000])
    },
  )
  test('an answer that is no JSON, no list, no id, no address', async () => {
    lab.fail('ListArtifacts', { status: 200, body: '<html>', times: 5 })
    await expect(artifacts.list()).rejects.toThrow('the answer is no JSON')
    lab.fail('ListArtifacts', { status: 200, body: { artifacts: 'x' } })
    await expect(artifacts.list()).rejects.toThrow('is not one')
    lab.fail('ListArtifacts', { status: 200, body: { artifacts: [{ name: 'a' }] } })
    await expect(artifacts.list()).rejects.toThrow('the id')
    lab.fail('CreateArtifact', { status: 200, body: { ok: true } })
    await expect(upload('a')).rejects.toThrow('not HTTPS')
    lab.fail('CreateArtifact', { status: 200, body: { ok: false, signed_upload_url: lab.blobs.url } })
    await expect(upload('b')).rejects.toThrow('did not do CreateArtifact')
    lab.fail('FinalizeArtifact', { status: 200, body: { ok: false, artifact_id: '5' } })
    await expect(upload('c')).rejects.toThrow('did not do FinalizeArtifact')
    expect(lab.blobs.calls.map(({ method }) => method)).toEqual(['PUT'])
  })
  test('what comes down is not what went up', async () => {
    await upload('a')
    lab.blobs.fail({ bytes: Buffer.from('PK') })
    await expect(artifacts.download(await onlyOne(), LIMIT)).rejects.toMatchObject({ fault: 'other-bytes' })
  })
  test('larger than we take', async () => {
    await upload('a', 'x'.repeat(100_000))
    const found = await onlyOne()
    await expect(artifacts.download(found, 10)).rejects.toThrow('at most 10')
    await expect(artifacts.download({ ...found, size: 1 }, 50)).rejects.toMatchObject({ fault: 'too-large' })
    await expect(artifacts.download(found, 99_999)).rejects.toThrow('unpacks to 100000')
  })
})
