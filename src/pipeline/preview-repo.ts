import { constants } from 'node:fs'
import {
  copyFile,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  symlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../core/errors.ts'
import { check, git, type GitPlace } from '../repository/git/place.ts'

/** Left out of the copy: what tools made, and Git's own folder (a plan does not read it). */
const NOT_COPIED = new Set(['.git', '.terraform', '.terragrunt-cache', 'node_modules', '.gitops-pipeline'])

/**
 * Copies a repository's work tree to `target`, so that a plan leaves the original as it is: no `.terraform`, no lock
 * file, no state lock. Untracked and ignored files come along, since variable files and local states often are.
 */
export async function copyRepository(source: string, target: string): Promise<void> {
  const real = await realpath(source).catch((cause: unknown) => {
    throw new UserError('there is no such folder', {
      where: source,
      help: 'Give the path of a repository: --repo DIR.',
      cause,
    })
  })
  if (!(await lstat(real)).isDirectory()) {
    throw new UserError('this is not a folder', {
      where: source,
      help: 'Give the path of a repository: --repo DIR.',
    })
  }
  await copyFolder(real, target)
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (NOT_COPIED.has(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyFolder(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else if (entry.isFile()) await copyFile(source, target, constants.COPYFILE_FICLONE)
    // Sockets, pipes and devices are no part of a repository.
  }
}

export interface QuickStart {
  readonly title: string
  readonly branch: string
}

/** Lays out the quick-start example: the repository with its base committed, then the pull request's change over it. */
export async function layOutQuickStart(
  example: string,
  target: string,
  place: GitPlace,
): Promise<QuickStart> {
  await copyFolder(join(example, 'repo'), target)
  await commitAll(place)
  await cp(join(example, 'change'), target, { recursive: true, force: true })
  const change = JSON.parse(await readFile(join(example, 'change.json'), 'utf8')) as {
    title: string
    branch: string
    delete?: readonly string[]
  }
  for (const path of change.delete ?? []) await rm(join(target, path), { recursive: true, force: true })
  return { title: change.title, branch: change.branch }
}

/** A new repository with one commit, whatever the user's own configuration of Git says. */
async function commitAll(place: GitPlace): Promise<void> {
  const config = [
    ['user.name', 'quick start'],
    ['user.email', 'quick-start@example.com'],
    ['commit.gpgSign', 'false'],
    ['core.autocrlf', 'false'],
    ['core.excludesFile', '/dev/null'],
  ] as const
  for (const args of [
    ['init', '--quiet', '--template='],
    ['add', '--all', '--force'],
    ['commit', '--quiet', '--no-verify', '--message=base'],
  ]) {
    check('lay out the example', await git(place, args, { config }))
  }
}

/** Makes sure that the folder of a file is there. */
export async function makeFolderOf(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
}
