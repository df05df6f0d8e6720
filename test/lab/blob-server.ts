import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the next request to the store meets. */
export interface BlobFault {
  /** Default: any. */
  readonly method?: 'GET' | 'PUT'
  readonly status?: number
  /**
   * `before`: the connection drops before any effect; `after`: it takes effect, no answer comes; `midway`: the answer
   * breaks off in its middle; `stall`: its half comes, then nothing more.
   */
  readonly drop?: 'before' | 'after' | 'midway' | 'stall'
  /** Other bytes come than are there. */
  readonly bytes?: Uint8Array
  /** How many requests it hits. Default 1. */
  readonly times?: number
}

export interface BlobCall {
  readonly method: string
  readonly blob: string
  /** 0: the connection was dropped. */
  readonly status: number
  readonly headers: IncomingMessage['headers']
}

export interface BlobServer {
  readonly url: string
  readonly calls: readonly BlobCall[]
  /** A signed address. `seconds` may be negative: then it has run out already. */
  sign(
    blob: string,
    may: 'read' | 'write',
    seconds?: number,
    query?: Readonly<Record<string, string>>,
  ): string
  fail(fault: BlobFault): void
  close(): Promise<void>
}

/** Account and container: at an address without a name of its own they stand in the path. */
const CONTAINER = '/labaccount/artifacts/'

/**
 * The part of Azure's block blobs that clients of artifacts use, on a host of its own: whole PUT, blocks and their
 * list, GET with ranges. It takes signed addresses only, and refuses a request that brings a token besides: a client
 * that sends one there gives it away.
 */
export async function startBlobs(blobs: Map<string, Buffer>): Promise<BlobServer> {
  const secret = randomBytes(32)
  const calls: BlobCall[] = []
  const faults: { readonly fault: BlobFault; left: number }[] = []
  const blocks = new Map<string, Map<string, Buffer>>()
  const types = new Map<string, string>()
  let url = ''

  const signature = (blob: string, sp: string, se: string): string =>
    createHmac('sha256', secret).update([blob, sp, se].join('\n')).digest('base64')

  function refusal(request: IncomingMessage, target: URL, blob: string): [number, string] | undefined {
    const { sp = '', se = '', sig = '' } = Object.fromEntries(target.searchParams)
    if (request.headers.authorization !== undefined) return [400, 'InvalidAuthenticationInfo']
    if (sig !== signature(blob, sp, se)) return [403, 'AuthenticationFailed']
    if (Date.parse(se) < Date.now()) return [403, 'AuthenticationFailed']
    const wanted = request.method === 'PUT' ? 'w' : 'r'
    return sp.includes(wanted) ? undefined : [403, 'AuthorizationPermissionMismatch']
  }

  function put(
    request: IncomingMessage,
    target: URL,
    blob: string,
    data: Buffer,
  ): [number, string] | undefined {
    const comp = target.searchParams.get('comp')
    const parts = blocks.get(blob) ?? new Map<string, Buffer>()
    blocks.set(blob, parts)
    if (comp === 'block') {
      parts.set(target.searchParams.get('blockid') ?? '', data)
      return undefined
    }
    if (comp === 'blocklist') {
      const ids = [...data.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)]
      const found = ids.map(([, id = '']) => parts.get(id))
      if (found.includes(undefined)) return [400, 'InvalidBlockList']
      blobs.set(blob, Buffer.concat(found.filter((part) => part !== undefined)))
      types.set(blob, String(request.headers['x-ms-blob-content-type'] ?? ''))
      return undefined
    }
    // https://learn.microsoft.com/rest/api/storageservices/put-blob: the type of the blob is required.
    if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return [400, 'MissingRequiredHeader']
    if (request.headers['content-length'] === undefined) return [411, 'MissingContentLengthHeader']
    blobs.set(blob, data)
    types.set(
      blob,
      String(request.headers['x-ms-blob-content-type'] ?? request.headers['content-type'] ?? ''),
    )
    return undefined
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = new URL(request.url ?? '/', url)
    const blob = target.pathname.startsWith(CONTAINER) ? target.pathname.slice(CONTAINER.length) : ''
    const method = request.method ?? 'GET'
    const hit = faults.find(({ fault, left }) => left > 0 && (fault.method ?? method) === method)
    if (hit !== undefined) hit.left -= 1
    const fault = hit?.fault
    const record = (status: number): void => {
      calls.push({ method, blob, status, headers: request.headers })
    }
    if (fault?.drop === 'before') {
      record(0)
      request.socket.destroy()
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = { 'x-ms-version': '2024-11-04', 'x-ms-request-id': randomBytes(8).toString('hex') }
    const refuse = (status: number, code: string): void => {
      record(status)
      const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`
      response.writeHead(status, { ...headers, 'content-type': 'application/xml', 'x-ms-error-code': code })
      response.end(body)
    }
    if (fault?.status !== undefined) {
      refuse(fault.status, 'ServerBusy')
      return
    }
    const no =
      refusal(request, target, blob) ??
      (method === 'PUT' ? put(request, target, blob, Buffer.concat(chunks)) : undefined)
    if (no !== undefined) {
      refuse(...no)
      return
    }
    if (fault?.drop === 'after') {
      record(0)
      response.destroy()
      return
    }
    if (method === 'PUT') {
      record(201)
      response.writeHead(201, { ...headers, etag: '"0x1"', 'last-modified': new Date().toUTCString() }).end()
      return
    }
    const bytes = fault?.bytes ?? blobs.get(blob)
    if (bytes === undefined) {
      refuse(404, 'BlobNotFound')
      return
    }
    const range = /bytes=(\d+)-(\d*)/.exec(
      String(request.headers['x-ms-range'] ?? request.headers.range ?? ''),
    )
    const from = Number(range?.[1] ?? 0)
    const to = Math.min(range?.[2] ? Number(range[2]) : Infinity, bytes.length - 1)
    const part = bytes.subarray(from, to + 1)
    const disposition = target.searchParams.get('rscd')
    response.writeHead(range === null ? 200 : 206, {
      ...headers,
      etag: '"0x1"',
      'content-type': types.get(blob) || 'application/zip',
      'content-length': part.length,
      ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${bytes.length}` }),
      ...(disposition === null ? {} : { 'content-disposition': disposition }),
    })
    if (fault?.drop === 'midway' || fault?.drop === 'stall') {
      record(0)
      response.write(part.subarray(0, Math.floor(part.length / 2)), () => {
        if (fault.drop === 'midway') response.destroy()
      })
      return
    }
    record(response.statusCode)
    response.end(method === 'HEAD' ? undefined : part)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    calls,
    sign(blob, may, seconds = 60, query = {}) {
      const sp = may === 'read' ? 'r' : 'cw'
      const se = new Date(Date.now() + seconds * 1000).toISOString()
      return `${url}${CONTAINER}${blob}?${new URLSearchParams({ ...query, se, sp, sig: signature(blob, sp, se) }).toString()}`
    },
    fail(fault) {
      faults.push({ fault, left: fault.times ?? 1 })
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
