import { UserError, errorMessage, withoutStop } from '../../core/errors.ts'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import type { ReviewedPlan } from '../../terraform/review/reviewed-plan.ts'
import {
  SEAL_FILE,
  WITHDRAWN_FILE,
  type SealContent,
  type SealManifest,
} from '../../terraform/sealed/sealed-plan.ts'
import type { StackRun } from '../../terraform/stack-run.ts'
import { failedPlan, stackRun } from '../plan-one.ts'
import type { OneApply, StackToApply } from './apply-stack.ts'
import type { ConfirmedPlan, Refusal } from './contracts.ts'
import { APPROVE_HELP } from './refusals.ts'

export type OpenedPlan =
  | {
      readonly kind: 'opened'
      readonly content: SealContent
      readonly manifest: SealManifest
      readonly run: StackRun
    }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      /** What it says, where it could be opened. */
      readonly manifest?: SealManifest
      readonly content?: SealContent
    }
  /** Without the tool nothing can be done. */
  | { readonly kind: 'failed'; readonly plan: StackPlan; readonly manifest?: undefined }

/** Fetches a sealed plan, opens it, and compares what it says of itself with what is here. Nothing is written. */
export async function openConfirmed(
  plan: ConfirmedPlan,
  stack: StackToApply,
  { settings, plan: onePlan }: OneApply,
): Promise<OpenedPlan> {
  const [{ openSeal }, { SealError }, { checkManifest }] = await Promise.all([
    import('../../terraform/sealed/seal.ts'),
    import('../../terraform/sealed/seal-error.ts'),
    import('../../terraform/sealed/check-manifest.ts'),
  ])
  const open = async (): Promise<SealContent | OpenedPlan> => {
    try {
      const files = await plan.download()
      const file = files.find(({ name }) => name === SEAL_FILE)
      if (file === undefined && files.some(({ name }) => name === WITHDRAWN_FILE)) {
        const { id } = plan.run
        const reason = `Run ${id} has planned ${stack.name} last, and kept no plan: there was nothing to change, or it could not be applied as it was.`
        return refused('no-plan', reason, APPROVE_HELP)
      }
      if (file === undefined) {
        return refused('seal', `The artifact ${plan.artifact.name} holds no ${SEAL_FILE}.`)
      }
      const { passphrase } = settings
      return await openSeal(
        file.content,
        passphrase === undefined ? { kind: 'plain' } : { kind: 'passphrase', passphrase },
      )
    } catch (thrown) {
      if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
      const isSeal = thrown instanceof SealError
      const what = isSeal ? 'opened' : 'fetched'
      return refused(
        isSeal ? 'seal' : 'unknown',
        `The sealed plan could not be ${what}: ${withoutStop(errorMessage(thrown))}.`,
        thrown.help,
      )
    }
  }
  // A key takes its time to be made of a passphrase, and so does the tool to tell its version.
  const [content, run] = await Promise.all([open(), runOf(stack, onePlan)])
  if ('kind' in content) return content
  if ('plan' in run) return { kind: 'failed', plan: run.plan }
  const { manifest } = content
  const { binary } = run
  const [refusal] = checkManifest(manifest, {
    repository: settings.repository,
    key: stack.subject.key,
    inputsHash: stack.inputsHash,
    destroy: stack.gone !== undefined,
    tool: { name: binary.tool, version: binary.version },
    run: {
      id: String(plan.run.id),
      attempt: plan.run.attempt,
      headSha: plan.run.headSha,
      event: plan.run.event,
    },
    ...(plan.pull === undefined ? {} : { pull: plan.pull }),
  })
  return refusal === undefined
    ? { kind: 'opened', content, manifest, run }
    : { kind: 'refused', refusal, manifest, content }
}

/** What a plan shows, where it can be opened, whoever made it: somebody else's can only speak against a green. */
export async function reviewOnly(
  { download }: ConfirmedPlan,
  passphrase: string | undefined,
): Promise<ReviewedPlan | undefined> {
  const { openSeal } = await import('../../terraform/sealed/seal.ts')
  try {
    const file = (await download()).find(({ name }) => name === SEAL_FILE)
    if (file === undefined) return undefined
    const { review } = await openSeal(
      file.content,
      passphrase === undefined ? { kind: 'plain' } : { kind: 'passphrase', passphrase },
    )
    return review
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
    return undefined
  }
}

async function runOf(
  stack: StackToApply,
  one: OneApply['plan'],
): Promise<StackRun | { readonly plan: StackPlan }> {
  try {
    return await stackRun(stack, one)
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
    return { plan: failedPlan(stack, thrown, one.settings, 0) }
  }
}

function refused(
  code: Refusal['code'],
  reason: string,
  help = 'Plan again, so that a new one is made.',
): OpenedPlan {
  return { kind: 'refused', refusal: { code, reason, help } }
}
