import { makeHidesKey } from './key-names.ts'
import { codesInto, codesOf, decode, makeScratch, SCRATCH_LENGTH } from './redact-decode.ts'
import { makeMatcher } from './redact-matcher.ts'
import type { Codes } from './redact-matcher.ts'
import { makePatternSearch } from './redact-patterns.ts'
import { findShapes } from './redact-shapes.ts'
import { addForms, PARTIAL_AFTER, PARTIAL_BEFORE, SHORTEST } from './redact-variants.ts'
import type { Forms } from './redact-variants.ts'
import type { Redactor } from './redactor.ts'

/** What stands where a secret was. */
export const HIDDEN = '(sensitive value)'

/** Rounds of hiding after which a text that still changes is hidden whole. */
const ROUNDS = 20

/** Texts whose redacted form is remembered: up to this many characters, and this many of them. */
const LONGEST_REMEMBERED = 300
const MOST_REMEMBERED = 200_000

export interface RedactorInput {
  /** Values that must not be seen, numbers and booleans as text. */
  readonly secrets: Iterable<string>
  /** Addresses, stacks, regions: a secret that equals one of them, or a segment of one, is not searched for. */
  readonly publicNames: Iterable<string>
  /** From `compilePatterns`. */
  readonly patterns: readonly RegExp[]
  /** Attribute names that are hidden beside those of key-names.ts. */
  readonly hideKeys?: readonly RegExp[]
}

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Makes the redactor. A secret is searched for as it is and in every encoded form (redact-variants.ts), in the text
 * as it stands and as a reader would decode it (redact-decode.ts). Not searched for, and counted: values under six
 * characters; numbers, booleans and one character repeated (`plain`); names that everybody sees (`names`). Spaces
 * around a secret do not count. Of a secret of several lines each line counts as a secret of its own, except lines
 * that many texts share: see `isCommonLine`.
 *
 * `redact` also hides the user's patterns, well-known token shapes and values of secret names; `leaks` looks for the
 * secrets and the user's patterns only. `(sensitive value)` itself is never touched, so a second `redact` changes
 * nothing and `leaks(redact(text))` is 0. Both throw UserError when a user's pattern takes too long.
 */
export function makeRedactor(input: RedactorInput): Redactor {
  const hidesKey = makeHidesKey(input.hideKeys)
  const { forms, notSearched } = collectForms(input.secrets, namesOf(input.publicNames), hidesKey)
  const flags = [...forms.values()]
  const lengths = [...forms.keys()].map((form) => form.length)
  const match = makeMatcher([...forms.keys()])
  const searchPatterns = makePatternSearch(input.patterns)
  const searches = forms.size > 0 || input.patterns.length > 0

  /** Ranges of one reading of the text, in positions of the text itself. */
  const search = (codes: Codes, text: () => string, found: (start: number, end: number) => void): void => {
    match(codes, (start, index) => {
      let end = start + (lengths[index] ?? 0)
      let from = start
      const partial = flags[index] ?? 0
      if ((partial & PARTIAL_BEFORE) !== 0 && isBase64(codes.codes[from - 1])) from--
      if ((partial & PARTIAL_AFTER) !== 0 && isBase64(codes.codes[end])) end++
      found(from, end)
    })
    if (input.patterns.length > 0) searchPatterns(text(), found)
  }

  // Most texts are short, and an array for each would cost more than the search. None outlives its search.
  const scratch = makeScratch()
  const findSecrets = (text: string, shapes: boolean): Range[] => {
    const zones: Range[] = []
    const ranges: Range[] = []
    const codes = text.length <= SCRATCH_LENGTH ? codesInto(scratch, text) : codesOf(text)
    if (searches) {
      search(
        codes,
        () => text,
        (start, end) => ranges.push({ start, end }),
      )
      const decoded = decode(codes)
      if (decoded !== undefined) {
        search(decoded, decoded.text, (start, end) => {
          const [from, to] = decoded.source(start, end)
          ranges.push({ start: from, end: to })
        })
        if (ranges.length > 0) {
          eachIndexOf(decoded.text(), HIDDEN, (at) => {
            const [from, to] = decoded.source(at, at + HIDDEN.length)
            zones.push({ start: from, end: to })
          })
        }
      }
    }
    if (shapes) findShapes(text, codes, hidesKey, (start, end) => ranges.push({ start, end }))
    if (ranges.length === 0) return ranges
    eachIndexOf(text, HIDDEN, (at) => zones.push({ start: at, end: at + HIDDEN.length }))
    return mergeOutside(ranges, merge(zones))
  }

  const redacted = (text: string): string => {
    let current = text
    for (let round = 0; round < ROUNDS; round++) {
      const ranges = findSecrets(current, true)
      if (ranges.length === 0) return current
      current = replace(current, ranges)
    }
    return HIDDEN
  }

  return {
    redact: remembering(redacted),
    leaks: (text) => (searches ? findSecrets(text, false).length : 0),
    hidesKey,
    notSearched,
    byLine: input.patterns.length === 0 && ![...forms.keys()].some((form) => /[\r\n]/.test(form)),
  }
}

/** Names, addresses and values of a plan come again in its model, its digest, its part and its document. */
function remembering(redacted: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return redacted(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const after = redacted(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, after)
    return after
  }
}

interface Collected {
  readonly forms: Forms
  readonly notSearched: Redactor['notSearched']
}

function collectForms(
  secrets: Iterable<string>,
  names: ReadonlySet<string>,
  hidesKey: (name: string) => boolean,
): Collected {
  const forms: Forms = new Map()
  const notSearched = { short: 0, plain: 0, names: 0 }
  for (const secret of new Set(Array.from(secrets, (value) => value.trim()))) {
    if (secret === '') continue
    if (isPlain(secret)) notSearched.plain++
    else if (secret.length < SHORTEST) notSearched.short++
    else if (names.has(secret)) notSearched.names++
    else {
      addForms(forms, secret, true)
      if (!/[\r\n]/.test(secret)) continue
      const unix = secret.replace(/\r\n?/g, '\n')
      addForms(forms, unix, true)
      addForms(forms, unix.replaceAll('\n', '\r\n'), true)
      for (const part of linesOf(unix, hidesKey)) {
        if (part.length >= SHORTEST && !isPlain(part) && !names.has(part)) addForms(forms, part, false)
      }
    }
  }
  return { forms, notSearched }
}

/** Numbers, booleans, and one character over and over (`********`, `------`): searching them would hide at random. */
function isPlain(value: string): boolean {
  return (
    /^(?:true|false|null|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.test(value) ||
    (value.length > 1 && value === value.charAt(0).repeat(value.length))
  )
}

/** The lines worth a search, and the values that secret names have in them. */
function linesOf(text: string, hidesKey: (name: string) => boolean): string[] {
  const lines: string[] = []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (isCommonLine(line)) continue
    const pair = /^(?:- |export )?["']?([\w.-]+)["']?\s*[:=]\s*(.+?),?$/.exec(line)
    const value = pair?.[2]?.replace(/^(["'])(.*)\1$/, '$2')
    if (pair?.[1] !== undefined && value !== undefined && hidesKey(pair[1])) lines.push(value)
    lines.push(line)
  }
  return lines
}

/**
 * Lines that say nothing and stand in many files: frames of PEM blocks, lines without a letter or digit, a key or
 * block head whose value is on other lines (`data:`, `"auths": {`, `server {`), and a script's first line.
 */
function isCommonLine(line: string): boolean {
  return (
    /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(line) ||
    !/[\p{L}\p{N}]/u.test(line) ||
    /^(?:- )?["']?[\w./-]+["']?\s*(?:[:=]\s*[[{(|>]?[-+]?|\s[[{(])$/.test(line) ||
    line.startsWith('#!')
  )
}

function namesOf(publicNames: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const name of publicNames) {
    names.add(name)
    // A key is a name as a whole: what stands in `["user:password"]` is not made public piece by piece.
    const rest = name.replace(/"((?:[^"\\]|\\.)*)"/g, (_, key: string) => {
      names.add(key)
      return ''
    })
    for (const segment of rest.split(/[./[\]:@]/)) if (segment !== '') names.add(segment)
  }
  return names
}

function merge(ranges: Range[]): Range[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** Ranges inside a zone are none; a range that reaches out of a zone takes the zone with it. Zones are in order. */
function mergeOutside(ranges: Range[], zones: readonly Range[]): Range[] {
  if (zones.length === 0) return merge(ranges)
  const kept: Range[] = []
  for (const range of ranges) {
    let low = 0
    let high = zones.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((zones[middle]?.end ?? 0) <= range.start) low = middle + 1
      else high = middle
    }
    const zone = zones[low]
    if (zone !== undefined && zone.start <= range.start && range.end <= zone.end) continue
    kept.push(range)
    for (let k = low; k < zones.length; k++) {
      const touched = zones[k]
      if (touched === undefined || touched.start >= range.end) break
      kept.push(touched)
    }
  }
  return merge(kept)
}

function replace(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), HIDDEN)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

function eachIndexOf(text: string, wanted: string, found: (at: number) => void): void {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found(at)
}

function isBase64(code: number | undefined): boolean {
  return (
    code !== undefined &&
    ((code >= 0x30 && code <= 0x39) ||
      ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
      code === 0x2b ||
      code === 0x2f ||
      code === 0x2d ||
      code === 0x5f)
  )
}
