/** A piece of a template: text as it is, or the source of an expression (of a `%{…}`: what stands between the braces). */
export type TemplatePart = { readonly text: string } | { readonly expression: string }

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([^\r\n]))/uy
const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/**
 * The text of the backslash escape at `at`, and where it ends. An escape that HCL does not know stands for what
 * follows the backslash. Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (quoted templates).
 */
export function decodeEscape(text: string, at: number): { readonly text: string; readonly end: number } {
  ESCAPE.lastIndex = at
  const found = ESCAPE.exec(text)
  if (found === null) return { text: '', end: at + 1 }
  const [, short, long, char] = found
  const hex = short ?? long
  const point = hex === undefined ? undefined : Number.parseInt(hex, 16)
  const decoded =
    point === undefined
      ? (SIMPLE[char ?? ''] ?? char ?? '')
      : point <= 0x10ffff
        ? String.fromCodePoint(point)
        : ''
  return { text: decoded, end: ESCAPE.lastIndex }
}

/** What a `<<-` heredoc takes off: the white space that all of its lines begin with; blank lines do not count. */
export function withoutIndent(parts: readonly TemplatePart[]): TemplatePart[] {
  let least = Number.MAX_SAFE_INTEGER
  eachLineStart(parts, (line) => {
    if (line === undefined) least = 0
    else if (line.trim() !== '' || !line.endsWith('\n')) least = Math.min(least, line.search(/\S|$/))
    return line
  })
  const cut = eachLineStart(parts, (line) =>
    line === undefined || (line.trim() === '' && line.endsWith('\n')) ? line : line.slice(least),
  )
  return cut.filter((part) => 'expression' in part || part.text !== '')
}

/** Puts what `change` gives in the place of each piece that begins a line; of an expression there it gets undefined. */
function eachLineStart(
  parts: readonly TemplatePart[],
  change: (line: string | undefined) => string | undefined,
): TemplatePart[] {
  let atStart = true
  return parts.map((part) => {
    if ('expression' in part) {
      if (atStart) change(undefined)
      atStart = false
      return part
    }
    const lines = part.text.match(/[^\n]*\n|[^\n]+$/g) ?? []
    const changed = lines.map((line, index) => (index > 0 || atStart ? (change(line) ?? '') : line))
    atStart = part.text.endsWith('\n')
    return { text: changed.join('') }
  })
}

/** The source of a quoted string that means this text and nothing else. */
export function quoted(text: string): string {
  return `"${escaped(text).replace(/([$%])\{/g, '$1$1{')}"`
}

/** Text as it stands between quotes; `${`, `%{` and their escapes are left as they are. */
export function escaped(text: string): string {
  return text.replace(/["\\\n\r\t]/g, (char) => ESCAPED[char] ?? char)
}

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}
