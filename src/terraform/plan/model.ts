import type { Redactor } from '../../core/redactor.ts'
import type { ResourceChange } from '../../report/resource-change.ts'
import { checkResults, stopsPlan } from './checks.ts'
import { newEffort } from './diff-text.ts'
import { isEmptyContainer, isObject, own, sameJson } from './json.ts'
import type { Json, RawPlan } from './raw.ts'
import { outputChanges } from './outputs.ts'
import type { OutputChange, PlanCounts, PlanModel } from './plan-model.ts'
import { deferredWords } from './reason-words.ts'
import { actionInvocation, resourceChange } from './resource.ts'
import type { Context } from './resource.ts'

/**
 * What a plan says, redacted. Total: a part that is missing or odd is shown as unknown, nothing throws once
 * `parsePlanJson` has accepted the plan. Entries are never merged by address: a deposed object and drift stand beside
 * the planned change of the same resource.
 */
export function planModel(raw: RawPlan, redactor: Redactor): PlanModel {
  const context: Context = { redactor, effort: newEffort() }
  const changes = listOf(raw.resource_changes)
    .map((entry) => (isIdle(entry) ? undefined : resourceChange(entry, context)))
    .filter((change) => change !== undefined)
    .filter(doesSomething)
  changes.push(...listOf(raw.action_invocations).map((entry) => actionInvocation(entry, context)))
  const drift = listOf(raw.resource_drift)
    .filter((entry) => !isOnlyEmptiness(entry as Json))
    .map((entry) => resourceChange(entry, context))
    .filter((change) => change.action !== 'no-op')
  const deferred = listOf(raw.deferred_changes).map((entry) => deferredChange(entry, context))
  const outputs = outputChanges(raw.output_changes, context)

  const checks = checkResults(raw.checks, redactor)
  const errored = typeof raw.errored === 'boolean' ? raw.errored : checks.some(stopsPlan)
  const changed =
    changes.some((change) => change.action !== 'open') || outputs.length > 0 || deferred.length > 0
  // What the tool would apply although nothing of it is seen here (a refresh-only plan) counts as a change too.
  // Opening ephemeral resources is not one, though OpenTofu counts it.
  const unseen =
    isRefreshOnly(raw) || (raw.applyable === true && !changes.some(({ action }) => action === 'open'))
  const applyable = typeof raw.applyable === 'boolean' ? raw.applyable : changed || unseen
  return {
    formatVersion: redactor.redact(raw.format_version),
    terraformVersion: typeof raw.terraform_version === 'string' ? redactor.redact(raw.terraform_version) : '',
    changes,
    drift,
    deferred,
    outputs,
    checks,
    counts: countsOf(changes, drift, deferred, outputs),
    complete: raw.complete !== false,
    errored,
    applyable: applyable && !errored,
    changed: changed || unseen,
  }
}

/**
 * Nothing but null that became an empty list or map, or the reverse: providers answer so after the first apply
 * (`tags = null` reads back as `{}`), and nobody has touched the resource.
 */
function isOnlyEmptiness(entry: Json): boolean {
  const change = own(entry, 'change')
  const [before, after] = [own(change, 'before'), own(change, 'after')]
  if (!isObject(before) || !isObject(after)) return false
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const differing = [...keys].filter((key) => !sameJson(own(before, key), own(after, key)))
  const isEmpty = (value: Json | undefined): boolean =>
    value === undefined || value === null || isEmptyContainer(value)
  return (
    differing.length > 0 && differing.every((key) => isEmpty(own(before, key)) && isEmpty(own(after, key)))
  )
}

/**
 * A plan that would only take over what has drifted, told by a drifted resource that nothing is planned for: not even
 * a no-op. Newer Terraform says in `applyable` whether there is something to apply; 1.5 and OpenTofu do not.
 */
function isRefreshOnly(raw: RawPlan): boolean {
  const drift = listOf(raw.resource_drift)
  if (typeof raw.applyable === 'boolean' || drift.length === 0) return false
  const planned = new Set(listOf(raw.resource_changes).map((entry) => (isObject(entry) ? entry.address : '')))
  return drift.some((entry) => isObject(entry) && entry.mode !== 'data' && !planned.has(entry.address))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Most of a big plan: left out before anything is made of it. */
function isIdle(entry: unknown): boolean {
  if (!isObject(entry) || !isObject(entry.change)) return false
  const { actions, importing } = entry.change
  const isNoOp = Array.isArray(actions) && actions.length === 1 && actions[0] === 'no-op'
  return isNoOp && !isObject(importing) && typeof entry.previous_address !== 'string'
}

function doesSomething(change: ResourceChange): boolean {
  return change.action !== 'no-op' || change.importing !== undefined || change.previousAddress !== undefined
}

function deferredChange(entry: unknown, context: Context): ResourceChange {
  const inner: Json | undefined = isObject(entry) ? entry.resource_change : undefined
  const reason = isObject(entry) && typeof entry.reason === 'string' ? entry.reason : ''
  const words = reason === '' ? 'the plan gives no reason' : context.redactor.redact(deferredWords(reason))
  return { ...resourceChange(inner, context), deferred: words }
}

function countsOf(
  changes: readonly ResourceChange[],
  drift: readonly ResourceChange[],
  deferred: readonly ResourceChange[],
  outputs: readonly OutputChange[],
): PlanCounts {
  const counts = {
    add: 0,
    change: 0,
    destroy: 0,
    replace: 0,
    import: 0,
    move: 0,
    forget: 0,
    read: 0,
    drift: drift.length,
    deferred: deferred.length,
    outputs: outputs.length,
    unknown: 0,
  }
  for (const change of changes) {
    if (change.importing !== undefined) counts.import++
    if (change.previousAddress !== undefined) counts.move++
    switch (change.action) {
      case 'create':
        counts.add++
        break
      case 'update':
        counts.change++
        break
      case 'delete':
        counts.destroy++
        break
      case 'delete-create':
      case 'create-delete':
        counts.replace++
        break
      case 'create-forget':
        counts.add++
        counts.forget++
        break
      case 'forget':
        counts.forget++
        break
      case 'read':
        counts.read++
        break
      case 'unknown':
        counts.unknown++
        break
      case 'open':
      case 'no-op':
        break
    }
  }
  return counts
}
