import { skipBrackets, skipElement } from './skip.ts'
import type { TemplatePart } from './template-text.ts'
import { itemsBetween, listItems, plainText, templateOf } from './values.ts'

type Template = readonly TemplatePart[]

/** More than this are taken as one unknown: `a ? b : c` in each other's branches must not run away. */
const MAX_ALTERNATIVES = 16
const MAX_DEPTH = 8

/**
 * The strings that an expression may give, as templates: both branches of a condition, each argument of `coalesce`
 * and `try`, the text that `join` and `format` make of literals and names, the inside of `abspath(…)`; of `dirname(…)`
 * the inside and one step up. What is none of these is one template of one unknown expression.
 */
export function alternatives(expression: string): readonly Template[] {
  return expand(expression, 0)
}

function expand(source: string, depth: number): readonly Template[] {
  const expression = source.trim()
  const unknown: readonly Template[] = [[{ expression }]]
  const whole = templateOf(expression)
  if (whole !== undefined) return [whole]
  if (depth >= MAX_DEPTH) return unknown
  if (expression.startsWith('(') && skipBrackets(expression, 0) === expression.length)
    return expand(expression.slice(1, -1), depth + 1)
  const call = callOf(expression)
  const branches = call === undefined ? branchesOf(expression) : choicesOf(call)
  if (branches !== undefined) {
    const all = branches.flatMap((branch) => expand(branch, depth + 1))
    return all.length > 0 && all.length <= MAX_ALTERNATIVES ? all : unknown
  }
  const made = call === undefined ? undefined : madeBy(call, depth)
  return made === undefined ? unknown : [melted(made)]
}

/** Neighbouring texts as one part. */
function melted(parts: Template): Template {
  const whole: TemplatePart[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if ('text' in part && last !== undefined && 'text' in last)
      whole.splice(-1, 1, { text: last.text + part.text })
    else whole.push(part)
  }
  return whole
}

interface Call {
  readonly name: string
  readonly arguments: readonly string[]
}

function callOf(expression: string): Call | undefined {
  const name = /^(?:core::)?(\w+)\s*\(/.exec(expression)
  if (name?.[1] === undefined || skipBrackets(expression, name[0].length - 1) < expression.length)
    return undefined
  return { name: name[1], arguments: itemsBetween(expression, name[0].length, expression.length - 1) }
}

function choicesOf(call: Call): readonly string[] | undefined {
  return /^(?:coalesce|try)$/.test(call.name) ? call.arguments : undefined
}

/** Of `condition ? a : b` outside of all brackets. */
function branchesOf(expression: string): readonly string[] | undefined {
  let question = -1
  let open = 0
  for (let at = 0; at < expression.length;) {
    const char = expression[at] ?? ''
    if (char === '?') {
      if (question < 0) question = at
      open += 1
    } else if (char === ':' && open > 0) {
      if (expression[at + 1] === ':') {
        at += 2
        continue
      }
      open -= 1
      if (open === 0)
        return [expression.slice(question + 1, at), expression.slice(at + 1)].map((part) => part.trim())
    }
    at = /[{[(]/.test(char) ? skipBrackets(expression, at) : skipElement(expression, at)
  }
  return undefined
}

/** One template out of a function of templates. */
function madeBy(call: Call, depth: number): Template | undefined {
  const [first, second] = call.arguments
  if (first === undefined) return undefined
  if (call.name === 'abspath' || call.name === 'pathexpand' || call.name === 'tostring') {
    return call.arguments.length === 1 ? single(first, depth) : undefined
  }
  if (call.name === 'dirname') {
    const inner = call.arguments.length === 1 ? single(first, depth) : undefined
    return inner === undefined ? undefined : [...inner, { text: '/..' }]
  }
  if (call.name === 'format') {
    const pattern = second === undefined ? undefined : templateOf(first)
    return pattern === undefined ? undefined : formatted(pattern, call.arguments.slice(1), depth)
  }
  const separator = call.name === 'join' ? plainText(templateOf(first)) : undefined
  return separator === undefined ? undefined : joined(separator, call.arguments.slice(1), depth)
}

function single(source: string, depth: number): Template | undefined {
  const [only, ...more] = expand(source, depth + 1)
  return more.length === 0 ? only : undefined
}

function joined(separator: string, lists: readonly string[], depth: number): Template | undefined {
  const parts: TemplatePart[] = []
  for (const [index, item] of lists.flatMap((list) => itemsOf(list, depth)).entries()) {
    const made = 'unknown' in item || item.source.endsWith('...') ? undefined : single(item.source, depth)
    if (index > 0 && separator !== '') parts.push({ text: separator })
    parts.push(...(made ?? [{ expression: 'unknown' in item ? item.unknown : item.source }]))
  }
  return parts.length === 0 ? undefined : parts
}

/** The items of a list, and of the lists that `concat` puts together; a list that is no literal is one unknown. */
function itemsOf(
  list: string,
  depth: number,
): readonly ({ readonly source: string } | { readonly unknown: string })[] {
  const items = listItems(list)
  if (items !== undefined) return items.map((source) => ({ source }))
  const call = depth < MAX_DEPTH ? callOf(list) : undefined
  return call?.name === 'concat'
    ? call.arguments.flatMap((inner) => itemsOf(inner, depth + 1))
    : [{ unknown: list }]
}

/** Source: https://pkg.go.dev/fmt and https://developer.hashicorp.com/terraform/language/functions/format. */
const VERB = /%(?:%|[-+# 0]*(?:\[\d+\])?[\d*]*(?:\.[\d*]*)?(?:\[\d+\])?[a-zA-Z])/g

/** Only `%s` and `%v` give a value as it is; what any other verb gives is not known. */
function formatted(pattern: Template, values: readonly string[], depth: number): Template {
  const parts: TemplatePart[] = []
  let next = 0
  // `%[2]s` and `%*d` take other values than the next one.
  const inOrder = pattern.every((part) => !('text' in part) || !/%[^a-zA-Z%]*[[*]/.test(part.text))
  for (const part of pattern) {
    if ('expression' in part) {
      parts.push(part)
      continue
    }
    let from = 0
    for (const { 0: verb, index } of part.text.matchAll(VERB)) {
      parts.push({ text: part.text.slice(from, index) + (verb === '%%' ? '%' : '') })
      from = index + verb.length
      if (verb === '%%') continue
      const value = values[next]
      next += 1
      const isValue = inOrder && /^%[sv]$/.test(verb) && value !== undefined && !value.endsWith('...')
      parts.push(...((isValue ? single(value, depth) : undefined) ?? [{ expression: value ?? verb }]))
      // What follows a list that is spread out is not known either.
      if (value?.endsWith('...') === true) next -= 1
    }
    parts.push({ text: part.text.slice(from) })
  }
  return parts.filter((part) => 'expression' in part || part.text !== '')
}
