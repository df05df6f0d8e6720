import { mkdir, readFile } from 'node:fs/promises'
import type { Check, StackPlan, StackSubject } from './plan-stack.ts'
import { classifyPlanFile } from './plan-input.ts'
import { parsePlanJson } from './plan/parse.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'
import type { Redactor } from '../core/redactor.ts'

export interface GivenPlanOptions {
  /** Private folder (absolute) for what is made of the plan. */
  readonly folder: string
  /** The tool, found only when it is needed: plan JSON needs none. */
  readonly run: () => Promise<StackRun>
  readonly early: Redactor
  readonly checks: readonly Check[]
}

/** A plan that somebody else made: a saved plan is shown by the tool that made it, plan JSON is taken as it is. */
export async function givenPlan(
  stack: StackSubject,
  planFile: string,
  options: GivenPlanOptions,
  ports: TerraformPorts,
): Promise<StackPlan> {
  const started = ports.clock.now()
  const seconds = (): number => (ports.clock.now() - started) / 1000
  const kind = await classifyPlanFile(planFile)
  if (kind.kind === 'plan-json' && options.checks.length === 0) {
    const raw = parsePlanJson(await textOf(planFile))
    return { stack, raw, diagnostics: [], findings: [], seconds: seconds() }
  }
  const run = await options.run()
  const { findingsOfChecks, readPlan } = await import('./plan-stack.ts')
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  const request = { stack, run, checks: options.checks, folder: options.folder, redactor: options.early }
  const findings = await findingsOfChecks(request, ports)
  if (kind.kind === 'plan-json') {
    const raw = parsePlanJson(await textOf(planFile))
    return { stack, run, raw, diagnostics: [], findings, seconds: seconds() }
  }
  const shown = await readPlan(run, planFile, options.folder, ports)
  return { stack, run, findings, ...shown, seconds: seconds() }
}

/** As one string: read with an encoding, a file comes in pieces that are then put together. */
async function textOf(path: string): Promise<string> {
  return (await readFile(path)).toString('utf8')
}
