import type { Redactor } from '../../core/redactor.ts'
import { isObject } from './json.ts'
import type { Json } from './raw.ts'
import type { CheckInstance, CheckResult } from './plan-model.ts'

/** Checks and conditions, one result for each object that has them. A status that is not known is `unknown`, never `pass`. */
export function checkResults(raw: unknown, redactor: Redactor): CheckResult[] {
  if (!Array.isArray(raw)) return []
  return raw.map((entry: unknown) => {
    const check = isObject(entry) ? entry : {}
    const address = redactor.redact(displayOf(check.address) ?? '(no address)')
    const instances: readonly Json[] = Array.isArray(check.instances) ? check.instances : []
    return {
      address,
      kind: redactor.redact(textAt(check.address, 'kind') ?? 'check'),
      status: statusOf(check.status),
      failing: instances.flatMap((instance) => failingInstance(instance, address, redactor) ?? []),
    }
  })
}

/**
 * True when the tool ends a plan with an error for it: a condition of a resource, output or variable that does not
 * hold, and whatever cannot be evaluated. A `check` block that does not hold only warns.
 */
export function stopsPlan({ kind, status }: CheckResult): boolean {
  return status === 'error' || (status === 'fail' && kind !== 'check')
}

function failingInstance(instance: Json, address: string, redactor: Redactor): CheckInstance | undefined {
  if (!isObject(instance)) return undefined
  const problems = (Array.isArray(instance.problems) ? instance.problems : []).flatMap((problem: Json) => {
    const message = textAt(problem, 'message')
    return message === undefined ? [] : [redactor.redact(message)]
  })
  const fails = instance.status === 'fail' || instance.status === 'error' || problems.length > 0
  const where = displayOf(instance.address)
  return fails ? { address: where === undefined ? address : redactor.redact(where), problems } : undefined
}

function displayOf(address: Json | undefined): string | undefined {
  return textAt(address, 'to_display')
}

function textAt(value: Json | undefined, key: string): string | undefined {
  const text = isObject(value) ? value[key] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

function statusOf(status: Json | undefined): CheckResult['status'] {
  return status === 'pass' || status === 'fail' || status === 'error' ? status : 'unknown'
}
