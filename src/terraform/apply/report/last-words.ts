import type { Redactor } from '../../../core/redactor.ts'
import type { ReportDocument } from '../../../report/document.ts'
import { toMarkdown } from '../../../report/markdown.ts'
import { redactDocument } from '../../../report/redact-document.ts'
import type { Inlines, Section } from '../../../report/section.ts'
import { countOf, secondsText } from '../../../report/words.ts'
import type { LeftBehind } from '../left-behind.ts'
import type { ResourceResult } from '../stack-apply.ts'
import { lockTable, unlockSections } from './lock-sections.ts'

export interface LastWords {
  /** For an annotation: one paragraph. */
  readonly title: string
  readonly message: string
  /** For the job summary, Markdown. */
  readonly summary: string
}

/** Addresses that the annotation names; the summary has more. */
const NAMED = 10
/** Characters of the summary: there may be other parts of it, and little time. */
const SUMMARY_LIMIT = 60_000

/** What is said when an apply has not ended at the second signal, redacted: nothing may come after it. */
export function lastWords(left: LeftBehind, redactor: Redactor): LastWords {
  const { stack, tool, lock, resources } = left
  const flying = resources.filter(({ state, action }) => state === 'in-flight' && !SILENT.has(action))
  const done = resources.filter(({ state }) => state === 'done').length
  const named = flying.slice(0, NAMED).map(({ address }) => address)
  const more = flying.length > NAMED ? ` and ${flying.length - NAMED} more` : ''
  const message = [
    `${tool} apply of ${stack.name} has not ended and may be killed now: ${done} of ${countOf(resources.length, 'resource')} done`,
    flying.length === 0 ? 'none known to be in flight' : `in flight: ${named.join(', ')}${more}`,
    lockWords(left),
  ].join('; ')
  const document: ReportDocument = {
    title: `Terraform apply · ${stack.name} · stopped`,
    verdict: [
      { strong: ['not ended when it was told to stop for the second time'] },
      `: ${done} of ${countOf(resources.length, 'resource')} done`,
    ],
    tone: 'bad',
    sections: [...lockSections(left), ...flyingSections(flying), ...whatToDo(flying, lock.kind)],
    footer: [],
  }
  const summary = toMarkdown(redactDocument(document, redactor), { limit: SUMMARY_LIMIT }).text
  return {
    title: `${redactor.redact(stack.name)}: apply was stopped`,
    message: redactor.redact(message),
    summary,
  }
}

const SILENT: ReadonlySet<string> = new Set(['forget', 'move', 'import', 'invoke'])

function lockWords({ lock }: LeftBehind): string {
  switch (lock.kind) {
    case 'known':
      return `it holds the state lock ${lock.info.id ?? '(without an id)'} (${lock.info.who ?? 'by nobody named'}), which stays if it is killed`
    case 'asking':
      return 'it may hold the state lock; its id is being asked for'
    case 'not-asked':
    case 'unknown':
      return 'whether it holds the state lock could not be told: the next plan will'
  }
}

function lockSections(left: LeftBehind): Section[] {
  const { lock, stack, tool } = left
  if (lock.kind !== 'known') {
    return [{ kind: 'text', rank: 0, tone: 'caution', text: [capital(`${lockWords(left)}.`)] }]
  }
  return [
    {
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        { strong: ['The state was locked by this apply'] },
        '. If it was killed, the lock is still there.',
      ],
    },
    lockTable(lock.info),
    ...unlockSections(lock.info, stack, tool),
  ]
}

function flyingSections(flying: readonly ResourceResult[]): Section[] {
  if (flying.length === 0) return []
  return [
    {
      kind: 'table',
      rank: 0,
      noun: 'resources',
      columns: [{ title: 'In flight' }, { title: 'Action' }, { title: 'For', align: 'right' }],
      rows: flying.map(({ address, action, seconds }) => ({
        rank: 0,
        cells: [[{ code: address }], [action], seconds === undefined ? [] : [secondsText(seconds)]],
      })),
    },
  ]
}

function whatToDo(flying: readonly ResourceResult[], lock: LeftBehind['lock']['kind']): Section[] {
  const items: Inlines[] = []
  if (flying.length > 0) {
    items.push([
      'What was in flight may be there without the state knowing of it, or be marked as tainted: look for it, and import or delete it.',
    ])
  }
  items.push(['What was done in the last seconds may be missing from the state, too.'])
  items.push([
    lock === 'known'
      ? 'Then release the lock, plan again, and compare the plan with what is there.'
      : 'Then plan again, and compare the plan with what is there. If the state is locked, that plan says by whom.',
  ])
  return [{ kind: 'list', rank: 0, items }]
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
