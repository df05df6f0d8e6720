import { UserError } from '../core/errors.ts'
import type { Redactor } from '../core/redactor.ts'
import type { ReportDocument } from './document.ts'
import type { Finding } from './finding.ts'
import type { Part, Verdict } from './part.ts'
import type { AttributeChange, DiffLine, ShownValue } from './resource-change.ts'
import type { Fold, Inline, Inlines, Section } from './section.ts'
import { collectTexts } from './texts.ts'

type Redact = (text: string) => string

/**
 * The same document with every text of it redacted, for what slipped past where it came from. Changes nothing else.
 * `redacted`: parts that `redactPart` made with the same redactor. Their sections are taken as they are, the very
 * objects: to redact a text twice changes nothing (see `makeRedactor`), and a big report has a million of them.
 */
export function redactDocument(
  document: ReportDocument,
  redactor: Redactor,
  redacted: readonly Part[] = [],
): ReportDocument {
  const redact = (text: string): string => redactor.redact(text)
  const done = new Set(redacted.flatMap((part) => part.sections))
  const sections = (all: readonly Section[]): Section[] =>
    all.map((section) => {
      if (done.has(section)) return section
      // `documentOf` puts each of several parts in a fold.
      if (section.kind !== 'fold') return sectionOf(section, redactor)
      return { ...foldHead(section, redact), sections: sections(section.sections) }
    })
  return {
    ...document,
    title: redact(document.title),
    verdict: inlines(document.verdict, redact),
    sections: sections(document.sections),
    footer: inlines(document.footer, redact),
  }
}

/** The same part with every text of it redacted. Ids of the run, rules and counts are our own and stay. */
export function redactPart(part: Part, redactor: Redactor): Part {
  const redact = (text: string): string => redactor.redact(text)
  const { subject, verdict } = part
  return {
    ...part,
    subject: {
      key: redact(subject.key),
      name: redact(subject.name),
      path: redact(subject.path),
      ...(subject.workspace === undefined ? {} : { workspace: redact(subject.workspace) }),
    },
    verdict: verdictOf(verdict, redact),
    headline: inlines(part.headline, redact),
    sections: part.sections.map((section) => sectionOf(section, redactor)),
    findings: part.findings.map((finding) => findingOf(finding, redact)),
    facts: Object.fromEntries(Object.entries(part.facts).map(([name, value]) => [name, redact(value)])),
  }
}

/**
 * The last check before a text leaves: the text itself, or a `UserError` when a secret is still in it, as it stands or
 * as a reader of the Markdown or HTML would see it. The error says how many and not what.
 */
export function publishable(text: string, redactor: Redactor): string {
  refuseLeaks(formsOf(text, redactor), redactor)
  return text
}

/**
 * As `publishable`, for data that is written as JSON: throws when one of the texts in it holds a secret. Words, ids and
 * digests of our own are not looked at: a pattern such as `\d{12}` would find a run's id, and a secret `status` a key.
 */
export function refuseSecrets(data: unknown, redactor: Redactor): void {
  const texts = collectTexts(data, OWN_FIELDS)
  refuseLeaks([[...texts].join('\n')], redactor)
}

/** Values under these names are made by us, from fixed words or as numbers, ids and digests. */
const OWN_FIELDS: ReadonlySet<string> = new Set(
  (
    'version kind rank level tone action sign status cause rule severity mode language fingerprint run counts noun ' +
    'digest plan-digest rawActions align key formatVersion terraformVersion'
  ).split(' '),
)

function refuseLeaks(forms: readonly string[], redactor: Redactor): void {
  const leaks = Math.max(...forms.map((form) => redactor.leaks(form)))
  if (leaks === 0) return
  throw new UserError(
    `Refused to publish: the finished text still holds ${leaks === 1 ? 'a sensitive value' : `${leaks} sensitive values`}.`,
    {
      causeClass: 'policy',
      help: 'Nothing was published. Mark the value as sensitive where it is defined, or add a pattern to `redact`.',
    },
  )
}

/**
 * A text as it stands and as its readers see it. Of the latter, where a search by line is enough, only the lines that
 * are read in another way: the others have been searched.
 */
function formsOf(text: string, { byLine }: Redactor): string[] {
  const lines = byLine ? text.split('\n') : [text]
  const having = (sign: RegExp): string => lines.filter((line) => sign.test(line)).join('\n')
  const read = [
    asRead(having(/[<&\\]/)),
    asRead(having(/`/)).replaceAll('`', ''),
    asRead(having(/[*]/)).replace(/[`*]/g, ''),
  ]
  return [text, ...read.filter((form) => form !== '')]
}

/** Without what our escapers put in: comments and tags, entities, backslashes. */
function asRead(text: string): string {
  return text
    .replace(/<!-- -->|<\/?(?:code|b|em|a|sub)\b[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

function inlines(all: Inlines, redact: Redact): Inlines {
  return all.map((inline): Inline => {
    if (typeof inline === 'string') return redact(inline)
    if ('code' in inline) return { code: redact(inline.code) }
    if ('strong' in inline) return { strong: inlines(inline.strong, redact) }
    if ('emphasis' in inline) return { emphasis: inlines(inline.emphasis, redact) }
    return { link: inlines(inline.link, redact), href: redact(inline.href) }
  })
}

function sectionOf(section: Section, redactor: Redactor): Section {
  const redact = (text: string): string => redactor.redact(text)
  switch (section.kind) {
    case 'heading':
    case 'text':
      return { ...section, text: inlines(section.text, redact) }
    case 'list':
      return { ...section, items: section.items.map((item) => inlines(item, redact)) }
    case 'table':
      return {
        ...section,
        noun: redact(section.noun),
        columns: section.columns.map((column) => ({ ...column, title: redact(column.title) })),
        rows: section.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => inlines(cell, redact)) })),
        ...(section.compact === undefined ? {} : { compact: sectionOf(section.compact, redactor) }),
      }
    case 'attribute-diff':
      return { ...section, changes: section.changes.map((change) => changeOf(change, redactor)) }
    case 'line-diff':
      return { ...section, lines: linesOf(section.lines, redactor) }
    case 'code':
      return { ...section, text: redact(section.text) }
    case 'graph':
      return {
        ...section,
        title: redact(section.title),
        nodes: section.nodes.map((node) => ({ ...node, label: redact(node.label) })),
        edges: section.edges.map((edge) =>
          edge.label === undefined ? edge : { ...edge, label: redact(edge.label) },
        ),
      }
    case 'fold':
      return {
        ...foldHead(section, redact),
        sections: section.sections.map((child) => sectionOf(child, redactor)),
      }
  }
}

function foldHead(fold: Fold, redact: Redact): Fold {
  return { ...fold, noun: redact(fold.noun), summary: inlines(fold.summary, redact) }
}

function changeOf(change: AttributeChange, redactor: Redactor): AttributeChange {
  return {
    ...change,
    path: redactor.redact(change.path),
    before: valueOf(change.before, redactor),
    after: valueOf(change.after, redactor),
    ...(change.lines === undefined ? {} : { lines: linesOf(change.lines, redactor) }),
  }
}

function valueOf(value: ShownValue, redactor: Redactor): ShownValue {
  return value.kind === 'value' ? { ...value, text: redactor.redact(value.text) } : value
}

/** Line by line; and as a whole when a secret of several lines runs through them. */
function linesOf(lines: readonly DiffLine[], redactor: Redactor): readonly DiffLine[] {
  const redacted = lines.map((line) => ({ ...line, text: redactor.redact(line.text) }))
  const side = (left: '+' | '-'): string =>
    redacted
      .filter(({ sign }) => sign !== left && sign !== 'gap')
      .map(({ text }) => text)
      .join('\n')
  const open = redactor.leaks(side('+')) > 0 || redactor.leaks(side('-')) > 0
  return open ? [{ sign: ' ', text: '(sensitive value)' }] : redacted
}

function verdictOf(verdict: Verdict, redact: Redact): Verdict {
  if (verdict.kind === 'ok') return verdict
  const reason = redact(verdict.reason)
  return verdict.kind === 'waiting'
    ? { ...verdict, reason, on: verdict.on.map(redact) }
    : { ...verdict, reason }
}

function findingOf(finding: Finding, redact: Redact): Finding {
  return {
    ...finding,
    message: redact(finding.message),
    ...(finding.help === undefined ? {} : { help: redact(finding.help) }),
    subject: redact(finding.subject),
    ...(finding.location === undefined
      ? {}
      : { location: { ...finding.location, file: redact(finding.location.file) } }),
    // A hash says nothing, and a pattern that hits hexadecimal digits must not make all findings one.
    fingerprint: /^[0-9a-f]{16,}$/.test(finding.fingerprint)
      ? finding.fingerprint
      : redact(finding.fingerprint),
  }
}
