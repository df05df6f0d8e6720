import type { Finding } from '../../report/finding.ts'
import type { Part, RunIdentity, Verdict } from '../../report/part.ts'
import type { Fold, Inlines, Section, Text } from '../../report/section.ts'
import { countOf, countWords } from '../../report/words.ts'
import type { OutputChange, PlanModel } from '../plan/plan-model.ts'
import { goneSections, LOST, remains } from './gone-sections.ts'
import { hiddenNote } from './hidden-note.ts'
import type { PlanOutcome } from './outcome.ts'
import {
  failedPhase,
  failureSections,
  findingSections,
  openChecks,
  planFindings,
  withoutRepeatedChecks,
} from './problem-sections.ts'
import { driftSections, resourceSections } from './resource-sections.ts'

export interface PlanPartOptions {
  readonly run: RunIdentity
  /** Destroys and replacements from which a caution is shown. */
  readonly destroyWarning: number
  /** How many secrets were hidden only where they are marked. */
  readonly notSearched: { readonly short: number; readonly plain: number; readonly names: number }
}

/** Turns what came of planning a stack into its part of the report. */
export function planPart(outcome: PlanOutcome, options: PlanPartOptions): Part {
  const { model, failure } = outcome
  const findings = [...withoutRepeatedChecks(outcome), ...planFindings(outcome)]
  const verdict = verdictOf(outcome, findings)
  const words = model === undefined ? '' : countWords(countsOf(model))
  const checks = findings.filter(
    ({ severity, rule }) =>
      severity === 'error' && (rule === 'terraform/fmt' || rule === 'terraform/validate'),
  )
  return {
    version: 1,
    kind: 'terraform-plan',
    subject: outcome.stack,
    status: statusOf(outcome, verdict),
    verdict,
    counts: model === undefined ? {} : countsOf(model),
    headline: headline(outcome, words, checks.length),
    sections: [
      ...(failure === undefined ? [] : failureSections(failure)),
      ...waitingSections(outcome),
      ...goneSections(outcome),
      ...findingSections(findings),
      ...(model === undefined
        ? []
        : [
            ...planSections(model, outcome.gone !== undefined ? withoutCaution(options) : options),
            ...openChecks(model),
          ]),
      ...footnotes(outcome, options),
    ],
    findings,
    facts: factsOf(outcome),
    run: options.run,
    seconds: outcome.seconds,
  }
}

/** Counts as outputs and overviews use them. */
export function countsOf(model: PlanModel): Record<string, number> {
  return { ...model.counts }
}

function verdictOf(outcome: PlanOutcome, findings: readonly Finding[]): Verdict {
  if (outcome.failure !== undefined) {
    return { kind: 'failed', reason: outcome.failure.message, cause: outcome.failure.cause }
  }
  const error = findings.find((finding) => finding.severity === 'error')
  if (outcome.waitsFor !== undefined && error === undefined)
    return { kind: 'waiting', reason: `waits for ${outcome.waitsFor.join(', ')}`, on: outcome.waitsFor }
  if (outcome.model === undefined && error === undefined)
    return { kind: 'unknown', reason: 'there is no plan to judge' }
  if (outcome.gone === 'lost' && error === undefined) return { kind: 'unknown', reason: LOST }
  if (error === undefined && outcome.model?.errored === true)
    return { kind: 'failed', reason: 'the plan is marked as errored', cause: 'config' }
  if (error !== undefined) return { kind: 'failed', reason: error.message, cause: 'config' }
  return { kind: 'ok' }
}

function statusOf(outcome: PlanOutcome, verdict: Verdict): Part['status'] {
  if (verdict.kind === 'waiting') return 'partial'
  if (verdict.kind !== 'ok') return 'failed'
  if (outcome.model?.complete === false) return 'partial'
  return outcome.model?.changed === true ? 'changed' : 'ok'
}

function headline(outcome: PlanOutcome, words: string, errors: number): Inlines {
  const { model, failure, waitsFor } = outcome
  if (failure !== undefined) return [{ strong: [failedPhase(failure)] }, `: ${failure.message}`]
  const problems = errors > 0 ? [`${countOf(errors, 'problem')} in the code`] : []
  if (waitsFor !== undefined) {
    const words: Inlines = [{ strong: ['waits for'] }, ' ', ...codes(waitsFor)]
    return problems.length === 0 ? words : [...words, ` (${problems.join(', ')})`]
  }
  if (model === undefined) return [{ strong: ['no plan'] }]
  if (outcome.gone !== undefined) return remains(model, outcome.gone)
  const changes = model.changed ? [{ strong: [words === '' ? 'changes' : words] }] : ['No changes']
  const notes = [
    ...(model.errored ? ['the plan failed half way'] : []),
    ...problems,
    ...(model.complete ? [] : ['not complete']),
    ...(model.counts.drift > 0 ? [`${model.counts.drift} changed outside`] : []),
  ]
  return notes.length === 0 ? changes : [...changes, ` (${notes.join(', ')})`]
}

/** Why there is no plan, and what becomes of it. */
function waitingSections({ waitsFor }: PlanOutcome): Section[] {
  if (waitsFor === undefined) return []
  const [it, is] = waitsFor.length === 1 ? ['that stack', 'is'] : ['those stacks', 'are']
  return [
    {
      kind: 'text',
      rank: 0,
      tone: 'note',
      text: [
        'It reads the state of ',
        ...codes(waitsFor),
        `, of this same change, and what it needs of it is not there yet: so there is no plan. It is planned once ${it} ${is} applied, and then it needs an approval, for nobody has seen that plan.`,
      ],
    },
  ]
}

const codes = (names: readonly string[]): Inlines =>
  names.flatMap((name, index) => (index === 0 ? [{ code: name }] : [', ', { code: name }]))

function planSections(model: PlanModel, options: PlanPartOptions): Section[] {
  return [
    ...warnings(model, options),
    ...resourceSections(model.changes),
    ...deferredSections(model),
    ...outputSections(model),
    ...driftSections(model.drift),
  ]
}

/** That all of it is destroyed is said already. */
const withoutCaution = (options: PlanPartOptions): PlanPartOptions => ({
  ...options,
  destroyWarning: Infinity,
})

function warnings(model: PlanModel, { destroyWarning }: PlanPartOptions): Section[] {
  const found: Text[] = []
  const lost = model.counts.destroy + model.counts.replace
  if (lost > 0 && lost >= destroyWarning) {
    const words = [
      ...(model.counts.destroy > 0 ? [`${countOf(model.counts.destroy, 'resource')} will be destroyed`] : []),
      ...(model.counts.replace > 0 ? [`${countOf(model.counts.replace, 'resource')} will be replaced`] : []),
    ]
    found.push({
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        { strong: [words.join(' and ')] },
        `. What ${lost === 1 ? 'it holds' : 'they hold'} is lost unless it is kept elsewhere.`,
      ],
    })
  }
  if (model.counts.unknown > 0) {
    found.push({
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        `${countOf(model.counts.unknown, 'resource')} would change in a way that this version does not know. Read the plan itself before you apply it.`,
      ],
    })
  }
  if (model.errored) {
    found.push({
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: ['The plan failed half way: what is below is only what it got to, and it cannot be applied.'],
    })
  }
  if (!model.complete && !model.errored) {
    found.push({
      kind: 'text',
      rank: 0,
      tone: 'warning',
      text: [
        'This plan is not complete (targets or deferred changes): after it is applied, another plan will have more to do.',
      ],
    })
  }
  return found
}

function deferredSections(model: PlanModel): Section[] {
  if (model.deferred.length === 0) return []
  return [
    {
      kind: 'fold',
      rank: 3,
      open: false,
      noun: 'resources',
      summary: [`${countOf(model.deferred.length, 'resource')} deferred to a later plan`],
      sections: [
        {
          kind: 'list',
          rank: 3,
          items: model.deferred.map((change) => [
            { code: change.address },
            `: ${change.deferred ?? 'no reason given'}`,
          ]),
        },
      ],
    },
  ]
}

function outputSections(model: PlanModel): Section[] {
  if (model.outputs.length === 0) return []
  const bare = model.outputs.filter(({ attributes }) => attributes.length === 0)
  const shown: Fold = {
    kind: 'fold',
    rank: 4,
    open: false,
    noun: 'outputs',
    summary: [countOf(model.outputs.length, 'output') + ' to change'],
    sections: [
      ...model.outputs
        .filter(({ attributes }) => attributes.length > 0)
        .map(({ attributes, unchanged }) => ({
          kind: 'attribute-diff' as const,
          rank: 4 as const,
          changes: attributes,
          unchanged,
        })),
      ...(bare.length === 0 ? [] : [bareOutputs(bare)]),
    ],
  }
  return [shown]
}

/** Outputs of which no value changes that could be shown: by their names at least. */
function bareOutputs(outputs: readonly OutputChange[]): Section {
  const items = outputs.map((output) => [{ code: output.name }, `: ${whyBare(output)}`])
  return { kind: 'list', rank: 4, items }
}

function whyBare({ action, sensitive }: OutputChange): string {
  switch (action) {
    case 'create':
      return 'new, with no value'
    case 'delete':
      return 'goes away; it had no value'
    case 'update':
      // The plan marks both sides when either is sensitive, so it does not say in which direction.
      return sensitive
        ? 'the value stays the same, but whether it is sensitive changes'
        : 'changes, but in nothing that the plan shows'
    case 'unknown':
      return 'changes in a way that this version does not know'
  }
}

function footnotes(outcome: PlanOutcome, { notSearched }: PlanPartOptions): Section[] {
  const notes = hiddenNote(notSearched)
  if (outcome.reproduce.length > 0) {
    notes.push({
      kind: 'fold',
      rank: 8,
      open: false,
      noun: 'lines',
      summary: ['Run this plan yourself'],
      sections: [{ kind: 'code', rank: 8, language: 'shell', text: outcome.reproduce.join('\n') }],
    })
  }
  return notes
}

function factsOf(outcome: PlanOutcome): Record<string, string> {
  return {
    ...(outcome.tool === undefined
      ? {}
      : { tool: outcome.tool.name, version: outcome.tool.version, 'version-from': outcome.tool.reason }),
    ...(outcome.digest === undefined ? {} : { 'plan-digest': outcome.digest }),
    ...(outcome.gone === undefined ? {} : { gone: 'true' }),
  }
}
