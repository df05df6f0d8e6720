import { isAbsolute, join } from 'node:path'
import { action } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import { bool, input, lines, optional, repoPath, text, type InputValues } from '../core/inputs.ts'
import { planStacks, type PlanSettings } from '../pipeline/plan-stacks.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import { artifactsOf } from './artifact-store.ts'
import { COUNTS, countOutputs } from './count-outputs.ts'
import { loadGitHub } from './github-client.ts'
import { beginPlan, configurePlan } from './plan-begin.ts'
import { planHooks } from './plan-hooks.ts'
import { planInputs, saveInputs } from './plan-inputs.ts'
import { planResult } from './plan-result.ts'
import { savingOf } from './plan-saving.ts'
import { stacksOf } from './plan-told.ts'

const inputs = {
  ...planInputs,
  ...saveInputs,
  'working-directory': input(optional(repoPath)),
  stack: input(lines),
  'plan-file': input(optional(text)),
  workspace: input(optional(text)),
  'var-files': input(lines),
  'backend-config': input(lines),
  'init-args': input(lines),
  'plan-args': input(lines),
  collect: input(bool, { default: 'false' }),
  gone: input(bool, { default: 'false' }),
  'base-sha': input(optional(text)),
  config: input(optional(repoPath)),
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
    'plan-artifact',
    'comment-id',
    'comment-url',
    'markdown-file',
    'json-file',
    'report-file',
  ],
  async run(given, context) {
    refuseConflicts(given)
    const { folder, settings: common } = await beginPlan(given, context)
    const comment = given.collect ? 'off' : given.comment
    const github = loadGitHub(comment, given['github-token'], context)
    const saving = await savingOf(given, github)
    const told = await stacksOf(given, context, {
      onConfig: (found) => void configurePlan(common, found, context),
      github,
      folder: common.folder,
      keeps: saving !== undefined && 'key' in saving,
    })
    const { stacks, change, commit, uncommitted } = told
    const subjects = stacks.map(({ subject }) => subject)
    const { settings } = configurePlan(settingsOf(given, subjects, common), told, context)
    const ports = { ...context, progress: logProgress(context.log, stacks.length) }
    const about = { given, saving, settings, github, stacks, configFile: told.configFile }
    const hooks = { ...about, commit, change, uncommitted, alwaysNotes: false }
    const planned = await planStacks(stacks, settings, ports, await planHooks(hooks, context))
    const model = {
      version: 1,
      stacks: planned.outcomes.map(({ stack, model: plan, digest }) => ({ ...stack, digest, plan })),
    }
    return planResult(
      {
        planned,
        title: 'Terraform plan',
        key: commentKey(subjects, given.gone),
        comment,
        forkPolicy: given['fork-policy'],
        ...(given.collect ? { collect: artifactsOf(context) } : {}),
        github,
        folder,
        data: { 'plan.json': model },
        outputs: {
          ...countOutputs(planned.parts, COUNTS),
          'plan-digest': planned.outcomes.map(({ digest = '' }) => digest).join('\n'),
          'plan-path': planned.planFiles.join('\n'),
          'plan-artifact': planned.saved.flatMap(({ artifact }) => artifact ?? []).join('\n'),
          'json-file': join(folder, 'plan.json'),
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
    if (given.gone) faults.push('`plan-file` is already made: `gone` would have no effect')
    if ((given['save-plan'] ?? 'off') !== 'off' || given['plan-passphrase'] !== '') {
      faults.push(
        'a `plan-file` is not kept for applying, for nothing tells what it was made of: leave out `save-plan` and `plan-passphrase`',
      )
    }
  }
  if (given.gone && given.stack.length === 0)
    faults.push('`gone` needs `stack`, the names of the stacks that are gone')
  if (faults.length > 0)
    throw new UserError(faults.join('; '), { where: 'inputs', help: 'Leave out one of the two.' })
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
function commentKey(stacks: readonly StackSubject[], gone: boolean): string {
  const [only] = stacks
  const kind = gone ? 'gone-' : ''
  if (stacks.length === 1 && only !== undefined) return `${kind}plan:${only.key}`
  return `${kind}plans:${JSON.stringify(stacks.map(({ key }) => key).sort())}`
}
