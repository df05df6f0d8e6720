import type { ReportDocument } from './document.ts'
import { toMarkdown } from './markdown.ts'
import type { MarkdownOptions, MarkdownReport } from './markdown.ts'

/**
 * The runner refuses a step summary above 1,024 KiB and then shows none of it; what is left below it is for the line
 * ends and remarks that others add in the same step.
 */
export const SUMMARY_BYTES = 1_000_000

/** The report for GITHUB_STEP_SUMMARY, in at most `bytes` of UTF-8. */
export function jobSummary(
  document: ReportDocument,
  options: Pick<MarkdownOptions, 'fullReport'> = {},
  bytes = SUMMARY_BYTES,
): MarkdownReport {
  return toMarkdown(document, {
    ...options,
    limit: bytes,
    lengthOf: (text) => Buffer.byteLength(text, 'utf8'),
  })
}
