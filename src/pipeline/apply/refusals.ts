import { UserError, withoutStop } from '../../core/errors.ts'
import { isGitHubFault } from '../../core/github-port.ts'
import type { Found, Refusal, Wanted } from './contracts.ts'

/** What to do where a reviewed plan is not to be had. */
export const APPROVE_HELP =
  'Apply it with "mode: approve": it is planned in this run, shown in its summary, and applied once somebody has said yes.'

/**
 * What GitHub did not tell, as a refusal: never as "there is none". Throws again what is no answer: a fault of ours, or
 * that we are to stop.
 *
 * @param what completes "It could not be told …"
 * @param permissions that the questions need, as a workflow writes them
 */
export function unknownRefusal(what: string, thrown: unknown, permissions: readonly string[]): Refusal {
  if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
  const help = thrown.help ?? 'Run the job again.'
  // Only then it may be the token's fault.
  const unsaid = isGitHubFault(thrown, 'permission', 'missing', 'token')
    ? permissions.filter((permission) => !help.includes(permission))
    : []
  const needs = unsaid.map((permission) => `"${permission}"`).join(', ')
  return {
    code: 'unknown',
    reason: `It could not be told ${what}: ${withoutStop(thrown.message)}.`,
    help: needs === '' ? help : `${help} The job needs the permissions ${needs}.`,
  }
}

/** The same for each stack. */
export function allRefused(wanted: readonly Wanted[], refusal: Refusal): Map<string, Found> {
  return new Map(wanted.map(({ key }) => [key, { kind: 'refused', refusal }]))
}

/** What goes first was not applied: by this job, or by an earlier one of this run. */
export function afterUpstream(name: string, upstream: readonly string[]): Refusal {
  return {
    code: 'upstream',
    reason: `${name} goes after ${upstream.join(', ')}, which ${upstream.length === 1 ? 'is' : 'are'} not applied.`,
    help: 'Once that is done, run the failed jobs of this run again.',
  }
}
