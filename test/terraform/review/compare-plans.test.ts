import { describe, expect, test } from '@jest/globals'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { RawPlan } from '../../../src/terraform/plan/raw.ts'
import { comparePlans } from '../../../src/terraform/review/compare-plans.ts'
import { reviewedPlan } from '../../../src/terraform/review/review-plan.ts'
import { differ, differWords, planOf, planWith, recordOf, salt, update } from './support.ts'

describe('what a plan does', () => {
  test('a resource that appeared, vanished, or is done something else to', () => {
    const create = planWith({ actions: ['create'], before: null, after: { a: 1 } })
    const destroy = planWith({ actions: ['delete'], before: { a: 1 }, after: null })
    expect(differWords(planOf({}), create)).toEqual(['appeared aws_thing.a'])
    expect(differWords(create, planOf({}))).toEqual(['vanished aws_thing.a'])
    expect(differ(create, destroy)).toEqual([
      {
        address: 'aws_thing.a',
        kind: 'actions',
        attributes: [],
        destroys: true,
        text: 'It was to be created in the reviewed plan, and is to be destroyed now.',
      },
    ])
  })

  test('the order of a replacement counts', () => {
    const change = { before: { a: 1 }, after: { a: 2 } }
    const first = planWith({ ...change, actions: ['delete', 'create'] })
    const second = planWith({ ...change, actions: ['create', 'delete'] })
    expect(differ(first, second)[0]?.text).toBe(
      'It was to be replaced (destroyed first) in the reviewed plan, and is to be replaced (created first) now.',
    )
  })

  test('an action that nobody knows is a change, and one of another name another', () => {
    const odd = (name: string) => planWith({ actions: [name], before: { a: 1 }, after: { a: 1 } })
    expect(recordOf(odd('frobnicate')).changes).toHaveLength(1)
    expect(differWords(planOf({}), odd('frobnicate'))).toEqual(['appeared aws_thing.a'])
    expect(differWords(odd('frobnicate'), odd('twist'))).toEqual(['actions aws_thing.a'])
  })

  test('no-ops are left out, moves, imports and what is forgotten are not', () => {
    const still = { actions: ['no-op'], before: { id: 'i', a: 1 }, after: { id: 'i', a: 1 } }
    expect(recordOf(planWith(still)).changes).toEqual([])
    const moved = (from: string) => planWith(still, { previous_address: from })
    expect(recordOf(moved('aws_thing.old')).changes).toEqual([
      {
        address: 'aws_thing.a',
        previousAddress: 'aws_thing.old',
        actions: ['no-op'],
        means: expect.stringMatching(/^[0-9a-f]{64}$/),
        before: { id: 'i' },
        after: { id: 'i' },
      },
    ])
    expect(differ(moved('aws_thing.old'), moved('aws_thing.other'))[0]?.text).toBe(
      'It was to be moved (moved from aws_thing.old) in the reviewed plan, and is to be moved (moved from aws_thing.other) now.',
    )
    const imported = (id: string) => planWith({ ...still, importing: { id } })
    expect(differWords(imported('i-1'), imported('i-1'))).toEqual([])
    expect(differ(imported('i-1'), imported('i-2'))[0]?.text).toBe(
      'It is imported from another object than in the reviewed plan.',
    )
    const forgotten = (id: string, a: number) =>
      planWith({ actions: ['forget'], before: { id, a }, after: null })
    expect(differWords(forgotten('i', 1), forgotten('i', 2))).toEqual([])
    expect(differWords(forgotten('i', 1), forgotten('j', 1))).toEqual(['values aws_thing.a: id'])
  })

  test('a deposed object is not the current one', () => {
    const current = planWith({ actions: ['delete'], before: { id: 'i' }, after: null })
    const deposed = planWith(
      { actions: ['delete'], before: { id: 'i' }, after: null },
      { deposed: '0a1b2c3d' },
    )
    expect(differWords(current, deposed)).toEqual([
      'vanished aws_thing.a',
      'appeared aws_thing.a (deposed object 0a1b2c3d)',
    ])
  })

  test('actions that a plan invokes count with what they are given', () => {
    const invocation = (count: number, event: string) =>
      planOf({
        action_invocations: [
          {
            address: 'action.aws_lambda_invoke.a',
            config_values: { count, password: 'hunter2' },
            config_sensitive: { password: true },
            lifecycle_action_trigger: { triggering_resource_address: 'x.y', action_trigger_event: event },
          },
        ],
      })
    const first = invocation(1, 'AfterCreate')
    expect(JSON.stringify(recordOf(first))).not.toContain('hunter2')
    expect(differWords(first, invocation(1, 'AfterCreate'))).toEqual([])
    expect(differWords(planOf({}), first)).toEqual(['appeared action.aws_lambda_invoke.a'])
    expect(differWords(first, invocation(2, 'AfterCreate'))).toEqual([
      'values action.aws_lambda_invoke.a: values.count',
    ])
    expect(differWords(first, invocation(1, 'BeforeUpdate'))).toEqual([
      'values action.aws_lambda_invoke.a: invocation.lifecycle_action_trigger.action_trigger_event',
    ])
  })

  test('outputs: new, gone, other values', () => {
    const output = (after: string) =>
      planOf({ output_changes: { url: { actions: ['update'], before: 'a', after, after_unknown: false } } })
    expect(differWords(output('b'), output('b'))).toEqual([])
    expect(differWords(output('b'), output('c'))).toEqual(['values output.url: url'])
    expect(differWords(planOf({}), output('c'))).toEqual(['appeared output.url'])
  })

  test('the second of two entries of one address counts as well', () => {
    const two = (second: number): RawPlan => {
      const [one] = update({ a: 1 }, { a: 2 }).resource_changes ?? []
      const [other] = update({ a: 1 }, { a: second }).resource_changes ?? []
      return planOf({ resource_changes: [one ?? {}, other ?? {}] })
    }
    expect(differWords(two(3), two(3))).toEqual([])
    expect(differWords(two(3), two(4))).toEqual(['values aws_thing.a: a'])
    expect(differWords(update({ a: 1 }, { a: 2 }), two(3))).toEqual(['appeared aws_thing.a'])
  })
})

describe('what is no difference', () => {
  test('attributes that neither plan changes', () => {
    const before = {
      id: 'i-1',
      etag: 'v1',
      modified_at: '2025-01-01T00:00:00Z',
      size: 1,
      tags: { a: 'x', b: 'y' },
    }
    const later = { ...before, etag: 'v2', modified_at: '2025-06-01T00:00:00Z', tags: { a: 'z', b: 'y' } }
    const plan = (state: typeof before) =>
      update(state, { ...state, size: 2, tags: { ...state.tags, b: 'new' } })
    expect(differWords(plan(before), plan(later))).toEqual([])
  })

  test('drift, prior state, read data, checks, reasons, times and versions', () => {
    const change = { actions: ['delete', 'create'], before: { a: 1 }, after: { a: 2 } }
    const now: RawPlan = {
      ...planWith({ ...change, replace_paths: [['a']] }, { action_reason: 'replace_because_tainted' }),
      terraform_version: '1.99.0',
      timestamp: '2026-01-01T00:00:00Z',
      prior_state: { values: { root_module: { resources: [{ values: { a: 9 } }] } } },
      resource_drift: [
        { address: 'x.y', change: { actions: ['update'], before: { a: 1 }, after: { a: 2 } } },
      ],
      relevant_attributes: [{ resource: 'x.y', attribute: ['a'] }],
      checks: [{ address: { to_display: 'check.a', kind: 'check' }, status: 'fail' }],
    }
    expect(differ(planWith(change), now)).toEqual([])
  })

  test('the spelling of a number', () => {
    const plan = (number: string) =>
      parsePlanJson(
        `{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":["update"],"before":{"n":0},"after":{"n":${number}}}}]}`,
      )
    for (const [one, other] of [
      ['1', '1.0'],
      ['1e2', '100'],
      ['9007199254740993', '9007199254740993.0'],
      ['9007199254740993', '9.007199254740993e15'],
      ['0.1234567890123456789', '1.234567890123456789e-1'],
    ] as const) {
      expect([one, other, differWords(plan(one), plan(other))]).toEqual([one, other, []])
    }
    for (const [one, other] of [
      ['9007199254740993', '9007199254740992'],
      ['9007199254740993', '9007199254740994'],
      ['9007199254740993', '90071992547409930'],
      ['1e400', '1e401'],
      ['1', '-1'],
    ] as const) {
      expect([one, other, differWords(plan(one), plan(other))]).toEqual([one, other, ['values a.b: n']])
    }
  })
})

describe('values', () => {
  test('another planned value, shown with both', () => {
    const [found] = differ(update({ size: 1 }, { size: 2 }), update({ size: 1 }, { size: 3 }))
    expect(found).toEqual({
      address: 'aws_thing.a',
      kind: 'values',
      attributes: ['size'],
      destroys: false,
      text: 'Planned otherwise than reviewed: size.',
      changes: [
        {
          path: 'size',
          action: 'change',
          before: { kind: 'value', text: '2' },
          after: { kind: 'value', text: '3' },
          forcesReplacement: false,
        },
      ],
    })
  })

  test('null is a value, and not the same as none', () => {
    const create = (after: Record<string, null>) => planWith({ actions: ['create'], before: null, after })
    expect(differWords(create({ a: null }), create({}))).toEqual(['values aws_thing.a: a'])
    expect(
      differWords(update({ a: 1, b: 1 }, { a: null, b: 1 }), update({ a: 1, b: 1 }, { a: 1, b: null })),
    ).toEqual(['values aws_thing.a: a, b'])
  })

  test('what a planned value takes the place of', () => {
    const [found] = differ(update({ size: 1 }, { size: 2 }), update({ size: 5 }, { size: 2 }))
    expect(found?.text).toBe('No longer as it was at review, before the change: size.')
    expect(found?.changes?.map(({ path }) => path)).toEqual(['size (before the change)'])
  })

  test('the same change of another object', () => {
    const plan = (id: string) => update({ id, size: 1 }, { id, size: 2 })
    expect(differWords(plan('i-1'), plan('i-2'))).toEqual(['values aws_thing.a: id'])
    const identified = (account_id: string) =>
      update({ size: 1 }, { size: 2 }, { before_identity: { account_id, bucket: 'b' } })
    expect(differWords(identified('1'), identified('2'))).toEqual(['values aws_thing.a: identity.account_id'])
    expect(differWords(identified('1'), identified('1'))).toEqual([])
  })

  test('a change that is made no more, or that is new', () => {
    const one = update({ a: 1, b: 1 }, { a: 2, b: 1 })
    const two = update({ a: 1, b: 1 }, { a: 2, b: 2 })
    expect(differWords(one, two)).toEqual(['values aws_thing.a: b'])
    expect(differWords(two, one)).toEqual(['values aws_thing.a: b'])
  })

  test('a rule that opens the same port to others: elements of lists count whole', () => {
    const rule = (cidr: string, port: number) => ({ ingress: [{ cidr, port }] })
    const plan = (cidr: string) => update(rule(cidr, 80), rule(cidr, 443))
    expect(differWords(plan('10.0.0.0/8'), plan('0.0.0.0/0'))).toEqual([
      'values aws_thing.a: ingress[0].cidr',
    ])
  })

  test('an element that the plan leaves as it is may be another by now', () => {
    const plan = (volume: string) =>
      update({ disks: [{ volume, size: 1 }, { size: 1 }] }, { disks: [{ volume, size: 1 }, { size: 2 }] })
    expect(differWords(plan('vol-1'), plan('vol-2'))).toEqual([])
  })

  test('the order of a list', () => {
    const plan = (...after: string[]) => update({ names: ['x'] }, { names: after })
    expect(differWords(plan('a', 'b'), plan('b', 'a'))).toEqual(['values aws_thing.a: names[0], names[1]'])
    expect(differWords(plan('a', 'b'), plan('a', 'b', 'c'))).toEqual(['values aws_thing.a: names'])
  })

  test('what is taken out of a list or a map', () => {
    const list = (...before: number[]) => update({ l: before }, { l: [1] })
    expect(differWords(list(1, 2, 3), list(1, 2, 3))).toEqual([])
    expect(differWords(list(1, 2, 3), list(1, 2, 4))).toEqual(['values aws_thing.a: l[2]'])
    const map = (after: object) => update({ tags: { a: 1, b: 2 }, x: 1 }, { tags: { a: 1, ...after }, x: 2 })
    expect(differWords(map({}), map({ b: 2 }))).toEqual(['values aws_thing.a: tags.b'])
    expect(differWords(map({ b: 2 }), map({}))).toEqual(['values aws_thing.a: tags.b'])
    expect(differ(map({ b: 2 }), map({}))[0]?.changes).toMatchObject([
      { path: 'tags.b', before: { kind: 'absent' }, after: { kind: 'value', text: '"(removed)"' } },
    ])
  })

  test('a list of one and what is in it', () => {
    expect(differWords(update({ a: 0 }, { a: ['x'] }), update({ a: 0 }, { a: 'x' }))).toEqual([
      'values aws_thing.a: a',
    ])
    expect(differWords(update({ a: 0 }, { a: [] }), update({ a: 0 }, { a: {} }))).toEqual([
      'values aws_thing.a: a',
    ])
    expect(differWords(update({ a: 0 }, { a: 1 }), update({ a: 0 }, { a: '1' }))).toEqual([
      'values aws_thing.a: a',
    ])
  })

  test('what is destroyed must be what was reviewed, but for its times', () => {
    const plan = (more: object) =>
      planWith({
        actions: ['delete'],
        before: { id: 'db', size: 1, restorable: '2025-01-01T00:05:00Z', ...more },
        after: null,
      })
    expect(differWords(plan({}), plan({}))).toEqual([])
    expect(differWords(plan({}), plan({ restorable: '2025-01-01T00:10:00Z' }))).toEqual([])
    expect(differWords(plan({}), plan({ restorable: 'never' }))).toEqual(['values aws_thing.a: restorable'])
    expect(differWords(plan({}), plan({ id: 'db2' }))).toEqual(['values aws_thing.a: id'])
    expect(differWords(plan({}), plan({ size: 50 }))).toEqual(['values aws_thing.a: size'])
  })

  test('of a replacement, times that are known only after apply may be others', () => {
    const plan = (time: string, expires: string) =>
      planWith({
        actions: ['delete', 'create'],
        before: { id: 'i', made: time, expires },
        after: { expires: '2027-01-01T00:00:00Z' },
        after_unknown: { id: true, made: true },
      })
    const time = '2025-01-01T00:00:00Z'
    const later = '2026-01-01T00:00:00Z'
    expect(differWords(plan(time, time), plan(later, time))).toEqual([])
    expect(differWords(plan(time, time), plan(time, later))).toEqual(['values aws_thing.a: expires'])
  })
})

describe('known only after apply', () => {
  const unknown = update({ a: 1 }, {}, { after_unknown: { a: true } })

  test('must be so still, and at the same place', () => {
    expect(differWords(unknown, update({ a: 1 }, {}, { after_unknown: { a: true } }))).toEqual([])
    expect(differWords(unknown, update({ a: 1 }, { a: 1 }, { after_unknown: { b: true } }))).toEqual([
      'values aws_thing.a: a, b',
    ])
  })

  test('known by now: nobody has seen it', () => {
    const [found] = differ(unknown, update({ a: 1 }, { a: 2 }))
    expect(found?.text).toBe(
      'Planned otherwise than reviewed: a. At review a was known only after apply, so nobody has seen the value.',
    )
    expect(found?.changes).toEqual([
      {
        path: 'a',
        action: 'change',
        before: { kind: 'unknown' },
        after: { kind: 'value', text: '2' },
        forcesReplacement: false,
      },
    ])
  })

  test('no longer known', () => {
    expect(differWords(update({ a: 1 }, { a: 2 }), unknown)).toEqual(['values aws_thing.a: a'])
  })

  test('elements of lists', () => {
    const plan = (unknowns: boolean[]) =>
      update({ l: [] }, { l: ['x', null] }, { after_unknown: { l: unknowns } })
    expect(differWords(plan([false, true]), plan([false, true]))).toEqual([])
    expect(differWords(plan([false, true]), plan([false, false]))).toEqual(['values aws_thing.a: l[1]'])
    expect(differWords(plan([false, true]), plan([false, true, true]))).toEqual(['values aws_thing.a: l'])
  })

  test('a key of the plan that looks like our mark is none', () => {
    const forged = update({ a: 1 }, { a: { '\0unknown': true } })
    expect(differWords(unknown, forged)).toEqual(['values aws_thing.a: a'])
    expect(differWords(forged, unknown)).toEqual(['values aws_thing.a: a'])
    expect(differWords(forged, forged)).toEqual([])
    const secret = update({ a: 1 }, { a: 's' }, { after_sensitive: { a: true } })
    const { after } = recordOf(secret).changes[0] ?? {}
    expect(differWords(secret, update({ a: 1 }, after as { a: string }))).toEqual(['values aws_thing.a: a'])
  })
})

describe('sensitive values', () => {
  const secret = (value: string) =>
    update(
      { password: 'old-secret' },
      { password: value },
      {
        before_sensitive: { password: true },
        after_sensitive: { password: true },
      },
    )

  test('another secret is another plan: text that says (sensitive value) for both, as dflook hashes, cannot tell', () => {
    const [found] = differ(secret('hunter2-one'), secret('hunter2-two'))
    expect(found?.attributes).toEqual(['password'])
    expect(found?.text).toBe(
      'Planned otherwise than reviewed: password. Sensitive values were compared by a keyed hash; they are not shown.',
    )
    expect(found?.changes?.map(({ before, after }) => [before, after])).toEqual([
      [{ kind: 'sensitive' }, { kind: 'sensitive' }],
    ])
    expect(JSON.stringify(found)).not.toMatch(/hunter2|old-secret/)
    expect(differ(secret('hunter2-one'), secret('hunter2-one'))).toEqual([])
  })

  test('equal secrets have equal hashes in one record, and others in another', () => {
    const raw = secret('hunter2-one')
    const [one, other] = [reviewedPlan(raw), reviewedPlan(raw)]
    expect(one.salt).not.toBe(other.salt)
    expect(JSON.stringify(one.changes)).not.toBe(JSON.stringify(other.changes))
    expect(comparePlans(one, raw)).toEqual([])
    expect(JSON.stringify(reviewedPlan(raw, { salt }))).toBe(JSON.stringify(reviewedPlan(raw, { salt })))
    expect(() => reviewedPlan(raw, { salt: 'short' })).toThrow(TypeError)
  })

  test('a mark that comes or goes is a difference', () => {
    const plain = update({ password: 'old-secret' }, { password: 'hunter2-one' })
    expect(differWords(secret('hunter2-one'), plain)).toEqual(['values aws_thing.a: password'])
    expect(differWords(plain, secret('hunter2-one'))).toEqual(['values aws_thing.a: password'])
    expect(JSON.stringify(differ(plain, secret('hunter2-one')))).not.toContain('hunter2')
  })

  test('nested, in lists, of whole objects, with parts that are unknown', () => {
    const plan = (value: string, more = {}) =>
      update(
        {},
        { list: ['plain', value], object: { deep: { key: value } }, whole: { a: value } },
        {
          after_sensitive: { list: [false, true], object: { deep: { key: true } }, whole: true },
          after_unknown: { whole: { b: true } },
          ...more,
        },
      )
    const record = recordOf(plan('hunter2-one'))
    expect(JSON.stringify(record)).not.toContain('hunter2')
    expect(JSON.stringify(record)).toContain('plain')
    expect(differWords(plan('hunter2-one'), plan('hunter2-one'))).toEqual([])
    expect(differWords(plan('hunter2-one'), plan('hunter2-two'))).toEqual([
      'values aws_thing.a: list[1], object.deep.key, whole',
    ])
    expect(differWords(plan('hunter2-one'), plan('hunter2-one', { after_unknown: {} }))).toEqual([
      'values aws_thing.a: whole',
    ])
  })

  test('unmarked: by name, by the name beside it, in JSON, and wherever else a secret turns up', () => {
    const plan = (value: string) =>
      update(
        { env: [{ name: 'DB_PASSWORD', value: 'old-secret' }], input: 'x' },
        {
          env: [{ name: 'DB_PASSWORD', value }],
          api_token: value,
          input: value,
          copy: `user app, password ${value}`,
          json: JSON.stringify({ user: 'app', password: value }),
        },
        { after_sensitive: { input: true } },
      )
    const raw = plan('hunter2-one')
    expect(JSON.stringify(recordOf(raw))).not.toMatch(/hunter2|old-secret/)
    expect(differ(raw, plan('hunter2-one'))).toEqual([])
    const found = differ(raw, plan('hunter2-two'))
    expect(found[0]?.attributes).toEqual(['env[0].value', 'api_token', 'input', 'copy', 'json'])
    expect(JSON.stringify(found)).not.toMatch(/hunter2|old-secret/)
  })

  test('too short to be searched for: by the name, or the one beside it, also where that is not in the record', () => {
    const named = (value: string) =>
      update({ password: 'old' }, { password: value, tags: { api_key: value } })
    expect(JSON.stringify(recordOf(named('abc')))).not.toMatch(/abc|old/)
    expect(differ(named('abc'), named('abc'))).toEqual([])
    expect(JSON.stringify(differ(named('abc'), named('abd')))).not.toMatch(/abc|abd|old/)

    const beside = (value: string, size: number) =>
      update({ env: { name: 'TOKEN', value: 'old' }, size: 1 }, { env: { name: 'TOKEN', value }, size })
    expect(JSON.stringify(recordOf(beside('abc', 2)))).not.toMatch(/abc|old|TOKEN/)
    const found = differ(beside('old', 2), beside('abc', 2))
    expect(found[0]?.attributes).toEqual(['env.value'])
    expect(JSON.stringify(found)).not.toMatch(/abc|old/)
  })

  test('a key that is a secret', () => {
    const plan = (key: string, map: Record<string, string>, value = 'x') =>
      update({}, { input: key, map, copy: { ...map, [key]: value } }, { after_sensitive: { input: true } })
    const raw = plan('hunter2-key', { k: 'v' })
    expect(JSON.stringify(recordOf(raw))).not.toContain('hunter2')
    expect(differ(raw, raw)).toEqual([])
    expect(differ(raw, plan('hunter2-key', { k: 'v' }, 'y'))[0]?.attributes).toEqual(['copy'])
    expect(differ(raw, plan('hunter2-key', { k: 'w' }))[0]?.attributes).toEqual(['map.k', 'copy'])
    const before = update(
      { map: { old: 1, k: 'v' } },
      { map: { 'hunter2-key': 1, k: 'w' }, input: 'hunter2-key' },
      { after_sensitive: { input: true } },
    )
    expect(JSON.stringify(recordOf(before))).not.toContain('hunter2')
    expect(differ(before, before)).toEqual([])
    const [found] = differ(update({ map: { old: 1, k: 'v' } }, { map: { old: 1, k: 'x' } }), before)
    expect(JSON.stringify(found)).not.toContain('hunter2')
    expect(found?.changes?.find(({ path }) => path === 'map.k')).toMatchObject({
      before: { kind: 'sensitive' },
      after: { kind: 'sensitive' },
    })
  })

  test('what was or is sensitive on one side is shown on none', () => {
    const marked = update({}, { input: 'abc' }, { after_sensitive: { input: true } })
    const plain = update({}, { input: 'abd' })
    for (const found of [differ(marked, plain), differ(plain, marked)]) {
      expect(found[0]?.changes).toMatchObject([
        { before: { kind: 'sensitive' }, after: { kind: 'sensitive' } },
      ])
    }
  })

  test('marks of another kind than the value cover all of it', () => {
    const odd = update(
      {},
      { list: ['hunter2'], map: { a: 'hunter3' }, known: [1] },
      {
        after_sensitive: { list: { x: true }, map: [true] },
        after_unknown: { known: { x: true } },
      },
    )
    expect(JSON.stringify(recordOf(odd))).not.toMatch(/hunter/)
    expect(recordOf(odd).changes[0]?.after).toMatchObject({ known: { '\0unknown': true } })
    const map = update({}, { known: { a: 1 } }, { after_unknown: { known: [true] } })
    expect(recordOf(map).changes[0]?.after).toEqual({ known: { '\0unknown': true } })
  })

  test('an output with the name of a secret', () => {
    const plan = (after: string) =>
      planOf({ output_changes: { db_password: { actions: ['create'], before: null, after } } })
    expect(JSON.stringify(recordOf(plan('hunter2-one')))).not.toContain('hunter2')
    expect(differWords(plan('hunter2-one'), plan('hunter2-one'))).toEqual([])
    const found = differ(plan('hunter2-one'), plan('hunter2-two'))
    expect(found[0]?.attributes).toEqual(['db_password'])
    expect(JSON.stringify(found)).not.toContain('hunter2')
  })

  test('deeper than anything is shown: told apart all the same', () => {
    const nested = (leaf: string) => {
      let value: unknown = leaf
      for (let depth = 0; depth < 2_000; depth++) value = { a: value }
      return update({}, value as { a: string })
    }
    expect(differ(nested('x'), nested('x'))).toEqual([])
    expect(differ(nested('x'), nested('y'))).toHaveLength(1)
  })
})

describe('by which means', () => {
  const resource = { mode: 'managed', type: 'aws_thing', name: 'a', provider_config_key: 'aws' }
  const command = (text: string) => ({
    type: 'local-exec',
    expressions: { command: { constant_value: text } },
  })
  const plan = (
    own: object,
    config: object = {},
    provider = 'registry.terraform.io/hashicorp/aws',
  ): RawPlan => {
    const module = { resources: [{ ...resource, ...own }] }
    return {
      ...planWith(
        { actions: ['create'], before: null, after: { a: 1 } },
        {
          address: 'module.m["x.y"].module.n[0].aws_thing.a',
          module_address: 'module.m["x.y"].module.n[0]',
          provider_name: provider,
        },
      ),
      configuration: {
        provider_config: { aws: { full_name: provider, version_constraint: '~> 5', ...config } },
        root_module: { module_calls: { m: { module: { module_calls: { n: { module } } } } } },
      },
    }
  }
  const words =
    'Its provider, the configuration of the provider, or a provisioner is not what it was at review.'

  test('another provisioner, provider, alias or region is another change, though all values are equal', () => {
    const first = plan({ provisioners: [command('true')] })
    expect(differ(first, plan({ provisioners: [command('true')] }))).toEqual([])
    expect(differ(first, plan({ provisioners: [command('true')] }, { version_constraint: '~> 6' }))).toEqual(
      [],
    )
    for (const other of [
      plan({ provisioners: [command('curl evil')] }),
      plan({}),
      plan({ provisioners: [command('true')] }, { alias: 'us' }),
      plan({ provisioners: [command('true')] }, { expressions: { region: { constant_value: 'us-east-1' } } }),
      plan({ provisioners: [command('true')] }, {}, 'registry.terraform.io/other/aws'),
    ]) {
      expect(differ(first, other).map(({ kind, text }) => [kind, text])).toEqual([['values', words]])
    }
  })

  test('what is no longer in the configuration is destroyed by its provider as it is', () => {
    const gone = (region: string): RawPlan => {
      const raw = plan({ name: 'other' }, { expressions: { region: { constant_value: region } } })
      const change = { actions: ['delete'], before: { a: 1 }, after: null }
      return { ...raw, resource_changes: raw.resource_changes?.map((entry) => ({ ...entry, change })) ?? [] }
    }
    expect(differ(gone('eu-west-1'), gone('eu-west-1'))).toEqual([])
    expect(
      differ(gone('eu-west-1'), gone('us-east-1')).map(({ text, destroys }) => [text, destroys]),
    ).toEqual([[words, true]])
  })

  test('a constant in them may be secret', () => {
    const raw = plan({ provisioners: [command('deploy --token hunter2')] })
    expect(JSON.stringify(recordOf(raw))).not.toContain('hunter2')
  })
})

describe('plans that are not whole', () => {
  const raw = update({ a: 1 }, { a: 2 })
  const cases: readonly (readonly [string, Partial<RawPlan>])[] = [
    ['failed', { errored: true }],
    ['targeted', { complete: false }],
    ['deferred', { deferred_changes: [{ reason: 'provider_config_unknown' }] }],
    [
      'failed, of Terraform 1.5',
      { checks: [{ address: { to_display: 'aws_thing.a', kind: 'resource' }, status: 'fail' }] },
    ],
  ]
  test.each(cases)('%s: never what was reviewed, on whichever side', (_, more) => {
    const partial = { ...raw, ...more }
    expect(recordOf(partial).complete).toBe(false)
    expect(differ(raw, partial)).toEqual([
      {
        address: '',
        kind: 'appeared',
        attributes: [],
        text: 'The new plan is no whole plan (it failed, is limited by -target, or puts something off).',
      },
    ])
    expect(differ(partial, raw).map(({ text }) => text)).toEqual([
      'What was reviewed was no whole plan (it failed, was limited by -target, or put something off).',
    ])
    expect(differ(partial, partial)).toHaveLength(2)
  })
})

describe('times', () => {
  test('plantimestamp() is told as what it is', () => {
    const plan = (time: string) => ({ ...update({ at: 'x' }, { at: time }), timestamp: time })
    const [found] = differ(plan('2025-01-01T00:00:00Z'), plan('2025-01-01T00:00:09Z'))
    expect(found?.text).toBe(
      'Planned otherwise than reviewed: at. at is the time of planning (plantimestamp()), another one in each plan: planned again, this can never be what was reviewed.',
    )
  })
})
