import { join } from 'node:path'
import { UserError, errorMessage } from '../core/errors.ts'
import type { Redactor } from '../core/redactor.ts'
import { givenPlan } from '../terraform/given-plan.ts'
import type { StackPlan } from '../terraform/plan-stack.ts'
import type { StackRun } from '../terraform/stack-run.ts'
import type { PlanPorts, PlanSettings, StackProgress, StackToPlan } from './plan-stacks.ts'

export interface OneStack {
  readonly settings: PlanSettings
  readonly folder: string
  readonly early: Redactor
  readonly serially: <T>(body: () => Promise<T>) => Promise<T>
  readonly progress: StackProgress | undefined
  readonly pluginCacheDir: string | undefined
  /**
   * Another stack of the run is planned in the same folder. `.terraform` holds one backend and one set of modules: with
   * the folder's own, one of them would be planned against the state of the other.
   */
  readonly sharesFolder: boolean
  readonly beforePlan?: (run: StackRun) => Promise<void>
  readonly ports: PlanPorts
}

/** A fault of one stack is that stack's failure: the others are still planned. */
export async function planOne(stack: StackToPlan, one: OneStack): Promise<StackPlan> {
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
        // Nobody will mend code that is gone.
        checks: stack.gone === undefined ? settings.checks : [],
        folder: one.folder,
        redactor: one.early,
        serially: one.serially,
        beforePlan: async () => one.beforePlan?.(run),
        onPhase: (phase) => progress?.phase(phase),
        onProgress: (event) => progress?.event(event),
      },
      ports,
    )
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return failedPlan(stack, thrown, settings, (ports.clock.now() - started) / 1000)
  }
}

/** What finds and runs the tool is loaded here: a plan that is given as JSON needs none. */
export async function stackRun(
  { subject, varFiles, backendConfig, gone }: StackToPlan,
  { settings, pluginCacheDir, ports, sharesFolder, folder }: OneStack,
): Promise<NonNullable<StackPlan['run']>> {
  const [{ checkStackDirectory }, { resolveBinary }] = await Promise.all([
    import('../terraform/stack-run.ts'),
    import('../terraform/resolve-binary.ts'),
  ])
  const root = gone?.root ?? settings.root
  const directory = join(root, subject.path)
  await checkStackDirectory(directory)
  const binary = await resolveBinary({
    stackDir: directory,
    rootDir: root,
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
    planArgs: gone === undefined ? settings.planArgs : [...settings.planArgs, '-destroy'],
    lockTimeout: settings.lockTimeout,
    ...(subject.workspace === undefined ? {} : { workspace: subject.workspace }),
    ...(pluginCacheDir === undefined ? {} : { pluginCacheDir }),
    ...(sharesFolder ? { dataDir: join(folder, 'data') } : {}),
  }
}

/** Those of the stacks that are in the same folder as another one of them. */
export function inSharedFolders(stacks: readonly StackToPlan[]): ReadonlySet<StackToPlan> {
  const folders = Map.groupBy(stacks, ({ subject, gone }) => join(gone?.root ?? '', subject.path))
  return new Set([...folders.values()].filter(({ length }) => length > 1).flat())
}

export function failedPlan(
  { subject: stack, gone }: StackToPlan,
  fault: UserError,
  { root, planFile }: PlanSettings,
  seconds: number,
): StackPlan {
  const where = placeOf(fault.where, stack.path, gone?.root ?? root)
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
