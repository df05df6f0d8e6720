import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { smallToolEnv } from '../core/child-env.ts'
import { UserError } from '../core/errors.ts'
import type { Exec } from '../core/ports.ts'

export interface GitPlace {
  readonly exec: Exec
  readonly env: Readonly<Record<string, string>>
  /** Absolute path of the work tree. */
  readonly cwd: string
}

/** The commit that is checked out; empty when the folder is not a repository or has no commit. */
export async function headCommit(git: GitPlace): Promise<string> {
  const { code, stdout } = await run(git, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  return code === 0 ? stdout.trim() : ''
}

/** How many files of the work tree differ from where the branch left `base`. */
export async function changedSince(git: GitPlace, base: string): Promise<number> {
  const commit = await run(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`])
  if (commit.code !== 0) {
    throw new UserError(`${base} is no commit, branch or tag of this repository`, {
      where: '--base',
      help: 'Fetch it first (git fetch origin), or give another base.',
    })
  }
  await using index = await indexCopy(git)
  const from = await run(git, ['merge-base', commit.stdout.trim(), 'HEAD'])
  const diff = await run(
    git,
    ['diff', '--name-only', '-z', from.code === 0 ? from.stdout.trim() : commit.stdout.trim()],
    index.env,
  )
  if (diff.code !== 0)
    throw new UserError('git could not compare the work tree with the base', { where: '--base' })
  return diff.stdout.split('\0').filter((name) => name !== '').length
}

/** `git diff` refreshes the index it reads: it gets a copy, so that the repository stays as it is. */
async function indexCopy(git: GitPlace): Promise<AsyncDisposable & { readonly env: Record<string, string> }> {
  const { stdout } = await run(git, ['rev-parse', '--git-path', 'index'])
  const folder = await mkdtemp(join(tmpdir(), 'gitops-index-'))
  const copy = join(folder, 'index')
  await copyFile(resolve(git.cwd, stdout.trim()), copy).catch(() => undefined) // a repository without an index has none
  return {
    env: { GIT_INDEX_FILE: copy },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function run(
  { exec, env, cwd }: GitPlace,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<{ code: number | undefined; stdout: string }> {
  return exec('git', args, { cwd, env: { ...smallToolEnv(env), ...more } })
}
