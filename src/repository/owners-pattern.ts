/**
 * Patterns of CODEOWNERS, as GitHub matches them: those of gitignore, except that `!`, `[a-z]` and `\#` are not
 * supported, and that a pattern whose last part is a lone `*` takes only what lies directly in the folder.
 * Source: docs.github.com, "About code owners" (syntax and its example file).
 *
 * Matched by hand and not by regular expressions: the patterns come from the repository, and many `*` in one of
 * them must not take long.
 */
/** Takes a path that was split at its slashes. */
export type PathMatcher = (names: readonly string[]) => boolean

/** `@user`, `@org/team` or an e-mail address. */
export const OWNER =
  '^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)?|[^\\s@]+@[^\\s@]+\\.[^\\s@]+)$'

/** Completes "the pattern …"; undefined when GitHub takes it. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.trim() === '') return 'is empty'
  if (pattern.startsWith('!')) return 'begins with `!`: nothing can be taken out, a later pattern wins'
  if (/^\/+$/.test(pattern)) return 'matches nothing: `*` is everything'
  if (pattern.includes('***')) return 'has three `*` in a row'
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i)
    if (c === '[' || c === ']')
      return `has a \`${c}\`: ranges are not supported, and the character itself is \`\\${c}\``
    if (c !== '\\') continue
    if (i + 1 === pattern.length) return 'ends with a backslash'
    i++
  }
  return undefined
}

/** Any number of folders, none too. */
const DEEP = Symbol('any number of folders')

/** One part between slashes. `*` and `?` are wildcards; all other characters stand for themselves. */
interface Part {
  /** Set when there is no wildcard in it. */
  readonly literal: string | undefined
  /** One entry a character; the wildcards are numbers, so that an escaped `*` stays itself. */
  readonly tokens: readonly (string | typeof MANY | typeof ONE)[]
}

const MANY = 0
const ONE = 1

export interface OwnerPattern {
  readonly matches: PathMatcher
  /**
   * A name that each path it matches has: at its start with `/` before it, anywhere without. It finds the few
   * patterns that may match a path among many.
   */
  readonly key: string | undefined
}

/** The pattern must have no fault. Paths are from the repository root; they name files. */
export function compileOwnerPattern(pattern: string): OwnerPattern {
  // A slash at the start or in the middle ties it to the root; one at the end says that it is a folder.
  const anchored = pattern.replace(/\/$/, '').includes('/')
  const folderOnly = pattern.endsWith('/')
  const parts = pattern.replace(/^\//, '').replace(/\/$/, '').split('/')
  const steps: (Part | typeof DEEP)[] = []
  const push = (step: Part | typeof DEEP): void => {
    if (step !== DEEP || steps.at(-1) !== DEEP) steps.push(step)
  }
  if (!anchored) push(DEEP)
  for (const part of parts) push(part === '**' ? DEEP : partOf(part))
  const last = parts.at(-1)
  if (folderOnly || last === '**') {
    // What lies below, and not a file of that name.
    if (last === '**') steps.pop()
    steps.push(ANYTHING, DEEP)
  } else if (last !== '*') steps.push(DEEP)
  return { matches: (names) => matches(steps, names), key: keyOf(steps) }
}

function keyOf(steps: readonly (Part | typeof DEEP)[]): string | undefined {
  const [first] = steps
  if (first !== undefined && first !== DEEP && first.literal !== undefined) return `/${first.literal}`
  const literal = steps.find((step) => step !== DEEP && step.literal !== undefined)
  return literal === undefined || literal === DEEP ? undefined : literal.literal
}

const ANYTHING: Part = { literal: undefined, tokens: [MANY] }

function partOf(text: string): Part {
  const tokens: (string | typeof MANY | typeof ONE)[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === '\\') tokens.push(text.charAt(++i))
    else if (c === '*') {
      if (tokens.at(-1) !== MANY) tokens.push(MANY)
    } else tokens.push(c === '?' ? ONE : c)
  }
  const plain = tokens.every((token) => typeof token === 'string')
  return { literal: plain ? tokens.join('') : undefined, tokens }
}

/** Takes the shortest for each `**` and comes back to the last one only: that is enough, and never exponential. */
function matches(steps: readonly (Part | typeof DEEP)[], names: readonly string[]): boolean {
  let [step, name, backStep, backName] = [0, 0, -1, 0]
  while (name < names.length) {
    const wanted = steps[step]
    if (wanted === DEEP) {
      ;[backStep, backName] = [step, name]
      step++
    } else if (wanted !== undefined && matchesPart(wanted, names[name] ?? '')) {
      step++
      name++
    } else if (backStep >= 0) {
      backName++
      ;[step, name] = [backStep + 1, backName]
    } else return false
  }
  while (steps[step] === DEEP) step++
  return step === steps.length
}

/** The same within one name. */
function matchesPart({ literal, tokens }: Part, name: string): boolean {
  if (literal !== undefined) return literal === name
  // `*.tf`: most names end otherwise.
  const end = tokens.at(-1)
  if (typeof end === 'string' && !name.endsWith(end)) return false
  let [token, at, backToken, backAt] = [0, 0, -1, 0]
  while (at < name.length) {
    const wanted = tokens[token]
    if (wanted === MANY) {
      ;[backToken, backAt] = [token, at]
      token++
    } else if (wanted === ONE || wanted === name.charAt(at)) {
      token++
      at++
    } else if (backToken >= 0) {
      backAt++
      ;[token, at] = [backToken + 1, backAt]
    } else return false
  }
  while (tokens[token] === MANY) token++
  return token === tokens.length
}
