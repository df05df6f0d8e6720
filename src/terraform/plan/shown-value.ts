import type { Redactor } from '../../core/redactor.ts'
import { exactDigits } from './exact-number.ts'
import { hclKey, hclShortString } from './hcl-text.ts'
import { canonicalText, childMark, isArray, isContainer, isObject, maxDepth, own } from './json.ts'
import type { JsonObject } from './json.ts'
import { safeDigits } from './json-text.ts'
import type { Json } from './raw.ts'
import { hiddenBySibling, hidesName, placeholder, unknownText } from './secret-names.ts'
import { shownText } from './shown-text.ts'

/** A value with what is known about it. */
export interface Marked {
  readonly value: Json | undefined
  readonly sensitive: Json | undefined
  readonly unknown: Json | undefined
  /** The last named step above it, through lists. */
  readonly name: string
  /** Hidden by the name beside it. */
  readonly covered: boolean
}

export interface Inline {
  readonly text: string
  /** False when it was cut, or holds text of several lines: then it is better shown leaf by leaf. */
  readonly fits: boolean
}

/**
 * A whole value on one line, redacted: `{ from_port = 80, cidr_blocks = ["10.0.0.0/8"] }`. Stops soon after `limit`
 * characters and says how much is left out. With `terse`, attributes that are not set are left out.
 */
export function inlineValue(marked: Marked, redactor: Redactor, limit: number, terse: boolean): Inline {
  const writer: Writer = { redactor, limit, terse, length: 0, fits: true }
  const text = write(writer, marked, 0)
  return { text, fits: writer.fits && writer.length <= limit }
}

interface Writer {
  readonly redactor: Redactor
  readonly limit: number
  readonly terse: boolean
  length: number
  fits: boolean
}

function write(writer: Writer, item: Marked, depth: number): string {
  const { value } = item
  let text: string
  if (item.unknown === true) text = unknownText
  else if (isHidden(item, writer.redactor)) text = placeholder
  else if (typeof value === 'string' && exactDigits(value) === undefined) text = stringText(writer, value)
  else if (!isContainer(value)) text = scalarText(value, writer.redactor)
  else if (depth >= maxDepth) text = '…'
  else return isArray(value) ? writeList(writer, value, item, depth) : writeObject(writer, value, item, depth)
  writer.length += text.length
  return text
}

function stringText(writer: Writer, value: string): string {
  const shown = shownText(value, writer.redactor)
  if (shown.lines.length > 1) writer.fits = false
  return shown.text === placeholder ? placeholder : hclShortString(shown.text)
}

function writeList(writer: Writer, list: readonly Json[], item: Marked, depth: number): string {
  let text = '['
  writer.length += 2
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += ', '
    if (writer.length > writer.limit) return `${text}${cutOff(writer, list.length - index)}]`
    const child = {
      value: list[index],
      sensitive: childMark(item.sensitive, index),
      unknown: childMark(item.unknown, index),
      name: item.name,
      covered: false,
    }
    text += write(writer, child, depth + 1)
    writer.length += 2
  }
  return `${text}]`
}

function writeObject(writer: Writer, object: JsonObject, item: Marked, depth: number): string {
  const { redactor } = writer
  const keys = Object.keys(object)
  const unknown = isObject(item.unknown) ? item.unknown : undefined
  if (unknown !== undefined) {
    for (const key of Object.keys(unknown))
      if (unknown[key] === true && !Object.hasOwn(object, key)) keys.push(key)
  }
  let text = '{'
  writer.length += 2
  for (const [index, key] of keys.entries()) {
    const child = {
      value: own(object, key),
      sensitive: childMark(item.sensitive, key),
      unknown: childMark(unknown, key),
      name: key,
      covered: hiddenBySibling(redactor, object, key),
    }
    if (writer.terse && child.unknown !== true && (child.value === null || child.value === undefined))
      continue
    text += text === '{' ? ' ' : ', '
    if (writer.length > writer.limit) return `${text}${cutOff(writer, keys.length - index)} }`
    const label = `${hclKey(redactor.redact(key))} = `
    writer.length += label.length + 2
    text += label + write(writer, child, depth + 1)
  }
  return text === '{' ? '{}' : `${text} }`
}

function cutOff(writer: Writer, count: number): string {
  writer.fits = false
  return `… ${count} more`
}

/** Marked as sensitive, or hidden by its name: containers by the mark only, as their own keys speak for the rest. */
function isHidden(item: Marked, redactor: Redactor): boolean {
  if (item.value === null || item.value === undefined) return false
  if (item.sensitive === true || item.covered) return true
  return !isContainer(item.value) && hidesName(redactor, item.name)
}

/** A number, a boolean or null. */
export function scalarText(value: Json | undefined, redactor: Redactor): string {
  if (value === undefined || value === null) return 'null'
  const digits = typeof value === 'number' ? String(value) : exactDigits(value)
  return digits === undefined ? canonicalText(value) : safeDigits(digits, redactor)
}
