import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readExpression } from '../../src/hcl/read-expression.ts'
import { referencesIn, stringsIn } from './found-strings.ts'

const parts = (expression: string): unknown => stringsIn(expression).map((found) => found.parts)

describe('stringsIn', () => {
  test('a plain string, an empty one, none', () => {
    expect(stringsIn('"a/b.json"')).toEqual([{ parts: [{ text: 'a/b.json' }], heredoc: false, offset: 0 }])
    expect(stringsIn('""')).toEqual([{ parts: [], heredoc: false, offset: 0 }])
    expect(stringsIn('var.x + 12.5e3')).toEqual([])
  })

  test.each([
    ['"${path.module}/a.tpl"', [[{ expression: 'path.module' }, { text: '/a.tpl' }]]],
    [
      '"a${ var.x }b${local.y}"',
      [[{ text: 'a' }, { expression: 'var.x' }, { text: 'b' }, { expression: 'local.y' }]],
    ],
    ['"$${a} %%{b} $ % 5$"', [[{ text: '${a} %{b} $ % 5$' }]]],
    ['"$$${a}"', [[{ text: '$${a}' }]]],
    [String.raw`"a\"b\\c\td\u00e9\U0001F600"`, [[{ text: 'a"b\\c\tdé😀' }]]],
    [String.raw`"a\n"`, [[{ text: 'a\n' }]]],
    ['"a ${~ x ~} b"', [[{ text: 'a' }, { expression: 'x' }, { text: 'b' }]]],
    [
      '"x%{ if a }y%{ endif }"',
      [[{ text: 'x' }, { expression: 'if a' }, { text: 'y' }, { expression: 'endif' }]],
    ],
    ['"a" # "b"\n', [[{ text: 'a' }]]],
    ['[ /* "no" */ "yes" // "no"\n, "too"]', [[{ text: 'yes' }], [{ text: 'too' }]]],
  ])('%s', (expression, expected) => {
    expect(parts(expression)).toEqual(expected)
  })

  test('strings in templates of strings, to any depth, in the order of their starts', () => {
    expect(parts('"a${lookup({ "k" = "v${"}"}" }, "x")}z"')).toEqual([
      [{ text: 'a' }, { expression: 'lookup({ "k" = "v${"}"}" }, "x")' }, { text: 'z' }],
      [{ text: 'k' }],
      [{ text: 'v' }, { expression: '"}"' }],
      [{ text: '}' }],
      [{ text: 'x' }],
    ])
  })

  test('functions, arguments and keys', () => {
    const expression = `merge({ a = "1", "b" : "2", (c) = "3", d = [ "4" ] }, templatefile("f", { x = y ? "5" : "6" }),
      provider::terraform::encode_expr("7"), core::file ("8"), var.x ? "9" : ["10"])`
    const at = stringsIn(expression).map(({ parts: [part], call, argument, key }) => [
      part && 'text' in part ? part.text : '',
      call,
      argument,
      key,
    ])
    expect(at).toEqual([
      ['1', undefined, undefined, 'a'],
      ['b', undefined, undefined, undefined],
      ['2', undefined, undefined, 'b'],
      ['3', undefined, undefined, undefined],
      ['4', undefined, undefined, 'd'],
      ['f', 'templatefile', 0, undefined],
      ['5', undefined, undefined, 'x'],
      ['6', undefined, undefined, 'x'],
      ['7', 'encode_expr', 0, undefined],
      ['8', 'file', 0, undefined],
      ['9', 'merge', 4, undefined],
      ['10', undefined, undefined, undefined],
    ])
  })

  test('what `for` makes has no key that is known; a key ends with its line', () => {
    const keys = (expression: string): unknown => stringsIn(expression).map(({ key }) => key)
    expect(keys('{ for k, v in x : k => "a" }')).toEqual([undefined])
    expect(keys('{\n a = 1\n "b" = f == 1 ? "c" : "d"\n}')).toEqual([undefined, 'b', 'b'])
  })

  test('heredocs: text, indentation, templates, quotes that mean nothing', () => {
    expect(stringsIn('<<EOT\n a "x" \\n $${y}\nEOT\n')).toEqual([
      { parts: [{ text: ' a "x" \\n ${y}\n' }], heredoc: true, offset: 0 },
    ])
    expect(parts('<<-EOT\n    a\n\n      b ${file("c")}\n    EOT')).toEqual([
      [{ text: 'a\n\n  b ' }, { expression: 'file("c")' }, { text: '\n' }],
      [{ text: 'c' }],
    ])
    expect(parts('<<-A\n    ${x}\n  y\nA')).toEqual([
      [{ text: '  ' }, { expression: 'x' }, { text: '\ny\n' }],
    ])
    // All of the text before a template is indentation.
    expect(parts('<<-A\n  ${x}\n  y\nA')).toEqual([[{ expression: 'x' }, { text: '\ny\n' }]])
    expect(parts('f(<<A\nA\n, "b")')).toEqual([[], [{ text: 'b' }]])
    // The marker counts neither inside of a template nor before other text.
    expect(parts('<<A\n${<<A\nin\nA\n}A not yet\nA\n+ "b"')).toEqual([
      [{ expression: '<<A\nin\nA' }, { text: 'A not yet\n' }],
      [{ text: 'in\n' }],
      [{ text: 'b' }],
    ])
  })

  test('what is not closed ends where its line or the text ends', () => {
    expect(parts('"a\n"b"')).toEqual([[{ text: 'a' }], [{ text: 'b' }]])
    expect(parts('"a${b')).toEqual([[{ text: 'a' }, { expression: 'b' }]])
    expect(parts('"a\\')).toEqual([[{ text: 'a' }]])
    expect(parts('<<A\nb')).toEqual([[{ text: 'b' }]])
  })
})

describe('referencesIn', () => {
  test.each([
    ['"${path.module}/x"', ['path.module']],
    ['join("/", [path.root, "path.cwd", local.a])', ['path.root', 'local.a']],
    ['module.a["k"].b.c', ['module.a']],
    ['module.a[0].b + module.a.b.*.c', ['module.a', 'module.a.b.*.c']],
    ['{ a.b = each.value, k = var.x... }', ['a.b', 'each.value', 'var.x']],
    ['# path.module\n1.5', []],
    ['<<E\npath.module ${path.cwd}\nE\n', ['path.cwd']],
    ['provider::terraform::encode(local.a)', ['local.a']],
    ['local.größe', ['local.größe']],
  ])('%s', (expression, names) => {
    expect(referencesIn(expression)).toEqual(names)
  })

  test('says which stand alone between braces, and which are all of a first argument', () => {
    const found = readExpression(
      'f(path.module, path.root) + g(path.cwd + 1) + "${ path.module }${upper(path.root)}"',
    )
    expect(found.references.map(({ name, whole, call }) => [name, whole, call])).toEqual([
      ['path.module', false, 'f'],
      ['path.root', false, undefined],
      ['path.cwd', false, undefined],
      ['path.module', true, undefined],
      ['path.root', false, 'upper'],
    ])
    expect(found.calls.map(({ name, argument }) => [name, argument])).toEqual([
      ['f', 'path.module'],
      ['g', 'path.cwd + 1'],
      ['upper', 'path.root'],
    ])
  })
})

describe('hostile text', () => {
  const pieces = ['a', '.', ' ', '\n', '{', '}', '"', '${', '%{', '~', '$', '<<E\n', '<<-E\n', 'E\n', '#', '/*', '*/', '//', '=', ':', '::', '?', '[', ']', '(', ')', ',', '\\', '\\u12', 'é', 'for ', 'f(', '1'] // prettier-ignore

  test('any text is read: every string starts where it says, and its parts come from there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), (chosen) => {
        const text = chosen.join('')
        const { strings, references } = readExpression(text)
        let last = -1
        for (const { offset, heredoc } of strings) {
          expect(offset).toBeGreaterThan(last)
          expect(text.startsWith(heredoc ? '<<' : '"', offset)).toBe(true)
          last = offset
        }
        for (const { name, offset } of references) expect(text.startsWith(name, offset)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a string made of any text is found with that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const source = JSON.stringify(text)
          .replace(/([$%])\{/g, '$1$1{')
          .replace(/\\([bf])/g, '\\u000$1')
          .replaceAll('\\u000b', '\\u0008')
          .replaceAll('\\u000f', '\\u000c')
        const expected = text === '' ? [] : [{ text }]
        // A dollar before an escaped dollar is read otherwise by HCL: `$$${`.
        fc.pre(!/[$%]{2}\{/.test(text))
        expect(parts(`[f(${source})]`)).toEqual([expected])
      }),
    )
  })

  test.each([
    '"${',
    '["${[',
    '<<E\n',
    '<<E\n${',
    'f(',
    'file(file("${',
    '"a" ',
    '"\\',
    'a.',
    '{a=',
    '<<-A\n ${ <<A\n',
  ])('200 kB of %j take no more than linear time', (piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(length / piece.length)
      const times = [1, 2, 3].map(() => {
        const start = performance.now()
        readExpression(text)
        return performance.now() - start
      })
      return Math.min(...times)
    }
    time(25_000)
    // Eight times the length: quadratic would take 64 times as long. The rest is for a busy machine.
    expect(time(200_000)).toBeLessThan(Math.max(1_500, 24 * time(25_000)))
  })
})
