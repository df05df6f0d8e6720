import { canonicalText, isArray, isObject, own } from '../plan/json.ts'
import type { Json, RawPlan } from '../plan/raw.ts'
import type { ReviewedValue } from './reviewed-plan.ts'
import { HMAC_KEY } from './reviewed-value.ts'
import type { ReviewedObject, Seal } from './reviewed-value.ts'

/**
 * Tells by which means an entry of `resource_changes` is carried out, as an HMAC: its provider, the configuration of
 * that provider and the provisioners, as they are written. They stand in no attribute, so two plans with equal values
 * could work in another account, or run another command. What they refer to (`var.role`) is not resolved: applying has
 * another role than planning as a rule.
 */
export function meansReader(raw: RawPlan, seal: Seal): (entry: Json) => string {
  const providers = own(raw.configuration, 'provider_config')
  const modules = new Map<string, ReadonlyMap<string, Json>>()
  const known = new Map<string, string>()
  return (entry) => {
    const module = textOf(own(entry, 'module_address'))
    const name = nameOf(entry)
    const provider = textOf(own(entry, 'provider_name'))
    const key = `${module}\n${name}\n${provider}`
    const before = known.get(key)
    if (before !== undefined) return before
    let resources = modules.get(module)
    if (resources === undefined) modules.set(module, (resources = resourcesOf(raw.configuration, module)))
    const text = canonicalText([provider, ...written(resources.get(name), provider, providers)])
    const hmac = hmacOf(seal(text, 'mark'))
    known.set(key, hmac)
    return hmac
  }
}

/** Without instance keys: `managed.aws_instance.web`. */
function nameOf(resource: Json): string {
  const [mode, type, name] = [own(resource, 'mode'), own(resource, 'type'), own(resource, 'name')]
  return `${textOf(mode)}.${textOf(type)}.${textOf(name)}`
}

/** Of a resource that is no longer in the configuration, all that could be meant. */
function written(resource: Json | undefined, provider: string, providers: Json | undefined): Json[] {
  const key = own(resource, 'provider_config_key')
  const configs = isObject(providers) ? Object.keys(providers) : []
  const meant =
    typeof key === 'string'
      ? [key]
      : configs.filter((name) => own(own(providers, name), 'full_name') === provider).sort()
  const parts = ['full_name', 'alias', 'module_address', 'expressions']
  return [
    meant.map((name) => parts.map((part) => own(own(providers, name), part) ?? null)),
    own(resource, 'provisioners') ?? null,
  ]
}

/** Resources of a module by mode, type and name. `module` is an address with keys: `module.a["x"].module.b`. */
function resourcesOf(configuration: Json | undefined, module: string): ReadonlyMap<string, Json> {
  let at = own(configuration, 'root_module')
  const path = module.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '')
  const calls = path === '' ? [] : path.split('.').filter((_, index) => index % 2 === 1)
  for (const call of calls) at = own(own(own(at, 'module_calls'), call), 'module')
  const resources = own(at, 'resources')
  const found = new Map<string, Json>()
  for (const resource of isArray(resources) ? resources : []) {
    found.set(nameOf(resource), resource)
  }
  return found
}

function hmacOf(mark: ReviewedObject): string {
  const hmac: ReviewedValue | undefined = mark[HMAC_KEY]
  return typeof hmac === 'string' ? hmac : ''
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
