import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/core/errors.ts'
import { checkStackRun, toolEnv, wantedWorkspace } from '../../src/terraform/stack-run.ts'
import { stackIn } from './support.ts'

const binary = { tool: 'terraform', path: '/bin/terraform', version: '1.11.4', reason: 'test' } as const
const stack = stackIn('/stack', binary)

describe('arguments of the user', () => {
  test.each([
    ['-out=x'],
    ['--out=x'],
    ['-out', 'x'],
    ['-json'],
    ['-json-into=x'],
    ['-input=true'],
    ['-chdir=..'],
    ['-detailed-exitcode=false'],
    ['-lock-timeout=1s'],
    ['-help'],
    ['-h'],
    ['extra'],
    ['-target=a.b', 'extra'],
    ['-refresh=false', '--', 'x'],
    ['-var=a=\u0000'],
    [''],
  ])('plan-args %j %j are refused', (...planArgs) => {
    expect(() => checkStackRun({ ...stack, planArgs })).toThrow(UserError)
    expect(() => checkStackRun({ ...stack, planArgs })).toThrow('plan-args')
  })

  test.each([
    ['-backend=false'],
    ['-cloud=false'],
    ['-migrate-state'],
    ['-force-copy'],
    ['-from-module=x'],
    ['-json'],
  ])('init-args %j are refused', (...initArgs) => {
    expect(() => checkStackRun({ ...stack, initArgs })).toThrow('init-args')
  })

  test('others are taken', () => {
    const planArgs = [
      '-target',
      'aws_instance.a["x"]',
      '-var',
      'a=b c',
      '-var=x=$(y)',
      '-lock=false',
      '-refresh-only',
      '-parallelism=5',
      '-destroy',
    ]
    expect(() =>
      checkStackRun({ ...stack, planArgs, initArgs: ['-upgrade', '-lockfile=readonly'] }),
    ).not.toThrow()
  })

  test('all faults at once, and no value of the user in the message', () => {
    const bad = {
      ...stack,
      planArgs: ['-out=hunter2', 'hunter2'],
      initArgs: ['-json'],
      lockTimeout: 'soon',
      workspace: 'a b',
    }
    let message = ''
    try {
      checkStackRun(bad)
    } catch (thrown) {
      message = thrown instanceof UserError ? thrown.message : ''
    }
    expect(message.split('; ')).toHaveLength(5)
    expect(message).not.toContain('hunter2')
  })

  test.each(['5m', '90s', '0s', '1h30m', '1.5m', '500ms'])('lock-timeout %s', (lockTimeout) => {
    expect(() => checkStackRun({ ...stack, lockTimeout })).not.toThrow()
  })
  test.each(['', '5', 'm', '5 m', '-5m', '5m; rm', '0'])('lock-timeout %j is refused', (lockTimeout) => {
    expect(() => checkStackRun({ ...stack, lockTimeout })).toThrow('lock-timeout')
  })
})

describe('environment', () => {
  test('is what is given, and what a pipeline needs', () => {
    const env = toolEnv({
      ...stack,
      env: { A: 'b', TF_WORKSPACE: 'x', TF_INPUT: '1' },
      dataDir: '/d',
      pluginCacheDir: '/c',
    })
    expect(env).toEqual({
      A: 'b',
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
      TF_DATA_DIR: '/d',
      TF_PLUGIN_CACHE_DIR: '/c',
    })
    expect(toolEnv(stack, 'prod')['TF_WORKSPACE']).toBe('prod')
  })

  test('the workspace asked for', () => {
    expect(wantedWorkspace(stack)).toBeUndefined()
    expect(wantedWorkspace({ ...stack, env: { TF_WORKSPACE: '' } })).toBeUndefined()
    expect(wantedWorkspace({ ...stack, env: { TF_WORKSPACE: 'a' } })).toBe('a')
    expect(wantedWorkspace({ ...stack, workspace: 'b', env: { TF_WORKSPACE: 'a' } })).toBe('b')
  })
})
