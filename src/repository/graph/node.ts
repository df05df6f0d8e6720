/**
 * The graph of inputs: what each stack, chart and application is made of. Nodes are named `kind:rest`.
 *
 * - Items: `stack:KEY`, `chart:PATH`, `application:FILE#NAMESPACE/NAME`.
 * - `states:PATTERN`: the stacks whose state may be meant where that is not known.
 * - Files as they are: `file:PATH`, `folder:PATH` (all files below).
 * - Terraform: `module:PATH` (a folder as one module), `modules:PATH` (any module in there).
 * - Kubernetes: `chart-files:PATH` (a chart as others use it), `kustomize:PATH` (a folder with a Kustomize file and all
 *   it names), `manifests:PATH` (the manifests directly in a folder),
 *   `made-applications:PATH` (what the Applications are made of that templates in there make).
 * - `config:helm`: what the configuration adds to every chart.
 * - `config:global-inputs`: what the configuration adds to every item.
 */
export type NodeId = string

/** Why one node is an input of another; people read these words in the reasons. */
export type EdgeKind =
  | 'files'
  | 'module'
  | 'file function'
  | 'path'
  | 'var-file'
  | 'backend-config'
  | 'link'
  | 'remote state'
  | 'configuration'
  | 'extra input'
  | 'global input'
  | 'chart dependency'
  | 'chart'
  | 'values'
  | 'kustomize'
  | 'application'
  | 'manifests'
  | 'generator'

export interface Edge {
  readonly to: NodeId
  readonly kind: EdgeKind
  /** The expression could not be resolved, so that this is wider than what is really read. */
  readonly dynamic?: true
}

/** One node: what it holds itself, and what it needs. Duplicate edges and circles are allowed. */
export interface InputNode {
  /** Paths of entries of the snapshot that belong to it directly. */
  readonly files: readonly string[]
  readonly edges: readonly Edge[]
  /** What else is hashed: the part of the configuration that concerns it, as canonical JSON. */
  readonly data?: string
}

/** Gives the node of an id; undefined when there is none (it was never, or is no longer, there). */
export type NodeReader = (id: NodeId) => InputNode | undefined
