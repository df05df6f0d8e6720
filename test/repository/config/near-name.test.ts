import { expect, test } from '@jest/globals'
import { nearName } from '../../../src/repository/config/near-name.ts'

const KEYS = ['path', 'name', 'var-files', 'depends-on', 'extra-inputs', 'environment']

test.each([
  ['varfiles', 'var-files'],
  ['var_files', 'var-files'],
  ['VarFiles', 'var-files'],
  ['depend-on', 'depends-on'],
  ['depedns-on', 'depends-on'],
  ['enviroment', 'environment'],
  ['envrionment', 'environment'],
  ['pth', 'path'],
  ['apth', 'path'],
  ['nmae', 'name'],
  ['extra-input', 'extra-inputs'],
  ['zzzz', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s → %s', (wrong, expected) => {
  expect(nearName(wrong, KEYS)).toBe(expected)
})
