import type { CauseClass } from '../core/errors.ts'
import type { ExecOptions, ExecResult } from '../core/ports.ts'
import { causeOf } from './causes.ts'
import type { Phase } from './causes.ts'
import { parseTextDiagnostics, stripAnsi } from './diagnostics-text.ts'
import { distinctDiagnostics, errorsOf } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'
import { isInterrupt, parseEvent } from './events.ts'
import type { ToolEvent } from './events.ts'
import { findLockInfo } from './lock.ts'
import type { LockInfo } from './lock.ts'
import { toolEnv } from './stack-run.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'

/** Why a run gave no result. Diagnostics are raw: redact them before they are shown. */
export interface Failure {
  readonly kind: 'failed'
  readonly phase: Phase
  readonly cause: CauseClass
  /** What to do, one sentence. */
  readonly help?: string
  /** At least one error. */
  readonly diagnostics: readonly Diagnostic[]
  /** The holder, when `cause` is `lock`. */
  readonly lock?: LockInfo
  readonly seconds: number
}

export interface ToolRun {
  readonly phase: Phase
  readonly tool: string
  readonly result: ExecResult
  readonly diagnostics: readonly Diagnostic[]
  /** A signal made the tool stop, although it may have ended by itself with code 1. */
  readonly interrupted: boolean
  /** Text that is neither event nor diagnostic, its end only. */
  readonly noise: string
  /** Variables of the environment that add arguments to this command (TF_CLI_ARGS). */
  readonly argsFrom: readonly string[]
}

export interface RunOptions {
  readonly timeoutMs?: number
  /** Sets TF_WORKSPACE. */
  readonly workspace?: string
  readonly onEvent?: (event: ToolEvent) => void
  /** stdout is one document, not lines of events: `result.stdout` has it, or the file. */
  readonly document?: boolean | { readonly file: string }
  /** The end of the text is kept without it. */
  readonly keepBytes?: number
  /** What it hears of signals. */
  readonly signals?: Pick<ExecOptions, 'onlyFirstSignal' | 'evenWhenStopped'>
}

/** Diagnostics of one run that are kept; a broken module called a thousand times says the same a thousand times. */
const maxDiagnostics = 500
/** Bytes of text kept of each stream. */
const maxText = 256 * 1024

/** Runs the tool in the stack's directory. Memory is bounded, however much it prints. */
export async function runTool(
  stack: StackRun,
  phase: Phase,
  args: readonly string[],
  ports: TerraformPorts,
  options: RunOptions = {},
): Promise<ToolRun> {
  const events: Diagnostic[] = []
  const text = tailOf(maxText)
  const seen = { interrupted: false, left: 0 }
  const onStdoutLine = (line: string) => {
    const event = parseEvent(line)
    if (event === undefined) {
      if (isInterrupt(stripAnsi(line))) seen.interrupted = true
      text.add(line)
      return
    }
    if (event.kind === 'interrupt') seen.interrupted = true
    if (event.kind === 'diagnostic') {
      if (events.length < maxDiagnostics) events.push(event.diagnostic)
      else seen.left += 1
    }
    options.onEvent?.(event)
  }
  const { document } = options
  const result = await ports.exec(stack.binary.path, args, {
    cwd: stack.directory,
    env: toolEnv(stack, options.workspace),
    keepBytes: options.keepBytes ?? maxText,
    ...options.signals,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...(document === undefined || document === false ? { onStdoutLine } : {}),
    ...(typeof document === 'object' ? { stdoutFile: document.file } : {}),
  })
  const fromText = [...parseTextDiagnostics(result.stderr), ...parseTextDiagnostics(text.value())]
  const diagnostics = distinctDiagnostics([...events, ...fromText])
  if (seen.left > 0) diagnostics.push(notShown(seen.left))
  return {
    phase,
    tool: stack.binary.tool,
    result,
    diagnostics,
    interrupted: seen.interrupted || isInterrupt(stripAnsi(result.stderr)),
    argsFrom: Object.keys(stack.env).filter((name) => addsArguments(name, stack.env[name], phase)),
    noise: stripAnsi(result.stderr.trim() === '' ? text.value() : result.stderr).trim(),
  }
}

/** https://developer.hashicorp.com/terraform/cli/config/environment-variables#tf_cli_args-and-tf_cli_args_name */
function addsArguments(name: string, value = '', phase: Phase): boolean {
  return value.trim() !== '' && (name === 'TF_CLI_ARGS' || name.startsWith(`TF_CLI_ARGS_${phase}`))
}

/** What both tools say of arguments they do not take; older commands print how they are used. */
const badArguments =
  /Failed to parse command-line flags|Too many command line arguments|flag provided but not defined|^Usage: /m

/** True when nothing says otherwise: no code but those allowed, no signal, no error diagnostic. */
export function succeeded(run: ToolRun, codes: readonly number[] = [0]): boolean {
  const { code, signal, timedOut } = run.result
  const ended = signal === undefined && !timedOut && !run.interrupted
  return ended && code !== undefined && codes.includes(code) && errorsOf(run.diagnostics).length === 0
}

/**
 * The failure a run ended with. A stop by signal or timeout explains more than the error that follows it. `instead`
 * says what is wrong with a run that looks good by its exit code.
 */
export function failureOf(run: ToolRun, instead?: Diagnostic): Failure {
  const seconds = run.result.seconds
  const known = errorsOf(run.diagnostics).length > 0
  const said = known ? run.diagnostics : [...run.diagnostics, instead ?? lastWords(run)]
  if (run.result.timedOut) {
    const stopped = stop(run, `did not finish in time and was stopped after ${Math.round(seconds)} s`)
    return { kind: 'failed', phase: run.phase, cause: 'timeout', diagnostics: [stopped, ...said], seconds }
  }
  if (run.interrupted || run.result.signal !== undefined) {
    const stopped = stop(run, `was stopped by ${run.result.signal ?? 'a signal'}`)
    return { kind: 'failed', phase: run.phase, cause: 'cancelled', diagnostics: [stopped, ...said], seconds }
  }
  const lock = findLockInfo(said)
  const cause = causeOf(said, run.phase)
  const words = [run.noise, ...said.map(({ summary, detail }) => `${summary}\n${detail}`)]
  const environment = run.argsFrom.length > 0 && words.some((text) => badArguments.test(text))
  return {
    kind: 'failed',
    phase: run.phase,
    ...cause,
    ...(environment ? { cause: 'config' as const, help: fromEnvironment(run.argsFrom) } : {}),
    diagnostics: said,
    ...(lock === undefined || cause.cause !== 'lock' ? {} : { lock }),
    seconds,
  }
}

function fromEnvironment(names: readonly string[]): string {
  return `${names.join(' and ')} of the environment ${names.length === 1 ? 'adds' : 'add'} arguments to this command: correct ${names.length === 1 ? 'it' : 'them'}, or init-args and plan-args.`
}

function stop(run: ToolRun, how: string): Diagnostic {
  return { severity: 'error', summary: `${run.tool} ${run.phase} ${how}`, detail: '' }
}

/** What stands in for a diagnostic where the tool gave none: its last lines. */
function lastWords(run: ToolRun): Diagnostic {
  const { code } = run.result
  const how =
    code === undefined ? '' : code === 0 ? ' although it ended with exit code 0' : ` (exit code ${code})`
  const lines = run.noise.split('\n')
  // A crash says what it is in its first lines, all else in the last.
  const crash = lines.findIndex((line) => / CRASH |^panic: /.test(line))
  const shown = crash < 0 ? lines.slice(-20) : lines.slice(crash, crash + 20)
  return {
    severity: 'error',
    summary: `${run.tool} ${run.phase} failed${how}`,
    detail: shown.join('\n').trim(),
  }
}

function notShown(count: number): Diagnostic {
  return { severity: 'warning', summary: `${count} more diagnostics are not shown`, detail: '' }
}

/** Keeps the end of many lines. */
function tailOf(limit: number): { add(line: string): void; value(): string } {
  let lines: string[] = []
  let size = 0
  return {
    add(line) {
      lines.push(line.length > limit ? line.slice(-limit) : line)
      size += line.length + 1
      if (size > 2 * limit) {
        const kept = lines.join('\n').slice(-limit)
        lines = [kept]
        size = kept.length
      }
    },
    value: () => lines.join('\n').slice(-limit),
  }
}
