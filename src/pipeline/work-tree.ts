import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveCommit } from '../repository/git/commits.ts'
import { ask, check, git, type GitPlace } from '../repository/git/place.ts'
import { requireGit } from '../repository/git/version.ts'
import { worktreeTree, type WorktreeOptions } from '../repository/git/worktree.ts'

export interface WorkTree extends AsyncDisposable {
  /** Reads go here: the repository, and the objects of what is not committed. */
  readonly place: GitPlace
  /** Id of a tree with the files as they are now, uncommitted and new ones too. */
  readonly tree: string
  /** Files that Git ignores and that are not in the tree, where ignored ones are asked for. */
  readonly ignored: readonly string[]
  /** The commit that is checked out; undefined: there is none. */
  readonly commit: string | undefined
  /** False for a folder that is no Git repository: there is nothing to compare with. */
  readonly versioned: boolean
}

/**
 * The files as they are, which is what gets planned. Nothing is written below the folder.
 *
 * @param options ignored files belong to what a plan is made of, not to what differs from a commit: there they are not,
 * and would differ for ever
 */
export async function openWorkTree(place: GitPlace, options?: WorktreeOptions): Promise<WorkTree> {
  await requireGit(place)
  const versioned = (await ask(place, ['rev-parse', '--git-dir'])) !== undefined
  await using stack = new AsyncDisposableStack()
  const repository = versioned ? place : await aside(place, stack)
  const made = stack.use(await worktreeTree(repository, options))
  const commit = versioned ? await resolveCommit(repository, 'HEAD') : undefined
  const kept = stack.move()
  return {
    place: made.place,
    tree: made.tree,
    ignored: made.ignored,
    commit,
    versioned,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** A repository of its own, elsewhere, around a folder that is none: Git then reads it by the same rules. */
async function aside(place: GitPlace, stack: AsyncDisposableStack): Promise<GitPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'gitops-folder-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const made = await git(place, ['init', '--quiet', '--bare', '--template=', folder])
  check('read the folder', made)
  return { ...place, variables: { ...place.variables, GIT_DIR: folder, GIT_WORK_TREE: place.cwd } }
}
