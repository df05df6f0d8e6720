/** One piece of an HTML document, as strictly read as we write it. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly inside: readonly string[] }

const voids = new Set(['meta', 'br', 'hr', 'col', 'input', 'path', 'circle', 'wbr'])

/**
 * Reads HTML far more strictly than browsers do: every `<` must begin a tag that is spelled as we spell it, every
 * attribute must be quoted (or bare), every element closed in order. Throws at the first thing that is not so, which is
 * where a hostile text would have got through.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const open: string[] = []
  let at = html.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0
  while (at < html.length) {
    if (open.at(-1) === 'style') {
      const end = html.indexOf('</style', at)
      tokens.push({ kind: 'text', text: html.slice(at, end), inside: [...open] })
      at = end
    }
    const next = html.indexOf('<', at)
    const text = html.slice(at, next < 0 ? html.length : next)
    if (text !== '') {
      if (text.includes('>')) throw new Error(`unescaped text: ${JSON.stringify(text)}`)
      tokens.push({ kind: 'text', text: unescaped(text), inside: [...open] })
      at += text.length
      continue
    }
    if (at >= html.length) break
    const close = html.indexOf('>', at)
    const tag = html.slice(at, close + 1)
    const match = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)(\/?)>$/.exec(tag)
    if (match === null) throw new Error(`no tag of ours: ${JSON.stringify(tag.slice(0, 200))}`)
    const [, slash, name = '', attributes = '', selfClosing] = match
    if (slash === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`)
      tokens.push({ kind: 'close', name })
    } else {
      tokens.push({ kind: 'open', name, attributes: attributesOf(attributes) })
      if (!voids.has(name) && selfClosing !== '/') open.push(name)
    }
    at = close + 1
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' > ')}`)
  return tokens
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/ ([a-zA-Z-]+)(?:="([^"<>]*)")?/g)]
  return new Map(found.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

export function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

/** All text between tags, in order; not the style sheet. */
export function textOf(tokens: readonly HtmlToken[]): string {
  return tokens
    .map((token) => (token.kind === 'text' && token.inside.at(-1) !== 'style' ? token.text : ''))
    .join('')
}
