import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../action-run.ts'
import { pullRequestEvent, type WorkflowEvent } from './events.ts'
import { commitAll, gitIn, put, REPOSITORY, type RunRepo } from './git-repo.ts'

/** What GitHub has when a pull request is open: the base, the head, and the merge of both that is tested. */
export interface PullRequestRepo extends RunRepo, AsyncDisposable {
  readonly baseSha: string
  readonly headSha: string
  readonly mergeSha: string
}

export const NUMBER = 7

export interface PullRequestRequest {
  /** Below `examples/`, with `repo/`, `change/` and `change.json`. */
  readonly example: string
  /** Of `.github/workflows`, by file name; they are on the base already. */
  readonly workflows: Readonly<Record<string, string>>
  /** Leaves out what `change/` and `change.json` say, so that only `change` counts. */
  readonly only?: boolean
  /** More files of the change, by path. */
  readonly change?: Readonly<Record<string, string>>
}

/** A pull request of an example repository, in real Git. */
export async function makePullRequest(request: PullRequestRequest): Promise<PullRequestRepo> {
  const folder = await mkdtemp(join(tmpdir(), 'act-'))
  const workTree = join(folder, 'work')
  const remotes = join(folder, 'remotes')
  const remote = join(remotes, `${REPOSITORY}.git`)
  const git = gitIn(workTree, folder)
  const example = join(ROOT, 'examples', request.example)

  await cp(join(example, 'repo'), workTree, { recursive: true })
  for (const [name, text] of Object.entries(request.workflows))
    await put(join(workTree, '.github', 'workflows', name), text)
  git('init', '--quiet', '--initial-branch', 'main')
  const baseSha = commitAll(git, 'base')

  git('checkout', '--quiet', '-b', 'change')
  if (request.only !== true) {
    await cp(join(example, 'change'), workTree, { recursive: true })
    const about = JSON.parse(await readFile(join(example, 'change.json'), 'utf8')) as { delete: string[] }
    for (const path of about.delete) await rm(join(workTree, path))
  }
  for (const [path, text] of Object.entries(request.change ?? {})) await put(join(workTree, path), text)
  const headSha = commitAll(git, 'head')

  git('checkout', '--quiet', '--detach', 'main')
  git('merge', '--quiet', '--no-ff', '--message', 'merge', 'change')
  const mergeSha = git('rev-parse', 'HEAD')

  await mkdir(dirname(remote), { recursive: true })
  git('clone', '--quiet', '--bare', workTree, remote)
  git(
    'push',
    '--quiet',
    remote,
    `${mergeSha}:refs/pull/${NUMBER}/merge`,
    `${headSha}:refs/pull/${NUMBER}/head`,
  )
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true })
  return { folder, workTree, remotes, baseSha, headSha, mergeSha, [Symbol.asyncDispose]: dispose }
}

/** What GitHub tells a workflow when it is pushed to. */
export const eventOf = ({ baseSha, headSha, mergeSha }: PullRequestRepo): WorkflowEvent =>
  pullRequestEvent({ number: NUMBER, baseSha, headSha, mergeSha })
