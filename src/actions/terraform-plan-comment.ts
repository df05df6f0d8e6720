import { writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { action, type ActionContext } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import { bool, input, lines, optional, repoPath, text, type InputValues } from '../core/inputs.ts'
import { planStacks, type PlanSettings } from '../pipeline/plan-stacks.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import { publishableJson } from '../report/redact-document.ts'
import { readModules } from '../repository/read-modules.ts'
import { findStacks } from '../repository/stacks.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import { stackSubject } from '../terraform/stack-key.ts'
import { beginPlan } from './plan-begin.ts'
import { planInputs } from './plan-inputs.ts'
import { countOutputs, planResult } from './plan-result.ts'

const COUNTS = ['add', 'change', 'destroy', 'replace', 'import', 'move', 'forget', 'drift'] as const

const inputs = {
  ...planInputs,
  'working-directory': input(optional(repoPath)),
  stack: input(lines),
  'plan-file': input(optional(text)),
  workspace: input(optional(text)),
  'var-files': input(lines),
  'backend-config': input(lines),
  'init-args': input(lines),
  'plan-args': input(lines),
  collect: input(bool, { default: 'false' }),
}

type Inputs = InputValues<typeof inputs>

/** The plan, readable, in the pull request. */
export const terraformPlanComment = action({
  name: 'terraform-plan-comment',
  inputs,
  outputs: [
    'changed',
    'exit-code',
    ...COUNTS,
    'plan-digest',
    'plan-path',
    'comment-id',
    'comment-url',
    'markdown-file',
    'json-file',
    'report-file',
  ],
  async run(given, context) {
    refuseConflicts(given)
    const { folder, settings: common } = await beginPlan(given, context)
    const stacks = await stacksOf(given, context)
    const settings = settingsOf(given, stacks, common)
    const planned = await planStacks(stacks, settings, {
      ...context,
      progress: logProgress(context.log, stacks.length),
    })
    const jsonFile = join(folder, 'plan.json')
    const model = {
      version: 1,
      stacks: planned.outcomes.map(({ stack, model: plan, digest }) => ({ ...stack, digest, plan })),
    }
    await writeFile(jsonFile, publishableJson(model, planned.redactor), { mode: 0o600 })
    return planResult(
      {
        planned,
        title: 'Terraform plan',
        key: commentKey(stacks),
        comment: given.collect ? 'off' : given.comment,
        forkPolicy: given['fork-policy'],
        token: given['github-token'],
        folder,
        outputs: {
          ...countOutputs(planned, COUNTS),
          'plan-digest': planned.outcomes.map(({ digest = '' }) => digest).join('\n'),
          'plan-path': planned.planFiles.join('\n'),
          'json-file': jsonFile,
        },
      },
      context,
    )
  },
})

/** A plan that is given cannot be made with other settings: silence would let the reader believe it was. */
function refuseConflicts(given: Inputs): void {
  const faults: string[] = []
  if (given['working-directory'] !== undefined && given.stack.length > 0) {
    faults.push('give either `working-directory` or `stack`, not both')
  }
  if (given['plan-file'] !== undefined) {
    const run = ['var-files', 'backend-config', 'init-args', 'plan-args'] as const
    const set = [
      ...run.filter((name) => given[name].length > 0),
      ...(given.workspace === undefined ? [] : ['workspace']),
    ]
    if (set.length > 0)
      faults.push(
        `\`plan-file\` is already made: ${set.map((name) => `\`${name}\``).join(', ')} would have no effect`,
      )
    if (given.stack.length > 1) faults.push('one `plan-file` is the plan of one stack: give one `stack`')
  }
  if (faults.length > 0)
    throw new UserError(faults.join('; '), { where: 'inputs', help: 'Leave out one of the two.' })
}

async function stacksOf(given: Inputs, { run, env }: ActionContext): Promise<StackSubject[]> {
  const subject = (path: string): StackSubject =>
    stackSubject({
      path,
      workspace: given.workspace ?? env['TF_WORKSPACE'],
      varFiles: given['var-files'],
      planArgs: given['plan-args'],
      backendConfig: given['backend-config'],
    })
  if (given.stack.length === 0) return [subject(given['working-directory'] ?? '.')]
  const found = findStacks(await readModules(run.workspace)).stacks.map(({ name }) => name)
  const unknown = given.stack.filter((name) => !found.includes(name))
  if (unknown.length > 0) {
    throw new UserError(`no stack is called ${unknown.join(', ')}`, {
      where: 'input `stack`',
      help:
        found.length === 0 ? 'No stacks were found in the repository.' : `Stacks found: ${found.join(', ')}.`,
    })
  }
  return [...new Set(given.stack)].map(subject)
}

function settingsOf(given: Inputs, stacks: readonly StackSubject[], common: PlanSettings): PlanSettings {
  const planFile = given['plan-file']
  const directory = join(common.root, stacks[0]?.path ?? '.')
  return {
    ...common,
    // A plan that was made elsewhere was validated there.
    checks: given.checks === 'auto' && planFile !== undefined ? [] : common.checks,
    varFiles: given['var-files'],
    backendConfig: given['backend-config'],
    initArgs: given['init-args'],
    planArgs: given['plan-args'],
    ...(planFile === undefined
      ? {}
      : { planFile: isAbsolute(planFile) ? planFile : join(directory, planFile) }),
  }
}

/** One stack: its own comment. Several: one for just these stacks, whatever job plans them. */
function commentKey(stacks: readonly StackSubject[]): string {
  const [only] = stacks
  if (stacks.length === 1 && only !== undefined) return `plan:${only.key}`
  return `plans:${JSON.stringify(stacks.map(({ key }) => key).sort())}`
}
