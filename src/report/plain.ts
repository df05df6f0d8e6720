import type { ReportDocument } from './document.ts'
import type { Section, Table } from './section.ts'
import { attributeLines, lineDiffLines } from './attribute-lines.ts'
import { plainInlines } from './inlines.ts'
import { toneSymbols } from './markdown.ts'
import { logSafe, visibleLine } from './visible.ts'

export interface PlainOptions {
  /** Most lines to print; the rest is counted. Default 200. */
  readonly lines?: number
  /** Print what is inside folds that are closed. Default false: only their summaries. */
  readonly details?: boolean
}

/** The report as short text for a log or a terminal: no colours, no line that the runner would take as a command. */
export function toPlain(document: ReportDocument, options: PlainOptions = {}): string {
  const max = options.lines ?? 200
  const title = [document.title, plainInlines(document.verdict)].filter((part) => part !== '').join(': ')
  const all = [
    `${toneSymbols[document.tone]} ${visibleLine(title)}`,
    ...document.sections.flatMap((section) => sectionLines(section, options.details === true)),
    ...(document.footer.length === 0 ? [] : [visibleLine(plainInlines(document.footer))]),
  ]
  const shown =
    all.length <= max ? all : [...all.slice(0, max - 1), `\u2026 ${all.length - max + 1} more lines`]
  return logSafe(shown.join('\n'))
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`))

function sectionLines(section: Section, details: boolean): string[] {
  switch (section.kind) {
    case 'heading':
      return ['', visibleLine(plainInlines(section.text))]
    case 'text': {
      const tone = section.tone === undefined ? '' : `${section.tone.toUpperCase()}: `
      return [`${tone}${visibleLine(plainInlines(section.text))}`]
    }
    case 'list':
      return section.items.map((item) => `- ${visibleLine(plainInlines(item))}`)
    case 'table':
      return tableLines(section)
    case 'attribute-diff':
      return indented(attributeLines(section))
    case 'line-diff':
      return indented(lineDiffLines(section.lines))
    case 'code':
      return indented(section.text.replace(/\n$/, '').split('\n'))
    case 'graph':
      return [] // a drawing; the text says the same
    case 'fold': {
      const summary = `${section.open || details ? '\u25be' : '\u25b8'} ${visibleLine(plainInlines(section.summary))}`
      if (!section.open && !details) return [summary]
      return [summary, ...indented(section.sections.flatMap((child) => sectionLines(child, details)))]
    }
  }
}

/** A column wider than this does not push the next ones to the right. */
const WIDEST = 60

function tableLines(table: Table): string[] {
  const rows = table.rows.map(({ cells }) => cells.map((cell) => visibleLine(plainInlines(cell))))
  const widths = table.columns.map((_, column) =>
    rows.reduce((width, row) => Math.max(width, Math.min(WIDEST, row[column]?.length ?? 0)), 0),
  )
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      table.columns[column]?.align === 'right'
        ? cell.padStart(widths[column] ?? 0)
        : cell.padEnd(widths[column] ?? 0),
    )
    return `  ${cells.join('  ')}`.trimEnd()
  })
}
