import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readMarker, withMarker } from '../../../src/core/comment-marker.ts'
import { publishComment } from '../../../src/core/comment.ts'
import type { GitHub } from '../../../src/core/github-port.ts'
import { markOutdated, type OutdatedRequest } from '../../../src/pipeline/apply/outdated.ts'
import { COMMENT_LIMIT, GITHUB_LIMIT } from '../../../src/pipeline/publish.ts'
import { toMarkdown } from '../../../src/report/markdown.ts'
import { connect } from '../../lab/github/client.ts'
import { startGitHub, type GitHubLab } from '../../lab/github/server.ts'
import { failureOf, sha, stack, T0, world, type World } from './world.ts'

const LIMIT = GITHUB_LIMIT
const ACTIONS = 'github-actions[bot]'
const DNS = stack('infra/dns')
const VPC = stack('infra/vpc')
const PLAN_RUN = 1000

let lab: GitHubLab
let rest: World
let github: GitHub
beforeEach(async () => {
  lab = await startGitHub({
    tokens: {
      ghs_lab: { login: ACTIONS, type: 'Bot', permissions: { 'pull-requests': 'write' } },
      ghs_reader: { login: ACTIONS, type: 'Bot', permissions: { 'pull-requests': 'read' } },
    },
  })
  rest = world()
  ;({ github } = await connect(lab))
  // A pull request that is open, with a plan of one stack by its head.
  open(5)
  rest.plan(rest.run({ headSha: sha('head5'), branch: 'f5' }), DNS)
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})

function open(number: number): void {
  rest.pull(number, [], { state: 'open' })
  lab.addPull({
    number,
    head: { ref: `f${number}`, sha: sha(`head${number}`) },
    base: { ref: 'main', sha: sha('base') },
  })
}
const runOf = (id: number) => ({ id: String(id), attempt: 1, sha: sha('head5') })
const BODY = '## ± Terraform plans: 1 to add\n\nAll of it.'
const planted = (
  key: string,
  options: { body?: string; run?: number; login?: string; type?: 'Bot' | 'User'; on?: number } = {},
): number =>
  lab.addComment(
    options.on ?? 5,
    options.login ?? ACTIONS,
    options.type ?? 'Bot',
    withMarker({ key, run: runOf(options.run ?? 1), body: options.body ?? BODY }),
  ).id
const bodyOf = (id: number): string => String(lab.state.comments.get(id)?.json.body)
const writes = (): number => lab.calls.filter(({ method }) => method === 'PATCH' || method === 'POST').length

const mark = (change: Partial<OutdatedRequest> = {}) =>
  markOutdated({
    github: { ...github, openPulls: rest.github.openPulls, newestArtifacts: rest.github.newestArtifacts },
    branch: 'main',
    stacks: [DNS],
    commit: sha('main'),
    appliedAt: T0 + 3_600_000,
    repositoryUrl: 'https://github.com/acme/infra',
    limit: LIMIT,
    redact: (text) => text,
    ...change,
  })

const CALLOUT = [
  '> [!WARNING]',
  '> **This plan is out of date**',
  `> - \`infra/dns\` was applied from [\`${sha('main').slice(0, 12)}\`](https://github.com/acme/infra/commit/${sha('main')}) since this plan was made: [run it again](https://github.com/acme/infra/actions/runs/${PLAN_RUN})`,
].join('\n')

describe('an open pull request with a plan of the stack', () => {
  test.each(['pipeline', `plan:${DNS.key}`])('is told below the heading of the comment %s', async (key) => {
    const id = planted(key)
    expect(await mark()).toEqual({ pulls: [5], notices: [] })
    const text = readMarker(bodyOf(id))?.body ?? ''
    expect(text.replace(/<!--.*-->\n/g, '')).toBe(
      `## ± Terraform plans: 1 to add\n\n${CALLOUT}\n\nAll of it.`,
    )
  })
  test('in the comment of several stacks, which is known by its run', async () => {
    const id = planted('plans:["x","y"]', { run: PLAN_RUN })
    const other = planted('plans:["z"]', { run: 7 })
    expect((await mark()).pulls).toEqual([5])
    expect(bodyOf(id)).toContain('out of date')
    expect(bodyOf(other)).not.toContain('out of date')
  })
  test('once: again changes nothing and writes nothing', async () => {
    const id = planted('pipeline')
    await mark()
    const [before, written] = [bodyOf(id), writes()]
    expect(await mark({ commit: sha('later') })).toEqual({ pulls: [], notices: [] })
    expect([bodyOf(id), writes()]).toEqual([before, written])
  })
  test('a second stack gets a line of its own beside the first', async () => {
    const id = planted('pipeline')
    await mark()
    rest.plan(rest.run({ headSha: sha('head5') }), VPC)
    expect((await mark({ stacks: [VPC, DNS] })).pulls).toEqual([5])
    const text = bodyOf(id)
    expect(text.match(/^> - .*/gm)?.map((line) => /`(.*?)`/.exec(line)?.[1])).toEqual([
      'infra/dns',
      'infra/vpc',
    ])
    expect(text.match(/\[!WARNING\]/g)).toHaveLength(1)
  })
  test('the next plan takes the line away, also where it says the same as before', async () => {
    const id = planted('pipeline', { run: 7 })
    await mark()
    const request = { number: 5, key: 'pipeline', body: BODY, mode: 'update', limit: LIMIT } as const
    const again = await publishComment({ ...request, run: runOf(8) }, github)
    expect(again).toMatchObject({ id, outcome: 'updated' })
    expect(readMarker(bodyOf(id))?.body).toBe(BODY)
    // And then it is as before: the same again writes nothing.
    expect((await publishComment({ ...request, run: runOf(9) }, github)).outcome).toBe('unchanged')
  })
  test("an older run that ends late does not: the comment stays its run's", async () => {
    const id = planted('pipeline', { run: 7 })
    await mark()
    const late = await publishComment(
      { number: 5, key: 'pipeline', body: BODY, mode: 'update', limit: LIMIT, run: runOf(6) },
      github,
    )
    expect(late.outcome).toBe('superseded')
    expect(bodyOf(id)).toContain('out of date')
  })
})

describe('nobody else is', () => {
  test.each([
    ['a plan of another stack', () => ({ stacks: [VPC] })],
    ['a plan made after the apply', () => ({ appliedAt: T0 })],
    ['nothing applied', () => ({ stacks: [] })],
    ['another branch', () => ({ branch: 'release' })],
  ])('%s', async (_, change) => {
    const id = planted('pipeline')
    expect(await mark(change())).toEqual({ pulls: [], notices: [] })
    expect(bodyOf(id)).not.toContain('out of date')
  })
  test('an older commit of the pull request had the plan', async () => {
    const id = planted('pipeline')
    rest.pull(5, [], { state: 'open', head: { ref: 'f5', sha: sha('pushed since') } })
    expect((await mark()).pulls).toEqual([])
    expect(bodyOf(id)).not.toContain('out of date')
  })
  test('a fork, or one that is closed', async () => {
    planted('pipeline')
    rest.pull(5, [], { state: 'open', fromFork: true })
    expect((await mark()).pulls).toEqual([])
    rest.pull(5, [])
    expect((await mark()).pulls).toEqual([])
    expect(writes()).toBe(0)
  })
  test('a comment of somebody else with our marker, of another stack, or folded', async () => {
    const folded = withMarker({ key: 'pipeline', run: runOf(1), body: BODY, outdated: true })
    const ids = [
      lab.addComment(5, ACTIONS, 'Bot', folded).id,
      planted('pipeline', { login: 'mallory', type: 'User' }),
      planted('pipeline', { login: ACTIONS, type: 'User' }),
      planted(`plan:${VPC.key}`),
      planted('promote'),
    ]
    expect(await mark()).toEqual({ pulls: [], notices: [] })
    for (const id of ids) expect(bodyOf(id)).not.toContain('out of date')
  })
})

describe('size', () => {
  test('many stacks in a long comment: never too long, and always told', async () => {
    const many = Array.from({ length: 60 }, (_, index) => stack(`infra/${'x'.repeat(80)}/${index}`))
    const run = rest.run({ headSha: sha('head5') })
    for (const one of many) rest.plan(run, one)
    for (const length of [1_000, 55_000, 64_000, 64_900]) {
      const id = planted('pipeline', { body: `${BODY}\n${'long '.repeat(length / 5)}`.slice(0, length) })
      await mark({ stacks: many })
      const text = bodyOf(id)
      expect(text.length).toBeLessThanOrEqual(LIMIT)
      expect(text).toContain('This plan is out of date')
      expect(text).toContain('## ± Terraform plans: 1 to add')
      const written = writes()
      await mark({ stacks: many })
      expect(writes()).toBe(written)
      lab.state.comments.delete(id)
    }
  })
  test('the details of a comment at the limit give way to the lines, and the link stays', async () => {
    const id = planted('pipeline', { body: `${BODY}\n${'x'.repeat(66_000)}`.slice(0, COMMENT_LIMIT), run: 7 })
    await mark()
    expect(bodyOf(id).length).toBeLessThan(2_000)
    expect(bodyOf(id)).toContain(CALLOUT)
  })
  test('more than 30 pull requests: the newest, and the rest is told of', async () => {
    for (let number = 10; number < 45; number++) {
      open(number)
      rest.plan(rest.run({ headSha: sha(`head${number}`) }), DNS)
      planted('pipeline', { on: number })
    }
    const { pulls, notices } = await mark()
    expect(pulls).toEqual(Array.from({ length: 30 }, (_, index) => 44 - index))
    expect(notices).toEqual([expect.stringContaining('36 open pull requests')])
  })
})

describe('it is never red', () => {
  test('what cannot be read or written is a notice', async () => {
    planted('pipeline')
    const { github: reader } = await connect(lab, { token: 'ghs_reader' })
    const ports = { openPulls: rest.github.openPulls, newestArtifacts: rest.github.newestArtifacts }
    const told = await mark({ github: { ...reader, ...ports } })
    expect(told.pulls).toEqual([])
    expect(told.notices).toEqual([
      expect.stringMatching(/^Pull request #5, .* could not be told: .*403.*pull-requests: write/),
    ])
    rest.fail('newestArtifacts', 'permission', 403)
    expect((await mark()).notices).toEqual([expect.stringContaining('could not be told')])
  })
  test('one that fails does not keep the others from being told', async () => {
    open(6)
    rest.plan(rest.run({ headSha: sha('head6') }), DNS)
    planted('pipeline')
    planted('pipeline', { on: 6 })
    const listComments = (number: number) =>
      number === 6 ? Promise.reject(failureOf('unavailable', 502)) : github.listComments(number)
    const ports = { openPulls: rest.github.openPulls, newestArtifacts: rest.github.newestArtifacts }
    const { pulls, notices } = await mark({ github: { ...github, ...ports, listComments } })
    expect(pulls).toEqual([5])
    expect(notices).toHaveLength(1)
  })
})

test('property: a hostile name does nothing, is redacted, and the note is found again', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '@acme/team #1 <img src=x>',
      'a\n## heading',
      '<!-- gitops-pipeline-note 0000000000000000 -->',
      '<!-- gitops-pipeline-note end -->',
      '`](https://evil.example)',
      '--> **x**',
      '|a|b|',
      'SECRET-123456',
    ),
  )
  const id = planted('pipeline')
  const original = bodyOf(id)
  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      const comment = lab.state.comments.get(id)
      if (comment !== undefined) comment.json.body = original
      const redact = (text: string): string => text.replaceAll('SECRET-123456', '***')
      await mark({ stacks: [{ ...DNS, name }], redact })
      const text = bodyOf(id)
      expect(text).not.toContain('SECRET-123456')
      const lines = readMarker(text)?.body.split('\n') ?? []
      expect(lines.slice(0, 4).map((line) => line.slice(0, 24))).toEqual([
        '## ± Terraform plans: 1 ',
        '',
        '<!-- gitops-pipeline-not',
        '> [!WARNING]',
      ])
      expect(lines.filter((line) => line.startsWith('> - '))).toHaveLength(1)
      expect(lines.filter((line) => line.startsWith('<!--'))).toHaveLength(2)
      expect(lines).toHaveLength(9)
      const written = writes()
      await mark({ stacks: [{ ...DNS, name }], redact })
      expect(writes()).toBe(written)
    }),
    { numRuns: 60 },
  )
})

test('a report cannot look like a note of ours', () => {
  const fake = `<!-- gitops-pipeline-note ${'0'.repeat(16)} -->\n> [!WARNING]\n> x\n<!-- gitops-pipeline-note end -->\n`
  const { text } = toMarkdown(
    {
      title: fake,
      verdict: [fake],
      tone: 'good',
      footer: [fake],
      sections: [
        { kind: 'text', rank: 0, text: [fake, { code: fake }] },
        { kind: 'code', rank: 0, language: 'hcl', text: fake },
        { kind: 'line-diff', rank: 0, lines: [{ kind: 'same', text: fake }] },
      ] as never,
    },
    { limit: LIMIT },
  )
  expect(text).not.toMatch(/<!--\s*gitops-pipeline/)
})
