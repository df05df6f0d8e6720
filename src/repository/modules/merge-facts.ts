import type { FileFacts, GivenValue, TemplatePart } from './facts.ts'
import type { CalledModule, ModuleFacts, NamedFacts } from './module-facts.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type Template = readonly TemplatePart[]
type Lifecycle = FileFacts['lifecycles'][number]

interface Merged {
  backend: ModuleFacts['backend']
  cloud: ModuleFacts['cloud']
  requiredVersions: readonly string[]
  readonly calls: Map<string, Writable<CalledModule>>
  readonly remoteStates: Map<string, ModuleFacts['remoteStates'][number]>
  readonly locals: Map<string, Template | undefined>
  readonly variables: Map<string, Template | undefined>
  readonly lifecycles: Map<string, Lifecycle>
}

/** One module out of its files: first those that are no override files, then those that are. */
export function mergeFiles(
  primary: readonly NamedFacts[],
  overrides: readonly NamedFacts[],
  countsVersion: (name: string) => boolean,
): ModuleFacts {
  const merged: Merged = {
    backend: undefined,
    cloud: undefined,
    requiredVersions: [],
    calls: new Map(),
    remoteStates: new Map(),
    locals: new Map(),
    variables: new Map(),
    lifecycles: new Map(),
  }
  for (const file of primary) {
    append(merged, file)
    if (countsVersion(file.name))
      merged.requiredVersions = [...merged.requiredVersions, ...file.facts.requiredVersions]
  }
  for (const file of overrides) {
    override(merged, file)
    if (countsVersion(file.name) && file.facts.requiredVersions.length > 0)
      merged.requiredVersions = file.facts.requiredVersions
  }
  const files = [...primary, ...overrides]
  const broken = files.filter(({ facts }) => !facts.clean).map(({ name }) => name)
  return {
    clean: broken.length === 0,
    broken,
    files: files.map(({ name }) => name),
    ...(merged.backend !== undefined && { backend: merged.backend }),
    ...(merged.cloud !== undefined && { cloud: merged.cloud }),
    requiredVersions: merged.requiredVersions,
    calls: [...merged.calls.values()],
    remoteStates: [...merged.remoteStates.values()],
    locals: Object.fromEntries(merged.locals),
    variables: Object.fromEntries(merged.variables),
    defaults: files.flatMap(({ facts }) => facts.defaults ?? NO_VALUES),
    lifecycles: [...merged.lifecycles.values()],
    paths: files.flatMap(({ name, facts }) => facts.paths.map((use) => ({ ...use, file: name }))),
    barePaths: [...new Set(files.flatMap(({ facts }) => facts.barePaths))],
  }
}

function append(merged: Merged, { name: file, facts }: NamedFacts): void {
  if (facts.backend !== undefined) merged.backend ??= { ...facts.backend, file }
  if (facts.cloud !== undefined) merged.cloud ??= { ...facts.cloud, file }
  for (const { name, source, inputs = NO_VALUES, line } of facts.calls) {
    const known = merged.calls.get(name)
    const sources = source.length === 0 ? [] : [source]
    if (known === undefined) merged.calls.set(name, { name, sources, inputs, file, line })
    else {
      known.sources = distinct([...known.sources, ...sources])
      known.inputs = [...known.inputs, ...inputs]
    }
  }
  for (const state of facts.remoteStates) {
    // Of two with one name, which no tool accepts, neither is believed.
    const known = merged.remoteStates.get(state.name)
    merged.remoteStates.set(
      state.name,
      known === undefined
        ? { ...state, file }
        : { name: state.name, settings: {}, line: known.line, file: known.file },
    )
  }
  for (const key of ['locals', 'variables'] as const) {
    for (const [name, value] of Object.entries(facts[key])) {
      const known = merged[key]
      known.set(name, known.has(name) && !isSame(known.get(name), value) ? undefined : value)
    }
  }
  for (const lifecycle of facts.lifecycles) merged.lifecycles.set(lifecycle.address, lifecycle)
}

function override(merged: Merged, { name: file, facts }: NamedFacts): void {
  if (facts.backend !== undefined) {
    merged.backend = { ...facts.backend, file }
    merged.cloud = undefined
  }
  if (facts.cloud !== undefined) {
    merged.cloud = { ...facts.cloud, file }
    merged.backend = undefined
  }
  for (const { name, source, inputs: given = NO_VALUES, line } of facts.calls) {
    const known = merged.calls.get(name)
    const inputs = known === undefined ? given : [...known.inputs, ...given]
    if (known !== undefined && source.length === 0) known.inputs = inputs
    else merged.calls.set(name, { name, sources: source.length === 0 ? [] : [source], inputs, file, line })
  }
  for (const state of facts.remoteStates) {
    const known = merged.remoteStates.get(state.name)
    const settings = Object.keys(state.settings).length === 0 ? known?.settings : state.settings
    merged.remoteStates.set(state.name, { ...known, ...state, settings: settings ?? {}, file })
  }
  for (const [name, value] of Object.entries(facts.locals)) merged.locals.set(name, value)
  for (const [name, value] of Object.entries(facts.variables)) {
    if (value !== undefined || !merged.variables.has(name)) merged.variables.set(name, value)
  }
  for (const lifecycle of facts.lifecycles) {
    const known = merged.lifecycles.get(lifecycle.address)
    // `all` is not taken back by a list.
    merged.lifecycles.set(lifecycle.address, known?.ignoreChanges === 'all' ? known : lifecycle)
  }
}

/** What either tool reads: where they disagree both sources of a call count, and a local or a setting has no value. */
export function unionOf(terraform: ModuleFacts, tofu: ModuleFacts): ModuleFacts {
  const calls = new Map(terraform.calls.map((call) => [call.name, call]))
  for (const call of tofu.calls) {
    const known = calls.get(call.name)
    calls.set(
      call.name,
      known === undefined
        ? call
        : {
            ...known,
            sources: distinct([...known.sources, ...call.sources]),
            inputs: distinctValues([...known.inputs, ...call.inputs]),
          },
    )
  }
  const states = new Map(terraform.remoteStates.map((state) => [state.name, state]))
  for (const state of tofu.remoteStates) {
    const known = states.get(state.name)
    const isKnown =
      known === undefined || isSame({ ...known, line: 0, file: '' }, { ...state, line: 0, file: '' })
    states.set(
      state.name,
      isKnown ? state : { name: state.name, settings: {}, line: state.line, file: state.file },
    )
  }
  const lifecycles = new Map(terraform.lifecycles.map((lifecycle) => [lifecycle.address, lifecycle]))
  for (const lifecycle of tofu.lifecycles) lifecycles.set(lifecycle.address, lifecycle)
  const paths = [...terraform.paths]
  const seen = new Set(terraform.files)
  for (const use of tofu.paths) if (!seen.has(use.file)) paths.push(use)
  const backend = oneBackend(terraform.backend, tofu.backend)
  const cloud = tofu.cloud ?? terraform.cloud
  return {
    clean: terraform.clean && tofu.clean,
    broken: [...new Set([...terraform.broken, ...tofu.broken])].sort(),
    files: [...new Set([...terraform.files, ...tofu.files])],
    ...(backend !== undefined && { backend }),
    ...(cloud !== undefined && { cloud }),
    requiredVersions: [...new Set([...terraform.requiredVersions, ...tofu.requiredVersions])],
    calls: [...calls.values()],
    remoteStates: [...states.values()],
    locals: agreed(terraform.locals, tofu.locals),
    variables: agreed(terraform.variables, tofu.variables),
    defaults: distinctValues([...terraform.defaults, ...tofu.defaults]),
    lifecycles: [...lifecycles.values()],
    paths,
    barePaths: [...new Set([...terraform.barePaths, ...tofu.barePaths])],
  }
}

/** Of one type: what both set alike. Of two types there is no telling; OpenTofu's is in the file made for it alone. */
function oneBackend(terraform: ModuleFacts['backend'], tofu: ModuleFacts['backend']): ModuleFacts['backend'] {
  if (terraform === undefined || tofu === undefined || terraform.type !== tofu.type) return tofu ?? terraform
  return { ...tofu, settings: agreed(terraform.settings, tofu.settings) }
}

function agreed<T>(
  a: Readonly<Record<string, T | undefined>>,
  b: Readonly<Record<string, T | undefined>>,
): Record<string, T | undefined> {
  const all = new Map(Object.entries(a))
  for (const [name, value] of Object.entries(b)) {
    all.set(name, all.has(name) && !isSame(all.get(name), value) ? undefined : value)
  }
  return Object.fromEntries(all)
}

function distinct(sources: readonly Template[]): readonly Template[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}

const NO_VALUES: readonly GivenValue[] = []

function distinctValues(values: readonly GivenValue[]): readonly GivenValue[] {
  return [...new Map(values.map((value) => [`${value.name} ${value.expression}`, value])).values()]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
