import type { ReportDocument } from './document.ts'
import type { Part } from './part.ts'
import type { Fold, Inline, Inlines, Rank, Section } from './section.ts'
import { countOf, countWords, secondsText } from './words.ts'

export interface OverviewOptions {
  /** In the singular: `Terraform plan`. */
  readonly title: string
  /** Said before everything else: what was left out, what could not be done. */
  readonly notes?: readonly Section[]
  /** How many stacks there are, where only those that a change touches were looked at. Default 0: it is not known. */
  readonly found?: number
  /** Leaves out what differs from run to run by itself, time and link: to tell whether anything was said anew. */
  readonly stable?: boolean
}

/** Merges parts into one document: one part is shown whole, several get a table with a row each and a fold each. */
export function documentOf(parts: readonly Part[], options: OverviewOptions): ReportDocument {
  const [only] = parts
  const { notes = [], found = 0 } = options
  if (parts.length === 1 && only !== undefined) {
    return {
      title: `${options.title} · ${subjectName(only)}`,
      verdict: only.headline,
      tone: toneOf(parts),
      sections: [...notes, ...only.sections],
      footer: footerOf(parts, options),
    }
  }
  return {
    title: `${options.title}s`,
    verdict: verdictOf(parts, found),
    tone: parts.length === 0 && found > 0 ? untouchedTone(notes) : toneOf(parts),
    sections: [...notes, ...(parts.length === 0 ? [] : [table(parts, options)]), ...folds(parts)],
    footer: footerOf(parts, options),
  }
}

function toneOf(parts: readonly Part[]): ReportDocument['tone'] {
  // Nothing judged is nothing verified.
  if (parts.length === 0 || parts.some((part) => part.verdict.kind !== 'ok')) return 'bad'
  return parts.some((part) => part.status !== 'ok') ? 'changed' : 'good'
}

/** A caution, of a stack that is gone, is nothing to be at ease about. */
function untouchedTone(notes: readonly Section[]): ReportDocument['tone'] {
  return notes.some((note) => note.kind === 'text' && note.tone === 'caution') ? 'changed' : 'good'
}

/** Sums of all counts of all parts. */
export function totals(parts: readonly Part[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const part of parts) {
    for (const [name, count] of Object.entries(part.counts)) sums[name] = (sums[name] ?? 0) + count
  }
  return sums
}

function subjectName({ subject: { name, workspace } }: Part): string {
  const shown = name === '.' ? 'repository root' : name
  // The name of a stack with several workspaces says which it is.
  return workspace === undefined || name.endsWith(`@${workspace}`) ? shown : `${shown} (${workspace})`
}

function verdictOf(parts: readonly Part[], found: number): Inlines {
  if (parts.length === 0) {
    return [found === 0 ? 'No stacks found' : `This change touches none of ${countOf(found, 'stack')}`]
  }
  const failed = parts.filter((part) => part.verdict.kind !== 'ok').length
  const changed = parts.filter((part) => part.verdict.kind === 'ok' && part.status !== 'ok').length
  const words: Inline[] = []
  if (failed > 0) words.push({ strong: [`${failed} of ${countOf(parts.length, 'stack')} failed`] })
  if (changed > 0)
    words.push({
      strong: [
        failed > 0 ? `${changed} to change` : `${changed} of ${countOf(parts.length, 'stack')} to change`,
      ],
    })
  const sums = totals(parts)
  if (words.length === 0) {
    const drift = sums['drift'] ?? 0
    const outside = drift > 0 ? `, ${countOf(drift, 'resource')} changed outside` : ''
    return [`No changes in ${countOf(parts.length, 'stack')}${outside}`]
  }
  const counts = countWords(sums)
  const all = counts === '' ? words : [...words, counts]
  return all.flatMap((word, index) => (index === 0 ? [word] : [index < words.length ? ', ' : ': ', word]))
}

/** Failed, then changed, then changed outside, then the quiet ones; within that in order of name. */
function order(part: Part): number {
  if (part.verdict.kind !== 'ok') return 0
  const lost = (part.counts['destroy'] ?? 0) + (part.counts['replace'] ?? 0)
  if (part.status !== 'ok') return lost > 0 ? 1 : 2
  return hasDrift(part) ? 3 : QUIET
}

const QUIET = 4

const hasDrift = ({ counts }: Part): boolean => (counts['drift'] ?? 0) > 0

const sorted = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => order(a) - order(b) || (subjectName(a) < subjectName(b) ? -1 : 1))

const ROW_RANKS: readonly Rank[] = [0, 0, 1, 4]

function table(parts: readonly Part[], { stable }: OverviewOptions): Section {
  return {
    kind: 'table',
    rank: 0,
    noun: 'stacks',
    columns: [{ title: '' }, { title: 'Stack' }, { title: 'Result' }, { title: 'Time', align: 'right' }],
    rows: sorted(parts).map((part) => ({
      rank: ROW_RANKS[order(part)] ?? 6,
      cells: [
        [symbol(part)],
        [{ code: subjectName(part) }],
        part.headline,
        [stable === true ? '' : secondsText(part.seconds)],
      ],
    })),
  }
}

function symbol(part: Part): string {
  if (part.verdict.kind !== 'ok') return '❌'
  return part.status === 'ok' ? '✅' : '📝'
}

function folds(parts: readonly Part[]): Section[] {
  const shown = sorted(parts).filter((part) => order(part) < QUIET || part.findings.length > 0)
  return shown.map((part): Fold => ({
    kind: 'fold',
    rank: order(part) < 2 ? 1 : 2,
    // What is lost or failed is seen without a click.
    open: order(part) < 2 || shown.length === 1,
    noun: 'details',
    summary: [`${symbol(part)} `, { code: subjectName(part) }, ' ', ...part.headline],
    sections: part.sections,
  }))
}

function footerOf(parts: readonly Part[], { stable }: OverviewOptions): Inlines {
  const [first] = parts
  if (first === undefined) return []
  const tools = [...new Set(parts.map(({ facts }) => toolName(facts)).filter((name) => name !== ''))]
  const digest = parts.length === 1 ? first.facts['plan-digest'] : undefined
  const pieces: Inlines[] = [
    ...(first.run.sha === '' ? [] : [['commit ', { code: first.run.sha.slice(0, 12) }]]),
    ...(tools.length === 0 ? [] : [[tools.join(', ')]]),
    ...(digest === undefined ? [] : [['plan ', { code: digest.slice(0, 12) }]]),
    ...(stable === true ? [] : [[secondsText(parts.reduce((sum, part) => Math.max(sum, part.seconds), 0))]]),
    ...(stable === true || first.run.url === undefined ? [] : [[{ link: ['job log'], href: first.run.url }]]),
  ]
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [' · ', ...piece]))
}

function toolName(facts: Readonly<Record<string, string>>): string {
  const { tool, version } = facts
  if (tool === undefined) return ''
  return `${tool === 'tofu' ? 'OpenTofu' : 'Terraform'}${version === undefined ? '' : ` ${version}`}`
}
