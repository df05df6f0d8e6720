import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  PASSPHRASE,
  type Merged,
  type Pull,
  type RunOptions,
  type Story,
  type StoryRun,
} from '../lab/gitops-story.ts'

export const WORKFLOW_FILE = { '.github/workflows/gitops.yml': 'on: [pull_request, push]\n' }

export interface Jobs {
  plan(pull: Pull, stack: string, inputs?: Record<string, string>, options?: RunOptions): Promise<StoryRun>
  apply(at: Merged, stack: string, inputs?: Record<string, string>, options?: RunOptions): Promise<StoryRun>
}

/** Plans and applies of one story, in jobs that all have the same environment. */
export function jobsOf(story: Story, env: Readonly<Record<string, string>>): Jobs {
  const seal = { 'plan-passphrase': PASSPHRASE }
  const withEnv = (options: RunOptions): RunOptions => ({ ...options, env: { ...env, ...options.env } })
  return {
    plan: (pull, stack, inputs = {}, options = {}) =>
      story.run('terraform-plan-comment', pull, { stack, ...seal, ...inputs }, withEnv(options)),
    apply: (at, stack, inputs = {}, options = {}) => {
      const all = { stack, 'base-sha': at.before, ...seal, ...inputs }
      return story.onMain('terraform-apply', at, all, withEnv(options))
    },
  }
}

export function green(run: StoryRun): StoryRun {
  if (run.code !== 0) throw new Error(`exit ${run.code}\n${run.log}`)
  return run
}

interface ReportFile {
  readonly parts: readonly {
    readonly subject: { readonly name: string }
    readonly status: string
    readonly verdict: { readonly kind: string; readonly cause?: string }
    readonly facts: Readonly<Record<string, string>>
  }[]
}

/** `name status refused-or-cause` of each part. */
export async function partsOf({ outputs }: StoryRun): Promise<string[]> {
  const file = JSON.parse(await readFile(outputs['report-file'] ?? '', 'utf8')) as ReportFile
  return file.parts.map(({ subject, status, facts, verdict }) =>
    [subject.name, status, facts['refused'] ?? verdict.cause].filter((word) => word !== undefined).join(' '),
  )
}

/** What `outputs-file` has of a stack. */
export async function outputsOf({ outputs }: StoryRun, stack: string): Promise<unknown> {
  const file = JSON.parse(await readFile(outputs['outputs-file'] ?? '', 'utf8')) as {
    readonly stacks: Readonly<Record<string, unknown>>
  }
  return file.stacks[stack]
}

/** Waits for something to become true. */
export async function until(what: () => Promise<boolean> | boolean, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await what())) {
    if (Date.now() > end) throw new Error('it never came')
    await sleep(50)
  }
}
