import type { Finding } from '../report/finding.ts'
import type { Part } from '../report/part.ts'
import { countOf } from '../report/words.ts'
import { isAuthError } from '../terraform/causes.ts'

export interface Gate {
  /** As they are shown: what a fork could not do has the cause `policy`. */
  readonly parts: readonly Part[]
  /** Why the step is red; absent: green. */
  readonly failure?: string
  readonly notices: readonly string[]
}

/**
 * Decides between red and green. Only `ok` is green; what could not be told is not. What waits for other stacks of the
 * same change is neither: it does not make the step red, and a notice says that there is no plan. A fork's run has no credentials:
 * what failed for lack of them is a matter of policy, red unless the repository's owner said `notice`; what is wrong
 * with its code all the same is red in any case.
 */
export function gate(
  parts: readonly Part[],
  options: {
    readonly fork: boolean
    readonly forkPolicy: 'fail' | 'notice'
    /** How many stacks there are: with some, no part at all means that none had to be judged. */
    readonly found?: number
  },
): Gate {
  const excused: Part[] = []
  if (parts.length === 0 && (options.found ?? 0) > 0) return { parts, notices: [] }
  if (parts.length === 0) {
    return {
      parts,
      notices: [],
      failure: 'no stacks were found: nothing was judged. Is the repository checked out whole?',
    }
  }
  const shown = parts.map((part) => {
    if (!options.fork || !lacksCredentials(part)) return part
    const fault = codeFault(part)
    if (fault !== undefined) return asFaulty(part, fault)
    if (options.forkPolicy === 'fail') return asPolicy(part)
    const noticed = asNotice(asPolicy(part))
    excused.push(noticed)
    return noticed
  })
  const red = shown
    .filter(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown')
    .filter((part) => !excused.includes(part))
  return {
    parts: shown,
    ...(red.length === 0
      ? {}
      : {
          failure:
            red.length === 1
              ? reasonOf(red[0])
              : `${countOf(red.length, 'stack')} failed: ${red.map((part) => part.subject.name).join(', ')}`,
        }),
    notices: [
      ...excused.map(
        (part) =>
          `${part.subject.name} was not planned: a fork's pull request has no credentials (fork-policy: notice).`,
      ),
      ...shown.flatMap(({ subject, verdict }) =>
        verdict.kind === 'waiting' ? [`${subject.name} ${verdict.reason}: there is no plan of it yet.`] : [],
      ),
    ],
  }
}

const lacksCredentials = (part: Part): boolean =>
  part.verdict.kind === 'failed' && part.verdict.cause === 'auth'

/** What is as wrong on a fork as anywhere: every error that is not one of missing credentials. */
const codeFault = (part: Part): Finding | undefined =>
  part.findings.find(
    ({ severity, rule, message, help = '' }) =>
      severity === 'error' && (rule !== 'terraform/diagnostic' || !isAuthError(`${message} ${help}`)),
  )

function asFaulty(part: Part, { message }: Finding): Part {
  return {
    ...part,
    verdict: { kind: 'failed', cause: 'config', reason: message },
    headline: [{ strong: ['problems in the code'] }, `: ${message}`],
  }
}

function asPolicy(part: Part): Part {
  const reason = 'a fork’s pull request has no credentials'
  return {
    ...part,
    verdict: { kind: 'failed', cause: 'policy', reason },
    headline: [{ strong: ['not planned'] }, ` (policy): ${reason}`],
  }
}

/** A green step has no error among its annotations. */
function asNotice(part: Part): Part {
  const findings = part.findings.map((finding) =>
    finding.severity === 'error' ? { ...finding, severity: 'notice' as const } : finding,
  )
  return { ...part, findings }
}

function reasonOf(part: Part | undefined): string {
  if (part === undefined || part.verdict.kind === 'ok') return 'failed'
  const cause = part.verdict.kind === 'failed' ? part.verdict.cause : 'unknown'
  return `${part.subject.name}: ${part.verdict.reason} (${cause})`
}
