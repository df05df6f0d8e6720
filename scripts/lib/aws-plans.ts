import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { satisfies } from 'semver'
import type { Scenario } from '../../test/lab/plans.ts'
import { plansFolder, readScenario } from '../../test/lab/plans.ts'
import { stablePlan } from './plan-json.ts'
import { editState, stableUuid } from './state-file.ts'
import type { PlanTool } from './terraform-cli.ts'
import { terraform } from './terraform-cli.ts'

export interface AwsOptions {
  readonly tools: readonly PlanTool[]
  readonly scenarios: readonly string[]
  /** Filesystem mirror that holds `registry.terraform.io/hashicorp/aws`. */
  readonly mirror: string
  /** A folder of our own. */
  readonly work: string
  readonly save: (name: string, tool: PlanTool, text: string, note: string) => Promise<void>
}

const region = 'eu-west-1'

/** What moto draws anew at each run (its seed is no help: answers to polling draw from it too). */
const drawn = [
  // vpc-0123456789abcdef0, sg-…
  [
    /\b([a-z]{2,8})-[0-9a-f]{17}\b/g,
    (number: number, [, kind]: readonly string[]) => `${kind ?? ''}-${hex(number)}`,
  ],
  [/(?<="unique_id":")[^"]+/g, (number: number) => `AROAEXAMPLE${hex(number).slice(-10)}`],
  [/\bAKIA[A-Z0-9]{16}\b/g, (number: number) => `AKIAEXAMPLE${hex(number).slice(-9)}`],
  [/\bterraform-\d{26}\b/g, (number: number) => `terraform-20250101${String(number).padStart(18, '0')}`],
  [
    /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
    (number: number) => stableUuid(`aws ${number}`),
  ],
  [/(?<=:secret:[a-z-]+-)[A-Za-z0-9]{6}\b/g, (number: number) => `Ex${String(number).padStart(4, '0')}`],
  [
    /(?<="(?:secret|ses_smtp_password_v4)":")[^"]+/g,
    (number: number) => `example-only-not-a-secret-key-${number}`,
  ],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)/g, () => '2025-01-01T00:00:00Z'],
] as const

function hex(number: number): string {
  return number.toString(16).padStart(17, '0')
}

/** Numbers each drawn value by its first appearance, and writes the same for the same. */
function stableIds(text: string): string {
  return drawn.reduce((rest, [pattern, name]) => {
    const known = new Map<string, string>()
    return rest.replace(pattern, (...groups) => {
      const [all] = groups as string[]
      if (all === undefined) return ''
      const stable = known.get(all) ?? name(known.size + 1, groups as string[])
      known.set(all, stable)
      return stable
    })
  }, text)
}

/** Makes the `aws-*` plans: the real AWS provider against moto, which is started for each and stopped after it. */
export async function makeAwsPlans(options: AwsOptions): Promise<void> {
  for (const name of options.scenarios) {
    const scenario = readScenario(name)
    for (const tool of options.tools) {
      const range = scenario.versions === undefined ? '*' : scenario.versions[tool.name]
      if (range === undefined || !satisfies(tool.version, range)) continue
      const moto = await startMoto(options.work)
      try {
        const { text, note } = await makePlan(name, scenario, tool, moto.url, options)
        await options.save(name, tool, text, note)
      } finally {
        await moto.stop()
      }
    }
  }
}

async function makePlan(
  name: string,
  scenario: Scenario,
  tool: PlanTool,
  endpoint: string,
  { work, mirror }: AwsOptions,
): Promise<{ text: string; note: string }> {
  const cwd = join(work, `${name}-${tool.version}`)
  const state = join(cwd, 'terraform.tfstate')
  const env = awsEnvironment(endpoint)
  const options = {
    cwd,
    env,
    home: join(work, 'home'),
    cliConfig: `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  }
  const run = (args: string[], accept?: number[]) =>
    terraform(tool.path, args, accept === undefined ? options : { ...options, accept })

  await cp(join(plansFolder, name, 'base'), cwd, { recursive: true })
  await run(['init', '-input=false', '-no-color'])
  await run(['apply', '-input=false', '-no-color', '-auto-approve'])
  const outputs = JSON.parse((await run(['output', '-json'])).stdout) as Record<string, { value: unknown }>
  for (const command of scenario.outside ?? []) {
    const args = command.map((word) =>
      word.replace(/^\{(\w+)\}$/, (_all, output: string) => String(outputs[output]?.value)),
    )
    await promisify(execFile)('aws', ['--endpoint-url', endpoint, ...args], {
      env: { ...process.env, ...env },
    })
  }
  await writeFile(state, editState(await readFile(state, 'utf8'), scenario))
  await cp(join(plansFolder, name, 'head'), cwd, { recursive: true })

  const plan = ['plan', '-input=false', '-no-color', '-detailed-exitcode', '-out=plan']
  const accept = scenario.exitCode === undefined ? [0, 2] : [scenario.exitCode]
  const { code } = await run([...plan, ...(scenario.planArgs ?? [])], accept)
  const { stdout } = await run(['show', '-json', 'plan'])
  await rm(cwd, { recursive: true })
  return { text: stablePlan(stableIds(stdout)), note: `exit ${code}` }
}

/** Where moto is and who we are to it. */
export function awsEnvironment(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'example',
    AWS_SECRET_ACCESS_KEY: 'example-only-not-a-secret',
    AWS_PAGER: '',
  }
}

export interface Moto {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts moto on a free port and waits until it answers. */
export async function startMoto(work: string, command = 'moto_server'): Promise<Moto> {
  await mkdir(work, { recursive: true })
  const port = await freePort()
  const child = spawn(command, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for (let tries = 0; tries < 120; tries += 1) {
    try {
      const answer = await fetch(`${url}/moto-api/`)
      if (answer.ok) return { url, stop }
    } catch {
      // Not listening yet.
    }
    if (child.exitCode !== null) break
    await sleep(250)
  }
  await stop()
  throw new Error('moto_server does not start: is moto[server] installed?')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
