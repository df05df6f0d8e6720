import { readMarker, withStaleMarker, type Marker } from './comment-marker.ts'

/** What was put into a comment of ours after its run. */
export interface CommentNote {
  /** What is told of, as 16 hexadecimal digits each, in the order of the lines. */
  readonly ids: readonly string[]
  /** Markdown, one list item each, without line ends. */
  readonly lines: readonly string[]
}

/**
 * The note stands below the heading between two hidden lines, the first of which says what it tells of:
 *
 *     <!-- gitops-pipeline-note ID,ID -->
 *     > [!WARNING]
 *     > HEAD
 *     > - LINE
 *     <!-- gitops-pipeline-note end -->
 *
 * Nothing that is shown in a comment can hold such a hidden line: where data has one, it is broken before.
 */
const NOTE =
  /\n\n<!-- gitops-pipeline-note ([0-9a-f]{16}(?:,[0-9a-f]{16})*) -->\n> \[!WARNING\]\n> .*\n((?:> - .*\n)*)<!-- gitops-pipeline-note end -->/

/** The note of a body; undefined: it has none. */
export function readNote(body: string): CommentNote | undefined {
  const match = NOTE.exec(body)
  if (match === null) return undefined
  const [, ids = '', lines = ''] = match
  return {
    ids: ids.split(','),
    lines: lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice('> - '.length)),
  }
}

export interface NoteText extends CommentNote {
  /** Markdown, one line. */
  readonly head: string
}

/** A body with this note below its first line, instead of the one that it has. */
function withNote(body: string, { ids, head, lines }: NoteText): string {
  const clean = body.replace(NOTE, '')
  const items = lines.map((line) => `> - ${line}\n`).join('')
  const block = `<!-- gitops-pipeline-note ${ids.join(',')} -->\n> [!WARNING]\n> ${head}\n${items}<!-- gitops-pipeline-note end -->`
  const end = clean.indexOf('\n')
  const [heading, rest] = end < 0 ? [clean, ''] : [clean.slice(0, end), clean.slice(end)]
  return `${heading}\n\n${block}${rest}`
}

/**
 * A whole comment with the note. Where that is longer than `limit`, the lines give way, and then everything below the
 * heading: the plan is out of date, and the run's summary still has it. Undefined: not even that fits.
 *
 * @param limit UTF-16 units
 */
export function notedComment(
  marker: Marker,
  body: string,
  note: NoteText & { readonly short: string },
  limit: number,
): string | undefined {
  const short = { ...note, head: note.short, lines: [] }
  const heading = /^.*/.exec(body)?.[0] ?? ''
  const candidates = [
    withNote(body, note),
    withNote(body, short),
    withNote(heading, note),
    withNote(heading, short),
  ]
  return candidates.map((text) => withStaleMarker(marker, text)).find((text) => text.length <= limit)
}

/** True when the note of a comment tells of all these already. */
export function isNoted(text: string, ids: readonly string[]): boolean {
  const noted = readNote(readMarker(text)?.body ?? '')?.ids ?? []
  return ids.every((id) => noted.includes(id))
}
