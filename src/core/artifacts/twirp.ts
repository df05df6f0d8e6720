import { UserError } from '../errors.ts'
import { type Exchanged, TooLargeError } from '../http-exchange.ts'
import { type BlobPorts, isPassing, networkWords } from './blob.ts'
import { type Repeat, repeat } from './repeat.ts'
import type { ResultsService } from './service.ts'

type Json = Readonly<Record<string, unknown>>
export type Method = 'CreateArtifact' | 'FinalizeArtifact' | 'ListArtifacts' | 'GetSignedArtifactURL'

/** The service said no. */
export class RefusedError extends UserError {
  /** Twirp's name of the fault: `already_exists`, `not_found`, … */
  readonly code: string
  /** True when an earlier try of this request got no answer: it may have taken effect. */
  readonly afterLost: boolean

  constructor(message: string, code: string, afterLost: boolean) {
    super(message, HELP[code] ?? { help: 'Run the job again.' })
    this.name = 'RefusedError'
    this.code = code
    this.afterLost = afterLost
  }
}
const HELP: Readonly<Record<string, { readonly help: string; readonly causeClass?: 'auth' }>> = {
  unauthenticated: { help: "The runner's token has expired with its job: run it again.", causeClass: 'auth' },
  permission_denied: {
    help: 'May this job keep artifacts? Look at the settings under Actions.',
    causeClass: 'auth',
  },
  resource_exhausted: { help: 'The storage for artifacts is full: delete old ones, or raise the limit.' },
}

const IDLE_MS = 30_000
/** A list of a thousand artifacts is 300 kB. */
const LIMIT = 32 * 1024 * 1024

/**
 * Calls one method of the runner's results service: Twirp with JSON. Fields go out under the names of the protobuf
 * file.
 *
 * @throws RefusedError, or UserError when it does not answer
 */
export async function callResults(
  method: Method,
  request: Json,
  { origin, token, runBackendId, jobBackendId }: ResultsService,
  ports: BlobPorts,
): Promise<Json> {
  const url = new URL(`${origin}/twirp/github.actions.results.api.v1.ArtifactService/${method}`)
  const body = JSON.stringify({
    workflow_run_backend_id: runBackendId,
    workflow_job_run_backend_id: jobBackendId,
    ...request,
  })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  let lost = false

  const result = await repeat(`ask for ${method}`, ports, async (): Promise<Repeat<Json>> => {
    let answer: Exchanged
    try {
      answer = await ports.send(url, { method: 'POST', headers, body, limit: LIMIT, idleMs: IDLE_MS })
    } catch (error) {
      if (error instanceof TooLargeError) throw new UserError(`GitHub's answer to ${method} is too large`)
      lost = true
      return { again: networkWords(error) }
    }
    const { status } = answer
    const json = jsonOf(answer.bytes)
    if (status === 200 && json !== undefined) return { done: json }
    if (status === 200 || isPassing(status)) {
      lost ||= status !== 429
      const said = status === 200 ? 'the answer is no JSON' : `the service answered ${status}`
      return { again: said, after: answer.headers['retry-after'] }
    }
    const code = typeof json?.code === 'string' ? json.code : ''
    const words = typeof json?.msg === 'string' ? `: ${json.msg.replaceAll(token, '***').slice(0, 300)}` : ''
    throw new RefusedError(`The artifact service refused ${method} (${status})${words}`, code, lost)
  })
  if ('done' in result) return result.done
  throw new UserError(`The artifact service did not do ${method}: ${result.gaveUp}`, {
    help: `Run the job again. If it goes on: may this runner reach ${url.host} (proxy, firewall), and is GitHub up?`,
    causeClass: 'timeout',
  })
}

/**
 * A field of an answer. Twirp's servers may write names as in the protobuf file or in camel case, and leave out what
 * is empty: https://protobuf.dev/programming-guides/json/
 */
export function field(json: Json, name: string): unknown {
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return json[name] ?? json[camel]
}

/** The same as text; 64-bit numbers are text already. */
export function textField(json: Json, name: string): string {
  const value = field(json, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonOf(bytes: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return isJson(value) ? value : undefined
  } catch {
    return undefined
  }
}
