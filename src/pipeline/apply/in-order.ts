export interface Ordered {
  readonly name: string
  /** Names of those that go first; names that are not in the list are not waited for. */
  readonly upstream: readonly string[]
}

/**
 * Runs a body for each item, after those it waits for have ended well, at most `limit` at once; results in the order of
 * the items. An item whose upstream did not end well is handed to `skip` with the names of those, and did not end well
 * itself. The first rejection rejects, once all that had begun have ended.
 */
export async function inOrder<Item extends Ordered, Result>(
  items: readonly Item[],
  limit: number,
  body: (item: Item, index: number) => Promise<Result>,
  {
    isGood,
    skip,
  }: {
    readonly isGood: (result: Result) => boolean
    readonly skip: (item: Item, failed: readonly string[]) => Result
  },
): Promise<Result[]> {
  const results: (Result | undefined)[] = items.map(() => undefined)
  const at = new Map(items.map(({ name }, index) => [name, index]))
  const begun = new Set<number>()
  const failures: unknown[] = []
  const running = new Set<Promise<void>>()
  const waitsFor = ({ upstream, name }: Item): readonly number[] =>
    upstream.flatMap((other) => (other === name ? [] : (at.get(other) ?? [])))

  const begin = (item: Item, index: number): void => {
    begun.add(index)
    const bad = waitsFor(item).filter((other) => {
      const result = results[other]
      return result === undefined || !isGood(result)
    })
    if (bad.length > 0) {
      const names = bad.flatMap((other) => items[other]?.name ?? [])
      results[index] = skip(item, names)
      return
    }
    const run = body(item, index).then(
      (result) => void (results[index] = result),
      (thrown: unknown) => void failures.push(thrown),
    )
    const kept: Promise<void> = run.finally(() => running.delete(kept))
    running.add(kept)
  }
  while (failures.length === 0) {
    let moved = false
    for (const [index, item] of items.entries()) {
      if (running.size >= limit) break
      if (begun.has(index) || waitsFor(item).some((other) => results[other] === undefined)) continue
      begin(item, index)
      moved = true
    }
    if (running.size > 0) await Promise.race(running)
    else if (!moved) break
  }
  await Promise.all(running)
  if (failures.length > 0) throw failures[0]
  // Who is left waits for itself in a circle: nothing of it was begun.
  return items.map((item, index) => {
    const result = results[index]
    return result ?? skip(item, [...item.upstream])
  })
}
