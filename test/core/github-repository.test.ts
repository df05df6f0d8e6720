import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asked, connect } from '../lab/github/client.ts'
import { type GitHubLab, startGitHub } from '../lab/github/server.ts'

const sha = (letter: string): string => letter.repeat(40)
const numbered = (at: number): string => at.toString(16).padStart(40, '0')
let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub()
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})

describe('who can read the repository', () => {
  test.each([
    ['private', true, false, false],
    ['internal', true, true, false],
    ['public', false, false, true],
  ])('%s', async (_, isPrivate, isInternal, isPublic) => {
    lab.setPrivate(isPrivate)
    lab.state.isInternal = isInternal
    expect(await (await connect(lab)).github.isPublic()).toBe(isPublic)
  })
  test('when GitHub does not tell, nothing is assumed', async () => {
    lab.fail('repos/get', { status: 502, times: 9 })
    await expect((await connect(lab)).github.isPublic()).rejects.toMatchObject({ fault: 'unavailable' })
  })
})

describe('the head of a branch', () => {
  test('also of one with slashes', async () => {
    lab.setBranch('main', sha('a'))
    lab.setBranch('gh-readonly-queue/main/pr-5', sha('b'))
    const { github } = await connect(lab)
    expect(await github.branchHead('main')).toBe(sha('a'))
    expect(await github.branchHead('gh-readonly-queue/main/pr-5')).toBe(sha('b'))
    expect(await github.branchHead('mai')).toBeUndefined()
  })
  test('a fault is not "no such branch"', async () => {
    lab.fail('git/get-ref', { status: 500, times: 9 })
    await expect((await connect(lab)).github.branchHead('main')).rejects.toMatchObject({ status: 500 })
  })
})

describe('commits between two', () => {
  test('all pages, oldest first', async () => {
    const commits = Array.from({ length: 230 }, (_, at) => numbered(at))
    lab.setCommits(sha('a'), sha('b'), commits)
    const { github } = await connect(lab)
    expect(await github.commitsBetween(sha('a'), sha('b'), 1000)).toEqual({ total: 230, commits })
    expect(asked(lab)).toHaveLength(3)
  })
  test('up to the limit, and the total tells that there are more', async () => {
    const commits = Array.from({ length: 230 }, (_, at) => numbered(at))
    lab.setCommits('main', sha('b'), commits)
    const { github } = await connect(lab)
    expect(await github.commitsBetween('main', sha('b'), 150)).toEqual({
      total: 230,
      commits: commits.slice(0, 150),
    })
    expect(asked(lab)).toHaveLength(2)
  })
  test('none', async () => {
    lab.setCommits(sha('a'), sha('a'), [])
    expect(await (await connect(lab)).github.commitsBetween(sha('a'), sha('a'), 9)).toEqual({
      total: 0,
      commits: [],
    })
  })
  test('nothing in common, or one that is not there', async () => {
    lab.setCommits(sha('a'), sha('b'), null)
    const { github } = await connect(lab)
    expect(await github.commitsBetween(sha('a'), sha('b'), 9)).toBeUndefined()
    expect(await github.commitsBetween(sha('a'), sha('c'), 9)).toBeUndefined()
  })
  test('a list that is shorter than GitHub says is an error, not a short list', async () => {
    lab.setCommits(sha('a'), sha('b'), [sha('1'), sha('2'), sha('3')])
    const { github } = await connect(lab)
    const whole = await fetch(`${lab.url}/repos/acme/gitops/compare/${sha('a')}...${sha('b')}`, {
      headers: { authorization: 'token ghs_lab' },
    })
    const body = (await whole.json()) as { commits: unknown[] }
    body.commits.pop()
    lab.fail('repos/compare-commits', { status: 200, body })
    await expect(github.commitsBetween(sha('a'), sha('b'), 9)).rejects.toThrow(
      'told of 3 commits and listed 2',
    )
  })
})

describe('a folder at a commit', () => {
  test('files, folders, links and submodules with their ids', async () => {
    lab.setFolder(sha('a'), '.github/workflows', [
      { name: 'gitops.yml', sha: sha('1') },
      { name: 'old', type: 'dir', sha: sha('2') },
      { name: 'link.yml', type: 'symlink', sha: sha('3') },
      { name: 'sub', type: 'submodule', sha: sha('4') },
    ])
    lab.setFolder(sha('a'), '', [{ name: '.github', type: 'dir', sha: sha('5') }])
    const { github } = await connect(lab)
    expect(await github.folder('.github/workflows', sha('a'))).toEqual([
      { name: 'gitops.yml', type: 'file', sha: sha('1') },
      { name: 'old', type: 'dir', sha: sha('2') },
      { name: 'link.yml', type: 'symlink', sha: sha('3') },
      { name: 'sub', type: 'submodule', sha: sha('4') },
    ])
    expect(await github.folder('', sha('a'))).toEqual([{ name: '.github', type: 'dir', sha: sha('5') }])
  })
  test('no such folder, or a file in its place', async () => {
    lab.setFolder(sha('a'), '.github', [{ name: 'actions' }])
    const { github } = await connect(lab)
    expect(await github.folder('.github/actions', sha('a'))).toBeUndefined()
    expect(await github.folder('.github/workflows', sha('a'))).toBeUndefined()
  })
  test('a commit that is not there is an error: nobody knows what is in it', async () => {
    lab.setFolder(sha('a'), '.github', [])
    await expect((await connect(lab)).github.folder('.github', sha('b'))).rejects.toMatchObject({
      fault: 'missing',
      message: expect.stringContaining('No commit found for the ref'),
    })
  })
  test('more than GitHub lists is an error, not a part of it', async () => {
    const entries = Array.from({ length: 1200 }, (_, at) => ({ name: `f${at}` }))
    lab.setFolder(sha('a'), 'many', entries)
    lab.setFolder(sha('a'), 'few', entries.slice(0, 999))
    const { github } = await connect(lab)
    await expect(github.folder('many', sha('a'))).rejects.toThrow('more than 999 entries')
    expect(await github.folder('few', sha('a'))).toHaveLength(999)
  })
})

describe('pull requests', () => {
  const pull = { head: { ref: 'feature', sha: sha('1') }, base: { ref: 'main', sha: sha('2') } }
  test('the open ones into a branch, newest first, up to the limit, with their labels', async () => {
    lab.addPull({ ...pull, number: 1, labels: ['allow destroy', 'über'] })
    lab.addPull({ ...pull, number: 2, state: 'closed' })
    lab.addPull({ ...pull, number: 3, base: { ref: 'release', sha: sha('3') } })
    lab.addPull({ ...pull, number: 4 })
    lab.addPull({ ...pull, number: 5, fork: 'eve/gitops' })
    const { github } = await connect(lab)
    expect((await github.openPulls('main', 100)).map(({ number, labels }) => [number, labels])).toEqual([
      [5, []],
      [4, []],
      [1, ['allow destroy', 'über']],
    ])
    expect((await github.openPulls('main', 2)).map(({ number }) => number)).toEqual([5, 4])
    expect((await github.getPull(1)).labels).toEqual(['allow destroy', 'über'])
  })
  test('from a branch of ours, in any state and into any base, and not from a fork', async () => {
    lab.addPull({ ...pull, number: 1, merged: true })
    lab.addPull({ ...pull, number: 2, base: { ref: 'evil', sha: sha('3') } })
    lab.addPull({ ...pull, number: 3, fork: 'eve/gitops' })
    lab.addPull({ ...pull, number: 4, head: { ref: 'feature2', sha: sha('1') } })
    const { github } = await connect(lab)
    expect((await github.pullsFrom('feature', 100)).map(({ number, base }) => [number, base.ref])).toEqual([
      [2, 'evil'],
      [1, 'main'],
    ])
  })
  test('when the base was changed last', async () => {
    lab.addPull({ ...pull, number: 1 })
    lab.addPull({ ...pull, number: 2 })
    lab.addEvent(1, 'base_ref_changed', '2026-01-02T00:00:00Z')
    lab.addEvent(1, 'automatic_base_change_succeeded', '2026-01-05T00:00:00Z')
    lab.addEvent(1, 'base_ref_changed', '2026-01-03T00:00:00Z')
    for (let at = 0; at < 120; at++) lab.addEvent(1, 'automatic_base_change_failed')
    lab.addEvent(1, 'base_ref_changed', '2026-01-04T00:00:00Z')
    lab.addEvent(2, 'closed')
    const { github } = await connect(lab)
    expect(await github.baseChangedAt(1)).toBe(Date.parse('2026-01-05T00:00:00Z'))
    expect(await github.baseChangedAt(2)).toBeUndefined()
    await expect(github.baseChangedAt(3)).rejects.toMatchObject({ fault: 'missing' })
  })
})
