import { lineEnd, skipBlank, skipBrackets, skipExpression } from './skip.ts'

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
  return scanBody(text, { from: 0, to: text.length, depth: 0 }, lineCounter(text))
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

function scanBody(
  text: string,
  range: { readonly from: number; readonly to: number; readonly depth: number },
  lineOf: (at: number) => number,
): HclBody {
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  let clean = range.depth <= MAX_DEPTH
  let at = skipBlank(text, range.from, true)
  while (at < range.to && range.depth <= MAX_DEPTH) {
    const line = lineOf(at)
    const head = readHead(text, at)
    if (head?.kind === 'attribute') {
      const end = skipExpression(text, head.at)
      attributes.push({ name: head.name, expression: text.slice(head.at, end).trim(), line })
      at = end
    } else if (head?.kind === 'block') {
      const end = Math.min(skipBrackets(text, head.at), range.to)
      const body = scanBody(text, { from: head.at + 1, to: end - 1, depth: range.depth + 1 }, lineOf)
      if (text[end - 1] !== '}' || !body.clean) clean = false
      blocks.push({ type: head.name, labels: head.labels, line, body })
      at = end
    } else {
      clean = false
      at = Math.max(lineEnd(text, at), at + 1)
    }
    at = skipBlank(text, at, true)
  }
  return { attributes, blocks, clean }
}

type Head =
  | { readonly kind: 'attribute'; readonly name: string; readonly at: number }
  | { readonly kind: 'block'; readonly name: string; readonly labels: readonly string[]; readonly at: number }

/** `name =` or `type "label" label {`; `at` is where the expression or the brace stands. */
function readHead(text: string, from: number): Head | undefined {
  const name = readName(text, from)
  if (name === undefined) return undefined
  let at = skipBlank(text, from + name.length, false)
  if (text[at] === '=' && text[at + 1] !== '=') {
    return { kind: 'attribute', name, at: skipBlank(text, at + 1, false) }
  }
  const labels: string[] = []
  for (;;) {
    if (text[at] === '{') return { kind: 'block', name, labels, at }
    const quoted = /"((?:[^"\\\n]|\\.)*)"/y
    quoted.lastIndex = at
    const label = quoted.exec(text)?.[1]
    const bare = label === undefined ? readName(text, at) : undefined
    if (label !== undefined) at += label.length + 2
    else if (bare !== undefined) at += bare.length
    else return undefined
    labels.push(label ?? bare ?? '')
    at = skipBlank(text, at, false)
  }
}

function readName(text: string, at: number): string | undefined {
  const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
  name.lastIndex = at
  return name.exec(text)?.[0]
}

/** Line numbers from 1, for positions asked in rising order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1
  let seen = 0
  return (at) => {
    for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
      line += 1
      seen = next + 1
    }
    return line
  }
}
