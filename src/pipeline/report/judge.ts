import { isRefused } from '../../report/overview-rows.ts'
import type { Part } from '../../report/part.ts'
import { countOf } from '../../report/words.ts'
import type { Problem } from './collect.ts'
import type { Needs } from './needs.ts'

export type ReportVerdict = 'ok' | 'changed' | 'waiting' | 'failed' | 'unknown'
export type FailOn = 'error' | 'waiting' | 'never'

export interface ToJudge {
  /** Rows for what is missing among them. */
  readonly parts: readonly Part[]
  /** Parts that are not green and are let pass: see fork-policy. */
  readonly excused: readonly Part[]
  /** What cannot be read or is refused. */
  readonly problems: readonly Problem[]
  /** Why detecting changes was red. */
  readonly failures: readonly string[]
  readonly needs: Needs
}

export interface Judgement {
  readonly verdict: ReportVerdict
  /** Why the step is red by `fail-on: error`, a line each; empty: it is not. */
  readonly red: readonly string[]
  /** What waits, in a line; undefined: nothing does. */
  readonly waiting: string | undefined
}

/** Names in one line of the log. */
const NAMES = 20

/** Decides what the whole comes to. Green is only what was heard of, whole, and is well. */
export function judge({ parts, excused, problems, failures, needs }: ToJudge): Judgement {
  const judged = parts.filter((part) => !excused.includes(part))
  const of = (kind: Part['verdict']['kind']): Part[] => judged.filter((part) => part.verdict.kind === kind)
  const [failed, unknown, waiting] = [of('failed'), of('unknown'), of('waiting')]
  const refused = failed.filter(isRefused)
  const broken = failed.filter((part) => !isRefused(part))
  const ended = needs.bad.map(({ job, result }) => `job ${job}: ${result}`)
  const red = [
    ...(broken.length === 0 ? [] : [named(broken, 'failed')]),
    ...(refused.length === 0 ? [] : [named(refused, 'refused')]),
    ...(unknown.length === 0 ? [] : [named(unknown, 'without a result')]),
    ...failures,
    ...problems.map(({ where, what }) => `${where} ${what}`),
    ...ended,
  ]
  return {
    verdict: verdictOf(),
    red,
    waiting: waiting.length === 0 ? undefined : named(waiting, 'waiting for others of the same change'),
  }

  function verdictOf(): ReportVerdict {
    if (failed.length > 0 || failures.length > 0 || ended.length > 0) return 'failed'
    if (unknown.length > 0 || problems.length > 0 || excused.length > 0) return 'unknown'
    if (waiting.length > 0) return 'waiting'
    return parts.some(({ status }) => status !== 'ok') ? 'changed' : 'ok'
  }
}

function named(parts: readonly Part[], what: string): string {
  const charts = parts.filter(({ kind }) => kind === 'helm-lint').length
  const noun = charts === parts.length ? 'chart' : charts === 0 ? 'stack' : 'item'
  const names = parts.slice(0, NAMES).map(({ subject }) => subject.name)
  const more = parts.length > NAMES ? ` and ${parts.length - NAMES} more` : ''
  const [only] = parts
  const why =
    parts.length === 1 && only !== undefined && only.verdict.kind !== 'ok' ? ` (${only.verdict.reason})` : ''
  return `${countOf(parts.length, noun)} ${what}: ${names.join(', ')}${more}${why}`
}

/** Why the step is red; undefined: it is green. */
export function failureOf({ red, waiting }: Judgement, failOn: FailOn): string | undefined {
  if (failOn === 'never') return undefined
  const lines = failOn === 'waiting' && waiting !== undefined ? [...red, waiting] : red
  const shown = lines.slice(0, LINES)
  const rest = lines.length > LINES ? [`and ${lines.length - LINES} more`] : []
  return lines.length === 0 ? undefined : [...shown, ...rest].join('\n')
}

const LINES = 30
