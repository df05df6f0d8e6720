import { UserError } from '../../core/errors.ts'
import { isAncestor, isShallow, mergeBase, parentsOf, resolveCommit } from '../git/commits.ts'
import { fetchCommits, remoteCommit, type FetchAccess } from '../git/fetch.ts'
import { ask, type GitPlace } from '../git/place.ts'
import type { GitQuestions } from './base.ts'

/**
 * The questions put to a real repository.
 *
 * @param access how to fetch; undefined: nothing is fetched
 */
export function gitQuestions(place: GitPlace, access: FetchAccess | undefined): GitQuestions {
  return {
    resolve: (name) => resolveCommit(place, name),
    async isBranch(name) {
      const args = ['rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', name]
      return /^refs\/(heads|remotes)\//.test((await ask(place, args)) ?? '')
    },
    parents: (commit) => parentsOf(place, commit),
    isAncestor: (ancestor, commit) => isAncestor(place, ancestor, commit),
    mergeBase: (one, other) => mergeBase(place, one, other),
    isShallow: () => isShallow(place),
    async fetch(commits) {
      for (const commit of commits) {
        if (access === undefined && (await resolveCommit(place, commit)) === undefined)
          return `Commit ${commit} is not in this repository.`
      }
      if (access === undefined) return undefined
      try {
        await fetchCommits(place, commits, access)
        return undefined
      } catch (thrown) {
        return whyNot(thrown)
      }
    },
    async remoteCommit(name) {
      if (access === undefined) return undefined
      try {
        return await remoteCommit(place, name, access)
      } catch (thrown) {
        whyNot(thrown) // there is no remote
        return undefined
      }
    },
  }
}

/** What was thrown as what a warning says. Throws it again when it is no answer: a fault of ours, or we are to stop. */
export function whyNot(thrown: unknown): string {
  if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
  const { message, help } = thrown
  return `${message.replace(/[.\s]*$/, '')}.${help === undefined ? '' : ` ${help}`}`
}
