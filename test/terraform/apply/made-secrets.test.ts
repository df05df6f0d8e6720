import { expect, test } from '@jest/globals'
import type { Exec, ExecResult } from '../../../src/core/ports.ts'
import { madeSecrets, withheld } from '../../../src/terraform/apply/made-secrets.ts'
import type { StackApply } from '../../../src/terraform/apply/stack-apply.ts'
import { stackIn, testPorts } from '../support.ts'
import { subject } from './support.ts'

/** Secrets that an apply makes: the plan marks them, the state alone knows them. */
const run = stackIn('/nowhere', { tool: 'terraform', path: 'terraform', version: '1.11.4', reason: 'test' })
const change = (name: string, more: object, module?: string): object => ({
  address: `${module === undefined ? '' : `${module}.`}aws_iam_access_key.${name}`,
  ...(module === undefined ? {} : { module_address: module }),
  ...{ mode: 'managed', type: 'aws_iam_access_key', name },
  change: { actions: ['create'], before: null, after: {}, ...more },
})
const KEY = { after_unknown: { id: true, secret: true }, after_sensitive: { secret: true } }

function applied(changes: readonly object[], more: Partial<StackApply> = {}): StackApply {
  return {
    ...{ stack: subject, run, stale: false, seconds: 1 },
    raw: { format_version: '1.2', resource_changes: changes },
    resources: [{ address: 'aws_iam_access_key.a', action: 'create', state: 'done' }],
    diagnostics: [{ severity: 'error', summary: 'It failed', detail: 'with quite-secret-1', line: 3 }],
    ...more,
  }
}

const instance = (attributes: object): object => ({ instances: [{ attributes }] })
const STATE = {
  version: 4,
  outputs: { hidden: { value: 'quite-secret-2', type: 'string', sensitive: true } },
  resources: [
    {
      ...{ mode: 'managed', type: 'aws_iam_access_key', name: 'a' },
      ...instance({ id: 'AKIA', secret: 'quite-secret-1', user: 'orders' }),
    },
    {
      ...{ module: 'module.m[0]', mode: 'managed', type: 'aws_iam_access_key', name: 'b' },
      ...instance({ secret: { type: 'string', value: 'quite-secret-3' }, user: 'invoices' }),
    },
  ],
}

async function asked(apply: StackApply, answer: Partial<ExecResult> | 'rejects') {
  const calls: string[] = []
  const exec: Exec = (_, args) => {
    calls.push(args.join(' '))
    if (answer === 'rejects') return Promise.reject(new Error('gone'))
    const empty = { code: 0, signal: undefined, timedOut: false, stdout: '', stderr: '' }
    return Promise.resolve({ ...empty, truncated: false, seconds: 0, ...answer })
  }
  const request = { run, apply, hidesKey: (name: string) => name === 'secret' }
  const made = await madeSecrets(request, { ...testPorts(), exec })
  return { made, calls }
}

test('are read from the state, in modules too, and nothing else is taken for one', async () => {
  const changes = [change('a', KEY), change('b', KEY, 'module.m[0]')]
  const { made, calls } = await asked(applied(changes), { stdout: JSON.stringify(STATE) })
  expect(calls).toEqual(['state pull'])
  expect(made).toMatchObject({ secrets: ['quite-secret-1', 'quite-secret-3', 'quite-secret-2'] })
})

test.each([
  ['nothing is told', applied([change('a', KEY)], { diagnostics: [] })],
  [
    'only marked outputs are',
    applied([change('a', KEY)], { diagnostics: [], outputs: { a: { value: 'x', sensitive: true } } }),
  ],
  [
    'nothing was begun',
    applied([change('a', KEY)], {
      resources: [{ address: 'a', action: 'create', state: 'not-begun' }],
    }),
  ],
  [
    'no secret was open',
    applied([change('a', { after_unknown: { id: true, secret: false }, after_sensitive: { secret: true } })]),
  ],
] as const)('the state is not asked when %s', async (_, apply) => {
  expect(await asked(apply, 'rejects')).toEqual({ made: 'none', calls: [] })
})

test.each([
  ['a map', { after_unknown: { all: { a: true } }, after_sensitive: { all: true } }],
  ['an item of a list', { after_unknown: { all: [false, true] }, after_sensitive: { all: [false, true] } }],
  ['all of it', { after_unknown: true, after_sensitive: { a: [{ b: true }] } }],
  ['what only its name tells', { after_unknown: { secret: true }, after_sensitive: {} }],
])('%s is open and secret', async (_, more) => {
  expect((await asked(applied([change('a', more)]), 'rejects')).made).toBe('unknown')
})

test.each([
  ['cannot be asked for', 'rejects'],
  ['is refused', { code: 1 }],
  ['is no state', { stdout: 'no JSON' }],
  ['is cut off', { stdout: JSON.stringify(STATE), truncated: true }],
] as const)('a state that %s: what they may stand in is withheld', async (_, answer) => {
  const apply = applied([change('a', KEY)], { outputs: { a: { value: 'quite-secret-1', sensitive: false } } })
  expect((await asked(apply, answer)).made).toBe('unknown')
  const text = JSON.stringify(withheld(apply))
  expect(text).not.toContain('quite-secret')
  expect(text).toContain('It failed')
  expect(withheld(apply).diagnostics[0]).toMatchObject({
    line: 3,
    detail: expect.stringMatching(/^Not shown/),
  })
})
