import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { GitHubLab } from '../github/server.ts'
import { startResults } from '../results-server.ts'
import { mergeGroupEvent, pullRequestEvent, pushEvent, type OpenPull, type WorkflowEvent } from './events.ts'
import { commitAll, gitIn, put, REPOSITORY, type Git, type RunRepo } from './git-repo.ts'
import { runWorkflow, type RanWorkflow } from './run.ts'
import { withoutQueue } from './stand-ins.ts'
import { startStates, type StateServer } from './state-server.ts'

/** A repository that lives for several runs: pull requests are opened and merged, and workflows run on each event. */
export interface Story extends RunRepo, AsyncDisposable {
  readonly git: Git
  readonly states: StateServer
  /** Of the default branch. */
  head(): string
  /** A pull request from the default branch as it is; null: the file is deleted. */
  open(number: number, change: Change): Promise<OpenPull>
  /** Another commit on the branch of an open one. */
  push(pull: OpenPull, change: Change): Promise<OpenPull>
  /** The default branch after a squash merge: a new commit with the files of the test merge. */
  squash(pull: OpenPull): Promise<string>
  /** The default branch after a push without a pull request. */
  pushed(change: Change): Promise<string>
  /** What a merge queue tests: the pull request on top of the default branch. */
  mergeGroup(pull: OpenPull): WorkflowEvent
  /** The default branch after the queue has merged that group. */
  merged(pull: OpenPull, group: WorkflowEvent): string
}

export type Change = Readonly<Record<string, string | null>>

export interface StoryRequest {
  readonly lab: GitHubLab
  /** What the default branch begins with, by path; `STATES` stands for the address of the states. */
  readonly files: Readonly<Record<string, string>>
  /** Of `.github/workflows`, by file name. */
  readonly workflows: Readonly<Record<string, string>>
}

export async function makeStory({ lab, files, workflows }: StoryRequest): Promise<Story> {
  const folder = await mkdtemp(join(tmpdir(), 'story-'))
  const workTree = join(folder, 'work')
  const remotes = join(folder, 'remotes')
  const remote = join(remotes, `${REPOSITORY}.git`)
  const states = await startStates()
  const git = gitIn(workTree, folder)
  await Promise.all([mkdir(workTree, { recursive: true }), mkdir(dirname(remote), { recursive: true })])

  const write = async (change: Change): Promise<void> => {
    for (const [path, text] of Object.entries(change)) {
      if (text === null) await rm(join(workTree, path))
      else await put(join(workTree, path), text.replaceAll('STATES', states.url))
    }
  }
  /** Tells GitHub of a commit: what it compares, and what is in the folders that are asked for. */
  const tell = (sha: string): void => {
    for (const path of ['', '.github', '.github/workflows', '.github/actions']) {
      const tree = path === '' ? sha : `${sha}:${path}`
      const listed = existsIn(git, tree) ? git('ls-tree', tree) : undefined
      lab.setFolder(sha, path, listed === undefined ? undefined : entriesOf(listed))
    }
    for (const base of git('rev-list', 'main').split('\n')) {
      const commits = git('rev-list', '--reverse', `${base}..${sha}`)
      lab.setCommits(base, sha, commits === '' ? [] : commits.split('\n'))
    }
  }
  const tellPull = ({ number, baseSha, headSha }: Omit<OpenPull, 'mergeSha'>, merge?: string): void => {
    const sides = { head: { ref: `change-${number}`, sha: headSha }, base: { ref: 'main', sha: baseSha } }
    lab.addPull({ number, ...sides, ...(merge === undefined ? {} : { merged: true, mergeCommitSha: merge }) })
    // Merging, as any push to the branch, is a change of the pull request.
    Object.assign(lab.state.pulls.get(number)?.json ?? {}, { updated_at: lab.state.now() })
  }
  const tested = (number: number, baseSha: string, headSha: string): OpenPull => {
    git('checkout', '--quiet', '--detach', 'main')
    git('merge', '--quiet', '--no-ff', '--message', 'merge', headSha)
    const mergeSha = git('rev-parse', 'HEAD')
    const refs = [`${mergeSha}:refs/pull/${number}/merge`, `${headSha}:refs/pull/${number}/head`]
    git('push', '--quiet', '--force', remote, ...refs)
    git('checkout', '--quiet', 'main')
    for (const sha of [headSha, mergeSha]) tell(sha)
    tellPull({ number, baseSha, headSha })
    return { number, baseSha, headSha, mergeSha }
  }
  /** The default branch with what is in the work tree. */
  const advance = (message: string): string => {
    const sha = commitAll(git, message)
    git('push', '--quiet', remote, 'main')
    lab.setBranch('main', sha)
    tell(sha)
    return sha
  }
  const head = (): string => git('rev-parse', 'main')

  git('init', '--quiet', '--initial-branch', 'main')
  for (const [name, text] of Object.entries(workflows))
    await put(join(workTree, '.github', 'workflows', name), withoutQueue(text))
  await write(files)
  const first = commitAll(git, 'base')
  git('clone', '--quiet', '--bare', workTree, remote)
  git('-C', remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  lab.setBranch('main', first)
  tell(first)

  return {
    folder,
    workTree,
    remotes,
    git,
    states,
    head,
    async open(number, change) {
      const baseSha = head()
      git('checkout', '--quiet', '-b', `change-${number}`)
      await write(change)
      return tested(number, baseSha, commitAll(git, `change ${number}`))
    },
    async push({ number, baseSha }, change) {
      git('checkout', '--quiet', `change-${number}`)
      await write(change)
      return tested(number, baseSha, commitAll(git, `more of ${number}`))
    },
    async pushed(change) {
      await write(change)
      return advance('pushed')
    },
    squash({ number, baseSha, headSha }) {
      git('merge', '--quiet', '--squash', headSha)
      const sha = advance(`change ${number} (#${number})`)
      tellPull({ number, baseSha, headSha }, sha)
      return Promise.resolve(sha)
    },
    mergeGroup({ headSha }) {
      const baseSha = head()
      git('checkout', '--quiet', '--detach', 'main')
      git('merge', '--quiet', '--no-ff', '--message', 'group', headSha)
      const event = mergeGroupEvent({ baseSha, headSha: git('rev-parse', 'HEAD') })
      git('push', '--quiet', remote, `${event.sha}:${event.ref}`)
      git('checkout', '--quiet', 'main')
      tell(event.sha)
      return event
    },
    merged(pull, { sha }) {
      git('merge', '--quiet', '--ff-only', sha)
      git('push', '--quiet', remote, 'main')
      lab.setBranch('main', sha)
      tellPull(pull, sha)
      return sha
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([states.close(), rm(folder, { recursive: true, force: true })])
    },
  }
}

/** What terraform makes of a stack's folder as it is on the default branch, before the story begins. */
export async function applyByHand(story: Story, terraform: string, stacks: readonly string[]): Promise<void> {
  const copy = join(story.folder, 'by-hand')
  await cp(story.workTree, copy, { recursive: true })
  const env = { HOME: story.folder, PATH: process.env['PATH'] ?? '' }
  for (const stack of stacks) {
    for (const args of [
      ['init', '-input=false'],
      ['apply', '-input=false', '-auto-approve'],
    ])
      await promisify(execFile)(terraform, args, { cwd: join(copy, stack), env })
  }
  await rm(copy, { recursive: true })
}

export interface StoryRun {
  readonly act: string
  readonly terraform: string
  readonly lab: GitHubLab
  readonly story: Story
  /** File name in `.github/workflows`. */
  readonly workflow: string
  readonly token: string
  readonly runId: number
  readonly secrets?: Readonly<Record<string, string>>
  readonly expect: Readonly<Record<string, string>>
}

/** Runs the workflow on a pull request, its run and its artifacts known to GitHub. */
export const runOnPull = (run: StoryRun, pull: OpenPull): Promise<RanWorkflow> =>
  runOn(run, pullRequestEvent(pull), { headSha: pull.headSha, branch: `change-${pull.number}` })

/** Runs the workflow on a push to the default branch. */
export const runOnPush = (run: StoryRun, push: { before: string; after: string }): Promise<RanWorkflow> =>
  runOn(run, pushEvent(push), { headSha: push.after, branch: 'main' })

export const runOnGroup = (run: StoryRun, group: WorkflowEvent): Promise<RanWorkflow> =>
  runOn(run, group, { headSha: group.sha, branch: group.ref.replace('refs/heads/', '') })

async function runOn(
  { lab, story, workflow, runId, act, terraform, token, secrets = {}, expect }: StoryRun,
  event: WorkflowEvent,
  { headSha, branch }: { readonly headSha: string; readonly branch: string },
): Promise<RanWorkflow> {
  const about = { id: runId, headSha, workflow, branch, event: event.name }
  lab.addRun(about)
  const results = await startResults({ runId, github: lab })
  const end = (conclusion: string): void => {
    const run = lab.state.runs.find(({ id }) => id === runId)
    Object.assign(run?.json ?? {}, { status: 'completed', conclusion, updated_at: lab.state.now() })
  }
  try {
    const ran = await runWorkflow({
      act,
      repo: story,
      event,
      workflow,
      runId: String(runId),
      github: { url: lab.url, token },
      contents: 'read',
      programs: { terraform },
      secrets,
      env: results.env,
      expect,
    })
    // A job that may fail does not make the run red at GitHub; what does is the last one.
    end(ran.jobs['result'] ?? ran.jobs['report'] ?? 'failure')
    if (results.problems.length > 0) throw new Error(results.problems.join('\n'))
    return ran
  } catch (thrown) {
    end('failure')
    throw thrown
  } finally {
    await results.close()
  }
}

const existsIn = (git: Git, tree: string): boolean => {
  try {
    git('rev-parse', '--quiet', '--verify', tree)
    return true
  } catch {
    return false
  }
}

/** Lines of `git ls-tree`: `<mode> <type> <sha>\t<name>`. */
function entriesOf(
  listed: string,
): { name: string; type: 'file' | 'dir' | 'symlink' | 'submodule'; sha: string }[] {
  const types = new Map<string, 'dir' | 'symlink' | 'submodule'>([
    ['040000', 'dir'],
    ['120000', 'symlink'],
    ['160000', 'submodule'],
  ])
  return listed.split('\n').map((line) => {
    const [, mode = '', sha = '', name = ''] = /^(\d+) \w+ (\w+)\t(.*)$/.exec(line) ?? []
    return { name, type: types.get(mode) ?? 'file', sha }
  })
}
