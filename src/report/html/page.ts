import type { ReportDocument } from '../document.ts'
import { htmlAttribute } from '../escape.ts'
import { foldIds } from './anchors.ts'
import { chipsOf } from './badge.ts'
import { badgeHtml, inlinesHtml } from './inlines.ts'
import { sectionsHtml } from './sections.ts'

export interface HtmlOptions {
  /** `Part.counts`, summed over all parts: shown as chips beside the verdict. */
  readonly counts?: Readonly<Record<string, number>>
}

/** Nothing but what is in the file: no script, no font, no picture from anywhere. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * The frame of a page that needs nothing else: no scripts, no network. `style` and `body` are trusted HTML and CSS of
 * ours; `title` is text.
 */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlAttribute(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}

const toneWords = { good: 'Good', changed: 'Changes', bad: 'Attention' }

/**
 * A whole report, for the body of a page; goes with `reportStyle`. It has no budget, so nothing is left out. All text
 * is escaped here.
 */
export function reportHtml(document: ReportDocument, options: HtmlOptions = {}): string {
  const ids = foldIds(document.sections, 'r')
  const chips = chipsOf(options.counts ?? {}).map((chip) => `<li>${badgeHtml(chip.kind, chip.label)}</li>`)
  const counts = chips.length === 0 ? '' : `<ul class="chips" aria-label="Counts">${chips.join('')}</ul>`
  const footer = document.footer.length === 0 ? '' : `<footer>${inlinesHtml(document.footer)}</footer>`
  return `<div class="report tone-${document.tone}">
<header><div class="bar"><span class="light" role="img" aria-label="${toneWords[document.tone]}"></span>
<div class="head"><h1>${htmlAttribute(document.title)}</h1><p class="verdict">${inlinesHtml(document.verdict)}</p></div>
${counts}</div></header>
<main>
${sectionsHtml(document.sections, ids)}
</main>
${footer}
</div>`
}
