import { UserError } from './errors.ts'
import { artifactOperations } from './github-artifacts.ts'
import { commentOperations } from './github-comments.ts'
import { makeContext } from './github-context.ts'
import { makeOctokit } from './github-octokit.ts'
import { type GitHub, isGitHubFault } from './github-port.ts'
import { pullOperations } from './github-pulls.ts'
import { repositoryOperations } from './github-repository.ts'
import type { RetryPolicy } from './github-retry.ts'
import { runOperations } from './github-runs.ts'
import { systemClock } from './log.ts'
import type { Clock, Log } from './ports.ts'

export interface GitHubSettings {
  readonly token: string
  /** `owner/name`. */
  readonly repository: string
  /** GITHUB_API_URL: `https://api.github.com`, or `https://HOST/api/v3` on GitHub Enterprise Server. */
  readonly apiUrl: string
  readonly log: Log
  readonly clock?: Clock
  /** How often a failed request is sent again. Default 3. */
  readonly retries?: number
  /** Milliseconds that the waits of one request may take together. Default 60,000. */
  readonly maxWaitMs?: number
  /** Milliseconds after which a request without an answer counts as lost. Default 30,000. */
  readonly timeoutMs?: number
  /** Keep GitHub's rules between writes: one second, three after what notifies people. Default true. */
  readonly pace?: boolean
}

/**
 * The one way to GitHub. Loads octokit (only when it is needed: about 20 ms), sends nothing yet.
 * Throws `UserError` for settings that cannot work.
 */
export async function makeGitHub(settings: GitHubSettings): Promise<GitHub> {
  const { token, apiUrl, log, clock = systemClock() } = settings
  const { owner, repo } = checked(settings)
  const policy: RetryPolicy = { retries: settings.retries ?? 3, maxWaitMs: settings.maxWaitMs ?? 60_000 }
  const octokit = await makeOctokit({ timeoutMs: 30_000, pace: true, ...settings, clock, policy })
  const context = makeContext({ octokit, where: { owner, repo }, token, apiUrl, log, clock, policy })
  const { attempt } = context

  let login: Promise<string | undefined> | undefined
  const tokenKind = token.startsWith('ghs_') ? 'installation' : 'user'
  async function askLogin(): Promise<string | undefined> {
    try {
      return await attempt('ask whose the token is', undefined, async () => {
        if (tokenKind === 'user') return (await octokit.request('GET /user')).data.login
        // `GET /user` is not for installations; GraphQL tells them.
        const answer = await octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }')
        return answer.viewer.login
      })
    } catch (error) {
      if (isGitHubFault(error, 'permission', 'missing', 'invalid')) return undefined
      throw error
    }
  }

  return {
    tokenKind,
    authenticatedLogin: () => (login ??= askLogin()),
    ...commentOperations(context),
    ...pullOperations(context),
    ...runOperations(context),
    ...artifactOperations(context),
    ...repositoryOperations(context),
  }
}

function checked({ token, repository, apiUrl }: GitHubSettings): { owner: string; repo: string } {
  // A token with a line end would be quoted, whole, in the error of whoever builds the header.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UserError(
      token === '' ? 'There is no GitHub token' : 'The GitHub token holds blanks or other signs no token has',
      {
        where: 'github-token',
        help: "Leave github-token out to use the job's own token, or check the secret behind it.",
        causeClass: 'auth',
      },
    )
  }
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    throw new UserError('GITHUB_API_URL is not the address of an API')
  }
  const [owner, repo, ...more] = repository.split('/')
  if (!owner || !repo || more.length > 0) {
    throw new UserError(`Not a repository (owner/name): ${repository}`)
  }
  return { owner, repo }
}
