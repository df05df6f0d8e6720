import type { ActionContext } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import type { GitHub } from '../core/github-port.ts'
import type { Detected } from '../pipeline/detect.ts'
import type { PlanHooks, StackToPlan } from '../pipeline/plan-stacks.ts'
import type { StackOrigin, StackSaver } from '../pipeline/save/contracts.ts'
import type { Uncommitted } from '../pipeline/save/not-committed.ts'
import { waitingHook } from '../pipeline/waiting-hook.ts'
import type { SealKey } from '../terraform/sealed/container.ts'
import { begun } from './github-client.ts'
import { saverFor, type SaverRequest } from './plan-saving.ts'

export interface HooksRequest extends Omit<SaverRequest, 'origin' | 'generated'> {
  /** The change of this run, found out when it is asked for. */
  readonly change: () => Promise<Pick<Detected, 'changes' | 'model'>>
  readonly uncommitted: Uncommitted
  readonly github: () => Promise<GitHub>
  readonly stacks: readonly StackToPlan[]
  /** Path of the configuration from the repository root; undefined: there is none. */
  readonly configFile: string | undefined
  /** Says what is provisional also where no plan is kept: the change is known anyway. */
  readonly alwaysNotes: boolean
}

/** What is done about plans beside making and showing them. */
export async function planHooks(request: HooksRequest, context: ActionContext): Promise<PlanHooks> {
  const { change, uncommitted, saving, alwaysNotes } = request
  const waitsFor = waitingHook(change, context.log)
  if (saving === undefined && !alwaysNotes) return { waitsFor }
  const origin = async ({ subject, gone }: StackToPlan): Promise<StackOrigin> => {
    // What destroys a stack reads nothing of what others become.
    if (gone !== undefined) return { upstream: [], uncommitted: [] }
    const { judgedIn } = await import('../pipeline/upstream.ts')
    const judged = judgedIn(await change(), subject)
    const after = (judged?.item.dependsOn.length ?? 0) > 0
    return { upstream: judged?.upstream ?? [], after, ...uncommitted(subject.path) }
  }
  const generated = ({ subject, gone }: StackToPlan): readonly string[] =>
    gone === undefined ? uncommitted(subject.path).generated : []
  const saver = await saverFor({ ...request, origin, generated }, context)
  const isGroup = context.run.event === 'merge_group' && saving !== undefined && 'key' in saving
  return { waitsFor, saver: isGroup ? await guarded(saver, saving.key, request, context) : saver }
}

/** GitHub is asked while the plans are made. */
async function guarded(
  saver: StackSaver,
  key: SealKey,
  { github, stacks, commit, configFile }: HooksRequest,
  { run, exec, env }: ActionContext,
): Promise<StackSaver> {
  const [{ guardedByPulls }, { groupPlans }, { workflowFiles }] = await Promise.all([
    import('../pipeline/save/group-guard.ts'),
    import('../pipeline/apply/group-check.ts'),
    import('../pipeline/apply/workflow-files.ts'),
  ])
  const ask = async (): Promise<Awaited<ReturnType<typeof groupPlans>>> => {
    const branch = QUEUE.exec(run.ref)?.[1]
    const baseSha = run.mergeGroup?.baseSha
    if (branch === undefined || baseSha === undefined || commit === undefined) {
      throw new UserError(`${run.ref || 'this ref'} is of no merge queue, or the event tells no base`, {
        help: 'Plan on the event merge_group as GitHub starts it.',
      })
    }
    return groupPlans({
      ...{ github: await github(), repository: run.repository, branch, baseSha, ref: run.ref },
      head: run.sha,
      workflow: undefined,
      files: await workflowFiles({ exec, env, cwd: run.workspace }, commit, configFile),
      wanted: stacks.flatMap(({ subject, facts }) => {
        const inputsHash = facts?.['inputs-hash']
        return inputsHash === undefined ? [] : [{ key: subject.key, name: subject.name, inputsHash }]
      }),
    })
  }
  return guardedByPulls(saver, { key, plans: begun(ask()) })
}

/** The name of a merge queue's branch: of the branch it merges into. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40,64}$/
