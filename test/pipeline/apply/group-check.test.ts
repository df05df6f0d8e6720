import { expect, test } from '@jest/globals'
import { groupPlans } from '../../../src/pipeline/apply/group-check.ts'
import type { Found } from '../../../src/pipeline/apply/contracts.ts'
import { APPLIED, FILES, REPOSITORY, sha, stack, world, type World } from './world.ts'

const DNS = stack('infra/dns')
const VPC = stack('infra/vpc')

/** Three pull requests in one group; the queue merges, or squashes. */
function group(how: 'merge' | 'squash') {
  const lab = world()
  const plans = [4, 5, 6].map((number) => {
    const pull = lab.pull(number, how === 'merge' ? [`head${number}`] : [], { state: 'open' })
    const run = lab.run({ headSha: pull.head.sha, branch: `f${number}` })
    // Of other files: each was planned without the other two.
    return lab.plan(run, stack(number === 4 ? 'infra/vpc' : 'infra/dns', `alone${number}`), {
      at: run.createdAt + number,
    })
  })
  const own = how === 'merge' ? ['head4', 'm4', 'head5', 'm5', 'head6', 'group'] : ['s4', 's5', 'group']
  lab.commits('base', 'group', ...own)
  return { lab, plans }
}

async function told(lab: World, ref = `refs/heads/gh-readonly-queue/main/pr-6-${sha('base')}`) {
  const { pulls, plans } = await groupPlans({
    github: lab.github,
    repository: REPOSITORY,
    branch: 'main',
    workflow: undefined,
    files: APPLIED,
    baseSha: sha('base'),
    head: sha('group'),
    ref,
    wanted: [DNS, VPC],
  })
  const short = (found: Found | undefined): unknown =>
    found?.kind === 'found' ? found.plan.artifact.id : found?.refusal.code
  return { pulls, dns: short(plans.get(DNS.key)), vpc: short(plans.get(VPC.key)) }
}

test('three pull requests merged: the newest plan of each stack, of whatever files', async () => {
  const { lab, plans } = group('merge')
  expect(await told(lab)).toEqual({ pulls: [6, 5, 4], dns: plans[2], vpc: plans[0] })
})
test('squashed: commits are of no pull request yet, and the name of the group tells the last', async () => {
  const { lab, plans } = group('squash')
  expect(await told(lab)).toEqual({ pulls: [6], dns: plans[2], vpc: 'no-plan' })
})
test('a name that is none of a merge queue into this branch tells nothing', async () => {
  for (const ref of [
    'refs/heads/main',
    `refs/heads/gh-readonly-queue/other/pr-6-${sha('x')}`,
    'refs/heads/gh-readonly-queue/main/pr-6',
  ]) {
    expect(await told(group('squash').lab, ref)).toEqual({ pulls: [], dns: 'unknown', vpc: 'unknown' })
  }
})
test('a stacked pull request that holds commits of the group is not in it', async () => {
  const { lab } = group('merge')
  const other = lab.pull(9, ['head4'], { state: 'open' })
  lab.plan(lab.run({ headSha: other.head.sha, branch: 'f9' }), DNS, { at: Date.now() })
  expect((await told(lab)).pulls).toEqual([6, 5, 4])
})
test('of a fork, another branch, or closed: none', async () => {
  const { lab } = group('merge')
  lab.pull(4, ['head4'], { state: 'open', base: { ref: 'release', sha: sha('r') } })
  lab.pull(5, ['head5'], { state: 'open', fromFork: true })
  lab.pull(6, ['head6'], { merged: false })
  expect(await told(lab)).toEqual({ pulls: [5], dns: 'no-plan', vpc: 'no-plan' })
})
test('the same rules of origin: an edited workflow', async () => {
  const { lab } = group('merge')
  for (const number of [5, 6])
    lab.folders.set(`${sha(`head${number}`)}:.github`, { ...FILES, workflows: { type: 'dir', sha: 'evil' } })
  expect(await told(lab)).toMatchObject({ dns: 'workflow-changed' })
})
test.each(['commitsBetween', 'pullsForCommit', 'getPull', 'runsOfCommit', 'artifactsOfRun'] as const)(
  '%s fails: unknown',
  async (name) => {
    const { lab } = group('merge')
    lab.fail(name, 'permission', 403)
    expect(await told(lab)).toMatchObject({ dns: 'unknown', vpc: 'unknown' })
  },
)
test('too many commits', async () => {
  const { lab } = group('merge')
  lab.commits('base', 'group', ...Array.from({ length: 251 }, (_, index) => `c${index}`))
  expect(await told(lab)).toEqual({ pulls: [], dns: 'unknown', vpc: 'unknown' })
})
