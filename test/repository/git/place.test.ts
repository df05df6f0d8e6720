import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../../src/core/errors.ts'
import { resolveCommit } from '../../../src/repository/git/commits.ts'
import { ask, git, gitError } from '../../../src/repository/git/place.ts'
import { readTree } from '../../../src/repository/git/tree.ts'
import { worktreeTree } from '../../../src/repository/git/worktree.ts'
import { newRepo, openRepo, removeTempFolders, runGit, tempFolder } from './support.ts'

afterAll(removeTempFolders)

describe('in a container the checkout belongs to somebody else', () => {
  const elsewhere = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }

  test('it is read all the same', async () => {
    const repo = newRepo()
    repo.commit({ 'a/main.tf': '' })
    const place = { ...repo.place, variables: elsewhere }
    expect((await readTree(place, 'HEAD')).map(({ path }) => path)).toEqual(['a/main.tf'])
    await using worktree = await worktreeTree(place)
    expect(worktree.tree).toBe(repo.git('rev-parse', 'HEAD^{tree}'))
  })
  test('also by a way that goes through a link', async () => {
    const repo = newRepo()
    repo.commit({ 'main.tf': '' })
    const link = join(tempFolder(), 'link')
    symlinkSync(repo.root, link)
    expect(await readTree({ ...repo.place, cwd: link, variables: elsewhere }, 'HEAD')).toHaveLength(1)
  })
  test('a repository above the one that was named is not: it may be anybody’s', async () => {
    const repo = newRepo()
    repo.commit({ 'a/main.tf': '' })
    const place = { ...repo.place, cwd: join(repo.root, 'a'), variables: elsewhere }
    const thrown: unknown = await readTree(place, 'HEAD').catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(UserError)
    expect((thrown as UserError).message).toContain('dubious ownership')
    expect((thrown as UserError).help).toContain('safe.directory')
  })
})

test('Git sees our variables and nothing of the job’s that could lead it astray', async () => {
  const repo = newRepo()
  const other = newRepo()
  const head = repo.commit({ 'main.tf': '1' })
  other.commit({ 'other.tf': '1' })
  const astray = {
    GIT_DIR: join(other.root, '.git'),
    GIT_WORK_TREE: other.root,
    GIT_INDEX_FILE: '/none',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'alias.x',
    GIT_CONFIG_VALUE_0: '!touch owned',
    GIT_TRACE: '1',
    LC_ALL: 'de_DE.UTF-8',
    AWS_SECRET_ACCESS_KEY: 'secret',
  }
  const place = { ...repo.place, env: { ...repo.place.env, ...astray } }
  expect(await resolveCommit(place, 'HEAD')).toBe(head)
  const env: Readonly<Record<string, string>> = repo.ran.at(-1)?.env ?? {}
  expect(
    Object.keys(env)
      .filter((name) => name in astray)
      .sort(),
  ).toEqual(['GIT_CONFIG_COUNT', 'GIT_CONFIG_KEY_0', 'GIT_CONFIG_VALUE_0', 'LC_ALL'])
  expect([env['GIT_CONFIG_KEY_0'], env['LC_ALL'], env['GIT_TERMINAL_PROMPT']]).toEqual([
    'core.quotePath',
    'C',
    '0',
  ])
})

test('configuration of ours is stronger than the repository’s, and not on the command line', async () => {
  const repo = newRepo()
  repo.git('config', 'core.quotePath', 'true')
  repo.git('config', 'x.y', 'theirs')
  const { stdout } = await git(repo.place, ['config', '--get', 'x.y'], { config: [['x.y', 'a = b\n"c"']] })
  expect(stdout).toBe('a = b\n"c"\n')
  expect(await ask(repo.place, ['config', '--get', 'core.quotePath'])).toBe('false')
  expect(repo.ran.flatMap(({ args }) => args).join(' ')).not.toContain('a = b')
})

test('without leave there is no way to a remote', async () => {
  const repo = newRepo()
  repo.commit()
  const clone = openRepo(join(tempFolder(), 'c'))
  mkdirSync(clone.root)
  runGit(clone.root, ['init', '--quiet'])
  const args = ['ls-remote', `file://${repo.root}`]
  expect((await git(clone.place, args)).stderr).toContain("transport 'file' not allowed")
  expect((await git(clone.place, args, { network: true })).code).toBe(0)
})

test('what Git says is told on one line, with what to do', () => {
  expect(
    gitError('do it', 'fatal: not a git repository (or any of the parent directories): .git\n'),
  ).toMatchObject({
    message: 'Git could not do it: not a git repository (or any of the parent directories): .git',
    help: expect.stringContaining('actions/checkout') as unknown,
  })
  expect(gitError('do it', '').message).toBe('Git could not do it')
})
