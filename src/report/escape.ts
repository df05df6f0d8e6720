import { visible, visibleLine } from './visible.ts'

/**
 * All escaping for Markdown (GitHub's, with its links and mentions) and HTML. Everything taken here is untrusted and
 * comes out as text that says the same and does nothing.
 *
 * GitHub makes mentions, references, emoji and formulas after Markdown is done, from the text of the page, so a
 * backslash or an entity does not stop them. A code span does, and can still be read and copied as it was.
 */

/** A word that GitHub would make something of: see "Autolinked references and URLs" and "Basic writing" in its docs. */
const actsOnGitHub = new RegExp(
  [
    '@[^ ]', // @user, @org/team, user@host
    '#\\d', // #12, owner/repo#12
    'gh-\\d', // GH-12
    '://', // bare addresses
    'www\\.',
    '(?:mailto|xmpp):',
    ':[\\w+-]+:', // :tada:
    '\\$', // formulas: $x$
    '(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])', // commit ids
    '(?:ghsa|cve)-', // advisories
  ].join('|'),
  'i',
)

/** Characters that mean something to inline Markdown wherever they stand. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|#]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`))
}

/** Punctuation around a word stays outside its code span: `(see @user).` */
function codeWord(word: string, code: (text: string) => string, text: (text: string) => string): string {
  const [, before = '', core = '', after = ''] = /^([([{<"']*)(.*?)([)\]}>"'.,;!?]*)$/s.exec(word) ?? []
  return core === '' ? code(word) : `${text(before)}${code(core)}${text(after)}`
}

/** One line, runs of white space as one space. */
function oneLine(text: string): string {
  return visibleLine(text).replace(/ {2,}/g, ' ')
}

/**
 * Inline Markdown that renders as the text itself, with code spans around words that GitHub would act upon. One line:
 * white space is collapsed, a space at either end is kept. Also right at the start of a block.
 * `inTable`: for a cell (only code spans differ: there a backslash before a pipe is text, except in a cell).
 */
export function markdownText(text: string, inTable = false): string {
  const code = (word: string) => markdownCode(word, inTable)
  return oneLine(text)
    .replace(/[^ ]+/g, (word) =>
      actsOnGitHub.test(word) ? codeWord(word, code, escapeInline) : escapeInline(word),
    )
    .replace(/^( ?)([-+=:])/, '$1\\$2') // lists, underlines of headings and tables
    .replace(/^( ?\d{1,9})([.)])(?= |$)/, '$1\\$2') // numbered lists
    .replace(/!$/, '\\!') // what follows may be a link, and this no image
}

/**
 * A code span with exactly this text; line feeds and tabs become spaces. cmark knows no code spans with more than 80
 * backticks, so the shortest run that the text does not have is taken, not the longest plus one.
 * `inTable`: pipes are escaped as cells need it.
 */
export function markdownCode(text: string, inTable = false): string {
  const shown = visibleLine(text)
  // `\` and `|` side by side cannot be written in one code span of a cell: the pipe's own escape would be escaped.
  if (inTable && shown.includes('\\|')) {
    return joinInline(shown.split(/(?<=\\)(?=\|)/).map((piece) => codeSpan(piece).replaceAll('|', '\\|')))
  }
  const span = codeSpan(shown)
  return inTable ? span.replaceAll('|', '\\|') : span
}

function codeSpan(text: string): string {
  if (text === '') return '` `'
  if (!text.includes('`') && !text.startsWith(' ')) return `\`${text}\``
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length))
  let length = 1
  while (runs.has(length)) length++
  if (length > 80) return codeSpan(text.replaceAll('`', '\u02cb'))
  const fence = '`'.repeat(length)
  // One space on each side is taken away again when both are there and the text is not all spaces (CommonMark 6.1).
  const touches = text.startsWith('`') || text.endsWith('`')
  const stripped = text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text)
  const pad = touches || stripped ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** Pieces of inline Markdown side by side. Where two runs of one mark would become one, an empty comment parts them. */
export function joinInline(pieces: readonly string[]): string {
  let joined = ''
  for (const piece of pieces) {
    const touches = /[`*]/.test(piece.charAt(0)) && joined.endsWith(piece.charAt(0))
    joined += touches ? `<!-- -->${piece}` : piece
  }
  return joined
}

/** Without the spaces around it. Other white space (no-break, ideographic) is text and stays. */
export function trimSpaces(text: string): string {
  return text.replace(/^ +/, '').replace(/(?<! ) +$/, '')
}

/** A table cell with this text. */
export function tableCell(text: string): string {
  return trimSpaces(markdownText(text, true))
}

/** Languages that GitHub does not colour but runs: drawings, maps, formulas, suggested changes. */
const activeLanguages = new Set(['math', 'mermaid', 'geojson', 'topojson', 'stl', 'suggestion'])

/**
 * A fenced code block with exactly this text (made visible). The fence is longer than any run of its character at the
 * start of a line inside. cmark counts fences to 255 only, so a text with longer ones gets `~`, and when it has both,
 * such lines get a backslash in front.
 */
export function codeFence(text: string, language = ''): string {
  let shown = visible(text)
  let fence = fenceFor(shown, '`')
  if (fence === undefined) fence = fenceFor(shown, '~')
  if (fence === undefined) {
    shown = shown.replace(/^[ \t]*`{200,}/gm, '\\$&')
    fence = fenceFor(shown, '`') ?? '```'
  }
  const info = /^[a-z0-9+-]{1,20}$/.test(language) && !activeLanguages.has(language) ? language : ''
  return `${fence}${info}\n${shown === '' ? '' : `${shown}\n`}${fence}`
}

function fenceFor(text: string, character: '`' | '~'): string | undefined {
  const pattern = character === '`' ? /^[ \t]*(`{3,})/gm : /^[ \t]*(~{3,})/gm
  let length = 3
  for (const match of text.matchAll(pattern)) length = Math.max(length, (match[1]?.length ?? 0) + 1)
  return length > 200 ? undefined : character.repeat(length)
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character)
}

/** HTML text, lines kept. */
export function htmlText(text: string): string {
  return escapeHtml(visible(text))
}

/** The inside of a quoted attribute: one line. */
export function htmlAttribute(text: string): string {
  return escapeHtml(visibleLine(text))
}

/** HTML text inside Markdown on GitHub, where words may become mentions and links too. One line. */
export function gitHubHtmlText(text: string): string {
  return oneLine(text).replace(/[^ ]+/g, (word) =>
    actsOnGitHub.test(word)
      ? codeWord(word, (core) => `<code>${escapeHtml(core)}</code>`, escapeHtml)
      : escapeHtml(word),
  )
}

/**
 * A link target that is safe in Markdown parentheses and HTML quotes: http, https, or `#anchor`; anything else is
 * undefined and must be shown without a link.
 */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?:\/\/[^/]|#)/i.test(href) || !href.isWellFormed()) return undefined
  // eslint-disable-next-line no-control-regex
  return href.replace(/[\x00-\x20<>()[\]\\"`|\x7f-\u{10ffff}]/gu, (character) =>
    character.charCodeAt(0) < 0x80
      ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
      : encodeURIComponent(character),
  )
}
