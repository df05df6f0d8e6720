/** A stack that needs a name: `base@label`, by the first label that nobody else of the same base has. */
export interface Unnamed {
  readonly base: string
  /** The shortest first; the empty one stands for the base alone, and so does an empty list. */
  readonly labels: readonly string[]
}

/**
 * Names that tell all from each other and depend on nothing but what is there: stacks whose names would be equal all
 * take their next label; those that have no more are numbered.
 */
export function uniqueNames(stacks: readonly Unnamed[]): string[] {
  const levels = stacks.map(() => 0)
  const nameAt = ({ base, labels }: Unnamed, level: number): string => {
    const label = labels[Math.min(level, labels.length - 1)] ?? ''
    return label === '' ? base : `${base}@${label}`
  }
  for (;;) {
    const names = stacks.map((stack, index) => nameAt(stack, levels[index] ?? 0))
    const count = new Map<string, number>()
    for (const name of names) count.set(name, (count.get(name) ?? 0) + 1)
    let moved = false
    for (const [index, stack] of stacks.entries()) {
      const level = levels[index] ?? 0
      if ((count.get(names[index] ?? '') ?? 0) > 1 && level < stack.labels.length - 1) {
        levels[index] = level + 1
        moved = true
      }
    }
    if (!moved) return numbered(names)
  }
}

function numbered(names: readonly string[]): string[] {
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name)
      return name
    }
    let number = 2
    while (taken.has(`${name}#${number}`)) number += 1
    taken.add(`${name}#${number}`)
    return `${name}#${number}`
  })
}
