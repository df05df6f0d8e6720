import { diagnosticFromJson, record, text } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'

/** What a run is doing right now. Addresses and actions only, never a value or an id. */
export interface Progress {
  readonly step: ProgressStep
  /** `module.net.aws_subnet.this[0]`; absent for `lock-wait`. */
  readonly address?: string
  /** `create`, `update`, `delete`, `replace`, `read`, `move`, … as the tool writes it. */
  readonly action?: string
}

export type ProgressStep =
  | 'lock-wait'
  | 'refresh-start'
  | 'refresh-complete'
  | 'drift'
  | 'planned'
  | 'apply-start'
  | 'apply-progress'
  | 'apply-complete'
  | 'apply-errored'

export type ToolEvent =
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }
  | {
      readonly kind: 'progress'
      readonly progress: Progress
      /** Attribute and value that tell the object that is about to be changed: raw, and not for people. */
      readonly object?: { readonly key: string; readonly value: string }
    }
  | {
      readonly kind: 'summary'
      /** Counts or outputs that are not all zero. */
      readonly changed: boolean
      /** The tool has applied all that it set out to; how many objects it imported. */
      readonly applied?: { readonly imported: number }
      /** Of the root module, raw: values of sensitive ones are left out by the tool. */
      readonly outputs?: Readonly<Record<string, { readonly sensitive: boolean; readonly value: unknown }>>
    }
  /** The tool got a signal and is shutting down. */
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'other' }

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui#message-types; OpenTofu has the same. */
const steps: Readonly<Record<string, ProgressStep>> = {
  state_lock_acquire: 'lock-wait',
  refresh_start: 'refresh-start',
  refresh_complete: 'refresh-complete',
  resource_drift: 'drift',
  planned_change: 'planned',
  apply_start: 'apply-start', // also the reading of a data source while planning
  apply_progress: 'apply-progress',
  apply_complete: 'apply-complete',
  apply_errored: 'apply-errored',
}

/** One line of `-json` output; undefined for any line that is not one (noise of wrappers, hooks, plugins). */
export function parseEvent(line: string): ToolEvent | undefined {
  if (!line.startsWith('{')) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return undefined
  }
  const raw = record(parsed)
  const message = text(raw?.['@message'])
  if (raw === undefined || message === undefined) return undefined
  const type = text(raw['type']) ?? ''
  // Before the diagnostics: Terraform says it in one, OpenTofu in a message without a type.
  if (isInterrupt(message)) return { kind: 'interrupt' }
  if (type === 'diagnostic') {
    const diagnostic = diagnosticFromJson(raw['diagnostic'])
    return diagnostic === undefined ? undefined : { kind: 'diagnostic', diagnostic }
  }
  const step = Object.hasOwn(steps, type) ? steps[type] : undefined
  if (step !== undefined)
    return { kind: 'progress', progress: progressOf(step, raw), ...objectOf(record(raw['hook'])) }
  if (type === 'change_summary')
    return { kind: 'summary', changed: hasCounts(raw['changes']), ...appliedOf(record(raw['changes'])) }
  if (type === 'outputs')
    return { kind: 'summary', changed: hasOutputs(raw['outputs']), outputs: outputsOf(raw['outputs']) }
  return { kind: 'other' }
}

/**
 * Both tools say so on the first signal: while planning, and while installing. The errors that come with it are often
 * others (a lock not acquired, a registry that did not answer).
 */
export function isInterrupt(message: string): boolean {
  return /^\s*(Interrupt received\.|Two interrupts received\.|(Error: )?\w+ installation was cancell?ed by an interrupt signal)/m.test(
    message,
  )
}

function progressOf(step: ProgressStep, raw: Readonly<Record<string, unknown>>): Progress {
  const body = record(raw['hook']) ?? record(raw['change'])
  const address = text(record(body?.['resource'])?.['addr'])
  const action = text(body?.['action'])
  return {
    step,
    ...(address === undefined ? {} : { address }),
    ...(action === undefined ? {} : { action }),
  }
}

function objectOf(hook: Readonly<Record<string, unknown>> | undefined): {
  readonly object?: { readonly key: string; readonly value: string }
} {
  const key = text(hook?.['id_key'])
  const value = text(hook?.['id_value'])
  return key === undefined || value === undefined ? {} : { object: { key, value } }
}

function appliedOf(changes: Readonly<Record<string, unknown>> | undefined): {
  readonly applied?: { readonly imported: number }
} {
  const operation = changes?.['operation']
  if (operation !== 'apply' && operation !== 'destroy') return {}
  const imported = changes?.['import']
  return { applied: { imported: typeof imported === 'number' ? imported : 0 } }
}

function outputsOf(value: unknown): Record<string, { sensitive: boolean; value: unknown }> {
  const outputs = Object.entries(record(value) ?? {}).map(([name, output]) => {
    const raw = record(output)
    return [name, { sensitive: raw?.['sensitive'] !== false, value: raw?.['value'] }] as const
  })
  return Object.fromEntries(outputs)
}

function hasCounts(value: unknown): boolean {
  return Object.values(record(value) ?? {}).some((count) => typeof count === 'number' && count > 0)
}

function hasOutputs(value: unknown): boolean {
  return Object.values(record(value) ?? {}).some((output) => {
    const action = text(record(output)?.['action'])
    return action !== undefined && action !== 'noop' && action !== 'no-op'
  })
}
