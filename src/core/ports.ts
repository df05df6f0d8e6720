/**
 * What plain code may ask of the world. The shell (`core/action.ts`, `main.ts`, `actions/*`) makes the real ones;
 * tests hand in their own.
 */

export interface ExecOptions {
  readonly cwd?: string
  /** The child's whole environment: nothing is inherited that is not in here. */
  readonly env: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Called with each complete line, decoded as UTF-8 across chunks, without its line end. */
  readonly onStdoutLine?: (line: string) => void
  readonly onStderrLine?: (line: string) => void
  /** Gets stdout's bytes as they come, instead of their being kept: for output that is no text, or much of it. */
  readonly onStdoutChunk?: (chunk: Buffer) => void
  /** Milliseconds. The child gets SIGINT, then (after `graceMs`) SIGKILL. */
  readonly timeoutMs?: number
  readonly graceMs?: number
  /** Bytes of each stream kept in the result: the first half and the last half of it. Default 16 MiB. */
  readonly keepBytes?: number
  /**
   * Of the signals that tell us to stop only the first is passed on at once: a second one makes Terraform give up what
   * it is doing. From a second one on the program has `lastMs` milliseconds left; then it hears that, too, which is
   * kinder than the end that comes next: on GitHub everything is killed 2.5 s after the second signal.
   */
  readonly onlyFirstSignal?: { readonly lastMs: number }
  /** Starts it although we were asked to stop, and passes no signal on but SIGKILL: for a short look at something. */
  readonly evenWhenStopped?: boolean
  /** Streams stdout to this file (mode 0600) instead of keeping it: for plans of many megabytes. */
  readonly stdoutFile?: string
}

export interface ExecResult {
  /** Exit code; undefined when a signal ended the process. Codes are data: no exception is thrown for them. */
  readonly code: number | undefined
  readonly signal: NodeJS.Signals | undefined
  readonly stdout: string
  readonly stderr: string
  /** True when more than `keepBytes` came and the middle was dropped. */
  readonly truncated: boolean
  readonly timedOut: boolean
  readonly seconds: number
}

/** Starts a program. Rejects only when it could not be started at all (`UserError` with the reason). */
export type Exec = (command: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>

export interface LogAnnotation {
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly endColumn?: number
}

/** Whoever calls it has already redacted the text. */
export interface Log {
  info(message: string): void
  debug(message: string): void
  notice(message: string, at?: LogAnnotation): void
  warning(message: string, at?: LogAnnotation): void
  error(message: string, at?: LogAnnotation): void
  /** Folds what `body` logs under a title. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>
  /** Asks the runner to mask a value in all later log lines. */
  mask(value: string): void
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}
