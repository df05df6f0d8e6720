import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { promisify } from 'node:util'

/** Runs Git without this machine's configuration and hooks; gives what it prints, without the last line break. */
export async function runGit(folder: string, ...args: readonly string[]): Promise<string> {
  const who = { NAME: 'Dev', EMAIL: 'dev@example.com', DATE: '1750000000 +0000' }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    ...Object.fromEntries(
      Object.entries(who).flatMap(([name, value]) => [
        [`GIT_AUTHOR_${name}`, value],
        [`GIT_COMMITTER_${name}`, value],
      ]),
    ),
  }
  const { stdout } = await promisify(execFile)('git', args, { cwd: folder, env, maxBuffer: 1 << 28 })
  return stdout.trimEnd()
}
