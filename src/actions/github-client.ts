import type { ActionContext } from '../core/action.ts'
import { makeGitHub } from '../core/github.ts'
import type { GitHub } from '../core/github-port.ts'

/**
 * Loads the client while plans are made, unless no comment is to be written. Nothing is sent; a token that cannot work
 * is told of when the client is asked for.
 */
export function loadGitHub(
  comment: 'update' | 'new' | 'off',
  token: string,
  { run, log, clock }: ActionContext,
): () => Promise<GitHub> {
  const load = (): Promise<GitHub> =>
    makeGitHub({ token, repository: run.repository, apiUrl: run.apiUrl, log, clock })
  return comment === 'off' ? load : begun(load())
}

/** For what is begun before it is needed: should it fail, whoever asks for it is told, and nobody else. */
export function begun<T>(work: Promise<T>): () => Promise<T> {
  work.catch(() => undefined)
  return () => work
}
