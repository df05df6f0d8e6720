import type { Inlines, Section } from '../../report/section.ts'
import { countOf } from '../../report/words.ts'
import type { PlanModel } from '../plan/plan-model.ts'
import type { PlanOutcome } from './outcome.ts'

/** A local file is where the stack was applied last, if anywhere. */
export const LOST = 'its state is kept in a local file, which is not here'

/** What of a stack that is gone from the repository is still there. */
export function remains(
  { counts, changed, complete }: PlanModel,
  gone: NonNullable<PlanOutcome['gone']>,
): Inlines {
  if (gone === 'lost') return [{ strong: ['What remains cannot be told'] }, `: ${LOST}`]
  const there = counts.destroy + counts.replace
  const notes = complete ? [] : [' (not complete)']
  if (there > 0)
    return [{ strong: [`${countOf(there, 'resource')} ${remain(there)} in the cloud`] }, ...notes]
  const nothing = changed
    ? 'No resource remains in the cloud, but its state has outputs'
    : 'Nothing remains in the cloud'
  return [nothing, ...notes]
}

const remain = (count: number): string => (count === 1 ? 'remains' : 'remain')

/** Deleted code destroys nothing: who reviews it must know what is left, and what it takes to be rid of it. */
export function goneSections({ gone, model }: PlanOutcome): Section[] {
  if (gone === undefined || model === undefined) return []
  const there = model.counts.destroy + model.counts.replace
  if (there === 0) return []
  return [
    {
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        { strong: [`${countOf(there, 'resource')} ${remain(there)} in the cloud.`] },
        ' The stack is gone from the repository, and that alone destroys nothing. Below is what destroying it would do; it is done only with ',
        { code: 'allow-destroy' },
        ' in an environment.',
      ],
    },
  ]
}
