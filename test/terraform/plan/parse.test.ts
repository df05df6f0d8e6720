import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../src/core/errors.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import { fixtureText } from './support.ts'

function failure(text: string): UserError {
  try {
    parsePlanJson(text)
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown
    throw thrown
  }
  throw new Error('it was accepted')
}

const plan = (version: unknown): string => JSON.stringify({ format_version: version, planned_values: {} })

describe('a plan', () => {
  test.each(['every-kind', 'no-changes', 'output-only'])('of a real terraform is accepted: %s', (name) => {
    expect(parsePlanJson(fixtureText(name)).format_version).toBe('1.2')
  })

  test.each(['0.1', '0.2', '1.0', '1.2', '1.999', '1'])('of format %s is accepted', (version) => {
    expect(parsePlanJson(plan(version)).format_version).toBe(version)
  })

  test('may start with a byte order mark', () => {
    expect(parsePlanJson(`\ufeff${plan('1.2')}`).format_version).toBe('1.2')
  })

  test('may hold keys that are not known', () => {
    const text = JSON.stringify({ format_version: '1.7', resource_changes: [], new_part: { a: 1 } })
    expect(parsePlanJson(text).resource_changes).toEqual([])
  })

  test.each(['2.0', '10.1', '3'])('of a newer major format is refused: %s', (version) => {
    const error = failure(plan(version))
    expect(error.message).toBe(`The plan JSON has format ${version}; this version reads formats 0.x and 1.x.`)
    expect(error.help).toMatch(/Update this action/)
  })

  test.each([[undefined], [null]])('without a format version is refused: %p', (version) => {
    expect(failure(plan(version)).message).toMatch(/no `format_version`/)
  })

  test.each([[1.2], ['one'], ['1.x'], [{}], ['1.2 hunter2']])(
    'with an odd format version is refused: %p',
    (version) => {
      expect(failure(plan(version)).message).toBe('The `format_version` of this JSON is not a version.')
    },
  )

  test.each(['resource_changes', 'resource_drift', 'deferred_changes', 'checks'])(
    'whose %s is not a list is refused and not read as "no changes"',
    (key) => {
      const text = JSON.stringify({ format_version: '1.2', planned_values: {}, [key]: { a: 1 } })
      expect(failure(text).message).toBe(`The plan JSON is damaged: \`${key}\` is not a list.`)
    },
  )

  test('whose outputs are not an object is refused', () => {
    const text = JSON.stringify({ format_version: '1.2', planned_values: {}, output_changes: [] })
    expect(failure(text).message).toMatch(/`output_changes` is not an object/)
  })
})

describe('what is no plan is named', () => {
  const cases: [string, string, RegExp][] = [
    ['nothing', '', /is empty/],
    ['blanks', ' \n\t', /is empty/],
    ['an array', '[1]', /a JSON array/],
    ['a string', '"x"', /a single JSON value/],
    ['null', 'null', /a single JSON value/],
    [
      'a state from show -json',
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}',
      /JSON of a state/,
    ],
    ['show -json with no state at all', '{"format_version":"1.0"}', /an empty state/],
    ['a state file', '{"version":4,"serial":3,"lineage":"x","outputs":{},"resources":[]}', /a state file/],
    [
      'validate -json',
      '{"format_version":"1.0","valid":true,"error_count":0,"warning_count":0,"diagnostics":[]}',
      /validate -json/,
    ],
    ['providers schema', '{"format_version":"1.0","provider_schemas":{}}', /providers schema -json/],
    ['version', '{"terraform_version":"1.11.4","platform":"x","provider_selections":{}}', /version -json/],
    ['output', '{"a":{"sensitive":false,"type":"string","value":"x"}}', /output -json/],
    [
      'one event',
      '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}',
      /the log of `plan -json`/,
    ],
    [
      'an event stream',
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info","@message":"Plan: 1 to add"}\n',
      /the log of `plan -json`/,
    ],
    ['terragrunt run --all', `${plan('1.2')}\n${plan('1.2')}\n`, /several JSON documents/],
    ['the text of a plan', 'Terraform used the selected providers to generate …', /the plan as text/],
    ['a saved plan', 'PK\u0003\u0004\u0014\u0000', /a saved plan \(binary\)/],
    ['UTF-16', '{\u0000"\u0000f\u0000', /UTF-16/],
    [
      'the setup-terraform wrapper',
      `[command]/bin/terraform show -json\n${plan('1.2')}`,
      /setup-terraform wrapper/,
    ],
    ['other text', 'hello', /This is not JSON/],
  ]
  test.each(cases)('%s', (_name, text, message) => {
    const error = failure(text)
    expect(error.message).toMatch(message)
    expect(error.help).toMatch(/\S/)
    expect(error.causeClass).toBe('config')
  })

  test('cut off at any place', () => {
    const text = fixtureText('move-only').trim()
    for (let length = 1; length < text.length; length += 7) {
      expect(failure(text.slice(0, length)).message).toBe(
        `The plan JSON is cut off after ${length} characters.`,
      )
    }
  })

  test('a mistake in the middle gets its place', () => {
    expect(failure('{"a": 1,\n "b" 2}').message).toBe('This is not JSON (line 2, column 6).')
  })
})

test('no message, help or cause quotes the file: it may hold secrets', () => {
  const secret = 'hunter2secret'
  const texts = [
    secret,
    `"${secret}"`,
    `{"${secret}": "${secret}`,
    `{"a": "${secret}" ${secret}}`,
    `{"format_version": "${secret}", "planned_values": {}}`,
    `{"format_version": ["${secret}"], "planned_values": {}}`,
    `{"format_version": "1.0", "values": "${secret}"}`,
    `{"format_version": "1.2", "resource_changes": "${secret}"}`,
    `[command]${secret}`,
  ]
  for (const text of texts) {
    const error = failure(text)
    expect(`${error.message}${error.help ?? ''}${String(error.cause)}${error.where ?? ''}`).not.toContain(
      'hunter2',
    )
  }
})
