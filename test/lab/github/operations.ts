import type { Contract } from './contract.ts'
import type { Account, Json, State, StoredComment, StoredPull } from './state.ts'

/** Comment bodies, in UTF-16 units: GitHub answers 422 to more. */
export const BODY_LIMIT = 65_536

export interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly caller: Account
  readonly url: URL
}
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export type Handler = (request: Request) => Answer

const DOCS = 'https://docs.github.com/rest'
/** An error the way GitHub words it. */
export const refuse = (status: number, message: string, errors?: readonly Json[]): Answer => ({
  status,
  body: {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: DOCS,
    status: String(status),
  },
})
const notFound = refuse(404, 'Not Found')
const ok = (body: unknown, status = 200): Answer => ({ status, body })

/** One page and its Link header. More than 100 a page is cut to 100, as GitHub does without a word. */
function page(request: Request, items: readonly Json[], wrap: (items: readonly Json[]) => unknown): Answer {
  const size = Math.min(Number(request.query.per_page ?? 30) || 30, 100)
  const at = Math.max(Number(request.query.page ?? 1) || 1, 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const link = (rel: string, target: number): string => {
    const url = new URL(request.url)
    url.searchParams.set('page', String(target))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(at > 1 ? [link('prev', at - 1), link('first', 1)] : []),
    ...(at < last ? [link('next', at + 1), link('last', last)] : []),
  ]
  const body = wrap(items.slice((at - 1) * size, at * size))
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(', ') } : {} }
}

function bodyFault(body: unknown): Answer | undefined {
  const text = typeof body === 'object' && body !== null && 'body' in body ? body.body : undefined
  if (typeof text !== 'string' || text.trim() === '') {
    return refuse(422, 'Validation Failed', [
      { resource: 'IssueComment', code: 'missing_field', field: 'body' },
    ])
  }
  // `length` counts UTF-16 units: a body of fewer characters but more bytes is fine.
  if (text.length <= BODY_LIMIT) return undefined
  const message = `Body is too long (maximum is ${BODY_LIMIT} characters)`
  return refuse(422, 'Validation Failed', [
    { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
  ])
}
const textOf = (request: Request): string => (request.body as { body: string }).body

/** What the lab does for each operation, by GitHub's name for it. */
export function makeHandlers(state: State, contract: Contract): Readonly<Record<string, Handler>> {
  const plain = (items: readonly Json[]): unknown => items
  const pullOf = ({ params }: Request, key: string): StoredPull | undefined =>
    state.pulls.get(Number(params[key]))
  const commentOf = ({ params }: Request): StoredComment | undefined =>
    state.comments.get(Number(params.comment_id))
  const jobs = (request: Request, attempt?: number): Answer => {
    const runs = state.runs.filter(({ id }) => id === Number(request.params.run_id))
    const wanted = attempt ?? Math.max(...runs.map((run) => run.attempt))
    const run = runs.find((candidate) => candidate.attempt === wanted)
    if (run === undefined) return notFound
    return page(request, run.jobs, (items) => ({ total_count: run.jobs.length, jobs: items }))
  }

  return {
    'users/get-authenticated': ({ caller }) =>
      caller.type === 'Bot'
        ? refuse(403, 'Resource not accessible by integration')
        : ok({
            ...(contract.example(
              'private-user-response-with-public-and-private-profile-information',
            ) as Json),
            ...state.user(caller),
          }),
    'rate-limit/get': () => ok(contract.example('rate-limit-overview')),
    'repos/get': () => {
      // The example is a fork: of the repositories it came from ours has none.
      const example = contract.example('full-repository-default-response') as Json
      return ok({
        ...example,
        fork: false,
        source: undefined,
        parent: undefined,
        language: null, // missing in GitHub's example, required by its schema
        name: state.repository.split('/')[1],
        full_name: state.repository,
        private: state.isPrivate,
        default_branch: 'main',
      })
    },
    'pulls/get': (request) => {
      const pull = pullOf(request, 'pull_number')
      return pull === undefined ? notFound : ok(pull.json)
    },
    'pulls/list': (request) => {
      const { state: wanted = 'open', head, base } = request.query
      const found = [...state.pulls.values()].filter(({ json }) => {
        const label = (json.head as { label: string }).label
        const target = (json.base as { ref: string }).ref
        return (
          (wanted === 'all' || json.state === wanted) &&
          (head === undefined || head === label) &&
          (base === undefined || base === target)
        )
      })
      found.sort((a, b) => (request.query.direction === 'asc' ? 1 : -1) * (a.number - b.number))
      return page(
        request,
        found.map((pull) => state.simplePull(pull)),
        plain,
      )
    },
    'repos/list-pull-requests-associated-with-commit': (request) => {
      const sha = request.params.commit_sha
      const found = [...state.pulls.values()].filter(
        ({ headSha, json }) => headSha === sha || json.merge_commit_sha === sha,
      )
      return page(
        request,
        found.map((pull) => state.simplePull(pull)),
        plain,
      )
    },
    'issues/list-comments': (request) => {
      const pull = pullOf(request, 'issue_number')
      if (pull === undefined) return notFound
      const { since = '' } = request.query
      const found = [...state.comments.values()]
        .filter(({ number, json }) => number === pull.number && String(json.updated_at) >= since)
        .map(({ json }) => json)
      return page(request, found, plain)
    },
    'issues/create-comment': (request) => {
      const pull = pullOf(request, 'issue_number')
      if (pull === undefined) return notFound
      if (pull.locked) return refuse(403, 'Unable to create comment because issue is locked.')
      const { login, type } = request.caller
      return (
        bodyFault(request.body) ?? ok(state.addComment(pull.number, login, type, textOf(request)).json, 201)
      )
    },
    'issues/get-comment': (request) => {
      const comment = commentOf(request)
      return comment === undefined ? notFound : ok(comment.json)
    },
    'issues/update-comment': (request) => {
      const comment = commentOf(request)
      if (comment === undefined) return notFound
      const fault = bodyFault(request.body)
      if (fault !== undefined) return fault
      Object.assign(comment.json, { body: textOf(request), updated_at: state.now() })
      return ok(comment.json)
    },
    'issues/delete-comment': (request) =>
      state.comments.delete(Number(request.params.comment_id)) ? { status: 204 } : notFound,
    'actions/get-workflow-run': ({ params }) => {
      const runs = state.runs.filter(({ id }) => id === Number(params.run_id))
      const latest = runs.sort((a, b) => b.attempt - a.attempt)[0]
      return latest === undefined ? notFound : ok(latest.json)
    },
    'actions/list-workflow-runs': (request) => {
      const { branch, event } = request.query
      const path = `.github/workflows/${request.params.workflow_id ?? ''}`
      const newest = new Map<number, Json>()
      for (const { id, json } of state.runs) if (json.path === path) newest.set(id, json)
      const found = [...newest.values()]
        .filter(
          (json) => (branch ?? json.head_branch) === json.head_branch && (event ?? json.event) === json.event,
        )
        .sort((a, b) => (String(a.created_at) < String(b.created_at) ? 1 : -1))
      return page(request, found, (items) => ({ total_count: found.length, workflow_runs: items }))
    },
    'repos/compare-commits': (request) => {
      const { base = '', head = '' } = request.params
      const mergeBase = state.mergeBase(base, head)
      if (mergeBase === undefined) return notFound
      if (mergeBase === null) return refuse(404, `No common ancestor between ${base} and ${head}.`)
      const example = contract.example('commit-comparison') as Json
      const later = Number(request.query.page ?? 1) > 1
      return ok({
        ...example,
        merge_base_commit: { ...(example.merge_base_commit as Json), sha: mergeBase },
        // Files come on the first page only.
        ...(later ? { commits: [], files: undefined } : {}),
      })
    },
    'actions/list-jobs-for-workflow-run': (request) => jobs(request),
    'actions/list-jobs-for-workflow-run-attempt': (request) =>
      jobs(request, Number(request.params.attempt_number)),
  }
}
