import { chooseBase, type ChoosePorts } from '../repository/base/choose-base.ts'
import { toUserError } from '../repository/config/fault.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { RunContext } from '../core/event.ts'
import { detectChanges, type Detected } from './detect.ts'

export interface RunChangeRequest extends ChoosePorts {
  readonly run: RunContext
  readonly access: FetchAccess
  /** Commit that was compared with before; undefined: the right one for the event. */
  readonly base: string | undefined
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config: string | undefined
}

export interface RunChange {
  /** Of what is committed. */
  readonly detected: Detected
  /** Undefined: there is nothing to compare with, so that everything is part of the change. */
  readonly base: string | undefined
  readonly head: string
}

/**
 * Which stacks this run is about, and what goes before what. @throws UserError where the commits are not to be had, or
 * the configuration is faulty.
 */
export async function changeOfRun(request: RunChangeRequest): Promise<RunChange> {
  const { run, place, access, config } = request
  const chosen = await chooseBase({ run, base: request.base, head: undefined }, request)
  const isPush = run.event === 'push' && request.base !== undefined
  // A commit that is given does not tell what later runs have left undone.
  const { unfinished } = isPush
    ? await chooseBase({ run, base: undefined, head: undefined }, request)
    : chosen
  const found = await detectChanges({
    ...{ place, access, head: chosen.head, base: chosen.base, unfinished },
    ...{ kinds: ['terraform'], include: [], exclude: [], config },
  })
  if ('faults' in found) throw toUserError(found.faults)
  return { detected: found, base: chosen.base, head: chosen.head }
}
