import { htmlText } from '../escape.ts'
import type { AttributeDiff, Code, Graph, Heading, List, Section, Text } from '../section.ts'
import { anchorsIn, type FoldIds } from './anchors.ts'
import { attributeDiffHtml } from './diff.ts'
import { foldHtml, leadHtml } from './fold.ts'
import { type Anchors, inlinesHtml } from './inlines.ts'
import { lineDiffHtml, unifiedDiffLines } from './lines.ts'
import { tableHtml } from './table.ts'

/** All sections, whole: nothing is cut here, whatever its rank. `outer` finds what is not among them. */
export function sectionsHtml(sections: readonly Section[], ids: FoldIds, outer?: Anchors): string {
  const anchors = anchorsIn(sections, ids, outer)
  return joined(sections)
    .map((section) => sectionHtml(section, ids, anchors))
    .join('\n')
}

function sectionHtml(section: Section, ids: FoldIds, anchors: Anchors): string {
  switch (section.kind) {
    case 'heading':
      return headingHtml(section)
    case 'text':
      return textHtml(section, anchors)
    case 'list':
      return listHtml(section, anchors)
    case 'table':
      return tableHtml(section, anchors)
    case 'attribute-diff':
      return attributeDiffHtml(section)
    case 'line-diff':
      return lineDiffHtml(section.lines)
    case 'code':
      return codeHtml(section)
    case 'graph':
      return graphHtml(section)
    case 'fold':
      return foldHtml(section, ids.get(section), sectionsHtml(section.sections, ids, anchors))
  }
}

/** Attribute diffs that follow each other (one per output) are one table. */
function joined(sections: readonly Section[]): Section[] {
  const result: Section[] = []
  let run: AttributeDiff[] = []
  const close = (): void => {
    const [first] = run
    if (first === undefined) return
    const unchanged = run.reduce((sum, diff) => sum + diff.unchanged, 0)
    result.push({ ...first, changes: run.flatMap((diff) => diff.changes), unchanged })
    run = []
  }
  for (const section of sections) {
    if (section.kind === 'attribute-diff') run.push(section)
    else {
      close()
      result.push(section)
    }
  }
  close()
  return result
}

// The page's own title is the h1.
function headingHtml(heading: Heading): string {
  const tag = `h${heading.level + 1}`
  return `<${tag}>${inlinesHtml(heading.text)}</${tag}>`
}

const toneNames = { caution: 'Caution', warning: 'Warning', note: 'Note' } as const

function textHtml({ text, tone }: Text, anchors: Anchors): string {
  if (tone === undefined) return `<p>${leadHtml(text, anchors)}</p>`
  return `<div class="callout ${tone}" role="note"><strong>${toneNames[tone]}</strong><p>${inlinesHtml(text, anchors)}</p></div>`
}

function listHtml({ items }: List, anchors: Anchors): string {
  return `<ul>${items.map((item) => `<li>${leadHtml(item, anchors)}</li>`).join('')}</ul>`
}

function codeHtml({ language, text }: Code): string {
  if (language === 'diff') return lineDiffHtml(unifiedDiffLines(text))
  return `<pre class="code"><code>${htmlText(text)}</code></pre>`
}

/** As lines: the page runs no script that could draw. */
function graphHtml({ title, nodes, edges }: Graph): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const name = (id: string): string => `<code>${htmlText(labels.get(id) ?? '')}</code>`
  const lines = edges.map(({ from, to, label = '' }) => {
    const why = label === '' ? '' : ` (${htmlText(label)})`
    return `<li>${name(from)} → ${name(to)}${why}</li>`
  })
  return lines.length === 0 ? '' : `<h3>${htmlText(title)}</h3><ul>${lines.join('')}</ul>`
}
