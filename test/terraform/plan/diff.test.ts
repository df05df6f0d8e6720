import { describe, expect, test } from '@jest/globals'
import { attributeChanges } from '../../../src/terraform/plan/diff.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { Json } from '../../../src/terraform/plan/raw.ts'
import { change, diffOf, diffWords, testRedactor, words } from './support.ts'

describe('objects and maps', () => {
  test('only leaves that differ are listed, the others are counted', () => {
    const before = { ami: 'a', type: 't3.micro', tags: { Name: 'web', team: 'x' }, unset: null, none: [] }
    const after = { ami: 'b', type: 't3.micro', tags: { Name: 'web', env: 'prod' }, unset: null, none: [] }
    const diff = attributeChanges(change(before, after), testRedactor())
    expect(diff.attributes.map(words)).toEqual([
      'ami: "a" -> "b"',
      'tags.env: (absent) -> "prod"',
      'tags.team: "x" -> (absent)',
    ])
    expect(diff.attributes.map((attribute) => attribute.action)).toEqual(['change', 'add', 'remove'])
    expect(diff.unchanged).toBe(2)
  })

  test('equal values, key order aside: nothing', () => {
    expect(diffOf({ a: { x: 1, y: [1] } }, { a: { y: [1], x: 1 } })).toEqual([])
  })

  test('null and absent are the same for an attribute, not for a key of a map', () => {
    expect(diffWords({ a: null }, {})).toEqual([])
    expect(diffWords({ m: { x: 1 } }, { m: { x: 1, a: null } })).toEqual(['m.a: (absent) -> null'])
    expect(diffWords({ m: { x: 1, a: null } }, { m: { x: 1 } })).toEqual(['m.a: null -> (absent)'])
  })

  test('null to a value is an addition, and the other way round a removal', () => {
    expect(diffWords({ a: null, b: 5 }, { a: false, b: null })).toEqual([
      'a: (absent) -> false',
      'b: 5 -> (absent)',
    ])
  })

  test('0, false and "" are values', () => {
    expect(diffWords({ a: 0, b: false, c: '' }, { a: 1, b: true, c: 'x' })).toEqual([
      'a: 0 -> 1',
      'b: false -> true',
      'c: "" -> "x"',
    ])
  })

  test('another kind of value is shown whole', () => {
    expect(diffWords({ a: [1, 'x'], b: 'x' }, { a: { k: [1] }, b: ['x', null] })).toEqual([
      'a: [1, "x"] -> { k = [1] }',
      'b: "x" -> ["x", null]',
    ])
  })

  test('an empty container that came or went is a change', () => {
    expect(diffWords({ m: { a: 1, b: {} } }, { m: { a: 1, c: [] } })).toEqual([
      'm.c: (absent) -> []',
      'm.b: {} -> (absent)',
    ])
    expect(diffWords({ l: null }, { l: [] })).toEqual(['l: (absent) -> []'])
  })

  test('an object with nothing set in it that came is a change', () => {
    expect(diffWords({ m: { a: 1 } }, { m: { a: 1, o: { x: null } } })).toEqual(['m.o: (absent) -> {}'])
  })
})

describe('creation and deletion', () => {
  const values = { id: 'i-1', name: 'web', unset: null, block: [], tags: { a: 'b' }, ports: [80, 443] }

  test('a creation lists what is set, and what is known after apply', () => {
    const create = {
      actions: ['create'],
      before: null,
      after: values,
      after_unknown: { arn: true, block: [], tags: {} },
    }
    const diff = attributeChanges(create, testRedactor())
    expect(diff.attributes.map(words)).toEqual([
      'id: (absent) -> "i-1"',
      'name: (absent) -> "web"',
      'tags.a: (absent) -> "b"',
      'ports: (absent) -> [80, 443]',
      'arn: (absent) -> (unknown)',
    ])
    expect(diff.unchanged).toBe(0)
  })

  test('a deletion lists what is lost', () => {
    const lost = attributeChanges(
      { actions: ['delete'], before: values, after: null, after_unknown: {} },
      testRedactor(),
    )
    expect(lost.attributes.map(words)).toEqual([
      'id: "i-1" -> (absent)',
      'name: "web" -> (absent)',
      'tags.a: "b" -> (absent)',
      'ports: [80, 443] -> (absent)',
    ])
    expect(lost.attributes.every((attribute) => attribute.action === 'remove')).toBe(true)
  })

  test('a list that is long or has blocks comes element by element', () => {
    const long = 'x'.repeat(130)
    expect(
      diffWords(null, {
        a: [long, 'y'],
        rule: [
          { port: 1, from: null },
          { port: 2, note: `${long}${long}` },
        ],
      }),
    ).toEqual([
      `a[0]: (absent) -> "${long}"`,
      'a[1]: (absent) -> "y"',
      'rule[0]: (absent) -> { port = 1 }',
      'rule[1].port: (absent) -> 2',
      `rule[1].note: (absent) -> "${long}${long}"`,
    ])
  })
})

describe('known after apply', () => {
  test('an attribute, one inside, and one in a list', () => {
    const before = { id: 'a', tags: { x: '1', y: '2' }, list: ['a', 'b'] }
    const after = { tags: { x: '1' }, list: ['a', null] }
    const unknown = { id: true, tags: { y: true }, list: [false, true] }
    expect(diffWords(before, after, { after_unknown: unknown })).toEqual([
      'tags.y: "2" -> (unknown)',
      'list[1]: "b" -> (unknown)',
      'id: "a" -> (unknown)',
    ])
  })

  test('true at a parent covers all of it', () => {
    expect(diffWords({ tags: { x: '1' } }, {}, { after_unknown: { tags: true } })).toEqual([
      'tags: { x = "1" } -> (unknown)',
    ])
    expect(diffWords({ tags: null }, {}, { after_unknown: { tags: true } })).toEqual([
      'tags: (absent) -> (unknown)',
    ])
  })

  test('a new block with unknown parts is one line', () => {
    const more = { after_unknown: { rule: [{ id: true }] } }
    expect(diffWords({ rule: [] }, { rule: [{ port: 1 }] }, more)).toEqual([
      'rule[0]: (absent) -> { port = 1, id = (known after apply) }',
    ])
  })

  test('a mark where the value is missing altogether is not lost', () => {
    expect(diffWords({ a: { b: 1 } }, {}, { after_unknown: { a: { b: true } } })).toEqual([
      'a: { b = 1 } -> (unknown)',
    ])
    expect(diffWords({ a: [] }, { a: [] }, { after_unknown: { a: [true] } })).toEqual([
      'a[0]: (absent) -> (unknown)',
    ])
  })

  test('a value that becomes sensitive and unknown is not shown for a last time', () => {
    const more = { after_unknown: { p: true, m: true }, after_sensitive: { p: true, m: { k: true } } }
    expect(diffWords({ p: 'hunter2', m: { k: 'hunter2' } }, {}, more)).toEqual([
      'p: (sensitive) -> (unknown)',
      'm: (sensitive) -> (unknown)',
    ])
  })

  test('marks of things that stay known change nothing', () => {
    const more = { after_unknown: { a: false, b: [false, {}], c: {} } }
    expect(diffWords({ a: 1, b: [1, { x: 1 }] }, { a: 1, b: [1, { x: 1 }] }, more)).toEqual([])
  })
})

describe('replacement', () => {
  test('the attribute that forces it, and all that is in it', () => {
    const paths = { replace_paths: [['triggers'], ['disk', 0, 'size']] }
    const before = { triggers: { a: '1', b: { c: 2 } }, disk: [{ size: 1, type: 'x' }], name: 'a' }
    const after = { triggers: { a: '2', b: { c: 3 } }, disk: [{ size: 2, type: 'y' }], name: 'b' }
    expect(diffWords(before, after, paths)).toEqual([
      'triggers.a: "1" -> "2" !',
      'triggers.b.c: 2 -> 3 !',
      'disk[0].size: 1 -> 2 !',
      'disk[0].type: "x" -> "y"',
      'name: "a" -> "b"',
    ])
  })

  test('a path inside what is shown as one marks the whole', () => {
    const more = { replace_paths: [['config', 'key']], after_sensitive: { config: true } }
    expect(diffWords({ config: { key: 1 } }, { config: { key: 2 } }, more)).toEqual([
      'config: (sensitive) -> (sensitive) !',
    ])
  })

  test('a new block is taken apart when a part of it forces the replacement', () => {
    const more = { replace_paths: [['disk', 0, 'size']] }
    expect(diffWords({ disk: [] }, { disk: [{ size: 2, type: 'x' }] }, more)).toEqual([
      'disk[0].size: (absent) -> 2 !',
      'disk[0].type: (absent) -> "x"',
    ])
  })
})

describe('paths and literals', () => {
  test('are in HCL reference syntax', () => {
    const keys: Json = { Name: 1, 'a-b': 2, 'a.b': 3, 'with "quote"': 4, ünï: 5, '1st': 6, '${x}': 7, '': 8 }
    expect(diffOf({ tags: { '0': 0 } }, { tags: keys }).map((attribute) => attribute.path)).toEqual([
      'tags.Name',
      'tags.a-b',
      'tags["a.b"]',
      'tags["with \\"quote\\""]',
      'tags.ünï',
      'tags["1st"]',
      'tags["$${x}"]',
      'tags[""]',
      'tags["0"]',
    ])
    expect(diffOf({ a: [{ 'b c': [1] }] }, { a: [{ 'b c': [2] }] })[0]?.path).toBe('a[0]["b c"][0]')
  })

  test('strings have HCL escapes', () => {
    expect(diffWords({ a: 'x' }, { a: '${a} $a %{b} % "q" \\ \t \u001b \u0085 한' })).toEqual([
      'a: "x" -> "$${a} $a %%{b} % \\"q\\" \\\\ \\t \\u001b \\u0085 한"',
    ])
    expect(diffWords({ a: 'x' }, { a: 'lone \ud800' })).toEqual(['a: "x" -> "lone \\ud800"'])
  })

  test('numbers are as given', () => {
    expect(diffWords({ a: 1.5, b: 0 }, { a: -2e-7, b: 1e21 })).toEqual(['a: 1.5 -> -2e-7', 'b: 0 -> 1e+21'])
  })

  test('numbers beyond 2^53 are compared and shown with all their digits', () => {
    const raw = parsePlanJson(
      `{"format_version":"1.2","planned_values":{},"resource_changes":[{"address":"a.b","change":{"actions":["update"],
        "before":{"n":9007199254740992,"l":[1,90071992547409930],"s":"9007199254740993","password":9007199254740991},
        "after":{"n":9007199254740993,"l":[1, 90071992547409931],"s":9007199254740993,"password":9007199254740993}}}]}`,
    )
    const { attributes } = attributeChanges(raw.resource_changes?.[0]?.change ?? {}, testRedactor())
    expect(attributes.map(words)).toEqual([
      'n: 9007199254740992 -> 9007199254740993',
      'l[1]: 90071992547409930 -> 90071992547409931',
      's: "9007199254740993" -> 9007199254740993',
      'password: (sensitive) -> (sensitive)',
    ])
  })

  test('a long string is cut in the middle, with the count of what is left out', () => {
    const [only] = diffOf({ a: null }, { a: 'x'.repeat(2_000) })
    expect(only?.after).toEqual({
      kind: 'value',
      text: `"${'x'.repeat(300)}" … (1600 characters left out) … "${'x'.repeat(100)}"`,
    })
  })

  test('of two long strings every stretch that differs is shown', () => {
    const filler = (from: number): string =>
      Array.from({ length: 200 }, (_, n) => `word${from + n}`).join(' ')
    const long = (a: string, b: string, c: string): string =>
      `${filler(0)} ${a} ${filler(1_000)} ${b} ${filler(2_000)} ${c} ${filler(3_000)}`
    const [only] = diffOf({ a: long('port=80', 'x', 'open') }, { a: long('port=443', '', 'shut for all') })
    const texts = [only?.before, only?.after].map((shown) => (shown?.kind === 'value' ? shown.text : ''))
    expect(texts[0]).toMatch(/word199 port=80 word1000 .*word1199 x word2000 .* word2199 open word3000/)
    expect(texts[1]).toMatch(
      /word199 port=443 word1000 .*word1199 {2}word2000 .* word2199 shut for all word3000/,
    )
    expect(
      texts.every((text) => text.length < 1_200 && text.match(/characters left out/g)?.length === 4),
    ).toBe(true)
  })

  test('two long strings are cut where they begin to differ, and no cut parts a surrogate pair', () => {
    const [only] = diffOf(
      { a: `${'😀'.repeat(500)}b${'z'.repeat(500)}` },
      { a: `${'😀'.repeat(500)}c${'z'.repeat(500)}` },
    )
    const texts = [only?.before, only?.after].map((shown) => (shown?.kind === 'value' ? shown.text : ''))
    expect(texts[0]).toContain('"' + '😀'.repeat(30) + 'bzz')
    expect(texts[1]).toContain('"' + '😀'.repeat(30) + 'czz')
    expect(texts.join('')).not.toMatch(/\\ud83d|\\ude00/)
  })

  test('a whole value that is long says how much is left out, and its brackets are closed', () => {
    const list = Array.from({ length: 1_000 }, (_, index) => ({ number: index }))
    const [only] = diffOf({ a: list }, {}, { after_unknown: { a: true } })
    const text = only?.before.kind === 'value' ? only.before.text : ''
    expect(text.length).toBeLessThan(400)
    expect(text).toMatch(/^\[\{ number = 0 \}, .*, … 9\d\d more\]$/)
  })
})

describe('write-only arguments', () => {
  test('are shown when their version changes', () => {
    const before = { pin_wo: null, pin_wo_version: 1 }
    expect(diffWords(before, { pin_wo: null, pin_wo_version: 2 })).toEqual([
      'pin_wo_version: 1 -> 2',
      'pin_wo: (write-only) -> (write-only)',
    ])
    expect(diffWords(null, before)).toEqual([
      'pin_wo_version: (absent) -> 1',
      'pin_wo: (absent) -> (write-only)',
    ])
  })

  test('are not made up', () => {
    expect(diffWords({ pin_wo: 'x', pin_wo_version: 1 }, { pin_wo: 'y', pin_wo_version: 2 })).toEqual([
      'pin_wo: "x" -> "y"',
      'pin_wo_version: 1 -> 2',
    ])
    expect(diffWords({ pin_wo_version: 1 }, { pin_wo_version: 2 })).toEqual(['pin_wo_version: 1 -> 2'])
    expect(
      diffWords({ pin_wo: null, pin_wo_version: 1, a: 1 }, { pin_wo: null, pin_wo_version: 1, a: 2 }),
    ).toEqual(['a: 1 -> 2'])
  })
})

describe('hostile input', () => {
  test('keys of the prototype are keys like others', () => {
    const before = JSON.parse('{"m":{"__proto__":{"a":1},"constructor":"x","toString":1}}') as Json
    const after = JSON.parse('{"m":{"__proto__":{"a":2},"hasOwnProperty":"y","toString":1}}') as Json
    expect(diffWords(before, after)).toEqual([
      'm.__proto__.a: 1 -> 2',
      'm.hasOwnProperty: (absent) -> "y"',
      'm.constructor: "x" -> (absent)',
    ])
    expect(
      diffWords({ m: {} }, JSON.parse('{"m":{"constructor":"x"}}') as Json, { after_unknown: { m: {} } }),
    ).toEqual(['m.constructor: (absent) -> "x"'])
  })

  test('nesting without end neither throws nor hides the change', () => {
    const nested = (leaf: number, open: string, close: string): Json =>
      JSON.parse(`{"a":${open.repeat(20_000)}${leaf}${close.repeat(20_000)}}`) as Json
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      expect(diffOf(nested(1, open, close), nested(1, open, close))).toEqual([])
      expect(diffOf(nested(1, open, close), nested(2, open, close))).toHaveLength(1)
      expect(diffOf(null, nested(2, open, close))).toHaveLength(1)
      expect(
        diffOf({ a: 1 }, nested(2, open, close), { after_sensitive: nested(1, open, close) }),
      ).toHaveLength(1)
    }
  })
})
