import { folderOf, nameOf } from '../paths.ts'
import { LINK_MODE, SUBMODULE_MODE, type Resolved, type Snapshot, type TreeEntry } from '../snapshot.ts'
import { readTexts } from './blobs.ts'
import type { FetchAccess } from './fetch.ts'
import { completeTree, fetchMissing, isPartial, missingObjects } from './partial.ts'
import type { GitPlace } from './place.ts'
import { followPath } from './resolve.ts'
import { readTree } from './tree.ts'

const MISSING: Resolved = { kind: 'missing', links: [] }
/** Parts that are no names: `.`, `..`, nothing. */
const HAS_DOTS = /(?:^|\/)\.{0,2}(?:\/|$)/

type Child = { readonly name: string; readonly folder: boolean }

/**
 * A snapshot of entries that are sorted by path. A path that goes into a submodule resolves to the submodule's entry:
 * it changes whenever anything in there does.
 *
 * @param textOf the text of a blob, as far as it was read; of a link: where it leads
 */
export function makeSnapshot(
  revision: string,
  entries: readonly TreeEntry[],
  textOf: (oid: string) => string | undefined,
): Snapshot {
  const byPath = new Map<string, TreeEntry>()
  let hasLinks = false
  for (const entry of entries) {
    byPath.set(entry.path, entry)
    if (entry.mode === LINK_MODE || entry.mode === SUBMODULE_MODE) hasLinks = true
  }
  let children: Map<string, Child[]> | undefined
  const folders = (): Map<string, Child[]> => (children ??= childrenOf(entries))
  const sorted = new Set<string>()
  let names: Set<string> | undefined

  const isFolder = (path: string): boolean => folders().has(path)
  const textAt = (path: string): string | undefined => {
    const entry = byPath.get(path)
    return entry === undefined || entry.mode === SUBMODULE_MODE ? undefined : textOf(entry.oid)
  }

  return {
    revision,
    entries,
    entry: (path) => byPath.get(path),
    isFolder,
    list(path) {
      const found = folders().get(path)
      if (found === undefined) return []
      if (!sorted.has(path)) {
        found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
        sorted.add(path)
      }
      return found
    },
    under(path) {
      if (path === '.') return entries
      // `0` comes right after `/`.
      return entries.slice(firstFrom(entries, `${path}/`), firstFrom(entries, `${path}0`))
    },
    resolve(path): Resolved {
      const entry = byPath.get(path)
      if (entry !== undefined && entry.mode !== LINK_MODE) return { kind: 'file', path, links: [] }
      if (entry === undefined && isFolder(path)) return { kind: 'folder', path, links: [] }
      // Most paths that are asked for are not there: without links no way leads to them either.
      if (entry === undefined && !hasLinks && !HAS_DOTS.test(path)) return MISSING
      return followPath(path, {
        kindOf(at) {
          const mode = byPath.get(at)?.mode
          if (mode === undefined) return isFolder(at) ? 'folder' : 'missing'
          return mode === LINK_MODE ? 'link' : mode === SUBMODULE_MODE ? 'submodule' : 'file'
        },
        targetOf: textAt,
        hasLinks,
      })
    },
    text: textAt,
    hasName(name) {
      if (names === undefined) {
        names = new Set()
        for (const { path } of entries) names.add(nameOf(path))
      }
      return names.has(name)
    },
  }
}

/** Index of the first entry whose path is not before this one. */
function firstFrom(entries: readonly TreeEntry[], path: string): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = entries[middle]
    if (entry !== undefined && entry.path < path) low = middle + 1
    else high = middle
  }
  return low
}

/** What lies directly in each folder. Entries of a folder come one after the other, so most look-ups are saved. */
function childrenOf(entries: readonly TreeEntry[]): Map<string, Child[]> {
  const folders = new Map<string, Child[]>([['.', []]])
  const open = (path: string): Child[] => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const made: Child[] = []
    folders.set(path, made)
    open(folderOf(path)).push({ name: nameOf(path), folder: true })
    return made
  }
  let prefix = ''
  let current = open('.')
  for (const { path } of entries) {
    const slash = path.lastIndexOf('/')
    if (slash + 1 !== prefix.length || !path.startsWith(prefix)) {
      prefix = path.slice(0, slash + 1)
      current = open(folderOf(path))
    }
    current.push({ name: path.slice(slash + 1), folder: false })
  }
  return folders
}

/** Texts that name texts that name texts: more than people write. */
const MAX_ROUNDS = 4
const NO_NAMES: ReadonlySet<string> = new Set()

/** Which texts of snapshots are read. */
export interface WantedTexts {
  /** True for a path whose text is wanted; `code`: also when it is large or not all of it is UTF-8 (`readTexts`). */
  readonly path: (path: string) => boolean | 'code'
  /** Names of more files that are wanted, by what the texts read first say. */
  readonly more?: (texts: Iterable<string>) => ReadonlySet<string>
}

/**
 * Snapshots of several commits or trees; an undefined one is empty. Trees are read side by side, then the contents of
 * all links and of every file whose path is wanted, each blob once. What a wanted link leads to is read as well.
 *
 * @param access how to get what a partial clone left out; without it that is an error
 */
export async function readSnapshots(
  place: GitPlace,
  revisions: readonly (string | undefined)[],
  wanted: WantedTexts['path'] | WantedTexts,
  access?: FetchAccess,
): Promise<Snapshot[]> {
  const { path: isWanted, more } = typeof wanted === 'function' ? { path: wanted } : wanted
  const [partial, ...trees] = await Promise.all([
    isPartial(place),
    ...revisions.map((revision) => (revision === undefined ? [] : treeOf(place, revision, access))),
  ])
  const oids = new Set<string>()
  const code = new Set<string>()
  const wantedLinks: { readonly tree: number; readonly path: string; readonly isCode: boolean }[] = []
  for (const [tree, entries] of trees.entries()) {
    for (const { path, mode, oid } of entries) {
      if (mode === LINK_MODE) {
        oids.add(oid)
        const wants = isWanted(path)
        if (wants !== false) wantedLinks.push({ tree, path, isCode: wants === 'code' })
      } else if (mode !== SUBMODULE_MODE && !code.has(oid)) {
        const wants = isWanted(path)
        if (wants !== false) oids.add(oid)
        if (wants === 'code') code.add(oid)
      }
    }
  }
  const missing = partial ? await missingObjects(place, revisions) : undefined
  const complete = (wantedNow: ReadonlySet<string>): Promise<void> =>
    fetchMissing(place, missing, wantedNow, access)
  await complete(oids)
  const texts = await readTexts(place, oids, { code })
  const textOf = (oid: string): string | undefined => texts.get(oid)
  const snapshots = trees.map((entries, at) => makeSnapshot(revisions[at] ?? '', entries, textOf))

  const later = new Set<string>()
  const laterCode = new Set<string>()
  for (const { tree, path, isCode } of wantedLinks) {
    const target = snapshots[tree]?.resolve(path)
    if (target?.kind !== 'file') continue
    const entry = snapshots[tree]?.entry(target.path)
    if (entry === undefined || entry.mode === SUBMODULE_MODE) continue
    // What was read as any text may have been refused, where the link makes code of it.
    if (!oids.has(entry.oid) || (isCode && !texts.has(entry.oid))) later.add(entry.oid)
    if (isCode) laterCode.add(entry.oid)
  }
  let fresh = [...texts.values()]
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const names = more?.(fresh) ?? NO_NAMES
    for (const entries of names.size === 0 ? [] : trees) {
      for (const { path, mode, oid } of entries) {
        if (mode !== LINK_MODE && mode !== SUBMODULE_MODE && !oids.has(oid) && names.has(nameOf(path)))
          later.add(oid)
      }
    }
    if (later.size === 0) break
    await complete(later)
    const read = await readTexts(place, later, { code: laterCode })
    for (const [oid, text] of read) texts.set(oid, text)
    for (const oid of later) oids.add(oid)
    later.clear()
    fresh = [...read.values()]
  }
  return snapshots
}

async function treeOf(
  place: GitPlace,
  revision: string,
  access: FetchAccess | undefined,
): Promise<TreeEntry[]> {
  try {
    return await readTree(place, revision)
  } catch (thrown) {
    if (!(await completeTree(place, revision, access))) throw thrown
    return readTree(place, revision)
  }
}
