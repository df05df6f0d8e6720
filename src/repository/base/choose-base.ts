import { UserError } from '../../core/errors.ts'
import type { FetchAccess } from '../git/fetch.ts'
import { CHECKOUT_HELP, git as runGit, gitError, type GitPlace } from '../git/place.ts'
import { everything, type BasePorts, type BaseRun, type ChosenBase, type Decision } from './base.ts'
import { givenBase, givenHead } from './given.ts'
import { mergeGroupBase } from './merge-group.ts'
import { pullRequestBase } from './pull-request.ts'
import { pushBase } from './push.ts'
import { gitQuestions } from './questions.ts'

export type { BaseRun, BaseSource, ChosenBase } from './base.ts'

export interface BaseRequest {
  /** Undefined: not on GitHub. */
  readonly run: BaseRun | undefined
  /** Branch, tag or commit; default: by the event. */
  readonly base: string | undefined
  /** Default: what is checked out. */
  readonly head: string | undefined
}

export interface ChoosePorts {
  readonly place: GitPlace
  /** Undefined: nothing is fetched. */
  readonly access: FetchAccess | undefined
  readonly github: BasePorts['github']
}

/**
 * What is judged, and what it is compared with. Each step away from the best base of an event warns and makes the
 * answer wider, in the end to everything. Throws `UserError` when there is no repository, no commit, or no commit of
 * the name that was given.
 */
export async function chooseBase(
  request: BaseRequest,
  { place, access, github }: ChoosePorts,
): Promise<ChosenBase> {
  const ports = { git: gitQuestions(place, access), github }
  const checkedOut = await checkedOutCommit(place, ports)
  const head = request.head === undefined ? checkedOut : await givenHead(request.head, ports)
  const decision =
    request.base === undefined
      ? await byEvent(head, request.run, ports)
      : await givenBase(request.base, head, ports)
  return { head, ...decision }
}

async function byEvent(head: string, run: BaseRun | undefined, ports: BasePorts): Promise<Decision> {
  switch (run?.event) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return pullRequestBase(head, run, ports)
    case 'merge_group':
      return mergeGroupBase(run, ports)
    case 'push':
      return pushBase(head, run, ports)
    case undefined:
    case '':
    case 'schedule':
    case 'workflow_dispatch':
    case 'repository_dispatch':
      return everything()
    default:
      return everything(`The event ${run?.event ?? ''} does not say what changed: everything is judged.`)
  }
}

async function checkedOutCommit(place: GitPlace, { git }: BasePorts): Promise<string> {
  const commit = await git.resolve('HEAD')
  if (commit !== undefined) return commit
  const { code, stderr } = await runGit(place, ['rev-parse', '--git-dir'])
  if (code !== 0) throw gitError('find the repository', stderr)
  throw new UserError('The repository has no commit', { where: place.cwd, help: CHECKOUT_HELP })
}
