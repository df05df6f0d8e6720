import { shortCommit } from '../../core/short-commit.ts'
import type { Part, RunIdentity } from '../../report/part.ts'
import type { FoundPart, Problem } from './collect.ts'

export interface Chosen {
  /** One of each kind and subject: the newest. */
  readonly parts: readonly Part[]
  /** Milliseconds since the epoch when each was written, of those of which it is known. */
  readonly writtenAt: ReadonlyMap<Part, number>
  /** Parts that were refused. */
  readonly problems: readonly Problem[]
  /** Parts of earlier attempts that a newer one, or a new detection, has taken the place of. */
  readonly superseded: number
}

/**
 * Of all parts those that count. What another run or commit says is refused: it is not what this run was asked about.
 *
 * Attempts of one run share its artifacts. When all jobs ran again, so did detect-changes, and what was said before it
 * does not count. When only some did, the parts of the others still do. A part that failed in an earlier attempt and has
 * no newer one was to be made again (that is what "re-run failed jobs" does): its job ran again without a result, or
 * did not run.
 *
 * @param since the attempt of detect-changes; undefined: it is not known, and all attempts count
 */
export function chooseParts(
  found: readonly FoundPart[],
  run: RunIdentity,
  since: number | undefined,
): Chosen {
  const problems: Problem[] = []
  const ours = found.filter(({ part, from }) => {
    const why = foreign(part.run, run)
    if (why !== undefined)
      problems.push({ where: `${part.subject.name} (${from})`, what: `is refused: ${why}` })
    return why === undefined
  })
  const valid = ours.filter(({ part }) => part.run.attempt >= (since ?? 1))
  const newest = new Map<string, FoundPart>()
  for (const one of valid) {
    const id = JSON.stringify([one.part.kind, one.part.subject.key, one.part.facts['gone'] === 'true'])
    const before = newest.get(id)
    if (before === undefined || isNewer(one, before)) newest.set(id, one)
  }
  const chosen = [...newest.values()].map(({ part, at }) => [asOfNow(part, run.attempt), at] as const)
  return {
    parts: chosen.map(([part]) => part),
    writtenAt: new Map(chosen.filter(([, at]) => at > 0)),
    problems,
    superseded: ours.length - newest.size,
  }
}

/** Why what another job said is not about this run; undefined: it is. */
export function foreign(of: RunIdentity, run: RunIdentity): string | undefined {
  if (of.id !== run.id) return `it is of run ${of.id}, and this is run ${run.id}`
  if (of.sha !== run.sha.toLowerCase())
    return `it is of commit ${shortCommit(of.sha)}, and this run is about ${shortCommit(run.sha)}`
  if (of.attempt > run.attempt) return `it is of attempt ${of.attempt}, and this is attempt ${run.attempt}`
  return undefined
}

/** `approve` comes after what it was refused by; of two at one time, what is worse is believed. */
function isNewer(one: FoundPart, other: FoundPart): boolean {
  const steps = [
    one.part.run.attempt - other.part.run.attempt,
    approval(one.part) - approval(other.part),
    one.at - other.at,
    badness(one.part) - badness(other.part),
  ]
  return (steps.find((step) => step !== 0) ?? 0) > 0
}

const approval = ({ facts }: Part): number => Number(facts['mode'] === 'approve')

const BADNESS = { ok: 0, waiting: 1, unknown: 2, failed: 3 } as const
const badness = ({ verdict }: Part): number => BADNESS[verdict.kind]

function asOfNow(part: Part, attempt: number): Part {
  const { verdict, run } = part
  if (run.attempt === attempt || verdict.kind === 'ok' || verdict.kind === 'waiting') return part
  const note = `failed in attempt ${run.attempt}, and attempt ${attempt} brought no new result`
  return {
    ...part,
    verdict: { ...verdict, reason: `${note}: ${verdict.reason}` },
    headline: [{ strong: [note] }, ': ', ...part.headline],
  }
}
