import { describe, expect, test } from '@jest/globals'
import { makeRedactor } from '../../../src/core/redact.ts'
import { planModel } from '../../../src/terraform/plan/model.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { Json } from '../../../src/terraform/plan/raw.ts'
import { planSecrets } from '../../../src/terraform/secrets.ts'
import { diffOf, diffWords, lineWords } from './support.ts'

const secret = 'hunter2-abcdef'
const other = 'swordfish-xyz'

/** Neither secret may be anywhere in the result. */
function safe<T>(value: T): T {
  expect(JSON.stringify(value)).not.toMatch(/hunter2|swordfish/)
  return value
}

describe('sensitivity marks', () => {
  test('hide both sides, whichever has the mark', () => {
    for (const more of [
      { before_sensitive: { a: true } },
      { after_sensitive: { a: true } },
      { before_sensitive: { a: true }, after_sensitive: { a: true } },
    ]) {
      expect(safe(diffWords({ a: secret }, { a: other }, more))).toEqual(['a: (sensitive) -> (sensitive)'])
    }
  })

  test('at a parent cover its keys too', () => {
    const more = { after_sensitive: { config: true } }
    expect(safe(diffWords({ config: { [secret]: 1 } }, { config: { [other]: [secret] } }, more))).toEqual([
      'config: (sensitive) -> (sensitive)',
    ])
    expect(
      safe(diffWords({ a: secret, b: [other] }, { a: other, b: [] }, { before_sensitive: true })),
    ).toEqual(['(all attributes): (sensitive) -> (sensitive)'])
  })

  test('inside hide what they mark, and no more', () => {
    const more = { before_sensitive: { l: [{ pin: true }] }, after_sensitive: { l: [{ pin: true }] } }
    expect(safe(diffWords({ l: [{ pin: secret, n: 1 }] }, { l: [{ pin: other, n: 2 }] }, more))).toEqual([
      'l[0].pin: (sensitive) -> (sensitive)',
      'l[0].n: 1 -> 2',
    ])
  })

  test('inside a new block shown on one line', () => {
    expect(
      safe(diffWords({ l: [] }, { l: [{ pin: secret, n: 1 }] }, { after_sensitive: { l: [{ pin: true }] } })),
    ).toEqual(['l[0]: (absent) -> { pin = (sensitive value), n = 1 }'])
  })

  test('a sensitive value that does not change is counted, one that comes or goes is shown', () => {
    const both = { before_sensitive: { a: true }, after_sensitive: { a: true } }
    expect(diffWords({ a: secret }, { a: secret }, both)).toEqual([])
    expect(safe(diffWords({ a: null }, { a: secret }, both))).toEqual(['a: (absent) -> (sensitive)'])
    expect(safe(diffWords({ a: secret }, { a: null }, both))).toEqual(['a: (sensitive) -> (absent)'])
    expect(safe(diffWords({ a: secret }, {}, { ...both, after_unknown: { a: true } }))).toEqual([
      'a: (sensitive) -> (unknown)',
    ])
  })

  test('a mark that comes or goes is a change, and the value stays hidden', () => {
    const [now] = safe(diffOf({ a: secret }, { a: secret }, { after_sensitive: { a: true } }))
    expect([now?.path, now?.before.kind, now?.after.kind]).toEqual(['a', 'sensitive', 'sensitive'])
    expect(lineWords(now)).toEqual(['@ the value stays the same, but becomes sensitive'])
    const [then] = safe(diffOf({ a: secret }, { a: secret }, { before_sensitive: { a: true } }))
    expect(lineWords(then)).toEqual(['@ the value stays the same, but is no longer sensitive'])
    expect(diffOf({ a: [secret] }, { a: [secret] }, { after_sensitive: { a: [true] } })).toHaveLength(1)
  })
})

describe('names', () => {
  test('of a hidden key hide the value, through lists', () => {
    expect(safe(diffWords({ db_password: secret }, { db_password: other }))).toEqual([
      'db_password: (sensitive) -> (sensitive)',
    ])
    expect(safe(diffWords({ tokens: [secret] }, { tokens: [secret, other] }))).toEqual([
      'tokens[1]: (absent) -> (sensitive)',
    ])
    expect(safe(diffWords({ m: null }, { m: { token: secret, n: 1 } }))).toEqual([
      'm.token: (absent) -> (sensitive)',
      'm.n: (absent) -> 1',
    ])
    expect(safe(diffWords({ tokens: [secret] }, {}, { after_unknown: { tokens: true } }))).toEqual([
      'tokens: [(sensitive value)] -> (unknown)',
    ])
  })

  // A leak report against a peer: env.value of Cloud Run, which no provider marks.
  test.each(['name', 'key', 'Name', 'Key'])('beside the value, as %s', (key) => {
    const env = (value: string): Json => ({
      env: [
        { [key]: 'DB_PASSWORD', value },
        { [key]: 'PLAIN', value: 'x' },
      ],
    })
    expect(safe(diffWords(env(secret), env(other)))).toEqual(['env[0].value: (sensitive) -> (sensitive)'])
    expect(safe(diffWords({ env: [] }, env(secret)))).toEqual([
      `env[0]: (absent) -> { ${key} = "DB_PASSWORD", value = (sensitive value) }`,
      `env[1]: (absent) -> { ${key} = "PLAIN", value = "x" }`,
    ])
    const deep = (value: string): Json => ({ env: [{ [key]: 'DB_PASSWORD', value: { plain: [value] } }] })
    expect(safe(diffWords(deep(secret), deep(other)))).toEqual(['env[0].value: (sensitive) -> (sensitive)'])
  })

  test("that are paths, as in Helm's set blocks", () => {
    const set = (value: string): Json => ({ set: [{ name: 'auth.adminPassword', value, type: '' }] })
    expect(safe(diffWords(set(secret), set(other)))).toEqual(['set[0].value: (sensitive) -> (sensitive)'])
  })

  test('when the name itself changes, either name hides', () => {
    const env = (name: string, value: string): Json => ({ env: [{ name, value }] })
    expect(safe(diffWords(env('API_TOKEN', secret), env('PLAIN', other)))).toEqual([
      'env[0].name: "API_TOKEN" -> "PLAIN"',
      'env[0].value: (sensitive) -> (sensitive)',
    ])
  })
})

describe('known secrets', () => {
  const secrets = [secret, other]

  test('are hidden anywhere in a string', () => {
    expect(safe(diffWords({ url: `x:${secret}@h` }, { url: `y:${secret}@h` }, {}, secrets))).toEqual([
      'url: "x:(sensitive value)@h" -> "y:(sensitive value)@h"',
    ])
  })

  test('that are all that differs are still a change', () => {
    expect(safe(diffWords({ url: `x:${secret}` }, { url: `x:${other}` }, {}, secrets))).toEqual([
      'url: (sensitive) -> (sensitive)',
    ])
    const text = (value: string): Json => ({ t: `a\nb ${value}\nc` })
    expect(safe(diffWords(text(secret), text(other), {}, secrets))).toEqual(['t: (sensitive) -> (sensitive)'])
  })

  test('as map keys are hidden in paths', () => {
    expect(safe(diffWords({ m: {} }, { m: { [secret]: 1 } }, {}, secrets))).toEqual([
      'm["(sensitive value)"]: (absent) -> 1',
    ])
    expect(safe(diffWords({ m: [] }, { m: [{ [secret]: 1 }] }, {}, secrets))).toEqual([
      'm[0]: (absent) -> { "(sensitive value)" = 1 }',
    ])
  })

  test('are hidden before a text is compared line by line, and the reader is told', () => {
    const [only] = safe(diffOf({ t: `a\n${secret}\nb` }, { t: `a\n${other}\nc` }, {}, secrets))
    expect(lineWords(only)).toEqual([
      ' a',
      ' (sensitive value)',
      '-b',
      '+c',
      '@ sensitive values in here are not compared',
    ])
  })

  test('that look like numbers are hidden as numbers too', () => {
    expect(diffWords({ n: 73519284 }, { n: 1 }, {}, ['73519284'])).toEqual(['n: (sensitive) -> 1'])
  })
})

describe('inside JSON in a string', () => {
  const body = (password: string, size = 1): Json => ({
    definition: JSON.stringify({
      size,
      password,
      environment: [{ name: 'API_TOKEN', value: password }],
      tokens: [password],
      nested: JSON.stringify({ secret: password, kept: 'x' }),
    }),
  })

  test('names hide values, at every level', () => {
    const [only] = safe(diffOf({ definition: null }, body(secret)))
    expect(lineWords(only)).toEqual([
      '+{',
      '+  "size": 1,',
      '+  "password": (sensitive value),',
      '+  "environment": [',
      '+    {',
      '+      "name": "API_TOKEN",',
      '+      "value": (sensitive value)',
      '+    }',
      '+  ],',
      '+  "tokens": [',
      '+    (sensitive value)',
      '+  ],',
      '+  "nested": "{ \\"secret\\": (sensitive value), \\"kept\\": \\"x\\" }"',
      '+}',
    ])
  })

  test('a hidden value that changes is told, whether anything else changes or not', () => {
    expect(safe(diffWords(body(secret), body(other)))).toEqual(['definition: (sensitive) -> (sensitive)'])
    const [only] = safe(diffOf(body(secret), body(other, 2)))
    expect(lineWords(only)).toContain('@ a sensitive value in here changes as well')
    expect(lineWords(diffOf(body(secret), body(secret, 2))[0])).not.toContain(
      '@ a sensitive value in here changes as well',
    )
  })

  test('a hidden value that changes deep inside is told too', () => {
    const nested = (secretText: string, size: number): Json => ({
      d: JSON.stringify({ size, inner: JSON.stringify({ token: secretText }) }),
    })
    expect(safe(diffWords(nested(secret, 1), nested(other, 1)))).toEqual(['d: (sensitive) -> (sensitive)'])
    expect(lineWords(safe(diffOf(nested(secret, 1), nested(other, 2)))[0])).toContain(
      '@ a sensitive value in here changes as well',
    )
  })

  test('also in a list that is shown on one line', () => {
    safe(diffOf({ l: [] }, { l: [JSON.stringify({ password: secret })] }))
    safe(diffOf({ l: [JSON.stringify({ password: secret })] }, {}, { after_unknown: { l: true } }))
  })
})

describe('inside YAML and other text', () => {
  const hidden = (text: string): string[] => lineWords(safe(diffOf({ values: null }, { values: text }))[0])

  test('names hide the rest of the line', () => {
    expect(hidden(`auth:\n  adminPassword: ${secret}\n  user: x\n"api_token": "${secret}"\n`)).toEqual([
      '+auth:',
      '+  adminPassword: (sensitive value)',
      '+  user: x',
      '+"api_token": (sensitive value)',
      '+',
    ])
  })

  test('block scalars and lists below a hidden name', () => {
    expect(
      hidden(
        `token: |\n  ${secret}\n  more ${secret}\n\nnext: x\ntokens:\n  - ${secret}\n  - ${other}\nlast: y`,
      ),
    ).toEqual([
      '+token: |',
      '+  (sensitive value)',
      '+  (sensitive value)',
      '+',
      '+next: x',
      '+tokens:',
      '+  (sensitive value)',
      '+  (sensitive value)',
      '+last: y',
    ])
  })

  test('the value beside a hidden name', () => {
    expect(
      hidden(`env:\n  - name: DB_PASSWORD\n    value: ${secret}\n  - name: PLAIN\n    value: shown`),
    ).toEqual([
      '+env:',
      '+  - name: DB_PASSWORD',
      '+    value: (sensitive value)',
      '+  - name: PLAIN',
      '+    value: shown',
    ])
  })

  test.each([
    [`export API_TOKEN=${secret}`, 'export API_TOKEN=(sensitive value)'],
    [`DB_PASSWORD = "${secret}"`, 'DB_PASSWORD = (sensitive value)'],
    [`--password=${secret}`, '--password=(sensitive value)'],
    [`client_secret: ${secret}`, 'client_secret: (sensitive value)'],
  ])('a line of its own: %s', (text, expected) => {
    const [only] = safe(diffOf({ l: null }, { l: text }))
    expect(only?.after).toEqual({ kind: 'value', text: JSON.stringify(expected) })
  })

  test('a hidden value that changes is told', () => {
    const yaml = (value: string, size: number): Json => ({ values: `size: ${size}\npassword: ${value}\n` })
    expect(diffWords(yaml(secret, 1), yaml(other, 1))).toEqual(['values: (sensitive) -> (sensitive)'])
    expect(lineWords(safe(diffOf(yaml(secret, 1), yaml(other, 2)))[0])).toContain(
      '@ a sensitive value in here changes as well',
    )
  })
})

test('a sensitive number beyond 2^53 is hidden, and known as the number it is', () => {
  const raw = parsePlanJson(
    `{"format_version":"1.2","planned_values":{},"resource_changes":[{"address":"a.b","change":{"actions":["update"],
      "before":{"pin":90071992547409937,"l":[90071992547409937]},"after":{"pin":90071992547409939,"l":[1]},
      "before_sensitive":{"pin":true,"l":[true]},"after_sensitive":{"pin":true}}}]}`,
  )
  const found = planSecrets(raw, () => false)
  expect([...found.secrets].sort()).toEqual(['90071992547409937', '90071992547409939'])
  const redactor = makeRedactor({ ...found, patterns: [] })
  expect(redactor.notSearched.plain).toBe(2)
  const text = JSON.stringify(planModel(raw, redactor))
  expect(text).not.toContain('9007199')
  expect(text).not.toContain('\uE000')
})
