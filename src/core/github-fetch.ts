import { UserError } from './errors.ts'
import { makeTransport, type Sent } from './github-transport.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

const MAX_REDIRECTS = 3

/**
 * The fetch under the GitHub client. It speaks to the origin of `apiUrl` and to no other, so that the token cannot
 * go elsewhere: not by a redirect, not by a link in an answer. Redirects within the origin (a repository was renamed)
 * are followed. With `redirect: 'manual'` one that is found elsewhere (302, 303) is handed out instead: whoever asks for
 * that goes there without the token. It goes through the proxy that the toolkit would use (`https_proxy`, `http_proxy`, `no_proxy`).
 */
export async function makeFetch(apiUrl: string, timeoutMs: number): Promise<Fetch> {
  const origin = new URL(apiUrl).origin
  const send = await transport(apiUrl)

  return async function fetchFromApi(url, init) {
    let target = new URL(url)
    for (let redirects = 0; ; redirects++) {
      if (target.origin !== origin) {
        throw new UserError(`GitHub's API at ${origin} sent us to ${target.origin}: refused`, {
          help: 'The token is sent to the API server only. Check GITHUB_API_URL and the proxy.',
          causeClass: 'policy',
        })
      }
      const response = await send(target.href, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const location = response.headers.get('location')
      const isRedirect = [301, 302, 303, 307, 308].includes(response.status)
      if (!isRedirect) return response
      // 301, 307 and 308 say that the repository was renamed: the same question, at another address.
      if (init.redirect === 'manual' && (response.status === 302 || response.status === 303)) return response
      await response.body?.cancel()
      // 301 to 303 let a client turn POST into GET: that would look like success.
      const keepsMethod = response.status >= 307 || init.method === 'GET'
      if (location === null || !keepsMethod || redirects >= MAX_REDIRECTS) {
        throw new UserError(`GitHub's API answered ${response.status} and does not say where to go`, {
          help: 'Was the repository renamed or moved? Run the workflow again from where it is now.',
        })
      }
      target = new URL(location, target)
    }
  }
}

/** Our own transport, or with a proxy the toolkit's. */
async function transport(apiUrl: string): Promise<Fetch> {
  const { getProxyUrl } = await import('@actions/http-client/lib/proxy')
  if (getProxyUrl(new URL(apiUrl)) === undefined) {
    const send = await makeTransport(new URL(apiUrl))
    // octokit sends headers as an object and bodies as text, and reads nothing else of an answer.
    return async (url, init) => (await send(url, init as Sent)) as unknown as Response
  }
  const [{ HttpClient }, undici] = await Promise.all([import('@actions/http-client'), import('undici')])
  const dispatcher = new HttpClient().getAgentDispatcher(apiUrl)
  return async (url, init) => {
    const options = { ...init, dispatcher } as unknown as Parameters<typeof undici.fetch>[1]
    return (await undici.fetch(url, options)) as unknown as Response
  }
}
