import type { Part, PartKind, RunIdentity } from '../../report/part.ts'
import { isGone } from '../../report/overview-rows.ts'
import type { Expected, ExpectedStack } from './expected.ts'
import type { JobWords } from './jobs.ts'

/** What has to be heard of a stack: its plan, or what came of applying it. */
export type Required = 'plan' | 'apply'

/** Something expected of which nothing was heard. */
export interface Missing {
  readonly kind: PartKind
  readonly name: string
  readonly path: string
  readonly workspace?: string
  readonly gone: boolean
  /** It was planned, well, and what was asked for is the apply. */
  readonly planned: boolean
}

export interface Matched {
  /** What was heard and counts: the newest step of each stack. */
  readonly parts: readonly Part[]
  readonly missing: readonly Missing[]
  /** Gone stacks of which nothing is to be heard, for nothing is applied to them. */
  readonly left: readonly ExpectedStack[]
}

const isStack = ({ kind }: Part): boolean => kind !== 'helm-lint'

/** Names are unique in a repository; a part of a stack that is gone is not one of a stack that is there. */
const idOf = (name: string, path: string, gone: boolean): string => JSON.stringify([name, path, gone])

/**
 * Holds what was heard against what was expected. An apply takes the place of the plan of its stack. Where the apply is
 * what counts, a plan alone is not enough; but one that failed says more than that the apply is missing.
 *
 * @param requireGone jobs were to destroy the stacks that are gone: nothing heard of one is a job that died
 */
export function matchParts(
  all: readonly Part[],
  expected: Expected,
  required: Required,
  requireGone: boolean,
): Matched {
  const groups = Map.groupBy(all.filter(isStack), (part) =>
    idOf(part.subject.name, part.subject.path, isGone(part)),
  )
  const heard = [...groups.values()].flatMap(lastStep)
  const charts = all.filter((part) => !isStack(part))
  const missing: Missing[] = []
  const dropped = new Set<Part>()
  for (const stack of expected.stacks) {
    const parts = lastStep(groups.get(idOf(stack.name, stack.path, false)) ?? [])
    if (required === 'plan' ? parts.length > 0 : parts.some(isEnough)) continue
    for (const part of parts) dropped.add(part)
    missing.push(missingOf(stack, required, { gone: false, planned: parts.length > 0 }))
  }
  const left: ExpectedStack[] = []
  for (const stack of expected.deletedStacks) {
    const gone = groups.get(idOf(stack.name, stack.path, true)) ?? []
    if (required === 'apply' && requireGone) {
      const parts = lastStep(gone)
      if (parts.some(isEnough)) continue
      for (const part of parts) dropped.add(part)
      missing.push(missingOf(stack, required, { gone: true, planned: parts.length > 0 }))
      continue
    }
    if (gone.length > 0) continue
    // To destroy it is to apply to it: no plan of a stack that is there.
    const destroyed = groups.get(idOf(stack.name, stack.path, false)) ?? []
    if (destroyed.some(({ kind }) => kind === 'terraform-apply')) continue
    if (required === 'apply') left.push(stack)
    else missing.push(missingOf(stack, required, { gone: true, planned: false }))
  }
  if (expected.kinds.includes('helm')) {
    for (const { path } of expected.charts) {
      if (charts.some(({ subject }) => subject.path === path)) continue
      missing.push({ kind: 'helm-lint', name: path, path, gone: false, planned: false })
    }
  }
  return { parts: [...heard.filter((part) => !dropped.has(part)), ...charts], missing, left }
}

function lastStep(parts: readonly Part[]): readonly Part[] {
  const applied = parts.filter(({ kind }) => kind === 'terraform-apply')
  return applied.length > 0 ? applied : parts
}

const isEnough = ({ kind, verdict }: Part): boolean =>
  kind === 'terraform-apply' || verdict.kind === 'failed' || verdict.kind === 'unknown'

function missingOf(
  { name, path, workspace }: ExpectedStack,
  required: Required,
  more: Pick<Missing, 'gone' | 'planned'>,
): Missing {
  const kind = required === 'apply' ? 'terraform-apply' : 'terraform-plan'
  return { kind, name, path, ...(workspace === undefined ? {} : { workspace }), ...more }
}

/** A row for what is missing: never green, and with the job that should have brought it, where that is known. */
export function missingPart(missing: Missing, run: RunIdentity, job: JobWords | undefined): Part {
  const { kind, name, path, workspace, gone, planned } = missing
  const what = planned ? 'planned, and not applied' : 'no result'
  const reason = job === undefined ? what : `${what}: ${job.text}`
  return {
    version: 1,
    kind,
    // No key of ours begins like this: keys are JSON.
    subject: {
      key: `missing:${path}:${name}`,
      name,
      path,
      ...(workspace === undefined ? {} : { workspace }),
    },
    status: 'failed',
    verdict: { kind: 'unknown', reason },
    counts: {},
    headline: [{ strong: [what] }, ...(job === undefined ? [] : [`: ${job.text}`])],
    sections: [],
    findings: [],
    facts: { missing: 'true', ...(gone ? { gone: 'true' } : {}) },
    run: { ...withoutLink(run), ...(job?.url === undefined ? {} : { url: job.url }) },
    seconds: 0,
  }
}

const withoutLink = ({ id, attempt, sha }: RunIdentity): RunIdentity => ({ id, attempt, sha })

/** A row for a stack that is gone from the repository, and that no job was asked to destroy. */
export function leftPart({ name, path, workspace }: ExpectedStack, run: RunIdentity): Part {
  return {
    version: 1,
    kind: 'terraform-plan',
    subject: { key: `left:${path}:${name}`, name, path, ...(workspace === undefined ? {} : { workspace }) },
    status: 'changed',
    verdict: { kind: 'ok' },
    counts: {},
    headline: [
      { strong: ['gone from the repository'] },
      ', no job destroyed it: what it manages may still exist',
    ],
    sections: [],
    findings: [],
    facts: { gone: 'true' },
    run: withoutLink(run),
    seconds: 0,
  }
}
