/**
 * Reads a text as its reader would: escapes of JSON, Go, HCL, HTML, Markdown, URLs and terminals are undone, and
 * characters that show nothing are dropped. A secret is then found however it was written, also in mixed or nested
 * forms, because secret and text are brought to the same plain form before they are compared.
 */

import {
  ESCAPED,
  escapeAt,
  escapeCode,
  escapeEnd,
  isInvisible,
  mayGoOn,
  mayStart,
  NO_ESCAPE,
  STARTS,
  textOf,
} from './redact-escapes.ts'
import type { Codes } from './redact-matcher.ts'

/** A plain form of a text that still knows where each character came from. Ranges are `[start, end)`. */
export interface Decoded extends Codes {
  readonly text: () => string
  /** Where in the source a range of the plain form came from. */
  source(start: number, end: number): readonly [number, number]
}

interface Pass extends Codes {
  readonly source: (start: number, end: number) => readonly [number, number]
  /** Something decoded may begin an escape itself: one more pass is due. */
  readonly again: boolean
}

/** Escapes inside escapes are undone up to this depth. */
const PASSES = 4

/** The plain form of a text, or undefined when it is plain already. */
export function decode(text: Codes): Decoded | undefined {
  const passes: Pass[] = []
  let last: Codes = text
  do {
    const pass = decodeOnce(last)
    if (pass === undefined) break
    passes.push(pass)
    last = pass
  } while (passes.at(-1)?.again === true && passes.length < PASSES)
  if (passes.length === 0) return undefined
  return {
    codes: last.codes,
    length: last.length,
    text: () => textOf(last.codes, 0, last.length),
    source(start, end) {
      let range: readonly [number, number] = [start, end]
      for (const pass of passes.toReversed()) range = pass.source(range[0], range[1])
      return range
    },
  }
}

/** The code units of a text. */
export function codesOf(text: string): Codes {
  const codes = new Uint16Array(text.length)
  if (text.length > 100) Buffer.from(codes.buffer).write(text, 'utf16le')
  else for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i)
  return { codes, length: text.length }
}

/** The most code units that `codesInto` takes. */
export const SCRATCH_LENGTH = 480
/** No escape looks further beyond the end of a text than this; it finds zeros there. */
const BEYOND = 16

export function makeScratch(): Uint16Array {
  return new Uint16Array(SCRATCH_LENGTH + BEYOND)
}

/** As `codesOf` for a short text, without an array of its own: the codes hold until the scratch is used again. */
export function codesInto(scratch: Uint16Array, text: string): Codes {
  const { length } = text
  for (let i = 0; i < length; i++) scratch[i] = text.charCodeAt(i)
  scratch.fill(0, length, length + BEYOND)
  return { codes: scratch, length }
}

function decodeOnce({ codes, length }: Codes): Pass | undefined {
  let at = nextEscape(codes, length, 0)
  if (at === length) return undefined

  const out = new Uint16Array(length)
  let o = copyRun(codes, 0, at, out, 0)
  // From out-position `marks[2k]` on, source positions run in step from `marks[2k + 1]`.
  let marks = new Int32Array(64)
  let m = 2
  let again = false

  while (at < length) {
    if (m + 6 > marks.length) {
      const grown = new Int32Array(marks.length * 4)
      grown.set(marks)
      marks = grown
    }
    if (foundKind === ESCAPED && escapeCode !== 0x0d && !isInvisible(escapeCode)) {
      marks[m++] = o
      marks[m++] = at
      if (escapeCode > 0xffff) {
        out[o++] = 0xd800 + ((escapeCode - 0x10000) >> 10)
        out[o++] = 0xdc00 + ((escapeCode - 0x10000) & 0x3ff)
      } else {
        out[o++] = escapeCode
        if (escapeCode < 128 && STARTS[escapeCode] === 1) again ||= mayGoOn(escapeCode, codes, escapeEnd)
      }
    } else if (escapeCode !== 0x0d) {
      // What stood on both sides of it may now be an escape.
      again = true
    }
    marks[m++] = o
    marks[m++] = escapeEnd
    const from = escapeEnd
    at = nextEscape(codes, length, from)
    o = copyRun(codes, from, at, out, o)
  }
  const used = marks.subarray(0, m)
  return { codes: out, length: o, source: (start, end) => sourceRange(used, start, end), again }
}

/** What `nextEscape` found; module-wide, as what `escapeAt` finds. */
let foundKind = NO_ESCAPE

/** Where the next escape begins, at or after `from`; `length` when there is none. */
function nextEscape(codes: Uint16Array, length: number, from: number): number {
  for (let i = from; i < length; i++) {
    const code = codes[i] as number
    if (code < 128 ? STARTS[code] === 0 : !mayStart(code)) continue
    foundKind = escapeAt(codes, length, i)
    if (foundKind !== NO_ESCAPE) return i
  }
  return length
}

/** Copies `[from, to)` to `out` at `o`, and tells where it ends there. */
function copyRun(codes: Uint16Array, from: number, to: number, out: Uint16Array, o: number): number {
  if (to - from > 300) out.set(codes.subarray(from, to), o)
  else for (let i = from; i < to; i++) out[o + i - from] = codes[i] as number
  return o + to - from
}

function sourceRange(marks: Int32Array, start: number, end: number): readonly [number, number] {
  const from = lastAtOrBefore(marks, start)
  const sourceStart = at(marks, from + 1) + (start - at(marks, from))
  // The first mark at `end` is where the last character's own source ends.
  let to = lastAtOrBefore(marks, end - 1) + 2
  if (at(marks, to) === end && to < marks.length) return [sourceStart, at(marks, to + 1)]
  to -= 2
  return [sourceStart, at(marks, to + 1) + (end - at(marks, to))]
}

function lastAtOrBefore(marks: Int32Array, position: number): number {
  let low = 0
  let high = marks.length / 2 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at(marks, 2 * middle) <= position) low = middle
    else high = middle - 1
  }
  return 2 * low
}

function at(marks: Int32Array, index: number): number {
  return marks[index] ?? 0
}
