import type { ArtifactStore } from '../../core/artifact-port.ts'
import { UserError, errorMessage } from '../../core/errors.ts'
import type { Clock } from '../../core/ports.ts'
import { planArtifactName } from '../../terraform/sealed/artifact-name.ts'
import type { SealKey } from '../../terraform/sealed/container.ts'
import { createdFiles } from '../../terraform/sealed/created-files.ts'
import { fileStates } from '../../terraform/sealed/file-states.ts'
import { generatedFiles, withGenerated } from '../../terraform/sealed/generated-files.ts'
import { sealPlan } from '../../terraform/sealed/seal.ts'
import { SEAL_FILE, WITHDRAWN_FILE } from '../../terraform/sealed/sealed-plan.ts'
import type { StackToPlan } from '../plan-stacks.ts'
import type { SavedStack, SaveRequest, StackOrigin, StackSaver } from './contracts.ts'
import { sealContent, type SealRun, type SealSubject } from './seal-stack.ts'
import { NOTHING_SAVED, provisionalNotes } from './unkept.ts'
import { notKeptWarning, provisionalNote, readsOthersNote, savedNote, SHOWN_NAMES } from './words.ts'

export interface SaverOptions {
  readonly key: SealKey
  /** Absolute path of the repository. */
  readonly root: string
  /** Absolute paths where plans are kept: nothing in there is made by planning. */
  readonly leftOut: readonly string[]
  readonly run: Omit<SealRun, 'commit'>
  /** Undefined: nothing is committed. */
  readonly commit: string | undefined
  readonly retentionDays: number
  readonly origin: (stack: StackToPlan) => Promise<StackOrigin>
  /** Files that a job makes for a stack: see `StackOrigin`. */
  readonly generated?: (stack: StackToPlan) => readonly string[]
  /** Asked for when there is something to keep. */
  readonly artifacts: () => Promise<ArtifactStore>
  readonly clock: Clock
}

/** Seals each plan that does something and uploads it, one artifact for each stack; else says that there is none now. */
export function stackSaver(options: SaverOptions): StackSaver {
  return {
    async before(stack, run) {
      const place = { root: stack.gone?.root ?? options.root, run, leftOut: options.leftOut }
      const files = await fileStates(place)
      const generated = await generatedFiles(place.root, options.generated?.(stack) ?? [])
      return {
        made: async (planFile) => withGenerated(await createdFiles(place, files, planFile), generated),
      }
    },
    async save(request) {
      const kept = await keep(request, options)
      // A run that is stopped has shown nothing, and has no time.
      const isStopped = request.plan.failure?.cause === 'cancelled'
      return kept.artifact === undefined && !isStopped ? withdrawn(kept, request, options) : kept
    },
  }
}

async function keep(request: SaveRequest, options: SaverOptions): Promise<SavedStack> {
  const { plan, outcome } = request
  const { failure, raw } = plan
  // What failed or waits says so already.
  if (failure !== undefined || raw === undefined || outcome.model === undefined) return NOTHING_SAVED
  try {
    // Where nothing changes there is nothing to apply.
    if (outcome.model.changed) return await saved(request, options)
    return { ...NOTHING_SAVED, first: await provisionalNotes(request, options.origin) }
  } catch (thrown) {
    return notSaved(wordsOf(thrown))
  }
}

/**
 * Takes back what an earlier run may have kept of the same files: it is not what is shown now. (A saved plan goes by what
 * was read when it was made, and Terraform refuses it only when the state has moved on.)
 */
async function withdrawn(
  kept: SavedStack,
  { stack }: SaveRequest,
  { run, retentionDays, artifacts }: SaverOptions,
): Promise<SavedStack> {
  const inputsHash = stack.facts?.['inputs-hash']
  if (inputsHash === undefined) return kept
  const name = planArtifactName(stack.subject.key, inputsHash, run.run.attempt)
  const content = new TextEncoder().encode(`${JSON.stringify({ version: 1 })}\n`)
  try {
    const store = await artifacts()
    await store.upload(name, [{ name: WITHDRAWN_FILE, content }], { retentionDays, compress: false })
    return kept
  } catch (thrown) {
    // Else that plan would be found after the merge, and applied.
    const fault = {
      reason: `a plan of it that an earlier run may have kept was not taken back: ${wordsOf(thrown)}`,
      help: 'Run the job again. Where artifacts cannot be had at all, set `save-plan: off`.',
      sections: [],
    }
    return { ...kept, fault }
  }
}

/** @throws what is no fault of the user's or the service's */
function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
  const message = errorMessage(thrown).replace(/[.\s]*$/, '.')
  return thrown.help === undefined ? message : `${message} ${thrown.help}`
}

const notSaved = (reason: string): SavedStack => ({
  ...NOTHING_SAVED,
  first: [notKeptWarning(reason)],
  warning: `it cannot be applied as reviewed: ${reason}`,
})

async function saved(request: SaveRequest, options: SaverOptions): Promise<SavedStack> {
  const { stack, redactor } = request
  const origin = await options.origin(stack)
  const [inputsHash, commit] = [stack.facts?.['inputs-hash'], options.commit]
  if (inputsHash === undefined || commit === undefined) {
    return notSaved('What it is made of is not known: the stack is not in a Git repository with a commit.')
  }
  const uncommitted = notCommitted(origin, request)
  if (uncommitted.length > 0) return notSaved(uncommittedWords(uncommitted))
  const subject = wholePlan(request)
  if (subject === undefined) {
    return notSaved(
      'The plan is not complete (targets, deferred changes, or an error). Plan all of the stack.',
    )
  }
  const createdAt = new Date(options.clock.now()).toISOString()
  const environment = stack.facts?.['environment']
  const about = { ...subject, origin, inputsHash, environment, redactor, createdAt }
  const content = await sealContent(about, { ...options.run, commit })
  const bytes = await sealPlan(content, options.key)
  const artifact = planArtifactName(stack.subject.key, inputsHash, options.run.run.attempt)
  const { retentionDays } = options
  const store = await options.artifacts()
  await store.upload(artifact, [{ name: SEAL_FILE, content: bytes }], { retentionDays, compress: false })
  const { kind } = content.manifest
  return {
    artifact,
    facts: { sealed: kind },
    first: origin.upstream.length > 0 ? [provisionalNote(origin.upstream, true)] : [],
    last: [
      ...(kind === 'plan' ? [savedNote(options.key.kind === 'plain' ? 'plain' : 'sealed')] : []),
      ...(kind === 'review' && origin.upstream.length === 0 ? [readsOthersNote()] : []),
    ],
  }
}

function wholePlan({
  plan,
  outcome,
  made,
}: SaveRequest): Pick<SealSubject, 'plan' | 'outcome' | 'made'> | undefined {
  const { run, raw, planFile } = plan
  const { model, digest } = outcome
  if (run === undefined || raw === undefined || planFile === undefined || made === undefined) return undefined
  if (model === undefined || digest === undefined || model.errored || !model.complete) return undefined
  return { plan: { ...plan, run, raw, planFile }, outcome: { ...outcome, model, digest }, made }
}

function notCommitted({ uncommitted, ignored = [] }: StackOrigin, { made }: SaveRequest): readonly string[] {
  const written = new Set(made?.kind === 'files' ? made.files.map(({ path }) => path) : [])
  return [...uncommitted, ...ignored.filter((file) => !written.has(file))].sort()
}

function uncommittedWords(files: readonly string[]): string {
  const shown = files.slice(0, SHOWN_NAMES).join(', ')
  const more = files.length > SHOWN_NAMES ? ` and ${files.length - SHOWN_NAMES} more` : ''
  return `It was made of files that are not as they are committed: ${shown}${more}. Commit them, or name under \`generated\` of the stack what a job makes.`
}
