import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import { makeExec } from '../../../src/core/exec.ts'
import type { Access } from '../github/permissions.ts'
import type { WorkflowEvent } from './events.ts'
import { REPOSITORY, type RunRepo } from './git-repo.ts'
import { readRecords, resultOf, shownText, type WorkflowResult } from './records.ts'
import { makeRelease, standIns } from './stand-ins.ts'

export interface WorkflowRun {
  /** Path of act. */
  readonly act: string
  readonly repo: RunRepo
  readonly event: WorkflowEvent
  /** File name in `.github/workflows`. */
  readonly workflow: string
  readonly runId: string
  readonly github: { readonly url: string; readonly token: string }
  /** What the job's token may do with files; the rest of its rights is the lab's GitHub's business. */
  readonly contents: Access
  /** Absolute paths of programs the jobs find on PATH, by name. */
  readonly programs: Readonly<Record<string, string>>
  /** Secrets of the repository, by name. */
  readonly secrets?: Readonly<Record<string, string>>
  /** More of what the runner sets, such as where its results service is. */
  readonly env?: Readonly<Record<string, string>>
  /** Every job that must have a result, and the result. act skips some silently. */
  readonly expect: Readonly<Record<string, string>>
}

export interface RanWorkflow extends WorkflowResult {
  /** Every record that would be seen, as JSON. Not masked: what is hidden in it our own code has hidden. */
  readonly shown: string
}

/**
 * Runs a workflow in act's host mode: the jobs run as processes of this machine, in an environment that holds nothing of
 * ours.
 * @throws Error when a job has another result than expected, none, or was not expected at all.
 */
export async function runWorkflow(run: WorkflowRun): Promise<RanWorkflow> {
  const { repo, secrets = {} } = run
  const folder = await mkdtemp(join(repo.folder, 'run-'))
  const event = join(folder, 'event.json')
  await writeFile(event, JSON.stringify(run.event.payload))
  const workflow = await readFile(join(repo.workTree, '.github', 'workflows', run.workflow), 'utf8')
  const release = join(folder, 'release')
  const uses = standIns(workflow, release)
  if ([...uses.values()].includes(release)) await makeRelease(release)
  const env = {
    HOME: folder,
    TMPDIR: await made(join(folder, 'tmp')),
    PATH: [await linked(join(folder, 'bin'), run.programs), '/usr/bin', '/bin'].join(delimiter),
    NO_COLOR: '1',
    TERM: 'dumb',
    GIT_CONFIG_NOSYSTEM: '1',
    DOCKER_HOST: 'unix:///nonexistent',
    LAB_REMOTES: repo.remotes,
    LAB_CONTENTS: run.contents,
  }
  const args = [
    run.event.name,
    ...['--directory', repo.workTree],
    ...['--workflows', join('.github', 'workflows', run.workflow)],
    ...['--eventpath', event],
    ...['--platform', 'ubuntu-latest=-self-hosted'],
    ...['--json', '--verbose', '--insecure-secrets', '--no-skip-checkout', '--no-cache-server'],
    ...['--concurrent-jobs', '1', '--defaultbranch', 'main', '--actor', 'dev'],
    ...['--action-cache-path', join(folder, 'cache')],
    ...Object.entries({ GITHUB_TOKEN: run.github.token, ...secrets }).flatMap(([name, value]) => [
      '--secret',
      `${name}=${value}`,
    ]),
    ...variables(run).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...[...uses].flatMap(([used, path]) => ['--local-repository', `${used}=${path}`]),
  ]
  const { code, stdout, stderr } = await makeExec()(run.act, args, { env, cwd: folder, timeoutMs: 120_000 })
  const records = readRecords(stdout)
  const result = resultOf(records)
  const why = differences(run.expect, result.jobs)
  const red = Object.values(run.expect).some((value) => value === 'failure')
  if (code !== (red ? 1 : 0)) why.push(`act ends with ${code ?? 'a signal'}`)
  if (why.length > 0) {
    const errors = result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
    throw new Error([...why, ...errors, withoutDebug(stderr), result.log.slice(-6000)].join('\n'))
  }
  return { ...result, shown: shownText(records) }
}

const withoutDebug = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.includes('"level":"debug"'))
    .join('\n')

/** What the runner sets and act leaves out or sets otherwise. */
function variables({ event, workflow, runId, github, env = {} }: WorkflowRun): [string, string][] {
  return Object.entries({
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_API_URL: github.url,
    GITHUB_RUN_ID: runId,
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/${workflow}@refs/heads/main`,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF: event.ref,
    SHA_REF: event.sha, // act's name for the commit to run at
    ...env,
  })
}

/** Where what happened is not what was expected. A missing result is the worst: nothing ran. */
export function differences(
  expected: Readonly<Record<string, string>>,
  jobs: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(jobs)])]
    .filter((name) => expected[name] !== jobs[name])
    .map((name) => `job "${name}": ${jobs[name] ?? 'no result'}, expected ${expected[name] ?? 'no such job'}`)
}

/** A folder with this Node as `node` (act runs the first one on PATH), Git, and the programs asked for. */
async function linked(folder: string, programs: Readonly<Record<string, string>>): Promise<string> {
  await made(folder)
  for (const [name, path] of Object.entries({ node: process.execPath, git: onPath('git'), ...programs }))
    await symlink(path, join(folder, name))
  return folder
}

function onPath(name: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no ${name} on PATH`)
  return found
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return folder
}
