import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StackApply } from '../../../src/terraform/apply/stack-apply.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import { ROOT } from '../../lab/action-run.ts'
import type { ApplyProcess } from '../../lab/apply-process.ts'

export interface ProcessRun {
  readonly code: number | null
  readonly log: string
  readonly summary: string
  /** Undefined: it was killed before. */
  readonly result: StackApply | undefined
}

export interface RunningProcess {
  readonly child: ChildProcess
  readonly log: () => string
  readonly summary: () => Promise<string>
  /** Resolves once the log holds a text. */
  readonly until: (text: string) => Promise<void>
  readonly end: () => Promise<ProcessRun>
}

/** Starts an apply in a process of its own. */
export async function startApply(run: StackRun, planFile: string, folder: string): Promise<RunningProcess> {
  const [result, summaryFile] = [join(folder, 'result.json'), join(folder, 'summary.md')]
  await writeFile(summaryFile, '')
  const given: ApplyProcess = { run, planFile, folder }
  const child = spawn(process.execPath, ['--no-warnings', join(ROOT, 'test/lab/apply-process.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      APPLY: JSON.stringify(given),
      RESULT: result,
      GITHUB_STEP_SUMMARY: summaryFile,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
    },
  })
  await Promise.all([writeFile(join(folder, 'output'), ''), writeFile(join(folder, 'state'), '')])
  let log = ''
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const summary = () => readFile(summaryFile, 'utf8')
  return {
    child,
    log: () => log,
    summary,
    async until(text) {
      for (let tries = 0; !log.includes(text); tries += 1) {
        if (tries > 2_400 || child.exitCode !== null) throw new Error(`it never said ${text}: ${log}`)
        await sleep(25)
      }
    },
    async end() {
      const code = await closed
      const written = await readFile(result, 'utf8').catch(() => undefined)
      return {
        code,
        log,
        summary: await summary(),
        result: written === undefined ? undefined : (JSON.parse(written) as StackApply),
      }
    },
  }
}
