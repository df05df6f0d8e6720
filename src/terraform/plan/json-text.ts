import type { Redactor } from '../../core/redactor.ts'
import { exactDigits, keepDigits } from './exact-number.ts'
import { canonicalText, isArray, isContainer, isObject, maxDepth, own } from './json.ts'
import type { JsonObject } from './json.ts'
import type { Json } from './raw.ts'
import { hiddenBySibling, hidesName, placeholder } from './secret-names.ts'

/** The object or array a string holds as JSON, if it does. Numbers keep their digits (`keepDigits`). */
export function parseEmbedded(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text)) return undefined
  try {
    const value = (/[\d.]{16}|\d[eE]/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)) as Json
    return isContainer(value) ? value : undefined
  } catch {
    return undefined // not JSON: shown as text
  }
}

/** True when the text of `value` has a key more than once in one object: all but the last of its values are lost. */
export function repeatsKeys(text: string, value: Json): boolean {
  let written = 0
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) written++
  let read = 0
  const waiting: Json[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isContainer(next)) continue
    const children = Object.values(next) as Json[]
    if (!isArray(next)) read += children.length
    for (const child of children) if (isContainer(child)) waiting.push(child)
  }
  return written > read
}

export interface JsonPrinter {
  readonly redactor: Redactor
  /** Receives each value that is hidden, so that two sides can be compared. */
  readonly hidden: string[]
  /** How a string inside is made safe to show. */
  readonly inner: (text: string) => string
}

/**
 * A value pretty-printed with two spaces, redacted. Keys come in the order of `like` where it has them, so that a
 * change of order alone makes no difference between the two sides.
 */
export function jsonLines(value: Json, like: Json | undefined, printer: JsonPrinter): string[] {
  const { redactor, hidden } = printer
  const lines: string[] = []
  print(value, like, { indent: '', label: '', end: '', name: '', covered: false, depth: 0 })
  return lines

  function print(item: Json | undefined, model: Json | undefined, at: Place): void {
    if (!isContainer(item) || at.covered) {
      lines.push(at.indent + at.label + leaf(item, at.covered || hidesName(redactor, at.name)) + at.end)
      return
    }
    const keys = isArray(item) ? undefined : orderedKeys(item, model)
    const [open, close] = isArray(item) ? ['[', ']'] : ['{', '}']
    const length = isArray(item) ? item.length : (keys?.length ?? 0)
    if (length === 0 || at.depth >= maxDepth) {
      if (length > 0) hidden.push(canonicalText(item))
      lines.push(`${at.indent}${at.label}${open}${length === 0 ? '' : '…'}${close}${at.end}`)
      return
    }
    lines.push(at.indent + at.label + open)
    for (let index = 0; index < length; index++) {
      const key = keys?.[index]
      const place = { indent: `${at.indent}  `, end: index < length - 1 ? ',' : '', depth: at.depth + 1 }
      if (key === undefined) {
        const child = isArray(item) ? item[index] : undefined
        print(child, isArray(model) ? model[index] : undefined, {
          ...place,
          label: '',
          name: at.name,
          covered: false,
        })
      } else {
        const label = `${JSON.stringify(redactor.redact(key))}: `
        const covered = hiddenBySibling(redactor, item, key)
        print(own(item, key), own(model, key), { ...place, label, name: key, covered })
      }
    }
    lines.push(at.indent + close + at.end)
  }

  function leaf(item: Json | undefined, hide: boolean): string {
    if (item === null || item === undefined) return 'null'
    if (hide) {
      hidden.push(canonicalText(item))
      return placeholder
    }
    const exact = exactDigits(item)
    if (typeof item === 'string' && exact === undefined) return JSON.stringify(printer.inner(item))
    if (typeof item === 'boolean') return String(item)
    const digits = exact ?? canonicalText(item)
    const shown = safeDigits(digits, redactor)
    if (shown !== digits) hidden.push(digits)
    return shown
  }
}

/** Numbers may be secrets too, but very short ones are in everything. */
export function safeDigits(digits: string, redactor: Redactor): string {
  return digits.length < 6 ? digits : redactor.redact(digits)
}

interface Place {
  readonly indent: string
  readonly label: string
  readonly end: string
  /** The key above, through arrays. */
  readonly name: string
  readonly covered: boolean
  readonly depth: number
}

function orderedKeys(value: JsonObject, like: Json | undefined): string[] {
  const keys = Object.keys(value)
  if (!isObject(like)) return keys
  const first = Object.keys(like).filter((key) => Object.hasOwn(value, key))
  return [...first, ...keys.filter((key) => !Object.hasOwn(like, key))]
}
