import { ask, check, git, type GitPlace } from './place.ts'

/** The commit that a branch, tag, id or expression (`HEAD~1`) names here; undefined when it names none. */
export async function resolveCommit(place: GitPlace, name: string): Promise<string | undefined> {
  if (name === '' || name.includes('\0')) return undefined
  return ask(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
}

/** Is this commit here? */
export async function hasCommit(place: GitPlace, sha: string): Promise<boolean> {
  return (await resolveCommit(place, sha)) !== undefined
}

/**
 * The parents that a commit names, also those that a shallow clone does not hold: from the commit as it is stored,
 * for other commands leave such parents out.
 */
export async function parentsOf(place: GitPlace, commit: string): Promise<string[]> {
  const result = await git(place, ['cat-file', 'commit', commit])
  check(`read the commit ${commit.slice(0, 40)}`, result)
  const parents: string[] = []
  for (const line of result.stdout.split('\n')) {
    if (line === '') break
    if (line.startsWith('parent ')) parents.push(line.slice('parent '.length))
  }
  return parents
}

/** Undefined: the history that would tell is not here. */
export async function isAncestor(
  place: GitPlace,
  ancestor: string,
  commit: string,
): Promise<boolean | undefined> {
  const { code } = await git(place, ['merge-base', '--is-ancestor', '--end-of-options', ancestor, commit])
  if (code === 0) return true
  return code === 1 && !(await isShallow(place)) ? false : undefined
}

/**
 * Where two commits parted. Undefined when that cannot be told: they share nothing, or the clone is shallow; a common
 * ancestor that a shallow clone happens to hold may be an older one, and a change taken back since would be missed.
 */
export async function mergeBase(place: GitPlace, one: string, other: string): Promise<string | undefined> {
  if (one === other) return one
  if (await isShallow(place)) return undefined
  return ask(place, ['merge-base', '--end-of-options', one, other])
}

export async function isShallow(place: GitPlace): Promise<boolean> {
  return (await ask(place, ['rev-parse', '--is-shallow-repository'])) === 'true'
}
