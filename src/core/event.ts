import { UserError, errorMessage } from './errors.ts'

/** A pull request as the event tells of it. */
export interface PullContext {
  readonly number: number
  /** The head branch's commit: not the merge commit that is checked out. */
  readonly headSha: string
  readonly headRef: string
  readonly baseRef: string
  readonly baseSha: string
  /** The head lives in another repository: read-only token, no secrets. */
  readonly fork: boolean
}

/** A push, as the event tells of it. */
export interface PushContext {
  /** The branch's commit before the push; undefined when the push made the branch. */
  readonly before: string | undefined
  /** History was rewritten: `before` may be on no branch any more. */
  readonly forced: boolean
}

/** What a merge queue asks about: one commit with one or several pull requests on top of the base. */
export interface MergeGroupContext {
  readonly baseSha: string
}

/** What the runner says about this run. */
export interface RunContext {
  readonly event: string
  /** `owner/name` */
  readonly repository: string
  readonly defaultBranch: string | undefined
  /** The commit that is checked out (for pull_request: GitHub's merge commit). */
  readonly sha: string
  readonly ref: string
  readonly refType: 'branch' | 'tag' | undefined
  readonly actor: string
  readonly runId: string
  readonly attempt: number
  /** `owner/name/.github/workflows/file.yml@ref`; of a reusable workflow: its caller's. */
  readonly workflowRef: string
  readonly serverUrl: string
  readonly apiUrl: string
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Absolute path of a folder that goes with the job. */
  readonly temp: string
  readonly pull: PullContext | undefined
  readonly push: PushContext | undefined
  readonly mergeGroup: MergeGroupContext | undefined
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the run's context from the runner's variables and its event file. */
export async function runContext(env: Env, readText: (path: string) => Promise<string>): Promise<RunContext> {
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  const payload = await eventPayload(env['GITHUB_EVENT_PATH'], readText)
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  return {
    event,
    repository,
    defaultBranch: text(field(payload, 'repository', 'default_branch')),
    sha: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    refType: refTypeOf(env),
    actor: env['GITHUB_ACTOR'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '0',
    attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1,
    workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    workspace: env['GITHUB_WORKSPACE'] ?? '',
    temp: env['RUNNER_TEMP'] ?? '',
    pull: pullOf(payload, repository),
    push: event === 'push' ? pushOf(payload) : undefined,
    mergeGroup: mergeGroupOf(payload),
  }
}

/** Link to this run, for people. */
export function runUrl(run: RunContext): string {
  return `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/attempts/${run.attempt}`
}

async function eventPayload(
  path: string | undefined,
  readText: (path: string) => Promise<string>,
): Promise<unknown> {
  if (path === undefined || path === '') return {}
  try {
    return JSON.parse(await readText(path)) as unknown
  } catch (cause) {
    throw new UserError(`the event file cannot be read: ${errorMessage(cause)}`, {
      where: 'GITHUB_EVENT_PATH',
      help: 'The runner writes this file; outside of GitHub leave GITHUB_EVENT_PATH unset.',
      cause,
    })
  }
}

function pullOf(payload: unknown, repository: string): PullContext | undefined {
  const pull = field(payload, 'pull_request')
  const number = field(pull, 'number')
  const headSha = text(field(pull, 'head', 'sha'))
  if (typeof number !== 'number' || headSha === undefined) return undefined
  const headRepository = text(field(pull, 'head', 'repo', 'full_name'))
  return {
    number,
    headSha,
    headRef: text(field(pull, 'head', 'ref')) ?? '',
    baseRef: text(field(pull, 'base', 'ref')) ?? '',
    baseSha: text(field(pull, 'base', 'sha')) ?? '',
    // A deleted fork has no head repository any more: still somebody else's code.
    fork: headRepository?.toLowerCase() !== repository.toLowerCase(),
  }
}

function refTypeOf(env: Env): RunContext['refType'] {
  const type = env['GITHUB_REF_TYPE']
  return type === 'branch' || type === 'tag' ? type : undefined
}

/** GitHub writes zeros for "no commit". */
export function isZeroSha(sha: string): boolean {
  return /^0+$/.test(sha)
}

function pushOf(payload: unknown): PushContext {
  const before = text(field(payload, 'before'))
  return {
    before: before === undefined || isZeroSha(before) ? undefined : before,
    forced: field(payload, 'forced') === true,
  }
}

function mergeGroupOf(payload: unknown): MergeGroupContext | undefined {
  const baseSha = text(field(payload, 'merge_group', 'base_sha'))
  return baseSha === undefined ? undefined : { baseSha }
}

function field(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<string, unknown>)[key]
  }
  return current
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
