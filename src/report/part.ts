import type { CauseClass } from '../core/errors.ts'
import type { Finding } from './finding.ts'
import type { Inlines, Section } from './section.ts'

/**
 * `unknown` is what could not be told; it is never green. `waiting` is what cannot be judged before something else of
 * the same change is applied: neither green nor red, and never applied without being looked at again.
 */
export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'waiting'; readonly reason: string; readonly on: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string; readonly cause: CauseClass }
  | { readonly kind: 'unknown'; readonly reason: string }

/** `helm-lint` is of a chart, the others of a stack. */
export type PartKind = 'terraform-plan' | 'terraform-apply' | 'helm-lint'

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
  readonly kind: PartKind
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
  /**
   * Names and values that say what was looked at: `tool`, `version`, `plan-digest`, `inputs-hash`; of a plan also
   * `sealed` (`plan`, `review`, or absent), `gone` (`true`: of a stack that the change deletes, what would be
   * destroyed), `environment`; of an apply `mode`, `outcome` (`applied`, `nothing`, `refused`, `failed`), `pull` (number of the pull request whose plan it is), and `refused` with a reason code when nothing was applied because it
   * was not what had been reviewed.
   */
  readonly facts: Readonly<Record<string, string>>
  readonly run: RunIdentity
  readonly seconds: number
}
