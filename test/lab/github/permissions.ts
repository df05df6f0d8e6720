export type Access = 'none' | 'read' | 'write'
export type Permission = 'actions' | 'contents' | 'issues' | 'pull-requests'
export type Permissions = Readonly<Partial<Record<Permission, Access>>>

interface Need {
  readonly access: 'read' | 'write'
  /** One of these is enough. */
  readonly anyOf: readonly Permission[]
  /** Needed in public repositories too. */
  readonly always?: boolean
}

const comments: readonly Permission[] = ['issues', 'pull-requests']
const read = (...anyOf: readonly Permission[]): Need => ({ access: 'read', anyOf })
const write = (...anyOf: readonly Permission[]): Need => ({ access: 'write', anyOf })

/**
 * What each operation asks of a token, as GitHub's REST reference says under "fine-grained access tokens".
 * `undefined`: any valid token. An operation that is missing here is refused by the lab.
 */
export const NEEDS: Readonly<Record<string, Need | undefined>> = {
  'actions/download-artifact': { ...read('actions'), always: true },
  'actions/get-reviews-for-run': read('actions'),
  'actions/get-workflow-run': read('actions'),
  'actions/list-artifacts-for-repo': read('actions'),
  'actions/list-jobs-for-workflow-run': read('actions'),
  'actions/list-jobs-for-workflow-run-attempt': read('actions'),
  'actions/list-workflow-run-artifacts': read('actions'),
  'actions/list-workflow-runs': read('actions'),
  'actions/list-workflow-runs-for-repo': read('actions'),
  'git/get-ref': read('contents'),
  'graphql/minimizeComment': write(...comments),
  'graphql/viewer': undefined,
  'issues/create-comment': write(...comments),
  'issues/delete-comment': write(...comments),
  'issues/get-comment': read(...comments),
  'issues/list-comments': read(...comments),
  'issues/list-events': read(...comments),
  'issues/update-comment': write(...comments),
  'pulls/get': read('pull-requests'),
  'pulls/list': read('pull-requests'),
  'rate-limit/get': undefined,
  'repos/compare-commits': read('contents'),
  'repos/get': undefined, // metadata, which every token may read
  'repos/get-content': read('contents'),
  'repos/get-environment': read('actions'),
  'repos/list-pull-requests-associated-with-commit': read('pull-requests'),
  'users/get-authenticated': undefined,
}

/** May a token with these permissions do it? What is public may be read by any token. */
export function permits(operation: string, granted: Permissions, isPrivate: boolean): boolean {
  if (!(operation in NEEDS)) throw new Error(`permissions.ts does not say what ${operation} needs`)
  const need = NEEDS[operation]
  if (need === undefined) return true
  if (need.access === 'read' && !isPrivate && need.always !== true) return true
  return need.anyOf.some((permission) => {
    const has = granted[permission] ?? 'none'
    return has === 'write' || has === need.access
  })
}

/** The header by which GitHub names what would have been enough. */
export function acceptedPermissions(operation: string): string | undefined {
  const need = NEEDS[operation]
  return need?.anyOf.map((permission) => `${permission.replace('-', '_')}=${need.access}`).join('; ')
}
