import { expect, test } from '@jest/globals'
import type { ReportDocument } from '../../src/report/document.ts'
import { toPlain } from '../../src/report/plain.ts'

const document: ReportDocument = {
  title: 'Plan',
  verdict: [{ strong: ['1 to destroy'] }],
  tone: 'bad',
  sections: [
    { kind: 'text', rank: 0, tone: 'caution', text: ['::error::', { code: 'x' }] },
    {
      kind: 'table',
      rank: 0,
      noun: 'resources',
      columns: [{ title: '' }, { title: '' }, { title: '', align: 'right' }],
      rows: [
        { rank: 0, cells: [['destroy'], [{ code: 'a.b' }], ['1 s']] },
        { rank: 0, cells: [['add'], [{ code: 'a.bcd' }], ['12 s']] },
      ],
    },
    {
      kind: 'fold',
      rank: 4,
      open: false,
      noun: 'x',
      summary: ['More'],
      sections: [{ kind: 'code', rank: 4, language: '', text: '::set-output name=a::b\n##[error]x\n' }],
    },
    { kind: 'list', rank: 4, items: [['one']] },
  ],
  footer: ['commit ', { code: 'abc' }],
}

test('short form', () => {
  expect(toPlain(document)).toBe(
    [
      '✗ Plan: 1 to destroy',
      'CAUTION: ::error::x',
      '  destroy  a.b     1 s',
      '  add      a.bcd  12 s',
      '▸ More',
      '- one',
      'commit abc',
    ].join('\n'),
  )
})

test('with details, and no line that the runner acts upon', () => {
  const text = toPlain(document, { details: true })
  expect(text).toContain('▾ More\n    : :set-output name=a::b\n    ## [error]x\n')
})

test('no more lines than asked for', () => {
  expect(toPlain(document, { lines: 3 })).toBe('✗ Plan: 1 to destroy\nCAUTION: ::error::x\n… 5 more lines')
})
