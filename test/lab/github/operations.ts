import { type Answer, type Handlers, notFound, ok, page, refuse, type Request } from './answers.ts'
import type { BlobServer } from '../blob-server.ts'
import type { Contract } from './contract.ts'
import { artifactHandlers } from './artifact-operations.ts'
import { repositoryHandlers } from './repository-operations.ts'
import { runHandlers } from './run-operations.ts'
import type { Json, State, StoredComment, StoredPull } from './state.ts'

/** Comment bodies, in UTF-16 units: GitHub answers 422 to more. */
export const BODY_LIMIT = 65_536

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
export function makeHandlers(state: State, contract: Contract, blobs: BlobServer): Handlers {
  const pullOf = ({ params }: Request, key: string): StoredPull | undefined =>
    state.pulls.get(Number(params[key]))
  const commentOf = ({ params }: Request): StoredComment | undefined =>
    state.comments.get(Number(params.comment_id))
  return {
    ...artifactHandlers(state, blobs),
    ...repositoryHandlers(state, contract),
    ...runHandlers(state),
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
      )
    },
    'issues/list-comments': (request) => {
      const pull = pullOf(request, 'issue_number')
      if (pull === undefined) return notFound
      const { since = '' } = request.query
      const found = [...state.comments.values()]
        .filter(({ number, json }) => number === pull.number && String(json.updated_at) >= since)
        .map(({ json }) => json)
      return page(request, found)
    },
    'issues/list-events': (request) => {
      const pull = pullOf(request, 'issue_number')
      if (pull === undefined) return notFound
      const [example = {}] = contract.example('issue-event-for-issue-items') as Json[]
      const found = state.events
        .filter(({ number }) => number === pull.number)
        .map(({ id, event, createdAt }) => ({
          ...example,
          label: undefined,
          id,
          node_id: `EV_${id}`,
          event,
          created_at: createdAt,
          commit_id: null,
          commit_url: null,
          lock_reason: null,
        }))
      return page(request, found)
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
  }
}
