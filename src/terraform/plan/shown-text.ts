import type { Redactor } from '../../core/redactor.ts'
import { hideInLines, looksLikeYaml } from './hidden-lines.ts'
import { jsonLines, parseEmbedded } from './json-text.ts'
import type { Json } from './raw.ts'
import { placeholder } from './secret-names.ts'

/** A string attribute, redacted: by value, by the names inside JSON, and by the names in lines of text. */
export interface ShownText {
  readonly raw: string
  readonly text: string
  readonly lines: readonly string[]
  readonly language: 'json' | 'yaml' | 'text'
  /** What the string holds as JSON. Not redacted: for comparing only. */
  readonly json?: Json
  /** Hidden values inside, one after the other. Not redacted: for comparing only. */
  readonly hidden: string
  /** True when values were hidden that `hidden` does not list. */
  readonly uncompared: boolean
}

/** JSON in a string in JSON in a string … is looked into this deep. */
const deepestJson = 3

/** `like` is the other side, whose key order JSON follows. */
export function shownText(raw: string, redactor: Redactor, like?: ShownText, depth = 0): ShownText {
  if (isPlain(raw)) return plainText(raw, redactor)
  const hidden: string[] = []
  const json = depth < deepestJson ? parseEmbedded(raw) : undefined
  if (json !== undefined) {
    const inner = (text: string): string => {
      const shown = shownText(text, redactor, undefined, depth + 1)
      if (shown.uncompared || shown.hidden !== '') hidden.push(text)
      return shown.text
    }
    const lines = jsonLines(json, like?.json, { redactor, hidden, inner })
    const text = lines.map((line) => line.trimStart()).join(' ')
    return { raw, text, lines, language: 'json', json, hidden: hidden.join('\n'), uncompared: false }
  }
  const redacted = redactor.redact(raw)
  const lines = hideInLines(redacted.split('\n'), redactor, hidden)
  return {
    raw,
    text: lines.join('\n'),
    lines,
    language: lines.length > 1 && looksLikeYaml(lines) ? 'yaml' : 'text',
    hidden: hidden.join('\n'),
    uncompared: redacted !== raw,
  }
}

/** True when nothing but the placeholder is left to show. */
export function isAllHidden(shown: ShownText): boolean {
  return shown.text === placeholder
}

/** One line without anything that names a value: most strings, and worth a short way. */
function isPlain(raw: string): boolean {
  return raw.length < 1_000 && !/[\n=:{[]/.test(raw)
}

function plainText(raw: string, redactor: Redactor): ShownText {
  const text = redactor.redact(raw)
  return { raw, text, lines: [text], language: 'text', hidden: '', uncompared: text !== raw }
}
