import { listOf, own } from './json.ts'
import type { Json } from './raw.ts'

/** All resources of `planned_values` or of a state's `values`, those of modules at any depth too. */
export function resourcesOf(values: Json | undefined): Json[] {
  const found: Json[] = []
  const modules = [own(values, 'root_module')]
  while (modules.length > 0) {
    const module = modules.pop()
    for (const resource of listOf(own(module, 'resources'))) found.push(resource)
    for (const child of listOf(own(module, 'child_modules'))) modules.push(child)
  }
  return found
}
