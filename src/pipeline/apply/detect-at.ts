import { shortCommit } from '../../core/short-commit.ts'
import { toUserError } from '../../repository/config/fault.ts'
import { gitQuestions } from '../../repository/base/questions.ts'
import type { FetchAccess } from '../../repository/git/fetch.ts'
import type { GitPlace } from '../../repository/git/place.ts'
import { UserError } from '../../core/errors.ts'
import { detectChanges } from '../detect.ts'
import type { StackToApply } from './apply-stack.ts'

export interface DetectAt {
  readonly place: GitPlace
  readonly access: FetchAccess
  /** The commit being applied. */
  readonly commit: string
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config: string | undefined
  readonly stacks: readonly Pick<StackToApply, 'subject'>[]
}

/**
 * Which of the stacks are made of other files at another commit, which is fetched: by key. A stack that is not there
 * counts too. Stacks go by their names, whatever the step's own inputs make of their keys.
 */
export function detectAt({ place, access, commit, config, stacks }: DetectAt) {
  return async (other: string): Promise<ReadonlySet<string>> => {
    const why = await gitQuestions(place, access).fetch([other])
    if (why !== undefined)
      throw new UserError(`the commit ${shortCommit(other)} could not be fetched: ${why}`)
    const detected = await detectChanges({
      ...{ place, access, head: other, base: commit, config },
      ...{ kinds: ['terraform'], include: [], exclude: [] },
    })
    if ('faults' in detected) throw toUserError(detected.faults)
    const touched = [...detected.changes.stacks, ...detected.changes.deletedStacks]
    const names = new Set(touched.map(({ item }) => item.name))
    const paths = new Set(touched.map(({ item }) => item.path))
    const found = new Set(detected.model.stacks.map(({ name }) => name))
    // A folder that is told has no name of its own there: any stack in it counts.
    const differs = ({ name, path }: StackToApply['subject']): boolean =>
      found.has(name) ? names.has(name) : paths.has(path)
    return new Set(stacks.filter(({ subject }) => differs(subject)).map(({ subject }) => subject.key))
  }
}
