import { shortCommit } from '../core/short-commit.ts'
import type { ReportDocument } from '../report/document.ts'
import type { Inline, Inlines, Section, TableRow } from '../report/section.ts'
import { countOf } from '../report/words.ts'
import type { Changes, Judged, JudgedStack, Kind, Notice, Reason } from '../repository/items.ts'
import { drawing } from './changes-drawing.ts'
import { goneSections, goneWords } from './changes-gone.ts'
import type { ChangeGraph } from './changes-graph.ts'

export interface ChangesReport {
  readonly changes: Changes
  readonly graph: ChangeGraph
  /** What was looked for. */
  readonly kinds: readonly Kind[]
  readonly head: string
  /** Undefined: there is nothing to compare with, so everything counts. */
  readonly base: string | undefined
  /** In words: how the base was chosen. */
  readonly baseSource: string
  /** What about the choice of the base people should know. */
  readonly baseWarnings: readonly string[]
  /** Why the step is red, each a sentence. */
  readonly failures: readonly string[]
}

/** What a change touches, for people: counts first, then what is gone, then each item with its reason. */
export function changesDocument(report: ChangesReport): ReportDocument {
  const { changes, failures } = report
  const touched = countTouched(changes)
  const graph = drawing(report.graph)
  return {
    title: 'What changed',
    verdict: verdict(report, touched),
    tone: failures.length > 0 ? 'bad' : touched === 0 ? 'good' : 'changed',
    sections: [
      ...failures.map((text): Section => ({ kind: 'text', rank: 0, tone: 'caution', text: withCode(text) })),
      ...report.baseWarnings.map((text): Section => ({
        kind: 'text',
        rank: 0,
        tone: 'warning',
        text: withCode(text),
      })),
      ...deletedSections(changes.deletedStacks),
      ...goneSections(changes.gone),
      { kind: 'text', rank: 1, text: compared(report) },
      ...stackSections(changes.stacks),
      ...itemSections('Charts', changes.charts, ({ path, version }) => [{ code: path }, ` ${version}`]),
      ...itemSections('Applications', changes.applications, ({ name, namespace, file }) => [
        { code: `${namespace}/${name}` },
        ` in `,
        { code: file },
      ]),
      ...(graph === undefined ? [] : [graph]),
      ...noticeSections(changes.notices),
    ],
    footer: [],
  }
}

function countTouched({ stacks, deletedStacks, charts, applications, gone }: Changes): number {
  const lost = deletedStacks.length + gone.charts.length + gone.applications.length
  return stacks.length + charts.length + applications.length + lost
}

/** `3 of 14 stacks, 1 of 6 charts, 0 of 3 applications`, only what was looked for and is there. */
function verdict({ changes, kinds, failures }: ChangesReport, touched: number): Inlines {
  const { found } = changes
  const counted = [
    { kind: 'terraform', touched: changes.stacks.length, all: found.stacks, noun: 'stack' },
    { kind: 'helm', touched: changes.charts.length, all: found.charts, noun: 'chart' },
    { kind: 'argocd', touched: changes.applications.length, all: found.applications, noun: 'application' },
  ] as const
  // Of what there is none nothing needs to be said.
  const words = counted
    .filter(({ kind, all }) => kinds.includes(kind) && all > 0)
    .map(({ touched: some, all, noun }) => `${some} of ${countOf(all, noun)}`)
  const gone = changes.deletedStacks.length
  if (gone > 0) words.push(`${countOf(gone, 'stack')} gone`)
  words.push(...goneWords(changes.gone))
  const lead = failures.length > 0 ? 'failed' : touched === 0 ? 'nothing to do' : undefined
  const counts = words.join(', ')
  if (lead === undefined) return [counts]
  return [{ strong: [lead] }, ...(counts === '' ? [] : [`, ${counts}`])]
}

function compared({ head, base, baseSource }: ChangesReport): Inlines {
  const commit = (sha: string): Inline => ({ code: /^[0-9a-f]{40,64}$/.test(sha) ? shortCommit(sha) : sha })
  if (base === undefined) return ['All of ', commit(head), ` counts as changed (${baseSource}).`]
  return [commit(head), ' compared with ', commit(base), ` (${baseSource}).`]
}

/** Deleted code destroys nothing: what it managed is still there, and nobody looks after it any more. */
function deletedSections(stacks: readonly JudgedStack[]): Section[] {
  if (stacks.length === 0) return []
  const what = stacks.length === 1 ? 'A stack is' : `${stacks.length} stacks are`
  const advice =
    'No job plans or destroys what they manage: it still exists, with nobody to look after it. Destroy it from the ' +
    'commit before, or, if a stack lives on under another name, give its `previous-names` in gitops.yml.'
  return [
    {
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [{ strong: [`${what} gone from the repository.`] }, ' ', ...withCode(advice)],
    },
    {
      kind: 'table',
      rank: 0,
      noun: 'stacks',
      columns: [{ title: 'Gone' }, { title: 'Folder' }, { title: 'Owners' }],
      rows: stacks.map(({ item, owners }) => ({
        rank: 0,
        cells: [[{ code: item.name }], [{ code: item.path }], ownersCell(owners)],
      })),
    },
  ]
}

function stackSections(stacks: readonly JudgedStack[]): Section[] {
  if (stacks.length === 0) return []
  const owned = stacks.some(({ owners }) => owners.length > 0)
  return [
    heading('Stacks', 1),
    {
      kind: 'table',
      rank: 1,
      noun: 'stacks',
      columns: [
        { title: 'Stack' },
        { title: 'Status' },
        { title: 'Wave', align: 'right' },
        { title: 'Why' },
        ...(owned ? [{ title: 'Owners' }] : []),
      ],
      rows: stacks.map((judged): TableRow => ({
        rank: judged.status === 'affected' ? 3 : 2,
        cells: [
          nameCell(judged),
          [judged.status],
          [String(judged.wave)],
          why(judged),
          ...(owned ? [ownersCell(judged.owners)] : []),
        ],
      })),
    },
  ]
}

function nameCell({ item, previousPath }: JudgedStack): Inlines {
  const environment = item.environment === undefined ? [] : [` (${item.environment})`]
  const moved = previousPath === undefined ? [] : [', was in ', { code: previousPath }]
  return [{ code: item.name }, ...environment, ...moved]
}

function itemSections<T>(
  title: 'Charts' | 'Applications',
  items: readonly Judged<T>[],
  name: (item: T) => Inlines,
): Section[] {
  if (items.length === 0) return []
  return [
    heading(title, 2),
    {
      kind: 'table',
      rank: 2,
      noun: title.toLowerCase(),
      columns: [{ title: title.slice(0, -1) }, { title: 'Status' }, { title: 'Why' }],
      rows: items.map((judged): TableRow => ({
        rank: judged.status === 'affected' ? 4 : 3,
        cells: [name(judged.item), [judged.status], why(judged)],
      })),
    },
  ]
}

function why({ reasons, moreReasons }: Judged<unknown>): Inlines {
  const [first] = reasons
  if (first === undefined) return []
  const more = reasons.length - 1 + moreReasons
  return [...reasonInlines(first), ...(more > 0 ? [`, and ${more} more`] : [])]
}

/** The way from the file to the item; the item itself is in the row already. */
function reasonInlines(reason: Reason): Inlines {
  const { file, change, via, dynamic } = reason
  if (file === '') return [reason.text]
  const stops = [file, ...via.slice(0, -1)].flatMap((name, index): Inline[] =>
    index === 0 ? [{ code: name }] : [' → ', { code: name }],
  )
  const remarks = [
    ...(change === 'modified' || change === 'none' ? [] : [change]),
    ...(dynamic ? ['may be a false alarm: a path could not be resolved'] : []),
  ]
  return [...stops, ...(remarks.length === 0 ? [] : [` (${remarks.join('; ')})`])]
}

function ownersCell(owners: readonly string[]): Inlines {
  return owners.flatMap((owner, index): Inline[] =>
    index === 0 ? [{ code: owner }] : [' ', { code: owner }],
  )
}

function noticeSections(notices: readonly Notice[]): Section[] {
  if (notices.length === 0) return []
  return [
    heading('Notices', 3),
    {
      kind: 'list',
      rank: 3,
      items: notices.map(({ message, help, file, line }): Inlines => [
        ...(file === undefined ? [] : [{ code: line === undefined ? file : `${file}:${line}` }, ' ']),
        ...withCode(message),
        ...(help === undefined ? [] : ['. ', ...withCode(help)]),
      ]),
    },
  ]
}

/** What we say in a log has its code between backticks; here it is code. */
function withCode(text: string): Inlines {
  return text.split('`').map((part, index): Inline => (index % 2 === 1 ? { code: part } : part))
}

function heading(text: string, rank: 1 | 2 | 3): Section {
  return { kind: 'heading', rank, level: 2, text: [text] }
}
