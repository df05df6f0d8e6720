import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startAws, type AwsLab } from '../lab/aws-lab.ts'
import { makeStory, type Merged, type Story, type StoryRun } from '../lab/gitops-story.ts'
import { describeWith } from '../lab/tools.ts'
import { green, jobsOf, partsOf, until, WORKFLOW_FILE, type Jobs } from './apply-jobs.ts'

/**
 * An apply that is cancelled, as GitHub's runner does it: SIGINT to the action's process alone, SIGTERM after 7.5 s, and
 * 2.5 s later everything of the job is killed. Real Terraform, the S3 backend with its lock on moto.
 */
jest.setTimeout(60_000)
const TERM_AFTER = 7_500
const KILL_AFTER = 2_500

interface Cancelled extends StoryRun {
  /** Milliseconds from SIGINT to the end of the action. */
  readonly took: number
  /** What the runner had to send. */
  readonly sent: readonly NodeJS.Signals[]
}

/** Processes of a job: the runner finds them by this variable. */
async function processesOf(trackingId: string): Promise<{ pid: number; program: string }[]> {
  const found: { pid: number; program: string }[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || name === String(process.pid)) continue
    const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '')
    if (!environment.split('\0').includes(`RUNNER_TRACKING_ID=${trackingId}`)) continue
    found.push({ pid: Number(name), program: await readlink(`/proc/${name}/exe`).catch(() => '') })
  }
  return found
}

describeWith('moto-server', 'a cancelled apply', (motoServer) => {
  describeWith('terraform-1.11.4', 'with Terraform 1.11.4', (terraform) => {
    let aws: AwsLab
    let story: Story
    let jobs: Jobs
    let silent: Server

    beforeAll(async () => {
      aws = await startAws(motoServer, terraform)
      story = await makeStory()
      jobs = jobsOf(story, aws.env)
      silent = createServer(() => undefined)
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
      await story.push({ ...WORKFLOW_FILE, 'README.md': 'Orders\n' })
    })
    afterAll(async () => {
      silent.closeAllConnections()
      silent.close()
      const problems = [...story.lab.problems, ...story.results.problems]
      await story[Symbol.asyncDispose]()
      await aws[Symbol.asyncDispose]()
      expect(problems).toEqual([])
    })

    /** `first`, then what takes its time, then `after`, which waits for it. */
    const stack = (name: string, middle: string, last: string): string => `${aws.backend(name)}
resource "terraform_data" "first" {
  input = "one"
}
${middle}
resource "terraform_data" "after" {
  input      = "two"
  depends_on = [${last}]
}
output "first" {
  value = terraform_data.first.output
}
`
    /** Started, and says so. */
    const sleeps = (mark: string): string => `resource "terraform_data" "slow" {
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "touch '${mark}'; exec sleep 60"
  }
}`
    /** Hears of no interrupt: it waits for an answer that never comes. */
    const deaf = (): string => `data "terraform_remote_state" "slow" {
  backend    = "http"
  config     = { address = "http://127.0.0.1:${(silent.address() as AddressInfo).port}/state" }
  depends_on = [terraform_data.first]
}`

    async function merged(name: string, files: string): Promise<{ at: Merged; pull: number }> {
      const pull = await story.open({ [`${name}/main.tf`]: files })
      green(await jobs.plan(pull, name))
      return { at: await story.merge([pull], 'squash'), pull: pull.number }
    }

    /** Applies, and cancels it once `ready` resolves; `before` what the runner does then. */
    async function cancelled(
      at: Merged,
      name: string,
      ready: () => Promise<unknown>,
      first: (trackingId: string) => Promise<void> = () => Promise.resolve(),
    ): Promise<Cancelled> {
      const trackingId = `github_${name}_${process.pid}`
      const sent: NodeJS.Signals[] = []
      let took = Number.NaN
      const cancel = async (child: ChildProcess): Promise<void> => {
        const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)))
        await ready()
        await first(trackingId)
        const started = performance.now()
        const send = async (signal: NodeJS.Signals, wait: number): Promise<boolean> => {
          sent.push(signal)
          child.kill(signal)
          return Promise.race([ended, sleep(wait, false, { ref: false })])
        }
        if (!(await send('SIGINT', TERM_AFTER)) && !(await send('SIGTERM', KILL_AFTER)))
          await send('SIGKILL', 1_000)
        took = performance.now() - started
        for (const { pid } of await processesOf(trackingId)) process.kill(pid, 'SIGKILL')
      }
      let over: Promise<void> | undefined
      const run = await jobs.apply(
        at,
        name,
        {},
        {
          env: { RUNNER_TRACKING_ID: trackingId },
          onStart(child) {
            over = cancel(child)
          },
        },
      )
      await over
      return { ...run, took, sent }
    }
    const inState = async (name: string): Promise<string[]> =>
      ((await aws.state(name))?.resources ?? []).map((resource) =>
        [resource.name, ...resource.instances.flatMap(({ status }) => status ?? [])].join(' '),
      )

    test('that can end in order does: state written, unlocked, all of it told, red; the next plan shows the rest', async () => {
      const mark = join(story.states, 'slow-began')
      const { at, pull } = await merged('slow', stack('slow', sleeps(mark), 'terraform_data.slow'))
      const run = await cancelled(at, 'slow', () => until(() => existsSync(mark)))
      expect([run.code, run.sent]).toEqual([1, ['SIGINT']])
      expect(run.took).toBeLessThan(TERM_AFTER)
      expect(await partsOf(run)).toEqual(['slow failed cancelled'])
      expect(run.outputs).toMatchObject({ applied: 'false', add: '1', refused: '' })
      for (const text of [run.summary, ...story.lab.bodies(pull).slice(1)]) {
        expect(text).toMatch(/terraform_data\.first.*done/)
        expect(text).toMatch(/terraform_data\.slow.*failed/)
        expect(text).toMatch(/terraform_data\.after.*not begun/)
      }
      expect(story.lab.bodies(pull)).toHaveLength(2)
      expect(run.log).toContain('asked to stop: terraform is told')
      expect(run.log).not.toMatch(/bug|Two interrupts/)
      expect(await aws.lock('slow')).toBeUndefined()
      expect(await inState('slow')).toEqual(['first', 'slow tainted'])
      const next = await story.open({
        'slow/main.tf': stack('slow', 'resource "terraform_data" "slow" {}', 'terraform_data.slow'),
      })
      const planned = green(await jobs.plan(next, 'slow'))
      expect(planned.outputs).toMatchObject({ add: '1', replace: '1' })
    })

    test('that does not end in time: what is in flight and the lock are said at once; told again, it unlocks, and all is still told', async () => {
      const { at } = await merged('deaf', stack('deaf', deaf(), 'data.terraform_remote_state.slow'))
      let id = ''
      const run = await cancelled(at, 'deaf', async () => {
        await until(async () => (await aws.lock('deaf')) !== undefined)
        id = (await aws.lock('deaf'))?.ID ?? ''
        await sleep(1_500)
      })
      expect([run.code, run.sent]).toEqual([1, ['SIGINT', 'SIGTERM']])
      expect(run.log).toMatch(
        /^::error title=deaf%3A apply was stopped::.*1 of 3 resources done; in flight: data\.terraform_remote_state\.slow;/m,
      )
      for (const text of [run.log, run.summary]) expect(text).toContain(id)
      expect(run.summary).toContain(`force-unlock ${id}`)
      expect(await partsOf(run)).toEqual(['deaf failed cancelled'])
      expect(run.outputs).toMatchObject({ applied: 'false', add: '1' })
      expect(await aws.lock('deaf')).toBeUndefined()
      expect(await inState('deaf')).toEqual(['first'])
    })

    test('that hears nothing is killed: resources and lock are named before, and the next run names the lock that stayed', async () => {
      const mark = join(story.states, 'stopped-began')
      const { at } = await merged('stopped', stack('stopped', sleeps(mark), 'terraform_data.slow'))
      const run = await cancelled(
        at,
        'stopped',
        () => until(() => existsSync(mark)),
        async (trackingId) => {
          // As a machine does that has run out of memory.
          for (const { pid, program } of await processesOf(trackingId))
            if (program.includes('terraform')) process.kill(pid, 'SIGSTOP')
        },
      )
      const lock = await aws.lock('stopped')
      if (lock === undefined) throw new Error('the lock is not there')
      expect([run.code, run.sent]).toEqual([null, ['SIGINT', 'SIGTERM', 'SIGKILL']])
      expect(run.log).toMatch(/in flight: terraform_data\.slow/)
      for (const text of [run.log, run.summary]) {
        expect(text).toContain('terraform_data.slow')
        expect(text).toContain(lock.ID)
        expect(text).toContain(lock.Who)
      }
      expect(run.outputs).toEqual({})
      const next = await jobs.apply(at, 'stopped', { 'lock-timeout': '0s' })
      expect([next.code, await partsOf(next)]).toEqual([1, ['stopped failed lock']])
      expect(next.summary).toContain(`terraform force-unlock ${lock.ID}`)
      expect(next.summary).toContain(lock.Who)
      expect(next.outputs).toMatchObject({ applied: 'false', add: '0' })
      // Nothing here releases a lock.
      expect((await aws.lock('stopped'))?.ID).toBe(lock.ID)
    })
  })
})
