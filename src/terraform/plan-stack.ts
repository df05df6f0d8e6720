import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Redactor } from '../core/redactor.ts'
import type { Finding } from '../report/finding.ts'
import { fmtFindings, validateFindings, type CheckResult } from './checks.ts'
import { diagnosticFinding, redactDiagnostic } from './diagnostic-finding.ts'
import { errorsOf, type Diagnostic } from './diagnostics.ts'
import type { Progress } from './events.ts'
import { initStack } from './init.ts'
import { planStack } from './plan.ts'
import { parsePlanJson } from './plan/parse.ts'
import type { RawPlan } from './plan/raw.ts'
import type { Failure } from './run-tool.ts'
import { showPlan } from './show.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'
import { selectWorkspace } from './workspace.ts'

/** What a stack is called, and what tells it from others for good. */
export interface StackSubject {
  readonly key: string
  readonly name: string
  /** Relative to the repository root. */
  readonly path: string
  readonly workspace?: string
}

export type Check = 'fmt' | 'validate'

export interface StackPlanRequest {
  readonly stack: StackSubject
  readonly run: StackRun
  readonly checks: readonly Check[]
  /** Private folder (absolute) for the plan and its JSON. */
  readonly folder: string
  /** What is known to be secret before there is a plan: for the findings of the checks. */
  readonly redactor: Redactor
  /** Called after `init`, before anything else runs in the stack's folder. */
  readonly beforePlan?: () => Promise<void>
  readonly onPhase?: (phase: 'init' | 'plan' | 'show' | 'checks') => void
  readonly onProgress?: (progress: Progress) => void
  /** Lets one stack at a time through `init`: the plugin cache is not safe for two. */
  readonly serially?: <T>(body: () => Promise<T>) => Promise<T>
}

/** What came of it, as the tool gave it: nothing in here may be shown before it is redacted. */
export interface StackPlan {
  readonly stack: StackSubject
  readonly run?: StackRun
  readonly raw?: RawPlan
  readonly failure?: Failure
  /** Warnings, and the errors of `failure`. */
  readonly diagnostics: readonly Diagnostic[]
  /** Of `fmt` and `validate`. */
  readonly findings: readonly Finding[]
  /** The saved plan, when it is a whole one. */
  readonly planFile?: string
  readonly seconds: number
}

/**
 * init → workspace → plan → show, and the checks. A plan that succeeded has validated the code already, so `validate`
 * runs only where there is no plan: it needs no credentials and still finds what is wrong with the code.
 */
export async function makeStackPlan(request: StackPlanRequest, ports: TerraformPorts): Promise<StackPlan> {
  const { stack, run, checks, folder } = request
  const started = ports.clock.now()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const options = { stackPath: stack.path, subject: stack.name, redactor: request.redactor }
  const fmt = checks.includes('fmt') ? await fmtFindings(run, ports, options) : undefined
  const planned = await initAndPlan(request, ports)
  const broken = planned.failure?.cause === 'config'
  const findings = fmt === undefined ? [] : findingsOf(fmt, 'terraform/fmt', request, broken)
  const stopped = planned.failure?.cause === 'cancelled'
  if (planned.failure !== undefined && !broken && !stopped && checks.includes('validate')) {
    request.onPhase?.('checks')
    const dataDir = join(folder, 'validate-data')
    const validated = await validateFindings(run, ports, { ...options, dataDir })
    const told = validated.kind === 'failed' && validated.cause === planned.failure.cause
    findings.push(...findingsOf(validated, 'terraform/validate', request, told))
  }
  return { stack, run, findings, ...planned, seconds: (ports.clock.now() - started) / 1000 }
}

/** Both checks, for a plan that was made elsewhere. */
export async function findingsOfChecks(request: StackPlanRequest, ports: TerraformPorts): Promise<Finding[]> {
  const { run, stack, checks, folder } = request
  const options = { stackPath: stack.path, subject: stack.name, redactor: request.redactor }
  const found: Finding[] = []
  if (checks.includes('fmt'))
    found.push(...findingsOf(await fmtFindings(run, ports, options), 'terraform/fmt', request, false))
  if (checks.includes('validate')) {
    const validated = await validateFindings(run, ports, {
      ...options,
      dataDir: join(folder, 'validate-data'),
    })
    found.push(...findingsOf(validated, 'terraform/validate', request, false))
  }
  return found
}

/** A check that could not be made is an error of its own, unless the plan has already failed for the same reason. */
function findingsOf(result: CheckResult, rule: string, request: StackPlanRequest, told: boolean): Finding[] {
  if (result.kind === 'checked') return [...result.findings]
  if (told) return []
  return errorsOf(result.diagnostics).map((diagnostic) =>
    diagnosticFinding(
      redactDiagnostic(diagnostic, request.redactor),
      request.stack.path,
      request.stack.name,
      rule,
    ),
  )
}

type Planned = Pick<StackPlan, 'raw' | 'failure' | 'diagnostics' | 'planFile'>

async function initAndPlan(request: StackPlanRequest, ports: TerraformPorts): Promise<Planned> {
  const { run, folder, onPhase, onProgress } = request
  const serially = request.serially ?? ((body) => body())
  onPhase?.('init')
  const init = await serially(() => initStack(run, ports, { backend: true }))
  if (init.kind === 'failed') return failed(init)
  const selected = await selectWorkspace(run, ports)
  if (selected.kind === 'failed') return failed(selected, init.diagnostics)
  await request.beforePlan?.()
  onPhase?.('plan')
  const planFile = join(folder, 'plan.tfplan')
  const planned = await planStack(run, ports, {
    planFile,
    ...(selected.workspace === undefined ? {} : { workspace: selected.workspace }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  const before = init.diagnostics
  // After a signal nothing more may be started: what terraform said last must reach the report.
  const cancelled = planned.kind === 'failed' && planned.cause === 'cancelled'
  if (cancelled || (planned.kind === 'failed' && !planned.partialPlan)) return failed(planned, before)
  onPhase?.('show')
  const shown = await readPlan(run, planFile, folder, ports)
  if (planned.kind === 'failed') {
    // The partial plan is worth a look, and tells which values are secret; it is never handed on.
    return {
      ...failed(planned, before),
      ...(shown.raw === undefined ? {} : { raw: { ...shown.raw, errored: true } }),
    }
  }
  const diagnostics = [...before, ...planned.diagnostics]
  if (shown.failure !== undefined) return { ...shown, diagnostics: [...diagnostics, ...shown.diagnostics] }
  const targeted = planned.diagnostics.some(({ summary }) => summary === targetedSummary)
  const raw =
    shown.raw === undefined
      ? {}
      : { raw: { ...whatRunTold(planned.changed), ...shown.raw, ...(targeted ? { complete: false } : {}) } }
  return { ...shown, ...raw, diagnostics, planFile }
}

/** For the JSON of Terraform 1.5, which has neither, and of OpenTofu, which has no `applyable`. */
function whatRunTold(changed: boolean): Pick<RawPlan, 'errored' | 'applyable'> {
  return { errored: false, ...(changed ? { applyable: true } : {}) }
}

/** Terraform before 1.8 and OpenTofu do not say in the JSON (`complete`) that a plan has targets; all warn of it. */
const targetedSummary = 'Resource targeting is in effect'

/** Reads a saved plan through `show -json`; its JSON goes to a private file, never to the log. */
export async function readPlan(
  run: StackRun,
  planFile: string,
  folder: string,
  ports: TerraformPorts,
): Promise<Planned> {
  const jsonFile = join(folder, 'plan.json')
  const shown = await showPlan(run, planFile, jsonFile, ports)
  if (shown.kind === 'failed') return failed(shown)
  return { raw: parsePlanJson(await readFile(shown.jsonFile, 'utf8')), diagnostics: [] }
}

function failed(failure: Failure, before: readonly Diagnostic[] = []): Planned {
  return { failure, diagnostics: [...before, ...failure.diagnostics] }
}
