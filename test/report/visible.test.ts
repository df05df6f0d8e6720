import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { logSafe, visible, visibleLine } from '../../src/report/visible.ts'
import { hostile } from './support/hostile.ts'

test.each([
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b]8;;https://x.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u009b31mred', 'red'],
  ['a\u0000b\u0007', 'a␀b␇'],
  ['over\rwritten', 'over␍written'],
  ['one\r\ntwo', 'one\ntwo'],
  ['x\u202ey', 'x\\u202ey'],
  ['\u2066x\u2069', '\\u2066x\\u2069'],
  ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
  ['\ud800!', '\\ud800!'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\u0085\u2028', '\\u0085\\u2028'],
  ['\u001b', '␛'],
  ['tab\tkept', 'tab\tkept'],
  ['é 한국어 😀 ⚠️', 'é 한국어 😀 ⚠️'],
  ['<!-- gitops-pipeline x -->', '<! -- gitops-pipeline x -->'],
  ['<!--\n  GitOps-Pipeline', '<! --\n  GitOps-Pipeline'],
  ['<!-- a comment -->', '<!-- a comment -->'],
])('%j is shown as %j', (text, expected) => {
  expect(visible(text)).toBe(expected)
})

test('nothing unseen is left, and twice is once', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = visible(text)
      expect(once).not.toMatch(/[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
      expect(once).not.toMatch(/<!--\s*gitops-pipeline/i)
      expect(once.isWellFormed()).toBe(true)
      expect(visible(once)).toBe(once)
      expect(visibleLine(text)).not.toMatch(/[\n\t]/)
    }),
    { numRuns: 2000 },
  )
})

/** As the runner reads a line: ActionCommand.TryParseV2 and TryParse. */
function isCommand(line: string): boolean {
  return line.trimStart().startsWith('::') || line.includes('##[')
}

test('no line of a log text is a workflow command', () => {
  expect(logSafe('::error::x')).toBe(': :error::x')
  expect(logSafe('ok\n \u00a0::add-mask::x')).toBe('ok\n \u00a0: :add-mask::x')
  expect(logSafe('say ##[error]x')).toBe('say ## [error]x')
  expect(logSafe('a\r::stop-commands::x')).toBe('a␍::stop-commands::x')
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = logSafe(text)
      expect(safe.split(/\r\n|\r|\n/).filter(isCommand)).toEqual([])
      expect(logSafe(safe)).toBe(safe)
    }),
    { numRuns: 2000 },
  )
})
