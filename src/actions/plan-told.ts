import { join } from 'node:path'
import type { ActionContext } from '../core/action.ts'
import type { GitHub } from '../core/github-port.ts'
import { once } from '../core/once.ts'
import type { Detected } from '../pipeline/detect.ts'
import { isInRepository } from '../pipeline/in-repository.ts'
import { allCommitted, type Uncommitted } from '../pipeline/save/not-committed.ts'
import { folderToPlan } from '../pipeline/stack-to-plan.ts'
import type { ToldSource, ToldStacks } from '../pipeline/told-stacks.ts'
import { EMPTY_CONFIG } from '../repository/config/config.ts'
import { fetchAccess } from './github-client.ts'

/** What the inputs of a step say of its stacks. */
export interface ToldInputs {
  readonly 'working-directory': string | undefined
  readonly stack: readonly string[]
  readonly workspace: string | undefined
  readonly 'var-files': readonly string[]
  readonly 'plan-args': readonly string[]
  readonly 'backend-config': readonly string[]
  readonly gone: boolean
  readonly 'base-sha': string | undefined
  readonly config: string | undefined
  readonly 'github-token': string
}

export interface ToldRun extends ToldStacks {
  /** The change of this run, found out when it is asked for. */
  readonly change: () => Promise<Pick<Detected, 'changes' | 'model'>>
  /** Undefined: nothing is committed. */
  readonly commit: string | undefined
  readonly uncommitted: Uncommitted
}

export interface Telling {
  readonly onConfig: ToldSource['onConfig']
  readonly github: () => Promise<GitHub>
  /** Private folder for what goes with the job. */
  readonly folder: string
  /** Plans are kept: what is not committed is to be known. */
  readonly keeps: boolean
}

/** What is planned. A folder outside of a repository is planned as well, but nothing tells what it is made of. */
export async function stacksOf(
  given: ToldInputs,
  context: ActionContext,
  telling: Telling,
): Promise<ToldRun> {
  const { run, env, exec, log } = context
  const { onConfig, keeps } = telling
  const told = {
    workspace: given.workspace ?? env['TF_WORKSPACE'],
    varFiles: given['var-files'],
    planArgs: given['plan-args'],
    backendConfig: given['backend-config'],
  }
  const path = given['working-directory'] ?? '.'
  const place = { exec, env, cwd: run.workspace }
  const token = given['github-token']
  const access = fetchAccess(token, context)
  const asked = once(async () => {
    const { changeOfRun } = await import('../pipeline/change-of-run.ts')
    const github = token === '' ? undefined : telling.github
    return changeOfRun({ run, base: given['base-sha'], config: given.config, place, access, github })
  })
  const change = async (): Promise<Detected> => (await asked()).detected
  const unknown = { change, commit: undefined, uncommitted: allCommitted }
  if (given.stack.length === 0 && !(await isInRepository(run.workspace, env)))
    return { ...unknown, stacks: [folderToPlan(path, told)], config: EMPTY_CONFIG, configFile: undefined }
  if (given.gone) {
    const { toldGoneToPlan } = await import('../pipeline/gone-stacks.ts')
    const { detected, base, head } = await asked()
    onConfig(detected)
    const where = { place, access, folder: join(telling.folder, 'base'), workspace: told.workspace }
    const stacks = await toldGoneToPlan(given.stack, { detected, base }, where)
    const { config, configFile } = detected
    return { ...unknown, stacks, config, configFile, commit: head }
  }
  const [{ openWorkTree }, { stackByFolder, stacksByName }] = await Promise.all([
    import('../pipeline/work-tree.ts'),
    import('../pipeline/told-stacks.ts'),
  ])
  await using workTree = await openWorkTree(place, { ignored: true, access })
  const source = { workTree, access, config: given.config, onConfig }
  const found =
    given.stack.length > 0
      ? await stacksByName(given.stack, told, source)
      : await stackByFolder(path, told, source)
  if (given.stack.length === 0) {
    const hash = found.stacks[0]?.facts?.['inputs-hash']
    log.debug(hash === undefined ? `no inputs-hash: ${path} holds no Terraform files` : `inputs-hash ${hash}`)
  }
  const { commit } = workTree
  if (!keeps) return { ...unknown, ...found, commit }
  const { uncommittedInputs } = await import('../pipeline/save/uncommitted.ts')
  const uncommitted = await uncommittedInputs({ workTree, access, config: given.config })
  return { ...found, change, commit, uncommitted }
}
