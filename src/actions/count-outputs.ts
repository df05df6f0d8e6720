import { totals } from '../report/overview-verdict.ts'
import type { Part } from '../report/part.ts'

/** Resources as plans count them, and as an apply counts what it did. */
export const COUNTS = ['add', 'change', 'destroy', 'replace', 'import', 'move', 'forget', 'drift'] as const

/** Sums of the counts, as outputs. */
export function countOutputs(parts: readonly Part[], names: readonly string[]): Record<string, string> {
  const sums = totals(parts)
  return Object.fromEntries(names.map((name) => [name, String(sums[name] ?? 0)]))
}
