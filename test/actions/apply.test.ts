import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { makeStory, PASSPHRASE, type Pull, type Story, type StoryRun } from '../lab/gitops-story.ts'
import { describeWith } from '../lab/tools.ts'

/** What was reviewed is what is applied, from the pull request to the state, with the real tool. */
jest.setTimeout(120_000)

let story: Story
beforeEach(async () => {
  story = await makeStory()
})
afterEach(async () => {
  const problems = [...story.lab.problems, ...story.results.problems]
  await story[Symbol.asyncDispose]()
  expect(problems).toEqual([])
})

const onPath: Record<string, string> = {}
/** The tool that jobs find on PATH. */
const use = (program: string): void => {
  onPath['PATH'] = `${dirname(program)}:${process.env['PATH'] ?? ''}`
}

const WORKFLOW = 'on: [pull_request, push]\n'

const backend = (name: string): string =>
  `terraform {\n  backend "local" {\n    path = ${JSON.stringify(join(story.states, `${name}.tfstate`))}\n  }\n}\n`

/** A stack with one resource that holds a value, which is an output too. */
const stack = (name: string, value: string, more = ''): string =>
  `${backend(name)}resource "terraform_data" "this" {\n  input = ${value}\n}\noutput "value" {\n  value = terraform_data.this.output\n}\n${more}`

async function stateOf(name: string): Promise<string | undefined> {
  const text = await readFile(join(story.states, `${name}.tfstate`), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { outputs } = JSON.parse(text) as { outputs: Record<string, { value: string }> }
  return outputs['value']?.value
}

const SEAL = { 'plan-passphrase': PASSPHRASE }
const plan = (pull: Pull, stacks: string, more: Record<string, string> = {}): Promise<StoryRun> =>
  story.run('terraform-plan-comment', pull, { stack: stacks, ...SEAL, ...more }, { env: onPath })
const apply = (
  at: { readonly before: string; readonly after: string },
  stacks: string,
  more: Record<string, string> = {},
  options: Parameters<Story['onMain']>[3] = {},
): Promise<StoryRun> =>
  story.onMain(
    'terraform-apply',
    at,
    { stack: stacks, 'base-sha': at.before, ...SEAL, ...more },
    { ...options, env: { ...onPath, ...options.env } },
  )

interface ReportFile {
  readonly parts: readonly {
    readonly subject: { readonly name: string }
    readonly status: string
    readonly verdict: { readonly kind: string; readonly reason?: string }
    readonly facts: Readonly<Record<string, string>>
  }[]
}
/** `name: status code` of each part. */
async function partsOf({ outputs }: StoryRun): Promise<string[]> {
  const file = JSON.parse(await readFile(outputs['report-file'] ?? '', 'utf8')) as ReportFile
  return file.parts.map(({ subject, status, facts }) =>
    [subject.name, status, ...(facts['refused'] === undefined ? [] : [facts['refused']])].join(' '),
  )
}
const green = (run: StoryRun): void => {
  if (run.code !== 0) throw new Error(`exit ${run.code}\n${run.log}`)
}

/** Applies by itself something else than is on the branch. */
async function byHand(terraform: string, { states }: Story, name: string, value: string): Promise<void> {
  const folder = await mkdtemp(join(states, 'by-hand-'))
  await writeFile(join(folder, 'main.tf'), stack(name, value))
  for (const args of [
    ['init', '-input=false'],
    ['apply', '-auto-approve', '-input=false'],
  ])
    await promisify(execFile)(terraform, args, { cwd: folder })
}

const breaking = (command: string): string =>
  `resource "terraform_data" "breaks" {\n  depends_on = [terraform_data.this]\n  provisioner "local-exec" {\n    command = ${JSON.stringify(command)}\n  }\n}\n`
const slow = (name: string, seconds: number): string => stack(name, '"slow"', breaking(`sleep ${seconds}`))

/** Plans in one job of a run and applies in the next, as somebody has approved. */
async function approve(
  at: { readonly before: string; readonly after: string },
  stacks: string,
): Promise<StoryRun> {
  const runId = 6000
  green(
    await story.onMain(
      'terraform-plan-comment',
      at,
      { stack: stacks, 'base-sha': at.before, comment: 'off', ...SEAL },
      { runId, env: onPath },
    ),
  )
  story.lab.setEnvironment({ name: 'prod', reviewers: ['owner'] })
  story.lab.addApproval({ runId, environments: ['prod'], state: 'approved', by: 'owner' })
  return apply(at, stacks, { mode: 'approve', environment: 'prod' }, { runId })
}

describeWith('terraform-1.11.4', 'a reviewed plan', (terraform) => {
  use(terraform)
  test.each(['squash', 'merge', 'rebase'] as const)('is applied after a %s', async (how) => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const pull = await story.open({ 'a/main.tf': stack('a', '"two"') })
    const planned = await plan(pull, 'a')
    green(planned)
    expect(planned.outputs['plan-artifact']).toMatch(/^plan-[0-9a-f]{16}-[0-9a-f]{16}-1$/)

    const merged = await story.merge([pull], how)
    const applied = await apply(merged, 'a')
    green(applied)
    expect(await stateOf('a')).toBe('two')
    expect(applied.outputs).toMatchObject({ applied: 'true', add: '1', refused: '' })
    const outputs: unknown = JSON.parse(await readFile(applied.outputs['outputs-file'] ?? '', 'utf8'))
    expect(outputs).toEqual({ version: 1, stacks: { a: { value: 'two' } } })
    const comments = story.lab.bodies(pull.number)
    expect(comments).toHaveLength(2)
    expect(comments[1]).toContain('terraform_data.this')
  })

  test('is refused when other files are merged than were planned, and the new plan is shown', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const pull = await story.open({ 'a/main.tf': stack('a', '"two"') })
    green(await plan(pull, 'a'))
    const { before } = await story.merge([pull], 'squash')
    // In the same push: nobody has reviewed what comes of both.
    const after = await story.push({ 'a/more.tf': 'resource "terraform_data" "more" {}\n' })
    await story.tellCommits(before, after)
    const refused = await apply({ before, after }, 'a')
    expect(refused.code).toBe(1)
    expect(await partsOf(refused)).toEqual(['a failed inputs'])
    expect(refused.summary).toContain('terraform_data.more')
    expect(await stateOf('a')).toBeUndefined()
  })

  test('is refused when somebody applies something else meanwhile, unless that was all there was to do', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const first = await story.open({ 'a/main.tf': stack('a', '"two"') })
    green(await plan(first, 'a'))
    const merged = await story.merge([first], 'merge')
    // By hand, and something else.
    green(await apply(merged, 'a', { mode: 'direct', 'i-accept-unreviewed': 'true' }))
    const again = await apply(merged, 'a')
    green(again)
    expect(await partsOf(again)).toEqual(['a ok'])
    expect(again.summary).toContain('nothing to apply')

    const second = await story.open({ 'a/main.tf': stack('a', '"three"') })
    green(await plan(second, 'a'))
    const at = await story.merge([second], 'squash')
    await byHand(terraform, story, 'a', '"else"')
    const stale = await apply(at, 'a')
    expect(stale.code).toBe(1)
    expect(await partsOf(stale)).toEqual(['a failed stale'])
    expect(stale.summary).toContain('three')
    expect(await stateOf('a')).toBe('else')
  })

  test('of a pull request that was not merged is refused, whatever its artifact is called', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const merged = await story.open({ 'a/main.tf': stack('a', '"two"') })
    const other = await story.open({ 'a/main.tf': stack('a', '"two"'), 'README.md': 'other\n' })
    green(await plan(other, 'a'))
    const at = await story.merge([merged], 'squash')
    const refused = await apply(at, 'a')
    expect([refused.code, await partsOf(refused)]).toEqual([1, ['a failed origin']])
    expect(await stateOf('a')).toBeUndefined()
  })

  test('of a commit that was forced away, made by an edited workflow, is refused', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const evil = await story.open({
      '.github/workflows/gitops.yml': `${WORKFLOW}# sealed by whoever pushed this\n`,
      'a/main.tf': stack('a', '"two"'),
    })
    green(await plan(evil, 'a'))
    const good = await story.amend(evil, { 'a/main.tf': stack('a', '"two"') }, true)
    const at = await story.merge([good], 'squash')
    const refused = await apply(at, 'a')
    expect([refused.code, await partsOf(refused)]).toEqual([1, ['a failed origin']])
    expect(await stateOf('a')).toBeUndefined()
  })

  test('is refused with another passphrase, and when a byte of the artifact is another', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const pull = await story.open({ 'a/main.tf': stack('a', '"two"') })
    green(await plan(pull, 'a'))
    const at = await story.merge([pull], 'squash')
    const wrong = await apply(at, 'a', { 'plan-passphrase': 'not the one it was sealed with' })
    expect([wrong.code, await partsOf(wrong)]).toEqual([1, ['a failed seal']])
    const none = await apply(at, 'a', { 'plan-passphrase': '' })
    expect([none.code, await partsOf(none)]).toEqual([1, ['a failed seal']])
    expect(await stateOf('a')).toBeUndefined()
  })

  test('two applies at once: one applies, the other finds nothing to do or names the lock', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const pull = await story.open({ 'a/main.tf': slow('a', 3) })
    green(await plan(pull, 'a'))
    const at = await story.merge([pull], 'squash')
    const runs = await Promise.all([
      apply(at, 'a', { 'lock-timeout': '0s', comment: 'off' }),
      apply(at, 'a', { 'lock-timeout': '0s', comment: 'off' }),
    ])
    const codes = runs.map(({ code }) => code).sort()
    expect(codes[0]).toBe(0)
    const loser = runs.find(({ code }) => code === 1)
    expect(loser?.summary ?? '').toMatch(/lock|stale/)
    expect(await stateOf('a')).toBe('slow')
  })

  test('fails half way: what was applied is told, and the next plan does the rest', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const failing = stack('a', '"two"', breaking('exit 1'))
    const pull = await story.open({ 'a/main.tf': failing })
    green(await plan(pull, 'a'))
    const at = await story.merge([pull], 'squash')
    const failed = await apply(at, 'a')
    expect([failed.code, await partsOf(failed)]).toEqual([1, ['a failed']])
    expect(failed.summary).toMatch(/terraform_data\.this.*done/s)
    expect(failed.summary).toContain('a/main.tf')
    expect(await stateOf('a')).toBe('two')
    const fixed = await story.open({ 'a/main.tf': stack('a', '"two"', breaking('exit 0')) })
    green(await plan(fixed, 'a'))
    green(await apply(await story.merge([fixed], 'squash'), 'a'))
  })
})

describeWith('terraform-1.11.4', 'a stack that goes after another one of the change', (terraform) => {
  use(terraform)
  const reads = (value: string): string =>
    `data "terraform_remote_state" "a" {\n  backend = "local"\n  config = {\n    path = ${JSON.stringify(join(story.states, 'a.tfstate'))}\n  }\n}\n${stack('b', value)}`
  const both = (a: string): Record<string, string> => ({
    'a/main.tf': stack('a', a),
    'b/main.tf': reads('data.terraform_remote_state.a.outputs.value'),
  })

  test('is planned again after it, and is refused when that is not what was reviewed', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'README.md': 'x\n' })
    const first = await story.open(both('"one"'))
    const planned = await plan(first, 'a\nb')
    green(planned)
    expect(await partsOf(planned)).toEqual(['a changed', 'b partial'])
    const at = await story.merge([first], 'squash')
    const one = await apply(at, 'a\nb', {}, { runId: 6000 })
    // `b` waited for `a`, so nobody has seen a plan of it.
    expect([one.code, await partsOf(one)]).toEqual([1, ['a changed', 'b failed no-plan']])
    expect([await stateOf('a'), await stateOf('b')]).toEqual(['one', undefined])

    const approved = await approve(at, 'b')
    green(approved)
    expect(await stateOf('b')).toBe('one')

    // A changes its output: b's reviewed plan is with the old one.
    const second = await story.open(both('"two"'))
    green(await plan(second, 'a\nb'))
    const next = await story.merge([second], 'squash')
    const two = await apply(next, 'a\nb')
    expect([two.code, await partsOf(two)]).toEqual([1, ['a changed', 'b failed no-plan']])
    expect([await stateOf('a'), await stateOf('b')]).toEqual(['two', 'one'])
  })

  test('is applied when the new plan equals what was reviewed, and not before the first one is', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, ...both('"one"') })
    const at = { before: story.main(), after: story.main() }
    green(await apply(at, 'a\nb', { mode: 'direct', 'i-accept-unreviewed': 'true' }))
    const change = {
      'a/more.tf': 'resource "terraform_data" "more" {}\n',
      'b/more.tf': 'resource "terraform_data" "more" {}\n',
    }
    const pull = await story.open(change)
    const planned = await plan(pull, 'a\nb')
    green(planned)
    expect(planned.summary).toContain('Provisional')
    const merged = await story.merge([pull], 'squash')
    const alone = await apply(merged, 'b', {}, { runId: 7000 })
    expect([alone.code, await partsOf(alone)]).toEqual([1, ['b failed upstream']])
    green(await apply(merged, 'a', {}, { runId: 7000 }))
    const then = await apply(merged, 'b', {}, { runId: 7000, attempt: 2 })
    green(then)
    expect(await partsOf(then)).toEqual(['b changed'])
  })
})

describeWith('terraform-1.11.4', 'the root action', (terraform) => {
  use(terraform)
  const root = (pull: Pull): Promise<StoryRun> => story.run('pipeline', pull, SEAL, { env: onPath })

  test('plans a pull request and applies it on the push that merges it', async () => {
    await story.push({
      '.github/workflows/gitops.yml': WORKFLOW,
      'a/main.tf': stack('a', '"one"'),
      'b/main.tf': stack('b', '"one"'),
    })
    const pull = await story.open({ 'a/main.tf': stack('a', '"two"') })
    green(await root(pull))
    const merged = await story.merge([pull], 'squash')
    const base = { base: merged.before }
    const unsealed = await story.onMain('pipeline', merged, base, { env: onPath })
    green(unsealed)
    expect([unsealed.outputs['applied'], await stateOf('a')]).toEqual([undefined, undefined])

    const pushed = await story.onMain('pipeline', merged, { ...SEAL, ...base }, { env: onPath })
    green(pushed)
    expect(pushed.outputs).toMatchObject({ applied: 'true', changed: 'true', 'exit-code': '0', refused: '' })
    expect([await stateOf('a'), await stateOf('b')]).toEqual(['two', undefined])
    expect(story.lab.bodies(pull.number)).toHaveLength(2)

    // Run again, there is nothing to do, and nothing is written.
    const again = await story.onMain('pipeline', merged, { ...SEAL, ...base }, { env: onPath })
    green(again)
    expect(again.outputs).toMatchObject({ applied: 'true', changed: 'false' })
  })

  test('applies nothing from another branch, whatever it is told', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const at = { before: story.main(), after: story.main() }
    const env = { ...onPath, GITHUB_REF: 'refs/heads/feature', GITHUB_REF_NAME: 'feature' }
    const run = await story.onMain('pipeline', at, { ...SEAL, mode: 'reviewed', comment: 'off' }, { env })
    green(run)
    expect([run.outputs['applied'], await stateOf('a')]).toEqual([undefined, undefined])
    expect(run.log).toContain('Nothing is applied: refs/heads/feature is not the default branch.')
  })
})

describeWith('terraform-1.11.4', 'nothing is green by mistake', (terraform) => {
  use(terraform)
  const variable = (name: string, more = ''): string =>
    `variable "v" {\n  default = "one"\n}\n${stack(name, 'var.v', more)}`
  const withValue = (value: string): Parameters<Story['onMain']>[3] => ({
    env: { ...onPath, TF_VAR_v: value },
  })

  test('variants of one folder each have their own backend, side by side', async () => {
    const files = (value: string): Record<string, string> => ({
      'a/main.tf': `terraform {\n  backend "local" {}\n}\nvariable "v" {}\nresource "terraform_data" "this" {\n  input = "\${var.v} ${value}"\n}\noutput "value" {\n  value = terraform_data.this.output\n}\n`,
      ...Object.fromEntries(
        ['dev', 'prod', 'qa'].flatMap((name) => [
          [`a/env/${name}.tfvars`, `v = "${name}"\n`],
          [`a/env/${name}.tfbackend`, `path = ${JSON.stringify(join(story.states, `${name}.tfstate`))}\n`],
        ]),
      ),
    })
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, ...files('1') })
    const pull = await story.open(files('2'))
    green(await story.run('pipeline', pull, SEAL, { env: onPath }))
    const at = await story.merge([pull], 'squash')
    green(await story.onMain('pipeline', at, { ...SEAL, base: at.before }, { env: onPath }))
    expect([await stateOf('dev'), await stateOf('prod'), await stateOf('qa')]).toEqual([
      'dev 2',
      'prod 2',
      'qa 2',
    ])
  })

  test('what was reviewed is not done because the job that applies reads another environment', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': variable('a') })
    const start = { before: story.main(), after: story.main() }
    green(await apply(start, 'a', { mode: 'direct', 'i-accept-unreviewed': 'true' }))
    const pull = await story.open({ 'a/more.tf': '# a word\n' })
    const inputs = { stack: 'a', ...SEAL }
    green(await story.run('terraform-plan-comment', pull, inputs, withValue('two')))
    const at = await story.merge([pull], 'squash')
    for (const [more, code] of [
      [{ mode: 'replan' }, 'differs'],
      [{ 'plan-passphrase': 'another passphrase of somebody' }, 'seal'],
      // The plan does not count, and still speaks against a green.
      [{ workflow: '.github/workflows/another.yml' }, 'differs'],
    ] as const) {
      const run = await apply(at, 'a', more)
      expect([run.code, await partsOf(run)]).toEqual([1, [`a failed ${code}`]])
    }
    // What the plan holds is what counts, and another value of this job is not even quoted.
    const reviewed = await apply(at, 'a', {}, withValue('of-this-job'))
    green(reviewed)
    expect(await stateOf('a')).toBe('two')
    expect([reviewed.log, reviewed.summary, ...story.lab.bodies(pull.number)].join()).not.toContain(
      'of-this-job',
    )
  })

  test('stacks that are planned anew do not overlap: what planning makes of one could be of another', async () => {
    const files = { 'a/main.tf': stack('a', '"one"'), 'b/main.tf': stack('b', '"one"') }
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, ...files })
    const at = { before: story.main(), after: story.main() }
    const run = await apply(at, 'a\nb', { mode: 'direct', 'i-accept-unreviewed': 'true' })
    green(run)
    const phases = [...run.log.matchAll(/^([ab]): (?:init|plan|show|apply)$/gm)].map(([, name]) => name)
    expect(phases.join('')).toMatch(/^(?:a{4}b{4}|b{4}a{4})$/)
  })

  test('a plan that another run has withdrawn since is not applied', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': variable('a') })
    const start = { before: story.main(), after: story.main() }
    green(await apply(start, 'a', { mode: 'direct', 'i-accept-unreviewed': 'true' }))
    const pull = await story.open({ 'a/more.tf': '# a word\n' })
    const inputs = { stack: 'a', ...SEAL }
    const first = await story.run('terraform-plan-comment', pull, inputs, withValue('wrong'))
    green(first)
    const again = { env: onPath, runId: first.runId, attempt: 2 }
    green(await story.run('terraform-plan-comment', pull, inputs, again))
    const at = await story.merge([pull], 'squash')
    const run = await apply(at, 'a')
    green(run)
    expect([await partsOf(run), await stateOf('a')]).toEqual([['a ok'], 'one'])
  })

  test('the outputs of another stack have changed since: its own plan is not applied as it was', async () => {
    const b = (value: string): string =>
      `data "terraform_remote_state" "a" {\n  backend = "local"\n  config = {\n    path = ${JSON.stringify(join(story.states, 'a.tfstate'))}\n  }\n}\n${stack('b', `"${value} \${data.terraform_remote_state.a.outputs.value}"`)}`
    const files = { 'a/main.tf': variable('a'), 'b/main.tf': b('1') }
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, ...files })
    const start = { before: story.main(), after: story.main() }
    green(await apply(start, 'a\nb', { mode: 'direct', 'i-accept-unreviewed': 'true' }))
    const pull = await story.open({ 'b/main.tf': b('2') })
    green(await plan(pull, 'b'))
    const direct = { mode: 'direct', 'i-accept-unreviewed': 'true' }
    green(await apply(start, 'a', direct, withValue('two')))
    const run = await apply(await story.merge([pull], 'squash'), 'b')
    expect([run.code, await partsOf(run)]).toEqual([1, ['b failed differs']])
    expect(await stateOf('b')).toBe('1 one')
  })

  test('a state that would go with the job is none', async () => {
    const bare = 'terraform {\n  backend "local" {}\n}\nresource "terraform_data" "this" {}\n'
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': bare })
    const at = { before: story.main(), after: story.main() }
    const run = await apply(at, 'a', { mode: 'direct', 'i-accept-unreviewed': 'true' })
    expect([run.code, await partsOf(run)]).toEqual([1, ['a failed local-state']])
  })

  test('a part of a stack is not the stack', async () => {
    await story.push({ '.github/workflows/gitops.yml': WORKFLOW, 'a/main.tf': stack('a', '"one"') })
    const at = { before: story.main(), after: story.main() }
    const direct = { mode: 'direct', 'i-accept-unreviewed': 'true' }
    const told = await apply(at, 'a', { ...direct, 'plan-args': '-refresh-only' })
    const env = { env: { ...onPath, TF_CLI_ARGS_plan: '-target=terraform_data.none' } }
    const ofEnv = await apply(at, 'a', direct, env)
    expect([told.code, ofEnv.code]).toEqual([1, 1])
    expect(told.log).toContain('plan-args: -refresh-only is not allowed')
    expect(ofEnv.log).toContain('TF_CLI_ARGS_plan: -target is not allowed')
  })
})
