import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareApply } from '../../terraform/apply/prepare.ts'
import { readPlan, type StackPlan } from '../../terraform/plan-stack.ts'
import { planModel } from '../../terraform/plan/model.ts'
import { comparePlans } from '../../terraform/review/compare-plans.ts'
import { restoreFiles } from '../../terraform/sealed/restore.ts'
import type { SealContent } from '../../terraform/sealed/sealed-plan.ts'
import type { StackRun } from '../../terraform/stack-run.ts'
import { applyPlan, type PlanToApply } from './apply-plan.ts'
import type { OneApply, Outcome, StackToApply } from './apply-stack.ts'

export interface SealedToApply {
  readonly content: SealContent
  /** The saved plan as the tool wrote it. */
  readonly saved: Uint8Array
  readonly run: StackRun
}

/** The saved plan itself, after everything that planning had made beside it is back where it was. */
export async function applySealed(
  stack: StackToApply,
  sealed: SealedToApply,
  one: OneApply,
): Promise<Outcome> {
  const { settings, plan: onePlan } = one
  const { content, run } = sealed
  const place = { root: stack.gone?.root ?? settings.plan.root, stackPath: stack.subject.path }
  const before = await restoreFiles(content, { ...place, when: 'before-init' })
  if (before.kind === 'refused') return { kind: 'refused', refusal: before.refusal }
  const undos = [before.undo]
  try {
    const { ports, serially, progress } = onePlan
    const onPhase = (phase: string): void => progress?.phase(phase)
    const ready = await prepareApply(run, ports, { serially, onPhase })
    if (ready.kind === 'failed') {
      const { diagnostics, seconds } = ready
      const plan = { stack: stack.subject, run, failure: ready, diagnostics, findings: [], seconds }
      return { kind: 'failed', plan }
    }
    const after = await restoreFiles(content, { ...place, when: 'after-init' })
    if (after.kind === 'refused') return { kind: 'refused', refusal: after.refusal }
    undos.push(after.undo)
    const read = await readSealed(stack, sealed, one)
    if (read.kind !== 'read') return read
    const { workspace } = ready
    const outcome = await applyPlan(stack, one, {
      ...read.plan,
      ...(workspace === undefined ? {} : { workspace }),
    })
    return withSerial(outcome, content.manifest.state)
  } finally {
    // For the next stack, which may have made the same files with other contents.
    for (const undo of undos.reverse()) await undo()
  }
}

/** Which state the plan was made of, where that is what stands in the way. */
function withSerial(outcome: Outcome, state: SealContent['manifest']['state']): Outcome {
  const { refusal } = outcome
  if (refusal?.code !== 'stale' || state === undefined) return outcome
  const reason = `${refusal.reason} It was made of serial ${state.serial} (lineage ${state.lineage}).`
  return { ...outcome, refusal: { ...refusal, reason } }
}

type Read = { readonly kind: 'read'; readonly plan: PlanToApply } | Outcome

/** The saved plan as the tool reads it: the same as what was shown. */
async function readSealed(
  stack: StackToApply,
  { content, saved, run }: SealedToApply,
  { plan: { folder, ports, early, progress } }: OneApply,
): Promise<Read> {
  const planFile = join(folder, 'reviewed.tfplan')
  await writeFile(planFile, saved, { mode: 0o600, flag: 'wx' })
  progress?.phase('show')
  const { raw, failure, diagnostics } = await readPlan(run, planFile, folder, ports)
  const shown: StackPlan = { stack: stack.subject, run, findings: [], diagnostics, seconds: 0 }
  if (raw === undefined) {
    return { kind: 'failed', plan: { ...shown, ...(failure === undefined ? {} : { failure }) } }
  }
  const differences = comparePlans(content.review, raw)
  if (differences.length > 0) {
    const refusal = {
      code: 'digest' as const,
      reason: `The sealed plan of ${stack.name} does not do what was shown.`,
      help: 'Plan again, so that a new one is made.',
    }
    return { kind: 'refused', refusal, differences, plan: { ...shown, raw } }
  }
  const { ephemeral } = content.manifest
  const model = planModel(raw, early)
  return { kind: 'read', plan: { run, raw, model, planFile, ephemeral, reviewed: true } }
}
