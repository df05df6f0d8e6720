import { expect, test } from '@jest/globals'
import { stackKey, stackSubject, type StackIdentity } from '../../src/terraform/stack-key.ts'

const key = (more: Partial<StackIdentity> = {}): string => stackKey({ path: 'infra/app', ...more })

test('a plain stack is its folder and workspace', () => {
  expect(key()).toBe('["infra/app",""]')
  expect(key({ workspace: 'prod' })).toBe('["infra/app","prod"]')
  expect(stackSubject({ path: 'a', workspace: '' })).toEqual({ key: '["a",""]', name: 'a', path: 'a' })
})

test('other plans of the folder have other keys', () => {
  const keys = [
    key(),
    key({ varFiles: ['prod.tfvars'] }),
    key({ varFiles: ['dev.tfvars'] }),
    key({ backendConfig: ['prod.hcl'] }),
    key({ backendConfig: ['key=prod.tfstate'] }),
    key({ backendConfig: ['key=dev.tfstate'] }),
    key({ planArgs: ['-target=a.b'] }),
    key({ planArgs: ['-target=a.c'] }),
    key({ planArgs: ['-destroy'] }),
    key({ planArgs: ['-var=a=1'] }),
    key({ planArgs: ['-var=b=1'] }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test.each<[string, Partial<StackIdentity>, Partial<StackIdentity>]>([
  ['-var=name=value', { planArgs: ['-var=pin=1234'] }, { planArgs: ['-var=pin=9999'] }],
  ['-var name=value', { planArgs: ['-var', 'pin=1234'] }, { planArgs: ['-var', 'pin=9999'] }],
  ['--var=name=value', { planArgs: ['--var=pin=12\n34'] }, { planArgs: ['--var=pin=99'] }],
  ['backend-config', { backendConfig: ['access_key=AAAA'] }, { backendConfig: ['access_key=BBBB'] }],
  ['backend-config with blanks', { backendConfig: ['token = "A"'] }, { backendConfig: ['token = "B"'] }],
])('a value that may be secret cannot be guessed from the public key: %s', (_, one, other) => {
  expect(key(one)).toBe(key(other))
})
