import { alternatives } from '../../hcl/alternatives.ts'
import { templateOf } from '../../hcl/values.ts'
import type { TemplatePart } from './facts.ts'

/** Locals of a module as templates; undefined where a local is no template. */
export type Locals = Readonly<Record<string, readonly TemplatePart[] | undefined>>

export interface Constant {
  /** The text up to the first part whose value is not known. */
  readonly text: string
  /** All of it is known. */
  readonly whole: boolean
}

/** Longer than any path: what locals in locals blow up to is not followed further. */
const MAX_LENGTH = 4_096
const MAX_DEPTH = 32

/**
 * The value of a template as far as the code alone tells it: literal text, `local.x` through the module's locals,
 * names whose values the caller gives (`path.module`, `path.root`, `path.cwd`), and what functions make of these.
 * Variables are never known: a default may be overridden. Locals that need each other are not known either.
 */
export function evaluate(
  parts: readonly TemplatePart[],
  locals: Locals,
  marks: Readonly<Record<string, string>> = {},
): Constant {
  const known: Known = { text: '', steps: 0, read: 0, depth: 0, open: new Set() }
  const whole = append(parts, locals, marks, known)
  return { text: known.text, whole }
}

interface Known {
  text: string
  /** Parts looked at: locals that are empty may be used without end, too. */
  steps: number
  /** Length of the expressions looked into: templates in each other are read again for each level. */
  read: number
  /** Templates and locals inside of each other. */
  depth: number
  /** Locals on the way, so that a circle ends. */
  readonly open: Set<string>
}

function append(
  parts: readonly TemplatePart[],
  locals: Locals,
  marks: Readonly<Record<string, string>>,
  known: Known,
): boolean {
  for (const part of parts) {
    known.steps += 1
    if (known.text.length > MAX_LENGTH || known.steps > MAX_LENGTH) return false
    if ('text' in part) {
      known.text += part.text
      continue
    }
    const { expression } = part
    if (Object.hasOwn(marks, expression)) {
      known.text += marks[expression] ?? ''
      continue
    }
    known.read += expression.length
    if (known.depth >= MAX_DEPTH || known.read > MAX_LENGTH) return false
    const local = localName(expression)
    const inner = local === undefined ? madeOf(expression) : own(locals, local)
    if (inner === undefined || (local !== undefined && known.open.has(local))) return false
    if (local !== undefined) known.open.add(local)
    known.depth += 1
    const whole = append(inner, locals, marks, known)
    known.depth -= 1
    if (local !== undefined) known.open.delete(local)
    if (!whole) return false
  }
  return known.text.length <= MAX_LENGTH
}

/** What an expression is, or what its functions make, as a template; undefined when it is none, or one of several. */
function madeOf(expression: string): readonly TemplatePart[] | undefined {
  if (!expression.endsWith(')')) return templateOf(expression)
  const [only, ...more] = alternatives(expression)
  const [first] = only ?? []
  if (more.length > 0 || (first !== undefined && 'expression' in first && first.expression === expression))
    return undefined
  return only
}

/** `x` of `local.x`. */
export function localName(expression: string): string | undefined {
  return /^local\.([\p{ID_Start}_][\p{ID_Continue}-]*)$/u.exec(expression)?.[1]
}

function own(locals: Locals, name: string): readonly TemplatePart[] | undefined {
  return Object.hasOwn(locals, name) ? locals[name] : undefined
}
