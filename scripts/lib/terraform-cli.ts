import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** One program that makes plans: its name in file names, and where it is. */
export interface PlanTool {
  readonly name: 'terraform' | 'tofu'
  readonly path: string
  readonly version: string
}

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly cwd: string
  /** A folder of our own: home, empty CLI configuration. */
  readonly home: string
  /** Text of the CLI configuration; default none, so that no setting of the machine gets in. */
  readonly cliConfig?: string
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes that are no error. Default 0. */
  readonly accept?: readonly number[]
}

/**
 * Runs terraform or tofu with a clean environment.
 * Throws with the end of its output when the exit code is not one of `accept`.
 */
export async function terraform(
  path: string,
  args: readonly string[],
  options: CliOptions,
): Promise<CliResult> {
  await mkdir(options.home, { recursive: true })
  const config = join(options.home, 'cli.tfrc')
  await writeFile(config, options.cliConfig ?? '')
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: options.home,
    TF_CLI_CONFIG_FILE: config,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    ...options.env,
  }
  const result = await new Promise<CliResult>((resolve, reject) => {
    execFile(path, [...args], { cwd: options.cwd, env, maxBuffer: 1024 ** 3 }, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr })
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
      else reject(new Error(`${path} could not run`, { cause: error }))
    })
  })
  if (!(options.accept ?? [0]).includes(result.code)) {
    const tail = `${result.stdout}\n${result.stderr}`.slice(-3000)
    throw new Error(`${path} ${args.join(' ')} in ${options.cwd}: exit ${result.code}\n${tail}`)
  }
  return result
}

/** Reads a `name=path` argument and asks the program for its version. */
export async function planTool(argument: string, home: string): Promise<PlanTool> {
  const at = argument.indexOf('=')
  const name = argument.slice(0, at)
  const path = argument.slice(at + 1)
  if ((name !== 'terraform' && name !== 'tofu') || path === '') {
    throw new Error(`--tool ${argument}: write terraform=PATH or tofu=PATH`)
  }
  const { stdout } = await terraform(path, ['version', '-json'], { cwd: dirname(home), home })
  const parsed = JSON.parse(stdout) as { terraform_version?: string }
  if (parsed.terraform_version === undefined) throw new Error(`${path} does not tell its version`)
  return { name, path, version: parsed.terraform_version }
}
