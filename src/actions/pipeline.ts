import { readdir } from 'node:fs/promises'
import { action, MAX_OUTPUT_CHARACTERS } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import { planStacks } from '../pipeline/plan-stacks.ts'
import { repositoryStacks, unclaimedNotes } from '../pipeline/repository-stacks.ts'
import type { Part } from '../report/part.ts'
import { beginPlan } from './plan-begin.ts'
import { planInputs } from './plan-inputs.ts'
import { planResult } from './plan-result.ts'

/** Events whose part of the pipeline is built. The others end with a clear error, never with a green that did nothing. */
const EVENTS = ['pull_request', 'workflow_dispatch', 'push']

/** The whole pipeline in one step: looks at the event and does its part. */
export const pipeline = action({
  name: 'pipeline',
  inputs: planInputs,
  outputs: ['changed', 'exit-code', 'stacks', 'comment-id', 'comment-url', 'markdown-file', 'report-file'],
  async run(given, context) {
    const { run, log } = context
    if (!EVENTS.includes(run.event)) {
      throw new UserError(`there is nothing to do yet on the event ${run.event || '(none)'}`, {
        where: 'on:',
        help: `This version plans on ${EVENTS.join(', ')}.`,
      })
    }
    const { folder, settings } = await beginPlan(given, context)
    await refuseEmptyWorkspace(run.workspace)
    const { stacks, unclaimed } = await repositoryStacks(run.workspace, context.env['TF_WORKSPACE'])
    log.info(stacks.length === 0 ? 'no stacks found' : `stacks: ${stacks.map(({ name }) => name).join(', ')}`)
    const ports = { ...context, progress: logProgress(log, stacks.length) }
    const planned = await planStacks(stacks, settings, ports)
    return planResult(
      {
        planned,
        title: 'Terraform plan',
        key: 'pipeline',
        comment: given.comment,
        forkPolicy: given['fork-policy'],
        token: given['github-token'],
        folder,
        notes: unclaimedNotes(unclaimed),
        outputs: { stacks: stacksOutput(planned.parts) },
      },
      context,
    )
  },
})

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
