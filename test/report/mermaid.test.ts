import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { MERMAID_CHARACTERS, mermaidText } from '../../src/report/mermaid.ts'
import { makeRedactor } from '../../src/core/redact.ts'
import { sectionsHtml } from '../../src/report/html/sections.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toPlain } from '../../src/report/plain.ts'
import { redactDocument } from '../../src/report/redact-document.ts'
import type { Graph, GraphNode } from '../../src/report/section.ts'
import { startChromium } from '../lab/chromium.ts'
import { draw } from '../lab/mermaid.ts'
import { describeWith } from '../lab/tools.ts'

const LOOKS: readonly GraphNode['look'][] = ['cause', 'step', 'changed', 'affected', 'more']

/** A box for each label, and a line with that label from the first box to it. */
function star(labels: readonly string[]): Graph {
  return {
    kind: 'graph',
    rank: 5,
    title: 'Way',
    nodes: labels.map((label, index) => ({ id: String(index), label, look: LOOKS[index % 5] ?? 'step' })),
    edges: labels.slice(1).map((label, index) => ({
      from: '0',
      to: String(index + 1),
      label,
      ...(index % 2 === 0 ? {} : { dashed: true as const }),
    })),
  }
}

const HOSTILE = [
  'end',
  'a"b',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '`code`',
  '**bold** _x_ __y__ ~~z~~',
  '%%{init: {"securityLevel":"loose"}}%%',
  'style:a#b;c',
  'classDef x:y#z;',
  '&amp; &lt;b&gt; #35; #quot;',
  '[x](https://attacker.example)',
  'https://attacker.example/x.png',
  '![x](https://attacker.example/x.png)',
  'javascript:alert(1)',
  '$(touch x)',
  '$$x^2$$',
  'a|b {x} (x) >x]',
  'fa:fa-car',
  'a:::b @{shape: x}',
  'n1 --> n2',
  '1. list',
  '10) list',
  '- item',
  '* star',
  '# head',
  '---',
  '```',
  '한국어/네트워크 é 😀',
  'a\\nb',
  '.',
  '_',
]

test('is text that ends where it should', () => {
  const graph = star(['modules/vpc', 'x"]; click n0 "https://attacker.example'])
  expect(mermaidText(graph)).toBe(
    [
      'flowchart LR',
      '  n0("modules/vpc")',
      '  n1["x#34;#93;#59; click n0 #34;https#58;//attacker.example"]',
      '  n0 -->|"x#34;#93;#59; click n0 #34;https#58;//attacker.example"| n1',
    ].join('\n'),
  )
})

test('no label of whatever text adds a line, a quote, a fence or a directive', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 100 }), { minLength: 1, maxLength: 6 }),
      (labels) => {
        const text = mermaidText(star(labels)) ?? ''
        expect(text.split('\n').filter((line) => /^ {2}n\d+[[(]/.test(line))).toHaveLength(labels.length)
        expect(text.split('\n')).toHaveLength(
          1 + labels.length + (labels.length - 1) + (labels.length > 2 ? 2 : 0),
        )
        // Quotes come in pairs of ours, and between them there is nothing to act upon.
        for (const [, label = ''] of text.matchAll(/"([^"]*)"/g))
          expect(label.replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{M}\p{N} /._-]*$/u)
        expect(text).not.toMatch(/`|%%|\{/)
      },
    ),
  )
})

test('what Mermaid would refuse is not drawn', () => {
  expect(mermaidText(star([]))).toBeUndefined()
  expect(mermaidText(star(Array.from({ length: 600 }, (_, index) => `s${index}`)))).toBeUndefined()
  const long = star(Array.from({ length: 90 }, () => '😀'.repeat(80)))
  expect(mermaidText(long)).toBeUndefined()
  expect((mermaidText(star(HOSTILE)) ?? '').length).toBeLessThan(MERMAID_CHARACTERS)
})

test('stands in the Markdown as a block of its own', () => {
  const { text } = toMarkdown(
    { title: 'T', verdict: ['v'], tone: 'good', sections: [star(['a', 'b'])], footer: [] },
    { limit: 5_000 },
  )
  expect(text).toContain(
    '\n\n#### Way\n\n```mermaid\nflowchart LR\n  n0("a")\n  n1["b"]\n  n0 -->|"b"| n1\n```',
  )
})

test('on a page that draws nothing, and in a log, it is words or left out; secrets in it are hidden', () => {
  const graph = star(['a<b>', 'token hunter22-secret'])
  const document = { title: 'T', verdict: ['v'], tone: 'good' as const, sections: [graph], footer: [] }
  expect(sectionsHtml([graph], new Map())).toBe(
    '<h3>Way</h3><ul><li><code>a&lt;b&gt;</code> → <code>token hunter22-secret</code> (token hunter22-secret)</li></ul>',
  )
  expect(toPlain(document)).toBe('✓ T: v')
  const redactor = makeRedactor({ secrets: ['hunter22-secret'], publicNames: [], patterns: [] })
  const text = JSON.stringify(redactDocument(document, redactor))
  expect(text).not.toContain('hunter22')
  expect(text).toContain('a<b>')
})

describeWith('mermaid-11.17.2', 'Mermaid itself', (script) => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await startChromium(process.env)
  }, 60_000)
  afterAll(() => browser?.close())

  test('draws every label as it is, and acts on none', async () => {
    if (browser === undefined) return
    const drawn = await draw(browser, script, mermaidText(star(HOSTILE)) ?? '')
    expect(drawn.labels).toEqual(HOSTILE)
    expect(drawn.edges).toEqual(HOSTILE.slice(1))
    expect(drawn).toMatchObject({ lines: HOSTILE.length - 1, active: 0, faults: [] })
  })

  test('a drawing of the largest kind is drawn', async () => {
    if (browser === undefined) return
    const labels = Array.from(
      { length: 60 },
      (_, index) => `infra/team-${index}/a-rather-long-name-of-a-stack-${index}`,
    )
    const drawn = await draw(browser, script, mermaidText(star(labels)) ?? '')
    expect(drawn.labels).toEqual(labels)
  })

  test('a label that is not escaped would be acted upon, and what is no drawing refused', async () => {
    if (browser === undefined) return
    const link = 'flowchart LR\n  n0["a"]\n  click n0 "https://attacker.example"'
    expect((await draw(browser, script, link)).active).toBe(1)
    await expect(draw(browser, script, 'flowchart LR\n  n0["a"b"]')).rejects.toThrow('Parse error')
  })
})
