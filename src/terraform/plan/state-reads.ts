import { own } from './json.ts'
import type { Json, RawPlan } from './raw.ts'

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
  for (const state of [own(raw.prior_state, 'values'), raw.planned_values]) {
    const modules = [own(state, 'root_module')]
    while (modules.length > 0) {
      const module = modules.pop()
      if (listOf(own(module, 'resources')).some(reads)) return true
      modules.push(...listOf(own(module, 'child_modules')))
    }
  }
  return false
}

/** The plan was read, not checked: any part may be of another kind than the format says. */
function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}
