import { htmlAttribute, safeHref } from '../report/escape.ts'

/** What our own renderer uses, and its like. Nothing that holds a layout: a stray `</div>` would break out of the page. */
const elements = new Set(
  'a b br code del details em i ins kbd q s samp strong sub summary sup var'.split(' '),
)
const piece = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)(\s[^<>]*|\/)?>|[^<]+|</gi

/** Raw HTML out of a Markdown document: known elements stay, almost without attributes; all other `<` become text. */
export function safeHtml(html: string): string {
  return html.replace(piece, (found: string, slash?: string, name?: string, attributes?: string) => {
    if (found.startsWith('<!--')) return ''
    const tag = name?.toLowerCase()
    if (tag === undefined || !elements.has(tag)) return safeText(found)
    return slash === '/' ? `</${tag}>` : `<${tag}${keptAttributes(tag, attributes ?? '')}>`
  })
}

function keptAttributes(tag: string, attributes: string): string {
  if (tag === 'details' && /^\s+open(?:=""|="open")?\s*$/i.test(attributes)) return ' open'
  if (tag !== 'a') return ''
  const href = /^\s+href="([^"]*)"\s*$/i.exec(attributes)?.[1]
  const target = href === undefined ? undefined : safeHref(href.replaceAll('&amp;', '&'))
  return target === undefined ? '' : ` href="${htmlAttribute(target)}" rel="noreferrer"`
}

/** Text of a Markdown document: its entities are meant as such. */
export function safeText(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const tagOrText = /<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>/g
const voids = new Set(['br', 'hr', 'input'])

/**
 * HTML in which every element is closed, and nothing that was not open: an element left open in one comment must not
 * reach what stands behind it. Takes HTML without `<` and `>` in its texts and attributes.
 */
export function balancedHtml(html: string): string {
  const open: string[] = []
  const closed = html.replace(tagOrText, (tag: string, slash: string, name: string, selfClosing: string) => {
    if (voids.has(name) || selfClosing === '/') return tag
    if (slash === '') {
      open.push(name)
      return tag
    }
    const at = open.lastIndexOf(name)
    return at < 0 ? '' : closers(open.splice(at))
  })
  return closed + closers(open)
}

const closers = (names: readonly string[]): string =>
  names
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')
