import type { ActionContext, ActionResult } from '../core/action.ts'
import type { GitHub } from '../core/github-port.ts'
import type { AllowDestroy } from '../pipeline/apply/destroy-gate.ts'
import type { StackToApply } from '../pipeline/apply/apply-stack.ts'
import type { PlanSettings, StackToPlan } from '../pipeline/plan-stacks.ts'
import type { TouchedStacks } from '../pipeline/touched-stacks.ts'
import { upstreamOf } from '../pipeline/upstream.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { GitPlace } from '../repository/git/place.ts'
import { applyResult } from './apply-result.ts'
import { applyRun } from './apply-run.ts'
import { artifactsOf } from './artifact-store.ts'
import { stacksOutput } from './stacks-output.ts'

export interface ApplyTouchedRequest {
  readonly given: {
    readonly comment: 'update' | 'new' | 'off'
    readonly config: string | undefined
    readonly 'plan-passphrase': string
    readonly 'allow-destroy': AllowDestroy
  }
  readonly mode: 'reviewed' | 'replan'
  /** The default branch, which was pushed to. */
  readonly branch: string
  readonly settings: PlanSettings
  readonly folder: string
  readonly touched: Pick<TouchedStacks, 'stacks' | 'change' | 'notes' | 'config' | 'configFile'>
  readonly base: string | undefined
  readonly place: GitPlace
  readonly access: FetchAccess
  readonly github: () => Promise<GitHub>
}

/** Applies the stacks that a push touches, one job for all: upstream first. */
export async function applyTouched(
  request: ApplyTouchedRequest,
  context: ActionContext,
): Promise<ActionResult> {
  const { given, mode, branch, touched, settings, folder, place, access } = request
  const { config, configFile, change } = touched
  const [github, artifacts] = await Promise.all([request.github(), artifactsOf(context)()])
  const stacks = touched.stacks.map((stack) => toApply(stack, change))
  const passphrase = given['plan-passphrase']
  const run = {
    toApply: {
      stacks,
      others: new Map(),
      first: new Set<string>(),
      baseSha: request.base,
      config,
      configFile,
    },
    ...{ mode, branch, settings, github, artifacts, place, access },
    ...{ config: given.config, workflow: undefined, environment: '', allow: given['allow-destroy'] },
    passphrase: passphrase === '' ? undefined : passphrase,
  }
  const { applied, pulls } = await applyRun(run, context)
  const result = await applyResult(
    {
      ...{ applied, pulls, branch, github, artifacts, folder },
      toApply: run.toApply,
      comment: given.comment !== 'off',
      key: 'apply',
      collect: false,
      notes: touched.notes,
      counts: [],
    },
    context,
  )
  return {
    ...result,
    outputs: {
      ...result.outputs,
      changed: String(applied.applied.some(({ kind }) => kind === 'applied' || kind === 'failed')),
      'exit-code': result.failure === undefined ? '0' : '1',
      stacks: stacksOutput(applied.parts),
    },
  }
}

function toApply(stack: StackToPlan, change: TouchedStacks['change']): StackToApply {
  const { subject, facts, gone } = stack
  const upstream = gone === undefined ? (upstreamOf(change, subject)?.names ?? []) : []
  return { ...stack, name: subject.name, inputsHash: facts?.['inputs-hash'] ?? '', upstream }
}
