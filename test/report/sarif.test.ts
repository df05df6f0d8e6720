import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import type { Finding } from '../../src/report/finding.ts'
import type { Part } from '../../src/report/part.ts'
import { MAX_RESULTS, sarifOf } from '../../src/report/sarif.ts'
import { hostile } from './support/hostile.ts'

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'terraform/fmt',
  severity: 'error',
  message: 'not formatted',
  subject: 'infra',
  location: { file: 'infra/main.tf', line: 3 },
  fingerprint: 'f'.repeat(16),
  ...more,
})

const part = (findings: readonly Finding[], name = 'infra'): Part => ({
  version: 1,
  kind: 'terraform-plan',
  subject: { key: name, name, path: name },
  status: 'ok',
  verdict: { kind: 'ok' },
  counts: {},
  headline: [],
  sections: [],
  findings,
  facts: {},
  run: { id: '1', attempt: 1, sha: 'b'.repeat(40) },
  seconds: 1,
})

const of = (...findings: readonly Finding[]) => sarifOf([part(findings)], { repository: 'acme/gitops' })
const results = (...findings: readonly Finding[]) => of(...findings).runs[0].results

/** The rules of SARIF 2.1.0 (sections 3.13 to 3.30) for what we write of it, and GitHub's own, which ask for a location. */
const text = { type: 'string', minLength: 1 }
const exactly = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
const position = { type: 'integer', minimum: 1 }
const schema = exactly({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: exactly({
      tool: exactly({
        driver: exactly({
          name: { const: 'gitops-pipeline' },
          rules: {
            type: 'array',
            uniqueItems: true,
            items: exactly({ id: text, shortDescription: exactly({ text }) }),
          },
        }),
      }),
      automationDetails: exactly({ id: text }),
      columnKind: { const: 'utf16CodeUnits' },
      originalUriBaseIds: exactly({ '%SRCROOT%': exactly({ description: exactly({ text }) }) }),
      results: {
        type: 'array',
        maxItems: 25_000,
        items: exactly({
          ruleId: text,
          ruleIndex: { type: 'integer', minimum: 0 },
          level: { enum: ['error', 'warning', 'note'] },
          message: exactly({ text }),
          locations: {
            type: 'array',
            minItems: 1,
            items: exactly({
              physicalLocation: exactly(
                {
                  artifactLocation: exactly({
                    // A relative reference: no scheme, no authority, nothing that leaves the root.
                    uri: { type: 'string', pattern: "^(?!\\.\\.?/)(?:[A-Za-z0-9_.!~*'()/-]|%[0-9A-F]{2})+$" },
                    uriBaseId: { const: '%SRCROOT%' },
                  }),
                  region: exactly(
                    { startLine: position, startColumn: position, endLine: position, endColumn: position },
                    ['startColumn', 'endLine', 'endColumn'],
                  ),
                },
                ['region'],
              ),
            }),
          },
          partialFingerprints: { type: 'object', additionalProperties: text },
          properties: exactly({ subject: { type: 'string' } }),
        }),
      },
    }),
  },
})
const validate = new Ajv({ strict: false }).compile(schema)
const check = (value: unknown): void => {
  validate(value)
  expect(validate.errors ?? []).toEqual([])
}

test('a finding as a result', () => {
  const log = of(
    finding({
      help: 'run terraform fmt',
      location: { file: 'infra/main.tf', line: 3, column: 1, endLine: 4, endColumn: 2 },
    }),
  )
  check(log)
  expect(log.runs[0].results).toEqual([
    {
      ruleId: 'terraform/fmt',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'not formatted\n\nrun terraform fmt' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'infra/main.tf', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 1, endLine: 4, endColumn: 2 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
        'gitopsPipeline/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      properties: { subject: 'infra' },
    },
  ])
})

test('a finding keeps its fingerprint when it moves, and another one has another', () => {
  const print = (more: Partial<Finding>): unknown => results(finding(more))[0]?.partialFingerprints
  expect(print({ location: { file: 'infra/main.tf', line: 90 } })).toEqual(print({}))
  expect(print({ fingerprint: 'e'.repeat(16) })).not.toEqual(print({}))
})

test('what is about no file has the folder as its place: without one GitHub shows nothing', () => {
  const { rule, severity, message, subject, fingerprint } = finding()
  expect(
    results({ rule, severity, message, subject, fingerprint })[0]?.locations[0].physicalLocation,
  ).toEqual({
    artifactLocation: { uri: 'infra', uriBaseId: '%SRCROOT%' },
  })
})

test.each([
  ['infra/a b#c?.tf', 'infra/a%20b%23c%3F.tf'],
  ['../../etc/passwd', 'etc/passwd'],
  ['/abs/main.tf', 'abs/main.tf'],
  ['C:/x', 'C%3A/x'],
  ['https://evil.example/x', 'https%3A/evil.example/x'],
  ['한글/main.tf', '%ED%95%9C%EA%B8%80/main.tf'],
  ['', '.'],
])('%j as a place: %s', (file, uri) => {
  const [result] = results(finding({ location: { file } }))
  expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
  check(of(finding({ location: { file } })))
})

test('warnings and notices, rules in order, the worst first', () => {
  const log = of(
    finding({ rule: 'b', severity: 'notice', fingerprint: 'n' }),
    finding({ rule: 'a', severity: 'warning' }),
    finding({ rule: 'b' }),
  )
  check(log)
  const [run] = log.runs
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(run.results.map(({ level, ruleIndex }) => [level, run.tool.driver.rules[ruleIndex]?.id])).toEqual([
    ['error', 'b'],
    ['warning', 'a'],
    ['note', 'b'],
  ])
})

test('the same finding with two severities: the worse one', () => {
  expect(results(finding({ severity: 'notice' }), finding()).map(({ level }) => level)).toEqual(['error'])
})

test('the same finding of two jobs counts once; more than GitHub takes is cut', () => {
  expect(sarifOf([part([finding()]), part([finding()])], { repository: 'a/b' }).runs[0].results).toHaveLength(
    1,
  )
  const many = Array.from({ length: MAX_RESULTS + 5 }, (_, index) =>
    finding({ fingerprint: String(index), severity: 'notice' }),
  )
  const cut = results(...many, finding({ message: 'the one that matters' }))
  expect(cut).toHaveLength(MAX_RESULTS)
  expect(cut[0]?.message.text).toBe('the one that matters')
})

test('any texts: valid, and nothing unseen in them', () => {
  fc.assert(
    fc.property(
      hostile,
      hostile,
      hostile,
      fc.integer({ min: 1 }),
      fc.integer({ min: 1 }),
      (message, file, rule, line, column) => {
        const log = of(
          finding({
            message,
            rule: rule === '' ? 'x' : rule,
            subject: message,
            location: { file, line, column, endLine: column, endColumn: line },
          }),
        )
        check(JSON.parse(JSON.stringify(log)))
        expect(JSON.stringify(log)).not.toMatch(/\\u001b|\\u0000|\u202e/)
      },
    ),
    { numRuns: 300 },
  )
})
