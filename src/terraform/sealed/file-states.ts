import { createHash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { lstat, readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { errorCode } from '../../core/errors.ts'
import { planFolders, type PlanFolders, type PlanPlace } from './plan-folders.ts'
import { isLeftByTools } from './sealed-path.ts'

export interface FileState {
  readonly kind: 'file' | 'link'
  /** Changes whenever the file is written, moved here, or given another mode. */
  readonly stamp: string
  /** When that was, in nanoseconds since the epoch. */
  readonly changedAt: bigint
  readonly size: number
  readonly executable: boolean
}

/** How things stood before a plan. */
export interface FileStates {
  /** Milliseconds since the epoch. */
  readonly takenAt: number
  /** Absolute paths. */
  readonly folders: readonly string[]
  /** By path from the repository root, with `/`. */
  readonly files: ReadonlyMap<string, FileState>
  /** SHA-256, hex, of those that are small enough to be read for it. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Enough for committed archives, and read in a moment. */
const HASHED = { files: 2000, bytes: 16 * 1024 ** 2, total: 64 * 1024 ** 2 } as const
const AT_ONCE = 32

/**
 * How things stand before a plan: taken best between `init` and `plan`, when all local modules are known. Taken before
 * `init`, what is made in a local module's folder is found by its time, and cannot replace a file that was there.
 */
export async function fileStates(place: PlanPlace): Promise<FileStates> {
  const takenAt = Date.now()
  const places = await planFolders(place)
  const files = await filesIn(places.folders, places)
  return { takenAt, folders: places.folders, files, hashes: await hashesOf(files, places.root) }
}

/**
 * What stands in folders: files and symbolic links; no sockets, pipes or devices, nothing of Git, Terraform's own
 * (`.terraform`, state, lock file, crash logs), and no link is followed.
 */
export async function filesIn(
  folders: readonly string[],
  places: PlanFolders,
): Promise<Map<string, FileState>> {
  const found = new Map<string, FileState>()
  for (const folder of folders) await walk(folder, places, found)
  return found
}

async function walk(folder: string, places: PlanFolders, found: Map<string, FileState>): Promise<void> {
  const left = [folder]
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const entries = await orNothing(readdir(at, { withFileTypes: true }))
    const files: string[] = []
    for (const entry of entries ?? []) {
      const path = join(at, entry.name)
      if (isLeftOut(entry.name) || places.leftOut.includes(path)) continue
      if (entry.name.includes('\ufffd')) found.set(fromRoot(path, places.root), NAMELESS)
      else if (entry.isDirectory()) left.push(path)
      else if (entry.isFile() || entry.isSymbolicLink()) files.push(path)
    }
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const some = files.slice(start, start + AT_ONCE)
      const states = await Promise.all(some.map((path) => orNothing(lstat(path, { bigint: true }))))
      states.forEach((state, index) => {
        const path = some[index]
        if (state === undefined || path === undefined || !(state.isFile() || state.isSymbolicLink())) return
        found.set(fromRoot(path, places.root), stateOf(state))
      })
    }
  }
}

/** A name that is no UTF-8 cannot be asked about by it: that it is there must be told all the same. */
const NAMELESS: FileState = { kind: 'file', stamp: '', changedAt: 0n, size: 0, executable: false }

/** By its name alone, wherever it is. */
function isLeftOut(name: string): boolean {
  const lower = name.toLowerCase()
  return lower === '.git' || lower === '.terraform' || isLeftByTools([lower])
}

export function stateOf(stats: BigIntStats): FileState {
  const { dev, ino, size, mtimeNs, ctimeNs } = stats
  return {
    kind: stats.isSymbolicLink() ? 'link' : 'file',
    stamp: [dev, ino, size, mtimeNs, ctimeNs].join(' '),
    changedAt: ctimeNs,
    size: Number(size),
    executable: (stats.mode & 0o100n) !== 0n,
  }
}

async function hashesOf(files: ReadonlyMap<string, FileState>, root: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  const wanted: string[] = []
  let total = 0
  for (const [path, { kind, size }] of files) {
    if (kind !== 'file' || size > HASHED.bytes) continue
    total += size
    if (total > HASHED.total || wanted.length === HASHED.files) break
    wanted.push(path)
  }
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    await Promise.all(
      wanted.slice(start, start + AT_ONCE).map(async (path) => {
        // What cannot be read here cannot be put back later; that is all.
        const content = await readFile(join(root, path)).catch(() => undefined)
        if (content !== undefined) hashes.set(path, createHash('sha256').update(content).digest('hex'))
      }),
    )
  }
  return hashes
}

/** With `/`. */
export const fromRoot = (path: string, root: string): string => relative(root, path).replaceAll(sep, '/')

/** What went away while it was looked for is not there. */
async function orNothing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(thrown) ?? '')) return undefined
    throw thrown
  }
}
