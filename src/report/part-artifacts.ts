import { createHash } from 'node:crypto'
import type { Part } from './part.ts'

/** What the artifacts with parts begin with, and the file in each. */
export const PART_ARTIFACT = 'gitops-part-'
export const PART_FILE = 'part.json'
/** What the artifacts with what is expected begin with, and the file in each. */
export const EXPECTED_ARTIFACT = 'gitops-expected-'
export const EXPECTED_FILE = 'changes.json'
/** The whole report as a page. */
export const REPORT_ARTIFACT = 'gitops-report-'

/** Made of hashes, never of paths; the attempt, since the attempts of a run share their artifacts. */
export function partArtifactName(parts: readonly Part[], attempt: number): string {
  // What was refused in one mode is applied in another one, later in the same attempt.
  const subjects = parts.map(({ kind, subject, facts }) => [kind, subject.key, facts['mode'] ?? ''])
  const id = createHash('sha256').update(JSON.stringify(subjects)).digest('hex').slice(0, 16)
  return `${PART_ARTIFACT}${id}-${attempt}`
}
