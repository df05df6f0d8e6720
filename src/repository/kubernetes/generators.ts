import { gitParameters } from './git-generator.ts'
import { nothingKnown, type GeneratorContext, type ParameterSet } from './parameters.ts'
import { unknownPart } from './unknown-part.ts'
import { field, isRecord, items, merged, text } from './plain.ts'
import { renderText, renderValue, type Parameters } from './template.ts'

/** More than these are not told apart: what they have in common counts then, and all else is unknown. */
export const largestSet = 2_000

/**
 * What a generator gives, of the files alone. List and Git generators are read, matrix and merge combine them. Of
 * others (clusters, pull requests, plugins) only their own `values` are known: one set, open in all else.
 */
export function parametersOf(
  context: GeneratorContext,
  generator: unknown,
  outer?: Parameters,
  depth = 0,
): readonly ParameterSet[] {
  if (context.budget <= 0) return [nothingKnown]
  const sets = allSets(context, withOuter(generator, outer, context), outer, depth)
  const chosen = sets.filter(({ values }) => mayBeSelected(field(generator, 'selector'), values))
  context.budget -= chosen.length
  return chosen.length > largestSet ? [nothingKnown] : chosen
}

/** The second generator of a matrix may use what the first gives. What stays open is left as it is. */
function withOuter(
  generator: unknown,
  outer: Parameters | undefined,
  { goTemplate }: GeneratorContext,
): unknown {
  if (outer === undefined) return generator
  const { template, ...rest } = isRecord(generator) ? generator : {}
  const inner = Object.fromEntries(
    Object.entries(rest).map(([kind, spec]) => [kind, withoutTemplate(spec, outer, goTemplate)]),
  )
  return template === undefined ? inner : { ...inner, template }
}

/** Templates and values of the inner generator are filled in later, by its own parameters as well. */
function withoutTemplate(spec: unknown, outer: Parameters, goTemplate: boolean): unknown {
  if (!isRecord(spec)) return spec
  const { template, values, ...rest } = spec
  const rendered = renderValue(rest, outer, goTemplate)
  return { ...(isRecord(rendered) ? rendered : {}), ...(values === undefined ? {} : { values }), template }
}

function allSets(
  context: GeneratorContext,
  generator: unknown,
  outer: Parameters | undefined,
  depth: number,
): readonly ParameterSet[] {
  const list = field(generator, 'list')
  const git = field(generator, 'git')
  const matrix = field(generator, 'matrix')
  const merge = field(generator, 'merge')
  if (depth > 4) return [nothingKnown]
  if (list !== undefined) return listSets(context, list)
  if (git !== undefined) {
    const sets = gitParameters(context, git) ?? [nothingKnown]
    return sets.map((set) => withValues(set, field(git, 'values'), outer, context))
  }
  if (matrix !== undefined) return matrixSets(context, matrix, outer, depth)
  if (merge !== undefined) return mergeSets(context, merge, outer, depth)
  const spec = isRecord(generator)
    ? Object.entries(generator).find(([name]) => name !== 'selector' && name !== 'template')?.[1]
    : undefined
  return [withValues(nothingKnown, field(spec, 'values'), outer, context)]
}

function withValues(
  set: ParameterSet,
  values: unknown,
  outer: Parameters | undefined,
  { goTemplate }: GeneratorContext,
): ParameterSet {
  if (!isRecord(values)) return set
  const all = { ...outer, ...set.values }
  return { ...set, values: { ...set.values, values: renderValue(values, all, goTemplate) } }
}

function listSets(context: GeneratorContext, list: unknown): readonly ParameterSet[] {
  const elements = items(field(list, 'elements')).filter(isRecord)
  const sets = elements.map((values): ParameterSet => ({ values, files: [], folders: [] }))
  const yaml = text(field(list, 'elementsYaml'))
  if (yaml === undefined) return sets
  if (yaml.includes(unknownPart) || yaml.includes('{{')) return [...sets, nothingKnown]
  const parsed = context.reading.yaml.read(`elements ${yaml}`, yaml)[0]
  if (!Array.isArray(parsed?.value)) return [...sets, nothingKnown]
  return [...sets, ...parsed.value.filter(isRecord).map((values) => ({ values, files: [], folders: [] }))]
}

function matrixSets(
  context: GeneratorContext,
  matrix: unknown,
  outer: Parameters | undefined,
  depth: number,
): readonly ParameterSet[] {
  let sets: readonly ParameterSet[] | undefined
  for (const generator of items(field(matrix, 'generators'))) {
    const next: ParameterSet[] = []
    for (const set of sets ?? [{ ...nothingKnown, values: outer ?? {} }]) {
      // The first generator has nothing before it but what a matrix around this one gives.
      const before = sets === undefined ? outer : set.values
      for (const inner of parametersOf(context, generator, before, depth + 1)) next.push(joined(set, inner))
      if (next.length > largestSet) return [nothingKnown]
    }
    sets = next
  }
  return sets ?? []
}

/** Later values win, but maps of both (`values`, `path`) are merged. */
function joined(first: ParameterSet, second: ParameterSet): ParameterSet {
  const values = merged(first.values, second.values)
  return {
    values: isRecord(values) ? values : {},
    files: [...first.files, ...second.files],
    folders: [...first.folders, ...second.folders],
  }
}

/** The sets of the first generator, overridden by those of the others that agree, or may agree, in the merge keys. */
function mergeSets(
  context: GeneratorContext,
  merge: unknown,
  outer: Parameters | undefined,
  depth: number,
): readonly ParameterSet[] {
  const [base, ...others] = items(field(merge, 'generators'))
  const keys = items(field(merge, 'mergeKeys')).flatMap((key) => text(key) ?? [])
  let sets: ParameterSet[] = [...parametersOf(context, base, outer, depth + 1)]
  for (const generator of others) {
    const overrides = parametersOf(context, generator, outer, depth + 1)
    const next: ParameterSet[] = []
    const find = byKeys(keys, overrides, context)
    for (const set of sets) {
      const { fitting, sure } = find(set)
      if (!sure) next.push(set)
      for (const override of fitting) {
        next.push(Object.keys(override.values).length === 0 ? nothingKnown : joined(set, override))
      }
      if (next.length > largestSet) return [nothingKnown]
    }
    sets = next
  }
  return sets
}

/**
 * Finds the sets that agree, or may agree, with one in all keys; `sure` when one of them certainly does. Those whose
 * keys are all known are looked up, for there may be thousands on both sides.
 */
function byKeys(
  keys: readonly string[],
  sets: readonly ParameterSet[],
  context: GeneratorContext,
): (set: ParameterSet) => { readonly fitting: readonly ParameterSet[]; readonly sure: boolean } {
  const texts = (set: ParameterSet): readonly string[] => keys.map((key) => keyText(key, set, context))
  const isKnown = (words: readonly string[]): boolean => !words.some((word) => word.includes(unknownPart))
  const all = sets.map((set, place) => ({ set, place, words: texts(set) }))
  const known = Map.groupBy(
    all.filter(({ words }) => isKnown(words)),
    ({ words }) => JSON.stringify(words),
  )
  const open = all.filter(({ words }) => !isKnown(words))
  return (set) => {
    const words = texts(set)
    const isSure = isKnown(words)
    const exact = isSure ? (known.get(JSON.stringify(words)) ?? []) : []
    const perhaps = (isSure ? open : all).filter((one) => mayAgree(words, one.words))
    const fitting = [...exact, ...perhaps].sort((a, b) => a.place - b.place).map((one) => one.set)
    return { fitting, sure: exact.length > 0 }
  }
}

function keyText(key: string, { values }: ParameterSet, { goTemplate }: GeneratorContext): string {
  return renderText(goTemplate ? `{{ .${key} }}` : `{{${key}}}`, values, goTemplate)
}

const mayAgree = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((word, at) => {
    const other = b[at] ?? ''
    return word === other || word.includes(unknownPart) || other.includes(unknownPart)
  })

/** False only when the labels are known and do not fit: what is unknown may be selected. */
function mayBeSelected(selector: unknown, values: Parameters): boolean {
  const valueOf = (key: string): string | undefined => {
    const value = text(field(values, key)) ?? text(field(values, ...key.split('.')))
    return value?.includes(unknownPart) === true ? undefined : value
  }
  const labels = field(selector, 'matchLabels')
  if (isRecord(labels)) {
    for (const [key, wanted] of Object.entries(labels)) {
      const value = valueOf(key)
      if (value !== undefined && value !== text(wanted)) return false
    }
  }
  return items(field(selector, 'matchExpressions')).every((expression) => {
    const value = valueOf(text(field(expression, 'key')) ?? '')
    const operator = text(field(expression, 'operator'))
    if (value === undefined || (operator !== 'In' && operator !== 'NotIn')) return true
    return items(field(expression, 'values')).some((item) => text(item) === value) === (operator === 'In')
  })
}
