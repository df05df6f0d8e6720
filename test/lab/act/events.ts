import { REPOSITORY } from './git-repo.ts'

/** An event as a workflow gets to know it. */
export interface WorkflowEvent {
  readonly name: 'pull_request' | 'push' | 'merge_group' | 'workflow_dispatch'
  /** GITHUB_SHA: what is checked out. */
  readonly sha: string
  /** GITHUB_REF */
  readonly ref: string
  /** The event file. */
  readonly payload: unknown
}

const [owner = '', name = ''] = REPOSITORY.split('/')
const repository = {
  id: 42,
  name,
  full_name: REPOSITORY,
  default_branch: 'main',
  private: true,
  owner: { login: owner },
}
const sender = { login: 'dev' }

export interface OpenPull {
  readonly number: number
  readonly baseSha: string
  readonly headSha: string
  /** The merge of both that GitHub makes for the test. */
  readonly mergeSha: string
}

export function pullRequestEvent({ number, baseSha, headSha, mergeSha }: OpenPull): WorkflowEvent {
  const pull_request = {
    number,
    state: 'open',
    head: { ref: 'change', sha: headSha, repo: repository },
    base: { ref: 'main', sha: baseSha, repo: repository },
  }
  const payload = { action: 'synchronize', number, repository, sender, pull_request }
  return { name: 'pull_request', sha: mergeSha, ref: `refs/pull/${number}/merge`, payload }
}

/** A push to the default branch. */
export function pushEvent({ before, after }: { before: string; after: string }): WorkflowEvent {
  const ref = 'refs/heads/main'
  const payload = { ref, before, after, created: false, deleted: false, forced: false, repository, sender }
  return { name: 'push', sha: after, ref, payload }
}

/** A merge queue asks for checks of its group. */
export function mergeGroupEvent({ baseSha, headSha }: { baseSha: string; headSha: string }): WorkflowEvent {
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${baseSha}`
  const merge_group = { head_sha: headSha, head_ref: ref, base_sha: baseSha, base_ref: 'refs/heads/main' }
  const payload = { action: 'checks_requested', merge_group, repository, sender }
  return { name: 'merge_group', sha: headSha, ref, payload }
}
