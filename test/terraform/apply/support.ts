import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { editState } from '../../../scripts/lib/state-file.ts'
import { applySavedPlan, type ApplyRequest } from '../../../src/terraform/apply/apply-stack.ts'
import { prepareApply } from '../../../src/terraform/apply/prepare.ts'
import type { StackApply } from '../../../src/terraform/apply/stack-apply.ts'
import { readPlan, type StackSubject } from '../../../src/terraform/plan-stack.ts'
import type { RawPlan } from '../../../src/terraform/plan/raw.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import { toolEnv } from '../../../src/terraform/stack-run.ts'
import { plansFolder, readScenario } from '../../lab/plans.ts'
import { recordingExec } from '../../lab/recording-exec.ts'
import { must, testPorts, write } from '../support.ts'

export const subject: StackSubject = { key: 'k', name: 'infra/app', path: 'infra/app' }

export interface Planned {
  readonly raw: RawPlan
  readonly planFile: string
}

/** Plans an initialised stack and reads the plan. */
export async function planned(run: StackRun, ...args: string[]): Promise<Planned> {
  const planFile = join(run.directory, '..', `${Math.random()}.tfplan`)
  const exec = recordingExec()
  const made = await exec(run.binary.path, ['plan', '-input=false', `-out=${planFile}`, ...args], {
    cwd: run.directory,
    env: toolEnv(run),
  })
  if (made.code !== 0) throw new Error(`plan: ${made.stdout}${made.stderr}`)
  const { raw, failure } = await readPlan(run, planFile, join(run.directory, '..'), testPorts())
  if (raw === undefined) throw new Error(JSON.stringify(failure))
  return { raw, planFile }
}

export async function applied(
  run: StackRun,
  plan: Planned,
  more: Partial<ApplyRequest> = {},
): Promise<StackApply> {
  return applySavedPlan({ stack: subject, run, ...plan, ...more }, testPorts())
}

/** `address action state` of each resource, sorted. */
export const rows = (apply: StackApply): string[] =>
  apply.resources
    .map(({ address, deposed = '', action, state, half = '' }) =>
      [address, deposed, action, state, half].filter((word) => word !== '').join(' '),
    )
    .sort()

/** Makes ready what stands in the folder and says so when it cannot be. */
export async function ready(run: StackRun): Promise<void> {
  const prepared = await prepareApply(run, testPorts())
  if (prepared.kind === 'failed') throw new Error(JSON.stringify(prepared.diagnostics))
}

/** Brings a folder to where the plan of a golden scenario begins, and plans it. */
export async function plannedScenario(name: string, run: StackRun): Promise<Planned> {
  const scenario = readScenario(name)
  const state = join(run.directory, 'terraform.tfstate')
  const base = join(plansFolder, name, 'base')
  if (existsSync(base)) {
    await cp(base, run.directory, { recursive: true })
    await must(run, 'init', '-input=false')
    await must(run, 'apply', '-input=false', '-auto-approve')
  }
  if (existsSync(state)) await writeFile(state, editState(await readFile(state, 'utf8'), scenario))
  await cp(join(plansFolder, name, 'head'), run.directory, { recursive: true })
  await must(run, 'init', '-input=false')
  return planned(run, ...(scenario.planArgs ?? []))
}

/** A stack in a folder of its own below another, so that plans can stand beside it. */
export async function stackOf(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  const directory = join(folder, 'stack')
  await write(directory, files)
  return directory
}
