/** Reads what a foreign file may hold: own keys only, nothing is taken on trust, nothing throws. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  let at = value
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

/** A scalar as text; what says nothing (`''`, `null`, `~`) is absent. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  return value === '' || value === 'null' || value === '~' ? undefined : value
}

/** A scalar that may be empty on purpose: a parameter. */
export const scalar = (value: unknown): string | undefined => (value === '' ? '' : text(value))

export const items = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : []

export const texts = (value: unknown): readonly string[] =>
  items(value).flatMap((item) => {
    const found = text(item)
    return found === undefined ? [] : [found]
  })

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The second over the first: records are merged, all else is replaced, as a merge patch does. */
export function merged(under: unknown, over: unknown): unknown {
  if (over === undefined) return under
  if (!isRecord(under) || !isRecord(over)) return over
  const result = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) result.set(key, merged(result.get(key), value))
  return Object.fromEntries(result)
}
