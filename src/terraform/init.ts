import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { diagnosticText } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'
import { failureOf, runTool, succeeded } from './run-tool.ts'
import type { Failure } from './run-tool.ts'
import { checkStackDirectory, checkStackRun, wantedWorkspace } from './stack-run.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'
import type { TerraformBinary } from './tool.ts'
import { backoff, isTransientRegistry } from './transient.ts'

export interface InitOptions {
  /** False: modules and providers only, no state and no credentials (`-backend=false`). */
  readonly backend: boolean
  /**
   * Takes the providers of the dependency lock file and no others (`-lockfile=readonly`). Without such a file the tool
   * would refuse every provider, so then it is left out.
   */
  readonly locked?: boolean
  /** Milliseconds, for each try. */
  readonly timeoutMs?: number
}

export type InitResult =
  | {
      readonly kind: 'ok'
      /** Of all tries, waits left out. */
      readonly seconds: number
      readonly retries: number
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[]
    }
  | (Failure & { readonly retries: number })

/**
 * Runs `init`, and again where a registry or a download failed in a way that is known to pass. A `.terraform` left
 * from another backend configuration (a cached one) is set up anew with `-reconfigure`: that forgets what was
 * remembered of the old backend and leaves every state where it is. Throws `UserError` for inputs it does not take.
 */
export async function initStack(
  stack: StackRun,
  ports: TerraformPorts,
  options: InitOptions,
): Promise<InitResult> {
  checkStackRun(stack)
  await checkStackDirectory(stack.directory)
  const wanted = options.backend ? wantedWorkspace(stack) : undefined
  const locked = options.locked === true && (await hasLockFile(stack.directory))
  let extra: readonly string[] = []
  let workspace: string | undefined
  let seconds = 0
  let retries = 0
  for (;;) {
    const run = await runTool(stack, 'init', [...initArgs(stack, options, locked), ...extra], ports, {
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      ...(workspace === undefined ? {} : { workspace }),
    })
    seconds += run.result.seconds
    if (succeeded(run)) return { kind: 'ok', seconds, retries, diagnostics: run.diagnostics }
    const failure = { ...failureOf(run), seconds, retries }
    if (failure.cause === 'cancelled' || failure.cause === 'timeout') return failure
    const says = (pattern: RegExp) => failure.diagnostics.some((d) => pattern.test(diagnosticText(d)))
    const wait = backoff[retries]
    if (options.backend && extra.length === 0 && says(/Backend (configuration|type) changed/)) {
      extra = ['-reconfigure']
      ports.log?.info('the backend configuration has changed: setting it up anew')
    } else if (wanted !== undefined && workspace === undefined && says(noDefaultWorkspace)) {
      // `cloud` with tags and `remote` with a prefix have no workspace "default" that init could start from.
      workspace = wanted
    } else if (wait !== undefined && isTransientRegistry(failure.diagnostics)) {
      retries += 1
      ports.log?.info(`a registry or download did not answer: try ${retries + 1} in ${wait / 1000} s`)
      await ports.clock.sleep(wait)
    } else {
      return failure
    }
  }
}

const noDefaultWorkspace = /Currently selected workspace "default" does not exist|No existing workspaces/

async function hasLockFile(directory: string): Promise<boolean> {
  return (await stat(join(directory, '.terraform.lock.hcl')).catch(() => undefined)) !== undefined
}

function initArgs(stack: StackRun, { backend }: InitOptions, locked: boolean): string[] {
  return [
    'init',
    '-input=false',
    '-no-color',
    ...(locked ? ['-lockfile=readonly'] : []),
    ...(hasJsonInit(stack.binary) ? ['-json'] : []),
    ...(backend
      ? [
          `-lock-timeout=${stack.lockTimeout}`,
          ...stack.backendConfig.map((value) => `-backend-config=${value}`),
        ]
      : ['-backend=false']),
    ...stack.initArgs,
  ]
}

/** `init -json` came with Terraform 1.9 and OpenTofu 1.8. */
function hasJsonInit({ tool, version }: TerraformBinary): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 1 || (major === 1 && minor >= (tool === 'terraform' ? 9 : 8))
}
