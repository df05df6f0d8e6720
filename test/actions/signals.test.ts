import { describe, expect, test } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ActionRun } from '../lab/action-run.ts'
import { describeWith } from '../lab/tools.ts'
import { holdLock, must, stackIn } from '../terraform/support.ts'
import { filesBelow, makeSite, PULL, type Site } from './support.ts'

/**
 * Cancelling, as GitHub's runner does it: SIGINT to the action's process alone, SIGTERM after 7.5 s, and 2.5 s later
 * everything is killed (actions/runner, ProcessInvoker.cs). A child hears nothing unless the action passes it on.
 */
const TERM_AFTER = 7_500
const KILL_AFTER = 2_500

interface Cancelled extends ActionRun {
  /** Milliseconds from SIGINT to the end of the action. */
  readonly took: number
  /** What the runner had to send. */
  readonly sent: readonly NodeJS.Signals[]
}

/** Runs the action and cancels it once `ready` resolves. */
async function cancelWhen(
  site: Site,
  ready: (child: ChildProcess) => Promise<unknown>,
  inputs: Record<string, string> = {},
): Promise<Cancelled> {
  const sent: NodeJS.Signals[] = []
  let took = Number.NaN
  const cancel = async (child: ChildProcess): Promise<void> => {
    const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)))
    await ready(child)
    const started = performance.now()
    const send = async (signal: NodeJS.Signals, wait: number): Promise<boolean> => {
      sent.push(signal)
      child.kill(signal)
      return Promise.race([ended, sleep(wait, false, { ref: false })])
    }
    if (!(await send('SIGINT', TERM_AFTER)) && !(await send('SIGTERM', KILL_AFTER)))
      await send('SIGKILL', 1_000)
    took = performance.now() - started
  }
  let cancelled: Promise<void> | undefined
  const run = await site.run({
    inputs: { 'working-directory': 'infra', checks: 'none', ...inputs },
    env: { RUNNER_TRACKING_ID: trackingId(site) },
    onStart(child) {
      cancelled = cancel(child)
    },
  })
  await cancelled
  return { ...run, took, sent }
}

const trackingId = ({ workspace }: Site): string => `github_${dirname(workspace)}`

/** Processes of this job that are still there; the runner finds them by this variable, too. */
async function leftOver(site: Site): Promise<string[]> {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) continue
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    if (environment.split('\0').includes(`RUNNER_TRACKING_ID=${trackingId(site)}`)) found.push(pid)
  }
  return found
}

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await what()); tries += 1) {
    if (tries > 400) throw new Error('it never came')
    await sleep(25)
  }
}

/**
 * A slow `terraform`: notes what it hears and when. On the first SIGINT or SIGTERM it needs `stopMs` to unlock; a second
 * signal makes it give up, as the real one does.
 */
async function slowTerraform(
  site: Site,
  stopMs: number,
): Promise<{ heard: () => Promise<string[]>; planning: () => Promise<boolean> }> {
  const notes = join(site.temp, 'heard')
  await site.script(
    'terraform',
    `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs')
const [command] = process.argv.slice(2)
const note = (line) => appendFileSync(${JSON.stringify(notes)}, line + '\\n')
if (command === 'version') {
  console.log(JSON.stringify({ terraform_version: '1.11.4', platform: 'linux_amd64' }))
  process.exit(0)
}
note(command)
if (command !== 'plan') process.exit(0)
writeFileSync('lock', '')
let signals = 0
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  note(signal)
  signals += 1
  if (signals > 1) process.exit(1)
  console.log(JSON.stringify({ '@level': 'info', '@message': 'Interrupt received.\\nPlease wait', type: 'log' }))
  setTimeout(() => {
    require('node:fs').rmSync('lock')
    note('unlocked')
    process.exit(1)
  }, ${stopMs})
})
setInterval(() => {}, 1000)
`,
  )
  const heard = async (): Promise<string[]> =>
    (await readFile(notes, 'utf8').catch(() => '')).trim().split('\n')
  return {
    heard,
    planning: async () => existsSync(join(site.workspace, 'infra/lock')) && (await heard()).includes('plan'),
  }
}

const stack = 'resource "terraform_data" "a" {\n  input = "one"\n}\n'

/** What is the same however the tool ends. */
async function expectStopped(site: Site, run: Cancelled): Promise<void> {
  expect(run.code).toBe(1)
  expect(run.log).toContain('asked to stop: terraform is told')
  expect(run.log).toContain('(cancelled)')
  expect(run.log).not.toContain('bug')
  expect(await leftOver(site)).toEqual([])
  // The folder with the plans goes in the post step, which runs after a cancelled step, too.
  const plans = Object.keys(await filesBelow(site.temp, /^$/)).some((name) => name.includes('/plans/'))
  const [folder] = JSON.parse(run.state['gitops-pipeline-remove'] ?? '[]') as string[]
  expect([plans, existsSync(folder ?? '')]).toEqual([plans, true])
  expect((await site.post(run)).code).toBe(0)
  expect(existsSync(folder ?? '')).toBe(false)
}

describe('a slow tool', () => {
  test('that needs three seconds gets SIGINT at once and only once, ends by itself, and nothing is started after it', async () => {
    await using site = await makeSite()
    await site.write({ 'infra/main.tf': stack })
    const { heard, planning } = await slowTerraform(site, 3_000)
    const run = await cancelWhen(site, () => until(planning), { checks: 'fmt validate' })
    expect(await heard()).toEqual(['fmt', 'init', 'plan', 'SIGINT', 'unlocked'])
    expect(run.sent).toEqual(['SIGINT'])
    expect(run.took).toBeGreaterThan(2_900)
    expect(run.took).toBeLessThan(TERM_AFTER)
    expect(existsSync(join(site.workspace, 'infra/lock'))).toBe(false)
    await expectStopped(site, run)
    expect(run.outputs).toMatchObject({ 'exit-code': '1', changed: '', 'plan-path': '' })
    expect(run.summary).toContain('terraform plan was stopped by a signal')
    expect(site.comment()).toContain('**plan failed**')
  }, 20_000)

  test('that does not end in 7.5 s gets SIGTERM then, and the log says what may stay behind', async () => {
    await using site = await makeSite()
    await site.write({ 'infra/main.tf': stack })
    const { heard, planning } = await slowTerraform(site, 60_000)
    const run = await cancelWhen(site, () => until(planning))
    expect((await heard()).slice(2)).toEqual(['SIGINT', 'SIGTERM'])
    expect(run.sent).toEqual(['SIGINT', 'SIGTERM'])
    expect(run.took).toBeLessThan(TERM_AFTER + KILL_AFTER)
    expect(run.log).toContain('::warning::asked to stop again: terraform has not ended yet')
    await expectStopped(site, run)
  }, 25_000)

  test('a signal before any tool runs: red, and none is started', async () => {
    await using site = await makeSite()
    await site.write({ 'infra/main.tf': stack })
    // It cannot even say its version before the signal has come.
    const asked = join(site.temp, 'asked')
    await site.script(
      'terraform',
      `#!/bin/sh\necho "$1" >> '${asked}'\nsleep 1\necho '{"terraform_version":"1.11.4"}'\n`,
    )
    const run = await cancelWhen(site, () => until(() => existsSync(asked)))
    expect((await readFile(asked, 'utf8')).trim()).toBe('version')
    expect(run.code).toBe(1)
    expect(run.sent).toEqual(['SIGINT'])
    expect(await leftOver(site)).toEqual([])
  }, 20_000)
})

describeWith('terraform-1.11.4', 'the real Terraform', (path) => {
  const infra = ({ workspace }: Site): ReturnType<typeof stackIn> =>
    stackIn(join(workspace, 'infra'), { tool: 'terraform', path, version: '1.11.4', reason: 'test' })

  test('while it waits for the state lock: it ends at once, and the holder keeps its lock', async () => {
    await using site = await makeSite({ terraform: path })
    await site.write({ 'infra/main.tf': stack })
    await must(infra(site), 'init')
    await using holder = await holdLock(infra(site))
    const run = await cancelWhen(
      site,
      (child) =>
        new Promise<void>((resolve) =>
          child.stdout?.on('data', (chunk: Buffer) => {
            if (chunk.toString().includes('waiting for the state lock')) resolve()
          }),
        ),
    )
    expect(run.sent).toEqual(['SIGINT'])
    await expectStopped(site, run)
    const info = await readFile(join(site.workspace, 'infra/.terraform.tfstate.lock.info'), 'utf8')
    expect(info).toContain(holder.id)
  }, 20_000)

  test('while it reads what never answers, with the state locked: ended in the window, unlocked', async () => {
    await using site = await makeSite({ terraform: path })
    let asked = false
    const server = createServer(() => (asked = true))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await site.write({
      'infra/main.tf': `data "terraform_remote_state" "other" {
  backend = "http"
  config = {
    address = "http://127.0.0.1:${port}/state"
  }
}
`,
    })
    const lock = join(site.workspace, 'infra/.terraform.tfstate.lock.info')
    try {
      const run = await cancelWhen(site, () => until(() => asked && existsSync(lock)))
      expect(run.took).toBeLessThan(TERM_AFTER + KILL_AFTER)
      expect(existsSync(lock)).toBe(false)
      await expectStopped(site, run)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }, 25_000)

  test('two runs of one stack at the same time: both whole, one comment, the state untouched', async () => {
    await using site = await makeSite({ terraform: path })
    await site.write({ 'infra/main.tf': stack })
    await must(infra(site), 'init')
    await must(infra(site), 'apply', '-auto-approve', '-input=false')
    await site.write({ 'infra/main.tf': stack.replace('one', 'two') })
    const state = await readFile(join(site.workspace, 'infra/terraform.tfstate'), 'utf8')
    const runs = await Promise.all(
      ['1000', '1001'].map((id) =>
        site.run({ inputs: { 'working-directory': 'infra' }, env: { GITHUB_RUN_ID: id } }),
      ),
    )
    for (const run of runs) {
      expect(run.log).not.toContain('::error')
      expect([run.code, run.outputs['change']]).toEqual([0, '1'])
    }
    const plans = runs.map(({ outputs }) => outputs['plan-path'] ?? '')
    expect(new Set(plans).size).toBe(2)
    // The post step of one leaves the other's plan alone.
    await site.post(runs[0] as ActionRun)
    expect(plans.map((plan) => existsSync(plan))).toEqual([false, true])
    expect(site.lab.bodies(PULL)).toHaveLength(1)
    expect(await readFile(join(site.workspace, 'infra/terraform.tfstate'), 'utf8')).toBe(state)
  }, 20_000)
})
