import { shortCommit } from '../../core/short-commit.ts'
import { comparedWith, everything, type BasePorts, type BaseRun, type Decision } from './base.ts'
import { whereParted } from './merge-base.ts'

/**
 * For a pull request: what changes on the base branch when it is merged.
 *
 * actions/checkout takes GitHub's merge commit, whose first parent is the base branch as it was merged with: that is
 * exact, also for a branch that is behind. Where the branch itself was checked out it is what the branch did since it
 * left the base. The last resort, the tip of the base branch, shows what happened there since as well, and hides
 * nothing: what is equal to the tip does not change by merging.
 */
export async function pullRequestBase(head: string, run: BaseRun, ports: BasePorts): Promise<Decision> {
  const { pull } = run
  if (pull === undefined)
    return everything(`The event ${run.event} names no pull request: everything is judged.`)
  const [first, second, ...more] = await ports.git.parents(head)
  // The ref tells GitHub's merge commit from a merge on the base branch (pull_request_target checks that out).
  const isGitHubs = head === run.sha && /^refs\/pull\/\d+\/merge$/.test(run.ref)
  if (first !== undefined && second !== undefined && more.length === 0) {
    if (second === pull.headSha || isGitHubs) {
      const why = await ports.git.fetch([first])
      if (why === undefined) return comparedWith(first, 'merge-commit')
      return everything(
        `The base of the pull request's merge commit is missing: everything is judged. ${why}`,
      )
    }
  }
  const parted = await whereParted(pull.baseSha, head, ports)
  if (parted.commit === head && head !== pull.headSha) {
    return everything(
      `What is checked out (${shortCommit(head)}) is not the pull request's: everything is judged. Leave "ref" of actions/checkout out.`,
    )
  }
  if (parted.commit !== undefined) return comparedWith(parted.commit, 'merge-base')
  const why = await ports.git.fetch([pull.baseSha])
  if (why !== undefined)
    return everything(`The base of the pull request is missing: everything is judged. ${why}`)
  return comparedWith(pull.baseSha, 'base-branch', [
    `Compared with the tip of ${pull.baseRef}, so that what changed there since counts too. ${parted.why}`,
  ])
}
