import { describe, expect, test } from '@jest/globals'
import { resourceAction } from '../../../src/terraform/plan/actions.ts'
import { deferredWords, reasonWords } from '../../../src/terraform/plan/reason-words.ts'

describe('actions', () => {
  test.each([
    [['no-op'], 'no-op'],
    [['create'], 'create'],
    [['read'], 'read'],
    [['update'], 'update'],
    [['delete'], 'delete'],
    [['delete', 'create'], 'delete-create'],
    [['create', 'delete'], 'create-delete'],
    [['forget'], 'forget'],
    [['create', 'forget'], 'create-forget'],
    [['forget', 'create'], 'create-forget'],
    [['CreateThenForget'], 'create-forget'],
    [['open'], 'open'],
    [['Open'], 'open'],
    [['open', 'close'], 'open'],
  ])('%p is %s', (actions, expected) => {
    expect(resourceAction(actions)).toBe(expected)
  })

  // borchero's zod union of action tuples failed the whole render at a new action; an empty comment was left (#107).
  test.each([
    [['migrate']],
    [['create', 'delete', 'forget']],
    [['no-op', 'no-op']],
    [[]],
    [undefined],
    [null],
    ['create'],
    [[1]],
    [['constructor']],
    [['__proto__']],
    [[['create']]],
  ])('%p is unknown: shown as a change, never as none', (actions) => {
    expect(resourceAction(actions)).toBe('unknown')
  })
})

describe('reasons', () => {
  test.each([
    'replace_because_cannot_update',
    'replace_because_tainted',
    'replace_by_request',
    'replace_by_triggers',
    'delete_because_no_resource_config',
    'delete_because_wrong_repetition',
    'delete_because_count_index',
    'delete_because_each_key',
    'delete_because_no_module',
    'delete_because_no_move_target',
    'delete_because_enabled_false',
    'read_because_config_unknown',
    'read_because_dependency_pending',
    'read_because_check_nested',
    'forgot_because_lifecycle_destroy_in_state',
    'forgot_because_lifecycle_destroy_in_config',
  ])('%s has words', (reason) => {
    expect(reasonWords(reason)).toMatch(/^[a-z].* .*[a-z)]$/)
    expect(reasonWords(reason)).not.toContain('_because_')
  })

  test.each(['replace_because_of_the_moon', 'toString', '__proto__', ''])(
    '%p is shown as it is',
    (reason) => {
      expect(reasonWords(reason)).toBe(reason)
      expect(deferredWords(reason)).toBe(reason)
    },
  )

  test.each([
    'instance_count_unknown',
    'resource_config_unknown',
    'provider_config_unknown',
    'deferred_prereq',
    'absent_prereq',
  ])('%s has words', (reason) => {
    expect(deferredWords(reason)).toMatch(/^(its|the|something) /)
  })
})
