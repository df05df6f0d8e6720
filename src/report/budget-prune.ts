import type { Heading, Inlines, Section, TableRow } from './section.ts'
import type { Box, Costs, Node, Unit } from './budget-tree.ts'
import { nounOf, noteRoom, uncovered } from './budget-tree.ts'
import { plainInlines } from './inlines.ts'
import { breakdownOf, leftOutNote } from './left-out.ts'
import type { LeftOut } from './left-out.ts'

export interface Pruned {
  readonly sections: readonly Section[]
  /** Summed by noun over the whole report; what is inside of something left out is not counted again. */
  readonly leftOut: readonly LeftOut[]
}

interface Work {
  readonly costs: Costs
  readonly counts: Map<string, number>
}

/** The sections that were kept, with a line at each place where something is missing. */
export function prune(top: Box, costs: Costs): Pruned {
  const counts = new Map<string, number>()
  const sections = sectionsOf(top, { costs, counts })
  return { sections, leftOut: [...counts].map(([noun, count]) => ({ noun, count })) }
}

function sectionsOf(box: Box, work: Work): Section[] {
  const { children } = box
  const sections: Section[] = []
  children.forEach((child, index) => {
    if (child.kind === 'box') {
      if (child.opened) sections.push(...boxSections(child, work))
    } else if (child.kept !== 'no' && !isBareHeading(children, index)) {
      sections.push(...unitSections(child))
    }
  })
  return [...sections, ...noteOn(box, children, work)]
}

function boxSections(box: Box, work: Work): Section[] {
  const { source } = box
  if (source === undefined) return sectionsOf(box, work)
  switch (source.kind) {
    case 'fold':
      return [{ ...source, sections: sectionsOf(box, work) }]
    case 'list': {
      const items = keptOf(box).flatMap(({ item }): Inlines[] => (item === undefined ? [] : [item]))
      return [...(items.length === 0 ? [] : [{ ...source, items }]), ...noteOn(box, box.children, work)]
    }
    case 'table': {
      if (box.compacted && box.compact !== undefined) return compactSections(box, box.compact, work)
      const rows = keptOf(box).flatMap(({ row }): TableRow[] => (row === undefined ? [] : [row]))
      return [...(rows.length === 0 ? [] : [{ ...source, rows }]), ...noteOn(box, box.children, work)]
    }
  }
}

function compactSections(box: Box, compact: Node, work: Work): Section[] {
  const shown = compact.kind === 'unit' ? unitSections(compact) : boxSections(compact, work)
  return [...shown, ...noteOn(box, uncovered(box), work)]
}

function unitSections(unit: Unit): readonly Section[] {
  if (unit.kept === 'no') return []
  return unit.kept === 'part' || unit.section === undefined ? unit.part : [unit.section]
}

const keptOf = (box: Box): Unit[] =>
  box.children.filter((node): node is Unit => node.kind === 'unit' && node.kept !== 'no')

const isOut = (node: Node): boolean => (node.kind === 'unit' ? node.kept === 'no' : !node.opened)

const headingOf = (node: Node | undefined): Heading | undefined =>
  node?.kind === 'unit' && node.section?.kind === 'heading' ? node.section : undefined

/** A heading under which all is left out says nothing, unless it is of rank 0. */
function isBareHeading(children: readonly Node[], index: number): boolean {
  const heading = headingOf(children[index])
  if (heading === undefined || heading.rank === 0) return false
  let anything = false
  for (let at = index + 1; at < children.length; at++) {
    const node = children[at]
    if (node === undefined) break
    const next = headingOf(node)
    if (next !== undefined) {
      if (next.level <= heading.level) break
      continue
    }
    if (!isOut(node)) return false
    anything = true
  }
  return anything
}

function noteOn(box: Box, among: readonly Node[], work: Work): Section[] {
  const out = among.filter((node) => isOut(node) && headingOf(node) === undefined)
  if (out.length === 0) return []
  const noun = nounOf(box.source)
  work.counts.set(noun, (work.counts.get(noun) ?? 0) + out.length)
  const more = out.length < box.children.length
  const detailed = namedFolds(out) ?? leftOutNote(out.length, noun, more, rowKinds(out))
  const fits = work.costs.sections([detailed], box.inFold) <= noteRoom(box, work.costs)
  return [fits ? detailed : leftOutNote(out.length, noun, more)]
}

/** `8 create, 4 update`: the first cells of rows, counted; '' where they say nothing or too much. */
function rowKinds(nodes: readonly Node[]): string {
  return breakdownOf(
    nodes.map((node) => (node.kind === 'unit' ? plainInlines(node.row?.cells[0] ?? []).trim() : '')),
  )
}

/** `Left out: 12 outputs to change`: a few folds by what their summaries say. */
function namedFolds(out: readonly Node[]): Section | undefined {
  if (out.length > 3) return undefined
  const names = out.map((node) =>
    node.kind === 'box' && node.source?.kind === 'fold' ? plainInlines(node.source.summary).trim() : '',
  )
  if (names.some((name) => name === '' || name.length > 60)) return undefined
  return { kind: 'text', rank: 0, text: [{ emphasis: [`Left out: ${names.join('; ')}`] }] }
}
