import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ActionContext, ActionResult } from '../core/action.ts'
import type { ArtifactStore } from '../core/artifact-port.ts'
import { UserError, messageAndHelp } from '../core/errors.ts'
import { runUrl } from '../core/event.ts'
import type { GitHub } from '../core/github-port.ts'
import { markApplied } from '../pipeline/apply/applied-mark.ts'
import { writeApplyComments } from '../pipeline/apply/apply-comment.ts'
import type { AppliedStacks } from '../pipeline/apply/apply-stacks.ts'
import type { MergedPull } from '../pipeline/apply/contracts.ts'
import { markOutdated } from '../pipeline/apply/outdated.ts'
import type { ToApply } from '../pipeline/apply/stacks-to-apply.ts'
import { gate } from '../pipeline/gate.ts'
import { GITHUB_LIMIT, render } from '../pipeline/publish.ts'
import { pickAnnotations, shownAnnotations } from '../report/annotations.ts'
import { PART_FILE } from '../report/part-artifacts.ts'
import { partsFile } from '../report/part-file.ts'
import type { Section } from '../report/section.ts'
import { refuseSecrets } from '../report/redact-document.ts'
import { outputsFile } from '../terraform/apply/outputs.ts'
import { handOnParts } from './artifact-store.ts'
import { countOutputs } from './count-outputs.ts'

export interface ApplyResultRequest {
  /** Whether the result is written on the merged pull requests. */
  readonly comment: boolean
  /** Tells the comment from others of the same pull request. */
  readonly key: string
  /** Whether the part is handed on to `report`. */
  readonly collect: boolean
  /** Said before everything else. */
  readonly notes?: readonly Section[]
  readonly applied: AppliedStacks
  readonly toApply: Pick<ToApply, 'stacks' | 'first'>
  readonly pulls: readonly MergedPull[]
  readonly branch: string
  readonly github: GitHub
  readonly artifacts: ArtifactStore
  /** Absolute path of the folder where the files of this run go. */
  readonly folder: string
  /** Names of counts that are outputs. */
  readonly counts: readonly string[]
}

/** Says what was applied: files, summary, comments on the merged pull requests, and whether the step is red. */
export async function applyResult(
  request: ApplyResultRequest,
  context: ActionContext,
): Promise<ActionResult> {
  const { applied, folder, notes = [] } = request
  const appliedAt = context.clock.now()
  const { run, log } = context
  const { redactor } = applied
  context.hide((text) => redactor.redact(text))
  const redact = (text: string): string => redactor.redact(text)
  const verdict = gate(applied.parts, { fork: false, forkPolicy: 'fail' })
  const title = 'Terraform apply'
  const rendered = render({
    title,
    plural: title,
    notes,
    parts: verdict.parts,
    redactor,
    runUrl: runUrl(run),
  })
  const part = partsFile(verdict.parts)
  const outputs = outputsFile(
    applied.applied.flatMap(({ apply }) => (apply === undefined ? [] : [apply])),
    redactor,
  )
  refuseSecrets({ part, outputs: outputs.file }, redactor)
  for (const { stack, output, why } of outputs.leftOut)
    log.info(redact(`${stack}: output ${output} is left out of outputs-file: ${why}`))
  await log.group(title, () => {
    log.info(rendered.plain)
    return Promise.resolve()
  })
  const write = (name: string, content: string): Promise<void> =>
    writeFile(join(folder, name), content, { mode: 0o600 })
  await write('comment.md', rendered.markdown)
  await write(PART_FILE, JSON.stringify(part))
  await write('outputs.json', `${JSON.stringify(outputs.file, null, 2)}\n`)

  // What is applied is applied: from here on, what goes wrong is told, and does not hide it.
  const faults = await handOn(request)
  // A run that finds all done leaves what is written of the one that did it.
  const isNews = applied.applied.some(({ kind }) => kind !== 'nothing')
  const told =
    request.comment && isNews
      ? await tell(request, rendered, appliedAt, context)
      : { comments: [], warnings: [] }
  for (const warning of told.warnings) log.warning(redact(warning))
  const failure = [...(verdict.failure === undefined ? [] : [verdict.failure]), ...faults].join('\n')
  const refused = verdict.parts.filter(({ facts }) => facts['refused'] !== undefined)
  return {
    outputs: {
      applied: String(verdict.failure === undefined),
      ...countOutputs(verdict.parts, request.counts),
      refused: refused.map(({ subject }) => subject.name).join('\n'),
      'outputs-file': join(folder, 'outputs.json'),
      'comment-id': told.comments.map(({ id }) => id).join('\n'),
      'comment-url': told.comments.map(({ url }) => url).join('\n'),
      'markdown-file': join(folder, 'comment.md'),
      'report-file': join(folder, PART_FILE),
    },
    annotations: shownAnnotations(pickAnnotations(verdict.parts.flatMap(({ findings }) => findings)), redact),
    summary: rendered.summary,
    ...(failure === '' ? {} : { failure: redact(failure) }),
  }
}

/** What later jobs of this run need. Without it they would wait, or not know: red. */
async function handOn({ collect, applied, toApply, artifacts }: ApplyResultRequest): Promise<string[]> {
  const { parts } = applied
  const [first] = parts
  const faults: string[] = []
  for (const { stack, kind } of applied.applied) {
    const isDone = kind === 'applied' || kind === 'nothing'
    if (!isDone || !toApply.first.has(stack.name)) continue
    const mark = { key: stack.subject.key, inputsHash: stack.inputsHash }
    try {
      await markApplied(mark, first?.run.attempt ?? 1, artifacts)
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown
      faults.push(`later jobs do not get to know that ${stack.name} is applied: ${messageAndHelp(thrown)}`)
    }
  }
  const lost = collect ? await handOnParts(parts, () => Promise.resolve(artifacts)) : undefined
  return lost === undefined ? faults : [...faults, lost]
}

type Rendered = ReturnType<typeof render>

async function tell(
  { applied, pulls, branch, github, key }: ApplyResultRequest,
  rendered: Rendered,
  appliedAt: number,
  { run }: ActionContext,
) {
  const written = await writeApplyComments(
    {
      rendered,
      key,
      run,
      pulls: pulls.map(({ number }) => number),
    },
    github,
  )
  const done = applied.applied.filter(({ kind }) => kind === 'applied' || kind === 'failed')
  const outdated = await markOutdated({
    github,
    branch,
    stacks: done.map(({ stack }) => ({ key: stack.subject.key, name: stack.name })),
    commit: run.sha,
    appliedAt,
    repositoryUrl: `${run.serverUrl}/${run.repository}`,
    limit: GITHUB_LIMIT,
    redact: (text) => applied.redactor.redact(text),
  })
  return { comments: written.comments, warnings: [...written.warnings, ...outdated.notices] }
}
