import type { FoundCall, FoundReference, FoundString } from './expression.ts'
import { markerEnd } from './skip.ts'
import { withoutIndent, type TemplatePart } from './template-text.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Where code is read: between brackets, in a template, or in the expression itself. */
export interface CodeFrame {
  readonly kind: 'root' | '(' | '[' | '{' | 'template'
  /** After the opening. */
  readonly start: number
  readonly call: Mutable<FoundCall> | undefined
  argument: number
  /** How many references there were at the start. */
  readonly references: number
  /** The key of the object item that is being read; of other frames: of the one they stand in. */
  key: string | undefined
  /** The key that the frame itself stands in. */
  readonly outerKey: string | undefined
  /** The item being read has its key: what follows is the value. */
  inValue: boolean
  /** `for` makes the items: their keys are not known here. */
  loop: boolean
  /** The last name or plain string, which may turn out to be a key. */
  last: string | undefined
}

/** Where text is read. */
export interface TextFrame {
  readonly kind: 'string' | 'heredoc'
  readonly marker: string
  readonly indented: boolean
  readonly found: Mutable<FoundString>
  readonly parts: TemplatePart[]
  /** Decoded text that is in no part yet, and where what is not decoded yet starts. */
  text: string
  from: number
  /** `~}` was before: white space is not part of the text that follows. */
  trimNext: boolean
}

/** What is being read; the last frame is the innermost. */
export interface Reader {
  readonly source: string
  at: number
  readonly frames: (CodeFrame | TextFrame)[]
  readonly strings: FoundString[]
  readonly calls: FoundCall[]
  readonly references: Mutable<FoundReference>[]
}

export const isText = (frame: CodeFrame | TextFrame): frame is TextFrame =>
  frame.kind === 'string' || frame.kind === 'heredoc'

/** Opens a bracket or a template; what follows starts at `start`. */
export function pushCode(
  reader: Reader,
  kind: CodeFrame['kind'],
  start: number,
  call?: Mutable<FoundCall>,
): void {
  const outer = reader.frames.at(-1)
  const key = outer === undefined ? undefined : isText(outer) ? outer.found.key : outer.key
  // `(name) = …` is a key that is not known here.
  if (outer !== undefined && !isText(outer)) outer.last = undefined
  reader.frames.push({
    kind,
    start,
    call,
    argument: 0,
    references: reader.references.length,
    key,
    outerKey: key,
    inValue: false,
    loop: false,
    last: undefined,
  })
  reader.at = start
}

/** Notes the first argument of a call that ends at `end`. */
export function endArgument(
  reader: Reader,
  { call, argument, start, references }: CodeFrame,
  end: number,
): void {
  if (call === undefined || argument > 0) return
  call.argument = reader.source.slice(start, end).trim()
  call.argumentEnd = end
  const only = onlyReference(reader, references, call.argument)
  if (only !== undefined) only.call = call.name
}

/** The reference that is all of a source, when one only was found since `from`. */
function onlyReference(reader: Reader, from: number, source: string): Mutable<FoundReference> | undefined {
  const last = reader.references.at(-1)
  return reader.references.length === from + 1 && last?.name === source ? last : undefined
}

/** Closes a bracket, or a template, which becomes a part of its string; `end` is where the closing stands. */
export function closeCode(reader: Reader, frame: CodeFrame, end: number): void {
  const { source, frames } = reader
  endArgument(reader, frame, end)
  frames.pop()
  reader.at = Math.min(end + 1, source.length)
  const outer = frames.at(-1)
  if (frame.kind !== 'template' || outer === undefined || !isText(outer)) return
  const trims = end > frame.start && source[end - 1] === '~'
  const expression = source.slice(frame.start, trims ? end - 1 : end).trim()
  const only = onlyReference(reader, frame.references, expression)
  if (only !== undefined) only.whole = true
  outer.parts.push({ expression })
  outer.from = reader.at
  outer.trimNext = trims
}

/** Opens a string, or a heredoc when there is a marker. */
export function pushText(
  reader: Reader,
  { call, argument, key }: CodeFrame,
  opening: { readonly body: number; readonly marker?: string; readonly indented?: boolean },
): void {
  const { marker, indented = false, body } = opening
  const parts: TemplatePart[] = []
  const found: Mutable<FoundString> = { parts, heredoc: marker !== undefined, offset: reader.at }
  if (call !== undefined) {
    found.call = call.name
    found.argument = argument
  }
  if (key !== undefined) found.key = key
  reader.strings.push(found)
  const kind = marker === undefined ? 'string' : 'heredoc'
  reader.frames.push({
    kind,
    marker: marker ?? '',
    indented,
    found,
    parts,
    text: '',
    from: body,
    trimNext: false,
  })
  reader.at = body
  if (marker === undefined) return
  const end = markerEnd(reader.source, body, marker)
  if (end !== undefined) finishHeredoc(reader, end)
}

/** Closes the heredoc that is being read; its marker ends at `end`. */
export function finishHeredoc(reader: Reader, end: number): void {
  const frame = reader.frames.at(-1)
  if (frame === undefined || !isText(frame)) return
  finishText(reader, frame, reader.at)
  reader.at = end
}

/** Ends a piece of text at `end`. */
export function endPart(reader: Reader, frame: TextFrame, end: number, trimEnd: boolean): void {
  let text = frame.text + reader.source.slice(frame.from, end)
  if (frame.trimNext) text = text.trimStart()
  if (trimEnd) text = text.trimEnd()
  if (text !== '') frame.parts.push({ text })
  frame.text = ''
  frame.from = end
  frame.trimNext = false
}

/** Closes a string or a heredoc; `end` is where its text ends. */
export function finishText(reader: Reader, frame: TextFrame, end: number): void {
  endPart(reader, frame, end, false)
  if (frame.indented) frame.found.parts = withoutIndent(frame.parts)
  reader.frames.pop()
  const outer = reader.frames.at(-1)
  if (outer === undefined || isText(outer)) return
  const [only] = frame.parts
  outer.last = frame.parts.length === 1 && only !== undefined && 'text' in only ? only.text : undefined
}
