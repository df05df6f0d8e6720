import { hash } from 'node:crypto'
import { UserError } from '../core/errors.ts'
import { lines } from '../core/inputs.ts'

/**
 * What runs in which job. Each entry of a matrix serves one environment, since a job has one set of credentials and
 * approvals, and one or more stacks (or charts), named one a line as other actions take them.
 */

/** What a job has to know of a stack (or of a chart, which has no environment). */
export interface MatrixItem {
  /** What an entry calls it: a stack's name, a chart's path. */
  readonly name: string
  readonly environment?: string
}

export interface MatrixEntry {
  /** 12 hexadecimal digits, a hash of the rest: for job, file and artifact names. */
  readonly id: string
  /** Empty where no environment is known: GitHub then uses none. */
  readonly environment: string
  /** In the order given. */
  readonly names: readonly string[]
}

/** GitHub's own limit of jobs of one matrix. */
export const MAX_MATRIX_JOBS = 256

/**
 * Packs items into at most `maxJobs` entries: as many as there are items, else as equal in number as environments allow. The
 * order of items is kept within an entry; the same items give the same entries.
 * @throws UserError when there are more environments than jobs.
 */
export function packJobs(items: readonly MatrixItem[], maxJobs: number): MatrixEntry[] {
  const groups = byEnvironment(items)
  if (groups.size > maxJobs) {
    throw new UserError(
      `the change touches ${groups.size} environments, and \`max-jobs\` is ${maxJobs}: a job serves one environment`,
      {
        where: 'input `max-jobs`',
        help: `Raise \`max-jobs\` (to ${MAX_MATRIX_JOBS} at most), or divide the work with \`include\` and \`exclude\`.`,
      },
    )
  }
  const jobs = jobsEach(groups, maxJobs)
  return [...groups].flatMap(([environment, group]) =>
    shares(group, jobs.get(environment) ?? 1).map((names) => entryOf(environment, names)),
  )
}

/** One job for each environment, then one more for the one whose jobs have most to do, until there are no more. */
function jobsEach(groups: ReadonlyMap<string, readonly string[]>, maxJobs: number): Map<string, number> {
  const jobs = new Map([...groups.keys()].map((environment) => [environment, 1]))
  for (let left = maxJobs - groups.size; left > 0; left--) {
    let busiest: string | undefined
    let most = 1 // nobody needs more jobs than items
    for (const [environment, { length }] of groups) {
      const load = length / (jobs.get(environment) ?? 1)
      if (load > most) [busiest, most] = [environment, load]
    }
    if (busiest === undefined) break
    jobs.set(busiest, (jobs.get(busiest) ?? 1) + 1)
  }
  return jobs
}

/** Neighbours stay together; no share is larger than another by more than one. */
function shares(names: readonly string[], count: number): string[][] {
  return Array.from({ length: count }, (_, index) =>
    names.slice(Math.floor((index * names.length) / count), Math.floor(((index + 1) * names.length) / count)),
  )
}

function byEnvironment(items: readonly MatrixItem[]): Map<string, string[]> {
  const groups = [...Map.groupBy(items, ({ environment = '' }) => environment)]
  return new Map(
    groups
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([environment, group]) => [environment, group.map(({ name }) => name)]),
  )
}

function entryOf(environment: string, names: readonly string[]): MatrixEntry {
  return { id: hash('sha256', JSON.stringify([environment, names])).slice(0, 12), environment, names }
}

/** A stack as its place in the order is known. */
export interface OrderedItem extends MatrixItem {
  readonly wave: number
  /** Names of what goes before it. */
  readonly upstream: readonly string[]
}

export interface DeepWave {
  /** To be run one after the other, and within one in the order of its names. */
  readonly entries: readonly MatrixEntry[]
  /** Something in a later entry waits for something in an earlier one: the entries must not run side by side. */
  readonly ordered: boolean
}

/**
 * What is deeper than the waves that have a matrix of their own: as few entries as one environment each allows, in an
 * order in which nothing comes before what it waits for. With one environment that is one entry.
 */
export function packDeep(items: readonly OrderedItem[]): DeepWave {
  const waiting = [...items].sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1))
  const names = new Set(waiting.map(({ name }) => name))
  const done = new Set<string>()
  const runs: { environment: string; items: OrderedItem[] }[] = []
  while (waiting.length > 0) {
    const isFree = ({ upstream }: OrderedItem): boolean =>
      upstream.every((name) => done.has(name) || !names.has(name))
    // A circle has no order: it is reported elsewhere, and taken as it stands here.
    const first = waiting.find(isFree) ?? waiting[0]
    if (first === undefined) break
    const run = { environment: first.environment ?? '', items: [] as OrderedItem[] }
    for (let next: OrderedItem | undefined = first; next !== undefined;) {
      run.items.push(next)
      done.add(next.name)
      waiting.splice(waiting.indexOf(next), 1)
      next = waiting.find((item) => (item.environment ?? '') === run.environment && isFree(item))
    }
    runs.push(run)
  }
  return {
    entries: runs.map(({ environment, items: run }) =>
      entryOf(
        environment,
        run.map(({ name }) => name),
      ),
    ),
    ordered: waitsAcross(runs.map(({ items: run }) => run)),
  }
}

function waitsAcross(runs: readonly (readonly OrderedItem[])[]): boolean {
  const place = new Map(runs.flatMap((run, index) => run.map(({ name }) => [name, index] as const)))
  return runs.some((run, index) =>
    run.some(({ upstream }) => upstream.some((name) => (place.get(name) ?? index) !== index)),
  )
}

/** `{include: […]}` for `strategy.matrix`; `key` is what the names are called: `stacks`, `charts`. */
export function matrixJson(key: string, entries: readonly MatrixEntry[]): string {
  return JSON.stringify({
    include: entries.map(({ id, names, environment }) => ({
      id,
      name: shownName(names),
      [key]: names.join('\n'),
      environment,
    })),
  })
}

/** What the job may be called, for people: `infra/app`, `infra/app and 3 more`. */
function shownName([first = '', ...others]: readonly string[]): string {
  const characters = Array.from(first)
  const name = characters.length <= NAME_LENGTH ? first : `…${characters.slice(1 - NAME_LENGTH).join('')}`
  return others.length === 0 ? name : `${name} and ${others.length} more`
}

const NAME_LENGTH = 60

/** Whether an action that takes names one a line would read exactly this one. */
export function isListable(name: string): boolean {
  const read = lines(name)
  return read.length === 1 && read[0] === name
}
