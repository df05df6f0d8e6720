import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Settings } from '../../../src/repository/modules/facts.ts'
import { stateKey } from '../../../src/repository/stacks/state-key.ts'

const key = (type: string, settings: Settings, folder = 'live/a', workspace = 'default') =>
  stateKey({ type, settings }, folder, workspace)

describe('where a state is', () => {
  test.each<[string, Settings]>([
    ['s3', { bucket: 'b', key: 'k' }],
    ['gcs', { bucket: 'b' }],
    ['azurerm', { storage_account_name: 's', container_name: 'c', key: 'k' }],
    ['http', { address: 'https://example.com/state' }],
    ['consul', { path: 'p' }],
    ['pg', { schema_name: 's' }],
    ['kubernetes', { secret_suffix: 's' }],
    ['oss', { bucket: 'b' }],
    ['cos', { bucket: 'b' }],
    ['remote', { organization: 'o', 'workspaces.name': 'w' }],
    ['cloud', { organization: 'o', 'workspaces.name': 'w' }],
  ])('%s: every setting that is needed is needed, and each counts', (type, settings) => {
    const full = key(type, settings)
    expect(full).toBeDefined()
    expect(key(type, settings, 'other/folder')).toBe(full)
    for (const name of Object.keys(settings)) {
      expect(key(type, { ...settings, [name]: undefined })).toBeUndefined()
      const others: Settings = Object.fromEntries(Object.entries(settings).filter(([each]) => each !== name))
      expect(key(type, others)).toBeUndefined()
      expect(key(type, { ...settings, [name]: `${settings[name] ?? ''}-other` })).not.toBe(full)
    }
  })

  test('credentials are not in it, and make no difference', () => {
    const plain = key('http', { address: 'https://example.com/state' })
    expect(key('http', { address: 'https://me:hunter2@example.com/state', password: 'x' })).toBe(plain)
    expect(key('pg', { schema_name: 's', conn_str: 'postgres://me:hunter2@db/x' })).not.toContain('hunter2')
    expect(key('http', { address: 'https://example.com/state?token=hunter2' })).toBeUndefined()
    expect(key('s3', { bucket: 'b', key: 'k', secret_key: 'hunter2', region: 'eu' })).toBe(
      key('s3', { bucket: 'b', key: 'k' }),
    )
  })

  test('defaults are filled in', () => {
    expect(key('s3', { bucket: 'b', key: 'k', workspace_key_prefix: 'env:' }, 'a', 'w')).toBe(
      key('s3', { bucket: 'b', key: 'k' }, 'a', 'w'),
    )
    expect(key('gcs', { bucket: 'b', prefix: 'p/' })).toBe(key('gcs', { bucket: 'b', prefix: 'p' }))
    expect(key('local', { path: './terraform.tfstate' })).toBe(key('local', {}))
  })

  test('a local state is a file of a folder; what its path leads out of the repository to cannot be told', () => {
    expect(key('local', { path: '../b/terraform.tfstate' }, 'live/a')).toBe(key('local', {}, 'live/b'))
    expect(key('local', {}, 'live/a')).not.toBe(key('local', {}, 'live/b'))
    expect(key('local', { path: '../../../x' }, 'live/a')).toBeUndefined()
    expect(key('local', { path: '/x' }, 'live/a')).toBe(key('local', { path: '/x' }, 'live/b'))
    expect(key('local', { path: '/x' })).not.toBe(key('local', { path: '/y' }))
  })

  test('cloud and remote blocks lead to the same workspaces', () => {
    const named = key('cloud', { organization: 'o', 'workspaces.name': 'app-prod' })
    expect(key('remote', { organization: 'o', 'workspaces.prefix': 'app-' }, 'a', 'prod')).toBe(named)
    expect(key('cloud', { organization: 'o', 'workspaces.tags': undefined }, 'a', 'app-prod')).toBe(named)
    expect(key('cloud', { organization: 'o', 'workspaces.tags': undefined })).toBeUndefined()
    expect(key('remote', { organization: 'o' }, 'a', 'prod')).toBeUndefined()
  })

  test('workspaces are states of their own, and unknown backends none that can be told', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        const settings = { bucket: 'b', key: 'k' }
        expect(key('s3', settings, 'a', one) === key('s3', settings, 'a', other)).toBe(one === other)
      }),
    )
    expect(key('artifactory', { path: 'p' })).toBeUndefined()
    expect(key('constructor', {})).toBeUndefined()
  })
})
