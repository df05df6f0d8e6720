import type { ActionContext } from '../core/action.ts'
import type { ArtifactStore } from '../core/artifact-port.ts'
import { UserError } from '../core/errors.ts'
import type { GitHub } from '../core/github-port.ts'
import type { ApplyMode } from '../pipeline/apply/apply-stack.ts'
import { applyStacks, type AppliedStacks } from '../pipeline/apply/apply-stacks.ts'
import type { MergedPull } from '../pipeline/apply/contracts.ts'
import { destroyGate, type AllowDestroy } from '../pipeline/apply/destroy-gate.ts'
import { detectAt } from '../pipeline/apply/detect-at.ts'
import { lookUp } from '../pipeline/apply/look-up.ts'
import type { ToApply } from '../pipeline/apply/stacks-to-apply.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import type { PlanSettings } from '../pipeline/plan-stacks.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { GitPlace } from '../repository/git/place.ts'

export interface ApplyRunRequest {
  readonly mode: ApplyMode
  readonly toApply: ToApply
  readonly settings: PlanSettings
  readonly github: GitHub
  readonly artifacts: ArtifactStore
  /** The repository that is checked out. */
  readonly place: GitPlace
  readonly access: FetchAccess
  readonly branch: string
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config: string | undefined
  readonly passphrase: string | undefined
  readonly workflow: string | undefined
  readonly environment: string
  readonly allow: AllowDestroy
}

/** Asks GitHub what may be applied, and applies it. */
export async function applyRun(
  request: ApplyRunRequest,
  context: ActionContext,
): Promise<{ readonly applied: AppliedStacks; readonly pulls: readonly MergedPull[] }> {
  const { mode, toApply, github, artifacts, place, access, branch, config, allow } = request
  const { stacks, others, baseSha, configFile } = toApply
  const { run } = context
  refusePartialPlans(request.settings)
  const looked = await lookUp({
    ...{ mode, stacks, others, run, github, artifacts, place, branch, baseSha, configFile },
    commit: run.sha,
    workflow: request.workflow,
    environment: request.environment,
    wait: (milliseconds) => context.clock.sleep(milliseconds),
    detect: detectAt({ place, access, commit: run.sha, config, stacks }),
  })
  const settings = {
    plan: request.settings,
    mode,
    repository: run.repository,
    passphrase: request.passphrase,
    onStop: context.onStop,
    onLastChance: ({ title, message, summary }: { title: string; message: string; summary: string }) =>
      context.sayNow({ severity: 'error', message, at: { title } }, summary),
    destroys: (plan: Parameters<typeof destroyGate>[1], pull: number | undefined, gone: boolean) => {
      const pulls = looked.pulls.filter(({ number }) => pull === undefined || number === pull)
      return destroyGate({ allow, pulls, gone }, plan)
    },
  }
  const ports = { ...context, progress: logProgress(context.log, stacks.length) }
  return { applied: await applyStacks(stacks, { settings, ...looked }, ports), pulls: looked.pulls }
}

const PARTIAL = /^--?(target|exclude|refresh-only|refresh=(false|f|0)|destroy)(=|$)/i

/** With these a plan that has nothing to do, or does something, says nothing about the stack as a whole. */
function refusePartialPlans({ planArgs, env }: PlanSettings): void {
  const ofEnv = ['TF_CLI_ARGS', 'TF_CLI_ARGS_plan'].flatMap((name) =>
    (env[name] ?? '').split(/\s+/).map((arg) => ({ arg, where: name })),
  )
  const all = [...planArgs.map((arg) => ({ arg, where: 'plan-args' })), ...ofEnv]
  const faults = all.filter(({ arg }) => PARTIAL.test(arg.replace(/^["']/, '')))
  if (faults.length === 0) return
  const words = faults.map(({ arg, where }) => `${where}: ${arg.split('=', 1)[0] ?? ''} is not allowed`)
  throw new UserError(words.join('; '), {
    where: 'inputs',
    help: 'A stack is applied as a whole. For a part of it, or to destroy it, use the tool by hand.',
  })
}
