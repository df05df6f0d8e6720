import type { Fold, Inlines } from '../section.ts'
import { badgeOf } from './badge.ts'
import { type Anchors, badgeHtml, inlinesHtml } from './inlines.ts'

/** From so many folds in a row, what is out of view is not laid out: pages of thousands of resources stay quick. */
const many = 60
/** A group is opened for the reader when it is a list of closed folds no longer than this: a table of contents. */
const contents = 200

/** `body` is the HTML of the fold's sections; `id` is where links to it lead. */
export function foldHtml(fold: Fold, id: string | undefined, body: string): string {
  const children = fold.sections.filter((section) => section.kind === 'fold').length
  const isContents = children > 0 && children === fold.sections.length && children <= contents
  const [name, size] = nameAndSize(fold.summary)
  const badge = leadBadge(fold.summary)
  const classes = [
    'fold',
    children > 0 ? 'group' : 'item',
    ...(children > many ? ['many'] : []),
    ...(badge === undefined ? [] : [`k-${badge.kind}`]),
  ]
  const end = size === '' ? '' : `<span class="size">${inlinesHtml([size])}</span>`
  const summary = `<summary><span class="name">${leadHtml(name)}</span>${end}</summary>`
  // The id is inside: a browser opens a closed fold when a link leads into it.
  const target = id === undefined ? '' : ` id="${id}"`
  const open = fold.open || isContents ? ' open' : ''
  return `<details class="${classes.join(' ')}"${open}>${summary}<div class="body"${target}>${body}</div></details>`
}

/** Text that begins with an action or state (`destroy`, `Error`) shows it as a badge. */
export function leadHtml(inlines: Inlines, anchors?: Anchors): string {
  const badge = leadBadge(inlines)
  if (badge === undefined) return inlinesHtml(inlines, anchors)
  return `${badgeHtml(badge.kind, badge.label)} ${inlinesHtml(inlines.slice(1), anchors).trimStart()}`
}

function leadBadge(inlines: Inlines): ReturnType<typeof badgeOf> {
  const [first] = inlines
  return first === undefined ? undefined : badgeOf([first])
}

/** `aws_instance.web · 12 attributes`: what follows the dot goes to the end of the line. */
function nameAndSize(summary: Inlines): readonly [name: Inlines, size: string] {
  const last = summary.at(-1)
  const [, text, size] = (typeof last === 'string' ? /^(.*) \u00b7 ([^\u00b7]+)$/s.exec(last) : null) ?? []
  if (text === undefined || size === undefined || (text === '' && summary.length === 1)) return [summary, '']
  return [[...summary.slice(0, -1), text], size]
}
