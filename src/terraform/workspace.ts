import { stripAnsi } from './diagnostics-text.ts'
import { diagnosticText } from './diagnostics.ts'
import { failureOf, runTool, succeeded } from './run-tool.ts'
import type { Failure } from './run-tool.ts'
import { wantedWorkspace } from './stack-run.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'

export type WorkspaceResult =
  { readonly kind: 'selected'; /** Undefined: none was asked for. */ readonly workspace?: string } | Failure

/**
 * Makes sure that the workspace asked for exists, by its exact name; needs a stack that is initialised with its
 * backend. Nothing is selected in `.terraform`: runs get the name by TF_WORKSPACE, so that runs of several workspaces
 * do not disturb each other. TF_WORKSPACE alone is a trap: with a name that does not exist, local and object-store
 * backends plan a new, empty workspace, where everything is to be created. None is ever created here.
 */
export async function selectWorkspace(
  stack: StackRun,
  ports: TerraformPorts,
  options: { readonly timeoutMs?: number } = {},
): Promise<WorkspaceResult> {
  const workspace = wantedWorkspace(stack)
  if (workspace === undefined) return { kind: 'selected' }
  const run = await runTool(stack, 'workspace', ['workspace', 'list'], ports, { ...options, document: true })
  if (!succeeded(run)) {
    const failure = failureOf(run)
    const unsupported = failure.diagnostics.some((d) => /workspaces not supported/.test(diagnosticText(d)))
    if (!unsupported) return failure
    // All that there is on such a backend, and what it is called in plans.
    if (workspace === 'default') return { kind: 'selected' }
    return {
      ...failure,
      cause: 'config',
      help: 'This backend has no workspaces: leave `workspace` (and TF_WORKSPACE) empty.',
    }
  }
  const names = parseWorkspaces(run.result.stdout)
  if (names.includes(workspace)) return { kind: 'selected', workspace }
  return {
    kind: 'failed',
    phase: 'workspace',
    cause: 'config',
    help: 'Correct the `workspace` input, or create the workspace first: none is created here.',
    diagnostics: [
      {
        severity: 'error',
        summary: `workspace "${workspace}" does not exist`,
        detail: names.length === 0 ? 'The backend has none.' : `Workspaces that exist: ${names.join(', ')}.`,
      },
    ],
    seconds: run.result.seconds,
  }
}

/** Names of `workspace list`: two characters (a star before the current one), then the name, which has no spaces. */
export function parseWorkspaces(stdout: string): string[] {
  return stripAnsi(stdout)
    .split(/\r?\n/)
    .flatMap((line) => /^(?:\* | {2})(\S+)\s*$/.exec(line)?.[1] ?? [])
}
