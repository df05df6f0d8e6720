import type { Fold, Inline, Inlines, Section } from '../section.ts'
import type { Anchors } from './inlines.ts'

/** The fragment id of each fold that is about one resource, on one page. Ids are numbers of ours, never made of names. */
export type FoldIds = ReadonlyMap<Fold, string>

/** Numbers every fold whose summary names a resource, wherever it is nested. */
export function foldIds(sections: readonly Section[], prefix: string): FoldIds {
  const ids = new Map<Fold, string>()
  for (const fold of foldsIn(sections)) {
    if (subjectOf(fold.summary) !== undefined && !ids.has(fold)) ids.set(fold, `${prefix}${ids.size + 1}`)
  }
  return ids
}

/**
 * Finds the details of an address among `sections`. Two stacks may hold the same address, so an address that occurs
 * twice leads nowhere here: the caller narrows `sections` to those of one stack.
 */
export function anchorsIn(sections: readonly Section[], ids: FoldIds, outer?: Anchors): Anchors {
  const found = new Map<string, string | undefined>()
  for (const fold of foldsIn(sections)) {
    const subject = subjectOf(fold.summary)
    if (subject !== undefined) found.set(subject, found.has(subject) ? undefined : ids.get(fold))
  }
  return (address) => (found.has(address) ? found.get(address) : outer?.(address))
}

function* foldsIn(sections: readonly Section[]): Generator<Fold> {
  for (const section of sections) {
    if (section.kind !== 'fold') continue
    yield section
    yield* foldsIn(section.sections)
  }
}

function subjectOf(summary: Inlines): string | undefined {
  for (const inline of summary) {
    const code = codeOf(inline)
    if (code !== undefined) return code
  }
  return undefined
}

function codeOf(inline: Inline): string | undefined {
  if (typeof inline === 'string' || 'link' in inline) return undefined
  if ('code' in inline) return inline.code
  return subjectOf('strong' in inline ? inline.strong : inline.emphasis)
}
