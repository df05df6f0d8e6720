import { htmlAttribute, htmlText } from '../escape.ts'
import { plainInlines } from '../inlines.ts'
import type { Table, TableRow } from '../section.ts'
import { badgeOf } from './badge.ts'
import { type Anchors, cellHtml } from './inlines.ts'

/** Rows in one `<table>`. A browser lays a table out in one go, so a long one is split and only what is in view is laid out. */
const rowsPerTable = 400

export function tableHtml(table: Table, anchors: Anchors): string {
  const { rows } = table
  const label = htmlAttribute(table.noun)
  if (rows.length <= rowsPerTable) {
    return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">${part(table, rows, anchors, '', false)}</div>`
  }
  const columns = columnWidths(table)
  const parts: string[] = []
  for (let from = 0; from < rows.length; from += rowsPerTable) {
    const some = rows.slice(from, from + rowsPerTable)
    parts.push(`<div class="later">${part(table, some, anchors, columns, from > 0)}</div>`)
  }
  return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">${parts.join('')}</div>`
}

function part(
  table: Table,
  rows: readonly TableRow[],
  anchors: Anchors,
  columns: string,
  next: boolean,
): string {
  const align = table.columns.map((column) => (column.align === 'right' ? ' class="right"' : ''))
  const head = table.columns
    .map((column, n) => `<th scope="col"${align[n] ?? ''}>${htmlText(column.title)}</th>`)
    .join('')
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, n) => `<td${align[n] ?? ''}>${cellHtml(cell, anchors)}</td>`).join('')
    return `<tr${rowClass(row)}>${cells}</tr>`
  })
  const sizes = columns === '' ? 'table' : next ? 'table fixed next' : 'table fixed'
  return `<table class="${sizes}">${columns}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function rowClass(row: TableRow): string {
  for (const cell of row.cells) {
    const badge = badgeOf(cell)
    if (badge !== undefined) return ` class="k-${badge.kind}"`
  }
  return ''
}

// Parts of one table must line up: shares by the longest cell, so that all parts agree.
function columnWidths(table: Table): string {
  const lengths = table.columns.map((column, n) => {
    const longest = table.rows.reduce(
      (most, row) => Math.max(most, plainInlines(row.cells[n] ?? []).length),
      0,
    )
    return Math.min(60, Math.max(8, column.title.length, longest))
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const cols = lengths.map((length) => `<col style="width:${((length / total) * 100).toFixed(1)}%">`)
  return `<colgroup>${cols.join('')}</colgroup>`
}
