import type { Redactor } from '../../core/redactor.ts'
import type { Finding } from '../../report/finding.ts'
import { diagnosticFinding, redactDiagnostic } from '../diagnostic-finding.ts'
import { planModel } from '../plan/model.ts'
import { planDigest } from '../plan/digest.ts'
import type { StackPlan } from '../plan-stack.ts'
import { shellWord } from '../shell-word.ts'
import type { StackRun } from '../stack-run.ts'
import { nameOnly, withoutValues } from '../tool-arguments.ts'
import { failureWords } from './failure-words.ts'
import type { PlanOutcome } from './outcome.ts'

/**
 * What came of planning, redacted: from here on everything may be shown. A plan that failed only for want of what other
 * stacks will bring is none: nothing of it is kept but what was said.
 */
export function planOutcome(
  plan: StackPlan,
  redactor: Redactor,
  { waitsFor, gone }: Pick<PlanOutcome, 'waitsFor' | 'gone'> = {},
): PlanOutcome {
  const { stack, run } = plan
  const { raw, failure } = waitsFor === undefined ? plan : {}
  const diagnostics = plan.diagnostics.map((diagnostic) =>
    diagnosticFinding(redactDiagnostic(diagnostic, redactor), stack.path, stack.name),
  )
  return {
    stack,
    ...(raw === undefined ? {} : { model: planModel(raw, redactor), digest: planDigest(raw, redactor) }),
    ...(failure === undefined ? {} : { failure: failureWords(failure, redactor) }),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    ...(gone === undefined ? {} : { gone }),
    findings: [...(waitsFor === undefined ? diagnostics : diagnostics.map(asNotice)), ...plan.findings],
    ...(run === undefined
      ? {}
      : { tool: { name: run.binary.tool, version: run.binary.version, reason: run.binary.reason } }),
    reproduce: run === undefined ? [] : reproduceLines(run, stack.path),
    seconds: plan.seconds,
  }
}

/** What is not there yet is no error. */
const asNotice = (finding: Finding): Finding =>
  finding.severity === 'error' ? { ...finding, severity: 'notice' } : finding

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
