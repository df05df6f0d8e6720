import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, errorMessage } from '../core/errors.ts'
import type { Clock, Exec, Log } from '../core/ports.ts'
import { makeRedactor } from '../core/redact.ts'
import type { Redactor } from '../core/redactor.ts'
import type { Part, RunIdentity } from '../report/part.ts'
import { redactPart } from '../report/redact-document.ts'
import type { Section } from '../report/section.ts'
import type { Progress } from '../terraform/events.ts'
import { givenPlan } from '../terraform/given-plan.ts'
import { knownSecrets } from '../terraform/known-secrets.ts'
import type { Check, StackPlan, StackSubject } from '../terraform/plan-stack.ts'
import { planOutcome } from '../terraform/report/plan-outcome.ts'
import { planPart } from '../terraform/report/plan-part.ts'
import type { PlanOutcome } from '../terraform/report/outcome.ts'
import { planSecrets } from '../terraform/secrets.ts'
import type { VersionQuestion } from '../terraform/version.ts'
import { mapParallel, oneAtATime } from './parallel.ts'

/**
 * Words that our own text is made of. A secret that is one of them is hidden where it is marked; searched for
 * everywhere it would make every report unreadable, and the last check would refuse it.
 */
const OWN_WORDS = (
  'terraform opentofu sensitive unchanged attribute attributes resource resources output outputs stack stacks replace ' +
  'destroy destroyed update create created forces replacement changed change deferred import imported moved shell ' +
  'commit attempt warning caution details summary action result workspace'
).split(' ')

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
}

/**
 * Plans stacks and says what came of each. All are planned before anything is said of any: a secret of one stack may
 * turn up in another one's text.
 */
export async function planStacks(
  stacks: readonly StackToPlan[],
  settings: PlanSettings,
  ports: PlanPorts,
): Promise<PlannedStacks> {
  const given = await knownSecrets(
    stacks.map(({ subject, varFiles }) => ({ ...subject, varFiles: [...varFiles, ...settings.varFiles] })),
    { planArgs: settings.planArgs, root: settings.root, env: settings.jobEnv },
  )
  const known = { ...given, publicNames: [...given.publicNames, ...OWN_WORDS] }
  const early = makeRedactor({ ...known, patterns: settings.patterns })
  const serially = oneAtATime()
  const pluginCacheDir = await pluginCache(stacks.length, settings)
  const plans = await mapParallel(stacks, settings.parallel, async (stack, index) => {
    const progress = ports.progress?.(stack.subject)
    const folder = join(settings.folder, String(index))
    const plan = await planOne(stack, { settings, folder, early, serially, progress, pluginCacheDir, ports })
    return { plan, progress }
  })
  const found = plans.flatMap(({ plan }) =>
    plan.raw === undefined ? [] : [planSecrets(plan.raw, early.hidesKey)],
  )
  const redactor = makeRedactor({
    secrets: [...known.secrets, ...found.flatMap(({ secrets }) => secrets)],
    publicNames: [...known.publicNames, ...found.flatMap(({ publicNames }) => publicNames)],
    patterns: settings.patterns,
  })
  const outcomes = plans.map(({ plan }) => planOutcome(plan, redactor))
  const options = {
    run: settings.run,
    destroyWarning: settings.destroyWarning,
    notSearched: redactor.notSearched,
  }
  const parts = outcomes.map((outcome, index) => {
    const part = planPart(outcome, options)
    const { facts, why = [] } = stacks[index] ?? {}
    const whole = { ...part, facts: { ...part.facts, ...facts }, sections: [...part.sections, ...why] }
    return redactPart(whole, redactor)
  })
  parts.forEach((part, index) => plans[index]?.progress?.done(part))
  return { parts, outcomes, redactor, planFiles: plans.map(({ plan }) => plan.planFile ?? '') }
}

/** One cache of providers for all stacks of the job; not with a single one, and not where the user has one. */
async function pluginCache(stacks: number, { env, folder }: PlanSettings): Promise<string | undefined> {
  if (stacks < 2 || (env['TF_PLUGIN_CACHE_DIR'] ?? '') !== '') return undefined
  const cache = join(folder, 'providers')
  await mkdir(cache, { recursive: true })
  return cache
}

interface OneStack {
  readonly settings: PlanSettings
  readonly folder: string
  readonly early: Redactor
  readonly serially: <T>(body: () => Promise<T>) => Promise<T>
  readonly progress: StackProgress | undefined
  readonly pluginCacheDir: string | undefined
  readonly ports: PlanPorts
}

/** A fault of one stack is that stack's failure: the others are still planned. */
async function planOne(stack: StackToPlan, one: OneStack): Promise<StackPlan> {
  const { settings, ports, progress } = one
  const { subject } = stack
  const started = ports.clock.now()
  try {
    if (settings.planFile !== undefined) {
      return await givenPlan(
        subject,
        settings.planFile,
        { folder: one.folder, run: () => stackRun(stack, one), early: one.early, checks: settings.checks },
        ports,
      )
    }
    const run = await stackRun(stack, one)
    const { makeStackPlan } = await import('../terraform/plan-stack.ts')
    return await makeStackPlan(
      {
        stack: subject,
        run,
        checks: settings.checks,
        folder: one.folder,
        redactor: one.early,
        serially: one.serially,
        onPhase: (phase) => progress?.phase(phase),
        onProgress: (event) => progress?.event(event),
      },
      ports,
    )
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return failedPlan(subject, thrown, settings, (ports.clock.now() - started) / 1000)
  }
}

/** What finds and runs the tool is loaded here: a plan that is given as JSON needs none. */
async function stackRun(
  { subject, varFiles, backendConfig }: StackToPlan,
  { settings, pluginCacheDir, ports }: OneStack,
): Promise<NonNullable<StackPlan['run']>> {
  const [{ checkStackDirectory }, { resolveBinary }] = await Promise.all([
    import('../terraform/stack-run.ts'),
    import('../terraform/resolve-binary.ts'),
  ])
  const directory = join(settings.root, subject.path)
  await checkStackDirectory(directory)
  const binary = await resolveBinary({
    stackDir: directory,
    rootDir: settings.root,
    input: settings.tool,
    env: settings.env,
    ports,
  })
  return {
    directory,
    binary,
    env: settings.env,
    varFiles: [...varFiles, ...settings.varFiles],
    backendConfig: [...backendConfig, ...settings.backendConfig],
    initArgs: settings.initArgs,
    planArgs: settings.planArgs,
    lockTimeout: settings.lockTimeout,
    ...(subject.workspace === undefined ? {} : { workspace: subject.workspace }),
    ...(pluginCacheDir === undefined ? {} : { pluginCacheDir }),
  }
}

function failedPlan(
  stack: StackSubject,
  fault: UserError,
  { root, planFile }: PlanSettings,
  seconds: number,
): StackPlan {
  const where = placeOf(fault.where, stack.path, root)
  const diagnostics = [
    { severity: 'error' as const, summary: `${where}${errorMessage(fault)}`, detail: fault.help ?? '' },
  ]
  return {
    stack,
    failure: {
      kind: 'failed',
      phase: planFile === undefined ? 'init' : 'read',
      cause: fault.causeClass,
      ...(fault.help === undefined ? {} : { help: fault.help }),
      diagnostics,
      seconds,
    },
    diagnostics,
    findings: [],
    seconds,
  }
}

/** The reader knows the repository, not where the runner keeps it; and the stack is named in any case. */
function placeOf(where: string | undefined, stackPath: string, root: string): string {
  if (where === undefined || where === root) return ''
  const place = where.startsWith(`${root}/`) ? where.slice(root.length + 1) : where
  return place === stackPath ? '' : `${place}: `
}
