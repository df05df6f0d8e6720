import { isGitHubFault, type GitHub, type PullRequest, type WorkflowRun } from '../../core/github-port.ts'
import { shortCommit } from '../../core/short-commit.ts'
import { mapParallel } from '../parallel.ts'
import type { Refusal } from './contracts.ts'
import { unknownRefusal } from './refusals.ts'
import { changedWorkflowFiles, type WorkflowFiles } from './workflow-files.ts'

/** A run that plans of a pull request or a merge group may be of. */
export interface JudgedRun {
  readonly run: WorkflowRun
  /** Undefined: a merge group's, of several. */
  readonly pull: number | undefined
  /** Why its plans do not count; undefined: they do. */
  readonly refusal: Refusal | undefined
}

export interface OriginRequest {
  readonly github: Pick<GitHub, 'runsOfCommit' | 'pullsFrom' | 'baseChangedAt' | 'folder'>
  /** `owner/name` */
  readonly repository: string
  /** That the pull requests go into. */
  readonly branch: string
  /** Path of the workflow whose runs count; undefined: of any that is at the commit being applied. */
  readonly workflow: string | undefined
  /** Of the commit being applied. */
  readonly files: WorkflowFiles
}

type Pull = Pick<PullRequest, 'number' | 'head' | 'fromFork'>
type Listed = Omit<PullRequest, 'merged'>

export const AT_ONCE = 8
export const PERMISSIONS = ['contents: read', 'pull-requests: read', 'actions: read']
const UPDATE_HELP =
  'Update the branch of the pull request, so that it is planned anew, or apply with "mode: approve".'
/** Of one branch, the last updated. */
const MOST_PULLS = 100
/** Of those, that may have started a run: for each its events are asked for. */
const MOST_SUSPECTS = 10
const MINUTE_MS = 60 * 1000
/** GitHub makes a run some time after what starts it: in seconds, on its bad days much later. */
const LATEST_MS = 60 * MINUTE_MS
const LATE_MS = 10 * MINUTE_MS

/**
 * The runs of a pull request's last commit, each judged by what GitHub says of it.
 *
 * Such a run takes its workflow from the merge of the head into the base, and GitHub does not tell which base that was.
 * Who can push could open a second pull request from the same branch into one with an edited workflow, or open the
 * first one there and point it at our branch later. So neither may have happened.
 */
export async function runsOfPull(pull: Pull, request: OriginRequest): Promise<JudgedRun[]> {
  if (pull.fromFork) return []
  const { github, files } = request
  const runs = (await github.runsOfCommit(pull.head.sha)).filter(({ headSha }) => headSha === pull.head.sha)
  const told = runs.map((run) => ({ run, pull: pull.number, refusal: byRun(run, pull, request) }))
  if (told.every(({ refusal }) => refusal !== undefined)) return told
  const good = told.filter(({ refusal }) => refusal === undefined).map(({ run }) => run)
  const since = Math.min(...good.map(({ createdAt }) => createdAt))
  const [base, changed] = await Promise.all([
    baseOfRuns(pull, since, request),
    changedWorkflowFiles(files, pull.head.sha, github),
  ])
  return told.map(({ run, refusal, ...judged }) => ({
    ...judged,
    run,
    refusal: refusal ?? base(run) ?? workflowChanged(run, changed, files),
  }))
}

/** The runs that a merge queue started for these commits: each took its workflow from the very commit. */
export async function runsOfMergeGroups(
  commits: readonly string[],
  pullOf: (commit: string) => number | undefined,
  request: OriginRequest,
): Promise<JudgedRun[]> {
  const { github, branch, files } = request
  const judged = await mapParallel(commits, AT_ONCE, async (commit) => {
    const runs = (await github.runsOfCommit(commit)).filter(
      ({ headSha, event }) => headSha === commit && event === 'merge_group',
    )
    const told = runs.map((run) => ({
      run,
      pull: pullOf(commit),
      refusal:
        byPlace(run, request) ??
        (run.headBranch?.startsWith(`gh-readonly-queue/${branch}/`) === true
          ? undefined
          : origin(run, `is of a merge queue into another branch than ${branch}`)),
    }))
    if (told.every(({ refusal }) => refusal !== undefined)) return told
    const changed = await changedWorkflowFiles(files, commit, github)
    return told.map((one) => ({
      ...one,
      refusal: one.refusal ?? workflowChanged(one.run, changed, files),
    }))
  })
  return judged.flat()
}

/** What GitHub says of the run itself. */
function byRun(run: WorkflowRun, pull: Pull, request: OriginRequest): Refusal | undefined {
  if (run.event !== 'pull_request') {
    return origin(run, `was started by the event ${run.event}, not by a pull request`)
  }
  const place = byPlace(run, request)
  if (place !== undefined) return place
  if (run.headBranch === pull.head.ref) return undefined
  return origin(run, `is of the branch ${run.headBranch ?? '(gone)'}, not of pull request #${pull.number}`)
}

function byPlace(run: WorkflowRun, { repository, workflow, files }: OriginRequest): Refusal | undefined {
  if (run.headRepository?.toLowerCase() !== repository.toLowerCase()) {
    return origin(run, `is of the repository ${run.headRepository ?? '(gone)'}, not of ${repository}`)
  }
  if (workflow !== undefined && run.path !== workflow) {
    return origin(run, `is of the workflow ${run.path}, not of ${workflow}`)
  }
  return files.workflows.has(run.path)
    ? undefined
    : origin(run, `is of the workflow ${run.path}, which ${shortCommit(files.commit)} does not have`)
}

/**
 * Tells of a run whether it may have been of another base.
 *
 * @param since milliseconds since the epoch: when the oldest of the runs was made
 */
async function baseOfRuns(
  pull: Pull,
  since: number,
  { github, branch }: OriginRequest,
): Promise<(run: WorkflowRun) => Refusal | undefined> {
  const listed = await github.pullsFrom(pull.head.ref, MOST_PULLS)
  const isLate = ({ updatedAt }: Listed): boolean => updatedAt >= since - LATEST_MS
  // What has not been touched since then did not start them.
  const suspects = listed.filter((one) => !one.fromFork && one.head.ref === pull.head.ref && isLate(one))
  const isWhole = listed.length < MOST_PULLS || (isInOrder(listed) && !isLate(listed.at(-1) as Listed))
  // Without the pull request itself it is not the list that was asked for.
  if (!isWhole || suspects.length > MOST_SUSPECTS || !suspects.some(({ number }) => number === pull.number)) {
    return () => ({
      code: 'unknown',
      reason: `It could not be told whether the branch ${pull.head.ref} was planned into ${branch} only.`,
      help: UPDATE_HELP,
    })
  }
  const other = suspects.find(({ base }) => base.ref !== branch)
  if (other !== undefined) return () => otherBase(pull, other)
  const changes = await Promise.all(suspects.map(({ number }) => github.baseChangedAt(number)))
  const changedAt = Math.max(...changes.map((time) => time ?? -Infinity))
  return (run) =>
    run.createdAt > changedAt + LATE_MS
      ? undefined
      : origin(run, `may be from before pull request #${pull.number} was pointed at ${branch}`)
}

/** Last updated first: then what comes after the end of the list is older than its last. */
const isInOrder = (listed: readonly Listed[]): boolean =>
  listed.every((one, index) => one.updatedAt <= (listed[index - 1]?.updatedAt ?? Infinity))

const otherBase = (pull: Pull, other: Listed): Refusal => ({
  code: 'origin',
  reason: `The branch ${pull.head.ref} has pull request #${other.number} into ${other.base.ref} too, and GitHub does not tell of which of the two a run is.`,
  help: 'Give each pull request a branch of its own, or apply with "mode: approve".',
})

function workflowChanged(
  run: WorkflowRun,
  changed: readonly string[],
  files: WorkflowFiles,
): Refusal | undefined {
  if (changed.length === 0) return undefined
  return {
    code: 'workflow-changed',
    reason: `It was planned by run ${run.id} at ${shortCommit(run.headSha)}, where ${changed.join(', ')} is not what it is at ${shortCommit(files.commit)}.`,
    help: UPDATE_HELP,
  }
}

const origin = (run: WorkflowRun, what: string): Refusal => ({
  code: 'origin',
  reason: `Run ${run.id}, which made the plan, ${what}.`,
  help: UPDATE_HELP,
})

/** As GitHub tells of it now; undefined: it is none of this repository's, whatever the list said. */
export async function pullAgain(
  listed: Listed,
  github: Pick<GitHub, 'getPull'>,
): Promise<PullRequest | undefined> {
  try {
    const pull = await github.getPull(listed.number)
    // In a fork, the list may hold its parent's pull requests: the same number is another one here.
    return pull.head.sha === listed.head.sha && pull.base.ref === listed.base.ref ? pull : undefined
  } catch (thrown) {
    if (isGitHubFault(thrown, 'missing')) return undefined
    throw thrown
  }
}

/** Asks, and says what could not be told as a refusal. */
export async function orUnknown<T>(
  what: string,
  body: () => Promise<T>,
): Promise<T | { readonly kind: 'refused'; readonly refusal: Refusal }> {
  try {
    return await body()
  } catch (thrown) {
    return { kind: 'refused', refusal: unknownRefusal(what, thrown, PERMISSIONS) }
  }
}
