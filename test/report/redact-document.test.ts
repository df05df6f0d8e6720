import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/core/errors.ts'
import { makeRedactor } from '../../src/core/redact.ts'
import type { Redactor } from '../../src/core/redactor.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import type { Part } from '../../src/report/part.ts'
import type { Section } from '../../src/report/section.ts'
import { publishable, redactDocument, redactPart, refuseSecrets } from '../../src/report/redact-document.ts'
import { anyDocument } from './support/documents.ts'

const secret = 's3cret-Value'

function redactorOf(...secrets: string[]): Redactor {
  return {
    redact: (text) => secrets.reduce((rest, each) => rest.replaceAll(each, '(sensitive value)'), text),
    leaks: (text) => secrets.filter((each) => text.includes(each)).length,
    hidesKey: () => false,
    notSearched: { short: 0, plain: 0, names: 0 },
    byLine: true,
  }
}

/** The same value with every string in it changed; names of fields and of kinds stay. */
function withTexts(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value, key)
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, change, name)]),
  )
}

/** Fields with words of our own. */
const fixed = new Set(['kind', 'tone', 'align', 'action', 'sign', 'language'])

describe('redactDocument', () => {
  test('every text of any document is redacted, and nothing else is changed', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const plant = (text: string, key: string): string => (fixed.has(key) ? text : `${text}${secret}!`)
        const expected = (text: string, key: string): string =>
          fixed.has(key) ? text : `${text}(sensitive value)!`
        const planted = withTexts(document, plant) as typeof document
        expect(redactDocument(planted, redactorOf(secret))).toEqual(withTexts(document, expected))
      }),
      { numRuns: 300 },
    )
  })

  test('without secrets it is the same document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(redactDocument(document, redactorOf())).toEqual(document)
      }),
      { numRuns: 100 },
    )
  })

  test('a secret of several lines is not shown line by line', () => {
    const key = '-----BEGIN-----\nabc\n-----END-----'
    const lines = key.split('\n').map((text) => ({ sign: '-' as const, text }))
    const document = redactDocument(
      {
        title: '',
        verdict: [],
        tone: 'good',
        footer: [],
        sections: [
          { kind: 'line-diff', rank: 0, lines: [...lines, { sign: '+', text: 'new' }] },
          { kind: 'line-diff', rank: 0, lines: [{ sign: '+', text: 'new' }] },
        ],
      },
      redactorOf(key),
    )
    expect(document.sections).toEqual([
      { kind: 'line-diff', rank: 0, lines: [{ sign: ' ', text: '(sensitive value)' }] },
      { kind: 'line-diff', rank: 0, lines: [{ sign: '+', text: 'new' }] },
    ])
  })
})

test('redactPart: texts are redacted; ids of the run, rules, hashes and counts stay', () => {
  const part: Part = {
    version: 1,
    kind: 'terraform-plan',
    subject: { key: `k ${secret}`, name: secret, path: `p/${secret}`, workspace: secret },
    status: 'failed',
    verdict: { kind: 'failed', reason: `because ${secret}`, cause: 'auth' },
    counts: { add: 1 },
    headline: [{ strong: [secret] }],
    sections: [{ kind: 'code', rank: 0, language: 'hcl', text: secret }],
    findings: [
      {
        rule: 'terraform/diagnostic',
        severity: 'error',
        message: secret,
        help: `x ${secret}`,
        subject: secret,
        location: { file: `${secret}.tf`, line: 1 },
        fingerprint: '0123456789abcdef0123',
      },
    ],
    facts: { digest: `d ${secret}` },
    run: { id: '1', attempt: 1, sha: 'abc', url: 'https://github.com/o/r/actions/runs/1' },
    seconds: 2,
  }
  const hidden = '(sensitive value)'
  expect(redactPart(part, redactorOf(secret, '0123456789abcdef'))).toEqual({
    ...part,
    subject: { key: `k ${hidden}`, name: hidden, path: `p/${hidden}`, workspace: hidden },
    verdict: { kind: 'failed', reason: `because ${hidden}`, cause: 'auth' },
    headline: [{ strong: [hidden] }],
    sections: [{ kind: 'code', rank: 0, language: 'hcl', text: hidden }],
    findings: [
      {
        rule: 'terraform/diagnostic',
        severity: 'error',
        message: hidden,
        help: `x ${hidden}`,
        subject: hidden,
        location: { file: `${hidden}.tf`, line: 1 },
        fingerprint: '0123456789abcdef0123',
      },
    ],
    facts: { digest: `d ${hidden}` },
  })
})

describe('publishable', () => {
  test('a clean text is let through as it is', () => {
    expect(publishable('all fine', redactorOf(secret))).toBe('all fine')
    expect(publishable('', redactorOf(secret))).toBe('')
  })

  test('a secret is refused, and the error does not name it', () => {
    let thrown: unknown
    try {
      publishable(`x ${secret} y`, redactorOf(secret))
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(UserError)
    const error = thrown as UserError
    expect(error.causeClass).toBe('policy')
    expect(error.message).toBe('Refused to publish: the finished text still holds a sensitive value.')
    expect(JSON.stringify([error.message, error.help, error.where, error.cause, error.stack])).not.toContain(
      secret,
    )
  })

  test('a secret is found behind the escapes of Markdown and HTML', () => {
    const written = 'p_ss*w<rd&"@x'
    const sections: Section[] = [
      { kind: 'text', rank: 0, text: ['it is ', written, ' now'] },
      { kind: 'fold', rank: 0, open: false, noun: 'x', summary: [written], sections: [] },
      { kind: 'text', rank: 0, text: ['p_ss', { strong: ['*w<rd'] }, { code: '&"@x' }] },
    ]
    for (const section of sections) {
      const { text } = toMarkdown(
        { title: '', verdict: [], tone: 'good', sections: [section], footer: [] },
        { limit: 1000 },
      )
      expect(() => publishable(text, redactorOf(written))).toThrow(UserError)
      expect(publishable(text, redactorOf('other'))).toBe(text)
    }
  })

  test('a secret put together by rendering is caught at the end', () => {
    const { text } = toMarkdown(
      redactDocument(
        { title: '', verdict: ['s3cret', '-Value'], tone: 'good', sections: [], footer: [] },
        redactorOf(secret),
      ),
      { limit: 1000 },
    )
    expect(() => publishable(text, redactorOf(secret))).toThrow(UserError)
  })

  test('is the same whether a text is searched by line or as a whole', () => {
    const between = ['', '`', '*', '**', '\\', '<b>', '</b>', '<code>', '<!-- -->', '&lt;', '\n', ' ']
    const pieces = [...between, 's3cret', '-Val', 'ue', secret]
    const oneLine = makeRedactor({ secrets: [secret], publicNames: [], patterns: [] })
    expect(oneLine.byLine).toBe(true)
    const refuses = (text: string, byLine: boolean): boolean => {
      try {
        publishable(text, { ...oneLine, byLine })
        return false
      } catch {
        return true
      }
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (chosen) => {
        const text = chosen.join('')
        expect(refuses(text, true)).toBe(refuses(text, false))
      }),
      { numRuns: 2000 },
    )
    expect(refuses('| a |\nplain\n| `s3cret`**-**&lt;`Value` |\nmore', true)).toBe(false)
    expect(refuses('| a |\nplain\n| `s3cret`**-**`Value` |\nmore', true)).toBe(true)
  })

  test('finds a secret of several lines through markup on one of them', () => {
    const key = '12\n3456\n78'
    const redactor = makeRedactor({ secrets: [key], publicNames: [], patterns: [] })
    expect(redactor.byLine).toBe(false)
    expect(() => publishable('a\n12\n34`56`\n78\nb', redactor)).toThrow(UserError)
    expect(publishable('a\n12\n34`57`\n78\nb', redactor)).toContain('57')
  })
})

describe('the last check of data', () => {
  const part: Part = {
    version: 1,
    kind: 'terraform-plan',
    subject: { key: '123456789012', name: 'net', path: 'net' },
    status: 'changed',
    verdict: { kind: 'ok' },
    counts: { add: 1 },
    headline: ['1 to add'],
    sections: [{ kind: 'text', rank: 3, text: ['the account is 210987654321'] }],
    findings: [],
    facts: { 'plan-digest': '1'.repeat(64) },
    run: { id: '123456789012', attempt: 1, sha: '2'.repeat(40) },
    seconds: 1,
  }
  const realRedactor = (secrets: readonly string[], patterns: readonly RegExp[] = []): Redactor =>
    makeRedactor({ secrets, publicNames: [], patterns })

  test('finds a secret in any text', () => {
    expect(() => refuseSecrets(part, realRedactor(['the account']))).toThrow('Refused to publish')
    expect(() => refuseSecrets(part, realRedactor([], [/\d{12}/g]))).toThrow('Refused to publish')
  })

  test('does not mistake our own words, ids and digests for one', () => {
    const clean = { ...part, sections: [] }
    for (const redactor of [
      realRedactor(['status', 'changed', 'version', 'terraform-plan']),
      realRedactor([], [/\d{12}/g, /[0-9a-f]{32}/g]),
    ]) {
      expect(() => refuseSecrets(clean, redactor)).not.toThrow()
    }
  })
})
