import { unknownPart } from './unknown-part.ts'

/**
 * `segment`: `*` stops at a slash and `**` is the same (Go's path.Match); `pathspec`: `*` takes slashes too (Git's
 * pathspecs); `doublestar`: `*` stops at a slash, `**` does not, braces are alternatives.
 */
export type GlobStyle = 'segment' | 'pathspec' | 'doublestar'

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'class'; readonly holds: (character: string) => boolean }
  /** Any number of characters; `folders`: nothing, or all up to a slash. */
  | { readonly kind: 'many'; readonly slashes: boolean; readonly folders?: true }

const alternativesLimit = 64

export const isGlob = (path: string): boolean => /[*?[{]/.test(path)

/**
 * A test of paths. Its time is bound by pattern × path, whatever the pattern: patterns come from a pull request. What
 * could not be found out in the pattern (`unknownPart`) matches anything.
 */
export function globMatcher(pattern: string, style: GlobStyle): (path: string) => boolean {
  const patterns = style === 'doublestar' ? alternatives(pattern) : [pattern]
  const programs = patterns.map((one) => tokens(one, style))
  return (path) => programs.some((program) => matches(program, path))
}

/** The folder that all matches are in. */
export function globFolder(pattern: string): string {
  const special = pattern.search(/[*?[{\\\0]/)
  const end = pattern.lastIndexOf('/', special === -1 ? pattern.length : special)
  return end <= 0 ? '.' : pattern.slice(0, end)
}

function tokens(pattern: string, style: GlobStyle): readonly Token[] {
  const found: Token[] = []
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (character === unknownPart) found.push({ kind: 'many', slashes: true })
    else if (character === '?') found.push({ kind: 'one' })
    else if (character === '*') {
      const run = /^\*+/.exec(pattern.slice(at))?.[0].length ?? 1
      const slashes = style === 'pathspec' || (style === 'doublestar' && run > 1)
      const folders = style === 'doublestar' && run > 1 && pattern[at + run] === '/'
      at += folders ? run : run - 1
      found.push(folders ? { kind: 'many', slashes: true, folders: true } : { kind: 'many', slashes })
    } else if (character === '[') {
      const end = pattern.indexOf(']', at + 2)
      if (end === -1) found.push({ kind: 'text', text: character })
      else {
        found.push({ kind: 'class', holds: characterClass(pattern.slice(at + 1, end)) })
        at = end
      }
    } else if (character === '\\' && at + 1 < pattern.length) {
      at++
      found.push({ kind: 'text', text: pattern.charAt(at) })
    } else found.push({ kind: 'text', text: character })
  }
  return found
}

function characterClass(body: string): (character: string) => boolean {
  const negated = /^[!^]/.test(body)
  const ranges: (readonly [string, string])[] = []
  const text = negated ? body.slice(1) : body
  for (let at = 0; at < text.length; at++) {
    const from = text.charAt(at)
    if (text[at + 1] === '-' && at + 2 < text.length) {
      ranges.push([from, text.charAt(at + 2)])
      at += 2
    } else ranges.push([from, from])
  }
  return (character) =>
    character !== '/' && ranges.some(([from, to]) => character >= from && character <= to) !== negated
}

/** All places in the pattern are followed at the same time: no way back is ever taken. */
function matches(program: readonly Token[], path: string): boolean {
  let states = withSkips(program, new Set([0]), true)
  for (let at = 0; at < path.length && states.size > 0; at++) {
    const character = path.charAt(at)
    const next = new Set<number>()
    for (const state of states) {
      const token = program[state]
      if (token === undefined) continue
      if (token.kind === 'text' ? token.text === character : token.kind === 'one' && character !== '/') {
        next.add(state + 1)
      } else if (token.kind === 'class' && token.holds(character)) next.add(state + 1)
      else if (token.kind === 'many' && (token.slashes || character !== '/')) next.add(state)
    }
    states = withSkips(program, next, character === '/')
  }
  return states.has(program.length)
}

/** `many` may end at any place, that for whole folders only where a name begins. */
function withSkips(program: readonly Token[], states: Set<number>, nameBegins: boolean): Set<number> {
  for (const state of states) {
    const token = program[state]
    if (token?.kind === 'many' && (token.folders === undefined || nameBegins)) states.add(state + 1)
  }
  return states
}

/** `a{b,c}` as `ab` and `ac`; when there are too many, braces match anything. */
function alternatives(pattern: string): readonly string[] {
  let open = [pattern]
  const done: string[] = []
  while (open.length > 0) {
    if (open.length + done.length > alternativesLimit) {
      return [pattern.replace(/\{.*\}/s, unknownPart)]
    }
    const next: string[] = []
    for (const one of open) {
      const group = /\{([^{}]*)\}/.exec(one)
      if (group === null) done.push(one)
      else {
        const [whole, body = ''] = group
        const after = one.slice(group.index + whole.length)
        next.push(...body.split(',').map((choice) => one.slice(0, group.index) + choice + after))
      }
    }
    open = next
  }
  return done
}
