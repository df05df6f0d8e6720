import type { Redactor } from '../../core/redactor.ts'
import { hclStep } from './hcl-text.ts'
import type { Json } from './raw.ts'
import { hiddenBySibling, hidesName } from './secret-names.ts'

/** Where the walk is: a chain of steps from the attribute up to the root. */
export interface Place {
  readonly parent: Place | undefined
  readonly step: string | number
  /** The last named step, through lists: what tells whether a value is a password. */
  readonly name: string
  readonly depth: number
  /** For a key such as `value`: the objects it is in, before and after, as a sibling there may name it. */
  readonly siblings: readonly [Json | undefined, Json | undefined] | undefined
}

export function childPlace(
  parent: Place | undefined,
  step: string | number,
  siblings?: readonly [Json | undefined, Json | undefined],
): Place {
  const name = typeof step === 'string' ? step : (parent?.name ?? '')
  return { parent, step, name, depth: (parent?.depth ?? 0) + 1, siblings }
}

/** Hidden by the name beside it, or by the name beside one of the values it is in. */
export function isCovered(place: Place | undefined, redactor: Redactor): boolean {
  for (let at = place; at !== undefined; at = at.parent) {
    if (at.siblings === undefined || typeof at.step !== 'string') continue
    const key = at.step
    if (at.siblings.some((object) => hiddenBySibling(redactor, object, key))) return true
  }
  return false
}

/** Hidden by its own name, or as above. */
export function isHiddenPlace(place: Place | undefined, redactor: Redactor): boolean {
  return place !== undefined && (hidesName(redactor, place.name) || isCovered(place, redactor))
}

/** In HCL reference syntax, each step redacted: `ingress[0].from_port`. */
export function placeText(place: Place | undefined, redactor: Redactor): string {
  if (place === undefined) return '(all attributes)'
  const steps: (string | number)[] = []
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) steps.push(at.step)
  return pathText(steps.reverse(), redactor)
}

export function pathText(steps: readonly (string | number)[], redactor: Redactor): string {
  return steps
    .map((step, index) => hclStep(typeof step === 'string' ? redactor.redact(step) : step, index === 0))
    .join('')
}

/** The paths that force a replacement, as a tree. `all` covers what is below. */
export interface Forced {
  all: boolean
  readonly next: Map<string | number, Forced>
}

/** Undefined when there are none. Steps that are neither text nor number (no tool writes such) end a path. */
export function forcedTree(paths: unknown): Forced | undefined {
  if (!Array.isArray(paths) || paths.length === 0) return undefined
  const root: Forced = { all: false, next: new Map() }
  for (const path of paths as unknown[]) {
    if (!Array.isArray(path)) continue
    let at = root
    for (const step of path as unknown[]) {
      if (typeof step !== 'string' && typeof step !== 'number') break
      let child = at.next.get(step)
      if (child === undefined) at.next.set(step, (child = { all: false, next: new Map() }))
      at = child
    }
    at.all = true
  }
  return root
}

export function forcedBelow(forced: Forced | undefined, ...steps: (string | number)[]): Forced | undefined {
  if (forced === undefined || forced.all) return forced
  for (const step of steps) {
    const child = forced.next.get(step)
    if (child !== undefined) return child
  }
  return undefined
}
