import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ReportDocument } from '../../src/report/document.ts'
import { badgeOf } from '../../src/report/html/badge.ts'
import { visible } from '../../src/report/visible.ts'
import type { AttributeDiff, Section } from '../../src/report/section.ts'
import { type HtmlToken, htmlTokens, textOf } from '../lab/html-tokens.ts'
import {
  changed,
  hostileDocument,
  hostileStrings,
  largeDocument,
  resourceFold,
  sampleCounts,
  sampleDocument,
  withText,
} from '../lab/sample-document.ts'
import { toHtml } from './support/page.ts'

const elements = new Set(
  'wbr html head meta title style body div header span h1 h2 h3 h4 h5 p ul li main footer table colgroup col thead tbody tr th td a code pre ins del mark strong em details summary'.split(
    ' ',
  ),
)
const attributes = new Set(
  'lang charset http-equiv content name class role aria-label tabindex scope colspan style href rel id open'.split(
    ' ',
  ),
)

function documentOf(...sections: Section[]): ReportDocument {
  return { title: 'T', tone: 'changed', verdict: ['V'], sections, footer: [] }
}

function open(tokens: readonly HtmlToken[], name: string) {
  return tokens.flatMap((token) => (token.kind === 'open' && token.name === name ? [token] : []))
}

/** Fails when anything is on the page that the renderer does not make itself. */
function checkHarmless(html: string): readonly HtmlToken[] {
  const tokens = htmlTokens(html)
  for (const token of tokens) {
    if (token.kind !== 'open') continue
    expect(elements).toContain(token.name)
    for (const [name, value] of token.attributes) {
      expect(attributes).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(?:#r\d+|https:\/\/github\.com\/[\w./-]+)$/)
      if (name === 'id') expect(value).toMatch(/^r\d+$/)
      if (name === 'class') expect(value).toMatch(/^[a-z0-9 -]+$/)
      if (name === 'style') expect(value).toMatch(/^width:[\d.]+%$/)
    }
  }
  return tokens
}

const section = (html: string, from: string, to: string): string =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)))

describe('a self-contained page', () => {
  const html = toHtml(sampleDocument, { counts: sampleCounts })

  test('has no script and loads nothing', () => {
    const tokens = checkHarmless(html)
    expect(open(tokens, 'meta').map(({ attributes: a }) => a.get('content'))).toContain(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
    )
    const style = tokens.flatMap((token) =>
      token.kind === 'text' && token.inside.at(-1) === 'style' ? [token.text] : [],
    )
    expect(style).toHaveLength(1)
    expect(style[0]).not.toMatch(/url\(|@import|expression|@font-face/)
    expect(style[0]).toContain('prefers-color-scheme: dark')
    expect(style[0]).toContain('@media print')
  })

  test('says title, verdict and counts in the head, destroys first, without the zeros', () => {
    const head = section(html, '<header>', '</header>')
    expect(textOf(htmlTokens(`${head}</header>`)).replace(/\s+/g, ' ')).toBe(
      ' Terraform plan: infra/production1 to destroy, 1 to replace, 2 to change, 1 to add 1 destroy1 replace2 change1 add1 move1 drift',
    )
    expect(head).toContain(
      '<li><span class="badge k-destroy">1 destroy</span></li><li><span class="badge k-replace">',
    )
  })

  test('shows actions as words on a colour, without the sign that the comment needs', () => {
    expect(html).toContain('<tr class="k-destroy"><td><span class="badge k-destroy">destroy</span></td>')
    expect(html).toContain('<span class="badge k-replace">replace</span>')
    expect(html).not.toContain('🔴')
  })

  test('leads from the table into the fold, whose target exists once and inside', () => {
    const hrefs = open(htmlTokens(html), 'a').flatMap(({ attributes: a }) => a.get('href') ?? [])
    const ids = open(htmlTokens(html), 'div').flatMap(({ attributes: a }) => a.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(hrefs.filter((href) => href.startsWith('#'))).toHaveLength(8) // six rows, and two in the callout
    for (const href of hrefs.filter((href) => href.startsWith('#'))) expect(ids).toContain(href.slice(1))
    expect(html).toMatch(
      /<summary><span class="name"><span class="badge k-destroy">destroy<\/span> <code>aws_db_instance\.<wbr>reports<\/code><\/span><span class="size">4 attributes<\/span><\/summary><div class="body" id="r1">/,
    )
  })

  test('has every kind of section', () => {
    const text = textOf(htmlTokens(html))
    for (const words of [
      'Caution',
      'Warning',
      'Note',
      'forces replacement',
      'YAML',
      'JSON',
      '8 unchanged lines',
    ]) {
      expect(text).toContain(words)
    }
    expect(html).toContain('<h3>Outputs</h3>')
    expect(html).toContain('<span class="badge k-bad">error</span></td><td>Check block')
    expect(html).toContain('<td><code>infra/<wbr>production/<wbr>checks.<wbr>tf:14</code></td>')
    expect(html).toContain('rel="noreferrer">job</a>')
    expect(html).toContain('<pre class="code"><code>cd infra/production\nterraform init')
  })
})

describe('attributes', () => {
  const diffOf = (...changes: AttributeDiff['changes'][number][]): string =>
    section(
      toHtml(documentOf({ kind: 'attribute-diff', rank: 3, changes, unchanged: 1 })),
      '<main>',
      '</main>',
    )
  const value = (text: string) => ({ kind: 'value', text }) as const

  test('words that differ are marked, the rest is not', () => {
    expect(diffOf(changed('v', value('"2026.08.1"'), value('"2026.09.1"')))).toContain(
      '<td class="old"><code>&quot;2026.<mark>08</mark>.1&quot;</code></td><td class="new"><code>&quot;2026.<mark>09</mark>.1&quot;</code></td>',
    )
  })

  test('nothing is marked where all differs', () => {
    expect(diffOf(changed('v', value('"abc"'), value('"xyz"')))).not.toContain('<mark>')
  })

  test('what is hidden or not known is a pill; a missing side says so', () => {
    const html = diffOf(
      changed('a', { kind: 'sensitive' }, { kind: 'unknown' }),
      changed('b', { kind: 'absent' }, { kind: 'write-only' }),
      changed('c', value('"x-(sensitive value)-y"'), { kind: 'absent' }),
    )
    expect(html).toContain(
      '<td class="old"><span class="pill">(sensitive value)</span></td><td class="new"><span class="pill">(known after apply)</span></td>',
    )
    expect(html).toContain(
      '<span class="none">not set</span></td><td class="new"><span class="pill">(write-only)</span>',
    )
    expect(html).toContain('&quot;x-<span class="pill">(sensitive value)</span>-y&quot;')
    expect(html).toContain('1 unchanged attribute not shown')
  })

  test('a line diff of a value that is hidden on one side is not shown', () => {
    const lines = [{ sign: '-', text: 'hunter2' }] as const
    const html = diffOf({
      ...changed('user_data', value('"old"'), { kind: 'sensitive' }),
      lines,
      language: 'text',
    })
    expect(html).not.toContain('hunter2')
    expect(html).toContain('<span class="pill">(sensitive value)</span>')
  })

  test('a remark alone is shown though the value is hidden', () => {
    const lines = [{ sign: 'gap', text: 'the value stays the same, but becomes sensitive' }] as const
    const html = diffOf({ ...changed('n', { kind: 'sensitive' }, { kind: 'sensitive' }), lines })
    expect(html).toContain('<span class="gap">the value stays the same, but becomes sensitive')
  })

  test('columns follow what there is to show', () => {
    expect(diffOf(changed('a', { kind: 'absent' }, value('1')))).toContain('<th scope="col">Value</th></tr>')
    expect(diffOf(changed('a', value('1'), { kind: 'absent' }))).toContain(
      '<th scope="col">Value before</th></tr>',
    )
    expect(diffOf(changed('a', value('1'), value('2')))).toContain(
      '<th scope="col">Before</th><th scope="col">After</th>',
    )
  })

  test('one table for outputs that come one by one', () => {
    const output = (path: string): Section => ({
      kind: 'attribute-diff',
      rank: 4,
      changes: [changed(path, value('1'), value('2'))],
      unchanged: 2,
    })
    const html = toHtml(documentOf(output('a'), output('b')))
    expect(html.match(/<table/g)).toHaveLength(1)
    expect(html).toContain('4 unchanged attributes not shown')
  })

  test('lines that pair up have their words marked; a diff in code is coloured', () => {
    const html = toHtml(
      documentOf({
        kind: 'code',
        rank: 3,
        language: 'diff',
        text: '--- a\n+++ b\n@@ -1 +1 @@\n-x = 1 # same\n+x = 2 # same\n y',
      }),
    )
    expect(html).toContain(
      '<del>x = <mark>1</mark> # same\n</del><ins>x = <mark>2</mark> # same\n</ins><span>y\n</span></code></pre>',
    )
    expect(html).toContain('<span>--- a\n</span><span>+++ b\n</span><span class="gap">@@ -1 +1 @@\n</span>')
  })
})

describe('badges are for words, not for names', () => {
  test.each(['changed', 'deleted'])('what was %s outside is no destroy', (word) => {
    expect(badgeOf([`⚪\u00a0${word} outside`])).toEqual({ kind: 'drift', label: `${word} outside` })
  })

  const cell = (inline: string | { readonly code: string }): string => {
    const rows = [{ rank: 0, cells: [[inline]] }] as const
    const html = toHtml(documentOf({ kind: 'table', rank: 0, noun: 'x', columns: [{ title: 't' }], rows }))
    return section(html, '<main>', '</main>')
  }

  test.each([
    ['🔴 destroy', 'k-destroy', 'destroy'],
    ['🟠 replace', 'k-replace', 'replace'],
    ['🟣 replace, keep old', 'k-replace', 'replace, keep old'],
    ['⚠️ unknown', 'k-warn', 'unknown'],
    ['🟡 update', 'k-change', 'update'],
    ['⚪ keep', 'k-read', 'keep'],
    ['🔵 import', 'k-import', 'import'],
  ])('%s', (text, kind, label) => {
    expect(cell(text)).toContain(`<span class="badge ${kind}">${label}</span>`)
  })

  test('a resource named like an action has none', () => {
    expect(cell({ code: 'destroy' })).not.toContain('badge')
    expect(cell('destroyer of worlds')).not.toContain('badge')
  })
})

describe('links to details', () => {
  const stack = (name: string): Section => ({
    kind: 'fold',
    rank: 2,
    open: false,
    noun: 'details',
    summary: [{ code: name }],
    sections: [
      {
        kind: 'table',
        rank: 0,
        noun: 'resources',
        columns: [{ title: 'Resource' }],
        rows: [{ rank: 0, cells: [[{ code: 'null_resource.a' }]] }],
      },
      resourceFold('update', 'null_resource.a', []),
    ],
  })

  test('each stack links to its own resource of the same address', () => {
    const html = toHtml(documentOf(stack('one'), stack('two')))
    const jumps = [...html.matchAll(/<a class="jump" href="#(r\d+)"><code>null_resource\.<wbr>a/g)].map(
      ([, id]) => id,
    )
    expect(jumps).toEqual(['r2', 'r4'])
  })

  test('an address that is there twice leads nowhere rather than to the wrong one', () => {
    const html = toHtml(
      documentOf(
        { kind: 'text', rank: 0, text: [{ code: 'null_resource.a' }] },
        resourceFold('update', 'null_resource.a', []),
        resourceFold('destroy', 'null_resource.a', []),
      ),
    )
    expect(html).not.toContain('class="jump"')
  })
})

describe('hostile text', () => {
  test('all strings of a document at once', () => {
    checkHarmless(toHtml(hostileDocument, { counts: { '<img src=x>': 1 } }))
  })

  test.each(hostileStrings)('%j is shown, not obeyed', (text) => {
    const tokens = checkHarmless(toHtml(withText(sampleDocument, () => text)))
    expect(textOf(tokens)).toContain(visible(text).replaceAll(/[\n\t]/g, ' '))
  })

  test('links go to the web or nowhere', () => {
    const link = (href: string): string =>
      toHtml(documentOf({ kind: 'text', rank: 0, text: [{ link: ['x'], href }] }))
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      ' https://a.example',
      'file:///etc',
    ]) {
      expect(open(htmlTokens(link(href)), 'a')).toEqual([])
    }
    expect(open(htmlTokens(link('https://a.example/"onclick="x')), 'a')[0]?.attributes.get('href')).toBe(
      'https://a.example/%22onclick=%22x',
    )
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '/',
          '!--',
          'script',
          '=',
          '\u202e',
          '\u001b[',
          '\ud800',
          'lt;',
          ' ',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(...hostileStrings),
  )

  test('property: any text in any place makes no element or attribute', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), (texts) => {
        let next = 0
        checkHarmless(toHtml(withText(sampleDocument, () => texts[next++ % texts.length] ?? '')))
      }),
      { numRuns: 60 },
    )
  })

  test('property: a pair of values reads as they are, marked or not', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, common, after) => {
        const pair = [`${common}${before}${common}`, `${common}${after}${common}`] as const
        const html = toHtml(
          documentOf({
            kind: 'attribute-diff',
            rank: 3,
            changes: [changed('a', { kind: 'value', text: pair[0] }, { kind: 'value', text: pair[1] })],
            unchanged: 0,
          }),
        )
        for (const [index, name] of ['old', 'new'].entries()) {
          const cell = section(html, `<td class="${name}">`, '</td>')
          expect(textOf(htmlTokens(`${cell}</td>`))).toBe(visible(pair[index] ?? ''))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('size', () => {
  test('grows with the plan, not faster', () => {
    const one = toHtml(largeDocument(300)).length
    const ten = toHtml(largeDocument(3000)).length
    expect(ten / one).toBeLessThan(11)
  })

  test('a long table is split into parts that line up, and leaves no row out', () => {
    const html = toHtml(largeDocument(1000))
    expect(html.match(/<div class="later">/g)).toHaveLength(3)
    expect(new Set(html.match(/<colgroup>.*?<\/colgroup>/g)).size).toBe(1)
    expect(html.match(/<tr class="k-/g)).toHaveLength(1000)
    expect(html.match(/<details class="fold item k-/g)).toHaveLength(1000)
  })

  test('15,000 resources take seconds, not minutes', () => {
    const started = performance.now()
    expect(toHtml(largeDocument(15_000)).length).toBeLessThan(15_000 * 1_500)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
