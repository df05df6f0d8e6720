import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { platform } from 'node:os'
import { basename } from 'node:path'
import { performance } from 'node:perf_hooks'
// The one place below the shell that signals processes: only those it started itself.
import { kill } from 'node:process'
import { childTracker, type ChildTracker } from './child-tracker.ts'
import { errorCode, UserError } from './errors.ts'
import { startError } from './exec-errors.ts'
import { makeLineSplitter, makeOutputKeeper } from './exec-output.ts'
import type { LineSplitter, OutputKeeper } from './exec-output.ts'
import type { Exec, ExecOptions, ExecResult } from './ports.ts'

export { childTracker, forwardSignals, type ChildTracker } from './child-tracker.ts'

const KEEP_BYTES = 16 * 1024 * 1024
const GRACE_MILLISECONDS = 10_000
/** After a child's end, its pipes may stay open in the hands of something it left behind; we wait no longer. */
const PIPE_MILLISECONDS = 2_000

/**
 * Starts programs, never through a shell.
 *
 * Children get a process group of their own. In a terminal, Ctrl-C reaches the whole foreground group, and a child in
 * it would hear of it twice, from the terminal and from us; Terraform takes the second interrupt as "abort now" and
 * may lose state. So each signal is delivered once, by us, to the child alone, which knows best how to end its own
 * children. `SIGKILL` goes to its whole group: nothing may survive that. The price: if we are killed ourselves without
 * a chance to act, the child learns of it only when it next writes; the runner's clean-up finds it by
 * RUNNER_TRACKING_ID.
 *
 * @param children told of every child; after it was signalled no new child is started (`cancelled`)
 */
export function makeExec(children: ChildTracker = childTracker()): Exec {
  return (command, args, options) => {
    const stoppedBy = children.stoppedBy()
    if (stoppedBy !== undefined && options.evenWhenStopped !== true) {
      return Promise.reject(
        new UserError(`${basename(command)} was not started: we were asked to stop (${stoppedBy}).`, {
          causeClass: 'cancelled',
        }),
      )
    }
    return run(command, args, options, children)
  }
}

async function run(
  command: string,
  args: readonly string[],
  options: ExecOptions,
  children: ChildTracker,
): Promise<ExecResult> {
  const started = performance.now()
  const file = options.stdoutFile === undefined ? undefined : createSecretFile(options.stdoutFile)
  try {
    // Lines are wanted, or bytes are kept: then through a pipe. Otherwise the child writes to the file by itself.
    const { onStdoutChunk, onStdoutLine } = options
    const piped = file === undefined || onStdoutChunk !== undefined || onStdoutLine !== undefined
    const child = start(command, args, options, piped ? 'pipe' : file)
    const stdout = makeOutputKeeper(file === undefined ? (options.keepBytes ?? KEEP_BYTES) : 0)
    const stderr = makeOutputKeeper(options.keepBytes ?? KEEP_BYTES)
    const take = (chunk: Buffer): void => {
      onStdoutChunk?.(chunk)
      if (file !== undefined) writeAll(file, chunk)
      else if (onStdoutChunk === undefined) stdout.push(chunk)
    }
    const end = await supervise(child, command, options, children, [
      { stream: child.stdout, take, onLine: onStdoutLine },
      { stream: child.stderr, take: (chunk) => stderr.push(chunk), onLine: options.onStderrLine },
    ])
    return {
      ...end,
      stdout: textOf(stdout, file),
      stderr: stderr.text(),
      truncated: (file === undefined && stdout.truncated) || stderr.truncated,
      seconds: (performance.now() - started) / 1000,
    }
  } catch (thrown) {
    // A file of a run that never was would stand in the way of the next one.
    if (options.stdoutFile !== undefined) rmSync(options.stdoutFile, { force: true })
    throw thrown
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function textOf(keeper: OutputKeeper, file: number | undefined): string {
  return file === undefined ? keeper.text() : ''
}

function start(
  command: string,
  args: readonly string[],
  options: ExecOptions,
  stdout: 'pipe' | number,
): ChildProcess {
  try {
    return spawn(command, args, {
      cwd: options.cwd,
      env: { ...options.env },
      shell: false,
      detached: ownGroup(),
      windowsHide: true,
      stdio: [options.stdin === undefined ? 'ignore' : 'pipe', stdout, 'pipe'],
    })
  } catch (thrown) {
    throw startError(command, options.cwd, thrown)
  }
}

interface Output {
  readonly stream: NodeJS.ReadableStream | null
  readonly take: (chunk: Buffer) => void
  readonly onLine: ((line: string) => void) | undefined
}

/** Waits for the end of a child and of its output; stops it after its time, or when a callback throws. */
function supervise(
  child: ChildProcess,
  command: string,
  options: ExecOptions,
  children: ChildTracker,
  outputs: readonly Output[],
): Promise<Pick<ExecResult, 'code' | 'signal' | 'timedOut'>> {
  return new Promise((resolve, reject) => {
    const timers: NodeJS.Timeout[] = []
    const splitters: LineSplitter[] = []
    let timedOut = false
    let stopped = false
    let failure: { readonly thrown: unknown } | undefined
    let exited: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | undefined

    const send = (signal: NodeJS.Signals): void => {
      stopped = true
      signalChild(child, signal)
    }
    const patient = options.onlyFirstSignal
    const running = {
      command: basename(command),
      pid: child.pid ?? 0,
      ...(patient === undefined ? {} : { lastMs: patient.lastMs }),
      ...(options.evenWhenStopped === true ? { deaf: true } : {}),
    }
    const remove = children.add(running, forwarder(options, send, timers))
    /** What a callback of ours throws must not end the process: it ends the child and rejects. */
    const guarded = (body: () => void): void => {
      if (failure !== undefined) return
      try {
        body()
      } catch (thrown) {
        failure = { thrown }
        send('SIGKILL')
      }
    }
    const finish = (): void => {
      for (const timer of timers) clearTimeout(timer)
      remove()
      for (const splitter of splitters) guarded(() => splitter.end())
      if (stopped) signalGroup(child.pid, 'SIGKILL')
      if (failure !== undefined) reject(asError(failure.thrown))
      else resolve({ code: exited?.code ?? undefined, signal: exited?.signal ?? undefined, timedOut })
    }

    for (const { stream, take, onLine } of outputs) {
      const splitter = onLine === undefined ? undefined : makeLineSplitter(onLine)
      if (splitter !== undefined) splitters.push(splitter)
      stream?.on('data', (chunk: Buffer) => {
        guarded(() => {
          take(chunk)
          splitter?.push(chunk)
        })
      })
      stream?.on('error', (thrown: Error) => guarded(() => fail(thrown)))
    }
    child.once('error', (thrown) => {
      if (child.pid !== undefined) return // a signal that could not be sent; the child's end is still to come
      for (const timer of timers) clearTimeout(timer)
      remove()
      reject(startError(command, options.cwd, thrown))
    })
    child.once('exit', (code, signal) => {
      exited = { code, signal }
      if (stopped) signalGroup(child.pid, 'SIGKILL')
      timers.push(setTimeout(() => closePipes(outputs), PIPE_MILLISECONDS))
    })
    child.once('close', () => {
      if (exited !== undefined) finish()
    })
    if (options.timeoutMs !== undefined) {
      const timeout = setTimeout(() => {
        timedOut = true
        send('SIGINT')
        timers.push(setTimeout(() => send('SIGKILL'), options.graceMs ?? GRACE_MILLISECONDS))
      }, options.timeoutMs)
      timers.push(timeout)
    }
    if (child.stdin !== null) {
      // A child that does not read its input to the end has its reasons.
      child.stdin.on('error', () => undefined)
      child.stdin.end(options.stdin)
    }
  })
}

/** What becomes of the signals that tell us to stop, for one child. */
function forwarder(
  { onlyFirstSignal, evenWhenStopped }: ExecOptions,
  send: (signal: NodeJS.Signals) => void,
  timers: NodeJS.Timeout[],
): (signal: NodeJS.Signals) => void {
  let heard = 0
  return (signal) => {
    if (evenWhenStopped === true && signal !== 'SIGKILL') return
    heard += 1
    if (onlyFirstSignal === undefined || heard === 1 || signal === 'SIGKILL') send(signal)
    else if (heard === 2) timers.push(setTimeout(() => send(signal), onlyFirstSignal.lastMs))
  }
}

function fail(thrown: Error): never {
  throw thrown
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

function closePipes(outputs: readonly Output[]): void {
  for (const { stream } of outputs)
    if (stream !== null && 'destroy' in stream) (stream.destroy as () => void)()
}

function ownGroup(): boolean {
  return platform() !== 'win32'
}

/** To the child alone, so that it can end in order; SIGKILL to all that it started. */
function signalChild(child: ChildProcess, signal: NodeJS.Signals): void {
  if (signal === 'SIGKILL') signalGroup(child.pid, signal)
  child.kill(signal)
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined || !ownGroup()) return
  try {
    kill(-pid, signal)
  } catch {
    // ESRCH: nobody is left in the group.
  }
}

/** A new file that only we can read; `wx` refuses a file or link that somebody put there before. */
function createSecretFile(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (thrown) {
    const code = errorCode(thrown)
    const why = code === 'EEXIST' ? 'it exists already' : (code ?? 'unknown reason')
    throw new UserError(`The file for a program's output could not be created: ${why}.`, {
      where: path,
      help:
        code === 'EEXIST'
          ? 'Remove it, or choose another place.'
          : 'Check that its folder exists and is writable.',
      cause: thrown,
    })
  }
}

function writeAll(file: number, chunk: Buffer): void {
  for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at)
}
