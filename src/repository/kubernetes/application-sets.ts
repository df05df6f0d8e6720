import type { Edge } from '../graph/node.ts'
import { largestSet, parametersOf } from './generators.ts'
import { placeEdges } from './kustomize.ts'
import { namedPaths } from './named-paths.ts'
import type { GeneratorContext, ParameterSet } from './parameters.ts'
import { isWithin } from '../paths.ts'
import { unknownPart } from './unknown-part.ts'
import { field, isRecord, items, merged, text } from './plain.ts'
import { plainEdges, type Reading } from './reading.ts'
import { sourceInputs, sourcesOf, type SourceInputs } from './sources.ts'
import { renderText, renderValue } from './template.ts'

/** What one Application of an ApplicationSet reads, and the files its parameters come from. */
export interface MadeInputs extends SourceInputs {
  readonly generatorFiles: readonly string[]
}

export interface SetInputs {
  /** Inputs of the ApplicationSet as such: what its generators read. */
  readonly edges: readonly Edge[]
  readonly made: readonly MadeInputs[]
}

/** The Applications that an ApplicationSet makes of this tree, as far as the files tell. */
export function setInputs(reading: Reading, object: unknown): SetInputs {
  const spec = field(object, 'spec')
  const goTemplate = text(field(spec, 'goTemplate')) === 'true'
  const context: GeneratorContext = { reading, goTemplate, edges: [], budget: 10 * largestSet }
  const made: MadeInputs[] = []
  const seen = new Map<string, MadeInputs>()
  for (const generator of items(field(spec, 'generators'))) {
    const template = merged(field(spec, 'template'), ownTemplate(generator))
    for (const set of parametersOf(context, generator)) {
      const object = renderValue(template, set.values, goTemplate)
      const patch = text(field(spec, 'templatePatch'))
      const patched = patch === undefined ? undefined : renderText(patch, set.values, goTemplate)
      // Most sets of a large generator differ in what does not matter here: the cluster.
      const key = JSON.stringify([relevant(object), patched, set.folders, set.files])
      if (seen.has(key)) continue
      const inputs = { ...inputsOf(reading, object, patched, set), generatorFiles: set.files }
      seen.set(key, inputs)
      made.push(inputs)
    }
  }
  return { edges: context.edges, made }
}

/** A generator's own template goes over the common one. */
function ownTemplate(generator: unknown): unknown {
  if (!isRecord(generator)) return undefined
  for (const spec of Object.values(generator)) {
    const template = field(spec, 'template')
    if (template !== undefined) return template
  }
  return undefined
}

const relevant = (object: unknown): unknown => [
  field(object, 'metadata', 'annotations'),
  field(object, 'metadata', 'name'),
  sourcesOf(field(object, 'spec')),
  field(object, 'spec', 'destination', 'namespace'),
]

function inputsOf(
  reading: Reading,
  object: unknown,
  patch: string | undefined,
  set: ParameterSet,
): SourceInputs {
  const plain = sourceInputs(reading, object)
  const parts = [plain, ...(patch === undefined ? [] : [patchedInputs(reading, object, patch)])]
  const edges = parts.flatMap((part) => part.edges)
  // A folder that a generator finds is an input even where the template takes only its name.
  for (const folder of set.folders) {
    if (!edges.some(({ to }) => isWithin(`${to.slice(to.indexOf(':') + 1)}/`, folder))) {
      edges.push(...plainEdges(reading, folder, 'generator'))
    }
  }
  return {
    edges,
    charts: parts.flatMap((part) => part.charts),
    values: parts.flatMap((part) => part.values),
    problems: parts.flatMap((part) => part.problems),
  }
}

/** `templatePatch` is YAML made by a template: read when it could be filled in, else all it names counts. */
function patchedInputs(reading: Reading, object: unknown, patch: string): SourceInputs {
  const document = reading.yaml.read(`patch ${patch}`, patch)[0]
  const readable = document !== undefined && document.fault === undefined
  const inputs = readable
    ? sourceInputs(reading, merged(object, document.value))
    : { edges: [], charts: [], values: [], problems: [] }
  if (readable && !patch.includes(unknownPart)) return inputs
  const folders = sourcesOf(field(object, 'spec')).flatMap((source) => {
    const path = text(field(source, 'path'))
    return path === undefined || path.includes(unknownPart) ? [] : [path.replace(/\/+$/, '')]
  })
  const named = namedPaths(reading, patch, ['.', ...folders])
  return {
    ...inputs,
    edges: [...inputs.edges, ...named.flatMap((path) => placeEdges(reading, path, 'path', true))],
  }
}
