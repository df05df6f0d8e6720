import type { Inlines } from '../section.ts'

/** What a badge or chip means; also its CSS class, `k-destroy`, … */
export type BadgeKind =
  | 'destroy'
  | 'replace'
  | 'change'
  | 'add'
  | 'move'
  | 'import'
  | 'forget'
  | 'read'
  | 'drift'
  | 'bad'
  | 'warn'
  | 'ok'

export interface Badge {
  readonly kind: BadgeKind
  readonly label: string
}

const kinds = new Map<string, BadgeKind>([
  ['destroy', 'destroy'],
  ['delete', 'destroy'],
  ['remove', 'destroy'],
  ['replace', 'replace'],
  ['replace, keep old', 'replace'],
  ['change', 'change'],
  ['update', 'change'],
  ['update in place', 'change'],
  ['add', 'add'],
  ['create', 'add'],
  ['move', 'move'],
  ['import', 'import'],
  ['forget', 'forget'],
  ['read', 'read'],
  ['open', 'read'],
  ['keep', 'read'],
  ['no change', 'ok'],
  ['no changes', 'ok'],
  ['unchanged', 'ok'],
  ['drift', 'drift'],
  ['changed outside', 'drift'],
  ['deleted outside', 'drift'],
  ['deferred', 'warn'],
  ['unknown', 'warn'],
  ['partial', 'warn'],
  ['warning', 'warn'],
  ['error', 'bad'],
  ['failed', 'bad'],
  ['fail', 'bad'],
  ['check', 'bad'],
  ['ok', 'ok'],
  ['passed', 'ok'],
  ['notice', 'read'],
])

/**
 * The badge for words that are nothing but an action or a state (`destroy`, `❗ replace (create first)`, `error`), with
 * signs and emoji before them left out: the colour says as much. Undefined for all other text, and for code and links:
 * a resource that is called `destroy` gets no badge.
 */
export function badgeOf(inlines: Inlines): Badge | undefined {
  const text = wordsOf(inlines)
  if (text === undefined || text.length > 48) return undefined
  const label = text.replace(/^[^\p{L}]+/u, '').trim()
  const key = label
    .replace(/\s*\(.*\)$/, '')
    .replace(/^to /, '')
    .toLowerCase()
  const kind = kinds.get(key)
  return kind === undefined ? undefined : { kind, label }
}

function wordsOf(inlines: Inlines): string | undefined {
  let text = ''
  for (const inline of inlines) {
    if (typeof inline === 'string') text += inline
    else if ('strong' in inline || 'emphasis' in inline) {
      const inner = wordsOf('strong' in inline ? inline.strong : inline.emphasis)
      if (inner === undefined) return undefined
      text += inner
    } else return undefined
  }
  return text
}

const countOrder: readonly (readonly [name: string, kind: BadgeKind])[] = [
  ['destroy', 'destroy'],
  ['replace', 'replace'],
  ['change', 'change'],
  ['add', 'add'],
  ['import', 'import'],
  ['move', 'move'],
  ['forget', 'forget'],
  ['drift', 'drift'],
  ['deferred', 'warn'],
  ['unknown', 'warn'],
]

/** One chip per count that is not 0: destroys and replacements first, names nobody knows last, by name. */
export function chipsOf(counts: Readonly<Record<string, number>>): readonly Badge[] {
  const known = new Map(countOrder)
  const others = Object.keys(counts)
    .filter((name) => !known.has(name))
    .sort()
  const names: readonly (readonly [string, BadgeKind])[] = [
    ...countOrder,
    ...others.map((name) => [name, kinds.get(name) ?? 'read'] as const),
  ]
  return names.flatMap(([name, kind]) => {
    const count = counts[name] ?? 0
    return count === 0 ? [] : [{ kind, label: `${count} ${name}` }]
  })
}
