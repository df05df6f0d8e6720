import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { GitHub } from '../../../src/core/github-port.ts'
import type { Found, Wanted } from '../../../src/pipeline/apply/contracts.ts'
import { environmentGate } from '../../../src/pipeline/apply/environment-gate.ts'
import { findPlans } from '../../../src/pipeline/apply/find-plan.ts'
import { groupPlans } from '../../../src/pipeline/apply/group-check.ts'
import { markOutdated } from '../../../src/pipeline/apply/outdated.ts'
import { reviewedRuns } from '../../../src/pipeline/apply/reviewed-runs.ts'
import { supersededStacks } from '../../../src/pipeline/apply/superseded.ts'
import { withMarker } from '../../../src/core/comment-marker.ts'
import { planArtifactName } from '../../../src/terraform/sealed/artifact-name.ts'
import type { NewPull } from '../../lab/github/state.ts'
import { asked, connect } from '../../lab/github/client.ts'
import { startGitHub, type GitHubLab, type Token } from '../../lab/github/server.ts'
import { APPLIED, FILES, sha, stack, type Folder } from './world.ts'

/** The real client against the lab: what it asks, what it is allowed to, and pages. */

const DNS = stack('infra/dns')
const ACTIONS = 'github-actions[bot]'
const token = (permissions: Token['permissions']): Token => ({ login: ACTIONS, type: 'Bot', permissions })
const ENOUGH = { contents: 'read', 'pull-requests': 'read', actions: 'read' } as const

let lab: GitHubLab
let github: GitHub
beforeEach(async () => {
  lab = await startGitHub({
    tokens: {
      ghs_lab: token(ENOUGH),
      ghs_writer: token({ ...ENOUGH, 'pull-requests': 'write' }),
      'ghs_no-contents': token({ ...ENOUGH, contents: 'none' }),
      'ghs_no-pull-requests': token({ ...ENOUGH, 'pull-requests': 'none' }),
      'ghs_no-actions': token({ ...ENOUGH, actions: 'none' }),
    },
  })
  lab.setPrivate(true)
  ;({ github } = await connect(lab))
})
afterEach(async () => {
  await lab.close()
  expect(lab.problems).toEqual([])
})

/** With the time at which it was last touched: after its runs, for it is merged by then. */
function addPull(pull: NewPull): void {
  const stored = lab.state.pulls.get(lab.addPull(pull))
  if (stored !== undefined) stored.json.updated_at = '2026-01-01T01:00:00Z'
}

function folder(commit: string, files: Folder = FILES): void {
  lab.setFolder(
    commit,
    '.github',
    Object.entries(files).map(([name, entry]) => ({ name, ...entry })),
  )
}

/** One pull request, merged with a merge commit, and a run of its last commit with a plan. */
function merged(number = 5): { readonly run: number; readonly plan: number } {
  addPull({
    number,
    state: 'closed',
    merged: true,
    mergeCommitSha: sha('main'),
    head: { ref: `f${number}`, sha: sha(`head${number}`) },
    base: { ref: 'main', sha: sha('base') },
  })
  folder(sha(`head${number}`))
  lab.setCommits(sha('base'), sha('main'), [sha(`head${number}`), sha('main')])
  const run = 100 + number
  lab.addRun({
    id: run,
    headSha: sha(`head${number}`),
    branch: `f${number}`,
    event: 'pull_request',
    conclusion: 'success',
  })
  const plan = lab.addArtifact({
    runId: run,
    name: planArtifactName(DNS.key, DNS.inputsHash, 1),
    files: { 'plan.sealed': 'sealed' },
  })
  return { run, plan }
}

async function find(wanted: Wanted = DNS, client = github): Promise<Found | undefined> {
  const reviewed = await reviewedRuns({
    github: client,
    repository: 'acme/gitops',
    branch: 'main',
    workflow: '.github/workflows/gitops.yml',
    files: APPLIED,
    baseSha: sha('base'),
    head: sha('main'),
  })
  return (await findPlans({ wanted: [wanted], reviewed, github: client })).get(wanted.key)
}
const codeOf = (found: Found | undefined): string =>
  found?.kind === 'refused' ? found.refusal.code : `found ${found?.plan.artifact.id}`

describe('reviewed', () => {
  test('a plan is found and fetched', async () => {
    const { plan } = merged()
    const found = await find()
    expect(codeOf(found)).toBe(`found ${plan}`)
    if (found?.kind !== 'found') return
    const [file] = await found.plan.download()
    expect([file?.name, Buffer.from(file?.content ?? []).toString()]).toEqual(['plan.sealed', 'sealed'])
  })
  test('few requests', async () => {
    merged()
    await find()
    expect([...asked(lab)].sort()).toEqual([
      'actions/list-workflow-run-artifacts 200',
      'actions/list-workflow-runs-for-repo 200',
      'actions/list-workflow-runs-for-repo 200',
      'issues/list-events 200',
      'pulls/get 200',
      'pulls/list 200',
      'repos/compare-commits 200',
      'repos/get-content 200',
      'repos/list-pull-requests-associated-with-commit 200',
      'repos/list-pull-requests-associated-with-commit 200',
    ])
  })
  test('also behind a hundred other artifacts, runs and events', async () => {
    const { run, plan } = merged()
    for (let index = 0; index < 120; index++) {
      lab.addArtifact({ runId: run, name: `log-${index}`, files: { x: '' } })
      lab.addRun({ id: 1000 + index, headSha: sha('head5'), branch: 'f5', event: 'push', workflow: 'ci.yml' })
      lab.addEvent(5, 'labeled')
    }
    expect(codeOf(await find())).toBe(`found ${plan}`)
  })
  test('a second pull request from the same branch into one with an edited workflow', async () => {
    merged()
    addPull({
      number: 6,
      head: { ref: 'f5', sha: sha('head5') },
      base: { ref: 'evil', sha: sha('evil') },
    })
    expect(codeOf(await find())).toBe('origin')
  })
  test('pointed at main after it was planned, behind a page of other events', async () => {
    merged()
    lab.addEvent(5, 'base_ref_changed')
    for (let index = 0; index < 120; index++) lab.addEvent(5, 'labeled')
    expect(codeOf(await find())).toBe('origin')
  })
  test('an edited workflow, and a commit without .github', async () => {
    merged()
    folder(sha('head5'), { ...FILES, workflows: { type: 'dir', sha: 'edited' } })
    expect(codeOf(await find())).toBe('workflow-changed')
    lab.setFolder(sha('head5'), '.github', undefined)
    expect(codeOf(await find())).toBe('workflow-changed')
  })
  test("a fork's run, a run of another workflow, an expired plan", async () => {
    const { run } = merged()
    const name = planArtifactName(DNS.key, DNS.inputsHash, 1)
    lab.addArtifact({
      runId: run,
      name: planArtifactName(DNS.key, DNS.inputsHash, 1),
      expired: true,
      files: { x: '' },
      createdAt: '2027-01-01T00:00:00Z',
    })
    expect(codeOf(await find())).toBe('expired')
    const other = stack('infra/other')
    lab.addRun({
      id: 200,
      headSha: sha('head5'),
      branch: 'f5',
      event: 'pull_request',
      headRepository: 'mallory/gitops',
    })
    lab.addArtifact({
      runId: 200,
      name: name.replace(/^plan-[0-9a-f]+/, planArtifactName(other.key, '', 1).slice(0, 21)),
      files: { x: '' },
    })
    expect(codeOf(await find(other))).toBe('origin')
  })
  test.each(['contents', 'pull-requests', 'actions'])(
    'a token without %s: unknown, and it is named',
    async (name) => {
      merged()
      const client = await connect(lab, { token: `ghs_no-${name}` })
      const found = await find(DNS, client.github)
      expect(codeOf(found)).toBe('unknown')
      if (found?.kind === 'refused') expect(found.refusal.help).toContain(`${name}: read`)
    },
  )
  test.each([
    'repos/compare-commits',
    'repos/list-pull-requests-associated-with-commit',
    'pulls/get',
    'pulls/list',
    'issues/list-events',
    'repos/get-content',
    'actions/list-workflow-runs-for-repo',
    'actions/list-workflow-run-artifacts',
  ])('%s answers 502 for good: unknown', async (operation) => {
    merged()
    lab.fail(operation, { status: 502, times: 20 })
    expect(codeOf(await find())).toBe('unknown')
  })
})

test('environment: reviewers and an approval, with actions: read alone', async () => {
  lab.addRun({ id: 77, headSha: sha('main') })
  const gate = () => environmentGate({ github, environment: 'production/eu', runId: 77 })
  expect(await gate()).toMatchObject({ code: 'environment' })
  lab.setEnvironment({ name: 'production/eu', waitMinutes: 5 })
  expect((await gate())?.reason).toContain('no required reviewers')
  lab.setEnvironment({ name: 'production/eu', teams: ['ops'] })
  expect((await gate())?.reason).toContain('Nobody has approved')
  lab.addApproval({ runId: 77, environments: ['production/eu'], state: 'approved', by: 'mona' })
  expect(await gate()).toBeUndefined()
})

test('superseded: asked of the branch and of history', async () => {
  const ask = () =>
    supersededStacks({
      github,
      branch: 'main',
      commit: sha('ours'),
      stacks: [DNS],
      detect: () => Promise.resolve(new Set()),
    })
  const codes = async () =>
    [...(await ask()).values()].map(({ reason }) => reason.split(' ').slice(0, 4).join(' '))
  expect(await codes()).toEqual(['The branch main is'])
  lab.setBranch('main', sha('ours'))
  expect(await codes()).toEqual([])
  lab.setBranch('main', sha('newer'))
  lab.state.mergeBase = () => sha('older')
  expect(await codes()).toEqual(['The history of main'])
  lab.state.mergeBase = () => sha('ours')
  expect(await codes()).toEqual([])
})

test('merge group: by the name of the group where it was squashed', async () => {
  addPull({ number: 5, head: { ref: 'f5', sha: sha('head5') }, base: { ref: 'main', sha: sha('base') } })
  folder(sha('head5'))
  lab.setCommits(sha('base'), sha('group'), [sha('group')])
  lab.addRun({ id: 105, headSha: sha('head5'), branch: 'f5', event: 'pull_request' })
  const plan = lab.addArtifact({
    runId: 105,
    name: planArtifactName(DNS.key, 'f'.repeat(64), 1),
    files: { x: '' },
  })
  const { pulls, plans } = await groupPlans({
    github,
    repository: 'acme/gitops',
    branch: 'main',
    workflow: undefined,
    files: APPLIED,
    baseSha: sha('base'),
    head: sha('group'),
    ref: `refs/heads/gh-readonly-queue/main/pr-5-${sha('base')}`,
    wanted: [DNS],
  })
  expect(pulls).toEqual([5])
  expect(codeOf(plans.get(DNS.key))).toBe(`found ${plan}`)
})

test('out of date: found by the newest artifacts, and written once', async () => {
  const writer = (await connect(lab, { token: 'ghs_writer' })).github
  addPull({ number: 7, head: { ref: 'f7', sha: sha('head7') }, base: { ref: 'main', sha: sha('base') } })
  lab.addRun({ id: 107, headSha: sha('head7'), branch: 'f7', event: 'pull_request' })
  lab.addArtifact({ runId: 107, name: planArtifactName(DNS.key, 'e'.repeat(64), 1), files: { x: '' } })
  const run = { id: '107', attempt: 1, sha: sha('head7') }
  lab.addComment(7, ACTIONS, 'Bot', withMarker({ key: 'pipeline', run, body: '## Plan\n\nx' }))
  for (let index = 0; index < 120; index++) lab.addComment(7, 'mona', 'User', `hello ${index}`)
  const mark = (client: GitHub) =>
    markOutdated({
      github: client,
      branch: 'main',
      stacks: [DNS],
      commit: sha('main'),
      appliedAt: Date.parse('2028-01-01T00:00:00Z'),
      repositoryUrl: 'https://github.com/acme/gitops',
      limit: 65_536,
      redact: (text) => text,
    })
  expect((await mark(github)).notices).toEqual([expect.stringContaining('pull-requests: write')])
  expect(await mark(writer)).toEqual({ pulls: [7], notices: [] })
  expect(await mark(writer)).toEqual({ pulls: [], notices: [] })
  expect(lab.bodies(7)[0]).toContain('This plan is out of date')
})
