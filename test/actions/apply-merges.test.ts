import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { describeWith } from '../lab/tools.ts'
import {
  green,
  makeBench,
  partsOf,
  pathTo,
  reasonOf,
  reportOf,
  SEAL,
  WORKFLOW,
  type Bench,
} from './apply-bench.ts'

/** Which plans a push brings, however it came to the branch, with the real tool. */
jest.setTimeout(120_000)

describeWith('terraform-1.11.4', 'a push', (terraform) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await makeBench(terraform)
  })
  afterEach(async () => {
    await bench[Symbol.asyncDispose]()
  })

  const MORE = 'resource "terraform_data" "more" {}\n'
  const summaryNames = (summary: string, runId: number): boolean => summary.includes(`run ${runId}`)

  test('of several pull requests applies of each stack the plan of its own one', async () => {
    const { story, stack, plan, apply, value } = bench
    await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
    const pulls = [
      await story.open({ 'a/main.tf': stack('a', '"one"') }),
      await story.open({ 'b/main.tf': stack('b', '"two"') }),
      await story.open({ 'c/main.tf': stack('c', '"three"') }),
    ]
    const planned = []
    for (const [index, pull] of pulls.entries()) {
      const run = await plan(pull, ['a', 'b', 'c'][index] ?? '')
      green(run)
      planned.push(run.runId)
    }
    const at = await story.merge(pulls, 'squash')
    const run = await apply(at, 'a\nb\nc')
    green(run)
    expect(await partsOf(run)).toEqual(['a changed', 'b changed', 'c changed'])
    expect([await value('a'), await value('b'), await value('c')]).toEqual(['one', 'two', 'three'])
    for (const id of planned) expect(summaryNames(run.summary, id)).toBe(true)
    // Each pull request is told, once.
    expect(pulls.map(({ number }) => story.lab.bodies(number).length)).toEqual([2, 2, 2])
  })

  test('of two pull requests of one stack, one planned before the other was merged, is refused', async () => {
    const { story, stack, plan, apply, state } = bench
    await story.push({ ...WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const pulls = [
      await story.open({ 'a/more.tf': MORE }),
      await story.open({ 'a/main.tf': stack('a', '"two"') }),
    ]
    for (const pull of pulls) green(await plan(pull, 'a'))
    const at = await story.merge(pulls, 'squash')
    const run = await apply(at, 'a')
    expect([run.code, await partsOf(run)]).toEqual([1, ['a failed inputs']])
    expect(await reasonOf(run)).toContain('other files than are applied now')
    expect([run.outputs['applied'], run.outputs['refused'], run.outputs['add']]).toEqual(['false', 'a', '0'])
    expect(await state('a')).toBe('')

    // Planned again with what was merged before it, it would have been good.
    const late = await story.open({ 'a/late.tf': 'resource "terraform_data" "late" {}\n' })
    green(await plan(late, 'a'))
    green(await apply(await story.merge([late], 'squash'), 'a'))
    expect(await bench.value('a')).toBe('two')
  })

  test.each(['squash', 'merge'] as const)(
    'of a merge queue (%s) applies the plans of the group',
    async (how) => {
      const { story, stack, plan, apply, value } = bench
      await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
      const pulls = [
        await story.open({ 'a/main.tf': stack('a', '"one"') }),
        await story.open({ 'b/main.tf': stack('b', '"two"') }),
        await story.open({ 'a/more.tf': MORE, 'c/main.tf': stack('c', '"three"') }),
      ]
      const names = ['a', 'b', 'c']
      for (const [index, pull] of pulls.entries()) green(await plan(pull, names[index] ?? ''))
      const queued = await story.enqueue(pulls, how)
      const runs = []
      for (const [index, one] of queued.entries()) {
        const env = { PATH: pathTo(terraform) }
        const inputs = { stack: names[index] ?? '', ...SEAL, comment: 'off' }
        const run = await story.inQueue('terraform-plan-comment', one, inputs, { env })
        green(run)
        runs.push(run)
      }
      // Of the stack that the third one changes too, its own pull request has shown nothing of the kind.
      const env = { PATH: pathTo(terraform) }
      const unseen = await story.inQueue(
        'terraform-plan-comment',
        queued[2] ?? never(),
        { stack: 'a', ...SEAL, comment: 'off' },
        { env },
      )
      expect(unseen.code).toBe(1)
      expect(unseen.outputs['plan-artifact']).toBe('')

      const at = await story.dequeue(queued)
      const run = await apply(at, 'a\nb\nc')
      expect([run.code, await partsOf(run)]).toEqual([1, ['a failed inputs', 'b changed', 'c changed']])
      expect([await value('a'), await value('b'), await value('c')]).toEqual([undefined, 'two', 'three'])
      // Not those of the pull requests, which are older.
      expect(runs.map(({ runId }) => summaryNames(run.summary, runId))).toEqual([
        expect.anything(),
        true,
        true,
      ])
    },
  )

  test('of a revert applies the plan of the revert, not the first one of the same files', async () => {
    const { story, stack, plan, apply, value } = bench
    const one = { 'a/main.tf': stack('a', '"one"') }
    const two = { 'a/main.tf': stack('a', '"two"') }
    await story.push({ ...WORKFLOW, ...one })
    await bench.direct('a')
    const change = await story.open(two)
    green(await plan(change, 'a'))
    green(await apply(await story.merge([change], 'squash'), 'a'))
    expect(await value('a')).toBe('two')

    const revert = await story.open(one)
    green(await plan(revert, 'a'))
    green(await apply(await story.merge([revert], 'squash'), 'a'))
    expect(await value('a')).toBe('one')

    // And back: of just these files there is a plan already, of a pull request that this push does not bring.
    const again = await story.open(two)
    const at = await story.merge([again], 'squash')
    const refused = await apply(at, 'a')
    expect([refused.code, await partsOf(refused)]).toEqual([1, ['a failed origin']])
    expect(await value('a')).toBe('one')
  })

  test('without a pull request is refused, and says so', async () => {
    const { story, stack, apply, state } = bench
    await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
    const before = story.main()
    const after = await story.push({ 'a/main.tf': stack('a', '"one"') })
    const run = await apply({ before, after }, 'a')
    expect([run.code, await partsOf(run)]).toEqual([1, ['a failed no-plan']])
    expect(await reasonOf(run)).toContain('pushed to main directly')
    expect(run.summary).toContain('pushed to main directly')
    expect(run.log).toContain('mode: approve')
    expect(run.outputs).toMatchObject({ applied: 'false', refused: 'a', 'comment-id': '' })
    expect(await state('a')).toBe('')
  })

  test('that came later bars what it changes, and nothing else', async () => {
    const { story, stack, plan, apply, state, value } = bench
    await story.push({
      ...WORKFLOW,
      'a/main.tf': stack('a', '"one"'),
      'b/main.tf': stack('b', '"one"'),
    })
    const first = await story.open({ 'a/main.tf': stack('a', '"two"'), 'b/main.tf': stack('b', '"two"') })
    green(await plan(first, 'a\nb'))
    const at = await story.merge([first], 'squash')
    const second = await story.open({ 'a/main.tf': stack('a', '"three"') })
    green(await plan(second, 'a'))
    const next = await story.merge([second], 'squash')

    const run = await apply(at, 'a\nb')
    expect([run.code, await partsOf(run)]).toEqual([1, ['a failed superseded', 'b changed']])
    expect([await state('a'), await value('b')]).toEqual(['', 'two'])
    const [refused] = await reportOf(run)
    expect(refused?.verdict.reason).toContain(next.after.slice(0, 12))

    green(await apply(next, 'a'))
    expect(await value('a')).toBe('three')
    // The old run again, now that the new one is done: it must not go back.
    const late = await apply(at, 'a')
    expect([late.code, await partsOf(late)]).toEqual([1, ['a failed superseded']])
    expect(await value('a')).toBe('three')

    // History that is rewritten is no older commit of the branch.
    story.lab.setCommits(next.after, story.main(), null)
    story.lab.setBranch('main', at.before)
    story.lab.setCommits(next.after, at.before, null)
    const rewritten = await apply(next, 'a')
    expect(await partsOf(rewritten)).toEqual(['a failed superseded'])
  })

  test('does not apply a plan that a later run of the pull request has taken back', async () => {
    const { story, stack, plan, apply, value } = bench
    const given = `variable "told" {\n  default = "one"\n  validation {\n    condition     = var.told != "broken"\n    error_message = "It is broken."\n  }\n}\n`
    await story.push({
      ...WORKFLOW,
      'a/main.tf': stack('a', 'var.told', given),
      'b/main.tf': stack('b', 'var.told', given),
    })
    await bench.direct('a\nb')
    const pull = await story.open({
      'a/main.tf': `# a comment\n${stack('a', 'var.told', given)}`,
      'b/main.tf': stack('b', '"${var.told} more"', given),
    })
    const told = (value: string) => ({ env: { TF_VAR_told: value } })
    // The job's own variable was wrong, and is corrected: what the pull request shows in the end is no change.
    const wrong = await plan(pull, 'a', {}, told('wrong'))
    green(wrong)
    const right = await plan(pull, 'a')
    green(right)
    expect([wrong.outputs['changed'], right.outputs['changed']]).toEqual(['true', 'false'])
    expect(story.lab.bodies(pull.number).join('')).not.toContain('wrong')
    // And what it shows in the end is a failure.
    green(await plan(pull, 'b'))
    expect((await plan(pull, 'b', {}, told('broken'))).code).toBe(1)

    const at = await story.merge([pull], 'squash')
    const run = await apply(at, 'a\nb')
    expect([run.code, await partsOf(run)]).toEqual([1, ['a ok', 'b failed no-plan']])
    expect((await reportOf(run))[1]?.verdict.reason).toContain('has planned b last, and kept no plan')
    expect([await value('a'), await value('b')]).toEqual(['one', 'one'])
  })

  test('that is run again has nothing to apply, and says nothing more on the pull request', async () => {
    const { story, stack, plan, apply, state } = bench
    await story.push({ ...WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const pull = await story.open({ 'a/main.tf': stack('a', '"two"') })
    green(await plan(pull, 'a'))
    const at = await story.merge([pull], 'squash')
    green(await apply(at, 'a', {}, { runId: 6000 }))
    const before = await state('a')
    const again = await apply(at, 'a', {}, { runId: 6000, attempt: 2 })
    green(again)
    expect(await partsOf(again)).toEqual(['a ok'])
    expect(again.outputs).toMatchObject({ applied: 'true', refused: '', add: '0' })
    expect(again.summary).toContain('nothing to apply')
    expect(await state('a')).toBe(before)
    expect(story.lab.bodies(pull.number)).toHaveLength(2)
  })
})

function never(): never {
  throw new Error('it is not there')
}
