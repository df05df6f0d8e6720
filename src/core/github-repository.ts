import { UserError } from './errors.ts'
import { allPages, type GitHubContext, PAGE, PERMISSION } from './github-context.ts'
import { entryOf, environmentOf } from './github-map.ts'
import { type GitHub, type GitHubError, isGitHubFault } from './github-port.ts'

type Repository = Pick<
  GitHub,
  'isPublic' | 'branchHead' | 'mergeBase' | 'commitsBetween' | 'folder' | 'environment'
>

/** GitHub lists no more entries of a folder, without a word. Source: https://docs.github.com/rest/repos/contents */
const FOLDER_LIMIT = 1000

/** The repository itself: branches, commits, files, environments. */
export function repositoryOperations({ octokit, where, attempt }: GitHubContext): Repository {
  /** Undefined where there is no such thing. */
  async function ifThere<T>(
    what: string,
    permission: string,
    send: () => Promise<T>,
    isThere: (error: GitHubError) => boolean = () => false,
  ): Promise<T | undefined> {
    try {
      return await attempt(what, permission, send)
    } catch (error) {
      if (isGitHubFault(error, 'missing') && !isThere(error)) return undefined
      throw error
    }
  }

  return {
    isPublic: () =>
      attempt('read what kind of repository this is', 'metadata: read', async () => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}', where)
        // What everybody in the company can read (`internal`) is private as well.
        return !data.private && (data.visibility ?? 'public') === 'public'
      }),
    branchHead: (branch) =>
      ifThere(`read the branch ${branch}`, PERMISSION.contents, async () => {
        const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}'
        return (await octokit.request(route, { ...where, ref: `heads/${branch}` })).data.object.sha
      }),
    mergeBase: (base, head) =>
      // Also what it answers to commits without a common ancestor.
      ifThere(`find where ${base} and ${head} parted`, PERMISSION.contents, async () => {
        const route = 'GET /repos/{owner}/{repo}/compare/{base}...{head}'
        // Changed files, with their patches, come on the first page only: not wanted, and megabytes.
        const asked = { ...where, base, head, per_page: 1, page: 2 }
        return (await octokit.request(route, asked)).data.merge_base_commit.sha
      }),
    commitsBetween: (base, head, limit) =>
      ifThere(`list the commits between ${base} and ${head}`, PERMISSION.contents, async () => {
        let total = 0
        const commits = await allPages(async (page) => {
          const route = 'GET /repos/{owner}/{repo}/compare/{base}...{head}'
          const asked = { ...where, base, head, per_page: PAGE, page }
          const { data, headers } = await octokit.request(route, asked)
          total = data.total_commits
          return { items: data.commits.map(({ sha }) => sha), link: headers.link }
        }, limit)
        if (commits.length < Math.min(total, limit)) {
          throw new Error(`GitHub told of ${total} commits and listed ${commits.length}`)
        }
        return { total, commits }
      }),
    folder: (path, ref) =>
      ifThere(
        `list the folder ${path === '' ? '/' : path} at ${ref}`,
        PERMISSION.contents,
        async () => {
          const route = 'GET /repos/{owner}/{repo}/contents/{path}'
          const { data } = await octokit.request(route, { ...where, path, ref })
          // A file, or a symbolic link: no folder.
          if (!Array.isArray(data)) return undefined
          if (data.length >= FOLDER_LIMIT) {
            throw new UserError(
              `The folder ${path} has more than ${FOLDER_LIMIT - 1} entries, GitHub does not list all`,
            )
          }
          return data.map(entryOf)
        },
        // Then nobody knows what is in it: that is not "there is none".
        ({ message }) => /no commit found/i.test(message),
      ),
    environment: (name) =>
      ifThere(`read the environment ${name}`, PERMISSION.actions, async () => {
        const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}'
        return environmentOf((await octokit.request(route, { ...where, environment_name: name })).data)
      }),
  }
}
