import type { ToolEvent } from '../events.ts'
import type { RawPlan } from '../plan/raw.ts'
import { importsOf, plannedResources, type ApplyStep, type PlannedResource } from './planned-resources.ts'
import type { ResourceResult } from './stack-apply.ts'

/** Follows an apply by its events, and knows of every resource of the plan what became of it. */
export interface ApplyFollower {
  take(event: ToolEvent): void
  /** Something of the plan was begun, or the tool has at least got as far as reading the plan with the state locked. */
  readonly begun: () => boolean
  /**
   * What is known so far. `ended`: the tool is through with it; `well`: and its exit code and diagnostics say that all
   * is done, without which nothing is known of what it does not report.
   */
  results(state: { readonly ended: boolean; readonly well: boolean }): ResourceResult[]
  /** The tool itself says that it applied all, and as many imports as planned. */
  readonly applied: () => boolean
}

interface Tracked {
  readonly planned: PlannedResource
  readonly done: ApplyStep[]
  open: { readonly step: ApplyStep; readonly since: number } | undefined
  failed: boolean
  seconds: number | undefined
}

/** @param now milliseconds */
export function followApply(raw: RawPlan, now: () => number): ApplyFollower {
  const all = plannedResources(raw).map(tracked)
  const imports = importsOf(raw)
  const byAddress = Map.groupBy(all, ({ planned }) => planned.address)
  let begun = false
  let started = false
  let applied = false

  const start = (address: string, step: ApplyStep, object: ObjectOf): void => {
    const waiting = (byAddress.get(address) ?? []).filter((one) => isNext(one, step))
    const one = waiting.find((candidate) => isObjectOf(candidate, object)) ?? waiting[0]
    if (one !== undefined) one.open = { step, since: now() }
  }
  /** Two of one address and step can only be a deposed object beside the current one, or another deposed one. */
  const end = (address: string, step: ApplyStep, failed: boolean): void => {
    const one = (byAddress.get(address) ?? []).find(({ open }) => open?.step === step)
    if (one?.open === undefined) {
      if (failed) all.push(unplanned(address, step))
      return
    }
    one.seconds = (one.seconds ?? 0) + (now() - one.open.since) / 1000
    one.open = undefined
    if (failed) one.failed = true
    else one.done.push(step)
  }

  return {
    take(event) {
      if (event.kind === 'summary' && event.applied !== undefined) applied = event.applied.imported >= imports
      if (event.kind !== 'progress') return
      const { step, address = '', action } = event.progress
      if (step !== 'lock-wait') begun = true
      if (!isStep(action)) return
      if (step === 'apply-start') {
        started = true
        start(address, action, event.object)
      } else if (step === 'apply-complete') end(address, action, false)
      else if (step === 'apply-errored') end(address, action, true)
    },
    begun: () => begun,
    applied: () => applied,
    results: (state) => all.map((one) => resultOf(one, { ...state, started, now: now() })),
  }
}

type ObjectOf = Extract<ToolEvent, { kind: 'progress' }>['object'] | undefined

const tracked = (planned: PlannedResource): Tracked => ({
  planned,
  done: [],
  open: undefined,
  failed: false,
  seconds: undefined,
})

/** What failed although the plan has nothing of it: it is told all the same. */
function unplanned(address: string, step: ApplyStep): Tracked {
  const planned = { address, action: step, steps: [step], optional: false, before: {} }
  return { ...tracked(planned), failed: true }
}

const isStep = (action: string | undefined): action is ApplyStep =>
  action === 'create' || action === 'update' || action === 'delete' || action === 'read'

function isNext({ planned, done, open, failed }: Tracked, step: ApplyStep): boolean {
  if (open !== undefined || failed) return false
  // What an unknown action consists of is not known: all of it is taken.
  return planned.action === 'unknown' || planned.steps[done.length] === step
}

function isObjectOf({ planned }: Tracked, object: ObjectOf): boolean {
  return (
    object !== undefined &&
    Object.hasOwn(planned.before, object.key) &&
    planned.before[object.key] === object.value
  )
}

interface Moment {
  readonly ended: boolean
  readonly well: boolean
  /** Anything of the plan was. */
  readonly started: boolean
  readonly now: number
}

function resultOf(one: Tracked, moment: Moment): ResourceResult {
  const { planned, seconds, open } = one
  const half = halfOf(one)
  const running = open === undefined ? undefined : (seconds ?? 0) + (moment.now - open.since) / 1000
  const shown = running ?? seconds
  return {
    address: planned.address,
    ...(planned.deposed === undefined ? {} : { deposed: planned.deposed }),
    action: planned.action,
    state: stateOf(one, moment),
    ...(half === undefined ? {} : { half }),
    ...(shown === undefined ? {} : { seconds: shown }),
    ...(planned.optional ? { optional: true } : {}),
  }
}

function stateOf({ planned, done, open, failed }: Tracked, moment: Moment): ResourceResult['state'] {
  if (failed) return 'failed'
  // A data source of a check block that could not be read: the tool has warned, and ended well.
  if (planned.optional && moment.ended && moment.well && done.length === 0) return 'failed'
  if (open !== undefined) return 'in-flight'
  if (planned.action === 'unknown') {
    return moment.well && done.length > 0 ? 'done' : done.length > 0 ? 'in-flight' : 'not-begun'
  }
  if (planned.steps.length === 0) {
    // Nothing is said of it: done when all is; else it may be, once anything was.
    if (moment.well) return 'done'
    return moment.started ? 'in-flight' : 'not-begun'
  }
  if (done.length >= planned.steps.length) return 'done'
  return done.length > 0 ? 'in-flight' : 'not-begun'
}

/** Of a replacement of which only the first half is done. */
function halfOf({ planned, done }: Tracked): ResourceResult['half'] {
  if (planned.steps.length < 2 || done.length !== 1) return undefined
  return done[0] === 'delete' ? 'deleted' : 'created'
}
