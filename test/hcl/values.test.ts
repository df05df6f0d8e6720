import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { alternatives } from '../../src/hcl/alternatives.ts'
import { listItems, objectItems, plainText, templateOf } from '../../src/hcl/values.ts'

describe('templateOf', () => {
  test.each([
    ['"a"', [{ text: 'a' }]],
    ['""', []],
    ['"a${b["c"]}"', [{ text: 'a' }, { expression: 'b["c"]' }]],
    ['<<E\na\nE', [{ text: 'a\n' }]],
    ['"a" == "b"', undefined],
    ['"a"\n"b"', undefined],
    ['<<E\na\nE\n + 1', undefined],
    ['var.x', undefined],
  ])('%s', (source, expected) => {
    expect(templateOf(source)).toEqual(expected)
  })

  test('plainText', () => {
    expect([[], [{ text: 'a' }], [{ expression: 'a' }], undefined].map((parts) => plainText(parts))).toEqual([
      '',
      'a',
      undefined,
      undefined,
    ])
  })
})

describe('objectItems and listItems', () => {
  test('items with commas, line ends, comments, colons, quoted and computed keys', () => {
    const source = `{ a = 1, "b c": { d = "}" } # , x = 2
      e = [1, 2], (f) = 3
      // g = 4
      h = i ? j : k /* , */
      l : <<E
,
E
      m = n }`
    expect(objectItems(source)).toEqual([
      { key: 'a', value: '1' },
      { key: 'b c', value: '{ d = "}" }' },
      { key: 'e', value: '[1, 2]' },
      { key: 'h', value: 'i ? j : k' },
      { key: 'l', value: '<<E\n,\nE' },
      { key: 'm', value: 'n' },
    ])
  })

  test.each(['{ for k, v in x : k => v }', 'merge({ a = 1 }, x)', '{ a = 1 }["a"]', '{ a = 1', ''])(
    '%s is no object of known items',
    (source) => {
      expect(objectItems(source)).toBeUndefined()
    },
  )

  test('lists', () => {
    expect(listItems('[a, "b,c", # no\n f(1, 2), [3, 4],\n]')).toEqual(['a', '"b,c"', 'f(1, 2)', '[3, 4]'])
    // As public modules write it: a comment after the last item.
    expect(listItems('[\n a, # why\n b[0].size    # size\n]')).toEqual(['a', 'b[0].size'])
    expect(listItems('["#a", /* b */ "c//d"]')).toEqual(['"#a"', '"c//d"'])
    expect(listItems('[]')).toEqual([])
    expect(listItems('[for x in y : x]')).toBeUndefined()
  })

  test('any text is read', () => {
    const pieces = [
      'a',
      '=',
      ':',
      ',',
      '\n',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      '${',
      '#',
      '/*',
      '<<E\n',
      ' ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
        const text = chosen.join('')
        objectItems(`{${text}}`)
        listItems(`[${text}]`)
        alternatives(text)
      }),
    )
  })
})

describe('alternatives', () => {
  test.each([
    ['"a"', [[{ text: 'a' }]]],
    ['var.x', [[{ expression: 'var.x' }]]],
    ['var.x ? "a" : "b"', [[{ text: 'a' }], [{ text: 'b' }]]],
    ['a ? b ? "1" : "2" : "3"', [[{ text: '1' }], [{ text: '2' }], [{ text: '3' }]]],
    // Not only "b": it may be null.
    ['a ? null : (("b"))', [[{ expression: 'null' }], [{ text: 'b' }]]],
    ['try(local.a, "b")', [[{ expression: 'local.a' }], [{ text: 'b' }]]],
    ['join("/", [path.module, "a", "b.tpl"])', [[{ expression: 'path.module' }, { text: '/a/b.tpl' }]]],
    ['join("/", path.module)', [[{ expression: 'path.module' }]]],
    ['join("/", [for a in b : a])', [[{ expression: '[for a in b : a]' }]]],
    [
      'join("/", concat(["a", b...], local.c), ["d"])',
      [[{ text: 'a/' }, { expression: 'b...' }, { text: '/' }, { expression: 'local.c' }, { text: '/d' }]],
    ],
    ['format("%s/x-%s", path.module, "y")', [[{ expression: 'path.module' }, { text: '/x-y' }]]],
    ['format("a%%%03d.x", 1)', [[{ text: 'a%' }, { expression: '1' }, { text: '.x' }]]],
    ['format("${a}/%v/%s", "b")', [[{ expression: 'a' }, { text: '/b/' }, { expression: '%s' }]]],
    ['format("%[2]s/%*d", "b", "c")', [[{ expression: '"b"' }, { text: '/' }, { expression: '"c"' }]]],
    ['format("%s/%s", a..., "c")', [[{ expression: 'a...' }, { text: '/' }, { expression: 'a...' }]]],
    ['dirname("${a}/b")', [[{ expression: 'a' }, { text: '/b/..' }]]],
    ['dirname(abspath(path.module))', [[{ expression: 'path.module' }, { text: '/..' }]]],
    ['abspath("${path.root}/a")', [[{ expression: 'path.root' }, { text: '/a' }]]],
    ['f("a") + "b"', [[{ expression: 'f("a") + "b"' }]]],
  ])('%s', (source, expected) => {
    expect(alternatives(source)).toEqual(expected)
  })

  test('conditions in conditions do not run away', () => {
    const deep = `a ? "x" : ${'(a ? "x" : '.repeat(5_000)}"y"${')'.repeat(5_000)}`
    expect(alternatives(deep).length).toBeLessThanOrEqual(16)
  })
})
