import { isGone, isRefused } from '../../report/overview-rows.ts'
import type { Part } from '../../report/part.ts'
import { isListable, matrixJson, MAX_MATRIX_JOBS, packJobs, type MatrixItem } from '../changes-matrix.ts'
import type { Expected } from './expected.ts'

export interface RefusedOutputs {
  /** Names of stacks. */
  readonly names: readonly string[]
  readonly outputs: Readonly<Record<'refused' | 'refused-matrix' | 'has-refused-matrix', string>>
  /** Refused, and in no entry of the matrix, because no list of lines can hold the name. */
  readonly unlisted: readonly string[]
}

/** What no approval helps: that of a newer commit's run does it, or the failed jobs are run again once the first is done. */
const NOT_BY_APPROVAL: readonly string[] = ['superseded', 'upstream']

/**
 * Stacks whose apply was refused, and a matrix of the jobs in which people may approve them. Not among the latter
 * is one that a newer commit has overtaken, one that only waits for another to be applied, and one that is gone from
 * the repository, for the jobs that approve have only what is there.
 * @throws UserError when there are more environments than a matrix may have entries
 */
export function refusedOutputs(
  parts: readonly Part[],
  expected: Pick<Expected, 'stacks' | 'deletedStacks'> | undefined,
): RefusedOutputs {
  const refused = parts
    .filter((part) => part.kind === 'terraform-apply' && part.verdict.kind === 'failed' && isRefused(part))
    .sort((a, b) => (a.subject.name < b.subject.name ? -1 : 1))
  const environments = new Map((expected?.stacks ?? []).map(({ name, environment }) => [name, environment]))
  const gone = new Set((expected?.deletedStacks ?? []).map(({ name }) => name))
  const toApprove = refused.filter(
    (part) =>
      !NOT_BY_APPROVAL.includes(part.facts['refused'] ?? '') &&
      !isGone(part) &&
      (environments.has(part.subject.name) || !gone.has(part.subject.name)),
  )
  const items = toApprove.map(({ subject: { name }, facts }): MatrixItem => {
    const environment = facts['environment'] ?? environments.get(name)
    return environment === undefined ? { name } : { name, environment }
  })
  const entries = packJobs(
    items.filter(({ name }) => isListable(name)),
    MAX_MATRIX_JOBS,
  )
  const names = refused.map(({ subject }) => subject.name)
  return {
    names,
    outputs: {
      refused: JSON.stringify(names),
      'refused-matrix': matrixJson('stacks', entries),
      'has-refused-matrix': String(entries.length > 0),
    },
    unlisted: items.map(({ name }) => name).filter((name) => !isListable(name)),
  }
}
