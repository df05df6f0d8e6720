import type { Inline, Inlines } from './section.ts'
import {
  gitHubHtmlText,
  htmlAttribute,
  htmlText,
  joinInline,
  markdownCode,
  markdownText,
  safeHref,
  trimSpaces,
} from './escape.ts'
import { visibleLine } from './visible.ts'

/** Neighbouring strings as one: a mention cut in two (`@`, `user`) must be seen whole by the escaper. */
function merged(inlines: Inlines): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (typeof inline === 'string' && typeof last === 'string') result[result.length - 1] = last + inline
    else result.push(inline)
  }
  return result
}

/** Markdown has no links in links: the outer one counts. */
function withoutLinks(inlines: Inlines): Inlines {
  return inlines.flatMap((inline): Inlines => {
    if (typeof inline === 'string' || 'code' in inline) return [inline]
    if ('link' in inline) return withoutLinks(inline.link)
    if ('strong' in inline) return [{ strong: withoutLinks(inline.strong) }]
    return [{ emphasis: withoutLinks(inline.emphasis) }]
  })
}

const anyWords = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su
/** Most are of these, and the rule for all letters there are takes long to be made ready. */
const plainWords = /^[A-Za-z0-9](?:[ -~]*[A-Za-z0-9])?$/

/** `**text**` works only between letters or digits (CommonMark 6.2, flanking); elsewhere the HTML element does. */
function marked(inner: string, mark: '*' | '**', element: 'em' | 'b'): string {
  if (inner === '') return ''
  return plainWords.test(inner) || anyWords.test(inner)
    ? `${mark}${inner}${mark}`
    : `<${element}>${inner}</${element}>`
}

/** Labels and names of attributes come again and again; remembered up to this length, and so many of them. */
const LONGEST_WORD = 40
const MOST_WORDS = 5_000

type Escape = (text: string, inTable: boolean) => string

function remembering(escape: Escape): Escape {
  const known = { line: new Map<string, string>(), cell: new Map<string, string>() }
  return (text, inTable) => {
    if (text.length > LONGEST_WORD) return escape(text, inTable)
    const words = inTable ? known.cell : known.line
    const before = words.get(text)
    if (before !== undefined) return before
    const escaped = escape(text, inTable)
    if (words.size >= MOST_WORDS) words.clear()
    words.set(text, escaped)
    return escaped
  }
}

const textOf = remembering(markdownText)
const codeOf = remembering(markdownCode)

function markdownOf(inline: Inline, inTable: boolean): string {
  if (typeof inline === 'string') return textOf(inline, inTable)
  if ('code' in inline) return codeOf(inline.code, inTable)
  if ('strong' in inline) return marked(pieces(inline.strong, inTable), '**', 'b')
  if ('emphasis' in inline) return marked(pieces(inline.emphasis, inTable), '*', 'em')
  const inner = pieces(withoutLinks(inline.link), inTable)
  const href = safeHref(inline.href)
  if (href === undefined || inner === '') return inner
  // Parsers differ about what may stand between the brackets: only plain words and simple code spans do.
  if (/``|[[\]\\<>()]/.test(inner)) return `<a href="${htmlAttribute(href)}">${inner}</a>`
  // An entity in a target would be decoded.
  return `[${inner}](${href.replace(/&(?=#?\w+;)/g, '&amp;')})`
}

function pieces(inlines: Inlines, inTable: boolean): string {
  return joinInline(merged(inlines).map((inline) => markdownOf(inline, inTable)))
}

/** One line of Markdown. */
export function markdownInlines(inlines: Inlines, inTable = false): string {
  return trimSpaces(pieces(inlines, inTable))
}

/** One line of HTML for places inside Markdown where Markdown is not read: `<summary>`. */
export function gitHubHtmlInlines(inlines: Inlines): string {
  return merged(inlines).map(htmlOf).join('')
}

const htmlTextOf = remembering(gitHubHtmlText)

function htmlOf(inline: Inline): string {
  if (typeof inline === 'string') return htmlTextOf(inline, false)
  if ('code' in inline) return `<code>${htmlText(visibleLine(inline.code))}</code>`
  if ('strong' in inline) return `<b>${gitHubHtmlInlines(inline.strong)}</b>`
  if ('emphasis' in inline) return `<em>${gitHubHtmlInlines(inline.emphasis)}</em>`
  const inner = gitHubHtmlInlines(withoutLinks(inline.link))
  const href = safeHref(inline.href)
  return href === undefined ? inner : `<a href="${htmlAttribute(href)}">${inner}</a>`
}

/** The words alone, as they came: nothing is escaped or made visible. */
export function plainInlines(inlines: Inlines): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline
      if ('code' in inline) return inline.code
      if ('strong' in inline) return plainInlines(inline.strong)
      if ('emphasis' in inline) return plainInlines(inline.emphasis)
      return plainInlines(inline.link)
    })
    .join('')
}
