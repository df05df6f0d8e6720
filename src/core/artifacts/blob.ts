import { createHash } from 'node:crypto'
import { errorCode, UserError } from '../errors.ts'
import { type Exchanged, type Send, TooLargeError } from '../http-exchange.ts'
import type { Clock, Log } from '../ports.ts'
import { type Repeat, repeat } from './repeat.ts'

export interface BlobPorts {
  readonly send: Send
  readonly clock: Clock
  readonly log: Log
}

/**
 * - `unreachable`: no answer, or only errors of the server, after all tries
 * - `refused`: the store says no
 * - `too-large`: more bytes than we take
 * - `other-bytes`: what came is not what the artifact's digest says
 */
export type BlobFault = 'unreachable' | 'refused' | 'too-large' | 'other-bytes'

export class BlobError extends UserError {
  readonly fault: BlobFault

  constructor(message: string, fault: BlobFault, help: string) {
    super(message, { help, causeClass: fault === 'unreachable' ? 'timeout' : 'policy' })
    this.name = 'BlobError'
    this.fault = fault
  }
}

const IDLE_MS = 60_000
/** Bytes of an answer that is only a word of the store. */
const WORDS = 64 * 1024

export interface BlobWanted {
  /** For messages. */
  readonly name: string
  /** A signed address, asked for anew before each try: they live for a minute. */
  readonly address: () => Promise<URL>
  /** `sha256:…`; undefined: nobody knows. */
  readonly digest: string | undefined
  /** Bytes taken at most. */
  readonly limit: number
}

/**
 * The bytes of an artifact, checked against its digest. The request carries no token: the address is its own key.
 * @throws BlobError, and whatever `address` throws
 */
export async function readBlob(wanted: BlobWanted, ports: BlobPorts): Promise<Buffer> {
  const what = `the artifact ${wanted.name}`
  const wrong = (fault: BlobFault, why: string, help: string): BlobError =>
    new BlobError(`Could not download ${what}: ${why}`, fault, help)

  const result = await repeat(`download ${what}`, ports, async (): Promise<Repeat<Buffer>> => {
    const url = await wanted.address()
    let answer: Exchanged
    try {
      answer = await ports.send(url, { method: 'GET', limit: wanted.limit, idleMs: IDLE_MS })
    } catch (error) {
      if (!(error instanceof TooLargeError)) return { again: networkWords(error) }
      throw wrong(
        'too-large',
        `it is larger than ${wanted.limit} bytes`,
        'An artifact of ours is not: look who made it.',
      )
    }
    const { status, bytes, headers } = answer
    if (status === 200) return { done: bytes }
    const said = `the store answered ${status}${codeOf(answer)}`
    // 403: the address ran out meanwhile. 404: a new blob is not everywhere at once.
    if (status === 403 || status === 404 || isPassing(status))
      return { again: said, after: headers['retry-after'] }
    throw wrong('refused', said, 'Run the job again.')
  })
  if ('gaveUp' in result) {
    const help = 'Run the job again. If it goes on: may this runner reach the store (proxy, firewall)?'
    throw wrong(/answered 40/.test(result.gaveUp) ? 'refused' : 'unreachable', result.gaveUp, help)
  }
  const { done } = result
  if (wanted.digest !== undefined && wanted.digest.toLowerCase() !== digestOf(done)) {
    throw wrong('other-bytes', 'its contents are not what its digest says', 'Run the job that made it again.')
  }
  return done
}

/** Uploads in one piece; twice is once. @throws BlobError */
export async function writeBlob(url: URL, name: string, bytes: Uint8Array, ports: BlobPorts): Promise<void> {
  const what = `upload the artifact ${name}`
  const result = await repeat(what, ports, async (): Promise<Repeat<true>> => {
    // https://learn.microsoft.com/rest/api/storageservices/put-blob: up to 5,000 MiB in one piece.
    const headers = {
      'x-ms-blob-type': 'BlockBlob',
      'x-ms-version': '2024-11-04',
      'x-ms-blob-content-type': 'application/zip',
      'content-type': 'application/zip',
    }
    let answer: Exchanged
    try {
      answer = await ports.send(url, { method: 'PUT', headers, body: bytes, limit: WORDS, idleMs: IDLE_MS })
    } catch (error) {
      return { again: networkWords(error) }
    }
    const { status } = answer
    if (status === 200 || status === 201) return { done: true }
    const said = `the store answered ${status}${codeOf(answer)}`
    if (isPassing(status)) return { again: said, after: answer.headers['retry-after'] }
    throw new BlobError(`Could not ${what}: ${said}`, 'refused', 'Run the job again.')
  })
  if ('gaveUp' in result) {
    const help = 'Run the job again. If it goes on: may this runner reach the store (proxy, firewall)?'
    throw new BlobError(`Could not ${what}: ${result.gaveUp}`, 'unreachable', help)
  }
}

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** True for what may be better next time. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500

/** Never the address: it is a key. */
export function networkWords(error: unknown): string {
  const code = errorCode(error)
  return code === undefined ? 'the answer broke off' : `no answer (${code})`
}

function codeOf({ headers }: Exchanged): string {
  const code = headers['x-ms-error-code']
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? ` (${code})` : ''
}
