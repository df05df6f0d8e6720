import type { Fold, Inlines, List, Rank, Section, Table, TableRow } from './section.ts'
import { leftOutNote } from './left-out.ts'

/** What things cost when they are printed, joins to their neighbours included. In the unit of the limit. */
export interface Costs {
  /** Sections in the place of one. */
  sections(sections: readonly Section[], inFold: boolean): number
  row(table: Table, row: TableRow): number
  item(item: Inlines): number
  /** A fold, table or list with nothing in it. */
  frame(box: Fold | Table | List): number
}

/** The least that is kept or left out as one: a section that holds no others, a table row, a list item. */
export interface Unit {
  readonly kind: 'unit'
  readonly rank: Rank
  readonly parent: Box
  /** Set for a section, so that it can be shown in part. */
  readonly section: Section | undefined
  readonly row: TableRow | undefined
  readonly item: Inlines | undefined
  /** Known once it was printed; -1 before. */
  cost: number
  kept: 'no' | 'whole' | 'part'
  /** What stands for the section when it is kept in part. */
  part: readonly Section[]
}

/** Something that holds units and other boxes. It is printed when something in it is. */
export interface Box {
  readonly kind: 'box'
  readonly rank: Rank
  readonly parent: Box | undefined
  readonly source: Fold | Table | List | undefined
  readonly inFold: boolean
  readonly children: Node[]
  /** Only tables have one: takes the place of the rows. */
  compact: Node | undefined
  /** Bit n is set when something of rank n is inside: what has none of a rank is not looked through for it. */
  ranks: number
  /** Known once they were printed; -1 before. */
  frame: number
  note: number
  compacted: boolean
  opened: boolean
  /** Children that are not complete yet. At 0 the room for the note is given back. */
  missing: number
}

export type Node = Unit | Box

/** For what a note may say besides numbers. */
const WORDS_ROOM = 120

/** The tree of a document's sections. Nothing is printed yet. */
export function budgetTree(sections: readonly Section[]): Box {
  const top = newBox(undefined, undefined, false, 0)
  return filled(
    top,
    sections.map((section) => nodeOf(section, top, false)),
  )
}

function nodeOf(section: Section, parent: Box, inFold: boolean): Node {
  switch (section.kind) {
    case 'fold': {
      if (section.sections.length === 0) break
      const box = newBox(section, parent, true, section.rank)
      return filled(
        box,
        section.sections.map((child) => nodeOf(child, box, true)),
      )
    }
    case 'table': {
      if (section.rows.length === 0) break
      const box = newBox(section, parent, inFold, section.rank)
      if (section.compact !== undefined && section.rows.some((row) => row.rank === 0)) {
        box.compact = nodeOf(section.compact, box, inFold)
      }
      return filled(
        box,
        section.rows.map((row) => newUnit(row.rank, box, undefined, row, undefined)),
      )
    }
    case 'list': {
      if (section.items.length === 0) break
      const box = newBox(section, parent, inFold, section.rank)
      return filled(
        box,
        section.items.map((item) => newUnit(section.rank, box, undefined, undefined, item)),
      )
    }
    case 'heading':
    case 'text':
    case 'attribute-diff':
    case 'line-diff':
    case 'code':
    case 'graph':
      break
  }
  return newUnit(section.rank, parent, section, undefined, undefined)
}

function newUnit(
  rank: Rank,
  parent: Box,
  section: Unit['section'],
  row: Unit['row'],
  item: Unit['item'],
): Unit {
  return { kind: 'unit', rank, parent, section, row, item, cost: -1, kept: 'no', part: [] }
}

function newBox(source: Box['source'], parent: Box | undefined, inFold: boolean, rank: Rank): Box {
  return {
    kind: 'box',
    rank,
    parent,
    source,
    inFold,
    children: [],
    compact: undefined,
    ranks: source?.kind === 'fold' && rank === 0 ? 1 : 0,
    frame: -1,
    note: -1,
    compacted: false,
    opened: false,
    missing: 0,
  }
}

function filled(box: Box, children: readonly Node[]): Box {
  for (const child of children) {
    box.children.push(child)
    box.ranks |= ranksOf(child)
  }
  if (box.compact !== undefined) box.ranks |= ranksOf(box.compact)
  box.missing = children.length
  return box
}

const ranksOf = (node: Node): number => (node.kind === 'unit' ? 1 << node.rank : node.ranks)

/** What the children of a box are called. */
export function nounOf(source: Box['source']): string {
  if (source === undefined) return 'sections'
  return source.kind === 'list' ? 'items' : source.noun
}

/** The nodes that count, after the choice between rows and their compact form. */
export function childrenOf(box: Box): readonly Node[] {
  return box.compacted && box.compact !== undefined ? [box.compact] : box.children
}

/** The rows of a compacted table that its compact form does not speak for. */
export function uncovered(box: Box): readonly Node[] {
  return box.children.filter((child) => child.rank !== 0)
}

/** Back to the start: nothing kept, the choices about compact forms as they are. */
export function reset(node: Node): void {
  if (node.kind === 'unit') {
    node.kept = 'no'
    node.part = []
    return
  }
  node.opened = false
  const children = childrenOf(node)
  // Rows that the compact form does not speak for stay out for good.
  node.missing = children.length + (node.compacted && uncovered(node).length > 0 ? 1 : 0)
  for (const child of children) reset(child)
}

/** What a unit costs when it is kept whole. Printed once, when first asked for. */
export function costOf(unit: Unit, costs: Costs): number {
  if (unit.cost < 0) unit.cost = measured(unit, costs)
  return unit.cost
}

function measured({ section, row, item, parent }: Unit, costs: Costs): number {
  if (section !== undefined) return costs.sections([section], parent.inFold)
  if (row !== undefined && parent.source?.kind === 'table') return costs.row(parent.source, row)
  return item === undefined ? 0 : costs.item(item)
}

/** What a box costs besides what is in it. */
export function frameOf(box: Box, costs: Costs): number {
  if (box.compacted || box.source === undefined) return 0
  if (box.frame < 0) box.frame = costs.frame(box.source)
  return box.frame
}

/** Room for the line that says what is left out of a box. */
export function noteRoom(box: Box, costs: Costs): number {
  if (box.note < 0) {
    const lengths = [1, box.children.length].map((count) =>
      costs.sections([leftOutNote(count, nounOf(box.source), true)], box.inFold),
    )
    box.note = Math.max(...lengths) + (box.source?.kind === 'list' ? 0 : WORDS_ROOM)
  }
  return box.note
}
