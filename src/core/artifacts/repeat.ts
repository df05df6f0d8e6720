import { backoff } from '../github-retry.ts'
import type { Clock, Log } from '../ports.ts'

/** What one try came to: it is done, or may be tried again. */
export type Repeat<T> = { readonly done: T } | { readonly again: string; readonly after?: string | undefined }
export type Repeated<T> = { readonly done: T } | { readonly gaveUp: string }

const TRIES = 5
const LONGEST_WAIT_MS = 60_000

/**
 * Tries until it is done, five times at most: 1, 2, 4 and 8 s apart, or as long as the server asks, a minute at most.
 *
 * @param what completes "we could not …", for the log
 */
export async function repeat<T>(
  what: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  attempt: (tries: number) => Promise<Repeat<T>>,
): Promise<Repeated<T>> {
  for (let tries = 1; ; tries++) {
    const result = await attempt(tries)
    if ('done' in result) return result
    if (tries >= TRIES) return { gaveUp: `${result.again} (${TRIES} tries)` }
    const asked = /^\d+$/.test(result.after ?? '') ? Number(result.after) * 1000 : 0
    const wait = Math.min(Math.max(asked, backoff(tries - 1)), LONGEST_WAIT_MS)
    log.info(
      `could not ${what}: ${result.again}; trying again in ${wait / 1000} s (${tries} of ${TRIES - 1})`,
    )
    await clock.sleep(wait)
  }
}
