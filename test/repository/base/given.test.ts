import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../../src/core/errors.ts'
import { type GitHubLab, startGitHub } from '../../lab/github/server.ts'
import { checkoutOf, cloneOf, newRepo, openRepo, removeTempFolders, tempFolder } from '../git/support.ts'
import { changed, choose, compareIn } from './support.ts'

let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub()
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})
afterAll(removeTempFolders)

function history() {
  const origin = newRepo()
  const start = origin.commit({ 'a.tf': '1' })
  origin.git('tag', '-a', '-m', 'x', 'v1')
  origin.git('checkout', '--quiet', '-b', 'change')
  const head = origin.commit({ 'b.tf': '1' })
  origin.git('checkout', '--quiet', 'main')
  const main = origin.commit({ 'a.tf': '2' })
  return { origin, start, head, main }
}
const failure = async (promise: Promise<unknown>): Promise<UserError> => {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(UserError)
  return thrown as UserError
}

describe('a base that is given', () => {
  test('beats the event; a commit or tag is taken as it is', async () => {
    const { origin, start, head, main } = history()
    const clone = cloneOf(origin)
    const run = { event: 'schedule' }
    for (const base of ['v1', start, start.slice(0, 12), 'HEAD~1'])
      expect(await choose(clone, { run, base })).toEqual({
        head: main,
        base: start,
        source: 'input',
        unfinished: [],
        warnings: [],
      })
    expect(await choose(clone, { run, base: main, head })).toMatchObject({ head, base: main })
  })

  test('of a branch it is where the head left it', async () => {
    const { origin, start, head } = history()
    const clone = cloneOf(origin)
    clone.git('checkout', '--quiet', '--detach', head)
    for (const base of ['main', 'origin/main', 'refs/remotes/origin/main']) {
      const chosen = await choose(clone, { base })
      expect(chosen).toMatchObject({ head, base: start, source: 'input', warnings: [] })
      expect(changed(clone, chosen)).toEqual(['b.tf'])
    }
  })

  test('that a checkout of one commit does not know is got from the remote', async () => {
    const { origin, start, head, main } = history()
    compareIn(lab, origin)
    for (const [base, expected] of [
      ['main', start],
      ['origin/main', start],
      ['v1', start],
      [main, main],
    ] as const) {
      const checkout = checkoutOf(origin, head, '--depth=1')
      expect(await choose(checkout, { base, lab })).toMatchObject({ head, base: expected, warnings: [] })
    }
  })

  test('a branch whose parting is not known: its tip, which is wider, with a warning', async () => {
    const { origin, head, main } = history()
    const checkout = checkoutOf(origin, head, '--depth=1')
    const chosen = await choose(checkout, { base: 'main' })
    expect(chosen).toMatchObject({
      base: main,
      source: 'input',
      warnings: [expect.stringMatching(/^Compared with the tip of main/)],
    })
    expect(changed(checkout, chosen)).toEqual(['a.tf', 'b.tf'])
  })

  test('a head that is given is looked for in the same way', async () => {
    const { origin, start, head, main } = history()
    const checkout = checkoutOf(origin, main, '--depth=1')
    expect(await choose(checkout, { base: start, head: 'change' })).toMatchObject({ head, base: start })
    expect(await choose(checkout, { base: start, head })).toMatchObject({ head, base: start })
  })

  test('zeros (github.event.before of a new branch): everything', async () => {
    const { origin } = history()
    const chosen = await choose(origin, { base: '0'.repeat(40) })
    expect(chosen).toMatchObject({
      base: undefined,
      source: 'all',
      warnings: [expect.stringContaining('zeros')],
    })
  })

  test.each([
    'none',
    'f'.repeat(40),
    '--help',
    '-x',
    'a b',
    '$(touch x)',
    'main..HEAD',
    'HEAD:a.tf',
    '',
    'ma*',
  ])('“%s” is an error that names the input', async (base) => {
    const { origin } = history()
    const clone = cloneOf(origin)
    const error = await failure(choose(clone, { base }))
    expect(error.where).toBe('base')
    expect(error.message).toContain(`"${base}" is no branch, tag or commit of this repository`)
    expect(error.help).toContain('fetch-depth: 0')
    expect((await failure(choose(clone, { base: 'main', head: 'none' }))).where).toBe('head')
  })
})

describe('where there is nothing to judge', () => {
  test('no repository', async () => {
    const error = await failure(choose(openRepo(tempFolder()), { run: { event: 'push' } }))
    expect(error.message).toContain('not a git repository')
    expect(error.help).toContain('actions/checkout')
  })
  test('no commit', async () => {
    const repo = newRepo()
    const error = await failure(choose(repo, { run: { event: 'push' } }))
    expect([error.message, error.where]).toEqual(['The repository has no commit', repo.root])
  })
  test('no such folder', async () => {
    const error = await failure(choose(openRepo(join(tempFolder(), 'none')), {}))
    expect(error.message).toContain('working directory does not exist')
  })
  test('an empty .git folder', async () => {
    const root = tempFolder()
    mkdirSync(join(root, '.git'))
    expect((await failure(choose(openRepo(root), {}))).message).toContain('not a git repository')
  })
})
