import { describe, expect, test } from '@jest/globals'
import type { ResourceChange } from '../../../src/report/resource-change.ts'
import { planModel } from '../../../src/terraform/plan/model.ts'
import type { PlanCounts, PlanModel } from '../../../src/terraform/plan/plan-model.ts'
import type { RawPlan, RawResourceChange } from '../../../src/terraform/plan/raw.ts'
import { fixture, planOf, testRedactor, words } from './support.ts'

function modelOf(parts: Partial<RawPlan>, secrets: readonly string[] = []): PlanModel {
  return planModel(planOf(parts), testRedactor(secrets))
}

function resource(actions: readonly string[], more: Partial<RawResourceChange> = {}): RawResourceChange {
  return {
    address: 'aws_instance.web',
    mode: 'managed',
    type: 'aws_instance',
    name: 'web',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions, before: { a: 1 }, after: { a: 2 } },
    ...more,
  }
}

function only(model: PlanModel): ResourceChange {
  expect(model.changes).toHaveLength(1)
  const [change] = model.changes
  if (change === undefined) throw new Error('no change')
  return change
}

/** The counts that are not zero. */
function counted(model: PlanModel): Partial<PlanCounts> {
  return Object.fromEntries(Object.entries(model.counts).filter(([, count]) => count !== 0))
}

describe('actions and counts', () => {
  test.each<[string[], Partial<PlanCounts>]>([
    [['create'], { add: 1 }],
    [['update'], { change: 1 }],
    [['delete'], { destroy: 1 }],
    [['read'], { read: 1 }],
    [['forget'], { forget: 1 }],
    [['migrate'], { unknown: 1 }],
  ])('%p', (actions, counts) => {
    const model = modelOf({ resource_changes: [resource(actions)] })
    expect(counted(model)).toEqual(counts)
    expect(model.changed).toBe(true)
  })

  // Digger looks at actions[0] only: a replace counts as a delete.
  test('both replaces count as a replace, not as a delete or a create', () => {
    const model = modelOf({
      resource_changes: [resource(['delete', 'create']), resource(['create', 'delete'])],
    })
    expect(model.changes.map((change) => change.action)).toEqual(['delete-create', 'create-delete'])
    expect(counted(model)).toEqual({ replace: 2 })
  })

  // tf-summarize takes any two actions for a recreation.
  test('create and forget is no replacement: one is added, one is forgotten', () => {
    const model = modelOf({
      resource_changes: [resource(['create', 'forget']), resource(['forget', 'create'])],
    })
    expect(model.changes.map((change) => change.action)).toEqual(['create-forget', 'create-forget'])
    expect(counted(model)).toEqual({ add: 2, forget: 2 })
  })

  test('a forgotten object loses nothing, so no attribute is shown as removed', () => {
    const change = { actions: ['forget'], before: { a: 1, b: [2, 3], c: null }, after: null }
    const forgotten = only(modelOf({ resource_changes: [resource([], { change })] }))
    expect(forgotten.attributes).toEqual([])
    expect(forgotten.unchanged).toBe(3)
  })

  test('no-op is left out', () => {
    const model = modelOf({
      resource_changes: [resource(['no-op'])],
      output_changes: { a: { actions: ['no-op'] } },
    })
    expect(model.changes).toEqual([])
    expect(model.outputs).toEqual([])
    expect(model.changed).toBe(false)
    expect(model.applyable).toBe(false)
  })

  // borchero's zod union of actions made the whole comment fail at an action it did not know.
  test.each([
    [{ change: { actions: ['migrate', 'create'] } }, ['migrate', 'create']],
    [{ change: {} }, []],
    [{ change: { actions: [] } }, []],
  ])('an action that is not known is shown as one, and the rest of the plan too: %p', (more, raw) => {
    const model = modelOf({ resource_changes: [resource([], more), resource(['delete'])] })
    expect(model.changes.map((change) => change.action)).toEqual(['unknown', 'delete'])
    expect(model.changes[0]?.rawActions).toEqual(raw)
    expect(model.changed).toBe(true)
  })

  test.each([
    [null],
    [5],
    ['x'],
    [[]],
    [{}],
    [{ address: 7, change: 'x' }],
    [{ change: { actions: { a: 1 } } }],
  ])('an entry that is odd is shown, not dropped: %p', (entry) => {
    const model = modelOf({ resource_changes: [entry as unknown as RawResourceChange] })
    const shown = only(model)
    expect([shown.address, shown.action]).toEqual(['(no address)', 'unknown'])
    expect(model.changed).toBe(true)
  })
})

describe('one resource', () => {
  test('module, index, reason and what forces the replacement', () => {
    const change = {
      actions: ['delete', 'create'],
      before: { ami: 'a', disk: [{ size: 1 }] },
      after: { ami: 'b', disk: [{ size: 2 }] },
      after_unknown: { id: true },
      replace_paths: [['ami'], ['disk', 0, 'size'], ['tags', 'a b'], ['ami']],
    }
    const shown = only(
      modelOf({
        resource_changes: [
          resource([], {
            address: 'module.a["x"].aws_instance.web[0]',
            module_address: 'module.a["x"]',
            index: 0,
            action_reason: 'replace_because_cannot_update',
            change,
          }),
        ],
      }),
    )
    expect(shown).toMatchObject({
      address: 'module.a["x"].aws_instance.web[0]',
      module: 'module.a["x"]',
      index: 0,
      reason: 'replace_because_cannot_update',
      forcedBy: ['ami', 'disk[0].size', 'tags["a b"]'],
    })
    expect(shown.attributes.map(words)).toEqual([
      'ami: "a" -> "b" !',
      'disk[0].size: 1 -> 2 !',
      'id: (absent) -> (unknown)',
    ])
  })

  test('the address and its key are redacted', () => {
    const entry = resource(['delete'], {
      address: 'aws_x.a["hunter2"]',
      index: 'hunter2',
      previous_address: 'aws_x.hunter2',
    })
    const model = modelOf({ resource_changes: [entry] }, ['hunter2'])
    expect(JSON.stringify(model)).not.toContain('hunter2')
    expect(only(model).address).toBe('aws_x.a["(sensitive value)"]')
  })

  // borchero RUN 1: drift, change and deposed object of one address became one entry, with the wrong diff.
  test('drift, the planned change and a deposed object of one address stay apart', () => {
    const drifted = { actions: ['update'], before: { size: 1 }, after: { size: 9 } }
    const planned = { actions: ['update'], before: { size: 9 }, after: { size: 2 } }
    const deposed = { actions: ['delete'], before: { size: 5 }, after: null }
    const model = modelOf({
      resource_drift: [resource([], { change: drifted })],
      resource_changes: [
        resource([], { change: planned }),
        resource([], { deposed: 'abcd1234', change: deposed }),
      ],
    })
    const shown = [...model.drift, ...model.changes].map((change) => [
      change.action,
      change.deposed,
      change.attributes.map(words),
    ])
    expect(shown).toEqual([
      ['update', undefined, ['size: 1 -> 9']],
      ['update', undefined, ['size: 9 -> 2']],
      ['delete', 'abcd1234', ['size: 5 -> (absent)']],
    ])
    expect(counted(model)).toEqual({ change: 1, destroy: 1, drift: 1 })
  })
})

describe('imports', () => {
  const importing = (source: object): ResourceChange['importing'] =>
    only(modelOf({ resource_changes: [resource([], { change: { actions: ['no-op'], importing: source } })] }))
      .importing

  test('by id, by identity, or by what is known after apply', () => {
    expect(importing({ id: 'i-1' })).toEqual({ id: 'i-1', unknown: false })
    expect(importing({ identity: { region: 'eu', name: 'x', none: null } })).toEqual({
      identity: '{ region = "eu", name = "x" }',
      unknown: false,
    })
    expect(importing({ unknown: true })).toEqual({ unknown: true })
    expect(importing({})).toEqual({ unknown: true })
  })

  test('an import with changes counts as both', () => {
    const change = { actions: ['update'], before: { a: 1 }, after: { a: 2 }, importing: { id: 'x' } }
    const model = modelOf({ resource_changes: [resource([], { change })] })
    expect(counted(model)).toEqual({ change: 1, import: 1 })
  })
})

// borchero PR#122: such plans read as "No changes".
describe('plans of real terraform with only', () => {
  const model = (name: string): PlanModel => planModel(fixture(name), testRedactor())

  test('a move', () => {
    const plan = model('move-only')
    expect(plan.changed).toBe(true)
    expect(counted(plan)).toEqual({ move: 1 })
    expect(only(plan)).toMatchObject({
      address: 'terraform_data.renamed',
      previousAddress: 'terraform_data.old',
      action: 'no-op',
      attributes: [],
    })
  })

  test('an import', () => {
    const plan = model('import-only')
    expect(plan.changed).toBe(true)
    expect(counted(plan)).toEqual({ import: 1 })
    expect(only(plan).importing).toEqual({ id: 'adopted-id', unknown: false })
  })

  test('a forget', () => {
    const plan = model('forget-only')
    expect(plan.changed).toBe(true)
    expect(counted(plan)).toEqual({ forget: 1 })
  })

  test('an output', () => {
    const plan = model('output-only')
    expect(plan.changed).toBe(true)
    expect(counted(plan)).toEqual({ outputs: 1 })
    expect(plan.outputs[0]?.attributes.map(words)).toEqual(['url: "http://one" -> "http://two"'])
  })

  test('nothing', () => {
    const plan = model('no-changes')
    expect([plan.changed, plan.applyable, plan.complete, plan.errored]).toEqual([false, false, true, false])
    expect(counted(plan)).toEqual({})
  })

  test('a tainted resource that is made anew first', () => {
    const plan = model('tainted')
    expect(only(plan)).toMatchObject({
      action: 'create-delete',
      reason: 'replace_because_tainted',
      forcedBy: [],
    })
    expect(counted(plan)).toEqual({ replace: 1 })
  })
})

test('a plan of real terraform with a bit of everything', () => {
  const model = planModel(fixture('every-kind'), testRedactor(['hunter2-old', 'hunter2-new']))
  // RUN 4: the text of the plan shows the old secret through `output`.
  expect(JSON.stringify(model)).not.toMatch(/hunter2|t-one|t-two/)
  expect(counted(model)).toEqual({ add: 1, change: 6, destroy: 1, replace: 1, outputs: 3 })
  const shown = Object.fromEntries(
    model.changes.map((change) => [
      change.name,
      change.attributes.filter((attribute) => !/^(id|output)$/.test(attribute.path)).map(words),
    ]),
  )
  expect(shown['update']).toEqual(['input.size: "small" -> "large"', 'input.tags.env: (absent) -> "prod"'])
  expect(shown['replaced']).toEqual(['triggers_replace[0]: "a" -> "b" !'])
  expect(shown['secret']).toEqual(['input: (sensitive) -> (sensitive)'])
  expect(shown['created']).toEqual(['input.empty: (absent) -> []', 'input.list: (absent) -> ["a", "b"]'])
  expect(shown['deleted']).toEqual(['input: "gone" -> (absent)'])
  expect(shown['list']).toEqual(['input[1]: (absent) -> { name = "new", port = 9 }', 'input[2].port: 2 -> 3'])
  expect(model.changes.find((change) => change.name === 'replaced')?.forcedBy).toEqual(['triggers_replace'])
  expect(model.changes.find((change) => change.name === 'policy')?.attributes[0]?.language).toBe('json')
  expect(
    model.outputs.map((output) => [output.name, output.sensitive, output.attributes.map(words)]),
  ).toEqual([
    ['gone', false, ['gone: "x" -> (absent)']],
    ['hosts', false, ['hosts[1]: (absent) -> "b"']],
    ['token', true, ['token: (sensitive) -> (sensitive)']],
  ])
  expect(model.checks).toEqual([
    {
      address: 'check.stage',
      kind: 'check',
      status: 'fail',
      failing: [{ address: 'check.stage', problems: ['stage is two'] }],
    },
  ])
})

describe('the rest of the plan', () => {
  test('drift: deletions stay, moves alone and no-ops are left out', () => {
    const model = modelOf({
      resource_changes: ['a.gone', 'a.same', 'a.new', 'a.both'].map((address) =>
        resource(['no-op'], { address }),
      ),
      resource_drift: [
        resource(['delete'], { address: 'a.gone' }),
        resource(['no-op'], { address: 'a.same' }),
        resource(['no-op'], { address: 'a.new', previous_address: 'a.old' }),
        resource(['update'], { address: 'a.both', previous_address: 'a.was' }),
      ],
    })
    expect(model.drift.map((change) => change.address)).toEqual(['a.gone', 'a.both'])
    expect(counted(model)).toEqual({ drift: 2 })
    expect(model.changed).toBe(false)
  })

  test('deferred changes have their reason in words, and keep the plan from reading as "no changes"', () => {
    const model = modelOf({
      complete: false,
      deferred_changes: [
        { reason: 'instance_count_unknown', resource_change: resource(['create']) },
        { reason: 'brand_new_reason' },
        {},
      ],
    })
    expect(model.deferred.map((change) => [change.address, change.action, change.deferred])).toEqual([
      ['aws_instance.web', 'create', 'its count or for_each is known only after apply'],
      ['(no address)', 'unknown', 'brand_new_reason'],
      ['(no address)', 'unknown', 'the plan gives no reason'],
    ])
    expect([model.changed, model.complete]).toEqual([true, false])
    expect(counted(model)).toEqual({ deferred: 3 })
  })

  test('outputs: sensitive ones are hidden, unknown actions shown', () => {
    const model = modelOf({
      output_changes: {
        made: { actions: ['create'], before: null, after: { a: [1] }, after_unknown: false },
        later: { actions: ['update'], before: 'x', after_unknown: true },
        marked: {
          actions: ['update'],
          before: 'hunter2',
          after: 'hunter2',
          before_sensitive: false,
          after_sensitive: true,
        },
        odd: { actions: ['rotate'], before: 1, after: 2 },
        was: {
          actions: ['delete'],
          before: 'hunter2',
          after: null,
          before_sensitive: true,
          after_sensitive: false,
        },
        db_password: { actions: ['create'], before: null, after: 'hunter2' },
        broken: null as unknown as object,
      },
    })
    expect(
      model.outputs.map((output) => [
        output.name,
        output.action,
        output.sensitive,
        output.attributes.map(words),
      ]),
    ).toEqual([
      ['made', 'create', false, ['made.a: (absent) -> [1]']],
      ['later', 'update', false, ['later: "x" -> (unknown)']],
      ['marked', 'update', true, ['marked: (sensitive) -> (sensitive)']],
      ['odd', 'unknown', false, ['odd: 1 -> 2']],
      ['was', 'delete', true, ['was: (sensitive) -> (absent)']],
      ['db_password', 'create', false, ['db_password: (absent) -> (sensitive)']],
      ['broken', 'unknown', false, []],
    ])
    expect(model.changed).toBe(true)
    expect(JSON.stringify(model)).not.toContain('hunter2')
  })

  test('checks: a status that is not known never passes', () => {
    const model = modelOf(
      {
        checks: [
          { address: { to_display: 'aws_x.a', kind: 'resource' }, status: 'pass' },
          {
            address: { to_display: 'aws_x.b', kind: 'resource' },
            status: 'fail',
            instances: [
              {
                address: { to_display: 'aws_x.b[0]' },
                status: 'fail',
                problems: [{ message: 'too hunter2' }, {}],
              },
              { address: { to_display: 'aws_x.b' }, problems: [{ message: 'whole' }] },
            ],
          },
          { status: 'excellent' },
          null as unknown as object,
        ],
      },
      ['hunter2'],
    )
    expect(model.checks).toEqual([
      { address: 'aws_x.a', kind: 'resource', status: 'pass', failing: [] },
      {
        address: 'aws_x.b',
        kind: 'resource',
        status: 'fail',
        failing: [
          { address: 'aws_x.b[0]', problems: ['too (sensitive value)'] },
          { address: 'aws_x.b', problems: ['whole'] },
        ],
      },
      { address: '(no address)', kind: 'check', status: 'unknown', failing: [] },
      { address: '(no address)', kind: 'check', status: 'unknown', failing: [] },
    ])
  })

  test.each<[string, boolean, Partial<RawPlan>]>([
    ['nothing is planned at all', true, { resource_drift: [resource(['update'])] }],
    [
      'nothing is planned for it',
      true,
      {
        resource_changes: [resource(['no-op'], { address: 'a.other' })],
        resource_drift: [resource(['delete'], { address: 'a.gone' })],
      },
    ],
    [
      'a no-op is planned for it: it drifted, and stays so',
      false,
      { resource_changes: [resource(['no-op'])], resource_drift: [resource(['update'])] },
    ],
    [
      'the tool says there is nothing to apply',
      false,
      { applyable: false, resource_drift: [resource(['update'])] },
    ],
    ['only a data source', false, { resource_drift: [resource(['update'], { mode: 'data' })] }],
  ])('a refresh-only plan that does not say so is told by its drift: %s', (_, changed, plan) => {
    const model = modelOf(plan)
    expect([model.changed, model.applyable]).toEqual([changed, changed])
  })

  test.each<[string, boolean, string, string]>([
    ['a condition of a resource', true, 'resource', 'fail'],
    ['a condition of an output', true, 'output_value', 'fail'],
    ['a condition of a variable', true, 'var', 'fail'],
    ['a check that cannot be evaluated', true, 'check', 'error'],
    ['a check block', false, 'check', 'fail'],
    ['a condition that holds', false, 'resource', 'pass'],
    ['a condition that cannot be told yet', false, 'resource', 'unknown'],
  ])('Terraform 1.5 does not say `errored`; %s that fails tells: %s', (_, errored, kind, status) => {
    const plan = {
      checks: [{ address: { to_display: 'x.y', kind }, status }],
      resource_changes: [resource(['create'])],
    }
    expect(modelOf(plan)).toMatchObject({ errored, applyable: !errored })
    // A refresh-only plan only warns of them.
    expect(modelOf({ ...plan, errored: false })).toMatchObject({ errored: false })
  })

  test('actions that the plan would invoke are not hidden', () => {
    const model = modelOf({
      action_invocations: [{ address: 'action.aws_lambda_invoke.x', type: 'aws_lambda_invoke', name: 'x' }],
    })
    expect(only(model)).toMatchObject({
      address: 'action.aws_lambda_invoke.x',
      mode: 'action',
      action: 'unknown',
      rawActions: ['invoke'],
    })
    expect(model.changed).toBe(true)
  })

  test('ephemeral resources are shown but are no change, though OpenTofu calls the plan applyable', () => {
    const open = resource(['Open'], { mode: 'ephemeral', change: { actions: ['Open'] } })
    const model = modelOf({ resource_changes: [open], applyable: true })
    expect(only(model).action).toBe('open')
    expect(model.changed).toBe(false)
  })
})

describe('completeness', () => {
  test('older formats say nothing of it', () => {
    const made = modelOf({ resource_changes: [resource(['create'])] })
    expect([made.complete, made.errored, made.applyable]).toEqual([true, false, true])
  })

  test('a plan that failed is never applyable', () => {
    const failed = modelOf({ resource_changes: [resource(['create'])], errored: true, applyable: true })
    expect([failed.errored, failed.applyable]).toEqual([true, false])
    expect(modelOf({ resource_changes: [resource(['create'])], errored: true }).applyable).toBe(false)
  })

  test('a plan that the tool would apply is a change, whatever is seen of it (refresh-only)', () => {
    const model = modelOf({ applyable: true, resource_drift: [resource(['update'])] })
    expect(model.changed).toBe(true)
  })
})

test.each<[string, object, object, number]>([
  ['null that reads back as an empty map', { tags: null, name: 'a' }, { tags: {}, name: 'a' }, 0],
  ['an empty list that reads back as null', { rules: [] }, { rules: null }, 0],
  ['a tag that somebody set', { tags: null }, { tags: { owner: 'x' } }, 1],
  ['emptiness beside a real change', { tags: null, size: 1 }, { tags: {}, size: 2 }, 1],
])('drift: %s', (_, before, after, count) => {
  const entry = {
    address: 'a.b',
    mode: 'managed',
    type: 'a',
    name: 'b',
    change: { actions: ['update'], before, after },
  }
  const model = planModel(planOf({ resource_drift: [entry as never], resource_changes: [] }), testRedactor())
  expect(model.counts.drift).toBe(count)
})
