import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ArtifactRecords, makeArtifactRecords, type NewArtifact } from '../artifact-store.ts'
import { type BlobServer, startBlobs } from '../blob-server.ts'
import { type Answer, refuse } from './answers.ts'
import { type Contract, loadContract } from './contract.ts'
import { answerGraphql, graphqlForbidden, graphqlName, type Minimized } from './graphql.ts'
import { makeHandlers } from './operations.ts'
import { acceptedPermissions, type Permissions, permits } from './permissions.ts'
import type { NewApproval, NewEntry, NewEnvironment } from './repository.ts'
import {
  type Account,
  makeState,
  type NewPull,
  type NewRun,
  type State,
  type StoredComment,
} from './state.ts'

export interface Token extends Account {
  readonly permissions: Permissions
}
export interface GitHubOptions {
  /** `owner/name`, the only repository there is. Default `acme/gitops`. */
  readonly repository?: string
  /** Default true: then reading needs permissions too. What is public any token may read. */
  readonly private?: boolean
  /** The valid tokens. Default: one GITHUB_TOKEN called `ghs_lab` that may comment on pull requests. */
  readonly tokens?: Readonly<Record<string, Token>>
}

export interface Call {
  readonly method: string
  readonly path: string
  /** GitHub's name of the operation, `graphql/<field>`, or undefined when GitHub has no such thing. */
  readonly operationId: string | undefined
  /** What was answered; 0 when the connection was dropped. */
  readonly status: number
  /** The login behind the token; undefined for an unknown token. */
  readonly login: string | undefined
}

export interface Fault {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** How many requests it hits. Default 1. */
  readonly times?: number
  /**
   * `true`: the request takes effect, then the connection drops before the answer; `before`: it drops before any
   * effect; `midway`: it takes effect and the answer breaks off in its middle.
   */
  readonly drop?: true | 'before' | 'midway'
}

export interface GitHubLab {
  readonly url: string
  readonly calls: readonly Call[]
  /** Where a request or an answer departs from GitHub's description. A test ends with this empty. */
  readonly problems: readonly string[]
  readonly minimized: readonly Minimized[]
  readonly state: State
  /** Where the bytes of artifacts are: another host than the API. */
  readonly blobs: BlobServer
  /** Shared with a results server: what a run uploads there shows up here. */
  readonly artifacts: ArtifactRecords
  /** The next request (of one operation, or `*` for any) fails in this way. */
  fail(operationId: string, fault: Fault): void
  /** Runs once, just before the next request of this operation is answered: what somebody else does meanwhile. */
  before(operationId: string, action: () => void): void
  addPull(pull: NewPull): number
  addComment(number: number, login: string, type: Account['type'], body: string): StoredComment['json']
  addRun(run: NewRun): void
  /** What happened to a pull request, as its list of events tells it: `base_ref_changed`, … */
  addEvent(number: number, event: string, createdAt?: string): void
  /** Its id. */
  addArtifact(artifact: NewArtifact): number
  setEnvironment(environment: NewEnvironment): void
  addApproval(approval: NewApproval): void
  /** undefined: it is gone. */
  setBranch(name: string, sha: string | undefined): void
  /** What `head` has and `base` has not, oldest first; null: they have nothing in common. */
  setCommits(base: string, head: string, commits: readonly string[] | null): void
  /** What is in a folder at a commit; undefined: the commit is there, the folder is not. */
  setFolder(sha: string, path: string, entries: readonly NewEntry[] | undefined): void
  setPrivate(isPrivate: boolean): void
  /** Bodies of a pull request's comments in the order of their ids. */
  bodies(number: number): readonly string[]
  close(): Promise<void>
}

const LAB_TOKEN: Token = {
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions: { 'pull-requests': 'write', contents: 'read', actions: 'read' },
}

async function read(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function parsed(text: string): { readonly ok: boolean; readonly value?: unknown } {
  if (text === '') return { ok: true }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false }
  }
}

/** GitHub answers HTML-safe JSON with these headers, whatever the operation. */
const commonHeaders = (): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
  'x-github-request-id': randomBytes(6).toString('hex'),
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
  'x-ratelimit-resource': 'core',
})

function send(request: IncomingMessage, response: ServerResponse, answer: Answer, cut: boolean): number {
  const headers = { ...commonHeaders(), ...answer.headers }
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
  if (cut) {
    response.writeHead(answer.status, { ...headers, 'content-length': String(Buffer.byteLength(text)) })
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy())
    return 0
  }
  if (request.method === 'GET' && answer.status === 200) {
    const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { ...headers, etag }).end()
      return 304
    }
    Object.assign(headers, { etag })
  }
  response.writeHead(answer.status, headers).end(text)
  return answer.status
}

let contract: Contract | undefined

/**
 * A small GitHub on 127.0.0.1: one repository, stateful, held to GitHub's own OpenAPI description. It answers 501 to
 * an operation it does not know, so that a gap in the lab never looks like GitHub's 404.
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubLab> {
  const { repository = 'acme/gitops', tokens = { ghs_lab: LAB_TOKEN } } = options
  const description = (contract ??= loadContract())
  const artifacts = makeArtifactRecords()
  const blobs = await startBlobs(artifacts.blobs)
  const state = makeState(description, repository, options.private ?? true, artifacts)
  const handlers = makeHandlers(state, description, blobs)
  const calls: Call[] = []
  const problems: string[] = []
  const minimized: Minimized[] = []
  const faults: { readonly operationId: string; readonly fault: Fault; left: number }[] = []
  const meanwhile: { readonly operationId: string; readonly action: () => void }[] = []
  let url = ''

  function nextFault(operationId: string | undefined): Fault | undefined {
    const hit = faults.find((f) => f.left > 0 && (f.operationId === '*' || f.operationId === operationId))
    if (hit !== undefined) hit.left -= 1
    return hit?.fault
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET'
    const target = new URL(request.url ?? '/', url)
    const body = parsed(await read(request))
    const isGraphql = method === 'POST' && target.pathname === '/graphql'
    const operation = isGraphql ? undefined : description.find(method, target.pathname)
    const graphql = isGraphql ? graphqlName(body.value) : undefined
    const operationId = graphql === undefined ? operation?.id : `graphql/${graphql}`
    const caller = tokens[/^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '']
    const query = Object.fromEntries(target.searchParams)
    const record = (status: number): void => {
      calls.push({
        method,
        path: `${target.pathname}${target.search}`,
        operationId,
        status,
        login: caller?.login,
      })
    }

    const fault = nextFault(operationId)
    if (fault?.drop === 'before') {
      record(0)
      response.destroy()
      return
    }
    const at = meanwhile.findIndex((entry) => entry.operationId === operationId)
    if (at >= 0) meanwhile.splice(at, 1)[0]?.action()

    function answer(): Answer {
      if (fault?.status !== undefined) {
        const { status, headers } = fault
        return {
          ...refuse(status, 'Server Error'),
          ...('body' in fault ? { body: fault.body } : {}),
          ...(headers && { headers }),
        }
      }
      if (caller === undefined) return refuse(401, 'Bad credentials')
      if (!body.ok) return refuse(400, 'Problems parsing JSON')
      const handler = operation === undefined ? undefined : handlers[operation.id]
      if (operationId === undefined || (handler === undefined && graphql === undefined)) {
        return refuse(501, `the lab does not know ${operationId ?? `${method} ${target.pathname}`}`)
      }
      const { owner, repo } = operation?.params ?? {}
      // Another repository looks the same as a private one that the token may not see.
      if (owner !== undefined && `${owner}/${repo ?? ''}` !== repository) return refuse(404, 'Not Found')
      if (!permits(operationId, caller.permissions, state.isPrivate)) {
        if (graphql !== undefined) return graphqlForbidden
        const accepted = acceptedPermissions(operationId)
        return {
          ...refuse(403, 'Resource not accessible by integration'),
          ...(accepted === undefined ? {} : { headers: { 'x-accepted-github-permissions': accepted } }),
        }
      }
      const asked = { params: operation?.params ?? {}, query, body: body.value, caller, url: target }
      if (graphql !== undefined) return answerGraphql(graphql, asked, state, minimized)
      return handler === undefined ? refuse(501, 'unreachable') : handler(asked)
    }

    const result = answer()
    if (result.status === 501 && fault === undefined)
      problems.push(`unknown operation: ${method} ${target.pathname}`)
    if (operation !== undefined && fault?.status === undefined) {
      const response =
        result.body === undefined ? undefined : (JSON.parse(JSON.stringify(result.body)) as unknown)
      problems.push(...operation.check({ query, body: body.value, status: result.status, response }))
    }
    if (fault?.drop === true) {
      record(0)
      response.destroy()
      return
    }
    record(send(request, response, result, fault?.drop === 'midway'))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(
        `the lab crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    calls,
    problems,
    minimized,
    state,
    blobs,
    artifacts,
    fail(operationId, fault) {
      faults.push({ operationId, fault, left: fault.times ?? 1 })
    },
    before(operationId, action) {
      meanwhile.push({ operationId, action })
    },
    addPull: (pull) => state.addPull(pull).number,
    addComment: (number, login, type, body) => state.addComment(number, login, type, body).json,
    addRun(run) {
      state.addRun(run)
    },
    addEvent(number, event, createdAt) {
      state.addEvent(number, event, createdAt)
    },
    addArtifact: (artifact) => artifacts.add(artifact).id,
    setEnvironment(environment) {
      state.git.environments.set(environment.name, environment)
    },
    addApproval(approval) {
      state.git.approvals.push(approval)
    },
    setBranch(name, sha) {
      if (sha === undefined) state.git.branches.delete(name)
      else state.git.branches.set(name, sha)
    },
    setCommits(base, head, commits) {
      state.git.comparisons.set(`${base}...${head}`, commits)
    },
    setFolder(sha, path, entries) {
      state.git.folders.set(`${sha}:${path}`, entries)
    },
    setPrivate(isPrivate) {
      state.isPrivate = isPrivate
    },
    bodies: (number) =>
      [...state.comments.values()]
        .filter((comment) => comment.number === number)
        .map(({ json }) => json.body),
    async close() {
      await blobs.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
