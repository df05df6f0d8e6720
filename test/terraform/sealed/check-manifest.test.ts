import { expect, test } from '@jest/globals'
import { checkManifest, type ExpectedSeal } from '../../../src/terraform/sealed/check-manifest.ts'
import type { SealManifest } from '../../../src/terraform/sealed/sealed-plan.ts'
import { manifestOf } from './support.ts'

const expected: ExpectedSeal = {
  repository: 'acme/infra',
  key: '["infra/a","prod"]',
  inputsHash: 'a'.repeat(64),
  tool: { name: 'terraform', version: '1.11.4' },
  destroy: false,
  run: { id: '123', attempt: 2, headSha: 'c'.repeat(40), event: 'pull_request' },
  pull: 7,
}

test('as expected', () => {
  expect(checkManifest(manifestOf(), expected)).toEqual([])
  expect(checkManifest(manifestOf({ repository: 'Acme/Infra' }), expected)).toEqual([])
})

test('what is not known yet is not compared', () => {
  const { repository, key, inputsHash, destroy } = expected
  const other = manifestOf({ tool: { name: 'tofu', version: '1.0.0' }, pull: 8, event: 'push' })
  expect(checkManifest(other, { repository, key, inputsHash, destroy })).toEqual([])
})

test.each<[string, Partial<SealManifest>, string, string]>([
  ['another repository', { repository: 'evil/infra' }, 'origin', 'evil/infra, not acme/infra'],
  [
    'another stack',
    { stack: { key: 'x', name: 'infra/b', path: 'infra/b' } },
    'origin',
    'another stack, infra/b',
  ],
  ['another pull request', { pull: 8 }, 'origin', 'pull request 8, not 7'],
  ['another event', { event: 'push' }, 'origin', 'the event push, not pull_request'],
  ['another run', { run: { id: '9', attempt: 1, sha: 'c'.repeat(40) } }, 'origin', 'run 9, not 123'],
  ['another commit', { run: { id: '123', attempt: 1, sha: 'd'.repeat(40) } }, 'origin', 'the commit dddd'],
  [
    'an attempt that was never made',
    { run: { id: '123', attempt: 3, sha: 'c'.repeat(40) } },
    'origin',
    'attempt 3',
  ],
  ['other files', { inputsHash: 'b'.repeat(64) }, 'inputs', 'was bbbbbbbbbbbbbbbb, and is aaaaaaaaaaaaaaaa'],
  [
    'another tool',
    { tool: { name: 'tofu', version: '1.11.4' } },
    'tool',
    'by tofu 1.11.4, and terraform 1.11.4',
  ],
  ['another version', { tool: { name: 'terraform', version: '1.11.5' } }, 'tool', 'terraform 1.11.5'],
  ['a plan that destroys', { destroy: true }, 'destroys', 'destroys all'],
])('%s', (_, change, code, reason) => {
  expect(checkManifest(manifestOf(change), expected)).toEqual([
    { code, reason: expect.stringContaining(reason), help: expect.stringMatching(/\.$/) },
  ])
})

test('an ordinary plan where one that destroys is expected', () => {
  expect(checkManifest(manifestOf(), { ...expected, destroy: true })).toMatchObject([{ code: 'inputs' }])
})

test('all that differs is told, the origin first', () => {
  const other = manifestOf({ repository: 'evil/infra', inputsHash: 'b'.repeat(64), pull: 9, destroy: true })
  const found = checkManifest({ ...other, tool: { name: 'tofu', version: '1.0.0' } }, expected)
  expect(found.map(({ code }) => code)).toEqual(['origin', 'inputs', 'tool', 'destroys'])
  expect(found[0]?.reason).toContain('pull request 9')
})
