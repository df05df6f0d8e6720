import type { Octokit } from '@octokit/core'
import { type Attempted, describeGitHubError } from './github-errors.ts'
import type { RetryPolicy } from './github-retry.ts'
import type { Clock, Log } from './ports.ts'

/** What every group of operations of the GitHub client works with. */
export interface GitHubContext {
  readonly octokit: Octokit
  /** Path parameters of the one repository. */
  readonly where: { readonly owner: string; readonly repo: string }
  readonly token: string
  readonly apiUrl: string
  readonly log: Log
  readonly clock: Clock
  readonly policy: RetryPolicy
  /**
   * Turns what `send` throws into an error for people.
   *
   * @param what completes "could not …"
   * @param permission as a workflow writes it; undefined: none is needed
   */
  readonly attempt: <T>(what: string, permission: string | undefined, send: () => Promise<T>) => Promise<T>
}

/** What each request needs, for the message when it is missing. */
export const PERMISSION = {
  /** What is read is read in order to write a comment: the message names what will be needed in the end. */
  pulls: 'pull-requests: write',
  pullsRead: 'pull-requests: read',
  actions: 'actions: read',
  contents: 'contents: read',
} as const

/** Entries of a page: the most GitHub gives. */
export const PAGE = 100

export function makeContext(context: Omit<GitHubContext, 'attempt'>): GitHubContext {
  const { apiUrl, token } = context
  return {
    ...context,
    async attempt(what, permission, send) {
      const attempted: Attempted = {
        what,
        apiUrl,
        token,
        ...(permission === undefined ? {} : { permission }),
      }
      try {
        return await send()
      } catch (error) {
        throw describeGitHubError(error, attempted)
      }
    },
  }
}

/** One page of a list, and GitHub's Link header. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly link: string | undefined
}

/** Follows `rel="next"` by number: the address in the link is not used. Stops when there are `limit` items. */
export async function allPages<T>(
  read: (page: number) => Promise<Page<T>>,
  limit = Infinity,
): Promise<readonly T[]> {
  const all: T[] = []
  for (let page = 1; ; page++) {
    const { items, link } = await read(page)
    all.push(...items)
    if (items.length === 0 || all.length >= limit || !/rel="next"/.test(link ?? '')) {
      return all.slice(0, limit)
    }
  }
}

/** Of a list that grew at its beginning while it was read: what moved to the next page is there twice, kept once. */
export function eachOnce<T extends { readonly id: number }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()]
}
