import { once } from '../../core/once.ts'
import type { Redactor } from '../../core/redactor.ts'
import { resourceAction } from '../plan/actions.ts'
import { newEffort } from '../plan/diff-text.ts'
import type { Effort } from '../plan/diff-text.ts'
import type { RawPlan } from '../plan/raw.ts'
import {
  actionsText,
  appearedText,
  incompleteTexts,
  meansText,
  valuesText,
  vanishedText,
} from './difference-text.ts'
import { planRecord, planRedactor } from './review-plan.ts'
import type {
  ReviewDifference,
  ReviewedChange,
  ReviewedOutput,
  ReviewedPlan,
  ReviewedValue,
} from './reviewed-plan.ts'
import { sealWith } from './reviewed-value.ts'
import type { Seal } from './reviewed-value.ts'
import { shownDifference, valueAt } from './shown-difference.ts'
import { valueDifferences } from './value-differences.ts'
import type { ValueDifference } from './value-differences.ts'

/**
 * In what a new plan is not what was reviewed; none: the reviewer would have agreed to just this.
 *
 * The same must be: which resources and outputs change, by which actions, from where they move and what they import,
 * every value that is planned, every value that a planned one takes the place of, and which object it is (`id`, `arn`,
 * identity). Sensitive values are compared by their HMACs. What was known only after apply at review must be so still:
 * whatever is known now, nobody has seen. What the plans leave as it is does not count, see `changedPart`; nor do drift,
 * the state, data that was read, checks, reasons, times and versions.
 */
export function comparePlans(reviewed: ReviewedPlan, raw: RawPlan): readonly ReviewDifference[] {
  const now = planRecord(raw, reviewed.salt, undefined)
  const comparison: Comparison = {
    seal: sealWith(reviewed.salt),
    time: typeof raw.timestamp === 'string' ? raw.timestamp : undefined,
    shown: once(() => shownPlan(raw, reviewed.salt)),
  }
  const whole = incompleteTexts(reviewed.complete, now.complete).map((text): ReviewDifference => ({
    address: '',
    kind: 'appeared',
    attributes: [],
    text,
  }))
  const changes = pairs(reviewed.changes, now.changes, changeKey).flatMap(({ left, right, index }) => {
    const hidden = (): ReviewedChange | undefined => comparison.shown().record.changes[index]
    return difference({ comparison, left, right, hidden, root: undefined })
  })
  const outputs = pairs(reviewed.outputs, now.outputs, ({ name }) => name).flatMap(
    ({ left, right, index }) => {
      const hidden = (): ReviewedChange | undefined => asChange(comparison.shown().record.outputs[index])
      const root = (left ?? right)?.name
      return difference({ comparison, left: asChange(left), right: asChange(right), hidden, root })
    },
  )
  return [...whole, ...changes, ...outputs]
}

interface Comparison {
  readonly seal: Seal
  /** When the new plan was made. */
  readonly time: string | undefined
  readonly shown: () => Shown
}

/** The new plan as it may be seen: made only where something of it is to be shown, as its secrets are looked for. */
interface Shown {
  readonly redactor: Redactor
  readonly effort: Effort
  readonly record: ReviewedPlan
}

function shownPlan(raw: RawPlan, salt: string): Shown {
  const redactor = planRedactor(raw)
  return { redactor, effort: newEffort(), record: planRecord(raw, salt, redactor) }
}

interface Compared {
  readonly comparison: Comparison
  readonly left: ReviewedChange | undefined
  readonly right: ReviewedChange | undefined
  /** `right` with all hidden in it. */
  readonly hidden: () => ReviewedChange | undefined
  /** Name of an output. */
  readonly root: string | undefined
}

function difference(compared: Compared): ReviewDifference[] {
  const { left, right } = compared
  const address = left?.address ?? right?.address ?? ''
  const destroys = right !== undefined && isDestructive(right)
  const found = { address: addressOf(left ?? right, address), attributes: [], destroys }
  if (left === undefined) {
    return right === undefined ? [] : [{ ...found, kind: 'appeared', text: appearedText(right) }]
  }
  if (right === undefined) return [{ ...found, kind: 'vanished', text: vanishedText(left) }]
  if (doesOther(left, right, compared.comparison.seal)) {
    return [{ ...found, kind: 'actions', text: actionsText(left, right) }]
  }
  const values = changedValues(left, right, compared)
  return values === undefined ? [] : [{ ...found, kind: 'values', ...values }]
}

function addressOf(change: ReviewedChange | undefined, address: string): string {
  const known = address === '' ? '(no address)' : address
  return change?.deposed === undefined ? known : `${known} (deposed object ${change.deposed})`
}

function isDestructive({ actions }: ReviewedChange): boolean {
  return ['delete', 'delete-create', 'create-delete', 'unknown'].includes(resourceAction(actions))
}

function doesOther(left: ReviewedChange, right: ReviewedChange, seal: Seal): boolean {
  return (
    left.actions.join(',') !== right.actions.join(',') ||
    left.previousAddress !== right.previousAddress ||
    valueDifferences(left.importing ?? null, right.importing ?? null, seal, undefined).length > 0
  )
}

type Values = Pick<ReviewDifference, 'attributes' | 'text' | 'changes'>

function changedValues(left: ReviewedChange, right: ReviewedChange, compared: Compared): Values | undefined {
  const { comparison, root } = compared
  const { seal } = comparison
  const planned = valueDifferences(left.after, right.after, seal, root)
  const sides = { reviewed: left.after, now: right.after }
  const replaced = valueDifferences(left.before, right.before, seal, root, sides)
  const identity = valueDifferences(left.identity ?? null, right.identity ?? null, seal, 'identity')
  const otherMeans = left.means !== right.means
  if (!otherMeans && planned.length + replaced.length + identity.length === 0) return undefined

  const { redactor, effort } = comparison.shown()
  const hidden = compared.hidden()
  const show = (all: readonly ValueDifference[], side: ReviewedValue | undefined, from: string | undefined) =>
    all.map((one) => ({
      ...one,
      shown: shownDifference(one, valueAt(side ?? null, one.place, from), redactor, effort),
    }))
  const inPlan = show(planned, hidden?.after, root)
  const paths = new Set(inPlan.map(({ shown }) => shown.path))
  // Where another value is planned, that is what counts.
  const before = [
    ...show(identity, hidden?.identity, 'identity'),
    ...show(replaced, hidden?.before, root).filter(({ shown }) => !paths.has(shown.path)),
  ]
  return {
    attributes: [...new Set([...paths, ...before.map(({ shown }) => shown.path)])],
    text: [valuesText(inPlan, before, comparison.time), ...(otherMeans ? [meansText] : [])]
      .filter(Boolean)
      .join(' '),
    changes: [
      ...inPlan.map(({ shown }) => shown),
      ...before.map(({ shown }) => ({ ...shown, path: `${shown.path} (before the change)` })),
    ],
  }
}

function asChange(output: ReviewedOutput): ReviewedChange
function asChange(output: ReviewedOutput | undefined): ReviewedChange | undefined
function asChange(output: ReviewedOutput | undefined): ReviewedChange | undefined {
  if (output === undefined) return undefined
  const { name, ...rest } = output
  return { address: `output.${name}`, ...rest }
}

function changeKey({ address, deposed }: ReviewedChange): string {
  return JSON.stringify([address, deposed ?? ''])
}

interface Pair<T> {
  readonly left: T | undefined
  readonly right: T | undefined
  /** Of `right`. */
  readonly index: number
}

/** What has the same key on both sides, the first with the first; then what is on the right side alone. */
function pairs<T>(left: readonly T[], right: readonly T[], keyOf: (item: T) => string): Pair<T>[] {
  const waiting = new Map<string, number[]>()
  for (const [index, item] of right.entries()) {
    const key = keyOf(item)
    const known = waiting.get(key)
    if (known === undefined) waiting.set(key, [index])
    else known.push(index)
  }
  const found: Pair<T>[] = left.map((item) => {
    const index = waiting.get(keyOf(item))?.shift() ?? -1
    return { left: item, right: right[index], index }
  })
  for (const indexes of waiting.values()) {
    for (const index of indexes) found.push({ left: undefined, right: right[index], index })
  }
  return found
}
