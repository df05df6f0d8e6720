import { pathEdges } from '../graph/file-nodes.ts'
import type { Edge } from '../graph/node.ts'
import { joinPath, nameOf } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'
import type { FolderIndex } from './folders.ts'
import type { PathCandidate } from './path-candidates.ts'

/** What a candidate names when it starts in this folder; nothing when the tree holds nothing there. */
export function candidateEdges(snapshot: Snapshot, folder: string, candidate: PathCandidate): Edge[] {
  const { path, word, open, kind } = candidate
  const exact = [...(word === undefined ? [] : [word]), ...(open ? [] : [path])]
  for (const known of exact) {
    const at = joinPath(folder, known)
    const edges = at === undefined ? [] : pathEdges(snapshot, at, kind)
    if (edges.length > 0)
      return candidate.folder ? edges : edges.filter(({ to }) => !to.startsWith('folder:'))
  }
  const pattern = path.search(PATTERN)
  if (!open && pattern < 0) return []
  const known = pattern < 0 ? path : path.slice(0, pattern)
  const at = joinPath(folder, known.slice(0, known.lastIndexOf('/') + 1))
  // A pattern without a folder, such as `*.json`, is about names as a rule, not about all of the folder.
  if (at === undefined || (!open && at === folder)) return []
  return pathEdges(snapshot, at, kind, true)
}

/**
 * A cheap test for most strings of a module, which name nothing: false when no folder of the repository can hold what
 * a candidate names.
 */
export function mayName(
  snapshot: Snapshot,
  index: FolderIndex,
  { path, word, open }: PathCandidate,
): boolean {
  if (open || word !== undefined || PATTERN.test(path)) return true
  const name = nameOf(path.endsWith('/') ? path.replace(/\/+$/, '') : path)
  if (name === '' || name === '.' || name === '..') return true
  return snapshot.hasName(name) || index.hasFolderName(name)
}

const PATTERN = /[*?[{]/
