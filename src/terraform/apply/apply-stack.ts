import { UserError } from '../../core/errors.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { diagnosticText, errorsOf } from '../diagnostics.ts'
import type { Progress, ToolEvent } from '../events.ts'
import type { LockInfo } from '../lock.ts'
import type { StackSubject } from '../plan-stack.ts'
import type { RawPlan } from '../plan/raw.ts'
import { failureOf, runTool, succeeded } from '../run-tool.ts'
import type { Failure, ToolRun } from '../run-tool.ts'
import { checkStackRun, wantedWorkspace } from '../stack-run.ts'
import type { StackRun, TerraformPorts } from '../stack-run.ts'
import { backoff, isTransientLock } from '../transient.ts'
import { ephemeralArgs, missingEphemeral } from './ephemeral.ts'
import { followApply, type ApplyFollower } from './follow.ts'
import type { LeftBehind } from './left-behind.ts'
import { isOurs, lockHolder } from './lock-left.ts'
import { readOutputs, type StackOutputs } from './outputs.ts'
import type { StackApply } from './stack-apply.ts'
import { watchStop } from './stop-watch.ts'

export interface ApplyRequest {
  readonly stack: StackSubject
  /** Initialised (`prepareApply`). */
  readonly run: StackRun
  /** Absolute. */
  readonly planFile: string
  /** Of that very file. */
  readonly raw: RawPlan
  /** As `prepareApply` told it. Default: the one that `run` asks for. */
  readonly workspace?: string
  /** Names of variables that were given while planning and that the plan does not hold (`ephemeralVariables`). */
  readonly ephemeral?: readonly string[]
  readonly onPhase?: (phase: 'apply' | 'outputs') => void
  readonly onProgress?: (progress: Progress) => void
  /**
   * Called when we are told to stop for the second time and the tool still runs: what may be left behind, to be said at
   * once, for we may be killed in two seconds. Called again when the lock becomes known only then.
   */
  readonly onLastChance?: (left: LeftBehind) => void
}

export interface ApplyPorts extends TerraformPorts {
  /** Calls back at each signal that tells us to stop; returns what undoes it. */
  readonly onStop?: (listener: (again: boolean) => void) => () => void
}

/**
 * Milliseconds from the second signal to stop until the tool hears it, too. On GitHub the end comes 700 ms later. At
 * its second signal each tool ends within 10 ms, writes the state as it knows it and releases the lock (measured with
 * the S3 backend: Terraform 1.5.7 and 1.11.4, OpenTofu 1.12.6); what was in flight is lost. Killed, it would leave the
 * lock, and lose all since the state was last written.
 */
const LAST_SIGNAL_MS = 1_800

/**
 * Applies a saved plan to an initialised stack. An apply that has begun is never tried again: what it left is for a new
 * plan to see. Only where the lock could not even be asked for, so that nothing has begun, it is.
 * Throws `UserError` for inputs it does not take.
 */
export async function applySavedPlan(request: ApplyRequest, ports: ApplyPorts): Promise<StackApply> {
  checkStackRun(request.run)
  const started = ports.clock.now()
  const seconds = (): number => (ports.clock.now() - started) / 1000
  const missing = await missingEphemeral(request.run, request.ephemeral ?? [])
  if (missing.length > 0) return notBegun(request, ephemeralFailure(missing), seconds())
  request.onPhase?.('apply')
  const ran = await runApply(request, ports).catch(neverStarted)
  if ('cause' in ran) return notBegun(request, ran, seconds())
  const { run, follower, outputs: told, lock } = ran
  const well = succeeded(run) && follower.applied()
  const resources = follower.results({ ended: true, well })
  const undone = resources.filter(({ state, optional }) => state !== 'done' && optional !== true)
  const failure = well && undone.length === 0 ? undefined : applyFailure(run, undone.length, resources.length)
  const lockLeft =
    failure === undefined ? undefined : await lockLeftBy(request, ports, run, { started, lock })
  const outputs = await outputsAfter(request, ports, { failure, begun: follower.begun(), told })
  return {
    stack: request.stack,
    run: request.run,
    raw: request.raw,
    resources,
    ...(failure === undefined ? {} : { failure }),
    stale: failure !== undefined && isStale(run.diagnostics),
    ...(lockLeft === undefined ? {} : { lockLeft }),
    diagnostics: failure?.diagnostics ?? run.diagnostics,
    ...(outputs === undefined ? {} : { outputs }),
    seconds: seconds(),
  }
}

interface Ran {
  readonly run: ToolRun
  readonly follower: ApplyFollower
  /** As the tool told them at its end: without the values of sensitive ones. */
  readonly outputs: StackOutputs | undefined
  /** Ours, learnt while we were told to stop. */
  readonly lock: LockInfo | undefined
}

async function runApply(request: ApplyRequest, ports: ApplyPorts): Promise<Ran> {
  const stack = withoutVariables(request.run, request.ephemeral ?? [])
  const workspace = workspaceOf(request)
  for (let tries = 0; ; tries += 1) {
    const since = ports.clock.now()
    const follower = followApply(request.raw, () => ports.clock.now())
    let outputs: StackOutputs | undefined
    const onEvent = (event: ToolEvent): void => {
      follower.take(event)
      if (event.kind === 'summary' && event.outputs !== undefined) ({ outputs } = event)
      if (event.kind === 'progress') request.onProgress?.(event.progress)
    }
    const watch = watchStop(ports, {
      async askLock() {
        const holder = await lockHolder(stack, workspace, ports)
        return holder !== undefined && isOurs(holder, since) ? holder : undefined
      },
      leftBehind: (lock) => ({
        stack: request.stack,
        tool: stack.binary.tool,
        resources: follower.results({ ended: false, well: false }),
        lock,
      }),
      onLastChance: (left) => request.onLastChance?.(left),
    })
    const run = await runTool(stack, 'apply', applyArgs(request), ports, {
      onEvent,
      signals: { onlyFirstSignal: { lastMs: LAST_SIGNAL_MS } },
      ...(workspace === undefined ? {} : { workspace }),
    }).finally(() => void watch.end())
    const lock = await watch.end()
    const wait = backoff[tries]
    if (follower.begun() || wait === undefined || succeeded(run) || !isTransientLock(run.diagnostics)) {
      return { run, follower, outputs, lock }
    }
    ports.log?.info(`the state lock could not be asked for: try ${tries + 2} in ${wait / 1000} s`)
    await ports.clock.sleep(wait)
  }
}

/**
 * Without `TF_VAR_` of what the plan holds: the tool would take no notice of another value, but print it in a warning.
 */
function withoutVariables(run: StackRun, ephemeral: readonly string[]): StackRun {
  const kept = Object.entries(run.env).filter(
    ([name]) => !name.startsWith('TF_VAR_') || ephemeral.includes(name.slice('TF_VAR_'.length)),
  )
  return { ...run, env: Object.fromEntries(kept) }
}

function applyArgs({ run, planFile, ephemeral = [] }: ApplyRequest): string[] {
  return [
    'apply',
    '-json',
    '-input=false',
    '-no-color',
    `-lock-timeout=${run.lockTimeout}`,
    ...ephemeralArgs(run, ephemeral),
    planFile,
  ]
}

/** Backends without workspaces have one that is called so, and take no name for it. */
function workspaceOf({ workspace, run }: ApplyRequest): string | undefined {
  const wanted = workspace ?? wantedWorkspace(run)
  return workspace === undefined && wanted === 'default' ? undefined : wanted
}

const stalePlan = /^Saved plan is stale$/

const isStale = (diagnostics: readonly Diagnostic[]): boolean =>
  errorsOf(diagnostics).some(({ summary }) => stalePlan.test(summary))

function applyFailure(run: ToolRun, undone: number, all: number): Failure {
  const silent = succeeded(run)
  const failure = failureOf(run, silent ? notReported(run, undone, all) : undefined)
  if (silent) return { ...failure, cause: 'bug', help: 'Plan again: what is still to do shows there.' }
  if (!isStale(run.diagnostics)) return failure
  return {
    ...failure,
    cause: 'policy',
    help: 'The state has changed since the plan was made. Plan again, and have that plan reviewed.',
  }
}

/** A run that ended well by its exit code and has not said that all is done. */
function notReported({ tool }: ToolRun, undone: number, all: number): Diagnostic {
  const summary =
    undone === 0
      ? `${tool} apply ended without an error, but did not say that it applied the plan`
      : `${tool} apply ended without an error, but did not report ${undone} of ${all} resources of the plan as done`
  return {
    severity: 'error',
    summary,
    detail: 'Is the program found a wrapper, or does TF_CLI_ARGS_apply change what it does?',
  }
}

function ephemeralFailure(missing: readonly string[]): Failure {
  const names = missing.join(', ')
  const many = missing.length > 1
  const summary = `${many ? 'ephemeral variables' : 'an ephemeral variable'} must be given again: ${names}`
  const help = `A saved plan does not hold the values of ephemeral variables: give ${many ? 'them' : 'it'} to this step as to the one that planned (${missing.map((name) => `TF_VAR_${name}`).join(', ')}, or var-files).`
  const diagnostics: Diagnostic[] = [{ severity: 'error', summary, detail: '' }]
  return { kind: 'failed', phase: 'apply', cause: 'config', help, diagnostics, seconds: 0 }
}

/** We were asked to stop before there was anything to stop. */
function neverStarted(thrown: unknown): Failure {
  if (!(thrown instanceof UserError) || thrown.causeClass !== 'cancelled') throw thrown
  const diagnostics: Diagnostic[] = [{ severity: 'error', summary: thrown.message, detail: '' }]
  return { kind: 'failed', phase: 'apply', cause: 'cancelled', diagnostics, seconds: 0 }
}

function notBegun({ stack, run, raw }: ApplyRequest, failure: Failure, seconds: number): StackApply {
  const resources = followApply(raw, () => 0).results({ ended: true, well: false })
  const { diagnostics } = failure
  return { stack, run, raw, resources, failure, stale: false, diagnostics, seconds }
}

const lockStays = /Error (?:releasing|unlocking) the state/

/** The lock that a run left: asked for where it was ended by force, or says that it could not unlock. */
async function lockLeftBy(
  request: ApplyRequest,
  ports: ApplyPorts,
  run: ToolRun,
  { started, lock }: { readonly started: number; readonly lock: LockInfo | undefined },
): Promise<LockInfo | undefined> {
  const stays = run.diagnostics.some((d) => lockStays.test(diagnosticText(d)))
  if (run.result.signal === undefined && !run.result.timedOut && !stays && lock === undefined)
    return undefined
  const holder = await lockHolder(request.run, workspaceOf(request), ports)
  if (holder === undefined) return undefined
  const same = lock !== undefined && holder.id === lock.id
  return same || isOurs(holder, started) ? holder : undefined
}

/**
 * The tool tells the outputs at its end, which costs nothing; only sensitive values are not among them. They are read
 * from the state where there are any, for what is secret must be known to be hidden, and after a failure.
 */
async function outputsAfter(
  request: ApplyRequest,
  ports: ApplyPorts,
  { failure, begun, told }: { failure: Failure | undefined; begun: boolean; told: StackOutputs | undefined },
): Promise<StackOutputs | undefined> {
  if (failure === undefined && told !== undefined) {
    if (Object.values(told).every(({ sensitive }) => !sensitive)) return told
  } else if (!begun) return undefined
  request.onPhase?.('outputs')
  const read = await readOutputs(request.run, workspaceOf(request), ports)
  return read ?? (failure === undefined ? told : undefined)
}
