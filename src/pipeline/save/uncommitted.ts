import { GLOB_OPTIONS } from '../../repository/glob-inputs.ts'
import { closureOf } from '../../repository/graph/closure.ts'
import type { Stack } from '../../repository/items.ts'
import type { RepositoryModel } from '../../repository/model.ts'
import { toUserError } from '../../repository/config/fault.ts'
import { ask } from '../../repository/git/place.ts'
import type { FetchAccess } from '../../repository/git/fetch.ts'
import type { Snapshot } from '../../repository/snapshot.ts'
import { detectChanges, type Detected } from '../detect.ts'
import type { WorkTree } from '../work-tree.ts'
import { isLeftBehind, namedFiles } from './named-files.ts'
import { allCommitted, type Uncommitted } from './not-committed.ts'

export interface UncommittedRequest {
  /** With the files that Git ignores, before anything is planned. */
  readonly workTree: WorkTree
  readonly access: FetchAccess
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config: string | undefined
}

/**
 * What the stacks are made of beside what is committed: a plan of that is no plan of the commit. Files that the
 * configuration names as `generated` for a stack go with its plan. In a clean checkout it costs one question to Git.
 */
export async function uncommittedInputs(request: UncommittedRequest): Promise<Uncommitted> {
  const { tree, commit, place, ignored } = request.workTree
  const isClean = commit === undefined || (await ask(place, ['rev-parse', `${commit}^{tree}`])) === tree
  if (commit === undefined || (isClean && ignored.length === 0)) return allCommitted
  const now = await modelAt(tree, request)
  const committed = isClean ? now : await modelAt(commit, request)
  const { default: picomatch } = await import('picomatch')
  return (path) => {
    const globs = now.config.stacks.flatMap((entry) => (entry.path === path ? entry.generated : []))
    const isGenerated = globs.length === 0 ? () => false : picomatch([...globs], GLOB_OPTIONS)
    const others = (files: Iterable<string>): string[] =>
      [...new Set(files)].filter((file) => !isGenerated(file)).sort()
    const stacks = now.model.stacks.filter((stack) => stack.path === path)
    return {
      uncommitted: isClean ? [] : others(stacks.flatMap((stack) => differing(stack, now, committed.model))),
      ignored: others(stacks.flatMap(({ node }) => namedFiles(ignored, node, now.model))),
      generated:
        globs.length === 0
          ? []
          : [...changedFiles(now.model, committed.model), ...ignored]
              .filter((file) => isGenerated(file) && !isLeftBehind(file))
              .sort(),
    }
  }
}

async function modelAt(
  head: string,
  { workTree: { place }, access, config }: UncommittedRequest,
): Promise<Detected> {
  const none = { base: undefined, include: [], exclude: [] }
  const found = await detectChanges({ place, head, kinds: ['terraform'], config, access, ...none })
  if ('faults' in found) throw toUserError(found.faults)
  return found
}

function differing(
  { node }: Stack,
  { model, configFile }: Pick<Detected, 'model' | 'configFile'>,
  committed: RepositoryModel,
): string[] {
  const names = new Set([...filesOf(node, model), ...filesOf(node, committed)])
  const files = [...names].filter(
    (file) => stateOf(file, model.snapshot) !== stateOf(file, committed.snapshot),
  )
  // With equal files it is the configuration that makes the difference.
  if (files.length > 0 || committed.read(node) === undefined) return files
  return model.hashOf(node) === committed.hashOf(node) ? [] : [configFile ?? 'the configuration']
}

function filesOf(node: string, { read }: RepositoryModel): string[] {
  return [...closureOf(node, read).keys()].flatMap((id) => read(id)?.files ?? [])
}

/** That are there, and not as they are committed. */
function changedFiles(now: RepositoryModel, committed: RepositoryModel): string[] {
  if (now === committed) return []
  return now.snapshot.entries.flatMap(({ path }) =>
    stateOf(path, now.snapshot) === stateOf(path, committed.snapshot) ? [] : [path],
  )
}

function stateOf(file: string, snapshot: Snapshot): string {
  const entry = snapshot.entry(file)
  return entry === undefined ? '' : `${entry.mode} ${entry.oid}`
}
