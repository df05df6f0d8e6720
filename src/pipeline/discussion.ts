import type { RunContext } from '../core/event.ts'
import type { Comment, GitHub } from '../core/github-port.ts'

/** What GitHub knows of the pull request just before the report is written there. */
export interface Discussion {
  readonly github: GitHub
  /** Of the pull request. */
  readonly number: number
  readonly headSha: string
  readonly comments: readonly Comment[]
}

/**
 * Reads the pull request of this run; undefined when there is none. The head is asked for anew: the event tells of it
 * at its own time, and a late run must know that it is late. So it is begun once the plans are made, which may take
 * minutes, and not before.
 */
export async function readDiscussion(run: RunContext, github: GitHub): Promise<Discussion | undefined> {
  const number = run.pull?.number ?? (await pullOf(run, github))
  if (number === undefined) return undefined
  const [{ head }, comments] = await Promise.all([github.getPull(number), github.listComments(number)])
  return { github, number, headSha: head.sha, comments }
}

/** On a push, the open pull request whose head is this commit; a merge queue's commit has none. */
async function pullOf(run: RunContext, github: GitHub): Promise<number | undefined> {
  if (run.event === 'merge_group' || run.event === 'schedule' || run.sha === '') return undefined
  const pulls = await github.pullsForCommit(run.sha)
  return pulls.find((pull) => pull.state === 'open' && pull.head.sha === run.sha && !pull.fromFork)?.number
}
