import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/core/errors.ts'
import { HIDDEN, makeRedactor } from '../../src/core/redact.ts'
import { compilePatterns } from '../../src/core/redact-patterns.ts'

const make = (secrets: string[], publicNames: string[] = [], patterns: string[] = []) =>
  makeRedactor({ secrets, publicNames, patterns: compilePatterns(patterns) })

const tricky = 'p@ss <w>"o\\rd&\'/é+%41 ü'
const b64 = (text: string) => Buffer.from(text).toString('base64')

describe('a value in every form', () => {
  const forms: [string, string][] = [
    ['as it is', tricky],
    ['JSON', JSON.stringify(tricky)],
    ['JSON in JSON', JSON.stringify(JSON.stringify({ a: tricky }))],
    ['three times JSON', JSON.stringify(JSON.stringify(JSON.stringify({ a: tricky })))],
    [
      'Go JSON',
      JSON.stringify(tricky).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026'),
    ],
    [
      'JSON in ASCII',
      JSON.stringify(tricky).replace(/[^ -~]/g, (c) => '\\u00' + c.charCodeAt(0).toString(16).toUpperCase()),
    ],
    ['PHP JSON', JSON.stringify(tricky).replaceAll('/', '\\/')],
    ['URL', encodeURIComponent(tricky)],
    ['URL, lower case', encodeURIComponent(tricky).replace(/%../g, (c) => c.toLowerCase())],
    ['URL twice', encodeURIComponent(encodeURIComponent(tricky))],
    ['form', new URLSearchParams({ a: tricky }).toString()],
    [
      'HTML',
      tricky
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#x27;'),
    ],
    ['HTML, numbers only', Array.from(tricky, (c) => `&#${c.codePointAt(0) ?? 0};`).join('')],
    ['Markdown', tricky.replace(/[!-/:-@[-`{-~]/g, '\\$&')],
    [
      'Markdown in HTML',
      tricky
        .replace(/[@"\\]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;'),
    ],
    ['zero-width characters', tricky.replaceAll('@', '@\u200b').replace('w', '\u2060w')],
    ['base64', b64(tricky)],
    ['base64url', Buffer.from(tricky).toString('base64url')],
    ['base64 of its JSON', b64(JSON.stringify({ password: tricky }))],
    ['hex', Buffer.from(tricky).toString('hex')],
    ['HEX', Buffer.from(tricky).toString('hex').toUpperCase()],
    ['decomposed letters', tricky.normalize('NFC')],
  ]
  test.each(forms)('%s', (_, form) => {
    const redactor = make([tricky])
    const text = `before ${form} after`
    expect(redactor.leaks(text)).toBeGreaterThan(0)
    const redacted = redactor.redact(text)
    expect(redacted).toContain(HIDDEN)
    expect(redacted).toMatch(/^before .* after$/s)
    expect(redacted).not.toMatch(/w.{0,6}o.{0,8}rd/)
    expect(redactor.leaks(redacted)).toBe(0)
  })

  test.each([0, 1, 2, 3, 4, 5])('base64 inside a longer base64 text, %i bytes before', (shift) => {
    const redactor = make(['hunter2-secret'])
    for (const after of ['', 'x', 'xy', 'xyz']) {
      const text = b64('#'.repeat(shift) + 'hunter2-secret' + after)
      expect(redactor.leaks(text)).toBe(1)
      // Characters that hold bits of the secret and of its neighbour go as well.
      const redacted = redactor.redact(text)
      expect(redacted.indexOf(HIDDEN)).toBe(Math.floor((shift * 8) / 6))
      const bits = (shift + 'hunter2-secret'.length) * 8
      expect(redacted.slice(redacted.indexOf(HIDDEN) + HIDDEN.length)).toBe(text.slice(Math.ceil(bits / 6)))
    }
  })

  test('base64 of bytes beside it in base64url', () => {
    const secret = '???>>>~~~???'
    expect(make([secret]).leaks(Buffer.from('a' + secret).toString('base64url'))).toBe(1)
  })

  test('a dollar sign before a brace, as HCL writes it', () => {
    expect(make(['ab${cd}%{ef}']).redact('x = "ab$${cd}%%{ef}"')).toBe(`x = "${HIDDEN}"`)
  })

  test('inside longer words', () => {
    expect(make(['hunter2']).redact('output = "hunter2-a"')).toBe(`output = "${HIDDEN}-a"`)
  })

  test('HTML line breaks and soft break points', () => {
    expect(make(['hunter2-long-password']).leaks('<td>hunter2-<wbr>long-&#8203;pass&shy;word</td>')).toBe(1)
    expect(make(['first1\nsecond2']).leaks('first1<br>second2')).toBeGreaterThan(0)
  })

  test('what reports write for characters that cannot be seen', () => {
    expect(make(['hunter2\u0001long']).leaks('hunter2␁long')).toBe(1)
    expect(make(['hunter2\u{e0101}long']).leaks('hunter2\\u{e0101}long')).toBe(1)
    expect(make(['hunter2\u202elong']).leaks('hunter2\\u202elong')).toBe(1)
  })

  test('terminal colours in between', () => {
    expect(make(['hunter2-long']).redact('\u001b[1mhunter2\u001b[0m-long')).toBe(`\u001b[1m${HIDDEN}`)
  })

  test('a letter that an escape before it would swallow', () => {
    const redactor = make(['nadmin_secret'])
    expect(redactor.leaks('CORP\\nadmin_secret')).toBe(1)
    expect(redactor.leaks('CORP\\\\nadmin\\_secret')).toBe(1)
    expect(make(['nadmin<my>_secret']).leaks('CORP\\nadmin&#60;my&gt;\\_secret')).toBe(1)
    expect(make(['admin<my>_sec%4']).leaks('admin&#60;my&gt;\\_sec%4a')).toBe(1)
  })
})

describe('several lines', () => {
  const secret = 'first line of it\n{\n  "user": "admin-name",\n}\nlast line of it\n'
  test('the whole, and each line that is not common', () => {
    const redactor = make([secret])
    expect(redactor.redact(`a\n${secret}b`)).toBe(`a\n${HIDDEN}\nb`)
    expect(redactor.redact('- last line of it')).toBe(`- ${HIDDEN}`)
    expect(redactor.redact('{\n}')).toBe('{\n}')
  })
  test('CRLF on either side', () => {
    const windows = 'first1\r\nsecond2'
    expect(make([windows]).redact('first1\nsecond2')).toBe(HIDDEN)
    expect(make(['first1\nsecond2']).redact('first1\r\nsecond2')).toBe(HIDDEN)
    expect(make(['first1\nsecond2']).leaks(b64('first1\r\nsecond2'))).toBeGreaterThan(0)
    expect(make([windows]).leaks('"first1\\r\\nsecond2"')).toBeGreaterThan(0)
  })
  test('the frame of a key is not a secret, its lines are', () => {
    const pem =
      '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\nabcdefghijklmnopqrst\n-----END CERTIFICATE-----'
    const redactor = make([pem])
    expect(redactor.leaks('-----BEGIN CERTIFICATE-----\nother\n-----END CERTIFICATE-----')).toBe(0)
    expect(redactor.leaks('MIIBszCCAVmgAwIBAgIU')).toBe(1)
  })
  test('lines that many files have are left alone', () => {
    const redactor = make([
      '#!/bin/bash\ndata:\n"auths": {\nserver {\nexport DB_PASSWORD=hunter2-long\nsome words',
    ])
    for (const line of ['#!/bin/bash', 'data:', '"auths": {', 'server {'])
      expect(redactor.leaks(line)).toBe(0)
    expect(redactor.leaks('hunter2-long')).toBe(1)
    expect(redactor.leaks('some words')).toBe(1)
  })
})

describe('what is not searched for', () => {
  test('short, plain and public values are counted and left alone', () => {
    const redactor = make(
      [
        'abc',
        ' ab1 ',
        '12345678',
        '-1.5e10',
        'true',
        '********',
        'production',
        'us-east-1',
        'module.net',
        'web',
        'searched',
      ],
      ['module.net["production"].aws_instance.web[0]', 'us-east-1', 'module.net'],
    )
    // `web` is short before it is a name.
    expect(redactor.notSearched).toEqual({ short: 3, plain: 4, names: 3 })
    const text = 'abc ab1 12345678 true ******** production us-east-1 module.net web'
    expect(redactor.redact(text)).toBe(text)
    expect(redactor.leaks(text)).toBe(0)
    expect(redactor.redact('searched')).toBe(HIDDEN)
  })
  test('the same value counts once, and an empty one not at all', () => {
    expect(make(['abc', 'abc', 'abc ', '', ' \n']).notSearched).toEqual({ short: 1, plain: 0, names: 0 })
  })
  test('names do not shield longer values', () => {
    expect(make(['production-key'], ['production']).redact('production-key')).toBe(HIDDEN)
  })
})

describe('the replacement itself', () => {
  test.each([
    'sensitive',
    '(sensitive value)',
    'sitive val',
    'value) and',
    'then (sensitive',
    'x(sensitive value)y',
  ])('a secret of %j neither loops nor leaks', (secret) => {
    const redactor = make([secret, 'another'])
    for (const text of [
      secret,
      HIDDEN,
      `${HIDDEN} and another`,
      `then another${HIDDEN}`,
      `xanothery`,
      `\\(sensitive value\\)`,
    ]) {
      const once = redactor.redact(text)
      expect(redactor.redact(once)).toBe(once)
      expect(redactor.leaks(once)).toBe(0)
    }
  })
  test('a secret that only the replacement completes', () => {
    const redactor = make(['hunter2', 'a(sensitive'])
    expect(redactor.redact('aaahunter2')).toBe(HIDDEN)
  })
  test('overlapping and touching secrets become one', () => {
    expect(make(['abcdefgh', 'efghijkl', 'ijklmn']).redact('<abcdefghijklmn>')).toBe(`<${HIDDEN}>`)
  })
  test('nothing in the replacement is read as a pattern of String.replace', () => {
    expect(make(['hunter2$&']).redact('x hunter2$& y')).toBe(`x ${HIDDEN} y`)
  })
})

describe('values of secret names', () => {
  const redactor = make([])
  test.each([
    ['password = "hunter2"', `password = "${HIDDEN}"`],
    ['  + password     = "hun\\"ter2"', `  + password     = "${HIDDEN}"`],
    ['~ password = "old-one" -> "new-one"', `~ password = "${HIDDEN}" -> "${HIDDEN}"`],
    ['~ password = "old-one" -> (known after apply)', `~ password = "${HIDDEN}" -> (known after apply)`],
    ['"password" = "x\\\\" # c', `"password" = "${HIDDEN}" # c`],
    ['{"api_key": "a, b", "b": 1}', `{"api_key": "${HIDDEN}", "b": 1}`],
    ['{"api_key":12345,"b":1}', `{"api_key":${HIDDEN},"b":1}`],
    ['"{\\"token\\":\\"a\\\\\\"b\\",\\"c\\":\\"d\\"}"', `"{\\"token\\":\\"${HIDDEN}\\",\\"c\\":\\"d\\"}"`],
    ['TOKEN=abc123 next', `TOKEN=${HIDDEN} next`],
    ["export DB_PASSWORD='a b'", `export DB_PASSWORD='${HIDDEN}'`],
    ['https://x.example/?token=abc&page=2', `https://x.example/?token=${HIDDEN}&page=2`],
    ['https://x.example/?sv=1&sig=abc%3D', `https://x.example/?sv=1&sig=${HIDDEN}`],
    ['Server=db;Password=abc;Database=x', `Server=db;Password=${HIDDEN};Database=x`],
    ['password: correct horse battery', `password: ${HIDDEN}`],
    ['- token: abc', `- token: ${HIDDEN}`],
    ['tokens = ["abc", "def"]', `tokens = ["${HIDDEN}", "${HIDDEN}"]`],
    ['environment["DB_PASSWORD"] = "x"', `environment["DB_PASSWORD"] = "${HIDDEN}"`],
    ['private_key = <<-EOT\n  line 1\n  line 2\n  EOT\nnext', `private_key = <<-EOT\n${HIDDEN}\n  EOT\nnext`],
    ['a:\n  secret: |\n    line 1\n    line 2\n  b: 1', `a:\n  secret: |\n    ${HIDDEN}\n  b: 1`],
    ['Authorization: Bearer abc.def', `Authorization: Bearer ${HIDDEN}`],
    ['"authorization": "Basic dXNlcjpwYXNz"', `"authorization": "Basic ${HIDDEN}"`],
    ['invalid token: abc123', `invalid token: ${HIDDEN}`],
    ['password: (my own)', `password: ${HIDDEN}`],
  ])('%j', (text, expected) => {
    expect(redactor.redact(text)).toBe(expected)
    expect(redactor.redact(expected)).toBe(expected)
  })

  test.each([
    'password = var.db_password',
    'password = random_password.db.result',
    'password = (sensitive value)',
    'password = (known after apply)',
    'password = null',
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf',
    'token = "${var.token}"',
    'token: ${{ secrets.GITHUB_TOKEN }}',
    'TOKEN=$MY_TOKEN',
    'if password == "x"',
    'Foo::Token::Bar',
    'Error: invalid token: the value is empty',
    'authorization = "NONE"',
    'secret_name = "tls"',
    'password_length = 20',
    'credentials = {',
    'https://example.com/path:80/x@y',
    'ssh://git@github.com/a/b',
    'password = ""',
  ])('nothing to hide in %j', (text) => {
    expect(redactor.redact(text)).toBe(text)
  })
})

describe('shapes of well-known secrets', () => {
  const redactor = make([])
  // Made up here, in pieces, so that no scanner takes this file for a leak.
  const body = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6'
  test.each([
    ...['ghp', 'gho', 'ghs', 'ghu', 'ghr'].map((p) => `${p}_${body}`),
    `github_pat_11AAAAAAA0_${body}`,
    `AKIAABCD2345EFGH6789`,
    `ASIAABCD2345EFGH6789`,
    `xoxb-1234567890-${body}`,
    `AIza${body.slice(0, 35)}`,
    `sk_live_${body}`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${body}`,
    `hvs.${body}`,
    `glpat-${body}`,
    `aB3dE6gH9jK2mN.atlasv1.${body}${body}`,
  ])('%s', (token) => {
    expect(redactor.redact(`see ${token}, then`)).toBe(`see ${HIDDEN}, then`)
    expect(redactor.leaks(token)).toBe(0)
  })
  test('private keys, with and without an end, also as JSON', () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n${body}\n-----END RSA PRIVATE KEY-----`
    expect(redactor.redact(`a\n${key}\nb`)).toBe(`a\n${HIDDEN}\nb`)
    expect(redactor.redact(JSON.stringify({ a: key }))).toBe(`{"a":"${HIDDEN}"}`)
    expect(redactor.redact(`-----BEGIN PRIVATE KEY-----\n${body}\n${body}`)).toBe(HIDDEN)
    const publicKey = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'
    expect(redactor.redact(publicKey)).toBe(publicKey)
  })
  test('passwords in URLs', () => {
    expect(redactor.redact('postgres://app:hunter2@db:5432/x')).toBe(`postgres://app:${HIDDEN}@db:5432/x`)
    expect(redactor.redact('redis://:hunter2@cache')).toBe(`redis://:${HIDDEN}@cache`)
  })
  test('ordinary words stay', () => {
    for (const text of [
      'bearer authentication-scheme',
      'AKIAX',
      'eyJabc',
      'ghp_short',
      'xoxb',
      'npm_config_cache',
    ]) {
      expect(redactor.redact(text)).toBe(text)
    }
  })
})

test('a search by line is enough only without secrets of several lines and without patterns', () => {
  expect(make(['one-line-secret']).byLine).toBe(true)
  expect(make([]).byLine).toBe(true)
  expect(make(['one-line-secret', 'first1\nsecond2']).byLine).toBe(false)
  expect(make(['first1\\nsecond2']).byLine).toBe(false)
  expect(make(['one-line-secret'], [], ['a(?!\\s)']).byLine).toBe(false)
})

describe('patterns of the user', () => {
  test('are hidden and counted, also when escaped', () => {
    const redactor = make([], [], ['\\d{12}', '(?i)internal_\\w+'])
    expect(redactor.redact('arn:aws:iam::123456789012:role/INTERNAL_x')).toBe(
      `arn:aws:iam::${HIDDEN}:role/${HIDDEN}`,
    )
    expect(redactor.leaks('123456789012')).toBe(1)
    expect(redactor.leaks('internal\\_thing')).toBe(1)
  })
  test('that match the replacement do not loop', () => {
    for (const pattern of ['.+', '\\w+', '\\S', 'value.*', '[^]', '\\)\\(']) {
      const redactor = make(['hunter2'], [], [pattern])
      const once = redactor.redact('a hunter2 b\nc hunter2')
      expect(redactor.redact(once)).toBe(once)
      expect(redactor.leaks(once)).toBe(0)
    }
  })
  test('anchors mean lines', () => {
    expect(make([], [], ['^b.*$']).redact('a\nbcd\ne')).toBe(`a\n${HIDDEN}\ne`)
  })
  test('all faults are told at once, by position, without the pattern', () => {
    let thrown: unknown
    try {
      compilePatterns(['ok', 'secret-part(', 'x*', '[z-a]secret-part'])
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(UserError)
    const message = (thrown as UserError).message
    expect(message).toContain('pattern 2 is not')
    expect(message).toContain('pattern 3 matches the empty text')
    expect(message).toContain('pattern 4 is not')
    expect(message).not.toContain('secret-part')
  })
  test('a pattern that would run for ever is stopped, named by position, and nothing is returned', () => {
    const redactor = make([], [], ['fine', '^(a+)+$'])
    expect(redactor.redact('short aaaa')).toBe('short aaaa')
    expect(() => redactor.redact('a'.repeat(60) + '!')).toThrow(/pattern 2 takes too long/)
    expect(() => redactor.leaks('a'.repeat(60) + '!')).toThrow(UserError)
  }, 15_000)
})

test('a key of an address is a public name as a whole, not piece by piece', () => {
  const redactor = makeRedactor({
    secrets: ['hunter2hunter2', 'eu-west-1b'],
    publicNames: ['a.b["user:hunter2hunter2"]', 'aws_subnet.x["eu-west-1b"]'],
    patterns: [],
  })
  expect(redactor.redact('is hunter2hunter2 in eu-west-1b')).toBe('is (sensitive value) in eu-west-1b')
})

test.each([
  ['heredocs without an end', 'password=<<A\n', ''],
  ['heredocs that all end at one line', 'password=<<A\n', 'A\n'],
  ['key blocks without an end', '-----BEGIN PRIVATE KEY-----\n', ''],
])('a text of nothing but %s is hidden in a time that grows with its length', (_, piece, end) => {
  const redactor = makeRedactor({ secrets: [], publicNames: [], patterns: [] })
  const started = process.cpuUsage()
  const redacted = redactor.redact(piece.repeat(100_000) + end)
  const used = process.cpuUsage(started)
  expect(redacted.length).toBeLessThan(1_000)
  // About 0.1 s; reading to the end from every line took minutes.
  expect((used.user + used.system) / 1_000).toBeLessThan(8_000)
})
