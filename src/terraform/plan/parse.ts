import { UserError } from '../../core/errors.ts'
import { hasLongNumber, keepDigits } from './exact-number.ts'
import { isObject } from './json.ts'
import type { JsonObject } from './json.ts'
import { recogniseJson, recogniseText } from './not-a-plan.ts'
import type { RawPlan } from './raw.ts'

const help =
  'Give a plan saved with `terraform plan -out FILE`, or the output of `terraform show -json FILE`.'

/** Majors of the format this reads: 0 was written up to Terraform 1.0, 1 by all since, and by OpenTofu. */
const knownMajors: ReadonlySet<string> = new Set(['0', '1'])

/**
 * Reads the JSON of a plan. Keys it does not know are ignored, an unknown minor version is accepted, as the format asks
 * of its readers. Throws a `UserError` for anything that is not one whole plan; no message quotes what the text holds.
 */
export function parsePlanJson(text: string): RawPlan {
  const trimmed = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const value = parseJson(trimmed)
  if (!isObject(value)) {
    throw notAPlan(Array.isArray(value) ? 'a JSON array' : 'a single JSON value', help)
  }
  const other = recogniseJson(value)
  if (other !== undefined) throw notAPlan(other.what, other.help)
  checkVersion(value.format_version)
  const wrong = wrongShape(value)
  if (wrong !== undefined) {
    throw new UserError(`The plan JSON is damaged: ${wrong}.`, { help: 'Make the plan JSON again.' })
  }
  if (!saysAnything(value)) {
    throw notAPlan('an empty state (`terraform show -json` without a plan file)', help)
  }
  return value as unknown as RawPlan
}

function notAPlan(what: string, advice: string): UserError {
  return new UserError(`This is not the JSON of a plan: it is ${what}.`, { help: advice })
}

function parseJson(text: string): unknown {
  if (text.trim() === '') {
    throw new UserError('The plan JSON is empty.', {
      help: `The command that should have written it has most likely failed. ${help}`,
    })
  }
  try {
    // A reviver costs several times the parsing itself, so only where there is a number that needs it.
    return (hasLongNumber(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)) as unknown
  } catch (thrown) {
    // The engine's message quotes the text, which may hold secrets: it is neither shown nor kept as the cause.
    const other = recogniseText(text)
    if (other !== undefined) throw notAPlan(other.what, other.help)
    if (isCutOff(text, thrown)) {
      throw new UserError(`The plan JSON is cut off after ${text.length} characters.`, {
        help: 'Writing it was interrupted, or the disk was full. Make it again.',
      })
    }
    throw new UserError(`This is not JSON${position(thrown)}.`, { help })
  }
}

function isCutOff(text: string, thrown: unknown): boolean {
  const body = text.trimEnd()
  if (!body.trimStart().startsWith('{')) return false
  if (!body.endsWith('}')) return true
  if (!(thrown instanceof SyntaxError)) return false
  const place = /at position (\d+)/.exec(thrown.message)?.[1]
  return place === undefined ? thrown.message.includes('end of JSON input') : Number(place) >= body.length
}

function position(thrown: unknown): string {
  const found = thrown instanceof SyntaxError ? /\(line (\d+) column (\d+)\)/.exec(thrown.message) : null
  return found === null ? '' : ` (line ${found[1] ?? ''}, column ${found[2] ?? ''})`
}

function checkVersion(version: unknown): void {
  if (version === undefined || version === null) {
    throw new UserError('This JSON has no `format_version`, so it is not the JSON of a plan.', { help })
  }
  if (typeof version !== 'string' || !/^\d{1,4}(\.\d{1,4}){0,2}$/.test(version)) {
    throw new UserError('The `format_version` of this JSON is not a version.', { help })
  }
  if (knownMajors.has(version.split('.')[0] ?? '')) return
  throw new UserError(`The plan JSON has format ${version}; this version reads formats 0.x and 1.x.`, {
    help: 'Update this action, or make the plan with a tool version that writes format 1.',
  })
}

const lists = [
  'resource_changes',
  'resource_drift',
  'deferred_changes',
  'checks',
  'action_invocations',
] as const

/** The parts that are read must be of the kind they should be: what cannot be read must not pass as "no changes". */
function wrongShape(value: JsonObject): string | undefined {
  for (const key of lists) {
    const part = value[key]
    if (part !== undefined && part !== null && !Array.isArray(part)) return `\`${key}\` is not a list`
  }
  const outputs = value['output_changes']
  if (outputs !== undefined && outputs !== null && !isObject(outputs))
    return '`output_changes` is not an object'
  return undefined
}

/** A plan with nothing to do still has its planned values; an empty state has nothing but the format. */
function saysAnything(value: JsonObject): boolean {
  return ['planned_values', 'resource_changes', 'output_changes', 'deferred_changes'].some((key) =>
    Object.hasOwn(value, key),
  )
}
