import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planTool } from '../scripts/lib/terraform-cli.ts'
import { distFigures, loadedFigures, runBuiltAction, type ActionFigures } from './built-action.ts'
import { startGitHubProcess, type GitHubProcess } from './github.ts'
import type { Goal } from './goals.ts'
import * as show from './goals.ts'
import { reportOnce } from './in-process.ts'
import { realUpdatesPlan, writeLargePlan, type RealPlan } from './large-plan.ts'
import { median, medianOfPairs, paired, runOnce } from './measure.ts'
import { terraformPath } from './terraform-path.ts'
import type { Bench } from './bench-options.ts'

async function wholeAction(
  plan: RealPlan,
  terraform: string,
  github: GitHubProcess,
  rounds: number,
): Promise<Goal[]> {
  const showJson = {
    cwd: join(plan.planFile, '../stack'),
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir() },
  }
  const pairs = await paired(
    rounds,
    async () => {
      const run = await runBuiltAction(plan.jsonFile, github)
      return { wall: run.wall, cpu: run.cpu, calls: run.gitHub.calls }
    },
    async () => {
      const run = await runOnce(terraform, ['show', '-json', plan.planFile], showJson)
      if (run.code !== 0) throw new Error('terraform show failed')
      return { wall: run.wall, cpu: run.cpu, calls: [] as readonly string[] }
    },
  )
  const [action, tool] = [median(pairs.a.map(({ wall }) => wall)), median(pairs.b.map(({ wall }) => wall))]
  const [actionCpu, toolCpu] = [median(pairs.a.map(({ cpu }) => cpu)), median(pairs.b.map(({ cpu }) => cpu))]
  const calls = pairs.a.map((run) => run.calls)
  if (!calls.every((made) => made.includes('issues/update-comment 200')))
    throw new Error('no comment was updated')
  const most = calls.reduce((a, b) => (b.length > a.length ? b : a))
  return [
    {
      what: 'whole action, 1,001 updates, against `terraform show -json`',
      figure: medianOfPairs(pairs, (a, b) => a.wall / b.wall),
      limit: 0.4,
      show: show.times,
      detail: `${show.milliseconds(action)} (CPU ${show.milliseconds(actionCpu)}) against ${show.milliseconds(tool)} (CPU ${show.milliseconds(toolCpu)})`,
    },
    {
      what: 'GitHub calls of an update, 100 comments',
      figure: most.length,
      limit: 3,
      show: show.plain,
      detail: most.map((call) => call.replace(/ \d+$/, '')).join(', '),
    },
  ]
}

async function inProcess(plan: RealPlan, rounds: number): Promise<Goal> {
  const text = await readFile(plan.jsonFile, 'utf8')
  for (let warm = 0; warm < 5; warm += 1) reportOnce(text)
  const figures = Array.from({ length: rounds * 5 }, () => reportOnce(text))
  return {
    what: 'model, diff and Markdown in process, against `JSON.parse`',
    figure: median(figures.map(({ report, parse }) => report / parse)),
    limit: 3,
    show: show.times,
    detail: `${show.milliseconds(median(figures.map(({ report }) => report)))} against ${show.milliseconds(median(figures.map(({ parse }) => parse)))}`,
  }
}

async function largePlan(
  folder: string,
  kind: 'updates' | 'mixed',
  github: GitHubProcess,
  rounds: number,
): Promise<Goal[]> {
  const file = join(folder, `large-${kind}.json`)
  if (!existsSync(file)) await writeLargePlan(file, { resources: 15_000, kind })
  const runs: ActionFigures[] = []
  for (let round = 0; round < Math.max(3, Math.ceil(rounds / 2)); round += 1)
    runs.push(await runBuiltAction(file, github))
  const what = `15,000 resources (${kind}), ${show.megabytes((await stat(file)).size)}`
  const worst = (pick: (run: ActionFigures) => number): number => Math.max(...runs.map(pick))
  return [
    {
      what: `${what}: time`,
      figure: median(runs.map(({ wall }) => wall)),
      limit: 3,
      show: show.seconds,
      detail: `CPU ${show.seconds(median(runs.map(({ cpu }) => cpu)))}, slowest ${show.seconds(worst(({ wall }) => wall))}`,
    },
    {
      what: `${what}: peak memory`,
      figure: worst(({ peakMiB }) => peakMiB),
      limit: 700,
      show: show.mebibytes,
      detail: 'highest of all runs',
    },
    {
      what: `${what}: comment`,
      figure: worst(({ gitHub }) => gitHub.body.length || NaN),
      limit: 65_536,
      show: show.plain,
      detail: 'UTF-16 units',
    },
    {
      what: `${what}: summary`,
      figure: worst(({ summaryBytes }) => summaryBytes || NaN),
      limit: 1_048_576,
      show: show.plain,
      detail: 'bytes',
    },
  ]
}

async function startUp(plan: RealPlan, github: GitHubProcess, { rounds, temporary }: Bench): Promise<Goal> {
  const empty = join(temporary, 'empty.mjs')
  await writeFile(empty, '')
  const pairs = await paired(
    rounds * 2,
    async () => (await runBuiltAction(plan.jsonFile, github)).firstOutput ?? NaN,
    async () => (await runOnce(process.execPath, [empty])).wall,
  )
  return {
    what: 'start to the first own line, over an empty Node process',
    figure: medianOfPairs(pairs, (a, b) => a - b),
    limit: 0.12,
    show: show.milliseconds,
    detail: `${show.milliseconds(median(pairs.a))} less ${show.milliseconds(median(pairs.b))}`,
  }
}

async function sizes(plan: RealPlan, github: GitHubProcess): Promise<Goal[]> {
  const dist = await distFigures()
  const loaded = await loadedFigures(plan.jsonFile, github)
  return [
    { what: 'dist', figure: dist.bytes, limit: 5e6, show: show.megabytes, detail: `${dist.files} files` },
    {
      what: 'eager code of an action',
      figure: loaded.eager,
      limit: 1.2e6,
      show: show.megabytes,
      detail: `${loaded.eagerFiles} files; ${show.megabytes(loaded.all)} until the comment is written`,
    },
  ]
}

/** All measures of terraform-plan-comment, and of dist/. */
export async function planCommentGoals(bench: Bench): Promise<Goal[]> {
  const { folder, rounds, say, temporary } = bench
  const github = await startGitHubProcess()
  try {
    const terraform = terraformPath()
    const tool = await planTool(`terraform=${terraform}`, join(temporary, 'home'))
    say(`Terraform ${tool.version}`)
    const real = join(folder, 'real')
    const made = { planFile: join(real, 'plan.tfplan'), jsonFile: join(real, 'plan.json') }
    if (!existsSync(made.jsonFile)) say('Making a real plan of 1,001 updates …')
    const plan = existsSync(made.jsonFile) ? made : await realUpdatesPlan(real, 1001, terraform)
    // Makes the comment that all later runs update.
    await runBuiltAction(plan.jsonFile, github)
    const goals: Goal[] = []
    const measure = async (what: string, body: () => Promise<Goal | Goal[]>): Promise<void> => {
      say(`Measuring: ${what} …`)
      goals.push(...[await body()].flat())
    }
    await measure('the whole action', () => wholeAction(plan, terraform, github, rounds))
    await measure('in process', () => inProcess(plan, rounds))
    await measure('15,000 updates', () => largePlan(folder, 'updates', github, rounds))
    await measure('15,000 changes of all kinds', () => largePlan(folder, 'mixed', github, rounds))
    await measure('start', () => startUp(plan, github, bench))
    await measure('sizes', () => sizes(plan, github))
    return goals
  } finally {
    github.stop()
  }
}
