import type { Artifact, ArtifactFile } from '../../core/artifact-port.ts'
import type { WorkflowRun } from '../../core/github-port.ts'

/** Why a plan is not applied, as a code for machines (fact `refused` of the part) and in words. */
export interface Refusal {
  readonly code:
    | 'no-plan' // no sealed plan of this stack by any run that counts
    | 'origin' // there is one, and GitHub does not confirm where it is from
    | 'workflow-changed' // it was made by other workflow files or another configuration
    | 'expired'
    | 'inputs' // made of other files
    | 'seal' // it cannot be opened: wrong passphrase, or altered
    | 'tool'
    | 'lock-file'
    | 'digest'
    | 'stale' // the state has moved on
    | 'differs' // planned again, and not what was reviewed
    | 'superseded' // a newer commit of the branch changes this stack
    | 'destroys' // more than allow-destroy lets through
    | 'environment' // no reviewers, or not approved
    | 'upstream' // what goes first is not applied
    | 'local-state' // its state would be a file that goes with the job
    | 'not-reviewed' // made, but not reviewed by anybody yet (provisional)
    | 'unknown' // GitHub did not answer, or there is too much to tell
  /** One sentence: what is so. */
  readonly reason: string
  /** One sentence: what to do. */
  readonly help: string
}

/** A sealed plan of a stack, its origin confirmed by GitHub; its contents not looked at yet. */
export interface ConfirmedPlan {
  readonly artifact: Artifact
  readonly run: WorkflowRun
  /** The merged pull request; absent for a merge group's or the run's own. */
  readonly pull?: number
  /** Fetches the files in it. */
  readonly download: () => Promise<readonly ArtifactFile[]>
}

export type Found =
  | { readonly kind: 'found'; readonly plan: ConfirmedPlan }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      /** A plan of just these files that does not count: never to apply, only to see whether what it shows is done. */
      readonly shown?: ConfirmedPlan
    }

/** A stack that a sealed plan is looked for. */
export interface Wanted {
  readonly key: string
  readonly name: string
  /** SHA-256, hex, at the commit being applied. */
  readonly inputsHash: string
}

/** What is known of the pull requests that a push brings. */
export interface MergedPull {
  readonly number: number
  readonly headSha: string
  readonly labels: readonly string[]
  readonly url: string
}
