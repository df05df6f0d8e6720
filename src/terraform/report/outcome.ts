import type { CauseClass } from '../../core/errors.ts'
import type { Finding } from '../../report/finding.ts'
import type { LockInfo } from '../lock.ts'
import type { PlanModel } from '../plan/plan-model.ts'

export interface PlanFailure {
  readonly phase: string
  readonly cause: CauseClass
  /** One sentence; redacted by whoever makes the part. */
  readonly message: string
  readonly help?: string
  readonly lock?: LockInfo
}

/** What came of planning one stack. A plan that failed half way may still have a model of what it got to. */
export interface PlanOutcome {
  readonly stack: {
    readonly key: string
    readonly name: string
    readonly path: string
    readonly workspace?: string
  }
  readonly model?: PlanModel
  readonly failure?: PlanFailure
  /** There is no plan, for it reads what these stacks of the same change will bring. Not empty. */
  readonly waitsFor?: readonly string[]
  /**
   * The stack is gone from the repository: the plan destroys what it manages. `lost`: its state is kept in a local file
   * that is not here, so that the plan says nothing.
   */
  readonly gone?: 'found' | 'lost'
  /** Diagnostics, `fmt` and `validate`. */
  readonly findings: readonly Finding[]
  readonly digest?: string
  readonly tool?: { readonly name: string; readonly version: string; readonly reason: string }
  /** Commands that make this plan on another machine; no secrets in them. */
  readonly reproduce: readonly string[]
  readonly seconds: number
}
