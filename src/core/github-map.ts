import type { Artifact } from './artifact-port.ts'
import type {
  Approval,
  Comment,
  Environment,
  FolderEntry,
  Job,
  PullRequest,
  WorkflowRun,
} from './github-port.ts'

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
  readonly updated_at: string
  readonly labels?: readonly { readonly name?: string | undefined }[] | undefined
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
    updatedAt: Date.parse(raw.updated_at),
    labels: (raw.labels ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
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
  readonly event: string
  readonly path: string
  readonly head_branch: string | null
  readonly head_repository: { readonly full_name: string } | null
  readonly run_attempt?: number | undefined
  readonly html_url: string
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
    createdAt: Date.parse(raw.created_at),
    startedAt,
    // Changes once more, long after the end, when logs expire.
    endedAt: Math.min(Math.max(Date.parse(raw.updated_at), startedAt), latest),
    event: raw.event,
    path: withoutRef(raw.path),
    headBranch: raw.head_branch ?? undefined,
    headRepository: raw.head_repository?.full_name,
    attempt: raw.run_attempt ?? 1,
    url: raw.html_url,
  }
}

/**
 * Some answers have the ref behind the file: `…/gitops.yml@main`, `…/gitops.yml@refs/heads/x`. A file may be called
 * `gitops.yml@x.yml`: what could be that is left as it is, so that nobody's file passes for another.
 */
function withoutRef(path: string): string {
  const [, file = '', ref = ''] = /^([^@]+\.ya?ml)@(.+)$/s.exec(path) ?? []
  // Names of files hold no slash.
  const [beginning = ''] = ref.split('/')
  return file === '' || /\.ya?ml(?:@|$)/i.test(beginning) ? path : file
}

interface RawArtifact {
  readonly id: number
  readonly name: string
  readonly size_in_bytes: number
  readonly digest?: string | null | undefined
  readonly created_at: string | null
  readonly expired: boolean
}
export const artifactOf = (raw: RawArtifact): Artifact => ({
  id: raw.id,
  name: raw.name,
  size: raw.size_in_bytes,
  digest: raw.digest ?? undefined,
  createdAt: raw.created_at === null ? 0 : Date.parse(raw.created_at),
  expired: raw.expired,
})

interface RawEntry {
  readonly name: string
  readonly type: FolderEntry['type']
  readonly sha: string
  readonly git_url: string | null
}
/** In lists a submodule calls itself a file, and only its address tells: Git has a tree there. */
export const entryOf = (raw: RawEntry): FolderEntry => ({
  name: raw.name,
  type: raw.type === 'file' && /\/git\/trees\//.test(raw.git_url ?? '') ? 'submodule' : raw.type,
  sha: raw.sha,
})

interface RawEnvironment {
  readonly name: string
  readonly protection_rules?: readonly RawRule[] | undefined
}
interface RawRule {
  readonly type: string
  readonly reviewers?: readonly unknown[]
  readonly prevent_self_review?: boolean
}
export function environmentOf({ name, protection_rules: rules = [] }: RawEnvironment): Environment {
  const asked = rules.filter(({ type }) => type === 'required_reviewers')
  return {
    name,
    reviewers: asked.reduce((sum, { reviewers = [] }) => sum + reviewers.length, 0),
    preventSelfReview: asked.some((rule) => rule.prevent_self_review === true),
  }
}

interface RawApproval {
  readonly state: Approval['state']
  readonly environments: readonly { readonly name?: string }[]
  readonly user: { readonly login: string } | null
}
export const approvalOf = (raw: RawApproval): Approval => ({
  state: raw.state,
  environments: raw.environments.flatMap(({ name }) => (name === undefined ? [] : [name])),
  by: raw.user?.login,
})
