import { UserError } from '../core/errors.ts'
import type { RunContext } from '../core/event.ts'
import { bool, input, lines, oneOf, optional, repoPath, text, type InputValues } from '../core/inputs.ts'
import { parseAllowDestroy } from '../pipeline/apply/destroy-gate.ts'
import { planInputs } from './plan-inputs.ts'

const { tool, redact } = planInputs

export const applyInputs = {
  'working-directory': input(optional(repoPath)),
  stack: input(lines),
  mode: input(oneOf('reviewed', 'approve', 'replan', 'direct'), { default: 'reviewed' }),
  'plan-passphrase': input(optional(text)),
  'base-sha': input(optional(text)),
  'allow-destroy': input((raw: string) => parseAllowDestroy(lines(raw))),
  environment: input(text),
  gone: input(bool, { default: 'false' }),
  'i-accept-unreviewed': input(bool, { default: 'false' }),
  workflow: input(optional(repoPath)),
  tool,
  'tool-version': planInputs['tool-version'],
  workspace: input(optional(text)),
  'var-files': input(lines),
  'backend-config': input(lines),
  'init-args': input(lines),
  'plan-args': input(lines),
  'lock-timeout': planInputs['lock-timeout'],
  comment: input(oneOf('update', 'off'), { default: 'update' }),
  collect: input(bool, { default: 'false' }),
  config: input(optional(repoPath)),
  redact,
  'github-token': planInputs['github-token'],
  'job-id': planInputs['job-id'],
} as const

export type ApplyInputs = InputValues<typeof applyInputs>

/** What contradicts itself is refused before anything is begun, all of it at once. */
export function refuseApplyFaults(given: ApplyInputs): void {
  const faults: string[] = []
  if (given['working-directory'] !== undefined && given.stack.length > 0) {
    faults.push('give either `working-directory` or `stack`, not both')
  }
  if (given.mode === 'direct' && !given['i-accept-unreviewed']) {
    faults.push('the mode `direct` applies what nobody has reviewed: say so with `i-accept-unreviewed: true`')
  }
  if (given.mode !== 'direct' && given['i-accept-unreviewed']) {
    faults.push(`\`i-accept-unreviewed\` has no meaning in the mode \`${given.mode}\``)
  }
  if (given.mode === 'approve' && given.environment === '') {
    faults.push('the mode `approve` needs `environment`, the name of the environment this job is in')
  }
  if (given.gone && given.stack.length === 0) faults.push('`gone` needs the names of the stacks in `stack`')
  if (given.gone && given['base-sha'] === undefined) {
    faults.push('`gone` needs `base-sha`, the commit where the stacks still were')
  }
  const { all, count, labels } = given['allow-destroy']
  if (given.gone && !all && count === undefined && labels.length === 0) {
    faults.push('`gone` destroys all that a stack manages: set `allow-destroy`')
  }
  if (faults.length > 0) {
    throw new UserError(faults.join('; '), {
      where: 'inputs',
      help: 'Correct the `with:` block of this step.',
    })
  }
}

/** Events whose commit is on a branch, and whose files somebody with the right to merge has put there. */
const EVENTS = ['push', 'workflow_dispatch', 'schedule', 'repository_dispatch', 'workflow_run']

/** The branch that is applied from. @throws UserError for a run that must not apply. */
export function branchToApply({ event, ref, refType, sha }: RunContext): string {
  if (!EVENTS.includes(event)) {
    throw new UserError(`nothing is applied on the event ${event === '' ? '(none)' : event}`, {
      causeClass: 'policy',
      where: 'on:',
      help: 'What a pull request or a merge queue asks about is not merged yet. Apply on `push` to the branch.',
    })
  }
  if (refType === 'tag' || !ref.startsWith('refs/heads/') || sha === '') {
    throw new UserError(`nothing is applied from ${ref === '' ? 'an unknown ref' : ref}`, {
      causeClass: 'policy',
      where: 'on:',
      help: 'Apply from a branch: a tag has no pull requests, and may point to anything.',
    })
  }
  return ref.slice('refs/heads/'.length)
}
