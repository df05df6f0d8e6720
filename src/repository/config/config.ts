/** `.github/gitops.yml`, read and checked. What is absent was not configured. Paths are from the repository root. */
export interface GitopsConfig {
  readonly stacks: readonly StackConfig[]
  /** Globs of files that every stack, chart and application depends on. */
  readonly globalInputs: readonly string[]
  readonly environments: Readonly<Record<string, EnvironmentConfig>>
  /** Versions or constraints. */
  readonly tools: { readonly terraform?: string; readonly opentofu?: string; readonly helm?: string }
  /** Regular expressions of what must never be shown. */
  readonly redact: readonly string[]
  /** Owner patterns in the order given, over those of CODEOWNERS: glob → owners. */
  readonly owners: readonly { readonly pattern: string; readonly owners: readonly string[] }[]
  /** Read by the actions they belong to; checked here. */
  readonly helm?: unknown
  readonly argocd?: unknown
  readonly drift?: unknown
  readonly bootstrap?: unknown
}

export interface StackConfig {
  readonly path: string
  readonly name?: string
  readonly workspaces?: readonly string[]
  /** `{workspace}` stands for the workspace's name. */
  readonly varFiles?: readonly string[]
  readonly environment?: string
  readonly dependsOn: readonly string[]
  readonly previousNames: readonly string[]
  /** Globs. */
  readonly extraInputs: readonly string[]
  readonly generated: readonly string[]
  readonly drift?: unknown
  /** Where it stands in the file: for messages. */
  readonly line: number
  /** Not from the file: who runs says so, and only the told entries of a folder are its stacks. */
  readonly told?: true
}

export interface EnvironmentConfig {
  readonly planRole?: string
  readonly applyRole?: string
  readonly region?: string
}

/** Of a repository without the file. */
export const EMPTY_CONFIG: GitopsConfig = {
  stacks: [],
  globalInputs: [],
  environments: Object.freeze(Object.create(null) as Record<string, EnvironmentConfig>),
  tools: {},
  redact: [],
  owners: [],
}
