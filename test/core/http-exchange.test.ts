import { afterEach, expect, test } from '@jest/globals'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect as connectTcp } from 'node:net'
import { makeSend, TooLargeError } from '../../src/core/http-exchange.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
async function serving(
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void,
): Promise<URL> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => answer(request, response, Buffer.concat(chunks)))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x?sig=secret`)
}
const usual = { method: 'GET', limit: 1000, idleMs: 5000 } as const

test('bytes go out and come back, with their length, over one connection', async () => {
  const ports = new Set<number | undefined>()
  const url = await serving((request, response, body) => {
    ports.add(request.socket.remotePort)
    response.writeHead(201, { 'x-length': request.headers['content-length'] ?? 'none' }).end(body)
  })
  const send = makeSend()
  const body = new Uint8Array([0, 255, 128])
  for (let round = 0; round < 3; round++) {
    const { status, headers, bytes } = await send(url, { ...usual, method: 'PUT', body })
    expect([status, headers['x-length'], new Uint8Array(bytes)]).toEqual([201, '3', body])
  }
  expect((await send(url, usual)).headers['x-length']).toBe('none')
  expect(ports.size).toBe(1)
})

test('a redirect is handed out, not followed', async () => {
  let asked = 0
  const url = await serving((_, response) => {
    asked++
    response.writeHead(302, { location: '/y' }).end()
  })
  expect((await makeSend()(url, usual)).status).toBe(302)
  expect(asked).toBe(1)
})

test.each([true, false])('more than the limit is not taken (announced: %s)', async (announced) => {
  const url = await serving((_, response) => {
    response.writeHead(200, announced ? { 'content-length': '5000' } : {})
    for (let part = 0; part < 5; part++) response.write('x'.repeat(1000))
    response.end()
  })
  await expect(makeSend()(url, { ...usual, limit: 4999 })).rejects.toBeInstanceOf(TooLargeError)
  expect((await makeSend()(url, { ...usual, limit: 5000 })).bytes).toHaveLength(5000)
})

test('an answer that breaks off, and one that stops: errors without the address', async () => {
  const broken = await serving((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half', () => response.destroy())
  })
  const silent = await serving((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
  })
  for (const url of [broken, silent]) {
    const error: unknown = await makeSend()(url, { ...usual, idleMs: 200 }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: expect.stringMatching(/^E/) })
    expect(String(error)).not.toContain('secret')
  }
})

test('through the proxy of the environment, and past it where no_proxy says so', async () => {
  const url = await serving((_, response) => response.end('here'))
  const tunnels: string[] = []
  const proxy = createServer()
  servers.push(proxy)
  proxy.on('connect', (request, client) => {
    tunnels.push(request.url ?? '')
    const target = connectTcp(Number(url.port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(client)
      client.pipe(target)
    })
    client.on('error', () => target.destroy())
    target.on('error', () => client.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const before = { ...process.env }
  process.env['http_proxy'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  try {
    const send = makeSend()
    const body = new Uint8Array(100_000)
    const got = await send(new URL('http://blobs.example/a'), { ...usual, method: 'PUT', body })
    expect(got.bytes.toString()).toBe('here')
    expect(tunnels).toEqual(['blobs.example:80'])
    process.env['no_proxy'] = '127.0.0.1'
    expect((await send(url, usual)).bytes.toString()).toBe('here')
    expect(tunnels).toHaveLength(1)
  } finally {
    process.env = before
  }
})
