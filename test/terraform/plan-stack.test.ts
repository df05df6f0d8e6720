import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { planModel } from '../../src/terraform/plan/model.ts'
import { makeStackPlan, type StackPlan } from '../../src/terraform/plan-stack.ts'
import { testRedactor } from './plan/support.ts'
import { program, scratch, stackIn, testPorts, write } from './support.ts'

/** A tool whose `plan` writes a plan and says `events`, and whose `show` prints `json`. */
async function planWith(events: readonly object[], json: object, code = 0): Promise<StackPlan> {
  await using folder = await scratch()
  await write(folder.path, {
    'stack/main.tf': '',
    events: events.map((event) => JSON.stringify(event)).join('\n'),
    json: JSON.stringify(json),
  })
  const script = `case "$1" in
plan) for arg; do case "$arg" in -out=*) printf 'PK\\003\\004xxxxxxxxxxxxxxxxxxxxxx\\006\\000\\000\\000tfplan' | head -c 26 > "\${arg#-out=}"; printf '\\006\\000\\000\\000tfplan' >> "\${arg#-out=}";; esac; done; cat ../events; exit ${code};;
show) cat ../json;;
esac`
  const path = await program(join(folder.path, 'fake'), script)
  const binary = { tool: 'terraform', path, version: '1.5.7', reason: 'test' } as const
  return await makeStackPlan(
    {
      stack: { key: 'k', name: 'app', path: 'app' },
      run: stackIn(join(folder.path, 'stack'), binary),
      checks: [],
      folder: join(folder.path, 'private'),
      redactor: testRedactor(),
    },
    testPorts(),
  )
}

const changed = {
  '@level': 'info',
  '@message': 'Plan: 0 to add',
  type: 'planned_change',
  change: { action: 'update' },
}
const unsaid = { format_version: '1.2', planned_values: {}, resource_changes: [] }

const modelOf = ({ raw, failure }: StackPlan): { readonly changed: boolean; readonly errored: boolean } => {
  if (raw === undefined) throw new Error(JSON.stringify(failure))
  return planModel(raw, testRedactor())
}

test('a change that only the run tells is one: refresh-only plans of Terraform 1.5 and OpenTofu', async () => {
  expect(modelOf(await planWith([], unsaid, 2))).toMatchObject({ changed: true, applyable: true })
  expect(modelOf(await planWith([changed], unsaid))).toMatchObject({ changed: true, applyable: true })
  expect(modelOf(await planWith([], unsaid))).toMatchObject({ changed: false, applyable: false })
})

test('what the JSON says itself stands', async () => {
  expect(modelOf(await planWith([], { ...unsaid, applyable: false }, 2))).toMatchObject({ changed: false })
  expect(modelOf(await planWith([], { ...unsaid, errored: true }))).toMatchObject({ errored: true })
})

test('a plan that succeeded did not fail, whatever a condition of it says (they only warn with -refresh-only)', async () => {
  const checks = [{ address: { kind: 'resource', to_display: 'a.b' }, status: 'fail' }]
  expect(modelOf(await planWith([], { ...unsaid, checks }))).toMatchObject({ errored: false })
  const error = {
    '@level': 'error',
    '@message': 'x',
    type: 'diagnostic',
    diagnostic: { severity: 'error', summary: 'x' },
  }
  const failed = await planWith([error], { ...unsaid, checks }, 1)
  expect(failed.failure).toMatchObject({ phase: 'plan' })
  expect(modelOf(failed)).toMatchObject({ errored: true })
})
