import type { Edge, NodeId } from '../graph/node.ts'
import type { Application, ApplicationSource } from '../items.ts'
import { setInputs, type MadeInputs } from './application-sets.ts'
import { isChart } from './charts.ts'
import { placeEdges } from './kustomize.ts'
import { foldersBefore, mayHoldApplications, speaksOfApplications } from './kubernetes-text.ts'
import { namedPaths } from './named-paths.ts'
import { folderOf, nameOf } from '../paths.ts'
import { field, items, merged, text } from './plain.ts'
import { addNode, plainEdges, type Reading } from './reading.ts'
import { withoutUser } from './repository-url.ts'
import { sourceInputs, sourcesOf } from './sources.ts'
import type { YamlDocument } from './yaml-text.ts'

interface Found {
  readonly kind: Application['kind']
  readonly object: unknown
  readonly file: string
  /** Set when the document could not be read in full. */
  readonly broken?: string
}

/** All Applications and ApplicationSets of the given files, in their order. */
export function findApplications(reading: Reading, files: readonly string[]): FoundApplications {
  const templates: string[] = []
  const all = files.flatMap((file) => objectsOfFile(reading, file, templates))
  const whole: Found[] = []
  const patches: Found[] = []
  for (const one of all) (one.broken !== undefined || hasAddress(one) ? whole : patches).push(one)
  const idOf = uniqueIds()
  const applications = whole.map((one) => addApplication(reading, one, idOf))
  addPatches(reading, patches, whole, applications)
  return { applications, templates }
}

export interface FoundApplications {
  readonly applications: readonly Application[]
  /** Templates of charts that make Applications. */
  readonly templates: readonly string[]
}

/** Without the address of a source it is none. Of an ApplicationSet the generators may bring that. */
const hasAddress = ({ kind, object }: Found): boolean =>
  kind === 'Application'
    ? sourcesOf(field(object, 'spec')).some((source) => text(field(source, 'repoURL')) !== undefined)
    : field(object, 'spec', 'generators') !== undefined

function objectsOfFile(reading: Reading, file: string, templates: string[]): readonly Found[] {
  const entry = reading.snapshot.entry(file)
  const source = reading.snapshot.text(file)
  if (entry === undefined || source === undefined) return []
  if (source.includes('{{') && isChartTemplate(reading, file)) {
    if (speaksOfApplications(source)) {
      templates.push(file)
      const help =
        'Which files they use is known only when the chart is rendered. What is named here and in the values of the ' +
        'chart counts as an input of the chart and of who renders it.'
      reading.notices.push({ message: 'Applications in here are not read: made by a template', help, file })
    }
    return []
  }
  const documents = reading.yaml.read(entry.oid, source, { purpose: 'applications', is: mayHoldApplications })
  return documents.flatMap((document) =>
    document.fault === undefined ? objectsIn(document.value, file, 0) : brokenObject(reading, document, file),
  )
}

const isChartTemplate = (reading: Reading, file: string): boolean =>
  foldersBefore(file, 'templates').some((folder) => isChart(reading, folder))

/** An object, or the objects of a `List`. */
function objectsIn(value: unknown, file: string, depth: number): readonly Found[] {
  if (depth > 10) return []
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, file, depth + 1))
  const kind = text(field(value, 'kind'))
  if (kind?.endsWith('List') === true) return objectsIn(items(field(value, 'items')), file, depth + 1)
  if (kind !== 'Application' && kind !== 'ApplicationSet') return []
  if (text(field(value, 'apiVersion'))?.startsWith('argoproj.io/') !== true) return []
  return [{ kind, object: value, file }]
}

function brokenObject(reading: Reading, document: YamlDocument, file: string): readonly Found[] {
  const source = document.text ?? ''
  if (document.fault === undefined || !speaksOfApplications(source)) return []
  const { message, line, column } = document.fault
  reading.notices.push({
    message: `This Application could not be read: ${message}`,
    help: 'All it names in the repository counts as its input.',
    file,
    line,
    column,
  })
  const kind = /["']?\bkind["']?\s*:\s*["']?ApplicationSet\b/.test(source) ? 'ApplicationSet' : 'Application'
  return [{ kind, object: document.value, file, broken: source }]
}

function addApplication(reading: Reading, found: Found, idOf: (id: string) => string): Application {
  const { kind, object, file, broken } = found
  const metadata = field(object, 'metadata')
  const name =
    text(field(metadata, 'name')) ??
    text(field(metadata, 'generateName')) ??
    nameOf(file).replace(/\.\w+$/, '')
  // Where Argo CD looks for them unless it is told otherwise.
  const namespace = text(field(metadata, 'namespace')) ?? 'argocd'
  const spec = field(object, 'spec')
  const template = kind === 'Application' ? spec : field(spec, 'template', 'spec')
  const node = idOf(`application:${file}#${namespace}/${name}`)
  addNode(reading, node, [file], (edges) => {
    const own = broken === undefined ? inputEdges(reading, found) : brokenEdges(reading, found)
    edges.push(...own)
  })
  return {
    kind,
    name,
    namespace,
    project: text(field(template, 'project')) ?? 'default',
    file,
    sources: sourcesOf(template).map(sourceData),
    node,
  }
}

/** The second of the same id gets `#2`, and so on. */
function uniqueIds(): (id: string) => string {
  const ids = new Set<string>()
  const counts = new Map<string, number>()
  return (id) => {
    let unique = id
    let count = counts.get(id) ?? 1
    while (ids.has(unique)) unique = `${id}#${++count}`
    counts.set(id, count)
    ids.add(unique)
    return unique
  }
}

function sourceData(source: unknown): ApplicationSource {
  const targetRevision = text(field(source, 'targetRevision'))
  const path = text(field(source, 'path'))
  const chart = text(field(source, 'chart'))
  const ref = text(field(source, 'ref'))
  return {
    repoURL: withoutUser(text(field(source, 'repoURL')) ?? ''),
    ...(targetRevision === undefined ? {} : { targetRevision }),
    ...(path === undefined ? {} : { path }),
    ...(chart === undefined ? {} : { chart }),
    ...(ref === undefined ? {} : { ref }),
  }
}

function inputEdges(reading: Reading, found: Found): Edge[] {
  const { kind, object, file } = found
  if (kind === 'Application') {
    const inputs = { ...sourceInputs(reading, object), generatorFiles: [] }
    useCharts(reading, file, [inputs])
    return [...inputs.edges]
  }
  const { edges, made } = setInputs(reading, object)
  useCharts(reading, file, made)
  return [...edges, ...made.flatMap((one) => one.edges)]
}

/** Tells the charts who renders them, and people what is wrong with the sources. */
function useCharts(reading: Reading, file: string, all: readonly MadeInputs[]): void {
  for (const problem of new Set(all.flatMap((one) => one.problems))) {
    const help = 'It is left out: only files of this repository can be compared.'
    reading.notices.push({ message: `Of this Application ${problem}`, help, file })
  }
  for (const { charts, values, generatorFiles } of all) {
    for (const { folder, dynamic } of charts) {
      const uses: Edge[] = [
        { to: `file:${file}`, kind: 'application' },
        ...values,
        ...generatorFiles.map((path): Edge => ({ to: `file:${path}`, kind: 'generator' })),
      ]
      const marked = dynamic ? uses.map((use): Edge => ({ ...use, dynamic: true })) : uses
      const known = reading.chartUses.get(folder)
      if (known === undefined) reading.chartUses.set(folder, marked)
      else known.push(...marked)
    }
  }
}

/** Of a document that could not be read: what could be read of it, and all that it names; else its folder. */
function brokenEdges(reading: Reading, found: Found): Edge[] {
  const { object, file, broken = '' } = found
  const read = inputEdges(reading, { ...found, object: object ?? {} })
  const folders = sourcesOf(field(object, 'spec')).flatMap((source) => text(field(source, 'path')) ?? [])
  const named = namedPaths(reading, broken, ['.', ...folders]).filter((path) => path !== file)
  const edges = named.flatMap((path) => placeEdges(reading, path, 'path', true))
  const folder = folderOf(file)
  if (edges.length === 0 && folder !== '.') edges.push(...plainEdges(reading, folder, 'path', true))
  return [...read, ...edges]
}

/**
 * A document without the address of a source is a patch of Kustomize: the Applications of its name may be read with it
 * laid over them.
 */
function addPatches(
  reading: Reading,
  patches: readonly Found[],
  whole: readonly Found[],
  applications: readonly Application[],
): void {
  if (patches.length === 0) return
  const places = Map.groupBy(applications.keys(), (at) =>
    nameKey(applications[at]?.kind, applications[at]?.name),
  )
  for (const patch of patches) {
    const bases = places.get(nameKey(patch.kind, text(field(patch.object, 'metadata', 'name')))) ?? []
    for (const at of bases) {
      const id = applications[at]?.node
      const base = whole[at]
      if (id !== undefined && base !== undefined) addPatch(reading, patch, base, id)
    }
    if (bases.length > 0) continue
    const help = 'An Application has a source with a repoURL; a patch has the name of one in this repository.'
    reading.notices.push({
      message: `This ${patch.kind} has no source and is not read as one`,
      help,
      file: patch.file,
    })
  }
}

const nameKey = (kind: string | undefined, name: string | undefined): string => JSON.stringify([kind, name])

function addPatch(reading: Reading, patch: Found, base: Found, id: NodeId): void {
  reading.pending.push(() => {
    const { files = [], edges = [] } = reading.nodes.get(id) ?? {}
    const patched = inputEdges(reading, { ...base, object: merged(base.object, patch.object) })
    const more: Edge[] = [{ to: `file:${patch.file}`, kind: 'kustomize' }, ...patched]
    reading.nodes.set(id, { files, edges: [...edges, ...more] })
  })
}
