import { appendFileSync } from 'node:fs'
import { appendFile, readFile, rm } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import { UserError, errorMessage } from './errors.ts'
import { runContext, type RunContext } from './event.ts'
import type { RunningChild } from './child-tracker.ts'
import { childTracker, forwardSignals, makeExec } from './exec.ts'
import { readInputs, type InputSpec, type InputValues } from './inputs.ts'
import { runnerLog, systemClock } from './log.ts'
import type { Clock, Exec, Log, LogAnnotation } from './ports.ts'
import { runnerCommands } from './runner-commands.ts'

/** One action: its contract as data (a test compares it with action.yml) and what it does. */
export interface Action<S extends InputSpec = InputSpec> {
  readonly name: string
  readonly inputs: S
  readonly outputs: readonly string[]
  run(inputs: InputValues<S>, context: ActionContext): Promise<ActionResult>
}

/** What an action gets from the runner. */
export interface ActionContext {
  readonly env: Readonly<Record<string, string>>
  readonly run: RunContext
  readonly exec: Exec
  readonly log: Log
  readonly clock: Clock
  /** Removes a file in the post step, whatever becomes of the job. Only files below RUNNER_TEMP. */
  readonly removeAfterJob: (path: string) => void
  /**
   * Called at each signal that tells us to stop, at once; `again`: there was one before. GitHub's runner sends SIGINT,
   * SIGTERM after 7.5 s, and kills everything 2.5 s later. Returns what undoes it.
   */
  readonly onStop: (listener: (again: boolean) => void) => () => void
  /**
   * Says what may not wait for the end, for there may be none: an annotation, and Markdown for the job summary, both
   * written when it returns. Already redacted.
   */
  readonly sayNow: (annotation: Annotation, summary?: string) => void
  /** Hides secrets in what the lifecycle itself prints: error messages. */
  readonly hide: (redact: (text: string) => string) => void
}

export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly at: LogAnnotation
}

/** All of it is already redacted. */
export interface ActionResult {
  readonly outputs: Readonly<Record<string, string>>
  readonly annotations: readonly Annotation[]
  /** Markdown for the job summary, within its limit. */
  readonly summary?: string
  /** Why the step is red. Absent: green. */
  readonly failure?: string
}

/** Names and checks an action: the type of `inputs` flows into `run`. */
export function action<S extends InputSpec>(definition: Action<S>): Action<S> {
  return definition
}

/** The runner refuses job outputs beyond 1 MB; larger things travel by file. */
export const MAX_OUTPUT_CHARACTERS = 400_000

const STATE = 'gitops-pipeline-remove'

/**
 * The life of every action: inputs (all faults at once) → run → outputs, annotations, summary → exit code; in the
 * post step, the secret files are removed. Resolves with the exit code and never rejects.
 */
export async function runAction<S extends InputSpec>(definition: Action<S>): Promise<number> {
  const env = definedOnly(process.env)
  const runner = runnerCommands({
    env,
    write: (text) => process.stdout.write(text),
    append: (path, text) => appendFileSync(path, text),
  })
  const log = runnerLog(runner)
  if (runner.getState('isPost') === 'true')
    return removeFiles(runner.getState(STATE), env['RUNNER_TEMP'], log)
  runner.saveState('isPost', 'true')
  const children = childTracker()
  let stop: NodeJS.Signals | undefined
  const stopping = new AbortController()
  const stopListeners = new Set<(again: boolean) => void>()
  let redact = (text: string): string => text
  forwardSignals(process, children, (signal) => {
    const again = stop !== undefined
    const running = children.running().filter(({ deaf }) => deaf !== true)
    if (running.length > 0) log[again ? 'warning' : 'info'](stoppingText(running, again))
    stop ??= signal
    stopping.abort()
    for (const listener of stopListeners) listener(again)
  })
  try {
    log.info(`gitops-pipeline: ${definition.name}`)
    const inputs = readInputs(definition.inputs, env)
    const run = await runContext(env, (path) => readFile(path, 'utf8'))
    const remove: string[] = []
    const result = await definition.run(inputs, {
      env,
      run,
      exec: makeExec(children),
      log,
      clock: systemClock(stopping.signal),
      removeAfterJob(path) {
        remove.push(path)
        runner.saveState(STATE, JSON.stringify(remove))
      },
      onStop(listener) {
        stopListeners.add(listener)
        return () => void stopListeners.delete(listener)
      },
      sayNow({ severity, message, at }, summary) {
        log[severity](message, at)
        if (summary !== undefined) writeSummaryNow(env['GITHUB_STEP_SUMMARY'], summary, log)
      },
      hide(next) {
        redact = next
      },
    })
    for (const { severity, message, at } of result.annotations) log[severity](message, at)
    if (result.summary !== undefined) await writeSummary(env['GITHUB_STEP_SUMMARY'], result.summary, log)
    writeOutputs(definition, result.outputs, runner.setOutput)
    if (result.failure === undefined && stop === undefined) return 0
    const why = result.failure ?? `stopped by ${stop ?? 'a signal'}`
    // An error among the annotations has said it already, and the runner shows ten of them.
    if (result.annotations.some(({ severity }) => severity === 'error')) log.info(`failed: ${why}`)
    else log.error(why)
    return 1
  } catch (thrown) {
    const text = redact(failureText(definition.name, thrown))
    log.error(text, { title: `${definition.name} failed` })
    if (thrown instanceof Error && thrown.stack !== undefined) log.debug(redact(thrown.stack))
    await writeSummary(env['GITHUB_STEP_SUMMARY'], summaryOf(definition.name, text), log)
    return 1
  }
}

/** Said at once: nothing may come after it, for the runner kills what has not ended in ten seconds. */
function stoppingText(running: readonly RunningChild[], again: boolean): string {
  const names = [...new Set(running.map(({ command }) => command))].join(', ')
  if (!again) return `asked to stop: ${names} is told, and we wait for it to end in order`
  const waits = running.map(({ lastMs }) => lastMs).filter((ms) => ms !== undefined)
  const told =
    waits.length === running.length && waits.length > 0
      ? `is told again in ${Math.min(...waits) / 1000} s if it has not ended by then`
      : 'is told to end at once'
  return `asked to stop again: ${names} has not ended yet and ${told}. A lock it holds may stay behind.`
}

/** A user's fault says what to do; anything else is ours and says so. */
function failureText(name: string, thrown: unknown): string {
  if (thrown instanceof UserError) {
    const where = thrown.where === undefined ? '' : `${thrown.where}: `
    return `${where}${thrown.message}${thrown.help === undefined ? '' : `\n${thrown.help}`}`
  }
  return `This is a bug in ${name}, not in your code: ${errorMessage(thrown)}\nPlease report it with the debug log (re-run with debug logging on).`
}

/** The text is an error message: shown as code, so that nothing in it is Markdown. */
function summaryOf(name: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map((run) => run[0].length + 1)))
  return `## ${name} failed\n\n${fence}text\n${text.slice(0, 10_000)}\n${fence}\n`
}

async function writeSummary(file: string | undefined, markdown: string, log: Log): Promise<void> {
  if (file === undefined || file === '') {
    log.debug('GITHUB_STEP_SUMMARY is not set: no job summary is written')
    return
  }
  await appendFile(file, `${markdown}\n`).catch((thrown: unknown) =>
    log.warning(`the job summary could not be written: ${errorMessage(thrown)}`),
  )
}

function writeSummaryNow(file: string | undefined, markdown: string, log: Log): void {
  if (file === undefined || file === '') return
  try {
    appendFileSync(file, `${markdown}\n`)
  } catch (thrown) {
    log.warning(`the job summary could not be written: ${errorMessage(thrown)}`)
  }
}

function writeOutputs(
  definition: Pick<Action, 'name' | 'outputs'>,
  outputs: Readonly<Record<string, string>>,
  setOutput: (name: string, value: string) => void,
): void {
  const unknown = Object.keys(outputs).filter((name) => !definition.outputs.includes(name))
  if (unknown.length > 0) throw new Error(`outputs that action.yml does not declare: ${unknown.join(', ')}`)
  for (const [name, value] of Object.entries(outputs)) {
    if (value.length > MAX_OUTPUT_CHARACTERS) {
      throw new Error(
        `output ${name} has ${value.length} characters; the runner takes ${MAX_OUTPUT_CHARACTERS}`,
      )
    }
    setOutput(name, value)
  }
}

async function removeFiles(state: string, temp: string | undefined, log: Log): Promise<number> {
  const paths: unknown = state === '' ? [] : JSON.parse(state)
  for (const path of Array.isArray(paths) ? paths : []) {
    if (typeof path !== 'string' || temp === undefined || !isInside(temp, path)) continue
    await rm(path, { force: true, recursive: true }).catch((thrown: unknown) =>
      log.warning(`a plan file could not be removed: ${errorMessage(thrown)}`),
    )
    log.debug('removed a file that must not outlive the job')
  }
  return 0
}

function isInside(folder: string, path: string): boolean {
  const rest = relative(folder, path)
  return rest !== '' && !rest.startsWith('..') && !isAbsolute(rest)
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
