import { MARKER_LENGTH } from '../core/comment-marker.ts'
import { hasComment, publishComment, type CommentResult } from '../core/comment.ts'
import { messageAndHelp } from '../core/errors.ts'
import type { RunContext } from '../core/event.ts'
import { isGitHubFault } from '../core/github-port.ts'
import type { Redactor } from '../core/redactor.ts'
import type { ReportDocument } from '../report/document.ts'
import { toMarkdown } from '../report/markdown.ts'
import { documentOf } from '../report/overview.ts'
import type { Part } from '../report/part.ts'
import { toPlain } from '../report/plain.ts'
import { publishable, redactDocument } from '../report/redact-document.ts'
import type { Section } from '../report/section.ts'
import { jobSummary } from '../report/summary.ts'
import type { Discussion } from './discussion.ts'

export interface RenderRequest {
  /** Redacted. */
  readonly parts: readonly Part[]
  readonly title: string
  /** Of several parts. Default: the title with an s. */
  readonly plural?: string
  /** Said before everything else. */
  readonly notes?: readonly Section[]
  /** How many stacks there are, where only those that a change touches were planned. */
  readonly found?: number
  readonly redactor: Redactor
  /** Where all of it can be read. */
  readonly runUrl: string
}

/** A report as it is written, each text having passed the last check for secrets. */
export interface Rendered {
  /** The comment's text. */
  readonly markdown: string
  /** The same without what differs from run to run by itself. */
  readonly stable: string
  readonly summary: string
  /** For the log. */
  readonly plain: string
}

export interface PublishRequest extends Rendered {
  readonly run: RunContext
  /** Tells this comment from the other ones of the same pull request. */
  readonly key: string
  readonly comment: 'update' | 'new' | 'off'
  /** There is nothing to tell: a comment that is there is brought up to date, none is made. */
  readonly nothingToTell?: boolean
}

export interface Published {
  readonly comment?: CommentResult
  /** Said in the log as notices: why there is no comment. */
  readonly notices: readonly string[]
  /** The comment should have been written and could not be. */
  readonly failure?: string
}

/** What GitHub takes, in UTF-16 units. */
export const GITHUB_LIMIT = 65_536
export const COMMENT_LIMIT = GITHUB_LIMIT - MARKER_LENGTH

/** Renders a report. Throws when a finished text still holds a secret: then nothing of it may be written. */
export function render(request: RenderRequest): Rendered {
  const { redactor, parts, title, plural = `${title}s`, notes = [], found = 0 } = request
  const documentFor = (stable: boolean): ReportDocument =>
    redactDocument(documentOf(parts, { title, plural, notes, found, stable }), redactor, parts)
  const document = documentFor(false)
  const fullReport = { text: 'the job summary', href: request.runUrl }
  return {
    markdown: publishable(toMarkdown(document, { limit: COMMENT_LIMIT, fullReport }).text, redactor),
    stable: toMarkdown(documentFor(true), { limit: COMMENT_LIMIT }).text,
    summary: publishable(jobSummary(document).text, redactor),
    plain: publishable(toPlain(document), redactor),
  }
}

/** Writes the comment where there is a pull request and the token may write; says why where not. Never rejects. */
export async function publish(
  request: PublishRequest,
  discussion: () => Promise<Discussion | undefined>,
): Promise<Published> {
  if (request.comment === 'off') return { notices: [] }
  const { run } = request
  try {
    const read = await discussion()
    if (read === undefined) {
      return { notices: ['There is no open pull request for this commit: the plan is in the job summary.'] }
    }
    const { github, number, headSha, comments } = read
    if (request.nothingToTell === true && !(await hasComment(request.key, comments, github))) {
      return { notices: [] }
    }
    const comment = await publishComment(
      {
        number,
        key: request.key,
        body: request.markdown,
        stable: request.stable,
        mode: request.comment,
        run: { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha },
        headSha,
        comments,
        limit: GITHUB_LIMIT,
      },
      github,
    )
    return { comment, notices: noticesOf(comment) }
  } catch (thrown) {
    // Nobody can grant a fork's run, or Dependabot's, what its token lacks: the plan itself was made and judged.
    const whose =
      run.pull?.fork === true ? 'a fork' : run.actor === 'dependabot[bot]' ? 'Dependabot' : undefined
    if (whose !== undefined && isGitHubFault(thrown, 'permission')) {
      return {
        notices: [
          `This pull request comes from ${whose}, whose token may not comment: the plan is in the job summary.`,
        ],
      }
    }
    return { notices: [], failure: `the comment could not be written: ${messageAndHelp(thrown)}` }
  }
}

function noticesOf(comment: CommentResult): string[] {
  return comment.outcome === 'superseded'
    ? ['A newer run has already written this comment: it was left as it is.', ...comment.warnings]
    : [...comment.warnings]
}
