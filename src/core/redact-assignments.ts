/**
 * Values given to a secret name in a text: `password = "…"`, `"api_key": "…"`, `TOKEN=…`, `secret: …`, in HCL, JSON
 * (also JSON in a string), YAML, dotenv, URLs and Terraform's own plan text (`"old" -> "new"`).
 */

type Hide = (start: number, end: number) => void

const LONGEST_NAME = 100
const EQUALS = 0x3d
const COLON = 0x3a
const BACKSLASH = 0x5c

const ARROW = /[ \t]*->[ \t]*/y
const HEREDOC = /<<[-~]?["']?([A-Za-z_][A-Za-z0-9_]*)["']?[^\n]*\n/y
const YAML_BLOCK = /[|>][+\-0-9]{0,2}[ \t]*\r?\n/y
/** Text that a plan shows in place of a value. */
const STAND_IN = /\((?:sensitive|known after apply|known only after|write-only)/y
const AUTH_SCHEME = /(?:["']?)(?:bearer|basic|token|digest|negotiate|apikey|aws4-hmac-sha256)[ \t]+/iy
const RUN = /[^\s"'&;<>]+/y
/** Nothing to hide: literals, and references of HCL, shells and GitHub expressions. */
const NO_SECRET =
  /^(?:true|false|null|nil|none|~|->|string|\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_][A-Z0-9_]*|\{\{.*|\$\{\{.*|(?:var|local|data|module|each|self|path)\.[\w.[\]"*-]+|[a-z]+_[a-z0-9_]+\.[\w-]+\.[\w.[\]-]+)$/

/** Hides the value after the `=` or `:` at `at`, when the name before it is a secret's. */
export function assignedValues(
  text: string,
  at: number,
  hidesKey: (name: string) => boolean,
  hide: Hide,
): void {
  const isColon = text.charCodeAt(at) === COLON
  const next = text.charCodeAt(at + 1)
  const before = text.charCodeAt(at - 1)
  // `==`, `=~`, `!=`, `<=`, `>=`, `::` assign nothing; of `:=` the second half counts.
  if (next === EQUALS || (isColon && (next === COLON || before === COLON))) return
  if (
    !isColon &&
    (next === 0x7e || before === EQUALS || before === 0x21 || before === 0x3c || before === 0x3e)
  )
    return

  const name = nameBefore(text, before === COLON ? at - 1 : at)
  if (name === undefined) return
  let value = at + 1
  if (!isColon && next === 0x3e) value++ // `=>`
  value = skipBlanks(text, value)
  if (isAuthorization(name.text)) {
    AUTH_SCHEME.lastIndex = value
    if (AUTH_SCHEME.test(text)) hideRun(text, AUTH_SCHEME.lastIndex, hide)
    return
  }
  if (!hidesKey(name.text) && !isUrlSignature(text, name)) return

  for (;;) {
    const end = hideValue(text, value, { isColon, spaced: value > at + 1, name, hide })
    if (end === undefined) return
    ARROW.lastIndex = end
    if (!ARROW.test(text)) return
    value = ARROW.lastIndex
  }
}

interface Name {
  readonly text: string
  readonly start: number
  readonly quoted: boolean
}

/** The name that ends before `end`, with or without quotes or an index bracket around it. */
function nameBefore(text: string, end: number): Name | undefined {
  let last = end
  while (last > 0 && end - last < LONGEST_NAME && isBlank(text.charCodeAt(last - 1))) last--
  if (text.charCodeAt(last - 1) === 0x5d) last-- // ]
  const quote = text.charCodeAt(last - 1)
  const quoted = quote === 0x22 || quote === 0x27
  if (quoted) {
    last--
    while (last > 0 && text.charCodeAt(last - 1) === BACKSLASH) last--
  }
  let start = last
  while (start > 0 && last - start <= LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1))) start--
  if (start === last || last - start > LONGEST_NAME) return undefined
  return { text: text.slice(start, last), start, quoted }
}

interface ValueContext {
  readonly isColon: boolean
  readonly spaced: boolean
  readonly name: Name
  readonly hide: Hide
}

/** Hides the value at `at`; where it ends, when something may follow it. */
function hideValue(text: string, at: number, context: ValueContext): number | undefined {
  STAND_IN.lastIndex = at
  if (STAND_IN.test(text)) return text.indexOf(')', at) + 1 || undefined
  let open = at
  while (text.charCodeAt(open) === BACKSLASH) open++
  const quote = text.charCodeAt(open)
  if (quote === 0x22 || quote === 0x27) return hideQuoted(text, open, open - at, context.hide)
  switch (text.charAt(at)) {
    case '[':
      return hideList(text, at, context.hide)
    case '<':
      return hideHeredoc(text, at, context.hide)
    case '|':
    case '>':
      if (context.isColon) hideYamlBlock(text, at, context)
      return undefined
    case '{':
      // `{{ … }}` of a template is a reference, `{` alone opens a map whose own names are judged.
      return undefined
    default:
  }
  // `arn:aws:secretsmanager:…:secret:name`; where a colon assigns, a space follows it or the name has quotes.
  if (context.isColon && !context.spaced && !context.name.quoted) return undefined
  if (context.isColon && context.spaced && !context.name.quoted) {
    if (beginsLine(text, context.name.start)) {
      hideRestOfLine(text, at, context.hide)
      return undefined
    }
    // `Invalid token: the value …` in a sentence.
    RUN.lastIndex = at
    if (/^[A-Za-z]?[a-z]*[.,;:]?$/.test(RUN.exec(text)?.[0] ?? '')) return undefined
  }
  return hideRun(text, at, context.hide)
}

/** A quoted string; `depth` backslashes stand before its quotes when it is itself inside a string. */
function hideQuoted(text: string, open: number, depth: number, hide: Hide): number {
  const quote = text.charAt(open)
  let close = open
  for (;;) {
    close = text.indexOf(quote, close + 1)
    if (close < 0) {
      const lineEnd = endOfLine(text, open)
      hideUnlessReference(text, open + 1, lineEnd, hide)
      return lineEnd
    }
    let slashes = 0
    while (close - slashes - 1 > open && text.charCodeAt(close - slashes - 1) === BACKSLASH) slashes++
    // At depth 0, 1, 3, 7, …: that many, plus an even number of times as many as stand for one backslash inside.
    if (slashes < depth || slashes % (2 * (depth + 1)) === depth) {
      hideUnlessReference(text, open + 1, close - Math.min(slashes, depth), hide)
      return close + 1
    }
  }
}

/** Every string of a list: `tokens = ["a", "b"]`, also over several lines. */
function hideList(text: string, at: number, hide: Hide): number | undefined {
  const close = text.indexOf(']', at)
  if (close < 0) return undefined
  for (let i = at + 1; i < close; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0x22 && code !== 0x27) continue
    let depth = 0
    while (text.charCodeAt(i - depth - 1) === BACKSLASH) depth++
    i = hideQuoted(text, i, depth, hide) - 1
  }
  return close + 1
}

function hideHeredoc(text: string, at: number, hide: Hide): number | undefined {
  HEREDOC.lastIndex = at
  const head = HEREDOC.exec(text)
  if (head === null) return undefined
  const start = at + head[0].length
  let line = start
  while (line < text.length) {
    const end = endOfLine(text, line)
    if (text.slice(line, end).trim() === head[1]) {
      if (line > start) hide(start, line - 1)
      return end
    }
    line = end + 1
  }
  if (start < text.length) hide(start, text.length)
  return undefined
}

/** The lines that are further in than the line of the name. */
function hideYamlBlock(text: string, at: number, context: ValueContext): void {
  YAML_BLOCK.lastIndex = at
  if (!YAML_BLOCK.test(text)) {
    hideRestOfLine(text, at, context.hide)
    return
  }
  const start = YAML_BLOCK.lastIndex
  const outer = indentOf(text, text.lastIndexOf('\n', at) + 1)
  let end = start
  for (let line = start; line < text.length; line = endOfLine(text, line) + 1) {
    const lineEnd = endOfLine(text, line)
    if (text.slice(line, lineEnd).trim() === '') continue
    if (indentOf(text, line) <= outer) break
    end = lineEnd
  }
  if (end > start) context.hide(start + indentOf(text, start), end)
}

function hideRestOfLine(text: string, at: number, hide: Hide): void {
  let end = endOfLine(text, at)
  while (end > at && /\s/.test(text.charAt(end - 1))) end--
  hideUnlessReference(text, at, end, hide)
}

/** Characters up to a blank, quote or separator, without the brackets and commas that close around it. */
function hideRun(text: string, at: number, hide: Hide): number | undefined {
  RUN.lastIndex = at
  const run = RUN.exec(text)?.[0].replace(/[,)\]}]+$/, '') ?? ''
  if (run === '') return undefined
  hideUnlessReference(text, at, at + run.length, hide)
  return at + run.length
}

function hideUnlessReference(text: string, start: number, end: number, hide: Hide): void {
  if (end > start && !NO_SECRET.test(text.slice(start, Math.min(end, start + 300)))) hide(start, end)
}

function isAuthorization(name: string): boolean {
  return /(?:^|[-_])authorization$/i.test(name)
}

/** The part of a presigned URL that gives access. */
function isUrlSignature(text: string, name: Name): boolean {
  return (
    /^[?&]$/.test(text.charAt(name.start - 1)) &&
    /^(?:sig|x-amz-signature|x-goog-signature)$/i.test(name.text)
  )
}

function beginsLine(text: string, at: number): boolean {
  let i = at
  while (i > 0 && ' \t+-~'.includes(text.charAt(i - 1))) i--
  return i === 0 || text.charAt(i - 1) === '\n'
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function indentOf(text: string, lineStart: number): number {
  let i = lineStart
  while (isBlank(text.charCodeAt(i))) i++
  return i - lineStart
}

function skipBlanks(text: string, at: number): number {
  let i = at
  while (isBlank(text.charCodeAt(i))) i++
  return i
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2e
  )
}
