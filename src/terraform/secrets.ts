import { isObject, listOf, own } from './plan/json.ts'
import type { Json, RawPlan } from './plan/raw.ts'
import { configurationSecrets, sensitiveVariables } from './secret-configuration.ts'
import { makeSecretCollector } from './secret-values.ts'
import type { SecretCollector } from './secret-values.ts'

export interface PlanSecrets {
  /** Distinct values, numbers and booleans as text. What is too short or plain to search for is among them. */
  readonly secrets: readonly string[]
  /** Addresses, names, index keys and regions. */
  readonly publicNames: readonly string[]
}

/**
 * All that a plan says or suggests is secret. Marks are not enough: Terraform marks what came from a sensitive value by
 * its own rules, and a provider's copy of it stands unmarked beside it, as `output = "hunter2-a"` does for a
 * `terraform_data` with a sensitive `input`. So values are gathered here, to be searched everywhere:
 * - marked ones, in changes, drift, deferred changes, outputs, planned values, prior state, sensitive variables and
 *   what module calls give to variables that are declared sensitive;
 * - strings whose attribute, variable or output has a secret's name, or whose sibling `name` has; also inside JSON,
 *   YAML and scripts in strings; also constants in the configuration (provider blocks);
 * - well-known token shapes, private keys and passwords in URLs.
 * Linear in the size of the plan.
 */
export function planSecrets(raw: RawPlan, hidesKey: (name: string) => boolean): PlanSecrets {
  const found = makeSecretCollector(hidesKey)
  for (const resource of [...listOf(raw.resource_changes), ...listOf(raw.resource_drift)])
    ofResource(resource, found)
  for (const deferred of listOf(raw.deferred_changes)) ofResource(own(deferred, 'resource_change'), found)
  for (const [name, change] of entriesOf(raw.output_changes)) {
    found.name(name)
    ofChange(change, found)
    if (hidesKey(name)) {
      found.named(own(change, 'before'))
      found.named(own(change, 'after'))
    }
  }
  ofValues(raw.planned_values, found)
  ofValues(own(raw.prior_state, 'values'), found)
  const sensitive = sensitiveVariables(raw.configuration)
  for (const [name, variable] of entriesOf(raw.variables)) {
    const value = own(variable, 'value')
    if (sensitive.has(name)) found.all(value)
    else if (hidesKey(name)) found.named(value)
    found.look(value)
  }
  configurationSecrets(raw.configuration, found)
  for (const action of listOf(raw.action_invocations)) {
    found.name(own(action, 'address'))
    found.look(own(action, 'config_values'), own(action, 'config_sensitive'))
  }
  return { secrets: [...found.secrets], publicNames: [...found.names] }
}

/** What root outputs add after an apply: values that no plan could hold. The same rules as for a plan's. */
export function outputSecrets(
  outputs: Readonly<Record<string, { readonly value: unknown; readonly sensitive: boolean }>>,
  hidesKey: (name: string) => boolean,
): PlanSecrets {
  const found = makeSecretCollector(hidesKey)
  for (const [name, { value, sensitive }] of Object.entries(outputs)) {
    found.name(name)
    found.look(value as Json, sensitive)
    if (hidesKey(name)) found.named(value as Json)
  }
  return { secrets: [...found.secrets], publicNames: [...found.names] }
}

function ofResource(resource: Json | undefined, found: SecretCollector): void {
  for (const key of ['address', 'previous_address', 'module_address', 'type', 'name', 'index'])
    found.name(own(resource, key))
  ofChange(own(resource, 'change'), found)
}

function ofChange(change: Json | undefined, found: SecretCollector): void {
  found.look(own(change, 'before'), own(change, 'before_sensitive'))
  found.look(own(change, 'after'), own(change, 'after_sensitive'))
  found.look(own(change, 'before_identity'))
  found.look(own(change, 'after_identity'))
}

/** `planned_values` and the state's `values`. */
function ofValues(values: Json | undefined, found: SecretCollector): void {
  for (const [name, output] of entriesOf(own(values, 'outputs'))) {
    found.name(name)
    const value = own(output, 'value')
    found.look(value, own(output, 'sensitive') === true)
    if (found.hidesKey(name)) found.named(value)
  }
  const modules = [own(values, 'root_module')]
  while (modules.length > 0) {
    const module = modules.pop()
    found.name(own(module, 'address'))
    for (const resource of listOf(own(module, 'resources'))) {
      found.name(own(resource, 'address'))
      found.look(own(resource, 'values'), own(resource, 'sensitive_values'))
    }
    for (const child of listOf(own(module, 'child_modules'))) modules.push(child)
  }
}

function entriesOf(value: unknown): [string, Json | undefined][] {
  return isObject(value) ? Object.entries(value) : []
}
