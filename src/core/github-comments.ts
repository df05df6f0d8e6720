import { allPages, type GitHubContext, PAGE, PERMISSION } from './github-context.ts'
import { failureOf, isAnswerLost } from './github-failure.ts'
import { commentOf } from './github-map.ts'
import { type Comment, type GitHub, isGitHubFault } from './github-port.ts'
import { backoff } from './github-retry.ts'

const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`

type Comments = Pick<
  GitHub,
  'listComments' | 'createComment' | 'updateComment' | 'deleteComment' | 'minimizeComment'
>

/** Comments of pull requests. */
export function commentOperations({ octokit, where, attempt, policy, log, clock }: GitHubContext): Comments {
  function listComments(number: number): Promise<readonly Comment[]> {
    return attempt(`read the comments of #${number}`, PERMISSION.pulls, async () =>
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
    return attempt(`write a comment on #${number}`, PERMISSION.pulls, async () => {
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

  return {
    listComments,
    createComment,
    updateComment: (id, body) =>
      attempt(`update our comment ${id}`, PERMISSION.pulls, async () => {
        const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
        return commentOf((await octokit.request(route, { ...where, comment_id: id, body })).data)
      }),
    async deleteComment(id) {
      try {
        await attempt(`delete our comment ${id}`, PERMISSION.pulls, () =>
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
      attempt('hide an old comment of ours', PERMISSION.pulls, async () => {
        await octokit.graphql(MINIMIZE, { id: nodeId })
      }),
  }
}
