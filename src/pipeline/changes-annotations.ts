import type { Annotation } from '../core/action.ts'
import { ANNOTATIONS_PER_LEVEL, annotationOf, pickAnnotations } from '../report/annotations.ts'
import type { Finding } from '../report/finding.ts'
import { countOf } from '../report/words.ts'
import type { ConfigFault } from '../repository/config/fault.ts'
import type { Changes, Notice } from '../repository/items.ts'

const RULES = {
  gone: 'changes/deleted-stack',
  base: 'changes/base',
  notice: 'changes/notice',
  fault: 'changes/configuration',
} as const

/** What everybody must see comes before what belongs to a line of a file: GitHub shows ten of a level. */
export function changeAnnotations(changes: Changes, baseWarnings: readonly string[]): Annotation[] {
  const first = [...gone(changes), ...baseWarnings.map((message) => finding(RULES.base, { message }))]
  const others = pickAnnotations(changes.notices.map((notice) => finding(RULES.notice, notice))).shown
  return [...first, ...others].slice(0, ANNOTATIONS_PER_LEVEL).map(annotationOf)
}

function gone({ deletedStacks }: Changes): Finding[] {
  const names = deletedStacks.map(({ item }) => item.name)
  if (names.length === 0) return []
  const listed = names.slice(0, 10).join(', ')
  const message = `${countOf(names.length, 'stack')} gone from the repository: ${listed}${names.length > 10 ? ', …' : ''}`
  return [finding(RULES.gone, { message, help: 'What they manage still exists: no job destroys it.' })]
}

export function faultAnnotations(faults: readonly ConfigFault[]): Annotation[] {
  const findings = faults.map((fault) => ({ ...finding(RULES.fault, fault), severity: 'error' as const }))
  return pickAnnotations(findings).shown.map(annotationOf)
}

function finding(rule: string, notice: Notice): Finding {
  const { severity = 'warning', message, help, file, line, column } = notice
  return {
    rule,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    subject: '',
    ...(file === undefined
      ? {}
      : {
          location: {
            file,
            ...(line === undefined ? {} : { line }),
            ...(column === undefined ? {} : { column }),
          },
        }),
    fingerprint: '',
  }
}
