import type { Json } from './raw.ts'

/** Marks a number that JavaScript cannot hold: a string of this (for private use in Unicode) and its digits. */
const mark = '\uE000'
const markCode = mark.charCodeAt(0)

/** The digits of a number that JavaScript cannot hold, as they were written; undefined for all other values. */
export function exactDigits(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || value.charCodeAt(0) !== markCode) return undefined
  const digits = value.slice(1)
  return /^-?\d[\d.eE+-]*$/.test(digits) ? digits : undefined
}

/**
 * A value of which `exactDigits` tells digits, in one spelling for each number: `9007199254740993.0` and
 * `9.007199254740993e15` become `9007199254740993`. Any other value stays as it is.
 */
export function normalDigits(value: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(exactDigits(value) ?? '') ?? []
  const all = `${whole}${fraction}`.replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  if (digits === '') return value
  const power = Number(exponent) - fraction.length + all.length - digits.length
  const plain = power >= 0 && power <= longestZeros
  return mark + sign + digits + (plain ? '0'.repeat(power) : `e${power}`)
}

/** More zeros than this at the end are written as an exponent. */
const longestZeros = 30

/**
 * A reviver that keeps the digits of a number where a double would lose some: `9007199254740993`, `1e400`. It looks
 * at nothing but the number itself, so that two texts are read alike: `1.0` is 1 in both.
 * The third argument (ES2025 "JSON.parse source text access") is not in TypeScript's library yet.
 */
export function keepDigits(
  ...[, value, context]: [key: string, value: unknown, context?: { source?: string }]
): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value
  const { source } = context
  return significant(source) === significant(String(value)) ? value : mark + source
}

/** `-120.50e3` → `12050`: sign and size aside, which a double always has right as long as it is neither 0 nor infinite. */
function significant(text: string): string {
  return text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
}

/** Doubles hold 15 digits for sure, so from this length (with a point among them) some may be lost. */
const longRun = 16

/**
 * Whether JSON holds a number that may need `keepDigits`. Looks at every 16th character only, as a plan has millions.
 * True for some numbers inside of strings too.
 */
export function hasLongNumber(json: string): boolean {
  for (let at = 0; at < json.length; at += longRun) {
    if (!isDigit(json.charCodeAt(at))) continue
    let start = at
    let end = at + 1
    while (isDigit(json.charCodeAt(start - 1))) start--
    while (isDigit(json.charCodeAt(end))) end++
    if (end - start >= longRun && isNumberAt(json, start)) return true
    at = Math.max(at, Math.floor((end - 1) / longRun) * longRun)
  }
  return false
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46
}

/** After a key or in a list. A key that stands in JSON in a string has a backslash before its quote. */
function isNumberAt(json: string, start: number): boolean {
  return /(?:[^\\]":|[[,])[ \n\r\t]*-?$/.test(json.slice(Math.max(0, start - 200), start))
}
