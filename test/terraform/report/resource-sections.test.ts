import { describe, expect, test } from '@jest/globals'
import { toMarkdown } from '../../../src/report/markdown.ts'
import { documentOf } from '../../../src/report/overview.ts'
import { planModel } from '../../../src/terraform/plan/model.ts'
import type { RawPlan, RawResourceChange } from '../../../src/terraform/plan/raw.ts'
import { driftSections, resourceSections } from '../../../src/terraform/report/resource-sections.ts'
import { planPart } from '../../../src/terraform/report/plan-part.ts'
import { planOf, testRedactor } from '../plan/support.ts'

const resource = (
  name: string,
  actions: string[],
  more: Partial<RawResourceChange> = {},
): RawResourceChange => ({
  address: `a.${name}`,
  type: 'a',
  name,
  mode: 'managed',
  change: { actions, before: { v: 'old' }, after: actions.includes('delete') ? null : { v: 'new' } },
  ...more,
})

const redactor = testRedactor()
const modelOf = (plan: Partial<RawPlan>) => planModel(planOf(plan), redactor)

function report(plan: Partial<RawPlan>, limit = 65_000) {
  const outcome = {
    stack: { key: 'k', name: 'k', path: 'k' },
    model: modelOf(plan),
    findings: [],
    seconds: 1,
    reproduce: [],
  }
  const run = { id: '1', attempt: 1, sha: '' }
  const part = planPart(outcome, { run, destroyWarning: 100_000, notSearched: redactor.notSearched })
  return toMarkdown(documentOf([part], { title: 'Terraform plan' }), { limit })
}

describe('drift', () => {
  test('is told in words of its own, never as an action of the plan', () => {
    const drift = [resource('gone', ['delete']), resource('other', ['update']), resource('odd', ['rotate'])]
    const shown = JSON.stringify(driftSections(modelOf({ resource_drift: drift }).drift))
    expect(shown.match(/⚪\u00a0\w+ outside/g)).toEqual([
      '⚪\u00a0deleted outside',
      '⚪\u00a0changed outside',
      '⚪\u00a0changed outside',
    ])
    expect(shown).not.toMatch(/destroy|update|🔴|🟡|unknown/)
  })
})

describe('when it does not fit', () => {
  test('what is left of a deposed object does not read as the resource itself', () => {
    const gone = resource('web', ['delete'])
    const model = modelOf({
      resource_changes: [gone, { ...gone, deposed: 'abc' }, { ...gone, deposed: 'def' }],
    })
    const [table] = resourceSections(model.changes)
    const compact = table?.kind === 'table' ? table.compact : undefined
    expect(compact).toMatchObject({
      items: [
        ['🔴\u00a0destroy ', { code: 'a.web' }, ' ×1'],
        ['🔴\u00a0destroy ', { code: 'a.web' }, ' (deposed) ×2'],
      ],
    })
  })

  test('no more resources are left out than there are', () => {
    const changes = Array.from({ length: 800 }, (_, n) => resource(`r${n}`, ['update']))
    const { leftOut } = report({ resource_changes: changes }, 65_000)
    const count = (noun: string): number => leftOut.find((item) => item.noun === noun)?.count ?? 0
    // Some rows and some lists of attributes, each counted by its own name.
    expect(count('resources')).toBeLessThanOrEqual(800)
    expect(count('attribute lists')).toBeGreaterThan(0)
    expect(count('attribute lists')).toBeLessThan(800)
  })
})

test('an output without a value to show has its name and says why', () => {
  const { text } = report({
    output_changes: {
      fresh: { actions: ['create'], before: null, after: null },
      odd: { actions: ['rotate'], before: 'same', after: 'same' },
      usual: { actions: ['update'], before: 1, after: 2 },
    },
  })
  expect(text).toContain('3 outputs to change')
  expect(text).toMatch(/- `fresh`\\?: new, with no value/)
  expect(text).toMatch(/- `odd`\\?: changes in a way that this version does not know/)
  expect(text).toContain('- usual = 1\n+ usual = 2')
})
