import type { Diagnostic } from '../diagnostics.ts'
import { initStack } from '../init.ts'
import type { Failure } from '../run-tool.ts'
import type { StackRun, TerraformPorts } from '../stack-run.ts'
import { selectWorkspace } from '../workspace.ts'

export interface PrepareOptions {
  readonly onPhase?: (phase: 'init') => void
  /** Lets one stack at a time through `init`: the plugin cache is not safe for two. */
  readonly serially?: <T>(body: () => Promise<T>) => Promise<T>
}

export type Prepared =
  | {
      readonly kind: 'ready'
      /** Undefined: none was asked for. */
      readonly workspace?: string
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[]
    }
  | Failure

/**
 * Makes a stack ready for a saved plan: its backend, the providers of its lock file and no others, its workspace.
 * Throws `UserError` for inputs it does not take.
 */
export async function prepareApply(
  run: StackRun,
  ports: TerraformPorts,
  { onPhase, serially = (body) => body() }: PrepareOptions = {},
): Promise<Prepared> {
  onPhase?.('init')
  const init = await serially(() => initStack(run, ports, { backend: true, locked: true }))
  if (init.kind === 'failed') return init
  const selected = await selectWorkspace(run, ports)
  if (selected.kind === 'failed') {
    return { ...selected, diagnostics: [...init.diagnostics, ...selected.diagnostics] }
  }
  const { workspace } = selected
  return { kind: 'ready', ...(workspace === undefined ? {} : { workspace }), diagnostics: init.diagnostics }
}
