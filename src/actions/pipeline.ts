import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { action, type ActionContext } from '../core/action.ts'
import { UserError } from '../core/errors.ts'
import type { GitHub } from '../core/github-port.ts'
import { input, lines, oneOf, optional, repoPath, text, type InputValues } from '../core/inputs.ts'
import type { LogAnnotation } from '../core/ports.ts'
import { logProgress } from '../pipeline/log-progress.ts'
import { planStacks, type StackToPlan } from '../pipeline/plan-stacks.ts'
import { touchedStacks, type TouchedStacks } from '../pipeline/touched-stacks.ts'
import { openWorkTree } from '../pipeline/work-tree.ts'
import type { Notice } from '../repository/items.ts'
import { chooseBase } from '../repository/base/choose-base.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { GitPlace } from '../repository/git/place.ts'
import { allCommitted, type Uncommitted } from '../pipeline/save/not-committed.ts'
import type { UncommittedRequest } from '../pipeline/save/uncommitted.ts'
import { applyMode } from './apply-mode.ts'
import { parseAllowDestroy } from '../pipeline/apply/destroy-gate.ts'
import { fetchAccess, loadGitHub } from './github-client.ts'
import { beginPlan, configurePlan } from './plan-begin.ts'
import { planHooks } from './plan-hooks.ts'
import { stacksOutput } from './stacks-output.ts'
import { planInputs, saveInputs } from './plan-inputs.ts'
import { planResult } from './plan-result.ts'
import { savingOf } from './plan-saving.ts'

/** Events whose part of the pipeline is built. The others end with a clear error, never with a green that did nothing. */
const EVENTS = ['pull_request', 'merge_group', 'workflow_dispatch', 'push']
/** Events of a change that is reviewed: what remains of stacks that it takes away is part of that. */
const REVIEWED = ['pull_request', 'merge_group']

const inputs = {
  ...planInputs,
  ...saveInputs,
  mode: input(oneOf('auto', 'reviewed', 'replan', 'off'), { default: 'auto' }),
  'allow-destroy': input((raw: string) => parseAllowDestroy(lines(raw))),
  base: input(optional(text)),
  config: input(optional(repoPath)),
}

/** The whole pipeline in one step: looks at the event and does its part. */
export const pipeline = action({
  name: 'pipeline',
  inputs,
  outputs: [
    'changed',
    'exit-code',
    'stacks',
    'applied',
    'refused',
    'outputs-file',
    'comment-id',
    'comment-url',
    'markdown-file',
    'report-file',
  ],
  async run(given, context) {
    const { run, log } = context
    if (!EVENTS.includes(run.event)) {
      throw new UserError(`there is nothing to do yet on the event ${run.event || '(none)'}`, {
        where: 'on:',
        help: `This version plans on ${EVENTS.join(', ')}.`,
      })
    }
    const applying = applyMode(given, context)
    const { folder, settings: common } = await beginPlan(given, context)
    const github = loadGitHub(given.comment, given['github-token'], context)
    await refuseEmptyWorkspace(run.workspace)
    const saving = applying === undefined ? await savingOf(given, github) : undefined
    const keeps = saving !== undefined && 'key' in saving
    const { all, count, labels } = given['allow-destroy']
    const planGone =
      applying === undefined ? REVIEWED.includes(run.event) : all || count !== undefined || labels.length > 0
    const touched = await touchedByRun(given, context, { github, folder: common.folder, keeps, planGone })
    const { stacks, found, warnings } = touched
    const { settings, redact } = configurePlan(common, touched, context)
    for (const { message, at } of warnings) log.warning(redact(message), at)
    log.info(redact(stacksLine(stacks, found)))
    if (applying !== undefined && stacks.length > 0) {
      const { applyTouched } = await import('./pipeline-apply.ts')
      const { base, place, access } = touched
      const request = { given, settings, folder, touched: { ...touched, change: await touched.change() } }
      return applyTouched({ ...request, ...applying, ...{ base, place, access, github } }, context)
    }
    const ports = { ...context, progress: logProgress(log, stacks.length) }
    const hooks = await planHooks({ given, saving, settings, github, ...touched, alwaysNotes: true }, context)
    const planned = await planStacks(stacks, settings, ports, hooks)
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

function stacksLine(stacks: readonly StackToPlan[], found: number): string {
  const names = (gone: boolean): string =>
    stacks.flatMap((stack) => ((stack.gone !== undefined) === gone ? [stack.subject.name] : [])).join(', ')
  const living = stacks.filter(({ gone }) => gone === undefined).length
  const gone = names(true)
  const line =
    living === 0 ? `none of ${found} stacks to plan` : `stacks (${living} of ${found}): ${names(false)}`
  return gone === '' ? line : `${line}; gone: ${gone}`
}

interface Touched extends Omit<TouchedStacks, 'change'> {
  readonly change: () => Promise<TouchedStacks['change']>
  /** Undefined: there is nothing to compare with. */
  readonly base: string | undefined
  readonly place: GitPlace
  readonly access: FetchAccess
  /** Undefined: nothing is committed. */
  readonly commit: string | undefined
  readonly uncommitted: Uncommitted
  readonly warnings: readonly { readonly message: string; readonly at?: LogAnnotation }[]
}

interface Asking {
  readonly github: () => Promise<GitHub>
  /** Private folder for what goes with the job. */
  readonly folder: string
  /** Plans are kept: what is not committed is to be known. */
  readonly keeps: boolean
  /** What remains of stacks that are gone is planned. */
  readonly planGone: boolean
}

/** What the run's change touches, of the files as they are in the workspace. */
async function touchedByRun(
  given: InputValues<typeof inputs>,
  { run, env, exec }: ActionContext,
  { github, folder, keeps, planGone: wanted }: Asking,
): Promise<Touched> {
  const place = { exec, env, cwd: run.workspace }
  const token = given['github-token']
  const access = fetchAccess(token, { run })
  await using workTree = await openWorkTree(place, { access })
  const ports = { place, access, github: token === '' ? undefined : github }
  const chosen = workTree.versioned
    ? await chooseBase({ run, base: given.base, head: undefined }, ports)
    : undefined
  const base = chosen?.base
  const planGone = base !== undefined && wanted
  const workspace = env['TF_WORKSPACE']
  const touched = await touchedStacks({
    workTree,
    base,
    planGone,
    unfinished: chosen?.unfinished ?? [],
    access,
    config: given.config,
    workspace,
  })
  const { gone, change } = touched
  const goneStacks =
    planGone && gone.length > 0
      ? await import('../pipeline/gone-stacks.ts').then(({ goneToPlan }) =>
          goneToPlan({ gone, base, place, access, folder: join(folder, 'base'), workspace }),
        )
      : []
  const uncommitted = keeps ? await uncommittedOf({ place, access, config: given.config }) : allCommitted
  const choice = chosen === undefined ? [NOT_VERSIONED] : chosen.warnings
  const warnings = [...choice.map((message) => ({ message })), ...touched.notices.map(warningOf)]
  return {
    ...touched,
    ...{ base, place, access, warnings },
    stacks: [...touched.stacks, ...goneStacks],
    change: () => Promise.resolve(change),
    commit: workTree.commit,
    uncommitted,
  }
}

/** What is not committed, with the files that Git ignores: those count for no change, but for a plan. */
async function uncommittedOf({
  place,
  ...rest
}: Omit<UncommittedRequest, 'workTree'> & { readonly place: GitPlace }): Promise<Uncommitted> {
  const { uncommittedInputs } = await import('../pipeline/save/uncommitted.ts')
  await using workTree = await openWorkTree(place, { ignored: true, access: rest.access })
  return await uncommittedInputs({ workTree, ...rest })
}

function warningOf({ message, help, file, line }: Notice): Touched['warnings'][number] {
  const text = help === undefined ? message : `${message}. ${help}`
  if (file === undefined) return { message: text }
  return { message: text, at: { file, ...(line === undefined ? {} : { line }) } }
}

const NOT_VERSIONED =
  'The workspace is no Git repository: every stack is planned. Check it out with actions/checkout, where git is installed.'

/** Without a checkout there is nothing to find, and a green would say that all is well. */
async function refuseEmptyWorkspace(workspace: string): Promise<void> {
  const entries = await readdir(workspace).catch(() => [])
  if (entries.length > 0) return
  throw new UserError('the workspace is empty', {
    where: 'GITHUB_WORKSPACE',
    help: 'Check out the repository first: `uses: actions/checkout` before this step.',
  })
}
