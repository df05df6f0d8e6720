import type { ResourceChange } from '../../report/resource-change.ts'
import type { Fold, Inlines, List, Rank, Section, Table } from '../../report/section.ts'
import { countOf } from '../../report/words.ts'
import { actionLabel, actionRank, addressInlines, driftLabel, whyInlines } from './words.ts'

/** More than this many folds in a row are put into one, so that the comment stays a page. */
const FOLDS_IN_A_ROW = 8

/** The table of all that happens, destroys and replacements first, and a fold per resource with its attributes. */
export function resourceSections(changes: readonly ResourceChange[]): Section[] {
  if (changes.length === 0) return []
  const sorted = [...changes].sort((a, b) => actionRank(a) - actionRank(b))
  const folds = sorted
    .filter(hasDetails)
    .map((change) => resourceFold(actionLabel(change), change, detailRank(change)))
  return [
    resourceTable(sorted),
    ...together(folds, (count) => [`Attributes of ${countOf(count, 'resource')}`]),
  ]
}

/** What was changed outside of Terraform since the last apply: shown apart, never counted as this change's doing. */
export function driftSections(drift: readonly ResourceChange[]): Section[] {
  if (drift.length === 0) return []
  const folds = drift.map((change) =>
    hasDetails(change)
      ? resourceFold(driftLabel(change), change, 5)
      : ({
          kind: 'text',
          rank: 5,
          text: [driftLabel(change), ' ', ...addressInlines(change)],
        } satisfies Section),
  )
  return [
    {
      kind: 'fold',
      rank: 4,
      open: false,
      noun: 'drifted resources',
      summary: [`${countOf(drift.length, 'resource')} changed outside of Terraform`],
      sections: folds,
    },
  ]
}

const hasDetails = (change: ResourceChange): boolean => change.attributes.length > 0

const detailRank = (change: ResourceChange): Rank => Math.max(2, actionRank(change)) as Rank

function resourceFold(label: string, change: ResourceChange, rank: Rank): Fold {
  const attributes = countOf(change.attributes.length, 'attribute')
  return {
    kind: 'fold',
    rank,
    open: false,
    noun: 'attributes',
    summary: [label, ' ', ...addressInlines(change), ` · ${attributes}`],
    sections: [{ kind: 'attribute-diff', rank, changes: change.attributes, unchanged: change.unchanged }],
  }
}

function together(folds: readonly Fold[], summary: (count: number) => Inlines): Section[] {
  if (folds.length <= FOLDS_IN_A_ROW) return [...folds]
  const rank = Math.min(...folds.slice(0, 1).map((fold) => fold.rank)) as Rank
  return [
    // Not 'resources': those are the rows of the table, and each is counted once.
    {
      kind: 'fold',
      rank,
      open: false,
      noun: 'attribute lists',
      summary: summary(folds.length),
      sections: folds,
    },
  ]
}

function resourceTable(changes: readonly ResourceChange[]): Table {
  const vital = changes.filter((change) => actionRank(change) === 0)
  return {
    kind: 'table',
    rank: 0,
    noun: 'resources',
    columns: [{ title: 'Action' }, { title: 'Resource' }, { title: 'Why, or what' }],
    rows: changes.map((change) => ({
      rank: actionRank(change),
      cells: [[actionLabel(change)], addressInlines(change), whyInlines(change)],
    })),
    ...(vital.length === 0 ? {} : { compact: compactList(vital) }),
  }
}

/** `🔴 destroy aws_instance.web[…] ×40`: instances of one resource on one line, for plans that do not fit. */
function compactList(changes: readonly ResourceChange[]): List {
  const groups = new Map<string, { label: string; address: string; note: string; count: number }>()
  for (const change of changes) {
    const label = actionLabel(change)
    const address = withoutKeys(change.address)
    // What is left over from a replacement is not the resource itself.
    const note = change.deposed === undefined ? '' : ' (deposed)'
    const key = `${label} ${address}${note}`
    const group = groups.get(key) ?? { label, address, note, count: 0 }
    group.count += 1
    groups.set(key, group)
  }
  return {
    kind: 'list',
    rank: 0,
    items: [...groups.values()].map(({ label, address, note, count }) => [
      `${label} `,
      { code: address },
      `${note} ×${count}`,
    ]),
  }
}

/** `module.a["x"].aws_instance.web[0]` → `module.a[…].aws_instance.web[…]`; keys may hold brackets and quotes. */
function withoutKeys(address: string): string {
  return address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '[…]')
}
