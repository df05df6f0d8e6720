import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareVersions,
  exactVersion,
  fitsRange,
  joinRanges,
  parseRange,
} from '../../../src/core/tools/constraint.ts'

const fits = (version: string, range: string): boolean => fitsRange(version, parseRange(range))

describe('fitsRange', () => {
  // developer.hashicorp.com/terraform/language/expressions/version-constraints, and go-version's own rules
  test.each([
    ['= 1.2', ['1.2.0'], ['1.2.1', '1.3.0']],
    ['1.2.0', ['1.2.0'], ['1.2.1']],
    ['v1.2.0', ['1.2.0'], ['1.2.1']],
    ['!= 1.3', ['1.3.1', '1.2.0'], ['1.3.0']],
    ['>= 1', ['1.0.0', '2.5.0'], ['0.15.5']],
    ['> 1.5', ['1.5.1'], ['1.5.0']],
    ['>= 1.5, < 2', ['1.5.0', '1.16.4'], ['1.4.9', '2.0.0']],
    ['>=1.5,<2,!=1.6.2', ['1.6.1', '1.6.3'], ['1.6.2', '2.0.0']],
    ['~> 1.5.0', ['1.5.0', '1.5.7'], ['1.6.0', '1.4.9']],
    ['~> 1.5.3', ['1.5.3', '1.5.7'], ['1.5.2', '1.6.3']],
    ['~> 1.5', ['1.5.0', '1.9.8', '1.16.4'], ['1.4.9', '2.0.0']],
    ['~> 1.0.4', ['1.0.4', '1.0.10'], ['1.1.0', '1.0.3']],
    ['<= 1.5', ['1.5.0'], ['1.5.1']],
  ])('%s', (range, inside, outside) => {
    expect(inside.filter((version) => !fits(version, range))).toEqual([])
    expect(outside.filter((version) => fits(version, range))).toEqual([])
  })

  test("differs from npm: ~> 1 has no upper end, and a list is an 'and'", () => {
    expect(fits('2.3.0', '~> 1')).toBe(true)
    expect(fits('0.9.0', '~> 1')).toBe(false)
    expect(fits('1.6.0', '>= 1.5, = 1.5.7')).toBe(false)
  })

  test('a pre-release program counts as its final version, as the tools do for required_version', () => {
    expect(fits('1.12.0-beta1', '>= 1.12')).toBe(true)
    expect(fits('1.12.0-rc2', '~> 1.11')).toBe(true)
    expect(fits('1.12.0-rc2', '< 1.12')).toBe(false)
  })

  test('a constraint with a pre-release compares only with pre-releases of that version', () => {
    expect(fits('1.12.0-beta2', '>= 1.12.0-beta1')).toBe(true)
    expect(fits('1.12.0-alpha9', '>= 1.12.0-beta1')).toBe(false)
    expect(fits('1.13.0-beta1', '>= 1.12.0-beta1')).toBe(false)
    expect(fits('1.12.0', '>= 1.12.0-beta1')).toBe(true)
    expect(fits('1.12.0', '= 1.12.0-beta1')).toBe(false)
    expect(fits('1.12.0-beta1', '1.12.0-beta1')).toBe(true)
    expect(fits('1.12.0', '~> 1.12.0-beta1')).toBe(false)
  })

  test('joined ranges hold together', () => {
    const both = joinRanges([parseRange('>= 1.5'), parseRange('< 1.9')])
    expect(both.text).toBe('>= 1.5, < 1.9')
    expect(['1.4.0', '1.5.0', '1.8.5', '1.9.0'].filter((version) => fitsRange(version, both))).toEqual([
      '1.5.0',
      '1.8.5',
    ])
  })

  test.each(['', '^1.5', '~1.5', '1.x', 'latest', '>= 1.5 < 2', '>= 1.5,', '== 1.5', '>> 1', '>= one'])(
    'refuses "%s" and shows it',
    (text) => {
      expect(() => parseRange(text, 'main.tf')).toThrow(`"${text}" is not a version constraint`)
    },
  )
})

const part = fc.integer({ min: 0, max: 30 })
const version = fc.tuple(part, part, part).map((parts) => parts.join('.'))

describe('properties', () => {
  test('~> of three parts is >= and below the next minor; of two below the next major', () => {
    fc.assert(
      fc.property(version, part, part, part, (candidate, a, b, c) => {
        expect(fits(candidate, `~> ${a}.${b}.${c}`)).toBe(
          fits(candidate, `>= ${a}.${b}.${c}, < ${a}.${b + 1}.0`),
        )
        expect(fits(candidate, `~> ${a}.${b}`)).toBe(fits(candidate, `>= ${a}.${b}, < ${a + 1}`))
      }),
    )
  })

  test('operators agree with the order of versions', () => {
    fc.assert(
      fc.property(version, version, (left, right) => {
        const order = compareVersions(left, right)
        expect(compareVersions(right, left)).toBe(0 - order)
        expect(fits(left, `> ${right}`)).toBe(order > 0)
        expect(fits(left, `<= ${right}`)).toBe(order <= 0)
        expect(fits(left, `!= ${right}`)).toBe(order !== 0)
      }),
    )
  })

  test('reading never throws anything but its own error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseRange(text)
        } catch (thrown) {
          expect((thrown as Error).name).toBe('UserError')
        }
        exactVersion(text)
      }),
    )
  })
})

test('compareVersions orders pre-releases as SemVer does', () => {
  const ordered = [
    '1.9.8',
    '1.10.0-alpha',
    '1.10.0-alpha.1',
    '1.10.0-beta.2',
    '1.10.0-beta.11',
    '1.10.0-rc1',
    '1.10.0',
  ]
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered)
})

test('exactVersion takes whole versions only', () => {
  expect(['1.9.8', 'v1.9.8', ' 1.9.8-beta1\n'].map(exactVersion)).toEqual(['1.9.8', '1.9.8', '1.9.8-beta1'])
  expect(['1.9', '1', '~> 1.9.8', '1.9.8.1', '../1.9.8', '1.9.8/..', '1.9.8-a/b'].map(exactVersion)).toEqual(
    Array(7).fill(undefined),
  )
})
