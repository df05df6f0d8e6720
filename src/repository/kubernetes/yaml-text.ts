import { errorMessage } from '../../core/errors.ts'

export interface Fault {
  readonly message: string
  readonly line: number
  readonly column: number
}

export interface YamlDocument {
  /** All scalars are text, as they stand in the file (`1.10` stays that). Of a faulty document: what could be read. */
  readonly value: unknown
  readonly fault?: Fault
  /** Of a faulty document. */
  readonly text?: string
}

/** By Git's id of the content: what base and head share is parsed once. */
export type ParseCache = Map<string, readonly YamlDocument[]>

export interface YamlReader {
  /** All documents of a text, or those that `wanted` says of (it must be the same function for the same `purpose`). */
  read(
    oid: string,
    text: string,
    wanted?: { readonly purpose: string; readonly is: (text: string) => boolean },
  ): readonly YamlDocument[]
}

/** A manifest is some kilobytes. The YAML library needs seconds for hostile texts of this size, hours for larger ones. */
const largestYaml = 128 * 1024
const largestJson = 4 * 1024 * 1024

/** Loads the YAML library: to be called only when there is something to read. */
export async function yamlReader(cache: ParseCache): Promise<YamlReader> {
  const { parseDocument } = await import('yaml')

  function parse(text: string): YamlDocument {
    if (text.length <= largestJson && /^\s*\{/.test(text)) {
      try {
        return { value: JSON.parse(text) }
      } catch {
        // Perhaps YAML in braces; and if not, the YAML library says where the fault is.
      }
    }
    const refused = notParsed(text)
    if (refused !== undefined) {
      return { value: undefined, text, fault: { message: refused, line: 1, column: 1 } }
    }
    try {
      // Duplicate keys are allowed as Argo CD's own reader allows them; the check is quadratic as well.
      const document = parseDocument(text, {
        schema: 'failsafe',
        merge: true,
        uniqueKeys: false,
        logLevel: 'silent',
      })
      const error = document.errors[0]
      if (error === undefined) return { value: document.toJS({ maxAliasCount: 100 }) }
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 }
      // The library adds the place and an excerpt to its message.
      const message = error.message.replace(/ at line \d+, column \d+:[\s\S]*$/, '')
      return { value: partly(document), text, fault: { message, line, column: col } }
    } catch (error) {
      // Too many aliases, or nested so deep that the stack does not hold it.
      return { value: undefined, text, fault: { message: errorMessage(error), line: 1, column: 1 } }
    }
  }

  return {
    read(oid, text, wanted) {
      const key = `${wanted?.purpose ?? ''}:${oid}`
      const known = cache.get(key)
      if (known !== undefined) return known
      const documents = splitDocuments(text)
        .filter((part) => wanted === undefined || wanted.is(part.text))
        .map((part) => moved(parse(part.text), part.line))
      cache.set(key, documents)
      return documents
    },
  }
}

/** Why a text is not given to the library: it would take too long. Brackets are counted roughly, in texts too. */
function notParsed(text: string): string | undefined {
  if (text.length > largestYaml) return 'it is larger than 128 KiB'
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20
    if (code === openBrace) depth++
    else if (code === closeBrace && depth > 0) depth--
    if (depth > 200) return 'it is nested too deep'
  }
  return /(?:[-?:][ \t]+){100}/.test(text) ? 'it is nested too deep' : undefined
}

/** `[` and `{`, `]` and `}` differ in one bit. */
const openBrace = 0x7b
const closeBrace = 0x7d

function partly(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

const moved = (document: YamlDocument, lines: number): YamlDocument =>
  document.fault === undefined || lines === 0
    ? document
    : { ...document, fault: { ...document.fault, line: document.fault.line + lines } }

/** Cut at each `---` in the first column, which always begins a document, so that only those of interest are parsed. */
function splitDocuments(whole: string): readonly { readonly text: string; readonly line: number }[] {
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole
  const parts: { text: string; line: number }[] = []
  let from = 0
  let line = 0
  const add = (to: number): void => {
    const part = text.slice(from, to)
    parts.push({ text: part, line })
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) line++
    from = to
  }
  for (const { index } of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) if (index > 0) add(index)
  add(text.length)
  return parts.filter((part) => /^(?![ \t\r]*(?:#|$)|---[ \t\r]*$|%|\.\.\.)/m.test(part.text))
}
