import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeExec } from '../src/core/exec.ts'
import type { Log } from '../src/core/ports.ts'
import { findCliTool, type CliTool } from '../test/lab/cli-tool.ts'
import { runOnce, type ProcessFigures } from './measure.ts'

/** What detect-changes is measured against. Only here: building it takes two minutes. */
const TERRAMATE: CliTool = {
  name: 'terramate',
  version: '0.17.2',
  versionFlag: '--version',
  goPackage: 'github.com/terramate-io/terramate/cmd/terramate',
  goWrapper: true,
}

/** Path of terramate 0.17.2: on PATH, in the cache, or built with Go. @throws UserError that says why it cannot be had. */
export function findTerramate(say: (text: string) => void): Promise<string> {
  const log: Log = {
    ...{ info: say, debug: () => undefined, notice: say, warning: say, error: say },
    group: (_title, body) => body(),
    mask: () => undefined,
  }
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() }
  return findCliTool(TERRAMATE, process.env, { exec: makeExec(), log, clock })
}

export interface ListChanged extends ProcessFigures {
  /** Paths of stacks, sorted. */
  readonly stacks: readonly string[]
}

/** `terramate list --changed` against a base, without its calls home. */
export async function listChanged(terramate: string, folder: string, base: string): Promise<ListChanged> {
  const config = join(folder, '.git/terramaterc')
  await writeFile(config, 'disable_checkpoint = true\ndisable_telemetry = true\n')
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: join(folder, '.git'),
    TM_CLI_CONFIG_FILE: config,
  }
  const args = ['list', '--changed', '--git-change-base', base]
  const run = await runOnce(terramate, args, { cwd: folder, env, keepOutput: true })
  if (run.code !== 0) throw new Error(`terramate ended with ${run.code ?? 'a signal'}: ${run.stdout}`)
  return { ...run, stacks: run.stdout.trim().split('\n').sort() }
}
