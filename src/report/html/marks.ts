import { diffArrays } from 'diff'
import { htmlText } from '../escape.ts'
import { visible } from '../visible.ts'

/** What stands in a text for a value that is not shown: kept in one piece, and set apart. */
const placeholder = String.raw`\((?:sensitive value|known after apply|write-only)\)`
const placeholders = new RegExp(placeholder, 'g')
const tokens = new RegExp(String.raw`${placeholder}|[\p{L}\p{N}_]+|\s+|.`, 'gsu')
// A diff costs tokens × edits: past these sizes marks would be noise anyway.
const maxTokens = 600
const maxEdits = 120
/** The share of letters and digits two texts must have in common for marks to help. */
const enough = 0.3

/** Value text as HTML. */
export function valueHtml(text: string): string {
  return htmlText(text).replace(placeholders, '<span class="pill">$&</span>')
}

export interface MarkedPair {
  readonly before: string
  readonly after: string
}

/**
 * Two texts as HTML, with the words that differ in `<mark>`. Undefined when they are too long, or have too little in
 * common for marks to help.
 */
export function markedPair(before: string, after: string): MarkedPair | undefined {
  const from = visible(before).match(tokens) ?? []
  const to = visible(after).match(tokens) ?? []
  if (from.length > maxTokens || to.length > maxTokens) return undefined
  // The types do not say so, but with a limit there may be no answer.
  const parts: ReturnType<typeof diffArrays<string>> | undefined = diffArrays(from, to, {
    maxEditLength: maxEdits,
  })
  if (parts === undefined) return undefined

  let same = 0
  const sides = { before: '', after: '' }
  for (const part of parts) {
    const text = part.value.join('')
    const html = valueHtml(text)
    if (part.removed) sides.before += `<mark>${html}</mark>`
    else if (part.added) sides.after += `<mark>${html}</mark>`
    else {
      same += lettersIn(text)
      sides.before += html
      sides.after += html
    }
  }
  const shorter = Math.min(lettersIn(before), lettersIn(after))
  return same === 0 || same < shorter * enough ? undefined : sides
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
