import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { UserError } from '../../core/errors.ts'
import type { Redactor } from '../../core/redactor.ts'
import type { RunIdentity } from '../../report/part.ts'
import { countsOf } from '../../terraform/report/plan-part.ts'
import type { PlanOutcome } from '../../terraform/report/outcome.ts'
import type { StackPlan } from '../../terraform/plan-stack.ts'
import { readsOtherStates } from '../../terraform/plan/state-reads.ts'
import { ephemeralVariables } from '../../terraform/review/ephemeral-variables.ts'
import { reviewedPlan } from '../../terraform/review/review-plan.ts'
import type { CreatedFiles } from '../../terraform/sealed/created-files.ts'
import { readLockFile } from '../../terraform/sealed/lock-file.ts'
import { planMember, planState } from '../../terraform/sealed/plan-zip.ts'
import type { SealContent, SealManifest } from '../../terraform/sealed/sealed-plan.ts'
import type { StackOrigin } from './contracts.ts'

/** Of the run, what a sealed plan says of itself. */
export interface SealRun {
  /** `owner/name` */
  readonly repository: string
  readonly event: string
  readonly pull: number | undefined
  readonly run: RunIdentity
  /** What is checked out. */
  readonly commit: string
}

/** A good and whole plan of ours, as it is to be sealed. */
export interface SealSubject {
  readonly plan: StackPlan & Required<Pick<StackPlan, 'run' | 'raw' | 'planFile'>>
  readonly outcome: PlanOutcome & Required<Pick<PlanOutcome, 'model' | 'digest'>>
  readonly made: CreatedFiles
  readonly origin: StackOrigin
  readonly inputsHash: string
  readonly environment: string | undefined
  readonly redactor: Redactor
  /** ISO 8601 */
  readonly createdAt: string
}

/**
 * What of a plan is sealed. Of a stack that comes after others of the same change, or that reads the state of others at
 * all, only what was reviewed: the plan holds what those are now, and Terraform would apply it with that after they have
 * changed, by this change or by one whose apply is still to come.
 * @throws UserError when a file that the plan made cannot go with it
 */
export async function sealContent(subject: SealSubject, run: SealRun): Promise<SealContent> {
  const { plan, redactor } = subject
  const review = reviewedPlan(plan.raw, { redactor })
  const { upstream, after = false } = subject.origin
  if (upstream.length > 0 || after || readsOtherStates(plan.raw)) {
    const manifest = manifestOf(subject, run, {
      kind: 'review',
      planSha256: '',
      lockSha256: '',
      ephemeral: ephemeralVariables(plan.raw),
    })
    return { manifest, review, files: [] }
  }
  const bytes = await readFile(plan.planFile)
  const { made } = subject
  if (made.kind === 'refused') throw new UserError(made.reasons.join(' '))
  const lockFile = await readLockFile(plan.run.directory)
  const { state } = await planState(bytes)
  const manifest = manifestOf(subject, run, {
    kind: 'plan',
    planSha256: sha256(bytes),
    lockSha256: lockFile === undefined ? '' : sha256(lockFile),
    ephemeral: ephemeralVariables(plan.raw, await planMember(bytes)),
    ...(state === undefined ? {} : { state }),
  })
  return {
    manifest,
    review,
    plan: bytes,
    files: made.files,
    ...(lockFile === undefined ? {} : { lockFile }),
  }
}

type OfKind = Pick<SealManifest, 'kind' | 'planSha256' | 'lockSha256' | 'state' | 'ephemeral'>

function manifestOf(subject: SealSubject, { pull, ...run }: SealRun, ofKind: OfKind): SealManifest {
  const { plan, outcome, origin } = subject
  const { key, name, path, workspace } = plan.stack
  return {
    version: 1,
    ...run,
    ...(pull === undefined ? {} : { pull }),
    stack: { key, name, path, ...(workspace === undefined ? {} : { workspace }) },
    inputsHash: subject.inputsHash,
    ...(subject.environment === undefined ? {} : { environment: subject.environment }),
    tool: { name: plan.run.binary.tool, version: plan.run.binary.version },
    destroy: plan.run.planArgs.some((arg) => /^--?destroy(?:=(?:1|t|true))?$/i.test(arg)),
    planDigest: outcome.digest,
    upstream: origin.upstream,
    createdAt: subject.createdAt,
    counts: countsOf(outcome.model),
    ...ofKind,
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
