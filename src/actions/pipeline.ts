import { readdir } from 'node:fs/promises'
import { action, MAX_OUTPUT_CHARACTERS, type ActionContext } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import type { GitHub } from '../core/github-port.ts'
import { input, optional, repoPath, text, type InputValues } from '../core/inputs.ts'
import type { LogAnnotation } from '../core/ports.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import { planStacks } from '../pipeline/plan-stacks.ts'
import { touchedStacks, type TouchedStacks } from '../pipeline/touched-stacks.ts'
import { openWorkTree } from '../pipeline/work-tree.ts'
import type { Notice } from '../repository/items.ts'
import type { Part } from '../report/part.ts'
import { chooseBase } from '../repository/base/choose-base.ts'
import { loadGitHub } from './github-client.ts'
import { beginPlan, configurePlan } from './plan-begin.ts'
import { planInputs } from './plan-inputs.ts'
import { planResult } from './plan-result.ts'

/** Events whose part of the pipeline is built. The others end with a clear error, never with a green that did nothing. */
const EVENTS = ['pull_request', 'workflow_dispatch', 'push']

const inputs = {
  ...planInputs,
  base: input(optional(text)),
  config: input(optional(repoPath)),
}

/** The whole pipeline in one step: looks at the event and does its part. */
export const pipeline = action({
  name: 'pipeline',
  inputs,
  outputs: ['changed', 'exit-code', 'stacks', 'comment-id', 'comment-url', 'markdown-file', 'report-file'],
  async run(given, context) {
    const { run, log } = context
    if (!EVENTS.includes(run.event)) {
      throw new UserError(`there is nothing to do yet on the event ${run.event || '(none)'}`, {
        where: 'on:',
        help: `This version plans on ${EVENTS.join(', ')}.`,
      })
    }
    const { folder, settings: common } = await beginPlan(given, context)
    const github = loadGitHub(given.comment, given['github-token'], context)
    await refuseEmptyWorkspace(run.workspace)
    const touched = await touchedByRun(given, context, github)
    const { stacks, found, warnings } = touched
    const { settings, redact } = configurePlan(common, touched, context)
    for (const { message, at } of warnings) log.warning(redact(message), at)
    log.info(
      stacks.length === 0
        ? `none of ${found} stacks to plan`
        : redact(
            `stacks (${stacks.length} of ${found}): ${stacks.map(({ subject }) => subject.name).join(', ')}`,
          ),
    )
    const ports = { ...context, progress: logProgress(log, stacks.length) }
    const planned = await planStacks(stacks, settings, ports)
    return planResult(
      {
        planned,
        title: 'Terraform plan',
        key: 'pipeline',
        comment: given.comment,
        forkPolicy: given['fork-policy'],
        github,
        folder,
        found,
        notes: touched.notes,
        outputs: { stacks: stacksOutput(planned.parts) },
      },
      context,
    )
  },
})

interface Touched extends TouchedStacks {
  readonly warnings: readonly { readonly message: string; readonly at?: LogAnnotation }[]
}

/** What the run's change touches, of the files as they are in the workspace. */
async function touchedByRun(
  given: InputValues<typeof inputs>,
  { run, env, exec }: ActionContext,
  github: () => Promise<GitHub>,
): Promise<Touched> {
  const place = { exec, env, cwd: run.workspace }
  const token = given['github-token']
  const access = { serverUrl: run.serverUrl, ...(token === '' ? {} : { token }) }
  await using workTree = await openWorkTree(place, { access })
  const ports = { place, access, github: token === '' ? undefined : github }
  const chosen = workTree.versioned
    ? await chooseBase({ run, base: given.base, head: undefined }, ports)
    : undefined
  const touched = await touchedStacks({
    workTree,
    base: chosen?.base,
    unfinished: chosen?.unfinished ?? [],
    access,
    config: given.config,
    workspace: env['TF_WORKSPACE'],
  })
  const choice = chosen === undefined ? [NOT_VERSIONED] : chosen.warnings
  const warnings = [...choice.map((message) => ({ message })), ...touched.notices.map(warningOf)]
  return { ...touched, warnings }
}

function warningOf({ message, help, file, line }: Notice): Touched['warnings'][number] {
  const text = help === undefined ? message : `${message}. ${help}`
  if (file === undefined) return { message: text }
  return { message: text, at: { file, ...(line === undefined ? {} : { line }) } }
}

const NOT_VERSIONED =
  'The workspace is no Git repository: every stack is planned. Check it out with actions/checkout, where git is installed.'

/** Each stack with its status and counts; names alone where that would be more than an output may hold. */
function stacksOutput(parts: readonly Part[]): string {
  const items = parts.map(({ subject, status, counts }) => ({ name: subject.name, status, counts }))
  const whole = JSON.stringify(items)
  return whole.length <= MAX_OUTPUT_CHARACTERS ? whole : JSON.stringify(items.map(({ name }) => ({ name })))
}

/** Without a checkout there is nothing to find, and a green would say that all is well. */
async function refuseEmptyWorkspace(workspace: string): Promise<void> {
  const entries = await readdir(workspace).catch(() => [])
  if (entries.length > 0) return
  throw new UserError('the workspace is empty', {
    where: 'GITHUB_WORKSPACE',
    help: 'Check out the repository first: `uses: actions/checkout` before this step.',
  })
}
