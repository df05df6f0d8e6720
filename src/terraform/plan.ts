import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Diagnostic } from './diagnostics.ts'
import type { Progress, ToolEvent } from './events.ts'
import { failureOf, runTool, succeeded } from './run-tool.ts'
import type { Failure } from './run-tool.ts'
import { checkStackRun } from './stack-run.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'
import { backoff, isTransientLock } from './transient.ts'

export interface PlanOptions {
  /** Absolute. Written with mode 0600, whatever stood there before is removed. */
  readonly planFile: string
  /** Checked by `selectWorkspace`. */
  readonly workspace?: string
  readonly onProgress?: (progress: Progress) => void
  /** Milliseconds. */
  readonly timeoutMs?: number
}

export type PlanResult =
  | {
      readonly kind: 'planned'
      /**
       * What the tool said while planning (exit code or events): for plans whose JSON does not say it (`applyable`).
       * Exit code 2 alone gets lost in wrappers (hashicorp/setup-terraform issue 328).
       */
      readonly changed: boolean
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[]
      readonly planFile: string
      readonly seconds: number
    }
  | (Failure & {
      /**
       * A plan file was written all the same: good to look at, never to apply. Before Terraform 1.9 its JSON does not
       * say so (`errored`).
       */
      readonly partialPlan: boolean
    })

/** Plans an initialised stack. Throws `UserError` for inputs it does not take. */
export async function planStack(
  stack: StackRun,
  ports: TerraformPorts,
  options: PlanOptions,
): Promise<PlanResult> {
  checkStackRun(stack)
  const { planFile } = options
  let seconds = 0
  for (let tries = 0; ; tries += 1) {
    await prepare(planFile)
    let changed = false
    const onEvent = (event: ToolEvent) => {
      if (event.kind === 'summary' && event.changed) changed = true
      if (event.kind !== 'progress') return
      if (event.progress.step === 'planned') changed = true
      options.onProgress?.(event.progress)
    }
    const run = await runTool(stack, 'plan', planArgs(stack, planFile), ports, {
      onEvent,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    })
    seconds += run.result.seconds
    const written = await isWritten(planFile)
    if (succeeded(run, [0, 2]) && written) {
      changed ||= run.result.code === 2
      return { kind: 'planned', changed, diagnostics: run.diagnostics, planFile, seconds }
    }
    const failure = failureOf(run, written || !succeeded(run, [0, 2]) ? undefined : noPlanFile)
    const wait = backoff[tries]
    if (failure.cause !== 'lock' || wait === undefined || !isTransientLock(failure.diagnostics)) {
      if (!written) await rm(planFile, { force: true })
      return { ...failure, seconds, partialPlan: written }
    }
    ports.log?.info(`the state lock could not be asked for: try ${tries + 2} in ${wait / 1000} s`)
    await ports.clock.sleep(wait)
  }
}

const noPlanFile: Diagnostic = {
  severity: 'error',
  summary: 'the plan ended without an error, but wrote no plan file',
  detail: 'Is the program found a wrapper, or does TF_CLI_ARGS_plan change what it does?',
}

function planArgs(stack: StackRun, planFile: string): string[] {
  return [
    'plan',
    '-json',
    '-input=false',
    '-no-color',
    '-detailed-exitcode',
    `-lock-timeout=${stack.lockTimeout}`,
    ...stack.varFiles.map((file) => `-var-file=${file}`),
    ...stack.planArgs,
    `-out=${planFile}`,
  ]
}

/** An empty file of the right mode: both tools open it to write and keep its mode. */
async function prepare(planFile: string): Promise<void> {
  await mkdir(dirname(planFile), { recursive: true, mode: 0o700 })
  await rm(planFile, { force: true })
  await writeFile(planFile, '', { mode: 0o600, flag: 'wx' })
}

async function isWritten(planFile: string): Promise<boolean> {
  const found = await stat(planFile).catch(() => undefined)
  if (found === undefined || found.size === 0) return false
  await chmod(planFile, 0o600)
  return true
}
