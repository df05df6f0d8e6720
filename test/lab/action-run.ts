import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '../..')

export interface ActionRunRequest {
  /** `terraform-plan-comment`; `pipeline` is the root action. */
  readonly action: string
  readonly inputs?: Readonly<Record<string, string>>
  /** Folder that stands for the checkout. */
  readonly workspace: string
  readonly event?: { readonly name: string; readonly payload: unknown }
  readonly env?: Readonly<Record<string, string>>
  /** State of an earlier run of the same step: makes this the post step. */
  readonly state?: Readonly<Record<string, string>>
  /** Called with the action's process: to signal it, as the runner does. */
  readonly onStart?: (child: ChildProcess) => void
  /** Where the job's temporary files go; made and kept by the caller when it wants to look at them. */
  readonly temp?: string
}

export interface ActionRun {
  readonly code: number | null
  /** All that was printed, both streams. */
  readonly log: string
  /** What the runner was asked to mask. */
  readonly masks: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly seconds: number
}

/** Starts the built action as a runner starts it: nothing but `INPUT_*`, the event file and the file commands. */
export async function runActionProcess(request: ActionRunRequest): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'action-'))
  const temp = request.temp ?? join(folder, 'temp')
  await mkdir(temp, { recursive: true })
  const file = async (name: string, content = ''): Promise<string> => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  try {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? folder,
      TF_CLI_CONFIG_FILE: await file('terraformrc'),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/gitops',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'http://127.0.0.1:9', // nothing listens there: a call nobody expects fails
      GITHUB_RUN_ID: '1000',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'GitOps',
      GITHUB_JOB: 'plan',
      GITHUB_ACTOR: 'dev',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_WORKSPACE: request.workspace,
      RUNNER_TEMP: temp,
      GITHUB_EVENT_NAME: request.event?.name ?? 'workflow_dispatch',
      GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(request.event?.payload ?? {})),
      GITHUB_OUTPUT: await file('output'),
      GITHUB_STATE: await file('state'),
      GITHUB_ENV: await file('env'),
      GITHUB_STEP_SUMMARY: await file('summary'),
      ...Object.fromEntries(
        Object.entries(request.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...Object.fromEntries(
        Object.entries(request.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]),
      ),
      ...request.env,
    }
    const started = performance.now()
    const { code, log: printed } = await start(request, env)
    const { log, masks } = asTheRunnerShows(printed)
    return {
      code,
      log,
      masks,
      outputs: fileCommands(await readFile(env.GITHUB_OUTPUT, 'utf8')),
      state: fileCommands(await readFile(env.GITHUB_STATE, 'utf8')),
      summary: await readFile(env.GITHUB_STEP_SUMMARY, 'utf8'),
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function start(
  request: ActionRunRequest,
  env: Record<string, string>,
): Promise<{ code: number | null; log: string }> {
  const stub =
    request.action === 'pipeline' ? join(ROOT, 'main.js') : join(ROOT, 'actions', request.action, 'main.js')
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('dist/ is missing: npm run build')
  // For whoever is at work on the sources: Node runs them as they are, without a build. CI never sets it.
  const fromSources = process.env['LAB_FROM_SOURCES'] === '1' && process.env['CI'] === undefined
  const script = `await (await import(${JSON.stringify(join(ROOT, 'src/main.ts'))})).run(${JSON.stringify(request.action)})`
  const program = fromSources ? ['--input-type=module', '--no-warnings', '--eval', script] : [stub]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, {
      env,
      cwd: request.workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    request.onStart?.(child)
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, log: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** The runner takes `add-mask` lines for itself; they are in no log. */
function asTheRunnerShows(printed: string): { readonly log: string; readonly masks: readonly string[] } {
  const lines = printed.split('\n')
  const isMask = (line: string): boolean => line.startsWith('::add-mask::')
  return {
    log: lines.filter((line) => !isMask(line)).join('\n'),
    masks: lines.filter(isMask).map((line) => line.slice('::add-mask::'.length).trimEnd()),
  }
}

/** Reads `name<<delimiter` blocks, as the runner does. */
export function fileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const block = /^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm
  for (const [, name = '', , value = ''] of text.matchAll(block)) found[name] = value
  return found
}

/** The event of a pull request of `acme/gitops`. */
export function pullRequestEvent(options: { number?: number; headSha?: string; fork?: boolean } = {}): {
  name: string
  payload: unknown
} {
  const repository = { full_name: 'acme/gitops', default_branch: 'main', private: true }
  const number = options.number ?? 7
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number,
      repository,
      pull_request: {
        number,
        state: 'open',
        head: {
          ref: 'change',
          sha: options.headSha ?? 'b'.repeat(40),
          repo: { full_name: options.fork === true ? 'mallory/gitops' : 'acme/gitops' },
        },
        base: { ref: 'main', sha: 'c'.repeat(40), repo: repository },
      },
    },
  }
}
