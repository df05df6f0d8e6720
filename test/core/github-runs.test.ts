import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asked, connect } from '../lab/github/client.ts'
import { type GitHubLab, startGitHub } from '../lab/github/server.ts'

const sha = (letter: string): string => letter.repeat(40)
let lab: GitHubLab
beforeEach(async () => {
  lab = await startGitHub()
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})

describe('runs of a commit', () => {
  test('of every workflow and event, newest first, as of the newest attempt, and of no other commit', async () => {
    lab.addRun({ id: 1, headSha: sha('a'), event: 'pull_request', branch: 'feature', conclusion: 'success' })
    lab.addRun({ id: 2, headSha: sha('b') })
    lab.addRun({
      id: 3,
      headSha: sha('a'),
      workflow: 'other.yml',
      event: 'merge_group',
      headRepository: null,
    })
    lab.addRun({ id: 1, headSha: sha('a'), attempt: 2, event: 'pull_request', branch: 'feature' })
    const { github } = await connect(lab)
    const runs = await github.runsOfCommit(sha('a'))
    expect(
      runs.map(({ id, attempt, status, event, path, headBranch, headRepository, url }) => ({
        id,
        attempt,
        status,
        event,
        path,
        headBranch,
        headRepository,
        url,
      })),
    ).toEqual([
      {
        id: 1,
        attempt: 2,
        status: 'in_progress',
        event: 'pull_request',
        headBranch: 'feature',
        path: '.github/workflows/gitops.yml',
        headRepository: 'acme/gitops',
        url: 'https://github.com/acme/gitops/actions/runs/1',
      },
      {
        id: 3,
        attempt: 1,
        status: 'in_progress',
        event: 'merge_group',
        headBranch: 'main',
        path: '.github/workflows/other.yml',
        headRepository: undefined,
        url: 'https://github.com/acme/gitops/actions/runs/3',
      },
    ])
    expect(asked(lab)).toEqual(['actions/list-workflow-runs-for-repo 200'])
  })

  test.each([
    ['.github/workflows/gitops.yml@main', '.github/workflows/gitops.yml'],
    ['.github/workflows/gitops.yaml@refs/heads/a@b/c.yml', '.github/workflows/gitops.yaml'],
    ['.github/workflows/gitops.yml', '.github/workflows/gitops.yml'],
    // A file that wants to pass for another.
    ['.github/workflows/gitops.yml@x.yml', '.github/workflows/gitops.yml@x.yml'],
    ['.github/workflows/gitops.yml@x.yml@main', '.github/workflows/gitops.yml@x.yml@main'],
    ['.github/workflows/gitops@x.yml', '.github/workflows/gitops@x.yml'],
  ])('the file of %s', async (path, file) => {
    lab.addRun({ id: 1, headSha: sha('a'), path })
    const { github } = await connect(lab)
    expect((await github.runsOfCommit(sha('a')))[0]?.path).toBe(file)
  })

  test('all pages, each run once though the list grew meanwhile', async () => {
    for (let id = 1; id <= 250; id++) lab.addRun({ id, headSha: sha('a') })
    let reads = 0
    const grow = (): void => {
      lab.addRun({ id: 1000 + reads, headSha: sha('a') })
      if (++reads < 3) lab.before('actions/list-workflow-runs-for-repo', grow)
    }
    lab.before('actions/list-workflow-runs-for-repo', grow)
    const { github } = await connect(lab)
    const ids = (await github.runsOfCommit(sha('a'))).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual([1000, ...Array.from({ length: 250 }, (_, at) => 250 - at)])
    expect(lab.calls).toHaveLength(3)
  })

  test('none is an empty list; no permission is an error that names it', async () => {
    const { github } = await connect(lab)
    expect(await github.runsOfCommit(sha('c'))).toEqual([])
    await lab.close()
    lab = await startGitHub({
      tokens: { ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions: { contents: 'read' } } },
    })
    await expect((await connect(lab)).github.runsOfCommit(sha('a'))).rejects.toMatchObject({
      fault: 'permission',
      help: expect.stringContaining('permissions: actions: read'),
    })
  })
})

describe('who approved a run', () => {
  test('state, environments and person', async () => {
    lab.addRun({ id: 7, headSha: sha('a') })
    lab.addApproval({ runId: 7, environments: ['production', 'eu'], by: 'mona' })
    lab.addApproval({ runId: 7, environments: ['us'], state: 'rejected', by: 'hubot' })
    lab.addApproval({ runId: 8, environments: ['us'] })
    const { github } = await connect(lab)
    expect(await github.approvalsOfRun(7)).toEqual([
      { state: 'approved', environments: ['production', 'eu'], by: 'mona' },
      { state: 'rejected', environments: ['us'], by: 'hubot' },
    ])
  })
  test('of a run that is not there: an error, not "nobody"', async () => {
    await expect((await connect(lab)).github.approvalsOfRun(9)).rejects.toMatchObject({ fault: 'missing' })
  })
})

describe('environments', () => {
  test('people and teams that must be asked', async () => {
    lab.setEnvironment({
      name: 'prod/eu west',
      reviewers: ['mona', 'hubot'],
      teams: ['ops'],
      preventSelfReview: true,
      waitMinutes: 5,
    })
    lab.setEnvironment({ name: 'open', waitMinutes: 30 })
    const { github } = await connect(lab)
    expect(await github.environment('prod/eu west')).toEqual({
      name: 'prod/eu west',
      reviewers: 3,
      preventSelfReview: true,
    })
    expect(await github.environment('open')).toEqual({ name: 'open', reviewers: 0, preventSelfReview: false })
    expect(await github.environment('gone')).toBeUndefined()
  })
  test.each([403, 500])('%i is not "there is none"', async (status) => {
    lab.fail('repos/get-environment', { status, times: 9 })
    await expect((await connect(lab)).github.environment('prod')).rejects.toMatchObject({ status })
  })
})
