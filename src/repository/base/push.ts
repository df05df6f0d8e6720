import { shortCommit } from '../../core/short-commit.ts'
import { comparedWith, everything, type BasePorts, type BaseRun, type Decision } from './base.ts'
import { whereParted } from './merge-base.ts'
import { whyNot } from './questions.ts'
import { judgeRuns, MOST_UNFINISHED, workflowFile, type LastRuns } from './runs.ts'

/**
 * For a push: what differs from what was last applied.
 *
 * The commit before the push is not that: runs that failed or were cancelled in between have left their changes
 * undone. So GitHub is asked for the last successful run of this workflow on this branch. Its tree counts even where
 * history was rewritten since: it is what is out there. Runs after it may have been applied in part, so what differs
 * from their trees counts as well (`unfinished`). Where GitHub does not tell, any commit could be too new: everything
 * is judged.
 */
export async function pushBase(head: string, run: BaseRun, ports: BasePorts): Promise<Decision> {
  if (run.refType === 'tag' || run.ref.startsWith('refs/tags/')) return everything()
  const branch = run.ref.replace(/^refs\/heads\//, '')
  const last = await lastRuns(branch, run, ports)
  switch (last.kind) {
    case 'success':
      return sinceSuccess(last, head, run, ports)
    case 'no-success':
      return everything(
        `None of the last ${last.runs} runs of this workflow on ${branch} succeeded: everything is judged.`,
      )
    case 'first':
      return sinceBefore(branch, head, run, ports)
    case 'unknown':
      return everything(
        `What earlier runs on ${branch} left undone is not known: everything is judged. ${last.why}`,
      )
  }
}

type Asked = LastRuns | { readonly kind: 'unknown'; readonly why: string }

async function lastRuns(branch: string, run: BaseRun, { github }: BasePorts): Promise<Asked> {
  const unknown = (why: string): Asked => ({ kind: 'unknown', why })
  if (github === undefined) return unknown('Give this action a token with "actions: read".')
  const file = workflowFile(run.workflowRef, run.repository)
  if (file === undefined) return unknown('The workflow is not one of this repository.')
  try {
    const { runs, total } = await (await github()).workflowRuns(file, { branch, event: 'push' })
    return judgeRuns(runs, total, Number(run.runId))
  } catch (thrown) {
    return unknown(whyNot(thrown))
  }
}

async function sinceSuccess(
  { sha, unfinished }: Extract<LastRuns, { kind: 'success' }>,
  head: string,
  run: BaseRun,
  { git }: BasePorts,
): Promise<Decision> {
  const others = unfinished.filter((commit) => commit !== head)
  if (others.length > MOST_UNFINISHED) {
    return everything(
      `${others.length} runs did not end well since the last successful one, or ended after it: everything is judged.`,
    )
  }
  const why = await git.fetch([sha, ...others])
  if (why !== undefined) return everything(`What was last applied is missing: everything is judged. ${why}`)
  const warnings: string[] = []
  const isBehind = (await git.isAncestor(sha, head)) ?? run.push?.forced !== true
  if (!isBehind) {
    warnings.push(
      `Compared with ${shortCommit(sha)}, which was applied last and is not in the history of ${shortCommit(head)}.`,
    )
  }
  if (others.length > 0) {
    warnings.push(
      `${others.length === 1 ? 'A run' : `${others.length} runs`} did not end well since the last successful one, or ended after it (${others.map(shortCommit).join(', ')}): what they touched counts too.`,
    )
  }
  return comparedWith(sha, 'last-success', warnings, others)
}

/** The first run of this workflow on the branch: nothing was left undone. */
async function sinceBefore(branch: string, head: string, run: BaseRun, ports: BasePorts): Promise<Decision> {
  const before = run.push?.before
  if (before === undefined) return sinceDefaultBranch(branch, head, run, ports)
  const why = await ports.git.fetch([before])
  if (why !== undefined) {
    return everything(`The commit before the push is missing: everything is judged. ${why}`)
  }
  const warnings = [
    `No earlier run of this workflow on ${branch}: compared with the commit before the push, ${shortCommit(before)}.`,
  ]
  if (run.push?.forced === true)
    warnings.push(`History was rewritten: compared with ${shortCommit(before)}, where ${branch} was before.`)
  return comparedWith(before, 'before', warnings)
}

/** The first push of a branch: what it adds to the default branch. */
async function sinceDefaultBranch(
  branch: string,
  head: string,
  { defaultBranch }: BaseRun,
  ports: BasePorts,
): Promise<Decision> {
  const first = `The first push of ${branch}`
  if (defaultBranch === undefined || branch === defaultBranch)
    return everything(`${first}: everything is judged.`)
  const parted = await whereParted(defaultBranch, head, ports)
  if (parted.commit === undefined) return everything(`${first}: everything is judged. ${parted.why}`)
  return comparedWith(parted.commit, 'default-branch', [
    `${first}: compared with ${shortCommit(parted.commit)}, where it left ${defaultBranch}.`,
  ])
}
