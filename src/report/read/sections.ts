import type { AttributeChange, DiffLine, ShownValue } from '../resource-change.ts'
import type { GraphEdge, GraphNode, Inline, Inlines, Rank, Section, Table, TableRow } from '../section.ts'
import { fields, flag, list, may, natural, need, oneOf, ReadFault, text, type Reader } from './json.ts'

/** Which addresses may be links. All others are shown without one: a link in our report must be ours. */
export type LinkRule = (href: string) => boolean

/** How deep folds, marks and compact forms may stand in each other: ours are five deep at most. */
const DEEPEST = 12

const rank: Reader<Rank> = oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
const tone = oneOf('caution', 'warning', 'note')

export interface SectionReaders {
  readonly inlines: Reader<Inlines>
  readonly sections: Reader<readonly Section[]>
}

/** Readers of the document model: the shape as in section.ts, nothing more and nothing that is not known. */
export function sectionReaders(isOurs: LinkRule): SectionReaders {
  const inlinesAt =
    (depth: number): Reader<Inlines> =>
    (value) =>
      list(inlineAt(depth))(value).flat()

  const inlineAt =
    (depth: number): Reader<readonly Inline[]> =>
    (value) => {
      if (typeof value === 'string') return [value]
      if (depth > DEEPEST) throw new ReadFault('is nested too deep')
      const of = fields(value)
      if ('code' in of) return [{ code: need(of, 'code', text) }]
      const inner = inlinesAt(depth + 1)
      if ('strong' in of) return [{ strong: need(of, 'strong', inner) }]
      if ('emphasis' in of) return [{ emphasis: need(of, 'emphasis', inner) }]
      const link = need(of, 'link', inner)
      const href = need(of, 'href', text)
      return isOurs(href) ? [{ link, href }] : link
    }
  const inlines = inlinesAt(0)

  const sectionsAt =
    (depth: number): Reader<readonly Section[]> =>
    (value) => {
      if (depth > DEEPEST) throw new ReadFault('is nested too deep')
      return list((item) => sectionAt(item, depth))(value)
    }

  function sectionAt(value: unknown, depth: number): Section {
    const of = fields(value)
    const common = { rank: need(of, 'rank', rank) }
    const kind = need(of, 'kind', text)
    switch (kind) {
      case 'heading':
        return {
          ...common,
          kind,
          level: need(of, 'level', oneOf(1, 2, 3, 4)),
          text: need(of, 'text', inlines),
        }
      case 'text':
        return { ...common, kind, text: need(of, 'text', inlines), ...may(of, 'tone', tone) }
      case 'list':
        return { ...common, kind, items: need(of, 'items', list(inlines)) }
      case 'table':
        return { ...common, ...tableOf(of, depth) }
      case 'attribute-diff':
        return {
          ...common,
          kind,
          changes: need(of, 'changes', list(attributeChange)),
          unchanged: need(of, 'unchanged', natural),
        }
      case 'line-diff':
        return { ...common, kind, lines: need(of, 'lines', list(diffLine)) }
      case 'code':
        return { ...common, kind, language: need(of, 'language', text), text: need(of, 'text', text) }
      case 'graph':
        return {
          ...common,
          kind,
          title: need(of, 'title', text),
          nodes: need(of, 'nodes', list(graphNode)),
          edges: need(of, 'edges', list(graphEdge)),
        }
      case 'fold':
        return {
          ...common,
          kind,
          summary: need(of, 'summary', inlines),
          open: need(of, 'open', flag),
          noun: need(of, 'noun', text),
          sections: need(of, 'sections', sectionsAt(depth + 1)),
        }
      default:
        throw new ReadFault(
          `is of a kind that this version does not know: ${JSON.stringify(kind.slice(0, 40))}`,
        )
    }
  }

  function tableOf(of: ReturnType<typeof fields>, depth: number): Omit<Table, 'rank'> {
    const row: Reader<TableRow> = (value) => {
      const one = fields(value)
      return { rank: need(one, 'rank', rank), cells: need(one, 'cells', list(inlines)) }
    }
    const column: Reader<Table['columns'][number]> = (value) => {
      const one = fields(value)
      return { title: need(one, 'title', text), ...may(one, 'align', oneOf('left', 'right')) }
    }
    const compact: Reader<Section> = (value) => {
      if (depth >= DEEPEST) throw new ReadFault('is nested too deep')
      return sectionAt(value, depth + 1)
    }
    return {
      kind: 'table',
      columns: need(of, 'columns', list(column)),
      rows: need(of, 'rows', list(row)),
      noun: need(of, 'noun', text),
      ...may(of, 'compact', compact),
    }
  }

  return { inlines, sections: sectionsAt(0) }
}

const diffLine: Reader<DiffLine> = (value) => {
  const of = fields(value)
  return { sign: need(of, 'sign', oneOf('+', '-', ' ', 'gap')), text: need(of, 'text', text) }
}

const shownValue: Reader<ShownValue> = (value) => {
  const of = fields(value)
  const kind = need(of, 'kind', oneOf('value', 'sensitive', 'unknown', 'write-only', 'absent'))
  return kind === 'value' ? { kind, text: need(of, 'text', text) } : { kind }
}

const attributeChange: Reader<AttributeChange> = (value) => {
  const of = fields(value)
  return {
    path: need(of, 'path', text),
    action: need(of, 'action', oneOf('add', 'remove', 'change')),
    before: need(of, 'before', shownValue),
    after: need(of, 'after', shownValue),
    forcesReplacement: need(of, 'forcesReplacement', flag),
    ...may(of, 'lines', list(diffLine)),
    ...may(of, 'language', oneOf('json', 'yaml', 'text')),
  }
}

const graphNode: Reader<GraphNode> = (value) => {
  const of = fields(value)
  return {
    id: need(of, 'id', text),
    label: need(of, 'label', text),
    look: need(of, 'look', oneOf('cause', 'step', 'changed', 'affected', 'more')),
  }
}

const trueOnly: Reader<true> = (value) => {
  if (value !== true) throw new ReadFault('must be true, or left out')
  return value
}

const graphEdge: Reader<GraphEdge> = (value) => {
  const of = fields(value)
  return {
    from: need(of, 'from', text),
    to: need(of, 'to', text),
    ...may(of, 'label', text),
    ...may(of, 'dashed', trueOnly),
  }
}
