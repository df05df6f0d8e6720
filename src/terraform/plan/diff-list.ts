import { alignByKey } from './align.ts'
import type { Gap, Step } from './align.ts'
import { pairObjects } from './diff-set.ts'
import type { Effort } from './diff-text.ts'
import { canonicalText, childMark, isContainer, isObject, marksAnything } from './json.ts'
import type { Json } from './raw.ts'

/** A list with its marks, which go with the elements. */
export interface MarkedList {
  readonly values: readonly Json[]
  readonly sensitive: Json | undefined
  readonly unknown: Json | undefined
}

/** Strings longer than this are worth a line diff, so a lone one is taken to have changed into a lone other. */
const longString = 100

/**
 * Which element became which. Elements with equal content (and marks) that keep their order stay; the rest is paired by
 * likeness, then by place; what is left was removed or added. The plan does not tell lists from sets: Terraform writes a
 * set in the order of its values, so equal elements of a set keep their order too, and what moves is a list that was
 * reordered, shown as removed and added.
 */
export function alignLists(before: MarkedList, after: MarkedList, effort: Effort): Step[] {
  // A block that may occur once is a list of one: whatever changed in it, it is the same block.
  if (before.values.length === 1 && after.values.length === 1) return [{ kind: 'pair', before: 0, after: 0 }]
  const changed = onlyChange(before, after)
  if (changed !== undefined) return pairedAt(changed, before.values.length)
  const left = contentKeys(before, 'b')
  const right = contentKeys(after, 'a')
  const { anchors, gaps } = alignByKey(left, right)
  const pairs = pairAcross(before.values, after.values, gaps, effort)
  // Equal elements that are no anchors changed places: as a pair they would not be seen at all.
  for (const [to, from] of pairs) if (left[from] === right[to]) pairs.delete(to)
  for (const gap of gaps) pairInPlace(before.values, after.values, gap, pairs)

  const pairedBefore = new Set(pairs.values())
  const steps: Step[] = []
  for (const [position, gap] of gaps.entries()) {
    for (const index of gap.before)
      if (!pairedBefore.has(index)) steps.push({ kind: 'removed', before: index })
    for (const index of gap.after) {
      const partner = pairs.get(index)
      steps.push(
        partner === undefined
          ? { kind: 'added', after: index }
          : { kind: 'pair', before: partner, after: index },
      )
    }
    const anchor = anchors[position]
    if (anchor !== undefined) steps.push({ kind: 'same', ...anchor })
  }
  return steps
}

/** The index of the only element that differs in two lists of plain, unmarked values; the usual case, and a cheap one. */
function onlyChange(before: MarkedList, after: MarkedList): number | undefined {
  const { length } = before.values
  if (after.values.length !== length) return undefined
  if (marksAnything(before.sensitive) || marksAnything(after.sensitive) || marksAnything(after.unknown))
    return undefined
  let changed: number | undefined
  for (let index = 0; index < length; index++) {
    const [left, right] = [before.values[index], after.values[index]]
    if (isContainer(left) || isContainer(right)) return undefined
    if (left === right) continue
    if (changed !== undefined) return undefined
    changed = index
  }
  return changed
}

function pairedAt(changed: number, length: number): Step[] {
  const steps: Step[] = []
  for (let index = 0; index < length; index++) {
    steps.push({ kind: index === changed ? 'pair' : 'same', before: index, after: index })
  }
  return steps
}

/** Content and sensitivity; an element that is not wholly known equals none. */
function contentKeys(list: MarkedList, side: string): string[] {
  return list.values.map((value, index) => {
    if (marksAnything(childMark(list.unknown, index))) return `${side}${index}`
    const mark = childMark(list.sensitive, index)
    return marksAnything(mark) ? `${canonicalText(value)} ${canonicalText(mark)}` : canonicalText(value)
  })
}

function pairAcross(
  before: readonly Json[],
  after: readonly Json[],
  gaps: readonly Gap[],
  effort: Effort,
): Map<number, number> {
  const removed = gaps.flatMap((gap) => gap.before)
  const added = gaps.flatMap((gap) => gap.after)
  if (removed.length === 0 || added.length === 0) return new Map<number, number>()
  return pairObjects(before, removed, after, added, effort)
}

/** What is not an object is paired by place: when the gap has as many on both sides, or the texts are long. */
function pairInPlace(
  before: readonly Json[],
  after: readonly Json[],
  gap: Gap,
  pairs: Map<number, number>,
): void {
  const taken = new Set(pairs.values())
  const left = gap.before.filter((index) => !taken.has(index) && !isObject(before[index]))
  const right = gap.after.filter((index) => !pairs.has(index) && !isObject(after[index]))
  const equalCount = left.length === right.length
  for (const [position, index] of right.entries()) {
    const partner = left[position]
    if (partner === undefined) continue
    if (equalCount || (isLong(before[partner]) && isLong(after[index]))) pairs.set(index, partner)
  }
}

function isLong(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length > longString
}
