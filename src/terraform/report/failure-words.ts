import type { Redactor } from '../../core/redactor.ts'
import { errorsOf } from '../diagnostics.ts'
import type { StackPlan } from '../plan-stack.ts'
import type { PlanFailure } from './outcome.ts'

/** A failure of the tool as it may be shown: its first error in a sentence, redacted. */
export function failureWords(failure: NonNullable<StackPlan['failure']>, redactor: Redactor): PlanFailure {
  const [first] = errorsOf(failure.diagnostics)
  return {
    phase: failure.phase,
    cause: failure.cause,
    message: redactor.redact(first?.summary ?? 'it said nothing of why'),
    ...(failure.help === undefined ? {} : { help: failure.help }),
    ...(failure.lock === undefined ? {} : { lock: failure.lock }),
  }
}
