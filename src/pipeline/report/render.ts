import type { Redactor } from '../../core/redactor.ts'
import type { ReportDocument } from '../../report/document.ts'
import { htmlPage, reportHtml } from '../../report/html/page.ts'
import { reportStyle } from '../../report/html/style.ts'
import { toMarkdown } from '../../report/markdown.ts'
import { totals } from '../../report/overview-verdict.ts'
import { documentOf, type OverviewOptions } from '../../report/overview.ts'
import { isGone } from '../../report/overview-rows.ts'
import type { Part } from '../../report/part.ts'
import { toPlain } from '../../report/plain.ts'
import { publishable, redactDocument, redactPart, refuseSecrets } from '../../report/redact-document.ts'
import { sarifOf } from '../../report/sarif.ts'
import { jobSummary } from '../../report/summary.ts'
import { COMMENT_LIMIT } from '../publish.ts'

export interface ReportRequest {
  readonly parts: readonly Part[]
  readonly overview: OverviewOptions
  readonly redactor: Redactor
  /** Of this run, for people. */
  readonly runUrl: string
  /** `owner/name` */
  readonly repository: string
}

/** A report in all its forms, each having passed the last check for secrets. */
export interface RenderedReport {
  readonly plain: string
  readonly summary: string
  readonly html: string
  readonly sarif: string
  /** The comment without what differs from run to run by itself. */
  readonly stable: string
  /** The comment, with a link to the page of the whole report where there is one. */
  readonly markdown: (page: string | undefined) => string
}

/** @throws UserError when a finished text still holds a secret: then nothing of it may be written. */
export function renderReport({
  parts: given,
  overview,
  redactor,
  runUrl,
  repository,
}: ReportRequest): RenderedReport {
  const parts = given.map((part) => redactPart(part, redactor))
  const documentWith = (options: OverviewOptions): ReportDocument =>
    redactDocument(documentOf(parts, options), redactor, parts)
  const run = { text: 'all jobs', href: runUrl }
  const document = documentWith({ ...overview, links: [run] })
  const sarif = sarifOf(parts, { repository })
  // Digests are ours, and a pattern may hit the digits in them.
  refuseSecrets(
    sarif.runs[0].results.map(({ message, locations, properties }) => [message, locations, properties]),
    redactor,
  )
  // The page marks what differs within a value: what it is made of is searched, as its marks would hide a secret.
  refuseSecrets(document, redactor)
  const markdown = (page: string | undefined): string => {
    const fullReport =
      page === undefined ? { text: 'the job summary', href: runUrl } : { text: 'the full report', href: page }
    const links = page === undefined ? [run] : [{ text: 'full report', href: page }, run]
    const { text } = toMarkdown(documentWith({ ...overview, links }), { limit: COMMENT_LIMIT, fullReport })
    return publishable(text, redactor)
  }
  const title = `${document.title} · ${repository}`
  const living = totals(parts.filter((part) => !isGone(part) || part.kind === 'terraform-apply'))
  return {
    plain: publishable(toPlain(document), redactor),
    summary: publishable(jobSummary(document).text, redactor),
    html: htmlPage(title, reportStyle, reportHtml(document, { counts: living })),
    sarif: JSON.stringify(sarif),
    stable: toMarkdown(documentWith({ ...overview, stable: true }), { limit: COMMENT_LIMIT }).text,
    markdown,
  }
}
