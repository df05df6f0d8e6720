import { mkdir } from 'node:fs/promises'
import type { ApplyPorts } from '../../terraform/apply/apply-stack.ts'
import type { LastWords } from '../../terraform/apply/report/last-words.ts'
import type { StackApply } from '../../terraform/apply/stack-apply.ts'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import type { ReviewDifference } from '../../terraform/review/reviewed-plan.ts'
import type { PlanSecrets } from '../../terraform/secrets.ts'
import type { SealManifest } from '../../terraform/sealed/sealed-plan.ts'
import type { OneStack as OnePlan } from '../plan-one.ts'
import type { PlanSettings, StackToPlan } from '../plan-stacks.ts'
import { applyAnew } from './apply-anew.ts'
import { applySealed } from './apply-sealed.ts'
import type { ConfirmedPlan, Found, Refusal } from './contracts.ts'
import type { PlannedDestroys } from './destroy-gate.ts'
import { openConfirmed, reviewOnly } from './open-plan.ts'

/**
 * - `reviewed`: the plan that the pull request showed
 * - `approve`: the plan that an earlier job of this run made and showed
 * - `replan`: planned again, and applied when it is what the pull request showed
 * - `direct`: planned and applied, reviewed by nobody
 */
export type ApplyMode = 'reviewed' | 'approve' | 'replan' | 'direct'

export interface StackToApply extends StackToPlan {
  /** Of the subject: what order goes by. */
  readonly name: string
  /** SHA-256, hex, of the files as they are here. */
  readonly inputsHash: string
  /** Names of stacks of the same change that go first. */
  readonly upstream: readonly string[]
}

/** How the stacks of one run are applied: the same for all of them. */
export interface ApplySettings {
  readonly plan: PlanSettings
  readonly mode: ApplyMode
  /** `owner/name` */
  readonly repository: string
  /** Undefined: only plans that were saved in the clear can be opened. */
  readonly passphrase: string | undefined
  /**
   * May a plan destroy as much as it does? Undefined: it may. `pull`: the pull request that it is of; `gone`: the stack is
   * gone from the repository.
   */
  readonly destroys: (plan: PlannedDestroys, pull: number | undefined, gone: boolean) => Refusal | undefined
  /** Calls back when we are told to stop. */
  readonly onStop?: NonNullable<ApplyPorts['onStop']>
  /** Says what may be left behind when there is no time for more. */
  readonly onLastChance?: (words: LastWords) => void
}

/** What came of one stack. Everything in it is raw: nothing may be shown before it is redacted. */
export interface AppliedStack {
  readonly stack: StackToApply
  /**
   * - `applied`: all of it
   * - `nothing`: planned anew, and there is nothing to do
   * - `refused`: nothing was applied, for `refusal`
   * - `failed`: `apply` or `plan` has the failure
   */
  readonly kind: 'applied' | 'nothing' | 'refused' | 'failed'
  readonly apply?: StackApply
  /** Made by this job. */
  readonly plan?: StackPlan
  /** Secrets that the apply itself has made. */
  readonly made?: PlanSecrets
  readonly refusal?: Refusal
  /** Between what was reviewed and `plan`. */
  readonly differences?: readonly ReviewDifference[]
  /** The sealed plan that was looked at, whatever came of it. */
  readonly sealed?: { readonly plan: ConfirmedPlan; readonly manifest?: SealManifest }
  readonly seconds: number
}

export interface OneApply {
  readonly settings: ApplySettings
  readonly found: Found
  /** How it is planned where that is needed; its folder is private (absolute). */
  readonly plan: OnePlan
  /** Lets one stack at a time through, of those that put files into the work tree or make some: they may be the same. */
  readonly alone: <T>(body: () => Promise<T>) => Promise<T>
}

/** What came of it, but for what is known of every stack. */
export type Outcome = Omit<AppliedStack, 'stack' | 'seconds'>

/** Applies one stack, or says why not. A fault of it is its own failure: other stacks go on. */
export async function applyStack(stack: StackToApply, one: OneApply): Promise<AppliedStack> {
  const { clock } = one.plan.ports
  const started = clock.now()
  await mkdir(one.plan.folder, { recursive: true, mode: 0o700 })
  const outcome = await outcomeOf(stack, one)
  return { ...outcome, stack, seconds: (clock.now() - started) / 1000 }
}

async function outcomeOf(stack: StackToApply, one: OneApply): Promise<Outcome> {
  const { settings, found } = one
  // What planning makes (archives, say) may lie where another stack of the job has its own.
  const anew = (why: Parameters<typeof applyAnew>[2]): Promise<Outcome> =>
    one.alone(() => applyAnew(stack, one, why))
  if (settings.mode === 'direct') return anew({})
  if (found.kind === 'refused') {
    const review = found.shown === undefined ? undefined : await reviewOnly(found.shown, settings.passphrase)
    return anew({ refusal: found.refusal, ...(review === undefined ? {} : { shown: review }) })
  }
  const opened = await openConfirmed(found.plan, stack, one)
  if (opened.kind === 'failed') return { kind: 'failed', plan: opened.plan }
  const { manifest } = opened
  const sealed = { plan: found.plan, ...(manifest === undefined ? {} : { manifest }) }
  if (opened.kind === 'refused') {
    const shown = opened.content === undefined ? {} : { shown: opened.content.review }
    return { ...(await anew({ refusal: opened.refusal, ...shown })), sealed }
  }
  const { content, run } = opened
  if (content.plan === undefined || settings.mode === 'replan') {
    return { ...(await anew({ agreed: content.review })), sealed }
  }
  const sealedPlan = { content, saved: content.plan, run }
  const apply = (): Promise<Outcome> => applySealed(stack, sealedPlan, one)
  const applied = await (content.files.length === 0 && !one.plan.sharesFolder ? apply() : one.alone(apply))
  if (applied.refusal?.code !== 'stale') return { ...applied, sealed }
  const again = await anew({ refusal: applied.refusal, shown: content.review })
  return { ...again, sealed }
}
