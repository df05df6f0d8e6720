import type { WorkflowRun } from '../../core/github-port.ts'

/** More than these are not compared one by one. */
export const MOST_UNFINISHED = 10

/** Runs that ended so have not begun their work. */
const DID_NOTHING = ['skipped', 'startup_failure', 'action_required']

export type LastRuns =
  /** What the last successful run ran on, and what others ran on that may have changed something since. */
  | { readonly kind: 'success'; readonly sha: string; readonly unfinished: readonly string[] }
  /** The workflow has never done anything on this branch. */
  | { readonly kind: 'first' }
  /** It has, and never (or not for a long time) to a good end. */
  | { readonly kind: 'no-success'; readonly runs: number }

/**
 * Judges the newest runs of a workflow on a branch. By when their newest attempt began, not by their number: an old
 * run that is done again is the last that was applied. A run that began before that one and ended after it, well or
 * not, may have applied its own older state over it.
 *
 * @param total how many runs there are; more than are given: the older ones are unknown
 */
export function judgeRuns(runs: readonly WorkflowRun[], total: number, current: number): LastRuns {
  const others = runs.filter(
    ({ id, status, conclusion }) =>
      id !== current &&
      !DID_NOTHING.includes(conclusion ?? '') &&
      // A newer one that is still at work looks after its own changes: to judge them here would be to take them back.
      (status === 'completed' || id < current),
  )
  const successes = others.filter(isSuccess).sort((a, b) => b.startedAt - a.startedAt)
  const [last] = successes
  if (last === undefined) {
    const known = runs.length >= total
    return known && others.length === 0 ? { kind: 'first' } : { kind: 'no-success', runs: others.length }
  }
  const since = others.filter(
    (run) =>
      run.status !== 'completed' ||
      run.endedAt >= last.endedAt ||
      (!isSuccess(run) && run.startedAt >= last.startedAt),
  )
  const shas = new Set(since.map(({ headSha }) => headSha))
  shas.delete(last.headSha)
  return { kind: 'success', sha: last.headSha, unfinished: [...shas] }
}

const isSuccess = ({ status, conclusion }: WorkflowRun): boolean =>
  status === 'completed' && conclusion === 'success'

/** The file of the workflow, when it is of this repository: only then its runs can be listed. */
export function workflowFile(workflowRef: string, repository: string): string | undefined {
  const beginning = `${repository}/.github/workflows/`
  if (!workflowRef.toLowerCase().startsWith(beginning.toLowerCase())) return undefined
  return /^([^/@]+\.ya?ml)@/.exec(workflowRef.slice(beginning.length))?.[1]
}
