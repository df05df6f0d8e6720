import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ReportDocument } from '../report/document.ts'
import { htmlAttribute, htmlText } from '../report/escape.ts'
import { htmlPage, reportHtml } from '../report/html/page.ts'
import { reportStyle } from '../report/html/style.ts'
import { amount, type LeftOut } from '../report/left-out.ts'
import { commentHtml } from './preview-markdown.ts'
import { previewStyle } from './preview-style.ts'

export interface PreviewPage {
  readonly repository: string
  /** The pull request's title, or what stands for it. */
  readonly title: string
  readonly base?: string | undefined
  /** The comment's exact text. */
  readonly markdown: string
  /** False when the comment leaves something out. */
  readonly complete: boolean
  readonly leftOut?: readonly LeftOut[]
  readonly document: ReportDocument
  /** Summed counts of all parts: chips over the full report. */
  readonly counts?: Readonly<Record<string, number>>
  readonly notes: readonly string[]
}

/** GitHub refuses longer comments. */
const gitHubLimit = 65_536

/**
 * What a pull request would get, as one HTML file without scripts or anything from outside: the comment as GitHub shows
 * it, and the full report. All text given is escaped here.
 */
export async function previewPage(page: PreviewPage): Promise<string> {
  const [gitHubStyle, comment] = await Promise.all([markdownStyle(), commentHtml(page.markdown)])
  const body = `<div class="preview">
${headHtml(page)}
<section class="panel panel-comment" aria-label="Comment"><div class="thread">${avatar}
<div class="comment"><p class="comment-head"><b>github-actions</b><span class="bot">bot</span> commented now</p>
<div class="markdown-body">${comment}</div></div></div></section>
<section class="panel panel-report" aria-label="Full report">${reportHtml(page.document, page.counts === undefined ? {} : { counts: page.counts })}</section>
</div>`
  return htmlPage(`${page.title} · ${page.repository}`, `${gitHubStyle}${reportStyle}${previewStyle}`, body)
}

/** `github-markdown-css` comes with the project, not with the actions: only the preview needs it. */
async function markdownStyle(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css')
  return await readFile(file, 'utf8')
}

function headHtml(page: PreviewPage): string {
  const base = page.base === undefined ? '' : ` into <code>${htmlAttribute(page.base)}</code>`
  const notes = page.notes.map((note) => `<li>${htmlText(note)}</li>`).join('')
  return `<div class="page-head"><div>
<p class="where">Preview of a pull request in <b>${htmlAttribute(page.repository)}</b>${base}</p>
<h1>${htmlAttribute(page.title)}</h1>
<ul class="facts"><li>${roomHtml(page.markdown.length)}</li><li>${completeHtml(page)}</li>${notes}</ul>
<fieldset class="tabs" aria-label="Show"><label><input type="radio" name="tab" id="tab-comment" checked>Comment</label><label><input type="radio" name="tab" id="tab-report">Full report</label></fieldset>
</div></div>`
}

function roomHtml(length: number): string {
  const share = Math.min(100, (length / gitHubLimit) * 100)
  const words = `${grouped(length)} of ${grouped(gitHubLimit)} characters`
  const bar = `<span class="room${share > 90 ? ' short' : ''}" aria-hidden="true"><i style="width:${share.toFixed(1)}%"></i></span>`
  return `${bar}${words}`
}

function completeHtml({ complete, leftOut = [] }: PreviewPage): string {
  if (complete) return '<span class="whole">nothing left out of the comment</span>'
  const what = leftOut.map(({ noun, count }) => amount(count, noun)).join(', ')
  return `<span class="cut">${htmlAttribute(what === '' ? 'shortened: see the full report' : `left out: ${what}`)}</span>`
}

const grouped = (count: number): string => count.toLocaleString('en-US')

const avatar =
  '<svg class="avatar" viewBox="0 0 40 40" aria-hidden="true"><circle cx="13" cy="14" r="5" fill="none" stroke="#7fb4ff" stroke-width="2.5"/><circle cx="27" cy="27" r="5" fill="none" stroke="#7fdf95" stroke-width="2.5"/><path d="M13 19v3q0 5 5 5h4" fill="none" stroke="#98a2ad" stroke-width="2.5"/></svg>'
