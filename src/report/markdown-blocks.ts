import type {
  AttributeDiff,
  Code,
  Fold,
  Graph,
  Inlines,
  LineDiff,
  Section,
  Table,
  TableRow,
} from './section.ts'
import { attributeLines, lineDiffLines } from './attribute-lines.ts'
import { codeFence, tableCell } from './escape.ts'
import { gitHubHtmlInlines, markdownInlines } from './inlines.ts'
import { mermaidText } from './mermaid.ts'

/**
 * Sections as GitHub Markdown. Each block's text depends on nothing around it but the depth, so that the length of a
 * whole is the sum of its blocks and what joins them: the budget counts with that.
 */

/** Between two blocks, and between two rows of a table or items of a list. */
export const BLOCK_JOIN = '\n\n'
export const ROW_JOIN = '\n'
const FOLD_END = '</details>'
/** What a fold costs besides its head and its sections, each with a join before it. */
export const FOLD_FRAME = `${BLOCK_JOIN}${FOLD_END}`

const toneNames = { caution: 'CAUTION', warning: 'WARNING', note: 'NOTE' } as const
const toneWords = { caution: 'Caution', warning: 'Warning', note: 'Note' } as const

/** One section, without line ends around it; '' when there is nothing to show. `inFold`: it stands inside a fold. */
export function markdownBlock(section: Section, inFold: boolean): string {
  switch (section.kind) {
    case 'heading': {
      const text = markdownInlines(section.text)
      // The report's own title is level 2.
      return text === '' ? '' : `${'#'.repeat(section.level + 2)} ${text}`
    }
    case 'text': {
      const text = markdownInlines(section.text)
      if (text === '' || section.tone === undefined) return text
      // GitHub renders alerts at the top level only.
      if (inFold) return `<b>${toneWords[section.tone]}:</b> ${text}`
      return `> [!${toneNames[section.tone]}]\n> ${text}`
    }
    case 'list':
      return section.items.map(markdownItem).join(ROW_JOIN)
    case 'table':
      return [markdownTableHead(section), ...section.rows.map((row) => markdownRow(section, row))].join(
        ROW_JOIN,
      )
    case 'attribute-diff':
    case 'line-diff':
    case 'code':
    case 'graph':
      return printed(section, 'fence', () => fence(section))
    case 'fold': {
      const inner = markdownBlocks(section.sections, true)
      // The empty lines make GitHub read Markdown between the tags, and the closing tag as a tag.
      return `${markdownFoldHead(section)}${BLOCK_JOIN}${inner === '' ? '' : `${inner}${BLOCK_JOIN}`}${FOLD_END}`
    }
  }
}

function fence(section: AttributeDiff | LineDiff | Code | Graph): string {
  switch (section.kind) {
    case 'attribute-diff': {
      const lines = attributeLines(section)
      return lines.length === 0 ? '' : codeFence(lines.join('\n'), 'diff')
    }
    case 'line-diff':
      return section.lines.length === 0 ? '' : codeFence(lineDiffLines(section.lines).join('\n'), 'diff')
    case 'code':
      return section.text === '' ? '' : codeFence(section.text.replace(/\n$/, ''), section.language)
    case 'graph': {
      const drawing = mermaidText(section)
      const heading = markdownBlock({ kind: 'heading', rank: 0, level: 2, text: [section.title] }, false)
      return drawing === undefined ? '' : `${heading}${BLOCK_JOIN}\`\`\`mermaid\n${drawing}\n\`\`\``
    }
  }
}

/** As what a piece is printed; of a row, how many columns the table has. */
type Variant = 'item' | 'fold' | 'open fold' | 'fence' | number

interface Printed {
  readonly variant: Variant
  readonly text: string
}

const known = new WeakMap<object, Printed>()

/**
 * The text of one piece of a report, printed once: it is asked for its length first, then for itself, and again in the
 * comment, in what tells whether the comment has changed, and in the job summary.
 */
function printed(piece: object, variant: Variant, print: () => string): string {
  const before = known.get(piece)
  if (before?.variant === variant) return before.text
  const text = print()
  known.set(piece, { variant, text })
  return text
}

/** Sections one after the other. */
export function markdownBlocks(sections: readonly Section[], inFold: boolean): string {
  const blocks: string[] = []
  let listBefore: '-' | '*' | undefined
  for (const section of sections) {
    let block = markdownBlock(section, inFold)
    if (block === '') continue
    if (section.kind === 'list') {
      // Two lists in a row with one mark would be one list.
      if (listBefore === '-') block = block.replace(/^-/gm, '*')
      listBefore = listBefore === '-' ? '*' : '-'
    } else {
      listBefore = undefined
    }
    blocks.push(block)
  }
  return blocks.join(BLOCK_JOIN)
}

export function markdownItem(item: Inlines): string {
  return printed(item, 'item', () => `- ${markdownInlines(item)}`)
}

/** A table has one column at least: Markdown knows none without. */
const columnsOf = (table: Table): Table['columns'] =>
  table.columns.length === 0 ? [{ title: '' }] : table.columns

export function markdownTableHead(table: Table): string {
  const columns = columnsOf(table)
  const titles = columns.map(({ title }) => tableCell(title))
  const marks = columns.map(({ align }) => (align === 'right' ? '--:' : align === 'left' ? ':--' : '---'))
  return `${rowOf(titles)}\n${rowOf(marks)}`
}

/** Cells that are too many go into the last column: GitHub would drop them. */
export function markdownRow(table: Table, row: TableRow): string {
  const width = columnsOf(table).length
  return printed(row, width, () => {
    const cells = row.cells.map((cell) => markdownInlines(cell, true))
    if (cells.length === width) return rowOf(cells)
    const filled = Array.from({ length: width }, (_, index) => cells[index] ?? '')
    return rowOf([...filled.slice(0, -1), [filled.at(-1) ?? '', ...cells.slice(width)].join(' ')])
  })
}

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export function markdownFoldHead(fold: Fold): string {
  return printed(fold.summary, fold.open ? 'open fold' : 'fold', () => {
    const summary = gitHubHtmlInlines(fold.summary).trim()
    return `<details${fold.open ? ' open' : ''}>\n<summary>${summary === '' ? 'Details' : summary}</summary>`
  })
}
