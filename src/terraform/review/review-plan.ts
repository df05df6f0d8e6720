import { randomBytes } from 'node:crypto'
import { makeHidesKey } from '../../core/key-names.ts'
import { makeRedactor } from '../../core/redact.ts'
import type { Redactor } from '../../core/redactor.ts'
import { resourceAction } from '../plan/actions.ts'
import { checkResults, stopsPlan } from '../plan/checks.ts'
import { doesSomething } from '../plan/digest.ts'
import { canonicalText, isObject, listOf, own } from '../plan/json.ts'
import type { Json, RawPlan } from '../plan/raw.ts'
import { hidesName } from '../plan/secret-names.ts'
import { planSecrets } from '../secrets.ts'
import { changedPart, identityPart, sealed } from './changed-part.ts'
import type { Hider } from './changed-part.ts'
import { meansReader } from './means.ts'
import type { ReviewedChange, ReviewedOutput, ReviewedPlan } from './reviewed-plan.ts'
import { sealWith, valueWithMarks } from './reviewed-value.ts'
import type { Seal } from './reviewed-value.ts'

export interface ReviewOptions {
  /** Hex, 32 bytes; random when absent. */
  readonly salt?: string
  /** Of the run that made the plan; made from the plan alone when absent. */
  readonly redactor?: Redactor
}

/**
 * What a reviewer of this plan agrees to. Values are hidden where the plan marks them, where their name or a name beside
 * them says so, and where the redactor finds a secret in them. Drift, prior state, checks, times and versions are not in
 * it, nor are attributes that the plan leaves as they are.
 *
 * `complete` is what the plan itself says: Terraform before 1.8 and OpenTofu do not tell of `-target`.
 * Throws a TypeError for a salt that is none.
 */
export function reviewedPlan(raw: RawPlan, options: ReviewOptions = {}): ReviewedPlan {
  const salt = options.salt ?? randomBytes(32).toString('hex')
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new TypeError('a salt has 32 bytes in lower-case hex')
  return planRecord(raw, salt, options.redactor ?? planRedactor(raw))
}

/** The record; without a redactor, only what the plan marks is hidden in it: it must not leave the process. */
export function planRecord(raw: RawPlan, salt: string, redactor: Redactor | undefined): ReviewedPlan {
  const seal = sealWith(salt)
  const hider = redactor === undefined ? undefined : { redactor, seal }
  const meansOf = meansReader(raw, seal)
  const changes = [
    ...listOf(raw.resource_changes)
      .filter(doesSomething)
      .map((entry) => changeRecord(entry, meansOf(entry), seal, hider)),
    ...listOf(raw.action_invocations).map((entry) => invocationRecord(entry, seal, hider)),
  ]
  const outputs = Object.entries(isObject(raw.output_changes) ? raw.output_changes : {})
    .filter(([, change]) => doesSomething({ change: change as Json }))
    .map(([name, change]) => outputRecord(name, change as Json, seal, hider))
  return {
    version: 1,
    salt,
    changes: changes.sort((a, b) => byCodeUnit(a.address, b.address) || byCodeUnit(a.deposed, b.deposed)),
    outputs: outputs.sort((a, b) => byCodeUnit(a.name, b.name)),
    complete: isWhole(raw),
  }
}

/** All secrets that the plan itself tells of. */
export function planRedactor(raw: RawPlan): Redactor {
  return makeRedactor({ ...planSecrets(raw, makeHidesKey()), patterns: [] })
}

function changeRecord(entry: Json, means: string, seal: Seal, hider: Hider | undefined): ReviewedChange {
  const change = own(entry, 'change')
  const marked = {
    before: valueWithMarks(own(change, 'before'), undefined, own(change, 'before_sensitive'), seal) ?? null,
    after:
      valueWithMarks(
        own(change, 'after'),
        own(change, 'after_unknown'),
        own(change, 'after_sensitive'),
        seal,
      ) ?? null,
  }
  const forgets = resourceAction(own(change, 'actions')) === 'forget' && marked.after === null
  const part = forgets
    ? { before: identityPart(marked.before, hider), after: null }
    : changedPart(marked, hider)
  const record: Draft = {
    address: textOf(own(entry, 'address')),
    actions: actionsOf(own(change, 'actions')),
    means,
    before: part.before ?? null,
    after: part.after ?? null,
  }
  const deposed = textOf(own(entry, 'deposed'))
  const previous = textOf(own(entry, 'previous_address'))
  if (deposed !== '') record.deposed = deposed
  if (previous !== '' && previous !== record.address) record.previousAddress = previous
  const importing = own(change, 'importing')
  const identity = own(change, 'before_identity')
  if (isObject(importing)) record.importing = oneSide(importing, undefined, undefined, seal, hider)
  if (isObject(identity)) record.identity = oneSide(identity, undefined, undefined, seal, hider)
  return record
}

type Draft = { -readonly [Key in keyof ReviewedChange]: ReviewedChange[Key] }

/** An action that the plan invokes (Terraform 1.14): all that is said of it. */
function invocationRecord(entry: Json, seal: Seal, hider: Hider | undefined): ReviewedChange {
  const { config_values, config_unknown, config_sensitive, ...rest } = isObject(entry) ? entry : {}
  return {
    address: textOf(own(entry, 'address')),
    actions: ['invoke'],
    before: null,
    after: {
      values: oneSide(config_values, config_unknown, config_sensitive, seal, hider),
      invocation: oneSide(rest, undefined, undefined, seal, hider),
    },
  }
}

function outputRecord(name: string, change: Json, seal: Seal, hider: Hider | undefined): ReviewedOutput {
  const covered = hider !== undefined && hidesName(hider.redactor, name)
  const [before, after] = [own(change, 'before'), own(change, 'after')]
  const part = changedPart(
    {
      before: valueWithMarks(before, undefined, own(change, 'before_sensitive'), seal) ?? null,
      after:
        valueWithMarks(after, own(change, 'after_unknown'), own(change, 'after_sensitive'), seal) ?? null,
    },
    covered ? undefined : hider,
    [],
  )
  const sides = { before: part.before ?? null, after: part.after ?? null }
  return {
    name,
    actions: actionsOf(own(change, 'actions')),
    before: covered ? sealed(sides.before, hider) : sides.before,
    after: covered ? sealed(sides.after, hider) : sides.after,
  }
}

function oneSide(
  value: Json | undefined,
  unknown: Json | undefined,
  sensitive: Json | undefined,
  seal: Seal,
  hider: Hider | undefined,
): ReviewedChange['after'] {
  const marked = valueWithMarks(value, unknown, sensitive, seal)
  return changedPart({ before: undefined, after: marked ?? null }, hider).after ?? null
}

/** No error, nothing put off, nothing left out. Terraform 1.5 says so of errors only by its checks. */
function isWhole(raw: RawPlan): boolean {
  const { errored } = raw
  const failed = typeof errored === 'boolean' ? errored : checkResults(raw.checks, asItIs).some(stopsPlan)
  return !failed && raw.complete !== false && listOf(raw.deferred_changes).length === 0
}

/** Nothing of the checks' texts is kept. */
const asItIs: Redactor = {
  redact: (text) => text,
  leaks: () => 0,
  hidesKey: () => false,
  notSearched: { short: 0, plain: 0, names: 0 },
  byLine: true,
}

function actionsOf(actions: Json | undefined): string[] {
  if (!Array.isArray(actions)) return []
  return actions.map((action: Json) => (typeof action === 'string' ? action : canonicalText(action)))
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function byCodeUnit(left = '', right = ''): number {
  return left < right ? -1 : left > right ? 1 : 0
}
