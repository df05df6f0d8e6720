import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { check, git } from './place.ts'
import { onIndex, type IndexCopy, type IndexEntry, type Settled } from './worktree-index.ts'

const REGULAR = ['100644', '100755']

/**
 * Files that a filter of the repository's configuration (`filter.NAME.clean`) would turn into what is committed. It is
 * not run, and what is in the work tree is not what Git keeps: actions/checkout with `lfs: true` leaves it so.
 *
 * - Git LFS: its pointer is made here.
 * - Another filter: unchanged where Git's notes of the file (time, size) say so. Else the file is taken as it is, which
 *   at most makes a difference where there is none.
 *
 * @param names of the filters that are not run
 * @param index file of the copy
 * @param folder for what has to be written
 */
export async function filtered(
  copy: IndexCopy,
  entries: readonly IndexEntry[],
  names: ReadonlySet<string>,
  { index, folder }: { readonly index: string; readonly folder: string },
): Promise<Settled[]> {
  if (names.size === 0) return []
  // Also what was written in the second of the index, which Git compares by content, and so without the filter.
  const candidates = await maybeChanged(copy)
  if (candidates.length === 0) return []
  const filters = await filtersOf(copy, candidates)
  const byPath = new Map<string, IndexEntry>()
  for (const entry of entries) if (REGULAR.includes(entry.mode)) byPath.set(entry.path, entry)
  const large: IndexEntry[] = []
  const others: IndexEntry[] = []
  for (const [path, filter] of filters) {
    const entry = byPath.get(path)
    if (entry !== undefined && names.has(filter)) (filter === 'lfs' ? large : others).push(entry)
  }
  return [...(await pointers(copy, large, folder)), ...(await unchanged(copy, others, index))]
}

const maybeChanged = (copy: IndexCopy): Promise<string[]> =>
  onIndex(copy, [
    'diff-files',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=M',
    '--ignore-submodules=all',
  ])

/** Names of filters by path. */
async function filtersOf(copy: IndexCopy, paths: readonly string[]): Promise<Map<string, string>> {
  const words = await onIndex(copy, ['check-attr', '-z', '--stdin', 'filter'], paths)
  const filters = new Map<string, string>()
  for (let at = 0; at + 2 < words.length; at += 3) filters.set(words[at] ?? '', words[at + 2] ?? '')
  return filters
}

/** Those that are as Git noted them; an index that is newer than all files makes it believe its notes. */
async function unchanged(
  copy: IndexCopy,
  entries: readonly IndexEntry[],
  index: string,
): Promise<readonly IndexEntry[]> {
  if (entries.length === 0) return []
  const { mtime } = await lstat(index)
  const later = new Date(Date.now() + 3_600_000)
  await utimes(index, later, later)
  const changed = new Set(await maybeChanged(copy))
  await utimes(index, mtime, mtime)
  return entries.filter(({ path }) => !changed.has(path))
}

async function pointers(copy: IndexCopy, entries: readonly IndexEntry[], folder: string): Promise<Settled[]> {
  const made: { readonly entry: IndexEntry; readonly file: string }[] = []
  await mkdir(folder)
  for (const entry of entries) {
    // A file that cannot be read is left to Git, which says so.
    const pointer = await pointerOf(join(copy.place.cwd, entry.path)).catch(() => undefined)
    if (pointer === undefined) continue
    const file = join(folder, String(made.length))
    await writeFile(file, pointer)
    made.push({ entry, file })
  }
  if (made.length === 0) return []
  const written = await git(copy.place, ['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    config: copy.config,
    stdin: made.map(({ file }) => `${file}\n`).join(''),
  })
  check('read the work tree', written)
  const ids = written.stdout.split('\n')
  return made.map(({ entry: { mode, path, oid } }, at) => ({ mode, path, oid: ids[at] ?? oid }))
}

/**
 * What Git LFS has committed of a file. Undefined: the file itself, being empty or a pointer that was not followed.
 * Source: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 */
async function pointerOf(path: string): Promise<string | undefined> {
  const { size } = await lstat(path)
  if (size === 0) return undefined
  if (size < 1024 && (await readFile(path, 'latin1')).startsWith('version https://git-lfs.')) return undefined
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${hash.digest('hex')}\nsize ${size}\n`
}
