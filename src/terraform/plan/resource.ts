import type { Redactor } from '../../core/redactor.ts'
import type { ImportSource, ResourceChange } from '../../report/resource-change.ts'
import { resourceAction } from './actions.ts'
import { attributeChanges } from './diff.ts'
import type { Effort } from './diff-text.ts'
import { countLeaves, isObject } from './json.ts'
import type { JsonObject } from './json.ts'
import { pathText } from './place.ts'
import type { Json } from './raw.ts'
import { inlineValue } from './shown-value.ts'

/** What all resources of one plan share. */
export interface Context {
  readonly redactor: Redactor
  readonly effort: Effort
}

const longestIdentity = 300

/** One entry of `resource_changes` or `resource_drift`, whatever it holds. */
export function resourceChange(entry: unknown, context: Context): ResourceChange {
  const { redactor } = context
  const raw: JsonObject = isObject(entry) ? entry : {}
  const change = isObject(raw.change) ? raw.change : undefined
  const action = resourceAction(change?.actions)
  const type = textOf(raw.type, redactor) ?? ''
  const name = textOf(raw.name, redactor) ?? ''
  const address = textOf(raw.address, redactor) ?? guessedAddress(type, name)
  const previous = textOf(raw.previous_address, redactor)
  const index = typeof raw.index === 'number' ? raw.index : textOf(raw.index, redactor)
  // Forgetting loses nothing: the object stays as it is, only its record goes.
  const diff =
    action === 'forget'
      ? { attributes: [], unchanged: countLeaves(change?.before) }
      : attributeChanges(change ?? {}, redactor, { effort: context.effort })
  const result: Draft = {
    address,
    mode: textOf(raw.mode, redactor) ?? 'managed',
    type,
    name,
    provider: textOf(raw.provider_name, redactor) ?? '',
    action,
    rawActions: rawActions(change?.actions, redactor),
    forcedBy: forcedBy(change?.replace_paths, redactor),
    attributes: diff.attributes,
    unchanged: diff.unchanged,
  }
  const module = textOf(raw.module_address, redactor)
  const deposed = textOf(raw.deposed, redactor)
  const reason = textOf(raw.action_reason, redactor)
  if (previous !== undefined && previous !== address) result.previousAddress = previous
  if (module !== undefined) result.module = module
  if (index !== undefined) result.index = index
  if (deposed !== undefined) result.deposed = deposed
  if (reason !== undefined) result.reason = reason
  if (isObject(change?.importing)) result.importing = importSource(change.importing, redactor)
  return result
}

/** Filled step by step: there are many of them, and a spread for each key would cost. */
type Draft = { -readonly [Key in keyof ResourceChange]: ResourceChange[Key] }

/**
 * An action that the plan would invoke (Terraform 1.14, `action_invocations`). There is no word for it among the
 * resource actions, so it is shown as unknown: it does something.
 */
export function actionInvocation(entry: unknown, context: Context): ResourceChange {
  const { redactor } = context
  const raw: JsonObject = isObject(entry) ? entry : {}
  const type = textOf(raw.type, redactor) ?? ''
  const name = textOf(raw.name, redactor) ?? ''
  return {
    address: textOf(raw.address, redactor) ?? guessedAddress(`action.${type}`, name),
    mode: 'action',
    type,
    name,
    provider: textOf(raw.provider_name, redactor) ?? '',
    action: 'unknown',
    rawActions: ['invoke'],
    forcedBy: [],
    attributes: [],
    unchanged: 0,
  }
}

function guessedAddress(type: string, name: string): string {
  return type === '' && name === '' ? '(no address)' : `${type}.${name}`
}

function textOf(value: Json | undefined, redactor: Redactor): string | undefined {
  return typeof value === 'string' && value !== '' ? redactor.redact(value) : undefined
}

function defined<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}

function rawActions(actions: Json | undefined, redactor: Redactor): string[] {
  if (!Array.isArray(actions)) return []
  return actions.map((action: Json) => (typeof action === 'string' ? redactor.redact(action) : '(not text)'))
}

function forcedBy(paths: Json | undefined, redactor: Redactor): string[] {
  if (!Array.isArray(paths)) return []
  const texts = paths.map((path: Json) => {
    const steps = Array.isArray(path) ? path : []
    return pathText(steps.filter(isStep), redactor)
  })
  return [...new Set(texts)].filter((text) => text !== '')
}

function isStep(step: unknown): step is string | number {
  return typeof step === 'string' || typeof step === 'number'
}

function importSource(importing: JsonObject, redactor: Redactor): ImportSource {
  const id = textOf(importing.id, redactor)
  const { identity } = importing
  const shown = isObject(identity)
    ? inlineValue(
        { value: identity, sensitive: undefined, unknown: undefined, name: '', covered: false },
        redactor,
        longestIdentity,
        true,
      ).text
    : undefined
  return {
    ...defined('id', id),
    ...defined('identity', shown),
    unknown: importing.unknown === true || (id === undefined && shown === undefined),
  }
}
