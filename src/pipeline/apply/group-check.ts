import type { GitHub, PullRequest } from '../../core/github-port.ts'
import { shortCommit } from '../../core/short-commit.ts'
import { mapParallel } from '../parallel.ts'
import type { Found, Refusal, Wanted } from './contracts.ts'
import { findPlans } from './find-plan.ts'
import { AT_ONCE, orUnknown, runsOfPull, type OriginRequest } from './origin-runs.ts'
import type { ReviewedRuns } from './reviewed-runs.ts'

export interface GroupCheckRequest extends Omit<OriginRequest, 'github'> {
  readonly github: OriginRequest['github'] &
    Pick<
      GitHub,
      | 'commitsBetween'
      | 'pullsForCommit'
      | 'getPull'
      | 'artifactsOfRun'
      | 'downloadArtifact'
      | 'newestArtifacts'
    >
  /** What the merge queue puts the group on. */
  readonly baseSha: string
  /** The group's commit. */
  readonly head: string
  /** The group's ref: `refs/heads/gh-readonly-queue/main/pr-5-…` */
  readonly ref: string
  readonly wanted: readonly Wanted[]
}

export interface GroupPlans {
  /** Numbers of the pull requests in the group, as far as GitHub tells. */
  readonly pulls: readonly number[]
  /** By key: the newest plan that a pull request showed of the stack, of whatever files. To compare with, not to apply. */
  readonly plans: ReadonlyMap<string, Found>
}

const MOST_COMMITS = 250

/**
 * What the pull requests of a merge group have shown, so that a plan made at the group's commit can be compared. Never
 * rejects for what GitHub answers.
 */
export async function groupPlans(request: GroupCheckRequest): Promise<GroupPlans> {
  const { wanted, github } = request
  const reviewed = await orUnknown('which pull requests are in the merge group', () => ask(request))
  const pulls = reviewed.kind === 'runs' ? reviewed.pulls.map(({ number }) => number) : []
  return { pulls, plans: await findPlans({ wanted, reviewed, github, anyInputs: true }) }
}

async function ask(request: GroupCheckRequest): Promise<ReviewedRuns> {
  const pulls = await pullsOfGroup(request)
  if (pulls === undefined) {
    const { baseSha, head } = request
    return unknown(
      `GitHub does not tell which commits lie between ${shortCommit(baseSha)} and ${shortCommit(head)}, or there are too many.`,
    )
  }
  if (pulls.length === 0) return unknown('GitHub does not tell which pull requests are in the merge group.')
  const runs = await mapParallel(pulls, AT_ONCE, (pull) => runsOfPull(pull, request))
  return {
    kind: 'runs',
    pulls: pulls.map(({ number, head: { sha }, labels, url }) => ({ number, headSha: sha, labels, url })),
    runs: runs.flat(),
    remarks: [],
  }
}

/**
 * Open pull requests into the branch, by their own commits where the queue merges them; by the group's name where it
 * squashes or rebases, for such commits are of no pull request before they are merged. Of several squashed into one
 * group that name tells the last.
 */
async function pullsOfGroup(request: GroupCheckRequest): Promise<PullRequest[] | undefined> {
  const { github, baseSha, head, branch, ref } = request
  const between = await github.commitsBetween(baseSha, head, MOST_COMMITS)
  if (between === undefined || between.total > between.commits.length) return undefined
  const listed = await mapParallel(between.commits, AT_ONCE, (commit) => github.pullsForCommit(commit))
  const own = between.commits
  const numbers = new Set(
    listed
      .flat()
      .filter((pull) => pull.state === 'open' && pull.base.ref === branch && own.includes(pull.head.sha))
      .map(({ number }) => number),
  )
  const named = numberIn(ref, branch)
  if (named !== undefined) numbers.add(named)
  const pulls = await mapParallel([...numbers], AT_ONCE, (number) => github.getPull(number))
  return pulls
    .filter((pull) => pull.base.ref === branch && pull.state === 'open')
    .sort((a, b) => b.number - a.number)
}

/** Only a merge queue makes refs of this name. */
function numberIn(ref: string, branch: string): number | undefined {
  const start = `refs/heads/gh-readonly-queue/${branch}/pr-`
  if (!ref.startsWith(start)) return undefined
  const [, digits] = /^(\d{1,15})-[0-9a-f]{40,64}$/.exec(ref.slice(start.length)) ?? []
  return digits === undefined ? undefined : Number(digits)
}

const unknown = (reason: string): { readonly kind: 'refused'; readonly refusal: Refusal } => ({
  kind: 'refused',
  refusal: {
    code: 'unknown',
    reason,
    help: 'Run the job again; if it stays so, take the pull request out of the queue and add it again.',
  },
})
