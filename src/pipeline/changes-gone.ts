import type { Inlines, Section } from '../report/section.ts'
import { countOf } from '../report/words.ts'
import type { Changes } from '../repository/items.ts'

type Gone = Changes['gone']

/** Counts for the verdict: `1 application gone`. */
export function goneWords({ charts, applications }: Gone): string[] {
  return [
    ...(charts.length > 0 ? [`${countOf(charts.length, 'chart')} gone`] : []),
    ...(applications.length > 0 ? [`${countOf(applications.length, 'application')} gone`] : []),
  ]
}

const SHOWN = 20

/** An Application that is taken away may take what runs with it, if something prunes: that is said before all else. */
export function goneSections({ charts, applications }: Gone): Section[] {
  const names = applications.map(({ item }) => `${item.namespace}/${item.name}`)
  const paths = charts.map(({ item }) => item.path)
  return [
    ...note('caution', 'Applications gone from the repository: ', names, [
      ' Where another Application or an ApplicationSet prunes, what they run goes too; else it stays, with nobody to look after it.',
    ]),
    ...note('note', 'Charts gone from the repository: ', paths, []),
  ]
}

function note(tone: 'caution' | 'note', words: string, names: readonly string[], end: Inlines): Section[] {
  if (names.length === 0) return []
  const shown = names.slice(0, SHOWN).flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }]))
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return [
    { kind: 'text', rank: tone === 'caution' ? 0 : 2, tone, text: [words, ...shown, `${more}.`, ...end] },
  ]
}
