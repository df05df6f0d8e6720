import type { Part } from '../report/part.ts'

/**
 * As of `plan -detailed-exitcode`: `0` no change, `2` changes, or what waits for other stacks and may have some, `1`
 * failed, or nothing was judged at all.
 *
 * @param failure why the run as a whole is red, if it is
 * @param found how many stacks there are: with some, no part at all means that none had to be planned
 */
export function exitCode(parts: readonly Part[], failure?: string, found = 0): '0' | '1' | '2' {
  if (
    failure !== undefined ||
    (parts.length === 0 && found === 0) ||
    parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown')
  )
    return '1'
  return parts.some((part) => part.status !== 'ok') ? '2' : '0'
}
