import type { ArtifactStore } from '../../core/artifact-port.ts'
import { stackId } from '../../terraform/sealed/artifact-name.ts'

/** What says in a run that a stack of it is applied: jobs of later waves look for it. Its contents do not matter. */
const MARK = 'gitops-applied-'

interface Marked {
  readonly key: string
  /** SHA-256, hex: what was applied. */
  readonly inputsHash: string
}

const markOf = ({ key, inputsHash }: Marked): string => `${MARK}${stackId(key)}-${inputsHash.slice(0, 16)}`

/** Leaves the mark. The attempt is in the name, since the attempts of a run share their artifacts. */
export async function markApplied(stack: Marked, attempt: number, artifacts: ArtifactStore): Promise<void> {
  const content = new TextEncoder().encode(`${JSON.stringify({ version: 1, key: stack.key })}\n`)
  await artifacts.upload(`${markOf(stack)}-${attempt}`, [{ name: 'applied.json', content }], {
    retentionDays: 1,
    compress: false,
  })
}

/** Which of these stacks an earlier job of this run has applied, in any of its attempts. */
export async function appliedStacks(
  stacks: readonly Marked[],
  artifacts: ArtifactStore,
): Promise<ReadonlySet<string>> {
  const names = (await artifacts.list()).map(({ name }) => name.replace(/-\d+$/, ''))
  const marks = new Set(names)
  return new Set(stacks.filter((stack) => marks.has(markOf(stack))).map(({ key }) => key))
}
