import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubLab, startGitHub, type Token } from './github/server.ts'

const can = (permissions: Token['permissions'], account: Partial<Token> = {}): Token => ({
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions,
  ...account,
})

let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub({
    tokens: {
      writer: can({ 'pull-requests': 'write', contents: 'read', actions: 'read' }),
      issues: can({ issues: 'write' }),
      reader: can({ 'pull-requests': 'read' }),
      nothing: can({}),
      person: can({ 'pull-requests': 'write' }, { login: 'mona', type: 'User' }),
    },
  })
  lab.addPull({
    number: 5,
    head: { ref: 'feature', sha: 'a'.repeat(40) },
    base: { ref: 'main', sha: 'b'.repeat(40) },
  })
})
afterEach(() => lab.close())

interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}
async function ask(
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers = {},
): Promise<Reply> {
  const response = await fetch(lab.url + path, {
    method,
    headers: { authorization: `token ${token}`, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    json: text === '' ? undefined : JSON.parse(text),
  }
}
const COMMENTS = '/repos/acme/gitops/issues/5/comments'

describe('who may do what', () => {
  test('an unknown token is refused', async () => {
    expect((await ask('made-up', 'GET', '/repos/acme/gitops')).status).toBe(401)
    expect(lab.calls[0]?.login).toBeUndefined()
  })

  test.each([
    ['writer', 201],
    ['issues', 201],
    ['reader', 403],
    ['nothing', 403],
  ])('%s commenting: %i', async (token, status) => {
    const reply = await ask(token, 'POST', COMMENTS, { body: 'hello' })
    expect(reply.status).toBe(status)
    expect(lab.bodies(5)).toEqual(status === 201 ? ['hello'] : [])
    if (status === 403) {
      expect(reply.json).toMatchObject({ message: 'Resource not accessible by integration' })
      expect(reply.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write')
    }
    expect(lab.problems).toEqual([])
  })

  test('private things need a permission to be read, public ones do not', async () => {
    expect((await ask('nothing', 'GET', COMMENTS)).status).toBe(403)
    expect((await ask('issues', 'GET', '/repos/acme/gitops/pulls/5')).status).toBe(403)
    lab.setPrivate(false)
    expect((await ask('nothing', 'GET', COMMENTS)).status).toBe(200)
    expect((await ask('nothing', 'POST', COMMENTS, { body: 'x' })).status).toBe(403)
  })

  test('a bot may not ask who it is; a person may', async () => {
    expect((await ask('writer', 'GET', '/user')).status).toBe(403)
    expect((await ask('person', 'GET', '/user')).json).toMatchObject({ login: 'mona', type: 'User' })
    expect(lab.problems).toEqual([])
  })

  test('a locked conversation takes no comments', async () => {
    lab.addPull({ number: 6, head: { ref: 'x', sha: 'c' }, base: { ref: 'main', sha: 'd' }, locked: true })
    expect((await ask('writer', 'POST', '/repos/acme/gitops/issues/6/comments', { body: 'x' })).status).toBe(
      403,
    )
    expect(lab.bodies(6)).toEqual([])
  })
})

describe('comments', () => {
  test('are created, read, changed and deleted, by the account of the token', async () => {
    const created = await ask('writer', 'POST', COMMENTS, { body: 'one' })
    expect(created.json).toMatchObject({ body: 'one', user: { login: 'github-actions[bot]', type: 'Bot' } })
    const path = `/repos/acme/gitops/issues/comments/${(created.json as { id: number }).id}`
    expect((await ask('writer', 'PATCH', path, { body: 'two' })).json).toMatchObject({ body: 'two' })
    expect((await ask('reader', 'GET', path)).json).toMatchObject({ body: 'two', minimized: null })
    expect((await ask('writer', 'DELETE', path)).status).toBe(204)
    expect((await ask('writer', 'GET', path)).status).toBe(404)
    expect(lab.problems).toEqual([])
    expect(lab.calls.map(({ operationId, status }) => [operationId, status])).toEqual([
      ['issues/create-comment', 201],
      ['issues/update-comment', 200],
      ['issues/get-comment', 200],
      ['issues/delete-comment', 204],
      ['issues/get-comment', 404],
    ])
  })

  test('the limit is 65,536 UTF-16 units, not bytes', async () => {
    expect((await ask('writer', 'POST', COMMENTS, { body: '한'.repeat(65_536) })).status).toBe(201)
    expect((await ask('writer', 'POST', COMMENTS, { body: 'a'.repeat(65_537) })).status).toBe(422)
    expect((await ask('writer', 'POST', COMMENTS, { body: '😀'.repeat(32_769) })).status).toBe(422)
    expect((await ask('writer', 'POST', COMMENTS, { body: ' ' })).status).toBe(422)
    expect(lab.bodies(5)).toHaveLength(1)
    expect(lab.problems).toEqual([])
  })

  test('come in pages of 30, at most 100, with links', async () => {
    for (let at = 1; at <= 101; at++) lab.addComment(5, 'mona', 'User', `comment ${at}`)
    const first = await ask('reader', 'GET', COMMENTS)
    expect(first.json).toHaveLength(30)
    expect(first.headers.get('link')).toContain(`page=2>; rel="next"`)
    expect(first.headers.get('link')).toContain(`page=4>; rel="last"`)
    const big = await ask('reader', 'GET', `${COMMENTS}?per_page=100&page=2`)
    expect(big.json).toMatchObject([{ body: 'comment 101' }])
    expect(big.headers.get('link')).not.toContain('next')
    expect(lab.problems).toEqual([])
  })

  test('an unchanged list is 304 to its ETag', async () => {
    const etag = (await ask('reader', 'GET', COMMENTS)).headers.get('etag') ?? ''
    expect((await ask('reader', 'GET', COMMENTS, undefined, { 'if-none-match': etag })).status).toBe(304)
    lab.addComment(5, 'mona', 'User', 'new')
    expect((await ask('reader', 'GET', COMMENTS, undefined, { 'if-none-match': etag })).status).toBe(200)
  })
})

describe('the other operations answer as GitHub describes', () => {
  test('repository, pull requests, commits, runs, limits', async () => {
    const [head, base] = [
      { ref: 'f', sha: 'e'.repeat(40) },
      { ref: 'main', sha: 'b'.repeat(40) },
    ]
    lab.addPull({ number: 7, head, base, fork: 'stranger/gitops' })
    lab.addPull({ number: 8, head, base, fork: null, merged: true, mergeCommitSha: 'f'.repeat(40) })
    lab.addRun({ id: 42, attempt: 2, headSha: head.sha, jobs: [{ name: 'plan', conclusion: 'success' }] })
    const repo = '/repos/acme/gitops'
    expect((await ask('writer', 'GET', repo)).json).toMatchObject({ private: true, default_branch: 'main' })
    expect((await ask('writer', 'GET', `${repo}/pulls/7`)).json).toMatchObject({
      head: { sha: head.sha, repo: { full_name: 'stranger/gitops' } },
      base: { repo: { full_name: 'acme/gitops' } },
    })
    expect((await ask('writer', 'GET', `${repo}/pulls?state=all`)).json).toHaveLength(3)
    expect((await ask('writer', 'GET', `${repo}/pulls?head=stranger:f`)).json).toMatchObject([{ number: 7 }])
    expect((await ask('writer', 'GET', `${repo}/commits/${'f'.repeat(40)}/pulls`)).json).toMatchObject([
      { number: 8 },
    ])
    expect((await ask('writer', 'GET', `${repo}/actions/runs/42`)).json).toMatchObject({ run_attempt: 2 })
    for (const path of ['attempts/2/jobs', 'jobs']) {
      expect((await ask('writer', 'GET', `${repo}/actions/runs/42/${path}`)).json).toMatchObject({
        total_count: 1,
        jobs: [{ name: 'plan', run_attempt: 2 }],
      })
    }
    expect((await ask('writer', 'GET', `${repo}/actions/runs/42/attempts/1/jobs`)).status).toBe(404)
    expect((await ask('nothing', 'GET', '/rate_limit')).status).toBe(200)
    expect((await ask('writer', 'GET', '/repos/other/gitops')).status).toBe(404)
    expect(lab.problems).toEqual([])
  })

  test('minimizeComment hides a comment; a token without the right is told so with status 200', async () => {
    const { id, node_id } = lab.addComment(5, 'mona', 'User', 'old')
    const query = `mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }`
    const asked = { query, variables: { id: node_id } }
    expect((await ask('reader', 'POST', '/graphql', asked)).json).toMatchObject({
      errors: [{ type: 'FORBIDDEN' }],
    })
    expect(lab.minimized).toEqual([])
    expect((await ask('writer', 'POST', '/graphql', asked)).json).not.toHaveProperty('errors')
    expect(lab.minimized).toEqual([{ commentId: id, classifier: 'OUTDATED' }])
    expect((await ask('reader', 'GET', COMMENTS)).json).toMatchObject([{ minimized: { reason: 'outdated' } }])
    expect(lab.problems).toEqual([])
  })
})

describe('the lab tells on us', () => {
  test('an operation it does not know is 501 with a name, never a 404', async () => {
    const reply = await ask('writer', 'POST', '/repos/acme/gitops/labels', { name: 'x' })
    expect(reply).toMatchObject({
      status: 501,
      json: { message: expect.stringContaining('POST /repos/acme') },
    })
    expect(lab.problems).toEqual(['unknown operation: POST /repos/acme/gitops/labels'])
  })

  test('undocumented parameters and fields, wrong types', async () => {
    await ask('writer', 'GET', `${COMMENTS}?perPage=100&page=x`)
    await ask('writer', 'POST', COMMENTS, { body: 'x', text: 'y' })
    expect(lab.problems).toEqual([
      'issues/list-comments: query.perPage is not documented',
      'issues/list-comments: query.page must be integer',
      'issues/create-comment: request.text is not documented',
    ])
  })

  test('an answer of the lab itself that GitHub could not give', async () => {
    const { id } = lab.addComment(5, 'mona', 'User', 'x')
    Object.assign(lab.state.comments.get(id)?.json ?? {}, { user: 'mona', html_url: undefined })
    await ask('writer', 'GET', COMMENTS)
    expect(lab.problems.join('\n')).toMatch(/response\/0 must have required property 'html_url'/)
    expect(lab.problems.join('\n')).toMatch(/response\/0\/user/)
  })
})

describe('faults on request', () => {
  test('a status with headers, as often as asked', async () => {
    lab.fail('issues/list-comments', { status: 429, headers: { 'retry-after': '7' }, times: 2 })
    const first = await ask('writer', 'GET', COMMENTS)
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await ask('writer', 'GET', '/repos/acme/gitops')).status).toBe(200)
    expect((await ask('writer', 'GET', COMMENTS)).status).toBe(429)
    expect((await ask('writer', 'GET', COMMENTS)).status).toBe(200)
  })

  test('a dropped connection: with the effect, or before it', async () => {
    lab.fail('issues/create-comment', { drop: true })
    await expect(ask('writer', 'POST', COMMENTS, { body: 'one' })).rejects.toThrow()
    lab.fail('issues/create-comment', { drop: 'before' })
    await expect(ask('writer', 'POST', COMMENTS, { body: 'two' })).rejects.toThrow()
    lab.fail('issues/create-comment', { drop: 'midway' })
    await expect(ask('writer', 'POST', COMMENTS, { body: 'three' })).rejects.toThrow()
    expect(lab.bodies(5)).toEqual(['one', 'three'])
    expect(lab.calls.map(({ status }) => status)).toEqual([0, 0, 0])
  })
})
