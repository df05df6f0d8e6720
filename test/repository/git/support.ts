import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { GitPlace } from '../../../src/repository/git/place.ts'
import { recordingExec, type Ran } from '../../lab/recording-exec.ts'

/** A real repository, made for one test. */
export interface TestRepo {
  readonly root: string
  readonly place: GitPlace
  /** Every program that was started through `place`. */
  readonly ran: readonly Ran[]
  /** Runs Git as a person would; the output without its last line end. */
  git(...args: readonly string[]): string
  /** Text, or a symbolic link's target as `{link}`. */
  write(path: string, content: string | Buffer): void
  /** Everything in the work tree, in a new commit. */
  commit(files?: Readonly<Record<string, string>>): string
}

const folders: string[] = []

export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitops-repository-')))
  folders.push(folder)
  return folder
}

export function removeTempFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

const PERSON = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
}
let clock = 1_767_225_600

/** What Git of these tests sees: nothing of the machine it runs on. */
export const gitEnv: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: join(tmpdir(), 'gitops-no-home'),
  XDG_CONFIG_HOME: join(tmpdir(), 'gitops-no-home'),
}

export function runGit(cwd: string, args: readonly string[], input?: string | Buffer): Buffer {
  const date = `${(clock += 60)} +0000`
  const env = { ...gitEnv, ...PERSON, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, LC_ALL: 'C' }
  return execFileSync('git', args, {
    cwd,
    env,
    input: input ?? '',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1e9,
  })
}

export function openRepo(root: string): TestRepo {
  const ran: Ran[] = []
  const git = (...args: readonly string[]): string => runGit(root, args).toString().replace(/\n$/, '')
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return {
    root,
    ran,
    place: { exec: recordingExec(ran), env: gitEnv, cwd: root },
    git,
    write,
    commit(files = {}) {
      for (const [path, content] of Object.entries(files)) write(path, content)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'change')
      return git('rev-parse', 'HEAD')
    },
  }
}

export function newRepo(...options: readonly string[]): TestRepo {
  const root = join(tempFolder(), 'repo')
  mkdirSync(root)
  runGit(root, ['init', '--quiet', '--initial-branch=main', ...options])
  // As GitHub lets it: any commit by its id, and partial clones.
  runGit(root, ['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  runGit(root, ['config', 'uploadpack.allowFilter', 'true'])
  return openRepo(root)
}

/** As actions/checkout does it: one commit, by its id, so deep. */
export function checkoutOf(origin: TestRepo, commit: string, ...options: readonly string[]): TestRepo {
  const root = join(tempFolder(), 'checkout')
  mkdirSync(root)
  runGit(root, ['init', '--quiet', '--initial-branch=main'])
  runGit(root, ['remote', 'add', 'origin', `file://${origin.root}`])
  runGit(root, ['fetch', '--quiet', '--no-tags', ...options, 'origin', commit])
  runGit(root, ['checkout', '--quiet', '--detach', commit])
  return openRepo(root)
}

export function cloneOf(origin: TestRepo, ...options: readonly string[]): TestRepo {
  const root = join(tempFolder(), 'clone')
  runGit(dirname(root), ['clone', '--quiet', ...options, `file://${origin.root}`, root])
  return openRepo(root)
}

/**
 * Every file below a folder with its size, time and content: two listings are equal when nothing was touched. Not the
 * time of objects: Git renews it where it would write one that is there already.
 */
export function listing(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 }
    const name = path.slice(folder.length + 1)
    const isObject = /^objects\/..\/|^sharedindex/.test(name)
    found[name] =
      `${isObject ? '' : mtimeMs} ${size} ${entry.isFile() ? readFileSync(path).toString('latin1').slice(0, 2000) : ''}`
  }
  return found
}
