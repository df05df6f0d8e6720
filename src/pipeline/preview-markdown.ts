import { htmlAttribute, safeHref } from '../report/escape.ts'
import { balancedHtml, safeHtml, safeText } from './preview-html.ts'

/**
 * A comment's Markdown as GitHub would show it: GFM with a line end for every line end, alerts, coloured diffs.
 * Markdown is made from hostile plan text, so of its HTML only the few elements that GitHub and our own renderer know
 * come through, without their attributes; all other tags are shown as text. Pictures are not loaded.
 */
export async function commentHtml(markdown: string): Promise<string> {
  const { Marked } = await import('marked')
  const marked = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      html: ({ text }) => safeHtml(text),
      // Of a text that stands in `<code>`, marked says that it is escaped already. It is not.
      text(token) {
        const inner = 'tokens' in token ? token.tokens : undefined
        return inner === undefined ? safeText(token.text) : this.parser.parseInline(inner)
      },
      code: ({ text, lang }) => codeHtml(text, lang ?? ''),
      image: ({ text }) => `<em>${safeText(`[picture: ${text}]`)}</em>`,
      link({ href, tokens }) {
        const target = safeHref(href)
        const text = this.parser.parseInline(tokens)
        return target === undefined ? text : `<a href="${htmlAttribute(target)}" rel="noreferrer">${text}</a>`
      },
      blockquote({ tokens, text }) {
        const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][^\S\n]*(?:\n|$)/i.exec(text)
        if (alert === null) return `<blockquote>${this.parser.parse(tokens)}</blockquote>`
        const inner = this.parser.parse(marked.lexer(text.slice(alert[0].length)))
        return alertHtml((alert[1] ?? '').toLowerCase(), inner)
      },
    },
  })
  return balancedHtml(await marked.parse(markdown))
}

/** GitHub's own classes for the lines of a diff, by first character. */
const diffClasses: readonly (readonly [start: RegExp, className: string])[] = [
  [/^\+/, 'pl-mi1'],
  [/^-/, 'pl-md'],
  [/^!/, 'pl-mc'],
  [/^@@/, 'pl-mdr'],
  [/^#/, 'pl-c'],
]

function codeHtml(text: string, language: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  if (language.trim() !== 'diff') return `<pre><code>${escaped}\n</code></pre>\n`
  const lines = escaped.split('\n').map((line) => {
    const className = diffClasses.find(([start]) => start.test(line))?.[1]
    return className === undefined ? line : `<span class="${className}">${line}</span>`
  })
  return `<div class="highlight"><pre>${lines.join('\n')}</pre></div>\n`
}

const circle = '<circle cx="8" cy="8" r="6.75"/>'
const alertSigns: Readonly<Record<string, string>> = {
  note: `${circle}<path d="M8 7.5v4M8 4.7v.1"/>`,
  tip: '<path d="M5.5 10.5a4.2 4.2 0 1 1 5 0v1h-5zM6.5 14h3"/>',
  important: '<path d="M1.5 2.5h13v9h-6l-3 3v-3h-4zM8 4.7v3M8 9.4v.1"/>',
  warning: '<path d="M8 1.8 15 14H1zM8 6.3v3.4M8 11.6v.1"/>',
  caution: '<path d="M5.2 1.3h5.6l3.9 3.9v5.6l-3.9 3.9H5.2l-3.9-3.9V5.2zM8 4.4v4M8 11v.1"/>',
}

function alertHtml(kind: string, inner: string): string {
  const sign = `<svg class="octicon sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${alertSigns[kind] ?? circle}</svg>`
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  return `<div class="markdown-alert markdown-alert-${kind}"><p class="markdown-alert-title">${sign}${title}</p>${inner}</div>\n`
}
