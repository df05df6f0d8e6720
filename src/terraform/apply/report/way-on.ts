import type { Inlines, Section } from '../../../report/section.ts'
import { countOf } from '../../../report/words.ts'
import { diagnosticText } from '../../diagnostics.ts'
import type { ResourceResult, StackApply } from '../stack-apply.ts'

/** How much of the plan is done, what that means, and what to do now. */
export function wayOn(apply: StackApply): Section[] {
  const { resources, failure, diagnostics } = apply
  if (failure === undefined) return []
  const items: Inlines[] = []
  const count = (state: ResourceResult['state']): number =>
    resources.filter((one) => one.state === state && one.optional !== true).length
  const begun = count('done') + count('failed') + count('in-flight') > 0
  if (!begun) {
    items.push([{ strong: ['Nothing was applied'] }, `. ${nothingBegun(apply)}`])
    return [list(items)]
  }
  items.push([
    { strong: [`${count('done')} of ${countOf(resources.length, 'resource')} done`] },
    `, ${count('failed')} failed, ${count('in-flight')} in flight, ${count('not-begun')} not begun. What is done stays: the next plan starts from there.`,
  ])
  if (count('in-flight') > 0) {
    items.push([
      'What was in flight may be there without the state knowing of it: look for it before the next apply, and import or delete it. Otherwise the next plan creates it a second time.',
    ])
  }
  if (
    resources.some(({ action, state }) => state === 'failed' && (action === 'create' || action === 'replace'))
  ) {
    items.push([
      'What failed while it was created may be there all the same. If the provider said so, it is marked as tainted, and the next plan replaces it.',
    ])
  }
  if (diagnostics.some((d) => /errored\.tfstate/.test(diagnosticText(d)))) {
    items.push([
      { strong: ['The state could not be saved'] },
      '. It is in the file ',
      { code: 'errored.tfstate' },
      ' of the stack’s folder, which is gone with this job: what was created is not known to the state.',
    ])
  }
  items.push([
    'This saved plan is of no use any more. Run this job again: it plans anew and says what is left to do. Or open a new pull request.',
  ])
  return [list(items)]
}

function nothingBegun({ failure, stale }: StackApply): string {
  if (stale) return 'The plan is older than the state: plan again, and have that plan reviewed.'
  if (failure?.cause === 'lock') return 'Run this job again when the lock is free: the plan still holds.'
  if (failure?.cause === 'cancelled') return 'Run this job again: the plan still holds.'
  return 'When what is said above is put right, run this job again. If files of the stack have to change for that, it takes a new pull request.'
}

const list = (items: readonly Inlines[]): Section => ({ kind: 'list', rank: 0, items })
