import type { ReadExpression } from './expression.ts'
import {
  closeCode,
  endArgument,
  finishText,
  isText,
  pushCode,
  pushText,
  type CodeFrame,
  type Reader,
} from './read-frames.ts'
import { readText } from './read-text.ts'
import { heredocAt, skipComment } from './skip.ts'

/**
 * Reads an expression once, with a stack of its own: brackets, templates and strings may nest to any depth. Linear in
 * the length; throws on nothing; what is not closed ends where the text ends.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md and scan_tokens.rl beside it.
 */
export function readExpression(source: string): ReadExpression {
  const reader: Reader = { source, at: 0, frames: [], strings: [], calls: [], references: [] }
  pushCode(reader, 'root', 0)
  while (reader.at < source.length) {
    const frame = reader.frames.at(-1)
    if (frame === undefined) break
    if (isText(frame)) readText(reader, frame)
    else readCode(reader, frame)
  }
  for (let frame = reader.frames.at(-1); frame !== undefined; frame = reader.frames.at(-1)) {
    if (isText(frame)) finishText(reader, frame, source.length)
    else closeCode(reader, frame, source.length)
  }
  return reader
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy
const TRAVERSAL = /(?:\.(?:[\p{ID_Start}_][\p{ID_Continue}-]*|\d+|\*))+/uy
const OPENING = /[ \t]*\(/y
/** Also what no rule below needs: blanks without line ends, digits, operators that are not part of a comparison. */
const SKIPPED = /[ \t\r\uFEFF*+\-|?&;^`']+|\d[\d.eE]*|[=!<>]=|=>/y

/** One element of code. */
function readCode(reader: Reader, frame: CodeFrame): void {
  const { source, at } = reader
  const char = source[at] ?? ''
  switch (char) {
    case '"':
      pushText(reader, frame, { body: at + 1 })
      return
    case '(':
    case '[':
    case '{':
      pushCode(reader, char, at + 1)
      return
    case '}':
    case ')':
    case ']':
      // In a template only its own brace ends it; outside of all brackets none means anything.
      if (frame.kind === 'root' || (frame.kind === 'template' && char !== '}')) reader.at += 1
      else closeCode(reader, frame, at)
      return
    case ',':
      endArgument(reader, frame, at)
      frame.argument += 1
      endItem(frame)
      reader.at += 1
      return
    case '\n':
      endItem(frame)
      reader.at += 1
      return
    case '.':
      reader.at = matchEnd(TRAVERSAL, source, at) ?? at + 1
      return
    case '#':
    case '/':
      reader.at = char === '#' || /[/*]/.test(source[at + 1] ?? '') ? skipComment(source, at) : at + 1
      return
    default:
  }
  const skipped = matchEnd(SKIPPED, source, at)
  if (skipped !== undefined) {
    reader.at = skipped
    return
  }
  if (char === '=' || char === ':') startValue(frame)
  else if (char === '<') {
    const opening = heredocAt(source, at)
    if (opening !== undefined) {
      pushText(reader, frame, opening)
      return
    }
  } else if (readName(reader, frame)) return
  reader.at = at + 1
}

function readName(reader: Reader, frame: CodeFrame): boolean {
  const { source, at } = reader
  const end = matchEnd(NAME, source, at)
  if (end === undefined) return false
  const name = source.slice(at, end)
  const opening = matchEnd(OPENING, source, end)
  if (opening !== undefined) {
    const call = {
      name: name.slice(name.lastIndexOf(':') + 1),
      argument: '',
      offset: at,
      argumentEnd: source.length,
    }
    reader.calls.push(call)
    pushCode(reader, '(', opening, call)
    return true
  }
  if (name === 'for' && frame.last === undefined) frame.loop = true
  frame.last = name
  reader.at = matchEnd(TRAVERSAL, source, end) ?? end
  if (reader.at > end) reader.references.push({ name: source.slice(at, reader.at), whole: false, offset: at })
  return true
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** `key =` or `key :`; further colons of the item belong to a condition. */
function startValue(frame: CodeFrame): void {
  if (frame.kind !== '{' || frame.inValue || frame.loop) return
  frame.inValue = true
  frame.key = frame.last ?? frame.outerKey
}

/** An item of an object ends with a comma or its line. */
function endItem(frame: CodeFrame): void {
  if (frame.kind !== '{') return
  frame.inValue = false
  frame.key = frame.outerKey
}
