import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, Exec, Log } from '../core/ports.ts'
import type { Redactor } from '../core/redactor.ts'
import type { Part, RunIdentity } from '../report/part.ts'
import { redactPart } from '../report/redact-document.ts'
import type { Section } from '../report/section.ts'
import type { Progress } from '../terraform/events.ts'
import type { Check, StackPlan, StackSubject } from '../terraform/plan-stack.ts'
import { planOutcome } from '../terraform/report/plan-outcome.ts'
import { planPart } from '../terraform/report/plan-part.ts'
import type { PlanOutcome } from '../terraform/report/outcome.ts'
import { planSecrets } from '../terraform/secrets.ts'
import type { StackRun } from '../terraform/stack-run.ts'
import type { VersionQuestion } from '../terraform/version.ts'
import { mapParallel, oneAtATime } from './parallel.ts'
import { planOne, inSharedFolders } from './plan-one.ts'
import { runSecrets } from './run-secrets.ts'
import type { FileWatch, PlanFault, SavedStack, SaveRequest, StackSaver } from './save/contracts.ts'

/** One stack of a run, with what is its own in how it is planned. */
export interface StackToPlan {
  readonly subject: StackSubject
  /** Relative to the stack's folder, or absolute; loaded before those of the settings, which win. */
  readonly varFiles: readonly string[]
  readonly backendConfig: readonly string[]
  /** Goes into the part's facts: what was looked at. */
  readonly facts?: Readonly<Record<string, string>>
  /** Said at the end of the part: why it was planned. */
  readonly why?: readonly Section[]
  /**
   * The stack is gone from the repository: what destroying it would do is planned, from the files as they were, below
   * `root` (absolute) as in the repository.
   */
  readonly gone?: { readonly root: string }
}

/** How the stacks of one run are planned: the same for all of them. */
export interface PlanSettings {
  /** Absolute path of the repository. */
  readonly root: string
  /** Absolute path of a private folder for plans; goes with the job. */
  readonly folder: string
  /** The children's environment. */
  readonly env: Readonly<Record<string, string>>
  /** All of the job's environment, our own inputs too: where secrets are looked for. */
  readonly jobEnv: Readonly<Record<string, string>>
  readonly tool: VersionQuestion['input']
  readonly checks: readonly Check[]
  readonly varFiles: readonly string[]
  readonly backendConfig: readonly string[]
  readonly initArgs: readonly string[]
  readonly planArgs: readonly string[]
  readonly lockTimeout: string
  /** Absolute; only with a single stack. */
  readonly planFile?: string
  /** What the user wants hidden. */
  readonly patterns: readonly RegExp[]
  readonly destroyWarning: number
  readonly run: RunIdentity
  /** Stacks planned at once. */
  readonly parallel: number
}

export interface PlanPorts {
  readonly exec: Exec
  readonly clock: Clock
  readonly log: Log
  /** Follows one stack: counts and addresses only, no values. */
  readonly progress?: (stack: StackSubject) => StackProgress
}

/** What is done about plans beside making and showing them. */
export interface PlanHooks {
  /** Names of the stacks whose states are all that a failed plan lacks; undefined: there is more to it. */
  readonly waitsFor?: (stack: StackToPlan, plan: StackPlan) => Promise<readonly string[] | undefined>
  readonly saver?: StackSaver
}

export interface StackProgress {
  phase(phase: string): void
  event(progress: Progress): void
  done(part: Part): void
}

export interface PlannedStacks {
  readonly parts: readonly Part[]
  readonly outcomes: readonly PlanOutcome[]
  readonly redactor: Redactor
  /** Saved plans in the order of the stacks; empty where there is no whole one of ours. */
  readonly planFiles: readonly string[]
  /** What became of saving them for a later job, in the same order; empty where nobody asked. */
  readonly saved: readonly SavedStack[]
}

/**
 * Plans stacks and says what came of each. All are planned before anything is said of any: a secret of one stack may
 * turn up in another one's text.
 */
export async function planStacks(
  stacks: readonly StackToPlan[],
  settings: PlanSettings,
  ports: PlanPorts,
  hooks: PlanHooks = {},
): Promise<PlannedStacks> {
  const { early, withFound } = await runSecrets(stacks, settings)
  const serially = oneAtATime()
  const pluginCacheDir = await pluginCache(stacks.length, settings)
  const shared = inSharedFolders(stacks)
  const plans = await mapParallel(stacks, settings.parallel, async (stack, index) => {
    const progress = ports.progress?.(stack.subject)
    const folder = join(settings.folder, String(index))
    let watch: FileWatch | undefined
    const beforePlan = async (run: StackRun): Promise<void> => {
      watch = await hooks.saver?.before(stack, run)
    }
    const one = { settings, folder, early, serially, progress, pluginCacheDir, beforePlan, ports }
    const plan = await planOne(stack, { ...one, sharesFolder: shared.has(stack) })
    const made = plan.planFile === undefined ? undefined : await watch?.made(plan.planFile)
    const waitsFor = plan.failure === undefined ? undefined : await hooks.waitsFor?.(stack, plan)
    const gone = stack.gone === undefined ? undefined : (await isStateLost(plan)) ? 'lost' : 'found'
    return { plan, progress, stack, made, waitsFor, gone } as const
  })
  const found = plans.flatMap(({ plan }) =>
    plan.raw === undefined ? [] : [planSecrets(plan.raw, early.hidesKey)],
  )
  const redactor = withFound(found)
  const outcomes = plans.map(({ plan, waitsFor, gone }) =>
    planOutcome(plan, redactor, {
      ...(gone === undefined ? {} : { gone }),
      ...(waitsFor === undefined ? {} : { waitsFor }),
    }),
  )
  const saved = await savePlans(plans, outcomes, redactor, hooks)
  const options = {
    run: settings.run,
    destroyWarning: settings.destroyWarning,
    notSearched: redactor.notSearched,
  }
  const parts = outcomes.map((outcome, index) => {
    const part = planPart(outcome, options)
    const { facts, why = [] } = stacks[index] ?? {}
    const { facts: more, first = [], last = [], fault } = saved[index] ?? {}
    const sections = [...first, ...part.sections, ...last, ...why]
    const whole = { ...part, facts: { ...part.facts, ...facts, ...more }, sections }
    return redactPart(fault === undefined ? whole : faultyPart(whole, fault), redactor)
  })
  parts.forEach((part, index) => plans[index]?.progress?.done(part))
  return { parts, outcomes, redactor, planFiles: plans.map(({ plan }) => plan.planFile ?? ''), saved }
}

function faultyPart(part: Part, { reason, help, sections }: PlanFault): Part {
  if (part.verdict.kind !== 'ok') return part
  const why: Section = {
    kind: 'text',
    rank: 0,
    tone: 'caution',
    text: [{ strong: ['This plan is refused:'] }, ` ${reason}. ${help}`],
  }
  return {
    ...part,
    status: 'failed',
    verdict: { kind: 'failed', cause: 'policy', reason },
    headline: [{ strong: ['refused'] }, `: ${reason} (`, ...part.headline, ')'],
    sections: [why, ...sections, ...part.sections],
  }
}

/** Whether a plan without a state is one because the state is a file that is elsewhere. */
async function isStateLost({ raw, run }: StackPlan): Promise<boolean> {
  if (raw === undefined || run === undefined || raw.prior_state !== undefined) return false
  const { isLocalState } = await import('../terraform/local-state.ts')
  return isLocalState(run)
}

/** Once all are made, for the digests that are shown depend on what is secret in any. */
async function savePlans(
  plans: readonly Omit<SaveRequest, 'outcome' | 'redactor'>[],
  outcomes: readonly PlanOutcome[],
  redactor: Redactor,
  { saver }: PlanHooks,
): Promise<readonly SavedStack[]> {
  if (saver === undefined) return []
  const requests = plans.flatMap((plan, index) => {
    const outcome = outcomes[index]
    return outcome === undefined ? [] : [{ ...plan, outcome, redactor }]
  })
  return mapParallel(requests, UPLOADS, (request) => saver.save(request))
}

const UPLOADS = 4

/** One cache of providers for all stacks of the job; not with a single one, and not where the user has one. */
export async function pluginCache(
  stacks: number,
  { env, folder }: PlanSettings,
): Promise<string | undefined> {
  if (stacks < 2 || (env['TF_PLUGIN_CACHE_DIR'] ?? '') !== '') return undefined
  const cache = join(folder, 'providers')
  await mkdir(cache, { recursive: true })
  return cache
}
