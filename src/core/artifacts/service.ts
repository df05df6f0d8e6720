import { UserError } from '../errors.ts'
import type { Log } from '../ports.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** Where the artifacts of this run are, and our key to them. */
export interface ResultsService {
  /** `https://…`, without path. */
  readonly origin: string
  readonly token: string
  readonly runBackendId: string
  readonly jobBackendId: string
}

/**
 * What the runner tells of its results service; the token is masked from here on.
 * @throws UserError when there is none
 */
export function resultsService(env: Env, log: Log): ResultsService {
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  if (!hasService(server)) {
    throw new UserError(`GitHub Enterprise Server (${server}) has no artifact service that we can use`, {
      help: 'Leave out what needs artifacts (collect, save-plan), or hand the files on yourself.',
      where: 'GITHUB_SERVER_URL',
    })
  }
  const { ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: url = '' } = env
  if (token === '' || !URL.canParse(url)) {
    throw new UserError('There is no artifact service here: the runner did not tell where it is', {
      help: 'Artifacts exist in a job of a workflow only, and only for actions ("uses:"), not for "run:" steps.',
      where: token === '' ? 'ACTIONS_RUNTIME_TOKEN' : 'ACTIONS_RESULTS_URL',
    })
  }
  log.mask(token)
  return { origin: new URL(url).origin, token, ...backendIds(token) }
}

/** GitHub itself, also GitHub Enterprise Cloud with data residency: the hosts for which the toolkit's library works. */
function hasService(server: string): boolean {
  if (!URL.canParse(server)) return false
  const host = new URL(server).hostname.toLowerCase()
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}

/** The token names its run and job in a scope: `Actions.Results:<run>:<job>`. Whether it is genuine the service judges. */
function backendIds(token: string): Pick<ResultsService, 'runBackendId' | 'jobBackendId'> {
  const scopes = scopesOf(token).split(' ')
  for (const scope of scopes) {
    const [name, runBackendId, jobBackendId, ...more] = scope.split(':')
    if (name === 'Actions.Results' && runBackendId && jobBackendId && more.length === 0) {
      return { runBackendId, jobBackendId }
    }
  }
  throw new UserError("The runner's token does not say which run it is of", {
    help: 'Is the runner up to date? Artifacts need one of 2024 or newer.',
    where: 'ACTIONS_RUNTIME_TOKEN',
  })
}

function scopesOf(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const isClaims = typeof claims === 'object' && claims !== null && 'scp' in claims
    return isClaims && typeof claims.scp === 'string' ? claims.scp : ''
  } catch {
    return ''
  }
}
