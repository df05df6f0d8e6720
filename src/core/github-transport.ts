import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { bytesOf } from './http-exchange.ts'
import { httpModule } from './http-module.ts'

/** What the GitHub client sends: a part of `RequestInit`. */
export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

/** The part of a `Response` that octokit reads. */
export interface Received {
  readonly url: string
  readonly status: number
  readonly statusText: string
  readonly headers: ReadonlyMap<string, string>
  readonly text: () => Promise<string>
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

/**
 * Sends requests over connections that are kept. Redirects are not followed. Rejects with Node's error when no whole
 * answer comes. `url` is of `origin`. Node's own `fetch` does the same, but takes ten times as long to load.
 */
export async function makeTransport(origin: URL): Promise<(url: string, sent: Sent) => Promise<Received>> {
  const http = await httpModule(origin)
  const agent = new http.Agent({ keepAlive: true })
  return async (url, { method = 'GET', headers = {}, body, signal }) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method,
        agent,
        headers: { ...headers, 'accept-encoding': 'gzip' },
        ...(signal === undefined ? {} : { signal }),
      }
      const request = http.request(url, options, resolve)
      request.on('error', reject)
      request.end(body)
    })
    const bytes = await unpacked(await bytesOf(response), response.headers['content-encoding'])
    return {
      url,
      status: response.statusCode ?? 0,
      statusText: response.statusMessage ?? '',
      headers: headersOf(response),
      text: () => Promise.resolve(bytes.toString('utf8')),
      arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
    }
  }
}

async function unpacked(bytes: Buffer, encoding: string | undefined): Promise<Buffer> {
  // An answer without a body may carry the header all the same.
  if (bytes.length === 0 || encoding === undefined || encoding === 'identity') return bytes
  if (!/^(?:x-)?gzip$/i.test(encoding)) throw new Error(`the answer is packed in a way we did not ask for`)
  const { gunzip } = await import('node:zlib')
  return promisify(gunzip)(bytes)
}

function headersOf({ headers }: IncomingMessage): Map<string, string> {
  return new Map(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}
