import type { Artifact, ArtifactFile } from './artifact-port.ts'
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
  /** Names. */
  readonly labels: readonly string[]
  readonly head: { readonly ref: string; readonly sha: string }
  readonly base: { readonly ref: string; readonly sha: string }
  /** The head lives in another repository (or in one that is gone): the token is read-only, there are no secrets. */
  readonly fromFork: boolean
  /** When anything last happened to it, in milliseconds since the epoch: also an event that started a run. */
  readonly updatedAt: number
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
  /** Milliseconds since the epoch: when its first attempt was made. */
  readonly createdAt: number
  /** Milliseconds since the epoch: when the newest attempt began. */
  readonly startedAt: number
  /** The same of its end (GitHub tells when it was last changed); of a run at work no time of interest. */
  readonly endedAt: number
  /** What started it: `pull_request`, `merge_group`, `push`, … */
  readonly event: string
  /** File of the workflow, from the repository root, without a ref: `.github/workflows/gitops.yml`. */
  readonly path: string
  readonly headBranch: string | undefined
  /** `owner/name`; undefined when that repository is gone. */
  readonly headRepository: string | undefined
  readonly attempt: number
  /** For people. */
  readonly url: string
}

/** An artifact as the API tells of it, with the run that it is of. */
export interface RepositoryArtifact extends Artifact {
  readonly run: { readonly id: number; readonly headSha: string } | undefined
}

/** An entry of a folder in a commit. */
export interface FolderEntry {
  readonly name: string
  readonly type: 'file' | 'dir' | 'symlink' | 'submodule'
  /** Git's id of the blob or the tree. */
  readonly sha: string
}

/** Who must say yes before a job of this environment begins. */
export interface Environment {
  readonly name: string
  /** How many people and teams are required reviewers; 0: nobody is asked. */
  readonly reviewers: number
  /** Who started a run may not approve it. */
  readonly preventSelfReview: boolean
}

/** What people said when they were asked for a run. */
export interface Approval {
  readonly state: 'approved' | 'rejected' | 'pending'
  /** Names. */
  readonly environments: readonly string[]
  readonly by: string | undefined
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
  /** True when everybody can read the repository. */
  isPublic(): Promise<boolean>
  /** The commit a branch points to; undefined: there is no such branch. */
  branchHead(branch: string): Promise<string | undefined>
  /**
   * The commits that `head` has and `base` has not, oldest first, all pages up to `limit` commits; `total` says how many
   * there are. Undefined: the two have nothing in common, or one of them is not there.
   */
  commitsBetween(
    base: string,
    head: string,
    limit: number,
  ): Promise<{ readonly total: number; readonly commits: readonly string[] } | undefined>
  /** Open pull requests into a branch, newest first, `limit` at most. */
  openPulls(base: string, limit: number): Promise<readonly Omit<PullRequest, 'merged'>[]>
  /**
   * Pull requests from a branch of this repository, into any branch and in any state, last updated first, `limit` at
   * most.
   */
  pullsFrom(branch: string, limit: number): Promise<readonly Omit<PullRequest, 'merged'>[]>
  /**
   * When a pull request was last pointed at another base branch, by a person or by GitHub, in milliseconds since the
   * epoch; undefined: never. From its events `base_ref_changed` and `automatic_base_change_succeeded`, all pages.
   */
  baseChangedAt(number: number): Promise<number | undefined>
  /** Runs of any workflow whose head is this commit, newest first, all pages. */
  runsOfCommit(headSha: string): Promise<readonly WorkflowRun[]>
  /** All artifacts of a run, of all its attempts, all pages. */
  artifactsOfRun(runId: number): Promise<readonly Artifact[]>
  /** The newest artifacts of the repository, newest first, `limit` at most. */
  newestArtifacts(limit: number): Promise<readonly RepositoryArtifact[]>
  /**
   * The files of an artifact of any run, checked against its digest where there is one.
   * @param limit bytes, of the zip file and of what is in it
   */
  downloadArtifact(artifact: Artifact, limit: number): Promise<readonly ArtifactFile[]>
  /** What is in a folder at a commit; undefined: no such folder there. */
  folder(path: string, ref: string): Promise<readonly FolderEntry[] | undefined>
  /** Undefined: no such environment. */
  environment(name: string): Promise<Environment | undefined>
  approvalsOfRun(runId: number): Promise<readonly Approval[]>
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
