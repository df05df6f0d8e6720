import type { ResourceAction } from '../../report/resource-change.ts'

/**
 * The actions of the plan format. Tools that have no name of their own for an action write the name of their constant
 * (OpenTofu 1.12: `["Open"]`, Terraform before it named them: `["CreateThenForget"]`), so case does not count.
 */
const known: Readonly<Record<string, ResourceAction>> = {
  'no-op': 'no-op',
  noop: 'no-op',
  create: 'create',
  read: 'read',
  update: 'update',
  delete: 'delete',
  'delete,create': 'delete-create',
  deletethencreate: 'delete-create',
  'create,delete': 'create-delete',
  createthendelete: 'create-delete',
  forget: 'forget',
  'create,forget': 'create-forget',
  createthenforget: 'create-forget',
  'forget,create': 'create-forget',
  forgetthencreate: 'create-forget',
  open: 'open',
  close: 'open',
  renew: 'open',
  'open,close': 'open',
  'open,renew,close': 'open',
}

/**
 * What a list of actions means as a whole. Anything not known, missing or odd is `unknown`, which is shown as a change:
 * a new action of a newer tool must not read as "no changes".
 */
export function resourceAction(actions: unknown): ResourceAction {
  if (!Array.isArray(actions) || actions.length === 0) return 'unknown'
  if (!actions.every((action) => typeof action === 'string')) return 'unknown'
  const name = actions.join(',').toLowerCase()
  return Object.hasOwn(known, name) ? (known[name] ?? 'unknown') : 'unknown'
}
