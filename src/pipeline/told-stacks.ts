import { UserError } from '../core/errors.ts'
import { toUserError } from '../repository/config/fault.ts'
import type { StackConfig } from '../repository/config/config.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { JudgedStack } from '../repository/items.ts'
import { joinPath } from '../repository/paths.ts'
import { stackSubject } from '../terraform/stack-key.ts'
import { detectChanges, type Detected } from './detect.ts'
import type { StackToPlan } from './plan-stacks.ts'
import { factsOf, folderToPlan, judgedToPlan, type ToldIdentity } from './stack-to-plan.ts'
import { toldHash } from './told-hash.ts'
import type { WorkTree } from './work-tree.ts'

/** The files as they are, and how to read them. */
export interface ToldSource {
  readonly workTree: WorkTree
  /** How to get what a partial clone left out; without it that is an error. */
  readonly access?: FetchAccess
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config: string | undefined
  /** Called with the configuration before anything is said about stacks: it tells what must not be shown. */
  readonly onConfig: (found: Pick<Detected, 'config' | 'configFile'>) => void
}

export interface ToldStacks extends Pick<Detected, 'config' | 'configFile'> {
  readonly stacks: readonly StackToPlan[]
  /** All stacks there are, as if the change touched each. Absent: nothing was looked for. */
  readonly all?: Pick<Detected, 'changes' | 'model'>
}

/**
 * The stacks with these names, as they are found in the repository.
 * @throws UserError naming all names that no stack has.
 */
export async function stacksByName(
  names: readonly string[],
  told: ToldIdentity,
  source: ToldSource,
): Promise<ToldStacks> {
  const detected = await allStacks(source, [])
  source.onConfig(detected)
  const byName = new Map(detected.changes.stacks.map((judged) => [judged.item.name, judged]))
  const unknown = names.filter((name) => !byName.has(name))
  if (unknown.length > 0) {
    throw new UserError(`no stack is called ${unknown.join(', ')}`, {
      where: 'input `stack`',
      help:
        byName.size === 0
          ? 'No stacks were found in the repository.'
          : `Stacks found: ${[...byName.keys()].sort().join(', ')}.`,
    })
  }
  const judged = [...new Set(names)].flatMap((name) => byName.get(name) ?? [])
  return { ...detected, all: detected, stacks: judged.map((one) => withTold(one, told, detected)) }
}

/** A folder that is planned as it is told, whether it would be found or not. */
export async function stackByFolder(
  path: string,
  told: ToldIdentity,
  source: ToldSource,
): Promise<ToldStacks> {
  const detected = await allStacks(source, [entryOf(path, told)])
  source.onConfig(detected)
  const judged = detected.changes.stacks.find(({ item }) => item.path === path)
  // Variable files, and what looks like a file of backend settings, are inputs already.
  const added = { ...told, varFiles: [], backendConfig: told.backendConfig.filter(isSetting) }
  const { snapshot } = detected.model
  const hash =
    judged === undefined ? {} : { 'inputs-hash': toldHash(judged.inputsHash, path, added, snapshot) }
  return { ...detected, all: detected, stacks: [folderToPlan(path, told, hash)] }
}

async function allStacks(
  { workTree: { place, tree }, access, config }: ToldSource,
  told: readonly StackConfig[],
): Promise<Detected> {
  const detected = await detectChanges({
    place,
    head: tree,
    base: undefined,
    kinds: ['terraform'],
    include: [],
    exclude: [],
    config,
    told,
    ...(access === undefined ? {} : { access }),
  })
  if ('faults' in detected) throw toUserError(detected.faults)
  return detected
}

function withTold(judged: JudgedStack, told: ToldIdentity, { model }: Detected): StackToPlan {
  const found = judgedToPlan(judged, undefined)
  const { path, name } = found.subject
  const identity = {
    path,
    workspace: found.subject.workspace ?? told.workspace,
    varFiles: [...found.varFiles, ...told.varFiles],
    backendConfig: [...found.backendConfig, ...told.backendConfig],
    planArgs: told.planArgs,
  }
  const hash = toldHash(judged.inputsHash, path, told, model.snapshot)
  return {
    ...found,
    why: [],
    facts: factsOf(judged.item, hash),
    subject: { ...stackSubject(identity), name },
  }
}

/** `key=value`, as opposed to the name of a file. */
const isSetting = (argument: string): boolean => argument.includes('=')

/** As if the configuration said so. Values of `-backend-config` are no files; what looks like one is an input. */
function entryOf(path: string, { workspace = '', varFiles, backendConfig }: ToldIdentity): StackConfig {
  const inRepository = (file: string): string[] => {
    const joined = joinPath(path, file)
    return joined === undefined ? [] : [joined]
  }
  const files = backendConfig.filter((argument) => !isSetting(argument)).flatMap(inRepository)
  return {
    path,
    ...(workspace === '' ? {} : { workspaces: [workspace] }),
    varFiles: varFiles.flatMap(inRepository),
    dependsOn: [],
    previousNames: [],
    extraInputs: files.map((file) => file.replace(/[*?[\]{}()!@+\\]/g, '[$&]')),
    generated: varFiles.flatMap(inRepository),
    line: 1,
  }
}
