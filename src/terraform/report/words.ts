import type { ResourceAction, ResourceChange } from '../../report/resource-change.ts'
import type { Inline, Inlines, Rank } from '../../report/section.ts'
import { reasonWords } from '../plan/reason-words.ts'

interface ActionWords {
  /** What stands in front of the address, with a space that does not break. The word is never left out: colour alone tells nothing to some. */
  readonly label: string
  /** Order in tables, and what gives way first under a budget. */
  readonly rank: Rank
}

const WORDS: Readonly<Record<ResourceAction, ActionWords>> = {
  delete: { label: '🔴\u00a0destroy', rank: 0 },
  'delete-create': { label: '🟠\u00a0replace', rank: 0 },
  'create-delete': { label: '🟠\u00a0replace', rank: 0 },
  unknown: { label: '⚠️\u00a0unknown', rank: 0 },
  'create-forget': { label: '🟣\u00a0replace, keep old', rank: 1 },
  forget: { label: '🟣\u00a0forget', rank: 1 },
  update: { label: '🟡\u00a0update', rank: 3 },
  create: { label: '🟢\u00a0create', rank: 4 },
  'no-op': { label: '⚪\u00a0keep', rank: 5 },
  open: { label: '⚪\u00a0open', rank: 7 },
  read: { label: '⚪\u00a0read', rank: 7 },
}

/** What a row of the table begins with. A move or an import alone is not called "keep". */
export function actionLabel(change: ResourceChange): string {
  if (change.action !== 'no-op') return WORDS[change.action].label
  if (change.importing !== undefined) return '🔵\u00a0import'
  if (change.previousAddress !== undefined) return '⚪\u00a0move'
  return WORDS['no-op'].label
}

/** What was done outside of the plan: no action of it, so none of its words and colours. */
export function driftLabel(change: ResourceChange): string {
  return `⚪\u00a0${change.action === 'delete' ? 'deleted' : 'changed'} outside`
}

export const actionRank = (change: ResourceChange): Rank => WORDS[change.action].rank

/** The address as people know it; a deposed object says that it is not the current one. */
export function addressInlines(change: ResourceChange): Inlines {
  const address: Inlines = [{ code: change.address }]
  return change.deposed === undefined
    ? address
    : [...address, ' (deposed object ', { code: change.deposed }, ')']
}

const NAMES_SHOWN = 4

/** Why it happens, or what changes: the last column of the table. */
export function whyInlines(change: ResourceChange): Inlines {
  const pieces: Inlines[] = []
  if (change.action === 'unknown')
    pieces.push([
      'action ',
      { code: change.rawActions.join(', ') || 'none' },
      ' is not known to this version',
    ])
  if (change.deposed !== undefined) pieces.push(['left over from an earlier replacement'])
  if (change.forcedBy.length > 0)
    pieces.push([
      ...names(change.forcedBy),
      ` ${change.forcedBy.length === 1 ? 'forces' : 'force'} replacement`,
    ])
  if (
    change.reason !== undefined &&
    !(change.forcedBy.length > 0 && change.reason === 'replace_because_cannot_update')
  ) {
    pieces.push([reasonWords(change.reason)])
  }
  if (change.action === 'create-delete') pieces.push(['created before the old one is destroyed'])
  if (change.previousAddress !== undefined) pieces.push(['moved from ', { code: change.previousAddress }])
  if (change.importing !== undefined) pieces.push(importInlines(change.importing))
  if (change.deferred !== undefined) pieces.push([`deferred: ${change.deferred}`])
  if (change.action === 'update') pieces.push(names(change.attributes.map((attribute) => attribute.path)))
  const told = pieces.filter((piece) => piece.length > 0)
  if (told.length < 2) return told[0] ?? []
  return told.flatMap((piece, index) => (index === 0 ? piece : ['; ', ...piece]))
}

function importInlines(source: NonNullable<ResourceChange['importing']>): Inlines {
  if (source.id !== undefined) return ['imported from ', { code: source.id }]
  if (source.identity !== undefined) return ['imported by identity ', { code: source.identity }]
  return ['imported; its id is known after apply']
}

/** All of a few paths; of many, the attributes they belong to, each once. */
function names(paths: readonly string[]): Inlines {
  const told =
    paths.length > NAMES_SHOWN ? [...new Set(paths.map((path) => /^[^.[]+/.exec(path)?.[0] ?? path))] : paths
  const shown: Inline[] = []
  for (const path of told.slice(0, NAMES_SHOWN)) {
    if (shown.length > 0) shown.push(', ')
    shown.push({ code: path })
  }
  return told.length > NAMES_SHOWN ? [...shown, ` and ${told.length - NAMES_SHOWN} more`] : shown
}
