import { withoutCommands } from '../core/log.ts'

/**
 * Text from outside made safe to look at: what a terminal, a browser or a log viewer would act on instead of showing
 * is taken out or written down as what it is. The first step of every escaper, so a reader never sees a text that
 * says something else than the data.
 */

/** ECMA-48: control sequences (colours, cursor), operating system commands (titles, links), and the short ones. */
const ansi = new RegExp(
  [
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]`,
    String.raw`\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)`,
    String.raw`\x1b[PX^_][^\x1b]*\x1b\\`,
    String.raw`\x1b[ -/]*[0-~]`,
  ].join('|'),
  'g',
)

/** Everything a reader would see unchanged, whatever comes later; our own `…` with it. Most texts are of this kind. */
const harmless = /^[\t\n\x20-\x7e\u2026]*$/

/**
 * Controls except tab and line feed, format characters (bidirectional overrides, zero width, tags), line and
 * paragraph separators, lone surrogates, letters without a shape, supplementary variation selectors, noncharacters.
 */
const unseen = new RegExp(
  [
    String.raw`[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]`,
    String.raw`\u034f|\u17b4|\u17b5|[\u115f\u1160\u3164\uffa0]`,
    String.raw`[\u{e0100}-\u{e01ef}\ufdd0-\ufdef\ufffe\uffff]`,
  ].join('|'),
  'gu',
)

/** How our own comments are recognised (see the sticky comment): data must never look like one. */
const marker = /<!--(?=\s*gitops-pipeline)/gi

function spelledOut(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  const hex = code.toString(16).padStart(4, '0')
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`
}

/**
 * The text as it may be shown, lines kept: escape codes are stripped; other control characters become their symbols
 * (`␀`, `␍`); bidirectional overrides, zero-width and other unseen characters and lone surrogates are written out as
 * `\u202e`; CRLF becomes LF; the marker of our comments is broken. Applying it twice changes nothing more.
 */
export function visible(text: string): string {
  let shown = text
  if (!harmless.test(shown)) {
    shown = shown.replace(/\r\n/g, '\n').replace(ansi, '').replace(unseen, spelledOut)
  }
  return shown.includes('<!--') ? shown.replace(marker, '<! --') : shown
}

/** As `visible`, on one line: line feeds and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, ' ')
}

/**
 * Text for the job log: visible, and no line of it is a workflow command. The runner acts on `::name` at the start of
 * a line after white space (ActionCommand.TryParseV2), and on `##[name]` anywhere in a line (TryParse); both get a
 * space in between.
 */
export function logSafe(text: string): string {
  return withoutCommands(visible(text))
}
