import type { Finding } from '../../report/finding.ts'
import type { Inline, Inlines, Section } from '../../report/section.ts'
import { countOf } from '../../report/words.ts'
import { stopsPlan } from '../plan/checks.ts'
import type { PlanModel } from '../plan/plan-model.ts'
import type { PlanFailure, PlanOutcome } from './outcome.ts'

/** Why there is no plan, who holds the lock, and what to do: never cut. */
export function failureSections(failure: PlanFailure): Section[] {
  const sections: Section[] = [
    {
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        { strong: [failedPhase(failure)] },
        ` (${failure.cause}): ${failure.help === undefined ? failure.message : sentence(failure.message)}`,
        ...(failure.help === undefined ? [] : [` ${failure.help}`]),
      ],
    },
  ]
  const { lock } = failure
  if (lock !== undefined) {
    sections.push({
      kind: 'table',
      rank: 0,
      noun: 'facts',
      columns: [{ title: 'State lock' }, { title: '' }],
      rows: [
        ['id', lock.id],
        ['held by', lock.who],
        ['for', lock.operation],
        ['since', lock.created],
        ['of', lock.path],
      ].flatMap(([name, value]) =>
        name === undefined || value === undefined || value === ''
          ? []
          : [{ rank: 0 as const, cells: [[name], [{ code: value }]] }],
      ),
    })
  }
  return sections
}

export const failedPhase = ({ phase }: PlanFailure): string =>
  phase === 'read' ? 'the plan file could not be read' : `${phase} failed`

/** With a full stop, so that more words can follow. */
const sentence = (text: string): string => (/[.!?:…]$/.test(text) ? text : `${text}.`)

/**
 * Checks and conditions that do not hold, one finding for each message of each instance, with the place that
 * diagnostics tell. What an error of the run says already is left out.
 */
export function planFindings({ model, stack, findings, failure }: PlanOutcome): Finding[] {
  return (model?.checks ?? [])
    .filter((check) => check.status === 'fail' || check.status === 'error')
    .flatMap((check) => {
      const severity = model?.errored === true && stopsPlan(check) ? ('error' as const) : ('warning' as const)
      const otherwise = check.status === 'error' ? 'could not be evaluated' : 'does not hold'
      const failing = check.failing.length > 0 ? check.failing : [{ address: check.address, problems: [] }]
      return failing.flatMap(({ address, problems }) =>
        (problems.length > 0 ? problems : [undefined]).flatMap((problem, index) => {
          // Why it could not be evaluated is among the errors that the run ended with.
          if (problem === undefined && check.status === 'error' && failure !== undefined) return []
          const told = findings.filter((finding) => problem !== undefined && tellsOf(finding, problem))
          if (told.some((finding) => finding.severity === 'error')) return []
          const location = (told.find((finding) => isAbout(finding, address)) ?? told[0])?.location
          return {
            rule: 'terraform/check',
            severity,
            message: `${address}: ${problem ?? otherwise}`,
            subject: stack.name,
            ...(location === undefined ? {} : { location }),
            fingerprint: `terraform/check:${stack.key}:${address}${index === 0 ? '' : `:${index}`}`,
          }
        }),
      )
    })
}

/** Without the warnings that say of a failed check what its own finding says. */
export function withoutRepeatedChecks({ model, findings }: PlanOutcome): Finding[] {
  const problems = (model?.checks ?? [])
    .filter(({ status }) => status === 'fail' || status === 'error')
    .flatMap(({ failing }) => failing.flatMap((instance) => instance.problems))
  return findings.filter(
    (finding) => finding.severity === 'error' || !problems.some((problem) => tellsOf(finding, problem)),
  )
}

/** How many checks say nothing yet; those of a plan that failed may never have been reached. */
export function openChecks(model: PlanModel): Section[] {
  const open = model.checks.filter(({ status }) => status === 'unknown').length
  if (open === 0 || model.errored) return []
  return [{ kind: 'text', rank: 5, text: [`${countOf(open, 'check')} can be told only after apply.`] }]
}

/** The tools' own words for what does not hold; the message of the condition is a line, or lines, of the detail. */
const tellsOf = (finding: Finding, problem: string): boolean =>
  /^Check block assertion failed$|(?:pre|post)condition failed$|^Invalid value for variable$/.test(
    finding.message,
  ) && `\n${finding.help ?? ''}\n`.includes(`\n${problem.trim()}\n`)

const isAbout = (finding: Finding, address: string): boolean =>
  finding.help?.startsWith(`In ${address}.\n`) === true

/** Errors at once, warnings in a fold. */
export function findingSections(findings: readonly Finding[]): Section[] {
  const errors = findings.filter((finding) => finding.severity === 'error')
  const rest = findings.filter((finding) => finding.severity !== 'error')
  const checks = rest.filter((finding) => finding.rule === 'terraform/check')
  const others = rest.filter((finding) => finding.rule !== 'terraform/check')
  return [
    ...errors.flatMap((finding) => findingLines(finding, 0)),
    ...checks.map((finding): Section => ({
      kind: 'text',
      rank: 1,
      tone: 'warning',
      text: [{ strong: ['Check failed'] }, ` ${finding.message}`],
    })),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'fold' as const,
            rank: 3 as const,
            open: false,
            noun: 'warnings',
            summary: [countOf(others.length, 'warning')],
            sections: others.flatMap((finding) => findingLines(finding, 3)),
          },
        ]),
  ]
}

function findingLines(finding: Finding, rank: 0 | 3): Section[] {
  const text: Section = {
    kind: 'text',
    rank,
    text: [
      { strong: [finding.severity === 'error' ? 'Error' : 'Warning'] },
      ' ',
      ...place(finding),
      finding.message,
    ],
  }
  if (finding.help === undefined || finding.help === '') return [text]
  return [
    text,
    { kind: 'code', rank: 3, language: finding.rule === 'terraform/fmt' ? 'diff' : '', text: finding.help },
  ]
}

/** `main.tf:12` before the message. */
function place({ location }: Finding): Inlines {
  if (location === undefined) return []
  const at: Inline = {
    code: location.line === undefined ? location.file : `${location.file}:${location.line}`,
  }
  return [at, ' ']
}
