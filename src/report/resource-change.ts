/** Everything here is already redacted: a value that must not be seen is not in it. */

/** One line of a line diff. `gap` stands for unchanged lines that are folded away; its text says how many. */
export interface DiffLine {
  readonly sign: '+' | '-' | ' ' | 'gap'
  readonly text: string
}

/** A value as the reader sees it. `text` is in HCL syntax (`"t3.micro"`, `5`, `null`, `["a", "b"]`). */
export type ShownValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'write-only' }
  | { readonly kind: 'absent' }

/** One leaf attribute. `path` is in HCL reference syntax: `ingress[0].from_port`, `tags["Name"]`. */
export interface AttributeChange {
  readonly path: string
  readonly action: 'add' | 'remove' | 'change'
  readonly before: ShownValue
  readonly after: ShownValue
  /** True when this attribute is one that forces the replacement. */
  readonly forcesReplacement: boolean
  /** For strings of several lines, and JSON or YAML in a string: the change line by line. */
  readonly lines?: readonly DiffLine[]
  readonly language?: 'json' | 'yaml' | 'text'
}

export type ResourceAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'delete-create' // replace, destroyed first
  | 'create-delete' // replace, created first
  | 'read'
  | 'forget' // leaves state, stays in the cloud
  | 'create-forget' // replaced, the old one stays in the cloud
  | 'open' // ephemeral
  | 'no-op'
  | 'unknown' // an action this version does not know: shown as a change, never as none

export interface ImportSource {
  readonly id?: string
  /** Identity attributes, in HCL syntax. */
  readonly identity?: string
  readonly unknown: boolean
}

export interface ResourceChange {
  /** Full address with module and index: `module.net["a"].aws_subnet.this[0]`. */
  readonly address: string
  readonly previousAddress?: string
  readonly module?: string
  readonly mode: string // managed | data | ephemeral | …
  readonly type: string
  readonly name: string
  readonly index?: string | number
  readonly provider: string
  /** Key of a deposed object: what is left of an earlier create-before-destroy, apart from the current object. */
  readonly deposed?: string
  readonly action: ResourceAction
  /** The actions as the plan has them, for the one we do not know. */
  readonly rawActions: readonly string[]
  /** `action_reason` of the plan format, for instance `replace_because_cannot_update`. */
  readonly reason?: string
  /** Attribute paths that force the replacement. */
  readonly forcedBy: readonly string[]
  readonly importing?: ImportSource
  /** Why it is left for a later plan. */
  readonly deferred?: string
  readonly attributes: readonly AttributeChange[]
  readonly unchanged: number
}
