import type { Redactor } from '../../core/redactor.ts'
import { diagnosticFinding, redactDiagnostic } from '../diagnostic-finding.ts'
import { errorsOf } from '../diagnostics.ts'
import { planModel } from '../plan/model.ts'
import { planDigest } from '../plan/digest.ts'
import type { StackPlan } from '../plan-stack.ts'
import type { StackRun } from '../stack-run.ts'
import { nameOnly, withoutValues } from '../tool-arguments.ts'
import type { PlanFailure, PlanOutcome } from './outcome.ts'

/** What came of planning, redacted: from here on everything may be shown. */
export function planOutcome(plan: StackPlan, redactor: Redactor): PlanOutcome {
  const { stack, raw, failure, run } = plan
  const diagnostics = plan.diagnostics.map((diagnostic) =>
    diagnosticFinding(redactDiagnostic(diagnostic, redactor), stack.path, stack.name),
  )
  return {
    stack,
    ...(raw === undefined ? {} : { model: planModel(raw, redactor), digest: planDigest(raw, redactor) }),
    ...(failure === undefined ? {} : { failure: failureWords(failure, redactor) }),
    findings: [...diagnostics, ...plan.findings],
    ...(run === undefined
      ? {}
      : { tool: { name: run.binary.tool, version: run.binary.version, reason: run.binary.reason } }),
    reproduce: run === undefined ? [] : reproduceLines(run, stack.path),
    seconds: plan.seconds,
  }
}

function failureWords(failure: NonNullable<StackPlan['failure']>, redactor: Redactor): PlanFailure {
  const [first] = errorsOf(failure.diagnostics)
  return {
    phase: failure.phase,
    cause: failure.cause,
    message: redactor.redact(first?.summary ?? 'it said nothing of why'),
    ...(failure.help === undefined ? {} : { help: failure.help }),
    ...(failure.lock === undefined ? {} : { lock: failure.lock }),
  }
}

/** The commands of this plan for a shell. Values of variables and backend settings are left out: they may be secret. */
function reproduceLines(run: StackRun, path: string): string[] {
  const tool = run.binary.tool
  const backend = run.backendConfig.map((entry) => `-backend-config=${nameOnly(entry)}`)
  const files = run.varFiles.map((file) => `-var-file=${file}`)
  return [
    `cd ${shellWord(path)}`,
    [tool, 'init', ...backend, ...withoutValues(run.initArgs)].map(shellWord).join(' '),
    ...(run.workspace === undefined
      ? []
      : [[tool, 'workspace', 'select', run.workspace].map(shellWord).join(' ')]),
    [tool, 'plan', ...files, ...withoutValues(run.planArgs)].map(shellWord).join(' '),
  ]
}

/** As a POSIX shell reads one word. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
