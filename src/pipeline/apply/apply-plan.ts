import { sep } from 'node:path'
import { localStatePath } from '../../terraform/local-state.ts'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import type { PlanModel } from '../../terraform/plan/plan-model.ts'
import type { RawPlan } from '../../terraform/plan/raw.ts'
import type { StackRun } from '../../terraform/stack-run.ts'
import type { OneApply, Outcome, StackToApply } from './apply-stack.ts'
import type { Refusal } from './contracts.ts'

export interface PlanToApply {
  /** Initialised. */
  readonly run: StackRun
  readonly workspace?: string
  readonly raw: RawPlan
  readonly model: PlanModel
  /** Absolute. */
  readonly planFile: string
  /** Just this was shown to whoever agreed to it. */
  readonly reviewed: boolean
  /** Names of variables that the plan does not hold. */
  readonly ephemeral: readonly string[]
}

/** Applies a saved plan that may be applied, unless it destroys more than it is let. */
export async function applyPlan(
  stack: StackToApply,
  { settings, found, plan: { ports, progress, early } }: OneApply,
  { reviewed, model, ...plan }: PlanToApply,
): Promise<Outcome> {
  const pull = found.kind === 'found' ? found.plan.pull : undefined
  const count = model.counts.destroy + model.counts.replace
  const refusal = settings.destroys({ stack: stack.name, count, reviewed }, pull, stack.gone !== undefined)
  if (refusal !== undefined) return { kind: 'refused', refusal, plan: shownPlan(stack, plan) }
  if (model.counts.unknown > 0)
    return { kind: 'refused', refusal: notKnown(stack.name), plan: shownPlan(stack, plan) }
  const goesAway = await stateGoesAway(stack, plan.run, settings.plan.root)
  if (goesAway !== undefined) return { kind: 'refused', refusal: goesAway, plan: shownPlan(stack, plan) }
  const [{ applySavedPlan }, { lastWords }, { madeSecrets, withheld }] = await Promise.all([
    import('../../terraform/apply/apply-stack.ts'),
    import('../../terraform/apply/report/last-words.ts'),
    import('../../terraform/apply/made-secrets.ts'),
  ])
  const applied = await applySavedPlan(
    {
      ...plan,
      stack: stack.subject,
      onPhase: (phase) => progress?.phase(phase),
      onProgress: (event) => progress?.event(event),
      onLastChance: (left) => settings.onLastChance?.(lastWords(left, early)),
    },
    { ...ports, ...(settings.onStop === undefined ? {} : { onStop: settings.onStop }) },
  )
  if (applied.stale) return { kind: 'refused', apply: applied, refusal: stale(stack.name) }
  const { run, workspace } = plan
  const made = await madeSecrets(
    { run, apply: applied, hidesKey: early.hidesKey, ...(workspace === undefined ? {} : { workspace }) },
    ports,
  )
  return {
    kind: applied.failure === undefined ? 'applied' : 'failed',
    apply: made === 'unknown' ? withheld(applied) : applied,
    ...(typeof made === 'string' ? {} : { made }),
  }
}

/** A state in the job's workspace is lost with it, and the next run would make everything once more. */
async function stateGoesAway(
  { name, gone }: StackToApply,
  run: StackRun,
  root: string,
): Promise<Refusal | undefined> {
  const path = await localStatePath(run)
  const isInside = (folder: string): boolean => path?.startsWith(`${folder}${sep}`) === true
  if (path === undefined || !(isInside(root) || (gone !== undefined && isInside(gone.root)))) return undefined
  return {
    code: 'local-state',
    reason: `The state of ${name} would be a local file in the workspace, which goes with the job.`,
    help: 'Give the stack a backend that keeps its state, such as `s3`.',
  }
}

/** What it would do, for whoever has to decide. */
function shownPlan({ subject }: StackToApply, { run, raw }: Pick<PlanToApply, 'run' | 'raw'>): StackPlan {
  return { stack: subject, run, raw, diagnostics: [], findings: [], seconds: 0 }
}

const notKnown = (name: string) => ({
  code: 'unknown' as const,
  reason: `The plan of ${name} does something that this version does not know.`,
  help: 'Use a newer version of this action.',
})

const stale = (name: string) => ({
  code: 'stale' as const,
  reason: `The state of ${name} has changed since the plan was made.`,
  help: 'Something else was applied meanwhile. Apply it with "mode: approve", or plan it anew in a pull request.',
})
