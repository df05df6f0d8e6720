import { createHash } from 'node:crypto'
import type { Artifact } from '../../../src/core/artifact-port.ts'
import {
  GitHubError,
  type Approval,
  type Environment,
  type FolderEntry,
  type GitHub,
  type PullRequest,
  type RepositoryArtifact,
  type WorkflowRun,
} from '../../../src/core/github-port.ts'
import type { Wanted } from '../../../src/pipeline/apply/contracts.ts'
import type { WorkflowFiles } from '../../../src/pipeline/apply/workflow-files.ts'
import { planArtifactName } from '../../../src/terraform/sealed/artifact-name.ts'

export const REPOSITORY = 'acme/infra'
export const WORKFLOW = '.github/workflows/gitops.yml'
export const T0 = Date.parse('2026-06-01T12:00:00Z')
export const MINUTE = 60_000

/** A commit's id, by a name. */
export const sha = (name: string): string => createHash('sha1').update(name).digest('hex')
export const inputs = (name: string): string => createHash('sha256').update(name).digest('hex')
export const stack = (name: string, files = 'v1'): Wanted => ({
  key: JSON.stringify([name, '']),
  name,
  inputsHash: inputs(files),
})

export type Folder = Readonly<Record<string, Pick<FolderEntry, 'type' | 'sha'>>>
export const FILES: Folder = {
  workflows: { type: 'dir', sha: 'a1' },
  actions: { type: 'dir', sha: 'a2' },
  'gitops.yml': { type: 'file', sha: 'a3' },
  'dependabot.yml': { type: 'file', sha: 'a4' },
}
/** What `workflowFiles` reads where they are the same. */
export const APPLIED: WorkflowFiles = {
  commit: sha('main'),
  ids: new Map([
    ['.github/workflows', 'dir a1'],
    ['.github/actions', 'dir a2'],
    ['.github/gitops.yml', 'file a3'],
    ['.github/gitops.yaml', undefined],
  ]),
  workflows: new Set([WORKFLOW, '.github/workflows/ci.yml']),
}

export interface NewRun {
  readonly headSha: string
  readonly branch?: string
  readonly event?: string
  readonly path?: string
  readonly repository?: string | undefined
  readonly attempt?: number
  readonly at?: number
}

/** A GitHub of our own: it answers as the port says, counts what it is asked, and fails where it is told to. */
export function world() {
  const pulls = new Map<number, PullRequest>()
  const pullsOf = new Map<string, number[]>()
  const between = new Map<string, string[] | undefined>()
  const runs: WorkflowRun[] = []
  const artifacts: (RepositoryArtifact & { runId: number })[] = []
  const folders = new Map<string, Folder>()
  const baseChanges = new Map<number, number>()
  const environments = new Map<string, Environment>()
  const approvals = new Map<number, Approval[]>()
  const branches = new Map<string, string>()
  const failures = new Map<string, Error>()
  const calls: string[] = []
  let nextId = 1000

  const answer = <T>(
    name: keyof GitHub,
    value: () => T,
    ...args: readonly (string | number)[]
  ): Promise<T> => {
    calls.push([name, ...args].join(' '))
    const failure = failures.get(name)
    return failure === undefined ? Promise.resolve(value()) : Promise.reject(failure)
  }
  // A list does not tell whether it was merged.
  const simple = (pull: PullRequest): Omit<PullRequest, 'merged'> =>
    Object.assign({ ...pull }, { merged: undefined })
  const listed = (wanted: (pull: PullRequest) => boolean): Omit<PullRequest, 'merged'>[] =>
    [...pulls.values()]
      .filter(wanted)
      .sort((a, b) => b.number - a.number)
      .map(simple)

  const github = {
    commitsBetween: (base: string, head: string, limit: number) =>
      answer(
        'commitsBetween',
        () => {
          const commits = between.get(`${base}...${head}`)
          return commits === undefined
            ? undefined
            : { total: commits.length, commits: commits.slice(0, limit) }
        },
        base,
        head,
      ),
    pullsForCommit: (commit: string) =>
      answer(
        'pullsForCommit',
        () => listed(({ number }) => pullsOf.get(commit)?.includes(number) === true),
        commit,
      ),
    getPull: (number: number) =>
      answer(
        'getPull',
        () => {
          const pull = pulls.get(number)
          if (pull === undefined) throw failureOf('missing', 404)
          return pull
        },
        number,
      ),
    pullsFrom: (branch: string, limit: number) =>
      answer(
        'pullsFrom',
        () =>
          listed(({ head }) => head.ref === branch)
            .sort((a, b) => b.updatedAt - a.updatedAt)
            .slice(0, limit),
        branch,
      ),
    baseChangedAt: (number: number) => answer('baseChangedAt', () => baseChanges.get(number), number),
    runsOfCommit: (commit: string) =>
      answer('runsOfCommit', () => runs.filter(({ headSha }) => headSha === commit).reverse(), commit),
    artifactsOfRun: (runId: number): Promise<readonly Artifact[]> =>
      answer('artifactsOfRun', () => artifacts.filter((one) => one.runId === runId), runId),
    newestArtifacts: (limit: number): Promise<readonly RepositoryArtifact[]> =>
      answer('newestArtifacts', () =>
        [...artifacts].sort((a, b) => b.createdAt - a.createdAt).slice(0, limit),
      ),
    downloadArtifact: ({ id }: Artifact, limit: number) =>
      answer('downloadArtifact', () => [{ name: `of-${id}-${limit > 0}`, content: new Uint8Array() }], id),
    folder: (path: string, ref: string) =>
      answer(
        'folder',
        () => {
          const folder = folders.get(`${ref}:${path}`)
          return folder && Object.entries(folder).map(([name, entry]) => ({ name, ...entry }))
        },
        path,
        ref,
      ),
    environment: (name: string) => answer('environment', () => environments.get(name), name),
    approvalsOfRun: (runId: number) => answer('approvalsOfRun', () => approvals.get(runId) ?? [], runId),
    branchHead: (branch: string) => answer('branchHead', () => branches.get(branch), branch),
    openPulls: (base: string, limit: number) =>
      answer(
        'openPulls',
        () => listed((pull) => pull.state === 'open' && pull.base.ref === base).slice(0, limit),
        base,
      ),
  }

  return {
    github,
    calls,
    pulls,
    runs,
    artifacts,
    folders,
    baseChanges,
    environments,
    approvals,
    branches,
    /** How often it was asked this. */
    asked: (name: keyof GitHub): number => calls.filter((call) => call.split(' ')[0] === name).length,
    fail(name: keyof GitHub, fault: Parameters<typeof failureOf>[0], status: number): void {
      failures.set(name, failureOf(fault, status))
    },
    commits(base: string, head: string, ...names: readonly string[]): void {
      between.set(`${sha(base)}...${sha(head)}`, names.map(sha))
    },
    /** A pull request, merged into main unless told otherwise, whose commits (and merge commit) are these. */
    pull(
      number: number,
      commits: readonly string[],
      change: Partial<PullRequest> & { branch?: string } = {},
    ): PullRequest {
      const { branch = `f${number}`, ...rest } = change
      const pull: PullRequest = {
        number,
        url: `https://github.com/${REPOSITORY}/pull/${number}`,
        state: 'closed',
        draft: false,
        merged: rest.state !== 'open',
        mergeCommitSha: undefined,
        labels: [],
        head: { ref: branch, sha: sha(`head${number}`) },
        base: { ref: 'main', sha: sha('base') },
        fromFork: false,
        updatedAt: T0 + 60 * MINUTE,
        ...rest,
      }
      pulls.set(number, pull)
      for (const commit of commits) pullsOf.set(sha(commit), [...(pullsOf.get(sha(commit)) ?? []), number])
      return pull
    },
    run({ headSha, ...run }: NewRun): WorkflowRun {
      const at = run.at ?? T0
      const id = nextId++
      const made: WorkflowRun = {
        id,
        headSha,
        status: 'completed',
        conclusion: 'success',
        createdAt: at,
        startedAt: at + (run.attempt === undefined ? 0 : 24 * 60 * MINUTE),
        endedAt: at + MINUTE,
        event: run.event ?? 'pull_request',
        path: run.path ?? WORKFLOW,
        headBranch: run.branch,
        headRepository: 'repository' in run ? run.repository : REPOSITORY,
        attempt: run.attempt ?? 1,
        url: `https://github.com/${REPOSITORY}/actions/runs/${id}`,
      }
      runs.push(made)
      if (!folders.has(`${headSha}:.github`)) folders.set(`${headSha}:.github`, FILES)
      return made
    },
    /** A sealed plan by a run. */
    plan(
      run: WorkflowRun,
      of: Wanted,
      change: { attempt?: number; at?: number; expired?: boolean; name?: string } = {},
    ): number {
      const id = nextId++
      artifacts.push({
        id,
        runId: run.id,
        name: change.name ?? planArtifactName(of.key, of.inputsHash, change.attempt ?? 1),
        size: 10,
        digest: undefined,
        createdAt: change.at ?? run.createdAt + MINUTE,
        expired: change.expired ?? false,
        run: { id: run.id, headSha: run.headSha },
      })
      return id
    },
  }
}

export type World = ReturnType<typeof world>

export function failureOf(fault: 'permission' | 'missing' | 'unavailable', status: number): GitHubError {
  return new GitHubError(`Could not read it on GitHub, it answered ${status}`, fault, status, {
    help: fault === 'unavailable' ? 'Run the job again.' : 'Give the job the permission.',
  })
}
