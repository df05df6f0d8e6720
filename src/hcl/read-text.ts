import { endPart, finishHeredoc, finishText, pushCode, type Reader, type TextFrame } from './read-frames.ts'
import { isTemplate, markerEnd } from './skip.ts'
import { decodeEscape } from './template-text.ts'

/** Text up to the next template, or to the end of the string. */
export function readText(reader: Reader, frame: TextFrame): void {
  const { source } = reader
  const inString = frame.kind === 'string'
  for (let at = reader.at; at < source.length;) {
    const char = source[at]
    if (inString && (char === '"' || char === '\n')) {
      finishText(reader, frame, at)
      reader.at = char === '"' ? at + 1 : at // a string never spans lines
      return
    }
    if (inString && char === '\\') {
      const escape = decodeEscape(source, at)
      frame.text += source.slice(frame.from, at) + escape.text
      at = frame.from = escape.end
    } else if (char === '\n') {
      at += 1
      const end = markerEnd(source, at, frame.marker)
      if (end !== undefined) {
        reader.at = at
        finishHeredoc(reader, end)
        return
      }
    } else if ((char === '$' || char === '%') && source[at + 1] === char && source[at + 2] === '{') {
      frame.text += `${source.slice(frame.from, at)}${char}{`
      at = frame.from = at + 3
    } else if ((char === '$' || char === '%') && isTemplate(source, at)) {
      const trims = source[at + 2] === '~'
      endPart(reader, frame, at, trims)
      pushCode(reader, 'template', trims ? at + 3 : at + 2)
      return
    } else at += 1
  }
  reader.at = source.length
}
