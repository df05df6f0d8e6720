import { alternatives } from '../../hcl/alternatives.ts'
import { scanJson } from '../../hcl/json-body.ts'
import { literalString, scanHcl, type HclBlock, type HclBody } from '../../hcl/scan.ts'
import { itemsBetween, listItems, objectItems, plainText, templateOf } from '../../hcl/values.ts'
import type { FileFacts, GivenValue, ModuleCall, RemoteState, Settings, TemplatePart } from './facts.ts'
import { collectPaths, type FoundPaths } from './path-uses.ts'

type Template = readonly TemplatePart[]
type Templates = Record<string, Template | undefined>
type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** The facts while they are collected. Thousands of files are read: what a file does not have is made for none. */
interface Collected extends FoundPaths {
  readonly facts: Writable<Pick<FileFacts, 'clean' | 'backend' | 'cloud'>>
  requiredVersions: string[] | undefined
  calls: ModuleCall[] | undefined
  remoteStates: RemoteState[] | undefined
  locals: Templates | undefined
  variables: Templates | undefined
  defaults: GivenValue[] | undefined
  lifecycles: FileFacts['lifecycles'][number][] | undefined
}

const NONE: readonly never[] = []
const NO_TEMPLATES: FileFacts['locals'] = {}

/**
 * What one file says that matters to change detection. `name` tells the syntax: `….json` is Terraform's JSON. Throws
 * on nothing: what cannot be read is left out and makes the facts not clean. Linear in the text.
 */
export function fileFacts(name: string, text: string): FileFacts {
  const body = name.endsWith('.json') ? scanJson(text) : scanHcl(text)
  const found: Collected = {
    facts: { clean: body.clean },
    requiredVersions: undefined,
    calls: undefined,
    remoteStates: undefined,
    locals: undefined,
    variables: undefined,
    defaults: undefined,
    lifecycles: undefined,
    paths: [],
    barePaths: undefined,
  }
  // An attribute has no place outside of blocks, but nothing is lost on reading it.
  collectPaths(found, body, NO_SKIPS)
  for (const block of body.blocks) readBlock(found, block)
  return {
    ...found.facts,
    requiredVersions: found.requiredVersions ?? NONE,
    calls: found.calls ?? NONE,
    remoteStates: found.remoteStates ?? NONE,
    locals: found.locals ?? NO_TEMPLATES,
    variables: found.variables ?? NO_TEMPLATES,
    ...(found.defaults !== undefined && { defaults: found.defaults }),
    lifecycles: found.lifecycles ?? NONE,
    paths: found.paths,
    barePaths: found.barePaths === undefined ? NONE : [...found.barePaths],
  }
}

const NO_SKIPS: ReadonlySet<string> = new Set()
/** Read as the source of a call. A version is no path. */
const CALL_SKIPS: ReadonlySet<string> = new Set(['source', 'version'])
/** Text for people, which the tools take literally, and types. */
const DECLARATION_SKIPS: ReadonlySet<string> = new Set(['description', 'type', 'deprecated'])

/** Blocks that mean nothing with another number of labels. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['module', 1],
  ['resource', 2],
  ['data', 2],
  ['variable', 1],
])

function readBlock(found: Collected, block: HclBlock): void {
  const { type, labels, body } = block
  if (labels.length !== (LABELS.get(type) ?? labels.length)) {
    found.facts.clean = false
    walk(found, body, NO_SKIPS)
    return
  }
  switch (type) {
    case 'terraform':
      readTerraform(found, body)
      return
    case 'module':
      ;(found.calls ??= []).push(moduleCall(block))
      walk(found, body, CALL_SKIPS)
      return
    case 'locals':
      for (const { name, expression } of body.attributes) setTemplate((found.locals ??= {}), name, expression)
      break
    case 'variable':
      readVariable(found, labels[0] ?? '', attribute(body, 'default'))
      walk(found, body, DECLARATION_SKIPS)
      return
    case 'output':
      walk(found, body, DECLARATION_SKIPS)
      return
    case 'data':
      if (labels[0] === 'terraform_remote_state') (found.remoteStates ??= []).push(remoteState(block))
      break
    case 'resource':
      readLifecycle(found, block)
      break
    // Versions only.
    case 'language':
      return
    default:
  }
  walk(found, body, NO_SKIPS)
}

/** Attributes of a body and of all blocks inside. */
function walk(found: Collected, body: HclBody, skips: ReadonlySet<string>): void {
  collectPaths(found, body, skips)
  for (const inner of body.blocks)
    walk(found, inner.body, inner.type === 'lifecycle' ? LIFECYCLE_SKIPS : NO_SKIPS)
}

/** Names of attributes and addresses, which may be written as strings. */
const LIFECYCLE_SKIPS: ReadonlySet<string> = new Set(['ignore_changes', 'replace_triggered_by'])

function readTerraform(found: Collected, body: HclBody): void {
  const version = literalString(attribute(body, 'required_version'))
  if (version !== undefined) (found.requiredVersions ??= []).push(version)
  for (const block of body.blocks) {
    if (block.type === 'backend') {
      found.facts.backend = {
        type: block.labels[0] ?? '',
        settings: plainSettings(settingEntries(block.body)),
        line: block.line,
      }
    } else if (block.type === 'cloud') {
      const workspaces = block.body.blocks.find(({ type }) => type === 'workspaces')?.body
      found.facts.cloud = {
        settings: settingsOf(block.body),
        workspaces: workspaces === undefined ? {} : settingsOf(workspaces),
        line: block.line,
      }
    }
    // Addresses and versions of providers are no paths.
    if (block.type !== 'required_providers') walk(found, block.body, NO_SKIPS)
  }
}

function moduleCall({ labels, body, line }: HclBlock): ModuleCall {
  const inputs = body.attributes.filter(({ name }) => !CALL_SKIPS.has(name))
  return {
    name: labels[0] ?? '',
    source: sourceOf(body),
    ...(inputs.length > 0 && { inputs }),
    line,
  }
}

function readVariable(found: Collected, name: string, value: string | undefined): void {
  setTemplate((found.variables ??= {}), name, value)
  if (value !== undefined) (found.defaults ??= []).push({ name, expression: value })
}

/** A source that is no string is one unknown expression; a call without one (in an override file) has no parts. */
function sourceOf(body: HclBody): readonly TemplatePart[] {
  const expression = attribute(body, 'source')
  if (expression === undefined) return []
  const [only, ...more] = alternatives(expression)
  if (only === undefined || more.length > 0) return [{ expression }]
  return only.length === 0 ? [{ text: '' }] : only
}

function remoteState({ labels, body, line }: HclBlock): RemoteState {
  const backend = literalString(attribute(body, 'backend'))
  const workspace = attribute(body, 'workspace')
  return {
    name: labels[1] ?? '',
    ...(backend !== undefined && { backend }),
    ...configOf(body),
    ...(workspace !== undefined && { workspace: valueOf(workspace) ?? [{ expression: workspace }] }),
    line,
  }
}

/** `config = { … }`; before Terraform 0.12 it was a block. */
function configOf(body: HclBody): Pick<RemoteState, 'settings' | 'templates' | 'partial'> {
  const block = body.blocks.find(({ type }) => type === 'config')
  const expression = attribute(body, 'config')
  const entries: SettingEntry[] = []
  let partial = false
  if (block !== undefined) entries.push(...settingEntries(block.body))
  else if (expression !== undefined) partial = addConfig(entries, expression)
  const templates: Record<string, Template> = {}
  for (const [name, source] of entries) {
    const value = plainText(templateOf(source)) === undefined ? valueOf(source) : undefined
    if (value !== undefined) setTemplate(templates, name, source)
    else Reflect.deleteProperty(templates, name)
  }
  return {
    settings: plainSettings(entries),
    ...(Object.keys(templates).length > 0 && { templates }),
    ...(partial && { partial: true }),
  }
}

/** An object, or `merge(…)` of which some are; the last of equal names counts. True when there may be others. */
function addConfig(entries: SettingEntry[], expression: string): boolean {
  const items = objectItems(expression)
  if (items !== undefined) {
    for (const { key, value } of items) entries.push(...flat(key, value))
    return false
  }
  const merge = /^merge\s*\(/.exec(expression)?.[0]
  if (merge === undefined || !expression.endsWith(')')) return true
  let isPartial = false
  for (const item of itemsBetween(expression, merge.length, expression.length - 1)) {
    if (!addConfig(entries, item)) continue
    // What stands before it may be replaced by it.
    isPartial = true
    for (const [at, [name]] of entries.entries()) entries[at] = [name, 'null']
  }
  return isPartial
}

type SettingEntry = readonly [name: string, source: string]

function settingsOf(body: HclBody): Settings {
  return plainSettings(body.attributes.map(({ name, expression }) => [name, expression]))
}

/** Also those of the objects and blocks inside, such as `endpoints = { s3 = … }`, `workspaces { name = … }`. */
export function settingEntries(body: HclBody): SettingEntry[] {
  const own = body.attributes.flatMap(({ name, expression }) => flat(name, expression))
  const inner = body.blocks.flatMap(({ type, body: { attributes } }) =>
    attributes.flatMap(({ name, expression }): SettingEntry[] =>
      NESTED.has(type) ? [[`${type}.${name}`, expression]] : [],
    ),
  )
  return [...own, ...inner]
}

/** Those that say where a state is. */
const NESTED: ReadonlySet<string> = new Set(['endpoints', 'workspaces'])

function flat(name: string, expression: string): SettingEntry[] {
  const items = NESTED.has(name) ? objectItems(expression) : undefined
  return items === undefined
    ? [[name, expression]]
    : items.map(({ key, value }): SettingEntry => [`${name}.${key}`, value])
}

export const plainSettings = (entries: readonly SettingEntry[]): Settings =>
  Object.fromEntries(entries.map(([name, source]) => [name, plainText(templateOf(source))]))

/** As an own property whatever the name: `__proto__` is a name like others. */
function setTemplate(templates: Templates, name: string, expression: string | undefined): void {
  const value = valueOf(expression)
  if (name !== '__proto__') templates[name] = value
  else Object.defineProperty(templates, name, { value, enumerable: true, configurable: true, writable: true })
}

/** A local or a default as a template: also a name that stands for one. Undefined for what is no string. */
function valueOf(expression: string | undefined): Template | undefined {
  if (expression === undefined || !MAY_BE_TEXT.test(expression)) return undefined
  const [only, ...more] = alternatives(expression)
  if (only === undefined || more.length > 0) return undefined
  const [first] = only
  const isUnknown =
    only.length === 1 && first !== undefined && 'expression' in first && first.expression === expression
  return isUnknown && !/^(?:local|path|var)\.[\p{ID_Continue}-]+$/u.test(expression) ? undefined : only
}

const MAY_BE_TEXT = /^["<(]|^(?:local|path|var)\.|\(|\?/

/** As the tools read it: `all`, the former `["*"]`, names that may be quoted. */
function readLifecycle(found: Collected, { labels, body }: HclBlock): void {
  const ignored: string[] = []
  let all = false
  for (const block of body.blocks.filter(({ type }) => type === 'lifecycle')) {
    const expression = attribute(block.body, 'ignore_changes')
    if (expression === undefined) continue
    const items = listItems(expression)?.map((item) => plainText(templateOf(item)) ?? item)
    all ||= (plainText(templateOf(expression)) ?? expression) === 'all' || items?.includes('*') === true
    ignored.push(...(items ?? []))
  }
  if (!all && ignored.length === 0) return
  ;(found.lifecycles ??= []).push({ address: labels.join('.'), ignoreChanges: all ? 'all' : ignored })
}

function attribute(body: HclBody, name: string): string | undefined {
  return body.attributes.find((each) => each.name === name)?.expression
}
