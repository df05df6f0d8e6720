import { publishComment } from '../../core/comment.ts'
import { messageAndHelp } from '../../core/errors.ts'
import type { RunContext } from '../../core/event.ts'
import type { GitHub } from '../../core/github-port.ts'
import { GITHUB_LIMIT, type Rendered } from '../publish.ts'

export interface ApplyComment {
  readonly rendered: Pick<Rendered, 'markdown' | 'stable'>
  /** Tells it from other comments of the same pull request. */
  readonly key: string
  readonly run: RunContext
  /** Numbers of the merged pull requests. */
  readonly pulls: readonly number[]
}

export interface WrittenComments {
  readonly comments: readonly { readonly id: number; readonly url: string }[]
  /** Why one is not there. What was applied is applied: no reason to be red. */
  readonly warnings: readonly string[]
}

/** A push that brings more pull requests than this tells the newest ones only. */
const MOST_PULLS = 10

/** Writes the result on each merged pull request. Never rejects. */
export async function writeApplyComments(
  { rendered, key, run, pulls }: ApplyComment,
  github: GitHub,
): Promise<WrittenComments> {
  const comments: { id: number; url: string }[] = []
  const warnings: string[] = []
  const told = [...pulls].sort((a, b) => b - a).slice(0, MOST_PULLS)
  for (const number of told) {
    try {
      const { id, url } = await publishComment(
        {
          number,
          key,
          body: rendered.markdown,
          stable: rendered.stable,
          mode: 'update',
          run: { id: run.runId, attempt: run.attempt, sha: run.sha },
          limit: GITHUB_LIMIT,
        },
        github,
      )
      comments.push({ id, url })
    } catch (thrown) {
      warnings.push(`The result could not be written on #${number}: ${messageAndHelp(thrown)}`)
    }
  }
  if (pulls.length > told.length) {
    warnings.push(`The result was written on the newest ${told.length} of ${pulls.length} pull requests.`)
  }
  return { comments, warnings }
}
