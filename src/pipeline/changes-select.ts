import { UserError } from '../core/errors.ts'
import type { Application, Changes, Chart, JudgedStack, Stack } from '../repository/items.ts'

/** What `include` and `exclude` leave of a change. Both are globs over the paths and the names of items. */

export interface Selector {
  /** Whether an item with these paths and names is wanted. */
  readonly wants: (words: readonly string[], excludedBy?: readonly string[]) => boolean
  /** The patterns of `include` that matched nothing so far: it may be a wrong name. */
  readonly unused: () => readonly string[]
}

/** @throws UserError with every pattern that is none. */
export async function makeSelector(
  include: readonly string[],
  exclude: readonly string[],
): Promise<Selector> {
  const wanted = await matchers('include', include)
  const unwanted = await matchers('exclude', exclude)
  const used = new Set<string>()
  const isIncluded = (words: readonly string[]): boolean => {
    let found = wanted.length === 0
    for (const { pattern, matches } of wanted) {
      if (!words.some(matches)) continue
      used.add(pattern)
      found = true
    }
    return found
  }
  return {
    wants: (words, excludedBy = words) =>
      isIncluded(words) && !unwanted.some(({ matches }) => excludedBy.some(matches)),
    unused: () => include.filter((pattern) => !used.has(pattern)),
  }
}

interface Matcher {
  readonly pattern: string
  readonly matches: (word: string) => boolean
}

async function matchers(input: string, patterns: readonly string[]): Promise<Matcher[]> {
  if (patterns.length === 0) return []
  const { default: picomatch } = await import('picomatch')
  const faults: string[] = []
  const made = patterns.flatMap((pattern): Matcher[] => {
    // A name is given as a path is: `./infra/`, `infra/`.
    const clean = pattern.replace(/^(?:\.\/)+(?=.)/, '').replace(/\/+$/, '/**')
    try {
      // `debug`: without it, what does not compile silently matches nothing.
      picomatch.makeRe(clean, { dot: true, strictBrackets: true, debug: true })
      const isMatch = picomatch(clean, { dot: true })
      // Its second argument is not an index: with one it answers with an object, which is always true.
      return [{ pattern, matches: (word) => isMatch(word) }]
    } catch {
      faults.push(pattern)
      return []
    }
  })
  if (faults.length === 0) return made
  throw new UserError(
    `input \`${input}\` holds no glob: ${faults.map((fault) => JSON.stringify(fault)).join(', ')}`,
    {
      where: 'inputs',
      help: 'Examples of globs: `infra/**`, `infra/*/prod`, `*@prod`. A bracket needs its other one.',
    },
  )
}

export const stackWords = ({ name, path }: Stack): readonly string[] =>
  name === path ? [path] : [path, name]
export const chartWords = ({ name, path }: Chart): readonly string[] => [path, name]
export const applicationWords = ({ name, namespace, file }: Application): readonly string[] => [
  file,
  name,
  `${namespace}/${name}`,
]

/** The change without what is not wanted. Waves that are left empty close up. */
export function selectChanges(changes: Changes, { wants }: Selector): Changes {
  const isWanted = ({ item, previousPath }: JudgedStack): boolean => {
    const words = stackWords(item)
    // A stack that moved is looked for at both its places.
    return wants(previousPath === undefined ? words : [...words, previousPath], words)
  }
  return {
    ...changes,
    stacks: closedUp(changes.stacks.filter(isWanted), changes.stacks),
    deletedStacks: changes.deletedStacks.filter(isWanted),
    charts: changes.charts.filter(({ item }) => wants(chartWords(item))),
    applications: changes.applications.filter(({ item }) => wants(applicationWords(item))),
    gone: {
      charts: changes.gone.charts.filter(({ item }) => wants(chartWords(item))),
      applications: changes.gone.applications.filter(({ item }) => wants(applicationWords(item))),
    },
  }
}

function closedUp(wanted: readonly JudgedStack[], all: readonly JudgedStack[]): JudgedStack[] {
  if (wanted.length === all.length) return [...wanted]
  const waves = [...new Set(wanted.map(({ wave }) => wave))].sort((a, b) => a - b)
  const numbers = new Map(waves.map((wave, index) => [wave, index + 1]))
  const kept = new Set(wanted.map(({ item }) => item.name))
  const upstreamOf = new Map(all.map(({ item, upstream }) => [item.name, upstream]))
  return wanted.map((judged) => ({
    ...judged,
    wave: numbers.get(judged.wave) ?? judged.wave,
    upstream: throughOthers(judged.upstream, kept, upstreamOf),
  }))
}

/** Who waits for a stack that is left out waits for what that one waits for. */
function throughOthers(
  names: readonly string[],
  kept: ReadonlySet<string>,
  upstreamOf: ReadonlyMap<string, readonly string[]>,
): string[] {
  const seen = new Set(names)
  for (const name of seen)
    if (!kept.has(name)) for (const further of upstreamOf.get(name) ?? []) seen.add(further)
  return [...seen].filter((name) => kept.has(name)).sort()
}
