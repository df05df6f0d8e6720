import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { HIDDEN, makeRedactor } from '../../src/core/redact.ts'
import { compilePatterns } from '../../src/core/redact-patterns.ts'

/** Few characters, many of them special: escapes meet and secrets overlap. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...Array.from('ab01nu\\"\'<>&%$+ -_=:{}()[]/.~*|#;\n\r\té€\u200b'),
    '😀',
    '\ud800',
    'sensitive',
    '%4',
    '&l',
    't;',
    '\\u00',
  ),
  maxLength: 40,
})
const secret = fc.oneof(
  hostile.filter((text) => text.trim().length >= 6),
  fc.string({ minLength: 6, maxLength: 30 }),
  fc.constantFrom('sensitive', 'value)', '(sensitive value)', 'e (sens', 'a(sensitive'),
)
const secrets = fc.array(secret, { maxLength: 6 })
const textWith = (values: string[]) =>
  fc
    .array(fc.oneof(hostile, fc.constantFrom(HIDDEN, 'password = ', '"token": "', ' -> ', ...values)), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''))
const secretsAndText = secrets.chain((values) => fc.tuple(fc.constant(values), textWith(values)))

const ENCODERS: Record<string, (text: string) => string> = {
  plain: (text) => text,
  json: (text) => JSON.stringify(text).slice(1, -1),
  json2: (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  go: (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[<>&]/g, (c) => '\\u00' + c.charCodeAt(0).toString(16)),
  url: (text) => encodeURIComponent(text),
  form: (text) => new URLSearchParams([['', text]]).toString().slice(1),
  html: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  htmlNumbers: (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`),
  markdown: (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
  hex: (text) => Buffer.from(text).toString('hex'),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
}

test('a second redaction changes nothing, and nothing leaks after the first', () => {
  fc.assert(
    fc.property(secretsAndText, ([values, text]) => {
      const redactor = makeRedactor({ secrets: values, publicNames: [], patterns: [] })
      const once = redactor.redact(text)
      expect(redactor.redact(once)).toBe(once)
      expect(redactor.leaks(once)).toBe(0)
    }),
    { numRuns: 1000 },
  )
})

test('the same with patterns of the user', () => {
  fc.assert(
    fc.property(
      secretsAndText,
      fc.constantFrom('a.*b', '\\w+', '[(]', '\\s\\S+\\s', 'a$', '(?<=a)b+'),
      ([values, text], pattern) => {
        const redactor = makeRedactor({
          secrets: values,
          publicNames: [],
          patterns: compilePatterns([pattern]),
        })
        const once = redactor.redact(text)
        expect(redactor.redact(once)).toBe(once)
        expect(redactor.leaks(once)).toBe(0)
      },
    ),
    { numRuns: 600 },
  )
})

test('every encoded form is found, between anything', () => {
  fc.assert(
    fc.property(
      secret.filter((value) => value.isWellFormed() && !/[\r\u200b]/.test(value)),
      hostile,
      hostile,
      fc.constantFrom(...Object.keys(ENCODERS).filter((name) => name !== 'htmlNumbers')),
      (value, before, after, encoder) => {
        const redactor = makeRedactor({ secrets: [value], publicNames: [], patterns: [] })
        fc.pre(Object.values(redactor.notSearched).every((count) => count === 0) && value.trim() !== '')
        // As Terraform has it: without spaces around nothing is lost, they say nothing.
        const encoded = ENCODERS[encoder]?.(value.trim()) ?? ''
        fc.pre(!HIDDEN.includes(value.trim()))
        const text = `${before}${encoded}${after}`
        expect(redactor.leaks(text)).toBeGreaterThan(0)
        const redacted = redactor.redact(text).replaceAll(HIDDEN, '\u0000')
        expect(redacted.includes(encoded)).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})

test('two encoders one after the other are found between spaces', () => {
  const escaping = ['json', 'go', 'url', 'html', 'htmlNumbers', 'markdown']
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...Array.from('abcXYZ019@<>&"\'/+=_-. ')),
        minLength: 8,
        maxLength: 30,
      }),
      fc.constantFrom(...escaping),
      fc.constantFrom(...escaping),
      (value, first, second) => {
        const redactor = makeRedactor({ secrets: [value], publicNames: [], patterns: [] })
        fc.pre(Object.values(redactor.notSearched).every((count) => count === 0))
        const encoded = ENCODERS[second]?.(ENCODERS[first]?.(value.trim()) ?? '') ?? ''
        expect([value, encoded, redactor.leaks(`x ${encoded} y`) > 0]).toEqual([value, encoded, true])
      },
    ),
    { numRuns: 1000 },
  )
})

test('a text without secrets stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.stringMatching(/^[A-Z]{12}$/)),
      (text, values) => {
        const redactor = makeRedactor({ secrets: values, publicNames: [], patterns: [] })
        fc.pre(redactor.leaks(text) === 0)
        expect(redactor.redact(text.replace(/[:=]/g, ''))).toBe(text.replace(/[:=]/g, ''))
      },
    ),
  )
})

test('names of secrets never make it throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'password',
          'token',
          '=',
          ':',
          ' ',
          '"',
          "'",
          '\\',
          '\n',
          '<<EOT',
          'EOT',
          '|',
          '[',
          ']',
          '{',
          'x',
          '->',
          '://',
          '@',
          '-----BEGIN PRIVATE KEY-----',
        ),
      ),
      (parts) => {
        const redactor = makeRedactor({ secrets: [], publicNames: [], patterns: [] })
        const once = redactor.redact(parts.join(''))
        expect(redactor.redact(once)).toBe(once)
      },
    ),
    { numRuns: 2000 },
  )
})
