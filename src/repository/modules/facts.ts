/** A piece of a template: text as it is, or the source of an expression whose value is not known here. */
export type TemplatePart = { readonly text: string } | { readonly expression: string }

/** Settings of a block whose values matter: a plain string, or `undefined` for what is not one. */
export type Settings = Readonly<Record<string, string | undefined>>

/** A value that is given to a variable, as source. */
export interface GivenValue {
  readonly name: string
  readonly expression: string
}

export interface ModuleCall {
  readonly name: string
  /** As a template: one text part when it is a plain string. */
  readonly source: readonly TemplatePart[]
  /** What is given to the module's variables, if anything is. */
  readonly inputs?: readonly GivenValue[]
  readonly line: number
}

export interface RemoteState {
  readonly name: string
  /** `s3`, `gcs`, `local`, …; undefined when it is no plain string. */
  readonly backend?: string
  /** Of an object or a block inside: `endpoints.s3`, `workspaces.name`. */
  readonly settings: Settings
  /** Of the settings that are no plain strings those that are templates. */
  readonly templates?: Readonly<Record<string, readonly TemplatePart[]>>
  /** True when there may be settings that are not listed: the whole is an expression. */
  readonly partial?: true
  readonly workspace?: readonly TemplatePart[]
  readonly line: number
}

/** A string of the code that may name a file or a folder. */
export interface PathUse {
  readonly parts: readonly TemplatePart[]
  /** The function whose argument it is, directly: `file`, `templatefile`, `fileset`, … */
  readonly call?: string
  /** Name of the attribute it stands in: `source`, `filename`, … */
  readonly attribute: string
  /** Inside of an object: the key of the innermost item that it is in the value of. */
  readonly key?: string
}

/** What one `.tf`, `.tofu`, `.tf.json` or `.tofu.json` file says that matters to change detection. */
export interface FileFacts {
  /** False when something in it could not be read: who depends on it must be cautious. */
  readonly clean: boolean
  readonly backend?: { readonly type: string; readonly settings: Settings; readonly line: number }
  readonly cloud?: { readonly settings: Settings; readonly workspaces: Settings; readonly line: number }
  readonly requiredVersions: readonly string[]
  readonly calls: readonly ModuleCall[]
  readonly remoteStates: readonly RemoteState[]
  readonly locals: Readonly<Record<string, readonly TemplatePart[] | undefined>>
  /** Defaults of variables, as templates; undefined where there is none or it is no string. */
  readonly variables: Readonly<Record<string, readonly TemplatePart[] | undefined>>
  /** The same defaults as source, whatever they are; left out when there is none. */
  readonly defaults?: readonly GivenValue[]
  /** `ignore_changes` of each resource: attribute paths as written, or all. */
  readonly lifecycles: readonly {
    readonly address: string
    readonly ignoreChanges: readonly string[] | 'all'
  }[]
  readonly paths: readonly PathUse[]
  /** `path.module`, `path.root`, `path.cwd` used outside of a string, where what is made of it cannot be told. */
  readonly barePaths: readonly ('module' | 'root' | 'cwd')[]
}
