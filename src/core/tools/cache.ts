import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { errorCode } from '../errors.ts'
import { fileNameOf, platformKey, type Platform } from './platform.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** One version of one tool for one platform. */
export interface CacheSlot {
  /** Holds the program and its record, nothing else. Appears whole or not at all. */
  readonly folder: string
  readonly program: string
}

export interface CacheRecord {
  /** Of the program, as it was put there. */
  readonly sha256: string
  readonly origin: 'release' | 'build'
  /** Of the publisher's archive it came from; empty for a build. */
  readonly archiveSha256: string
}

const RECORD = 'record.json'
const STALE_MS = 60 * 60 * 1000

/**
 * Outside of any repository, shared between runs: the runner's tool cache, else the user's cache folder. A folder
 * of our own in either, since setup actions keep wrapper scripts under the plain tool names.
 */
export function cacheRoot(env: Env): string {
  const runner = env['RUNNER_TOOL_CACHE']
  if (runner !== undefined && runner !== '') return join(runner, 'gitops-pipeline')
  const user = env['XDG_CACHE_HOME']
  const caches = user !== undefined && user !== '' ? user : join(env['HOME'] ?? homedir(), '.cache')
  return join(caches, 'gitops-pipeline', 'tools')
}

export function cacheSlot(root: string, binary: string, version: string, platform: Platform): CacheSlot {
  const folder = join(root, binary, version, platformKey(platform))
  return { folder, program: join(folder, fileNameOf(binary, platform)) }
}

/** The record of a program that is there and still what it was; undefined for anything else. */
export async function readCached(slot: CacheSlot): Promise<CacheRecord | undefined> {
  const record = await readRecord(slot)
  if (record === undefined) return undefined
  try {
    return (await sha256Of(slot.program)) === record.sha256 ? record : undefined
  } catch {
    return undefined
  }
}

async function readRecord(slot: CacheSlot): Promise<CacheRecord | undefined> {
  try {
    const record: unknown = JSON.parse(await readFile(join(slot.folder, RECORD), 'utf8'))
    return isRecord(record) ? record : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is CacheRecord {
  if (typeof value !== 'object' || value === null) return false
  const { sha256, origin, archiveSha256 } = value as Record<string, unknown>
  const known = origin === 'release' || origin === 'build'
  return (
    typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && known && typeof archiveSha256 === 'string'
  )
}

/**
 * Fills a slot: `make` puts the program at the path it is given (its digest checked by then), in a folder of its
 * own; then both are made visible by one rename. When another run was faster its program is used, if it is good;
 * a slot that is not good is replaced. Rejects with what `make` rejects with, leaving nothing behind.
 */
export async function fillSlot(
  slot: CacheSlot,
  now: number,
  make: (program: string) => Promise<Omit<CacheRecord, 'sha256'>>,
): Promise<CacheRecord> {
  const parent = dirname(slot.folder)
  await mkdir(parent, { recursive: true })
  await removeStale(parent, now)
  const work = await mkdtemp(join(parent, '.new-'))
  try {
    const program = join(work, slot.program.slice(slot.folder.length + 1))
    const made = await make(program)
    const record = { sha256: await sha256Of(program), ...made }
    await chmod(program, 0o755)
    await chmod(work, 0o755)
    await writeFile(join(work, RECORD), `${JSON.stringify(record)}\n`)
    return await moveIn(slot, work, record)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function moveIn(slot: CacheSlot, work: string, record: CacheRecord): Promise<CacheRecord> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(work, slot.folder)
      return record
    } catch (thrown) {
      const taken = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOTDIR'].includes(errorCode(thrown) ?? '')
      if (!taken || attempt >= 5) throw thrown
    }
    const theirs = await readCached(slot)
    if (theirs?.origin === record.origin && theirs.archiveSha256 === record.archiveSha256) return theirs
    await setAside(slot.folder)
  }
}

/** A program that somebody may be running is moved away, not overwritten. */
async function setAside(folder: string): Promise<void> {
  const old = join(dirname(folder), `.old-${randomBytes(6).toString('hex')}`)
  try {
    await rename(folder, old)
  } catch (thrown) {
    if (errorCode(thrown) !== 'ENOENT') throw thrown
  }
  await rm(old, { recursive: true, force: true })
}

/** What a killed run left behind. */
async function removeStale(parent: string, now: number): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith('.new-') || name.startsWith('.old-'))
  for (const name of names) {
    const path = join(parent, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && now - found.mtimeMs > STALE_MS)
      await rm(path, { recursive: true, force: true })
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
