import { readExpression } from './read-expression.ts'
import { lineEnd, skipBlank, skipBrackets, skipElement, skipString } from './skip.ts'
import type { TemplatePart } from './template-text.ts'

export interface ObjectItem {
  readonly key: string
  /** Source, trimmed. */
  readonly value: string
}

const PLAIN = /^"[^"\\$%\n]*"$/

/** The template that an expression is as a whole (a quoted string or a heredoc), else undefined. */
export function templateOf(expression: string): readonly TemplatePart[] | undefined {
  if (PLAIN.test(expression)) return expression === '""' ? [] : [{ text: expression.slice(1, -1) }]
  const isWhole = expression.startsWith('"')
    ? skipString(expression, 0) === expression.length
    : expression.startsWith('<<') && skipElement(expression, 0) >= expression.trimEnd().length
  return isWhole ? readExpression(expression).strings[0]?.parts : undefined
}

/** The text of a template without expressions: of an empty one ''. */
export function plainText(parts: readonly TemplatePart[] | undefined): string | undefined {
  const [only] = parts ?? []
  if (parts === undefined || parts.length > 1) return undefined
  return only === undefined ? '' : 'text' in only ? only.text : undefined
}

/** Items of an object literal whose keys are names or plain strings; undefined for what is no object literal. */
export function objectItems(expression: string): readonly ObjectItem[] | undefined {
  const end = literalEnd(expression, '{')
  if (end === undefined) return undefined
  const items: ObjectItem[] = []
  for (let at = nextItem(expression, 1); at < end;) {
    const keyEnd = skipItem(expression, at, KEY_END)
    const key = keyOf(withoutComments(expression.slice(at, keyEnd)))
    if (!/[=:]/.test(expression[keyEnd] ?? '')) {
      at = nextItem(expression, Math.max(keyEnd, at + 1))
      continue
    }
    const from = skipBlank(expression, keyEnd + 1, true)
    const valueEnd = skipItem(expression, from, ITEM_END)
    if (key !== undefined) items.push({ key, value: withoutComments(expression.slice(from, valueEnd)) })
    at = nextItem(expression, Math.max(valueEnd, from))
  }
  return items
}

/** Items of a list literal as source; undefined for what is no list literal or is made by `for`. */
export function listItems(expression: string): readonly string[] | undefined {
  const end = literalEnd(expression, '[')
  return end === undefined ? undefined : itemsBetween(expression, 1, end)
}

/** What stands between commas from `from` to `end`, the position of the closing bracket. */
export function itemsBetween(text: string, from: number, end: number): string[] {
  const items: string[] = []
  for (let at = nextItem(text, from); at < end;) {
    let to = at
    while (to < end && text[to] !== ',')
      to = Math.max(skipItem(text, to, COMMA), to + (text[to] === ',' ? 0 : 1))
    const item = withoutComments(text.slice(at, Math.min(to, end)))
    if (item !== '') items.push(item)
    at = nextItem(text, to + 1)
  }
  return items
}

/** Position of the bracket that closes the literal, when the expression is nothing else. */
function literalEnd(expression: string, opening: '{' | '['): number | undefined {
  const closing = opening === '{' ? '}' : ']'
  if (!expression.startsWith(opening) || !expression.endsWith(closing)) return undefined
  if (skipBrackets(expression, 0) < expression.length) return undefined
  const first = skipBlank(expression, 1, true)
  return /^for[\s]/.test(expression.slice(first, first + 4)) ? undefined : expression.length - 1
}

const KEY_END = '=:,\n}'
const ITEM_END = ',\n}'
const COMMA = ','

function skipItem(text: string, from: number, ends: string): number {
  let at = from
  while (at < text.length) {
    const char = text[at] ?? ''
    if (ends.includes(char)) return at
    if (char === '#' || (char === '/' && text[at + 1] === '/')) {
      if (ends.includes('\n')) return at
      at = lineEnd(text, at)
    } else at = /[{[(]/.test(char) ? skipBrackets(text, at) : skipElement(text, at)
  }
  return text.length
}

function nextItem(text: string, from: number): number {
  let at = skipBlank(text, from, true)
  while (text[at] === ',') at = skipBlank(text, at + 1, true)
  return at
}

/** Source without the comments outside of its strings, trimmed. */
function withoutComments(source: string): string {
  if (!/#|\/[/*]/.test(source)) return source.trim()
  let kept = ''
  for (let at = 0; at < source.length;) {
    const isComment = source[at] === '#' || (source[at] === '/' && /[/*]/.test(source[at + 1] ?? ''))
    const end = skipElement(source, at)
    if (!isComment) kept += source.slice(at, end)
    at = end
  }
  return kept.trim()
}

function keyOf(source: string): string | undefined {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(source) ? source : plainText(templateOf(source))
}
