import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errorCode } from '../errors.ts'
import { httpModule } from '../http-module.ts'
import type { Clock } from '../ports.ts'

export interface DownloadRequest {
  readonly url: string
  /** Written anew, mode 0600. What is in it counts for nothing until its digest is checked. */
  readonly file: string
  readonly maxBytes: number
  /** For HTTPS_PROXY, HTTP_PROXY, NO_PROXY in either case. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /** Milliseconds without a byte. Default 30,000. */
  readonly idleMs?: number
  /** Default 4. */
  readonly tries?: number
}

export type Download =
  | { readonly ok: true; readonly sha256: string; readonly bytes: number }
  | {
      readonly ok: false
      /** `unreachable`: no answer from the server, or only errors of its own, after all tries. */
      readonly why: 'unreachable' | 'not-found' | 'refused' | 'insecure' | 'too-large'
      readonly detail: string
    }

const MAX_REDIRECTS = 5
const PAUSES_MS = [1000, 3000, 8000]

/**
 * Fetches a file over HTTPS (plain HTTP only where the URL given says so) and tells its digest. Server errors and
 * broken connections are tried again, after the server's own Retry-After where that is short. Never rejects for
 * what the network does; rejects when the file cannot be written.
 */
export async function download(request: DownloadRequest): Promise<Download> {
  const tries = request.tries ?? 4
  for (let attempt = 1; ; attempt += 1) {
    const result = await downloadOnce(request)
    if (result.kind !== 'again') return result.download
    if (attempt >= tries)
      return { ok: false, why: 'unreachable', detail: `${result.detail} (${attempt} tries)` }
    const pause = PAUSES_MS[attempt - 1] ?? 8000
    await request.clock.sleep(Math.min(Math.max(pause, result.afterMs), 30_000))
  }
}

type Attempt =
  | { readonly kind: 'done'; readonly download: Download }
  | { readonly kind: 'again'; readonly detail: string; readonly afterMs: number }

async function downloadOnce(request: DownloadRequest): Promise<Attempt> {
  let url = new URL(request.url)
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await get(url, request)
      const status = response.statusCode ?? 0
      const location = response.headers.location
      if (status === 200) return await save(response, request)
      response.destroy()
      if (status < 300 || status > 399 || location === undefined) return judge(status, url, response)
      const next = new URL(location, url)
      if (next.protocol !== 'https:' && next.protocol !== url.protocol) {
        return failed('insecure', `${url.host} redirects to ${next.protocol}//${next.host}`)
      }
      url = next
    }
    return failed('refused', `${url.host} redirects more than ${MAX_REDIRECTS} times`)
  } catch (thrown) {
    const code = errorCode(thrown)
    if (code === undefined || FILE_FAULTS.has(code)) throw thrown
    const detail = `${url.host}: ${faultText(thrown)}`
    if (code === 'ENOTFOUND') return failed('unreachable', detail)
    if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code)) return failed('insecure', detail)
    return { kind: 'again', detail, afterMs: 0 }
  }
}

/** Faults of the disk, not of the network. */
const FILE_FAULTS = new Set([
  'ENOSPC',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'EISDIR',
  'EDQUOT',
  'EMFILE',
  'EFBIG',
])

function faultText(thrown: unknown): string {
  const message =
    typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : undefined
  return typeof message === 'string' && message !== '' ? message : (errorCode(thrown) ?? 'no answer')
}

function failed(why: (Download & { ok: false })['why'], detail: string): Attempt {
  return { kind: 'done', download: { ok: false, why, detail } }
}

function judge(status: number, url: URL, response: IncomingMessage): Attempt {
  const detail = `${url.host} answers ${status} for ${url.pathname}`
  if (status === 404 || status === 410) return failed('not-found', detail)
  if (status !== 408 && status !== 429 && status < 500) return failed('refused', detail)
  const seconds = Number(response.headers['retry-after'])
  return { kind: 'again', detail, afterMs: Number.isFinite(seconds) ? seconds * 1000 : 0 }
}

async function save(response: IncomingMessage, request: DownloadRequest): Promise<Attempt> {
  const announced = Number(response.headers['content-length'] ?? Number.NaN)
  if (announced > request.maxBytes) {
    response.destroy()
    return failed('too-large', `${announced} bytes are offered, at most ${request.maxBytes} are taken`)
  }
  const hash = createHash('sha256')
  let bytes = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > request.maxBytes) {
        done(new TooLarge())
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(response, counter, createWriteStream(request.file, { mode: 0o600 }))
  } catch (thrown) {
    if (!(thrown instanceof TooLarge)) throw thrown
    return failed('too-large', `more than ${request.maxBytes} bytes came`)
  }
  if (Number.isFinite(announced) && bytes !== announced) {
    return { kind: 'again', detail: `${bytes} of ${announced} bytes came`, afterMs: 0 }
  }
  return { kind: 'done', download: { ok: true, sha256: hash.digest('hex'), bytes } }
}

class TooLarge extends Error {}

async function get(url: URL, request: DownloadRequest): Promise<IncomingMessage> {
  const http = await httpModule(url)
  const agent = new http.Agent({ proxyEnv: proxyVariables(request.env) })
  const headers = { 'user-agent': 'gitops-pipeline', accept: '*/*', 'accept-encoding': 'identity' }
  const timeout = request.idleMs ?? 30_000
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { agent, headers, timeout }, resolve)
    sent.on('timeout', () =>
      sent.destroy(Object.assign(new Error(`no byte for ${timeout / 1000} s`), { code: 'ETIMEDOUT' })),
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** Node's own proxy support (24.5 and newer) reads these from what it is given, not from the process. */
function proxyVariables(env: DownloadRequest['env']): Record<string, string> {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

/** True where nobody on the way can change what is sent: HTTPS, or this very machine. */
export function isTrusted(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return true
  const host = hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || (isIP(host) !== 0 && (host === '::1' || host.startsWith('127.')))
}
