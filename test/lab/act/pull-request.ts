import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../action-run.ts'

/** What GitHub has when a pull request is open: the base, the head, and the merge of both that is tested. */
export interface PullRequestRepo extends AsyncDisposable {
  /** Holds everything of this pull request; gone when it is disposed. */
  readonly folder: string
  /** At the merge commit; act reads the workflows here. */
  readonly workTree: string
  /** `<remotes>/acme/gitops.git` is what is checked out in the jobs. */
  readonly remotes: string
  readonly baseSha: string
  readonly headSha: string
  readonly mergeSha: string
}

export const REPOSITORY = 'acme/gitops'
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
  const commit = (message: string): string => {
    git('add', '--all')
    git('commit', '--quiet', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  const example = join(ROOT, 'examples', request.example)

  await cp(join(example, 'repo'), workTree, { recursive: true })
  for (const [name, text] of Object.entries(request.workflows))
    await put(join(workTree, '.github', 'workflows', name), text)
  git('init', '--quiet', '--initial-branch', 'main')
  const baseSha = commit('base')

  git('checkout', '--quiet', '-b', 'change')
  if (request.only !== true) {
    await cp(join(example, 'change'), workTree, { recursive: true })
    const about = JSON.parse(await readFile(join(example, 'change.json'), 'utf8')) as { delete: string[] }
    for (const path of about.delete) await rm(join(workTree, path))
  }
  for (const [path, text] of Object.entries(request.change ?? {})) await put(join(workTree, path), text)
  const headSha = commit('head')

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

/** The event file of GitHub for it. */
export function pullRequestPayload({ baseSha, headSha }: PullRequestRepo): unknown {
  const [owner = '', name = ''] = REPOSITORY.split('/')
  const repository = {
    id: 42,
    name,
    full_name: REPOSITORY,
    default_branch: 'main',
    private: true,
    owner: { login: owner },
  }
  return {
    action: 'synchronize',
    number: NUMBER,
    repository,
    sender: { login: 'dev' },
    pull_request: {
      number: NUMBER,
      state: 'open',
      head: { ref: 'change', sha: headSha, repo: repository },
      base: { ref: 'main', sha: baseSha, repo: repository },
    },
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Git that knows no configuration but its own. */
function gitIn(folder: string, home: string): (...args: readonly string[]) => string {
  const person = { NAME: 'dev', EMAIL: 'dev@example.com', DATE: '2026-01-01T00:00:00Z' }
  const who = Object.fromEntries(
    Object.entries(person).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  )
  const env = { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1', ...who }
  return (...args) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()
}
