import type { Diagnostic } from '../diagnostics.ts'
import type { LockInfo } from '../lock.ts'
import type { StackSubject } from '../plan-stack.ts'
import type { RawPlan } from '../plan/raw.ts'
import type { Failure } from '../run-tool.ts'
import type { StackRun } from '../stack-run.ts'

/** What became of one resource (or of a deposed object of it) of the plan. */
export interface ResourceResult {
  readonly address: string
  readonly deposed?: string
  /** `create`, `update`, `delete`, `replace`, `read`, `forget`, `move`, `import`, … */
  readonly action: string
  /**
   * - `done`: the tool said so
   * - `failed`: the tool said so
   * - `in-flight`: begun, and the tool ended without saying what became of it. Of a forget, a move or an import alone
   *   the tool never says anything: in a run that failed after it had begun, they are told so too
   * - `not-begun`: it was in the plan, and nothing of it was begun
   */
  readonly state: 'done' | 'failed' | 'in-flight' | 'not-begun'
  /** Undefined: not begun, or the tool does not tell (forget, move). */
  readonly seconds?: number
  /** Of a replacement that was not finished: the old object is gone, or the new one is there beside it. */
  readonly half?: 'deleted' | 'created'
  /** A data source of a `check` block: where it cannot be read, the tool only warns, and the apply is good. */
  readonly optional?: true
}

/** What came of applying a saved plan, as the tool gave it: nothing in here may be shown before it is redacted. */
export interface StackApply {
  readonly stack: StackSubject
  readonly run: StackRun
  /** The plan that was applied. */
  readonly raw: RawPlan
  readonly resources: readonly ResourceResult[]
  /** Absent: the tool ended well, and every resource of the plan is done (but for `optional` ones). */
  readonly failure?: Failure
  /** The saved plan is older than the state. */
  readonly stale: boolean
  /** The state lock of the run may still be held: its id as far as it could be found out. */
  readonly lockLeft?: LockInfo
  /** Warnings, and the errors of `failure`. */
  readonly diagnostics: readonly Diagnostic[]
  /** Root module outputs by name after the apply; undefined: they could not be read. */
  readonly outputs?: Readonly<Record<string, StackOutput>>
  readonly seconds: number
}

export interface StackOutput {
  readonly value: unknown
  readonly sensitive: boolean
}
