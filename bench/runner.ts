import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileCommands, ROOT } from '../test/lab/action-run.ts'
import { runOnce, type ProcessFigures } from './measure.ts'

export interface RunnerRequest {
  /** `detect-changes`. */
  readonly action: string
  readonly event: { readonly name: string; readonly payload: unknown }
  /** As a workflow writes them: `plan-file`. */
  readonly inputs: Readonly<Record<string, string>>
  /** The checkout; absent: an empty folder that holds the folders named here. */
  readonly workspace?: string
  readonly folders?: readonly string[]
  /** Arguments of Node before the script. */
  readonly nodeArguments?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RunnerRun extends ProcessFigures {
  readonly outputs: Readonly<Record<string, string>>
  /** Bytes of the job summary. */
  readonly summaryBytes: number
}

let runs = 0

/** Runs a built action once, as a runner starts it, and measures the process: start to exit. */
export async function runAsRunner(request: RunnerRequest): Promise<RunnerRun> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-action-'))
  try {
    const temp = join(folder, 'temp')
    const workspace = request.workspace ?? join(folder, 'workspace')
    await mkdir(temp)
    for (const name of request.folders ?? []) await mkdir(join(workspace, name), { recursive: true })
    const file = async (name: string, content = ''): Promise<string> => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    }
    runs += 1
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/gitops',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'http://127.0.0.1:9', // nothing listens there
      GITHUB_RUN_ID: String(1000 + runs),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'GitOps',
      GITHUB_JOB: 'plan',
      GITHUB_ACTOR: 'dev',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      GITHUB_EVENT_NAME: request.event.name,
      GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(request.event.payload)),
      GITHUB_OUTPUT: await file('output'),
      GITHUB_STATE: await file('state'),
      GITHUB_ENV: await file('env'),
      GITHUB_STEP_SUMMARY: await file('summary'),
      'INPUT_GITHUB-TOKEN': 'ghs_lab',
      ...Object.fromEntries(
        Object.entries(request.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...request.env,
    }
    const stub = join(ROOT, 'actions', request.action, 'main.js')
    const args = [...(request.nodeArguments ?? []), stub]
    const figures = await runOnce(process.execPath, args, { env, cwd: workspace, keepOutput: true })
    const summary = await readFile(env.GITHUB_STEP_SUMMARY)
    return {
      ...figures,
      outputs: fileCommands(await readFile(env.GITHUB_OUTPUT, 'utf8')),
      summaryBytes: summary.length,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
