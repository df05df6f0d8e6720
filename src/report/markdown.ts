import type { ReportDocument } from './document.ts'
import type { Inlines, Section } from './section.ts'
import { fit } from './budget.ts'
import type { Costs } from './budget-tree.ts'
import { markdownInlines, plainInlines } from './inlines.ts'
import { amount } from './left-out.ts'
import type { LeftOut } from './left-out.ts'
import {
  BLOCK_JOIN,
  FOLD_FRAME,
  ROW_JOIN,
  markdownBlock,
  markdownBlocks,
  markdownFoldHead,
  markdownItem,
  markdownRow,
  markdownTableHead,
} from './markdown-blocks.ts'
import { beginning, longestPrefix } from './shorten.ts'

export interface MarkdownOptions {
  /** The most the text may be long, in the unit of `lengthOf`. At least 500. */
  readonly limit: number
  /** Default: UTF-16 code units, as GitHub's limit for comments is met by. */
  readonly lengthOf?: (text: string) => number
  /** Where all of it can be read. Named when something is left out. */
  readonly fullReport?: { readonly text: string; readonly href: string }
}

export interface MarkdownReport {
  readonly text: string
  /** True when nothing was left out, shortened or replaced by a compact form. */
  readonly complete: boolean
  readonly leftOut: readonly LeftOut[]
}

/** Plain symbols, no emoji: they are part of the first line, which is all that a mail client may show. */
export const toneSymbols = { good: '\u2713', changed: '\u00b1', bad: '\u2717' } as const

/**
 * The report as GitHub Markdown, never longer than `limit`. The first line is a heading with the title and the
 * verdict; what does not fit gives way as `fit` says; the verdict never does, and only its end when it alone is too long.
 */
export function toMarkdown(document: ReportDocument, options: MarkdownOptions): MarkdownReport {
  const lengthOf = options.lengthOf ?? ((text: string) => text.length)
  const { limit } = options
  const head = headLine(document, Math.floor(limit / 2), lengthOf)
  const foot = footLine(document.footer, Math.floor(limit / 8), lengthOf)
  const vital = remark(options, true)
  const room = limit - lengthOf(head.text) - (foot.text === '' ? 0 : lengthOf(`${BLOCK_JOIN}${foot.text}`))
  const longestRemark = Math.max(lengthOf(vital), lengthOf(remark(options, false)))
  const shortened = room - longestRemark - lengthOf(BLOCK_JOIN)

  const fitted = fit(document.sections, { whole: room, shortened }, costsIn(lengthOf))
  const complete = fitted.shown === 'all' && head.complete && foot.complete
  const note = complete ? '' : remark(options, fitted.shown === 'vital')
  const body = markdownBlocks(fitted.sections, false)
  const text = [head.text, note, body, foot.text].filter((block) => block !== '').join(BLOCK_JOIN)
  if (lengthOf(text) <= limit) return { text, complete, leftOut: fitted.leftOut }
  return lastRung(document, options, lengthOf)
}

/** What each thing costs with the line ends before it. */
function costsIn(lengthOf: (text: string) => number): Costs {
  const join = lengthOf(BLOCK_JOIN)
  const rowJoin = lengthOf(ROW_JOIN)
  return {
    sections: (sections, inFold) => join + lengthOf(markdownBlocks(sections, inFold)),
    row: (table, row) => rowJoin + lengthOf(markdownRow(table, row)),
    item: (item) => rowJoin + lengthOf(markdownItem(item)),
    frame(box) {
      if (box.kind === 'fold') return join + lengthOf(markdownFoldHead(box)) + lengthOf(FOLD_FRAME)
      return box.kind === 'table' ? join + lengthOf(markdownTableHead(box)) : join
    },
  }
}

interface Line {
  readonly text: string
  readonly complete: boolean
}

function headLine(document: ReportDocument, max: number, lengthOf: (text: string) => number): Line {
  const lead = `## ${toneSymbols[document.tone]} `
  // Escaped as one text: the title's last word may become something with the colon (`:tada` and `:`).
  const line = (title: string, verdict: Inlines): string => {
    const colon = title !== '' && plainInlines(verdict) !== '' ? ': ' : ''
    return `${lead}${markdownInlines([`${title}${colon}`, ...verdict])}`.trimEnd()
  }
  const whole = line(document.title.trim(), document.verdict)
  if (lengthOf(whole) <= max) return { text: whole, complete: true }
  // The title gives way before the verdict.
  const alone = line('', document.verdict)
  if (lengthOf(alone) <= max) return { text: alone, complete: false }
  const words = plainInlines(document.verdict).length
  const cut = longestPrefix(
    Math.min(words, max),
    max,
    (verdict: Inlines) => lengthOf(line('', verdict)),
    (count) => beginning(document.verdict, count),
  )
  return { text: line('', cut ?? []), complete: false }
}

function footLine(footer: Inlines, max: number, lengthOf: (text: string) => number): Line {
  const text = markdownInlines(footer)
  if (text === '') return { text: '', complete: true }
  const line = `<sub>${text}</sub>`
  return lengthOf(line) <= max ? { text: line, complete: true } : { text: '', complete: false }
}

/** Says at the top that something is missing, and where it is. */
function remark({ fullReport }: MarkdownOptions, vital: boolean): string {
  const missing = vital
    ? 'This report is too long for GitHub: even what matters most is shown in short here.'
    : 'This report is too long for GitHub: details are left out here, and it says where.'
  return markdownBlock(
    {
      kind: 'text',
      rank: 0,
      tone: vital ? 'warning' : 'note',
      text: [missing, ...linkTo(fullReport)],
    },
    false,
  )
}

function linkTo(fullReport: MarkdownOptions['fullReport']): Inlines {
  if (fullReport === undefined) return []
  return [' All of it: ', { link: [fullReport.text], href: fullReport.href }, '.']
}

/** The verdict, how much there is in all, and where to read it. */
function lastRung(
  document: ReportDocument,
  { limit, fullReport }: MarkdownOptions,
  lengthOf: (text: string) => number,
): MarkdownReport {
  const leftOut = rowCounts(document.sections)
  const counts = leftOut.slice(0, 5).map(({ noun, count }) => amount(count, noun))
  const block = (text: Inlines): string =>
    markdownBlock({ kind: 'text', rank: 0, tone: 'warning', text }, false)
  const candidates = [
    block([`The details are too long to be shown here: ${counts.join(', ')}.`, ...linkTo(fullReport)]),
    block(['The details are too long to be shown here.', ...linkTo(fullReport)]),
    block(['The details are too long to be shown here.']),
    '',
  ]
  for (const sentence of counts.length === 0 ? candidates.slice(1) : candidates) {
    const rest = sentence === '' ? 0 : lengthOf(`${BLOCK_JOIN}${sentence}`)
    // At least 200 for the verdict, as long as there is a sentence to give way.
    if (sentence !== '' && limit - rest < 200) continue
    const head = headLine(document, limit - rest, lengthOf)
    const text = [head.text, sentence].filter((part) => part !== '').join(BLOCK_JOIN)
    if (lengthOf(text) <= limit) return { text, complete: false, leftOut }
  }
  return { text: '', complete: false, leftOut }
}

/** All rows of all tables, by noun. */
function rowCounts(sections: readonly Section[]): LeftOut[] {
  const counts = new Map<string, number>()
  const visit = (section: Section): void => {
    if (section.kind === 'fold') section.sections.forEach(visit)
    else if (section.kind === 'table' && section.rows.length > 0) {
      counts.set(section.noun, (counts.get(section.noun) ?? 0) + section.rows.length)
    }
  }
  sections.forEach(visit)
  return [...counts].map(([noun, count]) => ({ noun, count }))
}
