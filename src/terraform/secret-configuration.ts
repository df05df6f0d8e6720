import { isArray, isObject, own } from './plan/json.ts'
import type { JsonObject } from './plan/json.ts'
import type { Json } from './plan/raw.ts'
import type { SecretCollector } from './secret-values.ts'

/** Names of the root module's variables that are declared sensitive. */
export function sensitiveVariables(configuration: Json | undefined): ReadonlySet<string> {
  return sensitiveOf(own(configuration, 'root_module'))
}

/**
 * Constants written in the configuration: defaults of sensitive variables, what module calls give to sensitive
 * variables, sensitive outputs, arguments of resources, provisioners and providers with a secret's name.
 * References (`var.db_password`) are no values and are passed over.
 */
export function configurationSecrets(configuration: Json | undefined, found: SecretCollector): void {
  for (const provider of entriesOf(own(configuration, 'provider_config'))) {
    expressions(own(provider[1], 'expressions'), false, found)
  }
  const modules: (Json | undefined)[] = [own(configuration, 'root_module')]
  while (modules.length > 0) {
    const module = modules.pop()
    for (const [name, variable] of entriesOf(own(module, 'variables'))) {
      const value = own(variable, 'default')
      if (own(variable, 'sensitive') === true) found.all(value)
      else if (found.hidesKey(name)) found.named(value)
      else found.look(value)
    }
    for (const [name, output] of entriesOf(own(module, 'outputs'))) {
      const constant = own(own(output, 'expression'), 'constant_value')
      if (own(output, 'sensitive') === true) found.all(constant)
      else if (found.hidesKey(name)) found.named(constant)
      else found.look(constant)
    }
    const resources = own(module, 'resources')
    for (const resource of isArray(resources) ? resources : []) {
      expressions(own(resource, 'expressions'), false, found)
      const provisioners = own(resource, 'provisioners')
      for (const provisioner of isArray(provisioners) ? provisioners : []) {
        expressions(own(provisioner, 'expressions'), false, found)
      }
    }
    for (const [, call] of entriesOf(own(module, 'module_calls'))) {
      const called = own(call, 'module')
      const sensitive = sensitiveOf(called)
      const given = own(call, 'expressions')
      expressions(given, false, found)
      for (const [name, expression] of entriesOf(given)) {
        if (sensitive.has(name)) found.all(own(expression, 'constant_value'))
      }
      if (called !== undefined) modules.push(called)
    }
  }
}

/** Below this, blocks in blocks are taken to be secret under a secret's name, and passed over otherwise. */
const MAX_DEPTH = 100

/** A map of arguments and nested blocks, whose leaves are `{constant_value}` or `{references}`. */
function expressions(node: Json | undefined, hidden: boolean, found: SecretCollector, depth = 0): void {
  if (depth > MAX_DEPTH) {
    if (hidden) found.all(node)
  } else if (isArray(node)) for (const item of node) expressions(item, hidden, found, depth + 1)
  else if (isObject(node)) {
    for (const [key, item] of Object.entries(node)) {
      if (key === 'constant_value') {
        if (hidden) found.named(item)
        found.look(item)
      } else {
        regionOf(key, item, found)
        expressions(item, hidden || found.hidesKey(key), found, depth + 1)
      }
    }
  }
}

function regionOf(key: string, expression: Json | undefined, found: SecretCollector): void {
  if (key === 'region' || key === 'location') found.name(own(expression, 'constant_value'))
}

function sensitiveOf(module: Json | undefined): ReadonlySet<string> {
  const variables = entriesOf(own(module, 'variables'))
  return new Set(
    variables.filter(([, variable]) => own(variable, 'sensitive') === true).map(([name]) => name),
  )
}

function entriesOf(value: Json | undefined): [string, JsonObject[string]][] {
  return isObject(value) ? Object.entries(value) : []
}
