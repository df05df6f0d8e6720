import type { AttributeChange } from '../../report/resource-change.ts'
import { countOf } from '../../report/words.ts'
import { resourceAction } from '../plan/actions.ts'
import type { ReviewedChange } from './reviewed-plan.ts'
import { isHmac, isUnknown } from './reviewed-value.ts'
import { isTime } from './value-differences.ts'
import type { ValueDifference } from './value-differences.ts'

/** Why a plan as a whole is not what a reviewer could agree to. */
export function incompleteTexts(reviewed: boolean, now: boolean): string[] {
  return [
    ...(reviewed
      ? []
      : ['What was reviewed was no whole plan (it failed, was limited by -target, or put something off).']),
    ...(now
      ? []
      : ['The new plan is no whole plan (it failed, is limited by -target, or puts something off).']),
  ]
}

export function appearedText(change: ReviewedChange): string {
  return `It is ${actionWords(change)} now, and nothing of it was in the reviewed plan.`
}

export function vanishedText(change: ReviewedChange): string {
  return `It was ${actionWords(change)} in the reviewed plan, and nothing is done to it now.`
}

export function actionsText(reviewed: ReviewedChange, now: ReviewedChange): string {
  const [was, is] = [actionWords(reviewed), actionWords(now)]
  if (was !== is) return `It was ${was} in the reviewed plan, and is ${is} now.`
  return 'It is imported from another object than in the reviewed plan.'
}

/** `to be destroyed` */
function actionWords(change: ReviewedChange): string {
  const moved = change.previousAddress === undefined ? '' : ` (moved from ${change.previousAddress})`
  return `${doneWords(change)}${moved}`
}

function doneWords({ actions, importing, previousAddress }: ReviewedChange): string {
  const imported = importing === undefined ? '' : 'imported and '
  switch (resourceAction(actions)) {
    case 'create':
      return `to be ${imported}created`
    case 'update':
      return `to be ${imported}changed in place`
    case 'delete':
      return 'to be destroyed'
    case 'delete-create':
      return `to be ${imported}replaced (destroyed first)`
    case 'create-delete':
      return `to be ${imported}replaced (created first)`
    case 'create-forget':
      return `to be ${imported}replaced, the old object kept`
    case 'forget':
      return 'to be forgotten'
    case 'read':
      return 'to be read'
    case 'open':
      return 'to be opened'
    case 'no-op':
      if (importing !== undefined) return 'to be imported'
      return previousAddress === undefined ? 'to be kept' : 'to be moved'
    case 'unknown':
      return actions.join(',') === 'invoke'
        ? 'to be invoked'
        : `subject to an action that is not known to this version (${actions.join(', ') || 'none'})`
  }
}

/** Of what stands in no attribute. */
export const meansText =
  'Its provider, the configuration of the provider, or a provisioner is not what it was at review.'

type Shown = ValueDifference & { readonly shown: AttributeChange }

/**
 * Which attributes differ, and why, as far as it can be told. `planned`: other values are planned. `before`: the plan
 * is the same, what it is to change is not. `time`: when the new plan was made.
 */
export function valuesText(
  planned: readonly Shown[],
  before: readonly Shown[],
  time: string | undefined,
): string {
  const sentences: string[] = []
  if (planned.length > 0) sentences.push(`Planned otherwise than reviewed: ${pathsOf(planned)}.`)
  if (before.length > 0)
    sentences.push(`No longer as it was at review, before the change: ${pathsOf(before)}.`)
  const all = [...planned, ...before]
  if (all.some(({ reviewed, now }) => isHmac(reviewed) || isHmac(now)))
    sentences.push('Sensitive values were compared by a keyed hash; they are not shown.')
  const known = planned.filter(
    ({ reviewed, now }) => isUnknown(reviewed) && now !== undefined && !isUnknown(now),
  )
  if (known.length > 0)
    sentences.push(`At review ${pathsOf(known)} was known only after apply, so nobody has seen the value.`)
  const times = planned.filter(({ reviewed, now }) => isTime(reviewed) && isTime(now))
  if (times.length > 0) {
    const certain = times.some(({ now }) => now === time)
    sentences.push(
      certain
        ? `${pathsOf(times)} is the time of planning (plantimestamp()), another one in each plan: planned again, this can never be what was reviewed.`
        : `${pathsOf(times)} is a time. If it is made while planning (plantimestamp()), it is another one in each plan.`,
    )
  }
  return sentences.join(' ')
}

const PATHS_SHOWN = 5

function pathsOf(all: readonly Shown[]): string {
  const paths = [...new Set(all.map(({ shown }) => shown.path))]
  const more = paths.length - PATHS_SHOWN
  return paths.slice(0, PATHS_SHOWN).join(', ') + (more > 0 ? ` and ${countOf(more, 'other')}` : '')
}
