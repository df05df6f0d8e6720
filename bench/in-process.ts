import { makeHidesKey } from '../src/core/key-names.ts'
import { makeRedactor } from '../src/core/redact.ts'
import { COMMENT_LIMIT } from '../src/pipeline/publish.ts'
import { toMarkdown } from '../src/report/markdown.ts'
import { documentOf } from '../src/report/overview.ts'
import { planModel } from '../src/terraform/plan/model.ts'
import type { RawPlan } from '../src/terraform/plan/raw.ts'
import { planPart } from '../src/terraform/report/plan-part.ts'
import { planSecrets } from '../src/terraform/secrets.ts'

export interface InProcessFigures {
  /** Seconds from the parsed plan to the comment's Markdown. */
  readonly report: number
  /** Seconds of JSON.parse of the same text. */
  readonly parse: number
}

/** One round: parses a plan, then makes the comment of it, both timed. Throws when the comment says nothing. */
export function reportOnce(text: string): InProcessFigures {
  const parsing = performance.now()
  const raw = JSON.parse(text) as RawPlan
  const parsed = performance.now()
  const markdown = commentOf(raw)
  const done = performance.now()
  if (!markdown.includes('1001 to change')) throw new Error('the comment is not of this plan')
  return { report: (done - parsed) / 1000, parse: (parsed - parsing) / 1000 }
}

function commentOf(raw: RawPlan): string {
  const redactor = makeRedactor({ ...planSecrets(raw, makeHidesKey()), patterns: [] })
  const stack = { key: 'infra', name: 'infra', path: 'infra' }
  const outcome = {
    stack,
    model: planModel(raw, redactor),
    findings: [],
    reproduce: [],
    seconds: 1,
  }
  const run = { id: '1', attempt: 1, sha: 'b'.repeat(40) }
  const part = planPart(outcome, { run, destroyWarning: 1, notSearched: redactor.notSearched })
  return toMarkdown(documentOf([part], { title: 'Terraform plan' }), { limit: COMMENT_LIMIT }).text
}
