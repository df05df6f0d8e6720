import { evaluateGo } from './go-expression.ts'
import { unknownPart } from './unknown-part.ts'
import { field, isRecord, scalar, text } from './plain.ts'

/** What a generator of an ApplicationSet gives to the template. Without an entry a parameter is unknown. */
export type Parameters = Readonly<Record<string, unknown>>

/** Fills in a template text of an ApplicationSet; `unknownPart` stands for what cannot be told from the files. */
export function renderText(template: string, parameters: Parameters, goTemplate: boolean): string {
  if (!template.includes('{{')) return template
  return goTemplate
    ? renderGo(template, parameters)
    : partsOf(template)
        .map(({ before, inner }) =>
          inner === undefined ? before : before + plainParameter(inner.trim(), parameters),
        )
        .join('')
}

/** What stands before each pair of braces and in it; the last part has none. Linear, whatever the text. */
function partsOf(template: string): { readonly before: string; readonly inner?: string }[] {
  const parts: { before: string; inner?: string }[] = []
  let from = 0
  for (;;) {
    const open = template.indexOf('{{', from)
    const close = open === -1 ? -1 : template.indexOf('}}', open + 2)
    if (close === -1) return [...parts, { before: template.slice(from) }]
    parts.push({ before: template.slice(from, open), inner: template.slice(open + 2, close) })
    from = close + 2
  }
}

/** All texts of a value, keys included; nesting that deep that no template has it is left out. */
export function renderValue(value: unknown, parameters: Parameters, goTemplate: boolean, depth = 0): unknown {
  if (typeof value === 'string') return renderText(value, parameters, goTemplate)
  if (typeof value !== 'object' || value === null || depth > 60) return value
  if (Array.isArray(value)) return value.map((item) => renderValue(item, parameters, goTemplate, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      renderText(key, parameters, goTemplate),
      renderValue(item, parameters, goTemplate, depth + 1),
    ]),
  )
}

/** The older form: only names in braces. `{{path}}` is the path itself, `{{path[1]}}` a segment of it. */
function plainParameter(name: string, parameters: Parameters): string {
  const literal = scalar(field(parameters, name))
  if (literal !== undefined) return literal
  const segment = /^(.*)\[(\d+)\]$/.exec(name)
  const keys = (segment?.[1] ?? name).split('.')
  const found = field(parameters, ...keys)
  if (segment !== null) {
    const list = Array.isArray(found) ? found : field(found, 'segments')
    return text(field(list, segment[2] ?? '')) ?? unknownPart
  }
  return (isRecord(found) ? text(field(found, 'path')) : scalar(found)) ?? unknownPart
}

/** Go templates: single expressions are evaluated; a block (`if`, `range`, `with`) as a whole is unknown. */
function renderGo(template: string, parameters: Parameters): string {
  let result = ''
  let depth = 0
  let trim = false
  for (const { before, inner } of partsOf(template)) {
    const trimmed = trim ? before.trimStart() : before
    if (depth === 0) result += inner?.startsWith('-') === true ? trimmed.trimEnd() : trimmed
    if (inner === undefined) break
    trim = inner.endsWith('-')
    const expression = inner.replace(/^-|-$/g, '').trim()
    const word = /^\w+/.exec(expression)?.[0] ?? ''
    if (/^(?:if|range|with|define|block)$/.test(word)) {
      if (depth++ === 0) result += unknownPart
    } else if (word === 'end') depth = Math.max(0, depth - 1)
    else if (depth > 0 || expression.startsWith('/*') || /^\$\w+\s*:?=/.test(expression)) continue
    else result += scalar(evaluateGo(expression, parameters)) ?? unknownPart
  }
  return result
}
