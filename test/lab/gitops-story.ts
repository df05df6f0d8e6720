import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  makeRepository,
  onOther,
  onPullRequest,
  onPush,
  type Files,
  type Repository,
} from '../actions/detect-support.ts'
import { runActionProcess, type ActionRun } from './action-run.ts'
import { startGitHub, type GitHubLab } from './github/server.ts'
import { startResults, type ResultsLab } from './results-server.ts'
import { runGit } from './run-git.ts'

/**
 * A repository on GitHub with pull requests that are planned, merged and applied by the actions, each in a run of its
 * own. Git is real; what GitHub knows of it is told to the lab as it happens.
 */
export interface Story extends AsyncDisposable {
  readonly repository: Repository
  readonly lab: GitHubLab
  readonly results: ResultsLab
  /** Where states are: backends of stacks name it. */
  readonly states: string
  /** The commit that the branch points to. */
  main(): string
  /** Makes the branch, or pushes to it directly. */
  push(files: Files): Promise<string>
  open(
    files: Files,
    options?: { readonly number?: number; readonly labels?: readonly string[] },
  ): Promise<Pull>
  /** Pushes another commit to a pull request's branch. */
  amend(pull: Pull, files: Files, force?: boolean): Promise<Pull>
  /** A run of the pull request's workflow. */
  run(action: string, pull: Pull, inputs: Record<string, string>, options?: RunOptions): Promise<StoryRun>
  /** Tells GitHub's answer to which commits lie between two. */
  tellCommits(base: string, head: string): Promise<void>
  merge(pulls: readonly Pull[], how: 'squash' | 'merge' | 'rebase'): Promise<Merged>
  /** A run of the workflow of a push to the branch. */
  onMain(action: string, at: Merged, inputs: Record<string, string>, options?: RunOptions): Promise<StoryRun>
  /** Puts pull requests into a merge queue: each on top of the one before it. */
  enqueue(pulls: readonly Pull[], how: 'squash' | 'merge'): Promise<readonly Queued[]>
  /** A run that the merge queue starts for one of them. */
  inQueue(
    action: string,
    queued: Queued,
    inputs: Record<string, string>,
    options?: RunOptions,
  ): Promise<StoryRun>
  /** Merges all that is in the queue, with one push. */
  dequeue(queued: readonly Queued[]): Promise<Merged>
}

export interface Pull {
  readonly number: number
  readonly base: string
  readonly head: string
  readonly labels: readonly string[]
}

export interface Merged {
  readonly before: string
  readonly after: string
}

export interface Queued {
  readonly pull: Pull
  /** What it is put on. */
  readonly base: string
  readonly sha: string
}

export interface RunOptions {
  /** Default: a new one. */
  readonly runId?: number
  readonly attempt?: number
  readonly workflow?: string
  readonly env?: Readonly<Record<string, string>>
  /** After the checkout: what other steps of the job do. */
  readonly before?: (workspace: string) => Promise<void>
  readonly headRepository?: string
  readonly onStart?: Parameters<typeof runActionProcess>[0]['onStart']
}

export interface StoryRun extends ActionRun {
  readonly runId: number
  readonly workspace: string
  readonly temp: string
}

export const TOKEN = 'ghs_story'
export const PASSPHRASE = 'a passphrase that nobody guesses 0815'
const WORKFLOW = '.github/workflows/gitops.yml'

export async function makeStory(): Promise<Story> {
  const repository = await makeRepository()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'story-')))
  const states = join(folder, 'states')
  await mkdir(states)
  const lab = await startGitHub({
    tokens: {
      [TOKEN]: {
        login: 'github-actions[bot]',
        type: 'Bot',
        permissions: { contents: 'read', 'pull-requests': 'write', actions: 'read' },
      },
    },
  })
  lab.setPrivate(true)
  const results = await startResults({ github: lab })
  let main = ''
  let nextRun = 5000
  let nextPull = 20

  /** What is in `.github` of a commit, as the API lists it. */
  const tellFolder = async (sha: string): Promise<void> => {
    const listed = await runGit(repository.work, 'ls-tree', sha, '.github/')
    const entries = listed.split('\n').flatMap((line) => {
      const [, type, id = '', path = ''] = /^\d+ (\w+) (\w+)\t(.*)$/.exec(line) ?? []
      return type === undefined
        ? []
        : [
            {
              name: path.slice('.github/'.length),
              sha: id,
              type: type === 'tree' ? ('dir' as const) : ('file' as const),
            },
          ]
    })
    lab.setFolder(sha, '.github', entries.length === 0 ? undefined : entries)
  }
  const moved = async (after: string): Promise<void> => {
    const before = main
    main = after
    lab.setBranch('main', after)
    await repository.ref('refs/heads/main', after)
    await tellFolder(after)
    if (before !== '') await tellCommits(before, after)
  }
  const tellCommits = async (base: string, head: string): Promise<void> => {
    const listed = await runGit(repository.work, 'rev-list', '--reverse', `${base}..${head}`)
    lab.setCommits(base, head, listed === '' ? [] : listed.split('\n'))
  }
  const addPull = (pull: Pull, state: { merged?: boolean; mergeCommitSha?: string } = {}): void => {
    const number = lab.addPull({
      number: pull.number,
      labels: pull.labels,
      head: { ref: `change-${pull.number}`, sha: pull.head },
      base: { ref: 'main', sha: pull.base },
      ...state,
    })
    const stored = lab.state.pulls.get(number)
    // Merged after its runs: GitHub's clock goes on, whatever the lab's own does.
    if (stored !== undefined && state.merged === true) stored.json.updated_at = '2026-01-02T00:00:00Z'
  }
  const start = async (
    action: string,
    at: { readonly sha: string; readonly headSha: string; readonly event: string; readonly branch: string },
    run: ReturnType<typeof onPush>,
    inputs: Record<string, string>,
    options: RunOptions,
  ): Promise<StoryRun> => {
    const runId = options.runId ?? nextRun++
    const attempt = options.attempt ?? 1
    const path = options.workflow ?? WORKFLOW
    lab.addRun({
      ...{ id: runId, attempt, path, headSha: at.headSha, event: at.event, branch: at.branch },
      ...(options.headRepository === undefined ? {} : { headRepository: options.headRepository }),
    })
    const workspace = await repository.checkout(at.sha, 2)
    await options.before?.(workspace)
    const temp = await mkdtemp(join(folder, 'temp-'))
    const ran = await runActionProcess({
      action,
      workspace,
      temp,
      event: run.event,
      inputs: { 'github-token': TOKEN, ...inputs },
      ...(options.onStart === undefined ? {} : { onStart: options.onStart }),
      env: {
        ...run.env,
        ...results.job(runId).env,
        GITHUB_API_URL: lab.url,
        GITHUB_RUN_ID: String(runId),
        GITHUB_RUN_ATTEMPT: String(attempt),
        GITHUB_WORKFLOW_REF: `acme/gitops/${path}@refs/heads/main`,
        ...options.env,
      },
    })
    return { ...ran, runId, workspace, temp }
  }

  return {
    ...{ repository, lab, results, states, tellCommits },
    main: () => main,
    async push(files) {
      await moved(await repository.commit(files, main === '' ? undefined : main))
      return main
    },
    async open(files, { number = nextPull++, labels = [] } = {}) {
      const head = await repository.commit(files, main)
      await tellFolder(head)
      const pull = { number, base: main, head, labels }
      addPull(pull)
      return pull
    },
    async amend(pull, files, force = false) {
      const head = await repository.commit(files, force ? pull.base : pull.head)
      await tellFolder(head)
      const amended = { ...pull, head }
      addPull(amended)
      return amended
    },
    async run(action, pull, inputs, options = {}) {
      const { number, head } = pull
      const merge = await repository.merge(main, head)
      const { event, env } = onPullRequest({ base: main, head, merge })
      const payload = JSON.parse(
        JSON.stringify(event.payload).replaceAll('"number":7', `"number":${number}`),
      ) as unknown
      const at = { sha: merge, headSha: head, event: 'pull_request', branch: `change-${number}` }
      const run = { event: { ...event, payload }, env: { ...env, GITHUB_REF: `refs/pull/${number}/merge` } }
      return start(action, at, run, inputs, options)
    },
    async merge(pulls, how) {
      const before = main
      for (const pull of pulls) {
        const after = await mergeOne(repository, main, pull, how)
        addPull(pull, { merged: true, mergeCommitSha: after })
        await moved(after)
      }
      if (pulls.length > 1) await tellCommits(before, main)
      return { before, after: main }
    },
    async onMain(action, at, inputs, options = {}) {
      const place = { sha: at.after, headSha: at.after, event: 'push', branch: 'main' }
      return start(action, place, onPush(at), inputs, options)
    },
    async enqueue(pulls, how) {
      const queued: Queued[] = []
      for (const pull of pulls) {
        const base = queued.at(-1)?.sha ?? main
        const sha = await mergeOne(repository, base, pull, how)
        await Promise.all([tellFolder(sha), tellCommits(base, sha)])
        queued.push({ pull, base, sha })
      }
      return queued
    },
    async inQueue(action, { pull, base, sha }, inputs, options = {}) {
      const branch = `gh-readonly-queue/main/pr-${pull.number}-${base}`
      const ref = `refs/heads/${branch}`
      const run = onOther('merge_group', sha)
      const payload = {
        ...(run.event.payload as object),
        action: 'checks_requested',
        merge_group: { base_sha: base, base_ref: 'refs/heads/main', head_sha: sha, head_ref: ref },
      }
      const env = { ...run.env, GITHUB_REF: ref, GITHUB_REF_NAME: branch }
      const at = { sha, headSha: sha, event: 'merge_group', branch }
      return start(action, at, { event: { ...run.event, payload }, env }, inputs, options)
    },
    async dequeue(queued) {
      const before = main
      for (const { pull, sha } of queued) addPull(pull, { merged: true, mergeCommitSha: sha })
      const last = queued.at(-1)
      if (last !== undefined) await moved(last.sha)
      return { before, after: main }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([lab.close(), results.close(), repository[Symbol.asyncDispose]()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function mergeOne(
  repository: Repository,
  main: string,
  { head, number }: Pull,
  how: 'squash' | 'merge' | 'rebase',
): Promise<string> {
  if (how === 'merge') return repository.merge(main, head)
  const { work } = repository
  await runGit(work, 'checkout', '--quiet', '--force', '--detach', how === 'squash' ? main : head)
  if (how === 'squash') {
    await runGit(work, 'merge', '--quiet', '--squash', head)
    await runGit(work, 'commit', '--quiet', '--allow-empty', '--message', `Change (#${number})`)
  } else await runGit(work, 'rebase', '--quiet', '--force-rebase', main)
  const sha = await runGit(work, 'rev-parse', 'HEAD')
  await runGit(work, 'push', '--quiet', '--force', 'origin', `HEAD:refs/keep/${sha}`)
  return sha
}
