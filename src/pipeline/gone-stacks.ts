import { UserError } from '../core/errors.ts'
import type { Section } from '../report/section.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { GitPlace } from '../repository/git/place.ts'
import type { JudgedStack } from '../repository/items.ts'
import { checkOutTree } from './base-tree.ts'
import type { RunChange } from './change-of-run.ts'
import { inWorkspace } from './job-workspace.ts'
import type { StackToPlan } from './plan-stacks.ts'
import { judgedToPlan } from './stack-to-plan.ts'

export interface GoneRequest {
  readonly gone: readonly JudgedStack[]
  /** Commit in which they still are. */
  readonly base: string
  readonly place: GitPlace
  readonly access: FetchAccess
  /** Absolute, private, and removed after the job; nothing is there yet. */
  readonly folder: string
  /** TF_WORKSPACE of the job. */
  readonly workspace: string | undefined
}

/**
 * Stacks that a change takes out of the repository, as they are planned to see what remains of them: with the files of
 * the base, which is checked out beside the work tree.
 */
export async function goneToPlan(request: GoneRequest): Promise<readonly StackToPlan[]> {
  const { gone, base, place, access, folder, workspace } = request
  const all = gone.map(({ item }) => item)
  const { stacks } = inWorkspace(gone, all, workspace)
  if (stacks.length === 0) return []
  const { root, missing } = await checkOutTree(place, base, folder, access)
  const why: readonly Section[] = missing.length === 0 ? [] : [missingNote(missing)]
  return stacks.map((judged) => ({ ...judgedToPlan(judged, workspace), why, gone: { root } }))
}

/**
 * The stacks of these names that a change takes away, as they are planned.
 * @throws UserError naming all names that none has, and where the change has no base
 */
export async function toldGoneToPlan(
  names: readonly string[],
  { detected, base }: Pick<RunChange, 'detected' | 'base'>,
  where: Omit<GoneRequest, 'gone' | 'base'>,
): Promise<readonly StackToPlan[]> {
  if (base === undefined) {
    throw new UserError('there is no base to find stacks in that are gone', {
      where: 'base-sha',
      help: 'Give `base-sha` of detect-changes.',
    })
  }
  return goneToPlan({ ...where, base, gone: goneByName(names, detected.changes.deletedStacks) })
}

/** Of the stacks that are gone those with these names. @throws UserError naming all names that none has. */
export function goneByName(names: readonly string[], gone: readonly JudgedStack[]): readonly JudgedStack[] {
  const unknown = names.filter((name) => !gone.some(({ item }) => item.name === name))
  if (unknown.length === 0) return gone.filter(({ item }) => names.includes(item.name))
  const known = gone.map(({ item }) => item.name).sort()
  throw new UserError(`this change takes away no stack that is called ${unknown.join(', ')}`, {
    where: 'input `stack`',
    help: known.length === 0 ? 'It takes away none.' : `Those it takes away: ${known.join(', ')}.`,
  })
}

const missingNote = (missing: readonly string[]): Section => ({
  kind: 'text',
  rank: 2,
  tone: 'note',
  text: [`Planned with the files of the base, without ${missing.slice(0, 5).join(', ')}.`],
})
