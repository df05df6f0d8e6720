import { edge } from '../graph/edges.ts'
import type { Edge, InputNode, NodeId } from '../graph/node.ts'
import { evaluate } from '../modules/constant.ts'
import type { RemoteState } from '../modules/facts.ts'
import type { TerraformModule } from '../modules/module-reader.ts'
import type { FoundStack } from './find-stacks.ts'
import { PLACE_SETTINGS, placeKey, statePlace, type Place } from './state-key.ts'

/** Which stacks a `terraform_remote_state` may read. */
export interface RemoteStates {
  /** Edges of a stack that is planned with the module that reads the state. */
  edges(reader: FoundStack, state: RemoteState, module: TerraformModule): Edge[]
  /** `states:…`: all stacks whose state may be meant, when there are several. */
  read(id: NodeId): InputNode | undefined
}

/** A text of which some is not known: what stands before, between and after that. */
type Pattern = readonly string[]

/** What is read, as far as the code tells. */
interface Wanted {
  readonly place: Place
  readonly patterns: ReadonlyMap<string, Pattern>
  readonly anyWorkspace: boolean
}

export function remoteStates(stacks: readonly FoundStack[]): RemoteStates {
  let exact: Map<string, FoundStack[]> | undefined
  const places = new Map<string, Places>()
  const groups = new Map<NodeId, InputNode>()
  const known = new Map<string, readonly FoundStack[]>()

  const exactly = (key: string): readonly FoundStack[] => {
    exact ??= groupBy(stacks, ({ stack: { stateKey: state } }) => state)
    return exact.get(key) ?? []
  }
  const candidates = (wanted: Wanted, id: string): readonly FoundStack[] => {
    const found = known.get(id)
    if (found !== undefined) return found
    const mode = wanted.anyWorkspace ? 'any' : 'one'
    let index = places.get(mode)
    if (index === undefined) places.set(mode, (index = placesOf(stacks, wanted.anyWorkspace)))
    const made = matching(index, wanted)
    known.set(id, made)
    return made
  }
  return {
    edges: (reader, state, module) => {
      const wanted = wantedBy(reader, state, module)
      if (wanted === undefined) return []
      const key = wanted.anyWorkspace ? undefined : placeKey(wanted.place)
      const same = key === undefined ? [] : exactly(key)
      const id = same.length > 0 ? '' : idOf(wanted)
      const found = same.length > 0 ? same : candidates(wanted, id)
      // One state may be that of two stacks: then both count for certain.
      if (same.length > 0 || found.length <= 2) {
        const others = found.filter(({ stack }) => stack.node !== reader.stack.node)
        const isGuess = wanted.anyWorkspace || (same.length === 0 && others.length > 1)
        return others.map(({ stack }) => edge(stack.node, 'remote state', isGuess))
      }
      // One node for all who read by the same pattern: else there would be an edge for each pair.
      return [edge(`${GROUP}${id}`, 'remote state', true)]
    },
    read: (id) => {
      let node = groups.get(id)
      if (node !== undefined) return node
      const words = id.slice(GROUP.length)
      const edges = candidates(wantedOf(words), words).map(({ stack }) =>
        edge(stack.node, 'remote state', true),
      )
      groups.set(id, (node = { files: [], edges }))
      return node
    },
  }
}

/** True when nothing is known of the state that is read: what has to go before its readers cannot be told. */
export function isUnknownState(reader: FoundStack, state: RemoteState, module: TerraformModule): boolean {
  const { settings } = state
  for (const name of PLACE_SETTINGS) {
    if (state.backend !== undefined && isTelling(name, settings[name])) return false
  }
  const wanted = wantedBy(reader, state, module)
  return wanted === undefined || !tells(wanted)
}

/** True when a setting that is not a default, or some of its text, is known. */
function tells({ place, patterns }: Wanted): boolean {
  return patterns.size > 0 || Object.keys(place).some((name) => isTelling(name, place[name]))
}

const isTelling = (name: string, value: string | undefined): boolean =>
  value !== undefined && value !== '' && !DEFAULTS.has(name)

/** Of a place what says little: nearly all stacks have the same. */
const DEFAULTS: ReadonlySet<string> = new Set([
  'type',
  'workspace',
  'endpoint',
  'states',
  'folder',
  'context',
  'namespace',
  'hostname',
  'database',
])

function wantedBy(reader: FoundStack, state: RemoteState, module: TerraformModule): Wanted | undefined {
  if (state.backend === undefined) return undefined
  const { locals } = module.parsed.facts
  const selected = reader.stack.workspace ?? 'default'
  const marks = {
    'terraform.workspace': selected,
    'path.module': relative(reader.folder, module.path),
    'path.root': '.',
    'path.cwd': '.',
  }
  const settings: Record<string, string | undefined> = {}
  if (state.partial === true) for (const name of PLACE_SETTINGS) settings[name] = undefined
  Object.assign(settings, state.settings)
  const patterns = new Map<string, Pattern>()
  for (const [name, template] of Object.entries(state.templates ?? {})) {
    const pattern: string[] = ['']
    for (const part of template) {
      const { text, whole } = evaluate([part], locals, marks)
      pattern.push((pattern.pop() ?? '') + text)
      if (!whole) pattern.push('')
    }
    if (pattern.length === 1) settings[name] = pattern[0]
    // A local path is another text in each folder.
    else if (pattern.some((text) => text !== '') && name !== 'path' && PLACE_SETTINGS.includes(name))
      patterns.set(name, pattern)
  }
  const workspace =
    state.workspace === undefined
      ? { text: 'default', whole: true }
      : evaluate(state.workspace, locals, marks)
  const backend = { type: state.backend, settings }
  const place = statePlace(backend, reader.folder, workspace.whole ? workspace.text : '*')
  if (place === undefined) return undefined
  return { place, patterns, anyWorkspace: !workspace.whole }
}

/** `a/b` → `a/c`: `../c`; also where both are the same. */
function relative(from: string, to: string): string {
  if (from === to) return '.'
  const up = from === '.' ? '' : '../'.repeat(from.split('/').length)
  return to === '.' ? up.replace(/\/$/, '') : up + to
}

const GROUP = 'states:'

/** All there is to it, so that a tree can say what it means there without having met it. */
const idOf = ({ place, patterns, anyWorkspace }: Wanted): string =>
  JSON.stringify([Object.entries(place).sort(byName), [...patterns].sort(byName), anyWorkspace])

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

function wantedOf(id: string): Wanted {
  const [place, patterns, anyWorkspace] = JSON.parse(id) as Words
  // JSON has no undefined.
  const entries = place.map(([name, value]) => [name, value ?? undefined] as const)
  return { place: Object.fromEntries(entries), patterns: new Map(patterns), anyWorkspace }
}

type Words = [[string, string | null | undefined][], [string, Pattern][], boolean]

interface PlacedStack {
  readonly found: FoundStack
  readonly place: Place
}

/** Stacks by type, and in there by each value of their places: `field\0value`; under `field` those not known. */
type Places = ReadonlyMap<string, { all: PlacedStack[]; by: Map<string, PlacedStack[]> }>

function placesOf(stacks: readonly FoundStack[], anyWorkspace: boolean): Places {
  const places = new Map<string, { all: PlacedStack[]; by: Map<string, PlacedStack[]> }>()
  for (const found of stacks) {
    const { backend, folder, stack } = found
    if (backend === undefined) continue
    const place = statePlace(backend, folder, anyWorkspace ? '*' : (stack.workspace ?? 'default'))
    if (place === undefined) continue
    const type = place['type'] ?? ''
    let of = places.get(type)
    if (of === undefined) places.set(type, (of = { all: [], by: new Map() }))
    const placed = { found, place }
    of.all.push(placed)
    for (const name of Object.keys(place)) {
      const value = place[name]
      const at = value === undefined ? name : `${name}\0${value}`
      const same = of.by.get(at)
      if (same === undefined) of.by.set(at, [placed])
      else same.push(placed)
    }
  }
  return places
}

/** All whose place may be the one that is wanted: nothing that both say differs, and something that tells is equal. */
function matching(places: Places, wanted: Wanted): readonly FoundStack[] {
  const of = places.get(wanted.place['type'] ?? '')
  if (of === undefined || !tells(wanted)) return []
  let rarest: readonly (readonly PlacedStack[])[] = [of.all]
  let fewest = of.all.length
  for (const name of Object.keys(wanted.place)) {
    const value = wanted.place[name]
    if (value === undefined || name === 'type' || name === 'workspace') continue
    const lists = [of.by.get(`${name}\0${value}`) ?? [], of.by.get(name) ?? []]
    const count = lists.reduce((sum, { length }) => sum + length, 0)
    if (count >= fewest) continue
    rarest = lists
    fewest = count
  }
  return rarest
    .flat()
    .filter((placed) => isMatch(placed, wanted))
    .map(({ found }) => found)
}

function isMatch({ found, place }: PlacedStack, wanted: Wanted): boolean {
  let told = false
  for (const [name, pattern] of wanted.patterns) {
    const is = found.backend?.settings[name]
    if (is === undefined) continue
    if (!fits(is, pattern)) return false
    told = true
  }
  for (const name in wanted.place) {
    const [is, asked] = [place[name], wanted.place[name]]
    if (is === undefined || asked === undefined) continue
    if (is !== asked) return false
    told ||= isTelling(name, is)
  }
  return told
}

function fits(text: string, pattern: Pattern): boolean {
  const first = pattern[0] ?? ''
  const last = pattern.at(-1) ?? ''
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false
  let at = first.length
  for (const middle of pattern.slice(1, -1)) {
    const next = text.indexOf(middle, at)
    if (next < 0) return false
    at = next + middle.length
  }
  return at <= text.length - last.length
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [item])
    else same.push(item)
  }
  return groups
}
