import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ReportDocument } from '../../src/report/document.ts'
import type { Section } from '../../src/report/section.ts'
import { attributeLines } from '../../src/report/attribute-lines.ts'
import { markdownInlines, plainInlines } from '../../src/report/inlines.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toPlain } from '../../src/report/plain.ts'
import { jobSummary } from '../../src/report/summary.ts'
import { visibleLine } from '../../src/report/visible.ts'
import { anyDocument, anyInlines } from './support/documents.ts'
import { codeBlocks, elements, html, textContent } from './support/gfm.ts'

const fullReport = { text: 'job summary', href: 'https://github.com/o/r/actions/runs/1' }
const limits = fc.oneof(fc.integer({ min: 500, max: 4000 }), fc.constant(65_536))

/** Elements that open are closed, in order. */
function unbalanced(page: string): string[] {
  const open: string[] = []
  for (const name of elements(page)) {
    if (['br', 'hr', 'input'].includes(name)) continue
    if (!name.startsWith('/')) open.push(name)
    else if (open.pop() !== name.slice(1)) return [`unexpected <${name}>`]
  }
  return open
}

const ours = [
  'details',
  'summary',
  'sub',
  'b',
  'strong',
  'em',
  'code',
  'pre',
  'a',
  'p',
  'ul',
  'li',
  'blockquote',
]
const allowed = new Set([...ours, 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'])

function foreign(page: string): string[] {
  return elements(page).filter((name) => !allowed.has(name.replace('/', '')))
}

test('any document, any limit: never longer, always balanced, nothing but our own elements', () => {
  fc.assert(
    fc.property(anyDocument, limits, fc.boolean(), (document, limit, linked) => {
      const { text, complete, leftOut } = toMarkdown(document, { limit, ...(linked ? { fullReport } : {}) })
      expect(text.length).toBeLessThanOrEqual(limit)
      expect(text.split('\n')[0]).toMatch(/^## [✓±✗]/)
      const page = html(text)
      expect(unbalanced(page)).toEqual([])
      expect(foreign(page)).toEqual([])
      expect(page).not.toMatch(/<a href="(?!https?:\/\/|#)/)
      expect(text).not.toMatch(/<!--\s*gitops-pipeline/i)
      if (complete) expect(leftOut).toEqual([])
    }),
    { numRuns: 400 },
  )
})

/** Code blocks and folds that a whole document must show. */
function expected(sections: readonly Section[]): { code: number; details: number; rows: number } {
  const sum = { code: 0, details: 0, rows: 0 }
  for (const section of sections) {
    if (section.kind === 'code' && section.text !== '') sum.code++
    if (section.kind === 'line-diff' && section.lines.length > 0) sum.code++
    if (section.kind === 'attribute-diff' && attributeLines(section).length > 0) sum.code++
    if (section.kind === 'table') sum.rows += section.rows.length
    if (section.kind !== 'fold') continue
    sum.details++
    const inner = expected(section.sections)
    sum.code += inner.code
    sum.details += inner.details
    sum.rows += inner.rows
  }
  return sum
}

test('a whole document has each code block, fold and row once', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { text, complete } = toMarkdown(document, { limit: 1_000_000 })
      expect(complete).toBe(true)
      const page = html(text)
      const { code, details, rows } = expected(document.sections)
      expect(codeBlocks(text)).toHaveLength(code)
      expect(elements(page).filter((name) => name === 'details')).toHaveLength(details)
      expect(elements(page).filter((name) => name === '/details')).toHaveLength(details)
      expect(page.match(/<tr>\s*<td/g) ?? []).toHaveLength(rows)
    }),
    { numRuns: 300 },
  )
})

test('the verdict is said, whatever the limit', () => {
  const verdict = ['3 to destroy, 1 to replace']
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: 500, max: 3000 }), (document, limit) => {
      const { text } = toMarkdown({ ...document, verdict }, { limit, fullReport })
      expect(text.split('\n')[0]).toContain('3 to destroy, 1 to replace')
    }),
    { numRuns: 200 },
  )
})

test('limits in bytes hold for any document', () => {
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: 500, max: 3000 }), (document, bytes) => {
      expect(Buffer.byteLength(jobSummary(document, { fullReport }, bytes).text)).toBeLessThanOrEqual(bytes)
    }),
    { numRuns: 200 },
  )
})

test('twice is the same, and the document is not touched', () => {
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: 500, max: 3000 }), (document, limit) => {
      const before = JSON.stringify(document)
      const first = toMarkdown(document, { limit, fullReport })
      expect(toMarkdown(document, { limit, fullReport })).toEqual(first)
      expect(JSON.stringify(document)).toBe(before)
    }),
    { numRuns: 100 },
  )
})

test('more room never shows less of rank 0', () => {
  const rows = (count: number): Section => ({
    kind: 'table',
    rank: 0,
    noun: 'resources',
    columns: [{ title: 'Action' }, { title: 'Resource' }],
    rows: Array.from({ length: count }, (_, index) => ({
      rank: index < count / 2 ? 0 : 4,
      cells: [[index < count / 2 ? 'destroy' : 'create'], [{ code: `a.r[${index}]` }]],
    })),
  })
  const document = (count: number): ReportDocument => ({
    title: 'Plan',
    verdict: ['x'],
    tone: 'changed',
    sections: [rows(count)],
    footer: [],
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 500, max: 9000 }), (count, limit) => {
      const shown = (room: number): number =>
        (toMarkdown(document(count), { limit: room }).text.match(/^\| destroy/gm) ?? []).length
      expect(shown(limit + 500)).toBeGreaterThanOrEqual(shown(limit))
    }),
    { numRuns: 100 },
  )
})

test('inline text of any kind reads as its words', () => {
  fc.assert(
    fc.property(anyInlines, (inlines) => {
      const page = html(`x. ${markdownInlines(inlines)}`)
      const words = (text: string): string => text.replace(/\s+/g, '')
      // An empty code span is shown as a space; links may lie in links, where only the words count.
      expect(words(textContent(page))).toBe(words(`x.${visibleLine(plainInlines(inlines))}`))
      expect(unbalanced(page)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('plain text of any document: no controls, no workflow commands, no more lines than asked', () => {
  fc.assert(
    fc.property(anyDocument, fc.boolean(), (document, details) => {
      const text = toPlain(document, { details, lines: 30 })
      const lines = text.split(/\r\n|\r|\n/)
      expect(lines.length).toBeLessThanOrEqual(30)
      expect(lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([])
      expect(text).not.toMatch(/[^\P{Cc}\n\t]/u)
    }),
    { numRuns: 300 },
  )
})
