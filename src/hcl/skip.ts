/**
 * Where the lexical elements of HCL end. Positions are UTF-16 indexes. Every function makes progress and none
 * throws: an element that is not closed ends where the text ends.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (comments, templates, heredocs).
 */

/** After white space (line ends too, when `overLines`) and comments. */
export function skipBlank(text: string, from: number, overLines: boolean): number {
  let at = from
  while (at < text.length) {
    const char = text[at]
    if (char === '#' || (char === '/' && text[at + 1] === '/')) at = lineEnd(text, at)
    else if (char === '/' && text[at + 1] === '*') at = after(text, '*/', at + 2)
    else if (char === ' ' || char === '\t' || char === '\r' || char === '\uFEFF') at += 1
    else if (char === '\n' && overLines) at += 1
    else return at
  }
  return at
}

/** Templates in templates beyond this are taken to run to the end of the text: nobody writes them, and stacks are finite. */
const MAX_NESTING = 100

/** After the quoted template that starts at `from`; `${…}` and `%{…}` inside may hold quotes of their own. */
export function skipString(text: string, from: number, nesting = 0): number {
  if (nesting > MAX_NESTING) return text.length
  let at = from + 1
  while (at < text.length) {
    const char = text[at]
    if (char === '\\') at += 2
    else if (char === '"') return at + 1
    else if (isTemplate(text, at)) at = skipBrackets(text, at + 1, nesting + 1)
    else if (char === '\n')
      return at // a string never spans lines: what follows is not part of it
    else at += 1
  }
  return text.length
}

/** After the heredoc that starts at `from`, or undefined when there is none. */
export function skipHeredoc(text: string, from: number): number | undefined {
  const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy
  opening.lastIndex = from
  const found = opening.exec(text)
  if (found === null) return undefined
  const close = new RegExp(`^[ \\t]*${found[2] ?? ''}[ \\t]*\\r?$`, 'gmu')
  close.lastIndex = opening.lastIndex
  return close.exec(text) === null ? text.length : close.lastIndex
}

/** After the bracket that closes the one at `from`; brackets, strings, heredocs and comments inside are skipped. */
export function skipBrackets(text: string, from: number, nesting = 0): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const char = text[at]
    if (char === '{' || char === '[' || char === '(') depth += 1
    else if (char === '}' || char === ']' || char === ')') {
      depth -= 1
      if (depth === 0) return at + 1
    }
    at = skipElement(text, at, nesting)
  }
  return text.length
}

/** After one lexical element of an expression: a string, heredoc or comment as a whole, else one character. */
export function skipElement(text: string, at: number, nesting = 0): number {
  const char = text[at]
  if (char === '"') return skipString(text, at, nesting)
  if (char === '<' && text[at + 1] === '<') return skipHeredoc(text, at) ?? at + 1
  if (char === '#' || (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*'))) {
    return Math.max(skipBlank(text, at, false), at + 1)
  }
  return at + 1
}

/** After the expression that starts at `from`: it ends with its line unless a bracket is open. */
export function skipExpression(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const char = text[at]
    if (char === '\n' || char === '}' || char === ']' || char === ')') return at
    if (char === '#' || (char === '/' && text[at + 1] === '/')) return at
    at = char === '{' || char === '[' || char === '(' ? skipBrackets(text, at) : skipElement(text, at)
  }
  return at
}

export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

/** `$${` and `%%{` are escapes, not templates. */
function isTemplate(text: string, at: number): boolean {
  const char = text[at]
  return (char === '$' || char === '%') && text[at + 1] === '{' && text[at - 1] !== char
}
