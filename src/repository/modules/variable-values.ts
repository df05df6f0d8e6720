import { alternatives } from '../../hcl/alternatives.ts'
import { objectItems } from '../../hcl/values.ts'
import { localName } from './constant.ts'
import type { GivenValue, TemplatePart } from './facts.ts'
import type { ModuleFacts } from './module-facts.ts'

/** A module as one plan sees it. */
export interface PlannedModule {
  readonly path: string
  readonly facts: Pick<ModuleFacts, 'locals' | 'defaults'>
}

/** Where the values of variables come from. */
export interface Plan {
  /** The folder that is planned. */
  readonly folder: string
  /** Values that its variable files give. */
  readonly given: readonly GivenValue[]
  /** Each call of a module that belongs to the plan. */
  callsOf(path: string): readonly { readonly caller: PlannedModule; readonly inputs: readonly GivenValue[] }[]
}

/** In a text: what follows starts at the root of the repository. Unicode keeps these four out of all texts. */
export const ROOT_MARK = '\uFDD2'
/** Something that is not known; a variable whose value is not; one that nothing gives a value. */
export const UNKNOWN_MARK = '\uFDD4'
export const VARIABLE_MARK = '\uFDD5'
export const NO_VALUE_MARK = '\uFDD6'

/** More values than this of one path are taken as one that is not known. */
const MAX_VALUES = 16
const MAX_LENGTH = 4_096
const MAX_DEPTH = 24
const MAX_STEPS = 2_000

/**
 * The texts that a template of a module may give in a plan: variables through what callers, variable files and defaults
 * say, locals, `path.…`. A variable that is `null` gives none.
 */
export function textsOf(
  parts: readonly TemplatePart[],
  module: PlannedModule,
  plan: Plan,
): readonly string[] {
  return ofTemplate(parts, module, { plan, steps: 0, depth: 0 })
}

interface Search {
  readonly plan: Plan
  /** Templates and expressions looked at, in all. */
  steps: number
  /** Inside of each other. */
  depth: number
}

function ofTemplate(
  parts: readonly TemplatePart[],
  module: PlannedModule,
  search: Search,
): readonly string[] {
  let texts: readonly string[] = ['']
  for (const part of parts) {
    const choices = 'text' in part ? [part.text] : ofExpression(part.expression, module, search)
    const isTooMuch = texts.length * choices.length > MAX_VALUES || (texts[0]?.length ?? 0) > MAX_LENGTH
    const taken = isTooMuch ? [UNKNOWN_MARK] : choices
    texts = texts.flatMap((text) => taken.map((choice) => text + choice))
  }
  return [...new Set(texts)]
}

const NAME = '[\\p{ID_Start}_][\\p{ID_Continue}-]*'
/** `var.x`, `var.x.key`, and what else may follow. */
const VARIABLE = new RegExp(
  `^var\\.(${NAME})(?:\\.(${NAME}))?((?:\\.[\\p{ID_Continue}*-]+|\\[[^[\\]]*\\])*)$`,
  'u',
)

function ofExpression(expression: string, module: PlannedModule, search: Search): readonly string[] {
  search.steps += 1
  if (search.depth >= MAX_DEPTH || search.steps > MAX_STEPS) return [UNKNOWN_MARK]
  if (expression === 'path.module') return [`${ROOT_MARK}/${module.path}`]
  if (expression === 'path.root' || expression === 'path.cwd') return [`${ROOT_MARK}/${search.plan.folder}`]
  search.depth += 1
  const texts = inside(expression, module, search)
  search.depth -= 1
  return texts
}

function inside(expression: string, module: PlannedModule, search: Search): readonly string[] {
  const variable = VARIABLE.exec(expression)
  if (variable !== null) return ofVariable(variable, module, search)
  const local = localName(expression)
  if (local !== undefined) {
    const value = Object.hasOwn(module.facts.locals, local) ? module.facts.locals[local] : undefined
    return value === undefined ? [UNKNOWN_MARK] : ofTemplate(value, module, search)
  }
  return ofSource(expression, module, search)
}

/** An expression as source: each template that it may be. */
function ofSource(expression: string, module: PlannedModule, search: Search): readonly string[] {
  if (expression.length > MAX_LENGTH) return [UNKNOWN_MARK]
  const texts = alternatives(expression).flatMap((parts): readonly string[] => {
    const [first] = parts
    if (parts.length !== 1 || first === undefined || 'text' in first) return ofTemplate(parts, module, search)
    if (first.expression === 'null') return []
    if (first.expression !== expression || isName(expression))
      return ofExpression(first.expression, module, search)
    return [UNKNOWN_MARK]
  })
  return texts.length > MAX_VALUES ? [UNKNOWN_MARK] : texts
}

const isName = (expression: string): boolean =>
  /^path\.(?:module|root|cwd)$/.test(expression) ||
  VARIABLE.test(expression) ||
  localName(expression) !== undefined

function ofVariable(
  [, name = '', key, rest]: readonly (string | undefined)[],
  module: PlannedModule,
  search: Search,
): readonly string[] {
  const isWhole = rest === undefined || rest === ''
  const values = valuesOf(name, module, search.plan)
  if (values.length === 0) return [NO_VALUE_MARK]
  const texts = new Set<string>()
  for (const { expression, scope } of values) {
    if (expression === 'null') continue
    const source =
      key === undefined ? expression : objectItems(expression)?.find((item) => item.key === key)?.value
    const found = isWhole && source !== undefined ? ofSource(source, scope, search) : [UNKNOWN_MARK]
    for (const text of found) texts.add(text === UNKNOWN_MARK ? VARIABLE_MARK : text)
  }
  return [...texts]
}

/** Each value that a variable may have, with the module whose code says so. */
function valuesOf(
  name: string,
  module: PlannedModule,
  plan: Plan,
): readonly { readonly expression: string; readonly scope: PlannedModule }[] {
  const found: { expression: string; scope: PlannedModule }[] = []
  const add = (values: readonly GivenValue[], scope: PlannedModule): boolean => {
    let isGiven = false
    for (const value of values) {
      if (value.name !== name) continue
      found.push({ expression: value.expression, scope })
      isGiven = true
    }
    return isGiven
  }
  let needsDefault = module.path === plan.folder
  if (needsDefault) add(plan.given, module)
  for (const { caller, inputs } of plan.callsOf(module.path)) if (!add(inputs, caller)) needsDefault = true
  if (needsDefault) add(module.facts.defaults, module)
  return found
}
