import { createContext, Script } from 'node:vm'
import { errorCode, errorMessage, UserError } from './errors.ts'

/** How long the user's patterns may work on one text. */
const PATTERN_MILLISECONDS = 2_000
/** Up to here a pattern of a usual kind cannot take long, and a guard would cost more than the search. */
const UNGUARDED_LENGTH = 256
/** The same for patterns that repeat a group which itself can match in several ways. */
const UNGUARDED_LENGTH_RISKY = 24

/**
 * The user's `redact` patterns: JavaScript regular expressions, one a line, searched in the whole text (`^` and `$`
 * also match at line ends). `(?i)` at the start ignores case. Throws one UserError that tells all faults, by the
 * pattern's position only: the pattern itself may give away what it hides.
 */
export function compilePatterns(list: readonly string[]): RegExp[] {
  const faults: string[] = []
  const patterns: RegExp[] = []
  list.forEach((source, index) => {
    const ignoreCase = source.startsWith('(?i)')
    let pattern: RegExp
    try {
      pattern = new RegExp(ignoreCase ? source.slice(4) : source, ignoreCase ? 'gim' : 'gm')
    } catch (thrown) {
      faults.push(`pattern ${index + 1} is not a regular expression${reasonOf(thrown)}`)
      return
    }
    if (''.search(pattern) >= 0) {
      faults.push(`pattern ${index + 1} matches the empty text and would hide everything and nothing`)
      return
    }
    patterns.push(pattern)
  })
  if (faults.length > 0) {
    throw new UserError(`Redaction patterns: ${faults.join('; ')}.`, {
      help: 'Correct the patterns: each is one JavaScript regular expression, without slashes around it.',
      where: 'redact',
    })
  }
  return patterns
}

/** V8 ends its message with the reason, after the pattern that we do not repeat. */
function reasonOf(thrown: unknown): string {
  const reason = /: ([A-Za-z][A-Za-z ]{3,60})$/.exec(errorMessage(thrown))?.[1]
  return reason === undefined ? '' : ` (${reason.toLowerCase()})`
}

/** Calls `found` for each match of each pattern that is not empty. */
export type PatternSearch = (text: string, found: (start: number, end: number) => void) => void

/**
 * A search that ends in bounded time whatever the patterns are: a pattern that backtracks for more than two seconds
 * on one text is stopped by V8's watchdog, and a UserError names it by its position. Nothing is published then.
 */
export function makePatternSearch(patterns: readonly RegExp[]): PatternSearch {
  if (patterns.length === 0) return () => undefined
  const own = patterns.map((pattern) => ({
    pattern: new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : pattern.flags + 'g'),
    unguarded: repeatsAmbiguousGroup(pattern.source) ? UNGUARDED_LENGTH_RISKY : UNGUARDED_LENGTH,
  }))
  const guard = makeGuard(PATTERN_MILLISECONDS)
  return (text, found) => {
    own.forEach(({ pattern, unguarded }, index) => {
      const search = (): void => {
        for (const match of text.matchAll(pattern)) {
          if (match[0] !== '') found(match.index, match.index + match[0].length)
        }
      }
      if (text.length <= unguarded) search()
      else if (!guard(search)) {
        throw new UserError(`Redaction pattern ${index + 1} takes too long to search a text.`, {
          help: 'Make it simpler: no repetition inside a repetition, as in (a+)+, and few of .* in one pattern.',
          where: 'redact',
        })
      }
    })
  }
}

/** Runs a function, and stops it after a time: false then. The one way V8 offers to stop a regular expression. */
function makeGuard(milliseconds: number): (body: () => void) => boolean {
  const script = new Script('run()')
  let context: ReturnType<typeof createContext> | undefined
  return (body) => {
    context ??= createContext({})
    context['run'] = body
    try {
      script.runInContext(context, { timeout: milliseconds })
      return true
    } catch (thrown) {
      if (errorCode(thrown) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
      throw thrown
    }
  }
}

/**
 * True when a repeated group holds a repetition or a choice, as in `(a+)*` or `(a|ab)+`: only such patterns can take
 * exponential time. Reads the source roughly; a wrong yes costs a little speed.
 */
function repeatsAmbiguousGroup(source: string): boolean {
  const groups: boolean[] = []
  let inClass = false
  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i)
    if (c === '\\') i++
    else if (inClass) inClass = c !== ']'
    else if (c === '[') inClass = true
    else if (c === '(') {
      groups.push(false)
      if (source.charAt(i + 1) === '?') i++ // belongs to the group's head
    } else if (c === ')') {
      const ambiguous = groups.pop() ?? false
      if (ambiguous && '*+{?'.includes(source.charAt(i + 1) || ' ')) return true
      if (ambiguous && groups.length > 0) groups[groups.length - 1] = true
    } else if ('*+{|?'.includes(c) && groups.length > 0) groups[groups.length - 1] = true
  }
  return false
}
