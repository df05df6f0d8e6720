import { UserError } from '../../core/errors.ts'
import { isObject } from '../plan/json.ts'
import type { JsonObject } from '../plan/json.ts'
import type { ReviewedPlan } from './reviewed-plan.ts'
import { MAX_VALUE_DEPTH } from './reviewed-value.ts'

/** Marks stand one level below the deepest value; so do the parts of an action. */
const DEEPEST = MAX_VALUE_DEPTH + 10

const HASH = /^[0-9a-f]{64}$/

/**
 * A record as it comes out of a seal. The seal tells that it was not altered, not who made it, so all of it is checked;
 * a key that is not known is refused, as it may say something that this version would not heed.
 * Throws a `UserError`; no message quotes a value.
 */
export function reviewedPlanOf(value: unknown): ReviewedPlan {
  const fault = faultOf(value)
  if (fault === undefined) return value as ReviewedPlan
  throw new UserError(`The record of what was reviewed cannot be used: ${fault}.`, {
    help: 'Plan this stack again.',
    causeClass: 'policy',
  })
}

function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no object'
  if (value['version'] !== 1) return 'it is of another version'
  const wrong = wrongKeys(value, ['version', 'salt', 'changes', 'outputs', 'complete'], [])
  if (wrong !== undefined) return wrong
  const { salt, changes, outputs, complete } = value
  if (typeof salt !== 'string' || !HASH.test(salt)) return 'its salt is none'
  if (typeof complete !== 'boolean') return 'it does not say whether the plan was whole'
  if (!Array.isArray(changes) || !Array.isArray(outputs)) return 'its changes or outputs are no list'
  return (
    listFault('change', changes as unknown[], changeFault, identityOf) ??
    listFault('output', outputs as unknown[], outputFault, ({ name }) => [textOf(name)])
  )
}

function listFault(
  noun: string,
  items: readonly unknown[],
  faultIn: (item: JsonObject) => string | undefined,
  identity: (item: JsonObject) => readonly string[],
): string | undefined {
  let previous: readonly string[] = []
  for (const [index, item] of items.entries()) {
    const fault = isObject(item) ? faultIn(item) : 'is no object'
    if (fault !== undefined) return `${noun} ${index} ${fault}`
    const current = identity(item as JsonObject)
    if (isBefore(current, previous)) return `${noun} ${index} is not in order`
    previous = current
  }
  return undefined
}

function identityOf({ address, deposed }: JsonObject): readonly string[] {
  return [textOf(address), textOf(deposed)]
}

function isBefore(left: readonly string[], right: readonly string[]): boolean {
  const at = right.findIndex((text, index) => text !== left[index])
  return at >= 0 && (left[at] ?? '') < (right[at] ?? '')
}

function changeFault(change: JsonObject): string | undefined {
  const optional = ['deposed', 'previousAddress', 'importing', 'identity', 'means']
  return (
    wrongKeys(change, ['address', 'actions', 'before', 'after'], optional) ??
    textFault(change, ['address', 'deposed', 'previousAddress', 'means']) ??
    actionsFault(change) ??
    valuesFault(change, ['before', 'after', 'importing', 'identity'])
  )
}

function outputFault(output: JsonObject): string | undefined {
  return (
    wrongKeys(output, ['name', 'actions', 'before', 'after'], []) ??
    textFault(output, ['name']) ??
    actionsFault(output) ??
    valuesFault(output, ['before', 'after'])
  )
}

function wrongKeys(
  object: JsonObject,
  needed: readonly string[],
  optional: readonly string[],
): string | undefined {
  const missing = needed.find((key) => !Object.hasOwn(object, key))
  if (missing !== undefined) return `has no ${missing}`
  const known = new Set([...needed, ...optional])
  return Object.keys(object).every((key) => known.has(key))
    ? undefined
    : 'has a key that this version does not know'
}

function textFault(object: JsonObject, keys: readonly string[]): string | undefined {
  const wrong = keys.find((key) => Object.hasOwn(object, key) && typeof object[key] !== 'string')
  return wrong === undefined ? undefined : `has a ${wrong} that is no text`
}

function actionsFault({ actions }: JsonObject): string | undefined {
  const isList = Array.isArray(actions) && actions.every((action) => typeof action === 'string')
  return isList ? undefined : 'has actions that are no texts'
}

function valuesFault(object: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const fault = Object.hasOwn(object, key) ? valueFault(object[key]) : undefined
    if (fault !== undefined) return `has a value ${fault}`
  }
  return undefined
}

/** A loop and no recursion: what comes may be nested without limit. */
function valueFault(root: unknown): string | undefined {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (value === null || typeof value === 'string' || typeof value === 'boolean') continue
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return 'that is no JSON'
      continue
    }
    if (depth > DEEPEST) return 'that is too deep'
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        waiting.push({ value: value[index] as unknown, depth: depth + 1 })
      }
    } else if (isObject(value)) {
      if (!isMark(value)) {
        for (const key of Object.keys(value)) {
          if (/^\0(?!\0)/.test(key)) return 'with a mark that is none'
          waiting.push({ value: value[key], depth: depth + 1 })
        }
      }
    } else return 'that is no JSON'
  }
  return undefined
}

/** Exactly one of our marks. */
function isMark(value: JsonObject): boolean {
  const [key, ...more] = Object.keys(value)
  if (key === undefined || more.length > 0) return false
  const mark = value[key]
  if (key === '\0hmac') return typeof mark === 'string' && HASH.test(mark)
  return ['\0unknown', '\0same', '\0absent'].includes(key) && mark === true
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
