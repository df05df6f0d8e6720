import { expect, test } from '@jest/globals'
import { templateOf } from '../../../src/hcl/values.ts'
import { evaluate } from '../../../src/repository/modules/constant.ts'

const value = (source: string, locals: Readonly<Record<string, string>> = {}): unknown =>
  evaluate(
    templateOf(source) ?? [{ expression: source }],
    Object.fromEntries(
      Object.entries(locals).map(([name, text]) => [name, templateOf(text) ?? [{ expression: text }]]),
    ),
    { 'path.module': '<module>' },
  )

test.each([
  ['"a/b"', {}, 'a/b', true],
  ['local.a', { a: '"x"' }, 'x', true],
  ['"${local.a}/m"', { a: '"../${local.b}"', b: '"c"' }, '../c/m', true],
  ['"${path.module}/${local.a}"', { a: '"f"' }, '<module>/f', true],
  ['local.a', { a: 'path.module' }, '<module>', true],
  ['"a/${"b"}"', {}, 'a/b', true],
  // Up to the first unknown, and not beyond it.
  ['"a/${var.x}/b"', {}, 'a/', false],
  ['"a/${local.none}/b"', {}, 'a/', false],
  ['"a/${local.a}/b"', { a: '"c/${var.x}"' }, 'a/c/', false],
  ['"${path.root}/a"', {}, '', false],
  ['local.a.b', { a: '"x"' }, '', false],
])('%s with %j', (source, locals, text, whole) => {
  expect(value(source, locals as Record<string, string>)).toEqual({ text, whole })
})

test('locals in a circle are not known', () => {
  expect(value('"x${local.a}"', { a: '"a${local.b}"', b: '"b${local.a}"' })).toEqual({
    text: 'xab',
    whole: false,
  })
})

test('a local used twice is no circle', () => {
  expect(value('"${local.a}${local.a}"', { a: '"x"' })).toEqual({ text: 'xx', whole: true })
})

test('names of Object.prototype are names like others', () => {
  expect(value('local.constructor')).toEqual({ text: '', whole: false })
})

test('locals that blow up, and templates in templates without end, stop', () => {
  const locals: Record<string, string> = { a0: '"xxxxxxxx"', e0: '""' }
  for (let index = 1; index < 60; index += 1) {
    locals[`a${index}`] = `"\${local.a${index - 1}}\${local.a${index - 1}}"`
    locals[`e${index}`] = `"\${local.e${index - 1}}\${local.e${index - 1}}"`
  }
  const start = performance.now()
  expect(value('local.a59', locals)).toMatchObject({ whole: false })
  expect(value('local.a20', locals)).toMatchObject({ whole: false })
  expect(value('local.e20', locals)).toEqual({ text: '', whole: false })
  expect(value('"${'.repeat(50_000))).toEqual({ text: '', whole: false })
  expect(performance.now() - start).toBeLessThan(3_000)
})
