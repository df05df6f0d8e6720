import type { Part } from '../../report/part.ts'
import type { OverviewOptions } from '../../report/overview.ts'
import type { Inlines, Section, TableRow } from '../../report/section.ts'
import { countOf } from '../../report/words.ts'
import type { Problem } from './collect.ts'
import type { Expected } from './expected.ts'
import type { JobWords } from './jobs.ts'
import type { Needs } from './needs.ts'

export interface ReportFacts {
  readonly parts: readonly Part[]
  /** Undefined: it is not known what should have been heard of. */
  readonly expected: Expected | undefined
  readonly problems: readonly Problem[]
  readonly needs: Needs
  /** Jobs that ended badly, where it cannot be told which of them should have brought what is missing. */
  readonly suspects: readonly JobWords[]
  /** Why jobs are not named, where they should be. */
  readonly jobsUnknown: string | undefined
  readonly title: string
}

/** The report's own words around those of the parts: what is wrong beside them comes first. */
export function overviewOf(facts: ReportFacts): OverviewOptions {
  const { parts, expected, problems, needs } = facts
  const alert = alertOf(facts)
  return {
    ...titles(facts),
    asTable: expected === undefined || parts.length !== 1 || isBare(parts[0]),
    notes: [
      ...(expected?.failures ?? []).map((text): Section => caution(withCode(text))),
      ...problemSections(problems),
      ...jobSections(needs, facts),
    ],
    ...(alert === undefined ? {} : { alert }),
    ...(expected === undefined ? {} : { nothing: untouched(expected) }),
  }
}

/** What is missing has no details of its own to be shown whole. */
const isBare = (part: Part | undefined): boolean => part === undefined || part.sections.length === 0

function titles({ title, parts, expected }: ReportFacts): Pick<OverviewOptions, 'title' | 'plural'> {
  if (title !== '') return { title, plural: title }
  const kinds = new Set(parts.map(({ kind }) => kind))
  if (kinds.has('terraform-apply')) return { title: 'Terraform apply', plural: 'Terraform apply' }
  if (kinds.has('helm-lint')) return { title: 'GitOps pipeline', plural: 'GitOps pipeline' }
  const helmOnly = expected !== undefined && !expected.kinds.includes('terraform')
  return helmOnly
    ? { title: 'GitOps pipeline', plural: 'GitOps pipeline' }
    : { title: 'Terraform plan', plural: 'Terraform plans' }
}

/** What no row can say. A job's bad end is said in a row as a rule, so it counts here only where none is red. */
function alertOf({ parts, expected, problems, needs }: ReportFacts): Inlines | undefined {
  const isRed = parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown')
  const words = [
    ...(expected === undefined ? ['it is not known what should be here'] : []),
    ...((expected?.failures.length ?? 0) > 0 ? ['what changed could not be told'] : []),
    ...(problems.length > 0 ? [`${countOf(problems.length, 'result')} not to be relied upon`] : []),
    ...(needs.bad.length > 0 && !isRed ? [`${countOf(needs.bad.length, 'job')} did not end well`] : []),
  ]
  return words.length === 0 ? undefined : [{ strong: [words.join(', ')] }]
}

/** `This change touches none of 14 stacks`: of what was looked for and is there. */
function untouched({ kinds, found }: Expected): Inlines {
  const counted = [
    ['terraform', found.stacks, 'stack'],
    ['helm', found.charts, 'chart'],
  ] as const
  const words = counted
    .filter(([kind, count]) => kinds.includes(kind) && count > 0)
    .map(([, count, noun]) => countOf(count, noun))
  return [
    words.length === 0 ? 'This change touches nothing' : `This change touches none of ${words.join(', ')}`,
  ]
}

function problemSections(problems: readonly Problem[]): Section[] {
  if (problems.length === 0) return []
  const rows = problems.map(({ where, what }): TableRow => ({
    rank: 1,
    cells: [[{ code: shortened(where) }], [shortened(what)]],
  }))
  const columns = [{ title: 'Not to be relied upon' }, { title: 'Why' }]
  return [{ kind: 'table', rank: 1, noun: 'results', columns, rows }]
}

function jobSections(needs: Needs, { suspects, jobsUnknown, parts }: ReportFacts): Section[] {
  const isMissing = parts.some(({ facts }) => facts['missing'] === 'true')
  const items: Inlines[] = [
    ...needs.bad.map(({ job, result }): Inlines => [
      'job ',
      { code: job },
      result === 'failure' ? ' failed' : ' was cancelled',
    ]),
    ...suspects.map(({ text, url }): Inlines => [
      shortened(text),
      ...(url === undefined ? [] : [' (', { link: ['log'], href: url }, ')']),
    ]),
    // A job that was skipped matters where something is missing, and nowhere else.
    ...(isMissing ? needs.skipped.map((job): Inlines => ['job ', { code: job }, ' was skipped']) : []),
  ]
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', rank: 1, items } satisfies Section]),
    ...(jobsUnknown === undefined
      ? []
      : [{ kind: 'text', rank: 3, text: withCode(jobsUnknown) } satisfies Section]),
  ]
}

const caution = (text: Inlines): Section => ({ kind: 'text', rank: 0, tone: 'caution', text })

const LINE = 500
const shortened = (text: string): string =>
  text.length <= LINE ? text : `${text.slice(0, LINE).toWellFormed()}…`

/** What we say in a log has its code between backticks; here it is code. */
function withCode(text: string): Inlines {
  return shortened(text)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? { code: part } : part))
}
