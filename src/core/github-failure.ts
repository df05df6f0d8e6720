import { errorCode, errorMessage, UserError } from './errors.ts'

/** What went wrong with one request, as plain data. */
export interface Failure {
  /** Undefined: no answer came, or it broke off, so that nobody knows whether the request took effect. */
  readonly status: number | undefined
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** GitHub's own words, or what the network said. May hold anything that was sent: redact before showing. */
  readonly message: string
  /** Node's error code: `ECONNREFUSED`, `ENOTFOUND`, … */
  readonly code: string | undefined
  /** It was us who refused to go on: a redirect to another server. */
  readonly refused: boolean
}

/** GraphQL answers 200 and says no in the body: https://spec.graphql.org/October2021/#sec-Errors. */
const GRAPHQL_STATUS: Readonly<Record<string, number>> = { FORBIDDEN: 403, NOT_FOUND: 404, RATE_LIMITED: 429 }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function headersOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)]))
}

/** The innermost network error: fetch wraps it once or twice. */
function deepest(thrown: unknown): unknown {
  let error = thrown
  for (let depth = 0; depth < 5 && isRecord(error) && isRecord(error.cause); depth++) error = error.cause
  return error
}

/** Reads what octokit throws: RequestError, GraphqlResponseError, or anything else. */
export function failureOf(thrown: unknown): Failure {
  if (isRecord(thrown)) {
    const errors = Array.isArray(thrown.errors) ? (thrown.errors as unknown[]) : undefined
    const [first] = errors ?? []
    if (thrown.name === 'GraphqlResponseError' && isRecord(first)) {
      return {
        status: GRAPHQL_STATUS[String(first.type)] ?? 422,
        headers: headersOf(thrown.headers),
        message: String(first.message),
        code: undefined,
        refused: false,
      }
    }
    const response = thrown.response
    if (isRecord(response) && typeof response.status === 'number') {
      const data = response.data
      const words = isRecord(data) && typeof data.message === 'string' ? data.message : ''
      const details = isRecord(data) && Array.isArray(data.errors) ? (data.errors as unknown[]) : []
      const said = details.flatMap((detail) =>
        isRecord(detail) && typeof detail.message === 'string' ? [detail.message] : [],
      )
      return {
        // GraphQL's own rate limit comes with a good status.
        status: response.status < 400 ? 429 : response.status,
        headers: headersOf(response.headers),
        message: [words, ...said].filter((text) => text !== '').join(': '),
        code: undefined,
        refused: false,
      }
    }
  }
  const cause = deepest(thrown)
  return {
    status: undefined,
    headers: {},
    message: isRecord(cause) && typeof cause.message === 'string' ? cause.message : errorMessage(cause),
    code: errorCode(cause),
    refused: cause instanceof UserError,
  }
}

/** True when the request may have taken effect although it failed. */
export function isAnswerLost({ status, refused }: Failure): boolean {
  if (refused) return false
  return status === undefined || status === 408 || (status >= 500 && status !== 501)
}

/**
 * True when GitHub says "slow down": 429, or 403 with one of its signs.
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isRateLimited({ status, headers, message }: Failure): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /secondary rate limit|abuse detection/i.test(message)
  )
}
