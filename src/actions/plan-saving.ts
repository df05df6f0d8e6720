import type { ActionContext } from '../core/action.ts'
import { UserError, errorMessage } from '../core/errors.ts'
import type { GitHub } from '../core/github-port.ts'
import type { InputValues } from '../core/inputs.ts'
import type { PlanSettings, StackToPlan } from '../pipeline/plan-stacks.ts'
import type { StackOrigin, StackSaver } from '../pipeline/save/contracts.ts'
import type { SealKey } from '../terraform/sealed/container.ts'
import { artifactsOf } from './artifact-store.ts'
import type { saveInputs } from './plan-inputs.ts'

type Given = InputValues<typeof saveInputs>

/** Undefined: plans are not kept. */
export type Saving = { readonly key: SealKey } | { readonly noPassphrase: true } | undefined

/**
 * Whether and how plans are kept for a later job. Sealed wherever there is a passphrase; where one is asked for and there
 * is none (a fork's run gets no secrets), the plan is made and shown all the same.
 * @throws UserError for a passphrase that is none, and for `plain` where everybody could read the plans
 */
export async function savingOf(
  given: Given,
  github: () => Promise<Pick<GitHub, 'isPublic'>>,
): Promise<Saving> {
  const passphrase = given['plan-passphrase']
  const mode = given['save-plan'] ?? (passphrase === '' ? 'off' : 'sealed')
  if (mode === 'off') return undefined
  if (mode === 'plain') {
    await refuseInPublic(github)
    return { key: { kind: 'plain' } }
  }
  if (passphrase === '') return { noPassphrase: true }
  const { checkPassphrase } = await import('../terraform/sealed/passphrase.ts')
  checkPassphrase(passphrase)
  return { key: { kind: 'passphrase', passphrase } }
}

/** An artifact can be read by everybody who can read the repository, and a plan holds secrets in clear. */
async function refuseInPublic(github: () => Promise<Pick<GitHub, 'isPublic'>>): Promise<void> {
  const help = 'Use `save-plan: sealed` with `plan-passphrase`.'
  const where = 'save-plan'
  let isPublic: boolean
  try {
    isPublic = await (await github()).isPublic()
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    const message = `plain plans are refused: whether the repository is public could not be told (${errorMessage(thrown)})`
    throw new UserError(message, { causeClass: 'policy', where, help, cause: thrown })
  }
  if (!isPublic) return
  throw new UserError(
    'plain plans are refused: the repository is public, and a plan holds secrets in clear',
    {
      ...{ causeClass: 'policy', where, help },
    },
  )
}

export interface SaverRequest {
  readonly given: Given
  readonly saving: Saving
  readonly settings: Pick<PlanSettings, 'root' | 'folder' | 'run'>
  /** Undefined: nothing is committed. */
  readonly commit: string | undefined
  readonly origin: (stack: StackToPlan) => Promise<StackOrigin>
  readonly generated: (stack: StackToPlan) => readonly string[]
}

/** What keeps the plans; nothing of it is loaded where none are kept. */
export async function saverFor(request: SaverRequest, context: ActionContext): Promise<StackSaver> {
  const { saving, settings, given, commit, origin, generated } = request
  const { run, clock, log } = context
  if (saving === undefined || 'noPassphrase' in saving) {
    if (saving !== undefined)
      log.notice('No plan is kept for applying: plan-passphrase is empty in this run.')
    const { keepsNothing } = await import('../pipeline/save/unkept.ts')
    return keepsNothing({ asked: saving !== undefined, origin })
  }
  const { stackSaver } = await import('../pipeline/save/saver.ts')
  return stackSaver({
    key: saving.key,
    root: settings.root,
    leftOut: [settings.folder],
    run: { repository: run.repository, event: run.event, pull: run.pull?.number, run: settings.run },
    commit,
    retentionDays: given['retention-days'],
    origin,
    generated,
    artifacts: artifactsOf(context),
    clock,
  })
}
