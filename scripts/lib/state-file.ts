import { createHash } from 'node:crypto'
import { parseExact, printJson, sortByJson } from './exact-json.ts'

/** The parts of a state file (format 4) that we touch. Terraform documents it as internal; it has been stable since 0.12. */
export interface StateFile {
  serial: number
  lineage: string
  resources: StateResource[]
  check_results?: unknown[] | null
}

interface StateResource {
  module?: string
  mode: string
  type: string
  name: string
  instances: StateInstance[]
}

export interface StateInstance {
  index_key?: string | number
  deposed?: string
  status?: string
  schema_version: number
  attributes?: Record<string, unknown>
  sensitive_attributes?: unknown[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A UUID that depends on the text alone. */
export function stableUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

function instanceAddress(resource: StateResource, instance: StateInstance): string {
  const module = resource.module === undefined ? '' : `${resource.module}.`
  const mode = resource.mode === 'data' ? 'data.' : ''
  const key = instance.index_key === undefined ? '' : `[${JSON.stringify(instance.index_key)}]`
  return `${module}${mode}${resource.type}.${resource.name}${key}`
}

/**
 * Makes a state that is the same each time it is made: `terraform_data` draws a random UUID for each resource, and
 * checks and marks of sensitive values are written in the order of a Go map.
 */
export function stableState(text: string, seed: string): string {
  const read = JSON.parse(text) as StateFile
  let renamed = text.replace(read.lineage, stableUuid(`${seed} lineage`))
  for (const resource of read.resources) {
    for (const instance of resource.instances) {
      const id = instance.attributes?.['id']
      if (typeof id !== 'string' || !UUID.test(id)) continue
      // All of the text: other resources and outputs may hold the id too.
      renamed = renamed.replaceAll(id, stableUuid(`${seed} ${instanceAddress(resource, instance)}`))
    }
  }
  const state = parseExact(renamed) as StateFile
  state.serial = 1
  sortByJson(state.check_results ?? [])
  for (const { instances } of state.resources) {
    for (const { sensitive_attributes: marks } of instances) sortByJson(marks ?? [])
  }
  return printJson(state, 2)
}

export interface StateEdits {
  /** Addresses to mark as tainted, as a failed provisioner or `terraform taint` does. */
  readonly taint?: readonly string[]
  /** Objects left behind by a create-before-destroy replacement that failed half way. */
  readonly deposed?: readonly {
    readonly address: string
    /** Eight hex digits. */
    readonly key: string
    /** Attributes that differ from those of the current object. */
    readonly attributes?: Readonly<Record<string, unknown>>
  }[]
  /** Takes a resource of one instance out of the state and makes its object a deposed one of another resource. */
  readonly depose?: readonly { readonly from: string; readonly to: string; readonly key: string }[]
}

/** Crafts what cannot be had without a crash. Throws when an address is not in the state. */
export function editState(text: string, edits: StateEdits): string {
  const state = parseExact(text) as StateFile
  for (const address of edits.taint ?? []) find(state, address).instance.status = 'tainted'
  for (const { address, key, attributes } of edits.deposed ?? []) {
    const { resource, instance } = find(state, address)
    const copy = structuredClone(instance)
    resource.instances.push({ ...copy, deposed: key, attributes: { ...copy.attributes, ...attributes } })
  }
  for (const { from, to, key } of edits.depose ?? []) {
    const old = find(state, from)
    find(state, to).resource.instances.push({ ...old.instance, deposed: key })
    state.resources.splice(state.resources.indexOf(old.resource), 1)
  }
  return printJson(state, 2)
}

function find(state: StateFile, address: string): { resource: StateResource; instance: StateInstance } {
  for (const resource of state.resources) {
    const instance = resource.instances.find((one) => instanceAddress(resource, one) === address)
    if (instance !== undefined) return { resource, instance }
  }
  throw new Error(`${address} is not in the state`)
}
