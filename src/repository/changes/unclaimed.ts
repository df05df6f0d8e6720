import type { JudgedStack, Notice } from '../items.ts'
import type { RepositoryModel } from '../model.ts'
import { folderOf } from '../paths.ts'
import { someOf } from '../stacks/names.ts'
import type { Comparison } from './compare.ts'

/**
 * Stacks that would be none any more only because another folder has the first backend or lock file of the repository:
 * nothing was done to them, so that they are neither gone nor left out in silence.
 */
export function keepOutdone(
  past: readonly RepositoryModel[],
  head: RepositoryModel,
): { readonly head: RepositoryModel; readonly notices: readonly Notice[] } {
  if (head.outdone.length === 0) return { head, notices: [] }
  const outdone = new Set(head.outdone)
  const kept = new Set<string>()
  for (const { stacks, marked } of past) {
    // Where folders were marked, a stack without a mark had one, or a file that could not be read: that is gone.
    if (!marked) for (const { path } of stacks) if (outdone.has(path)) kept.add(path)
  }
  if (kept.size === 0) return { head, notices: [] }
  const { stacks, unclaimed, outdone: rest, read, hashOf, notices } = head.keeping(kept)
  const notice: Notice = {
    severity: 'warning',
    message: `${someOf([...kept].sort())} will be no stack any more: other folders have a backend block or a lock file now, and it has neither`,
    help: 'Add a backend block or commit the lock file to keep it a stack, or name the folder under `stacks` in the configuration.',
  }
  return { head: { ...head, stacks, unclaimed, outdone: rest, read, hashOf, notices }, notices: [notice] }
}

/** Folders with Terraform files that nobody plans, in which something changed that is no input of anything. */
export function unclaimedNotices(tree: Comparison | undefined, deleted: readonly JudgedStack[]): Notice[] {
  if (tree === undefined || tree.head.unclaimed.length === 0 || tree.changed.changes.size === 0) return []
  const { base, head, changed } = tree
  const used = tree.used()
  const unused = [...changed.changes.keys()].filter((path) => !used.has(path) && !path.endsWith('.md'))
  const files = new Set(unused)
  const folders = new Set(unused.map(folderOf))
  // Those are told already.
  const told = new Set(deleted.map(({ item }) => item.path))
  const touched = head.unclaimed.filter((path) => {
    if (told.has(path)) return false
    if (folders.has(path)) return true
    const nodes = [head, base].map(({ read }) => read(`module:${path}`))
    return nodes.some((node) => node !== undefined && changed.in(node).some((file) => files.has(file)))
  })
  if (touched.length === 0) return []
  return [
    {
      message: `changed, but planned by nobody: ${someOf(touched, 20)}`,
      help: 'A folder is a stack with a backend block or a dependency lock file, or when `stacks` of the configuration names it. If it is a module that nobody calls, there is nothing to plan.',
    },
  ]
}
