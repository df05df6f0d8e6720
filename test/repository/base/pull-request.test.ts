import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asked } from '../../lab/github/client.ts'
import { type GitHubLab, startGitHub } from '../../lab/github/server.ts'
import { checkoutOf, cloneOf, newRepo, removeTempFolders, runGit, type TestRepo } from '../git/support.ts'
import { changed, choose, compareIn, mergeCommit } from './support.ts'

let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub()
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})
afterAll(removeTempFolders)

/** main: start – later; the pull request left at start; GitHub's merge commit is of both. */
function pullRequest(origin: TestRepo = newRepo()) {
  const start = origin.commit({ 'a/main.tf': '1', 'b/main.tf': '1' })
  origin.git('checkout', '--quiet', '-b', 'change')
  origin.commit({ 'a/main.tf': '2' })
  const head = origin.commit({ 'new file.tf': '1' })
  origin.git('checkout', '--quiet', 'main')
  const later = origin.commit({ 'b/main.tf': 'changed on main' })
  const merge = mergeCommit(origin, later, head)
  const pull = { number: 7, headSha: head, headRef: 'change', baseRef: 'main', baseSha: later, fork: false }
  const run = { event: 'pull_request', sha: merge, ref: 'refs/pull/7/merge', pull }
  return { origin, start, head, later, merge, run }
}
const OURS = ['a/main.tf', 'new file.tf']

describe('on GitHub’s merge commit', () => {
  test.each([1, 2, 10])(
    'depth %i: the branch that is behind does not show what main did (terragrunt)',
    async (depth) => {
      const { origin, later, merge, run } = pullRequest()
      const checkout = checkoutOf(origin, merge, `--depth=${depth}`)
      const chosen = await choose(checkout, { run, lab })
      expect(chosen).toEqual({
        head: merge,
        base: later,
        source: 'merge-commit',
        unfinished: [],
        warnings: [],
      })
      expect(changed(checkout, chosen)).toEqual(OURS)
      expect(lab.calls).toEqual([])
      expect(checkout.ran.filter(({ args }) => args[0] === 'fetch')).toHaveLength(depth === 1 ? 1 : 0)
    },
  )

  test('a fork’s too', async () => {
    const { origin, later, merge, run } = pullRequest()
    const checkout = checkoutOf(origin, merge, '--depth=2')
    const fork = { ...run, pull: { ...run.pull, fork: true } }
    expect(await choose(checkout, { run: fork, lab })).toMatchObject({ base: later, source: 'merge-commit' })
  })

  test('which the pull request has moved away from since: the run’s own commits count, not the newest', async () => {
    const { origin, later, merge, run } = pullRequest()
    const moved = { ...run, pull: { ...run.pull, headSha: 'e'.repeat(40) } }
    const checkout = checkoutOf(origin, merge, '--depth=2')
    expect(await choose(checkout, { run: moved, lab })).toMatchObject({ base: later, source: 'merge-commit' })
  })

  test('whose base cannot be fetched: everything, and why', async () => {
    const { origin, merge, run } = pullRequest()
    const checkout = checkoutOf(origin, merge, '--depth=1')
    checkout.git('remote', 'remove', 'origin')
    const chosen = await choose(checkout, { run, lab })
    expect(chosen).toMatchObject({ head: merge, base: undefined, source: 'all' })
    expect(chosen.warnings).toHaveLength(1)
    expect(chosen.warnings[0]).toMatch(/everything is judged\. Commit .* has no remote .*fetch-depth/)
  })

  test('5,000 files changed: all of them, and GitHub’s list of them (3,000, 300) is never asked for', async () => {
    const origin = newRepo()
    const start = origin.commit({ 'main.tf': '' })
    const files = Array.from(
      { length: 5000 },
      (_, k) => `M 100644 inline f${k % 20}/${k}.tf\ndata 1\nx\n`,
    ).join('')
    const commit = 'commit refs/heads/change\ncommitter A <a@b> 1767225600 +0000\ndata 1\nx\n'
    runGit(origin.root, ['fast-import', '--quiet'], `${commit}from ${start}\n${files}`)
    const head = origin.git('rev-parse', 'change')
    const later = origin.commit({ 'b.tf': '' })
    const merge = mergeCommit(origin, later, head)
    const pull = { number: 7, headSha: head, headRef: 'change', baseRef: 'main', baseSha: later, fork: false }
    const checkout = checkoutOf(origin, merge, '--depth=2')
    const chosen = await choose(checkout, {
      run: { event: 'pull_request', sha: merge, ref: 'refs/pull/7/merge', pull },
      lab,
    })
    expect(changed(checkout, chosen)).toHaveLength(5000)
    expect(asked(lab)).toEqual([])
  })
})

describe('on the branch itself', () => {
  test('with history: where it left main', async () => {
    const { origin, start, head, run } = pullRequest()
    const clone = cloneOf(origin)
    clone.git('checkout', '--quiet', '--detach', head)
    const chosen = await choose(clone, { run, lab })
    expect(chosen).toEqual({ head, base: start, source: 'merge-base', unfinished: [], warnings: [] })
    expect(changed(clone, chosen)).toEqual(OURS)
    expect(lab.calls).toEqual([])
  })

  test.each([1, 2])('depth %i: GitHub is asked, once, for the commit and not for files', async (depth) => {
    const { origin, start, head, later, run } = pullRequest()
    compareIn(lab, origin)
    const checkout = checkoutOf(origin, head, `--depth=${depth}`)
    const chosen = await choose(checkout, { run, lab })
    expect(chosen).toEqual({ head, base: start, source: 'merge-base', unfinished: [], warnings: [] })
    expect(changed(checkout, chosen)).toEqual(OURS)
    expect(lab.calls.map(({ path }) => path)).toEqual([
      `/repos/acme/gitops/compare/${later}...${head}?per_page=1&page=2`,
    ])
  })

  test('a head that is a merge of main itself is not taken for GitHub’s', async () => {
    const { origin, later, run } = pullRequest()
    origin.git('checkout', '--quiet', 'change')
    origin.git('merge', '--quiet', '-m', 'update branch', 'main')
    const head = origin.git('rev-parse', 'HEAD')
    const clone = cloneOf(origin)
    clone.git('checkout', '--quiet', '--detach', head)
    const chosen = await choose(clone, { run: { ...run, pull: { ...run.pull, headSha: head } }, lab })
    expect(chosen).toMatchObject({ base: later, source: 'merge-base' })
    expect(changed(clone, chosen)).toEqual(OURS)
  })

  test('history and GitHub both fail: the tip of main, wider, with a warning', async () => {
    const { origin, head, later, run } = pullRequest()
    const checkout = checkoutOf(origin, head, '--depth=1')
    lab.fail('repos/compare-commits', { status: 500 })
    const chosen = await choose(checkout, { run, lab })
    expect(chosen).toMatchObject({ base: later, source: 'base-branch' })
    expect(chosen.warnings[0]).toMatch(/^Compared with the tip of main, .*it answered 500/)
    expect(changed(checkout, chosen)).toEqual(['a/main.tf', 'b/main.tf', 'new file.tf'])
  })

  test('a token without contents: read is told what it lacks', async () => {
    const { origin, head, run } = pullRequest()
    await lab.close()
    lab = await startGitHub({ tokens: { ghs_none: { login: 'x', type: 'Bot', permissions: {} } } })
    const checkout = checkoutOf(origin, head, '--depth=1')
    const chosen = await choose(checkout, { run, lab, token: 'ghs_none' })
    expect(chosen.source).toBe('base-branch')
    expect(chosen.warnings.join()).toContain('"permissions: contents: read"')
  })

  test('nothing can be asked or fetched: everything', async () => {
    const { origin, head, run } = pullRequest()
    const checkout = checkoutOf(origin, head, '--depth=1')
    const chosen = await choose(checkout, { run, offline: true })
    expect(chosen).toMatchObject({ head, base: undefined, source: 'all' })
    expect(chosen.warnings).toHaveLength(1)
  })

  test('a change that takes back what main did is seen (an older common ancestor would hide it)', async () => {
    const origin = newRepo()
    origin.commit({ 'x.tf': 'old' })
    const main = origin.commit({ 'x.tf': 'new' })
    origin.git('checkout', '--quiet', '-b', 'revert')
    const head = origin.commit({ 'x.tf': 'old' })
    compareIn(lab, origin)
    const pull = { number: 7, headSha: head, headRef: 'revert', baseRef: 'main', baseSha: main, fork: false }
    const checkout = checkoutOf(origin, head, '--depth=1')
    const chosen = await choose(checkout, { run: { event: 'pull_request', sha: 'f'.repeat(40), pull }, lab })
    expect(changed(checkout, chosen)).toEqual(['x.tf'])
  })
})

test('pull_request_target has the base branch checked out: everything, not nothing', async () => {
  const { origin, later, run } = pullRequest()
  const clone = cloneOf(origin)
  const target = { ...run, event: 'pull_request_target', sha: later, ref: 'refs/heads/main' }
  expect(await choose(clone, { run: target, lab })).toMatchObject({
    head: later,
    base: undefined,
    source: 'all',
  })
  // Also when the tip of main is a merge itself.
  origin.git('merge', '--quiet', '--no-ff', '-m', 'merged', 'change')
  const merged = origin.git('rev-parse', 'HEAD')
  const again = cloneOf(origin)
  const other = { ...target, sha: merged, pull: { ...run.pull, headSha: 'e'.repeat(40), baseSha: merged } }
  expect(await choose(again, { run: other, lab })).toMatchObject({ head: merged, source: 'all' })
})

test('an event without a pull request in it: everything', async () => {
  const { origin } = pullRequest()
  const chosen = await choose(cloneOf(origin), { run: { event: 'pull_request' }, lab })
  expect(chosen).toMatchObject({
    source: 'all',
    warnings: [expect.stringContaining('names no pull request')],
  })
})

describe('merge queue', () => {
  /** Three pull requests, each a merge on top of the one before. */
  function group() {
    const origin = newRepo()
    const base = origin.commit({ 'main.tf': '1' })
    for (const name of ['one', 'two', 'three']) {
      origin.git('checkout', '--quiet', '-b', name, base)
      origin.commit({ [`${name}.tf`]: '1' })
    }
    origin.git('checkout', '--quiet', '-b', `gh-readonly-queue/main/pr-3-${base}`, base)
    for (const name of ['one', 'two', 'three']) origin.git('merge', '--quiet', '--no-ff', '-m', name, name)
    const head = origin.git('rev-parse', 'HEAD')
    origin.git('checkout', '--quiet', 'main')
    const ref = `refs/heads/gh-readonly-queue/main/pr-3-${base}`
    return {
      origin,
      base,
      head,
      run: { event: 'merge_group', sha: head, ref, mergeGroup: { baseSha: base } },
    }
  }
  test.each([1, 2])('depth %i: all three pull requests of the group count', async (depth) => {
    const { origin, base, head, run } = group()
    const checkout = checkoutOf(origin, head, `--depth=${depth}`)
    const chosen = await choose(checkout, { run, lab })
    expect(chosen).toEqual({ head, base, source: 'merge-group', unfinished: [], warnings: [] })
    expect(changed(checkout, chosen)).toEqual(['one.tf', 'three.tf', 'two.tf'])
    expect(lab.calls).toEqual([])
  })
  test('a base that is gone, or not told: everything', async () => {
    const { origin, head, run } = group()
    const checkout = checkoutOf(origin, head, '--depth=1')
    const gone = { ...run, mergeGroup: { baseSha: 'e'.repeat(40) } }
    expect(await choose(checkout, { run: gone, lab })).toMatchObject({
      source: 'all',
      warnings: [expect.stringContaining('not our ref')],
    })
    const untold = { ...run, mergeGroup: undefined }
    expect(await choose(checkout, { run: untold, lab })).toMatchObject({
      source: 'all',
      warnings: [expect.any(String)],
    })
  })
})
