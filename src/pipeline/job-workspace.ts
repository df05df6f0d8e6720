import { UserError } from '../core/errors.ts'
import type { JudgedStack, Stack } from '../repository/items.ts'
import { variableFileName } from '../repository/config/paths.ts'

export interface InWorkspace {
  readonly stacks: readonly JudgedStack[]
  /** Names of the variants that belong to other workspaces. */
  readonly others: readonly string[]
}

/**
 * With TF_WORKSPACE, of the variants by variable file only the one of that workspace is planned: the values of another
 * one would be planned against its state. Stacks that name their workspace, and those without variants, are as they were.
 *
 * @param all every stack of the repository: variants of a folder that are not touched tell too
 * @throws UserError where a folder has variants and none of them has the workspace's name
 */
export function inWorkspace(
  touched: readonly JudgedStack[],
  all: readonly Stack[],
  workspace: string | undefined,
): InWorkspace {
  if (workspace === undefined || workspace === '' || workspace === 'default')
    return { stacks: touched, others: [] }
  const isVariant = ({ varFiles, workspace: own }: Stack): boolean => own === undefined && varFiles.length > 0
  const isOurs = ({ varFiles }: Stack): boolean =>
    varFiles.some((file) => variableFileName(file) === workspace)
  const variants = Map.groupBy(all.filter(isVariant), ({ path }) => path)
  const strange = touched.find(({ item }) => isVariant(item) && !(variants.get(item.path) ?? []).some(isOurs))
  if (strange !== undefined) {
    const names = (variants.get(strange.item.path) ?? []).map(({ name }) => name).join(', ')
    throw new UserError(
      `${strange.item.path} has the variants ${names}, and none of them is of the workspace ${workspace}`,
      {
        where: 'TF_WORKSPACE',
        help: 'Leave TF_WORKSPACE unset and name `workspaces` and `var-files` in .github/gitops.yml.',
      },
    )
  }
  const [ours, others] = [[] as JudgedStack[], [] as string[]]
  for (const judged of touched) {
    if (!isVariant(judged.item) || isOurs(judged.item)) ours.push(judged)
    else others.push(judged.item.name)
  }
  return { stacks: ours, others }
}
