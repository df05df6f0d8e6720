import { plainInlines } from './inlines.ts'
import type { Part } from './part.ts'
import type { Fold, Inlines, Rank, Section, TableRow } from './section.ts'
import { beginning } from './shorten.ts'
import { secondsText } from './words.ts'

/** A row is one line: more of a headline stands in the details. Characters. */
const HEADLINE_LENGTH = 300
const NAME_LENGTH = 200

/** Nothing was applied, because it was not what had been reviewed. */
export const isRefused = ({ facts }: Part): boolean => facts['refused'] !== undefined

/** What is left of a stack that the change takes out of the repository. */
export const isGone = ({ facts }: Part): boolean => facts['gone'] === 'true'

export function subjectName({ subject: { name, workspace } }: Part): string {
  const shown = name === '.' ? 'repository root' : name.slice(0, NAME_LENGTH).toWellFormed()
  // The name of a stack with several workspaces says which it is.
  return workspace === undefined || name.endsWith(`@${workspace}`)
    ? shown
    : `${shown} (${workspace.slice(0, NAME_LENGTH).toWellFormed()})`
}

export function shortHeadline({ headline }: Part): Inlines {
  return plainInlines(headline).length <= HEADLINE_LENGTH ? headline : beginning(headline, HEADLINE_LENGTH)
}

/** Failed and unknown, then what is lost, then what waits, then changed, changed outside, and the quiet ones. */
function order(part: Part): number {
  const { verdict, status, counts } = part
  if (verdict.kind === 'failed' || verdict.kind === 'unknown') return 0
  const lost = (counts['destroy'] ?? 0) + (counts['replace'] ?? 0)
  if (status !== 'ok' && lost > 0) return 1
  if (verdict.kind === 'waiting') return 2
  if (status !== 'ok') return 3
  return (counts['drift'] ?? 0) > 0 ? 4 : QUIET
}

const QUIET = 5
const ROW_RANKS: readonly Rank[] = [0, 0, 1, 1, 4, 6]

const sorted = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => order(a) - order(b) || (subjectName(a) < subjectName(b) ? -1 : 1))

/** A table with a row for each stack, and one with a row for each chart. */
export function tablesOf(parts: readonly Part[], stable: boolean): Section[] {
  const charts = parts.filter(({ kind }) => kind === 'helm-lint')
  const stacks = parts.filter(({ kind }) => kind !== 'helm-lint')
  const urls = new Set(parts.map(({ run }) => run.url))
  const shown = { stable, linked: !stable && urls.size > 1 }
  return [
    ...(stacks.length === 0 ? [] : [table(stacks, { ...shown, title: 'Stack' })]),
    ...(charts.length === 0 ? [] : [table(charts, { ...shown, title: 'Chart' })]),
  ]
}

interface TableOptions {
  readonly title: 'Stack' | 'Chart'
  readonly stable: boolean
  /** Each row with a link to its own job. */
  readonly linked: boolean
}

function table(parts: readonly Part[], { title, stable, linked }: TableOptions): Section {
  return {
    kind: 'table',
    rank: 0,
    noun: `${title.toLowerCase()}s`,
    columns: [
      { title: '' },
      { title },
      { title: 'Result' },
      { title: 'Time', align: 'right' },
      ...(linked ? [{ title: 'Job' }] : []),
    ],
    rows: sorted(parts).map((part): TableRow => {
      const { url } = part.run
      return {
        rank: ROW_RANKS[order(part)] ?? 6,
        cells: [
          [symbol(part)],
          [{ code: subjectName(part) }],
          shortHeadline(part),
          [stable || part.seconds === 0 ? '' : secondsText(part.seconds)],
          ...(linked ? [url === undefined ? [] : [{ link: ['log'], href: url }]] : []),
        ],
      }
    }),
  }
}

function symbol(part: Part): string {
  const { verdict, status, kind } = part
  switch (verdict.kind) {
    case 'failed':
      return isRefused(part) ? '⛔' : '❌'
    case 'unknown':
      return '❓'
    case 'waiting':
      return '⏳'
    case 'ok':
      if (isGone(part)) return kind === 'terraform-apply' ? '✅' : '⚠️'
      return status === 'ok' || kind === 'terraform-apply' ? '✅' : '📝'
  }
}

/** The details of each part of which there are any. */
export function foldsOf(parts: readonly Part[]): Section[] {
  const shown = sorted(parts).filter(
    (part) => part.sections.length > 0 && (order(part) < QUIET || part.findings.length > 0),
  )
  return shown.map((part): Fold => ({
    kind: 'fold',
    rank: order(part) < 2 ? 1 : 2,
    // What is lost or failed is seen without a click.
    open: order(part) < 2 || shown.length === 1,
    noun: 'details',
    summary: [`${symbol(part)} `, { code: subjectName(part) }, ' ', ...shortHeadline(part)],
    sections: part.sections,
  }))
}
