import { expect, test } from '@jest/globals'
import { applyPlan } from '../../../src/pipeline/apply/apply-plan.ts'
import type { OneApply, StackToApply } from '../../../src/pipeline/apply/apply-stack.ts'
import type { PlanModel } from '../../../src/terraform/plan/plan-model.ts'

const stack = { name: 'infra/a', subject: { key: 'k', name: 'infra/a', path: 'infra/a' } } as StackToApply
/** Whatever is started fails the test. */
const one = {
  settings: { destroys: () => undefined, plan: { root: '/repository' } },
  found: { kind: 'refused' },
  plan: { ports: { exec: () => Promise.reject(new Error('something was started')) } },
} as unknown as OneApply

test('a plan with an action that nobody knows is not applied', async () => {
  const model = { counts: { destroy: 0, replace: 0, unknown: 1 } } as PlanModel
  const outcome = await applyPlan(stack, one, {
    ...({ run: {}, raw: {}, planFile: '/plan', ephemeral: [], reviewed: true } as unknown as Parameters<
      typeof applyPlan
    >[2]),
    model,
  })
  expect([outcome.kind, outcome.refusal?.code, outcome.apply]).toEqual(['refused', 'unknown', undefined])
})
