import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type CommentRequest, publishComment } from '../../src/core/comment.ts'
import { isNewer, MARKER_LENGTH, markerKey, readMarker, withMarker } from '../../src/core/comment-marker.ts'
import { isGitHubFault } from '../../src/core/github-port.ts'
import { asked, connect } from '../lab/github/client.ts'
import { type GitHubLab, startGitHub, type Token } from '../lab/github/server.ts'

const HEAD = 'a'.repeat(40)
const LIMIT = 65_536
const ACTIONS = 'github-actions[bot]'
const bot: Token = { login: ACTIONS, type: 'Bot', permissions: { 'pull-requests': 'write' } }

let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub({
    tokens: {
      ghs_lab: bot,
      ghs_reader: { ...bot, permissions: { 'pull-requests': 'read' } },
      ghs_app: { ...bot, login: 'our-app[bot]' },
      ghp_person: { login: 'mona', type: 'User', permissions: { issues: 'write' } },
    },
  })
  lab.addPull({ number: 5, head: { ref: 'f', sha: HEAD }, base: { ref: 'main', sha: 'b'.repeat(40) } })
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})

const runOf = (id: number, attempt = 1, sha = HEAD): CommentRequest['run'] => ({
  id: String(id),
  attempt,
  sha,
})
const request = (change: Partial<CommentRequest> = {}): CommentRequest => ({
  number: 5,
  key: 'plan',
  body: '## Plan\n\n1 to add',
  mode: 'update',
  run: runOf(100),
  limit: LIMIT,
  ...change,
})
/** A comment that looks like one of ours. */
function planted(
  login: string,
  body: string,
  options: { key?: string; run?: CommentRequest['run']; type?: Token['type'] } = {},
): number {
  const { key = 'plan', run = runOf(1), type = 'Bot' } = options
  return lab.addComment(5, login, type, withMarker({ key, run, body })).id
}
/** What readers see of our comments: bodies without the marker. */
const shown = (): string[] =>
  [...lab.state.comments.values()]
    .filter(({ json }) => json.minimized === null && readMarker(json.body)?.marker.outdated !== true)
    .map(({ json }) => readMarker(json.body)?.body ?? json.body)

describe('one comment, updated in place', () => {
  test('created, then unchanged, then updated: at most three calls each', async () => {
    const { github } = await connect(lab)
    const first = await publishComment(request(), github)
    expect(first).toMatchObject({ outcome: 'created', hidden: 0, warnings: [] })
    expect(first.url).toBe(`https://github.com/acme/gitops/pull/5#issuecomment-${first.id}`)
    expect(asked(lab)).toEqual([
      'issues/list-comments 200',
      'issues/create-comment 201',
      'issues/list-comments 200',
    ])

    const second = await publishComment(request({ run: runOf(101) }), github)
    expect(second).toMatchObject({ id: first.id, outcome: 'unchanged' })
    expect(asked(lab, 3)).toEqual(['issues/list-comments 200'])

    const third = await publishComment(request({ run: runOf(102), body: '## Plan\n\n2 to add' }), github)
    expect(third).toMatchObject({ id: first.id, outcome: 'updated' })
    expect(asked(lab, 4)).toEqual(['issues/list-comments 200', 'issues/update-comment 200'])
    expect(lab.bodies(5)).toEqual([withMarker({ key: 'plan', run: runOf(102), body: '## Plan\n\n2 to add' })])
  })

  test('the first line is the marker in its documented form', () => {
    expect(withMarker({ key: 'plan', run: runOf(7, 2), body: 'hello' })).toBe(
      `<!-- gitops-pipeline key=plan run=7 attempt=2 sha=${HEAD} digest=2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 says=2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 -->\nhello`,
    )
  })

  test('what differs from run to run by itself needs no write; what is said does', async () => {
    const { github } = await connect(lab)
    const stable = '## Plan\n\n2 to add'
    await publishComment(request({ body: `${stable}\n\n4.2 s, run 100`, stable }), github)
    const again = request({ body: `${stable}\n\n5.1 s, run 101`, stable, run: runOf(101) })
    expect(await publishComment(again, github)).toMatchObject({ outcome: 'unchanged' })
    expect(shown()).toEqual([`${stable}\n\n4.2 s, run 100`])
    const other = request({ body: '## Plan\n\n3 to add', stable: '## Plan\n\n3 to add', run: runOf(102) })
    expect(await publishComment(other, github)).toMatchObject({ outcome: 'updated' })
  })

  test('unchanged is not believed of a comment that somebody edited', async () => {
    const { github } = await connect(lab)
    const { id } = await publishComment(request(), github)
    const stored = lab.state.comments.get(id)
    if (stored !== undefined) stored.json.body += '\n\nand 3 more that are not true'
    expect(await publishComment(request(), github)).toMatchObject({ outcome: 'updated' })
    expect(shown()).toEqual([request().body])
  })

  test('line ends and trailing blanks that GitHub changes are no change', async () => {
    const { github } = await connect(lab)
    const { id } = await publishComment(request({ body: 'a\nb\n' }), github)
    const stored = lab.state.comments.get(id)
    if (stored !== undefined) stored.json.body = stored.json.body.trim().replaceAll('\n', '\r\n')
    expect(await publishComment(request({ body: 'a\nb\n' }), github)).toMatchObject({ outcome: 'unchanged' })
  })

  test('a comment that is deleted between our look and our write is made again', async () => {
    const { github } = await connect(lab)
    const { id } = await publishComment(request(), github)
    lab.before('issues/update-comment', () => lab.state.comments.delete(id))
    const result = await publishComment(request({ body: 'new' }), github)
    expect(result.outcome).toBe('created')
    expect(shown()).toEqual(['new'])
  })
})

describe('which comments are ours', () => {
  test('the whole key counts, no beginning of it (borchero/terraform-plan-comment overwrote "Plan prod" and deleted a person\'s "## Planning")', async () => {
    planted(ACTIONS, 'plan of prod', { key: 'plan prod' })
    planted(ACTIONS, 'plan of prod-eu', { key: 'plan-prod-eu' })
    planted(ACTIONS, 'plan of prod', { key: 'plan-prod' })
    lab.addComment(5, 'mona', 'User', '## Planning the release')
    const before = lab.bodies(5)
    const { github } = await connect(lab)
    expect(await publishComment(request(), github)).toMatchObject({ outcome: 'created' })
    expect(await publishComment(request({ key: 'plan-prod', body: 'newer' }), github)).toMatchObject({
      outcome: 'updated',
    })
    expect(lab.bodies(5)).toEqual([
      before[0],
      before[1],
      withMarker({ key: 'plan-prod', run: runOf(100), body: 'newer' }),
      before[3],
      withMarker({ key: 'plan', run: runOf(100), body: request().body }),
    ])
  })

  test('all pages are read (TF-via-PR and changesets/action look at the first only)', async () => {
    for (let at = 1; at <= 230; at++) lab.addComment(5, 'mona', 'User', `talk ${at}`)
    const id = planted(ACTIONS, 'old')
    const { github } = await connect(lab)
    expect(await publishComment(request(), github)).toMatchObject({ id, outcome: 'updated' })
    expect(asked(lab)).toEqual([
      'issues/list-comments 200',
      'issues/list-comments 200',
      'issues/list-comments 200',
      'issues/update-comment 200',
    ])
  })

  test("a person's token finds its comment again (TF-via-PR wants type Bot and writes a new one each time)", async () => {
    const { github } = await connect(lab, { token: 'ghp_person' })
    const { id } = await publishComment(request(), github)
    expect(await publishComment(request({ body: 'new' }), github)).toMatchObject({ id, outcome: 'updated' })
    expect(asked(lab)).toEqual([
      'issues/list-comments 200',
      'users/get-authenticated 200',
      'issues/create-comment 201',
      'issues/list-comments 200',
      'issues/list-comments 200',
      'issues/update-comment 200',
    ])
  })

  test('not what others wrote with our marker (changesets/action goes by the text alone)', async () => {
    planted('mallory', 'forged by a person', { type: 'User', run: runOf(999) })
    planted(ACTIONS, 'forged by a person of that name', { type: 'User', run: runOf(999) })
    planted('other-app[bot]', 'of another bot', { run: runOf(999) })
    const before = lab.bodies(5)
    const { github } = await connect(lab)
    expect(await publishComment(request(), github)).toMatchObject({ outcome: 'created' })
    expect(lab.bodies(5).slice(0, 3)).toEqual(before)
    expect(shown().at(-1)).toBe(request().body)
  })

  test('not a marker that stands anywhere but at the very start: in a quote, in a plan', async () => {
    const marker = withMarker({ key: 'plan', run: runOf(999), body: 'hostile' })
    lab.addComment(5, ACTIONS, 'Bot', ` ${marker}`)
    lab.addComment(5, ACTIONS, 'Bot', `Plan of something else:\n${marker}`)
    planted(ACTIONS, `\n${marker}`, { key: 'other' })
    const { github } = await connect(lab)
    const { id } = await publishComment(request({ body: marker }), github)
    expect(await publishComment(request({ body: marker }), github)).toMatchObject({
      id,
      outcome: 'unchanged',
    })
    expect(lab.bodies(5)).toHaveLength(4)
    expect(readMarker(lab.bodies(5)[3] ?? '')?.marker.run).toEqual(runOf(100))
  })
})

describe("a GitHub App's own token, which looks like the workflow's", () => {
  test('finds its own comment: one call more, no second comment', async () => {
    const { github } = await connect(lab, { token: 'ghs_app' })
    const { id } = await publishComment(request(), github)
    expect(lab.state.comments.get(id)?.json.user).toMatchObject({ login: 'our-app[bot]' })
    const from = lab.calls.length
    expect(await publishComment(request({ body: 'new' }), github)).toMatchObject({ id, outcome: 'updated' })
    expect(asked(lab, from)).toEqual([
      'issues/list-comments 200',
      'graphql/viewer 200',
      'issues/update-comment 200',
    ])
    expect(shown()).toEqual(['new'])
  })

  test('where GraphQL will not say who it is, the answer to the create does, and one comment is left', async () => {
    const id = planted('our-app[bot]', 'old')
    lab.fail('graphql/viewer', { status: 403, body: { message: 'Resource not accessible by integration' } })
    const { github } = await connect(lab, { token: 'ghs_app' })
    expect(await publishComment(request(), github)).toMatchObject({ id, outcome: 'updated' })
    expect(asked(lab)).toEqual([
      'issues/list-comments 200',
      'graphql/viewer 403',
      'issues/create-comment 201',
      'issues/list-comments 200',
      'issues/update-comment 200',
      'issues/delete-comment 204',
    ])
    expect(shown()).toEqual([request().body])
  })
})

describe('an older run never overwrites a newer one (of the peers only Infracost looks, by a date in the comment)', () => {
  test.each([
    ['older run', runOf(99), undefined, 'superseded'],
    ['older run with more digits in common', runOf(9), undefined, 'superseded'],
    ['newer run', runOf(1000), undefined, 'updated'],
    ['newer run beyond 2^53', { ...runOf(0), id: '9007199254740993' }, undefined, 'updated'],
    ['older attempt', runOf(100, 1), undefined, 'superseded'],
    ['same run and attempt', runOf(100, 2), undefined, 'updated'],
    ['newer attempt', runOf(100, 10), undefined, 'updated'],
    [
      'newer run, but of a commit that is not the head any more',
      runOf(200, 1, 'c'.repeat(40)),
      HEAD,
      'superseded',
    ],
  ])('%s', async (_, run, headSha, outcome) => {
    const id = planted(ACTIONS, 'of run 100, attempt 2', { run: runOf(100, 2) })
    const { github } = await connect(lab)
    const asking = request({ run, ...(headSha === undefined ? {} : { headSha }) })
    expect(await publishComment(asking, github)).toMatchObject({ id, outcome })
    expect(shown()).toEqual([outcome === 'updated' ? request().body : 'of run 100, attempt 2'])
    expect(lab.calls).toHaveLength(outcome === 'updated' ? 2 : 1)
  })

  test('a run of the present head replaces the report of an older commit, whatever its number', async () => {
    planted(ACTIONS, 'of an older commit', { run: runOf(500, 1, 'c'.repeat(40)) })
    const { github } = await connect(lab)
    expect(await publishComment(request({ headSha: HEAD }), github)).toMatchObject({ outcome: 'updated' })
  })

  test('the same words from an older run write nothing either', async () => {
    planted(ACTIONS, request().body, { run: runOf(200) })
    const { github } = await connect(lab)
    expect(await publishComment(request(), github)).toMatchObject({ outcome: 'superseded' })
    expect(lab.calls).toHaveLength(1)
  })
})

describe('two runs at once (comments have no compare-and-set)', () => {
  test('somebody older creates before us: his comment stays, with our text, ours goes', async () => {
    const { github } = await connect(lab)
    lab.before('issues/create-comment', () => planted(ACTIONS, 'of run 99', { run: runOf(99) }))
    const { id, outcome } = await publishComment(request(), github)
    expect(outcome).toBe('updated')
    expect(asked(lab)).toEqual([
      'issues/list-comments 200',
      'issues/create-comment 201',
      'issues/list-comments 200',
      'issues/update-comment 200',
      'issues/delete-comment 204',
    ])
    expect([...lab.state.comments.keys()]).toEqual([id])
    expect(shown()).toEqual([request().body])
  })

  test('somebody newer creates before us: his comment stays as it is', async () => {
    const { github } = await connect(lab)
    lab.before('issues/create-comment', () => planted(ACTIONS, 'of run 101', { run: runOf(101) }))
    expect(await publishComment(request(), github)).toMatchObject({ outcome: 'superseded' })
    expect(shown()).toEqual(['of run 101'])
  })

  test("both really at once: one comment is left, the newer run's", async () => {
    const { github } = await connect(lab)
    const runs = [103, 101, 104, 102].map((id) =>
      publishComment(request({ run: runOf(id), body: `of run ${id}` }), github),
    )
    await Promise.all(runs)
    expect(shown()).toEqual(['of run 104'])
  })

  test('a twin that a killed run left behind is removed', async () => {
    const id = planted(ACTIONS, 'first')
    planted(ACTIONS, 'twin')
    const { github } = await connect(lab)
    expect(await publishComment(request(), github)).toMatchObject({ id, outcome: 'updated' })
    expect([...lab.state.comments.keys()]).toEqual([id])
  })

  test('the answer to the create is lost: still one comment', async () => {
    const { github } = await connect(lab)
    lab.fail('issues/create-comment', { drop: true })
    expect(await publishComment(request(), github)).toMatchObject({ outcome: 'created' })
    lab.fail('issues/update-comment', { drop: true })
    expect(await publishComment(request({ body: 'new' }), github)).toMatchObject({ outcome: 'updated' })
    expect(shown()).toEqual(['new'])
  })
})

test('a create whose answer is lost is not mistaken for an old comment with the same words', async () => {
  const id = planted(ACTIONS, request().body, { run: runOf(100) })
  const stored = lab.state.comments.get(id)
  if (stored !== undefined) stored.json.minimized = { reason: 'outdated' }
  lab.fail('issues/create-comment', { drop: 'before' })
  const { github } = await connect(lab)
  const result = await publishComment(request(), github)
  expect(result.outcome).toBe('created')
  expect(result.id).not.toBe(id)
  expect(shown()).toEqual([request().body])
})

describe('limits and refusals', () => {
  test('the limit counts UTF-16 units: many bytes are fine, one unit more is never sent (Infracost counted bytes)', async () => {
    const { github } = await connect(lab)
    const room = LIMIT - withMarker({ key: 'plan', run: runOf(100), body: '' }).length
    expect(LIMIT - room).toBeLessThanOrEqual(MARKER_LENGTH)
    expect(await publishComment(request({ body: '한'.repeat(room) }), github)).toMatchObject({
      outcome: 'created',
    })
    expect(await publishComment(request({ body: '😀'.repeat(room / 2) }), github)).toMatchObject({
      outcome: 'updated',
    })
    const from = lab.calls.length
    await expect(publishComment(request({ body: 'a'.repeat(room + 1) }), github)).rejects.toThrow(
      'the limit is 65536',
    )
    expect(lab.calls).toHaveLength(from)
  })

  test.each([
    ['a read-only token', 'ghs_reader', false, 'permission'],
    ['a locked conversation', 'ghs_lab', true, 'locked'],
  ] as const)('%s: nothing is written, and the error says why', async (_, token, locked, fault) => {
    const pull = lab.state.pulls.get(5)
    if (pull !== undefined) pull.locked = locked
    const { github } = await connect(lab, { token })
    const error = await publishComment(request(), github).catch((thrown: unknown) => thrown)
    expect(isGitHubFault(error, fault)).toBe(true)
    expect(lab.bodies(5)).toEqual([])
  })

  test('a run that no marker could hold is a bug, not a comment', async () => {
    const { github } = await connect(lab)
    for (const run of [runOf(1, 1, 'HEAD'), { ...runOf(1), id: '1 -->' }, runOf(1.5)]) {
      await expect(publishComment(request({ run }), github)).rejects.toThrow('no comment marker')
    }
    expect(lab.calls).toEqual([])
  })
})

describe('a new comment each time', () => {
  const fresh = (change: Partial<CommentRequest> = {}): CommentRequest => request({ mode: 'new', ...change })

  test('the old ones are hidden as outdated, once', async () => {
    const { github } = await connect(lab)
    const ids: number[] = []
    for (const id of [100, 101, 102]) {
      const result = await publishComment(fresh({ run: runOf(id), body: `of run ${id}` }), github)
      expect(result).toMatchObject({ outcome: 'created', hidden: id === 100 ? 0 : 1, warnings: [] })
      ids.push(result.id)
    }
    expect(lab.minimized).toEqual([
      { commentId: ids[0], classifier: 'OUTDATED' },
      { commentId: ids[1], classifier: 'OUTDATED' },
    ])
    expect(shown()).toEqual(['of run 102'])
    const from = lab.calls.length
    expect(await publishComment(fresh({ run: runOf(103), body: 'of run 102' }), github)).toMatchObject({
      id: ids[2],
      outcome: 'unchanged',
    })
    expect(await publishComment(fresh({ run: runOf(101), body: 'late' }), github)).toMatchObject({
      outcome: 'superseded',
    })
    expect(asked(lab, from)).toEqual(['issues/list-comments 200', 'issues/list-comments 200'])
  })

  test('GraphQL refused: the old one is folded in place, and the result says so', async () => {
    const old = planted(ACTIONS, '## Plan\n\nold')
    lab.fail('graphql/minimizeComment', {
      status: 403,
      body: { message: 'Resource not accessible' },
      times: 9,
    })
    const { github } = await connect(lab)
    const result = await publishComment(fresh(), github)
    expect(result).toMatchObject({ outcome: 'created', hidden: 1 })
    expect(result.warnings).toEqual([
      expect.stringContaining('folded, not hidden: Could not hide an old comment'),
    ])
    const folded = readMarker(lab.state.comments.get(old)?.json.body ?? '')
    expect(folded?.marker).toMatchObject({ key: 'plan', run: runOf(1), outdated: true })
    expect(folded?.body).toMatch(
      /^<details>\n<summary>Outdated.*<\/summary>\n\n## Plan\n\nold\n\n<\/details>\n$/,
    )
    const again = await publishComment(fresh({ body: 'newer' }), github)
    expect(again).toMatchObject({ outcome: 'created', hidden: 1 })
    expect(lab.calls.filter(({ operationId }) => operationId === 'issues/update-comment')).toHaveLength(2)
  })

  test('too long to be folded: it stays, and the result does not count it as hidden', async () => {
    const body = 'x'.repeat(LIMIT - withMarker({ key: 'plan', run: runOf(1), body: '' }).length)
    const old = planted(ACTIONS, body)
    lab.fail('graphql/minimizeComment', { status: 403 })
    const { github } = await connect(lab)
    const result = await publishComment(fresh(), github)
    expect(result).toMatchObject({ outcome: 'created', hidden: 0 })
    expect(result.warnings.at(-1)).toContain('too long to be folded')
    expect(readMarker(lab.state.comments.get(old)?.json.body ?? '')?.body).toBe(body)
  })

  test('changed back to "update": the hidden ones are left alone', async () => {
    const { github } = await connect(lab)
    await publishComment(fresh({ run: runOf(1), body: 'one' }), github)
    const { id } = await publishComment(fresh({ run: runOf(2), body: 'two' }), github)
    expect(await publishComment(request({ body: 'three' }), github)).toMatchObject({ id, outcome: 'updated' })
    expect(shown()).toEqual(['three'])
  })

  test("several at once: one is left in sight, the newest run's", async () => {
    const { github } = await connect(lab)
    await Promise.all(
      [103, 101, 104, 102, 104].map((id) =>
        publishComment(fresh({ run: runOf(id), body: `of run ${id}` }), github),
      ),
    )
    expect(shown()).toEqual(['of run 104'])
  })
})

describe('properties', () => {
  const key = fc.string({ unit: 'binary', maxLength: 120 })
  const run = fc.record({
    id: fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }).map(String),
    attempt: fc.integer({ min: 1, max: 999_999_999 }),
    sha: fc.constantFrom(HEAD, 'c'.repeat(40), 'd'.repeat(64)),
  })
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => withMarker({ key: 'plan', run: runOf(1), body: text })),
    fc.string().map((text) => `--> <!-- gitops-pipeline ${text}`),
  )

  test('what is written is read again, in one line that cannot end early, within its length', () => {
    fc.assert(
      fc.property(key, run, body, fc.boolean(), (aKey, aRun, aBody, outdated) => {
        const text = withMarker({ key: aKey, run: aRun, body: aBody, outdated })
        const [line = ''] = text.split('\n', 1)
        expect(readMarker(text)).toMatchObject({ marker: { key: markerKey(aKey), run: aRun, outdated } })
        expect(readMarker(text)?.body).toBe(aBody.replaceAll('\r\n', '\n'))
        expect(line.length + 1).toBeLessThanOrEqual(MARKER_LENGTH)
        expect(line.slice(4, -3)).not.toMatch(/--|[<>]/)
      }),
    )
  })

  test('different keys stay different, and what could end the HTML comment is hashed', () => {
    expect(markerKey('stacks/prod-eu_1.b')).toBe('stacks/prod-eu_1.b')
    for (const bad of ['a--b', 'a b', 'a>', '-->', '', 'sha256:x', '한', 'x'.repeat(101)]) {
      expect(markerKey(bad)).toMatch(/^sha256:[0-9a-f]{64}$/)
    }
    fc.assert(
      fc.property(key, fc.oneof(key, fc.constant('x')), (one, other) => {
        for (const second of [other, markerKey(one), `${one}-`, one.slice(1), `${one}--x`]) {
          expect(markerKey(one) === markerKey(second)).toBe(
            one === second || (markerKey(one) === one && second === one),
          )
        }
      }),
    )
  })

  test('of two runs at most one is newer, and the order has no circle', () => {
    fc.assert(
      fc.property(run, run, run, fc.constantFrom(undefined, HEAD), (a, b, c, head) => {
        expect(isNewer(a, b, head) && isNewer(b, a, head)).toBe(false)
        if (isNewer(a, b, head) && isNewer(b, c, head)) expect(isNewer(a, c, head)).toBe(true)
        expect(isNewer(a, a, head)).toBe(false)
      }),
    )
  })

  test('whatever the order of the runs, the newest one is shown, once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }),
        fc.constantFrom('update' as const, 'new' as const),
        async (ids, mode) => {
          lab.state.comments.clear()
          const { github } = await connect(lab)
          for (const id of ids)
            await publishComment(request({ run: runOf(id), body: `of run ${id}`, mode }), github)
          expect(shown()).toEqual([`of run ${Math.max(...ids)}`])
        },
      ),
      { numRuns: 25 },
    )
  })
})
