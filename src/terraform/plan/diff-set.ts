import type { Effort } from './diff-text.ts'
import { canonicalText, isEmptyContainer, isObject } from './json.ts'
import type { JsonObject } from './json.ts'
import type { Json } from './raw.ts'

/** Attributes that name an element among its siblings. */
const identityKeys = ['name', 'key', 'id', 'Name', 'Key', 'Sid', 'sid'] as const

/** An element of a list, with what its similarity to others is judged by. */
interface Candidate {
  readonly index: number
  readonly identity: string | undefined
  readonly leaves: ReadonlyMap<string, string>
}

/**
 * Which of the objects that have no equal on the other side are the same one, changed. Without a schema a set looks
 * like a list, and a changed element of a set may turn up anywhere in it: so by likeness, not by place. A pair has the
 * same name, or at least half of the attributes that are set in common. The best pairs are taken first.
 */
export function pairObjects(
  before: readonly Json[],
  removed: readonly number[],
  after: readonly Json[],
  added: readonly number[],
  effort: Effort,
): Map<number, number> {
  const left = removed.flatMap((index) => candidate(before[index], index))
  const right = added.flatMap((index) => candidate(after[index], index))
  const pairs = new Map<number, number>() // after -> before
  const cost = left.length * right.length * Math.max(1, left[0]?.leaves.size ?? 1)
  if (cost > Math.min(1_000_000, effort.left)) return pairInOrder(left, right)
  effort.left -= cost

  const scored: { before: number; after: number; score: number }[] = []
  for (const a of left) {
    for (const b of right) {
      const score = likeness(a, b)
      if (score > 0) scored.push({ before: a.index, after: b.index, score })
    }
  }
  scored.sort(
    (a, b) => b.score - a.score || distance(a) - distance(b) || a.before - b.before || a.after - b.after,
  )
  const taken = new Set<number>()
  for (const pair of scored) {
    if (taken.has(pair.before) || pairs.has(pair.after)) continue
    taken.add(pair.before)
    pairs.set(pair.after, pair.before)
  }
  return pairs
}

function pairInOrder(left: readonly Candidate[], right: readonly Candidate[]): Map<number, number> {
  const pairs = new Map<number, number>()
  for (const [position, b] of right.entries()) {
    const a = left[position]
    if (a !== undefined && likeness(a, b) > 0) pairs.set(b.index, a.index)
  }
  return pairs
}

function distance(pair: { readonly before: number; readonly after: number }): number {
  return Math.abs(pair.before - pair.after)
}

function candidate(value: Json | undefined, index: number): Candidate[] {
  if (!isObject(value)) return []
  const leaves = new Map<string, string>()
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined || child === null || child === '' || isEmptyContainer(child)) continue
    leaves.set(key, canonicalText(child))
  }
  return [{ index, identity: identityOf(value), leaves }]
}

function identityOf(value: JsonObject): string | undefined {
  for (const key of identityKeys) {
    if (!Object.hasOwn(value, key)) continue
    const name = value[key]
    if (typeof name === 'string' && name !== '') return `${key}=${name}`
  }
  return undefined
}

/** 0: not the same element. Above 1: same name. */
function likeness(a: Candidate, b: Candidate): number {
  let same = 0
  let all = b.leaves.size
  for (const [key, text] of a.leaves) {
    const other = b.leaves.get(key)
    if (other === text) same++
    if (other === undefined) all++
  }
  const share = all === 0 ? 1 : same / all
  if (a.identity !== undefined && a.identity === b.identity) return 1 + share
  const named = a.identity !== undefined && b.identity !== undefined
  return (named ? share > 0.5 : share >= 0.5) ? share : 0
}
