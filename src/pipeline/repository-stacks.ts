import type { Section } from '../report/section.ts'
import { readModules } from '../repository/read-modules.ts'
import { findStacks } from '../repository/stacks.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import { stackSubject } from '../terraform/stack-key.ts'

/**
 * All stacks of a repository, as they are planned, and the folders that are none.
 *
 * @param workspace TF_WORKSPACE of the job: it is part of what tells a stack's plan from another's.
 */
export async function repositoryStacks(
  root: string,
  workspace: string | undefined,
): Promise<{ readonly stacks: readonly StackSubject[]; readonly unclaimed: readonly string[] }> {
  const { stacks, unclaimed } = findStacks(await readModules(root))
  return { stacks: stacks.map(({ path }) => stackSubject({ path, workspace })), unclaimed }
}

/** Says in the report what was not planned: silence would read as "no changes" there. */
export function unclaimedNotes(unclaimed: readonly string[]): readonly Section[] {
  if (unclaimed.length === 0) return []
  const names = unclaimed.flatMap((path, index) => (index === 0 ? [{ code: path }] : [', ', { code: path }]))
  return [
    {
      kind: 'text',
      rank: 1,
      tone: 'note',
      text: [
        'Not planned, for they do not look like stacks (no backend block, or called as a module): ',
        ...names,
      ],
    },
  ]
}
