import { UserError } from '../../core/errors.ts'
import { ask, type GitPlace } from './place.ts'

/**
 * The first Git that takes configuration from `GIT_CONFIG_COUNT`. An older one would not be told to leave alone what a
 * repository's configuration names, such as hooks and file system monitors.
 * Source: https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST = [2, 31] as const

/** @throws UserError when Git is older than what our reads rely upon, or is not to be had. */
export async function requireGit(place: GitPlace): Promise<void> {
  const said = (await ask(place, ['version'])) ?? ''
  if (isNewEnough(said)) return
  throw new UserError(`Git is too old, or is not Git: ${said === '' ? '(no version)' : said.slice(0, 80)}`, {
    where: 'git',
    help: `Install Git ${OLDEST.join('.')} or newer: older ones would run programs that a repository names.`,
  })
}

/** Of `git version 2.39.5 (Apple Git-154)` and the like. */
export function isNewEnough(said: string): boolean {
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(said) ?? []
  if (major === undefined || minor === undefined) return false
  const [least, leastMinor] = OLDEST
  return Number(major) > least || (Number(major) === least && Number(minor) >= leastMinor)
}
