import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from '@jest/globals'
import { makeTransport } from '../../src/core/github-transport.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serving(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<URL> {
  const started = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()))
  })
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(started.address() as AddressInfo).port}/api`)
}

test('method, headers and body go out, status, headers and text come back, over one connection', async () => {
  const ports = new Set<number | undefined>()
  const url = await serving((request, response, body) => {
    ports.add(request.socket.remotePort)
    response.writeHead(201, { 'X-Told': 'yes', link: ['<a>', '<b>'] })
    response.end(`${request.method ?? ''} ${request.headers['x-asked']?.toString() ?? ''} ${body} ✓`)
  })
  const send = await makeTransport(url)
  for (const body of ['größer', 'x'.repeat(300_000)]) {
    const got = await send(url.href, { method: 'PATCH', headers: { 'x-asked': 'so' }, body })
    expect([got.status, got.statusText, got.url]).toEqual([201, 'Created', url.href])
    expect(got.headers.get('x-told')).toBe('yes')
    expect(got.headers.get('link')).toBe('<a>, <b>')
    expect(await got.text()).toBe(`PATCH so ${body} ✓`)
    expect(Buffer.from(await got.arrayBuffer()).toString()).toBe(`PATCH so ${body} ✓`)
  }
  expect(ports.size).toBe(1)
})

test('a packed answer is unpacked, also one that came in pieces', async () => {
  const url = await serving((request, response) => {
    expect(request.headers['accept-encoding']).toBe('gzip')
    const packed = gzipSync(JSON.stringify({ a: 'ü'.repeat(1000) }))
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.write(packed.subarray(0, 5))
    setImmediate(() => response.end(packed.subarray(5)))
  })
  const got = await (await makeTransport(url))(url.href, {})
  expect(JSON.parse(await got.text())).toEqual({ a: 'ü'.repeat(1000) })
})

test('an answer without a body', async () => {
  const url = await serving((_request, response) => {
    response.writeHead(204, { 'content-encoding': 'gzip' }).end()
  })
  const got = await (await makeTransport(url))(url.href, { method: 'DELETE' })
  expect([got.status, await got.text()]).toEqual([204, ''])
})

test('a redirect is not followed: it is the caller’s to judge', async () => {
  const asked: (string | undefined)[] = []
  const url = await serving((request, response) => {
    asked.push(request.url)
    response.writeHead(302, { location: '/other' }).end()
  })
  expect((await (await makeTransport(url))(url.href, {})).status).toBe(302)
  expect(asked).toEqual(['/api'])
})

test.each<[string, (response: ServerResponse) => void]>([
  [
    'that breaks off',
    (response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    },
  ],
  ['that never comes', (response) => response.destroy()],
  [
    'whose packing breaks off',
    (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(gzipSync('x'.repeat(1000)).subarray(0, 15))
    },
  ],
  [
    'packed in another way',
    (response) => {
      response.writeHead(200, { 'content-encoding': 'br' })
      response.end('something')
    },
  ],
])('an answer %s is no answer', async (_title, answer) => {
  const url = await serving((_request, response) => answer(response))
  await expect((await makeTransport(url))(url.href, {})).rejects.toThrow()
})

test.each(['before the answer', 'in the middle of it'])('a signal ends the waiting %s', async (when) => {
  const url = await serving((_request, response) => {
    if (when === 'before the answer') return
    response.writeHead(200)
    response.write('half')
  })
  await expect((await makeTransport(url))(url.href, { signal: AbortSignal.timeout(100) })).rejects.toThrow()
})
