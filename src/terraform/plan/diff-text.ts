import { diffArrays } from 'diff/lib/diff/array.js'

import type { DiffLine } from '../../report/resource-change.ts'
import { shortLine, shortPair } from './hcl-text.ts'

/** Unchanged lines shown around a change. */
const context = 3
/** Texts beyond these sizes are not searched for the shortest diff. */
const mostLines = 5_000
const mostCharacters = 200_000
/** Edits the search may go through for one text. Its cost grows with the square of them. */
const mostEdits = 1_000

/**
 * What a whole plan may spend on searches (in squared edits): beyond it, texts are shown as replaced as a whole.
 * Without it a plan made of many big, wholly different texts would take minutes.
 */
export interface Effort {
  left: number
}

export function newEffort(): Effort {
  return { left: 20_000_000 }
}

/** Every line of both texts, without folding: `-` and ` ` make the first, `+` and ` ` the second. */
export function diffLines(before: readonly string[], after: readonly string[], effort: Effort): DiffLine[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++

  const middle = diffMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    effort,
  )
  return [
    ...signed(' ', before.slice(0, head)),
    ...middle,
    ...signed(' ', before.slice(before.length - tail)),
  ]
}

function diffMiddle(before: string[], after: string[], effort: Effort): DiffLine[] {
  const replaced = (): DiffLine[] => [...signed('-', before), ...signed('+', after)]
  if (before.length === 0 || after.length === 0 || tooBig(before) || tooBig(after)) return replaced()
  const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(Math.max(0, effort.left))))
  const changes = diffArrays(before, after, { maxEditLength })
  if (changes === undefined) {
    effort.left -= maxEditLength * maxEditLength
    return replaced()
  }
  const edits = changes.reduce((sum, change) => sum + (change.added || change.removed ? change.count : 0), 0)
  effort.left -= edits * edits
  return changes.flatMap((change) => signed(change.added ? '+' : change.removed ? '-' : ' ', change.value))
}

function tooBig(lines: readonly string[]): boolean {
  return lines.length > mostLines || lines.reduce((sum, line) => sum + line.length + 1, 0) > mostCharacters
}

export function signed(sign: '+' | '-' | ' ', lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ sign, text }))
}

export function gap(text: string): DiffLine {
  return { sign: 'gap', text }
}

/** Folds unchanged lines away from changes (one line alone is not worth it), and shortens very long lines. */
export function foldLines(lines: readonly DiffLine[]): DiffLine[] {
  const folded: DiffLine[] = []
  let index = 0
  while (index < lines.length) {
    let end = index
    const same = lines[index]?.sign === ' '
    while (end < lines.length && (lines[end]?.sign === ' ') === same) end++
    const run = lines.slice(index, end)
    folded.push(...(same ? foldSame(run, index === 0, end === lines.length) : shortenChanged(run)))
    index = end
  }
  return folded
}

function foldSame(run: readonly DiffLine[], atStart: boolean, atEnd: boolean): DiffLine[] {
  const shown = run.map((line) => ({ sign: line.sign, text: shortLine(line.text) }))
  const keepStart = atStart ? 0 : context
  const keepEnd = atEnd ? 0 : context
  const hidden = shown.length - keepStart - keepEnd
  if (hidden < 2) return shown
  return [
    ...shown.slice(0, keepStart),
    gap(`${hidden} unchanged lines`),
    ...shown.slice(shown.length - keepEnd),
  ]
}

/** Long lines that replace each other are cut where they differ. */
function shortenChanged(run: readonly DiffLine[]): DiffLine[] {
  const removed = run.filter((line) => line.sign === '-').map((line) => line.text)
  const added = run.filter((line) => line.sign === '+').map((line) => line.text)
  let nextRemoved = 0
  let nextAdded = 0
  return run.map((line) => {
    if (line.sign === '-') {
      const partner = added[nextRemoved++]
      return {
        sign: '-',
        text: partner === undefined ? shortLine(line.text) : shortPair(line.text, partner, asIs)[0],
      }
    }
    const partner = removed[nextAdded++]
    return {
      sign: line.sign,
      text: partner === undefined ? shortLine(line.text) : shortPair(partner, line.text, asIs)[1],
    }
  })
}

function asIs(text: string): string {
  return text
}
