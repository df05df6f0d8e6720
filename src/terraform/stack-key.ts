import { createHash } from 'node:crypto'
import type { StackSubject } from './plan-stack.ts'
import { nameOnly, withoutValues } from './tool-arguments.ts'

export interface StackIdentity {
  readonly path: string
  readonly workspace?: string | undefined
  readonly varFiles?: readonly string[]
  readonly backendConfig?: readonly string[]
  readonly planArgs?: readonly string[]
}

/**
 * What tells one stack's plan from any other's, for good: path and workspace in clear, and a hash of what else makes
 * it another plan (variable files, backend, arguments). Never a prefix of another key.
 *
 * The key is public, and from a hash without a key of its own a weak secret could be guessed: so of variables and
 * backend settings only the names are in it, and the values of those settings that say where the state is.
 */
export function stackKey({
  path,
  workspace = '',
  varFiles = [],
  backendConfig = [],
  planArgs = [],
}: StackIdentity): string {
  const more = [varFiles, backendConfig.map(publicSetting), withoutValues(planArgs)]
  const hash = createHash('sha256')
    .update(JSON.stringify([path, workspace, ...more]))
    .digest('hex')
    .slice(0, 16)
  const isPlain = more.every((list) => list.length === 0)
  return JSON.stringify(isPlain ? [path, workspace] : [path, workspace, hash])
}

/** Where the state is, in the words of the backends of both tools; their credentials have other names. */
const PLACES: ReadonlySet<string> = new Set(
  'bucket container_name hostname key organization path prefix region schema_name secret_suffix storage_account_name workspace_key_prefix'.split(
    ' ',
  ),
)

function publicSetting(setting: string): string {
  return PLACES.has(/^([^=]*)=/.exec(setting)?.[1]?.trim() ?? '') ? setting : nameOnly(setting)
}

/** A stack by its folder, as it is called and told from others. An empty workspace is none. */
export function stackSubject(identity: StackIdentity): StackSubject {
  const { path } = identity
  const workspace = identity.workspace === '' ? undefined : identity.workspace
  return {
    key: stackKey({ ...identity, workspace }),
    name: path,
    path,
    ...(workspace === undefined ? {} : { workspace }),
  }
}
