import fc from 'fast-check'
import type { ReportDocument } from '../../../src/report/document.ts'
import type { AttributeChange, DiffLine, ShownValue } from '../../../src/report/resource-change.ts'
import type { Inline, Inlines, Rank, Section, Table } from '../../../src/report/section.ts'
import { hostile } from './hostile.ts'

/** Any document of the model, with hostile texts everywhere. */

const rank = fc.integer({ min: 0, max: 9 }) as fc.Arbitrary<Rank>
const href = fc.oneof(fc.constant('https://github.com/o/r/actions/runs/1'), hostile)

const { inlines } = fc.letrec<{ inline: Inline; inlines: Inlines }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    hostile,
    fc.record({ code: hostile }),
    fc.record({ strong: tie('inlines') }),
    fc.record({ emphasis: tie('inlines') }),
    fc.record({ link: tie('inlines'), href }),
  ),
  inlines: fc.array(tie('inline'), { maxLength: 3 }),
}))

const value: fc.Arbitrary<ShownValue> = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), text: hostile }),
  fc.record({
    kind: fc.constantFrom('sensitive' as const, 'unknown' as const, 'write-only' as const, 'absent' as const),
  }),
)
const diffLine: fc.Arbitrary<DiffLine> = fc.record({
  sign: fc.constantFrom('+' as const, '-' as const, ' ' as const, 'gap' as const),
  text: hostile,
})
const change: fc.Arbitrary<AttributeChange> = fc.record(
  {
    path: hostile,
    action: fc.constantFrom('add' as const, 'remove' as const, 'change' as const),
    before: value,
    after: value,
    forcesReplacement: fc.boolean(),
    lines: fc.array(diffLine, { maxLength: 4 }),
    language: fc.constantFrom('json' as const, 'yaml' as const, 'text' as const),
  },
  { requiredKeys: ['path', 'action', 'before', 'after', 'forcesReplacement'] },
)

const table = (section: fc.Arbitrary<Section>): fc.Arbitrary<Table> =>
  fc.record(
    {
      kind: fc.constant('table' as const),
      rank,
      noun: fc.oneof(fc.constant('resources'), hostile),
      columns: fc.array(
        fc.record(
          { title: hostile, align: fc.constantFrom('left' as const, 'right' as const) },
          { requiredKeys: ['title'] },
        ),
        { maxLength: 3 },
      ),
      rows: fc.array(fc.record({ rank, cells: fc.array(inlines, { maxLength: 4 }) }), { maxLength: 6 }),
      compact: section,
    },
    { requiredKeys: ['kind', 'rank', 'noun', 'columns', 'rows'] },
  )

const { section } = fc.letrec<{ section: Section }>((tie) => ({
  section: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record(
      {
        kind: fc.constant('text' as const),
        rank,
        text: inlines,
        tone: fc.constantFrom('caution' as const, 'warning' as const, 'note' as const),
      },
      { requiredKeys: ['kind', 'rank', 'text'] },
    ),
    fc.record({
      kind: fc.constant('heading' as const),
      rank,
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      text: inlines,
    }),
    fc.record({ kind: fc.constant('list' as const), rank, items: fc.array(inlines, { maxLength: 5 }) }),
    fc.record({
      kind: fc.constant('attribute-diff' as const),
      rank,
      changes: fc.array(change, { maxLength: 4 }),
      unchanged: fc.nat(20),
    }),
    fc.record({ kind: fc.constant('line-diff' as const), rank, lines: fc.array(diffLine, { maxLength: 6 }) }),
    fc.record({
      kind: fc.constant('code' as const),
      rank,
      language: fc.oneof(fc.constant('diff'), hostile),
      text: hostile,
    }),
    table(tie('section')),
    fc.record({
      kind: fc.constant('fold' as const),
      rank,
      summary: inlines,
      open: fc.boolean(),
      noun: fc.oneof(fc.constant('resources'), hostile),
      sections: fc.array(tie('section'), { maxLength: 5 }),
    }),
  ),
}))

export const anyInlines = inlines

export const anyDocument: fc.Arbitrary<ReportDocument> = fc.record({
  title: hostile,
  verdict: inlines,
  tone: fc.constantFrom('good' as const, 'changed' as const, 'bad' as const),
  sections: fc.array(section, { maxLength: 8 }),
  footer: inlines,
})

/** `section` and everything in it, compact forms too. */
export function walk(sections: readonly Section[]): Section[] {
  return sections.flatMap((each) => [
    each,
    ...(each.kind === 'fold' ? walk(each.sections) : []),
    ...(each.kind === 'table' && each.compact !== undefined ? walk([each.compact]) : []),
  ])
}
