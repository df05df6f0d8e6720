import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { makeStory, PASSPHRASE, TOKEN, type Story, type StoryRun } from '../lab/gitops-story.ts'
import { describeWith } from '../lab/tools.ts'
import { green, jobsOf, outputsOf, partsOf, WORKFLOW_FILE, type Jobs } from './apply-jobs.ts'
import { tracesOf, type Canary } from './canary-plans.ts'
import { filesBelow } from './support.ts'

/** From plan to applied, no secret is in anything that leaves a job, nor where other programs can read it. */
jest.setTimeout(90_000)

let story: Story
beforeEach(async () => {
  story = await makeStory()
  await story.push({ ...WORKFLOW_FILE, 'README.md': 'Orders\n' })
})
afterEach(async () => {
  const problems = [...story.lab.problems, ...story.results.problems]
  await story[Symbol.asyncDispose]()
  expect(problems).toEqual([])
})

/** Nobody else writes it, and no escaping changes it. */
function canary(): Canary {
  const core = randomBytes(24).toString('base64').replace(/\W/g, '').slice(0, 16)
  return { value: `k${core}-9`, core }
}

/** A tool that notes what it is started with before it is the real one. */
interface Noted {
  readonly path: string
  /** Arguments and environment of each start. */
  starts(): Promise<{ readonly args: string; readonly env: string }[]>
}

async function noting(terraform: string): Promise<Noted> {
  const bin = join(story.states, 'bin')
  const notes = join(bin, 'notes')
  await mkdir(bin)
  await writeFile(notes, '')
  const script = `#!/bin/sh
{ printf 'START'; tr '\\0' ' ' < /proc/$$/cmdline; printf 'ENV'; cat /proc/$$/environ; } >> '${notes}'
exec '${terraform}' "$@"
`
  await writeFile(join(bin, 'terraform'), script, { mode: 0o755 })
  return {
    path: `${bin}:${process.env['PATH'] ?? ''}`,
    async starts() {
      const [, ...starts] = (await readFile(notes, 'utf8')).split('START')
      return starts.map((text) => {
        const [args = '', env = ''] = text.split('ENV')
        return { args, env }
      })
    },
  }
}

const backend = (name: string): string =>
  `terraform {\n  backend "local" {\n    path = ${JSON.stringify(join(story.states, `${name}.tfstate`))}\n  }\n}\n`

/** `made` is known to nobody before the apply, and stands unmarked in what a provider copied. */
const secretStack = (name: string, more: string): string => `${backend(name)}
variable "pin" {
  type      = string
  sensitive = true
}
resource "terraform_data" "this" {
  input = { seen = "seen", pin = var.pin }
}
resource "terraform_data" "made" {
  input = sensitive("made-\${uuid()}")
  lifecycle {
    ignore_changes = [input]
  }
}
output "marked" {
  value     = var.pin
  sensitive = true
}
output "address" {
  value = nonsensitive("tcp at \${var.pin} of db")
}
output "encoded" {
  value = nonsensitive(base64encode("user:\${var.pin}"))
}
output "made" {
  value = "it is \${terraform_data.made.output}"
}
output "plain" {
  value = "seen"
}
${more}`

const artifactsOf = (runs: readonly StoryRun[]) => runs.flatMap(({ runId }) => story.results.artifacts(runId))

/** All that left a job, but for what is sealed. */
async function published(runs: readonly StoryRun[]): Promise<string> {
  const files = await Promise.all(runs.map(({ temp }) => filesBelow(temp)))
  const texts = artifactsOf(runs).flatMap(({ name, zip }) => [
    name,
    Buffer.from(zip).toString('latin1'),
    ...Object.values(unzipSync(zip)).map((content) => Buffer.from(content).toString('latin1')),
  ])
  const comments = [...story.lab.state.comments.values()].map(({ json }) => json.body)
  const said = runs.flatMap(({ log, summary, outputs }) => [log, summary, ...Object.values(outputs)])
  return [...said, ...comments, ...texts, ...files.flatMap((found) => Object.values(found))].join('\n')
}

function expectClean(all: string, secrets: Readonly<Record<string, Canary>>): void {
  for (const [name, secret] of Object.entries(secrets)) {
    const traces = tracesOf(secret, all)
    const at = all.indexOf(secret.core)
    const around = at < 0 ? '' : all.slice(Math.max(0, at - 200), at + 40)
    expect([name, ...traces, around]).toEqual([name, ''])
  }
}

/** The secret that the apply made, as the state has it. */
async function madeIn(name: string): Promise<Canary> {
  const state = await readFile(join(story.states, `${name}.tfstate`), 'utf8')
  const [, value = '', core = ''] = /"(made-([0-9a-f]{8})[0-9a-f-]+)"/.exec(state) ?? []
  return { value, core: core === '' ? 'not found' : value.slice(-12) }
}

describeWith('terraform-1.11.4', 'a secret', (terraform) => {
  const old = canary()
  const pin = canary()
  const passphrase: Canary = { value: PASSPHRASE, core: PASSPHRASE }
  const token: Canary = { value: TOKEN, core: TOKEN }

  test('is in nothing that a plan, an apply and an apply that fails let out, and in no argument of a program', async () => {
    const tool = await noting(terraform)
    const jobs = (value: Canary): Jobs =>
      jobsOf(story, { PATH: tool.path, TF_VAR_pin: value.value, GITHUB_TOKEN: TOKEN })
    const runs: StoryRun[] = []
    const done = (run: StoryRun): StoryRun => {
      runs.push(run)
      return run
    }
    // A first apply puts a secret into the state, the second one changes it.
    const first = await story.open({ 'a/main.tf': secretStack('a', '') })
    green(done(await jobs(old).plan(first, 'a')))
    const good = green(done(await jobs(old).apply(await story.merge([first], 'squash'), 'a')))
    expect(await outputsOf(good, 'a')).toEqual({ plain: 'seen' })
    for (const name of ['marked', 'address', 'encoded', 'made'])
      expect(good.log).toMatch(new RegExp(`a: output ${name} is left out of outputs-file`))
    const made = await madeIn('a')

    // A provider's error quotes them.
    const failing = `resource "terraform_data" "breaks" {
  depends_on = [terraform_data.this]
  provisioner "local-exec" {
    command = "echo 'refused: \${nonsensitive(var.pin)} \${nonsensitive(base64encode(var.pin))} \${terraform_data.made.output}' >&2; exit 3"
  }
}
`
    const second = await story.open({ 'a/main.tf': secretStack('a', failing) })
    green(done(await jobs(pin).plan(second, 'a')))
    const at = await story.merge([second], 'squash')
    const failed = done(await jobs(pin).apply(at, 'a'))
    expect([failed.code, await partsOf(failed)]).toEqual([1, [expect.stringMatching(/^a failed /)]])
    expect(failed.summary).toMatch(/refused: .*sensitive value/)
    expect(await outputsOf(failed, 'a')).toEqual({ plain: 'seen' })
    // Refused, planned anew, handed on to report.
    const again = done(await jobs(pin).apply(at, 'a', { collect: 'true' }))
    expect([again.code, await partsOf(again)]).toEqual([1, ['a failed stale']])
    const names = artifactsOf(runs).map(({ name }) => name.replace(/-.*/, ''))
    expect(names).toEqual(['plan', 'plan', 'gitops'])

    const all = await published(runs)
    expect(all).toContain('seen')
    expectClean(all, { old, pin, made, passphrase, token })
    // The test itself can fail: they are in the state, and the old one in the plan that was sealed.
    const state = await readFile(join(story.states, 'a.tfstate'), 'utf8')
    for (const secret of [pin, made]) expect(tracesOf(secret, state)).toContain('plain')

    const starts = await tool.starts()
    expect(starts.some(({ args }) => / apply .*reviewed\.tfplan/.test(args))).toBe(true)
    for (const { args, env } of starts) {
      expectClean(args, { old, pin, made, passphrase, token })
      expectClean(env, { passphrase })
      const names = env.split('\0').map((variable) => variable.split('=', 1)[0] ?? '')
      expect(
        names.filter((name) =>
          /^(?:INPUT_|STATE_|ACTIONS_R|GITHUB_(?:OUTPUT|ENV|STATE|PATH|STEP))/.test(name),
        ),
      ).toEqual([])
    }
    // What a stack may need is there.
    expect(starts.at(-1)?.env).toContain(`TF_VAR_pin=${pin.value}`)
  })

  test('that an apply makes, and that fails in the same run, is not told either', async () => {
    const failing = `resource "terraform_data" "breaks" {
  provisioner "local-exec" {
    command = "echo 'refused: \${terraform_data.made.output}' >&2; exit 3"
  }
}
`
    const jobs = jobsOf(story, { TF_VAR_pin: pin.value })
    const pull = await story.open({ 'b/main.tf': secretStack('b', failing) })
    green(await jobs.plan(pull, 'b'))
    const failed = await jobs.apply(await story.merge([pull], 'squash'), 'b')
    expect(failed.code).toBe(1)
    expect(failed.summary).toContain('refused: ')
    const made = await madeIn('b')
    expectClean(await published([failed]), { made, pin })
  })
})

describeWith('terraform-1.11.4', 'an ephemeral variable', (terraform) => {
  test('must be given again at apply: nothing is begun without it, and with it all is', async () => {
    const token = canary()
    const tool = await noting(terraform)
    const seen = join(story.states, 'seen')
    const files = {
      'eph/main.tf': `${backend('eph')}variable "deploy_token" {
  type      = string
  ephemeral = true
}
variable "hint" {
  type      = string
  ephemeral = true
  default   = "none"
}
resource "terraform_data" "this" {
  input = "one"
  provisioner "local-exec" {
    command     = "printf %s \\"$DEPLOY_TOKEN\\" | sha256sum > '${seen}'"
    environment = { DEPLOY_TOKEN = var.deploy_token }
  }
}
`,
    }
    const without = jobsOf(story, { PATH: tool.path })
    const given = jobsOf(story, { PATH: tool.path, TF_VAR_deploy_token: token.value })
    const pull = await story.open(files)
    const planned = green(await given.plan(pull, 'eph'))
    const at = await story.merge([pull], 'squash')
    const refused = await without.apply(at, 'eph')
    expect([refused.code, await partsOf(refused)]).toEqual([1, ['eph failed config']])
    expect(refused.log).toContain('must be given again: deploy_token')
    for (const text of [refused.summary, story.lab.bodies(pull.number)[1]]) {
      expect(text).toContain('must be given again: deploy\\_token')
      expect(text).toContain('TF\\_VAR\\_deploy\\_token')
    }
    expect(refused.summary).not.toContain('hint')
    expect(existsSync(join(story.states, 'eph.tfstate'))).toBe(false)
    const commands = (await tool.starts()).map(({ args }) => / (init|plan|show|apply) /.exec(args)?.[1])
    expect(commands.filter((command) => command === 'apply')).toEqual([])

    const applied = green(await given.apply(at, 'eph'))
    expect(applied.outputs).toMatchObject({ applied: 'true', add: '1' })
    const hash = createHash('sha256').update(token.value).digest('hex')
    expect(await readFile(seen, 'utf8')).toContain(hash)
    expectClean(await published([planned, refused, applied]), { token })
    for (const { args } of await tool.starts()) expectClean(args, { token })
  })
})
