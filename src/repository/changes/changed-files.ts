import { kindOf } from '../graph/hash.ts'
import type { InputNode } from '../graph/node.ts'
import type { Snapshot } from '../snapshot.ts'

export type FileChange = 'added' | 'modified' | 'deleted'

/** What differs between two trees. */
export interface ChangedFiles {
  readonly changes: ReadonlyMap<string, FileChange>
  /** Of the files of a node those that changed; each node is looked through once, however many items use it. */
  readonly in: (node: InputNode) => readonly string[]
}

export function changedFiles(base: Snapshot, head: Snapshot): ChangedFiles {
  const changes = treeChanges(base, head)
  const known = new Map<InputNode, readonly string[]>()
  return {
    changes,
    in: (node) => {
      let files = known.get(node)
      if (files === undefined) {
        files = changes.size === 0 ? [] : node.files.filter((path) => changes.has(path))
        known.set(node, files)
      }
      return files
    },
  }
}

/** Paths whose content or kind differs, in one walk over both trees. A rename is one deleted and one added. */
function treeChanges(base: Snapshot, head: Snapshot): Map<string, FileChange> {
  const changed = new Map<string, FileChange>()
  const before = base.entries
  const after = head.entries
  let i = 0
  let j = 0
  for (;;) {
    const a = before[i]
    const b = after[j]
    if (a === undefined && b === undefined) return changed
    if (b === undefined || (a !== undefined && a.path < b.path)) {
      changed.set(a?.path ?? '', 'deleted')
      i += 1
    } else if (a === undefined || b.path < a.path) {
      changed.set(b.path, 'added')
      j += 1
    } else {
      if (a.oid !== b.oid || kindOf(a) !== kindOf(b)) changed.set(b.path, 'modified')
      i += 1
      j += 1
    }
  }
}
