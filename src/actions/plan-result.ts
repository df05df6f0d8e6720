import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ActionContext, ActionResult } from '../core/action.ts'
import { runUrl } from '../core/event.ts'
import { makeGitHub } from '../core/github.ts'
import type { GitHub } from '../core/github-port.ts'
import type { PlannedStacks } from '../pipeline/plan-stacks.ts'
import { exitCode } from '../pipeline/exit-code.ts'
import { publish, render, type Published } from '../pipeline/publish.ts'
import { gate } from '../pipeline/gate.ts'
import { annotationOf, pickAnnotations } from '../report/annotations.ts'
import { totals } from '../report/overview.ts'
import { partsFile } from '../report/part-file.ts'
import type { RunIdentity } from '../report/part.ts'
import type { Section } from '../report/section.ts'
import { publishableJson } from '../report/redact-document.ts'

export interface PlanResultRequest {
  readonly planned: PlannedStacks
  readonly title: string
  /** Said before everything else. */
  readonly notes?: readonly Section[]
  /** Tells the comment from others of the same pull request. */
  readonly key: string
  readonly comment: 'update' | 'new' | 'off'
  readonly forkPolicy: 'fail' | 'notice'
  readonly token: string
  /** Absolute path of the folder where the files of this run go. */
  readonly folder: string
  readonly outputs: Readonly<Record<string, string>>
}

/** Publishes what came of planning, writes the files, and says whether the step is red. */
export async function planResult(request: PlanResultRequest, context: ActionContext): Promise<ActionResult> {
  const { planned, folder } = request
  const { redactor, parts } = planned
  context.hide((text) => redactor.redact(text))
  const verdict = gate(parts, { fork: context.run.pull?.fork === true, forkPolicy: request.forkPolicy })
  const rendered = render({ ...request, parts: verdict.parts, redactor, runUrl: runUrl(context.run) })
  // Every text passes the last check before the first of them leaves.
  const write = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content, { mode: 0o600 })
    return path
  }
  const report = publishableJson(partsFile(verdict.parts), redactor)
  const markdownFile = await write('comment.md', rendered.markdown)
  const reportFile = await write('part.json', report)
  const { run, log } = context
  await log.group(request.title, () => {
    log.info(rendered.plain)
    return Promise.resolve()
  })
  const published = await publish(
    { ...rendered, run, key: request.key, comment: request.comment },
    lazyGitHub(request.token, context),
  )
  for (const notice of [...published.notices, ...verdict.notices]) log.notice(redactor.redact(notice))
  const picked = pickAnnotations(verdict.parts.flatMap((part) => part.findings))
  if (picked.leftOut > 0) {
    log.info(
      `${picked.leftOut} more findings are in the summary: the runner shows ten annotations of a level`,
    )
  }
  const failure = verdict.failure ?? published.failure
  return {
    outputs: {
      ...request.outputs,
      changed: changed(planned),
      'exit-code': exitCode(parts, failure),
      ...commentOutputs(published),
      'markdown-file': markdownFile,
      'report-file': reportFile,
    },
    annotations: picked.shown
      .map(annotationOf)
      .map((item) => ({ ...item, message: redactor.redact(item.message) })),
    summary: rendered.summary,
    ...(failure === undefined ? {} : { failure: redactor.redact(failure) }),
  }
}

/** `true` when any plan does anything; `false` only when all were read whole; empty when it could not be told. */
function changed({ outcomes }: PlannedStacks): string {
  if (outcomes.some(({ model }) => model?.changed === true)) return 'true'
  const judged = outcomes.every(({ model, failure }) => model?.errored === false && failure === undefined)
  return judged ? 'false' : ''
}

/** What this run is, for parts: its link is to the job's own log where the runner tells the job's number. */
export function runIdentity(context: ActionContext, jobId: string): RunIdentity {
  const { run } = context
  const job = /^\d+$/.test(jobId)
    ? `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/job/${jobId}`
    : undefined
  return { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha, url: job ?? runUrl(run) }
}

/** Sums of the counts, as outputs. */
export function countOutputs(planned: PlannedStacks, names: readonly string[]): Record<string, string> {
  const sums = totals(planned.parts)
  return Object.fromEntries(names.map((name) => [name, String(sums[name] ?? 0)]))
}

function commentOutputs({ comment }: Published): Record<string, string> {
  return comment === undefined ? {} : { 'comment-id': String(comment.id), 'comment-url': comment.url }
}

/** Made when it is first needed: a run that writes no comment does not load the client. */
function lazyGitHub(token: string, { run, log, clock }: ActionContext): () => Promise<GitHub> {
  let made: Promise<GitHub> | undefined
  return () => (made ??= makeGitHub({ token, repository: run.repository, apiUrl: run.apiUrl, log, clock }))
}
