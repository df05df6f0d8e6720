import type { Section } from './section.ts'
import type { Box, Costs, Node, Unit } from './budget-tree.ts'
import { budgetTree, childrenOf, costOf, frameOf, noteRoom, reset } from './budget-tree.ts'
import { prune } from './budget-prune.ts'
import type { Pruned } from './budget-prune.ts'
import { isLong, shorten } from './shorten.ts'

/**
 * Which parts of a report are shown when not all of it fits. The ladder, from the top:
 * 1. all of it;
 * 2. all of rank 0, then rank 1, 2, … as far as they fit; what comes first in the report comes first;
 * 3. the same with the longest texts of rank 0 shown in part;
 * 4. the same with compact forms in place of the rows of rank 0, in the biggest tables first;
 * 5. what fits of rank 0, in order.
 * From 2 on each place where something is missing says how much. A section counts with its own rank wherever it
 * stands; the folds around it come with it. Each section is printed once to know its length, and once something does
 * not fit not much more is printed, so that a report of 15,000 resources costs no more than what is shown of it.
 */
export interface Fit extends Pruned {
  /** `vital`: even of rank 0 something is shown in short or left out. */
  readonly shown: 'all' | 'shortened' | 'vital'
}

/** After so many sections of a rank that did not fit, the rest of the rank is not tried. */
const MAX_MISSES = 20
/** A text longer than this part of the limit is shown in part, so that it does not push out all others. */
const LONG_SHARE = 8

export interface Room {
  /** For all sections when nothing is left out. */
  readonly whole: number
  /** For the sections beside the remark that the report is shortened. */
  readonly shortened: number
}

interface Attempt {
  readonly costs: Costs
  readonly longest: (unit: Unit) => number
  /** Whether a section that does not fit may be shown in part, whatever its length. */
  readonly squeeze: boolean
  room: number
}

export function fit(sections: readonly Section[], room: Room, costs: Costs): Fit {
  const top = budgetTree(sections)
  if (fitsWhole(top, room.whole, costs)) return { shown: 'all', sections, leftOut: [] }

  const long = Math.floor(room.whole / LONG_SHARE)
  const attempt = (longVital: number, squeeze: boolean): Attempt => {
    reset(top)
    const started: Attempt = {
      costs,
      longest: (unit) => (unit.rank === 0 ? longVital : long),
      squeeze,
      room: room.shortened - noteRoom(top, costs),
    }
    top.opened = true
    return started
  }
  const lesserRanks = (current: Attempt): void => {
    for (let rank = 1; rank <= 9; rank++) admitRank(top, rank, current, MAX_MISSES)
  }

  const tables = compactable(top)
  // Tables are compacted 0, 1, 2, 4, … at a time: few tries even for thousands of stacks.
  for (let count = -1; count <= tables.length; count = nextCount(count, tables.length)) {
    for (const table of tables.slice(0, Math.max(0, count))) table.compacted = true
    const current = attempt(count < 0 ? Infinity : long, false)
    if (!admitRank(top, 0, current, 0)) continue
    lesserRanks(current)
    return { shown: count < 0 ? 'shortened' : 'vital', ...prune(top, costs) }
  }
  admitRank(top, 0, attempt(long, true), MAX_MISSES)
  return { shown: 'vital', ...prune(top, costs) }
}

function nextCount(count: number, all: number): number {
  if (count >= all) return all + 1
  return Math.min(all, count < 1 ? count + 1 : count * 2)
}

/** Tables that have a compact form, most rows of rank 0 first. */
function compactable(top: Box): Box[] {
  const found: { box: Box; rows: number }[] = []
  const visit = (node: Node): void => {
    if (node.kind === 'unit') return
    if (node.compact === undefined) node.children.forEach(visit)
    else found.push({ box: node, rows: node.children.filter((row) => row.rank === 0).length })
  }
  visit(top)
  return found.sort((a, b) => b.rows - a.rows).map(({ box }) => box)
}

/** Adds up until the room is used up. */
function fitsWhole(top: Box, room: number, costs: Costs): boolean {
  let used = 0
  const visit = (node: Node): boolean => {
    used += node.kind === 'unit' ? costOf(node, costs) : frameOf(node, costs)
    if (used > room) return false
    return node.kind === 'unit' || node.children.every(visit)
  }
  return visit(top)
}

/** Keeps the units of one rank in order; false when more than `misses` of them did not fit. */
function admitRank(top: Box, rank: number, attempt: Attempt, misses: number): boolean {
  let missed = 0
  const visit = (node: Node): boolean => {
    if (node.kind === 'unit') {
      if (node.rank === rank && !admit(node, attempt)) missed++
      return missed <= misses
    }
    if ((node.ranks & (1 << rank)) === 0) return true
    // What a fold of rank 0 says in its summary is of rank 0 itself.
    if (rank === 0 && node.rank === 0 && node.source?.kind === 'fold' && !open(node, 0, attempt)) missed++
    return missed <= misses && childrenOf(node).every(visit)
  }
  return visit(top) && missed <= misses
}

function admit(unit: Unit, attempt: Attempt): boolean {
  const longest = attempt.longest(unit)
  const cost = costOf(unit, attempt.costs)
  if (cost <= longest && open(unit.parent, cost, attempt)) {
    unit.kept = 'whole'
    complete(unit.parent, attempt)
    return true
  }
  if (unit.section === undefined || !isLong(unit.section)) return false
  if (cost <= longest && !attempt.squeeze) return false
  const { section } = unit
  const available = Math.min(longest, attempt.room - openingCost(unit.parent, attempt.costs))
  const part =
    available < 100
      ? undefined
      : shorten(section, available, (sections) => attempt.costs.sections(sections, unit.parent.inFold))
  if (part === undefined || !open(unit.parent, attempt.costs.sections(part, unit.parent.inFold), attempt)) {
    return false
  }
  unit.kept = 'part'
  unit.part = part
  complete(unit.parent, attempt)
  return true
}

function openingCost(box: Box, costs: Costs): number {
  let cost = 0
  for (let at: Box | undefined = box; at !== undefined && !at.opened; at = at.parent) {
    cost += frameOf(at, costs) + noteRoom(at, costs)
  }
  return cost
}

/** Takes `cost` from the room, and what the boxes around cost that are not opened yet; false when that is too much. */
function open(box: Box, cost: number, attempt: Attempt): boolean {
  const needed = cost + openingCost(box, attempt.costs)
  if (needed > attempt.room) return false
  attempt.room -= needed
  for (let at: Box | undefined = box; at !== undefined && !at.opened; at = at.parent) at.opened = true
  return true
}

/** One child more is complete. A box with all its children needs no room for a note. */
function complete(box: Box, attempt: Attempt): void {
  box.missing -= 1
  if (box.missing > 0) return
  attempt.room += noteRoom(box, attempt.costs)
  if (box.parent !== undefined) complete(box.parent, attempt)
}
