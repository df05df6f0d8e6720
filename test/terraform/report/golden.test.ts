import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { marked, type Token } from 'marked'
import { makeRedactor } from '../../../src/core/redact.ts'
import type { Redactor } from '../../../src/core/redactor.ts'
import { toMarkdown } from '../../../src/report/markdown.ts'
import { documentOf } from '../../../src/report/overview.ts'
import type { Part } from '../../../src/report/part.ts'
import { redactDocument } from '../../../src/report/redact-document.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import { planOutcome } from '../../../src/terraform/report/plan-outcome.ts'
import { planPart } from '../../../src/terraform/report/plan-part.ts'
import { planSecrets } from '../../../src/terraform/secrets.ts'
import { ROOT } from '../../lab/action-run.ts'
import { goldenPlans } from '../../lab/plans.ts'

/** Every golden plan as the comment it becomes. `UPDATE_GOLDEN=1 npm test -- golden` writes them anew: read the diff. */
const EXPECTED = join(ROOT, 'test/fixtures/comments')

interface Rendered {
  readonly part: Part
  readonly text: string
  readonly redactor: Redactor
}

function render(path: string): Rendered {
  const raw = parsePlanJson(readFileSync(path, 'utf8'))
  const { hidesKey } = makeRedactor({ secrets: [], publicNames: [], patterns: [] })
  const redactor = makeRedactor({ ...planSecrets(raw, hidesKey), patterns: [] })
  const stack = { key: 'k', name: 'infra/app', path: 'infra/app' }
  const outcome = planOutcome({ stack, raw, diagnostics: [], findings: [], seconds: 1 }, redactor)
  const run = { id: '1', attempt: 1, sha: 'b'.repeat(40) }
  const part = planPart(outcome, { run, destroyWarning: 1, notSearched: redactor.notSearched })
  const document = redactDocument(documentOf([part], { title: 'Terraform plan' }), redactor)
  return { part, text: toMarkdown(document, { limit: 65_000 }).text, redactor }
}

const plans = goldenPlans().map((plan) => ({
  ...plan,
  title: `${plan.scenario} ${plan.tool} ${plan.version}`,
}))

test('there are plans of all three tools', () => {
  expect([...new Set(plans.map(({ tool, version }) => `${tool} ${version}`))].sort()).toEqual([
    'terraform 1.11.4',
    'terraform 1.5.7',
    'tofu 1.12.6',
  ])
})

describe.each(plans)('$title', ({ scenario, tool, version, path }) => {
  const { part, text, redactor } = render(path)

  test('is rendered as before', () => {
    const file = join(EXPECTED, scenario, `${tool}-${version}.md`)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${text}\n`)
    }
    // A comment that nobody has read is no expectation.
    expect(existsSync(file)).toBe(true)
    expect(`${text}\n`).toBe(readFileSync(file, 'utf8'))
  })

  test('leaks nothing, fits, and is balanced', () => {
    expect(redactor.leaks(text)).toBe(0)
    expect(text.length).toBeLessThanOrEqual(65_000)
    const html = htmlOf(marked.lexer(text))
    expect(html.match(/<details/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0)
  })

  test('its counts are those of the plan’s own actions', () => {
    const raw = parsePlanJson(readFileSync(path, 'utf8'))
    const actions = (raw.resource_changes ?? [])
      .filter(({ mode }) => mode !== 'data')
      .map(({ change }) => (change?.actions ?? []).join('+'))
    const count = (...wanted: string[]): number => actions.filter((action) => wanted.includes(action)).length
    expect(part.counts).toMatchObject({
      add: count('create', 'create+forget', 'forget+create'),
      change: count('update'),
      destroy: count('delete'),
      replace: count('delete+create', 'create+delete'),
    })
  })
})

/** All raw HTML of a document, in folds too. */
function htmlOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === 'html' ? token.raw : 'tokens' in token ? htmlOf(token.tokens ?? []) : ''))
    .join('')
}
