import type { Settings } from '../modules/facts.ts'
import { joinPath } from '../paths.ts'

/** A backend or cloud block, or the configuration of a `terraform_remote_state`. */
export interface BackendFacts {
  readonly type: string
  readonly settings: Settings
}

/** What tells one state from others; a value that cannot be told from the files is undefined. */
export type Place = Readonly<Record<string, string | undefined>>

/**
 * Where a state is, as canonical JSON; equal for two that share one state, and for a stack and what reads its state.
 *
 * @param folder the folder that is planned: local paths start there.
 * @param workspace `default` unless another is selected.
 * @returns undefined when a setting that says where is missing or is no plain string, or the backend is not known.
 */
export function stateKey(backend: BackendFacts, folder: string, workspace: string): string | undefined {
  const place = statePlace(backend, folder, workspace)
  return place === undefined ? undefined : placeKey(place)
}

/** As far as it can be told: what cannot is undefined. Undefined as a whole when the backend is not known. */
export function statePlace(backend: BackendFacts, folder: string, workspace: string): Place | undefined {
  const { settings } = backend
  if (backend.type === 'cloud' || backend.type === 'remote') return remotePlace(backend, workspace)
  const place = Object.hasOwn(PLACES, backend.type)
    ? PLACES[backend.type]?.(settings, folder, workspace)
    : undefined
  return place === undefined ? undefined : { ...place, type: backend.type, workspace }
}

/** Undefined when a value is not known. */
export function placeKey(place: Place): string | undefined {
  const names = Object.keys(place).sort()
  for (const name of names) if (place[name] === undefined) return undefined
  return JSON.stringify(place, names)
}

/** All settings that say where a state is, of any backend: each may be given by an expression. */
export const PLACE_SETTINGS: readonly string[] = [
  'address',
  'bucket',
  'config_context',
  'conn_str',
  'container_name',
  'endpoint',
  'endpoints',
  'hostname',
  'key',
  'namespace',
  'organization',
  'path',
  'prefix',
  'schema_name',
  'secret_suffix',
  'storage_account_name',
  'workspace_dir',
  'workspace_key_prefix',
  'workspaces.name',
  'workspaces.prefix',
]

/** The setting, or what the backend takes when it is not given; undefined when it is given as an expression. */
const or = (settings: Settings, name: string, otherwise: string): string | undefined =>
  Object.hasOwn(settings, name) ? settings[name] : otherwise

/** By the documentation of each backend: only the settings that say which state it is, with their defaults. */
const PLACES: Readonly<
  Record<string, ((settings: Settings, folder: string, workspace: string) => Place) | undefined>
> = {
  local: (settings, folder, workspace) => {
    const path = or(settings, 'path', 'terraform.tfstate')
    return {
      // An absolute one is the same place for every stack.
      path: path === undefined || path.startsWith('/') ? path : joinPath(folder, path),
      // States of other workspaces lie in a folder of the working directory.
      ...(workspace === 'default'
        ? {}
        : { folder, states: or(settings, 'workspace_dir', 'terraform.tfstate.d') }),
    }
  },
  s3: (settings, _, workspace) => ({
    bucket: settings['bucket'],
    key: settings['key'],
    endpoint: endpointOf(settings),
    ...(workspace === 'default' ? {} : { prefix: or(settings, 'workspace_key_prefix', 'env:') }),
  }),
  gcs: (settings) => ({
    bucket: settings['bucket'],
    prefix: or(settings, 'prefix', '')?.replace(/\/+$/, ''),
  }),
  azurerm: (settings) => ({
    account: settings['storage_account_name'],
    container: settings['container_name'],
    key: settings['key'],
  }),
  http: (settings) => ({ address: withoutCredentials(settings['address']) }),
  consul: (settings) => ({ address: or(settings, 'address', ''), path: settings['path'] }),
  pg: (settings) => ({
    schema: settings['schema_name'],
    database: Object.hasOwn(settings, 'conn_str') ? withoutCredentials(settings['conn_str']) : '',
  }),
  kubernetes: (settings) => ({
    context: or(settings, 'config_context', ''),
    namespace: or(settings, 'namespace', 'default'),
    suffix: settings['secret_suffix'],
  }),
  oss: (settings) => ({
    bucket: settings['bucket'],
    key: or(settings, 'key', 'terraform.tfstate'),
    prefix: or(settings, 'prefix', 'env:'),
  }),
  cos: (settings) => ({
    bucket: settings['bucket'],
    key: or(settings, 'key', 'terraform.tfstate'),
    prefix: or(settings, 'prefix', 'terraform/state'),
  }),
}

/** `endpoints = { s3 = … }`, formerly `endpoint`. That of the lock table is not where the state is. */
function endpointOf(settings: Settings): string | undefined {
  if (Object.hasOwn(settings, 'endpoints.s3')) return settings['endpoints.s3']
  return Object.hasOwn(settings, 'endpoints') ? undefined : or(settings, 'endpoint', '')
}

/**
 * HCP Terraform by either block: a workspace there is a state, whatever the local name is. The settings of a
 * `workspaces` block are `workspaces.name` and `workspaces.prefix`.
 */
function remotePlace({ type, settings }: BackendFacts, workspace: string): Place {
  // `cloud` with tags has no prefix: what is selected is the workspace's name.
  const prefix = type === 'cloud' ? '' : settings['workspaces.prefix']
  const selected = workspace === 'default' || prefix === undefined ? undefined : prefix + workspace
  return {
    hostname: or(settings, 'hostname', 'app.terraform.io'),
    organization: settings['organization'],
    type: 'remote',
    workspace: Object.hasOwn(settings, 'workspaces.name') ? settings['workspaces.name'] : selected,
  }
}

/** The key is shown: an address may hold a password. What is no plain address is not told at all. */
function withoutCredentials(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, host, pathname, search } = new URL(address)
  return search === '' ? `${protocol}//${host}${pathname}` : undefined
}
