import { canonicalText, isObject, own } from '../plan/json.ts'
import type { Json, RawPlan } from '../plan/raw.ts'
import { resourcesOf } from '../plan/state-values.ts'
import type { ReviewedChange, ReviewedPlan, ReviewedValue } from './reviewed-plan.ts'
import {
  isAbsent,
  isHmac,
  isList,
  isPlainObject,
  isSame,
  isUnknown,
  plainKey,
  sealWith,
  valueWithMarks,
  HMAC_KEY,
  type ReviewedObject,
  type Seal,
} from './reviewed-value.ts'

/**
 * Of what was reviewed, the addresses where what is there now is something else: not created, not destroyed, or with
 * other values than those that were to be. For a plan that has nothing to do: it says that what is there is what the
 * code says, and code that reads its environment may say something else than it did at review.
 *
 * What is there is taken from the plan's prior state. What was known only after apply, and what no state tells
 * (deposed objects, moves), cannot be compared and is taken as done.
 */
export function undoneChanges(reviewed: ReviewedPlan, raw: RawPlan): string[] {
  const { resources, outputs } = stateOf(raw)
  const seal = sealWith(reviewed.salt)
  const undone = reviewed.changes.filter((change) => !isDone(change, resources.get(change.address), seal))
  const ofOutputs = reviewed.outputs.filter(({ name, after, actions }) => {
    const now = outputs.get(name)
    return actions.includes('delete') ? now !== undefined : !covers(after, now, seal)
  })
  return [...undone.map(({ address }) => address), ...ofOutputs.map(({ name }) => `output.${name}`)]
}

function isDone({ actions, deposed, after }: ReviewedChange, now: Json | undefined, seal: Seal): boolean {
  if (deposed !== undefined) return true
  const [first] = actions
  if (actions.length === 1 && (first === 'delete' || first === 'forget')) return now === undefined
  if (actions.length === 1 && (first === 'read' || first === 'open' || first === 'invoke')) return true
  return now !== undefined && covers(after, now, seal)
}

/** Whether a value is what was to be, as far as that was known. */
function covers(wanted: ReviewedValue, now: Json | undefined, seal: Seal): boolean {
  if (isUnknown(wanted) || isSame(wanted)) return true
  if (isAbsent(wanted) || wanted === null) return now === undefined || now === null
  const plain = valueWithMarks(now, undefined, undefined, seal)
  if (isHmac(wanted)) {
    if (plain === undefined) return false
    const text = canonicalText(plain)
    const wantedHmac = (wanted as ReviewedObject)[HMAC_KEY]
    return (['mark', 'search'] as const).some((by) => seal(text, by)[HMAC_KEY] === wantedHmac)
  }
  if (isPlainObject(wanted)) {
    if (!isObject(now)) return false
    return Object.keys(wanted).every((key) => covers(wanted[key] ?? null, own(now, plainKey(key)), seal))
  }
  if (isList(wanted)) {
    if (!Array.isArray(now) || now.length !== wanted.length) return false
    return wanted.every((item, index) => covers(item, (now as readonly Json[])[index], seal))
  }
  return plain === wanted
}

interface State {
  /** Values by address. */
  readonly resources: ReadonlyMap<string, Json>
  readonly outputs: ReadonlyMap<string, Json>
}

function stateOf({ prior_state: state }: RawPlan): State {
  const values = own(state, 'values')
  const resources = new Map<string, Json>()
  for (const resource of resourcesOf(values)) {
    const address = own(resource, 'address')
    if (typeof address === 'string' && own(resource, 'mode') === 'managed') {
      resources.set(address, own(resource, 'values') ?? null)
    }
  }
  const found = own(values, 'outputs')
  const outputs = Object.entries(isObject(found) ? found : {}).map(
    ([name, output]) => [name, own(output, 'value') ?? null] as const,
  )
  return { resources, outputs: new Map(outputs) }
}
