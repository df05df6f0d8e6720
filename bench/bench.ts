/**
 * Measures the built actions against the goals of the project, as ratios in one run: `npm run build`, then
 * `npm run bench`. Prints a table and exits 1 when a goal is missed. Linux; about six minutes, and two more once for
 * building terramate. Everything is made in a temporary folder. `--rounds N` (default 7) changes how often each pair is
 * run, `--plans DIR` keeps plans and repositories there for the next run, `--only ACTION` measures one action.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { applyGoals } from './apply.ts'
import type { Bench } from './bench-options.ts'
import { detectChangesGoals } from './detect-changes.ts'
import { goalTable, isMet, type Goal } from './goals.ts'
import { planCommentGoals } from './plan-comment.ts'
import { reportGoals } from './report.ts'
import { sealGoals } from './seal.ts'

const MEASURES: Readonly<Record<string, (bench: Bench) => Promise<Goal[]>>> = {
  'terraform-plan-comment': planCommentGoals,
  'detect-changes': detectChangesGoals,
  'terraform-apply': applyGoals,
  report: reportGoals,
  seal: sealGoals,
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    plans: { type: 'string' },
    only: { type: 'string' },
  },
})
const names = values.only === undefined ? Object.keys(MEASURES) : [values.only]
const temporary = await mkdtemp(join(tmpdir(), 'gitops-bench-'))
const bench: Bench = {
  folder: values.plans === undefined ? temporary : resolve(values.plans),
  temporary,
  rounds: Math.max(1, Math.floor(Number(values.rounds)) || 7),
  say: (text) => void process.stderr.write(`${text}\n`),
}
try {
  const goals: Goal[] = []
  for (const name of names) {
    const measure = MEASURES[name]
    if (measure === undefined) throw new Error(`--only: ${Object.keys(MEASURES).join(' or ')}`)
    goals.push(...(await measure(bench)))
  }
  const [cpu] = cpus()
  process.stdout.write(`${goalTable(goals)}\n\n`)
  process.stdout.write(
    `Node ${process.version.slice(1)}, ${availableParallelism()} × ${cpu?.model ?? 'unknown processor'}, medians of ${bench.rounds} rounds and more, ${new Date().toISOString().slice(0, 10)}\n`,
  )
  const missed = goals.filter((goal) => !isMet(goal))
  if (missed.length > 0) bench.say(`${missed.length} of ${goals.length} goals missed`)
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  await rm(temporary, { recursive: true, force: true })
}
