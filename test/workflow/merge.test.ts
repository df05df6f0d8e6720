import { afterEach, expect, jest, test } from '@jest/globals'
import type { RanWorkflow } from '../lab/act/run.ts'
import { runOnGroup, runOnPull, runOnPush, type Change, type StoryRun } from '../lab/act/story.ts'
import { describeWith } from '../lab/tools.ts'
import { workflowText } from '../lab/workflow-file.ts'
import {
  app,
  appWithCache,
  cache,
  dns,
  legOf,
  MERGE,
  network,
  openShop,
  PASSPHRASE,
  PULL_REQUEST,
  SECRET,
  TOKEN,
  type Shop,
} from './shop.ts'

/**
 * The story of a change: workflows-examples/pull-request.yml plans it, it is merged, workflows-examples/merge.yml applies
 * it. Both byte for byte, with the workflows of ours that they call, in a runner that is not ours.
 */
jest.setTimeout(240_000)

const NUMBER = 7
const PULL_RUN = 1001
const MERGE_RUN = 2001

let shop: Shop | undefined
afterEach(async () => {
  const problems = shop?.lab.problems
  await shop?.[Symbol.asyncDispose]()
  shop = undefined
  expect(problems ?? []).toEqual([])
})

const opened = (): Shop => {
  if (shop === undefined) throw new Error('openShop() comes first')
  return shop
}
const state = (stack: string): string => opened().story.states.states.get(stack) ?? ''
const bodies = (): string => opened().lab.bodies(NUMBER).join('\n')

/** Waves that have nothing to do, and no way on that is needed. */
const quiet = {
  changes: 'success',
  'wave-2': 'skipped',
  'wave-3': 'skipped',
  'wave-4': 'skipped',
  gone: 'skipped',
  applied: 'success',
  'plan-again': 'skipped',
  approve: 'skipped',
  result: 'success',
}

const without = (all: Record<string, string>, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))

/** A stack of the first wave is refused, planned again, and nobody may approve. */
function refusedFor(stack: string, environment = ''): Record<string, string> {
  return {
    ...without(quiet, 'plan-again', 'approve'),
    [legOf('wave-1', stack, environment)]: 'failure',
    applied: 'failure',
    [legOf('plan-again', stack, environment)]: 'success',
    [legOf('approve', stack, environment)]: 'failure',
    result: 'failure',
  }
}

describeWith('act-0.2.89', 'merge.yml', (act) => {
  describeWith('terraform-1.11.4', 'merge.yml with terraform', (terraform) => {
    const run = (
      workflow: string,
      runId: number,
      expect: StoryRun['expect'],
      more: Partial<StoryRun> = {},
    ): StoryRun => ({
      ...{ act, terraform, lab: opened().lab, story: opened().story, token: TOKEN, workflow, runId, expect },
      secrets: { PLAN_PASSPHRASE: PASSPHRASE },
      ...more,
    })

    interface Merged {
      readonly before: string
      readonly after: string
    }
    /** A pull request, planned, and merged as one commit. */
    async function merged(
      change: Change,
      stacks: readonly string[],
      more: Partial<StoryRun> = {},
    ): Promise<Merged> {
      const { story } = opened()
      const before = story.head()
      const pull = await story.open(NUMBER, change)
      const planned = Object.fromEntries(stacks.map((stack) => [legOf('plan', stack), 'success']))
      const expected = { changes: 'success', gone: 'skipped', report: 'success', ...planned }
      await runOnPull(run('pull-request.yml', PULL_RUN, expected, more), pull)
      return { before, after: await story.squash(pull) }
    }
    const onPush = (
      push: Merged,
      expect: StoryRun['expect'],
      more: Partial<StoryRun> = {},
    ): Promise<RanWorkflow> => runOnPush(run('merge.yml', MERGE_RUN, expect, more), push)

    function expectNoSecret(result: RanWorkflow): void {
      const seen = [result.shown, ...result.summaries, bodies()].join('\n')
      for (const value of [SECRET, PASSPHRASE, TOKEN]) expect(seen).not.toContain(value)
      for (const artifact of opened().lab.artifacts.blobs.values())
        expect(artifact.includes(SECRET)).toBe(false)
    }

    test('the reviewed plans are applied in waves, and the result is on the pull request', async () => {
      shop = await openShop(terraform)
      const push = await merged(
        {
          'infra/network/main.tf': network(['a', 'b'], 'new'),
          'infra/app/main.tf': app(3),
          'infra/dns/main.tf': dns('192.0.2.2'),
        },
        ['infra/network', 'infra/app', 'infra/dns'],
      )
      const planned = opened().lab.bodies(NUMBER).length
      expect(planned).toBe(1)
      const legs = {
        [legOf('wave-1', 'infra/network')]: 'success',
        [legOf('wave-1', 'infra/dns')]: 'success',
        [legOf('wave-2', 'infra/app')]: 'success', // planned again after the network, and equal to what was reviewed
      }
      const result = await onPush(push, { ...without(quiet, 'wave-1', 'wave-2'), ...legs })
      expect(state('network')).toContain('"new"')
      expect(state('dns')).toContain('192.0.2.2')
      expect(state('app')).toMatch(/"replicas": 3/)
      expect(opened().story.states.locks.size).toBe(0)
      const [, applied = ''] = opened().lab.bodies(NUMBER)
      for (const stack of ['infra/network', 'infra/app', 'infra/dns'])
        expect(applied).toContain(`\`${stack}\``)
      expectNoSecret(result)

      // The next push finds nothing to do.
      const written = [...opened().story.states.states]
      const { story } = opened()
      const next = await story.open(8, { 'README.md': '# Another shop\n' })
      const again = await story.squash(next)
      await runOnPush(run('merge.yml', MERGE_RUN + 1, { ...quiet, 'wave-1': 'skipped' }), {
        before: push.after,
        after: again,
      })
      expect([...story.states.states]).toEqual(written)
    })

    test('what waits for another stack of the change is planned again, and applied only as it was reviewed', async () => {
      shop = await openShop(terraform)
      const change = { 'infra/network/main.tf': network(['a', 'b', 'c']), 'infra/app/main.tf': app(3) }
      const push = await merged(change, ['infra/network', 'infra/app'])
      const before = state('app')
      // Its zones come from the network, which had two of them when people looked at the plan.
      await onPush(push, {
        ...without(quiet, 'wave-2', 'plan-again', 'approve'),
        [legOf('wave-1', 'infra/network')]: 'success',
        [legOf('wave-2', 'infra/app')]: 'failure',
        applied: 'failure',
        [legOf('plan-again', 'infra/app')]: 'success',
        [legOf('approve', 'infra/app')]: 'failure',
        result: 'failure',
      })
      expect(state('network')).toContain('"index_key": "c"')
      expect(state('app')).toBe(before)
    })

    test('a merge queue: the plan that was made of the group is applied', async () => {
      shop = await openShop(terraform)
      const { story } = opened()
      const pull = await story.open(NUMBER, { 'infra/dns/main.tf': dns('192.0.2.2') })
      const green = {
        changes: 'success',
        gone: 'skipped',
        report: 'success',
        [legOf('plan', 'infra/dns')]: 'success',
      }
      await runOnPull(run('pull-request.yml', PULL_RUN, green), pull)
      const before = await story.pushed({ 'README.md': '# Merged before it\n' })
      const group = story.mergeGroup(pull)
      await runOnGroup(run('pull-request.yml', PULL_RUN + 1, green), group)
      const after = story.merged(pull, group)
      await onPush({ before, after }, { ...quiet, [legOf('wave-1', 'infra/dns')]: 'success' })
      expect(state('dns')).toContain('192.0.2.2')
    })

    test('what cannot be planned before another stack is there: waits, and is applied once people have seen its plan', async () => {
      const environment = 'stacks:\n  - path: infra/app\n    environment: prod\n'
      shop = await openShop(terraform, { files: { '.github/gitops.yml': environment } })
      const { story } = opened()
      const before = story.head()
      const pull = await story.open(NUMBER, {
        'infra/cache/main.tf': cache,
        'infra/app/main.tf': appWithCache,
      })
      await runOnPull(
        run('pull-request.yml', PULL_RUN, {
          changes: 'success',
          gone: 'skipped',
          [legOf('plan', 'infra/cache')]: 'success',
          [legOf('plan', 'infra/app', 'prod')]: 'success',
          report: 'success',
        }),
        pull,
      )
      expect(bodies()).toContain('**waits for** `infra/cache`')
      const after = await story.squash(pull)
      opened().lab.setEnvironment({ name: 'prod', reviewers: ['mona'] })
      opened().lab.addApproval({ runId: MERGE_RUN, environments: ['prod'], by: 'mona' })
      await onPush(
        { before, after },
        {
          ...without(quiet, 'wave-2', 'plan-again', 'approve'),
          [legOf('wave-1', 'infra/cache')]: 'success',
          [legOf('wave-2', 'infra/app', 'prod')]: 'failure',
          applied: 'failure',
          [legOf('plan-again', 'infra/app', 'prod')]: 'success',
          [legOf('approve', 'infra/app', 'prod')]: 'success',
        },
      )
      expect(state('cache')).toContain('cache.example')
      expect(state('app')).toContain('cache.example')
    })

    /** A pull request of dns whose plan is worth nothing by the time it is merged. */
    async function stale(): Promise<Merged> {
      shop = await openShop(terraform, {
        files: { '.github/gitops.yml': 'stacks:\n  - path: infra/dns\n    environment: prod\n' },
      })
      const { story } = opened()
      const before = story.head()
      const pull = await story.open(NUMBER, { 'infra/dns/main.tf': dns('192.0.2.2') })
      const expected = { changes: 'success', gone: 'skipped', report: 'success' }
      await runOnPull(
        run('pull-request.yml', PULL_RUN, { ...expected, [legOf('plan', 'infra/dns', 'prod')]: 'success' }),
        pull,
      )
      story.states.touch('dns')
      return { before, after: await story.squash(pull) }
    }
    test('the state has moved on: refused, planned again, and refused again where nobody has to approve', async () => {
      const push = await stale()
      const before = state('dns')
      await onPush(push, refusedFor('infra/dns', 'prod'))
      expect(state('dns')).toBe(before)
      expect(bodies()).toMatch(/infra\/dns/)
    })

    test('the same, approved by a reviewer of the environment: applied, and green in the end', async () => {
      const push = await stale()
      opened().lab.setEnvironment({ name: 'prod', reviewers: ['mona'] })
      opened().lab.addApproval({ runId: MERGE_RUN, environments: ['prod'], by: 'mona' })
      const approved = { [legOf('approve', 'infra/dns', 'prod')]: 'success', result: 'success' }
      const result = await onPush(push, { ...refusedFor('infra/dns', 'prod'), ...approved })
      expect(state('dns')).toContain('192.0.2.2')
      expectNoSecret(result)
    })

    test('pushed past the pull request: nobody has seen a plan of it, nothing is applied', async () => {
      shop = await openShop(terraform)
      const { story } = opened()
      const before = story.head()
      const after = await story.pushed({ 'infra/dns/main.tf': dns('192.0.2.3') })
      const untouched = state('dns')
      await onPush({ before, after }, refusedFor('infra/dns'))
      expect(state('dns')).toBe(untouched)
    })

    test('the plan was made by an edited workflow: refused', async () => {
      shop = await openShop(terraform)
      const edited = PULL_REQUEST.replace('name: GitOps\non:', 'name: GitOps\nrun-name: mine\non:')
      expect(edited).not.toBe(PULL_REQUEST)
      const { story } = opened()
      const before = story.head()
      // The branch's workflow is another one when the plan is made, and as it was before when it is merged.
      const pull = await story.open(NUMBER, {
        'infra/dns/main.tf': dns('192.0.2.2'),
        '.github/workflows/pull-request.yml': edited,
      })
      const green = {
        changes: 'success',
        gone: 'skipped',
        report: 'success',
        [legOf('plan', 'infra/dns')]: 'success',
      }
      await runOnPull(run('pull-request.yml', PULL_RUN, green), pull)
      const after = await story.squash(pull)
      const restored = await story.pushed({ '.github/workflows/pull-request.yml': PULL_REQUEST })
      const untouched = state('dns')
      expect(after).not.toBe(restored)
      const result = await onPush({ before, after: restored }, refusedFor('infra/dns'))
      expect(state('dns')).toBe(untouched)
      expect(result.summaries.join('\n')).toContain('where .github/workflows is not what it is')
    })

    test('another passphrase: refused, and it is not said which was right', async () => {
      shop = await openShop(terraform)
      const push = await merged({ 'infra/dns/main.tf': dns('192.0.2.2') }, ['infra/dns'])
      const untouched = state('dns')
      const result = await onPush(push, refusedFor('infra/dns'), {
        secrets: { PLAN_PASSPHRASE: 'example-only-not-a-secret-another' },
      })
      expect(state('dns')).toBe(untouched)
      expectNoSecret(result)
    })

    test('a faulty configuration: nothing is applied, and the run is red', async () => {
      shop = await openShop(terraform)
      const { story } = opened()
      const before = story.head()
      const after = await story.pushed({ '.github/gitops.yml': 'stacks: [{ pth: infra/dns }]\n' })
      await onPush(
        { before, after },
        { ...quiet, changes: 'failure', 'wave-1': 'skipped', applied: 'failure', result: 'failure' },
      )
    })

    test('what is deleted is destroyed only when it is allowed', async () => {
      const text = MERGE.replace("aws-region: ''", "aws-region: ''\n      allow-destroy: all")
      shop = await openShop(terraform, { workflows: { 'merge.yml': text } })
      const { story } = opened()
      const before = story.head()
      const pull = await story.open(NUMBER, { 'infra/dns/main.tf': null })
      await runOnPull(
        run('pull-request.yml', PULL_RUN, {
          changes: 'success',
          plan: 'skipped',
          'gone (infra/dns)': 'success',
          report: 'success',
        }),
        pull,
      )
      const after = await story.squash(pull)
      await onPush(
        { before, after },
        { ...without(quiet, 'gone'), 'wave-1': 'skipped', 'gone (infra/dns)': 'success' },
      )
      expect(state('dns')).not.toContain('192.0.2.1')
    })

    test('plan-and-apply.yml: one stack, planned and applied with the single actions', async () => {
      const text = workflowText('workflows-examples/plan-and-apply.yml')
      shop = await openShop(terraform, { workflows: { 'gitops.yml': text } })
      const { story } = opened()
      const before = story.head()
      const pull = await story.open(NUMBER, { 'infra/network/main.tf': network(['a', 'b', 'c']) })
      await runOnPull(run('gitops.yml', PULL_RUN, { plan: 'success', apply: 'skipped' }), pull)
      const after = await story.squash(pull)
      const push = { before, after }
      const result = await runOnPush(
        run('gitops.yml', MERGE_RUN, { plan: 'skipped', apply: 'success' }),
        push,
      )
      expect(result.outputs['apply']).toMatchObject({ '1.applied': 'true', '1.add': '1', '1.refused': '' })
      expect(state('network')).toContain('"index_key": "c"')
      expect(opened().lab.bodies(NUMBER)).toHaveLength(2)
    })

    test('apply-one-step.yml: the root action plans, and applies what was merged', async () => {
      const text = workflowText('workflows-examples/apply-one-step.yml')
      shop = await openShop(terraform, { workflows: { 'gitops.yml': text } })
      const { story } = opened()
      const before = story.head()
      const change = { 'infra/network/main.tf': network(['a', 'b'], 'new'), 'infra/app/main.tf': app(3) }
      const pull = await story.open(NUMBER, change)
      await runOnPull(run('gitops.yml', PULL_RUN, { plan: 'success', apply: 'skipped' }), pull)
      const after = await story.squash(pull)
      const expected = { plan: 'skipped', apply: 'success' }
      const result = await runOnPush(run('gitops.yml', MERGE_RUN, expected), { before, after })
      expect(result.outputs['apply']).toMatchObject({ '1.applied': 'true', '1.refused': '' })
      expect(state('network')).toContain('"new"')
      expect(state('app')).toMatch(/"replicas": 3/)
      expect(opened().lab.bodies(NUMBER)).toHaveLength(2)
      expectNoSecret(result)
    })
  })
})
