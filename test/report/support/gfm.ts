import { marked } from 'marked'
import type { Token, Tokens } from 'marked'

/** An independent reader of GitHub's Markdown: what the text is made of, as a parser sees it. */

export function blocks(markdown: string): Token[] {
  return marked.lexer(markdown, { gfm: true }).filter((token) => token.type !== 'space')
}

/** Every token of the tree, tables' cells included. */
export function allTokens(markdown: string): Token[] {
  const found: Token[] = []
  void marked.walkTokens(blocks(markdown), (token) => {
    found.push(token)
  })
  return found
}

export function codeBlocks(markdown: string): Tokens.Code[] {
  return allTokens(markdown).filter((token): token is Tokens.Code => token.type === 'code')
}

export function html(markdown: string): string {
  return marked.parse(markdown, { gfm: true, async: false })
}

/** Names of the elements in the page, closing ones with `/`, in order. */
export function elements(page: string): string[] {
  return [...page.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map((match) => (match[1] ?? '').toLowerCase())
}

/** What a reader sees: tags and comments away, entities read. */
export function textContent(page: string): string {
  return page
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** What is left outside of code: where GitHub looks for mentions, references, emoji and formulas. */
export function textOutsideCode(page: string): string[] {
  return page
    .replace(/<(code|pre)\b[^>]*>.*?<\/\1>/gs, '\0')
    .replace(/<!--.*?-->/gs, '\0')
    .split(/\0|<[^>]*>/)
    .map(textContent)
    .filter((text) => text !== '')
}
