import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect as connectTcp } from 'node:net'
import { inspect } from 'node:util'
import { UserError } from '../../src/core/errors.ts'
import { makeGitHub } from '../../src/core/github.ts'
import { GitHubError } from '../../src/core/github-port.ts'
import { systemClock } from '../../src/core/log.ts'
import { asked, connect } from '../lab/github/client.ts'
import { type Fault, type GitHubLab, startGitHub, type Token } from '../lab/github/server.ts'

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const TOKEN = 'ghs_lab'
const bot: Token = {
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions: { 'pull-requests': 'write', actions: 'read' },
}
const never = (): boolean => false

let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub({
    tokens: {
      [TOKEN]: bot,
      ghs_reader: { ...bot, permissions: { 'pull-requests': 'read' } },
      ghs_contents: { ...bot, permissions: { contents: 'read' } },
      ghp_person: { login: 'mona', type: 'User', permissions: { 'pull-requests': 'write' } },
      github_pat_bot: bot,
    },
  })
  lab.addPull({ number: 5, head: { ref: 'feature', sha: HEAD }, base: { ref: 'main', sha: BASE } })
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})

async function failure(promise: Promise<unknown>): Promise<UserError & Partial<GitHubError>> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserError)) throw new Error(`not a UserError: ${inspect(error)}`)
  return error
}

describe('operations', () => {
  test('comments: create, list all pages, update, delete, hide', async () => {
    for (let at = 1; at <= 100; at++) lab.addComment(5, 'mona', 'User', `comment ${at}`)
    const { github } = await connect(lab)
    const created = await github.createComment(5, 'hello', never)
    expect(created).toMatchObject({
      body: 'hello',
      author: { login: 'github-actions[bot]', type: 'Bot' },
      hiddenAs: '',
    })
    expect(created.url).toBe(`https://github.com/acme/gitops/pull/5#issuecomment-${created.id}`)
    const all = await github.listComments(5)
    expect(all.map(({ body }) => body)).toEqual(
      [...Array(100).keys()].map((at) => `comment ${at + 1}`).concat('hello'),
    )
    expect(await github.updateComment(created.id, 'changed')).toMatchObject({
      id: created.id,
      body: 'changed',
    })
    await github.minimizeComment(created.nodeId)
    expect((await github.listComments(5)).at(-1)?.hiddenAs).toBe('outdated')
    await github.deleteComment(created.id)
    expect(lab.bodies(5)).toHaveLength(100)
    expect(asked(lab)).toEqual([
      'issues/create-comment 201',
      'issues/list-comments 200',
      'issues/list-comments 200',
      'issues/update-comment 200',
      'graphql/minimizeComment 200',
      'issues/list-comments 200',
      'issues/list-comments 200',
      'issues/delete-comment 204',
    ])
  })

  test('100 comments are one call', async () => {
    for (let at = 1; at <= 100; at++) lab.addComment(5, 'mona', 'User', 'x')
    const { github } = await connect(lab)
    expect(await github.listComments(5)).toHaveLength(100)
    expect(lab.calls.map(({ path }) => path)).toEqual([
      '/repos/acme/gitops/issues/5/comments?per_page=100&page=1',
    ])
  })

  test('a comment that is gone already counts as deleted', async () => {
    const { github } = await connect(lab)
    await expect(github.deleteComment(1)).resolves.toBeUndefined()
    expect(asked(lab)).toEqual(['issues/delete-comment 404'])
  })

  test('pull requests: a fork, a fork that was deleted, a merge commit', async () => {
    const [head, base] = [
      { ref: 'f', sha: 'c'.repeat(40) },
      { ref: 'main', sha: BASE },
    ]
    lab.addPull({ number: 6, head, base, fork: 'stranger/gitops', draft: true })
    lab.addPull({ number: 7, head, base, fork: null, merged: true, mergeCommitSha: 'd'.repeat(40) })
    const { github } = await connect(lab)
    expect(await github.getPull(5)).toEqual({
      number: 5,
      url: 'https://github.com/acme/gitops/pull/5',
      state: 'open',
      draft: false,
      labels: [],
      updatedAt: expect.any(Number),
      merged: false,
      mergeCommitSha: undefined,
      head: { ref: 'feature', sha: HEAD },
      base: { ref: 'main', sha: BASE },
      fromFork: false,
    })
    expect(await github.getPull(6)).toMatchObject({ fromFork: true, draft: true })
    expect(await github.getPull(7)).toMatchObject({ fromFork: true, merged: true, state: 'closed' })
    expect((await github.pullsForCommit('d'.repeat(40))).map(({ number }) => number)).toEqual([7])
    expect(await github.pullsForCommit('e'.repeat(40))).toEqual([])
  })

  test('the jobs of one attempt, more than a page of them', async () => {
    const jobs = [...Array(256).keys()].map((at) => ({ name: `plan ${at}`, conclusion: 'success' }))
    lab.addRun({ id: 42, headSha: HEAD, jobs: [{ name: 'first attempt', conclusion: 'failure' }] })
    lab.addRun({ id: 42, attempt: 2, headSha: HEAD, jobs })
    const { github } = await connect(lab)
    const found = await github.jobsOfRun(42, 2)
    expect(found.map(({ name }) => name)).toEqual(jobs.map(({ name }) => name))
    expect(found[0]).toMatchObject({ status: 'completed', conclusion: 'success', runnerName: 'my runner' })
  })

  test('where two commits parted: one request, without the files', async () => {
    lab.state.mergeBase = (base, head) =>
      base === 'release/1' && head === HEAD ? BASE : base === 'orphan' ? null : undefined
    const { github } = await connect(lab, { token: 'ghs_contents' })
    expect(await github.mergeBase('release/1', HEAD)).toBe(BASE)
    expect(await github.mergeBase('orphan', HEAD)).toBeUndefined()
    expect(await github.mergeBase('unknown', HEAD)).toBeUndefined()
    expect(lab.calls.map(({ path }) => path)[0]).toBe(
      `/repos/acme/gitops/compare/release%2F1...${HEAD}?per_page=1&page=2`,
    )
    expect(lab.calls).toHaveLength(3)
  })

  test('the newest hundred runs of a workflow on a branch, by one request', async () => {
    for (let id = 1; id <= 120; id++) lab.addRun({ id, headSha: HEAD, conclusion: 'failure' })
    const [startedAt, endedAt] = ['2026-02-03T04:05:06Z', '2026-02-03T05:06:07Z']
    lab.addRun({ id: 121, headSha: BASE, startedAt, endedAt })
    lab.addRun({ id: 122, headSha: BASE, branch: 'other' })
    lab.addRun({ id: 123, headSha: BASE, workflow: 'other.yml' })
    lab.addRun({ id: 124, headSha: BASE, event: 'schedule' })
    const { github } = await connect(lab)
    const { total, runs } = await github.workflowRuns('gitops.yml', { branch: 'main', event: 'push' })
    expect([total, runs.length, runs.at(-1)?.id]).toEqual([121, 100, 22])
    const common = {
      createdAt: expect.any(Number),
      event: 'push',
      path: '.github/workflows/gitops.yml',
      headBranch: 'main',
      headRepository: 'acme/gitops',
      attempt: 1,
    }
    expect(runs.slice(0, 2)).toEqual([
      {
        id: 121,
        headSha: BASE,
        status: 'in_progress',
        conclusion: undefined,
        startedAt: Date.parse(startedAt),
        endedAt: Date.parse(endedAt),
        ...common,
        url: 'https://github.com/acme/gitops/actions/runs/121',
      },
      {
        id: 120,
        headSha: HEAD,
        status: 'completed',
        conclusion: 'failure',
        startedAt: expect.any(Number),
        endedAt: expect.any(Number),
        ...common,
        url: 'https://github.com/acme/gitops/actions/runs/120',
      },
    ])
    expect(asked(lab)).toEqual(['actions/list-workflow-runs 200'])
  })

  test('when a run ended is at most 35 days after it began: GitHub changes it once more when its logs go', async () => {
    const startedAt = '2026-01-01T00:00:00Z'
    lab.addRun({ id: 1, headSha: BASE, conclusion: 'success', startedAt, endedAt: '2026-04-01T00:00:00Z' })
    lab.addRun({ id: 2, headSha: BASE, conclusion: 'success', startedAt, endedAt: '2025-01-01T00:00:00Z' })
    const { github } = await connect(lab)
    const { runs } = await github.workflowRuns('gitops.yml', { branch: 'main', event: 'push' })
    expect(runs.map(({ endedAt }) => new Date(endedAt).toISOString().slice(0, 10))).toEqual([
      '2026-01-01',
      '2026-02-05',
    ])
  })

  test('who the token is: a person is asked for once, an installation by GraphQL', async () => {
    const person = await connect(lab, { token: 'ghp_person' })
    expect([await person.github.authenticatedLogin(), await person.github.authenticatedLogin()]).toEqual([
      'mona',
      'mona',
    ])
    const installation = await connect(lab)
    expect(await installation.github.authenticatedLogin()).toBe('github-actions[bot]')
    const other = await connect(lab, { token: 'github_pat_bot' })
    expect(await other.github.authenticatedLogin()).toBeUndefined()
    expect(asked(lab)).toEqual([
      'users/get-authenticated 200',
      'graphql/viewer 200',
      'users/get-authenticated 403',
    ])
    expect([person.github.tokenKind, installation.github.tokenKind]).toEqual(['user', 'installation'])
  })
})

describe('answers that would only come again are not asked for again', () => {
  const secret = (text: string): string => `${text} ${TOKEN} <- a server that echoes the token`
  const said = (message: string): Fault['body'] => ({ message: secret(message) })
  test.each<[number, string, string, string]>([
    [400, 'invalid', 'it answered 400: Problems parsing JSON', "GitHub's own words"],
    [401, 'token', 'it answered 401: Bad credentials', 'input github-token'],
    [403, 'permission', 'it answered 403: Resource not accessible', 'permissions: pull-requests: write'],
    [403, 'locked', 'it answered 403: Unable to create comment because issue is locked', 'Unlock'],
    [404, 'missing', 'it answered 404: Not Found', 'pull-requests: write'],
    [410, 'missing', 'it answered 410: gone', 'pull-requests: write'],
    [422, 'invalid', 'it answered 422: Validation Failed', "GitHub's own words"],
    [501, 'unavailable', 'it answered 501: no such thing', 'Run the job again'],
  ])('%i %s', async (status, fault, message, help) => {
    const { github, waits, lines } = await connect(lab)
    lab.fail('issues/create-comment', { status, body: said(message.replace(/^.*: /, '')) })
    const error = await failure(github.createComment(5, 'x', never))
    expect(error).toBeInstanceOf(GitHubError)
    expect(error).toMatchObject({ fault, status })
    expect(error.message).toContain(`Could not write a comment on #5 on GitHub, ${message}`)
    expect(error.help).toContain(help)
    expect(waits).toEqual([])
    expect(asked(lab)).toEqual([`issues/create-comment ${status}`])
    expect(inspect(error, { depth: 10, showHidden: true }) + lines.join()).not.toContain(TOKEN)
  })

  test("GitHub's own 422 for a body that is too long is passed on with its reason", async () => {
    const { github } = await connect(lab)
    const error = await failure(github.createComment(5, 'x'.repeat(65_537), never))
    expect(error.message).toContain('Validation Failed: Body is too long (maximum is 65536 characters)')
  })

  test('a read-only token (a pull request from a fork) may read and not write', async () => {
    const { github } = await connect(lab, { token: 'ghs_reader' })
    const { id } = lab.addComment(5, 'github-actions[bot]', 'Bot', 'old')
    expect(await github.listComments(5)).toHaveLength(1)
    expect(await failure(github.updateComment(id, 'new'))).toMatchObject({
      fault: 'permission',
      causeClass: 'auth',
    })
    expect(await failure(github.minimizeComment(`IC_${id}`))).toMatchObject({
      fault: 'permission',
      status: 403,
    })
    expect(lab.bodies(5)).toEqual(['old'])
    expect(lab.minimized).toEqual([])
  })
})

describe('answers worth waiting for', () => {
  test.each<[string, Fault, number[]]>([
    ['500', { status: 500 }, [1000]],
    ['502 with a page of HTML', { status: 502, body: '<html>Unicorn!</html>', times: 2 }, [1000, 2000]],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '9' } }, [9000]],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, [7000]],
    [
      '429 with a date',
      { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 2026 12:00:20 GMT' } },
      [20_000],
    ],
    ['429 without a word', { status: 429, times: 2 }, [1000, 2000]],
    ['secondary limit', { status: 403, headers: { 'retry-after': '12' } }, [12_000]],
    [
      'secondary limit that does not say how long',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      [60_000],
    ],
    [
      'primary limit',
      // 30 s after the clock of the test.
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767268830' } },
      [31_000],
    ],
    ['dropped connection', { drop: 'before' }, [1000]],
    ['answer that breaks off', { drop: 'midway' }, [1000]],
  ])('%s', async (_, fault, expected) => {
    lab.addComment(5, 'mona', 'User', 'x')
    const { github, waits, lines } = await connect(lab)
    lab.fail('issues/list-comments', fault)
    expect(await github.listComments(5)).toHaveLength(1)
    expect(waits).toEqual(expected)
    expect(lab.calls).toHaveLength(expected.length + 1)
    expect(lines.filter((line) => line.includes('trying again'))).toHaveLength(expected.length)
  })

  test('three times, then it is an error', async () => {
    const { github, waits } = await connect(lab)
    lab.fail('pulls/get', { status: 502, body: '<html>Unicorn!</html>', times: 99 })
    const error = await failure(github.getPull(5))
    expect(error.message).toBe('Could not read pull request #5 on GitHub, it answered 502')
    expect(error).toMatchObject({ fault: 'unavailable', causeClass: 'timeout' })
    expect(waits).toEqual([1000, 2000, 4000])
    expect(lab.calls).toHaveLength(4)
  })

  test('no longer than a minute in all: then it says how long GitHub asked for', async () => {
    const { github, waits } = await connect(lab)
    lab.fail('pulls/get', { status: 429, headers: { 'retry-after': '45' }, times: 99 })
    const error = await failure(github.getPull(5))
    expect(error.message).toContain('too many requests, it asks us to wait 45 s')
    expect(error).toMatchObject({ fault: 'limit', status: 429 })
    expect(waits).toEqual([45_000])
  })

  test('a server that never answers', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { github, waits } = await connect(lab, { apiUrl: urlOf(silent), timeoutMs: 50, retries: 1 })
    const error = await failure(github.getPull(5))
    expect(error).toMatchObject({ fault: 'unavailable', status: undefined })
    expect(waits).toEqual([1000])
    silent.closeAllConnections()
    silent.close()
  })

  test('nobody there: the error names the code and the host', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const apiUrl = urlOf(closed)
    await new Promise((resolve) => closed.close(resolve))
    const { github } = await connect(lab, { apiUrl, retries: 0 })
    const error = await failure(github.getPull(5))
    expect(error.message).toContain('no answer (ECONNREFUSED)')
    expect(error.help).toContain(new URL(apiUrl).host)
  })
})

describe('a comment is written once', () => {
  test.each<[string, Fault, string[]]>([
    [
      'the connection dropped after GitHub had written it',
      { drop: true },
      ['issues/create-comment 0', 'issues/list-comments 200'],
    ],
    ['the answer broke off', { drop: 'midway' }, ['issues/create-comment 0', 'issues/list-comments 200']],
    [
      'the connection dropped before',
      { drop: 'before' },
      ['issues/create-comment 0', 'issues/list-comments 200', 'issues/create-comment 201'],
    ],
    [
      '502',
      { status: 502 },
      ['issues/create-comment 502', 'issues/list-comments 200', 'issues/create-comment 201'],
    ],
    [
      'a limit',
      { status: 429, headers: { 'retry-after': '1' } },
      ['issues/create-comment 429', 'issues/create-comment 201'],
    ],
  ])('%s', async (_, fault, expected) => {
    const { github } = await connect(lab)
    lab.fail('issues/create-comment', fault)
    const created = await github.createComment(5, 'hello', ({ body }) => body === 'hello')
    expect(created).toMatchObject({ body: 'hello', author: { login: 'github-actions[bot]' } })
    expect(lab.bodies(5)).toEqual(['hello'])
    expect(asked(lab)).toEqual(expected)
  })

  test('if every answer is lost it gives up', async () => {
    const { github } = await connect(lab)
    lab.fail('issues/create-comment', { drop: 'before', times: 99 })
    expect(await failure(github.createComment(5, 'x', never))).toMatchObject({ fault: 'unavailable' })
    expect(lab.calls.filter(({ method }) => method === 'POST')).toHaveLength(4)
  })
})

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

describe('the token goes to the API only', () => {
  async function elsewhere(): Promise<{ url: string; seen: string[]; close: () => void }> {
    const seen: string[] = []
    const server = createServer((request, response) => {
      seen.push(`${request.url ?? ''} ${request.headers.authorization ?? 'no token'}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: urlOf(server), seen, close: () => server.close() }
  }

  test('a redirect to another origin is refused, and not tried again', async () => {
    const other = await elsewhere()
    const { github, waits } = await connect(lab)
    lab.fail('pulls/get', { status: 302, headers: { location: `${other.url}/steal` } })
    const error = await failure(github.getPull(5))
    expect(error.message).toContain(`sent us to ${other.url}: refused`)
    expect(other.seen).toEqual([])
    expect(waits).toEqual([])
    other.close()
  })

  test('a link to the next page on another origin is not followed', async () => {
    const other = await elsewhere()
    for (let at = 1; at <= 101; at++) lab.addComment(5, 'mona', 'User', 'x')
    const { github } = await connect(lab)
    lab.fail('issues/list-comments', {
      status: 200,
      headers: { link: `<${other.url}/?page=2>; rel="next"` },
      body: [...lab.state.comments.values()].slice(0, 100).map(({ json }) => json),
    })
    expect(await github.listComments(5)).toHaveLength(101)
    expect(other.seen).toEqual([])
    other.close()
  })

  test('a renamed repository: the redirect within the API is followed', async () => {
    const { github } = await connect(lab, { repository: 'acme/old-name' })
    const location = `${lab.url}/repos/acme/gitops/pulls/5`
    lab.fail('pulls/get', { status: 301, headers: { location } })
    expect(await github.getPull(5)).toMatchObject({ number: 5 })
    lab.fail('issues/create-comment', {
      status: 307,
      headers: { location: `${lab.url}/repos/acme/gitops/issues/5/comments` },
    })
    expect(await github.createComment(5, 'x', never)).toMatchObject({ body: 'x' })
  })

  test('a redirect that would turn a write into a read is refused', async () => {
    const { github } = await connect(lab)
    lab.fail('issues/create-comment', {
      status: 301,
      headers: { location: `${lab.url}/repos/acme/gitops/issues/5/comments` },
    })
    expect((await failure(github.createComment(5, 'x', never))).message).toContain('answered 301')
    expect(lab.bodies(5)).toEqual([])
  })

  test('redirects in a circle end', async () => {
    const { github } = await connect(lab)
    lab.fail('pulls/get', {
      status: 302,
      headers: { location: `${lab.url}/repos/acme/gitops/pulls/5` },
      times: 99,
    })
    expect((await failure(github.getPull(5))).message).toContain('answered 302')
    expect(lab.calls).toHaveLength(4)
  })
})

describe('settings', () => {
  const log = { info: never, debug: never, notice: never, warning: never, error: never, mask: never }
  const settings = {
    token: TOKEN,
    repository: 'acme/gitops',
    apiUrl: 'https://api.github.com',
    log: { ...log, group: <T>(_: string, body: () => Promise<T>) => body() },
  }

  test.each([
    [{ token: '' }, 'There is no GitHub token'],
    [{ token: 'ghs_secret\n' }, 'holds blanks'],
    [{ token: 'ghs secret' }, 'holds blanks'],
    [{ apiUrl: 'api.github.com' }, 'GITHUB_API_URL'],
    [{ apiUrl: 'file:///etc/passwd' }, 'GITHUB_API_URL'],
    [{ repository: 'gitops' }, 'owner/name'],
    [{ repository: 'a/b/c' }, 'owner/name'],
  ])('%j', async (change, message) => {
    const error = await failure(makeGitHub({ ...settings, ...change }))
    expect(error.message).toContain(message)
    expect(inspect(error)).not.toContain('ghs')
  })

  test('an API under a path (GitHub Enterprise Server): REST below it, GraphQL beside it', async () => {
    const paths: string[] = []
    const server = createServer((request, response) => {
      paths.push(`${request.method ?? ''} ${request.url ?? ''}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { github } = await connect(lab, { apiUrl: `${urlOf(server)}/api/v3/` })
    await github.minimizeComment('IC_1')
    await failure(github.listComments(5))
    expect(paths).toEqual([
      'POST /api/graphql',
      'GET /api/v3/repos/acme/gitops/issues/5/comments?per_page=100&page=1',
    ])
    server.close()
  })

  test('the proxy of the environment is used, as the toolkit does', async () => {
    const tunnels: string[] = []
    const proxy = createServer()
    proxy.on('connect', (request, client) => {
      tunnels.push(request.url ?? '')
      const target = connectTcp(Number(new URL(lab.url).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        target.pipe(client)
        client.pipe(target)
      })
      client.on('error', () => target.destroy())
      target.on('error', () => client.destroy())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const before = process.env.http_proxy
    process.env.http_proxy = urlOf(proxy)
    try {
      const { github } = await connect(lab, { apiUrl: 'http://github.example' })
      expect(await github.getPull(5)).toMatchObject({ number: 5 })
      expect(tunnels).toEqual(['github.example:80'])
    } finally {
      if (before === undefined) delete process.env.http_proxy
      else process.env.http_proxy = before
      proxy.closeAllConnections()
      proxy.close()
    }
  })

  test('writes keep a second between them, new comments three (GitHub asks for it); reads wait for nothing', async () => {
    const { id } = lab.addComment(5, 'github-actions[bot]', 'Bot', 'x')
    const { github, waits } = await connect(lab, { pace: true })
    await github.listComments(5)
    await github.updateComment(id, 'y')
    await github.listComments(5)
    expect(waits).toEqual([])
    await github.updateComment(id, 'z')
    expect(waits).toEqual([1000])
    await github.createComment(5, 'one', never)
    expect(waits).toEqual([1000, 1000])
    await github.createComment(5, 'two', never)
    expect(waits).toEqual([1000, 1000, 3000])
  })

  test('of writes at the same time each has its own second', async () => {
    const { id } = lab.addComment(5, 'github-actions[bot]', 'Bot', 'x')
    const start = performance.now()
    const { github } = await connect(lab, { pace: true, clock: systemClock() })
    await Promise.all([github.updateComment(id, 'y'), github.updateComment(id, 'z')])
    expect(performance.now() - start).toBeGreaterThan(950)
  })
})
