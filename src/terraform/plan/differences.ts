/** Where two texts differ: from (inclusive) and to (exclusive) in each. */
export interface Difference {
  readonly before: readonly [from: number, to: number]
  readonly after: readonly [from: number, to: number]
}

/** So many characters in a row that are equal are no accident. */
const anchor = 16
/** How far the other side of a difference is looked for, in characters. */
const reach = 600
/** More differences than this become one with all that is between them. */
const most = 12

/**
 * The stretches in which two long texts differ, first to last; together they cover all that is not equal. Not the
 * shortest ones there could be, but found in time that grows with the length alone.
 */
export function differences(before: string, after: string): Difference[] {
  const shorter = Math.min(before.length, after.length)
  let tail = 0
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const found: Difference[] = []
  let [left, right] = [0, 0]
  for (;;) {
    while (left < before.length && right < after.length && before[left] === after[right]) {
      left++
      right++
    }
    const [leftEnd, rightEnd] = ends(before, after, left, right, tail)
    if (left >= leftEnd && right >= rightEnd) return found
    const next = found.length + 1 < most ? meeting(before, after, left, right) : undefined
    if (next === undefined) {
      found.push({ before: [left, leftEnd], after: [right, rightEnd] })
      return found
    }
    found.push({ before: [left, next[0]], after: [right, next[1]] })
    ;[left, right] = next
  }
}

/** Where the equal end begins, not before where we are: `aa` and `aaa` have their beginning and end in common. */
function ends(before: string, after: string, left: number, right: number, tail: number): [number, number] {
  const equal = Math.max(0, Math.min(tail, before.length - left, after.length - right))
  return [before.length - equal, after.length - equal]
}

/** The next place at which both texts go on alike. */
function meeting(before: string, after: string, left: number, right: number): [number, number] | undefined {
  const window = after.slice(right, right + reach)
  for (let step = 0; step < reach && left + step + anchor <= before.length; step++) {
    const at = window.indexOf(before.slice(left + step, left + step + anchor))
    if (at >= 0) return [left + step, right + at]
  }
  return undefined
}
