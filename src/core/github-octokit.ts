import type { Octokit } from '@octokit/core'
import { makeFetch } from './github-fetch.ts'
import { makePace, type Pace } from './github-pace.ts'
import { type RetryPolicy, withRetries } from './github-retry.ts'
import type { Clock, Log } from './ports.ts'

export interface OctokitSettings {
  readonly token: string
  readonly apiUrl: string
  readonly timeoutMs: number
  readonly pace: boolean
  readonly policy: RetryPolicy
  readonly clock: Clock
  readonly log: Log
}

/** octokit with our transport, pace and retries. */
export async function makeOctokit(settings: OctokitSettings): Promise<Octokit> {
  const { token, apiUrl, policy, clock, log } = settings
  // Not @actions/github: it takes three times as long to load, and reads GITHUB_API_URL and the event at import.
  const [{ Octokit: Client }, fetch] = await Promise.all([
    import('@octokit/core'),
    makeFetch(apiUrl, settings.timeoutMs),
  ])
  const debug = (message: string): void => log.debug(message)
  const octokitLog = { debug, info: debug, warn: debug, error: debug }
  const octokit = new Client({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'gitops-pipeline',
    log: octokitLog,
    request: { fetch, log: octokitLog },
  })
  const pace = settings.pace ? makePace(clock) : noPace
  octokit.hook.wrap('request', (request, options) =>
    withRetries(async () => whole(await request(options)), options, policy, { clock, log, pace }),
  )
  return octokit
}

const noPace: Pace = () => Promise.resolve()

/** octokit hands out as good what is none: text when JSON breaks off, and GraphQL's own rate limit. */
function whole<T extends { readonly data: unknown; readonly status: number }>(response: T): T {
  const { data, status } = response
  const isEmpty = status === 204 || (status >= 300 && status < 400)
  if (!isEmpty && typeof data === 'string') throw new Error('the answer broke off')
  if (isGraphqlLimit(data)) throw Object.assign(new Error('GraphQL rate limit'), { response })
  return response
}

function isGraphqlLimit(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('errors' in data) || !Array.isArray(data.errors))
    return false
  return data.errors.some((error: { readonly type?: unknown } | null) => error?.type === 'RATE_LIMITED')
}
