import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { httpModule } from './http-module.ts'

/** One request, to any server. */
export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** Bytes of the answer that are taken at most. */
  readonly limit: number
  /** Milliseconds without a byte in either direction after which it counts as lost. */
  readonly idleMs: number
}

export interface Exchanged {
  readonly status: number
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

/** The answer is larger than we take. */
export class TooLargeError extends Error {}

/** Rejects with Node's error when no whole answer comes, and with a `TooLargeError`. Follows no redirect. */
export type Send = (url: URL, exchange: Exchange) => Promise<Exchanged>

/**
 * Sends over connections that are kept, through the proxy that the toolkit would use (`https_proxy`, `http_proxy`,
 * `no_proxy`). Unlike the transport of the GitHub client it takes bytes, and any server.
 */
export function makeSend(): Send {
  const agents = new Map<string, Promise<Agent>>()

  return async function send(url, { method, headers = {}, body, limit, idleMs }) {
    const http = await httpModule(url)
    const agent = await kept(agents, url.origin, () => agentFor(url))
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = {
      method,
      agent,
      headers: { 'user-agent': 'gitops-pipeline', 'accept-encoding': 'identity', ...headers, ...length },
    }
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = http.request(url, options, resolve)
      request.setTimeout(idleMs, () => request.destroy(stalled(idleMs)))
      request.on('error', reject)
      request.end(body)
    })
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      bytes: await bytesOf(response, limit),
    }
  }
}

/**
 * Rejects when the connection ends before the answer does.
 * @param limit bytes; more reject with a `TooLargeError`
 */
export async function bytesOf(response: IncomingMessage, limit = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const announced = Number(response.headers['content-length'] ?? 0)
  for await (const chunk of response) {
    length += (chunk as Buffer).length
    if (Math.max(length, announced) > limit) {
      response.destroy()
      throw new TooLargeError(`the answer is larger than ${limit} bytes`)
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

async function agentFor(url: URL): Promise<Agent> {
  const { getProxyUrl } = await import('@actions/http-client/lib/proxy')
  if (getProxyUrl(url) === undefined) return new (await httpModule(url)).Agent({ keepAlive: true })
  const { HttpClient } = await import('@actions/http-client')
  return new HttpClient(undefined, undefined, { keepAlive: true }).getAgent(url.href)
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

const stalled = (ms: number): Error =>
  Object.assign(new Error(`no byte for ${Math.round(ms / 1000)} s`), { code: 'ETIMEDOUT' })
