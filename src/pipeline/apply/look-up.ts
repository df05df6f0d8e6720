import type { ArtifactStore } from '../../core/artifact-port.ts'
import type { RunContext } from '../../core/event.ts'
import type { GitHub } from '../../core/github-port.ts'
import type { GitPlace } from '../../repository/git/place.ts'
import { appliedStacks } from './applied-mark.ts'
import type { ApplyMode, StackToApply } from './apply-stack.ts'
import type { Found, MergedPull, Refusal } from './contracts.ts'
import { environmentGate } from './environment-gate.ts'
import { findPlans, ownPlans } from './find-plan.ts'
import { afterUpstream, unknownRefusal } from './refusals.ts'
import { reviewedRuns } from './reviewed-runs.ts'
import { supersededStacks, type SupersededRequest } from './superseded.ts'
import { workflowFiles } from './workflow-files.ts'

export interface LookUpRequest {
  readonly mode: ApplyMode
  readonly stacks: readonly StackToApply[]
  /** Other stacks of the change, by name: what stacks of other jobs are, to see whether they are applied. */
  readonly others: ReadonlyMap<string, { readonly key: string; readonly inputsHash: string }>
  readonly run: RunContext
  readonly github: GitHub
  readonly artifacts: ArtifactStore
  /** The repository that is checked out. */
  readonly place: GitPlace
  /** The branch that is applied from. */
  readonly branch: string
  /** The commit that is applied. */
  readonly commit: string
  readonly baseSha: string | undefined
  readonly workflow: string | undefined
  /** Path of the configuration from the repository root. */
  readonly configFile: string | undefined
  readonly environment: string
  readonly detect: SupersededRequest['detect']
  readonly wait: (milliseconds: number) => Promise<void>
}

export interface LookedUp {
  /** By key: the sealed plan, or why there is none that counts. */
  readonly found: ReadonlyMap<string, Found>
  /** By key: why a stack may not be applied, whatever plan there is. */
  readonly barred: ReadonlyMap<string, Refusal>
  /** Merged pull requests that this run brings. */
  readonly pulls: readonly MergedPull[]
}

/** Asks GitHub all that has to be known before anything is applied. Never rejects for what GitHub answers. */
export async function lookUp(request: LookUpRequest): Promise<LookedUp> {
  const { github, branch, commit, stacks, detect } = request
  const wanted = stacks.map(({ subject, name, inputsHash }) => ({ key: subject.key, name, inputsHash }))
  const [reviewed, superseded, waiting, environment] = await Promise.all([
    reviewedRuns({
      github,
      repository: request.run.repository,
      branch,
      baseSha: request.baseSha,
      head: commit,
      workflow: request.workflow,
      files: await workflowFiles(request.place, commit, request.configFile),
      ...(request.mode === 'reviewed' || request.mode === 'replan' ? { wait: request.wait } : {}),
    }),
    supersededStacks({ github, branch, commit, stacks: wanted, detect }),
    waitingStacks(request),
    request.mode === 'approve'
      ? environmentGate({ github, environment: request.environment, runId: Number(request.run.runId) })
      : Promise.resolve(undefined),
  ])
  const found = await foundPlans(request, wanted, reviewed)
  const barred = new Map([...waiting, ...superseded])
  if (environment !== undefined) for (const { key } of wanted) barred.set(key, environment)
  return { found, barred, pulls: reviewed.kind === 'runs' ? reviewed.pulls : [] }
}

async function foundPlans(
  { mode, github, artifacts, run }: LookUpRequest,
  wanted: Parameters<typeof findPlans>[0]['wanted'],
  reviewed: Awaited<ReturnType<typeof reviewedRuns>>,
): Promise<ReadonlyMap<string, Found>> {
  switch (mode) {
    case 'direct':
      return new Map()
    case 'approve':
      return ownPlans(wanted, artifacts, run)
    case 'reviewed':
    case 'replan':
      return findPlans({ wanted, reviewed, github })
  }
}

/**
 * Stacks that go after one that another job applies, and none has yet. Where nothing is known to be a change (a run that
 * somebody started by hand), nobody else is waited for.
 */
async function waitingStacks({
  stacks,
  others,
  artifacts,
  baseSha,
}: LookUpRequest): Promise<Map<string, Refusal>> {
  if (baseSha === undefined) return new Map()
  const here = new Set(stacks.map(({ name }) => name))
  const elsewhere = (stack: StackToApply): readonly string[] =>
    stack.upstream.filter((name) => !here.has(name))
  const waiting = stacks.filter((stack) => elsewhere(stack).length > 0)
  if (waiting.length === 0) return new Map()
  const asked = [...new Set(waiting.flatMap(elsewhere))].flatMap((name) => {
    const other = others.get(name)
    return other === undefined ? [] : [{ name, ...other }]
  })
  try {
    const done = await appliedStacks(asked, artifacts)
    const names = new Set(asked.filter(({ key }) => done.has(key)).map(({ name }) => name))
    return new Map(
      waiting.flatMap((stack) => {
        const missing = elsewhere(stack).filter((name) => !names.has(name))
        return missing.length === 0 ? [] : [[stack.subject.key, afterUpstream(stack.name, missing)] as const]
      }),
    )
  } catch (thrown) {
    const refusal = unknownRefusal('which stacks this run has applied already', thrown, [])
    return new Map(waiting.map(({ subject }) => [subject.key, refusal]))
  }
}
