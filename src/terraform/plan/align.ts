/** One step of an alignment of two lists, by index; in the order in which to show them. */
export type Step =
  | { readonly kind: 'same' | 'pair'; readonly before: number; readonly after: number }
  | { readonly kind: 'added'; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }

/** What lies between two elements that stay: candidates for pairing. */
export interface Gap {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export interface Alignment {
  /** Equal elements, ascending on both sides. */
  readonly anchors: readonly { readonly before: number; readonly after: number }[]
  /** `gaps[n]` lies before `anchors[n]`; the last one after all anchors. */
  readonly gaps: readonly Gap[]
}

/**
 * Elements with equal keys that keep their order, in O(n log n). The k-th of several equal elements meets the k-th of
 * the other side, so repeated elements may meet fewer partners than a full longest-common-subsequence would find.
 */
export function alignByKey(before: readonly string[], after: readonly string[]): Alignment {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++

  const anchors: { before: number; after: number }[] = []
  for (let index = 0; index < head; index++) anchors.push({ before: index, after: index })
  anchors.push(...matchMiddle(before, after, head, tail))
  for (let index = tail; index > 0; index--) {
    anchors.push({ before: before.length - index, after: after.length - index })
  }

  const gaps: Gap[] = []
  let nextBefore = 0
  let nextAfter = 0
  for (const anchor of [...anchors, { before: before.length, after: after.length }]) {
    gaps.push({ before: range(nextBefore, anchor.before), after: range(nextAfter, anchor.after) })
    nextBefore = anchor.before + 1
    nextAfter = anchor.after + 1
  }
  return { anchors, gaps }
}

function matchMiddle(before: readonly string[], after: readonly string[], head: number, tail: number) {
  const places = new Map<string, { readonly indexes: number[]; used: number }>()
  for (let index = head; index < after.length - tail; index++) {
    const key = after[index] ?? ''
    const place = places.get(key)
    if (place === undefined) places.set(key, { indexes: [index], used: 0 })
    else place.indexes.push(index)
  }
  const matches: { before: number; after: number }[] = []
  for (let index = head; index < before.length - tail; index++) {
    const place = places.get(before[index] ?? '')
    const match = place?.indexes[place.used]
    if (place === undefined || match === undefined) continue
    place.used++
    matches.push({ before: index, after: match })
  }
  return longestRising(matches)
}

/** The longest subsequence whose `after` rises (patience sorting). `before` rises already. */
function longestRising<T extends { readonly after: number }>(matches: readonly T[]): T[] {
  const tops: number[] = [] // match that ends the best run of each length
  const previous: number[] = []
  for (const [index, match] of matches.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((matches[tops[middle] ?? 0]?.after ?? 0) < match.after) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1)
    tops[low] = index
  }
  const run: T[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const match = matches[index]
    if (match !== undefined) run.push(match)
  }
  return run.reverse()
}

function range(from: number, to: number): number[] {
  const indexes: number[] = []
  for (let index = from; index < to; index++) indexes.push(index)
  return indexes
}
