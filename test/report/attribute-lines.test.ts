import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { attributeLines, lineDiffLines } from '../../src/report/attribute-lines.ts'
import type { AttributeChange, ShownValue } from '../../src/report/resource-change.ts'
import type { AttributeDiff } from '../../src/report/section.ts'
import { hostile } from './support/hostile.ts'

const value = (text: string): ShownValue => ({ kind: 'value', text })
const absent: ShownValue = { kind: 'absent' }

function diffOf(changes: readonly Partial<AttributeChange>[], unchanged = 0): AttributeDiff {
  return {
    kind: 'attribute-diff',
    rank: 4,
    unchanged,
    changes: changes.map((change) => ({
      path: 'a',
      action: 'change',
      before: absent,
      after: absent,
      forcesReplacement: false,
      ...change,
    })),
  }
}

test('one line per side, remarks after', () => {
  expect(
    attributeLines(
      diffOf(
        [
          {
            path: 'instance_type',
            before: value('"t3.micro"'),
            after: value('"t3.large"'),
            forcesReplacement: true,
          },
          { path: 'tags["Name"]', action: 'add', after: value('"web"') },
          { path: 'ebs[0].size', action: 'remove', before: value('8'), forcesReplacement: true },
          { path: 'id', before: value('"i-1"'), after: { kind: 'unknown' } },
          { path: 'arn', action: 'add', after: { kind: 'unknown' } },
          { path: 'password', before: { kind: 'sensitive' }, after: { kind: 'sensitive' } },
          { path: 'token', before: value('null'), after: { kind: 'sensitive' } },
          { path: 'secret_wo', action: 'add', after: { kind: 'write-only' } },
          { path: 'gone', before: value('1') },
          { path: 'new', after: value('2') },
        ],
        14,
      ),
    ),
  ).toEqual([
    '- instance_type = "t3.micro"',
    '+ instance_type = "t3.large" # forces replacement',
    '+ tags["Name"] = "web"',
    '- ebs[0].size = 8 # forces replacement',
    '- id = "i-1"',
    '+ id = (known after apply)',
    '+ arn = (known after apply)',
    '! password = (sensitive value)',
    '- token = null',
    '+ token = (sensitive value)',
    '+ secret_wo = (write-only)',
    '- gone = 1',
    '+ new = 2',
    '# 14 unchanged attributes',
  ])
  expect(attributeLines(diffOf([], 1))).toEqual(['# 1 unchanged attribute'])
  expect(attributeLines(diffOf([]))).toEqual([])
})

test('Atlantis A2, Terrateam T5: list items of YAML in a string are not coloured as deletions', () => {
  const lines = attributeLines(
    diffOf([
      {
        path: 'user_data',
        before: value('"…"'),
        after: value('"…"'),
        language: 'yaml',
        forcesReplacement: true,
        lines: [
          { sign: ' ', text: '- name: web' },
          { sign: '-', text: '- image: nginx:1.25' },
          { sign: '+', text: '+ image: nginx:1.27' },
          { sign: ' ', text: '' },
          { sign: 'gap', text: '12 unchanged lines' },
          { sign: ' ', text: '@@ # !' },
        ],
      },
    ]),
  )
  expect(lines).toEqual([
    '! user_data (YAML): # forces replacement',
    '  │ - name: web',
    '- │ - image: nginx:1.25',
    '+ │ + image: nginx:1.27',
    '  │',
    '@@ 12 unchanged lines @@',
    '  │ @@ # !',
  ])
})

test('a text of several lines without a line diff is shown line by line all the same', () => {
  expect(attributeLines(diffOf([{ path: 'x', before: value('a\n- b'), after: value('c') }]))).toEqual([
    '! x:',
    '- │ a',
    '- │ - b',
    '+ │ c',
  ])
})

test('lines of a hidden side are never shown', () => {
  const lines = [{ sign: '-' as const, text: 'hunter2' }]
  for (const hidden of ['sensitive', 'unknown', 'write-only'] as const) {
    const text = attributeLines(diffOf([{ before: { kind: hidden }, after: value('"x"'), lines }])).join('\n')
    expect(text).not.toContain('hunter2')
  }
})

test('a remark on hidden values is shown, as it is in our own words', () => {
  const lines = [{ sign: 'gap' as const, text: 'the value stays the same, but becomes sensitive' }]
  const hidden: ShownValue = { kind: 'sensitive' }
  expect(attributeLines(diffOf([{ path: 'n', before: hidden, after: hidden, lines }]))).toEqual([
    '! n:',
    '@@ the value stays the same, but becomes sensitive @@',
  ])
  const more = [...lines, { sign: ' ' as const, text: 'hunter2' }]
  expect(attributeLines(diffOf([{ path: 'n', before: hidden, after: hidden, lines: more }]))).toEqual([
    '! n = (sensitive value)',
  ])
})

test('a tab is no space: the two lines of a Makefile differ', () => {
  const lines = [
    { sign: '-' as const, text: '\tgo build' },
    { sign: '+' as const, text: ' go build' },
  ]
  expect(attributeLines(diffOf([{ before: value('x'), after: value('x'), lines }]))).toEqual([
    '! a:',
    '- │ \tgo build',
    '+ │  go build',
  ])
})

test('white space at the end of a changed line stays', () => {
  expect(
    lineDiffLines([
      { sign: '-', text: 'a ' },
      { sign: '+', text: 'a' },
      { sign: ' ', text: '' },
    ]),
  ).toEqual(['- a ', '+ a', ''])
})

test('any text: each line has the sign of its own side, and no line breaks out', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, fc.boolean(), (path, before, after, multi) => {
      const lines = attributeLines(
        diffOf([
          {
            path,
            before: value(before),
            after: value(after),
            ...(multi ? { lines: [{ sign: ' ' as const, text: before }] } : {}),
          },
        ]),
      )
      for (const line of lines) {
        expect(line).toMatch(/^(?:[-+!] | {2}│|[-+] │)/)
        expect(line).not.toContain('\n')
      }
    }),
    { numRuns: 500 },
  )
})
