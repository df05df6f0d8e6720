import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { makeRedactor } from '../../../src/core/redact.ts'
import { linksInto } from '../../../src/pipeline/report/links.ts'
import { partsFile } from '../../../src/report/part-file.ts'
import { redactPart } from '../../../src/report/redact-document.ts'
import { readPartsFile } from '../../../src/report/read/part.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import { planOutcome } from '../../../src/terraform/report/plan-outcome.ts'
import { planPart } from '../../../src/terraform/report/plan-part.ts'
import { planSecrets } from '../../../src/terraform/secrets.ts'
import { goldenPlans } from '../../lab/plans.ts'

const isOurs = linksInto({ serverUrl: 'https://github.com', repository: 'acme/gitops' })
const plans = goldenPlans().map((plan) => ({
  ...plan,
  title: `${plan.scenario} ${plan.tool} ${plan.version}`,
}))

test.each(plans)('the part of a real plan is read whole: $title', ({ path }) => {
  const raw = parsePlanJson(readFileSync(path, 'utf8'))
  const { hidesKey } = makeRedactor({ secrets: [], publicNames: [], patterns: [] })
  const redactor = makeRedactor({ ...planSecrets(raw, hidesKey), patterns: [] })
  const stack = { key: '["infra",""]', name: 'infra', path: 'infra' }
  const outcome = planOutcome({ stack, raw, diagnostics: [], findings: [], seconds: 1 }, redactor)
  const run = { id: '1', attempt: 1, sha: 'b'.repeat(40) }
  const part = redactPart(
    planPart(outcome, { run, destroyWarning: 1, notSearched: redactor.notSearched }),
    redactor,
  )
  const written = JSON.parse(JSON.stringify(part)) as unknown
  expect(readPartsFile(JSON.stringify(partsFile([part])), isOurs)).toEqual({ parts: [written], faults: [] })
})
