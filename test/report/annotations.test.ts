import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { annotationOf, pickAnnotations } from '../../src/report/annotations.ts'
import type { Finding, Location, Severity } from '../../src/report/finding.ts'

const finding = (severity: Severity, message: string, location?: Location): Finding => ({
  rule: 'terraform/diagnostic',
  severity,
  message,
  subject: 'net',
  fingerprint: message,
  ...(location === undefined ? {} : { location }),
})

test('ten of each level, those with a line first, and the rest counted', () => {
  const findings = [
    ...Array.from({ length: 12 }, (_, index) => finding('notice', `n${index}`)),
    ...Array.from({ length: 15 }, (_, index) => finding('error', `e${index}`)),
    finding('error', 'in file', { file: 'main.tf' }),
    finding('error', 'at line', { file: 'main.tf', line: 3 }),
    finding('warning', 'w'),
  ]
  const { shown, leftOut } = pickAnnotations(findings)
  expect(shown.map(({ message }) => message)).toEqual([
    'at line',
    'in file',
    ...Array.from({ length: 8 }, (_, index) => `e${index}`),
    'w',
    ...Array.from({ length: 10 }, (_, index) => `n${index}`),
  ])
  expect(leftOut).toBe(9)
})

test('never more than ten of a level, none invented, none lost', () => {
  const severities = fc.array(fc.constantFrom<Severity>('error', 'warning', 'notice'), { maxLength: 60 })
  fc.assert(
    fc.property(severities, (levels) => {
      const findings = levels.map((level, index) => finding(level, String(index)))
      const { shown, leftOut } = pickAnnotations(findings)
      for (const level of ['error', 'warning', 'notice']) {
        const all = levels.filter((each) => each === level).length
        expect(shown.filter(({ severity }) => severity === level)).toHaveLength(Math.min(10, all))
      }
      expect(shown.length + leftOut).toBe(findings.length)
      expect(shown.every((each) => findings.includes(each))).toBe(true)
    }),
  )
})

test('shape: title, help, place', () => {
  expect(
    annotationOf({
      ...finding('error', 'Bad \u001b[31mvalue', {
        file: 'a/main.tf',
        line: 3,
        column: 5,
        endLine: 3,
        endColumn: 9,
      }),
      help: 'Do this.\nThen that.',
    }),
  ).toEqual({
    severity: 'error',
    message: 'Bad value\n\nDo this.\nThen that.',
    at: { title: 'net: terraform/diagnostic', file: 'a/main.tf', line: 3, column: 5, endColumn: 9 },
  })
})

test('columns only within one line, no lines that are none, long texts cut', () => {
  const at = (location: Location) => annotationOf(finding('error', 'm', location)).at
  expect(at({ file: 'f', line: 3, column: 5, endLine: 4, endColumn: 1 })).toEqual({
    title: 'net: terraform/diagnostic',
    file: 'f',
    line: 3,
    endLine: 4,
  })
  expect(at({ file: 'f', line: 0, column: 5 })).toEqual({ title: 'net: terraform/diagnostic', file: 'f' })
  expect(at({ file: 'f', line: 3, endLine: 2 })).toEqual({
    title: 'net: terraform/diagnostic',
    file: 'f',
    line: 3,
  })
  const long = annotationOf({ ...finding('error', '😀'.repeat(5000)), subject: 's'.repeat(300) })
  expect(long.message.length).toBeLessThanOrEqual(4000)
  expect(long.message.isWellFormed()).toBe(true)
  expect(long.at.title).toHaveLength(255)
  expect(annotationOf(finding('error', '')).message).toBe('terraform/diagnostic')
})
