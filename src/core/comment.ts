import { hideComments } from './comment-hide.ts'
import { bodyDigest, type CommentRun, withMarker } from './comment-marker.ts'
import { GITHUB_ACTIONS, isShown, loginFor, newerThan, newestOf, ownComments, says } from './comment-own.ts'
import { type Comment, type GitHub, isGitHubFault } from './github-port.ts'

export interface CommentRequest {
  /** The pull request. */
  readonly number: number
  /** Tells our comments of one pull request apart, compared whole. Any text. */
  readonly key: string
  /** Markdown, without the marker. */
  readonly body: string
  /**
   * The body without what differs from run to run by itself (times, links to the run). Where a comment already says
   * this, nothing is written. Default: the body.
   */
  readonly stable?: string
  /** `update`: one comment, changed in place. `new`: a new one, the old ones hidden. */
  readonly mode: 'update' | 'new'
  readonly run: CommentRun
  /** The pull request's present head, where the caller knows it: a run of an older commit does not replace its report. */
  readonly headSha?: string
  /** The pull request's comments, where the caller has just read them. */
  readonly comments?: readonly Comment[]
  /** UTF-16 units a whole comment may have, the marker included. */
  readonly limit: number
}

export interface CommentResult {
  readonly id: number
  readonly url: string
  /** `superseded`: a newer run has written; nothing of ours is shown. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'superseded'
  /** Old comments hidden or folded in mode `new`. */
  readonly hidden: number
  /** What could not be done as it should, for the log. */
  readonly warnings: readonly string[]
}

/**
 * Shows `body` on a pull request, in the comment with this key. Ours is what carries our marker (whole key) at its very
 * start and was written by the account our token writes as; nothing else is ever changed or deleted.
 *
 * The same body again writes nothing. GitHub has no compare-and-set for comments: after a create the list is read once
 * more, and of several the one with the lowest id stays. Rejects with `GitHubError`; nothing is half-written then.
 */
export async function publishComment(request: CommentRequest, github: GitHub): Promise<CommentResult> {
  const text = withMarker(request)
  // The renderer keeps to the limit: if not, GitHub would answer 422 after everything is done.
  if (text.length > request.limit)
    throw new Error(`comment of ${text.length} units, the limit is ${request.limit}`)
  return request.mode === 'new' ? publishNew(request, text, github) : publishUpdate(request, text, github)
}

/** True when there is a comment of ours with this key that people see. */
export async function hasComment(
  key: string,
  comments: readonly Comment[],
  github: GitHub,
): Promise<boolean> {
  return ownComments(key, comments, await loginFor(key, comments, github)).some(isShown)
}

async function publishUpdate(request: CommentRequest, text: string, github: GitHub): Promise<CommentResult> {
  const comments = request.comments ?? (await github.listComments(request.number))
  const login = await loginFor(request.key, comments, github)
  const all = ownComments(request.key, comments, login)
  const newer = newerThan(request.run, all, request.headSha)
  if (newer !== undefined) return result(newer.comment, 'superseded')
  // Where the server does not tell what is hidden, the newest is the one in sight, and none may be taken for a twin.
  const tells = all.every(({ comment }) => comment.hiddenAs !== undefined)
  const [kept, ...extra] = tells ? all.filter(isShown) : all.filter(isShown).slice(-1)
  if (kept === undefined) return createAlone(request, text, comments, github)

  let outcome: CommentResult['outcome'] = 'unchanged'
  if (!says(kept, request.stable ?? request.body)) {
    try {
      await github.updateComment(kept.comment.id, text)
      outcome = 'updated'
    } catch (error) {
      // Somebody deleted it since it was listed.
      if (!isGitHubFault(error, 'missing')) throw error
      return createAlone(request, text, comments, github)
    }
  }
  // Left by a run that was killed between its create and its second look.
  for (const { comment } of extra) await github.deleteComment(comment.id)
  return result(kept.comment, outcome)
}

/** Creates, then makes sure that there is one only. */
async function createAlone(
  request: CommentRequest,
  text: string,
  before: readonly Comment[],
  github: GitHub,
): Promise<CommentResult> {
  const created = await create(request, text, before, github)
  // Now we know for certain whom we write as: an App's own token does not say so before.
  const login = created.author?.login ?? GITHUB_ACTIONS
  const all = ownComments(request.key, await github.listComments(request.number), login)
  const kept = all.find(isShown)
  // Lists lag behind: not to be found there is as good as alone.
  if (kept === undefined || kept.comment.id >= created.id) return result(created, 'created')

  const newer = newerThan(request.run, all, request.headSha)
  let outcome: CommentResult['outcome'] = 'unchanged'
  if (newer !== undefined) outcome = 'superseded'
  else if (!says(kept, request.stable ?? request.body)) {
    await github.updateComment(kept.comment.id, text)
    outcome = 'updated'
  }
  await github.deleteComment(created.id)
  return result(kept.comment, outcome)
}

async function publishNew(request: CommentRequest, text: string, github: GitHub): Promise<CommentResult> {
  const comments = request.comments ?? (await github.listComments(request.number))
  const login = await loginFor(request.key, comments, github)
  const all = ownComments(request.key, comments, login)
  const newer = newerThan(request.run, all, request.headSha)
  if (newer !== undefined) return result(newer.comment, 'superseded')
  const last = all.filter(isShown).at(-1)
  if (last !== undefined && says(last, request.stable ?? request.body))
    return result(last.comment, 'unchanged')

  const created = await create(request, text, comments, github)
  // Somebody else may have created meanwhile: of all of ours, the newest run's stays.
  const listed = await github.listComments(request.number)
  const complete = listed.some(({ id }) => id === created.id) ? listed : [...listed, created]
  const now = ownComments(request.key, complete, created.author?.login ?? login)
  const winner = newestOf(now.filter(isShown), request.headSha)?.comment ?? created
  const old = now.map(({ comment }) => comment).filter(({ id }) => id !== winner.id)
  const { hidden, warnings } = await hideComments(request, old, github)
  return { ...result(winner, winner.id === created.id ? 'created' : 'superseded'), hidden, warnings }
}

function create(
  { number }: CommentRequest,
  text: string,
  before: readonly Comment[],
  github: GitHub,
): Promise<Comment> {
  const known = new Set(before.map(({ id }) => id))
  const digest = bodyDigest(text)
  return github.createComment(number, text, ({ id, body }) => !known.has(id) && bodyDigest(body) === digest)
}

const result = ({ id, url }: Comment, outcome: CommentResult['outcome']): CommentResult => ({
  id,
  url,
  outcome,
  hidden: 0,
  warnings: [],
})
