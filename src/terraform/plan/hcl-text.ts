import { differences } from './differences.ts'

/** Text in HCL syntax: literals and reference paths. */

/** Longest text of one value on one line, in characters; what is longer is cut in the middle. */
export const longestText = 500

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u

// Almost all texts and names are of these: cheaper to test than the full rules.
const plainText = /^[ !#&-[\]-~]*$/
const plainIdentifier = /^[A-Za-z_][\w-]*$/

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '${': '$${',
  '%{': '%%{',
}

/**
 * A quoted string: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 * Control characters and lone surrogates come as `\uXXXX`.
 */
export function hclString(text: string): string {
  if (plainText.test(text)) return `"${text}"`
  return `"${text.replace(toEscape, (found) => escapes[found] ?? unicodeEscape(found))}"`
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const toEscape = /[\\"\u0000-\u001f\u007f-\u009f]|[$%]\{|\p{Surrogate}/gu

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A quoted string; one longer than `longestText` is cut in the middle and says so. */
export function hclShortString(text: string): string {
  return cutMiddle(text, hclString)
}

/** One line of a line diff, cut in the same way. */
export function shortLine(line: string): string {
  return cutMiddle(line, (part) => part)
}

/**
 * Two texts of which one at least is too long for a line: of both, the stretches that differ are shown, with a little
 * of what is around them, and how much is left out in between.
 */
export function shortPair(
  before: string,
  after: string,
  quote: (part: string) => string,
): readonly [string, string] {
  if (Math.max(before.length, after.length) <= longestText) return [quote(before), quote(after)]
  if (before === after) return [cutMiddle(before, quote), cutMiddle(after, quote)]
  const found = differences(before, after)
  return [
    cutAround(
      before,
      found.map((difference) => difference.before),
      quote,
    ),
    cutAround(
      after,
      found.map((difference) => difference.after),
      quote,
    ),
  ]
}

function cutMiddle(text: string, quote: (part: string) => string): string {
  if (text.length <= longestText) return quote(text)
  const head = text.slice(0, safeCut(text, 300))
  const tail = text.slice(safeCut(text, text.length - 100))
  return `${quote(head)} … ${leftOut(text.length - head.length - tail.length)} … ${quote(tail)}`
}

function cutAround(
  text: string,
  stretches: readonly (readonly [from: number, to: number])[],
  quote: (part: string) => string,
): string {
  const pieces: string[] = []
  let shown = 0
  for (const [start, end] of windowsOf(text, stretches)) {
    if (start > shown) pieces.push(leftOut(start - shown))
    pieces.push(quote(text.slice(start, end)))
    shown = end
  }
  if (shown < text.length) pieces.push(leftOut(text.length - shown))
  return pieces.join(' … ')
}

/** What is shown of a text: 300 characters or more for a stretch, both ends of a long one; those that touch as one. */
function windowsOf(
  text: string,
  stretches: readonly (readonly [from: number, to: number])[],
): readonly (readonly [start: number, end: number])[] {
  const windows: [number, number][] = []
  for (const [from, to] of stretches.flatMap(bothEnds)) {
    const start = Math.max(0, from - 60)
    const end = safeCut(text, Math.min(text.length, Math.max(start + 300, to + 60)))
    const last = windows.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else windows.push([safeCut(text, start), end])
  }
  return windows
}

function bothEnds([from, to]: readonly [from: number, to: number]): (readonly [number, number])[] {
  return to - from <= longestText
    ? [[from, to]]
    : [
        [from, from + 240],
        [to - 40, to],
      ]
}

function leftOut(count: number): string {
  return `(${count} characters left out)`
}

/** The index, or the one before it where a cut would part a surrogate pair. */
function safeCut(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return index > 0 && code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}

/**
 * A step of a reference. The plan does not tell an attribute from a map key, so `.name` is used wherever it is valid.
 * The first step stands alone.
 */
export function hclStep(step: string | number, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`
  if (isIdentifier(step)) return first ? step : `.${step}`
  return `[${hclShortString(step)}]`
}

/** A key in an object literal. */
export function hclKey(key: string): string {
  return isIdentifier(key) ? key : hclShortString(key)
}

function isIdentifier(text: string): boolean {
  return plainIdentifier.test(text) || identifier.test(text)
}
