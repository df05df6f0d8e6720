import { copyFile, mkdir, mkdtemp, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { FetchAccess } from './fetch.ts'
import { fetchMissing, isPartial, missingObjects } from './partial.ts'
import { ask, check, git, gitError, type GitPlace } from './place.ts'
import { filtered } from './worktree-filters.ts'
import { ignoredFiles, isLoaded, LEFT_OUT } from './worktree-ignored.ts'
import { lookAtAll, onIndex, readIndex, settle, submodules, type IndexEntry } from './worktree-index.ts'

/**
 * Beside what tools leave behind: credentials that google-github-actions/auth puts into the workspace, and a folder of
 * ours where the runner's temporary folder is in there.
 */
const PATHS = [
  '--',
  ':(top)',
  ...LEFT_OUT.map((name) => `:(top,exclude,glob)**/${name}/**`),
  ':(top,exclude,glob)**/gha-creds-*.json',
  ':(top,exclude,glob)**/gitops-tree-*/**',
]

/** Keeps Git from writing into the repository, and from asking other programs. */
const QUIET = [
  ['core.splitIndex', 'false'],
  ['core.untrackedCache', 'false'],
  ['advice.addEmbeddedRepo', 'false'],
  ['core.safecrlf', 'false'],
] as const

export interface WorktreeOptions {
  /** With the files that Terraform loads by itself though Git ignores them. Default false. */
  readonly ignored?: boolean
  /** How to get what a partial clone left out and Git has to read: rules of folders that are not checked out. */
  readonly access?: FetchAccess | undefined
}

export interface WorktreeTree extends AsyncDisposable {
  /** Id of a tree object that holds the work tree as it is now. */
  readonly tree: string
  /** Files that Git ignores and that are not in the tree, from its top. Empty unless ignored ones are asked for. */
  readonly ignored: readonly string[]
  /** The repository together with the new objects: reads go here. */
  readonly place: GitPlace
}

/**
 * A tree of the work tree: committed, uncommitted and new files, as they are; without ignored ones unless these are
 * asked for. The repository is left untouched: index and new objects live in a folder of their own, until disposed (of
 * an object that is there already Git may renew the time, to keep it from being collected). Filters
 * (`filter.*.clean`) that the repository's own configuration names are not run, nor anything of a submodule's.
 */
export async function worktreeTree(
  place: GitPlace,
  { ignored = false, access }: WorktreeOptions = {},
): Promise<WorktreeTree> {
  const aside = await beside(place)
  try {
    const { config, sparse, filters } = await quietly(place)
    const copy = { place: { ...aside.place, cwd: aside.top }, config }
    const entries = await readIndex(copy)
    await lookAtAll(copy, entries)
    if (sparse) await fetchRules(place, entries, access)
    await settle(copy, [
      ...(await submodules(copy, place, entries)),
      ...(await filtered(copy, entries, filters, aside)),
    ])
    const flags = ['--all', '--ignore-errors', ...(sparse ? ['--sparse'] : [])]
    const added = await git(copy.place, ['add', ...flags, ...PATHS], { config })
    if (added.code !== 0 && !isHarmless(added.stderr)) throw gitError('read the work tree', added.stderr)
    const found = ignored ? await ignoredFiles(copy) : []
    const loaded = found.filter(isLoaded)
    if (loaded.length > 0) await onIndex(copy, ['update-index', '--add', '-z', '--stdin'], loaded)
    const written = await git(copy.place, ['write-tree'], { config })
    check('read the work tree', written)
    return {
      tree: written.stdout.trim(),
      ignored: found.filter((path) => !isLoaded(path)),
      place: aside.place,
      [Symbol.asyncDispose]: aside.dispose,
    }
  } catch (thrown) {
    await aside.dispose()
    throw thrown
  }
}

/** Of `.gitignore` and `.gitattributes` that a sparse checkout left out, Git reads the committed ones. */
async function fetchRules(
  place: GitPlace,
  entries: readonly IndexEntry[],
  access: FetchAccess | undefined,
): Promise<void> {
  const rules = new Set<string>()
  for (const { tag, path, oid } of entries)
    if (tag.toUpperCase() === 'S' && /(^|\/)\.git(ignore|attributes)$/.test(path)) rules.add(oid)
  if (rules.size === 0 || access === undefined || !(await isPartial(place))) return
  await fetchMissing(place, await missingObjects(place, ['HEAD']), rules, access)
}

interface Aside {
  /** The repository with a copy of its index and a folder of its own for new objects. */
  readonly place: GitPlace
  /** The top of the work tree. */
  readonly top: string
  /** The copy. */
  readonly index: string
  /** Does not exist yet; for what has to be written on the way. */
  readonly folder: string
  readonly dispose: () => Promise<void>
}

async function beside(place: GitPlace): Promise<Aside> {
  const asked = ['--show-toplevel', '--git-path', 'index', '--git-path', 'objects']
  const found = await git(place, ['rev-parse', ...asked])
  check('find the repository', found)
  const [top = '', index = '', objects = ''] = found.stdout
    .split('\n')
    .map((path) => resolve(place.cwd, path))
  const folder = await ownFolder(place)
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
    top,
    index: copy,
    folder: join(folder, 'files'),
    dispose: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Only we can enter it. Where the runner cleans up after each job: it would remain if we were killed. */
async function ownFolder({ env }: GitPlace): Promise<string> {
  const make = (folder: string): Promise<string> => mkdtemp(join(folder, 'gitops-tree-'))
  const temp = env['RUNNER_TEMP'] ?? ''
  return temp === '' ? make(tmpdir()) : make(temp).catch(() => make(tmpdir()))
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
  readonly filters: ReadonlySet<string>
}> {
  const listed = (await ask(place, ['config', '--list', '--show-scope', '--name-only', '-z'])) ?? ''
  const words = listed.split('\0')
  const config: (readonly [string, string])[] = [...QUIET]
  const filters = new Set<string>()
  let sparse = false
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [scope = '', key = ''] = [words[at], words[at + 1]]
    if (scope !== 'local' && scope !== 'worktree') continue
    const filter = /^filter\.(.*)\.(clean|process)$/s.exec(key)?.[1]
    if (filter !== undefined) {
      config.push([key, ''])
      filters.add(filter)
    }
    if (/^filter\..*\.required$/s.test(key)) config.push([key, 'false'])
    if (key === 'core.sparsecheckout') sparse = true
  }
  return { config, sparse, filters }
}

/** A folder that is a repository of its own without any commit cannot be added, and there is nothing in it to add. */
function isHarmless(stderr: string): boolean {
  const lines = stderr.split('\n').filter((line) => /^(error|fatal):/.test(line))
  return (
    lines.length > 0 &&
    lines.every((line) => /does not have a commit checked out|unable to index file '.*\/'/.test(line))
  )
}
