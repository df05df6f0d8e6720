import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import type { Merged, StoryRun } from '../lab/gitops-story.ts'
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

/** The ways to apply, what each asks for, and what is said afterwards; with the real tool. */
jest.setTimeout(120_000)

const DIRECT = { mode: 'direct', 'i-accept-unreviewed': 'true' }
const MORE = 'resource "terraform_data" "more" {}\n'

describeWith('terraform-1.11.4', 'terraform-apply', (terraform) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await makeBench(terraform)
  })
  afterEach(async () => {
    await bench[Symbol.asyncDispose]()
  })

  /** A stack `a` that is applied, changed by a pull request that is planned and merged. */
  async function changed(
    from: string,
    to: string,
    { labels = [], env = {} }: { labels?: readonly string[]; env?: Record<string, string> } = {},
  ): Promise<{ readonly at: Merged; readonly number: number }> {
    const { story, plan } = bench
    await story.push({ ...WORKFLOW, 'a/main.tf': from })
    await bench.direct('a')
    const pull = await story.open({ 'a/main.tf': to }, { labels })
    green(await plan(pull, 'a', {}, { env }))
    return { at: await story.merge([pull], 'squash'), number: pull.number }
  }

  describe('mode replan', () => {
    test('applies what is equal to what was reviewed, and shows what is not', async () => {
      const { stack, apply, value } = bench
      const { at } = await changed(stack('a', '"one"'), stack('a', '"two"'))
      await bench.byHand('a', 'upper("else")')
      const refused = await apply(at, 'a', { mode: 'replan' })
      expect([refused.code, await partsOf(refused)]).toEqual([1, ['a failed differs']])
      expect(refused.summary).toMatch(/ELSE/)
      expect(await value('a')).toBe('ELSE')

      // The state has moved on (its serial is another), and the plan is the same again: the sealed one is stale.
      await bench.byHand('a', '"one"')
      const stale = await apply(at, 'a')
      expect([stale.code, await partsOf(stale)]).toEqual([1, ['a failed stale']])
      expect(await value('a')).toBe('one')
      const equal = await apply(at, 'a', { mode: 'replan' })
      green(equal)
      expect(await partsOf(equal)).toEqual(['a changed'])
      expect(await value('a')).toBe('two')
    })

    test('tells secrets apart, for which a plan shows the same text, as dflook/terraform-apply does not', async () => {
      const { stack, apply, value, state } = bench
      const secret = `variable "secret" {\n  sensitive = true\n  type      = string\n}\nresource "terraform_data" "key" {\n  input = var.secret\n}\n`
      const env = { TF_VAR_secret: 'the-first-secret-1' }
      const { at } = await changed(stack('a', '"one"'), stack('a', '"two"', secret), { env })
      const before = await state('a')
      const other = { env: { TF_VAR_secret: 'another-secret-22' } }
      const refused = await apply(at, 'a', { mode: 'replan' }, other)
      expect([refused.code, await partsOf(refused)]).toEqual([1, ['a failed differs']])
      expect(refused.summary).toContain('terraform_data.key')
      expect(await state('a')).toBe(before)
      for (const text of [refused.log, refused.summary, ...bench.story.lab.bodies(20)])
        expect(text).not.toMatch(/the-first-secret|another-secret/)

      green(await apply(at, 'a', { mode: 'replan' }, { env }))
      expect(await value('a')).toBe('two')
    })
  })

  describe('mode direct', () => {
    test('asks for consent, and for each destroy', async () => {
      const { story, stack, apply, value, state } = bench
      await story.push({ ...WORKFLOW, 'a/main.tf': stack('a', '"one"'), 'a/more.tf': MORE })
      const at = { before: story.main(), after: story.main() }
      const unasked = await apply(at, 'a', { mode: 'direct' })
      expect([unasked.code, unasked.outputs['applied'], await state('a')]).toEqual([1, undefined, ''])
      expect(unasked.log).toContain('i-accept-unreviewed: true')
      const pointless = await apply(at, 'a', { 'i-accept-unreviewed': 'true' })
      expect([pointless.code, await state('a')]).toEqual([1, ''])

      green(await apply(at, 'a', DIRECT))
      expect(await value('a')).toBe('one')
      const before = await state('a')
      const after = await story.push({ 'a/more.tf': null })
      const next = { before: at.after, after }
      for (const allowed of ['', '0', 'label:allow-destroy']) {
        const run = await apply(next, 'a', { ...DIRECT, 'allow-destroy': allowed })
        expect([allowed, run.code, await partsOf(run)]).toEqual([allowed, 1, ['a failed destroys']])
        expect(run.summary).toContain('terraform_data.more')
        expect(await state('a')).toBe(before)
      }
      const run = await apply(next, 'a', { ...DIRECT, 'allow-destroy': '1' })
      green(run)
      expect(run.outputs).toMatchObject({ applied: 'true', destroy: '1' })
      expect(await state('a')).not.toContain('"more"')
    })
  })

  describe('mode approve', () => {
    const inputs = { mode: 'approve', environment: 'prod' }
    const planned = async (at: Merged, runId: number): Promise<StoryRun> => {
      const run = await bench.story.onMain(
        'terraform-plan-comment',
        at,
        { stack: 'a', 'base-sha': at.before, comment: 'off', ...SEAL },
        { runId, env: { PATH: pathTo(terraform) } },
      )
      green(run)
      return run
    }

    test('wants an environment that asks, and somebody who said yes to this very run', async () => {
      const { story, stack, apply, value, state } = bench
      const { lab } = story
      await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
      const before = story.main()
      const at = { before, after: await story.push({ 'a/main.tf': stack('a', '"one"') }) }
      await planned(at, 7000)
      const refused = async (reason: string, runId = 7000, more = {}): Promise<void> => {
        const run = await apply(at, 'a', { ...inputs, ...more }, { runId })
        expect([reason, run.code, await partsOf(run)]).toEqual([reason, 1, ['a failed environment']])
        expect(await reasonOf(run)).toContain(reason)
        expect(await state('a')).toBe('')
      }
      await refused('There is no environment prod')
      lab.setEnvironment({ name: 'prod', waitMinutes: 5 })
      await refused('no required reviewers')
      lab.setEnvironment({ name: 'prod', teams: ['owners'] })
      await refused('Nobody has approved')
      lab.addApproval({ runId: 7000, environments: ['prod'], state: 'rejected', by: 'owner' })
      lab.addApproval({ runId: 7000, environments: ['staging'], state: 'approved', by: 'owner' })
      lab.addApproval({ runId: 6999, environments: ['prod'], state: 'approved', by: 'owner' })
      await refused('Nobody has approved')
      lab.fail('repos/get-environment', {
        status: 403,
        headers: { 'x-accepted-github-permissions': 'actions=read' },
        body: { message: 'Resource not accessible by integration' },
      })
      const denied = await apply(at, 'a', inputs, { runId: 7000 })
      expect([denied.code, await partsOf(denied), await state('a')]).toEqual([1, ['a failed unknown'], ''])
      expect(denied.summary).toContain('actions: read')
      const unnamed = await apply(at, 'a', { mode: 'approve' }, { runId: 7000 })
      expect([unnamed.code, unnamed.outputs['applied'], await state('a')]).toEqual([1, undefined, ''])

      // Approved is a run that has made no plan: the plan of another run does not count.
      lab.addApproval({ runId: 7001, environments: ['prod'], state: 'approved', by: 'owner' })
      const other = await apply(at, 'a', inputs, { runId: 7001 })
      expect([other.code, await partsOf(other), await state('a')]).toEqual([1, ['a failed no-plan'], ''])

      lab.addApproval({ runId: 7000, environments: ['prod'], state: 'approved', by: 'owner' })
      const run = await apply(at, 'a', inputs, { runId: 7000 })
      green(run)
      expect(await value('a')).toBe('one')
      expect(run.summary).toContain('an earlier job of this run')
    })

    test('refuses a plan that is stale when the approval comes', async () => {
      const { story, stack, apply, value } = bench
      await story.push({ ...WORKFLOW, 'a/main.tf': stack('a', '"one"') })
      const at = { before: story.main(), after: story.main() }
      await planned(at, 7000)
      await bench.byHand('a', '"else"')
      story.lab.setEnvironment({ name: 'prod', reviewers: ['owner'] })
      story.lab.addApproval({ runId: 7000, environments: ['prod'], state: 'approved', by: 'owner' })
      const run = await apply(at, 'a', inputs, { runId: 7000 })
      expect([run.code, await partsOf(run), await value('a')]).toEqual([1, ['a failed stale'], 'else'])
    })
  })

  test('allow-destroy counts, and reads the labels of the merged pull request', async () => {
    const { story, stack, apply, state, plan } = bench
    await story.push({ ...WORKFLOW, 'a/main.tf': stack('a', '"one"'), 'a/more.tf': MORE })
    await bench.direct('a')
    const before = await state('a')
    const pull = await story.open({ 'a/more.tf': null }, { labels: ['Allow-Destroy', 'other'] })
    green(await plan(pull, 'a'))
    const at = await story.merge([pull], 'squash')
    for (const allowed of ['0', 'label:not-on-it', 'some-label\n0']) {
      const run = await apply(at, 'a', { 'allow-destroy': allowed })
      expect([allowed, run.code, await partsOf(run)]).toEqual([allowed, 1, ['a failed destroys']])
      expect(await state('a')).toBe(before)
    }
    const faulty = await apply(at, 'a', { 'allow-destroy': 'true\n-1' })
    expect([faulty.code, faulty.outputs['applied'], await state('a')]).toEqual([1, undefined, before])
    expect(faulty.log).toMatch(/"true".*"-1"/s)
    const run = await apply(at, 'a', { 'allow-destroy': 'label:allow-destroy' })
    green(run)
    expect(run.outputs['destroy']).toBe('1')
    expect(await state('a')).not.toContain('"more"')
  })

  test('gone: what a deleted stack leaves is shown, and destroyed from the files at the base', async () => {
    const { story, stack, apply, plan, state, value } = bench
    await story.push({
      ...WORKFLOW,
      'a/main.tf': stack('a', '"one"'),
      'b/main.tf': stack('b', 'file("${path.module}/b.txt")', MORE),
      'b/b.txt': 'two',
    })
    await bench.direct('a\nb')
    const base = story.main()
    const pull = await story.open({ 'b/main.tf': null, 'b/b.txt': null })
    const planned = await plan(pull, 'b', { gone: 'true', 'base-sha': base })
    green(planned)
    const comments = story.lab.bodies(pull.number).join('\n')
    expect(comments).toContain('terraform_data.this')
    expect(comments).toContain('terraform_data.more')
    expect(planned.outputs).toMatchObject({ destroy: '2' })

    const at = await story.merge([pull], 'squash')
    const before = await state('b')
    const gone = { gone: 'true', 'allow-destroy': 'all' }
    const faults: [Record<string, string>, string][] = [
      [{ gone: 'true' }, 'allow-destroy'],
      [{ ...gone, 'base-sha': '' }, 'base-sha'],
      [{ ...gone, stack: '' }, '`stack`'],
      [{ ...gone, stack: 'a' }, 'takes away no stack'],
    ]
    for (const [inputs, reason] of faults) {
      const run = await apply(at, 'b', inputs)
      expect([reason, run.code, run.outputs['applied']]).toEqual([reason, 1, undefined])
      expect(run.log).toContain(reason)
      expect(await state('b')).toBe(before)
    }
    for (const allowed of ['1', 'label:allow-destroy']) {
      const run = await apply(at, 'b', { gone: 'true', 'allow-destroy': allowed })
      expect([allowed, run.code, await partsOf(run)]).toEqual([allowed, 1, ['b failed destroys']])
      expect(await state('b')).toBe(before)
    }
    const run = await apply(at, 'b', { gone: 'true', 'allow-destroy': '2' })
    green(run)
    expect(run.outputs).toMatchObject({ applied: 'true', destroy: '2' })
    const after = JSON.parse(await state('b')) as { resources: readonly unknown[] }
    expect([after.resources, await value('a')]).toEqual([[], 'one'])

    // Once more: nothing is left, but of a local file nobody believes that.
    const again = await apply(at, 'b', gone)
    expect([again.code, await partsOf(again)]).toEqual([1, ['b failed unknown']])
    expect(await reasonOf(again)).toContain('local file')
  })

  test('outputs-file has what is not sensitive, with its type', async () => {
    const { story, stack, apply } = bench
    const outputs = `variable "secret" {
  sensitive = true
  default   = "a-sensitive-value-9"
}
output "secret" {
  value     = var.secret
  sensitive = true
}
output "inside" {
  value     = { safe = "x", key = var.secret }
  sensitive = true
}
output "list" {
  value = ["one", 2, true, null]
}
output "copied" {
  value = nonsensitive("<\${var.secret}>")
}
`.replaceAll('\\$', '$')
    await story.push({
      ...WORKFLOW,
      'a/main.tf': stack('a', '"one"', outputs),
      'b/main.tf': stack('b', '"b"'),
    })
    const at = { before: story.main(), after: story.main() }
    const run = await apply(at, 'a\nb', DIRECT)
    green(run)
    const file = run.outputs['outputs-file'] ?? ''
    const text = await readFile(file, 'utf8')
    expect(JSON.parse(text)).toEqual({
      version: 1,
      stacks: { a: { value: 'one', list: ['one', 2, true, null] }, b: { value: 'b' } },
    })
    for (const said of [text, run.log, run.summary]) expect(said).not.toContain('a-sensitive-value-9')
  })

  test('tells other pull requests that their plan is out of date, until they are planned again', async () => {
    const { story, stack, apply, plan } = bench
    await story.push({ ...WORKFLOW, 'a/main.tf': stack('a', '"one"'), 'b/main.tf': stack('b', '"one"') })
    await bench.direct('a\nb')
    const first = await story.open({ 'a/more.tf': MORE })
    const other = await story.open({ 'a/other.tf': 'resource "terraform_data" "other" {}\n' })
    const apart = await story.open({ 'b/main.tf': stack('b', '"two"') })
    green(await plan(first, 'a'))
    green(await plan(other, 'a'))
    green(await plan(apart, 'b'))
    const [before, untouched] = [story.lab.bodies(other.number)[0], story.lab.bodies(apart.number)]
    const at = await story.merge([first], 'squash')
    green(await apply(at, 'a', {}, { runId: 8000 }))
    const [told] = story.lab.bodies(other.number)
    expect(told).toContain('This plan is out of date')
    expect(told).toContain(at.after.slice(0, 12))
    expect(told).toContain('terraform_data.other')
    expect(before).not.toContain('out of date')
    // Neither those of other stacks, nor the one that was merged.
    expect(story.lab.bodies(apart.number)).toEqual(untouched)
    expect(story.lab.bodies(first.number).join('')).not.toContain('out of date')
    // Twice says nothing more.
    const calls = story.lab.calls.length
    green(await apply(at, 'a', {}, { runId: 8000, attempt: 2 }))
    expect(story.lab.bodies(other.number)).toEqual([told])
    const writes = story.lab.calls
      .slice(calls)
      .filter(({ operationId }) => operationId === 'issues/update-comment')
    expect(writes.filter(({ path }) => path.includes(`/${other.number}`))).toEqual([])

    // The plan itself is the same as before.
    green(await plan(other, 'a'))
    const [now] = story.lab.bodies(other.number)
    expect(now).not.toContain('out of date')
    expect(now).toContain('terraform_data.other')
  })

  test('collect hands on the part, also of what is refused, and writes no comment', async () => {
    const { story, stack, apply } = bench
    const { at, number } = await changed(stack('a', '"one"'), stack('a', '"two"'))
    const comments = story.lab.bodies(number)
    await bench.byHand('a', '"else"')
    const refused = await apply(at, 'a', { collect: 'true' }, { runId: 8000 })
    expect(refused.code).toBe(1)
    await bench.byHand('a', '"one"')
    const run = await apply(at, 'a', { collect: 'true', mode: 'replan' }, { runId: 8000, attempt: 2 })
    green(run)
    const parts = story.results.artifacts(8000).filter(({ name }) => name.startsWith('gitops-part-'))
    expect(parts.map(({ name }) => name.replace(/[0-9a-f]{16}/, 'ID'))).toEqual([
      'gitops-part-ID-1',
      'gitops-part-ID-2',
    ])
    const statuses = parts.map(({ zip }) => {
      const file = Buffer.from(unzipSync(zip)['part.json'] ?? []).toString()
      const {
        parts: [part],
      } = JSON.parse(file) as { parts: readonly { kind: string; status: string }[] }
      return [part?.kind, part?.status]
    })
    expect(statuses).toEqual([
      ['terraform-apply', 'failed'],
      ['terraform-apply', 'changed'],
    ])
    expect(story.lab.bodies(number)).toEqual(comments)
    expect(run.outputs['comment-id']).toBe('')
    expect(run.summary).toContain('terraform_data.this')
  })

  test('what is called in a hostile way stays text, in the log and in the comment', async () => {
    const { story, stack, apply, plan, value } = bench
    const keys = [
      'line\n::error::pwned by a key',
      '</code></td></tr></table><img src=x onerror=alert(1)>',
      '`](https://evil.example) **bold** @everyone #1 |',
      '<!-- gitops-pipeline key=sha256:0 -->',
      '\u202egnp.exe',
    ]
    const each = `resource "terraform_data" "each" {\n  for_each = toset(jsondecode(${JSON.stringify(JSON.stringify(keys))}))\n  input    = "\${each.key}\\n::set-output name=x::y"\n}\noutput "told" {\n  value = "a\\n::warning::pwned by an output"\n}\n`
    const folder = 'st|ack_*b*_<b>@all'
    await story.push({ ...WORKFLOW, 'README.md': 'x\n' })
    const pull = await story.open({ [`${folder}/main.tf`]: stack('hostile', '"one"', each) })
    green(await plan(pull, folder))
    const at = await story.merge([pull], 'squash')
    const run = await apply(at, folder)
    green(run)
    expect(await value('hostile')).toBe('one')
    expect(run.outputs).toMatchObject({ applied: 'true', add: '6' })
    const commands = run.log.split('\n').filter((line) => /^\s*::/.test(line))
    expect(commands.filter((line) => !/^::(?:group|endgroup|debug|notice|warning)\b/.test(line))).toEqual([])
    expect(commands.join('\n')).not.toContain('pwned')
    const comments = story.lab.bodies(pull.number)
    expect(comments).toHaveLength(2)
    for (const text of [run.summary, comments[1] ?? '']) {
      expect(text).not.toMatch(/^\s*::/m)
      expect(outsideCode(text)).not.toMatch(/<img|<b>|<\/table|\*\*bold|@everyone|@all|evil\.example/)
      expect(text).not.toContain('\u202e')
      expect(text.match(/<!-- gitops-pipeline key/g) ?? []).toHaveLength(text === run.summary ? 0 : 1)
    }
    const outputs = JSON.parse(await readFile(run.outputs['outputs-file'] ?? '', 'utf8')) as {
      stacks: Record<string, Record<string, unknown>>
    }
    expect(outputs.stacks[folder]?.['told']).toBe('a\n::warning::pwned by an output')

    // Planned from other files: the refusal names it all again.
    const second = await story.open({ [`${folder}/more.tf`]: MORE })
    green(await plan(second, folder))
    const merged = await story.merge([second], 'squash')
    const after = await story.push({ [`${folder}/late.tf`]: 'locals {}\n' })
    await story.tellCommits(merged.before, after)
    const refused = await apply({ before: merged.before, after }, folder)
    expect([refused.code, (await reportOf(refused)).map(({ facts }) => facts['refused'])]).toEqual([
      1,
      ['inputs'],
    ])
    const [, body = ''] = story.lab.bodies(second.number)
    expect(outsideCode(body)).not.toMatch(/_<b>|@all/)
    expect(refused.log.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(1)
  })
})

/** What GitHub reads as Markdown or HTML. */
const outsideCode = (text: string): string =>
  text.replace(/<code>.*?<\/code>/g, '').replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')
