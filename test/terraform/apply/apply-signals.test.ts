import { describe, expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { terraformTools } from '../../lab/terraform-tools.ts'
import { must, program, scratch, stackIn, write } from '../support.ts'
import { startApply } from './process.ts'
import { planned, ready, rows, stackOf } from './support.ts'

/**
 * An apply that is cancelled as GitHub's runner does it, in a process of its own: SIGINT to it alone, later SIGTERM,
 * 2.5 s after that the end of everything. The times between are shorter here.
 */
const KILL_AFTER = 2_500

/** Answers after some time, or never. What reads it holds the state lock and does not hear of an interrupt. */
async function slowServer(milliseconds: number): Promise<{ readonly port: number } & AsyncDisposable> {
  const server = createServer((_, response) => {
    setTimeout(
      () => response.end('{"version":4,"serial":1,"lineage":"x","outputs":{},"resources":[]}'),
      milliseconds,
    ).unref()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const slowStack = (port: number): string => `
resource "terraform_data" "first" { input = "1" }
data "terraform_remote_state" "slow" {
  backend    = "http"
  config     = { address = "http://127.0.0.1:${port}/state" }
  depends_on = [terraform_data.first]
}
resource "terraform_data" "after" { input = data.terraform_remote_state.slow.outputs }
`

const inState = async (directory: string): Promise<string> =>
  readFile(join(directory, 'terraform.tfstate'), 'utf8')

describe.each(terraformTools(process.env))('$tool $version', (binary) => {
  test('a provisioner is interrupted: state saved, unlocked, and what was in flight is named', async () => {
    await using folder = await scratch()
    const directory = await stackOf(folder.path, {
      'main.tf': `
resource "terraform_data" "first" { input = "1" }
resource "terraform_data" "slow" {
  input = terraform_data.first.id
  provisioner "local-exec" { command = "sleep 30" }
}
resource "terraform_data" "after" { input = terraform_data.slow.id }
`,
    })
    const run = stackIn(directory, binary)
    await ready(run)
    const { planFile } = await planned(run)
    const running = await startApply(run, planFile, folder.path)
    await running.until('apply-start terraform_data.slow')
    await sleep(200)
    running.child.kill('SIGINT')
    const { code, result, log, summary } = await running.end()
    expect(code).toBe(1)
    expect(result?.failure?.cause).toBe('cancelled')
    expect(result === undefined ? [] : rows(result)).toEqual([
      'terraform_data.after create not-begun',
      'terraform_data.first create done',
      'terraform_data.slow create failed',
    ])
    expect(result?.lockLeft).toBeUndefined()
    expect(existsSync(join(directory, '.terraform.tfstate.lock.info'))).toBe(false)
    expect(await inState(directory)).toContain('"status": "tainted"')
    expect(log).toContain('asked to stop')
    expect(summary).toBe('')
  }, 30_000)

  test('it needs longer than the first signal: it hears no second one, and ends in order', async () => {
    await using server = await slowServer(2_500)
    await using folder = await scratch()
    const directory = await stackOf(folder.path, { 'main.tf': slowStack(server.port) })
    const run = stackIn(directory, binary)
    await ready(run)
    const { planFile } = await planned(run)
    const running = await startApply(run, planFile, folder.path)
    await running.until('apply-start data.terraform_remote_state.slow')
    running.child.kill('SIGINT')
    await sleep(1_800)
    running.child.kill('SIGTERM')
    const { result, log } = await running.end()
    expect(log).toContain('is told again in 1.8 s if it has not ended by then')
    expect(result?.diagnostics.map(({ summary }) => summary)).toContain('execution halted')
    expect(log).not.toContain('Two interrupts')
    expect(result === undefined ? [] : rows(result)).toEqual([
      'data.terraform_remote_state.slow read done',
      'terraform_data.after create not-begun',
      'terraform_data.first create done',
    ])
    expect(existsSync(join(directory, '.terraform.tfstate.lock.info'))).toBe(false)
  }, 30_000)

  test('it does not end: lock, holder and what is in flight are said at once; told again just before the end, it writes the state and unlocks', async () => {
    await using server = await slowServer(60_000)
    await using folder = await scratch()
    const directory = await stackOf(folder.path, { 'main.tf': slowStack(server.port) })
    const run = stackIn(directory, binary)
    await ready(run)
    const { planFile } = await planned(run)
    const running = await startApply(run, planFile, folder.path)
    await running.until('apply-start data.terraform_remote_state.slow')
    const { ID: id, Who: who } = JSON.parse(
      await readFile(join(directory, '.terraform.tfstate.lock.info'), 'utf8'),
    ) as { ID: string; Who: string }
    running.child.kill('SIGINT')
    await sleep(2_500)
    running.child.kill('SIGTERM')
    const told = performance.now()
    await running.until('may be killed now')
    expect(performance.now() - told).toBeLessThan(700)
    for (const text of [running.log(), await running.summary()]) {
      expect(text).toContain(id)
      expect(text).toContain('data.terraform_remote_state.slow')
    }
    expect(await running.summary()).toContain(`force-unlock ${id}`)
    expect(await running.summary()).toContain(who)
    expect(running.log()).toMatch(/^::error title=infra\/app%3A apply was stopped::.*1 of 3 resources done/m)
    const { result } = await running.end()
    expect(performance.now() - told).toBeLessThan(KILL_AFTER)
    expect(result?.failure?.cause).toBe('cancelled')
    expect(result === undefined ? [] : rows(result)).toEqual([
      'data.terraform_remote_state.slow read in-flight',
      'terraform_data.after create not-begun',
      'terraform_data.first create done',
    ])
    // Unlocked, and no lock of the question left either.
    expect(result?.lockLeft).toBeUndefined()
    await must(run, 'state', 'list')
    expect(await inState(directory)).toContain('"name": "first"')
  }, 30_000)
})

test('a tool that hears nothing: all is said before the end, and no lock is claimed that nobody knows of', async () => {
  await using folder = await scratch()
  const event = JSON.stringify({
    '@level': 'info',
    '@message': 'x',
    type: 'apply_start',
    hook: { resource: { addr: 'aws_eks_cluster.this' }, action: 'create' },
  })
  const plan = JSON.stringify({
    format_version: '1.2',
    planned_values: {},
    resource_changes: [{ address: 'aws_eks_cluster.this', change: { actions: ['create'] } }],
  })
  await write(folder.path, { plan: 'PK', 'show.json': plan, 'apply.jsonl': `${event}\n` })
  const path = await program(
    join(folder.path, 'terraform'),
    `case "$1" in
show) cat '${folder.path}/show.json' ;;
apply) trap '' INT TERM; cat '${folder.path}/apply.jsonl'; while [ -e '${folder.path}' ]; do sleep 0.2; done ;;
state) echo 'Would have removed nothing.' ;;
esac`,
  )
  const run = stackIn(folder.path, { tool: 'terraform', path, version: '1.11.4', reason: 'test' })
  const zip = join(folder.path, 'real.tfplan')
  await write(folder.path, { 'real.tfplan': await emptyPlan() })
  const running = await startApply(run, zip, folder.path)
  await running.until('apply-start aws_eks_cluster.this')
  running.child.kill('SIGINT')
  await sleep(1_500)
  running.child.kill('SIGTERM')
  await running.until('may be killed now')
  running.child.kill('SIGKILL')
  const { summary, result } = await running.end()
  expect(result).toBeUndefined()
  expect(summary).toContain('aws_eks_cluster.this')
  expect(summary).toContain('could not be told')
  expect(summary).not.toContain('force-unlock')
}, 20_000)

/** What is taken for a saved plan: a zip with a member `tfplan`. */
async function emptyPlan(): Promise<Buffer> {
  const { zipSync } = await import('fflate')
  return Buffer.from(zipSync({ tfplan: new Uint8Array([0]) }))
}
