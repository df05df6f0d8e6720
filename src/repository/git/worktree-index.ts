import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { folderOf, nameOf } from '../paths.ts'
import { SUBMODULE_MODE } from '../snapshot.ts'
import { resolveCommit } from './commits.ts'
import { check, git, type GitOptions, type GitPlace } from './place.ts'

/** A copy of the index, to be brought up to what is in the work tree. */
export interface IndexCopy {
  /** Git at the top of the work tree, with the copy. */
  readonly place: GitPlace
  readonly config: NonNullable<GitOptions['config']>
}

/** An entry of the index. */
export interface IndexEntry {
  /** `H`: nothing special; a small letter: assume-unchanged; `S`: skip-worktree. */
  readonly tag: string
  readonly mode: string
  readonly oid: string
  readonly path: string
}

/** What an entry is to be, whatever Git would make of its file. */
export type Settled = Pick<IndexEntry, 'mode' | 'oid' | 'path'>

/** Runs Git on the copy; what it prints, cut at its zero bytes. */
export async function onIndex(
  { place, config }: IndexCopy,
  args: readonly string[],
  paths?: readonly string[],
): Promise<string[]> {
  const chunks: Buffer[] = []
  const result = await git(place, args, {
    config,
    onStdoutChunk: (chunk) => chunks.push(chunk),
    ...(paths === undefined ? {} : { stdin: paths.map((path) => `${path}\0`).join('') }),
  })
  check('read the work tree', result)
  return Buffer.concat(chunks).toString().split('\0').slice(0, -1)
}

/** Entries whose names are no UTF-8 are left out: Git could not be told of them. */
export async function readIndex(copy: IndexCopy): Promise<IndexEntry[]> {
  const entries: IndexEntry[] = []
  for (const line of await onIndex(copy, ['ls-files', '--stage', '-v', '-z'])) {
    // `TAG SP MODE SP OID SP STAGE TAB PATH`
    const tab = line.indexOf('\t')
    const [tag = '', mode = '', oid = ''] = line.slice(0, tab).split(' ')
    const path = line.slice(tab + 1)
    if (!path.includes('\ufffd')) entries.push({ tag, mode, oid, path })
  }
  return entries
}

/**
 * Lets Git look at the files that it was told not to look at (`git update-index --assume-unchanged`,
 * `--skip-worktree`): Terraform reads them as they are. What a sparse checkout left out stays as committed.
 */
export async function lookAtAll(copy: IndexCopy, entries: readonly IndexEntry[]): Promise<void> {
  const assumed = entries.filter(({ tag }) => tag !== tag.toUpperCase())
  const skipped = await present(
    copy.place.cwd,
    entries.filter(({ tag }) => tag.toUpperCase() === 'S'),
  )
  if (assumed.length > 0)
    await onIndex(copy, ['update-index', '--no-assume-unchanged', '-z', '--stdin'], assumed.map(pathOf))
  if (skipped.length > 0)
    await onIndex(copy, ['update-index', '--no-skip-worktree', '-z', '--stdin'], skipped.map(pathOf))
}

const pathOf = ({ path }: { readonly path: string }): string => path

/** Those that are in the work tree. Each folder is read once: of a sparse checkout it may be most of them. */
async function present(top: string, entries: readonly IndexEntry[]): Promise<IndexEntry[]> {
  const folders = new Map<string, Promise<Set<string>>>()
  const namesIn = (folder: string): Promise<Set<string>> => {
    let names = folders.get(folder)
    if (names === undefined) {
      names = readdir(join(top, folder)).then(
        (found) => new Set(found),
        () => new Set<string>(),
      )
      folders.set(folder, names)
    }
    return names
  }
  const found: IndexEntry[] = []
  for (const entry of entries)
    if ((await namesIn(folderOf(entry.path))).has(nameOf(entry.path))) found.push(entry)
  return found
}

/**
 * The submodules at the commits that are checked out in them. Git itself would start a `git status` in each of them,
 * and with it what the submodule's own configuration names.
 */
export async function submodules(
  { place }: IndexCopy,
  repository: GitPlace,
  entries: readonly IndexEntry[],
): Promise<Settled[]> {
  const found: Settled[] = []
  for (const { mode, oid, path } of entries) {
    if (mode !== SUBMODULE_MODE) continue
    const folder = join(place.cwd, path)
    // Gone, or something else by now: without a look into it Git knows that, too.
    if ((await lstat(folder).catch(() => undefined))?.isDirectory() !== true) continue
    const isCheckedOut = (await lstat(join(folder, '.git')).catch(() => undefined)) !== undefined
    const commit = isCheckedOut ? await resolveCommit({ ...repository, cwd: folder }, 'HEAD') : undefined
    found.push({ mode, oid: commit ?? oid, path })
  }
  return found
}

/** Sets entries, and keeps Git from looking at their files. */
export async function settle(copy: IndexCopy, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return
  const lines = settled.map(({ mode, oid, path }) => `${mode} ${oid}\t${path}`)
  await onIndex(copy, ['update-index', '-z', '--index-info'], lines)
  await onIndex(copy, ['update-index', '--assume-unchanged', '-z', '--stdin'], settled.map(pathOf))
}
