import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ActionContext, ActionResult } from '../core/action.ts'
import { runUrl, type RunContext } from '../core/event.ts'
import type { ArtifactStore } from '../core/artifact-port.ts'
import type { GitHub } from '../core/github-port.ts'
import { readDiscussion, type Discussion } from '../pipeline/discussion.ts'
import type { PlannedStacks } from '../pipeline/plan-stacks.ts'
import { exitCode } from '../pipeline/exit-code.ts'
import { publish, render, type Published } from '../pipeline/publish.ts'
import { gate } from '../pipeline/gate.ts'
import { pickAnnotations, shownAnnotations } from '../report/annotations.ts'
import { PART_FILE } from '../report/part-artifacts.ts'
import { partsFile } from '../report/part-file.ts'
import type { RunIdentity } from '../report/part.ts'
import type { Section } from '../report/section.ts'
import { refuseSecrets } from '../report/redact-document.ts'
import { handOnParts } from './artifact-store.ts'
import { begun } from './github-client.ts'

export interface PlanResultRequest {
  readonly planned: PlannedStacks
  readonly title: string
  /** Said before everything else. */
  readonly notes?: readonly Section[]
  /** How many stacks there are, where only those that the change touches were planned. */
  readonly found?: number
  /** Tells the comment from others of the same pull request. */
  readonly key: string
  readonly comment: 'update' | 'new' | 'off'
  readonly forkPolicy: 'fail' | 'notice'
  /** Gets the part too, for `report` to find; undefined: nobody collects. */
  readonly collect?: () => Promise<ArtifactStore>
  /** Asked for only where a comment is to be written. */
  readonly github: () => Promise<GitHub>
  /** More that is written into the folder, as JSON, by file name. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Absolute path of the folder where the files of this run go. */
  readonly folder: string
  readonly outputs: Readonly<Record<string, string>>
}

/** Publishes what came of planning, writes the files, and says whether the step is red. */
export async function planResult(request: PlanResultRequest, context: ActionContext): Promise<ActionResult> {
  const { planned, folder, found = 0 } = request
  const { redactor, parts } = planned
  const { run, log } = context
  context.hide((text) => redactor.redact(text))
  const discussion = await beginDiscussion(request, run)
  const fork = run.pull?.fork === true
  const verdict = gate(parts, { fork, forkPolicy: request.forkPolicy, found })
  const rendered = render({ ...request, parts: verdict.parts, redactor, runUrl: runUrl(run) })
  // Every text passes the last check before the first of them leaves.
  const data = { ...request.data, [PART_FILE]: partsFile(verdict.parts) }
  refuseSecrets(data, redactor)
  await log.group(request.title, () => {
    log.info(rendered.plain)
    return Promise.resolve()
  })
  for (const [index, { warning }] of planned.saved.entries()) {
    const name = parts[index]?.subject.name ?? ''
    if (warning !== undefined) log.warning(redactor.redact(`${name}: ${warning}`))
  }
  const [published, collected] = await Promise.all([
    publish(
      {
        ...rendered,
        run,
        key: request.key,
        comment: request.comment,
        nothingToTell: isNothing(request) && verdict.failure === undefined,
      },
      discussion,
    ),
    request.collect === undefined ? undefined : handOnParts(verdict.parts, request.collect),
    writeFiles(folder, { markdown: rendered.markdown, data }),
  ])
  for (const notice of [...published.notices, ...verdict.notices]) log.notice(redactor.redact(notice))
  const picked = pickAnnotations(verdict.parts.flatMap((part) => part.findings))
  if (picked.leftOut > 0) {
    log.info(
      `${picked.leftOut} more findings are in the summary: the runner shows ten annotations of a level`,
    )
  }
  const failure = verdict.failure ?? published.failure ?? collected
  return {
    outputs: {
      ...request.outputs,
      changed: changed(planned),
      'exit-code': exitCode(parts, failure, found),
      ...commentOutputs(published),
      'markdown-file': join(folder, 'comment.md'),
      'report-file': join(folder, PART_FILE),
    },
    annotations: shownAnnotations(picked, (text) => redactor.redact(text)),
    summary: rendered.summary,
    ...(failure === undefined ? {} : { failure: redactor.redact(failure) }),
  }
}

/** No stack had to be planned, and nothing else is to be said: a stack that is gone would be. */
function isNothing({ planned, found = 0, notes = [] }: PlanResultRequest): boolean {
  const isUrgent = notes.some((note) => note.kind === 'text' && note.tone === 'caution')
  return planned.parts.length === 0 && found > 0 && !isUrgent
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

function commentOutputs({ comment }: Published): Record<string, string> {
  return comment === undefined ? {} : { 'comment-id': String(comment.id), 'comment-url': comment.url }
}

/**
 * Asks for the pull request and its comments now, so that the answers come while the report is made. They are older by
 * that when the comment is written: a tenth of a second, as long as a request takes.
 */
async function beginDiscussion(
  { comment, github }: PlanResultRequest,
  run: RunContext,
): Promise<() => Promise<Discussion | undefined>> {
  if (comment === 'off') return () => Promise.resolve(undefined)
  const reading = begun(github().then((client) => readDiscussion(run, client)))
  // The requests leave in a turn of the event loop; making the report holds it.
  await setImmediate()
  return reading
}

/** The comment first, and the rest while it is on its way to GitHub. */
async function writeFiles(
  folder: string,
  { markdown, data }: { readonly markdown: string; readonly data: Readonly<Record<string, unknown>> },
): Promise<void> {
  const write = (name: string, content: string): Promise<void> =>
    writeFile(join(folder, name), content, { mode: 0o600 })
  await write('comment.md', markdown)
  for (const [name, content] of Object.entries(data)) await write(name, JSON.stringify(content))
}
