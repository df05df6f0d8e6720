import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  codeFence,
  gitHubHtmlText,
  htmlAttribute,
  htmlText,
  markdownCode,
  markdownText,
  safeHref,
  tableCell,
  trimSpaces,
} from '../../src/report/escape.ts'
import { visible, visibleLine } from '../../src/report/visible.ts'
import { blocks, elements, html, textContent, textOutsideCode } from './support/gfm.ts'
import { attacks, hostile } from './support/hostile.ts'

const runs = { numRuns: 1000 }

/** What the text must look like to a reader: visible, white space as HTML shows it. */
const shown = (text: string): string => trimSpaces(visibleLine(text).replace(/ {2,}/g, ' '))

/** Whatever of these stands outside of code, GitHub acts upon it. */
const acting = [
  /@[a-z0-9]/i,
  /#\d/,
  /gh-\d/i,
  /:\/\//,
  /www\./i,
  /:[\w+-]+:/,
  /\$/,
  /(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/i,
]

const around = fc.constantFrom('', 'a', ' ', 'x ', ' x', '(', ')')

describe('markdownText', () => {
  function check(text: string): void {
    const markdown = trimSpaces(markdownText(text))
    const page = html(markdown)
    const expected = shown(text)
    expect(textContent(page).replace(/\n$/, '')).toBe(expected)
    const found = blocks(markdown).map(({ type }) => type)
    expect(found).toEqual(expected === '' ? [] : ['paragraph'])
    expect(elements(page).filter((name) => !['p', '/p', 'code', '/code'].includes(name))).toEqual([])
    for (const outside of textOutsideCode(page)) {
      for (const pattern of acting) expect(outside).not.toMatch(pattern)
    }
    expect(markdown).not.toMatch(/<!--\s*gitops-pipeline/i)
  }

  test.each(attacks)('says %j and does nothing', (attack) => {
    check(attack)
    check(`see ${attack} here`)
    check(`(${attack})`)
  })

  test('any text is one paragraph that reads as the text', () => {
    fc.assert(fc.property(hostile, check), runs)
  })

  test('exact forms', () => {
    expect(markdownText('Use @octocat, or #12 (see https://x.example/y).')).toBe(
      'Use `@octocat`, or `#12` (see `https://x.example/y`).',
    )
    expect(markdownText('aws_instance.web <b> & 1 | 2')).toBe('aws\\_instance.web &lt;b\\> \\& 1 \\| 2')
    expect(markdownText('1. one')).toBe('1\\. one')
    expect(markdownText('plain words, 12 of them')).toBe('plain words, 12 of them')
  })
})

describe('tableCell', () => {
  test('any text is one cell and the next cell is its neighbour', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = html(`| a | b |\n| --- | --- |\n| ${tableCell(text)} | next |`)
        // The parser also trims spaces that are not ASCII.
        const cells = [...page.matchAll(/<td>(.*?)<\/td>/gs)].map((match) =>
          textContent(match[1] ?? '').trim(),
        )
        expect(cells).toEqual([shown(text).trim(), 'next'])
      }),
      runs,
    )
  })

  test('code with pipes and backslashes in a cell', () => {
    const pipes = fc.string({ unit: fc.constantFrom('|', '\\', '`', 'a', ' '), maxLength: 12 })
    fc.assert(
      fc.property(pipes, (text) => {
        const page = html(`| a | b |\n| --- | --- |\n| ${markdownCode(text, true)} | next |`)
        const cells = [...page.matchAll(/<td>(.*?)<\/td>/gs)].map((match) => textContent(match[1] ?? ''))
        expect(cells).toEqual([text === '' ? ' ' : text, 'next'])
      }),
      runs,
    )
  })
})

describe('markdownCode', () => {
  test('any text is one code span with that text', () => {
    fc.assert(
      fc.property(hostile, around, around, (text, before, after) => {
        const page = html(`${before.trim()}.${markdownCode(text)}.${after.trim()}`)
        expect(elements(page).filter((name) => name !== 'p' && name !== '/p')).toEqual(['code', '/code'])
        const code = /<code>(.*?)<\/code>/s.exec(page)?.[1] ?? ''
        expect(textContent(code)).toBe(visibleLine(text) === '' ? ' ' : visibleLine(text))
      }),
      runs,
    )
  })

  test('cmark reads no code span with more than 80 backticks: never made', () => {
    expect(markdownCode('`'.repeat(80))).toBe(`\` ${'`'.repeat(80)} \``)
    const all = Array.from({ length: 100 }, (_, index) => '`'.repeat(index + 1)).join(' ')
    expect(markdownCode(all)).not.toMatch(/`{2,}/)
  })
})

describe('codeFence', () => {
  function check(text: string, language: string): void {
    const fence = codeFence(text, language)
    const found = [...html(`before\n\n${fence}\n\nafter`).matchAll(/<code[^>]*>(.*?)<\/code>/gs)]
    expect(found.map((match) => textContent(match[1] ?? ''))).toEqual([
      visible(text) === '' ? '' : `${visible(text)}\n`,
    ])
    expect(blocks(`before\n\n${fence}\n\nafter`).map(({ type }) => type)).toEqual([
      'paragraph',
      'code',
      'paragraph',
    ])
  }

  test('tfcmt C2, text with fences inside: one block, whole text', () => {
    check('```\ninner\n```\n````\n~~~', 'diff')
    expect(codeFence('```\nx', 'diff')).toBe('````diff\n```\nx\n````')
  })

  test('any text, any language', () => {
    fc.assert(fc.property(hostile, fc.oneof(fc.constant('diff'), hostile), check), runs)
  })

  test('cmark counts fences to 255: longer runs get the other character', () => {
    const long = '`'.repeat(300)
    expect(codeFence(long)).toBe(`~~~\n${long}\n~~~`)
    const both = codeFence(`${long}\n${'~'.repeat(300)}`)
    expect(both.split('\n')[0]).toBe('```')
    expect(both).toContain(`\n\\${long}\n`)
  })

  test('languages that GitHub runs or that are none are dropped', () => {
    for (const language of ['mermaid', 'math', 'geojson', 'suggestion', 'a b', 'a`b', 'x\ny', 'DIFF']) {
      expect(codeFence('x', language)).toBe('```\nx\n```')
    }
    expect(codeFence('x', 'hcl')).toBe('```hcl\nx\n```')
  })
})

describe('HTML', () => {
  test('text and attributes read as they were and have no elements', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(htmlText(text)).not.toMatch(/[<>"']/)
        expect(textContent(htmlText(text))).toBe(visible(text))
        expect(textContent(htmlAttribute(text))).toBe(visibleLine(text))
      }),
      runs,
    )
  })

  test('in a summary on GitHub, nothing outside of code acts', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = gitHubHtmlText(text)
        expect(trimSpaces(textContent(page))).toBe(shown(text))
        expect(elements(page).filter((name) => name !== 'code' && name !== '/code')).toEqual([])
        for (const outside of textOutsideCode(page)) {
          for (const pattern of acting) expect(outside).not.toMatch(pattern)
        }
      }),
      runs,
    )
  })

  test('entities show literally', () => {
    expect(htmlText('&lt;')).toBe('&amp;lt;')
  })
})

describe('safeHref', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://a',
    'file:///etc/passwd',
    '//evil',
    'https://',
    '',
  ])('refuses %j', (href) => {
    expect(safeHref(href)).toBeUndefined()
  })

  test('keeps what is safe, encodes what would end the link', () => {
    expect(safeHref('https://a.example/my_repo/x?a=1&b=%20#L1')).toBe(
      'https://a.example/my_repo/x?a=1&b=%20#L1',
    )
    expect(safeHref('https://a.example/(x) y|<z>"`\\é\n')).toBe(
      'https://a.example/%28x%29%20y%7C%3Cz%3E%22%60%5C%C3%A9%0A',
    )
  })
})
