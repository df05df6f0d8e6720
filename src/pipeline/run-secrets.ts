import { makeRedactor } from '../core/redact.ts'
import type { Redactor } from '../core/redactor.ts'
import { knownSecrets } from '../terraform/known-secrets.ts'
import type { PlanSecrets } from '../terraform/secrets.ts'
import type { PlanSettings, StackToPlan } from './plan-stacks.ts'

/**
 * Words that our own text is made of. A secret that is one of them is hidden where it is marked; searched for
 * everywhere it would make every report unreadable, and the last check would refuse it.
 */
const OWN_WORDS = (
  'terraform opentofu sensitive unchanged attribute attributes resource resources output outputs stack stacks replace ' +
  'destroy destroyed update create created forces replacement changed change deferred import imported moved shell ' +
  'commit attempt warning caution details summary action result workspace'
).split(' ')

/** What hides the secrets of a run. */
export interface RunSecrets {
  /** Knows what is secret before anything is planned. */
  readonly early: Redactor
  /** Knows what was found in plans and outputs as well. */
  readonly withFound: (found: readonly PlanSecrets[]) => Redactor
}

/** What is secret, and what is public, in all stacks of a run: a secret of one may turn up in another one's text. */
export async function runSecrets(
  stacks: readonly Pick<StackToPlan, 'subject' | 'varFiles' | 'gone'>[],
  settings: Pick<PlanSettings, 'varFiles' | 'planArgs' | 'root' | 'jobEnv' | 'patterns'>,
): Promise<RunSecrets> {
  const { secrets, publicNames } = await knownSecrets(
    stacks.map(({ subject, varFiles, gone }) => ({
      ...subject,
      varFiles: [...varFiles, ...settings.varFiles],
      ...(gone === undefined ? {} : { root: gone.root }),
    })),
    { planArgs: settings.planArgs, root: settings.root, env: settings.jobEnv },
  )
  const withFound = (found: readonly PlanSecrets[]): Redactor =>
    makeRedactor({
      secrets: [...secrets, ...found.flatMap((one) => one.secrets)],
      publicNames: [...publicNames, ...OWN_WORDS, ...found.flatMap((one) => one.publicNames)],
      patterns: settings.patterns,
    })
  return { early: withFound([]), withFound }
}
