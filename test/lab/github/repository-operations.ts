import { type Answer, type Handlers, notFound, ok, refuse, type Request, slice } from './answers.ts'
import type { Contract } from './contract.ts'
import type { Json, State } from './state.ts'

/** GitHub lists no more entries of a folder than this, without a word. */
const FOLDER_LIMIT = 1000

/** The repository: itself, its branches, commits, files and environments. */
export function repositoryHandlers(state: State, contract: Contract): Handlers {
  const { git, forms } = state
  const example = contract.example('commit-comparison') as Json

  function compare(request: Request): Answer {
    const { base = '', head = '' } = request.params
    const told = git.comparisons.get(`${base}...${head}`)
    const mergeBase = state.mergeBase(base, head) ?? (told === undefined ? undefined : told && base)
    if (told === undefined && mergeBase === undefined) return notFound
    if (told === null || mergeBase === null || mergeBase === undefined) {
      return refuse(404, `No common ancestor between ${base} and ${head}.`)
    }
    const commits = told ?? (example.commits as Json[]).map(({ sha }) => String(sha))
    const { items, at, headers } = slice(request, commits)
    return {
      status: 200,
      headers,
      body: {
        ...example,
        status: commits.length === 0 ? 'identical' : 'ahead',
        ahead_by: commits.length,
        total_commits: commits.length,
        merge_base_commit: forms.commit(mergeBase),
        commits: items.map((sha) => forms.commit(sha)),
        // Files come on the first page only.
        ...(at > 1 ? { files: undefined } : {}),
      },
    }
  }

  return {
    'repos/get': () => {
      // The example is a fork: of the repositories it came from ours has none.
      const repository = contract.example('full-repository-default-response') as Json
      return ok({
        ...repository,
        fork: false,
        source: undefined,
        parent: undefined,
        language: null, // missing in GitHub's example, required by its schema
        name: state.repository.split('/')[1],
        full_name: state.repository,
        private: state.isPrivate,
        visibility: state.isPrivate ? (state.isInternal ? 'internal' : 'private') : 'public',
        default_branch: 'main',
      })
    },
    'repos/compare-commits': compare,
    'git/get-ref': ({ params }) => {
      const branch = /^heads\/(.+)$/.exec(params.ref ?? '')?.[1] ?? ''
      const sha = git.branches.get(branch)
      return sha === undefined ? notFound : ok(forms.ref(branch, sha))
    },
    'repos/get-content': ({ params, query }) => {
      const ref = query.ref ?? 'main'
      const sha = git.branches.get(ref) ?? ref
      const path = params.path ?? ''
      const known = [...git.folders.keys()].some((key) => key.startsWith(`${sha}:`))
      if (!known) return refuse(404, `No commit found for the ref ${ref}`)
      const entries = git.folders.get(`${sha}:${path}`)
      if (entries !== undefined) return ok(forms.folder(path, sha, entries.slice(0, FOLDER_LIMIT)))
      const parent = path.split('/').slice(0, -1).join('/')
      const [file] = forms.folder(
        parent,
        sha,
        (git.folders.get(`${sha}:${parent}`) ?? []).filter(
          ({ name, type }) => name === path.split('/').at(-1) && type !== 'dir',
        ),
      )
      return file === undefined ? notFound : ok({ ...file, encoding: 'base64', content: '' })
    },
    'repos/get-environment': ({ params }) => {
      const environment = git.environments.get(params.environment_name ?? '')
      return environment === undefined ? notFound : ok(forms.environment(environment))
    },
  }
}
