import type { EdgeKind, NodeId } from './graph/node.ts'

/** What is looked for: stacks, charts, Applications. */
export type Kind = 'terraform' | 'helm' | 'argocd'

/** A root module with its workspace or variable files: what is planned and applied as one. */
export interface Stack {
  /** What tells it from all others, for good. */
  readonly key: string
  /** 16 hexadecimal digits, a hash of the key: for file and artifact names. */
  readonly id: string
  /** Unique in the repository, what people call it and give to other actions: `infra/network`, `infra/app@prod`. */
  readonly name: string
  /** Folder, from the repository root. */
  readonly path: string
  readonly workspace?: string
  /** From the repository root. Only those that have to be named on the command line. */
  readonly varFiles: readonly string[]
  /** Partial backend configuration files that go with the variable files, from the repository root. */
  readonly backendConfig: readonly string[]
  readonly environment?: string
  /** Names of stacks that go first, as configured. */
  readonly dependsOn: readonly string[]
  readonly previousNames: readonly string[]
  /** Where its state is, as canonical JSON; undefined when that cannot be told from the files alone. */
  readonly stateKey?: string
  readonly node: NodeId
}

export interface Chart {
  readonly name: string
  readonly path: string
  readonly version: string
  readonly type: 'application' | 'library'
  readonly node: NodeId
}

export interface ApplicationSource {
  readonly repoURL: string
  readonly targetRevision?: string
  /** Folder in that repository; absent for a chart of a Helm or OCI repository. */
  readonly path?: string
  readonly chart?: string
  readonly ref?: string
}

export interface Application {
  readonly kind: 'Application' | 'ApplicationSet'
  readonly name: string
  readonly namespace: string
  readonly project: string
  readonly file: string
  readonly sources: readonly ApplicationSource[]
  readonly node: NodeId
}

/** Something about the repository that people should know: what could not be read, and what was done about it. */
export interface Notice {
  /** `error`: what was configured is not so, and a green would hide it. Default: warning. */
  readonly severity?: 'error' | 'warning'
  readonly message: string
  readonly help?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

export type ChangeStatus = 'changed' | 'affected' | 'moved' | 'deleted'

/** Why an item is reported: the shortest way from a changed file to it. */
export interface Reason {
  /** The changed file; empty when no file is the cause (everything is judged, configuration changed). */
  readonly file: string
  readonly change: 'added' | 'modified' | 'deleted' | 'none'
  /**
   * From the file's node to the item: names people know (`modules/vpc`, `infra/network`), the item last. Of more than
   * 16 the middle is left out: `…` stands for it.
   */
  readonly via: readonly string[]
  /** Kinds of the edges on that way, one fewer than the nodes passed; the first belongs to the file. */
  readonly kinds: readonly EdgeKind[]
  /** On the way is an expression that could not be resolved: it may be a false alarm. */
  readonly dynamic: boolean
  /** In words, for a reader: `modules/vpc/main.tf → modules/vpc → infra/network`. */
  readonly text: string
}

export interface Judged<Item> {
  readonly item: Item
  readonly status: ChangeStatus
  readonly reasons: readonly Reason[]
  /** How many more reasons there are than are listed; of those that only other stacks bring, the nearest count. */
  readonly moreReasons: number
  /** SHA-256 over the inputs at head, hex; of a deleted item: at base. */
  readonly inputsHash: string
  readonly owners: readonly string[]
}

export interface JudgedStack extends Judged<Stack> {
  /** From 1. */
  readonly wave: number
  /** Names of stacks of this change that have to be applied before it. */
  readonly upstream: readonly string[]
  readonly previousPath?: string
}

/** What a change touches. */
export interface Changes {
  /** Sorted by wave, then by name. */
  readonly stacks: readonly JudgedStack[]
  readonly deletedStacks: readonly JudgedStack[]
  readonly charts: readonly Judged<Chart>[]
  readonly applications: readonly Judged<Application>[]
  /** What was there before and is not any more, as it was, with the status `deleted`. */
  readonly gone: {
    readonly charts: readonly Judged<Chart>[]
    readonly applications: readonly Judged<Application>[]
  }
  /** All that was found at head, touched or not. */
  readonly found: { readonly stacks: number; readonly charts: number; readonly applications: number }
  readonly notices: readonly Notice[]
}
