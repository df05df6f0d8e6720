import { UserError } from '../core/errors.ts'
import { count, duration, input, lines, oneOf, optional, text, type Parser } from '../core/inputs.ts'
import type { Check } from '../terraform/plan-stack.ts'

/** `auto`: both, where the action plans itself; a plan made elsewhere was validated there. */
export type ChecksInput = readonly Check[] | 'auto'

/** `auto`, `none`, or any of the checks with commas or spaces between them. */
export const checks: Parser<ChecksInput> = (raw) => {
  if (raw === 'auto' || raw === '') return 'auto'
  if (raw === 'none') return []
  const words = [...new Set(raw.split(/[\s,]+/))]
  const wrong = words.filter((word) => word !== 'fmt' && word !== 'validate')
  if (wrong.length > 0) throw new Error('must be auto, none, or a list of fmt and validate')
  return words as Check[]
}

const retentionDays: Parser<number> = (raw) => {
  const days = count(raw)
  // What GitHub takes at most, in private repositories.
  if (days < 1 || days > 400) throw new Error('must be from 1 to 400')
  return days
}

/** Inputs that every way to plan has, with the same meaning. */
export const planInputs = {
  checks: input(checks, { default: 'auto' }),
  tool: input(oneOf('auto', 'terraform', 'tofu'), { default: 'auto' }),
  'tool-version': input(text, { default: 'auto' }),
  'lock-timeout': input(duration, { default: '5m' }),
  comment: input(oneOf('update', 'new', 'off'), { default: 'update' }),
  redact: input(lines),
  'destroy-warning': input(count, { default: '1' }),
  'fork-policy': input(oneOf('fail', 'notice'), { default: 'fail' }),
  'github-token': input(text),
  'job-id': input(text),
} as const

/** Inputs of what keeps plans for a later job. */
export const saveInputs = {
  'save-plan': input(optional(oneOf('sealed', 'plain', 'off'))),
  'plan-passphrase': input(text),
  'retention-days': input(retentionDays, { default: '14' }),
} as const

/** With a fork's code, this event has the secrets of the repository: a plan runs that code, so it may not have them. */
export function refusePullRequestTarget(event: string): void {
  if (event !== 'pull_request_target') return
  throw new UserError('a plan is not run on pull_request_target', {
    causeClass: 'policy',
    where: 'on:',
    help: 'That event gives the code of a fork your secrets, and planning runs that code. Use `on: pull_request`.',
  })
}
