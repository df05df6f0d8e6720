import { openLines, shownValue } from '../attribute-lines.ts'
import { htmlAttribute } from '../escape.ts'
import type { AttributeChange, ShownValue } from '../resource-change.ts'
import type { AttributeDiff } from '../section.ts'
import { countOf } from '../words.ts'
import { lineDiffHtml } from './lines.ts'
import { markedPair, valueHtml } from './marks.ts'

/** Attributes as a table: `Attribute | Before | After`, or `Attribute | Value` where all come or all go. */
export function attributeDiffHtml({
  changes,
  unchanged,
}: Pick<AttributeDiff, 'changes' | 'unchanged'>): string {
  const hidden =
    unchanged === 0 ? '' : `<p class="quiet">${countOf(unchanged, 'unchanged attribute')} not shown</p>`
  if (changes.length === 0) return hidden
  const columns = columnsOf(changes)
  const head = ['Attribute', ...columns].map((title) => `<th scope="col">${title}</th>`).join('')
  const rows = changes.map((change) => attributeRow(change, columns.length)).join('')
  return `<div class="sheet"><table class="attrs"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${hidden}</div>`
}

function columnsOf(changes: readonly AttributeChange[]): readonly string[] {
  if (changes.every((change) => openLines(change) !== undefined)) return ['Change']
  if (changes.every((change) => change.before.kind === 'absent')) return ['Value']
  if (changes.every((change) => change.after.kind === 'absent')) return ['Value before']
  return ['Before', 'After']
}

function attributeRow(change: AttributeChange, columns: number): string {
  const lines = openLines(change)
  const language =
    change.language === undefined || change.language === 'text' ? '' : change.language.toUpperCase()
  const labels = [
    change.forcesReplacement ? '<span class="badge k-replace">forces replacement</span>' : '',
    lines === undefined || language === '' ? '' : `<span class="pill">${language}</span>`,
  ]
  const cells =
    lines === undefined
      ? valueCells(change, columns)
      : `<td class="full" colspan="${columns}">${lineDiffHtml(lines)}</td>`
  return `<tr><th scope="row"><code>${htmlAttribute(change.path)}</code>${labels.join(' ')}</th>${cells}</tr>`
}

function valueCells({ before, after }: AttributeChange, columns: number): string {
  const bothShown = before.kind === 'value' && after.kind === 'value'
  const pair = bothShown ? markedPair(before.text, after.text) : undefined
  const old = `<td class="old">${valueCell(before, pair?.before)}</td>`
  const fresh = `<td class="new">${valueCell(after, pair?.after)}</td>`
  if (columns === 2) return old + fresh
  return before.kind === 'absent' ? fresh : old
}

function valueCell(value: ShownValue, marked: string | undefined): string {
  if (value.kind === 'value') return `<code>${marked ?? valueHtml(value.text)}</code>`
  if (value.kind === 'absent') return '<span class="none">not set</span>'
  return `<span class="pill">${htmlAttribute(shownValue(value))}</span>`
}
