import type { AttributeDiff, Code, Inlines, LineDiff, Section, Text } from './section.ts'
import { leftOutNote } from './left-out.ts'
import { plainInlines } from './inlines.ts'

/** Length of something as it will be printed, in the unit of the limit. */
export type SizeOf<T> = (value: T) => number

/** Sections that show a long text and still help when only their beginning is seen. */
export type Long = AttributeDiff | LineDiff | Code | Text

export function isLong(section: Section): section is Long {
  return (
    section.kind === 'attribute-diff' ||
    section.kind === 'line-diff' ||
    section.kind === 'code' ||
    section.kind === 'text'
  )
}

/**
 * The beginning of a section in at most `max`, and in words what is missing; undefined when nothing useful fits.
 * `size` is that of the sections one after the other.
 */
export function shorten(
  section: Long,
  max: number,
  size: SizeOf<readonly Section[]>,
): readonly Section[] | undefined {
  switch (section.kind) {
    case 'attribute-diff':
      return shortenChanges(section, max, size)
    case 'line-diff':
      return longestPrefix(Math.min(section.lines.length, max), max, size, (count) => [
        {
          ...section,
          lines: [
            ...section.lines.slice(0, count),
            { sign: 'gap', text: `${section.lines.length - count} more lines left out` },
          ],
        },
      ])
    case 'code': {
      const lines = section.text.split('\n')
      const byLine = longestPrefix(Math.min(lines.length, max), max, size, (count) => [
        {
          ...section,
          text: [...lines.slice(0, count), `\u2026 ${lines.length - count} more lines left out`].join('\n'),
        },
      ])
      return (
        byLine ??
        longestPrefix(Math.min(section.text.length, max), max, size, (count) => [
          { ...section, text: `${cut(section.text, count)}\u2026` },
        ])
      )
    }
    case 'text':
      return longestPrefix(Math.min(plainInlines(section.text).length, max), max, size, (count) => [
        { ...section, text: beginning(section.text, count) },
      ])
  }
}

/** The attributes that fit, small ones before a giant: one long value must not hide the others. */
function shortenChanges(
  section: AttributeDiff,
  max: number,
  size: SizeOf<readonly Section[]>,
): readonly Section[] | undefined {
  const part = (chosen: ReadonlySet<number>): readonly Section[] => [
    { ...section, changes: section.changes.filter((_, index) => chosen.has(index)), unchanged: 0 },
    leftOutNote(section.changes.length - chosen.size, 'attributes', true),
  ]
  const single = section.changes.map((change) => size([{ ...section, changes: [change], unchanged: 0 }]))
  const fence = size([{ kind: 'code', rank: 0, language: 'diff', text: '.' }]) - 1
  let room = max - size(part(new Set()))
  const chosen = new Set<number>()
  for (const [index, length] of single.entries()) {
    const cost = chosen.size === 0 ? length : length - fence + 1
    if (cost > room) continue
    room -= cost
    chosen.add(index)
  }
  const sections = part(chosen)
  return chosen.size > 0 && size(sections) <= max ? sections : undefined
}

/** The first `count` characters of the words, without their marks. */
export function beginning(inlines: Inlines, count: number): Inlines {
  return [`${cut(plainInlines(inlines), count)}\u2026`]
}

/** The first `count` code units, one less where that would halve a character. */
function cut(text: string, count: number): string {
  const last = text.charCodeAt(count - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? count - 1 : count)
}

/** The most of `length` pieces that `make` brings within `max`; undefined when not even one does. */
export function longestPrefix<T>(
  length: number,
  max: number,
  size: SizeOf<T>,
  make: (count: number) => T,
): T | undefined {
  let found: T | undefined
  let low = 1
  let high = length
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const candidate = make(middle)
    if (size(candidate) <= max) {
      found = candidate
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  return found
}
