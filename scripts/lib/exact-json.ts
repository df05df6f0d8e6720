/** JSON.rawJSON and the reviver's third argument are in Node 24 and not yet in the type library. */
interface SourceTextJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown
  rawJSON(text: string): unknown
}

/**
 * Parses JSON and keeps each number as it was written: terraform's numbers may have more digits than a double.
 * Such numbers are opaque objects that `printJson` writes out again.
 */
export function parseExact(text: string): unknown {
  const json = JSON as unknown as SourceTextJson
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source
      ? json.rawJSON(source)
      : value,
  )
}

/** One space of indentation: easy to diff, and still small. */
export function printJson(value: unknown, indent = 1): string {
  return `${JSON.stringify(value, undefined, indent)}\n`
}

/** Sorts by the JSON of the items, in place. */
export function sortByJson(items: unknown[]): void {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  items.splice(0, items.length, ...keyed.map(({ item }) => item))
}
