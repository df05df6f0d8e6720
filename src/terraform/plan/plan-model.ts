import type { AttributeChange, ResourceChange } from '../../report/resource-change.ts'

/** What a plan says, redacted and ready to show. */
export interface PlanModel {
  readonly formatVersion: string
  readonly terraformVersion: string
  /** All that is not a no-op (a move or an import alone is kept as `no-op` with its source). In plan order. */
  readonly changes: readonly ResourceChange[]
  /** Changed outside of the tool: `resource_drift`, deletions included, moves alone left out. */
  readonly drift: readonly ResourceChange[]
  readonly deferred: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  readonly checks: readonly CheckResult[]
  readonly counts: PlanCounts
  /** False when another plan is needed after this one is applied (deferrals, `-target`). */
  readonly complete: boolean
  /**
   * The tool made this plan although it failed: never a basis for an apply. Terraform 1.5 does not say so in the JSON;
   * there a condition that fails tells.
   */
  readonly errored: boolean
  readonly applyable: boolean
  /** Anything at all that applying would do: resources, outputs, moves, imports, forgets, or what we do not know. */
  readonly changed: boolean
}

/**
 * Each change counts once by its action: a replacement is neither in `add` nor in `destroy`. Moves and imports count
 * beside the action; a replacement that keeps the old object counts as `add` and `forget`.
 */
export interface PlanCounts {
  readonly add: number
  readonly change: number
  readonly destroy: number
  readonly replace: number
  readonly import: number
  readonly move: number
  readonly forget: number
  readonly read: number
  readonly drift: number
  readonly deferred: number
  readonly outputs: number
  /** Resources whose action this version does not know. */
  readonly unknown: number
}

export interface OutputChange {
  readonly name: string
  readonly action: 'create' | 'update' | 'delete' | 'unknown'
  readonly sensitive: boolean
  readonly attributes: readonly AttributeChange[]
  readonly unchanged: number
}

export interface CheckResult {
  /** `check.health`, `aws_instance.web` (a condition of it), `output.url`, `var.region` */
  readonly address: string
  readonly kind: string
  readonly status: 'pass' | 'fail' | 'error' | 'unknown'
  /** Those instances that fail, by `count`, `for_each` or module. */
  readonly failing: readonly CheckInstance[]
}

export interface CheckInstance {
  /** `aws_instance.web[0]`; the check's own address when it has no instances of its own. */
  readonly address: string
  /** Messages of the conditions that do not hold; none when a condition could not be evaluated. */
  readonly problems: readonly string[]
}
