import { UserError, type UserErrorDetails } from './errors.ts'

/** A comment of a pull request (for GitHub an issue comment). */
export interface Comment {
  readonly id: number
  /** The id GraphQL wants. */
  readonly nodeId: string
  readonly url: string
  readonly body: string
  /** Undefined when the account was deleted. */
  readonly author: { readonly login: string; readonly type: string } | undefined
  /** Why it is hidden, in lower case (`outdated`, `spam`, …); `''`: shown; undefined: this server does not tell. */
  readonly hiddenAs: string | undefined
}

export interface PullRequest {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed'
  readonly draft: boolean
  readonly merged: boolean
  readonly mergeCommitSha: string | undefined
  readonly head: { readonly ref: string; readonly sha: string }
  readonly base: { readonly ref: string; readonly sha: string }
  /** The head lives in another repository (or in one that is gone): the token is read-only, there are no secrets. */
  readonly fromFork: boolean
}

export interface Job {
  readonly id: number
  readonly name: string
  readonly status: string
  readonly conclusion: string | undefined
  readonly url: string | undefined
  readonly runnerName: string | undefined
}

/** A run of a workflow, as of its newest attempt. */
export interface WorkflowRun {
  readonly id: number
  readonly headSha: string
  /** `completed`, `in_progress`, `queued`, … */
  readonly status: string
  /** `success`, `failure`, `cancelled`, `skipped`, …; undefined while it runs. */
  readonly conclusion: string | undefined
  /** Milliseconds since the epoch: when the newest attempt began. */
  readonly startedAt: number
  /** The same of its end (GitHub tells when it was last changed); of a run at work no time of interest. */
  readonly endedAt: number
}

/**
 * What we ask of GitHub, for one repository. Everything rejects with a `GitHubError`, after the retries that make
 * sense; nothing in it holds the token.
 */
export interface GitHub {
  /** `installation`: a GITHUB_TOKEN or a GitHub App's own token (`ghs_…`), which may not ask who it is. */
  readonly tokenKind: 'installation' | 'user'
  /** All comments of a pull request, oldest first, all pages read. */
  listComments(number: number): Promise<readonly Comment[]>
  /**
   * Writes a comment, once: when the answer is lost, the comments are read again, and only if none of them
   * `isTheNewOne` it is sent again.
   */
  createComment(number: number, body: string, isTheNewOne: (comment: Comment) => boolean): Promise<Comment>
  updateComment(id: number, body: string): Promise<Comment>
  /** Done too when the comment is already gone. */
  deleteComment(id: number): Promise<void>
  /** Hides a comment as outdated. Only GraphQL can. */
  minimizeComment(nodeId: string): Promise<void>
  /** Whom the token writes as, asked once; undefined when the token may not know. */
  authenticatedLogin(): Promise<string | undefined>
  getPull(number: number): Promise<PullRequest>
  /** Pull requests whose head or merge commit this is, on any branch. */
  pullsForCommit(sha: string): Promise<readonly Omit<PullRequest, 'merged'>[]>
  /** All jobs of one attempt of a workflow run. */
  jobsOfRun(runId: number, attempt: number): Promise<readonly Job[]>
  /**
   * Where two commits or branches parted, also across forks; undefined when they have nothing in common. One request.
   */
  mergeBase(base: string, head: string): Promise<string | undefined>
  /**
   * The newest runs of a workflow on a branch that an event started, newest first, a hundred at most; `total` says how
   * many there are. One request.
   *
   * @param workflow the name of its file, without folder
   */
  workflowRuns(
    workflow: string,
    filter: { readonly branch: string; readonly event: string },
  ): Promise<{ readonly total: number; readonly runs: readonly WorkflowRun[] }>
}

/**
 * Why GitHub did not do it.
 * - `token`: it does not know the token (401)
 * - `permission`: the token may not do this (403)
 * - `locked`: the conversation is locked (403)
 * - `missing`: no such thing, or the token cannot see it (404, 410)
 * - `invalid`: GitHub refuses what we sent (400, 409, 413, 422)
 * - `limit`: too many requests, and waiting would take too long (429, 403)
 * - `unavailable`: it did not answer, or with 5xx, also after retries
 */
export type GitHubFault = 'token' | 'permission' | 'locked' | 'missing' | 'invalid' | 'limit' | 'unavailable'

export class GitHubError extends UserError {
  readonly fault: GitHubFault
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined

  constructor(message: string, fault: GitHubFault, status: number | undefined, details: UserErrorDetails) {
    super(message, details)
    this.name = 'GitHubError'
    this.fault = fault
    this.status = status
  }
}

/** True for a `GitHubError` of one of these kinds. */
export function isGitHubFault(thrown: unknown, ...faults: readonly GitHubFault[]): thrown is GitHubError {
  return thrown instanceof GitHubError && faults.includes(thrown.fault)
}
