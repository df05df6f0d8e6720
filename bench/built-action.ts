import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pullRequestEvent, ROOT } from '../test/lab/action-run.ts'
import type { GitHubProcess, GitHubReport } from './github.ts'
import { runAsRunner, type RunnerRun } from './runner.ts'

export interface ActionFigures extends RunnerRun {
  readonly gitHub: GitHubReport
}

/** Arguments of Node before the script. */
export type NodeArguments = readonly string[]

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
  const run = await runAsRunner({
    action: 'terraform-plan-comment',
    event: pullRequestEvent(),
    inputs: { 'working-directory': 'infra', 'plan-file': planFile },
    folders: ['infra'],
    nodeArguments,
    env: { GITHUB_API_URL: github.url, ...moreEnv },
  })
  const gitHub = await github.report()
  if (run.code !== 0 || gitHub.problems.length > 0) {
    const said = [...gitHub.problems, run.stdout.slice(-2000)].join('\n')
    throw new Error(`the action ended with ${run.code ?? 'a signal'}:\n${said}`)
  }
  return { ...run, gitHub }
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
