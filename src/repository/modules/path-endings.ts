import type { Snapshot } from '../snapshot.ts'

/**
 * Finds the paths whose end is made of pieces with anything between them; after an empty last one anything follows,
 * too. Each search is done once: many plans ask for the same.
 */
export function endingWith(snapshot: Snapshot): (pieces: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (pieces) => {
    const key = pieces.join('\0')
    const found = known.get(key) ?? search(snapshot, withoutSteps(pieces))
    known.set(key, found)
    return found
  }
}

/** Steps up lead to folders that are not known here: what comes after them counts. */
function withoutSteps(pieces: readonly string[]): readonly string[] {
  const from = Math.max(
    0,
    pieces.findLastIndex((piece) => piece.includes('../')),
  )
  return pieces.slice(from).flatMap((piece, index, all) => {
    const up = piece.lastIndexOf('../')
    const names = (up < 0 ? piece : piece.slice(up + 2)).replaceAll(/\/(?:\.?\/)+/g, '/')
    return index === all.length - 1 || /[^./]/.test(names) ? [names] : []
  })
}

function search(snapshot: Snapshot, pieces: readonly string[]): readonly string[] {
  const end = pieces.at(-1) ?? ''
  const found: string[] = []
  for (const { path } of snapshot.entries) {
    const whole = `/${path}`
    if (!whole.endsWith(end)) continue
    let at = 0
    const limit = whole.length - end.length
    const fits = pieces.slice(0, -1).every((piece) => {
      const next = whole.indexOf(piece, at)
      at = next + piece.length
      return next >= 0 && at <= limit
    })
    if (fits) found.push(path)
  }
  return found
}
