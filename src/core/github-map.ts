import type { Comment, Job, PullRequest, WorkflowRun } from './github-port.ts'

interface RawComment {
  readonly id: number | bigint
  readonly node_id: string
  readonly html_url: string
  readonly body?: string | undefined
  readonly user: { readonly login: string; readonly type: string } | null
  readonly minimized?: { readonly reason: string | null } | null | undefined
}
/** GitHub's comment as ours. */
export function commentOf(raw: RawComment): Comment {
  const { minimized, user } = raw
  return {
    id: Number(raw.id),
    nodeId: raw.node_id,
    url: raw.html_url,
    body: raw.body ?? '',
    author: user === null ? undefined : { login: user.login, type: user.type },
    hiddenAs:
      minimized === undefined
        ? undefined
        : minimized === null
          ? ''
          : (minimized.reason ?? 'hidden').toLowerCase(),
  }
}

interface RawSide {
  readonly ref: string
  readonly sha: string
  readonly repo: { readonly id: number | bigint } | null
}
interface RawPull {
  readonly number: number
  readonly html_url: string
  readonly state: string
  readonly draft?: boolean | undefined
  readonly merge_commit_sha: string | null
  readonly head: RawSide
  readonly base: RawSide
}
/** Of a pull request what lists tell too. */
export function pullOf(raw: RawPull): Omit<PullRequest, 'merged'> {
  const side = ({ ref, sha }: RawSide): PullRequest['head'] => ({ ref, sha })
  return {
    number: raw.number,
    url: raw.html_url,
    state: raw.state === 'open' ? 'open' : 'closed',
    draft: raw.draft ?? false,
    mergeCommitSha: raw.merge_commit_sha ?? undefined,
    head: side(raw.head),
    base: side(raw.base),
    // A fork that was deleted is null: a fork all the same.
    fromFork: raw.head.repo === null || raw.head.repo.id !== raw.base.repo?.id,
  }
}

interface RawJob {
  readonly id: number | bigint
  readonly name: string
  readonly status: string
  readonly conclusion: string | null
  readonly html_url: string | null
  readonly runner_name: string | null
}
export const jobOf = (raw: RawJob): Job => ({
  id: Number(raw.id),
  name: raw.name,
  status: raw.status,
  conclusion: raw.conclusion ?? undefined,
  url: raw.html_url ?? undefined,
  runnerName: raw.runner_name ?? undefined,
})

interface RawRun {
  readonly id: number | bigint
  readonly head_sha: string
  readonly status: string | null
  readonly conclusion: string | null
  readonly created_at: string
  readonly run_started_at?: string | undefined
  readonly updated_at: string
}

/** A run is ended by GitHub after that: https://docs.github.com/en/actions/reference/limits */
const LONGEST_RUN_MS = 35 * 24 * 60 * 60 * 1000

export function runOf(raw: RawRun): WorkflowRun {
  const startedAt = Date.parse(raw.run_started_at ?? raw.created_at)
  const latest = startedAt + LONGEST_RUN_MS
  return {
    id: Number(raw.id),
    headSha: raw.head_sha,
    status: raw.status ?? 'unknown',
    conclusion: raw.conclusion ?? undefined,
    startedAt,
    // Changes once more, long after the end, when logs expire.
    endedAt: Math.min(Math.max(Date.parse(raw.updated_at), startedAt), latest),
  }
}
