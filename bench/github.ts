import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What became of the fake GitHub since it was last asked. */
export interface GitHubReport {
  /** `issues/update-comment 200`, in order. */
  readonly calls: readonly string[]
  /** Where a request departed from GitHub's description. */
  readonly problems: readonly string[]
  /** Our comment as it stands, '' when there is none. */
  readonly body: string
}

export interface GitHubProcess {
  readonly url: string
  /** Tells, and edits our comment, so that the next run has something to write. */
  report(): Promise<GitHubReport>
  stop(): void
}

export async function startGitHubProcess(): Promise<GitHubProcess> {
  const child = fork(join(import.meta.dirname, 'fake-github.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = async (): Promise<unknown> => ((await once(child, 'message')) as unknown[])[0]
  const url = await answer()
  if (typeof url !== 'string') throw new Error('the fake GitHub does not tell its address')
  return {
    url,
    async report() {
      const waiting = answer()
      child.send('report')
      return (await waiting) as GitHubReport
    },
    stop: () => child.disconnect(),
  }
}
