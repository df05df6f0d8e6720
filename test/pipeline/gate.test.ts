import { describe, expect, test } from '@jest/globals'
import { exitCode } from '../../src/pipeline/exit-code.ts'
import { gate } from '../../src/pipeline/gate.ts'
import type { Part, Verdict } from '../../src/report/part.ts'

const part = (name: string, verdict: Verdict): Part => ({
  version: 1,
  kind: 'terraform-plan',
  subject: { key: name, name, path: name },
  status: verdict.kind === 'ok' ? 'ok' : verdict.kind === 'waiting' ? 'partial' : 'failed',
  verdict,
  counts: {},
  headline: [],
  sections: [],
  findings: [],
  facts: {},
  run: { id: '1', attempt: 1, sha: '' },
  seconds: 0,
})
const auth: Verdict = { kind: 'failed', reason: 'no credentials', cause: 'auth' }

describe('gate', () => {
  test('all ok is green', () => {
    expect(gate([part('a', { kind: 'ok' })], { fork: false, forkPolicy: 'fail' }).failure).toBeUndefined()
  })

  test('nothing judged is red', () => {
    expect(gate([], { fork: false, forkPolicy: 'notice' }).failure).toContain('no stacks were found')
  })

  test('what could not be told is red', () => {
    const { failure } = gate([part('a', { kind: 'unknown', reason: 'no plan' })], {
      fork: false,
      forkPolicy: 'notice',
    })
    expect(failure).toContain('no plan')
  })

  test('what waits for another stack is neither red nor silent, and excuses nobody else', () => {
    const waiting = part('b', { kind: 'waiting', reason: 'waits for a', on: ['a'] })
    const options = { fork: false, forkPolicy: 'fail' } as const
    const seen = gate([part('a', { kind: 'ok' }), waiting], options)
    expect(seen).toMatchObject({ notices: ['b waits for a: there is no plan of it yet.'] })
    expect(seen.failure).toBeUndefined()
    expect(gate([waiting], options).failure).toBeUndefined()
    const broken = part('c', { kind: 'failed', reason: 'syntax', cause: 'config' })
    expect(gate([waiting, broken], options).failure).toBe('c: syntax (config)')
    expect(exitCode([waiting])).toBe('2')
    expect(exitCode([part('a', { kind: 'ok' }), waiting])).toBe('2')
    expect(exitCode([waiting, broken])).toBe('1')
  })

  test('several failures are all named', () => {
    const { failure } = gate([part('a', auth), part('b', auth), part('c', { kind: 'ok' })], {
      fork: false,
      forkPolicy: 'fail',
    })
    expect(failure).toBe('2 stacks failed: a, b')
  })

  test('a fork without credentials is red with the cause policy', () => {
    const seen = gate([part('a', auth)], { fork: true, forkPolicy: 'fail' })
    expect(seen.failure).toContain('(policy)')
    expect(seen.parts[0]?.verdict).toMatchObject({ kind: 'failed', cause: 'policy' })
  })

  test('… and green with a notice where the owner said so, but only for that cause', () => {
    const seen = gate([part('a', auth)], { fork: true, forkPolicy: 'notice' })
    expect(seen.failure).toBeUndefined()
    expect(seen.notices).toHaveLength(1)
    const broken = part('b', { kind: 'failed', reason: 'syntax', cause: 'config' })
    expect(gate([broken], { fork: true, forkPolicy: 'notice' }).failure).toContain('syntax')
  })

  test('… and not where the code is wrong all the same: that needs no credentials to be seen', () => {
    const fault = {
      rule: 'terraform/validate',
      severity: 'error' as const,
      message: 'Reference to undeclared resource',
      subject: 'a',
      fingerprint: 'x',
    }
    const broken = { ...part('a', auth), findings: [fault] }
    for (const forkPolicy of ['fail', 'notice'] as const) {
      const seen = gate([broken], { fork: true, forkPolicy })
      expect(seen.failure).toBe('a: Reference to undeclared resource (config)')
      expect(seen.notices).toEqual([])
    }
    // The error of the plan itself is what is excused, and no error among the annotations of a green step.
    const lacking = {
      ...part('a', auth),
      findings: [{ ...fault, rule: 'terraform/diagnostic', message: 'No valid credential sources found' }],
    }
    const seen = gate([lacking], { fork: true, forkPolicy: 'notice' })
    expect(seen.failure).toBeUndefined()
    expect(seen.parts[0]?.findings.map(({ severity }) => severity)).toEqual(['notice'])
  })

  test('a policy of the organization is none of these: red on any pull request', () => {
    const refused = part('a', { kind: 'failed', reason: 'a policy check failed', cause: 'policy' })
    for (const fork of [false, true]) {
      expect(gate([refused], { fork, forkPolicy: 'notice' }).failure).toContain('a policy check failed')
    }
  })

  test.each([
    ['an error of the code beside it', 'Invalid for_each argument'],
    ['an error whose words the author chose', 'Resource precondition failed AccessDenied to your bad code'],
  ])('… and never excuses %s', (_, message) => {
    const errors = ['No valid credential sources found', message].map((text) => ({
      rule: 'terraform/diagnostic',
      severity: 'error' as const,
      message: text,
      subject: 'a',
      fingerprint: text,
    }))
    const seen = gate([{ ...part('a', auth), findings: errors }], { fork: true, forkPolicy: 'notice' })
    expect(seen.failure).toContain('a: ')
  })

  test('without a fork, missing credentials are red whatever the policy', () => {
    expect(gate([part('a', auth)], { fork: false, forkPolicy: 'notice' }).failure).toContain('(auth)')
  })
})
