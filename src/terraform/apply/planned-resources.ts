import { resourceAction } from '../plan/actions.ts'
import { isObject } from '../plan/json.ts'
import type { RawPlan } from '../plan/raw.ts'

/** What the tool reports of one object, as its events call it. */
export type ApplyStep = 'create' | 'update' | 'delete' | 'read'

/** One entry of a plan that applying does something about. */
export interface PlannedResource {
  readonly address: string
  readonly deposed?: string
  /** `replace` for both orders. */
  readonly action: string
  /** In the order in which the tool does them. */
  readonly steps: readonly ApplyStep[]
  /** What the tool may leave undone and still end well. */
  readonly optional: boolean
  /** The object as it was: tells a deposed one from the current one. */
  readonly before: Readonly<Record<string, unknown>>
}

/**
 * What of a plan has to be done, and what is said of it: measured with Terraform 1.5.7 and 1.11.4 and OpenTofu 1.12.6.
 * - create, update, delete, and a data source that is read: one pair of `apply_start` and `apply_complete`; a
 *   replacement two, in its order, both with its address
 * - a deposed object: as any other, without its key; only the id in `apply_start` tells it from the current object
 * - a move alone, an import alone (a no-op), a forget: nothing. Imports are counted in `change_summary`
 * - a replacement that keeps the old object (OpenTofu): the pair of `create`
 * - a data source inside a `check` block: nothing or a start without an end where it cannot be read; a warning says so,
 *   and the tool ends well
 * - ephemeral resources: nothing; they are not told here either
 */
export function plannedResources(raw: RawPlan): PlannedResource[] {
  const entries: readonly unknown[] = Array.isArray(raw.resource_changes) ? raw.resource_changes : []
  const invocations: readonly unknown[] = Array.isArray(raw.action_invocations) ? raw.action_invocations : []
  return [
    ...entries.flatMap((entry) => plannedResource(entry) ?? []),
    ...invocations.map((entry) => ({ ...common(entry), action: 'invoke', steps: [] })),
  ]
}

/** How many objects a plan imports. */
export function importsOf(raw: RawPlan): number {
  const entries: readonly unknown[] = Array.isArray(raw.resource_changes) ? raw.resource_changes : []
  return entries.filter((entry) => isObject(changeOf(entry)['importing'])).length
}

function plannedResource(entry: unknown): PlannedResource | undefined {
  const change = changeOf(entry)
  const bare = common(entry)
  const action = resourceAction(change['actions'])
  switch (action) {
    case 'create':
    case 'update':
    case 'delete':
    case 'read':
      return { ...bare, action, steps: [action] }
    case 'delete-create':
      return { ...bare, action: 'replace', steps: ['delete', 'create'] }
    case 'create-delete':
      return { ...bare, action: 'replace', steps: ['create', 'delete'] }
    case 'create-forget':
      return { ...bare, action: 'replace, keep old', steps: ['create'] }
    case 'forget':
      return { ...bare, action, steps: [] }
    case 'open':
      return undefined
    case 'no-op': {
      const moved = isObject(entry) && typeof entry.previous_address === 'string'
      if (isObject(change['importing'])) return { ...bare, action: 'import', steps: [] }
      return moved ? { ...bare, action: 'move', steps: [] } : undefined
    }
    case 'unknown':
      return { ...bare, action, steps: [] }
  }
}

function common(entry: unknown): Omit<PlannedResource, 'action' | 'steps'> {
  const { address, deposed, action_reason: reason } = isObject(entry) ? entry : {}
  const { before } = changeOf(entry)
  return {
    address: typeof address === 'string' ? address : '(no address)',
    ...(typeof deposed === 'string' ? { deposed } : {}),
    optional: reason === 'read_because_check_nested',
    before: isObject(before) ? before : {},
  }
}

function changeOf(entry: unknown): Readonly<Record<string, unknown>> {
  return isObject(entry) && isObject(entry.change) ? entry.change : {}
}
