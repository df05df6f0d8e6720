import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pullRequestEvent } from '../test/lab/action-run.ts'
import type { Bench } from './bench-options.ts'
import { startGitHubProcess } from './github.ts'
import type { Goal } from './goals.ts'
import * as show from './goals.ts'
import { median } from './measure.ts'
import { runAsRunner } from './runner.ts'

interface ResultsProcess {
  readonly env: Readonly<Record<string, string>>
  /** Of all parts. */
  readonly bytes: number
  report(): Promise<{ readonly calls: number; readonly problems: readonly string[] }>
  stop(): void
}

async function startResultsProcess(): Promise<ResultsProcess> {
  const child = fork(join(import.meta.dirname, 'fake-results.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = async (): Promise<unknown> => ((await once(child, 'message')) as unknown[])[0]
  const told = (await answer()) as Pick<ResultsProcess, 'env' | 'bytes'>
  return {
    ...told,
    async report() {
      const waiting = answer()
      child.send('report')
      return (await waiting) as Awaited<ReturnType<ResultsProcess['report']>>
    },
    stop: () => child.disconnect(),
  }
}

/** All measures of report: 250 parts in artifacts, a comment written anew, whole runs of the built action. */
export async function reportGoals({ rounds, say }: Bench): Promise<Goal[]> {
  say('Measuring: report over 250 parts …')
  const [github, results] = await Promise.all([startGitHubProcess(), startResultsProcess()])
  try {
    const runs: {
      wall: number
      cpu: number
      peakMiB: number
      calls: readonly string[]
      artifacts: number
    }[] = []
    // The first one makes the comment.
    for (let round = -1; round < rounds; round += 1) {
      const run = await runAsRunner({
        action: 'report',
        event: pullRequestEvent(),
        inputs: {},
        folders: ['.'],
        env: { ...results.env, GITHUB_API_URL: github.url, GITHUB_RUN_ID: '1000' },
      })
      const [{ calls, problems }, service] = await Promise.all([github.report(), results.report()])
      const wrong = [...problems, ...service.problems]
      if (run.code !== 0 || wrong.length > 0 || run.outputs['verdict'] !== 'changed') {
        const said = [...wrong, run.stdout.slice(-2000)].join('\n')
        throw new Error(`report ended with ${run.code ?? 'a signal'}:\n${said}`)
      }
      if (round < 0) continue
      const { wall, cpu, peakMiB } = run
      runs.push({ wall, cpu, peakMiB, calls, artifacts: service.calls })
    }
    const most = runs.map(({ calls }) => calls).reduce((a, b) => (b.length > a.length ? b : a))
    return [
      {
        what: 'report over 250 parts, the whole action',
        figure: median(runs.map(({ wall }) => wall)),
        limit: 2,
        show: show.seconds,
        detail: `CPU ${show.seconds(median(runs.map(({ cpu }) => cpu)))}, ${show.mebibytes(Math.max(...runs.map(({ peakMiB }) => peakMiB)))}; ${show.megabytes(results.bytes)} of parts, ${median(runs.map(({ artifacts }) => artifacts))} requests to the results service`,
      },
      {
        what: 'GitHub calls of a report over 250 parts',
        figure: most.length,
        limit: 6,
        show: show.plain,
        detail: most.map((call) => call.replace(/ \d+$/, '')).join(', '),
      },
    ]
  } finally {
    github.stop()
    results.stop()
  }
}
