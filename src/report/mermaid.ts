import type { Graph, GraphNode } from './section.ts'
import { visibleLine } from './visible.ts'

/**
 * A graph as the text of a Mermaid flowchart, which GitHub draws. Names come from outside, and Mermaid acts on much of
 * what it reads (directives, clicks, HTML, Markdown), so of a label only what is surely text is written as it is.
 */

/** Mermaid's own limits are 50,000 characters and 500 edges; beyond them GitHub shows an error instead of a drawing. */
export const MERMAID_CHARACTERS = 45_000
export const MERMAID_EDGES = 400
/** A label that is longer makes all boxes wide. Code units. */
const LABEL_LENGTH = 72

/**
 * Undefined when there is nothing to draw, or more than Mermaid takes.
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaidText({ nodes, edges }: Graph): string | undefined {
  if (nodes.length === 0 || edges.length > MERMAID_EDGES) return undefined
  // Our own ids: a name such as `end` or `click` would be a word of Mermaid's.
  const ids = new Map(nodes.map((node, index) => [node.id, `n${index}`]))
  const lines = ['flowchart LR', ...nodes.map((node) => `  ${ids.get(node.id) ?? ''}${box(node)}`)]
  for (const { from, to, label = '', dashed } of edges) {
    const [left, right] = [ids.get(from), ids.get(to)]
    if (left === undefined || right === undefined) continue
    const line = dashed === true ? '-.->' : '-->'
    lines.push(`  ${left} ${line}${label === '' ? '' : `|"${quotable(label)}"|`} ${right}`)
  }
  // Lines only, no colours: the drawing is read on light and dark ground.
  const strong = nodes.filter(({ look }) => look === 'changed').map(({ id }) => ids.get(id))
  if (strong.length > 0)
    lines.push(`  classDef changed stroke-width:3px`, `  class ${strong.join(',')} changed`)
  const text = lines.join('\n')
  return text.length <= MERMAID_CHARACTERS ? text : undefined
}

function box({ label, look }: GraphNode): string {
  const text = `"${quotable(label)}"`
  switch (look) {
    case 'cause':
      return `(${text})`
    case 'step':
      return `[${text}]`
    case 'changed':
    case 'affected':
      return `([${text}])`
    case 'more':
      return `[${text}]`
  }
}

/**
 * Text between quotes: letters, digits and a few signs as they are, all else as Mermaid's entity of its number. So no
 * quote ends the label, and no `%%{`, `<`, `:`, `#`, backtick, `*` or list mark is read as more than a character.
 */
function quotable(text: string): string {
  const line = visibleLine(text).trim()
  const shown = shortened(line === '' ? '\u2420' : line)
  return shown.replace(
    /[^\p{L}\p{M}\p{N} /._-]|^[^\p{L}\p{M}]|(?<=\d)\.(?= )/gu,
    (character) => `#${character.codePointAt(0) ?? 0};`,
  )
}

/** The end of a path says more than its beginning. */
function shortened(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= LABEL_LENGTH) return text
  return `\u2026${characters.slice(1 - LABEL_LENGTH).join('')}`
}
