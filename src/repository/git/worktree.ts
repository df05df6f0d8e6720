import { copyFile, mkdir, mkdtemp, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { ask, check, git, gitError, type GitPlace } from './place.ts'

/** Folders that tools leave behind: never a part of a stack, and often far larger than the repository. */
const LEFT_OUT = ['.terraform', '.terragrunt-cache', 'node_modules']
const PATHS = ['--', ':(top)', ...LEFT_OUT.map((name) => `:(top,exclude,glob)**/${name}/**`)]

/** Keeps Git from writing into the repository, and from asking other programs. */
const QUIET = [
  ['core.splitIndex', 'false'],
  ['core.untrackedCache', 'false'],
  ['advice.addEmbeddedRepo', 'false'],
  ['core.safecrlf', 'false'],
] as const

export interface WorktreeTree extends AsyncDisposable {
  /** Id of a tree object that holds the work tree as it is now. */
  readonly tree: string
  /** The repository together with the new objects: reads go here. */
  readonly place: GitPlace
}

/**
 * A tree of the work tree: committed, uncommitted and new files, without the ignored ones. The repository is left
 * untouched: index and new objects live in a folder of their own, until disposed (of an object that is there already
 * Git may renew the time, to keep it from being collected). Filters (`filter.*.clean`) that the
 * repository's own configuration names are not run.
 */
export async function worktreeTree(place: GitPlace): Promise<WorktreeTree> {
  const aside = await beside(place)
  try {
    const { config, sparse } = await quietly(place)
    const flags = ['--all', '--ignore-errors', ...(sparse ? ['--sparse'] : [])]
    const added = await git(aside.place, ['add', ...flags, ...PATHS], { config })
    if (added.code !== 0 && !isHarmless(added.stderr)) throw gitError('read the work tree', added.stderr)
    const written = await git(aside.place, ['write-tree'], { config })
    check('read the work tree', written)
    return { tree: written.stdout.trim(), place: aside.place, [Symbol.asyncDispose]: aside.dispose }
  } catch (thrown) {
    await aside.dispose()
    throw thrown
  }
}

/** The repository with a copy of its index and a folder of its own for new objects. */
async function beside(place: GitPlace): Promise<{ readonly place: GitPlace; dispose: () => Promise<void> }> {
  const found = await git(place, ['rev-parse', '--git-path', 'index', '--git-path', 'objects'])
  check('find the repository', found)
  const [index = '', objects = ''] = found.stdout.split('\n').map((path) => resolve(place.cwd, path))
  const folder = await mkdtemp(join(tmpdir(), 'gitops-tree-'))
  const own = join(folder, 'objects')
  await mkdir(own)
  const copy = join(folder, 'index')
  await copyIndex(index, copy)
  const variables = {
    ...place.variables,
    GIT_INDEX_FILE: copy,
    GIT_OBJECT_DIRECTORY: own,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: [quoted(objects), place.variables?.['GIT_ALTERNATE_OBJECT_DIRECTORIES']]
      .filter((path) => path !== undefined)
      .join(delimiter),
  }
  return {
    place: { ...place, variables },
    dispose: () => rm(folder, { recursive: true, force: true }),
  }
}

/**
 * With its time: a file that was changed in the second in which the index was written looks unchanged, and only because
 * of the index' own time Git looks into it (https://git-scm.com/docs/racy-git). A new repository has no index.
 */
async function copyIndex(index: string, copy: string): Promise<void> {
  const found = await stat(index).catch(() => undefined)
  if (found === undefined) return
  await copyFile(index, copy)
  const second = Math.floor(found.mtimeMs / 1000)
  await utimes(copy, second, second)
}

/** A path with the list's own separator has to be quoted: https://git-scm.com/docs/git#_environment_variables */
function quoted(path: string): string {
  return path.includes(delimiter) || path.startsWith('"') ? JSON.stringify(path) : path
}

/**
 * Configuration that turns off the programs that the repository's own would have run on files (those of the user's
 * stay), and whether a part of the repository is left out of the work tree.
 */
async function quietly(place: GitPlace): Promise<{
  readonly config: readonly (readonly [string, string])[]
  readonly sparse: boolean
}> {
  const listed = (await ask(place, ['config', '--list', '--show-scope', '--name-only', '-z'])) ?? ''
  const words = listed.split('\0')
  const config: (readonly [string, string])[] = [...QUIET]
  let sparse = false
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [scope = '', key = ''] = [words[at], words[at + 1]]
    if (scope !== 'local' && scope !== 'worktree') continue
    if (/^filter\..*\.(clean|process)$/s.test(key)) config.push([key, ''])
    if (/^filter\..*\.required$/s.test(key)) config.push([key, 'false'])
    if (key === 'core.sparsecheckout') sparse = true
  }
  return { config, sparse }
}

/** A folder that is a repository of its own without any commit cannot be added, and there is nothing in it to add. */
function isHarmless(stderr: string): boolean {
  const lines = stderr.split('\n').filter((line) => /^(error|fatal):/.test(line))
  return (
    lines.length > 0 &&
    lines.every((line) => /does not have a commit checked out|unable to index file '.*\/'/.test(line))
  )
}
