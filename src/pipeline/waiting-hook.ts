import { UserError, errorMessage } from '../core/errors.ts'
import type { Log } from '../core/ports.ts'
import { errorsOf } from '../terraform/diagnostics.ts'
import type { StackPlan } from '../terraform/plan-stack.ts'
import type { Detected } from './detect.ts'
import type { PlanHooks, StackToPlan } from './plan-stacks.ts'

/**
 * Judges whether a plan that failed only waits for other stacks. What the change is made of is found out when a failure
 * looks like it: most runs never ask.
 */
export function waitingHook(
  change: () => Promise<Pick<Detected, 'changes' | 'model'>>,
  log: Pick<Log, 'debug'>,
): NonNullable<PlanHooks['waitsFor']> {
  return async ({ subject, gone }: StackToPlan, plan: StackPlan) => {
    const { failure } = plan
    if (failure?.phase !== 'plan' || gone !== undefined) return undefined
    if (!errorsOf(failure.diagnostics).every(({ summary }) => MAY_WAIT.test(summary))) return undefined
    const [{ upstreamOf }, { waitsFor }] = await Promise.all([
      import('./upstream.ts'),
      import('./waiting.ts'),
    ])
    try {
      const upstream = upstreamOf(await change(), subject)
      if (upstream === undefined) return undefined
      return waitsFor({ ...upstream, diagnostics: failure.diagnostics, path: subject.path })
    } catch (thrown) {
      if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
      log.debug(`what goes before ${subject.name} cannot be told: ${errorMessage(thrown)}`)
      return undefined
    }
  }
}

const MAY_WAIT = /remote state$|^Unsupported attribute$|^Invalid index$/
