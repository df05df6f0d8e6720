import type { Redactor } from '../../core/redactor.ts'
import type { Fold, Inlines, List, Rank, Section, Table } from '../../report/section.ts'
import { countOf } from '../../report/words.ts'
import type { ReviewDifference } from './reviewed-plan.ts'

type Redact = (text: string) => string

/** More than this many folds in a row are put into one. */
const FOLDS_IN_A_ROW = 8

/** What a row begins with, and what is counted: `3 with other values`. */
const WORDS: Readonly<
  Record<ReviewDifference['kind'], { readonly label: string; readonly counted: string }>
> = {
  appeared: { label: 'new', counted: 'new' },
  actions: { label: 'other action', counted: 'with another action' },
  values: { label: 'other values', counted: 'with other values' },
  vanished: { label: 'gone', counted: 'gone' },
}

/**
 * In what a new plan is not what was reviewed: a table with what destroys first, which stays when space is short, and
 * the attributes that differ, as reviewed (`-`) and as planned now (`+`). Redacted. Empty when nothing differs.
 */
export function differenceSections(differences: readonly ReviewDifference[], redactor: Redactor): Section[] {
  if (differences.length === 0) return []
  const whole = differences.filter(({ address }) => address === '')
  const rest = differences.filter(({ address }) => address !== '')
  const sorted = [...rest].sort((a, b) => rankOf(a) - rankOf(b))
  const redact = (text: string): string => redactor.redact(text)
  const folds = sorted.flatMap((difference) => foldOf(difference, redact))
  return [
    ...whole.map((difference): Section => ({
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [redact(difference.text)],
    })),
    ...(sorted.length === 0 ? [] : [summary(sorted), tableOf(sorted, redact)]),
    ...together(folds),
  ]
}

function rankOf({ kind, destroys }: ReviewDifference): Rank {
  if (destroys === true) return 0
  return kind === 'appeared' || kind === 'actions' ? 1 : kind === 'values' ? 2 : 3
}

/** `Not what was reviewed: 1 new (destroys or replaces), 2 other values` */
function summary(differences: readonly ReviewDifference[]): Section {
  const destroying = differences.filter(({ destroys }) => destroys === true).length
  const counts = (['appeared', 'actions', 'values', 'vanished'] as const).flatMap((kind) => {
    const count = differences.filter((difference) => difference.kind === kind).length
    return count === 0 ? [] : [`${count} ${WORDS[kind].counted}`]
  })
  return {
    kind: 'text',
    rank: 0,
    text: [
      { strong: ['Not what was reviewed'] },
      `: ${counts.join(', ')}`,
      destroying === 0
        ? '.'
        : `; ${destroying} of ${countOf(differences.length, 'difference')} in what is destroyed or replaced.`,
    ],
  }
}

function tableOf(differences: readonly ReviewDifference[], redact: Redact): Table {
  const vital = differences.filter((difference) => rankOf(difference) === 0)
  return {
    kind: 'table',
    rank: 0,
    noun: 'differences',
    columns: [{ title: 'Difference' }, { title: 'Resource' }, { title: 'What' }],
    rows: differences.map((difference) => ({
      rank: rankOf(difference),
      cells: [labelOf(difference), [{ code: redact(difference.address) }], [redact(difference.text)]],
    })),
    ...(vital.length === 0 ? {} : { compact: compactList(vital, redact) }),
  }
}

function labelOf({ kind, destroys }: ReviewDifference): Inlines {
  return [`${destroys === true ? '🔴' : '🟡'}\u00a0${WORDS[kind].label}`]
}

/** `new aws_thing.a[…] ×40`: instances of one resource as one. */
function compactList(differences: readonly ReviewDifference[], redact: Redact): List {
  const groups = new Map<string, { readonly label: string; readonly address: string; count: number }>()
  for (const { address: whole, kind } of differences) {
    const { label } = WORDS[kind]
    const address = redact(whole).replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '[…]')
    const key = `${label} ${address}`
    const group = groups.get(key) ?? { label, address, count: 0 }
    group.count++
    groups.set(key, group)
  }
  return {
    kind: 'list',
    rank: 0,
    items: [...groups.values()].map(({ label, address, count }) => [
      `${label} `,
      { code: address },
      ` ×${count}`,
    ]),
  }
}

function foldOf(difference: ReviewDifference, redact: Redact): Fold[] {
  const { address, changes = [] } = difference
  if (changes.length === 0) return []
  const rank = Math.max(2, rankOf(difference)) as Rank
  return [
    {
      kind: 'fold',
      rank,
      open: false,
      noun: 'attributes',
      summary: [
        { code: redact(address) },
        ` · ${countOf(changes.length, 'attribute')}, reviewed (-) and planned now (+)`,
      ],
      sections: [
        {
          kind: 'attribute-diff',
          rank,
          unchanged: 0,
          changes: changes.map((change) => ({
            ...change,
            path: redact(change.path),
            before: shown(change.before, redact),
            after: shown(change.after, redact),
            ...(change.lines === undefined
              ? {}
              : { lines: change.lines.map((line) => ({ ...line, text: redact(line.text) })) }),
          })),
        },
      ],
    },
  ]
}

type Shown = NonNullable<ReviewDifference['changes']>[number]['before']

function shown(value: Shown, redact: Redact): Shown {
  return value.kind === 'value' ? { ...value, text: redact(value.text) } : value
}

function together(folds: readonly Fold[]): Section[] {
  if (folds.length <= FOLDS_IN_A_ROW) return [...folds]
  return [
    {
      kind: 'fold',
      rank: 2,
      open: false,
      noun: 'attribute lists',
      summary: [`Attributes of ${countOf(folds.length, 'difference')}`],
      sections: folds,
    },
  ]
}
