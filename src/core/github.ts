import { UserError } from './errors.ts'
import { type Attempted, describeGitHubError } from './github-errors.ts'
import { failureOf, isAnswerLost } from './github-failure.ts'
import { commentOf, jobOf, pullOf, runOf } from './github-map.ts'
import { makeOctokit } from './github-octokit.ts'
import { type Comment, type GitHub, isGitHubFault } from './github-port.ts'
import { backoff, type RetryPolicy } from './github-retry.ts'
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

const PAGE = 100
/** What is read is read in order to write a comment: the message names what will be needed in the end. */
const PULLS = 'pull-requests: write'
const COMMENTS_WRITE = 'pull-requests: write'
const CONTENTS = 'contents: read'
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`

/**
 * The one way to GitHub. Loads octokit (only when it is needed: about 20 ms), sends nothing yet.
 * Throws `UserError` for settings that cannot work.
 */
export async function makeGitHub(settings: GitHubSettings): Promise<GitHub> {
  const { token, apiUrl, log, clock = systemClock() } = settings
  const { owner, repo } = checked(settings)
  const policy: RetryPolicy = { retries: settings.retries ?? 3, maxWaitMs: settings.maxWaitMs ?? 60_000 }
  const octokit = await makeOctokit({ timeoutMs: 30_000, pace: true, ...settings, clock, policy })
  const where = { owner, repo }

  async function attempt<T>(
    what: string,
    permission: string | undefined,
    send: () => Promise<T>,
  ): Promise<T> {
    const attempted: Attempted = { what, apiUrl, token, ...(permission === undefined ? {} : { permission }) }
    try {
      return await send()
    } catch (error) {
      throw describeGitHubError(error, attempted)
    }
  }

  function listComments(number: number): Promise<readonly Comment[]> {
    return attempt(`read the comments of #${number}`, PULLS, async () =>
      allPages(async (page) => {
        const { data, headers } = await octokit.request(
          'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
          { ...where, issue_number: number, per_page: PAGE, page },
        )
        return { items: data.map(commentOf), link: headers.link }
      }),
    )
  }

  function createComment(
    number: number,
    body: string,
    isTheNewOne: (comment: Comment) => boolean,
  ): Promise<Comment> {
    return attempt(`write a comment on #${number}`, COMMENTS_WRITE, async () => {
      for (let tries = 0; ; tries++) {
        try {
          const { data } = await octokit.request(
            'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
            {
              ...where,
              issue_number: number,
              body,
            },
          )
          return commentOf(data)
        } catch (error) {
          if (!isAnswerLost(failureOf(error)) || tries >= policy.retries) throw error
        }
        // It may be there. GitHub shows a new comment in lists after a moment only.
        log.info(`GitHub's answer to a new comment was lost; looking whether it is there`)
        await clock.sleep(backoff(tries))
        const found = (await listComments(number)).find(isTheNewOne)
        if (found !== undefined) return found
      }
    })
  }

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
    listComments,
    createComment,
    updateComment: (id, body) =>
      attempt(`update our comment ${id}`, COMMENTS_WRITE, async () => {
        const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
        return commentOf((await octokit.request(route, { ...where, comment_id: id, body })).data)
      }),
    async deleteComment(id) {
      try {
        await attempt(`delete our comment ${id}`, COMMENTS_WRITE, () =>
          octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
            ...where,
            comment_id: id,
          }),
        )
      } catch (error) {
        if (!isGitHubFault(error, 'missing')) throw error
      }
    },
    minimizeComment: (nodeId) =>
      attempt('hide an old comment of ours', COMMENTS_WRITE, async () => {
        await octokit.graphql(MINIMIZE, { id: nodeId })
      }),
    authenticatedLogin: () => (login ??= askLogin()),
    getPull: (number) =>
      attempt(`read pull request #${number}`, PULLS, async () => {
        const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
        const { data } = await octokit.request(route, { ...where, pull_number: number })
        return { ...pullOf(data), merged: data.merged }
      }),
    pullsForCommit: (sha) =>
      attempt(`find the pull requests of commit ${sha.slice(0, 12)}`, PULLS, () =>
        allPages(async (page) => {
          const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
          const asked = { ...where, commit_sha: sha, per_page: PAGE, page }
          const { data, headers } = await octokit.request(route, asked)
          return { items: data.map(pullOf), link: headers.link }
        }),
      ),
    jobsOfRun: (runId, attemptNumber) =>
      attempt(`read the jobs of run ${runId}`, 'actions: read', () =>
        allPages(async (page) => {
          const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs'
          const asked = { ...where, run_id: runId, attempt_number: attemptNumber, per_page: PAGE, page }
          const { data, headers } = await octokit.request(route, asked)
          return { items: data.jobs.map(jobOf), link: headers.link }
        }),
      ),
    async mergeBase(base, head) {
      try {
        return await attempt(`find where ${base} and ${head} parted`, CONTENTS, async () => {
          const route = 'GET /repos/{owner}/{repo}/compare/{base}...{head}'
          // Changed files, with their patches, come on the first page only: not wanted, and megabytes.
          const asked = { ...where, base, head, per_page: 1, page: 2 }
          return (await octokit.request(route, asked)).data.merge_base_commit.sha
        })
      } catch (error) {
        // Also what it answers to commits without a common ancestor.
        if (isGitHubFault(error, 'missing')) return undefined
        throw error
      }
    },
    workflowRuns: (workflow, { branch, event }) =>
      attempt(`read the runs of ${workflow}`, 'actions: read', async () => {
        const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
        const asked = { ...where, workflow_id: workflow, branch, event, per_page: PAGE }
        const { data } = await octokit.request(route, { ...asked, exclude_pull_requests: true })
        return { total: data.total_count, runs: data.workflow_runs.map(runOf) }
      }),
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

/** Follows `rel="next"` by number: the address in the link is not used. */
async function allPages<T>(
  read: (page: number) => Promise<{ readonly items: readonly T[]; readonly link: string | undefined }>,
): Promise<readonly T[]> {
  const all: T[] = []
  for (let page = 1; ; page++) {
    const { items, link } = await read(page)
    all.push(...items)
    if (items.length === 0 || !/rel="next"/.test(link ?? '')) return all
  }
}
