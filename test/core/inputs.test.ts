import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/core/errors.ts'
import {
  bool,
  count,
  duration,
  input,
  lines,
  oneOf,
  optional,
  readInputs,
  repoPath,
  text,
} from '../../src/core/inputs.ts'

describe('readInputs', () => {
  test('reads the runner’s variables, trims, and falls back to defaults', () => {
    const spec = {
      'working-directory': input(repoPath, { default: '.' }),
      comment: input(oneOf('update', 'off'), { default: 'update' }),
      'var-files': input(lines),
      workspace: input(optional(text)),
    }
    expect(
      readInputs(spec, {
        'INPUT_WORKING-DIRECTORY': ' infra/net/ ',
        'INPUT_VAR-FILES': 'a.tfvars\r\n\n b.tfvars ',
      }),
    ).toEqual({
      'working-directory': 'infra/net',
      comment: 'update',
      'var-files': ['a.tfvars', 'b.tfvars'],
      workspace: undefined,
    })
  })

  test('tells all faults at once', () => {
    const spec = {
      stack: input(text, { required: true }),
      collect: input(bool, { default: 'false' }),
      'destroy-warning': input(count, { default: '1' }),
      'lock-timeout': input(duration, { default: '5m' }),
      path: input(repoPath),
    }
    const env = {
      INPUT_COLLECT: 'yes',
      'INPUT_DESTROY-WARNING': '-1',
      'INPUT_LOCK-TIMEOUT': '5 min',
      INPUT_PATH: '../x',
    }
    const thrown = caught(() => readInputs(spec, env))
    expect(thrown).toBeInstanceOf(UserError)
    for (const name of ['stack', 'collect', 'destroy-warning', 'lock-timeout', 'path']) {
      expect((thrown as Error).message).toContain(`\`${name}\``)
    }
  })

  test('a long value, perhaps a pasted secret, is not repeated in the message', () => {
    const secret = 'hunter2'.repeat(20)
    const thrown = caught(() => readInputs({ collect: input(bool) }, { INPUT_COLLECT: secret }))
    expect((thrown as Error).message).not.toContain('hunter2')
  })
})

describe('repoPath', () => {
  test.each([
    ['infra', 'infra'],
    ['./infra//net/', 'infra/net'],
    ['.', '.'],
    ['a b/ü', 'a b/ü'],
    ['infra\\net', 'infra/net'],
  ])('%s → %s', (raw, path) => {
    expect(repoPath(raw)).toBe(path)
  })
  test.each(['/etc', 'C:/x', '..', 'a/../../b', 'a\0b', '\\\\server\\x'])('refuses %j', (raw) => {
    expect(() => repoPath(raw)).toThrow()
  })
})

function caught(body: () => unknown): unknown {
  try {
    body()
  } catch (thrown) {
    return thrown
  }
  throw new Error('it did not throw')
}
