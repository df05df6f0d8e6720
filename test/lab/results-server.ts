import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ArtifactRecords, digestOf, makeArtifactRecords, type StoredArtifact } from './artifact-store.ts'
import { type BlobServer, startBlobs } from './blob-server.ts'
import { nameFault, type Rpc, RPCS, type RpcAnswer, rpcRefusal } from './results-protocol.ts'

export interface ResultsOptions {
  /** The run that `token` and `env` are of. Default 1001. */
  readonly runId?: number
  /** A lab whose artifacts these are too. */
  readonly github?: { readonly artifacts: ArtifactRecords; readonly blobs: BlobServer }
}

export interface ResultsCall {
  readonly method: string
  readonly body: Readonly<Record<string, unknown>>
  /** 0: the connection was dropped. */
  readonly status: number
}

export interface ResultsFault {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** `before`: the connection drops before any effect; `after`: it takes effect, no answer comes. */
  readonly drop?: 'before' | 'after'
  /** How many requests it hits. Default 1. */
  readonly times?: number
}

/** What the runner puts into a job's environment for it. */
export interface JobAccess {
  readonly token: string
  readonly env: Readonly<Record<string, string>>
}

export interface ResultsLab extends JobAccess {
  readonly url: string
  readonly blobs: BlobServer
  readonly records: ArtifactRecords
  readonly calls: readonly ResultsCall[]
  /** What a client did that the real service would not expect. A test ends with this empty. */
  readonly problems: readonly string[]
  /** What the run (default: that of the options) has, oldest first, with its bytes. */
  artifacts(runId?: number): readonly (StoredArtifact & { readonly zip: Buffer })[]
  /** The environment of a job of any run. `seconds`: how long its token lives. */
  job(runId: number, seconds?: number, attempt?: number): JobAccess
  /** The next request of this method (`*`: any) fails in this way. */
  fail(method: keyof typeof RPCS | '*', fault: ResultsFault): void
  close(): Promise<void>
}

const PATH = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * The runner's results service, as far as artifacts go, on 127.0.0.1, and the blob store behind its signed addresses.
 * A token opens one run only: that of its scope.
 */
export async function startResults(options: ResultsOptions = {}): Promise<ResultsLab> {
  const { runId = 1001, github } = options
  const records = github?.artifacts ?? makeArtifactRecords()
  const blobs = github?.blobs ?? (await startBlobs(records.blobs))
  const secret = randomBytes(32)
  const calls: ResultsCall[] = []
  const problems: string[] = []
  const faults: { readonly method: string; readonly fault: ResultsFault; left: number }[] = []
  let url = ''

  const signed = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url')

  function job(id: number, seconds = 6 * 3600, attempt = 1): JobAccess {
    const now = Math.floor(Date.now() / 1000)
    const scope = `Actions.Results:${records.runBackendId(id, attempt)}:${randomUUID()}`
    const claims = {
      scp: `Actions.UploadArtifacts:1/1 ${scope}`,
      iat: now,
      nbf: now - 300,
      exp: now + seconds,
    }
    const unsigned = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64(claims)}`
    const token = `${unsigned}.${signed(unsigned)}`
    return {
      token,
      env: {
        ACTIONS_RESULTS_URL: `${url}/`,
        ACTIONS_RUNTIME_URL: `${url}/`,
        ACTIONS_RUNTIME_TOKEN: token,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'acme/gitops',
        GITHUB_RUN_ID: String(id),
        GITHUB_RUN_ATTEMPT: String(attempt),
        GITHUB_RETENTION_DAYS: '90',
      },
    }
  }

  /** The run and job of a token, or why it opens nothing. */
  function scopeOf(header: string | undefined): { run: string; job: string } | string {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1]
    if (token === undefined) return 'no token'
    const [head = '', claims = '', signature = ''] = token.split('.')
    if (signature !== signed(`${head}.${claims}`)) return 'the signature of the token is wrong'
    const { scp, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      scp: string
      exp: number
    }
    if (exp * 1000 < Date.now()) return 'the token has expired'
    const [, run = '', jobId = ''] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scp) ?? []
    return { run, job: jobId }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const method = PATH.exec(request.url ?? '')?.[1] ?? ''
    const text = Buffer.concat(chunks).toString()
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    const hit = faults.find((entry) => entry.left > 0 && (entry.method === '*' || entry.method === method))
    if (hit !== undefined) hit.left -= 1
    const fault = hit?.fault
    const record = (status: number): void => {
      calls.push({ method, body, status })
    }
    if (fault?.drop === 'before') {
      record(0)
      response.destroy()
      return
    }

    function answer(): RpcAnswer {
      if (fault?.status !== undefined) {
        return { status: fault.status, body: fault.body ?? { code: 'unavailable', msg: 'try again' } }
      }
      const rpc: Rpc | undefined = Object.hasOwn(RPCS, method) ? RPCS[method as keyof typeof RPCS] : undefined
      if (request.method !== 'POST' || rpc === undefined) {
        problems.push(`no such method: ${request.method ?? ''} ${request.url ?? ''}`)
        return rpcRefusal(404, 'bad_route', `no handler for path ${request.url ?? ''}`)
      }
      if (request.headers['content-type'] !== 'application/json') {
        problems.push(`${method}: content-type ${request.headers['content-type'] ?? 'is missing'}`)
        return rpcRefusal(404, 'bad_route', 'unexpected Content-Type')
      }
      const scope = scopeOf(request.headers.authorization)
      if (typeof scope === 'string') return rpcRefusal(401, 'unauthenticated', scope)
      const unknown = Object.keys(body).filter((field) => !rpc.fields.includes(field))
      problems.push(...unknown.map((field) => `${method}: there is no field ${field}`))
      const run = records.runIdOf(scope.run)
      const asked = String(body.workflow_run_backend_id)
      // What an earlier attempt kept may be read, under that attempt's own name.
      const mayRead = method === 'GetSignedArtifactURL' && records.runIdOf(asked) === run
      if (run === undefined || (asked !== scope.run && !mayRead)) {
        return rpcRefusal(403, 'permission_denied', 'the token is not of this run')
      }
      const wrongName = typeof body.name === 'string' ? nameFault(body.name) : undefined
      if (wrongName !== undefined) return rpcRefusal(400, 'invalid_argument', wrongName)
      return rpc.answer(body, { records, blobs, runId: run, run: scope.run, job: scope.job, digestOf })
    }

    const result = answer()
    if (fault?.drop === 'after') {
      record(0)
      response.destroy()
      return
    }
    record(result.status)
    response.writeHead(result.status, { 'content-type': 'application/json', ...fault?.headers })
    response.end(typeof result.body === 'string' ? result.body : JSON.stringify(result.body))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(`the lab crashed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    ...job(runId),
    blobs,
    records,
    calls,
    problems,
    artifacts: (id = runId) =>
      records.artifacts
        .filter((artifact) => artifact.runId === id && artifact.finalized !== undefined && !artifact.deleted)
        .map((artifact) => ({ ...artifact, zip: records.blobs.get(artifact.blob) ?? Buffer.alloc(0) })),
    job,
    fail(method, fault) {
      faults.push({ method, fault, left: fault.times ?? 1 })
    },
    async close() {
      if (github === undefined) await blobs.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
