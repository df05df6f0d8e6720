import type { Redactor } from '../../../core/redactor.ts'
import type { ResourceChange } from '../../../report/resource-change.ts'
import type { Inlines, Rank, Table, TableRow } from '../../../report/section.ts'
import { secondsText } from '../../../report/words.ts'
import type { PlanModel } from '../../plan/plan-model.ts'
import { actionLabel, actionRank, addressInlines } from '../../report/words.ts'
import type { ResourceResult } from '../stack-apply.ts'

/** A result with the change of the plan it is of, both fit to be shown. */
export interface ShownResult {
  readonly result: ResourceResult
  readonly change: ResourceChange | undefined
}

/** Results in the order people read them: what went wrong first. */
export function shownResults(
  results: readonly ResourceResult[],
  model: PlanModel,
  redactor: Redactor,
): ShownResult[] {
  const changes = new Map(model.changes.map((change) => [keyOf(change), change]))
  return results
    .map((raw) => {
      const result = { ...raw, address: redactor.redact(raw.address), action: redactor.redact(raw.action) }
      return { result, change: changes.get(keyOf(result)) }
    })
    .sort((a, b) => stateOrder(a) - stateOrder(b) || rankOf(a) - rankOf(b))
}

const keyOf = ({ address, deposed = '' }: { readonly address: string; readonly deposed?: string }): string =>
  JSON.stringify([address, deposed])

const rankOf = ({ change }: ShownResult): Rank => (change === undefined ? 0 : actionRank(change))

const ORDER: readonly ResourceResult['state'][] = ['failed', 'in-flight', 'not-begun', 'done']

const stateOrder = ({ result }: ShownResult): number =>
  result.state === 'failed' && result.optional === true ? ORDER.length : ORDER.indexOf(result.state)

/** `add`, `change`, `destroy`, …: only what is done. */
export function doneCounts(shown: readonly ShownResult[]): Record<string, number> {
  const counts = {
    add: 0,
    change: 0,
    destroy: 0,
    replace: 0,
    import: 0,
    move: 0,
    forget: 0,
    read: 0,
    unknown: 0,
  }
  for (const { result, change } of shown) {
    if (result.half === 'deleted') counts.destroy++
    if (result.half === 'created') counts.add++
    if (result.state !== 'done') continue
    if (change?.importing !== undefined) counts.import++
    if (change?.previousAddress !== undefined) counts.move++
    switch (result.action) {
      case 'create':
        counts.add++
        break
      case 'update':
        counts.change++
        break
      case 'delete':
        counts.destroy++
        break
      case 'replace':
        counts.replace++
        break
      case 'replace, keep old':
        counts.add++
        counts.forget++
        break
      case 'forget':
        counts.forget++
        break
      case 'read':
        counts.read++
        break
      case 'move':
      case 'import':
        break
      default:
        counts.unknown++
    }
  }
  return counts
}

/** Action, resource, what became of it, time. */
export function resultTable(shown: readonly ShownResult[]): Table {
  return {
    kind: 'table',
    rank: 0,
    noun: 'resources',
    columns: [
      { title: 'Action' },
      { title: 'Resource' },
      { title: 'Result' },
      { title: 'Time', align: 'right' },
    ],
    rows: shown.map(rowOf),
  }
}

function rowOf(one: ShownResult): TableRow {
  const { result, change } = one
  const time: Inlines = result.seconds === undefined ? [] : [secondsText(result.seconds)]
  const address = change === undefined ? bareAddress(result) : addressInlines(change)
  const label = change === undefined ? result.action : actionLabel(change)
  return { rank: rowRank(one), cells: [[label], address, resultWords(result), time] }
}

const bareAddress = ({ address, deposed }: ResourceResult): Inlines =>
  deposed === undefined
    ? [{ code: address }]
    : [{ code: address }, ' (deposed object ', { code: deposed }, ')']

function rowRank(one: ShownResult): Rank {
  const { state, optional } = one.result
  if (state === 'done' || optional === true) return rankOf(one)
  return state === 'not-begun' ? 1 : 0
}

function resultWords({ state, half, optional, action }: ResourceResult): Inlines {
  if (half === 'deleted') return ['❌\u00a0', { strong: ['the old one is destroyed, the new one not there'] }]
  if (half === 'created') return ['❌\u00a0', { strong: ['the new one is there, the old one not destroyed'] }]
  switch (state) {
    case 'done':
      return ['✅\u00a0done']
    case 'failed':
      return optional === true ? ['⚠️\u00a0not read (in a check)'] : ['❌\u00a0', { strong: ['failed'] }]
    case 'in-flight':
      return SILENT.has(action)
        ? ['⚠️\u00a0not known']
        : ['⚠️\u00a0', { strong: ['in flight: what became of it is not known'] }]
    case 'not-begun':
      return ['⏸️\u00a0not begun']
  }
}

/** The tool never tells of these. */
const SILENT: ReadonlySet<string> = new Set(['forget', 'move', 'import', 'invoke'])
