/**
 * The escapes that a reader of a text undoes without thinking: of JSON, Go and HCL strings, HTML, Markdown, URLs and
 * terminals; and the characters that show nothing. See redact-decode.ts for what they are needed for.
 */

const BACKSLASH = 0x5c
const AMPERSAND = 0x26
const PERCENT = 0x25
const LESS = 0x3c
const DOLLAR = 0x24
const ESCAPE = 0x1b

/** Characters that may begin something to decode: 1 below 128 by table, the invisible ones by `isInvisible`. */
export const STARTS = new Uint8Array(128)
for (const code of [BACKSLASH, AMPERSAND, PERCENT, LESS, DOLLAR, ESCAPE, 0x0d]) STARTS[code] = 1

/** `\b \f \n \r \t` */
const LETTER_ESCAPES = new Uint8Array(128)
LETTER_ESCAPES[0x62] = 0x08
LETTER_ESCAPES[0x66] = 0x0c
LETTER_ESCAPES[0x6e] = 0x0a
LETTER_ESCAPES[0x72] = 0x0d
LETTER_ESCAPES[0x74] = 0x09

const ENTITIES = new Map<string, number>([
  ['amp', AMPERSAND],
  ['lt', LESS],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
  ['nbsp', 0x20],
  ['NewLine', 0x0a],
  ['Tab', 0x09],
  ['lbrack', 0x5b],
  ['rbrack', 0x5d],
  ['lowbar', 0x5f],
  ['vert', 0x7c],
  ['grave', 0x60],
  ['ast', 0x2a],
  ['num', 0x23],
  ['commat', 0x40],
  ['colon', 0x3a],
  ['sol', 0x2f],
  ['bsol', BACKSLASH],
  ['shy', 0xad],
  ['ZeroWidthSpace', 0x200b],
])
const ENTITY = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,14}));/
const LONGEST_ENTITY = 17
const LINE_BREAK = /^<(w?)br\s{0,4}\/?>/i
const LONGEST_LINE_BREAK = 10

// What `escapeAt` found; module-wide because an object for each escape would cost more than the rest.
export let escapeCode = 0
export let escapeEnd = 0
export const NO_ESCAPE = 0
export const ESCAPED = 1
/** The escape shows nothing. */
const NOTHING = 2

export function mayStart(code: number): boolean {
  return code < 128
    ? STARTS[code] === 1
    : code >= 0xa0 && (code === 0xa0 || isInvisible(code) || isControlSymbol(code))
}

/** A decoded `<` begins an escape only as `<br` or `<wbr`, the others may always. */
export function mayGoOn(code: number, codes: Uint16Array, after: number): boolean {
  if (code !== LESS) return true
  const next = (codes[after] ?? 0) | 0x20
  return next === 0x62 || next === 0x77 || next === (BACKSLASH | 0x20)
}

/** What begins at `at`: sets `escapeCode` and `escapeEnd` unless it answers NO_ESCAPE. */
export function escapeAt(codes: Uint16Array, length: number, at: number): number {
  const code = codes[at] as number
  switch (code) {
    case BACKSLASH:
      return backslashAt(codes, length, at)
    case PERCENT:
      return percentAt(codes, at) || hclAt(codes, at)
    case DOLLAR:
      return hclAt(codes, at)
    case AMPERSAND:
      return entityAt(codes, length, at)
    case LESS:
      return lineBreakAt(codes, length, at)
    case ESCAPE:
      return colourAt(codes, length, at)
    case 0xa0:
      return escaped(0x20, at + 1)
    default:
      return isControlSymbol(code) ? escaped(code - 0x2400, at + 1) : nothing(code, at + 1)
  }
}

function escaped(code: number, end: number): number {
  escapeCode = code
  escapeEnd = end
  return ESCAPED
}

function nothing(code: number, end: number): number {
  escapeCode = code
  escapeEnd = end
  return NOTHING
}

/** A run of backslashes counts as one, however many layers of JSON wrote it. */
function backslashAt(codes: Uint16Array, length: number, at: number): number {
  let after = at + 1
  while (after < length && codes[after] === BACKSLASH) after++
  if (after === length) return nothing(0x0d, after)
  const next = codes[after] as number
  const letter = next < 128 ? (LETTER_ESCAPES[next] as number) : 0
  if (letter !== 0) return escaped(letter, after + 1)
  const digits = next === 0x75 ? 4 : next === 0x78 ? 2 : next === 0x55 ? 8 : 0
  if (digits > 0) {
    const value = hex(codes, after + 1, digits)
    if (value >= 0 && value <= 0x10ffff) return escaped(value, after + 1 + digits)
    const braced = bracedAt(codes, length, after + 1)
    if (braced >= 0) return escaped(braced, codes.indexOf(0x7d, after) + 1)
  }
  // What begins an escape itself is decoded for itself; the backslashes go.
  if (mayStart(next)) return nothing(next === ESCAPE ? 0x0d : BACKSLASH, after)
  return escaped(next, after + 1)
}

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
export function isInvisible(code: number): boolean {
  return (
    code >= 0xad &&
    (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff)
  )
}

/** The code point of `{1f600}`, as in `\u{1f600}`, or -1. */
function bracedAt(codes: Uint16Array, length: number, at: number): number {
  if (codes[at] !== 0x7b) return -1
  let digits = 0
  while (digits < 7 && at + 1 + digits < length && codes[at + 1 + digits] !== 0x7d) digits++
  if (digits === 0 || digits > 6 || codes[at + 1 + digits] !== 0x7d) return -1
  const value = hex(codes, at + 1, digits)
  return value > 0x10ffff ? -1 : value
}

/** `␀` … `␟`, as reports show control characters. */
function isControlSymbol(code: number): boolean {
  return code >= 0x2400 && code < 0x2420
}

/** HCL writes a literal `${` as `$${` and `%{` as `%%{`. */
function hclAt(codes: Uint16Array, at: number): number {
  const code = codes[at] as number
  return codes[at + 1] === code && codes[at + 2] === 0x7b ? escaped(code, at + 2) : NO_ESCAPE
}

function entityAt(codes: Uint16Array, length: number, at: number): number {
  const found = ENTITY.exec(textOf(codes, at, Math.min(length, at + LONGEST_ENTITY)))
  if (found === null) return NO_ESCAPE
  const [all, decimal, hexadecimal, name] = found
  const code =
    decimal !== undefined
      ? Number.parseInt(decimal, 10)
      : hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16)
        : ENTITIES.get(name ?? '')
  return code === undefined || code > 0x10ffff ? NO_ESCAPE : escaped(code, at + all.length)
}

function lineBreakAt(codes: Uint16Array, length: number, at: number): number {
  const next = (codes[at + 1] ?? 0) | 0x20
  if (next !== 0x62 && next !== 0x77) return NO_ESCAPE
  const found = LINE_BREAK.exec(textOf(codes, at, Math.min(length, at + LONGEST_LINE_BREAK)))
  if (found === null) return NO_ESCAPE
  const end = at + found[0].length
  return found[1] === '' ? escaped(0x0a, end) : nothing(LESS, end)
}

/** A terminal's colour code `ESC [ … letter`. */
function colourAt(codes: Uint16Array, length: number, at: number): number {
  let end = at + 1
  if (codes[end] === 0x5b) {
    end++
    while (
      end < length &&
      (((codes[end] as number) >= 0x30 && (codes[end] as number) <= 0x39) || codes[end] === 0x3b)
    )
      end++
    end = Math.min(end + 1, length)
  }
  return nothing(ESCAPE, end)
}

/** One percent-encoded character, of one to four bytes of UTF-8. */
function percentAt(codes: Uint16Array, at: number): number {
  const first = hex(codes, at + 1, 2)
  if (first < 0) return NO_ESCAPE
  if (first < 0x80) return escaped(first, at + 3)
  const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
  if (first < 0xc2 || first > 0xf4) return NO_ESCAPE
  let code = first & (0x3f >> more)
  for (let k = 1; k <= more; k++) {
    const byte = codes[at + 3 * k] === PERCENT ? hex(codes, at + 3 * k + 1, 2) : -1
    if (byte < 0x80 || byte > 0xbf) return NO_ESCAPE
    code = (code << 6) | (byte & 0x3f)
  }
  return code > 0x10ffff ? NO_ESCAPE : escaped(code, at + 3 * (more + 1))
}

/** The number that `digits` hexadecimal digits stand for, or -1. */
function hex(codes: Uint16Array, at: number, digits: number): number {
  let value = 0
  for (let k = at; k < at + digits; k++) {
    const code = codes[k] ?? 0
    const letter = code | 0x20
    const digit =
      code >= 0x30 && code <= 0x39 ? code - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

export function textOf(codes: Uint16Array, start: number, end: number): string {
  return Buffer.from(codes.buffer, codes.byteOffset + start * 2, (end - start) * 2).toString('utf16le')
}
