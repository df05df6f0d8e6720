import { diagnosticText, errorsOf } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'
import { findLockInfo, lockSummary } from './lock.ts'

interface TransientRule {
  readonly pattern: RegExp
  /** Where it is known from that trying again helps. */
  readonly source: string
}

/** Said while talking to a registry, a provider mirror, a module source or a release download. */
const registryTalk =
  /Failed to (query available|resolve) provider packages|Failed to install provider|Error accessing remote module registry|Failed to (request|retrieve) discovery document|Could not download module|Failed to download module|error downloading/i

const registryRules: readonly TransientRule[] = [
  {
    pattern:
      /\b(429 Too Many Requests|50[0234] (Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out))/i,
    source:
      'registry_client.go and package_install.go of both tools print the HTTP status line of the last answer',
  },
  {
    pattern:
      /unsuccessful status (429|50[0234])|bad response code: (429|50[0234])|returned error: (429|50[0234])/,
    source: 'http_mirror_source.go, go-getter (get_http.go) and git, in their words for the same statuses',
  },
  {
    pattern:
      /Client\.Timeout exceeded|context deadline exceeded|TLS handshake timeout|i\/o timeout|Connection timed out/i,
    source: 'Go net/http; hashicorp/terraform issues 26532, 30167, 30528 and 34261: gone on the next run',
  },
  {
    pattern:
      /connection reset by peer|unexpected EOF|: EOF\b|http2: server sent GOAWAY|broken pipe|early EOF|incorrect response size/,
    source: 'Go net, git and package_install.go: the connection broke during the transfer',
  },
  {
    pattern: /server misbehaving|Temporary failure in name resolution/,
    source: 'Go net (dnsclient): SERVFAIL and EAI_AGAIN, which resolvers give while they are overloaded',
  },
  {
    // For any other name "no such host" is a typing error; these exist for sure.
    pattern:
      /(lookup|resolve host:?) (registry\.terraform\.io|registry\.opentofu\.org|releases\.hashicorp\.com|app\.terraform\.io|github\.com|codeload\.github\.com|objects\.githubusercontent\.com|release-assets\.githubusercontent\.com)\b/,
    source: 'Go net and git: the resolver of the machine is not up yet',
  },
]

/** Never tried again, whatever else the message says: the next answer is the same. */
const lastingRules =
  /(incorrect|expected) checksum|checksum list has|doesn't match|does not have a provider named|no available releases match|requires authentication|rejected the given authentication|invalid credentials|\b40[134] (Unauthorized|Forbidden|Not Found)|x509|does not offer|does not support|response (includes invalid|has incorrect)|(authentication|checking) signature/i

const lockRules: readonly TransientRule[] = [
  {
    pattern: /ConditionalRequestConflict/,
    source: 'Amazon S3 API: 409 of conditional writes that ran at the same time, "retry the request"',
  },
  {
    pattern:
      /ProvisionedThroughputExceeded|ThrottlingException|RequestLimitExceeded|SlowDown\b|TransactionConflict/,
    source: 'Amazon DynamoDB and S3 API: listed as to be retried by the client',
  },
]

/** True when every error is a talk with a registry or download that is known to work on the next try. */
export function isTransientRegistry(diagnostics: readonly Diagnostic[]): boolean {
  return every(diagnostics, (message) => {
    if (!registryTalk.test(message)) return false
    return !lastingRules.test(message) && registryRules.some(({ pattern }) => pattern.test(message))
  })
}

/**
 * True when the lock could not be taken for a reason that passes at once. Waiting for another holder is not one of
 * them: `-lock-timeout` does that, inside the tool.
 */
export function isTransientLock(diagnostics: readonly Diagnostic[]): boolean {
  return every(diagnostics, (message, diagnostic) => {
    if (!lockSummary.test(message)) return false
    if (lockRules.some(({ pattern }) => pattern.test(message))) return true
    // The holder let go between the refusal and the question who it is. statemgr.LockWithContext of both tools gives
    // up at once when the lock has no id, without waiting for -lock-timeout.
    const refused = /ConditionalCheckFailed|PreconditionFailed|conditionNotMet/.test(message)
    return refused && findLockInfo([diagnostic])?.id === undefined
  })
}

function every(
  diagnostics: readonly Diagnostic[],
  holds: (message: string, d: Diagnostic) => boolean,
): boolean {
  const errors = errorsOf(diagnostics)
  return errors.length > 0 && errors.every((d) => holds(diagnosticText(d), d))
}

/** Waits before the 2nd, 3rd and 4th try, in milliseconds. */
export const backoff: readonly number[] = [2_000, 8_000, 20_000]
