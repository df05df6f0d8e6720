import type { LogAnnotation } from '../core/ports.ts'
import type { Finding, Severity } from './finding.ts'
import { visible, visibleLine } from './visible.ts'

/** GitHub shows ten annotations of each kind per step and drops the rest without a word. */
export const ANNOTATIONS_PER_LEVEL = 10
/** Longer titles are cut by the API; a message of pages helps nobody in a diff. Code units. */
const TITLE_LENGTH = 255
const MESSAGE_LENGTH = 4000

const levels: readonly Severity[] = ['error', 'warning', 'notice']

export interface PickedAnnotations {
  /** Errors, then warnings, then notices; those with a line first, then those with a file, else as they came. */
  readonly shown: readonly Finding[]
  readonly leftOut: number
}

export function pickAnnotations(findings: readonly Finding[]): PickedAnnotations {
  const shown = levels.flatMap((level) =>
    findings
      .filter(({ severity }) => severity === level)
      .sort((a, b) => placed(b) - placed(a))
      .slice(0, ANNOTATIONS_PER_LEVEL),
  )
  return { shown, leftOut: findings.length - shown.length }
}

function placed({ location }: Finding): number {
  if (location === undefined) return 0
  return location.line === undefined ? 1 : 2
}

export interface Annotation {
  readonly severity: Severity
  readonly message: string
  readonly at: LogAnnotation
}

/** Annotations of the findings that are shown, redacted. */
export function shownAnnotations(
  { shown }: PickedAnnotations,
  redact: (text: string) => string,
): readonly Annotation[] {
  return shown.map(annotationOf).map((item) => ({ ...item, message: redact(item.message) }))
}

/** A finding in the words and the shape of an annotation: subject and rule in the title, help under the message. */
export function annotationOf(finding: Finding): Annotation {
  const { location, help } = finding
  const message = visible(
    help === undefined || help === '' ? finding.message : `${finding.message}\n\n${help}`,
  )
  return {
    severity: finding.severity,
    // An annotation without a message is refused by the runner.
    message: shortened(message, MESSAGE_LENGTH) || finding.rule,
    at: {
      title: shortened(
        visibleLine([finding.subject, finding.rule].filter((word) => word !== '').join(': ')),
        TITLE_LENGTH,
      ),
      ...(location === undefined ? {} : placeOf(location)),
    },
  }
}

/** Lines only where they make sense; columns only within one line, as the checks API wants it. */
function placeOf(location: NonNullable<Finding['location']>): LogAnnotation {
  const file = visibleLine(location.file)
  const { line, endLine, column, endColumn } = location
  if (line === undefined || line < 1) return { file }
  const end = endLine !== undefined && endLine > line ? endLine : undefined
  return {
    file,
    line,
    ...(end === undefined ? {} : { endLine: end }),
    ...(column === undefined || end !== undefined ? {} : { column }),
    ...(column === undefined || endColumn === undefined || endColumn < column || end !== undefined
      ? {}
      : { endColumn }),
  }
}

function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}\u2026`
}
