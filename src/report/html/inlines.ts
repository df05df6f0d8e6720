import { htmlAttribute, htmlText, safeHref } from '../escape.ts'
import type { Inline, Inlines } from '../section.ts'
import { badgeOf } from './badge.ts'

/** Where a resource's details are on the page, by its address; undefined where there are none, or several. */
export type Anchors = (address: string) => string | undefined

const noAnchors: Anchors = () => undefined

/** Inline text as HTML. With `anchors`, code that names a resource becomes a link to its details. */
export function inlinesHtml(inlines: Inlines, anchors: Anchors = noAnchors): string {
  return inlines.map((inline) => inlineHtml(inline, anchors)).join('')
}

function inlineHtml(inline: Inline, anchors: Anchors): string {
  if (typeof inline === 'string') return htmlText(inline)
  if ('code' in inline) {
    const code = `<code>${breakable(htmlAttribute(inline.code))}</code>`
    const id = anchors(inline.code)
    return id === undefined ? code : `<a class="jump" href="#${id}">${code}</a>`
  }
  if ('strong' in inline) return `<strong>${inlinesHtml(inline.strong, anchors)}</strong>`
  if ('emphasis' in inline) return `<em>${inlinesHtml(inline.emphasis, anchors)}</em>`
  const text = inlinesHtml(inline.link)
  const href = safeHref(inline.href)
  return href === undefined ? text : `<a href="${htmlAttribute(href)}" rel="noreferrer">${text}</a>`
}

// Addresses and paths wrap between their parts before they wrap inside of one.
const breakable = (html: string): string => html.replace(/[.\]/](?=[^.\]/])/g, '$&<wbr>')

/** The same, with an action or state word as a coloured badge: for table cells. */
export function cellHtml(inlines: Inlines, anchors: Anchors): string {
  const badge = badgeOf(inlines)
  return badge === undefined ? inlinesHtml(inlines, anchors) : badgeHtml(badge.kind, badge.label)
}

export function badgeHtml(kind: string, label: string): string {
  return `<span class="badge k-${kind}">${htmlText(label)}</span>`
}
