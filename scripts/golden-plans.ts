/**
 * Makes the golden plans in test/fixtures/plans again, by real tools:
 *
 *   node scripts/golden-plans.ts --tool terraform=PATH --tool tofu=PATH [--only SCENARIO] [--check]
 *   node scripts/golden-plans.ts --tool terraform=PATH --aws --aws-mirror DIR [--check]
 *
 * Each scenario is a folder: `base/` is applied, `head/` is planned, `scenario.json` says the rest.
 * With --check nothing is written: a plan that would differ is named, and the exit code is 1.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { satisfies } from 'semver'
import { plansFolder, readScenario, scenarioNames } from '../test/lab/plans.ts'
import { makeAwsPlans } from './lib/aws-plans.ts'
import { stablePlan } from './lib/plan-json.ts'
import { editState, stableState } from './lib/state-file.ts'
import type { PlanTool } from './lib/terraform-cli.ts'
import { planTool, terraform } from './lib/terraform-cli.ts'

const { values } = parseArgs({
  options: {
    tool: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', multiple: true },
    check: { type: 'boolean', default: false },
    aws: { type: 'boolean', default: false },
    'aws-mirror': { type: 'string' },
  },
})

const work = await mkdtemp(join(tmpdir(), 'golden-plans-'))
const home = join(work, 'home')
let differences = 0
try {
  const tools = await Promise.all(values.tool.map((tool) => planTool(tool, home)))
  if (tools.length === 0) throw new Error('--tool terraform=PATH is missing')
  const wanted = scenarioNames().filter((name) => values.only?.includes(name) ?? true)
  if (values.aws) {
    const mirror = values['aws-mirror']
    if (mirror === undefined) throw new Error('--aws-mirror DIR is missing: where the AWS provider is')
    const scenarios = wanted.filter((name) => name.startsWith('aws-'))
    await makeAwsPlans({ tools, scenarios, mirror, work, save })
  } else {
    for (const name of wanted.filter((name) => !name.startsWith('aws-'))) {
      for (const tool of tools) await makePlan(name, tool)
    }
  }
} finally {
  await rm(work, { recursive: true })
}
if (differences > 0) process.exitCode = 1

async function makePlan(name: string, tool: PlanTool): Promise<void> {
  const scenario = readScenario(name)
  const range = scenario.versions === undefined ? '*' : scenario.versions[tool.name]
  if (range === undefined || !satisfies(tool.version, range)) return

  const source = join(plansFolder, name)
  const cwd = join(work, `${name}-${tool.name}-${tool.version}`)
  const state = join(cwd, 'terraform.tfstate')
  const options = { cwd, home }
  await mkdir(cwd)
  if (existsSync(join(source, 'base'))) {
    await cp(join(source, 'base'), cwd, { recursive: true })
    await terraform(tool.path, ['init', '-input=false', '-no-color'], options)
    await terraform(tool.path, ['apply', '-input=false', '-no-color', '-auto-approve'], options)
    const applied = editState(stableState(await readFile(state, 'utf8'), name), scenario)
    await rm(cwd, { recursive: true })
    await mkdir(cwd)
    await writeFile(state, applied)
  }
  await cp(join(source, 'head'), cwd, { recursive: true })
  await terraform(tool.path, ['init', '-input=false', '-no-color'], options)
  const plan = [
    'plan',
    '-input=false',
    '-no-color',
    '-detailed-exitcode',
    '-out=plan',
    ...(scenario.planArgs ?? []),
  ]
  const accept = scenario.exitCode === undefined ? [0, 2] : [scenario.exitCode]
  const { code } = await terraform(tool.path, plan, { ...options, accept })
  if (!existsSync(join(cwd, 'plan'))) {
    console.log(`${name}: ${tool.name} ${tool.version} writes no plan (exit ${code})`)
    return
  }
  const { stdout } = await terraform(tool.path, ['show', '-json', 'plan'], options)
  await save(name, tool, stablePlan(stdout), `exit ${code}`)
}

/** Writes one golden plan, or with --check compares it. */
async function save(name: string, tool: PlanTool, text: string, note: string): Promise<void> {
  const file = join(plansFolder, name, `${tool.name}-${tool.version}.json`)
  const old = existsSync(file) ? await readFile(file, 'utf8') : undefined
  const same = old === text
  if (!same && values.check) differences += 1
  if (!same && !values.check) await writeFile(file, text)
  const state = same ? 'same' : values.check ? 'DIFFERENT' : 'written'
  console.log(`${name}: ${tool.name} ${tool.version}, ${note}, ${text.length} characters, ${state}`)
}
