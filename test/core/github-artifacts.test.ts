import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Artifact } from '../../src/core/artifact-port.ts'
import type { NewArtifact } from '../lab/artifact-store.ts'
import { asked, type Client, connect } from '../lab/github/client.ts'
import { type GitHubLab, startGitHub } from '../lab/github/server.ts'

const sha = (letter: string): string => letter.repeat(40)
const LIMIT = 1_000_000
let lab: GitHubLab
let client: Client
beforeEach(async () => {
  lab = await startGitHub()
  lab.addRun({ id: 7, headSha: sha('a') })
  client = await connect(lab)
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
  // A signed address is a key: it may be masked, and stand nowhere else.
  const said = client.lines.join('\n')
  expect(said).not.toMatch(/sig=/)
})

async function added(artifact: Partial<NewArtifact> = {}): Promise<Artifact> {
  const id = lab.addArtifact({ runId: 7, name: 'plan', files: { 'plan.sealed': 'secret ✓' }, ...artifact })
  const found = (await client.github.artifactsOfRun(7)).find((entry) => entry.id === id)
  if (found === undefined) throw new Error('not in the list')
  return found
}
const download = (artifact: Artifact, limit = LIMIT) => client.github.downloadArtifact(artifact, limit)
const textsOf = (files: Awaited<ReturnType<typeof download>>) =>
  files.map(({ name, content }) => [name, Buffer.from(content).toString()])

describe('lists', () => {
  test('of a run: all pages, with what GitHub tells', async () => {
    for (let at = 0; at < 130; at++) lab.addArtifact({ runId: 7, name: `a${at}`, files: { f: String(at) } })
    lab.addArtifact({ runId: 8, name: 'other', files: { f: '' } })
    const found = await client.github.artifactsOfRun(7)
    expect(new Set(found.map(({ name }) => name)).size).toBe(130)
    expect(asked(lab)).toEqual([
      'actions/list-workflow-run-artifacts 200',
      'actions/list-workflow-run-artifacts 200',
    ])
    const old = await added({ name: 'old', digest: null, expired: true, createdAt: '2024-05-01T10:00:00Z' })
    expect(old).toMatchObject({
      name: 'old',
      digest: undefined,
      expired: true,
      createdAt: Date.parse('2024-05-01T10:00:00Z'),
    })
    expect((await added({ name: 'new' })).digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  })
  test('of a run that is not there: an error, not an empty list', async () => {
    await expect(client.github.artifactsOfRun(99)).rejects.toMatchObject({ fault: 'missing' })
  })
  test('of the repository: the newest, with their runs', async () => {
    lab.addArtifact({ runId: 7, name: 'first', files: { f: '' } })
    lab.addArtifact({ runId: 12345, name: 'of a run that was deleted', files: { f: '' } })
    for (let at = 0; at < 110; at++) lab.addArtifact({ runId: 7, name: `a${at}`, files: { f: '' } })
    const newest = await client.github.newestArtifacts(105)
    expect(newest.map(({ name }) => name)).toEqual(Array.from({ length: 105 }, (_, at) => `a${109 - at}`))
    expect(newest[0]?.run).toEqual({ id: 7, headSha: sha('a') })
    expect((await client.github.newestArtifacts(1000)).at(-2)).toMatchObject({ run: undefined })
  })
})

describe('download', () => {
  test('the files; the token goes to the API only, to the store goes none', async () => {
    const artifact = await added({ files: { 'a/b.json': '{}', 'plan.sealed': 'ü' } })
    expect(textsOf(await download(artifact))).toEqual([
      ['a/b.json', '{}'],
      ['plan.sealed', 'ü'],
    ])
    expect(new URL(lab.blobs.url).origin).not.toBe(new URL(lab.url).origin)
    expect(lab.blobs.calls).toHaveLength(1)
    expect(lab.blobs.calls[0]?.headers.authorization).toBeUndefined()
    expect(JSON.stringify(lab.blobs.calls[0]?.headers)).not.toContain('ghs_lab')
    expect(asked(lab, 1)).toEqual(['actions/download-artifact 302'])
  })
  test('the store would refuse a token', async () => {
    const artifact = await added()
    const stored = lab.artifacts.artifacts.find(({ id }) => id === artifact.id)
    const url = lab.blobs.sign(stored?.blob ?? '', 'read')
    expect((await fetch(url, { headers: { authorization: 'token x' } })).status).toBe(400)
    expect((await fetch(url)).status).toBe(200)
  })
  test('each address is masked', async () => {
    const masked: string[] = []
    client = await connect(lab, { log: { ...quiet, mask: (value) => masked.push(value) } })
    await download(await added())
    const sig = masked.find((value) => /^[\w+/]{43}=$/.test(value))
    expect(sig).toBeDefined()
    expect(masked).toContain(encodeURIComponent(sig ?? ''))
  })
  test.each([
    ['the store is busy', { status: 503 }],
    ['the connection drops', { drop: 'before' }],
    ['the answer breaks off', { drop: 'midway' }],
    ['the address ran out', { status: 403 }],
  ] as const)('%s: again, with a new address', async (_, fault) => {
    const artifact = await added()
    lab.blobs.fail({ ...fault, times: 2 })
    expect(textsOf(await download(artifact))).toEqual([['plan.sealed', 'secret ✓']])
    expect(client.waits).toEqual([1000, 2000])
    expect(asked(lab, 1)).toEqual(Array.from({ length: 3 }, () => 'actions/download-artifact 302'))
  })
  test('the store stays away: an error, after five tries', async () => {
    const artifact = await added()
    lab.blobs.fail({ status: 500, times: 99 })
    await expect(download(artifact)).rejects.toMatchObject({ name: 'GitHubError', fault: 'unavailable' })
    expect(lab.blobs.calls).toHaveLength(5)
  })
  test('other bytes than the digest says', async () => {
    const artifact = await added()
    const other = lab.artifacts.add({ runId: 8, name: 'x', files: { 'plan.sealed': 'secret !' } })
    lab.blobs.fail({ bytes: lab.artifacts.blobs.get(other.blob) ?? Buffer.alloc(0) })
    await expect(download(artifact)).rejects.toMatchObject({ fault: 'invalid' })
    // Without a digest nobody can know.
    lab.blobs.fail({ bytes: lab.artifacts.blobs.get(other.blob) ?? Buffer.alloc(0) })
    expect(textsOf(await download({ ...artifact, digest: undefined }))).toEqual([['plan.sealed', 'secret !']])
  })
  test('too large: as it says, as it is, and as it unpacks', async () => {
    const artifact = await added({ files: { f: 'x'.repeat(5000) } })
    await expect(download(artifact, 10)).rejects.toMatchObject({ fault: 'invalid' })
    expect(lab.blobs.calls).toHaveLength(0)
    await expect(download({ ...artifact, size: 1 }, 20)).rejects.toMatchObject({ fault: 'invalid' })
    expect(artifact.size).toBeLessThan(4000)
    await expect(download(artifact, 4000)).rejects.toThrow('it unpacks to 5000 bytes, at most 4000 are taken')
  })
  test('no zip file', async () => {
    const artifact = await added({ zip: Buffer.from('<html>') })
    await expect(download(artifact)).rejects.toMatchObject({ name: 'GitHubError', fault: 'invalid' })
  })
  test('expired or gone', async () => {
    const artifact = await added({ expired: true })
    await expect(download(artifact)).rejects.toMatchObject({ fault: 'missing', status: 410 })
    await expect(download({ ...artifact, id: 1 })).rejects.toMatchObject({ fault: 'missing', status: 404 })
  })
  test('without the permission, in a public repository too', async () => {
    const artifact = await added()
    lab.setPrivate(false)
    const poor = await startGitHub({
      private: false,
      tokens: { ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions: {} } },
    })
    const { github } = await connect(poor)
    await expect(github.downloadArtifact(artifact, LIMIT)).rejects.toMatchObject({
      fault: 'permission',
      help: expect.stringContaining('permissions: actions: read'),
    })
    await poor.close()
  })
  test.each([
    ['no address', {}],
    ['no HTTP at all', { location: 'file:///etc/passwd' }],
    ['nonsense', { location: '//' }],
  ])('%s', async (_, headers) => {
    const artifact = await added()
    lab.fail('actions/download-artifact', { status: 302, headers })
    await expect(download(artifact)).rejects.toThrow(/not HTTPS/)
  })
  test('a repository that was renamed: the question is asked there, with the token', async () => {
    const artifact = await added()
    lab.fail('actions/download-artifact', {
      status: 301,
      headers: { location: `${lab.url}/repos/acme/gitops/actions/artifacts/${artifact.id}/zip` },
    })
    expect(textsOf(await download(artifact))).toEqual([['plan.sealed', 'secret ✓']])
    // But to another host it does not go.
    lab.fail('actions/download-artifact', { status: 301, headers: { location: `${lab.blobs.url}/x` } })
    const before = lab.blobs.calls.length
    await expect(download(artifact)).rejects.toThrow('sent us to')
    expect(lab.blobs.calls).toHaveLength(before)
  })
})

const nothing = (): void => undefined
const quiet = {
  info: nothing,
  debug: nothing,
  notice: nothing,
  warning: nothing,
  error: nothing,
  group: <T>(_: string, body: () => Promise<T>) => body(),
}
