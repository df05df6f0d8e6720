/** Why a sealed plan is not applied: a code of the pipeline's, what is so, and what to do. One sentence each. */
export interface SealRefusal {
  readonly code: 'origin' | 'inputs' | 'tool' | 'lock-file' | 'destroys'
  readonly reason: string
  readonly help: string
}
