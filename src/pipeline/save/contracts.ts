import type { Redactor } from '../../core/redactor.ts'
import type { Section } from '../../report/section.ts'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import type { PlanOutcome } from '../../terraform/report/outcome.ts'
import type { CreatedFiles } from '../../terraform/sealed/created-files.ts'
import type { StackRun } from '../../terraform/stack-run.ts'
import type { StackToPlan } from '../plan-stacks.ts'

/** Keeps plans for a later job to apply. */
export interface StackSaver {
  /** Called between `init` and `plan`: what is there already is not made by the plan. */
  before(stack: StackToPlan, run: StackRun): Promise<FileWatch | undefined>
  /** What is wrong with one stack is told, not thrown: the plan itself is good. */
  save(request: SaveRequest): Promise<SavedStack>
}

export interface FileWatch {
  /** What the plan has made. Called as soon as it has ended, for the next one may write over it. */
  made(planFile: string): Promise<CreatedFiles>
}

export interface SaveRequest {
  readonly stack: StackToPlan
  readonly plan: StackPlan
  readonly outcome: PlanOutcome
  /** Undefined: there is no whole plan. */
  readonly made: CreatedFiles | undefined
  /** Of the run. */
  readonly redactor: Redactor
}

export interface SavedStack {
  /** Name of the artifact; absent: nothing was saved. */
  readonly artifact?: string
  /** For the part. Not redacted. */
  readonly facts: Readonly<Record<string, string>>
  /** Goes before all else in the part. Not redacted. */
  readonly first: readonly Section[]
  /** Goes to its end. Not redacted. */
  readonly last: readonly Section[]
  /** For the log: why it was not saved. Not redacted. */
  readonly warning?: string
  /** Makes the part a failed one. Not redacted. */
  readonly fault?: PlanFault
}

/** A plan that was made well and may not be made use of. */
export interface PlanFault {
  readonly reason: string
  /** A sentence. */
  readonly help: string
  readonly sections: readonly Section[]
}

/** What the repository tells of a stack whose plan is to be saved. */
export interface StackOrigin {
  /** Names of stacks of the same change that go first. */
  readonly upstream: readonly string[]
  /** It is configured to go after other stacks, of this change or not: what they leave it may read in any way. */
  readonly after?: boolean
  /** Files it is made of that are not as they are committed, and that no job is said to generate. Sorted. */
  readonly uncommitted: readonly string[]
  /**
   * Files that its code names and that Git ignores, and that no job is said to generate: they were there before the plan.
   * Those that the plan writes over go with it and do not count. Sorted.
   */
  readonly ignored?: readonly string[]
  /** Files that a job is said to generate and that are not as they are committed: they go with the plan. Sorted. */
  readonly generated?: readonly string[]
}
