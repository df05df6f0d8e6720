import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commentHtml } from '../../src/pipeline/preview-markdown.ts'
import { previewPage } from '../../src/pipeline/preview-page.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { type HtmlToken, htmlTokens, textOf } from '../lab/html-tokens.ts'
import { hostileDocument, hostileStrings, sampleCounts, sampleDocument } from '../lab/sample-document.ts'

const page = (markdown: string, more: { complete?: boolean } = {}) =>
  previewPage({
    repository: 'acme/shop',
    title: 'A bigger <machine>',
    base: 'main',
    markdown,
    complete: true,
    document: sampleDocument,
    counts: sampleCounts,
    notes: ['2 files <differ>'],
    ...more,
  })

const inComment = new Set(
  'h1 h2 h3 h4 h5 h6 p blockquote hr pre div span ul ol li table thead tbody tr th td svg path circle input a b br code del details em i ins kbd q s samp strong sub summary sup var'.split(
    ' ',
  ),
)
const attributes = new Set(
  'class href rel open align start type checked disabled viewBox width height aria-hidden d cx cy r'.split(
    ' ',
  ),
)

function tokensOf(html: string): readonly HtmlToken[] {
  const tokens = htmlTokens(html)
  for (const token of tokens) {
    if (token.kind !== 'open') continue
    expect(inComment).toContain(token.name)
    for (const [name, value] of token.attributes) {
      expect(attributes).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|#)/)
      if (name === 'class')
        expect(value).toMatch(/^(?:highlight|pl-\w+|markdown-alert[a-z -]*|octicon sign)$/)
    }
  }
  return tokens
}

describe('a comment as GitHub shows it', () => {
  test('alerts', async () => {
    const html = await commentHtml(
      '> [!CAUTION]\n> Destroys `a`.\n\n> [!note]\n> small\n\n> [!OTHER]\n> quote',
    )
    expect(html).toMatch(
      /^<div class="markdown-alert markdown-alert-caution"><p class="markdown-alert-title"><svg .*?<\/svg>Caution<\/p><p>Destroys <code>a<\/code>\.<\/p>\n<\/div>/,
    )
    expect(html).toContain('markdown-alert-note')
    expect(html).toContain('<blockquote><p>[!OTHER]')
  })

  test('diffs are coloured by the first character, other code is not', async () => {
    const html = await commentHtml('```diff\n+ a\n- b\n! c\n@@ d @@\n# e\n  + f\n```\n\n```sh\n+ a\n```')
    expect(html).toBe(
      '<div class="highlight"><pre><span class="pl-mi1">+ a</span>\n<span class="pl-md">- b</span>\n<span class="pl-mc">! c</span>\n<span class="pl-mdr">@@ d @@</span>\n<span class="pl-c"># e</span>\n  + f</pre></div>\n<pre><code>+ a\n</code></pre>\n',
    )
  })

  test('folds, small print and line ends', async () => {
    const html = await commentHtml(
      '<details open>\n<summary>🔴 destroy <code>a[&quot;b&quot;]</code></summary>\n\n**in**\n\n</details>\n\n<sub>one<br>two</sub>\nthree',
    )
    expect(html).toContain('<details open>\n<summary>🔴 destroy <code>a[&quot;b&quot;]</code></summary>')
    expect(html).toContain('<p><strong>in</strong></p>\n</details>')
    expect(html).toContain('<p><sub>one<br>two</sub><br>three</p>')
  })

  test('the marker of the comment is not seen', async () => {
    expect(await commentHtml('<!-- gitops-pipeline key=x -->\n\ntext')).toBe('\n\n<p>text</p>\n'.trimStart())
  })

  test('what our own renderer writes reads as the document', async () => {
    const html = await commentHtml(toMarkdown(sampleDocument, { limit: 65_000 }).text)
    const text = textOf(tokensOf(html))
    for (const words of [
      'module.web["blue"].aws_instance.app[0]',
      'Destroyed first, then created',
      '31 unchanged',
      'Outputs',
    ]) {
      expect(text).toContain(words)
    }
    expect(html.match(/<details/g)).toHaveLength(7)
    expect(html).not.toMatch(/&lt;(?:details|summary|sub|code|b|em)/)
  })
})

describe('hostile Markdown', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a <span onclick="x">b</span>', '&lt;span onclick=&quot;x&quot;&gt;'],
    ['</div></section><h1>out</h1>', '&lt;/div&gt;&lt;/section&gt;&lt;h1&gt;'],
    ['<table><tr><td>', '&lt;table&gt;'],
    ['<style>*{display:none}</style>', '&lt;style&gt;'],
    // marked takes text in <code> for escaped already.
    ['<code>a <b <img src=x onerror=alert(1)></code>', '&lt;img'],
  ])('%s is text', async (markdown, shown) => {
    const html = await commentHtml(markdown)
    tokensOf(html)
    expect(html).toContain(shown)
  })

  test('attributes do not survive', async () => {
    expect(await commentHtml('x <b style="position:fixed" class="a">y</b>')).toBe('<p>x <b>y</b></p>\n')
    expect(await commentHtml('<details open onclick="x">\n\ny\n\n</details>')).toContain('<details>')
  })

  test('links lead to the web only; pictures are not loaded', async () => {
    const html = await commentHtml(
      '[a](javascript:alert(1)) <a href="data:text/html,x">b</a> ![c](https://tracker.example/x.png)',
    )
    expect(html).not.toMatch(/href|tracker|<img/)
    expect(await commentHtml('<a href="https://a.example/?x=1&amp;y=2">b</a>')).toContain(
      '<a href="https://a.example/?x=1&amp;y=2" rel="noreferrer">b</a>',
    )
  })

  test('an element that is left open ends with the comment; one that never began is dropped', async () => {
    expect(await commentHtml('a <b> b')).toBe('<p>a <b> b</b></p>\n')
    expect(await commentHtml('a </details> b')).toBe('<p>a  b</p>\n')
    expect(await commentHtml('<details>\n\n<a href="https://a.example/">x')).toMatch(
      /<\/a>\s*(?:<\/p>\s*)?<\/details>$/,
    )
  })

  test('property: whatever the text, only known elements, each closed in order', async () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '```',
        '\n',
        '\n\n',
        ' ',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '!',
        '|',
        '> ',
        '- ',
        '# ',
        '~~',
      ],
      ...[
        '<details',
        '<details open>',
        '</details>',
        '<summary>',
        '<b>',
        '</b>',
        '<code>',
        '</code>',
        '<a href="https://x.example/">',
        '</a>',
      ],
      ...[
        '<!--',
        '-->',
        '<br/>',
        '<div>',
        '</div>',
        '<pre>',
        '</p>',
        '> [!NOTE]\n',
        '| a |\n| - |\n',
        'onclick=',
        '://x',
        'www.x.com',
        '\\',
      ],
      ...hostileStrings,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        tokensOf(await commentHtml(pieces.join('')))
      }),
      { numRuns: 1500 },
    )
  })
})

describe('the page', () => {
  test('counts characters and says that nothing is missing', async () => {
    const html = await page('x'.repeat(1234))
    expect(html).toContain('1,234 of 65,536 characters')
    expect(html).toContain('nothing left out of the comment')
    expect(html).toContain('<b>acme/shop</b> into <code>main</code>')
    expect(html).toContain('<h1>A bigger &lt;machine&gt;</h1>')
    expect(html).toContain('<li>2 files &lt;differ&gt;</li>')
  })

  test('says what is left out, and never that nothing is when something is', async () => {
    const html = await previewPage({
      repository: 'r',
      title: 't',
      markdown: 'x',
      complete: false,
      leftOut: [{ noun: 'resources', count: 12 }],
      document: sampleDocument,
      notes: [],
    })
    expect(html).toContain('<span class="cut">left out: 12 resources</span>')
    expect(await page('x', { complete: false })).toContain('shortened: see the full report')
    expect(await page('x', { complete: false })).not.toContain('nothing left out')
  })

  test('is one file without scripts, and holds both the comment and the report', async () => {
    const html = await page('**hello**')
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import/)
    expect(html.replace(/<style>[^]*?<\/style>/, '')).not.toMatch(/ src=|url\(/)
    expect(html).toContain('.markdown-body .markdown-alert')
    expect(html).toContain('<div class="markdown-body"><p><strong>hello</strong></p>')
    expect(html).toContain('<div class="report tone-changed">')
    expect(html.match(/<style>/g)).toHaveLength(1)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  test('frames stay closed around a hostile comment', async () => {
    const html = await page(toMarkdown(hostileDocument, { limit: 65_000 }).text)
    const body = html.slice(html.indexOf('<body>'), html.indexOf('</body>') + '</body>'.length)
    const tokens = htmlTokens(body)
    expect(tokens.filter((token) => token.kind === 'open' && token.name === 'section')).toHaveLength(2)
  })
})
