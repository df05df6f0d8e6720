import { visibleLine } from './visible.ts'
import type { Text } from './section.ts'

/** What a report does not show, in its own words: `{ noun: 'resources', count: 12 }`. */
export interface LeftOut {
  readonly noun: string
  readonly count: number
}

/** Keeps a noun from being a text of its own. */
const NOUN_LENGTH = 40

/** `12 resources`, `1 resource`, `15,000 addresses`. `noun` is a plural. */
export function amount(count: number, noun: string, more = false): string {
  const plural = visibleLine(noun).slice(0, NOUN_LENGTH).toWellFormed()
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${digits}${more ? ' more' : ''} ${count === 1 ? singular(plural) : plural}`
}

function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(plural)) return plural.slice(0, -2)
  return plural.endsWith('s') ? plural.slice(0, -1) : plural
}

/** `12 more resources left out`, at the place where they would be. */
export function leftOutNote(count: number, noun: string, more: boolean, breakdown = ''): Text {
  const what = `${amount(count, noun, more)}${breakdown === '' ? '' : ` (${breakdown})`}`
  return { kind: 'text', rank: 0, text: [{ emphasis: [`${what} left out`] }] }
}

/** `8 create, 4 update`, from one word per row; '' when the words are too many to be kinds of something. */
export function breakdownOf(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) {
    if (word === '' || word.length > 40) return ''
    counts.set(word, (counts.get(word) ?? 0) + 1)
    if (counts.size > 6) return ''
  }
  return [...counts].map(([word, count]) => amount(count, word).replace(/ .*/s, '') + ` ${word}`).join(', ')
}
