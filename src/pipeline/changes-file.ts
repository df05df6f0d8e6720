import type { RunIdentity } from '../report/part.ts'
import type { Changes, Kind } from '../repository/items.ts'
import {
  applicationItem,
  chartItem,
  noticeItem,
  stackItem,
  type ApplicationItem,
  type ChartItem,
  type NoticeItem,
  type StackItem,
} from './changes-items.ts'
import type { ChangeOutputs } from './changes-outputs.ts'

/**
 * Everything that was found, as a file: what `report` expects to hear of, and the details where outputs are too small.
 * Readers ignore keys they do not know and refuse another `version`.
 */
export interface ChangesFile {
  readonly version: 1
  readonly kind: 'changes'
  readonly repository: string
  readonly event: string
  readonly run: RunIdentity
  /** The commit that was looked at. */
  readonly head: string
  readonly base: {
    /** Absent: there is none, and everything counts as changed. */
    readonly sha?: string
    readonly source: string
    readonly warnings: readonly string[]
    /** Commits of runs that did not end well: what differs from them counts too. */
    readonly unfinished: readonly string[]
  }
  readonly kinds: readonly Kind[]
  /** All there is at head, touched or not. */
  readonly found: Changes['found']
  readonly stacks: readonly StackItem[]
  readonly 'deleted-stacks': readonly StackItem[]
  readonly charts: readonly ChartItem[]
  readonly applications: readonly ApplicationItem[]
  readonly 'deleted-charts': readonly ChartItem[]
  readonly 'deleted-applications': readonly ApplicationItem[]
  /** By the name of their output, as jobs get them. */
  readonly matrices: Readonly<Record<string, unknown>>
  /** Touched, and in no matrix, because no list of lines can hold the name. */
  readonly unlisted: readonly string[]
  readonly notices: readonly NoticeItem[]
  /** Why the run is red. Empty: it is not. */
  readonly failures: readonly string[]
}

export function changesFile(
  about: Pick<ChangesFile, 'repository' | 'event' | 'run' | 'head' | 'base' | 'kinds' | 'failures'>,
  changes: Changes,
  { values, unlisted }: Pick<ChangeOutputs, 'values' | 'unlisted'>,
): ChangesFile {
  const matrices = Object.entries(values).filter(([name]) =>
    /^(?:terraform-matrix|helm-matrix|wave-\d)$/.test(name),
  )
  return {
    version: 1,
    kind: 'changes',
    ...about,
    found: changes.found,
    stacks: changes.stacks.map(stackItem),
    'deleted-stacks': changes.deletedStacks.map(stackItem),
    charts: changes.charts.map(chartItem),
    applications: changes.applications.map(applicationItem),
    'deleted-charts': changes.gone.charts.map(chartItem),
    'deleted-applications': changes.gone.applications.map(applicationItem),
    matrices: Object.fromEntries(matrices.map(([name, value]) => [name, JSON.parse(value) as unknown])),
    unlisted,
    notices: changes.notices.map(noticeItem),
  }
}
