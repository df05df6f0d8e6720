import type { Redactor } from '../../core/redactor.ts'
import type { Part, RunIdentity } from '../../report/part.ts'
import { redactPart } from '../../report/redact-document.ts'
import type { Section } from '../../report/section.ts'
import { applyPart } from '../../terraform/apply/report/apply-part.ts'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import { planOutcome } from '../../terraform/report/plan-outcome.ts'
import { planPart } from '../../terraform/report/plan-part.ts'
import { differenceSections } from '../../terraform/review/difference-sections.ts'
import type { AppliedStack, ApplyMode } from './apply-stack.ts'
import type { Refusal } from './contracts.ts'

export interface ApplyPartsOptions {
  readonly run: RunIdentity
  readonly mode: ApplyMode
  readonly redactor: Redactor
}

/** What came of each stack as its part of the report, redacted. */
export function applyParts(applied: readonly AppliedStack[], options: ApplyPartsOptions): Part[] {
  return applied.map((one) => redactPart(partOf(one, options), options.redactor))
}

function partOf(applied: AppliedStack, options: ApplyPartsOptions): Part {
  const whole = bareOf(applied, options)
  const { stack, seconds, sealed } = applied
  const pull = sealed?.plan.pull
  return {
    ...whole,
    sections: [...whole.sections, ...whereFrom(applied, options.mode)],
    facts: {
      ...whole.facts,
      ...stack.facts,
      'inputs-hash': stack.inputsHash,
      mode: options.mode,
      outcome: applied.kind,
      ...(stack.gone === undefined ? {} : { gone: 'true' }),
      ...(pull === undefined ? {} : { pull: String(pull) }),
    },
    seconds,
  }
}

function bareOf(applied: AppliedStack, options: ApplyPartsOptions): Part {
  const { apply, plan, refusal } = applied
  if (refusal !== undefined && applied.kind === 'refused') return refusedPart(applied, refusal, options)
  if (apply !== undefined) {
    const { run, redactor } = options
    return applyPart(apply, { run, redactor })
  }
  if (plan === undefined) throw new Error(`nothing is known of what became of ${applied.stack.name}`)
  const planned = plannedPart(plan, options)
  if (applied.kind === 'failed') return planned
  return {
    ...planned,
    headline: ['nothing to apply'],
    sections: [
      {
        kind: 'text',
        rank: 3,
        text: ['Planned again: what is there is what the code says, so there was nothing to apply.'],
      },
      ...(refusal === undefined
        ? []
        : [
            {
              kind: 'text' as const,
              rank: 4 as const,
              tone: 'note' as const,
              text: [`No sealed plan was used: ${refusal.reason}`],
            },
          ]),
      ...planned.sections,
    ],
  }
}

/** A plan that this job made, as a part of the apply. */
function plannedPart(plan: StackPlan, { run, redactor }: ApplyPartsOptions): Part {
  const part = planPart(planOutcome(plan, redactor), {
    run,
    destroyWarning: Infinity,
    notSearched: redactor.notSearched,
  })
  return { ...part, kind: 'terraform-apply' }
}

function refusedPart(
  { stack, plan, differences = [] }: AppliedStack,
  refusal: Refusal,
  options: ApplyPartsOptions,
): Part {
  const why: Section = {
    kind: 'text',
    rank: 0,
    tone: 'caution',
    text: [{ strong: ['Nothing was applied:'] }, ` ${refusal.reason} ${refusal.help}`],
  }
  const planned = plan === undefined ? undefined : plannedPart(plan, options)
  const rest: readonly Section[] =
    planned === undefined
      ? []
      : [{ kind: 'heading', rank: 2, level: 4, text: ['What a plan would do now'] }, ...planned.sections]
  return {
    version: 1,
    kind: 'terraform-apply',
    subject: stack.subject,
    status: 'failed',
    verdict: { kind: 'failed', cause: 'policy', reason: refusal.reason },
    // Nothing of what the plan counts has happened.
    counts: {},
    headline: [{ strong: ['not applied'] }, `: ${refusal.reason}`],
    sections: [why, ...differenceSections(differences, options.redactor), ...rest],
    findings: [
      ...(planned?.findings ?? []),
      {
        rule: `terraform/apply-refused/${refusal.code}`,
        severity: 'error',
        message: refusal.reason,
        help: refusal.help,
        subject: stack.name,
        fingerprint: `terraform/apply-refused:${stack.subject.key}:${refusal.code}`,
      },
    ],
    facts: { ...planned?.facts, refused: refusal.code },
    run: options.run,
    seconds: 0,
  }
}

/** Which plan it was, and who made it: for whoever asks later. */
function whereFrom({ kind, sealed, refusal }: AppliedStack, mode: ApplyMode): Section[] {
  if (sealed === undefined || kind === 'nothing') return []
  const { run, pull } = sealed.plan
  const of = pull === undefined ? '' : ` of #${pull}`
  const words = refusal === undefined ? 'The plan' : 'The sealed plan that was looked at'
  const text =
    mode === 'approve'
      ? [`${words} was made by `, { link: ['an earlier job of this run'], href: run.url }, '.']
      : [`${words}${of} was made by `, { link: [`run ${run.id}`], href: run.url }, '.']
  return [{ kind: 'text', rank: 6, text }]
}
