import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeStory, PASSPHRASE, type Story } from '../test/lab/gitops-story.ts'
import type { Bench } from './bench-options.ts'
import type { Goal } from './goals.ts'
import * as show from './goals.ts'
import { median, runOnce } from './measure.ts'
import { terraformPath } from './terraform-path.ts'

const RESOURCES = 50

interface ApplyFigures {
  /** Seconds of the whole action, start of the process to its end. */
  readonly action: number
  /** Seconds of terraform alone: `init`, `show -json`, `apply`. */
  readonly terraform: number
  readonly gitHubCalls: readonly string[]
  readonly artifactCalls: number
}

/** A stack whose resources all change with `value`. */
function stackOf(state: string, value: number): string {
  return `terraform {
  backend "local" {
    path = ${JSON.stringify(state)}
  }
}
resource "terraform_data" "item" {
  count = ${RESOURCES}
  input = { name = "item-\${count.index}", release = "1.${value}.0" }
}
output "release" {
  value = terraform_data.item[0].output.release
}
`
}

/** One pull request: planned, merged, applied by the built action; then the same by terraform alone. */
async function applyOnce(story: Story, tool: string, folder: string, round: number): Promise<ApplyFigures> {
  const [ours, alone] = [join(story.states, 'ours.tfstate'), join(story.states, 'alone.tfstate')]
  const env = { PATH: `${dirname(tool)}:${process.env['PATH'] ?? ''}` }
  const inputs = { stack: 'infra', 'plan-passphrase': PASSPHRASE }
  const pull = await story.open({ 'infra/main.tf': stackOf(ours, round) })
  const planned = await story.run('terraform-plan-comment', pull, inputs, { env })
  if (planned.code !== 0)
    throw new Error(`the plan ended with ${planned.code ?? 'a signal'}:\n${planned.log}`)
  const at = await story.merge([pull], 'squash')
  const [calls, requests] = [story.lab.calls.length, story.results.calls.length]
  const applied = await story.onMain('terraform-apply', at, { ...inputs, 'base-sha': at.before }, { env })
  if (applied.code !== 0 || applied.outputs['applied'] !== 'true') {
    throw new Error(`terraform-apply ended with ${applied.code ?? 'a signal'}:\n${applied.log}`)
  }
  return {
    action: applied.seconds,
    terraform: await terraformAlone(tool, join(folder, `round-${round}`), stackOf(alone, round)),
    gitHubCalls: story.lab.calls.slice(calls).map(({ operationId }) => operationId ?? '?'),
    artifactCalls: story.results.calls.length - requests,
  }
}

async function terraformAlone(tool: string, folder: string, source: string): Promise<number> {
  const [planning, applying] = [join(folder, 'plan'), join(folder, 'apply')]
  const planFile = join(folder, 'saved.tfplan')
  for (const name of [planning, applying]) {
    await mkdir(name, { recursive: true })
    await writeFile(join(name, 'main.tf'), source)
  }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    TF_IN_AUTOMATION: 'true',
    CHECKPOINT_DISABLE: '1',
  }
  const run = async (cwd: string, ...args: string[]): Promise<number> => {
    const { code, wall } = await runOnce(tool, args, { cwd, env })
    if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code ?? 'a signal'}`)
    return wall
  }
  await run(planning, 'init', '-input=false')
  await run(planning, 'plan', '-input=false', `-out=${planFile}`)
  // As a fresh checkout has it.
  await cp(join(planning, '.terraform.lock.hcl'), join(applying, '.terraform.lock.hcl')).catch(
    () => undefined,
  )
  const seconds =
    (await run(applying, 'init', '-input=false', '-lockfile=readonly')) +
    (await run(applying, 'show', '-json', planFile)) +
    (await run(applying, 'apply', '-json', '-input=false', planFile))
  await rm(folder, { recursive: true })
  return seconds
}

/** The whole action on a sealed plan of a merged pull request, against the terraform commands that it runs. */
export async function applyGoals({ rounds, temporary, say }: Bench): Promise<Goal[]> {
  say(`terraform-apply: ${rounds} rounds, ${RESOURCES} resources`)
  const tool = terraformPath()
  await using story = await makeStory()
  await story.push({ '.github/workflows/gitops.yml': 'on: [pull_request, push]\n', 'README.md': 'Infra\n' })
  const all: ApplyFigures[] = []
  for (let round = -1; round < rounds; round += 1) {
    const figures = await applyOnce(story, tool, join(temporary, 'apply'), round + 1)
    if (round >= 0) all.push(figures)
  }
  const problems = [...story.lab.problems, ...story.results.problems]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const of = (figure: (one: ApplyFigures) => number): number => median(all.map(figure))
  const least = Math.min(...all.map(({ action, terraform }) => action - terraform))
  const gitHub = all[0]?.gitHubCalls ?? []
  return [
    {
      what: "terraform-apply's own time beyond terraform's",
      figure: of(({ action, terraform }) => action - terraform),
      limit: 0.5,
      show: show.seconds,
      detail: `least ${show.seconds(least)}; the whole action ${show.seconds(of(({ action }) => action))}, terraform init, show and apply alone ${show.seconds(of(({ terraform }) => terraform))}; ${gitHub.length} GitHub calls, ${of(({ artifactCalls }) => artifactCalls)} to the results service`,
    },
  ]
}
