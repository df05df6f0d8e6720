import type { GitHub, PullRequest } from '../../core/github-port.ts'
import { shortCommit } from '../../core/short-commit.ts'
import { mapParallel } from '../parallel.ts'
import type { MergedPull, Refusal } from './contracts.ts'
import {
  AT_ONCE,
  orUnknown,
  pullAgain,
  runsOfMergeGroups,
  runsOfPull,
  type JudgedRun,
  type OriginRequest,
} from './origin-runs.ts'
import { APPROVE_HELP } from './refusals.ts'

export interface ReviewedRunsRequest extends OriginRequest {
  readonly github: OriginRequest['github'] & Pick<GitHub, 'commitsBetween' | 'pullsForCommit' | 'getPull'>
  /** What was applied last; undefined: not known, and only pull requests of `head` itself count. */
  readonly baseSha: string | undefined
  /** The commit being applied. */
  readonly head: string
  /** Waits for so many milliseconds. Default: nothing is waited for. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

export type ReviewedRuns =
  | {
      readonly kind: 'runs'
      /** Merged into the branch, newest first. */
      readonly pulls: readonly MergedPull[]
      /** Each run once. */
      readonly runs: readonly JudgedRun[]
      /** Sentences: why there may be less than expected. */
      readonly remarks: readonly string[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A push starts its run at once; which pull request a commit is of, GitHub knows a moment later. */
const INDEX_LAG_MS = 5_000

/** More commits are not asked for, each with a request of its own. */
const MOST_COMMITS = 250

/**
 * Which runs made the plans that were reviewed with what a push brings, by what GitHub says, never by what an artifact
 * says of itself: of each commit the pull requests that were merged into this branch, of each the runs of its last
 * commit; and the runs of the merge queue for the commits themselves. Never rejects for what GitHub answers.
 */
export async function reviewedRuns(request: ReviewedRunsRequest): Promise<ReviewedRuns> {
  return orUnknown('which pull requests this push brings', () => ask(request))
}

async function ask(request: ReviewedRunsRequest): Promise<ReviewedRuns> {
  const { head, branch } = request
  const between = await commitsOf(request)
  if (between.kind === 'refused') return between
  const { commits } = between
  let merged = await mergedPulls(commits, request)
  if (merged.length === 0 && request.wait !== undefined) {
    await request.wait(INDEX_LAG_MS)
    merged = await mergedPulls(commits, request)
  }
  if (merged.length === 0) return refused(pushedDirectly(commits.length, head, branch))
  const pullOfMerge = new Map(merged.map((pull) => [pull.mergeCommitSha, pull.number]))
  const groups = commits.filter((commit) => commit === head || pullOfMerge.has(commit))
  const [ofPulls, ofGroups] = await Promise.all([
    mapParallel(merged, AT_ONCE, (pull) => runsOfPull(pull, request)),
    runsOfMergeGroups(groups, (commit) => pullOfMerge.get(commit), request),
  ])
  return {
    kind: 'runs',
    pulls: merged.map(({ number, head: { sha }, labels, url }) => ({ number, headSha: sha, labels, url })),
    runs: eachOnce([...ofPulls.flat(), ...ofGroups]),
    remarks: merged.flatMap(({ number, fromFork }) =>
      fromFork ? [`Pull request #${number} comes from a fork, whose plans do not count.`] : [],
    ),
  }
}

/** One run may be of two pull requests, and of a merge group too: it counts where any of them counts. */
function eachOnce(judged: readonly JudgedRun[]): JudgedRun[] {
  const runs = new Map<number, JudgedRun>()
  for (const one of judged) {
    const known = runs.get(one.run.id)
    if (known === undefined || known.refusal !== undefined) runs.set(one.run.id, one)
  }
  return [...runs.values()]
}

type Between =
  | { readonly kind: 'commits'; readonly commits: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

async function commitsOf({ github, baseSha, head }: ReviewedRunsRequest): Promise<Between> {
  if (baseSha === undefined || baseSha === head) return { kind: 'commits', commits: [head] }
  const between = await github.commitsBetween(baseSha, head, MOST_COMMITS)
  const span = `between ${shortCommit(baseSha)}, which was applied last, and ${shortCommit(head)}`
  if (between === undefined) return refused(tooMuch(`GitHub does not tell which commits lie ${span}.`))
  const commits = new Set([...between.commits, head])
  if (between.total > MOST_COMMITS || between.commits.length < between.total) {
    return refused(
      tooMuch(`${between.total} commits lie ${span}: more than ${MOST_COMMITS} are not looked through.`),
    )
  }
  return { kind: 'commits', commits: [...commits] }
}

/** Of all commits, each once, as GitHub tells of them now. Newest first. */
async function mergedPulls(
  commits: readonly string[],
  { github, branch }: ReviewedRunsRequest,
): Promise<PullRequest[]> {
  const listed = await mapParallel(commits, AT_ONCE, (commit) => github.pullsForCommit(commit))
  const candidates = new Map(
    listed
      .flat()
      .filter(({ state, base }) => state === 'closed' && base.ref === branch)
      .map((pull) => [pull.number, pull]),
  )
  const pulls = await mapParallel([...candidates.values()], AT_ONCE, (pull) => pullAgain(pull, github))
  return pulls
    .filter((pull): pull is PullRequest => pull?.merged === true && pull.base.ref === branch)
    .sort((a, b) => b.number - a.number)
}

const refused = (refusal: Refusal): { readonly kind: 'refused'; readonly refusal: Refusal } => ({
  kind: 'refused',
  refusal,
})

const tooMuch = (reason: string): Refusal => ({ code: 'unknown', reason, help: APPROVE_HELP })

function pushedDirectly(count: number, head: string, branch: string): Refusal {
  const what =
    count === 1 ? `Commit ${shortCommit(head)} was` : `The ${count} commits up to ${shortCommit(head)} were`
  return {
    code: 'no-plan',
    reason: `${what} pushed to ${branch} directly: no merged pull request brought them, so nobody has reviewed a plan.`,
    help: APPROVE_HELP,
  }
}
