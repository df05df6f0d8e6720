import type { Sent } from './github-retry.ts'
import type { Clock } from './ports.ts'

/** Milliseconds between the starts of two writes, and of two that GitHub sends mail for. */
const BETWEEN_WRITES = 1_000
const BETWEEN_NOTIFICATIONS = 3_000

/** Waits until a request may be sent. Reads never wait. */
export type Pace = (sent: Sent) => Promise<void>

/**
 * GitHub's rules for who writes much, for one client:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export function makePace(clock: Clock): Pace {
  let nextWrite = 0
  let nextNotification = 0
  return async ({ method, url }) => {
    if (method === 'GET' || method === 'HEAD') return
    const now = clock.now()
    const notifies = isNewComment({ method, url })
    const at = Math.max(now, nextWrite, notifies ? nextNotification : 0)
    // Taken before the wait: of two that wait, each has its own time.
    nextWrite = at + BETWEEN_WRITES
    if (notifies) nextNotification = at + BETWEEN_NOTIFICATIONS
    if (at > now) await clock.sleep(at - now)
  }
}

/** Of what we write, only this tells people. */
const isNewComment = ({ method, url }: Sent): boolean => method === 'POST' && /\/comments$/.test(url)
