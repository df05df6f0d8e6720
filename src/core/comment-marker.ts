import { createHash } from 'node:crypto'

/** Which run a comment is from. */
export interface CommentRun {
  /** The workflow run's id, decimal. */
  readonly id: string
  /** From 1. */
  readonly attempt: number
  /** The commit that was looked at: the head of the pull request at that time. */
  readonly sha: string
}

export interface Marker {
  /** As it stands in the marker, see `markerKey`. */
  readonly key: string
  readonly run: CommentRun
  /** Of the body that was written with it, see `bodyDigest`: tells whether somebody has edited it since. */
  readonly digest: string
  /** Of what the body says, without what differs from run to run by itself: equal ones need no new write. */
  readonly says: string
  /** It was folded since a newer comment took its place. */
  readonly outdated: boolean
}

/**
 * The hidden first line of each of our comments:
 *
 *     <!-- gitops-pipeline key=KEY run=ID attempt=N sha=SHA digest=SHA256 says=SHA256 -->
 *
 * with ` outdated` before the end of a folded one. KEY is 1 to 100 of `A-Za-z0-9._/:-` without `--`, ID and N are
 * decimal, SHA is 7 to 64 and SHA256 is 64 hexadecimal digits: no value can end the HTML comment or hold a blank.
 * Only at the very start of a body it counts. Whoever quotes it elsewhere, or writes it in a plan, gets nothing.
 */
const MARKER =
  /^<!-- gitops-pipeline key=([\w./:-]{1,100}) run=(\d{1,20}) attempt=(\d{1,9}) sha=([0-9a-f]{7,64}) digest=([0-9a-f]{64}) says=([0-9a-f]{64})( outdated)? -->\n/

/** No marker is longer, with its line end. What a body may use is the limit less this. */
export const MARKER_LENGTH = 480

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A key as the marker can hold it: itself if it is plain, else its SHA-256. Different keys stay different. */
export function markerKey(key: string): string {
  // No colon in a plain key: it cannot pose as a hash.
  return /^[\w./-]{1,100}$/.test(key) && !key.includes('--') ? key : `sha256:${sha256(key)}`
}

/** The same for what GitHub hands back, should it change line ends or trailing blanks. */
export function bodyDigest(body: string): string {
  return sha256(body.replace(/\r\n?/g, '\n').trim())
}

export interface MarkedText {
  readonly key: string
  readonly run: CommentRun
  readonly body: string
  /** The body without what differs from run to run by itself. Default: the body. */
  readonly stable?: string | undefined
  readonly outdated?: boolean
}

/** A whole comment: marker line and body. Throws when the run's values could not stand in a marker (our bug). */
export function withMarker({ key, run, body, stable = body, outdated = false }: MarkedText): string {
  const values = `key=${markerKey(key)} run=${run.id} attempt=${run.attempt} sha=${run.sha.toLowerCase()}`
  const digests = `digest=${bodyDigest(body)} says=${bodyDigest(stable)}`
  const line = `<!-- gitops-pipeline ${values} ${digests}${outdated ? ' outdated' : ''} -->\n`
  if (readMarker(line) === undefined) throw new Error(`no comment marker can hold ${JSON.stringify(run)}`)
  return line + body
}

/** Of no text. */
const NO_DIGEST = '0'.repeat(64)

/**
 * A whole comment whose body was changed after its run: the marker stays that run's, and no longer says what the body
 * says, so that the next run writes the comment anew even where it has nothing else to say.
 */
export function withStaleMarker({ key, run, outdated }: Marker, body: string): string {
  const values = `key=${key} run=${run.id} attempt=${run.attempt} sha=${run.sha}`
  const digests = `digest=${NO_DIGEST} says=${NO_DIGEST}`
  return `<!-- gitops-pipeline ${values} ${digests}${outdated ? ' outdated' : ''} -->\n${body}`
}

/** The marker of a comment and the body after it; undefined: not one of ours. */
export function readMarker(text: string): { readonly marker: Marker; readonly body: string } | undefined {
  const lines = text.replaceAll('\r\n', '\n')
  const match = MARKER.exec(lines)
  if (match === null) return undefined
  const [line, key = '', id = '', attempt = '', sha = '', digest = '', says = '', outdated] = match
  if (key.includes('--')) return undefined
  const run = { id, attempt: Number(attempt), sha }
  return {
    marker: { key, run, digest, says, outdated: outdated !== undefined },
    body: lines.slice(line.length),
  }
}

/**
 * Is `one` from a newer run than `other`? The run that looked at the pull request's present head wins; else the
 * higher run id (GitHub counts them up), then the higher attempt. The same run is not newer.
 */
export function isNewer(one: CommentRun, other: CommentRun, headSha: string | undefined): boolean {
  const head = headSha?.toLowerCase()
  const [oneSha, otherSha] = [one.sha.toLowerCase(), other.sha.toLowerCase()]
  if (head !== undefined && oneSha !== otherSha && (oneSha === head || otherSha === head))
    return oneSha === head
  const [oneId, otherId] = [BigInt(one.id), BigInt(other.id)]
  return oneId === otherId ? one.attempt > other.attempt : oneId > otherId
}
