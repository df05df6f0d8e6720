import type { CauseClass } from '../core/errors.ts'
import type { Finding } from './finding.ts'
import type { Inlines, Section } from './section.ts'

/** `unknown` is what could not be told; it is never green. */
export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly reason: string; readonly cause: CauseClass }
  | { readonly kind: 'unknown'; readonly reason: string }

export interface RunIdentity {
  /** GITHUB_RUN_ID; `0` outside GitHub. */
  readonly id: string
  readonly attempt: number
  /** The commit the pull request's head points to (or the pushed commit): what a reader compares with. */
  readonly sha: string
  /** Link to the job or run. */
  readonly url?: string
}

/**
 * What one job found out about one subject: written to `report-file`, merged by `report`.
 * Plain JSON, redacted before it is made. Readers ignore keys they do not know and refuse another `version`.
 */
export interface Part {
  readonly version: 1
  readonly kind: 'terraform-plan'
  /** `key` tells subjects apart for good (path, workspace); `name` is what people call it. */
  readonly subject: {
    readonly key: string
    readonly name: string
    readonly path: string
    readonly workspace?: string
  }
  readonly status: 'ok' | 'changed' | 'failed' | 'partial'
  readonly verdict: Verdict
  /** `add`, `change`, `destroy`, `replace`, `import`, `move`, `forget`, `drift`, …: all non-negative integers. */
  readonly counts: Readonly<Record<string, number>>
  /** One line: what a row of the overview says. */
  readonly headline: Inlines
  readonly sections: readonly Section[]
  readonly findings: readonly Finding[]
  /** Names and values that say what was looked at: tool and version, plan digest, … */
  readonly facts: Readonly<Record<string, string>>
  readonly run: RunIdentity
  readonly seconds: number
}
