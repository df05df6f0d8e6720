import { randomUUID } from 'node:crypto'
import { EOL } from 'node:os'

/** What a line of the log may be tied to; lines and columns from 1. */
export interface CommandProperties {
  readonly title?: string
  readonly file?: string
  readonly startLine?: number
  readonly endLine?: number
  readonly startColumn?: number
  readonly endColumn?: number
}

export interface RunnerPorts {
  readonly env: Readonly<Record<string, string>>
  /** To stdout. */
  readonly write: (text: string) => void
  /** To a file of the runner, at once: what is said last before a crash counts too. */
  readonly append: (path: string, text: string) => void
}

/** How an action talks to the runner. */
export interface RunnerCommands {
  readonly info: (message: string) => void
  readonly debug: (message: string) => void
  readonly notice: (message: string, properties?: CommandProperties) => void
  readonly warning: (message: string, properties?: CommandProperties) => void
  readonly error: (message: string, properties?: CommandProperties) => void
  readonly startGroup: (name: string) => void
  readonly endGroup: () => void
  readonly setSecret: (value: string) => void
  /** For the post step of the same action. Without a GITHUB_STATE there is none, and nothing happens. */
  readonly saveState: (name: string, value: string) => void
  readonly getState: (name: string) => string
  /** Without a GITHUB_OUTPUT there is nobody to read it, and nothing happens. */
  readonly setOutput: (name: string, value: string) => void
}

/**
 * The runner's workflow commands, by the rules of
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions and, for what is escaped, of
 * actions/runner (ActionCommand.cs). `@actions/core` does the same, but brings the HTTP client of its OIDC part along:
 * 0.9 MB that every start of every action would load and none would use.
 */
export function runnerCommands({ env, write, append }: RunnerPorts): RunnerCommands {
  const command = (name: string, message: string, properties = ''): void =>
    write(`::${name}${properties === '' ? '' : ` ${properties}`}::${escapeData(message)}${EOL}`)
  const annotate =
    (name: string) =>
    (message: string, properties: CommandProperties = {}): void =>
      command(name, message, propertiesText(properties))
  const toFile = (path: string | undefined, name: string, value: string): void => {
    if (path !== undefined && path !== '') append(path, keyValue(name, value, `delimiter-${randomUUID()}`))
  }
  return {
    info: (message) => write(`${message}${EOL}`),
    debug: (message) => command('debug', message),
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    startGroup: (name) => command('group', name),
    endGroup: () => command('endgroup', ''),
    setSecret: (value) => command('add-mask', value),
    saveState: (name, value) => toFile(env['GITHUB_STATE'], name, value),
    getState: (name) => env[`STATE_${name}`] ?? '',
    setOutput: (name, value) => toFile(env['GITHUB_OUTPUT'], name, value),
  }
}

/** A value of any lines between two lines that it cannot hold. Exported for the test. */
export function keyValue(name: string, value: string, delimiter: string): string {
  // Nobody can guess a UUID; should it happen all the same, the value could set other outputs.
  if (name.includes(delimiter) || value.includes(delimiter))
    throw new Error(`the value of ${name} holds its delimiter`)
  return `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`
}

function propertiesText(given: CommandProperties): string {
  const named: readonly (readonly [string, string | number | undefined])[] = [
    ['title', given.title],
    ['file', given.file],
    ['line', given.startLine],
    ['endLine', given.endLine],
    ['col', given.startColumn],
    ['endColumn', given.endColumn],
  ]
  return named
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [`${name}=${escapeProperty(String(value))}`],
    )
    .join(',')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
