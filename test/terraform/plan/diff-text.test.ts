import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { diffLines, foldLines, newEffort } from '../../../src/terraform/plan/diff-text.ts'
import { diffOf, lineWords } from './support.ts'

const lines = fc.array(fc.constantFrom('', 'a', 'b', 'c', '- x', '+ y', '  indented'), { maxLength: 40 })

function side(diff: ReturnType<typeof diffLines>, sign: '-' | '+'): string[] {
  return diff.filter((line) => line.sign === sign || line.sign === ' ').map((line) => line.text)
}

describe('the line diff', () => {
  test('its "-" and "+" lines rebuild both texts', () => {
    fc.assert(
      fc.property(lines, lines, fc.constantFrom(0, 9, 1_000_000), (before, after, left) => {
        const diff = diffLines(before, after, { left })
        expect(side(diff, '-')).toEqual(before)
        expect(side(diff, '+')).toEqual(after)
      }),
    )
  })

  test('equal texts have no changed line', () => {
    fc.assert(
      fc.property(lines, (same) => {
        expect(diffLines(same, same, newEffort()).every((line) => line.sign === ' ')).toBe(true)
      }),
    )
  })

  test('folding hides only unchanged lines, and says how many', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(before, after, newEffort())
        const folded = foldLines(diff)
        const changed = (list: typeof diff): typeof diff =>
          list.filter((line) => line.sign === '+' || line.sign === '-')
        expect(changed(folded)).toEqual(changed(diff))
        const hidden = folded
          .filter((line) => line.sign === 'gap')
          .map((line) => Number(/^(\d+) unchanged lines$/.exec(line.text)?.[1]))
        const shown = folded.filter((line) => line.sign !== 'gap').length
        expect(hidden.every((count) => count > 1)).toBe(true)
        expect(shown + hidden.reduce((sum, count) => sum + count, 0)).toBe(diff.length)
      }),
    )
  })

  test('three lines around a change, and gaps', () => {
    const before = Array.from({ length: 30 }, (_, index) => `line ${index}`)
    const after = before.with(15, 'changed')
    expect(
      foldLines(diffLines(before, after, newEffort())).map((line) => `${line.sign} ${line.text}`),
    ).toEqual([
      'gap 12 unchanged lines',
      '  line 12',
      '  line 13',
      '  line 14',
      '- line 15',
      '+ changed',
      '  line 16',
      '  line 17',
      '  line 18',
      'gap 11 unchanged lines',
    ])
  })

  test('one line alone is not folded away', () => {
    const same = ['1', '2', '3', '4', '5', '6', '7']
    const folded = foldLines(diffLines(['a', ...same, 'b'], ['x', ...same, 'y'], newEffort()))
    expect(folded.filter((line) => line.sign === 'gap')).toEqual([])
    expect(folded).toHaveLength(11)
  })

  test('huge and wholly different texts stay cheap', () => {
    const big = (letter: string, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `${letter}${index}`)
    const start = process.cpuUsage()
    const effort = newEffort()
    for (let round = 0; round < 100; round++) {
      const diff = diffLines(big('a', 4_000), big('b', 4_000), effort)
      expect(diff).toHaveLength(8_000)
    }
    expect(
      diffLines(['same', ...big('a', 50_000), 'end'], ['same', ...big('b', 50_000), 'end'], effort),
    ).toHaveLength(100_002)
    const used = process.cpuUsage(start)
    expect((used.user + used.system) / 1_000).toBeLessThan(8_000)
  })

  test('long lines that replace each other are cut where they differ', () => {
    const [removed, added] = foldLines(
      diffLines([`${'x'.repeat(900)}a`], [`${'x'.repeat(900)}b`], newEffort()),
    )
    expect(removed?.text).toBe(`(840 characters left out) … ${'x'.repeat(60)}a`)
    expect(added?.text).toBe(`(840 characters left out) … ${'x'.repeat(60)}b`)
  })
})

describe('texts of several lines', () => {
  test('are shown line by line', () => {
    const [only] = diffOf({ script: 'a\nb\nc\n' }, { script: 'a\nx\nc\n' })
    expect(lineWords(only)).toEqual([' a', '-b', '+x', ' c', ' '])
    expect(only?.language).toBe('text')
  })

  test('also when they come or go', () => {
    expect(lineWords(diffOf({ script: null }, { script: 'a\nb' })[0])).toEqual(['+a', '+b'])
    expect(lineWords(diffOf({ script: 'a\nb' }, null)[0])).toEqual(['-a', '-b'])
  })

  test('a list element too: several values files', () => {
    const first = `replicas: 1\n${'# filler\n'.repeat(20)}`
    const diff = diffOf({ values: [first] }, { values: [first.replace('1', '2'), 'other: true\nmore: 1\n'] })
    expect(diff.map((attribute) => [attribute.path, attribute.action, attribute.language])).toEqual([
      ['values[0]', 'change', 'yaml'],
      ['values[1]', 'add', 'yaml'],
    ])
    expect(lineWords(diff[0]).slice(0, 2)).toEqual(['-replicas: 1', '+replicas: 2'])
  })

  test('a change of line ends alone is said in words', () => {
    expect(lineWords(diffOf({ s: 'a\nb\n' }, { s: 'a\r\nb\r\n' })[0])).toEqual([
      '@ only the line ends change (CRLF or LF)',
    ])
  })

  test.each([
    ['a: 1\nb:\n  - x\n  - y: 2\n', 'yaml'],
    ['#cloud-config\npackages:\n  - jq\n', 'yaml'],
    ['#!/bin/sh\necho hello\nexit 0\n', 'text'],
    ['first line\nsecond line: with colon\nthird\n', 'text'],
  ])('%p looks like %s', (text, language) => {
    expect(diffOf({ s: null }, { s: text })[0]?.language).toBe(language)
  })
})

describe('JSON in a string', () => {
  const policy = (...sids: string[]): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: sids.map((Sid) => ({ Sid, Effect: 'Allow' })) })

  test('is laid out before it is compared', () => {
    const [only] = diffOf({ policy: policy('read') }, { policy: policy('read', 'write') })
    expect(only?.language).toBe('json')
    expect(lineWords(only)).toEqual([
      '@ 3 unchanged lines',
      '     {',
      '       "Sid": "read",',
      '       "Effect": "Allow"',
      '+    },',
      '+    {',
      '+      "Sid": "write",',
      '+      "Effect": "Allow"',
      '     }',
      '   ]',
      ' }',
    ])
  })

  test('spaces or the order of keys alone: formatting only', () => {
    const [only] = diffOf({ p: '{"a":1,"b":{"x":1,"y":2}}' }, { p: '{\n "b": {"y":2, "x":1},\n "a": 1\n}' })
    expect(lineWords(only)).toEqual([
      '@ formatting only: the JSON has the same content, with other spaces or another order of keys',
    ])
  })

  test('the order of keys makes no noise beside a real change', () => {
    const [only] = diffOf({ p: '{"a":1,"b":2,"c":3}' }, { p: '{"c":3,"b":2,"a":9}' })
    expect(lineWords(only).filter((line) => /^[-+]/.test(line))).toEqual(['-  "a": 1', '+  "a": 9'])
  })

  test('numbers that JavaScript cannot hold are compared by their digits: never "formatting only"', () => {
    const [only] = diffOf({ p: '{"id": 12345678901234567890}' }, { p: '{"id": 12345678901234567891}' })
    expect(lineWords(only)).toEqual([
      ' {',
      '-  "id": 12345678901234567890',
      '+  "id": 12345678901234567891',
      ' }',
    ])
  })

  test('a number is read alike on both sides, whatever else is in them', () => {
    const [only] = diffOf({ p: '{"v":1.0,"id":"x"}' }, { p: '{"v":1.0,"id":"1234567890.123456"}' })
    expect(lineWords(only).filter((line) => /^[-+]/.test(line))).toEqual([
      '-  "id": "x"',
      '+  "id": "1234567890.123456"',
    ])
  })

  test('a key that stands twice: what is lost in reading is not called formatting', () => {
    const twice = '{"Action":"s3:*","Action":"s3:Get"}'
    const note = 'a key stands here more than once: only the last of its values is shown'
    const [only] = diffOf({ p: twice }, { p: '{"Action":"s3:Get"}' })
    expect(lineWords(only)).toEqual([`@ the JSON is written in another way; ${note}`])
    const [other] = diffOf({ p: '{"Action":"s3:Put"}' }, { p: twice })
    expect(lineWords(other)).toEqual([
      ' {',
      '-  "Action": "s3:Put"',
      '+  "Action": "s3:Get"',
      ' }',
      `@ ${note}`,
    ])
    const [fresh] = diffOf({}, { p: twice })
    expect(lineWords(fresh).at(-1)).toBe(`@ ${note}`)
    const [tricky] = diffOf({ p: '{"a":"\\"b\\": ","c":[]}' }, { p: '{"a": "\\"b\\": ", "c": []}' })
    expect(lineWords(tricky)[0]).toMatch(/^@ formatting only/)
  })

  test('something else on one side: as text', () => {
    const [only] = diffOf({ p: 'plain' }, { p: '{"a":1}' })
    expect(only?.language).toBe('text')
    expect(lineWords(only)).toEqual(['-plain', '+{', '+  "a": 1', '+}'])
  })

  test.each(['{"a":', '{not json}', '[1,]', '"x"', '12'])('%p is text', (text) => {
    expect(diffOf({ p: 'x' }, { p: text })[0]?.language).not.toBe('json')
  })
})
