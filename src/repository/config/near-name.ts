/** The known name that somebody may have meant: case, `_` and `-` do not count, and few letters may differ. */
export function nearName(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length > 60) return undefined
  const asked = bare(wrong)
  let best: string | undefined
  let least = Math.max(1, Math.floor(asked.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(asked, bare(name))
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

const bare = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '')

/** Letters to add, leave out, exchange, or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    ;[before, above] = [above, row]
  }
  return above[b.length] ?? 0
}
