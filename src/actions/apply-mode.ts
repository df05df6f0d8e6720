import type { ActionContext } from '../core/action.ts'

export interface ApplyModeInputs {
  readonly mode: 'auto' | 'reviewed' | 'replan' | 'off'
  readonly 'plan-passphrase': string
}

/**
 * How a push is applied; undefined: it is planned only. Nothing is ever applied from another branch than the default
 * one: a workflow that runs on all pushes would else apply what nobody has merged.
 */
export function applyMode(
  given: ApplyModeInputs,
  { run, log }: Pick<ActionContext, 'run' | 'log'>,
): { readonly mode: 'reviewed' | 'replan'; readonly branch: string } | undefined {
  if (run.event !== 'push' || given.mode === 'off') return undefined
  const wanted = given.mode !== 'auto'
  const branch = run.ref.startsWith('refs/heads/') ? run.ref.slice('refs/heads/'.length) : undefined
  if (branch === undefined || branch !== run.defaultBranch) {
    if (wanted) log.notice(`Nothing is applied: ${run.ref} is not the default branch.`)
    return undefined
  }
  if (given.mode !== 'auto') return { mode: given.mode, branch }
  if (given['plan-passphrase'] !== '') return { mode: 'reviewed', branch }
  log.warning('Nothing is applied: give `plan-passphrase`, with which the plans of pull requests are sealed.')
  return undefined
}
