import { UserError, errorMessage } from '../errors.ts'
import type { Exec } from '../ports.ts'
import type { Env } from './cache.ts'
import { exactVersion } from './constraint.ts'
import type { Tool } from './table.ts'

export type Answer =
  { readonly ok: true; readonly version: string } | { readonly ok: false; readonly detail: string }

const TIMEOUT_MS = 60_000

/** What a program or a version manager's shim needs to run; secrets and TF_CLI_ARGS are not among it. */
const PASSED = new Set([
  ...['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'TMP', 'TEMP', 'PATHEXT', 'SYSTEMROOT', 'COMSPEC'],
  ...['USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'],
])
const PASSED_PREFIXES = ['ASDF_', 'MISE_', 'TFENV_', 'TOFUENV_', 'TENV_', 'XDG_']

/**
 * Asks a program for its version. Only clean JSON counts: setup-terraform's wrapper, for one, prints lines of its
 * own around it. `cwd` decides for version managers, which read the version files there.
 */
export async function askVersion(
  tool: Tool,
  program: string,
  at: { readonly exec: Exec; readonly env: Env; readonly cwd?: string },
): Promise<Answer> {
  const env = { ...passedOn(at.env), CHECKPOINT_DISABLE: '1' }
  const cwd = at.cwd === undefined ? {} : { cwd: at.cwd }
  try {
    const result = await at.exec(program, tool.askVersion.args, { env, timeoutMs: TIMEOUT_MS, ...cwd })
    if (result.timedOut) return { ok: false, detail: `gives no answer in ${TIMEOUT_MS / 1000} s` }
    if (result.code !== 0) return { ok: false, detail: `ends with ${describeExit(result)}` }
    return readAnswer(tool, result.stdout)
  } catch (thrown) {
    // Asked to stop: nobody wants another one to be looked for, or fetched.
    if (thrown instanceof UserError && thrown.causeClass === 'cancelled') throw thrown
    return { ok: false, detail: `cannot be started: ${errorMessage(thrown)}` }
  }
}

function readAnswer(tool: Tool, stdout: string): Answer {
  let data: unknown
  try {
    data = JSON.parse(stdout)
  } catch {
    return { ok: false, detail: `does not answer "${tool.askVersion.args.join(' ')}" with JSON` }
  }
  const fields = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  const field = fields[tool.askVersion.field]
  const version = typeof field === 'string' ? exactVersion(field) : undefined
  return version === undefined ? { ok: false, detail: 'names no version' } : { ok: true, version }
}

function describeExit(result: {
  readonly code: number | undefined
  readonly signal: string | undefined
}): string {
  return result.code === undefined ? (result.signal ?? 'a signal') : `exit code ${result.code}`
}

function passedOn(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const upper = name.toUpperCase()
      const wanted = PASSED.has(upper) || PASSED_PREFIXES.some((prefix) => upper.startsWith(prefix))
      return wanted && value !== undefined ? [[name, value]] : []
    }),
  )
}
