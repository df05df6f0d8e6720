import { join } from 'node:path'
import { errorMessage } from '../src/core/errors.ts'
import { pullRequestEvent } from '../test/lab/action-run.ts'
import type { Bench } from './bench-options.ts'
import type { Goal } from './goals.ts'
import * as show from './goals.ts'
import {
  checkOut,
  largeRepository,
  type Change,
  type ChangeSize,
  type LargeRepository,
} from './large-repository.ts'
import { median, medianOfPairs, paired } from './measure.ts'
import { runAsRunner, type RunnerRun } from './runner.ts'
import { findTerramate, listChanged } from './terramate.ts'

const FOUR: ChangeSize = { name: 'change-4', stackFiles: 1, moduleFiles: 1, templates: 1, others: 1 }
const HUNDRED: ChangeSize = { name: 'change-100', stackFiles: 25, moduleFiles: 1, templates: 24, others: 50 }
const THOUSAND: ChangeSize = {
  ...{ name: 'change-1000', stackFiles: 250, moduleFiles: 10 },
  ...{ templates: 240, others: 500 },
}

/** The same proportions in each size. */
const sizeOf = (stacks: number, texts: 'usual' | 'short') => ({
  stacks,
  modules: Math.round(stacks * 0.15),
  files: Math.round(stacks * 9.5),
  texts,
})

interface Detected extends RunnerRun {
  /** Paths, sorted. */
  readonly stacks: readonly string[]
}

/** The built action on the merge commit of a pull request, which is checked out. @throws when it fails, or names other stacks than it must. */
export async function detect(
  { folder, main }: LargeRepository,
  change: Change,
  nodeArguments: readonly string[] = [],
): Promise<Detected> {
  const run = await runAsRunner({
    action: 'detect-changes',
    event: pullRequestEvent({ headSha: change.head }),
    inputs: {},
    workspace: folder,
    nodeArguments,
    env: { GITHUB_SHA: change.merge },
  })
  if (run.code !== 0)
    throw new Error(`detect-changes ended with ${run.code ?? 'a signal'}:\n${run.stdout.slice(-2000)}`)
  const base = run.outputs['base-sha']
  if (base !== main) throw new Error(`detect-changes compared with ${base ?? 'nothing'}, not with ${main}`)
  const items = JSON.parse(run.outputs['stacks'] ?? '[]') as ({ readonly path: string } | string)[]
  // Outputs that would be too large hold names only; here a name is a path.
  const stacks = items.map((item) => (typeof item === 'string' ? item : item.path)).sort()
  if (JSON.stringify(stacks) !== JSON.stringify(change.stacks)) {
    const [missing, more] = [without(change.stacks, stacks), without(stacks, change.stacks)]
    throw new Error(
      `${change.name}: ${missing.length} stacks missing (${missing.slice(0, 5).join(', ')}), ${more.length} too many (${more.slice(0, 5).join(', ')})`,
    )
  }
  return { ...run, stacks }
}

const without = (all: readonly string[], some: readonly string[]): string[] => {
  const known = new Set(some)
  return all.filter((one) => !known.has(one))
}

const firstOf = ({ changes }: LargeRepository): Change => {
  const [first] = changes
  if (first === undefined) throw new Error('a repository without a change')
  return first
}

const whatAgainst = (texts: string): string =>
  `detect-changes, 2,000 stacks, ${texts} files, against \`terramate list --changed\``

/** Not measured is not met. */
const NOTHING = { figure: NaN, limit: 0.4, show: show.times }

/** Against terramate, in turn, in the same repository: both look at the merge commit against main. */
async function againstTerramate(bench: Bench, terramate: string, texts: 'usual' | 'short'): Promise<Goal> {
  const repository = await repositoryOf(bench, 2000, texts)
  const change = firstOf(repository)
  await checkOut(repository.folder, change)
  const { a, b } = await paired(
    bench.rounds,
    () => detect(repository, change),
    () => listChanged(terramate, repository.folder, repository.main),
  )
  const [ours, theirs] = [new Set(a[0]?.stacks), b[0]?.stacks ?? []]
  const missed = theirs.filter((path) => !ours.has(path))
  if (missed.length > 0) throw new Error(`terramate lists ${missed.join(', ')}, detect-changes does not`)
  const wall = (runs: readonly { readonly wall: number }[]): string =>
    show.seconds(median(runs.map((run) => run.wall)))
  const cpu = (runs: readonly { readonly cpu: number }[]): string =>
    show.seconds(median(runs.map((run) => run.cpu)))
  const peak = Math.max(...a.map(({ peakMiB }) => peakMiB))
  return {
    what: whatAgainst(texts),
    figure: medianOfPairs({ a, b }, (one, two) => one.wall / two.wall),
    limit: 0.4,
    show: show.times,
    detail: `${wall(a)} (CPU ${cpu(a)}, ${show.mebibytes(peak)}) against ${wall(b)} (CPU ${cpu(b)}); ${ours.size} stacks touched, ${theirs.length} of them known to terramate`,
  }
}

const SIZES = [500, 1000, 2000, 4000]

/**
 * Cost against the size of the repository, whole runs in turn. What the last half of the largest costs per stack is
 * compared with what all beyond the smallest up to there costs, so that the start of the process does not hide growth.
 */
async function againstSize(bench: Bench): Promise<Goal> {
  const repositories: LargeRepository[] = []
  for (const stacks of SIZES) {
    const repository = await repositoryOf(bench, stacks, 'usual')
    await checkOut(repository.folder, firstOf(repository))
    repositories.push(repository)
  }
  const walls: number[][] = repositories.map(() => [])
  for (let round = -1; round < bench.rounds; round += 1) {
    for (const [index, repository] of repositories.entries()) {
      const { wall } = await detect(repository, firstOf(repository))
      if (round >= 0) walls[index]?.push(wall)
    }
  }
  const [t500 = NaN, , t2000 = NaN, t4000 = NaN] = walls.map(median)
  const perThousand = SIZES.map((stacks, index) => {
    const wall = median(walls[index] ?? [])
    return `${show.plain(stacks)}: ${show.milliseconds(wall)}, ${show.milliseconds((wall / stacks) * 1000)}`
  })
  return {
    what: 'detect-changes, cost of one more stack: 2,000 to 4,000 against 500 to 2,000',
    figure: (t4000 - t2000) / 2000 / ((t2000 - t500) / 1500),
    limit: 1.3,
    show: show.times,
    detail: `stacks: whole run, per 1,000 stacks: ${perThousand.join('; ')}`,
  }
}

/** Cost against the size of the change, in one repository, in turn. */
async function againstChange(bench: Bench): Promise<Goal> {
  const repository = await repositoryOf(bench, 2000, 'usual')
  const walls: number[][] = repository.changes.map(() => [])
  const runs = new Map<Change, Detected>()
  for (let round = -1; round < bench.rounds; round += 1) {
    for (const [index, change] of repository.changes.entries()) {
      await checkOut(repository.folder, change)
      const run = await detect(repository, change)
      runs.set(change, run)
      if (round >= 0) walls[index]?.push(run.wall)
    }
  }
  const last = repository.changes.length - 1
  const ratios = (walls[last] ?? []).map((wall, round) => wall / (walls[0]?.[round] ?? NaN))
  const detail = repository.changes.map(
    (change, index) =>
      `${show.plain(change.files.length)} files: ${show.milliseconds(median(walls[index] ?? []))}, ${runs.get(change)?.stacks.length ?? NaN} stacks`,
  )
  return {
    what: 'detect-changes, 1,000 changed files against 4',
    figure: median(ratios),
    limit: 1.3,
    show: show.times,
    detail: detail.join('; '),
  }
}

async function repositoryOf(
  { folder, say }: Bench,
  stacks: number,
  texts: 'usual' | 'short',
): Promise<LargeRepository> {
  const path = join(folder, `repository-${stacks}-${texts}`)
  say(`Repository of ${stacks} stacks, ${texts} files: ${path}`)
  return largeRepository(path, sizeOf(stacks, texts), stacks === 2000 ? [FOUR, HUNDRED, THOUSAND] : [FOUR])
}

/** All measures of detect-changes. */
export async function detectChangesGoals(bench: Bench): Promise<Goal[]> {
  const goals: Goal[] = []
  const measure = async (what: string, body: () => Promise<Goal>): Promise<void> => {
    bench.say(`Measuring: ${what} …`)
    goals.push(await body())
  }
  const terramate = await findTerramate(bench.say).catch((thrown: unknown) => thrown)
  for (const texts of ['short', 'usual'] as const) {
    if (typeof terramate === 'string')
      await measure(`${texts} files`, () => againstTerramate(bench, terramate, texts))
    else goals.push({ ...NOTHING, what: whatAgainst(texts), detail: errorMessage(terramate) })
  }
  await measure('cost against the size of the repository', () => againstSize(bench))
  await measure('cost against the size of the change', () => againstChange(bench))
  return goals
}
