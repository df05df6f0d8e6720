import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunContext } from '../../src/core/event.ts'
import { changeOfRun, type RunChange } from '../../src/pipeline/change-of-run.ts'
import {
  planStacks,
  type PlanHooks,
  type PlannedStacks,
  type PlanSettings,
  type StackToPlan,
} from '../../src/pipeline/plan-stacks.ts'
import { stacksByName } from '../../src/pipeline/told-stacks.ts'
import { waitingHook } from '../../src/pipeline/waiting-hook.ts'
import { openWorkTree } from '../../src/pipeline/work-tree.ts'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { makeRepository, type Files, type Repository } from '../actions/detect-support.ts'
import { recordingExec } from '../lab/recording-exec.ts'
import { testPorts } from '../terraform/support.ts'

export const RUN: RunContext = {
  event: 'workflow_dispatch',
  repository: 'acme/gitops',
  defaultBranch: 'main',
  sha: '',
  ref: 'refs/heads/main',
  refType: 'branch',
  actor: 'dev',
  runId: '1000',
  attempt: 1,
  workflowRef: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
  serverUrl: 'https://github.com',
  apiUrl: 'http://127.0.0.1:9',
  workspace: '',
  temp: '',
  pull: undefined,
  push: undefined,
  mergeGroup: undefined,
}

export interface Site extends AsyncDisposable {
  readonly repo: Repository
  /** The checkout of head. */
  readonly checkout: string
  readonly base: string
  readonly head: string
  readonly settings: PlanSettings
  readonly stacks: (...names: string[]) => Promise<readonly StackToPlan[]>
  readonly change: () => Promise<RunChange>
  /** Plans stacks by their names as the action does. */
  readonly plan: (names: readonly string[], hooks?: PlanHooks) => Promise<PlannedStacks>
}

/** A change of a repository, checked out, and what plans its stacks with a real tool. */
export async function makeSite(
  tool: TerraformBinary,
  before: Files,
  after: Files,
  env: Record<string, string> = {},
): Promise<Site> {
  const repo = await makeRepository()
  const private_ = await mkdtemp(join(tmpdir(), 'plans-'))
  const base = await repo.commit(before)
  const head = await repo.commit(after, base)
  const checkout = await repo.checkout(head, 0)
  const bin = join(private_, 'bin')
  await mkdir(bin)
  await symlink(tool.path, join(bin, tool.tool))
  const childEnv = {
    PATH: `${bin}:/usr/bin:/bin`,
    HOME: private_,
    TF_CLI_CONFIG_FILE: '/dev/null',
    RUNNER_TEMP: private_,
    ...env,
  }
  const place = { exec: recordingExec(), env: childEnv, cwd: checkout }
  const access = { serverUrl: 'https://github.com' }
  const settings: PlanSettings = {
    root: checkout,
    folder: join(private_, 'plans'),
    env: childEnv,
    jobEnv: childEnv,
    tool: { tool: tool.tool, version: 'auto' },
    checks: [],
    varFiles: [],
    backendConfig: [],
    initArgs: [],
    planArgs: [],
    lockTimeout: '0s',
    patterns: [],
    destroyWarning: 1,
    run: { id: '1000', attempt: 1, sha: head },
    parallel: 2,
  }
  const { log, ...ports } = testPorts()
  if (log === undefined) throw new Error('no log')
  const change = (): Promise<RunChange> =>
    changeOfRun({ run: RUN, base, config: undefined, place, access, github: undefined })
  const stacks = async (...names: string[]): Promise<readonly StackToPlan[]> => {
    await using workTree = await openWorkTree(place, { ignored: true, access })
    const told = { workspace: undefined, varFiles: [], planArgs: [], backendConfig: [] }
    const source = { workTree, access, config: undefined, onConfig: () => undefined }
    return (await stacksByName(names, told, source)).stacks
  }
  return {
    repo,
    checkout,
    base,
    head,
    settings,
    stacks,
    change,
    plan: async (names, hooks) =>
      planStacks(
        await stacks(...names),
        settings,
        { ...ports, log },
        { waitsFor: waitingHook(async () => (await change()).detected, log), ...hooks },
      ),
    async [Symbol.asyncDispose]() {
      await repo[Symbol.asyncDispose]()
      await rm(private_, { recursive: true, force: true })
    },
  }
}
