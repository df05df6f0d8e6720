import { createHash } from 'node:crypto'
import type { ArtifactRecords } from '../artifact-store.ts'
import type { Contract } from './contract.ts'
import {
  makeRepositoryState,
  repositoryJson,
  type RepositoryJson,
  type RepositoryState,
} from './repository.ts'

export type Json = Record<string, unknown>
export type AccountType = 'Bot' | 'User'
export interface Account {
  readonly login: string
  readonly type: AccountType
}

export interface StoredComment {
  readonly number: number
  readonly json: Json & { id: number; node_id: string; body: string; minimized: { reason: string } | null }
}
export interface StoredPull {
  readonly number: number
  locked: boolean
  readonly headSha: string
  readonly json: Json
}
export interface StoredRun {
  readonly id: number
  readonly attempt: number
  readonly json: Json
  readonly jobs: readonly Json[]
}

export interface NewPull {
  readonly number?: number
  readonly head: { readonly ref: string; readonly sha: string }
  readonly base: { readonly ref: string; readonly sha: string }
  /** `owner/name` of the fork the head lives in; null: the fork was deleted. */
  readonly fork?: string | null
  readonly state?: 'open' | 'closed'
  readonly merged?: boolean
  readonly mergeCommitSha?: string
  readonly draft?: boolean
  readonly locked?: boolean
  /** Names. */
  readonly labels?: readonly string[]
  /** Default: the lab's clock. */
  readonly updatedAt?: string
}
export interface NewRun {
  readonly id: number
  readonly attempt?: number
  readonly headSha: string
  readonly jobs?: readonly {
    readonly name: string
    readonly status?: string
    readonly conclusion?: string | null
  }[]
  /** The workflow's file. Default `gitops.yml`. */
  readonly workflow?: string
  /** What GitHub says of the file, when it is more than its path: `.github/workflows/gitops.yml@refs/heads/x`. */
  readonly path?: string
  /** `owner/name` the head lives in; null: that repository is gone. Default: ours. */
  readonly headRepository?: string | null
  /** Default `main`. */
  readonly branch?: string
  /** Default `push`. */
  readonly event?: string
  /** Absent: it has not ended. */
  readonly conclusion?: string
  /** When its first attempt was made. Default: the lab's clock. */
  readonly createdAt?: string
  /** When this attempt began; of a run that is done again later than when the run was made. Default: the lab's clock. */
  readonly startedAt?: string
  /** When it was last changed. Default: when it began. */
  readonly endedAt?: string
}

export interface StoredEvent {
  readonly id: number
  /** Of the pull request. */
  readonly number: number
  readonly event: string
  readonly createdAt: string
}

export interface State {
  readonly repository: string
  isPrivate: boolean
  /** Of a private one: everybody in the company can read it. */
  isInternal: boolean
  readonly pulls: Map<number, StoredPull>
  readonly comments: Map<number, StoredComment>
  readonly runs: StoredRun[]
  readonly events: StoredEvent[]
  readonly artifacts: ArtifactRecords
  readonly git: RepositoryState
  /** GitHub's forms of what is in `git`. */
  readonly forms: RepositoryJson
  /** Where two commits parted; null: they have nothing in common; undefined: one of them is not known. */
  mergeBase: (base: string, head: string) => string | null | undefined
  user(account: Account): Json
  simplePull(pull: StoredPull): Json
  addPull(pull: NewPull): StoredPull
  addComment(number: number, login: string, type: AccountType, body: string): StoredComment
  addRun(run: NewRun): StoredRun
  /** What happened to a pull request. Default time: the lab's clock. */
  addEvent(number: number, event: string, createdAt?: string): void
  /** The lab's own clock: each question is one second later. */
  now(): string
}

const number = (text: string): number =>
  parseInt(createHash('sha1').update(text).digest('hex').slice(0, 6), 16)

/** What the lab remembers. Objects start as GitHub's own examples, so that they are complete. */
export function makeState(
  contract: Contract,
  repository: string,
  isPrivate: boolean,
  artifacts: ArtifactRecords,
): State {
  const example = (name: string): Json => contract.example(name) as Json
  const [owner = '', name = ''] = repository.split('/')
  const api = (path: string): string => `https://api.github.com/repos/${repository}${path}`
  const html = (path: string): string => `https://github.com/${repository}${path}`
  let nextId = 1000
  let clock = Date.parse('2026-01-01T00:00:00Z')

  const pulls = new Map<number, StoredPull>()
  const comments = new Map<number, StoredComment>()
  const runs: StoredRun[] = []
  const events: StoredEvent[] = []

  const now = (): string => new Date((clock += 1000)).toISOString().replace(/\.\d+Z$/, 'Z')
  const user = ({ login, type }: Account): Json => ({
    ...example('simple-user'),
    login,
    type,
    id: number(login),
    node_id: `U_${number(login)}`,
  })
  const repo = (fullName: string): Json => ({
    ...((example('pull-request').base as Json).repo as Json),
    id: number(fullName),
    full_name: fullName,
    name: fullName.split('/')[1],
    private: isPrivate,
  })
  const side = (fullName: string | null, { ref, sha }: NewPull['head']): Json => ({
    label: `${fullName?.split('/')[0] ?? 'unknown'}:${ref}`,
    ref,
    sha,
    user: user({ login: fullName?.split('/')[0] ?? 'ghost', type: 'User' }),
    repo: fullName === null ? null : repo(fullName),
  })

  const headRepository = (fullName: string | null = repository): Json | null =>
    fullName === null
      ? null
      : {
          ...(example('workflow-run').head_repository as Json),
          id: number(fullName),
          full_name: fullName,
          name: fullName.split('/')[1],
        }

  return {
    repository,
    isPrivate,
    isInternal: false,
    pulls,
    comments,
    runs,
    events,
    artifacts,
    git: makeRepositoryState(),
    forms: repositoryJson(contract, repository, user),
    mergeBase: () => undefined,
    user,
    now,
    simplePull({ json }) {
      const [first = {}] = contract.example('pull-request-simple-items') as Json[]
      // GitHub's example teams lack `type`, which its own schema asks for.
      const kept = Object.keys(first).filter((key) => key in json)
      return { ...first, requested_teams: [], ...Object.fromEntries(kept.map((key) => [key, json[key]])) }
    },
    addPull(pull) {
      const id = nextId++
      const at = pull.number ?? Math.max(0, ...pulls.keys()) + 1
      const merged = pull.merged ?? false
      const state = pull.state ?? (merged ? 'closed' : 'open')
      const json: Json = {
        ...example('pull-request'),
        id,
        number: at,
        title: `Pull request ${at}`,
        state,
        merged,
        draft: pull.draft ?? false,
        locked: pull.locked ?? false,
        active_lock_reason: null,
        updated_at: pull.updatedAt ?? now(),
        merged_at: merged ? now() : null,
        closed_at: state === 'closed' ? now() : null,
        merge_commit_sha: pull.mergeCommitSha ?? null,
        head: side(pull.fork === undefined ? repository : pull.fork, pull.head),
        base: side(repository, pull.base),
        labels: (pull.labels ?? []).map((label) => ({
          id: number(label),
          node_id: `LA_${number(label)}`,
          url: api(`/labels/${encodeURIComponent(label)}`),
          name: label,
          description: '',
          color: 'ededed',
          default: false,
        })),
        requested_teams: [],
        url: api(`/pulls/${at}`),
        html_url: html(`/pull/${at}`),
      }
      const stored = { number: at, locked: pull.locked ?? false, headSha: pull.head.sha, json }
      pulls.set(at, stored)
      return stored
    },
    addComment(at, login, type, body) {
      const id = nextId++
      const time = now()
      const json = {
        ...example('issue-comment'),
        id,
        node_id: `IC_${id}`,
        body,
        user: user({ login, type }),
        author_association: type === 'Bot' ? 'NONE' : 'COLLABORATOR',
        created_at: time,
        updated_at: time,
        minimized: null,
        url: api(`/issues/comments/${id}`),
        html_url: html(`/pull/${at}#issuecomment-${id}`),
        issue_url: api(`/issues/${at}`),
      }
      const stored = { number: at, json }
      comments.set(id, stored)
      return stored
    },
    addEvent(at, event, createdAt = now()) {
      events.push({ id: nextId++, number: at, event, createdAt })
    },
    addRun({ id, attempt = 1, headSha, jobs = [], ...run }) {
      const created = run.createdAt ?? now()
      const [exampleJob = {}] = (example('job-paginated') as { jobs: Json[] }).jobs
      const stored = {
        id,
        attempt,
        json: {
          ...example('workflow-run'),
          id,
          run_attempt: attempt,
          head_sha: headSha,
          head_branch: run.branch ?? 'main',
          event: run.event ?? 'push',
          status: run.conclusion === undefined ? 'in_progress' : 'completed',
          conclusion: run.conclusion ?? null,
          path: run.path ?? `.github/workflows/${run.workflow ?? 'gitops.yml'}`,
          pull_requests: [],
          created_at: created,
          run_started_at: run.startedAt ?? created,
          updated_at: run.endedAt ?? run.startedAt ?? created,
          html_url: html(`/actions/runs/${id}`),
          repository: {
            ...(example('workflow-run').repository as Json),
            full_name: repository,
            name,
            id: number(repository),
            owner: user({ login: owner, type: 'User' }),
          },
          head_repository: headRepository(run.headRepository),
        },
        jobs: jobs.map((job) => {
          const jobId = nextId++
          const conclusion = job.conclusion ?? null
          return {
            ...exampleJob,
            id: jobId,
            run_id: id,
            run_attempt: attempt,
            name: job.name,
            head_sha: headSha,
            status: job.status ?? 'completed',
            conclusion,
            created_at: now(), // missing in GitHub's example, required by its schema
            html_url: html(`/actions/runs/${id}/job/${jobId}`),
          }
        }),
      }
      runs.push(stored)
      return stored
    },
  }
}
