import type { Redactor } from '../../../core/redactor.ts'
import type { Finding } from '../../../report/finding.ts'
import type { Part, RunIdentity } from '../../../report/part.ts'
import { redactPart } from '../../../report/redact-document.ts'
import type { Inlines, Section } from '../../../report/section.ts'
import { countOf, doneWords, secondsText } from '../../../report/words.ts'
import { diagnosticFinding, redactDiagnostic } from '../../diagnostic-finding.ts'
import { planModel } from '../../plan/model.ts'
import type { PlanModel } from '../../plan/plan-model.ts'
import { failureWords } from '../../report/failure-words.ts'
import { hiddenNote } from '../../report/hidden-note.ts'
import type { PlanFailure } from '../../report/outcome.ts'
import { failureSections, findingSections } from '../../report/problem-sections.ts'
import { driftSections } from '../../report/resource-sections.ts'
import type { StackApply } from '../stack-apply.ts'
import { lockTable, unlockSections } from './lock-sections.ts'
import { doneCounts, resultTable, shownResults, type ShownResult } from './result-rows.ts'
import { wayOn } from './way-on.ts'

export interface ApplyPartOptions {
  readonly run: RunIdentity
  /** Knows the secrets of the plan (`planSecrets`), at least. */
  readonly redactor: Redactor
}

/** What came of applying a plan, as a part of the report: redacted, all of it. */
export function applyPart(apply: StackApply, options: ApplyPartOptions): Part {
  const { redactor } = options
  const { stack, raw, failure, run } = apply
  const model = planModel(raw, redactor)
  const shown = shownResults(apply.resources, model, redactor)
  const counts = doneCounts(shown)
  const findings = apply.diagnostics.map((diagnostic) =>
    diagnosticFinding(redactDiagnostic(diagnostic, redactor), stack.path, stack.name),
  )
  const words = failure === undefined ? undefined : failureWords(failure, redactor)
  const part: Part = {
    version: 1,
    kind: 'terraform-apply',
    subject: stack,
    status: failure !== undefined ? 'failed' : statusOf(model, shown),
    verdict:
      words === undefined ? { kind: 'ok' } : { kind: 'failed', reason: words.message, cause: words.cause },
    counts: { ...counts, drift: model.counts.drift },
    headline: headline(apply, words, shown, counts),
    sections: [
      ...(words === undefined ? [] : problemSections(apply, words, findings)),
      ...(shown.length === 0 ? [] : [resultTable(shown)]),
      ...(words === undefined ? findingSections(findings) : []),
      ...incomplete(model),
      ...driftBefore(model),
      ...hiddenNote(redactor.notSearched),
    ],
    findings,
    facts: {
      tool: run.binary.tool,
      version: run.binary.version,
      'version-from': run.binary.reason,
    },
    run: options.run,
    seconds: apply.seconds,
  }
  return redactPart(part, redactor)
}

function statusOf(model: PlanModel, shown: readonly ShownResult[]): Part['status'] {
  if (!model.complete) return 'partial'
  const did = shown.some(({ result }) => result.action !== 'read') || model.changed
  return did ? 'changed' : 'ok'
}

function headline(
  apply: StackApply,
  words: PlanFailure | undefined,
  shown: readonly ShownResult[],
  counts: Readonly<Record<string, number>>,
): Inlines {
  const time = secondsText(apply.seconds)
  if (words !== undefined) {
    const done = shown.filter(({ result }) => result.state === 'done').length
    const how = words.cause === 'cancelled' ? 'stopped' : 'failed'
    return [
      { strong: [`${how}: ${done} of ${countOf(shown.length, 'resource')} done`] },
      ` in ${time}: ${words.message}`,
    ]
  }
  const did = doneWords(counts)
  const outputs = Object.keys(apply.raw.output_changes ?? {}).length
  const what = did !== '' ? did : outputs > 0 ? 'outputs only' : 'nothing to do'
  return [{ strong: [what] }, ` in ${time}`]
}

function problemSections(apply: StackApply, words: PlanFailure, findings: readonly Finding[]): Section[] {
  const { stack, run, lockLeft } = apply
  const { tool } = run.binary
  return [
    ...failureSections(words),
    ...unlockSections(words.lock, stack, tool),
    ...(lockLeft === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            rank: 0 as const,
            tone: 'caution' as const,
            text: [
              { strong: ['The state is still locked by this apply'] },
              ', which has ended. Nobody can plan or apply until the lock is released.',
            ],
          },
          lockTable(lockLeft),
          ...unlockSections(lockLeft, stack, tool),
        ]),
    ...wayOn(apply),
    ...findingSections(findings),
  ]
}

function incomplete({ complete }: PlanModel): Section[] {
  if (complete) return []
  return [
    {
      kind: 'text',
      rank: 1,
      tone: 'warning',
      text: ['The plan was not complete (targets or deferred changes): another plan will have more to do.'],
    },
  ]
}

/** What the plan had found changed by others, before the apply overwrote it or took it over. */
function driftBefore({ drift }: PlanModel): Section[] {
  if (drift.length === 0) return []
  return [
    {
      kind: 'text',
      rank: 4,
      text: [
        `Before this apply ${countOf(drift.length, 'resource')} had been changed outside. The state has that now, or what the plan made of it:`,
      ],
    },
    ...driftSections(drift),
  ]
}
