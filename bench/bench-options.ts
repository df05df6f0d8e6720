/** What all measures take. */
export interface Bench {
  /** Where plans and repositories are made, or found from the last run. */
  readonly folder: string
  /** Removed at the end. */
  readonly temporary: string
  readonly rounds: number
  readonly say: (text: string) => void
}
