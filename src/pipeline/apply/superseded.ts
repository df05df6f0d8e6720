import type { GitHub } from '../../core/github-port.ts'
import { shortCommit } from '../../core/short-commit.ts'
import type { Refusal, Wanted } from './contracts.ts'
import { unknownRefusal } from './refusals.ts'

export interface SupersededRequest {
  readonly github: Pick<GitHub, 'branchHead' | 'mergeBase'>
  readonly branch: string
  /** The commit being applied. */
  readonly commit: string
  readonly stacks: readonly Pick<Wanted, 'key' | 'name'>[]
  /** Keys of the stacks whose inputs at that commit are not what they are here; also those that are not there. */
  readonly detect: (headSha: string) => Promise<ReadonlySet<string>>
}

/**
 * Which stacks must not be applied from this commit, by key: the branch has moved on and has other files for them, so
 * that an older state of the repository would be applied over a newer one. Never rejects for what GitHub answers.
 */
export async function supersededStacks(request: SupersededRequest): Promise<Map<string, Refusal>> {
  const { github, branch, commit, stacks, detect } = request
  const all = (refusal: Refusal): Map<string, Refusal> => new Map(stacks.map(({ key }) => [key, refusal]))
  try {
    const head = await github.branchHead(branch)
    if (head === commit) return new Map()
    if (head === undefined) {
      return all({
        code: 'superseded',
        reason: `The branch ${branch} is gone.`,
        help: 'Apply from a branch that is there.',
      })
    }
    if ((await github.mergeBase(commit, head)) !== commit) {
      return all({
        code: 'superseded',
        reason: `The history of ${branch} was rewritten: ${shortCommit(commit)} is not in that of its present commit ${shortCommit(head)}.`,
        help: `Let the run of ${shortCommit(head)} apply.`,
      })
    }
    const differ = await detect(head)
    return new Map(
      stacks.filter(({ key }) => differ.has(key)).map(({ key, name }) => [key, newer(name, branch, head)]),
    )
  } catch (thrown) {
    return all(
      unknownRefusal(`whether ${branch} has moved on from ${shortCommit(commit)}`, thrown, [
        'contents: read',
      ]),
    )
  }
}

const newer = (name: string, branch: string, head: string): Refusal => ({
  code: 'superseded',
  reason: `${branch} has moved on to ${shortCommit(head)}, which changes ${name} again.`,
  help: `Let the run of ${shortCommit(head)} apply it.`,
})
