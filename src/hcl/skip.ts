/**
 * Where the lexical elements of HCL end. Positions are UTF-16 indexes. Every function makes progress and none
 * throws: an element that is not closed ends where the text ends. Each is linear in the text it passes.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (comments, templates, heredocs) and
 * scan_tokens.rl beside it.
 */

const TAB = 0x09
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const HASH = 0x23
const DOLLAR = 0x24
const PERCENT = 0x25
const OPEN_PARENTHESIS = 0x28
const CLOSE_PARENTHESIS = 0x29
const STAR = 0x2a
const SLASH = 0x2f
const LESS = 0x3c
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const BYTE_ORDER_MARK = 0xfeff

/** After white space (line ends too, when `overLines`) and comments. */
export function skipBlank(text: string, from: number, overLines: boolean): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB || code === RETURN || code === BYTE_ORDER_MARK) at += 1
    else if (code === LINE_FEED && overLines) at += 1
    else if (isComment(text, at, code)) at = skipComment(text, at)
    else return at
  }
}

function isComment(text: string, at: number, code: number): boolean {
  if (code === HASH) return true
  if (code !== SLASH) return false
  const next = text.charCodeAt(at + 1)
  return next === SLASH || next === STAR
}

/** After the comment that starts at `at`; the line end after a comment to the end of its line is no part of it. */
export function skipComment(text: string, at: number): number {
  return text.charCodeAt(at + 1) === STAR && text.charCodeAt(at) === SLASH
    ? after(text, '*/', at + 2)
    : lineEnd(text, at)
}

/** Templates in templates beyond this are taken to run to the end of the text: nobody writes them, and stacks are finite. */
const MAX_NESTING = 100

/** After the quoted template that starts at `from`; `${…}` and `%{…}` inside may hold quotes of their own. */
export function skipString(text: string, from: number, nesting = 0): number {
  if (nesting > MAX_NESTING) return text.length
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 2
    else if (code === QUOTE) return at + 1
    else if ((code === DOLLAR || code === PERCENT) && isTemplate(text, at))
      at = skipBrackets(text, at + 1, nesting + 1)
    else if (code === LINE_FEED)
      return at // a string never spans lines: what follows is not part of it
    else at += 1
  }
  return text.length
}

const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy

/** The opening of a heredoc at `from`: where its text starts and what ends it. */
export function heredocAt(
  text: string,
  from: number,
): { readonly body: number; readonly marker: string; readonly indented: boolean } | undefined {
  HEREDOC.lastIndex = from
  const found = HEREDOC.exec(text)
  return found === null
    ? undefined
    : { body: HEREDOC.lastIndex, marker: found[2] ?? '', indented: found[1] === '-' }
}

/** After the heredoc that starts at `from`, or undefined when there is none. */
function skipHeredoc(text: string, from: number, nesting = 0): number | undefined {
  const opening = heredocAt(text, from)
  if (opening === undefined) return undefined
  if (nesting > MAX_NESTING) return text.length
  let at = opening.body
  while (at < text.length) {
    const end = markerEnd(text, at, opening.marker)
    if (end !== undefined) return end
    at = skipHeredocLine(text, at, nesting)
  }
  return text.length
}

/** After the end marker when the line that starts at `at` is nothing else; undefined when it is not. */
export function markerEnd(text: string, at: number, marker: string): number | undefined {
  let from = at
  while (isSpace(text.charCodeAt(from))) from += 1
  if (!text.startsWith(marker, from)) return undefined
  const end = from + marker.length
  let rest = end
  while (isSpace(text.charCodeAt(rest))) rest += 1
  return rest >= text.length || text.charCodeAt(rest) === LINE_FEED ? end : undefined
}

/** After the line end; what a template in the line holds may span lines, and no end marker counts in there. */
function skipHeredocLine(text: string, from: number, nesting: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) return at + 1
    if ((code === DOLLAR || code === PERCENT) && isTemplate(text, at))
      at = skipBrackets(text, at + 1, nesting + 1)
    else at += 1
  }
  return text.length
}

/** After the bracket that closes the one at `from`; brackets, strings, heredocs and comments inside are skipped. */
export function skipBrackets(text: string, from: number, nesting = 0): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PARENTHESIS) {
      depth += 1
      at += 1
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PARENTHESIS) {
      depth -= 1
      at += 1
      if (depth === 0) return at
    } else at = skipElement(text, at, nesting)
  }
  return text.length
}

/** After one lexical element of an expression: a string, heredoc or comment as a whole, else one character. */
export function skipElement(text: string, at: number, nesting = 0): number {
  const code = text.charCodeAt(at)
  if (code === QUOTE) return skipString(text, at, nesting)
  if (code === LESS && text.charCodeAt(at + 1) === LESS) return skipHeredoc(text, at, nesting) ?? at + 1
  return isComment(text, at, code) ? Math.max(skipComment(text, at), at + 1) : at + 1
}

/** After the expression that starts at `from`: it ends with its line unless a bracket is open. */
export function skipExpression(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PARENTHESIS)
      return at
    if (code === HASH || (code === SLASH && text.charCodeAt(at + 1) === SLASH)) return at
    at =
      code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PARENTHESIS
        ? skipBrackets(text, at)
        : skipElement(text, at)
  }
  return Math.min(at, text.length)
}

export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

/** True where `${` or `%{` starts a template; `$${` and `%%{` are escapes. */
export function isTemplate(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) !== OPEN_BRACE) return false
  const code = text.charCodeAt(at)
  return (code === DOLLAR || code === PERCENT) && text.charCodeAt(at - 1) !== code
}

const isSpace = (code: number): boolean => code === SPACE || code === TAB || code === RETURN

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}
