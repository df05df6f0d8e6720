import type { Redactor } from '../../core/redactor.ts'
import { own } from './json.ts'
import type { Json } from './raw.ts'

/** What stands where a value may not be seen. The redactor uses the same words. */
export const placeholder = '(sensitive value)'
export const unknownText = '(known after apply)'

/** Also for names that are paths themselves, as in Helm's `set` blocks: `auth.adminPassword`, `env[0].TOKEN`. */
export function hidesName(redactor: Redactor, name: string): boolean {
  if (redactor.hidesKey(name)) return true
  if (!/[./:[]/.test(name)) return false
  const last = name.split(/[./:[\]]/).findLast((part) => part !== '')
  return last !== undefined && redactor.hidesKey(last)
}

const valueKeys: ReadonlySet<string> = new Set(['value', 'Value', 'values', 'Values'])
export function isValueKey(key: string): boolean {
  return valueKeys.has(key)
}

const nameKeys = ['name', 'key', 'Name', 'Key'] as const

/**
 * A secret's name often stands beside it and not above it: `{ name = "DB_PASSWORD", value = "…" }` in the blocks of
 * Cloud Run, ECS, CodeBuild and Helm. True when `key` is such a value and its sibling's name hides it.
 */
export function hiddenBySibling(redactor: Redactor, object: Json | undefined, key: string): boolean {
  if (!valueKeys.has(key)) return false
  return nameKeys.some((nameKey) => {
    const name = own(object, nameKey)
    return typeof name === 'string' && hidesName(redactor, name)
  })
}
