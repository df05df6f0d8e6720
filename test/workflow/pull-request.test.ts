import { afterEach, expect, jest, test } from '@jest/globals'
import { runOnGroup, runOnPull, type StoryRun } from '../lab/act/story.ts'
import type { OpenPull } from '../lab/act/events.ts'
import type { RanWorkflow } from '../lab/act/run.ts'
import { describeWith } from '../lab/tools.ts'
import {
  app,
  dns,
  legOf,
  network,
  openShop,
  PASSPHRASE,
  PULL_REQUEST,
  SECRET,
  TOKEN,
  type Shop,
} from './shop.ts'

/** workflows-examples/pull-request.yml, byte for byte, and the workflow of ours that it calls, in a runner that is not ours. */
jest.setTimeout(240_000)

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

const comments = (number = 7): readonly string[] => opened().lab.bodies(number)
const artifacts = (runId: number): string[] =>
  opened()
    .lab.artifacts.artifacts.filter((artifact) => artifact.runId === runId)
    .map(({ name }) => name)
    .sort()
const sealed = (runId: number): string[] => artifacts(runId).filter((name) => name.startsWith('plan-'))

describeWith('act-0.2.89', 'pull-request.yml', (act) => {
  describeWith('terraform-1.11.4', 'pull-request.yml with terraform', (terraform) => {
    const run = (expect: Record<string, string>, more: Partial<StoryRun> = {}): StoryRun => ({
      ...{
        act,
        terraform,
        lab: opened().lab,
        story: opened().story,
        workflow: 'pull-request.yml',
        token: TOKEN,
      },
      ...{ runId: 1001, secrets: { PLAN_PASSPHRASE: PASSPHRASE }, expect },
      ...more,
    })
    const green = { changes: 'success', gone: 'skipped', report: 'success' }
    const change = {
      'infra/network/main.tf': network(['a', 'b', 'c']),
      'infra/dns/main.tf': dns('192.0.2.2'),
    }
    const open = async (changed: Record<string, string | null> = change): Promise<OpenPull> => {
      shop ??= await openShop(terraform)
      return shop.story.open(7, changed)
    }
    function expectNoSecret(result: RanWorkflow): void {
      const seen = [result.shown, ...result.summaries, ...comments()].join('\n')
      for (const value of [SECRET, PASSPHRASE, TOKEN]) expect(seen).not.toContain(value)
      for (const artifact of opened().lab.artifacts.blobs.values()) {
        expect(artifact.includes(SECRET)).toBe(false)
        expect(artifact.includes(PASSPHRASE)).toBe(false)
      }
    }

    test('every stack in a job of its own, one comment, each plan sealed; the same again writes nothing', async () => {
      const pull = await open()
      const legs = {
        [legOf('plan', 'infra/network')]: 'success',
        [legOf('plan', 'infra/app')]: 'success', // it reads the state of network
        [legOf('plan', 'infra/dns')]: 'success',
      }
      const result = await runOnPull(run({ ...green, ...legs }), pull)
      expect(comments()).toHaveLength(1)
      const [body = ''] = comments()
      for (const stack of ['infra/network', 'infra/app', 'infra/dns']) expect(body).toContain(`\`${stack}\``)
      expect(body).toContain('terraform_data.subnet["c"]')
      expect(body).toContain('192.0.2.2')
      expect(sealed(1001)).toHaveLength(3) // of app, where nothing changes, one that says so
      for (const name of sealed(1001)) expect(name).toMatch(/^plan-[0-9a-f]{16}-[0-9a-f]{16}-1$/)
      expect(artifacts(1001).filter((name) => name.startsWith('gitops-part-'))).toHaveLength(3)
      expect(artifacts(1001)).toContain('gitops-expected-1')
      expectNoSecret(result)

      await runOnPull(run({ ...green, ...legs }, { runId: 1002 }), pull)
      expect(comments()).toEqual([body])
      expect(opened().lab.calls.filter(({ method }) => method !== 'GET')).toHaveLength(1)
    })

    test('a stack that cannot be planned: the check to require is red, and the others are shown', async () => {
      const pull = await open({ ...change, 'infra/dns/broken.tf': 'resource "terraform_data" {\n' })
      await runOnPull(
        run({
          changes: 'success',
          gone: 'skipped',
          report: 'failure',
          [legOf('plan', 'infra/network')]: 'failure', // act: all legs of a matrix get the result of the worst
          [legOf('plan', 'infra/app')]: 'failure',
          [legOf('plan', 'infra/dns')]: 'failure',
        }),
        pull,
      )
      const [body = ''] = comments()
      expect(body).toContain('infra/dns/broken.tf:1')
      expect(body).toContain('terraform_data.subnet["c"]')
      // Those without a plan to apply say so, for an earlier run may have kept one.
      expect(sealed(1001)).toHaveLength(3)
    })

    test('nothing is touched: green, no comment, no job of the matrix', async () => {
      const pull = await open({ 'README.md': '# Another shop\n' })
      await runOnPull(run({ ...green, plan: 'skipped' }), pull)
      expect(comments()).toEqual([])
      expect(sealed(1001)).toEqual([])
    })

    test('a faulty configuration: red, and nothing is planned', async () => {
      const pull = await open({ '.github/gitops.yml': 'stacks: [{ pth: infra/dns }]\n' })
      await runOnPull(run({ changes: 'failure', plan: 'skipped', gone: 'skipped', report: 'failure' }), pull)
    })

    test('a stack whose code is deleted: what remains of it is in the comment', async () => {
      const pull = await open({ 'infra/dns/main.tf': null })
      const result = await runOnPull(
        run({ changes: 'success', plan: 'skipped', 'gone (infra/dns)': 'success', report: 'success' }),
        pull,
      )
      expect(comments()[0]).toContain('terraform_data.record')
      expectNoSecret(result)
    })

    test('a merge queue: the same plan again is sealed, another one is red; nothing is written', async () => {
      const pull = await open({ 'infra/dns/main.tf': dns('192.0.2.2') })
      const { story } = opened()
      const expected = { ...green, [legOf('plan', 'infra/dns')]: 'success' }
      await runOnPull(run(expected), pull)
      const before = comments()
      await story.pushed({ 'README.md': '# Merged before it\n' })
      await runOnGroup(run(expected, { runId: 1002 }), story.mergeGroup(pull))
      expect(sealed(1002)).toHaveLength(1)

      await story.pushed({ 'infra/dns/more.tf': 'output "more" {\n  value = "new"\n}\n' })
      const red = { ...green, [legOf('plan', 'infra/dns')]: 'failure', report: 'failure' }
      const result = await runOnGroup(run(red, { runId: 1003 }), story.mergeGroup(pull))
      expect(result.summaries.join('\n')).toContain('it is not what pull request `#7` showed')
      expect(sealed(1003)).toEqual([])
      expect(comments()).toEqual(before)
    })

    test('without a passphrase nothing is kept, and the comment is the same', async () => {
      const pull = await open({ 'infra/dns/main.tf': dns('192.0.2.2') })
      const expected = { ...green, [legOf('plan', 'infra/dns')]: 'success' }
      await runOnPull(run(expected, { secrets: {} }), pull)
      expect(comments()[0]).toContain('192.0.2.2')
      expect(sealed(1001)).toEqual([])
    })

    test('the role and the environment for Terraform get to the plan, and into no text', async () => {
      const text = PULL_REQUEST.replace(
        "aws-role: ''",
        'aws-role: arn:aws:iam::111122223333:role/plan',
      ).replace(/^ {6}PLAN_PASSPHRASE: .*$/m, '$&\n      TERRAFORM_ENV: ${{ secrets.TERRAFORM_ENV }}')
      shop = await openShop(terraform, { workflows: { 'pull-request.yml': text } })
      const pull = await open({
        'infra/app/main.tf':
          app(3).replace('replicas = 3', 'replicas = var.replicas') + 'variable "replicas" {}\n',
      })
      const secrets = {
        PLAN_PASSPHRASE: PASSPHRASE,
        TERRAFORM_ENV: `TF_VAR_replicas=77\n\nTF_VAR_key=${SECRET}`,
      }
      const expected = { ...green, [legOf('plan', 'infra/app')]: 'success' }
      const result = await runOnPull(run(expected, { secrets }), pull)
      expect(result.log).toContain('signed in as arn:aws:iam::111122223333:role/plan')
      expect(comments()[0]).toContain('77')
    })
  })
})
