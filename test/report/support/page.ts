import type { ReportDocument } from '../../../src/report/document.ts'
import { type HtmlOptions, htmlPage, reportHtml } from '../../../src/report/html/page.ts'
import { reportStyle } from '../../../src/report/html/style.ts'

/** A report as a page of its own. */
export function toHtml(document: ReportDocument, options: HtmlOptions = {}): string {
  return htmlPage(document.title, reportStyle, reportHtml(document, options))
}
