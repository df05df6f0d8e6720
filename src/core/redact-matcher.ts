/** Finds all of many patterns in a text in one pass over its characters. */

/** UTF-16 code units: reading them from an array is several times faster than from a string. */
export interface Codes {
  readonly codes: Uint16Array
  readonly length: number
}

/** Calls `found` for every occurrence, overlapping ones too: where it starts, and which pattern it is. */
export type Matcher = (text: Codes, found: (start: number, pattern: number) => void) => void

/** Characters of a pattern that are looked up; no pattern may be shorter. */
const GRAM = 6
/** Characters of a run, and at how many places a run of the six may begin. */
const RUN = 4
const STRIDE = GRAM - RUN + 1
/** Places in a pattern that are weighed against each other for the look-up. */
const PROBES = 8
/** Of the bit table, as a power of two: small enough for the fastest cache as long as there are few patterns. */
const SMALLEST_FILTER = 13
const LARGEST_FILTER = 22

/**
 * Each pattern is looked up by six of its characters, taken where few other patterns have the same six: thousands of
 * connection strings then cost no more than one. Six characters have three runs of four, of which one begins at every
 * third place of a text: so only every third place is looked at, and a bit table of those runs tells at almost all of
 * them that nothing is there. Cost: about 1–2 ns a character, whatever the number of patterns.
 *
 * @param patterns distinct, each of at least six characters
 */
export function makeMatcher(patterns: readonly string[]): Matcher {
  if (patterns.length === 0) return () => undefined
  const tableBits = Math.min(22, Math.max(8, Math.ceil(Math.log2(patterns.length)) + 2))
  const tableMask = (1 << tableBits) - 1
  const popularity = countGrams(patterns, tableMask)

  const filterBits = Math.min(
    LARGEST_FILTER,
    Math.max(SMALLEST_FILTER, Math.ceil(Math.log2(patterns.length)) + 11),
  )
  const filterShift = 32 - filterBits
  const filter = new Int32Array(1 << (filterBits - 5))
  const heads = new Int32Array(tableMask + 1).fill(-1)
  const next = new Int32Array(patterns.length)
  const hashes = new Int32Array(patterns.length)
  const anchors = new Int32Array(patterns.length)
  patterns.forEach((pattern, index) => {
    const anchor = rarestPlace(pattern, popularity, tableMask)
    const hash = gramHash(
      quadAt(pattern, anchor),
      pattern.charCodeAt(anchor + 4),
      pattern.charCodeAt(anchor + 5),
    )
    const slot = hash & tableMask
    anchors[index] = anchor
    hashes[index] = hash
    next[index] = heads[slot] as number
    heads[slot] = index
    for (let run = anchor; run < anchor + STRIDE; run++) {
      const bit = filterBit(quadAt(pattern, run), filterShift)
      filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31))
    }
  })

  return ({ codes, length }, found) => {
    for (let i = 0; i + RUN <= length; i += STRIDE) {
      const bit = filterBit(quadIn(codes, i), filterShift)
      if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue
      for (let at = Math.max(0, i - STRIDE + 1); at <= i && at + GRAM <= length; at++) {
        const hash = gramHash(quadIn(codes, at), codes[at + RUN] as number, codes[at + RUN + 1] as number)
        for (let index = heads[hash & tableMask] as number; index >= 0; index = next[index] as number) {
          if (hashes[index] !== hash) continue
          const start = at - (anchors[index] as number)
          if (start >= 0 && startsWith(codes, length, patterns[index] as string, start)) found(start, index)
        }
      }
    }
  }
}

/** Eight bits for each of four characters; wider ones blend. */
function quadIn(codes: Uint16Array, at: number): number {
  return (
    ((codes[at] as number) << 24) ^
    ((codes[at + 1] as number) << 16) ^
    ((codes[at + 2] as number) << 8) ^
    (codes[at + 3] as number)
  )
}

function quadAt(pattern: string, at: number): number {
  let quad = 0
  for (let k = at; k < at + RUN; k++) quad = (quad << 8) ^ pattern.charCodeAt(k)
  return quad
}

function filterBit(quad: number, shift: number): number {
  return Math.imul(quad, 0x9e3779b1) >>> shift
}

function startsWith(codes: Uint16Array, length: number, pattern: string, start: number): boolean {
  const size = pattern.length
  if (start + size > length || codes[start + size - 1] !== pattern.charCodeAt(size - 1)) return false
  for (let k = 0; k < size; k++) if (codes[start + k] !== pattern.charCodeAt(k)) return false
  return true
}

/** Of the four characters in `quad` and the two that follow. */
function gramHash(quad: number, fifth: number, sixth: number): number {
  let hash = Math.imul(quad ^ Math.imul(fifth, 0x85ebca6b), 0xcc9e2d51)
  hash = Math.imul(hash ^ (hash >>> 15) ^ sixth, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/** The hash at each of up to `PROBES` places of a pattern, spread evenly. */
function eachPlace(pattern: string, visit: (place: number, hash: number) => void): void {
  const room = pattern.length - GRAM
  const probes = Math.min(PROBES, room + 1)
  for (let k = 0; k < probes; k++) {
    const place = probes === 1 ? 0 : Math.floor((room * k) / (probes - 1))
    visit(
      place,
      gramHash(quadAt(pattern, place), pattern.charCodeAt(place + 4), pattern.charCodeAt(place + 5)),
    )
  }
}

function countGrams(patterns: readonly string[], mask: number): Int32Array {
  const counts = new Int32Array(mask + 1)
  for (const pattern of patterns) {
    eachPlace(pattern, (_, hash) => {
      counts[hash & mask] = (counts[hash & mask] as number) + 1
    })
  }
  return counts
}

function rarestPlace(pattern: string, popularity: Int32Array, mask: number): number {
  let best = 0
  let bestCount = Number.POSITIVE_INFINITY
  eachPlace(pattern, (place, hash) => {
    const count = popularity[hash & mask] as number
    if (count < bestCount) {
      best = place
      bestCount = count
    }
  })
  return best
}
