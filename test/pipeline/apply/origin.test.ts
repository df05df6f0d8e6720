import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { GitHub } from '../../../src/core/github-port.ts'
import type { Found, Wanted } from '../../../src/pipeline/apply/contracts.ts'
import { findPlans } from '../../../src/pipeline/apply/find-plan.ts'
import { reviewedRuns, type ReviewedRunsRequest } from '../../../src/pipeline/apply/reviewed-runs.ts'
import { planArtifactPrefix } from '../../../src/terraform/sealed/artifact-name.ts'
import { APPLIED, FILES, inputs, MINUTE, REPOSITORY, sha, stack, T0, world, type World } from './world.ts'

const DNS = stack('infra/dns')

const request = (lab: World, change: Partial<ReviewedRunsRequest> = {}): ReviewedRunsRequest => ({
  github: lab.github,
  repository: REPOSITORY,
  branch: 'main',
  workflow: undefined,
  files: APPLIED,
  baseSha: sha('base'),
  head: sha('main'),
  ...change,
})

async function find(
  lab: World,
  wanted: Wanted = DNS,
  change: Partial<ReviewedRunsRequest> = {},
): Promise<Found> {
  const reviewed = await reviewedRuns(request(lab, change))
  const found = (await findPlans({ wanted: [wanted], reviewed, github: lab.github })).get(wanted.key)
  if (found === undefined) throw new Error('no answer')
  return found
}

/** `found ID of RUN #PULL`, or the code of the refusal. */
function told(found: Found): string {
  if (found.kind === 'refused') return found.refusal.code
  const { artifact, run, pull } = found.plan
  return `${artifact.id} of ${run.id}${pull === undefined ? '' : ` #${pull}`}`
}
const reasonOf = (found: Found): string => (found.kind === 'refused' ? found.refusal.reason : 'found')

/** One pull request, squashed into one commit, with a plan by its last commit. */
function squashed() {
  const lab = world()
  lab.commits('base', 'main', 'main')
  const pull = lab.pull(5, ['main'], { mergeCommitSha: sha('main'), labels: ['ok'] })
  const run = lab.run({ headSha: pull.head.sha, branch: 'f5' })
  const plan = lab.plan(run, DNS)
  return { lab, pull, run, plan }
}

describe('which merged pull request a commit is of', () => {
  test('squash merge', async () => {
    const { lab, run, plan, pull } = squashed()
    const found = await find(lab)
    expect(told(found)).toBe(`${plan} of ${run.id} #5`)
    const reviewed = await reviewedRuns(request(lab))
    expect(reviewed).toMatchObject({
      kind: 'runs',
      pulls: [{ number: 5, headSha: pull.head.sha, labels: ['ok'], url: pull.url }],
    })
    // What is fetched is that artifact.
    if (found.kind === 'found')
      expect(await found.plan.download()).toMatchObject([{ name: `of-${plan}-true` }])
  })
  test('merge commit: the commits of the pull request are in between too, and it is asked once', async () => {
    const lab = world()
    lab.commits('base', 'main', 'one', 'head5', 'main')
    const pull = lab.pull(5, ['one', 'head5', 'main'], { mergeCommitSha: sha('main') })
    const run = lab.run({ headSha: pull.head.sha, branch: 'f5' })
    const plan = lab.plan(run, DNS)
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
    expect(lab.asked('getPull')).toBe(1)
    expect(lab.calls.filter((call) => call === `runsOfCommit ${pull.head.sha}`)).toHaveLength(1)
  })
  test('rebase merge: several new commits, one pull request', async () => {
    const lab = world()
    lab.commits('base', 'main', 'one2', 'two2', 'main')
    const pull = lab.pull(5, ['one2', 'two2', 'main'], { mergeCommitSha: sha('main') })
    const run = lab.run({ headSha: pull.head.sha, branch: 'f5' })
    const plan = lab.plan(run, DNS)
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
  })
  test('several merges in one push: each stack from its own', async () => {
    const lab = world()
    lab.commits('base', 'main', 'm4', 'm5', 'main')
    const other = stack('infra/vpc')
    const plans = [4, 5, 6].map((number) => {
      const merge = number === 6 ? 'main' : `m${number}`
      const pull = lab.pull(number, [merge], { mergeCommitSha: sha(merge) })
      const run = lab.run({ headSha: pull.head.sha, branch: `f${number}`, at: T0 + number * MINUTE })
      return number === 5 ? lab.plan(run, other) : lab.plan(run, DNS, { attempt: 1 })
    })
    const reviewed = await reviewedRuns(request(lab))
    const found = await findPlans({ wanted: [DNS, other], reviewed, github: lab.github })
    expect([...found.values()].map(told)).toEqual([
      expect.stringMatching(new RegExp(`^${plans[2]} .*#6$`)),
      expect.stringMatching(new RegExp(`^${plans[1]} .*#5$`)),
    ])
    if (reviewed.kind === 'runs') expect(reviewed.pulls.map(({ number }) => number)).toEqual([6, 5, 4])
  })
  test('a revert is a pull request as any other; the plan of what it takes back is of other files', async () => {
    const lab = world()
    lab.commits('base', 'main', 'm4', 'main')
    const first = lab.pull(4, ['m4'], { mergeCommitSha: sha('m4') })
    lab.plan(lab.run({ headSha: first.head.sha, branch: 'f4' }), stack('infra/dns', 'v2'))
    const revert = lab.pull(5, ['main'], { mergeCommitSha: sha('main'), branch: 'revert-4-f4' })
    const run = lab.run({ headSha: revert.head.sha, branch: 'revert-4-f4' })
    const plan = lab.plan(run, DNS)
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
  })
  test('merge queue: three pull requests, the plan of the last group counts', async () => {
    const lab = world()
    lab.commits('base', 'main', 'm4', 'm5', 'main')
    const runs = [4, 5, 6].map((number) => {
      const merge = number === 6 ? 'main' : `m${number}`
      lab.pull(number, [merge], { mergeCommitSha: sha(merge) })
      const branch = `gh-readonly-queue/main/pr-${number}-${sha('x')}`
      return lab.run({ headSha: sha(merge), event: 'merge_group', branch, at: T0 + number * MINUTE })
    })
    runs.slice(0, 2).forEach((run, index) => lab.plan(run, stack('infra/dns', `part${index}`)))
    const [, , last] = runs
    const plan = last && lab.plan(last, DNS)
    expect(told(await find(lab))).toBe(`${plan} of ${last?.id} #6`)
    expect(told(await find(lab, stack('infra/dns', 'part0')))).toMatch(/#4$/)
  })
  test('pushed directly: says so, and is not "nothing to apply"', async () => {
    const lab = world()
    lab.commits('base', 'main', 'one', 'main')
    const found = await find(lab)
    expect(told(found)).toBe('no-plan')
    expect(reasonOf(found)).toMatch(/The 2 commits up to .* were pushed to main directly/)
    if (found.kind === 'refused') expect(found.refusal.help).toContain('mode: approve')
  })
  test('GitHub does not know yet what brought the commit: it is asked once more, a moment later', async () => {
    const { lab, plan, run } = squashed()
    let known = false
    const pullsForCommit: typeof lab.github.pullsForCommit = (commit) =>
      known ? lab.github.pullsForCommit(commit) : Promise.resolve([])
    const waited: number[] = []
    const wait = (milliseconds: number): Promise<void> => {
      waited.push(milliseconds)
      known = true
      return Promise.resolve()
    }
    const found = await find(lab, DNS, { github: { ...lab.github, pullsForCommit }, wait })
    expect([told(found), waited]).toEqual([`${plan} of ${run.id} #5`, [5_000]])
  })
  test('base unknown: only the pull requests of the head itself', async () => {
    const { lab, plan, run } = squashed()
    lab.pull(3, ['earlier'], { mergeCommitSha: sha('earlier') })
    expect(told(await find(lab, DNS, { baseSha: undefined }))).toBe(`${plan} of ${run.id} #5`)
    expect(lab.asked('commitsBetween')).toBe(0)
    expect(lab.asked('pullsForCommit')).toBe(2 - 1)
  })
  test('more than 250 commits are unknown, never none', async () => {
    const lab = world()
    const names = Array.from({ length: 250 }, (_, index) => `c${index}`)
    lab.commits('base', 'main', ...names, 'main')
    lab.pull(5, ['main'], { mergeCommitSha: sha('main') })
    const found = await find(lab)
    expect(told(found)).toBe('unknown')
    expect(reasonOf(found)).toContain('251 commits')
    expect(lab.asked('pullsForCommit')).toBe(0)
  })
  test('250 commits of one pull request cost a request each, and the rest as for one', async () => {
    const { lab, plan, run } = squashed()
    const names = Array.from({ length: 249 }, (_, index) => `c${index}`)
    lab.commits('base', 'main', ...names, 'main')
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
    expect(lab.asked('pullsForCommit')).toBe(250)
    expect(lab.calls).toHaveLength(250 + 8)
  })
  test('a base that GitHub does not know is unknown', async () => {
    const { lab } = squashed()
    const found = await find(lab, DNS, { baseSha: sha('rewritten') })
    expect(told(found)).toBe('unknown')
    expect(reasonOf(found)).toContain('does not tell which commits')
  })
  test('one squash merge costs eight requests, and one more for the group that is not there', async () => {
    const { lab } = squashed()
    await find(lab)
    expect(lab.calls.map((call) => call.split(' ')[0]).sort()).toEqual([
      'artifactsOfRun',
      'baseChangedAt',
      'commitsBetween',
      'folder',
      'getPull',
      'pullsForCommit',
      'pullsFrom',
      'runsOfCommit',
      'runsOfCommit',
    ])
  })
})

describe('a plan whose origin GitHub does not confirm is refused', () => {
  test('of another pull request, not merged, from the very same files', async () => {
    const { lab, run } = squashed()
    lab.artifacts.length = 0
    const open = lab.pull(9, ['main'], { state: 'open' })
    lab.plan(lab.run({ headSha: open.head.sha, branch: 'f9' }), DNS)
    const found = await find(lab)
    expect(told(found)).toBe('origin')
    expect(lab.asked('getPull')).toBe(1)
    expect(reasonOf(found)).toContain(sha('head9').slice(0, 12))
    expect(reasonOf(found)).not.toContain(String(run.id))
  })
  test('of a pull request that was closed, not merged', async () => {
    const lab = world()
    lab.commits('base', 'main', 'main')
    const closed = lab.pull(9, ['main'], { merged: false, mergeCommitSha: sha('main') })
    lab.plan(lab.run({ headSha: closed.head.sha, branch: 'f9' }), DNS)
    expect(told(await find(lab))).toBe('no-plan')
  })
  test('of a pull request that was merged into another branch', async () => {
    const lab = world()
    lab.commits('base', 'main', 'main')
    const other = lab.pull(9, ['main'], { base: { ref: 'release', sha: sha('r') } })
    lab.plan(lab.run({ headSha: other.head.sha, branch: 'f9' }), DNS)
    expect(told(await find(lab))).toBe('no-plan')
  })
  test('of the parent of a fork, whose pull request has the number of one here', async () => {
    const { lab, pull } = squashed()
    // What the list tells is the parent's; by its number GitHub answers with ours.
    const list = lab.github.pullsForCommit
    const github = {
      ...lab.github,
      pullsForCommit: async (commit: string) =>
        (await list(commit)).map((one) => ({ ...one, head: { ...one.head, sha: sha('of the parent') } })),
    }
    expect(pull.merged).toBe(true)
    expect(told(await find(lab, DNS, { github }))).toBe('no-plan')
  })
  test('of another stack', async () => {
    const { lab } = squashed()
    expect(told(await find(lab, { ...stack('infra/vpc'), inputsHash: DNS.inputsHash }))).toBe('no-plan')
  })
  test('of another repository', async () => {
    const { lab, pull } = squashed()
    lab.runs.length = 0
    const run = lab.run({ headSha: pull.head.sha, branch: 'f5', repository: 'mallory/infra' })
    lab.plan(run, DNS)
    const found = await find(lab)
    expect(told(found)).toBe('origin')
    expect(reasonOf(found)).toContain('mallory/infra')
  })
  test('of a repository that is gone', async () => {
    const { lab, pull } = squashed()
    lab.runs.length = 0
    lab.plan(lab.run({ headSha: pull.head.sha, branch: 'f5', repository: undefined }), DNS)
    expect(told(await find(lab))).toBe('origin')
  })
  test('of a fork: its pull request is merged, and its runs do not count', async () => {
    const { lab } = squashed()
    lab.pull(5, [], { mergeCommitSha: sha('main'), fromFork: true })
    const found = await find(lab)
    expect(found.kind).toBe('refused')
    lab.artifacts.length = 0
    const none = await find(lab)
    expect(told(none)).toBe('no-plan')
    expect(reasonOf(none)).toContain('#5 comes from a fork')
  })
  test('of another workflow file than asked for, or one that is not there', async () => {
    const { lab, pull } = squashed()
    const ci = '.github/workflows/ci.yml'
    const asked = await find(lab, DNS, { workflow: ci })
    expect(told(asked)).toBe('origin')
    expect(reasonOf(asked)).toContain(`not of ${ci}`)
    lab.runs.length = 0
    for (const path of [
      '.github/workflows/evil.yml',
      'dynamic/x/y',
      '.github/workflows/gitops.yml@refs/heads/x',
    ]) {
      lab.plan(lab.run({ headSha: pull.head.sha, branch: 'f5', path }), DNS)
    }
    const evil = await find(lab)
    expect(told(evil)).toBe('origin')
    expect(reasonOf(evil)).toContain('does not have')
  })
  test.each([
    ['workflows', { type: 'dir', sha: 'edited' }],
    ['actions', { type: 'dir', sha: 'edited' }],
    ['gitops.yml', { type: 'file', sha: 'edited' }],
    ['gitops.yml', { type: 'symlink', sha: 'a3' }],
    ['gitops.yaml', { type: 'file', sha: 'added' }],
  ] as const)('of a last commit with another %s %j', async (name, entry) => {
    const { lab, pull } = squashed()
    lab.folders.set(`${pull.head.sha}:.github`, { ...FILES, [name]: entry })
    const found = await find(lab)
    expect(told(found)).toBe('workflow-changed')
    expect(reasonOf(found)).toContain(`.github/${name} is not what it is`)
  })
  test.each(['workflows', 'gitops.yml'])('of a last commit without %s', async (name) => {
    const { lab, pull } = squashed()
    lab.folders.set(
      `${pull.head.sha}:.github`,
      Object.fromEntries(Object.entries(FILES).filter(([key]) => key !== name)),
    )
    expect(told(await find(lab))).toBe('workflow-changed')
  })
  test('of a commit with an edited workflow that was pushed away by force', async () => {
    const { lab, run } = squashed()
    lab.artifacts.length = 0
    const evil = lab.run({ headSha: sha('evil'), branch: 'f5' })
    lab.folders.set(`${sha('evil')}:.github`, { ...FILES, workflows: { type: 'dir', sha: 'evil' } })
    lab.plan(evil, DNS)
    const found = await find(lab)
    expect(told(found)).toBe('origin')
    expect(reasonOf(found)).toContain(`run ${evil.id} is of commit ${sha('evil').slice(0, 12)}`)
    expect(lab.calls).toContain(`artifactsOfRun ${run.id}`)
    expect(lab.calls).not.toContain(`artifactsOfRun ${evil.id}`)
  })
  test('of the same commit pushed away by force, its workflow not edited, is refused as well', async () => {
    const { lab } = squashed()
    lab.artifacts.length = 0
    lab.plan(lab.run({ headSha: sha('first try'), branch: 'f5' }), DNS)
    expect(told(await find(lab))).toBe('origin')
  })
  test.each([
    'push',
    'workflow_dispatch',
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'schedule',
  ])('of a run by the event %s', async (event) => {
    const { lab, pull } = squashed()
    lab.runs.length = 0
    lab.plan(lab.run({ headSha: pull.head.sha, branch: 'f5', event }), DNS)
    const found = await find(lab)
    expect(told(found)).toBe('origin')
    expect(reasonOf(found)).toContain(`event ${event}`)
  })
  test('of another branch that points to the same commit', async () => {
    const { lab, pull } = squashed()
    lab.runs.length = 0
    lab.plan(lab.run({ headSha: pull.head.sha, branch: 'mallory' }), DNS)
    const found = await find(lab)
    expect(told(found)).toBe('origin')
    expect(reasonOf(found)).toContain('branch mallory')
  })
  test('of a merge queue into another branch, or of a group that was not merged', async () => {
    const { lab } = squashed()
    lab.artifacts.length = 0
    const branch = `gh-readonly-queue/release/pr-5-${sha('x')}`
    lab.plan(lab.run({ headSha: sha('main'), event: 'merge_group', branch }), DNS)
    expect(told(await find(lab))).toBe('origin')
    lab.artifacts.length = 0
    const own = `gh-readonly-queue/main/pr-5-${sha('x')}`
    lab.plan(lab.run({ headSha: sha('dissolved'), event: 'merge_group', branch: own }), DNS)
    expect(told(await find(lab))).toBe('origin')
  })
  test('of a push to a branch that is called like a merge group', async () => {
    const { lab } = squashed()
    lab.artifacts.length = 0
    const branch = `gh-readonly-queue/main/pr-5-${sha('x')}`
    lab.plan(lab.run({ headSha: sha('main'), event: 'push', branch }), DNS)
    expect((await find(lab)).kind).toBe('refused')
  })
  test('of a merge group with an edited workflow', async () => {
    const { lab } = squashed()
    lab.artifacts.length = 0
    lab.folders.set(`${sha('main')}:.github`, { ...FILES, workflows: { type: 'dir', sha: 'evil' } })
    const branch = `gh-readonly-queue/main/pr-5-${sha('x')}`
    lab.plan(lab.run({ headSha: sha('main'), event: 'merge_group', branch }), DNS)
    expect(told(await find(lab))).toBe('workflow-changed')
  })
})

describe('the base that a pull request was planned into', () => {
  test('a second pull request from the same branch into one with an edited workflow', async () => {
    const { lab, pull } = squashed()
    lab.pull(6, [], { branch: 'f5', head: pull.head, base: { ref: 'evil', sha: sha('evil') }, state: 'open' })
    const found = await find(lab)
    expect(told(found)).toBe('origin')
    expect(reasonOf(found)).toContain('#6 into evil')
  })
  test('the same, closed, and its head moved on meanwhile', async () => {
    const { lab } = squashed()
    const head = { ref: 'f5', sha: sha('elsewhere') }
    lab.pull(6, [], { head, base: { ref: 'evil', sha: sha('evil') }, merged: false })
    expect(told(await find(lab))).toBe('origin')
  })
  test('an old one from a branch of that name does not matter', async () => {
    const { lab, plan, run } = squashed()
    const head = { ref: 'f5', sha: sha('old') }
    lab.pull(2, [], { head, base: { ref: 'release', sha: sha('r') }, updatedAt: T0 - 24 * 60 * MINUTE })
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
  })
  test('nor one from a fork', async () => {
    const { lab, plan, run } = squashed()
    const head = { ref: 'f5', sha: sha('theirs') }
    lab.pull(6, [], { head, base: { ref: 'release', sha: sha('r') }, fromFork: true })
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
  })
  test('planned into an edited branch, then pointed at main, also when the run is done again later', async () => {
    for (const attempt of [1, 3]) {
      const { lab, pull } = squashed()
      lab.runs.length = 0
      lab.plan(lab.run({ headSha: pull.head.sha, branch: 'f5', attempt }), DNS)
      lab.baseChanges.set(5, T0 + 5 * MINUTE)
      const found = await find(lab)
      expect(told(found)).toBe('origin')
      expect(reasonOf(found)).toContain('before pull request #5 was pointed at main')
    }
  })
  test('the same by another pull request of the branch', async () => {
    const { lab, pull } = squashed()
    lab.pull(4, [], { head: pull.head, merged: false })
    lab.baseChanges.set(4, T0 + 5 * MINUTE)
    expect(told(await find(lab))).toBe('origin')
  })
  test('pointed at main, then planned', async () => {
    const { lab, plan, run } = squashed()
    lab.baseChanges.set(5, T0 - 30 * MINUTE)
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
  })
  test('a list that may not be whole, is too long, or is another one, is unknown', async () => {
    for (const [count, updatedAt] of [
      [100, T0],
      [11, T0],
      [100, T0 + 24 * 60 * MINUTE],
    ] as const) {
      const { lab, pull } = squashed()
      for (let number = 100; number < 100 + count; number++)
        lab.pull(number, [], { head: pull.head, merged: false, updatedAt })
      expect(told(await find(lab))).toBe('unknown')
    }
    const { lab } = squashed()
    const github = { ...lab.github, pullsFrom: () => Promise.resolve([]) }
    expect(told(await find(lab, DNS, { github }))).toBe('unknown')
  })
  test('a full list in another order is unknown', async () => {
    const { lab, pull } = squashed()
    for (let number = 100; number < 200; number++)
      lab.pull(number, [], {
        head: pull.head,
        merged: false,
        updatedAt: T0 - (1000 - number) * 24 * 60 * MINUTE,
      })
    const list = lab.github.pullsFrom
    const pullsFrom = async (branch: string) => {
      const [first, ...more] = await list(branch, 100)
      return first === undefined ? more : [...more.slice(0, 50), first, ...more.slice(50)]
    }
    const github = { ...lab.github, pullsFrom }
    expect(told(await find(lab, DNS, { github }))).toBe('unknown')
  })
  test('a hundred old ones do not matter', async () => {
    const { lab, pull, plan, run } = squashed()
    const updatedAt = T0 - 24 * 60 * MINUTE
    for (let number = 100; number < 200; number++)
      lab.pull(number, [], { head: pull.head, merged: false, updatedAt })
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
    expect(lab.asked('baseChangedAt')).toBe(1)
  })
})

describe('which plan of several', () => {
  test('two pull requests with the same last commit: each run is of its own branch', async () => {
    const { lab, pull, plan, run } = squashed()
    for (const number of [4, 6])
      lab.pull(number, ['main'], { head: { ref: `f${number}`, sha: pull.head.sha } })
    expect(told(await find(lab))).toBe(`${plan} of ${run.id} #5`)
    expect(lab.asked('artifactsOfRun')).toBe(1)
  })
  test('the newest by its time, whichever run is listed first', async () => {
    const { lab, pull, run } = squashed()
    const newer = lab.plan(run, DNS, {
      name: `${planArtifactPrefix(DNS.key)}${DNS.inputsHash.slice(0, 16)}-01`,
      at: T0 + 9 * MINUTE,
    })
    lab.plan(lab.run({ headSha: pull.head.sha, branch: 'f5' }), DNS)
    expect(told(await find(lab))).toBe(`${newer} of ${run.id} #5`)
  })
  test('the newest by its time', async () => {
    const { lab, pull } = squashed()
    const second = lab.run({ headSha: pull.head.sha, branch: 'f5', path: '.github/workflows/ci.yml' })
    const newer = lab.plan(second, DNS, { at: T0 + 9 * MINUTE })
    expect(told(await find(lab))).toBe(`${newer} of ${second.id} #5`)
  })
  test('of a run that was done again, the last attempt that planned the stack, also when that was of other files', async () => {
    const { lab, pull } = squashed()
    lab.runs.length = 0
    lab.artifacts.length = 0
    const run = lab.run({ headSha: pull.head.sha, branch: 'f5', attempt: 3 })
    lab.plan(run, DNS, { attempt: 1, at: T0 + 50 * MINUTE })
    const second = lab.plan(run, DNS, { attempt: 2 })
    expect(told(await find(lab))).toBe(`${second} of ${run.id} #5`)
    lab.plan(run, stack('infra/dns', 'v2'), { attempt: 3 })
    expect(told(await find(lab))).toBe('inputs')
  })
  test("an attempt that there has not been is nobody's", async () => {
    const { lab, run } = squashed()
    lab.artifacts.length = 0
    lab.plan(run, DNS, { attempt: 2 })
    expect(told(await find(lab))).not.toMatch(/of/)
    lab.plan(run, DNS, { attempt: 0 })
    expect((await find(lab)).kind).toBe('refused')
  })
  test('expired, also where an older one is still there', async () => {
    const { lab, pull } = squashed()
    const second = lab.run({ headSha: pull.head.sha, branch: 'f5' })
    lab.plan(second, DNS, { at: T0 + 9 * MINUTE, expired: true })
    const found = await find(lab)
    expect(told(found)).toBe('expired')
    expect(reasonOf(found)).toContain(String(second.id))
  })
  test('of other files only: names the run', async () => {
    const { lab, run } = squashed()
    const found = await find(lab, stack('infra/dns', 'v2'))
    expect(told(found)).toBe('inputs')
    expect(reasonOf(found)).toContain(`Run ${run.id} planned infra/dns at ${sha('head5').slice(0, 12)}`)
  })
  test('other files in a run that counts do not hide that a run with these does not count', async () => {
    const { lab, pull } = squashed()
    const wanted = stack('infra/dns', 'v2')
    lab.plan(lab.run({ headSha: pull.head.sha, branch: 'f5', event: 'push' }), wanted)
    expect(told(await find(lab, wanted))).toBe('origin')
  })
  test('names that are none of ours count for nothing', async () => {
    const { lab, run } = squashed()
    lab.artifacts.length = 0
    for (const name of ['plan-', 'plan-../../x', `plan-${inputs('a').slice(0, 16)}`, 'x'.repeat(300)])
      lab.plan(run, DNS, { name })
    expect(told(await find(lab))).toBe('no-plan')
  })
  test('any files, for a comparison', async () => {
    const { lab, plan, run } = squashed()
    const wanted = stack('infra/dns', 'v2')
    const reviewed = await reviewedRuns(request(lab))
    const found = await findPlans({ wanted: [wanted], reviewed, github: lab.github, anyInputs: true })
    expect([...found.values()].map(told)).toEqual([`${plan} of ${run.id} #5`])
  })
})

describe('GitHub does not answer', () => {
  const asked: readonly (keyof GitHub)[] = [
    'commitsBetween',
    'pullsForCommit',
    'getPull',
    'runsOfCommit',
    'pullsFrom',
    'baseChangedAt',
    'folder',
    'artifactsOfRun',
  ]
  test.each(
    asked.flatMap((name) => [
      [name, 'permission', 403, '"'] as const,
      [name, 'unavailable', 503, 'Run the job again'] as const,
    ]),
  )('%s: %s', async (name, fault, status, help) => {
    const { lab } = squashed()
    lab.fail(name, fault, status)
    const found = await find(lab)
    expect(told(found)).toBe('unknown')
    expect(reasonOf(found)).toContain(`it answered ${status}`)
    if (found.kind === 'refused') {
      expect(found.refusal.help).toContain(help)
      if (fault === 'permission')
        for (const permission of ['contents: read', 'pull-requests: read', 'actions: read'])
          expect(found.refusal.help).toContain(permission)
    }
  })
  test.each(asked.filter((name) => name !== 'getPull'))('%s: 404', async (name) => {
    const { lab } = squashed()
    lab.fail(name, 'missing', 404)
    expect(told(await find(lab))).toBe('unknown')
  })
  test('which plans a run has made that does not count', async () => {
    const { lab, pull } = squashed()
    lab.runs.length = 0
    lab.run({ headSha: pull.head.sha, branch: 'f5', event: 'push' })
    lab.fail('artifactsOfRun', 'unavailable', 503)
    expect(told(await find(lab))).toBe('unknown')
  })
  test('what is asked only to say why does not matter', async () => {
    const { lab } = squashed()
    lab.artifacts.length = 0
    lab.fail('newestArtifacts', 'unavailable', 503)
    expect(told(await find(lab))).toBe('no-plan')
  })
  test('a fault of ours is no answer of GitHub', async () => {
    const { lab } = squashed()
    const github = { ...lab.github, runsOfCommit: () => Promise.reject(new TypeError('ours')) }
    await expect(find(lab, DNS, { github })).rejects.toThrow('ours')
  })
})

test('property: whatever one thing of the run is changed, its plan is not found', async () => {
  const changes = fc.record({
    event: fc.constantFrom('pull_request', 'push', 'merge_group', 'pull_request_target', ''),
    path: fc.constantFrom('.github/workflows/gitops.yml', '.github/workflows/x.yml', ''),
    repository: fc.constantFrom('acme/infra', 'ACME/Infra', 'acme/infra2', undefined),
    branch: fc.constantFrom('f5', 'F5', 'main', 'gh-readonly-queue/main/pr-5', ''),
    base: fc.constantFrom('main', 'evil'),
    merged: fc.boolean(),
    workflows: fc.constantFrom('a1', 'b1'),
  })
  await fc.assert(
    fc.asyncProperty(changes, async ({ base, merged, workflows, ...run }) => {
      const lab = world()
      lab.commits('base', 'main', 'main')
      const pull = lab.pull(5, ['main'], {
        mergeCommitSha: sha('main'),
        merged,
        base: { ref: base, sha: sha('b') },
      })
      lab.folders.set(`${pull.head.sha}:.github`, { ...FILES, workflows: { type: 'dir', sha: workflows } })
      lab.plan(lab.run({ headSha: pull.head.sha, ...run }), DNS)
      const good =
        run.event === 'pull_request' &&
        run.path === '.github/workflows/gitops.yml' &&
        run.repository?.toLowerCase() === REPOSITORY &&
        run.branch === 'f5' &&
        base === 'main' &&
        merged &&
        workflows === 'a1'
      expect((await find(lab)).kind).toBe(good ? 'found' : 'refused')
    }),
    { numRuns: 300 },
  )
})
