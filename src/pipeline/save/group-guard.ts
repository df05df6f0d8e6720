import { UserError, errorMessage } from '../../core/errors.ts'
import { comparePlans } from '../../terraform/review/compare-plans.ts'
import { differenceSections } from '../../terraform/review/difference-sections.ts'
import type { SealKey } from '../../terraform/sealed/container.ts'
import { openSeal } from '../../terraform/sealed/seal.ts'
import { SEAL_FILE, WITHDRAWN_FILE } from '../../terraform/sealed/sealed-plan.ts'
import type { ConfirmedPlan, Found } from '../apply/contracts.ts'
import type { GroupPlans } from '../apply/group-check.ts'
import type { PlanFault, SaveRequest, StackSaver } from './contracts.ts'
import { NOTHING_SAVED } from './unkept.ts'

export interface GuardOptions {
  readonly key: SealKey
  /** What the pull requests of the group have shown. */
  readonly plans: () => Promise<GroupPlans>
}

/**
 * In a merge queue: a plan that does something must be what its pull request showed, else it is a fault and is not kept.
 * Nobody has seen what it would do.
 */
export function guardedByPulls(saver: StackSaver, options: GuardOptions): StackSaver {
  return {
    before: (stack, run) => saver.before(stack, run),
    async save(request) {
      const fault = await faultOf(request, options)
      return fault === undefined ? saver.save(request) : { ...NOTHING_SAVED, fault }
    },
  }
}

async function faultOf(request: SaveRequest, { key, plans }: GuardOptions): Promise<PlanFault | undefined> {
  const { stack, plan, outcome, redactor } = request
  if (plan.failure !== undefined || plan.raw === undefined || outcome.model?.changed !== true)
    return undefined
  let found: Found | undefined
  try {
    found = (await plans()).plans.get(stack.subject.key)
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
    return unshown({ kind: 'refused', refusal: { code: 'unknown', ...wordsOf(thrown) } })
  }
  if (found?.kind !== 'found') return unshown(found)
  const { pull } = found.plan
  const of = pull === undefined ? 'its pull request' : `pull request #${pull}`
  const opened = await reviewOf(found.plan, key)
  if (opened === undefined) return unshown(undefined)
  if ('fault' in opened) return { ...opened.fault, reason: `the plan of ${of} ${opened.fault.reason}` }
  const differences = comparePlans(opened.review, plan.raw)
  if (differences.length === 0) return undefined
  return {
    reason: `it is not what ${of} showed`,
    help: 'Update the branch of the pull request, so that it is planned with what was merged meanwhile.',
    sections: differenceSections(differences, redactor),
  }
}

function unshown(found: Extract<Found, { kind: 'refused' }> | undefined): PlanFault {
  if (found === undefined || found.refusal.code === 'no-plan') {
    return {
      reason: 'it would change something, and its pull request showed no plan that does',
      help: 'Update the branch of the pull request, so that it is planned anew.',
      sections: [],
    }
  }
  const { reason, help } = found.refusal
  const why = reason.replace(/\.$/, '')
  return { reason: `it cannot be compared with what its pull request showed: ${why}`, help, sections: [] }
}

const wordsOf = ({ message, help }: UserError): { readonly reason: string; readonly help: string } => ({
  reason: message,
  help: help ?? 'Run the job again.',
})

/** Undefined: what it showed last was no plan to apply. */
async function reviewOf(
  { download }: ConfirmedPlan,
  key: SealKey,
): Promise<Pick<Awaited<ReturnType<typeof openSeal>>, 'review'> | { readonly fault: PlanFault } | undefined> {
  try {
    const files = await download()
    const file = files.find(({ name }) => name === SEAL_FILE)
    if (file === undefined && files.some(({ name }) => name === WITHDRAWN_FILE)) return undefined
    if (file === undefined) throw new UserError(`its artifact holds no ${SEAL_FILE}`)
    return await openSeal(file.content, key)
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
    const help = thrown.help ?? 'Update the branch of the pull request, so that it is planned anew.'
    return { fault: { reason: `could not be read: ${errorMessage(thrown)}`, help, sections: [] } }
  }
}
