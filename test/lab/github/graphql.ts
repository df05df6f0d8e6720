import { type Answer, refuse, type Request } from './answers.ts'
import type { State } from './state.ts'

/** The only GraphQL we use: what REST cannot do. A query is known by the name of its first field. */
export type GraphqlName = 'minimizeComment' | 'viewer'

export interface Minimized {
  readonly commentId: number
  readonly classifier: string
}

export function graphqlName(body: unknown): GraphqlName | undefined {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined
  if (typeof query !== 'string') return undefined
  if (/\bminimizeComment\s*\(/.test(query)) return 'minimizeComment'
  return /\bviewer\b/.test(query) ? 'viewer' : undefined
}

const CLASSIFIERS = ['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM']
/** GraphQL says no with status 200. */
const fault = (type: string, message: string): Answer => ({
  status: 200,
  body: { data: null, errors: [{ type, message }] },
})
/** The answer to a token without the permission. */
export const graphqlForbidden = fault('FORBIDDEN', 'Resource not accessible by integration')

export function answerGraphql(name: GraphqlName, request: Request, state: State, log: Minimized[]): Answer {
  if (name === 'viewer') return { status: 200, body: { data: { viewer: { login: request.caller.login } } } }
  const { query, variables } = request.body as { query: string; variables?: Record<string, unknown> }
  const classifier =
    /classifier:\s*([A-Z_]+)/.exec(query)?.[1] ??
    (typeof variables?.classifier === 'string' ? variables.classifier : '')
  if (!CLASSIFIERS.includes(classifier)) return refuse(400, 'Problems parsing the query')
  const ids = Object.values(variables ?? {})
  const comment = [...state.comments.values()].find(({ json }) => ids.includes(json.node_id))
  if (comment === undefined) return fault('NOT_FOUND', 'Could not resolve to a node with the global id')
  comment.json.minimized = { reason: classifier.toLowerCase().replace('_', '-') }
  log.push({ commentId: comment.json.id, classifier })
  return { status: 200, body: { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } } }
}
