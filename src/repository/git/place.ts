import { realpath } from 'node:fs/promises'
import { smallToolEnv } from '../../core/child-env.ts'
import { UserError } from '../../core/errors.ts'
import type { Exec, ExecResult } from '../../core/ports.ts'

/** A repository, and how programs are started in it. */
export interface GitPlace {
  readonly exec: Exec
  /** The job's environment; Git gets only what small tools need of it. */
  readonly env: Readonly<Record<string, string>>
  /** Absolute path of the work tree. */
  readonly cwd: string
  /** More variables for Git itself, as they are: `GIT_OBJECT_DIRECTORY`, … */
  readonly variables?: Readonly<Record<string, string>>
}

export interface GitOptions {
  readonly stdin?: string
  readonly variables?: Readonly<Record<string, string>>
  /** Names of variables that get through beside those of small tools: `SSH_AUTH_SOCK`. */
  readonly keep?: readonly string[]
  /** Configuration for this run, stronger than the repository's. By environment: it may hold a secret. */
  readonly config?: readonly (readonly [key: string, value: string])[]
  /** Gets the output instead of `stdout`: for bytes that are no text, and for much of it. */
  readonly onStdoutChunk?: (chunk: Buffer) => void
  readonly timeoutMs?: number
  /** May it speak to a remote? Without it Git cannot, also not to get objects that a partial clone left out. */
  readonly network?: boolean
}

/**
 * Runs Git so that it does the same everywhere: no translation, no prompt, no quoted paths, no grafts by `git
 * replace`, and nothing started that the repository's own configuration names (fsmonitor, hooks, and by a remote:
 * `core.sshCommand`, `uploadpack`). Arguments that came from outside belong behind `--end-of-options` or `--`.
 * Exit codes are data; rejects when Git could not be started, and (`cancelled`) when it was told to stop.
 */
export async function git(
  place: GitPlace,
  args: readonly string[],
  options: GitOptions = {},
): Promise<ExecResult> {
  const { exec, env, cwd } = place
  const { stdin, onStdoutChunk, timeoutMs } = options
  const result = await exec('git', args, {
    cwd,
    env: {
      ...smallToolEnv(env, options.keep),
      ...place.variables,
      ...options.variables,
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      // Git before 2.44 does not know the first; to forbid all ways of transport has the same effect.
      ...(options.network === true ? {} : { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' }),
      ...configVariables([...(await steady(cwd)), ...(options.config ?? [])]),
    },
    ...(stdin === undefined ? {} : { stdin }),
    ...(onStdoutChunk === undefined ? {} : { onStdoutChunk }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
  if (!result.timedOut && STOPPED_BY.includes(result.signal ?? ''))
    throw new UserError(`git was stopped (${String(result.signal)})`, { causeClass: 'cancelled' })
  return result
}

/** What a runner, or a person, ends programs with. */
const STOPPED_BY = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** What Git prints, without the line end; undefined when it failed. For answers of one line. */
export async function ask(place: GitPlace, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await git(place, args)
  return code === 0 ? stdout.replace(/\n$/, '') : undefined
}

/** Throws what Git said when it failed. `what` completes "Git could not …". */
export function check(what: string, result: Pick<ExecResult, 'code' | 'stderr'>): void {
  if (result.code !== 0) throw gitError(what, result.stderr)
}

/** An error with Git's own words, and what to do where that is known. */
export function gitError(what: string, stderr: string): UserError {
  const said = wordsOf(stderr)
  const message = `Git could not ${what}${said === '' ? '' : `: ${said}`}`
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    return new UserError(message, {
      help: 'The folder belongs to another user. Run before: git config --global --add safe.directory "$GITHUB_WORKSPACE"',
    })
  }
  if (/not a git repository/.test(stderr)) return new UserError(message, { help: CHECKOUT_HELP })
  return new UserError(message, {
    help: 'Check the repository with "git fsck"; in a workflow, check it out anew with actions/checkout.',
  })
}

export const CHECKOUT_HELP =
  'Add a step with actions/checkout before this one (with "fetch-depth: 2" it has what a pull request needs).'

/** The first lines that say something, on one line, without credentials. */
export function wordsOf(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.replace(/^(fatal|error|warning|remote):\s*/i, '').trim())
  return withoutCredentials(
    lines
      .filter((line) => line !== '' && !line.startsWith('hint:'))
      .slice(0, 3)
      .join('; ')
      .slice(0, 400),
  )
}

/** Cuts `user:password@` out of every address in a text. */
export function withoutCredentials(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"]*@/gi, '$1')
}

/**
 * In a container the checkout belongs to the runner's user, not to us: Git refuses unless told otherwise by its
 * environment or the user's configuration (since 2.38 it takes the former).
 * Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory
 */
async function steady(cwd: string): Promise<(readonly [string, string])[]> {
  const real = await realpath(cwd).catch(() => cwd)
  return [
    ['core.quotePath', 'false'],
    ['core.fsmonitor', 'false'],
    ['core.hooksPath', '/dev/null'],
    ['safe.directory', cwd],
    ...(real === cwd ? [] : ([['safe.directory', real]] as const)),
  ]
}

function configVariables(config: readonly (readonly [string, string])[]): Record<string, string> {
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(config.length) }
  for (const [at, [key, value]] of config.entries()) {
    variables[`GIT_CONFIG_KEY_${at}`] = key
    variables[`GIT_CONFIG_VALUE_${at}`] = value
  }
  return variables
}
