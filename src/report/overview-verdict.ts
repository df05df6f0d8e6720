import { isGone, isRefused } from './overview-rows.ts'
import type { Part } from './part.ts'
import type { Inline, Inlines } from './section.ts'
import { countOf, countWords, doneWords } from './words.ts'

/** Sums of all counts of all parts. */
export function totals(parts: readonly Part[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const part of parts) {
    for (const [name, count] of Object.entries(part.counts)) sums.set(name, (sums.get(name) ?? 0) + count)
  }
  return Object.fromEntries(sums)
}

/**
 * Several parts in one line: what is red first, then what waits, what is to change or was applied, then how much in all.
 * What a stack that is gone still holds is not counted: nothing destroys it by itself.
 */
export function verdictWords(parts: readonly Part[]): Inlines {
  const stacks = parts.filter(({ kind }) => kind !== 'helm-lint')
  const charts = parts.filter(({ kind }) => kind === 'helm-lint')
  const pieces = [...stackWords(stacks), ...chartWords(charts, stacks.length > 0)]
  const counts = countsOf(stacks.filter((part) => !remains(part)))
  const joined = pieces.flatMap((piece, index): Inline[] => (index === 0 ? [piece] : [', ', piece]))
  return counts === '' || stacks.every(isQuiet) ? joined : [...joined, ': ', counts]
}

/** Of a stack that is gone: what nothing destroys by itself, as opposed to what was destroyed. */
const remains = (part: Part): boolean => isGone(part) && part.kind !== 'terraform-apply'

const isQuiet = ({ verdict, status }: Part): boolean => verdict.kind === 'ok' && status === 'ok'

function stackWords(stacks: readonly Part[]): Inline[] {
  if (stacks.length === 0) return []
  const living = stacks.filter((part) => !remains(part))
  const failed = stacks.filter((part) => part.verdict.kind === 'failed' && !isRefused(part))
  const refused = stacks.filter((part) => part.verdict.kind === 'failed' && isRefused(part))
  const changed = living.filter((part) => part.verdict.kind === 'ok' && part.status !== 'ok')
  const counted = [
    [failed.length, 'failed'],
    [refused.length, 'refused'],
    [stacks.filter(({ verdict }) => verdict.kind === 'unknown').length, 'without a result'],
    [stacks.filter(({ verdict }) => verdict.kind === 'waiting').length, 'waiting'],
    [changed.filter(({ kind }) => kind === 'terraform-plan').length, 'to change'],
    [changed.filter(({ kind }) => kind === 'terraform-apply').length, 'applied'],
    [stacks.filter((part) => remains(part) && part.verdict.kind === 'ok').length, 'gone'],
  ] as const
  const some = counted.filter(([count]) => count > 0)
  if (some.length === 0) return [quietWords(stacks)]
  return some.map(([count, word], index): Inline => ({
    strong: [index === 0 ? `${count} of ${countOf(stacks.length, 'stack')} ${word}` : `${count} ${word}`],
  }))
}

function quietWords(stacks: readonly Part[]): string {
  const drift = totals(stacks)['drift'] ?? 0
  const outside = drift > 0 ? `, ${countOf(drift, 'resource')} changed outside` : ''
  const applies = stacks.every(({ kind }) => kind === 'terraform-apply')
  return `${applies ? 'Nothing to apply' : 'No changes'} in ${countOf(stacks.length, 'stack')}${outside}`
}

function chartWords(charts: readonly Part[], more: boolean): Inline[] {
  if (charts.length === 0) return []
  const red = charts.filter(({ verdict }) => verdict.kind !== 'ok')
  if (red.length > 0) return [{ strong: [`${red.length} of ${countOf(charts.length, 'chart')} failed`] }]
  return [`${more ? 'no' : 'No'} errors in ${countOf(charts.length, 'chart')}`]
}

function countsOf(stacks: readonly Part[]): string {
  const of = (kind: Part['kind']): Record<string, number> =>
    totals(stacks.filter((part) => part.kind === kind))
  const words = [countWords(of('terraform-plan')), doneWords(of('terraform-apply'))]
  return words.filter((word) => word !== '').join(', ')
}
