import { type Failure, failureOf, isAnswerLost, isRateLimited } from './github-failure.ts'
import type { Pace } from './github-pace.ts'
import type { Clock, Log } from './ports.ts'

export interface RetryPolicy {
  /** How often a request is sent again at most. */
  readonly retries: number
  /** Milliseconds that all the waits of one request may take together. */
  readonly maxWaitMs: number
}

export interface Sent {
  readonly method: string
  readonly url: string
}

/** Marks an error whose retry would have taken too long: the wait GitHub asked for, in milliseconds. */
export const WAIT_ASKED = Symbol('wait asked')

/** Retry-After as seconds or as a date (RFC 9110 §10.2.3), in milliseconds from now. */
function retryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0)
}

/** Whether sending it again cannot do it twice. Our only GraphQL mutation hides a comment: twice is once. */
const isRepeatable = ({ method, url }: Sent): boolean => method !== 'POST' || url.endsWith('/graphql')

/**
 * Milliseconds to wait before the next try; undefined: do not try again. `attempt` counts from 0.
 *
 * A request that met a limit did nothing, so anything may be sent again, when GitHub says: after `retry-after`, at
 * `x-ratelimit-reset`, or (secondary limit without a header) after a minute. One whose answer was lost may have been
 * done, so only a repeatable one is sent again. Other answers (400, 401, 403, 404, 422, …) would only come again.
 */
export function waitBeforeRetry(
  failure: Failure,
  sent: Sent,
  attempt: number,
  now: number,
): number | undefined {
  const asked = retryAfter(failure.headers['retry-after'], now)
  if (isRateLimited(failure)) {
    if (asked !== undefined) return asked
    if (failure.headers['x-ratelimit-remaining'] === '0') {
      const reset = Number(failure.headers['x-ratelimit-reset']) * 1000
      // One second more: the reset time is rounded.
      return Number.isNaN(reset) ? 60_000 : Math.max(reset - now, 0) + 1000
    }
    return failure.status === 429 && !/secondary/i.test(failure.message) ? backoff(attempt) : 60_000
  }
  return isAnswerLost(failure) && isRepeatable(sent) ? (asked ?? backoff(attempt)) : undefined
}

/** 1 s, 2 s, 4 s, … */
export const backoff = (attempt: number): number => 1000 * 2 ** attempt

/**
 * Sends until it succeeds, or may not be sent again. Rejects with what the last try threw.
 * (octokit's retry plugin is not used: it ignores Retry-After, and sends a POST again whose answer was lost.)
 */
export async function withRetries<T>(
  send: () => Promise<T>,
  sent: Sent,
  policy: RetryPolicy,
  { clock, log, pace }: { readonly clock: Clock; readonly log: Log; readonly pace: Pace },
): Promise<T> {
  let waited = 0
  for (let attempt = 0; ; attempt++) {
    await pace(sent)
    try {
      return await send()
    } catch (error) {
      const failure = failureOf(error)
      const wait = waitBeforeRetry(failure, sent, attempt, clock.now())
      if (wait === undefined || attempt >= policy.retries) throw error
      if (waited + wait > policy.maxWaitMs) {
        throw error instanceof Error ? Object.assign(error, { [WAIT_ASKED]: wait }) : error
      }
      const answer = failure.status === undefined ? 'did not answer' : `answered ${failure.status}`
      log.info(
        `GitHub ${answer}; trying again in ${Math.ceil(wait / 1000)} s (${attempt + 1} of ${policy.retries})`,
      )
      await clock.sleep(wait)
      waited += wait
    }
  }
}
