import { bodyDigest, type CommentRun, isNewer, type Marker, markerKey, readMarker } from './comment-marker.ts'
import type { Comment, GitHub } from './github-port.ts'

/** Whom the workflow's own token writes as. */
export const GITHUB_ACTIONS = 'github-actions[bot]'

/** A comment of ours with the request's key. */
export interface Own {
  readonly comment: Comment
  readonly marker: Marker
  readonly body: string
}

/**
 * Whom we write as, as well as it can be known before writing, at the least cost.
 *
 * @param key of the comments that matter; undefined: of any of ours
 */
export async function loginFor(
  key: string | undefined,
  comments: readonly Comment[],
  github: Pick<GitHub, 'tokenKind' | 'authenticatedLogin'>,
): Promise<string> {
  if (github.tokenKind === 'user') return (await github.authenticatedLogin()) ?? GITHUB_ACTIONS
  // An App's own token looks like the workflow's. Only if a bot other than github-actions wrote such a comment,
  // it is worth a call to ask.
  const matters = (body: string): boolean => {
    const own = readMarker(body)
    return own !== undefined && (key === undefined || own.marker.key === markerKey(key))
  }
  const bots = comments
    .filter((comment) => comment.author?.type === 'Bot' && matters(comment.body))
    .map((comment) => comment.author?.login)
  if (bots.every((login) => login === GITHUB_ACTIONS)) return GITHUB_ACTIONS
  return (await github.authenticatedLogin()) ?? GITHUB_ACTIONS
}

/** Ours with this key, lowest id first. */
export function ownComments(key: string, comments: readonly Comment[], login: string): readonly Own[] {
  const wanted = markerKey(key)
  return allOwn(comments, login).filter(({ marker }) => marker.key === wanted)
}

/** Ours with whatever key, lowest id first. */
export function allOwn(comments: readonly Comment[], login: string): readonly Own[] {
  const isBot = login.endsWith('[bot]')
  return comments
    .flatMap((comment) => {
      const own = readMarker(comment.body)
      const { author } = comment
      const isOurs = author?.login.toLowerCase() === login.toLowerCase() && (!isBot || author.type === 'Bot')
      return own !== undefined && isOurs ? [{ comment, ...own }] : []
    })
    .sort((a, b) => a.comment.id - b.comment.id)
}

/** Readers see it: it is neither folded by us nor hidden as outdated. */
export const isShown = ({ comment, marker }: Own): boolean =>
  !marker.outdated && comment.hiddenAs !== 'outdated'

/** Of the newest run; of one run's several, the latest. */
export function newestOf(all: readonly Own[], headSha: string | undefined): Own | undefined {
  return all.reduce<Own | undefined>(
    (newest, own) =>
      newest !== undefined && isNewer(newest.marker.run, own.marker.run, headSha) ? newest : own,
    undefined,
  )
}

/** One of a newer run than this. */
export function newerThan(
  run: CommentRun,
  all: readonly Own[],
  headSha: string | undefined,
): Own | undefined {
  const newest = newestOf(all, headSha)
  return newest !== undefined && isNewer(newest.marker.run, run, headSha) ? newest : undefined
}

/** The comment says this already: by its own account, and nobody has edited it since. */
export function says({ marker, body }: Own, wanted: string): boolean {
  return marker.says === bodyDigest(wanted) && marker.digest === bodyDigest(body)
}
