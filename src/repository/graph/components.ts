/**
 * Tarjan's strongly connected components of all that can be reached: those that need each other together, mostly one
 * alone; those that are needed come first. Without recursion, for long chains; linear in nodes and edges.
 */
export function components<T>(starts: Iterable<T>, next: (node: T) => readonly T[]): T[][] {
  const found: T[][] = []
  const numbers = new Map<T, number>()
  const low = new Map<T, number>()
  const open: T[] = []
  const isOpen = new Set<T>()
  const enter = (node: T): Frame<T> => {
    low.set(node, numbers.size)
    numbers.set(node, numbers.size)
    open.push(node)
    isOpen.add(node)
    return { node, needs: next(node), at: 0 }
  }
  const lower = (node: T, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to))
  }
  for (const start of starts) {
    const frames = numbers.has(start) ? [] : [enter(start)]
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { node, needs } = frame
      if (frame.at < needs.length) {
        const need = needs[frame.at] as T
        frame.at += 1
        const number = numbers.get(need)
        if (number === undefined) frames.push(enter(need))
        else if (isOpen.has(need)) lower(node, number)
        continue
      }
      frames.pop()
      const lowest = low.get(node) ?? 0
      const above = frames.at(-1)
      if (above !== undefined) lower(above.node, lowest)
      if (lowest === numbers.get(node)) found.push(close(open, isOpen, node))
    }
  }
  return found
}

interface Frame<T> {
  readonly node: T
  readonly needs: readonly T[]
  at: number
}

function close<T>(open: T[], isOpen: Set<T>, node: T): T[] {
  const members = open.splice(open.lastIndexOf(node))
  for (const member of members) isOpen.delete(member)
  return members.reverse()
}
