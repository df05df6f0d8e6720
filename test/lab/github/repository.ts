import { createHash } from 'node:crypto'
import type { Contract } from './contract.ts'
import type { Account, Json } from './state.ts'

export interface NewEntry {
  readonly name: string
  /** Default `file`. */
  readonly type?: 'file' | 'dir' | 'symlink' | 'submodule'
  /** Default: made from the name. */
  readonly sha?: string
}

export interface NewEnvironment {
  readonly name: string
  /** Logins that must be asked; absent or empty: there is no such rule. */
  readonly reviewers?: readonly string[]
  /** Slugs of teams that must be asked. */
  readonly teams?: readonly string[]
  readonly preventSelfReview?: boolean
  readonly waitMinutes?: number
}

export interface NewApproval {
  readonly runId: number
  readonly environments: readonly string[]
  /** Default `approved`. */
  readonly state?: 'approved' | 'rejected' | 'pending'
  /** Login. */
  readonly by?: string
}

/** What the lab knows of the repository's Git data and environments, beside its pull requests and runs. */
export interface RepositoryState {
  readonly branches: Map<string, string>
  /** `base...head` -> commits that head has and base has not, oldest first; null: nothing in common. */
  readonly comparisons: Map<string, readonly string[] | null>
  /** `sha:path` -> what is in the folder; undefined: the commit is there, the folder is not. */
  readonly folders: Map<string, readonly NewEntry[] | undefined>
  readonly environments: Map<string, NewEnvironment>
  readonly approvals: NewApproval[]
}

export const makeRepositoryState = (): RepositoryState => ({
  branches: new Map(),
  comparisons: new Map(),
  folders: new Map(),
  environments: new Map(),
  approvals: [],
})

export const shaOf = (text: string): string => createHash('sha1').update(text).digest('hex')
const idOf = (text: string): number => parseInt(shaOf(text).slice(0, 6), 16)

/** GitHub's forms of these things, built from its own examples. */
export interface RepositoryJson {
  ref(branch: string, sha: string): Json
  commit(sha: string): Json
  folder(path: string, ref: string, entries: readonly NewEntry[]): readonly Json[]
  environment(environment: NewEnvironment): Json
  approval(approval: NewApproval): Json
}

export function repositoryJson(
  contract: Contract,
  repository: string,
  user: (account: Account) => Json,
): RepositoryJson {
  const api = (path: string): string => `https://api.github.com/repos/${repository}${path}`
  const html = (path: string): string => `https://github.com/${repository}${path}`
  const example = (name: string): Json => contract.example(name) as Json
  const [exampleApproval = {}] = contract.example('environment-approvals-items') as Json[]
  const [exampleEnvironment = {}] = exampleApproval.environments as Json[]
  const exampleRules = example('environment').protection_rules as Json[]
  const exampleTeam = (
    exampleRules.flatMap((rule) => (rule.reviewers ?? []) as Json[]).find(({ type }) => type === 'Team') ?? {}
  ).reviewer as Json

  return {
    ref: (branch, sha) => ({
      ...example('git-ref'),
      ref: `refs/heads/${branch}`,
      url: api(`/git/refs/heads/${branch}`),
      object: { type: 'commit', sha, url: api(`/git/commits/${sha}`) },
    }),
    commit: (sha) => ({
      ...(example('commit-comparison').merge_base_commit as Json),
      sha,
      url: api(`/commits/${sha}`),
    }),
    folder: (path, ref, entries) =>
      entries.map(({ name, type = 'file', sha = shaOf(`${path}/${name}`) }) => {
        const at = [...path.split('/').filter((part) => part !== ''), name].join('/')
        const git = api(`/git/${type === 'dir' || type === 'submodule' ? 'trees' : 'blobs'}/${sha}`)
        const page = html(`/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${at}`)
        const self = `${api(`/contents/${at}`)}?ref=${ref}`
        return {
          name,
          path: at,
          sha,
          size: type === 'file' ? 100 : 0,
          // In lists a submodule calls itself a file: https://docs.github.com/rest/repos/contents#get-repository-content
          type: type === 'submodule' ? 'file' : type,
          url: self,
          git_url: git,
          html_url: page,
          download_url:
            type === 'file' ? `https://raw.githubusercontent.com/${repository}/${ref}/${at}` : null,
          _links: { self, git, html: page },
        }
      }),
    environment(environment) {
      const { name, reviewers = [], teams = [], waitMinutes } = environment
      const asked = [
        ...reviewers.map((login) => ({ type: 'User', reviewer: user({ login, type: 'User' }) })),
        ...teams.map((slug) => ({ type: 'Team', reviewer: { ...exampleTeam, type: 'organization', slug } })),
      ]
      const rule = (type: string): Json => ({
        id: idOf(name + type),
        node_id: `GA_${idOf(name + type)}`,
        type,
      })
      return {
        ...example('environment'),
        id: idOf(name),
        name,
        url: api(`/environments/${encodeURIComponent(name)}`),
        protection_rules: [
          ...(waitMinutes === undefined ? [] : [{ ...rule('wait_timer'), wait_timer: waitMinutes }]),
          ...(asked.length === 0
            ? []
            : [
                {
                  ...rule('required_reviewers'),
                  prevent_self_review: environment.preventSelfReview ?? false,
                  reviewers: asked,
                },
              ]),
          rule('branch_policy'),
        ],
      }
    },
    approval: ({ environments, state = 'approved', by = 'mona' }) => ({
      ...exampleApproval,
      state,
      user: user({ login: by, type: 'User' }),
      environments: environments.map((name) => ({
        ...exampleEnvironment,
        id: idOf(name),
        name,
        url: api(`/environments/${encodeURIComponent(name)}`),
      })),
    }),
  }
}
