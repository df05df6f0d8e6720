import type { AttributeChange, DiffLine, ShownValue } from './resource-change.ts'
import type { AttributeDiff } from './section.ts'
import { visible, visibleLine } from './visible.ts'

/** Stands between the sign and the text of a line from inside a value, so that `- item` of a YAML list is no deletion. */
const GUTTER = '\u2502'

/**
 * The lines of a `diff` block, coloured by their first character: `+` and `-` for what comes and goes, `!` for what
 * changes in a way that cannot be shown as two lines, `@@` for folded lines, `#` for remarks.
 *
 *     - instance_type = "t3.micro"
 *     + instance_type = "t3.large" # forces replacement
 *     ! password = (sensitive value)
 *     ! policy (JSON):
 *       │ "Effect": "Allow",
 *     - │ "Action": "s3:GetObject"
 *     @@ 12 unchanged lines @@
 *     # 14 unchanged attributes
 */
export function attributeLines(diff: AttributeDiff): string[] {
  const lines = diff.changes.flatMap(changeLines)
  if (diff.unchanged > 0) {
    lines.push(`# ${diff.unchanged} unchanged ${diff.unchanged === 1 ? 'attribute' : 'attributes'}`)
  }
  return lines
}

/** The lines of a line diff, for a `diff` block. One line of text each. */
export function lineDiffLines(lines: readonly DiffLine[]): string[] {
  return lines.map(({ sign, text }) => (sign === 'gap' ? `@@ ${visibleLine(text)} @@` : withText(sign, text)))
}

function changeLines(change: AttributeChange): string[] {
  const path = visibleLine(change.path)
  const remark = change.forcesReplacement ? ' # forces replacement' : ''
  const block = blockOf(change)
  if (block !== undefined) {
    const label =
      change.language === undefined || change.language === 'text' ? '' : ` (${change.language.toUpperCase()})`
    return [`${signOf(change)} ${path}${label}:${remark}`, ...block.map(gutterLine)]
  }
  const before = shownValue(change.before)
  const after = shownValue(change.after)
  if (change.action === 'remove' || change.after.kind === 'absent') return [`- ${path} = ${before}${remark}`]
  if (change.action === 'add' || change.before.kind === 'absent') return [`+ ${path} = ${after}${remark}`]
  // Both sides read the same (two secrets): a pair of equal lines would look like a mistake.
  if (before === after) return [`! ${path} = ${after}${remark}`]
  return [`- ${path} = ${before}`, `+ ${path} = ${after}${remark}`]
}

function signOf(change: AttributeChange): '+' | '-' | '!' {
  if (change.action === 'change') return '!'
  return change.action === 'add' ? '+' : '-'
}

/**
 * The lines that may be shown. When a side is hidden, no line of it may be, whatever the data says: then only remarks
 * are, which are in our own words. Undefined when there are none.
 */
export function openLines({ lines, before, after }: AttributeChange): readonly DiffLine[] | undefined {
  if (lines === undefined || lines.length === 0) return undefined
  const open = openText(before) !== undefined && openText(after) !== undefined
  return open || lines.every(({ sign }) => sign === 'gap') ? lines : undefined
}

/** What is shown line by line. */
function blockOf(change: AttributeChange): readonly DiffLine[] | undefined {
  const lines = openLines(change)
  if (lines !== undefined) return lines
  const before = openText(change.before)
  const after = openText(change.after)
  if (before === undefined || after === undefined) return undefined
  if (!before.includes('\n') && !after.includes('\n')) return undefined
  const side = (sign: '-' | '+', text: string): DiffLine[] =>
    text === ''
      ? []
      : visible(text)
          .split('\n')
          .map((line) => ({ sign, text: line }))
  return [...side('-', before), ...side('+', after)]
}

function openText(value: ShownValue): string | undefined {
  if (value.kind === 'value') return value.text
  return value.kind === 'absent' ? '' : undefined
}

function gutterLine({ sign, text }: DiffLine): string {
  if (sign === 'gap') return `@@ ${visibleLine(text)} @@`
  return withText(`${sign} ${GUTTER}`, text)
}

/** White space may be what changed, so tabs and what stands at the end stay; only an empty line gets none. */
function withText(start: string, text: string): string {
  return text === '' ? start.trimEnd() : `${start} ${visible(text).replaceAll('\n', ' ')}`
}

/** What stands for a value, on one line. */
export function shownValue(value: ShownValue): string {
  switch (value.kind) {
    case 'value':
      return visibleLine(value.text)
    case 'sensitive':
      return '(sensitive value)'
    case 'unknown':
      return '(known after apply)'
    case 'write-only':
      return '(write-only)'
    case 'absent':
      return 'null'
  }
}
