import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The one repository of the lab. */
export const REPOSITORY = 'acme/gitops'

/** What a workflow runs in. */
export interface RunRepo {
  /** Holds everything; gone when the repository is disposed. */
  readonly folder: string
  /** act reads the workflows here. */
  readonly workTree: string
  /** `<remotes>/acme/gitops.git` is what is checked out in the jobs. */
  readonly remotes: string
}

export type Git = (...args: readonly string[]) => string

/** Git that knows no configuration but its own; times stand still, so that commits are the same each time. */
export function gitIn(folder: string, home: string): Git {
  const person = { NAME: 'dev', EMAIL: 'dev@example.com', DATE: '2026-01-01T00:00:00Z' }
  const who = Object.fromEntries(
    Object.entries(person).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  )
  const env = { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1', ...who }
  return (...args) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()
}

/** Commits all there is, and says which commit that is. */
export function commitAll(git: Git, message: string): string {
  git('add', '--all')
  git('commit', '--quiet', '--allow-empty', '--message', message)
  return git('rev-parse', 'HEAD')
}

export async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
