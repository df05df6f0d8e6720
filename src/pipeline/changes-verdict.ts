import { countOf } from '../report/words.ts'
import type { Kind } from '../repository/items.ts'
import type { ChangeOutputs } from './changes-outputs.ts'
import type { Detected } from './detect.ts'

/** Why detecting changes is red, each a sentence or two. Empty: what is told is so. */
export function changeFailures(
  { known, unused, changes }: Pick<Detected, 'known' | 'unused' | 'changes'>,
  { unlisted }: Pick<ChangeOutputs, 'unlisted'>,
  kinds: readonly Kind[],
): string[] {
  const failures: string[] = []
  if (known === 0) {
    failures.push(
      `no stack, chart or Application was found (looked for: ${kinds.join(', ')}), so nothing was judged. ` +
        'Is the repository checked out whole, and are the kinds right?',
    )
  } else if (unused.length > 0) {
    failures.push(
      `input \`include\` matches nothing in the repository: ${unused.map(shown).join(', ')}. ` +
        'Patterns are globs over paths and names, such as `infra/**`.',
    )
  }
  for (const { severity, message } of changes.notices) if (severity === 'error') failures.push(`${message}.`)
  if (unlisted.length > 0) {
    failures.push(
      `${countOf(unlisted.length, 'name')} cannot be given to other jobs, for names with line breaks or with spaces ` +
        `at an end are no lines of a list: ${unlisted.map(shown).join(', ')}. ` +
        'Rename the folder, or give the stack a `name` in gitops.yml.',
    )
  }
  return failures
}

const shown = (name: string): string => JSON.stringify(name)
