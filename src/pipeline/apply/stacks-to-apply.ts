import { UserError } from '../../core/errors.ts'
import type { RunContext } from '../../core/event.ts'
import type { GitHub } from '../../core/github-port.ts'
import type { GitopsConfig } from '../../repository/config/config.ts'
import type { FetchAccess } from '../../repository/git/fetch.ts'
import { changeOfRun, type RunChange } from '../change-of-run.ts'
import { toldGoneToPlan } from '../gone-stacks.ts'
import type { StackToPlan } from '../plan-stacks.ts'
import type { ToldIdentity } from '../stack-to-plan.ts'
import { stackByFolder, stacksByName, type ToldSource } from '../told-stacks.ts'
import { upstreamOf } from '../upstream.ts'
import type { StackToApply } from './apply-stack.ts'

export interface ToApplyRequest {
  /** By name; empty: the folder. */
  readonly names: readonly string[]
  readonly folder: string
  readonly told: ToldIdentity
  readonly source: ToldSource
  readonly run: RunContext
  readonly github: () => Promise<GitHub>
  readonly baseSha: string | undefined
  /** The stacks are gone from the repository: private folder (absolute) for the files as they were. */
  readonly goneFolder: string | undefined
}

export interface ToApply {
  readonly stacks: readonly StackToApply[]
  /** Other stacks of the change that these go after, by name. */
  readonly others: ReadonlyMap<string, { readonly key: string; readonly inputsHash: string }>
  /** Names of the stacks that others of the change go after. */
  readonly first: ReadonlySet<string>
  /** Undefined: there is nothing to compare with. */
  readonly baseSha: string | undefined
  readonly config: GitopsConfig
  readonly configFile: string | undefined
}

/** The stacks that are told, with what they are made of here and what of the change goes before them. */
export async function stacksToApply(request: ToApplyRequest): Promise<ToApply> {
  const { names, folder, told, source, run, github } = request
  const { place, commit } = source.workTree
  if (commit === undefined || source.access === undefined) throw notVersioned()
  const { access, config } = source
  const change = await changeOfRun({ run, place, access, github, config, base: request.baseSha })
  if (request.goneFolder !== undefined) return goneToApply(request, request.goneFolder, change, access)
  const found =
    names.length > 0 ? await stacksByName(names, told, source) : await stackByFolder(folder, told, source)
  const here = new Set(found.stacks.map(({ subject }) => subject.name))
  const stacks = found.stacks.map((stack) => {
    const ofChange = upstreamOf(change.detected, stack.subject)?.names ?? []
    // What is applied together has an order, whether the change touches it or not.
    const ofAll = found.all === undefined ? [] : (upstreamOf(found.all, stack.subject)?.names ?? [])
    return toApply(stack, [...new Set([...ofChange, ...ofAll.filter((name) => here.has(name))])])
  })
  const elsewhere = [...new Set(stacks.flatMap(({ upstream }) => upstream))].filter((name) => !here.has(name))
  const others = elsewhere.length === 0 ? [] : (await stacksByName(elsewhere, told, source)).stacks
  return {
    stacks,
    others: new Map(
      others.map(({ subject, facts }) => [
        subject.name,
        { key: subject.key, inputsHash: facts?.['inputs-hash'] ?? '' },
      ]),
    ),
    first: new Set(change.detected.changes.stacks.flatMap(({ upstream }) => upstream)),
    baseSha: change.base,
    config: found.config,
    configFile: found.configFile,
  }
}

/** Stacks that the change takes away: what destroys them reads nothing of what others become. */
async function goneToApply(
  { names, told, source }: ToApplyRequest,
  folder: string,
  { detected, base }: RunChange,
  access: FetchAccess,
): Promise<ToApply> {
  source.onConfig(detected)
  const { place } = source.workTree
  const where = { place, access, folder, workspace: told.workspace }
  const found = await toldGoneToPlan(names, { detected, base }, where)
  return {
    stacks: found.map((stack) => toApply(stack, [])),
    others: new Map(),
    first: new Set(),
    baseSha: base,
    config: detected.config,
    configFile: detected.configFile,
  }
}

function toApply(stack: StackToPlan, upstream: readonly string[]): StackToApply {
  const inputsHash = stack.facts?.['inputs-hash']
  if (inputsHash === undefined) {
    throw new UserError(`there is nothing to apply in ${stack.subject.path}: it holds no Terraform files`, {
      where: 'working-directory',
      help: 'Give the folder of a stack, or its name in `stack`.',
    })
  }
  return { ...stack, name: stack.subject.name, inputsHash, upstream }
}

function notVersioned(): UserError {
  return new UserError('the workspace is no Git repository with a commit', {
    where: 'GITHUB_WORKSPACE',
    help: 'Check it out with `actions/checkout`: what is applied must be what was merged.',
  })
}
