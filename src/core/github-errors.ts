import { errorMessage, UserError, type CauseClass } from './errors.ts'
import { failureOf, isRateLimited, type Failure } from './github-failure.ts'
import { GitHubError, type GitHubFault } from './github-port.ts'
import { WAIT_ASKED } from './github-retry.ts'

export interface Attempted {
  /** Completes "GitHub did not let us …": `write a comment on #5`. */
  readonly what: string
  /** The permission it needs, as a workflow writes it: `pull-requests: write`. */
  readonly permission?: string
  readonly apiUrl: string
  /** Never appears in the error, whatever GitHub answered. */
  readonly token: string
}

const CAUSES: Readonly<Record<GitHubFault, CauseClass>> = {
  token: 'auth',
  permission: 'auth',
  locked: 'policy',
  missing: 'config',
  invalid: 'config',
  limit: 'timeout',
  unavailable: 'timeout',
}

function faultOf(failure: Failure): GitHubFault {
  const { status, message } = failure
  if (status === undefined || status >= 500 || status === 408) return 'unavailable'
  if (status === 401) return 'token'
  if (isRateLimited(failure)) return 'limit'
  if (status === 403) return /\blocked\b/i.test(message) ? 'locked' : 'permission'
  return status === 404 || status === 410 ? 'missing' : 'invalid'
}

function waitAsked(thrown: unknown): number | undefined {
  const wait = thrown instanceof Error && WAIT_ASKED in thrown ? thrown[WAIT_ASKED] : undefined
  return typeof wait === 'number' ? Math.ceil(wait / 1000) : undefined
}

function help(fault: GitHubFault, { permission, apiUrl }: Attempted): string {
  switch (fault) {
    case 'token':
      return 'Check the input github-token: the token may have expired, or belong to another server.'
    case 'permission':
      return `Give the job ${permission === undefined ? 'the permission' : `"permissions: ${permission}"`}. In a pull request from a fork, or one of Dependabot's, the token can only read.`
    case 'locked':
      return 'Unlock the conversation of the pull request, or turn comments off with "comment: off".'
    case 'missing':
      return permission === undefined
        ? 'Check that the repository is right and that the token may see it.'
        : `Check the number, and that the token may see the repository (it needs "${permission}").`
    case 'invalid':
      return "GitHub's own words are above; if they make no sense, please report a bug."
    case 'limit':
      return 'Wait and run the job again; fewer jobs at once, or a token of their own, avoid it.'
    case 'unavailable':
      return `Run the job again. If it goes on: is ${new URL(apiUrl).host} reachable from this runner (proxy, firewall), and is GitHub up?`
  }
}

function happened(fault: GitHubFault, failure: Failure, thrown: unknown): string {
  const wait = waitAsked(thrown)
  if (fault === 'limit')
    return `too many requests${wait === undefined ? '' : `, it asks us to wait ${wait} s`}`
  if (failure.status === undefined)
    return `no answer${failure.code === undefined ? '' : ` (${failure.code})`}`
  return `it answered ${failure.status}`
}

/**
 * Turns what octokit throws into an error that says what we wanted, what GitHub said, which permission is needed and
 * what to do. What is already meant for the user passes as it is. The token is cut out of everything, also where a
 * server echoes it, and octokit's error (with headers and bodies) is not kept.
 */
export function describeGitHubError(thrown: unknown, attempted: Attempted): UserError {
  const own = [thrown, thrown instanceof Error ? thrown.cause : undefined].find((e) => e instanceof UserError)
  if (own !== undefined) return own
  const failure = failureOf(thrown)
  const fault = faultOf(failure)
  const clean = (text: string): string => text.replaceAll(attempted.token, '***').replace(/\s+/g, ' ').trim()
  const said = clean(failure.message).slice(0, 300)
  // A gateway's 5xx page says nothing to the reader; GitHub's own short message does.
  const words = said === '' || said.startsWith('<') ? '' : `: ${said}`
  const message = `Could not ${attempted.what} on GitHub, ${happened(fault, failure, thrown)}${words}`
  return new GitHubError(message, fault, failure.status, {
    help: help(fault, attempted),
    causeClass: CAUSES[fault],
    cause: new Error(clean(errorMessage(thrown)).slice(0, 1000)),
  })
}
