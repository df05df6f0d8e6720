import type { GitopsConfig } from './config/config.ts'
import type { Notice } from './items.ts'
import { compileOwnerPattern, OWNER, patternFault, type PathMatcher } from './owners-pattern.ts'
import { inFolder } from './paths.ts'
import type { Snapshot } from './snapshot.ts'

export interface Owners {
  /** Who owns a file; empty for nobody. */
  readonly ofFile: (path: string) => readonly string[]
  /**
   * Who owns a folder: whom GitHub would ask to review a change of the file `name` directly in it. A pattern may look
   * at the file's name (`*.tf`), so that a folder is judged by the kind of file it is about: `main.tf` of a stack,
   * `Chart.yaml` of a chart. The file need not exist.
   */
  readonly ofFolder: (folder: string, name?: string) => readonly string[]
  /** Lines that GitHub skips, or that the file is not read at all. */
  readonly notices: readonly Notice[]
}

/** GitHub looks in this order and takes the first file it finds (docs.github.com, "About code owners"). */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const
/** GitHub: "under 3 MB in size"; a larger file is not loaded. */
const MAX_BYTES = 3 * 1024 * 1024
/** Lines that are told one by one; the rest are counted. */
const MAX_NOTICES = 50

/** Which CODEOWNERS file counts, if there is one; `source` is where its text is, when the file is a link. */
export function findCodeowners(snapshot: Snapshot): { path: string; source: string } | undefined {
  if (!snapshot.hasName('CODEOWNERS')) return undefined
  for (const path of PLACES) {
    const found = snapshot.resolve(path)
    if (found.kind === 'file') return { path, source: found.path }
  }
  return undefined
}

/** Owners from CODEOWNERS, and over them those of the configuration. The text must have been read (`findCodeowners`). */
export function readOwners(snapshot: Snapshot, configured: GitopsConfig['owners']): Owners {
  const found = findCodeowners(snapshot)
  if (found === undefined) return makeOwners([], configured, [])
  const text = snapshot.text(found.source)
  if (text === undefined || Buffer.byteLength(text) >= MAX_BYTES) {
    const message =
      text === undefined
        ? `${found.path} is not read: it is no UTF-8 text, or too large`
        : `${found.path} is not read: GitHub does not load a file of 3 MB or more`
    return makeOwners([], configured, [{ message, file: found.path }])
  }
  const { rules, notices } = parseCodeowners(text, found.path)
  const rest = notices.length - MAX_NOTICES
  const told = notices.slice(0, MAX_NOTICES)
  if (rest > 0) told.push({ message: `GitHub skips ${rest} more lines of CODEOWNERS`, file: found.path })
  return makeOwners(rules, configured, told)
}

export interface OwnerRule {
  readonly pattern: string
  /** None: nobody owns what it matches. */
  readonly owners: readonly string[]
}

function makeOwners(
  rules: readonly OwnerRule[],
  configured: readonly OwnerRule[],
  notices: readonly Notice[],
): Owners {
  const all = [...rules, ...configured]
  /** By the name that a path must have, in the order of the rules; under '' those that ask for none. */
  const byKey = new Map<string, { matches: PathMatcher; index: number }[]>()
  all.forEach(({ pattern }, index) => {
    const { matches, key = '' } = compileOwnerPattern(pattern)
    const list = byKey.get(key) ?? []
    list.push({ matches, index })
    byKey.set(key, list)
  })
  const ofFile = (path: string): readonly string[] => {
    const names = path.split('/')
    // The last match wins.
    let last = -1
    for (const key of new Set(['', `/${names[0] ?? ''}`, ...names])) {
      const list = byKey.get(key) ?? []
      for (let at = list.length - 1; at >= 0; at--) {
        const rule = list[at]
        if (rule === undefined || rule.index < last) break
        if (!rule.matches(names)) continue
        last = rule.index
        break
      }
    }
    return all[last]?.owners ?? []
  }
  const ofFolder = (folder: string, name = 'main.tf'): readonly string[] => ofFile(inFolder(folder, name))
  return { ofFile, ofFolder, notices }
}

/**
 * The rules of a CODEOWNERS file in their order, without the lines that GitHub skips: each of those gives a notice.
 * Source: docs.github.com, "About code owners"; that spaces are escaped and brackets must be, from what its checker
 * says of them.
 */
export function parseCodeowners(text: string, file: string): { rules: OwnerRule[]; notices: Notice[] } {
  const rules: OwnerRule[] = []
  const notices: Notice[] = []
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(index === 0 ? /^\ufeff/ : /^/, '').trimEnd()
    const start = line.search(/\S/)
    if (start < 0 || line.charAt(start) === '#') return
    const { pattern, rest, restAt } = splitLine(line, start)
    const skip = (column: number, why: string): void =>
      void notices.push({
        message: `GitHub skips this line of CODEOWNERS: ${why}`,
        file,
        line: index + 1,
        column,
      })
    const escapedHash = /(?:^|[^\\])(?:\\\\)*\\#/.test(pattern)
    const fault = escapedHash ? 'has a `\\#`: GitHub does not support it' : patternFault(pattern)
    if (fault !== undefined) {
      skip(start + 1, `the pattern ${fault}`)
      return
    }
    const owners = [...rest.replace(/#.*/, '').matchAll(/\S+/g)]
    const wrong = owners.find(([owner]) => !isOwner(owner))
    if (wrong !== undefined) {
      const shown = wrong[0].length > 60 ? 'one of its owners' : JSON.stringify(wrong[0])
      skip(restAt + wrong.index + 1, `${shown} is no @user, @org/team or e-mail address`)
      return
    }
    rules.push({ pattern, owners: [...new Set(owners.map(([owner]) => owner))] })
  })
  return { rules, notices }
}

/** The pattern ends at a space that is not escaped, or where a comment begins. */
function splitLine(line: string, start: number): { pattern: string; rest: string; restAt: number } {
  let end = start
  for (; end < line.length; end++) {
    const c = line.charAt(end)
    if (c === '\\') end++
    else if (c === ' ' || c === '\t' || c === '#') break
  }
  return { pattern: line.slice(start, end), rest: line.slice(end), restAt: end }
}

const ownerPattern = new RegExp(OWNER, 'u')

const isOwner = (text: string): boolean => ownerPattern.test(text)
