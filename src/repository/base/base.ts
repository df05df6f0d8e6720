import type { RunContext } from '../../core/event.ts'
import type { GitHub } from '../../core/github-port.ts'

/**
 * What the head is compared with.
 * - `input`: as asked for
 * - `merge-commit`: the first parent of GitHub's merge commit: the base branch with nothing of the pull request
 * - `merge-base`: where the pull request left its base branch
 * - `base-branch`: the base branch as the event names it
 * - `merge-group`: what the merge queue puts its pull requests on
 * - `last-success`: what the last successful run of this workflow on this branch ran on
 * - `before`: the branch before the push
 * - `default-branch`: where a new branch left the default branch
 * - `all`: nothing; everything is judged
 */
export type BaseSource =
  | 'input'
  | 'merge-commit'
  | 'merge-base'
  | 'base-branch'
  | 'merge-group'
  | 'last-success'
  | 'before'
  | 'default-branch'
  | 'all'

export interface Decision {
  /** A commit that is here, with its files. Undefined: everything is judged. */
  readonly base: string | undefined
  readonly source: BaseSource
  /**
   * Commits, also here, of runs since the base that did not end well: they may have been applied in part. What differs
   * from one of these trees counts as touched too. Ten at most.
   */
  readonly unfinished: readonly string[]
  /** Why it is not the first choice for this event, and what to do about it. Sentences. */
  readonly warnings: readonly string[]
}

export interface ChosenBase extends Decision {
  /** The commit that is judged. */
  readonly head: string
}

/** Of the run, what the choice depends on. */
export type BaseRun = Pick<
  RunContext,
  | 'event'
  | 'repository'
  | 'defaultBranch'
  | 'sha'
  | 'ref'
  | 'refType'
  | 'runId'
  | 'workflowRef'
  | 'pull'
  | 'push'
  | 'mergeGroup'
>

export interface BasePorts {
  readonly git: GitQuestions
  /** Made when it is needed. Undefined: nobody to ask (no token, or not on GitHub). */
  readonly github: (() => Promise<Pick<GitHub, 'mergeBase' | 'workflowRuns'>>) | undefined
}

/** What is asked of the repository. */
export interface GitQuestions {
  /** The commit that a name stands for here. */
  resolve(name: string): Promise<string | undefined>
  /** Is it a branch, of ours or of the remote? */
  isBranch(name: string): Promise<boolean>
  /** All that the commit names, also those that are not here. */
  parents(commit: string): Promise<readonly string[]>
  /** Undefined: the history that would tell is not here. */
  isAncestor(ancestor: string, commit: string): Promise<boolean | undefined>
  mergeBase(one: string, other: string): Promise<string | undefined>
  isShallow(): Promise<boolean>
  /** Gets commits that are not here, without history in a shallow clone. Says why they cannot be had. */
  fetch(commits: readonly string[]): Promise<string | undefined>
  /** A branch or tag of the remote that is not known here. */
  remoteCommit(name: string): Promise<{ readonly sha: string; readonly branch: boolean } | undefined>
}

/** Compared with this commit, without a doubt or with one. */
export function comparedWith(
  base: string,
  source: BaseSource,
  warnings: readonly string[] = [],
  unfinished: readonly string[] = [],
): Decision {
  return { base, source, unfinished, warnings }
}

/** Nothing to compare with: the widest answer. */
export function everything(...warnings: readonly string[]): Decision {
  return { base: undefined, source: 'all', unfinished: [], warnings }
}
