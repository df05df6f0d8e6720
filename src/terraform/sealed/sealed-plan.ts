import type { RunIdentity } from '../../report/part.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'

/** What a sealed plan says about itself. It is checked against the repository, never believed about its origin. */
export interface SealManifest {
  readonly version: 1
  /** `review`: there is no plan to apply, only what was reviewed; the stack is planned again after its upstream. */
  readonly kind: 'plan' | 'review'
  /** `owner/name` */
  readonly repository: string
  readonly stack: {
    readonly key: string
    readonly name: string
    readonly path: string
    readonly workspace?: string
  }
  /** SHA-256, hex: of the files the plan was made of. */
  readonly inputsHash: string
  /** The commit that was checked out. */
  readonly commit: string
  readonly event: string
  readonly pull?: number
  readonly run: RunIdentity
  readonly environment?: string
  readonly tool: { readonly name: 'terraform' | 'tofu'; readonly version: string }
  /** The plan destroys all that the stack manages. */
  readonly destroy: boolean
  /** As shown in the comment. */
  readonly planDigest: string
  /** Of the saved plan, hex; empty for `review`. */
  readonly planSha256: string
  /** Of the dependency lock file, hex; empty: there is none. */
  readonly lockSha256: string
  /** Of the state the plan was made from; absent where the stack has no state yet, and for `review`. */
  readonly state?: { readonly lineage: string; readonly serial: number }
  /** Names of variables that no plan holds: they must be given again. */
  readonly ephemeral: readonly string[]
  /** Stacks of the same change that go first. */
  readonly upstream: readonly string[]
  /** ISO 8601. */
  readonly createdAt: string
  readonly counts: Readonly<Record<string, number>>
}

/** A file that planning made, and applying needs. */
export interface SealedFile {
  /** From the repository root, with `/`. */
  readonly path: string
  readonly executable: boolean
  readonly content: Uint8Array
  /**
   * SHA-256, hex, of the file that stood there before the plan and was overwritten by it (a committed archive, say):
   * applying may overwrite just that. Absent: nothing stood there, or it is not known what.
   */
  readonly replaces?: string
}

export interface SealContent {
  readonly manifest: SealManifest
  readonly review: ReviewedPlan
  /** The saved plan as the tool wrote it; absent for `review`. */
  readonly plan?: Uint8Array
  /** The dependency lock file, also where it is committed. */
  readonly lockFile?: Uint8Array
  /** Everything created or changed below the stack's folder, and below local modules' folders, during the plan. */
  readonly files: readonly SealedFile[]
}

/** The file in the artifact. */
export const SEAL_FILE = 'plan.sealed'

/**
 * What is in the artifact where a later run planned the stack and kept no plan, since nothing changes any more or it may
 * not be applied: whatever was shown before does not count.
 */
export const WITHDRAWN_FILE = 'withdrawn.json'
