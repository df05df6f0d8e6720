import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ROOT } from '../action-run.ts'

/** Placeholder of the examples for whoever publishes this project. */
export const OURS = 'OWNER/gitops-pipeline'

/** What a step or a job takes from elsewhere: `owner/name[/path]@ref`. */
export function usesOf(workflow: string): string[] {
  const found = new Set<string>()
  const { jobs = {} } = parse(workflow) as { jobs?: Record<string, unknown> }
  for (const job of Object.values(jobs)) {
    const { uses, steps = [] } = job as { uses?: string; steps?: { uses?: string }[] }
    for (const used of [uses, ...steps.map((step) => step.uses)]) if (used !== undefined) found.add(used)
  }
  return [...found]
}

/** Folders here, by the action that each stands for. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/checkout': 'checkout',
  'aws-actions/configure-aws-credentials': 'configure-aws-credentials',
}

/** Ours, at any version. */
const OUR_WORKFLOW = new RegExp(`^${OURS}/(\\.github/workflows/[^@/]+)@`)

/** All that a workflow uses, with what the workflows of ours use that it calls. */
function usesWithin(workflow: string): string[] {
  const uses = usesOf(workflow).flatMap((used) => {
    const called = OUR_WORKFLOW.exec(used)?.[1]
    return called === undefined ? [used] : [used, ...usesWithin(runnable(called))]
  })
  return [...new Set(uses)]
}

/**
 * A workflow of ours as act takes it: `$/path` (this repository at the running commit) by our name, and `concurrency`
 * without `queue`, which act does not know.
 */
function runnable(file: string): string {
  return withoutQueue(readFileSync(join(ROOT, file), 'utf8')).replace(
    /(uses:\s*)\$\/(\S+)/g,
    `$1${OURS}/$2@v1`,
  )
}

export const withoutQueue = (workflow: string): string => workflow.replace(/^ +queue: max\b.*\n/gm, '')

/**
 * `owner/name@ref` to the folder that stands for it, for all that the workflow uses. So nothing is ever fetched.
 * @param release folder that stands for this project
 * @throws Error when something has no stand-in.
 */
export function standIns(workflow: string, release: string): Map<string, string> {
  const folders = new Map<string, string>()
  for (const uses of usesWithin(workflow)) {
    const [, repository = '', ref = ''] = /^([\w.-]+\/[\w.-]+)(?:\/[^@]+)?@(.+)$/.exec(uses) ?? []
    const name = Object.hasOwn(STAND_INS, repository) ? STAND_INS[repository] : undefined
    const folder = name === undefined ? undefined : join(import.meta.dirname, 'stand-ins', name)
    const found = repository === OURS ? release : folder
    if (found === undefined) throw new Error(`no stand-in for "${uses}"`)
    folders.set(`${repository}@${ref}`, found)
  }
  return folders
}

/** This project as a user's job gets it: what is committed for running, and no node_modules. */
export async function makeRelease(folder: string): Promise<string> {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('dist/ is missing: npm run build')
  await mkdir(folder, { recursive: true })
  for (const name of ['action.yml', 'main.js', 'actions', 'dist'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true })
  const workflows = '.github/workflows'
  await mkdir(join(folder, workflows), { recursive: true })
  for (const name of readdirSync(join(ROOT, workflows)))
    await writeFile(join(folder, workflows, name), runnable(`${workflows}/${name}`))
  return folder
}
