import { UserError } from '../core/errors.ts'
import type { Changes } from '../repository/items.ts'
import { applicationItem, applicationRef, chartItem, stackItem } from './changes-items.ts'
import {
  MAX_MATRIX_JOBS,
  matrixJson,
  packDeep,
  packJobs,
  isListable,
  type MatrixEntry,
} from './changes-matrix.ts'

/** Waves with a matrix of their own; what is deeper goes into the last one. */
const WAVES = 4

/**
 * GitHub takes 1 MB of outputs of a job and counts them in UTF-16. All of ours together stay below this, counted so
 * and in UTF-8, whichever is more: 400 KB of plain text.
 */
export const OUTPUT_BYTES = 800_000

const LISTS = ['stacks', 'deleted-stacks', 'charts', 'applications'] as const
const MATRICES = ['terraform-matrix', 'wave-1', 'wave-2', 'wave-3', 'wave-4', 'helm-matrix'] as const
type List = (typeof LISTS)[number]
type Matrix = (typeof MATRICES)[number]
type Output = List | Matrix | `has-${List | Matrix}`

export const CHANGE_OUTPUTS: readonly Output[] = [...LISTS, ...MATRICES].flatMap((name): Output[] => [
  name,
  `has-${name}`,
])

export interface ChangeOutputs {
  readonly values: Readonly<Record<Output, string>>
  /** How much the arrays hold: all, ids with names and paths, or ids alone. */
  readonly detail: 'full' | 'names' | 'ids'
  /** Stacks and charts that no list can hold one a line; they are in no matrix. */
  readonly unlisted: readonly string[]
  /** Entries of the last wave wait for each other. */
  readonly orderedEntries: boolean
}

/** @throws UserError when `maxJobs` cannot be kept, or the matrices alone are more than GitHub takes. */
export function changeOutputs(changes: Changes, maxJobs: number): ChangeOutputs {
  const stacks = changes.stacks
    .map(({ item, wave, upstream }) => ({ ...matrixItem(item.name, item.environment), wave, upstream }))
    .filter(({ name }) => isListable(name))
  const charts = changes.charts
    .map(({ item }) => ({ name: item.path }))
    .filter(({ name }) => isListable(name))
  const deep = packDeep(stacks.filter(({ wave }) => wave >= WAVES))
  if (deep.entries.length > MAX_MATRIX_JOBS) {
    throw new UserError(
      `the deepest stacks change their environment ${deep.entries.length} times along their order, and a matrix has ${MAX_MATRIX_JOBS} entries at most`,
      {
        where: 'outputs',
        help: 'Give stacks that depend on each other one environment, or detect them in parts with `include`.',
      },
    )
  }
  const wave = (number: number): MatrixEntry[] =>
    packJobs(
      stacks.filter((stack) => stack.wave === number),
      maxJobs,
    )
  const matrices: Record<Matrix, string> = {
    'terraform-matrix': matrixJson('stacks', packJobs(stacks, maxJobs)),
    'wave-1': matrixJson('stacks', wave(1)),
    'wave-2': matrixJson('stacks', wave(2)),
    'wave-3': matrixJson('stacks', wave(3)),
    'wave-4': matrixJson('stacks', deep.entries),
    'helm-matrix': matrixJson('charts', packJobs(charts, maxJobs)),
  }
  const has = hasOutputs(changes, matrices)
  const fixed = { ...matrices, ...has }
  for (const detail of ['full', 'names', 'ids'] as const) {
    const values = { ...arrays(changes, detail), ...fixed }
    if (sizeOf(values) > OUTPUT_BYTES) continue
    return { values, detail, unlisted: unlistedOf(changes), orderedEntries: deep.ordered }
  }
  throw new UserError(
    `the change touches ${changes.stacks.length} stacks, more than the outputs of one job can name`,
    {
      where: 'outputs',
      help: 'Divide the work: one job with `include` for each part of the repository.',
    },
  )
}

const matrixItem = (name: string, environment: string | undefined): { name: string; environment?: string } =>
  environment === undefined ? { name } : { name, environment }

function unlistedOf({ stacks, charts }: Changes): string[] {
  return [...stacks.map(({ item }) => item.name), ...charts.map(({ item }) => item.path)].filter(
    (name) => !isListable(name),
  )
}

const EMPTY_MATRIX = matrixJson('', [])

function hasOutputs(
  changes: Changes,
  matrices: Readonly<Record<Matrix, string>>,
): Record<`has-${List | Matrix}`, string> {
  const matrix = (name: Matrix): string => String(matrices[name] !== EMPTY_MATRIX)
  return {
    'has-stacks': String(changes.stacks.length > 0),
    'has-deleted-stacks': String(changes.deletedStacks.length > 0),
    'has-charts': String(changes.charts.length > 0),
    'has-applications': String(changes.applications.length > 0),
    'has-terraform-matrix': matrix('terraform-matrix'),
    'has-wave-1': matrix('wave-1'),
    'has-wave-2': matrix('wave-2'),
    'has-wave-3': matrix('wave-3'),
    'has-wave-4': matrix('wave-4'),
    'has-helm-matrix': matrix('helm-matrix'),
  }
}

/** The arrays as JSON. Charts and applications have no id: their path, and their file with their name, tell them. */
function arrays(changes: Changes, detail: ChangeOutputs['detail']): Record<List, string> {
  const stacks = changes.stacks.map(stackItem)
  const deleted = changes.deletedStacks.map(stackItem)
  const charts = changes.charts.map(chartItem)
  const applications = changes.applications.map(applicationItem)
  if (detail === 'full') {
    return {
      stacks: JSON.stringify(stacks),
      'deleted-stacks': JSON.stringify(deleted),
      charts: JSON.stringify(charts),
      applications: JSON.stringify(applications),
    }
  }
  const short = <T extends { readonly name: string }>(
    items: readonly T[],
    id: (item: T) => string,
    path: (item: T) => string,
  ): string =>
    JSON.stringify(
      items.map((item) =>
        detail === 'ids' ? id(item) : { id: id(item), name: item.name, path: path(item) },
      ),
    )
  const chart = (item: (typeof charts)[number]): string => item.path
  return {
    stacks: short(
      stacks,
      ({ id }) => id,
      ({ path }) => path,
    ),
    'deleted-stacks': short(
      deleted,
      ({ id }) => id,
      ({ path }) => path,
    ),
    charts: short(charts, chart, chart),
    applications: short(applications, applicationRef, ({ file }) => file),
  }
}

/** As GitHub may count them: names and values, in UTF-16 or in UTF-8. */
export function sizeOf(values: Readonly<Record<string, string>>): number {
  const texts = Object.entries(values).flat()
  const utf16 = texts.reduce((sum, text) => sum + 2 * text.length, 0)
  const utf8 = texts.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0)
  return Math.max(utf16, utf8)
}
