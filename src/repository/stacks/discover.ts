import { LOCK_FILE } from '../modules/folders.ts'
import type { ModuleReader, TerraformModule } from '../modules/module-reader.ts'
import { inFolder } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'

export interface StackFolders {
  /** Sorted by path. */
  readonly folders: readonly string[]
  /** Folders with Terraform files that are neither a stack nor called as a module: named, not planned. */
  readonly unclaimed: readonly string[]
  /** Of the unclaimed those that are no stack only because another folder has a backend or a lock file. */
  readonly outdone: readonly string[]
  /** Some folder has a backend or a lock file: only such folders are stacks. */
  readonly marked: boolean
}

/**
 * A stack is a folder with a backend or cloud block (in a called module such a block has no effect, so that nobody
 * writes it there), or one with a dependency lock file that no other folder calls as a module. In a repository where
 * no folder is one, every folder that is not called counts, unless its path says otherwise (`modules`, `examples`,
 * `tests`). What examples and tests call stays what it is.
 *
 * A folder with a file that cannot be read counts when nobody calls it: its backend may be in there, and a stack that
 * is broken must not look like one that was deleted.
 *
 * Links to folders are no stacks: what they lead to is found where it is.
 *
 * @param kept folders that count although another one has a backend or a lock file.
 */
export function findStackFolders(
  snapshot: Snapshot,
  reader: ModuleReader,
  kept: ReadonlySet<string> = new Set(),
): StackFolders {
  const modules = reader.index.modules.flatMap((path) => reader.module(path) ?? [])
  const called = new Set<string>()
  for (const module of modules) {
    if (isTrial(module.path)) continue
    for (const { path, wide } of module.callees) if (!wide && path !== module.path) called.add(path)
  }
  const hasLock = ({ path }: TerraformModule): boolean =>
    snapshot.entry(inFolder(path, LOCK_FILE)) !== undefined
  const isMarked = (module: TerraformModule): boolean =>
    hasBackend(module) || (hasLock(module) && !called.has(module.path))
  const anyMarked = modules.some(isMarked)
  const mayBe = ({ path }: TerraformModule): boolean => !called.has(path) && !looksLikePart(path)
  const isChosen = (module: TerraformModule): boolean =>
    isMarked(module) || (mayBe(module) && (!anyMarked || !module.parsed.facts.clean || kept.has(module.path)))
  const folders: string[] = []
  const unclaimed: string[] = []
  const outdone: string[] = []
  for (const module of modules) {
    if (isChosen(module)) folders.push(module.path)
    // A module that is called is planned with its caller, except where it looks like a stack itself.
    else if (!called.has(module.path) || hasLock(module)) {
      unclaimed.push(module.path)
      if (mayBe(module)) outdone.push(module.path)
    }
  }
  return { folders, unclaimed, outdone, marked: anyMarked }
}

const hasBackend = ({ parsed: { facts } }: TerraformModule): boolean =>
  facts.backend !== undefined || facts.cloud !== undefined

/** Calls made in there are for trying a module out, or for those who publish it in another form. */
const isTrial = (path: string): boolean =>
  /(?:^|\/)(?:examples?|tests?|fixtures|wrappers)(?:\/|$)/i.test(path)

const looksLikePart = (path: string): boolean =>
  /(?:^|\/)(?:modules?|examples?|tests?|fixtures|wrappers)(?:\/|$)/i.test(path)
