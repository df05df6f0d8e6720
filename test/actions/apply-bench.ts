import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import { unzipSync, zipSync } from 'fflate'
import { digestOf, type StoredArtifact } from '../lab/artifact-store.ts'
import {
  makeStory,
  PASSPHRASE,
  type Merged,
  type Pull,
  type RunOptions,
  type Story,
  type StoryRun,
} from '../lab/gitops-story.ts'

/** A story whose stacks hold one value each, in local state. */
export interface Bench extends AsyncDisposable {
  readonly story: Story
  /** A stack with one resource that holds a value, which is an output too. */
  readonly stack: (name: string, value: string, more?: string) => string
  /** The value that is applied; undefined: nothing is. */
  readonly value: (name: string) => Promise<string | undefined>
  /** The state file as it is; empty: there is none. */
  readonly state: (name: string) => Promise<string>
  readonly plan: (
    pull: Pull,
    stacks: string,
    inputs?: Record<string, string>,
    options?: RunOptions,
  ) => Promise<StoryRun>
  readonly apply: (
    at: Merged,
    stacks: string,
    inputs?: Record<string, string>,
    options?: RunOptions,
  ) => Promise<StoryRun>
  /** Applies without a review what is on the branch. */
  readonly direct: (stacks: string) => Promise<void>
  /** Somebody changes the value on another machine. */
  readonly byHand: (name: string, value: string) => Promise<void>
  /** The sealed plans that are there, newest first. */
  readonly plans: () => readonly StoredArtifact[]
}

export const WORKFLOW = { '.github/workflows/gitops.yml': 'on: [pull_request, push]\n' }
export const SEAL = { 'plan-passphrase': PASSPHRASE }

/** With the tool in front. */
export const pathTo = (program: string): string => `${dirname(program)}:${process.env['PATH'] ?? ''}`

export async function makeBench(terraform: string): Promise<Bench> {
  const story = await makeStory()
  const PATH = pathTo(terraform)
  const withTool = (options: RunOptions): RunOptions => ({ ...options, env: { PATH, ...options.env } })
  const fileOf = (name: string): string => join(story.states, `${name}.tfstate`)
  const bench: Bench = {
    story,
    stack: (name, value, more = '') =>
      `terraform {\n  backend "local" {\n    path = ${JSON.stringify(fileOf(name))}\n  }\n}\nresource "terraform_data" "this" {\n  input = ${value}\n}\noutput "value" {\n  value = terraform_data.this.output\n}\n${more}`,
    async value(name) {
      const text = await bench.state(name)
      if (text === '') return undefined
      const { outputs } = JSON.parse(text) as { outputs: Record<string, { value: string }> }
      return outputs['value']?.value
    },
    state: (name) => readFile(fileOf(name), 'utf8').catch(() => ''),
    plan: (pull, stacks, inputs = {}, options = {}) =>
      story.run('terraform-plan-comment', pull, { stack: stacks, ...SEAL, ...inputs }, withTool(options)),
    apply: (at, stacks, inputs = {}, options = {}) =>
      story.onMain(
        'terraform-apply',
        at,
        { stack: stacks, 'base-sha': at.before, ...SEAL, ...inputs },
        withTool(options),
      ),
    async direct(stacks) {
      const at = { before: story.main(), after: story.main() }
      const inputs = { mode: 'direct', 'i-accept-unreviewed': 'true', comment: 'off', 'allow-destroy': 'all' }
      green(await bench.apply(at, stacks, inputs))
    },
    async byHand(name, value) {
      const folder = await mkdtemp(join(story.states, 'by-hand-'))
      await writeFile(join(folder, 'main.tf'), bench.stack(name, value))
      for (const args of [
        ['init', '-input=false'],
        ['apply', '-auto-approve', '-input=false'],
      ])
        await promisify(execFile)(terraform, args, { cwd: folder })
    },
    plans: () =>
      story.results.records.artifacts
        .filter(({ name, deleted }) => /^plan-[0-9a-f]{16}-/.test(name) && !deleted)
        .reverse(),
    async [Symbol.asyncDispose]() {
      const problems = [...story.lab.problems, ...story.results.problems]
      await story[Symbol.asyncDispose]()
      expect(problems).toEqual([])
    },
  }
  return bench
}

interface ReportFile {
  readonly parts: readonly {
    readonly subject: { readonly name: string }
    readonly status: string
    readonly verdict: { readonly kind: string; readonly reason?: string }
    readonly facts: Readonly<Record<string, string>>
  }[]
}

export async function reportOf({ outputs, log }: StoryRun): Promise<ReportFile['parts']> {
  const file = outputs['report-file'] ?? ''
  if (file === '') throw new Error(`there is no report\n${log}`)
  return (JSON.parse(await readFile(file, 'utf8')) as ReportFile).parts
}

/** `name status refusal` of each stack. */
export async function partsOf(run: StoryRun): Promise<string[]> {
  return (await reportOf(run)).map(({ subject, status, facts }) =>
    [subject.name, status, ...(facts['refused'] === undefined ? [] : [facts['refused']])].join(' '),
  )
}

/** Why the only stack was refused, in words. */
export async function reasonOf(run: StoryRun): Promise<string> {
  return (await reportOf(run))[0]?.verdict.reason ?? ''
}

export function green(run: StoryRun): void {
  if (run.code !== 0) throw new Error(`exit ${run.code}\n${run.log}`)
}

export const zipOf = (story: Story, { blob }: StoredArtifact): Buffer =>
  story.results.records.blobs.get(blob) ?? Buffer.alloc(0)

/** What is in an artifact with a plan. */
export function sealOf(story: Story, artifact: StoredArtifact): Buffer {
  return Buffer.from(unzipSync(zipOf(story, artifact))['plan.sealed'] ?? [])
}

/** As if it had been uploaded so: size and digest are of the new bytes. */
export function putZip(story: Story, artifact: StoredArtifact, zip: Uint8Array): void {
  story.results.records.blobs.set(artifact.blob, Buffer.from(zip))
  artifact.finalized = { size: zip.length, digest: digestOf(zip) }
}

export function putSeal(story: Story, artifact: StoredArtifact, seal: Uint8Array): void {
  putZip(story, artifact, zipSync({ 'plan.sealed': new Uint8Array(seal) }))
}
