import { resourceAction } from './actions.ts'
import { attributeChanges } from './diff.ts'
import { isObject } from './json.ts'
import type { OutputChange } from './plan-model.ts'
import type { RawChange } from './raw.ts'
import type { Context } from './resource.ts'

/** The outputs that change. What is not known to stay is shown. */
export function outputChanges(raw: unknown, context: Context): OutputChange[] {
  if (!isObject(raw)) return []
  const { redactor, effort } = context
  return Object.entries(raw).flatMap(([name, entry]) => {
    const change = (isObject(entry) ? entry : {}) as RawChange
    const action = outputAction(change.actions)
    if (action === 'no-op') return []
    const sensitive = change.before_sensitive === true || change.after_sensitive === true
    const diff = attributeChanges(change, redactor, { root: name, effort })
    return [{ name: redactor.redact(name), action, sensitive, ...diff }]
  })
}

function outputAction(actions: unknown): OutputChange['action'] | 'no-op' {
  const action = resourceAction(actions)
  switch (action) {
    case 'create':
    case 'update':
    case 'delete':
    case 'no-op':
      return action
    case 'delete-create':
    case 'create-delete':
    case 'create-forget':
    case 'forget':
    case 'open':
    case 'read':
    case 'unknown':
      return 'unknown'
  }
}
