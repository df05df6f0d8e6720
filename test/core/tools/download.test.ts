import { describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksumOf } from '../../../src/core/tools/checksums.ts'
import { download, isTrusted, type DownloadRequest } from '../../../src/core/tools/download.ts'
import { sha256Hex, startMirror, startServer } from '../../lab/mirror.ts'
import { makePlace, type Place } from './setup.ts'

const BODY = new TextEncoder().encode('what the publisher has'.repeat(1000))

function fetchTo(place: Place, url: string, more: Partial<DownloadRequest> = {}) {
  const file = join(place.root, 'file')
  return download({ url, file, maxBytes: 1_000_000, env: {}, clock: place.clock, ...more })
}

describe('download', () => {
  test('writes the body and tells its digest, also behind redirects', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'redirect', to: '/b' })
    mirror.on('/b', { kind: 'redirect', to: `${mirror.url}/c` })
    mirror.on('/c', { kind: 'body', body: BODY })
    expect(await fetchTo(place, `${mirror.url}/a`)).toEqual({
      ok: true,
      sha256: sha256Hex(BODY),
      bytes: BODY.length,
    })
    expect(await readFile(join(place.root, 'file'))).toEqual(Buffer.from(BODY))
  })

  test('tries again after 503, 429 and a dropped connection, as long as the server asks, then is content', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on(
      '/a',
      { kind: 'status', status: 503, headers: { 'retry-after': '20' } },
      { kind: 'drop' },
      { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
      { kind: 'body', body: BODY },
    )
    expect(await fetchTo(place, `${mirror.url}/a`)).toMatchObject({ ok: true, bytes: BODY.length })
    expect(place.pauses).toEqual([20_000, 3000, 30_000])
  })

  test('a body cut short is never taken for the whole', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'truncated', body: BODY })
    expect(await fetchTo(place, `${mirror.url}/a`)).toMatchObject({ ok: false, why: 'unreachable' })
    expect(mirror.asked).toHaveLength(4)
  })

  test.each([
    [404, 'not-found', 1],
    [403, 'refused', 1],
    [500, 'unreachable', 4],
  ])('status %d is %s after %d tries', async (status, why, tries) => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'status', status })
    expect(await fetchTo(place, `${mirror.url}/a`)).toMatchObject({ ok: false, why })
    expect(mirror.asked).toHaveLength(tries)
  })

  test('redirects without end are refused', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'redirect', to: '/a' })
    expect(await fetchTo(place, `${mirror.url}/a`)).toMatchObject({ ok: false, why: 'refused' })
    expect(mirror.asked).toHaveLength(6)
  })

  test('a redirect to another scheme than https is not followed', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'redirect', to: 'file:///etc/passwd' })
    expect(await fetchTo(place, `${mirror.url}/a`)).toMatchObject({ ok: false, why: 'insecure' })
  })

  test('more bytes than allowed are not taken, announced or not', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'body', body: BODY })
    expect(await fetchTo(place, `${mirror.url}/a`, { maxBytes: 100 })).toMatchObject({
      ok: false,
      why: 'too-large',
    })
    await using server = await startServer(
      (_request, response) => void response.write(BODY, () => response.end(BODY)),
    )
    const maxBytes = BODY.length + 1
    expect(await fetchTo(place, server.url, { maxBytes })).toMatchObject({ ok: false, why: 'too-large' })
  })

  test('a server that goes silent is given up', async () => {
    await using place = await makePlace()
    await using server = await startServer(
      (_request, response) => void response.writeHead(200, { 'content-length': 9 }).write('x'),
    )
    const result = await fetchTo(place, server.url, { idleMs: 50, tries: 1 })
    expect(result).toMatchObject({ ok: false, why: 'unreachable' })
  })

  test('goes through the proxy of the environment it is given, and past it for NO_PROXY', async () => {
    await using place = await makePlace()
    const asked: string[] = []
    await using proxy = await startServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('from the proxy')
    })
    const HTTP_PROXY = proxy.url
    expect(await fetchTo(place, 'http://publisher.invalid/a', { env: { HTTP_PROXY } })).toMatchObject({
      ok: true,
    })
    expect(asked).toEqual(['http://publisher.invalid/a'])
    const env = { HTTP_PROXY, NO_PROXY: 'publisher.invalid' }
    expect(await fetchTo(place, 'http://publisher.invalid/a', { env, tries: 1 })).toMatchObject({ ok: false })
    expect(asked).toHaveLength(1)
  })

  test('a folder that cannot be written to is an error, not a network fault', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.on('/a', { kind: 'body', body: BODY })
    const file = join(place.root, 'none/file')
    await expect(fetchTo(place, `${mirror.url}/a`, { file })).rejects.toMatchObject({ code: 'ENOENT' })
    expect(mirror.asked).toHaveLength(1)
  })
})

test('isTrusted: https anywhere, http on this machine only', () => {
  expect(
    ['https://a.b', 'http://127.0.0.1:1', 'http://[::1]:1', 'http://localhost'].map(isTrusted),
  ).not.toContain(false)
  expect(
    ['http://a.b', 'http://127.0.0.1.evil.org', 'http://10.0.0.1', 'http://localhost.evil'].map(isTrusted),
  ).not.toContain(true)
})

test('checksumOf: one line, one digest, the exact name', () => {
  const [a, b] = ['a'.repeat(64), 'B'.repeat(64)]
  expect(checksumOf(`${a}  x_1.zip\n${b} *x_2.zip\r\n`, 'x_1.zip')).toBe(a)
  expect(checksumOf(`${a}  x_1.zip\n${b} *x_2.zip\r\n`, 'x_2.zip')).toBe('b'.repeat(64))
  expect(checksumOf(`${a}  x_1.zip.sig\n`, 'x_1.zip')).toBeUndefined()
  expect(checksumOf(`${a}  x_1.zip\n${b}  x_1.zip\n`, 'x_1.zip')).toBeUndefined()
  expect(checksumOf(`${a}  x_1.zip\n${a}  x_1.zip\n`, 'x_1.zip')).toBe(a)
  expect(checksumOf('abc  x_1.zip', 'x_1.zip')).toBeUndefined()
})
