import { readFile } from 'node:fs/promises'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import { isLocalState } from '../../terraform/local-state.ts'
import { planModel } from '../../terraform/plan/model.ts'
import type { PlanModel } from '../../terraform/plan/plan-model.ts'
import type { ReviewDifference, ReviewedPlan } from '../../terraform/review/reviewed-plan.ts'
import { planMember } from '../../terraform/sealed/plan-zip.ts'
import { planOne } from '../plan-one.ts'
import { applyPlan } from './apply-plan.ts'
import type { OneApply, Outcome, StackToApply } from './apply-stack.ts'
import type { Refusal } from './contracts.ts'

export interface Anew {
  /** Why the sealed plan was not applied. */
  readonly refusal?: Refusal
  /** What was reviewed: a plan that equals it may be applied. */
  readonly agreed?: ReviewedPlan
  /** What was reviewed, to show what is other now; it does not allow anything. */
  readonly shown?: ReviewedPlan
}

/**
 * Plans the stack again. Nothing to do is green unless something speaks against it. All else is applied only when it
 * equals what was reviewed, or in the mode that asks for no review.
 */
export async function applyAnew(
  stack: StackToApply,
  one: OneApply,
  { refusal, agreed, shown }: Anew,
): Promise<Outcome> {
  const plan = await planOne(stack, one.plan)
  if (plan.failure !== undefined || plan.raw === undefined) return { kind: 'failed', plan }
  const model = planModel(plan.raw, one.plan.early)
  if (!model.changed && model.complete && !model.errored) {
    const against = await againstNothing(stack, plan, {
      ...(refusal && { refusal }),
      record: agreed ?? shown,
    })
    if (against !== undefined) {
      return { kind: 'refused', refusal: against, plan, ...(await differing(agreed ?? shown, plan)) }
    }
    return { kind: 'nothing', plan, ...(refusal === undefined ? {} : { refusal }) }
  }
  const { mode } = one.settings
  if (mode !== 'direct' && agreed === undefined) {
    const reason = refusal ?? notReviewed(stack.name)
    return { kind: 'refused', refusal: reason, plan, ...(await differing(shown, plan)) }
  }
  if (mode !== 'direct') {
    const { differences } = await differing(agreed, plan)
    if (differences.length > 0) {
      return { kind: 'refused', refusal: differs(stack.name), plan, differences }
    }
  }
  return { ...(await applyFresh(stack, plan, model, one)), plan }
}

/** What was not so much as looked at is not done because a plan has nothing to do. */
const NOT_LOOKED_AT: readonly Refusal['code'][] = ['seal', 'unknown']

/**
 * Why a plan that has nothing to do is not to be believed; undefined: nothing speaks against it. It says that what is
 * there is what the code says here, in this job, with these credentials and variables: where it was reviewed, the code
 * may have said something else.
 */
async function againstNothing(
  { name, gone }: StackToApply,
  { run, raw }: StackPlan,
  { refusal, record }: { readonly refusal?: Refusal; readonly record: ReviewedPlan | undefined },
): Promise<Refusal | undefined> {
  if (refusal !== undefined && NOT_LOOKED_AT.includes(refusal.code)) return refusal
  if (gone !== undefined && run !== undefined && (await isLocalState(run))) {
    return {
      code: 'unknown',
      reason: `What remains of ${name} cannot be told: its state is a local file, which is not here.`,
      help: 'Find the state, and destroy it by hand.',
    }
  }
  if (record === undefined || raw === undefined) return undefined
  const { undoneChanges } = await import('../../terraform/review/undone-changes.ts')
  const undone = undoneChanges(record, raw)
  if (undone.length === 0) return undefined
  const names = undone.slice(0, 5).join(', ')
  const more = undone.length > 5 ? ` and ${undone.length - 5} more` : ''
  return {
    code: 'differs',
    reason: `Planned again, ${name} has nothing to do, but what was reviewed is not done: ${names}${more}.`,
    help: 'Variables, credentials or the environment of this job may be others than those of the job that planned.',
  }
}

async function differing(
  reviewed: ReviewedPlan | undefined,
  { raw }: StackPlan,
): Promise<{ readonly differences: readonly ReviewDifference[] }> {
  if (reviewed === undefined || raw === undefined) return { differences: [] }
  const { comparePlans } = await import('../../terraform/review/compare-plans.ts')
  return { differences: comparePlans(reviewed, raw) }
}

async function applyFresh(
  stack: StackToApply,
  { run, raw, planFile, failure }: StackPlan,
  model: PlanModel,
  one: OneApply,
): Promise<Outcome> {
  if (run === undefined || raw === undefined || planFile === undefined || failure !== undefined) {
    throw new Error(`a plan without a failure has no file: ${stack.name}`)
  }
  const { ephemeralVariables } = await import('../../terraform/review/ephemeral-variables.ts')
  const ephemeral = ephemeralVariables(raw, await planMember(await readFile(planFile)))
  const reviewed = one.settings.mode !== 'direct'
  return applyPlan(stack, one, { run, raw, planFile, model, ephemeral, reviewed })
}

function notReviewed(name: string): Refusal {
  return {
    code: 'not-reviewed',
    reason: `Nobody has reviewed a plan of ${name}.`,
    help: 'Apply it with `mode: approve`, after somebody has read the plan below.',
  }
}

function differs(name: string): Refusal {
  return {
    code: 'differs',
    reason: `Planned again, ${name} is not what was reviewed.`,
    help: 'Read what is other below. Apply it with `mode: approve`, or plan it anew in a pull request.',
  }
}
