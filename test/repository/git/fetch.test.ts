import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { UserError } from '../../../src/core/errors.ts'
import { hasCommit, isShallow } from '../../../src/repository/git/commits.ts'
import { fetchCommits, remoteCommit } from '../../../src/repository/git/fetch.ts'
import { readTree } from '../../../src/repository/git/tree.ts'
import { withoutCredentials, wordsOf } from '../../../src/repository/git/place.ts'
import { type HttpRemote, serveGit } from './http-remote.ts'
import { checkoutOf, cloneOf, newRepo, removeTempFolders, type TestRepo } from './support.ts'

afterAll(removeTempFolders)

const access = { serverUrl: 'https://github.com' }
const fetches = (repo: TestRepo): number => repo.ran.filter(({ args }) => args[0] === 'fetch').length
const failure = async (promise: Promise<unknown>): Promise<UserError> => {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(UserError)
  return thrown as UserError
}

function history() {
  const origin = newRepo()
  const one = origin.commit({ 'main.tf': 'one' })
  const two = origin.commit({ 'main.tf': 'two' })
  const three = origin.commit({ 'main.tf': 'three' })
  return { origin, one, two, three }
}

describe('commits', () => {
  test('that are there are not fetched', async () => {
    const { origin, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    await fetchCommits(checkout.place, [three, three], access)
    expect(fetches(checkout)).toBe(0)
  })

  test('come without history into a shallow clone, all at once, and no ref moves', async () => {
    const { origin, one, two, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    rmSync(join(checkout.root, '.git/FETCH_HEAD'))
    const refs = checkout.git('for-each-ref')
    await fetchCommits(checkout.place, [two, three, one], access)
    expect(fetches(checkout)).toBe(1)
    expect((await readTree(checkout.place, one)).map(({ path }) => path)).toEqual(['main.tf'])
    expect(checkout.git('show', `${two}:main.tf`)).toBe('two')
    expect(await isShallow(checkout.place)).toBe(true)
    expect(checkout.git('for-each-ref')).toBe(refs)
    expect(existsSync(join(checkout.root, '.git/FETCH_HEAD'))).toBe(false)
    expect(checkout.git('fsck', '--connectivity-only', '--no-dangling')).toBe('')
  })

  test('a whole clone stays whole', async () => {
    const { origin, two } = history()
    const clone = cloneOf(origin)
    origin.git('checkout', '--quiet', '--detach', two)
    const late = origin.commit({ 'late.tf': '' })
    await fetchCommits(clone.place, [late], access)
    expect(await isShallow(clone.place)).toBe(false)
    expect(clone.git('log', '--format=%H', '-2', late)).toBe(`${late}\n${two}`)
  })

  test('two runs at once', async () => {
    const { origin, one, two, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    await Promise.all([
      fetchCommits(checkout.place, [one], access),
      fetchCommits(checkout.place, [two], access),
    ])
    expect([await hasCommit(checkout.place, one), await hasCommit(checkout.place, two)]).toEqual([true, true])
  })

  test('another run’s lock is waited for', async () => {
    const { origin, one, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    const lock = join(checkout.root, '.git/shallow.lock')
    writeFileSync(lock, '')
    setTimeout(() => rmSync(lock), 400)
    await fetchCommits(checkout.place, [one], access)
    expect(await hasCommit(checkout.place, one)).toBe(true)
  })

  test('in a fork: what the other remote has is not asked for', async () => {
    const { origin, one, three } = history()
    const fork = cloneOf(origin)
    const theirs = fork.commit({ 'fork.tf': '' })
    const checkout = checkoutOf(origin, three, '--depth=1')
    checkout.git('remote', 'add', 'fork', `file://${fork.root}`)
    await fetchCommits(checkout.place, [one], access)
    expect((await failure(fetchCommits(checkout.place, [theirs], access))).message).toContain('from origin')
  })
})

describe('branches and tags of the remote', () => {
  test('by their whole name only', async () => {
    const { origin, one, two, three } = history()
    origin.git('branch', 'release/1', one)
    origin.git('tag', '-a', '-m', 'x', 'v2', two)
    origin.git('tag', 'light', two)
    const checkout = checkoutOf(origin, three, '--depth=1')
    const ask = (name: string) => remoteCommit(checkout.place, name, access)
    expect(await ask('main')).toEqual({ sha: three, branch: true })
    expect(await ask('release/1')).toEqual({ sha: one, branch: true })
    expect(await ask('v2')).toEqual({ sha: two, branch: false })
    expect(await ask('light')).toEqual({ sha: two, branch: false })
    for (const none of [
      '1',
      'release',
      'ma*',
      'mai?',
      '[m]ain',
      '',
      '--upload-pack=touch x',
      'main\n',
      'refs/heads/main',
    ])
      expect([none, await ask(none)]).toEqual([none, undefined])
  })
})

describe('what cannot be had', () => {
  test('no remote', async () => {
    const { origin } = history()
    const error = await failure(fetchCommits(origin.place, ['f'.repeat(40)], access))
    expect(error.message).toBe(
      `Commit ${'f'.repeat(40)} is not in this repository, and it has no remote to fetch it from`,
    )
    expect(error.help).toContain('fetch-depth')
  })
  test('unknown to the remote', async () => {
    const { origin, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    const error = await failure(fetchCommits(checkout.place, ['f'.repeat(40)], access))
    expect(error.message).toContain(`Commit ${'f'.repeat(40)} could not be fetched from origin: `)
    expect(error.message).toContain('not our ref')
    expect(error.help).toContain('fetch-depth: 2')
  })
  test('no id', async () => {
    const { origin, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    expect((await failure(fetchCommits(checkout.place, ['--upload-pack=x'], access))).message).toBe(
      '--upload-pack=x is no commit id',
    )
    expect(fetches(checkout)).toBe(0)
  })
  test('an address with a password in it is not shown', async () => {
    const { origin, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    checkout.git('remote', 'set-url', 'origin', 'http://bot:hunter22@127.0.0.1:9/acme/gitops')
    const error = await failure(fetchCommits(checkout.place, ['f'.repeat(40)], access))
    expect(error.message).toContain('127.0.0.1')
    expect(inspect(error)).not.toContain('hunter22')
  })
  test('credentials are cut out of any address', () => {
    expect(withoutCredentials('x https://a:b@h/p and ssh://git@h:22/x, https://h/p@v1 ok')).toBe(
      'x https://h/p and ssh://h:22/x, https://h/p@v1 ok',
    )
    expect(wordsOf("fatal: unable to access 'https://t0ken@h/':\nerror: x\n\nhint: y\nz\nmore")).toBe(
      "unable to access 'https://h/':; x; z",
    )
  })
})

describe('over HTTP', () => {
  const token = 'ghs_tokenOfTheJob'
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  let remote: HttpRemote | undefined
  afterEach(() => remote?.close())

  async function setUp(header = `basic ${basic}`) {
    const { origin, one, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    remote = await serveGit(origin.root, header)
    checkout.git('remote', 'set-url', 'origin', `${remote.url}/acme/gitops`)
    return { checkout, one, url: remote.url, remote }
  }
  /** All that other programs and files could see of a run. */
  const seen = (checkout: TestRepo): string =>
    inspect(
      checkout.ran.map(({ args }) => args),
      { depth: 9 },
    )

  test('without credentials the token is used, by environment', async () => {
    const { checkout, one, url, remote } = await setUp()
    await fetchCommits(checkout.place, [one], { token, serverUrl: `${url}/` })
    expect(await hasCommit(checkout.place, one)).toBe(true)
    expect(fetches(checkout)).toBe(2)
    expect(remote.authorizations[0]).toBe('')
    expect(seen(checkout)).not.toContain(basic)
    expect(seen(checkout)).not.toContain(token)
    expect(checkout.git('config', '--list')).not.toContain(basic)
  })

  test('credentials of the checkout are enough', async () => {
    const { checkout, one, url } = await setUp('basic theirs')
    checkout.git('config', `http.${url}/.extraheader`, 'AUTHORIZATION: basic theirs')
    await fetchCommits(checkout.place, [one], { token, serverUrl: url })
    expect(fetches(checkout)).toBe(1)
  })

  test('expired ones give way to the token, and are not sent beside it (GitHub answers 400 to two)', async () => {
    const { checkout, one, url, remote } = await setUp()
    checkout.git('config', `http.${url}/.extraheader`, 'AUTHORIZATION: basic expired')
    await fetchCommits(checkout.place, [one], { token, serverUrl: url })
    expect(await hasCommit(checkout.place, one)).toBe(true)
    expect(new Set(remote.authorizations)).toEqual(new Set(['basic expired', `basic ${basic}`]))
  })

  test('another host never sees it', async () => {
    const { checkout, one, remote } = await setUp()
    const error = await failure(
      fetchCommits(checkout.place, [one], { token, serverUrl: 'https://github.com' }),
    )
    expect(error.message).toContain('could not be fetched from origin')
    expect(remote.authorizations.filter((header) => header !== '')).toEqual([])
    expect(fetches(checkout)).toBe(1)
  })

  test('a token that is refused is told without it', async () => {
    const { checkout, one, url } = await setUp('basic somebody else')
    const error = await failure(fetchCommits(checkout.place, [one], { token, serverUrl: url }))
    expect(fetches(checkout)).toBe(2)
    expect(error.message).toMatch(/Authentication failed|could not read Username/)
    for (const secret of [token, basic]) expect(inspect(error)).not.toContain(secret)
  })
})
