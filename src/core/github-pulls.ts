import { allPages, type GitHubContext, eachOnce, PAGE, PERMISSION } from './github-context.ts'
import { pullOf } from './github-map.ts'
import type { GitHub } from './github-port.ts'
import { shortCommit } from './short-commit.ts'

type Pulls = Pick<GitHub, 'getPull' | 'pullsForCommit' | 'openPulls' | 'pullsFrom' | 'baseChangedAt'>

/** A person points it at another branch, or GitHub does so when its base is merged and deleted. */
const BASE_EVENTS = new Set(['base_ref_changed', 'automatic_base_change_succeeded'])

/** Pull requests. */
export function pullOperations({ octokit, where, attempt }: GitHubContext): Pulls {
  const list = (
    filter: { readonly state: 'open' | 'all'; readonly base?: string; readonly head?: string },
    limit: number,
  ) =>
    allPages(async (page) => {
      const asked = { ...where, ...filter, sort: 'created', direction: 'desc', per_page: PAGE, page } as const
      const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/pulls', asked)
      return { items: data.map((raw) => ({ id: raw.number, pull: pullOf(raw) })), link: headers.link }
    }, limit).then((found) => eachOnce(found).map(({ pull }) => pull))

  return {
    getPull: (number) =>
      attempt(`read pull request #${number}`, PERMISSION.pulls, async () => {
        const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
        const { data } = await octokit.request(route, { ...where, pull_number: number })
        return { ...pullOf(data), merged: data.merged }
      }),
    pullsForCommit: (sha) =>
      attempt(`find the pull requests of commit ${shortCommit(sha)}`, PERMISSION.pulls, () =>
        allPages(async (page) => {
          const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
          const asked = { ...where, commit_sha: sha, per_page: PAGE, page }
          const { data, headers } = await octokit.request(route, asked)
          return { items: data.map(pullOf), link: headers.link }
        }),
      ),
    openPulls: (base, limit) =>
      attempt(`list the open pull requests into ${base}`, PERMISSION.pullsRead, () =>
        list({ state: 'open', base }, limit),
      ),
    pullsFrom: (branch, limit) =>
      attempt(`list the pull requests from ${branch}`, PERMISSION.pullsRead, () =>
        // A branch of the same name in a fork has another owner.
        list({ state: 'all', head: `${where.owner}:${branch}` }, limit),
      ),
    baseChangedAt: (number) =>
      attempt(`read the events of #${number}`, PERMISSION.pullsRead, async () => {
        const events = await allPages(async (page) => {
          const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events'
          const asked = { ...where, issue_number: number, per_page: PAGE, page }
          const { data, headers } = await octokit.request(route, asked)
          return { items: data, link: headers.link }
        })
        const times = events
          .filter(({ event }) => BASE_EVENTS.has(event))
          .map((event) => Date.parse(event.created_at))
        return times.length === 0 ? undefined : Math.max(...times)
      }),
  }
}
