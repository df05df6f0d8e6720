/** JSON as it is written: a name may stand more than once in an object, and every value has its place. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly items: readonly JsonItem[] }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  /** A number, `true`, `false` or `null`, as written. */
  | { readonly kind: 'word'; readonly at: number; readonly source: string }

export interface JsonItem {
  readonly name: string
  readonly at: number
  readonly value: JsonNode
}

/** Deeper than anyone writes, and safe for the stack. */
const MAX_DEPTH = 200

/**
 * Reads JSON text; undefined when it is broken. A byte order mark before it is passed over. HCL reads a name that
 * stands twice as two blocks, so that JSON.parse, which keeps only the last, would lose what is called.
 * Source: https://github.com/hashicorp/hcl/blob/main/json/spec.md (bodies).
 */
export function parseJson(text: string): JsonNode | undefined {
  const reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0 }
  const node = readValue(reader, 0)
  skipSpace(reader)
  return reader.at >= text.length ? node : undefined
}

interface Reader {
  readonly text: string
  at: number
}

const SPACE = /[ \t\r\n]*/y
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y

function skipSpace(reader: Reader): void {
  SPACE.lastIndex = reader.at
  SPACE.test(reader.text)
  reader.at = SPACE.lastIndex
}

/** A string, decoded. The search for its end is a loop: a pattern of alternatives would need a stack for long ones. */
function readString(reader: Reader): string | undefined {
  const { text, at } = reader
  if (text[at] !== '"') return undefined
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  reader.at = end + 1
  try {
    return JSON.parse(text.slice(at, end + 1)) as string
  } catch {
    return undefined
  }
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  if (found !== undefined) reader.at += found.length
  return found
}

function readValue(reader: Reader, depth: number): JsonNode | undefined {
  skipSpace(reader)
  const at = reader.at
  const char = reader.text[at]
  if (char === '{') return depth < MAX_DEPTH ? readObject(reader, depth) : undefined
  if (char === '[') return depth < MAX_DEPTH ? readList(reader, depth) : undefined
  if (char === '"') {
    const value = readString(reader)
    return value === undefined ? undefined : { kind: 'string', at, value }
  }
  const source = take(reader, WORD)
  return source === undefined ? undefined : { kind: 'word', at, source }
}

function readObject(reader: Reader, depth: number): JsonNode | undefined {
  const at = reader.at
  const items: JsonItem[] = []
  const whole = readItems(reader, '}', () => {
    const from = reader.at
    const name = readString(reader)
    skipSpace(reader)
    if (name === undefined || reader.text[reader.at] !== ':') return false
    reader.at += 1
    const value = readValue(reader, depth + 1)
    if (value !== undefined) items.push({ name, at: from, value })
    return value !== undefined
  })
  return whole ? { kind: 'object', at, items } : undefined
}

function readList(reader: Reader, depth: number): JsonNode | undefined {
  const at = reader.at
  const items: JsonNode[] = []
  const whole = readItems(reader, ']', () => {
    const value = readValue(reader, depth + 1)
    if (value !== undefined) items.push(value)
    return value !== undefined
  })
  return whole ? { kind: 'list', at, items } : undefined
}

/** Items between commas up to the closing bracket; false as soon as one cannot be read. */
function readItems(reader: Reader, closing: string, readItem: () => boolean): boolean {
  reader.at += 1
  skipSpace(reader)
  if (reader.text[reader.at] === closing) {
    reader.at += 1
    return true
  }
  for (;;) {
    skipSpace(reader)
    if (!readItem()) return false
    skipSpace(reader)
    const char = reader.text[reader.at]
    reader.at += 1
    if (char === closing) return true
    if (char !== ',') return false
  }
}
