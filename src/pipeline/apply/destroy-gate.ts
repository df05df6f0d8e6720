import { UserError } from '../../core/errors.ts'
import type { MergedPull, Refusal } from './contracts.ts'

/** What the input `allow-destroy` says. */
export interface AllowDestroy {
  /** Every destroy. */
  readonly all: boolean
  /** So many destroys and replacements of one stack; undefined: it gives no count. */
  readonly count: number | undefined
  /** Labels of pull requests, in lower case: GitHub does not tell them apart by case. */
  readonly labels: readonly string[]
}

const LABEL = 'label:'
/** Words that one could take for an answer and that would be a label nobody has. */
const NO_LABELS = ['true', 'false', 'yes', 'no', 'none', 'any', '*']

/**
 * Lines of the input: `all`, a count, `label:NAME` or just the name of a label.
 *
 * @throws UserError with all faults
 */
export function parseAllowDestroy(lines: readonly string[]): AllowDestroy {
  const faults: string[] = []
  const counts: number[] = []
  const labels: string[] = []
  let all = false
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    if (line.toLowerCase().startsWith(LABEL)) {
      const label = line.slice(LABEL.length).trim()
      if (label === '') faults.push(`"${line}" names no label`)
      else labels.push(label.toLowerCase())
    } else if (line.toLowerCase() === 'all') all = true
    else if (/^\d{1,9}$/.test(line)) counts.push(Number(line))
    else if (/^[-+.,\d\s]+$/.test(line)) faults.push(`"${line}" is no count of resources`)
    else if (NO_LABELS.includes(line.toLowerCase())) {
      faults.push(`"${line}" could be meant in two ways (a label of that name is "${LABEL}${line}")`)
    } else labels.push(line.toLowerCase())
  }
  if (counts.length > 1) faults.push(`there are ${counts.length} counts, and one is needed`)
  if (faults.length > 0) {
    throw new UserError(faults.join('; '), {
      where: 'allow-destroy',
      help: `Give one count ("3"), labels of pull requests ("${LABEL}allow-destroy"), or "all".`,
    })
  }
  return { all, count: counts[0], labels }
}

export interface DestroyGate {
  readonly allow: AllowDestroy
  /** That the push brings; where it is known which of them a plan is of, that one. */
  readonly pulls: readonly Pick<MergedPull, 'number' | 'labels'>[]
  /** The stack is gone from the repository, and all of it is destroyed. */
  readonly gone: boolean
}

export interface PlannedDestroys {
  /** The stack, for people. */
  readonly stack: string
  /** Resources destroyed or replaced. */
  readonly count: number
  /** Whether just these destroys were shown to whoever agreed to them. */
  readonly reviewed: boolean
}

/**
 * May a plan destroy as much as it does? Undefined: it may.
 *
 * Without `allow-destroy`, what was reviewed may, and nothing else; a stack that is gone is never destroyed without it.
 * With it, as many as the count says, or any number where a label says so: on each of the pull requests, for one that
 * was labelled says nothing about another that came with it.
 */
export function destroyGate({ allow, pulls, gone }: DestroyGate, plan: PlannedDestroys): Refusal | undefined {
  const { stack, count, reviewed } = plan
  if (count === 0 || allow.all) return undefined
  const nothingSaid = allow.count === undefined && allow.labels.length === 0
  if (nothingSaid && reviewed && !gone) return undefined
  if (allow.count !== undefined && count <= allow.count) return undefined
  const unlabelled = pulls.filter(
    ({ labels }) => !labels.some((label) => allow.labels.includes(label.toLowerCase())),
  )
  if (pulls.length > 0 && unlabelled.length === 0) return undefined

  const what = `The plan of ${stack} destroys or replaces ${count === 1 ? '1 resource' : `${count} resources`}`
  const why: string[] = []
  if (nothingSaid) why.push(gone ? 'the stack is gone from the repository' : 'nobody has reviewed that')
  if (allow.count !== undefined) why.push(`allow-destroy lets ${allow.count} through`)
  if (allow.labels.length > 0) {
    const names = allow.labels.join('" or "')
    const where =
      pulls.length === 0
        ? 'there is no pull request'
        : unlabelled.map(({ number }) => `#${number}`).join(', ')
    why.push(pulls.length === 0 ? `${where} with the label "${names}"` : `${where} has no label "${names}"`)
  }
  return {
    code: 'destroys',
    reason: `${what}, and ${why.join(', and ')}.`,
    help: nothingSaid
      ? 'If that is meant, set "allow-destroy" to a count, a label of the pull request, or "all".'
      : 'If that is meant, label the pull request and run the job again, or raise "allow-destroy".',
  }
}
