import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../report/finding.ts'
import { diagnosticFinding, fingerprint, redactDiagnostic, repositoryFile } from './diagnostic-finding.ts'
import type { Redactor } from '../core/redactor.ts'
import { diagnosticText, errorsOf, parseValidateOutput } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'
import { parseFmtOutput } from './fmt-diff.ts'
import type { UnformattedFile } from './fmt-diff.ts'
import { initStack } from './init.ts'
import { failureOf, runTool, succeeded } from './run-tool.ts'
import type { Failure, ToolRun } from './run-tool.ts'
import { checkStackDirectory } from './stack-run.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'

/** `checked` with no finding is the only good end; `failed` is "could not tell". */
export type CheckResult =
  { readonly kind: 'checked'; readonly findings: readonly Finding[]; readonly seconds: number } | Failure

export interface CheckOptions {
  /** The stack's directory relative to the repository's root. */
  readonly stackPath: string
  /** Name of the stack in findings. */
  readonly subject: string
  readonly redactor: Redactor
  /** Milliseconds, for each run. */
  readonly timeoutMs?: number
}

export interface ValidateOptions extends CheckOptions {
  /**
   * Private folder (absolute; the caller removes it) for the modules and providers of this check alone. Without it the
   * stack must be initialised already.
   */
  readonly dataDir?: string
}

/**
 * `fmt -check` on the stack's own files, without those of its modules. Exit code 3 says that files differ, 2 that it
 * could not be told; a directory with no configuration is a `UserError`.
 */
export async function fmtFindings(
  stack: StackRun,
  ports: TerraformPorts,
  options: CheckOptions,
): Promise<CheckResult> {
  await checkStackDirectory(stack.directory)
  let fmt = await runFmt(stack, ports, options, ['-diff'])
  // Both tools call the program `diff`; where it is missing the lines are not known, but the files are.
  if (fmt.diagnostics.some((d) => /Failed to generate diff/.test(diagnosticText(d)))) {
    fmt = await runFmt(stack, ports, options, [])
  }
  const { code, seconds } = fmt.result
  if (!succeeded(fmt, [0, 3])) return failureOf(fmt)
  const files = parseFmtOutput(fmt.result.stdout)
  if (code === 3 && files.length === 0) return failureOf(fmt, nothingNamed)
  return { kind: 'checked', findings: files.map((found) => fmtFinding(found, stack, options)), seconds }
}

const nothingNamed: Diagnostic = {
  severity: 'error',
  summary: 'fmt says that files are not formatted, but names none',
  detail: '',
}

async function runFmt(
  stack: StackRun,
  ports: TerraformPorts,
  { timeoutMs }: CheckOptions,
  args: readonly string[],
): Promise<ToolRun> {
  return await runTool(stack, 'fmt', ['fmt', '-check', '-list=true', '-no-color', ...args], ports, {
    document: true,
    keepBytes: maxOutput,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
}

function fmtFinding(
  { file, line }: UnformattedFile,
  stack: StackRun,
  { stackPath, subject }: CheckOptions,
): Finding {
  const path = repositoryFile(file, stackPath)
  const rule = 'terraform/fmt'
  return {
    rule,
    severity: 'warning',
    message: `${file} is not formatted`,
    help: `Run \`${stack.binary.tool} fmt\` in the directory of the stack.`,
    subject,
    ...(path === undefined ? {} : { location: { file: path, ...(line === undefined ? {} : { line }) } }),
    fingerprint: fingerprint([rule, subject, file]),
  }
}

/**
 * `validate` without credentials: `init -backend=false` in a data directory of its own, then `validate -json`. With no
 * `dataDir` the stack must be initialised already. The lock file of the stack is put back as it was.
 */
export async function validateFindings(
  stack: StackRun,
  ports: TerraformPorts,
  options: ValidateOptions,
): Promise<CheckResult> {
  await checkStackDirectory(stack.directory)
  const { dataDir, redactor, stackPath, subject } = options
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }
  const findingsOf = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map((d) =>
      diagnosticFinding(redactDiagnostic(d, redactor), stackPath, subject, 'terraform/validate'),
    )
  let used = stack
  let seconds = 0
  if (dataDir !== undefined) {
    used = { ...stack, dataDir }
    const init = await keepLockFile(stack.directory, () =>
      initStack(used, ports, { backend: false, ...timeout }),
    )
    seconds = init.seconds
    if (init.kind === 'failed') {
      // Faults in the code are found by init already; anything else leaves the question open.
      const inCode =
        init.cause === 'config' && errorsOf(init.diagnostics).every(({ file }) => file !== undefined)
      return inCode ? { kind: 'checked', findings: findingsOf(init.diagnostics), seconds } : init
    }
  }
  const validate = await runTool(used, 'validate', ['validate', '-json', '-no-color'], ports, {
    document: true,
    keepBytes: maxOutput,
    ...timeout,
  })
  seconds += validate.result.seconds
  const output = parseValidateOutput(validate.result.stdout)
  if (output === undefined || !succeeded(validate, [0, 1]))
    return { ...failureOf(validate, noAnswer), seconds }
  const errors = errorsOf(output.diagnostics).length
  if (output.valid !== (validate.result.code === 0) || output.valid !== (errors === 0)) {
    return { ...failureOf(validate, contradicts), seconds }
  }
  // The tool asks for an init in words of an error in the code.
  if (output.diagnostics.some((d) => notInitialised.test(diagnosticText(d)))) {
    return { ...failureOf({ ...validate, diagnostics: output.diagnostics }), cause: 'init', seconds }
  }
  return { kind: 'checked', findings: findingsOf(output.diagnostics), seconds }
}

/** Bytes of `fmt` and `validate` output that are read. */
const maxOutput = 16 * 1024 * 1024
const notInitialised =
  /Module not installed|Missing required provider|Required plugins are not installed|Inconsistent dependency lock file/
const noAnswer: Diagnostic = {
  severity: 'error',
  summary: 'validate gave no answer that can be read',
  detail: '',
}
const contradicts: Diagnostic = {
  severity: 'error',
  summary: 'validate contradicts itself: exit code, `valid` and its errors do not agree',
  detail: '',
}

/** Runs `body`; `.terraform.lock.hcl` is afterwards what it was, or gone if it was not there. */
async function keepLockFile<T>(directory: string, body: () => Promise<T>): Promise<T> {
  const path = join(directory, '.terraform.lock.hcl')
  const before = await readFile(path).catch(() => undefined)
  try {
    return await body()
  } finally {
    const after = await readFile(path).catch(() => undefined)
    if (before === undefined) await rm(path, { force: true })
    else if (after === undefined || !after.equals(before)) await writeFile(path, before)
  }
}
