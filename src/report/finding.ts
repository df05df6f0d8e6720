/** A place in the repository. `file` is relative to its root, with `/`; lines and columns count from 1. */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

export type Severity = 'error' | 'warning' | 'notice'

/** One thing found, by any action: what annotations, SARIF and JUnit are made of. */
export interface Finding {
  /** Stable id, documented in the action's README: `terraform/diagnostic`, `terraform/fmt`, … */
  readonly rule: string
  readonly severity: Severity
  /** One sentence. */
  readonly message: string
  /** More words, or what to do; may have many lines. */
  readonly help?: string
  /** Stack, chart or application it belongs to. */
  readonly subject: string
  readonly location?: Location
  /** The same for the same finding in the next run, whatever line it moved to. */
  readonly fingerprint: string
}
