import { makeGitHub, type GitHubSettings } from '../../../src/core/github.ts'
import type { GitHub } from '../../../src/core/github-port.ts'
import type { GitHubLab } from './server.ts'

export interface Client {
  readonly github: GitHub
  /** Milliseconds of each wait before a retry. No test really waits. */
  readonly waits: readonly number[]
  /** Everything that was logged. */
  readonly lines: readonly string[]
}

/** The real client against the lab, with a clock that jumps. */
export async function connect(lab: GitHubLab, settings: Partial<GitHubSettings> = {}): Promise<Client> {
  const waits: number[] = []
  const lines: string[] = []
  let now = Date.parse('2026-01-01T12:00:00Z')
  const line = (message: string): void => {
    lines.push(message)
  }
  const github = await makeGitHub({
    token: 'ghs_lab',
    repository: 'acme/gitops',
    apiUrl: lab.url,
    pace: false,
    clock: {
      now: () => now,
      sleep(ms) {
        waits.push(ms)
        now += ms
        return Promise.resolve()
      },
    },
    log: {
      info: line,
      debug: line,
      notice: line,
      warning: line,
      error: line,
      mask: line,
      group: (_, body) => body(),
    },
    ...settings,
  })
  return { github, waits, lines }
}

/** What was asked and answered, short: `issues/list-comments 200`. */
export const asked = (lab: GitHubLab, from = 0): readonly string[] =>
  lab.calls.slice(from).map(({ operationId, status }) => `${operationId ?? '?'} ${status}`)
