import { mergeFiles, unionOf } from './merge-facts.ts'
import type { FileFacts, GivenValue, PathUse, RemoteState, TemplatePart } from './facts.ts'

/** Which tool's rules say what files and which of two settings count; `any`: what either tool reads. */
export type ReadingTool = 'terraform' | 'tofu' | 'any'

export interface NamedFacts {
  /** File name without folder. */
  readonly name: string
  readonly facts: FileFacts
}

type In<T> = T & { readonly file: string }

/** What a folder's files say together, as one module. Lists are in the order of the files' names. */
export interface ModuleFacts {
  readonly clean: boolean
  /** Names of the files in which something could not be read. */
  readonly broken: readonly string[]
  /** Names of the files that count. */
  readonly files: readonly string[]
  readonly backend?: In<NonNullable<FileFacts['backend']>>
  readonly cloud?: In<NonNullable<FileFacts['cloud']>>
  readonly requiredVersions: readonly string[]
  /** One per name. */
  readonly calls: readonly CalledModule[]
  /** One per name. */
  readonly remoteStates: readonly In<RemoteState>[]
  /** Undefined also where the tools, or two files, give a local different values. */
  readonly locals: FileFacts['locals']
  readonly variables: FileFacts['variables']
  /** Each value that may be the default of a variable. */
  readonly defaults: readonly GivenValue[]
  readonly lifecycles: FileFacts['lifecycles']
  readonly paths: readonly In<PathUse>[]
  readonly barePaths: FileFacts['barePaths']
}

export interface CalledModule {
  readonly name: string
  /** Each source that may count: more than one only when two files or the two tools disagree. Empty: none is given. */
  readonly sources: readonly (readonly TemplatePart[])[]
  /** Each value that may be given to a variable. */
  readonly inputs: readonly GivenValue[]
  readonly file: string
  readonly line: number
}

/**
 * Merges the facts of one folder's files as the tools do.
 *
 * - Files that count: `.tf`, `.tf.json`, for OpenTofu also `.tofu`, `.tofu.json`; not those whose name begins with `.`,
 *   ends with `~` or is `#…#`. A `.tofu` file hides the `.tf` file of the same name, and `.tofu.json` `.tf.json`.
 *   Terraform does not see `.tofu` files. Sources: hashicorp/terraform internal/configs/parser_config_dir.go,
 *   opentofu/opentofu internal/configs/parser_config_dir.go (IsIgnoredFile, filterTfPathsWithTofuAlternatives).
 * - Override files (`override.tf`, `…_override.tf` and their forms) come after all others, in the order of their names:
 *   what they set replaces, what they leave out stays; a backend replaces a cloud block and the other way round;
 *   their versions replace all others. Source: https://developer.hashicorp.com/terraform/language/files/override and
 *   mergeFile in internal/configs/module.go, module_merge.go of both.
 * - Two files that give the same name, which no tool accepts: both sources of a call count, a local has no value.
 * - `required_version` counts for OpenTofu only in `.tofu` files (opentofu internal/configs/diagnostics.go).
 *
 * Paths of hidden lines of an override are kept: too many inputs are safe, too few are not.
 */
export function moduleFacts(files: readonly NamedFacts[], tool: ReadingTool): ModuleFacts {
  if (tool !== 'any') return merge(filesFor(files, tool), tool)
  const terraform = filesFor(files, 'terraform')
  const tofu = filesFor(files, 'tofu')
  return tofu.every(({ name }) => !isTofuFile(name))
    ? merge(terraform, 'terraform')
    : unionOf(merge(terraform, 'terraform'), merge(tofu, 'tofu'))
}

/** True for the name of a file that Terraform or OpenTofu reads as part of a module. */
export function isModuleFile(name: string): boolean {
  if (name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'))) return false
  return name.endsWith('.tf') || name.endsWith('.tf.json') || isTofuFile(name)
}

const isTofuFile = (name: string): boolean => name.endsWith('.tofu') || name.endsWith('.tofu.json')

const isOverride = (name: string): boolean => /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/s.test(name)

function filesFor(files: readonly NamedFacts[], tool: 'terraform' | 'tofu'): readonly NamedFacts[] {
  const names = new Set(files.map(({ name }) => name))
  const counts = ({ name }: NamedFacts): boolean => {
    if (!isModuleFile(name)) return false
    if (isTofuFile(name)) return tool === 'tofu'
    return tool === 'terraform' || !names.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'))
  }
  return files.filter(counts).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function merge(files: readonly NamedFacts[], tool: 'terraform' | 'tofu'): ModuleFacts {
  const overrides = files.filter(({ name }) => isOverride(name))
  const primary = files.filter(({ name }) => !isOverride(name))
  return mergeFiles(primary, overrides, (name) => tool === 'terraform' || isTofuFile(name))
}
