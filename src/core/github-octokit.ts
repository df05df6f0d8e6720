import type { Octokit } from '@octokit/core'
import { makeFetch } from './github-fetch.ts'
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

/** Makes clients tell their queues apart. */
let clients = 0

/** octokit with our transport, pace and retries. */
export async function makeOctokit(settings: OctokitSettings): Promise<Octokit> {
  const { token, apiUrl, policy, clock, log } = settings
  // Not @actions/github: it takes three times as long to load, and reads GITHUB_API_URL and the event at import.
  const [core, { throttling }, fetch] = await Promise.all([
    import('@octokit/core'),
    import('@octokit/plugin-throttling'),
    makeFetch(apiUrl, settings.timeoutMs),
  ])
  const debug = (message: string): void => log.debug(message)
  const octokitLog = { debug, info: debug, warn: debug, error: debug }
  // The plugin spaces the writes; when to try again is decided in github-retry.ts.
  const never = (): false => false
  const Client = core.Octokit.plugin(throttling)
  const octokit = new Client({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'gitops-pipeline',
    log: octokitLog,
    request: { fetch, log: octokitLog },
    throttle: {
      enabled: settings.pace,
      // Its queues are shared by name in the whole process.
      id: `${apiUrl} ${clients++}`,
      onRateLimit: never,
      onSecondaryRateLimit: never,
    },
  })
  octokit.hook.wrap('request', (request, options) =>
    withRetries(async () => whole(await request(options)), options, policy, { clock, log }),
  )
  return octokit
}
/** octokit hands out what it could read when JSON breaks off: as text, with a good status. */
function whole<T extends { readonly data: unknown; readonly status: number }>(response: T): T {
  if (response.status !== 204 && typeof response.data === 'string') throw new Error('the answer broke off')
  return response
}
