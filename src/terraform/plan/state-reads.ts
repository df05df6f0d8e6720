import { listOf, own } from './json.ts'
import type { Json, RawPlan } from './raw.ts'
import { resourcesOf } from './state-values.ts'

/** Data sources that read outputs of other stacks. */
const READERS: ReadonlySet<unknown> = new Set(['terraform_remote_state', 'tfe_outputs'])

/**
 * Whether a plan was made with what the state of another stack said. A saved plan keeps the old values, and Terraform
 * applies it without a word when they have changed since.
 */
export function readsOtherStates(raw: RawPlan): boolean {
  const reads = (resource: Json): boolean =>
    READERS.has(own(resource, 'type')) && own(resource, 'mode') === 'data'
  if ([...listOf(raw.resource_changes), ...listOf(raw.resource_drift)].some(reads)) return true
  return [own(raw.prior_state, 'values'), raw.planned_values].some((values) =>
    resourcesOf(values).some(reads),
  )
}
