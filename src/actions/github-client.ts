import type { ActionContext } from '../core/action.ts'
import { makeGitHub } from '../core/github.ts'
import type { GitHub } from '../core/github-port.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'

/**
 * Loads the client while plans are made, unless no comment is to be written. Nothing is sent; a token that cannot work
 * is told of when the client is asked for.
 */
export function loadGitHub(
  comment: 'update' | 'new' | 'off',
  token: string,
  context: ActionContext,
): () => Promise<GitHub> {
  return comment === 'off' ? () => clientOf(token, context) : begun(clientOf(token, context))
}

/** The client of this run's repository. */
export function clientOf(token: string, { run, log, clock }: ActionContext): Promise<GitHub> {
  return makeGitHub({ token, repository: run.repository, apiUrl: run.apiUrl, log, clock })
}

/** What Git needs to fetch from this run's server. */
export function fetchAccess(token: string, { run }: Pick<ActionContext, 'run'>): FetchAccess {
  return { serverUrl: run.serverUrl, ...(token === '' ? {} : { token }) }
}

/** For what is begun before it is needed: should it fail, whoever asks for it is told, and nobody else. */
export function begun<T>(work: Promise<T>): () => Promise<T> {
  work.catch(() => undefined)
  return () => work
}
