import type { Artifact, ArtifactStore } from '../../core/artifact-port.ts'
import { runUrl, type RunContext } from '../../core/event.ts'
import type { GitHub, WorkflowRun } from '../../core/github-port.ts'
import { shortCommit } from '../../core/short-commit.ts'
import { planArtifactPrefix, readPlanArtifactName, stackId } from '../../terraform/sealed/artifact-name.ts'
import { mapParallel } from '../parallel.ts'
import type { ConfirmedPlan, Found, Refusal, Wanted } from './contracts.ts'
import { AT_ONCE, PERMISSIONS, type JudgedRun } from './origin-runs.ts'
import { allRefused, APPROVE_HELP, unknownRefusal } from './refusals.ts'
import type { ReviewedRuns } from './reviewed-runs.ts'

type Port = Pick<GitHub, 'artifactsOfRun' | 'downloadArtifact' | 'newestArtifacts'>

export interface FindRequest {
  readonly wanted: readonly Wanted[]
  readonly reviewed: ReviewedRuns
  readonly github: Port
  /** Of files other than these too: to compare with, never to apply. Default false. */
  readonly anyInputs?: boolean
}

/** A plan by the name of its artifact. */
interface Candidate {
  readonly artifact: Artifact
  readonly judged: JudgedRun
  readonly stack: string
  readonly inputs: string
  readonly attempt: number
}

/** Bytes of an artifact with a plan, and of what is in it. */
const PLAN_LIMIT = 512 * 1024 * 1024
/** Runs and artifacts that are looked at only to say why a plan does not count. */
const MOST_REFUSED_RUNS = 20
const MOST_ARTIFACTS = 300

/**
 * The newest sealed plan of each stack, made of just these files by a run that counts; else why there is none. By key,
 * one for each that is wanted. Never rejects for what GitHub answers.
 */
export async function findPlans(request: FindRequest): Promise<Map<string, Found>> {
  const { wanted, reviewed, github, anyInputs = false } = request
  if (reviewed.kind === 'refused') return allRefused(wanted, reviewed.refusal)
  if (wanted.length === 0) return new Map()
  const good = reviewed.runs.filter(({ refusal }) => refusal === undefined)
  let plans: Candidate[]
  try {
    plans = await candidatesOf(good, github)
  } catch (thrown) {
    return allRefused(wanted, unknownRefusal('which plans these runs have made', thrown, PERMISSIONS))
  }
  const found = new Map<string, Found>()
  let elsewhere: Promise<Elsewhere> | undefined
  for (const stack of wanted) {
    const candidate = newest(stack, plans, anyInputs)
    if (candidate?.artifact.expired === false) {
      found.set(stack.key, { kind: 'found', plan: confirmed(candidate, github) })
      continue
    }
    elsewhere ??= lookElsewhere(reviewed.runs, github)
    const refusal = whyNot(stack, candidate, plans, await elsewhere, reviewed.remarks)
    const shown = newest(stack, (await elsewhere).refused, false)
    found.set(stack.key, {
      kind: 'refused',
      refusal,
      ...(shown?.artifact.expired === false ? { shown: confirmed(shown, github) } : {}),
    })
  }
  return found
}

/** The same from what earlier jobs of this very run have sealed, in this attempt or one before. */
export async function ownPlans(
  wanted: readonly Wanted[],
  store: Pick<ArtifactStore, 'list' | 'download'>,
  run: RunContext,
): Promise<Map<string, Found>> {
  let artifacts: readonly Artifact[]
  try {
    artifacts = await store.list()
  } catch (thrown) {
    return allRefused(wanted, unknownRefusal('which plans this run has made', thrown, []))
  }
  const judged = { run: ownRun(run), pull: undefined, refusal: undefined }
  const plans = artifacts.flatMap((artifact) => candidateOf(artifact, judged))
  const found = new Map<string, Found>()
  for (const stack of wanted) {
    const candidate = newest(stack, plans, false)
    if (candidate?.artifact.expired === false) {
      const { artifact } = candidate
      const download: ConfirmedPlan['download'] = () => store.download(artifact, PLAN_LIMIT)
      found.set(stack.key, { kind: 'found', plan: { artifact, run: judged.run, download } })
      continue
    }
    const refusal = byCandidates(stack, candidate, plans) ?? {
      code: 'no-plan',
      reason: `No earlier job of this run has sealed a plan of ${stack.name}.`,
      help: 'Plan it in a job before this one, with "save-plan: sealed" and the same plan-passphrase.',
    }
    found.set(stack.key, { kind: 'refused', refusal })
  }
  return found
}

function ownRun(run: RunContext): WorkflowRun {
  return {
    id: Number(run.runId),
    headSha: run.sha,
    status: 'in_progress',
    conclusion: undefined,
    createdAt: 0,
    startedAt: 0,
    endedAt: 0,
    event: run.event,
    path: /^[^/]+\/[^/]+\/([^@]*)/.exec(run.workflowRef)?.[1] ?? '',
    headBranch: run.refType === 'branch' ? run.ref.replace(/^refs\/heads\//, '') : undefined,
    headRepository: run.repository,
    attempt: run.attempt,
    url: runUrl(run),
  }
}

async function candidatesOf(runs: readonly JudgedRun[], github: Port): Promise<Candidate[]> {
  const lists = await mapParallel(runs, AT_ONCE, async (judged) => {
    const artifacts = await github.artifactsOfRun(judged.run.id)
    return artifacts.flatMap((artifact) => candidateOf(artifact, judged))
  })
  return lists.flat()
}

function candidateOf(artifact: Artifact, judged: JudgedRun): Candidate[] {
  const parts = readPlanArtifactName(artifact.name)
  // No attempt has made it that there has not been.
  if (parts === undefined || parts.attempt < 1 || parts.attempt > judged.run.attempt) return []
  return [{ artifact, judged, ...parts }]
}

/**
 * The newest there is, also when it has expired: what was shown last is what was reviewed. Of a run's attempts only the
 * last that planned the stack counts.
 */
function newest(stack: Wanted, plans: readonly Candidate[], anyInputs: boolean): Candidate | undefined {
  const id = stackId(stack.key)
  const ofStack = plans.filter((plan) => plan.stack === id)
  return ofStack
    .filter((plan) => ofStack.every((other) => !isSameRun(plan, other) || other.attempt <= plan.attempt))
    .filter((plan) => anyInputs || plan.inputs === inputsOf(stack))
    .sort(byAge)[0]
}

const isSameRun = (one: Candidate, other: Candidate): boolean => one.judged.run.id === other.judged.run.id

const byAge = (a: Candidate, b: Candidate): number =>
  b.artifact.createdAt - a.artifact.createdAt || b.judged.run.id - a.judged.run.id || b.attempt - a.attempt

const inputsOf = ({ inputsHash }: Wanted): string => inputsHash.slice(0, 16)

function confirmed({ artifact, judged: { run, pull } }: Candidate, github: Port): ConfirmedPlan {
  return {
    artifact,
    run,
    ...(pull === undefined ? {} : { pull }),
    download: () => github.downloadArtifact(artifact, PLAN_LIMIT),
  }
}

/** What is looked at only to say why there is no plan that counts. */
interface Elsewhere {
  /** By runs that do not count. */
  readonly refused: readonly Candidate[]
  /** Why that is not known. */
  readonly fault: Refusal | undefined
  /** The newest of the repository, by name, with the commit they were made at. */
  readonly others: readonly { readonly name: string; readonly runId: number; readonly headSha: string }[]
}

/** Best effort: whatever comes of it, there is no plan. */
async function lookElsewhere(runs: readonly JudgedRun[], github: Port): Promise<Elsewhere> {
  const known = new Set(runs.map(({ run }) => run.id))
  const bad = runs.filter(({ refusal }) => refusal !== undefined).slice(0, MOST_REFUSED_RUNS)
  let fault: Refusal | undefined
  const [refused, others] = await Promise.all([
    candidatesOf(bad, github).catch((thrown: unknown): Candidate[] => {
      fault = unknownRefusal('which plans runs that do not count have made', thrown, PERMISSIONS)
      return []
    }),
    github.newestArtifacts(MOST_ARTIFACTS).catch(() => []),
  ])
  return {
    refused,
    fault,
    others: others.flatMap(({ name, run }) =>
      run === undefined || known.has(run.id) ? [] : [{ name, runId: run.id, headSha: run.headSha }],
    ),
  }
}

function whyNot(
  stack: Wanted,
  candidate: Candidate | undefined,
  plans: readonly Candidate[],
  { refused, fault, others }: Elsewhere,
  remarks: readonly string[],
): Refusal {
  const id = stackId(stack.key)
  const ofStack = refused.filter((plan) => plan.stack === id).sort(byAge)
  const same = ofStack.find(({ inputs }) => inputs === inputsOf(stack))
  const byGood = byCandidates(stack, candidate, plans)
  const byBad = (same ?? (byGood === undefined ? ofStack[0] : undefined))?.judged.refusal
  if (byBad !== undefined && candidate === undefined) return byBad
  if (byGood !== undefined) return byGood
  if (fault !== undefined) return fault
  const name = `${planArtifactPrefix(stack.key)}${inputsOf(stack)}-`
  const other = others.find((artifact) => artifact.name.startsWith(name))
  if (other !== undefined) {
    return {
      code: 'origin',
      reason: `The plan of ${stack.name} by run ${other.runId} is of commit ${shortCommit(other.headSha)}, which is not the last commit of a pull request that was merged here.`,
      help: APPROVE_HELP,
    }
  }
  return {
    code: 'no-plan',
    reason: [`No run of the merged pull requests has sealed a plan of ${stack.name}.`, ...remarks].join(' '),
    help: APPROVE_HELP,
  }
}

/** The plan is gone, or there are only plans of other files. */
function byCandidates(
  stack: Wanted,
  candidate: Candidate | undefined,
  plans: readonly Candidate[],
): Refusal | undefined {
  if (candidate !== undefined) {
    return {
      code: 'expired',
      reason: `GitHub no longer keeps the plan of ${stack.name} that run ${candidate.judged.run.id} has made.`,
      help: APPROVE_HELP,
    }
  }
  const [other] = plans.filter((plan) => plan.stack === stackId(stack.key)).sort(byAge)
  if (other === undefined) return undefined
  const { run } = other.judged
  return {
    code: 'inputs',
    reason: `Run ${run.id} planned ${stack.name} at ${shortCommit(run.headSha)} from other files than are applied now.`,
    help: 'Something else was merged meanwhile: update branches before merging, or use a merge queue. Now apply it with "mode: approve".',
  }
}
