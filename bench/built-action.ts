import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pullRequestEvent, ROOT } from '../test/lab/action-run.ts'
import type { GitHubProcess, GitHubReport } from './github.ts'
import { runOnce, type ProcessFigures } from './measure.ts'

export interface ActionFigures extends ProcessFigures {
  /** Bytes of the job summary. */
  readonly summaryBytes: number
  readonly gitHub: GitHubReport
}

/** Arguments of Node before the script. */
export type NodeArguments = readonly string[]

let runs = 0

/**
 * Runs the built `terraform-plan-comment` on plan JSON, as a runner starts it, against the fake GitHub.
 * Throws unless the action succeeded and GitHub had nothing to find fault with.
 */
export async function runBuiltAction(
  planFile: string,
  github: GitHubProcess,
  nodeArguments: NodeArguments = [],
  moreEnv: Readonly<Record<string, string>> = {},
): Promise<ActionFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-action-'))
  try {
    const temp = join(folder, 'temp')
    const workspace = join(folder, 'workspace')
    await mkdir(temp)
    await mkdir(join(workspace, 'infra'), { recursive: true })
    const file = async (name: string, content = ''): Promise<string> => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    }
    const event = pullRequestEvent()
    runs += 1
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/gitops',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: github.url,
      GITHUB_RUN_ID: String(1000 + runs),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'GitOps',
      GITHUB_JOB: 'plan',
      GITHUB_ACTOR: 'dev',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(event.payload)),
      GITHUB_OUTPUT: await file('output'),
      GITHUB_STATE: await file('state'),
      GITHUB_ENV: await file('env'),
      GITHUB_STEP_SUMMARY: await file('summary'),
      'INPUT_GITHUB-TOKEN': 'ghs_lab',
      'INPUT_WORKING-DIRECTORY': 'infra',
      'INPUT_PLAN-FILE': planFile,
      ...moreEnv,
    }
    const stub = join(ROOT, 'actions/terraform-plan-comment/main.js')
    const figures = await runOnce(process.execPath, [...nodeArguments, stub], {
      env,
      cwd: workspace,
      keepOutput: true,
    })
    const gitHub = await github.report()
    if (figures.code !== 0 || gitHub.problems.length > 0) {
      const said = [...gitHub.problems, figures.stdout.slice(-2000)].join('\n')
      throw new Error(`the action ended with ${figures.code ?? 'a signal'}:\n${said}`)
    }
    return { ...figures, gitHub, summaryBytes: (await stat(env.GITHUB_STEP_SUMMARY)).size }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface DistFigures {
  readonly bytes: number
  readonly files: number
}

export async function distFigures(): Promise<DistFigures> {
  const dist = join(ROOT, 'dist')
  const names = await readdir(dist)
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(dist, name))).size))
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: names.length }
}

export interface LoadedFigures {
  /** Bytes of the files in dist/ that were loaded before the action's first line. */
  readonly eager: number
  readonly eagerFiles: number
  /** Of all that were loaded until it ended. */
  readonly all: number
}

/** Which files of dist/ one run really loads, as a hook in Node's module loader sees it. */
export async function loadedFigures(planFile: string, github: GitHubProcess): Promise<LoadedFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-loaded-'))
  try {
    const list = join(folder, 'list')
    await runBuiltAction(planFile, github, ['--import', join(import.meta.dirname, 'loaded-hook.ts')], {
      BENCH_LOADED: list,
    })
    const lines = (await readFile(list, 'utf8')).trim().split('\n')
    const size = async (paths: readonly string[]): Promise<number> =>
      (await Promise.all(paths.map(async (path) => (await stat(path)).size))).reduce(
        (sum, next) => sum + next,
        0,
      )
    const inDist = (line: string): boolean => line.startsWith(join(ROOT, 'dist/'))
    const firstLine = lines.indexOf('first line')
    if (firstLine < 0) throw new Error('the action printed nothing')
    const eager = lines.slice(0, firstLine).filter(inDist)
    return { eager: await size(eager), eagerFiles: eager.length, all: await size(lines.filter(inDist)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
