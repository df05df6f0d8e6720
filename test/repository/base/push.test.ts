import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asked } from '../../lab/github/client.ts'
import { type GitHubLab, startGitHub } from '../../lab/github/server.ts'
import { checkoutOf, cloneOf, newRepo, removeTempFolders } from '../git/support.ts'
import { changed, choose, compareIn } from './support.ts'

let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub()
  lab.addRun({ id: 999, headSha: 'd'.repeat(40), branch: 'other', conclusion: 'success' })
  lab.addRun({ id: 998, headSha: 'd'.repeat(40), workflow: 'lint.yml', conclusion: 'success' })
  lab.addRun({ id: 997, headSha: 'd'.repeat(40), event: 'schedule', conclusion: 'success' })
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})
afterAll(removeTempFolders)

function history() {
  const origin = newRepo()
  const one = origin.commit({ 'a.tf': '1', 'b.tf': '1', 'c.tf': '1' })
  const two = origin.commit({ 'a.tf': '2' })
  const three = origin.commit({ 'b.tf': '2' })
  return { origin, one, two, three }
}
const pushed = (before: string | undefined, head: string, forced = false) => ({
  event: 'push',
  sha: head,
  push: { before, forced },
})

describe('last successful run', () => {
  test.each([1, 2, 3])('depth %i: also what the cancelled run in between left undone', async (depth) => {
    const { origin, one, two, three } = history()
    lab.addRun({ id: 1, headSha: one, conclusion: 'success' })
    lab.addRun({ id: 2, headSha: two, conclusion: 'cancelled' })
    lab.addRun({ id: 1000, headSha: three })
    const checkout = checkoutOf(origin, three, `--depth=${depth}`)
    const chosen = await choose(checkout, { run: pushed(two, three), lab })
    expect(chosen).toMatchObject({ head: three, base: one, source: 'last-success', unfinished: [two] })
    expect(changed(checkout, chosen)).toEqual(['a.tf', 'b.tf'])
    expect(chosen.warnings).toEqual([
      expect.stringMatching(/^A run did not end well since the last successful one/),
    ])
    expect(asked(lab)).toEqual(['actions/list-workflow-runs 200'])
    expect(lab.calls[0]?.path).toContain(
      '/actions/workflows/gitops.yml/runs?branch=main&event=push&per_page=100',
    )
  })

  test('nothing in between: nothing to warn of', async () => {
    const { origin, two, three } = history()
    lab.addRun({ id: 1, headSha: two, conclusion: 'success' })
    lab.addRun({ id: 2, headSha: three, conclusion: 'skipped' })
    const checkout = checkoutOf(origin, three, '--depth=1')
    expect(await choose(checkout, { run: pushed(two, three), lab })).toEqual({
      head: three,
      base: two,
      source: 'last-success',
      unfinished: [],
      warnings: [],
    })
  })

  test('a change that a failed run may have applied, and that was taken back, is in `unfinished`', async () => {
    const origin = newRepo()
    const good = origin.commit({ 'a.tf': 'good' })
    const bad = origin.commit({ 'a.tf': 'bad' })
    const back = origin.commit({ 'a.tf': 'good' })
    lab.addRun({ id: 1, headSha: good, conclusion: 'success' })
    lab.addRun({ id: 2, headSha: bad, conclusion: 'failure' })
    const checkout = checkoutOf(origin, back, '--depth=1')
    const chosen = await choose(checkout, { run: pushed(bad, back), lab })
    expect(changed(checkout, chosen)).toEqual([])
    expect(chosen.unfinished).toEqual([bad])
    expect(checkout.git('show', `${bad}:a.tf`)).toBe('bad') // it is here
  })

  test('an old run that was done again is the last that was applied', async () => {
    const { origin, one, two, three } = history()
    lab.addRun({ id: 1, headSha: one, conclusion: 'success', attempt: 2, startedAt: '2027-01-01T00:00:00Z' })
    lab.addRun({ id: 2, headSha: two, conclusion: 'success' })
    const chosen = await choose(checkoutOf(origin, three, '--depth=3'), { run: pushed(two, three), lab })
    expect(chosen).toMatchObject({ base: one, source: 'last-success' })
  })

  test('a failed run that began before and ended after it may have applied something over it', async () => {
    const { origin, one, two, three } = history()
    const at = (minute: number): string => `2026-05-01T00:${minute}:00Z`
    lab.addRun({ id: 1, headSha: one, conclusion: 'failure', startedAt: at(10), endedAt: at(50) })
    lab.addRun({ id: 2, headSha: two, conclusion: 'success', startedAt: at(20), endedAt: at(40) })
    const chosen = await choose(checkoutOf(origin, three, '--depth=1'), { run: pushed(two, three), lab })
    expect(chosen).toMatchObject({ base: two, source: 'last-success', unfinished: [one] })
    expect(chosen.warnings).toEqual([expect.stringContaining('or ended after it')])
  })

  test('after a force push it is what is out there all the same, and said so', async () => {
    const { origin, one, two } = history()
    origin.git('checkout', '--quiet', '--detach', one)
    const rewritten = origin.commit({ 'c.tf': 'rewritten' })
    lab.addRun({ id: 1, headSha: two, conclusion: 'success' })
    for (const checkout of [checkoutOf(origin, rewritten, '--depth=1'), checkoutOf(origin, rewritten)]) {
      const chosen = await choose(checkout, { run: pushed(two, rewritten, true), lab })
      expect(chosen).toMatchObject({ base: two, source: 'last-success' })
      expect(chosen.warnings).toEqual([expect.stringContaining('not in the history')])
      expect(changed(checkout, chosen)).toEqual(['a.tf', 'c.tf'])
    }
  })

  test('its commit is gone: everything', async () => {
    const { origin, two, three } = history()
    lab.addRun({ id: 1, headSha: 'e'.repeat(40), conclusion: 'success' })
    const chosen = await choose(checkoutOf(origin, three, '--depth=2'), { run: pushed(two, three), lab })
    expect(chosen).toMatchObject({
      base: undefined,
      source: 'all',
      warnings: [expect.stringContaining('last applied is missing')],
    })
  })

  test('more unfinished runs than are worth comparing: everything', async () => {
    const origin = newRepo()
    const first = origin.commit()
    lab.addRun({ id: 1, headSha: first, conclusion: 'success' })
    const shas = [...Array(11).keys()].map((k) => origin.commit({ a: String(k) }))
    for (const [k, headSha] of shas.entries()) lab.addRun({ id: 2 + k, headSha, conclusion: 'failure' })
    const head = origin.commit()
    const chosen = await choose(checkoutOf(origin, head, '--depth=1'), { run: pushed(shas[10], head), lab })
    expect(chosen).toMatchObject({
      base: undefined,
      source: 'all',
      unfinished: [],
      warnings: [expect.stringContaining('11 runs')],
    })
  })

  test('never one: everything', async () => {
    const { origin, one, two, three } = history()
    lab.addRun({ id: 1, headSha: one, conclusion: 'failure' })
    lab.addRun({ id: 2, headSha: two, conclusion: 'cancelled' })
    const chosen = await choose(checkoutOf(origin, three), { run: pushed(two, three), lab })
    expect(chosen).toMatchObject({
      base: undefined,
      source: 'all',
      warnings: [expect.stringContaining('None of the last 2 runs')],
    })
  })
})

describe('before', () => {
  test.each([1, 2])('depth %i: the first run of the workflow', async (depth) => {
    const { origin, one, three } = history()
    lab.addRun({ id: 1000, headSha: three })
    const checkout = checkoutOf(origin, three, `--depth=${depth}`)
    const chosen = await choose(checkout, { run: pushed(one, three), lab })
    expect(chosen).toMatchObject({
      base: one,
      source: 'before',
      warnings: [expect.stringContaining('No earlier run')],
    })
    expect(changed(checkout, chosen)).toEqual(['a.tf', 'b.tf'])
  })

  test('after a force push: where the branch was, which is on no branch any more', async () => {
    const { origin, one, three } = history()
    origin.git('reset', '--quiet', '--hard', one)
    const head = origin.commit({ 'c.tf': '2' })
    const checkout = checkoutOf(origin, head, '--depth=1')
    const chosen = await choose(checkout, { run: pushed(three, head, true), lab })
    expect(chosen).toMatchObject({ base: three, source: 'before' })
    expect(chosen.warnings.join()).toMatch(/No earlier run.*History was rewritten/)
    expect(changed(checkout, chosen)).toEqual(['a.tf', 'b.tf', 'c.tf'])
  })

  test('that is gone: everything (paths-filter compares with itself)', async () => {
    const { origin, three } = history()
    const chosen = await choose(checkoutOf(origin, three), { run: pushed('e'.repeat(40), three, true), lab })
    expect(chosen).toMatchObject({
      base: undefined,
      source: 'all',
      warnings: [expect.stringContaining('fetch-depth')],
    })
  })
})

describe('what was left undone is not known: everything, not less', () => {
  const allOf = (why: string) => ({
    base: undefined,
    source: 'all',
    unfinished: [],
    warnings: [
      expect.stringMatching(new RegExp(`left undone is not known: everything is judged\\. .*${why}`)),
    ],
  })
  test('no permission: the permission is named', async () => {
    const { origin, one, three } = history()
    await lab.close()
    lab = await startGitHub({
      tokens: { ghs_lab: { login: 'x', type: 'Bot', permissions: { contents: 'read' } } },
    })
    const checkout = checkoutOf(origin, three, '--depth=1')
    expect(await choose(checkout, { run: pushed(one, three), lab })).toMatchObject(
      allOf('"permissions: actions: read"'),
    )
  })
  test('no token, also on a new branch and after a force push', async () => {
    const { origin, one, three } = history()
    const checkout = checkoutOf(origin, three, '--depth=1')
    const runs = [
      pushed(one, three),
      pushed(one, three, true),
      { ...pushed(undefined, three), ref: 'refs/heads/x' },
    ]
    for (const run of runs) expect(await choose(checkout, { run })).toMatchObject(allOf('"actions: read"'))
  })
  test('GitHub is down', async () => {
    const { origin, one, three } = history()
    await lab.close()
    const checkout = checkoutOf(origin, three, '--depth=1')
    expect(await choose(checkout, { run: pushed(one, three), lab })).toMatchObject(allOf(''))
    lab = await startGitHub()
  })
  test('a workflow of another repository', async () => {
    const { origin, one, three } = history()
    const workflowRef = 'acme/other/.github/workflows/x.yml@refs/heads/main'
    const run = { ...pushed(one, three), workflowRef }
    expect(await choose(checkoutOf(origin, three, '--depth=1'), { run, lab })).toMatchObject(
      allOf('not one of this repository'),
    )
    expect(lab.calls).toEqual([])
  })
})

describe('first push of a branch', () => {
  const ref = 'refs/heads/feature/x'
  test.each([[['--depth=1']], [[]]])('%j: where it left the default branch', async (depth) => {
    const { origin, two } = history()
    origin.git('checkout', '--quiet', '-b', 'feature/x', two)
    const head = origin.commit({ 'c.tf': '2' })
    compareIn(lab, origin)
    const checkout = depth.length === 0 ? cloneOf(origin) : checkoutOf(origin, head, ...depth)
    const chosen = await choose(checkout, { run: { ...pushed(undefined, head), ref }, lab })
    expect(chosen).toMatchObject({
      base: two,
      source: 'default-branch',
      warnings: [expect.stringContaining('left main')],
    })
    expect(changed(checkout, chosen)).toEqual(['c.tf'])
  })
  test('of the default branch, and of a repository whose default is not told: everything', async () => {
    const { origin, three } = history()
    const checkout = checkoutOf(origin, three)
    expect(await choose(checkout, { run: pushed(undefined, three), lab })).toMatchObject({
      source: 'all',
      warnings: [expect.any(String)],
    })
    const untold = { ...pushed(undefined, three), ref, defaultBranch: undefined }
    expect(await choose(checkout, { run: untold, lab })).toMatchObject({
      source: 'all',
      warnings: [expect.any(String)],
    })
  })
  test('with nothing in common with it: everything', async () => {
    const { origin } = history()
    origin.git('checkout', '--quiet', '--orphan', 'feature/x')
    const head = origin.commit()
    compareIn(lab, origin)
    const chosen = await choose(checkoutOf(origin, head), { run: { ...pushed(undefined, head), ref }, lab })
    expect(chosen).toMatchObject({ source: 'all', warnings: [expect.stringContaining('no common ancestor')] })
  })
})

test.each([
  ['push', 'refs/tags/v1', 'tag', 0],
  ['schedule', 'refs/heads/main', 'branch', 0],
  ['workflow_dispatch', 'refs/heads/main', 'branch', 0],
  ['repository_dispatch', 'refs/heads/main', 'branch', 0],
  ['', '', undefined, 0],
  ['release', 'refs/tags/v1', 'tag', 1],
  ['issue_comment', 'refs/heads/main', 'branch', 1],
] as const)('%s on %s: everything, nobody is asked', async (event, ref, refType, warnings) => {
  const { origin, one, three } = history()
  const run = { event, ref, refType, push: { before: one, forced: false } }
  const chosen = await choose(checkoutOf(origin, three), { run, lab })
  expect(chosen).toMatchObject({ head: three, base: undefined, source: 'all', unfinished: [] })
  expect(chosen.warnings).toHaveLength(warnings)
  expect(lab.calls).toEqual([])
})
