import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  diagnosticFinding,
  redactDiagnostic,
  repositoryFile,
} from '../../src/terraform/diagnostic-finding.ts'
import type { Diagnostic } from '../../src/terraform/diagnostics.ts'

const diagnostic: Diagnostic = {
  severity: 'error',
  summary: 'Unsupported argument',
  detail: 'An argument named "zz" is not expected here.',
  context: 'module "m"',
  file: '../modules/m/main.tf',
  line: 11,
  column: 3,
  endLine: 11,
  endColumn: 5,
}
const finding = (more: Partial<Diagnostic> = {}, path = 'infra/web', name = 'web') =>
  diagnosticFinding({ ...diagnostic, ...more }, path, name)

test('a place in a local module is a place in the repository', () => {
  expect(finding()).toEqual({
    rule: 'terraform/diagnostic',
    severity: 'error',
    message: 'Unsupported argument',
    help: 'In module "m".\nAn argument named "zz" is not expected here.',
    subject: 'web',
    location: { file: 'infra/modules/m/main.tf', line: 11, column: 3, endLine: 11, endColumn: 5 },
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown as string,
  })
})

test.each([
  ['main.tf', 'infra/web', 'infra/web/main.tf'],
  ['main.tf', '', 'main.tf'],
  ['main.tf', '.', 'main.tf'],
  ['./m/main.tf', 'a', 'a/m/main.tf'],
  ['..\\m\\main.tf', 'a/b', 'a/m/main.tf'],
  ['../../../x.tf', 'a/b', undefined],
  ['/data/modules/m/main.tf', 'a', undefined],
  ['C:\\data\\x.tf', 'a', undefined],
  ['.terraform/modules/vpc/main.tf', 'a', undefined],
  ['<value for var.x>', 'a', undefined],
  ['', 'a', undefined],
])('%s in %s is %s', (file, path, expected) => {
  expect(repositoryFile(file, path)).toBe(expected)
})

test.each([
  ['.terraform/modules/vpc/modules/x/main.tf', 'In the downloaded module vpc (modules/x/main.tf, line 11).'],
  ['/data/modules/vpc/main.tf', 'In the downloaded module vpc (main.tf, line 11).'],
  ['../../../elsewhere/x.tf', 'In x.tf, line 11, outside of the repository.'],
  ['<value for var.x>', 'At <value for var.x>.'],
])('%s is named, but is no location', (file, words) => {
  const found = finding({ file }, 'a/b')
  expect(found.location).toBeUndefined()
  expect(found.help).toContain(words)
})

describe('fingerprint', () => {
  const print = (more: Partial<Diagnostic>) => finding(more).fingerprint
  test('stays when lines, ids, numbers and times differ', () => {
    expect(print({ line: 99, column: 1 })).toBe(print({}))
    const detail = (id: string, at: string) => `RequestID: ${id}, at ${at}, after 3 tries`
    expect(print({ detail: detail('7c1f0a9e-1111-4222-8333-944445555666', '2026-01-02T03:04:05Z') })).toBe(
      print({ detail: detail('00000000-1111-4222-8333-000000000000', '2027-11-12T13:14:15Z') }),
    )
  })
  test('differs for another message, argument, file, resource, stack', () => {
    const prints = [
      print({}),
      print({ summary: 'x' }),
      print({ detail: 'An argument named "yy" is not expected here.' }),
      print({ file: '../modules/n/main.tf' }),
      print({ address: 'a.b' }),
      print({ severity: 'warning' }),
      finding({}, 'infra/web', 'other').fingerprint,
    ]
    expect(new Set(prints).size).toBe(prints.length)
  })
})

test('redaction reaches all that is shown', () => {
  const redactor = {
    redact: (text: string) => text.replaceAll('hunter22', '***'),
    leaks: () => 0,
    hidesKey: () => false,
    notSearched: { short: 0, plain: 0, names: 0 },
    byLine: true,
  }
  const raw = { ...diagnostic, summary: 'hunter22', detail: 'x hunter22', address: 'a.b["hunter22"]' }
  const found = diagnosticFinding(redactDiagnostic(raw, redactor), 'a', 'web')
  expect(JSON.stringify(found)).not.toContain('hunter22')
})

test('a file of the repository never climbs out of it', () => {
  const part = fc.constantFrom('..', '.', 'a', 'b.tf', '', '.terraform', 'modules')
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.constantFrom('a', 'b')), (file, path) => {
      const found = repositoryFile(file.join('/'), path.join('/'))
      expect(found === undefined || !/^(\/|\.\.(\/|$))/.test(found)).toBe(true)
    }),
  )
})
