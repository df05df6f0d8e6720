import { shortCommit } from '../core/short-commit.ts'
import type { ReportDocument } from './document.ts'
import { foldsOf, shortHeadline, subjectName, tablesOf } from './overview-rows.ts'
import { verdictWords } from './overview-verdict.ts'
import type { Part } from './part.ts'
import type { Inlines, Section } from './section.ts'
import { countOf, secondsText } from './words.ts'

export interface OverviewOptions {
  /** In the singular: `Terraform plan`. */
  readonly title: string
  /** Of several parts. Default: the title with an s. */
  readonly plural?: string
  /** Said before everything else: what was left out, what could not be done. */
  readonly notes?: readonly Section[]
  /** Goes before the words that are made of the parts: what is wrong beside them. Then the report is never good. */
  readonly alert?: Inlines
  /** How many stacks there are, where only those that a change touches were looked at. Default 0: it is not known. */
  readonly found?: number
  /** What is said where there is no part and need be none. Default: that none of the stacks is touched. */
  readonly nothing?: Inlines
  /** Shows even a single part as one of several: in a table. */
  readonly asTable?: boolean
  /** At the end of the small print, in place of a link to the job. */
  readonly links?: readonly { readonly text: string; readonly href: string }[]
  /** Leaves out what differs from run to run by itself, time and link: to tell whether anything was said anew. */
  readonly stable?: boolean
}

/** Merges parts into one document: one part is shown whole, several get a table with a row each and a fold each. */
export function documentOf(parts: readonly Part[], options: OverviewOptions): ReportDocument {
  const [only] = parts
  const { notes = [], alert } = options
  const footer = footerOf(parts, options)
  if (parts.length === 1 && only !== undefined && options.asTable !== true && alert === undefined) {
    return {
      title: `${options.title} · ${subjectName(only)}`,
      verdict: shortHeadline(only),
      tone: toneOf(parts),
      sections: [...notes, ...only.sections],
      footer,
    }
  }
  const isUntouched = parts.length === 0 && (options.nothing !== undefined || (options.found ?? 0) > 0)
  const words = parts.length === 0 ? nothingWords(options) : verdictWords(parts)
  return {
    title: options.plural ?? `${options.title}s`,
    verdict: alert === undefined ? words : [...alert, ...(parts.length === 0 ? [] : ['; ', ...words])],
    tone: alert !== undefined ? 'bad' : isUntouched ? untouchedTone(notes) : toneOf(parts),
    sections: [...notes, ...tablesOf(parts, options.stable === true), ...foldsOf(parts)],
    footer,
  }
}

function toneOf(parts: readonly Part[]): ReportDocument['tone'] {
  // Nothing judged is nothing verified.
  if (parts.length === 0) return 'bad'
  if (parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown')) return 'bad'
  return parts.some((part) => part.status !== 'ok' || part.verdict.kind !== 'ok') ? 'changed' : 'good'
}

/** A caution, of a stack that is gone, is nothing to be at ease about. */
function untouchedTone(notes: readonly Section[]): ReportDocument['tone'] {
  return notes.some((note) => note.kind === 'text' && note.tone === 'caution') ? 'changed' : 'good'
}

function nothingWords({ nothing, found = 0 }: OverviewOptions): Inlines {
  if (nothing !== undefined) return nothing
  return [found === 0 ? 'No stacks found' : `This change touches none of ${countOf(found, 'stack')}`]
}

function footerOf(parts: readonly Part[], { stable, links }: OverviewOptions): Inlines {
  const [first] = parts
  const urls = new Set(parts.flatMap(({ run }) => (run.url === undefined ? [] : [run.url])))
  // Of several jobs each row has its own.
  const jobLog = urls.size === 1 ? [...urls].map((href) => ({ text: 'job log', href })) : []
  const shown = stable === true ? [] : (links ?? jobLog)
  const linked = shown.map(({ text, href }): Inlines => [{ link: [text], href }])
  const pieces: Inlines[] = [...(first === undefined ? [] : factsOf(first, parts, stable)), ...linked]
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [' · ', ...piece]))
}

function factsOf(first: Part, parts: readonly Part[], stable: boolean | undefined): Inlines[] {
  const tools = [...new Set(parts.map(({ facts }) => toolName(facts)).filter((name) => name !== ''))]
  const digest = parts.length === 1 ? first.facts['plan-digest'] : undefined
  return [
    ...(first.run.sha === '' ? [] : [['commit ', { code: shortCommit(first.run.sha) }]]),
    ...(tools.length === 0 ? [] : [[tools.join(', ')]]),
    ...(digest === undefined ? [] : [['plan ', { code: digest.slice(0, 12) }]]),
    ...(stable === true ? [] : [[secondsText(parts.reduce((sum, part) => Math.max(sum, part.seconds), 0))]]),
  ]
}

function toolName(facts: Readonly<Record<string, string>>): string {
  const { tool, version } = facts
  if (tool === undefined) return ''
  return `${tool === 'tofu' ? 'OpenTofu' : 'Terraform'}${version === undefined ? '' : ` ${version}`}`
}
