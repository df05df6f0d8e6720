import { lineCounter } from './line-counter.ts'
import { isTemplate, skipBlank, skipBrackets, skipExpression } from './skip.ts'

export interface HclAttribute {
  readonly name: string
  /** The expression as written, trimmed. */
  readonly expression: string
  readonly line: number
}

export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly line: number
  readonly body: HclBody
}

export interface HclBody {
  readonly attributes: readonly HclAttribute[]
  readonly blocks: readonly HclBlock[]
  /** False when something was skipped that could not be read: what depends on it must be cautious. */
  readonly clean: boolean
}

/**
 * Reads the structure of a `.tf` or `.tofu` file: blocks, labels, attributes, expressions as text. It evaluates
 * nothing, throws on nothing and skips what it cannot read (`clean: false`).
 */
export function scanHcl(text: string): HclBody {
  return scanBody(text, 0, 0, lineCounter(text)).body
}

/** The value of an expression that is one plain quoted string, else undefined. */
export function literalString(expression: string | undefined): string | undefined {
  if (expression === undefined || !/^"(?:[^"\\$%\n]|\\["\\nrt]|[$%](?!\{))*"$/.test(expression))
    return undefined
  try {
    return JSON.parse(expression) as string
  } catch {
    return undefined
  }
}

const MAX_DEPTH = 32

const LINE_FEED = 0x0a
const QUOTE = 0x22
const EQUALS = 0x3d
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** A body up to the brace that closes it; the outermost one (depth 0) is closed by the end of the text. */
function scanBody(
  text: string,
  from: number,
  depth: number,
  lineOf: (at: number) => number,
): { readonly body: HclBody; readonly end: number } {
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  let clean = true
  let at = skipBlank(text, from, true)
  while (at < text.length) {
    if (depth > 0 && text.charCodeAt(at) === CLOSE_BRACE)
      return { body: { attributes, blocks, clean }, end: at + 1 }
    const head = readHead(text, at)
    if (head === undefined) {
      clean = false
      at = Math.max(skipExpression(text, at), at + 1)
    } else if (head.kind === 'attribute') {
      const end = skipExpression(text, head.at)
      const expression = text.slice(head.at, end).trim()
      if (expression === '') clean = false
      attributes.push({ name: head.name, expression, line: lineOf(at) })
      at = end
    } else {
      const line = lineOf(at)
      const inner =
        depth < MAX_DEPTH ? scanBody(text, head.at + 1, depth + 1, lineOf) : skipped(text, head.at)
      if (!inner.body.clean) clean = false
      blocks.push({ type: head.name, labels: head.labels, line, body: inner.body })
      at = inner.end
    }
    at = skipBlank(text, at, true)
  }
  return { body: { attributes, blocks, clean: clean && depth === 0 }, end: text.length }
}

function skipped(text: string, brace: number): { readonly body: HclBody; readonly end: number } {
  return { body: { attributes: [], blocks: [], clean: false }, end: skipBrackets(text, brace) }
}

type Head =
  | { readonly kind: 'attribute'; readonly name: string; readonly at: number }
  | { readonly kind: 'block'; readonly name: string; readonly labels: readonly string[]; readonly at: number }

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy

/** `name =` or `type "label" label {`; `at` is where the expression or the brace stands. */
function readHead(text: string, from: number): Head | undefined {
  const name = readName(text, from)
  if (name === undefined) return undefined
  let at = skipBlank(text, from + name.length, false)
  if (text.charCodeAt(at) === EQUALS && text.charCodeAt(at + 1) !== EQUALS) {
    return { kind: 'attribute', name, at: skipBlank(text, at + 1, false) }
  }
  const labels: string[] = []
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE) return { kind: 'block', name, labels, at }
    if (code === QUOTE) {
      const end = labelEnd(text, at)
      if (end === undefined) return undefined
      labels.push(text.slice(at + 1, end - 1))
      at = end
    } else {
      const label = readName(text, at)
      if (label === undefined) return undefined
      at += label.length
      labels.push(label)
    }
    at = skipBlank(text, at, false)
  }
}

/** After the quoted label at `from`. One with a template in it is no label. */
function labelEnd(text: string, from: number): number | undefined {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === LINE_FEED || isTemplate(text, at)) return undefined
    at += code === BACKSLASH ? 2 : 1
  }
  return undefined
}

function readName(text: string, from: number): string | undefined {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code >= 0x80) break // not ASCII: by the slower rule
    const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f
    const inner = (code >= 0x30 && code <= 0x39) || code === 0x2d
    if (!letter && !(inner && at > from)) return at > from ? text.slice(from, at) : undefined
    at += 1
  }
  NAME.lastIndex = from
  return NAME.exec(text)?.[0]
}
