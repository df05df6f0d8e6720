import { isAbsolute, join } from 'node:path'
import { action, type ActionContext } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import { bool, input, lines, optional, repoPath, text, type InputValues } from '../core/inputs.ts'
import { planStacks, type PlanSettings } from '../pipeline/plan-stacks.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import { folderToPlan } from '../pipeline/stack-to-plan.ts'
import type { ToldSource, ToldStacks } from '../pipeline/told-stacks.ts'
import { isInRepository } from '../pipeline/in-repository.ts'
import { EMPTY_CONFIG } from '../repository/config/config.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import { loadGitHub } from './github-client.ts'
import { beginPlan, configurePlan } from './plan-begin.ts'
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
    const told = await stacksOf(given, context, (found) => void configurePlan(common, found, context))
    const { stacks } = told
    const subjects = stacks.map(({ subject }) => subject)
    const { settings } = configurePlan(settingsOf(given, subjects, common), told, context)
    const planned = await planStacks(stacks, settings, {
      ...context,
      progress: logProgress(context.log, stacks.length),
    })
    const model = {
      version: 1,
      stacks: planned.outcomes.map(({ stack, model: plan, digest }) => ({ ...stack, digest, plan })),
    }
    return planResult(
      {
        planned,
        title: 'Terraform plan',
        key: commentKey(subjects),
        comment,
        forkPolicy: given['fork-policy'],
        github,
        folder,
        data: { 'plan.json': model },
        outputs: {
          ...countOutputs(planned, COUNTS),
          'plan-digest': planned.outcomes.map(({ digest = '' }) => digest).join('\n'),
          'plan-path': planned.planFiles.join('\n'),
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
  }
  if (faults.length > 0)
    throw new UserError(faults.join('; '), { where: 'inputs', help: 'Leave out one of the two.' })
}

/** What is planned. A folder outside of a repository is planned as well, but nothing tells what it is made of. */
async function stacksOf(
  given: Inputs,
  { run, env, exec, log }: ActionContext,
  onConfig: ToldSource['onConfig'],
): Promise<ToldStacks> {
  const told = {
    workspace: given.workspace ?? env['TF_WORKSPACE'],
    varFiles: given['var-files'],
    planArgs: given['plan-args'],
    backendConfig: given['backend-config'],
  }
  const path = given['working-directory'] ?? '.'
  if (given.stack.length === 0 && !(await isInRepository(run.workspace, env)))
    return { stacks: [folderToPlan(path, told)], config: EMPTY_CONFIG, configFile: undefined }
  const [{ openWorkTree }, { stackByFolder, stacksByName }] = await Promise.all([
    import('../pipeline/work-tree.ts'),
    import('../pipeline/told-stacks.ts'),
  ])
  const token = given['github-token']
  const access = { serverUrl: run.serverUrl, ...(token === '' ? {} : { token }) }
  await using workTree = await openWorkTree({ exec, env, cwd: run.workspace }, { ignored: true, access })
  const source = { workTree, access, config: given.config, onConfig }
  if (given.stack.length > 0) return await stacksByName(given.stack, told, source)
  const found = await stackByFolder(path, told, source)
  const hash = found.stacks[0]?.facts?.['inputs-hash']
  log.debug(hash === undefined ? `no inputs-hash: ${path} holds no Terraform files` : `inputs-hash ${hash}`)
  return found
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
