/** A stack that needs a name: `base@label`, by the first label that nobody else of the same base has. */
export interface Unnamed {
  readonly base: string
  /** The shortest first; the empty one stands for the base alone, and so does an empty list. */
  readonly labels: readonly string[]
  /** The base was given, not found: of equal names the found one stays as it is. */
  readonly given?: boolean
}

/** Some names for a message. */
export function someOf(names: readonly string[], most = 5): string {
  const rest = names.length - most
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ')
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
    if (!moved) return numbered(names, stacks)
  }
}

function numbered(names: readonly string[], stacks: readonly Unnamed[]): string[] {
  const taken = new Set(names)
  const kept = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const known = kept.get(name)
    const isFound = stacks[index]?.given !== true
    if (known === undefined || (isFound && stacks[known]?.given === true)) kept.set(name, index)
  }
  const last = new Map<string, number>()
  return names.map((name, index) => {
    if (kept.get(name) === index) return name
    let number = last.get(name) ?? 2
    while (taken.has(`${name}#${number}`)) number += 1
    last.set(name, number)
    taken.add(`${name}#${number}`)
    return `${name}#${number}`
  })
}
