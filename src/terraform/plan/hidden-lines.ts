import type { Redactor } from '../../core/redactor.ts'
import { hidesName, placeholder } from './secret-names.ts'

// `password: x`, `- name: X`, `export TOKEN=x`, `--password=x`, `"key": "x"`
const assignment =
  /^(\s*(?:[-*]\s+)?(?:export\s+|set\s+|--?)?)(["']?)([A-Za-z_][\w./-]*)\2(\s*=\s*|\s*:(?:\s+|$))(.*)$/

interface PairName {
  readonly column: number
  readonly hidden: boolean
}

/**
 * Hides by name inside text that is not JSON: YAML values files, env files, scripts. Line by line and by shape only,
 * as there is no parser here: the rest of a line after a hidden name, block scalars and lists below it, and the value
 * beside a hidden `name:`. What is hidden goes to `hidden`, so that two sides can be compared.
 */
export function hideInLines(lines: readonly string[], redactor: Redactor, hidden: string[]): string[] {
  /** Column of a hidden key whose lines below are hidden too. */
  let below: { readonly column: number; readonly listOnly: boolean } | undefined
  let pair: PairName | undefined
  return lines.map((line) => {
    const column = line.search(/\S/)
    if (below !== undefined && column >= 0) {
      const inside = below.listOnly
        ? column >= below.column && /^\s*-\s/.test(line) && !assignment.test(line)
        : column > below.column
      if (inside) return hide(line.slice(0, column), line.slice(column))
      below = undefined
    }
    const found = assignment.exec(line)
    if (found === null) return line
    const [, lead = '', quote = '', name = '', middle = '', rest = ''] = found
    const keyColumn = lead.length
    if (pair !== undefined && keyColumn < pair.column) pair = undefined
    if (/^(name|key)$/i.test(name)) pair = { column: keyColumn, hidden: hidesName(redactor, unquoted(rest)) }
    const besideName = /^values?$/i.test(name) && pair?.hidden === true && pair.column === keyColumn
    if (!besideName && !hidesName(redactor, name)) return line
    const start = lead + quote + name + quote + middle
    const block = /^[|>][-+\d]*\s*(#.*)?$/.test(rest)
    if (block || rest === '') {
      below = { column: block ? column : keyColumn, listOnly: !block }
      return line
    }
    return hide(start, rest)
  })

  function hide(start: string, secret: string): string {
    hidden.push(secret)
    return start + placeholder
  }
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** Mostly `key:` and `- item` lines, seen from the first two hundred. */
export function looksLikeYaml(lines: readonly string[]): boolean {
  let keys = 0
  let fitting = 0
  let filled = 0
  for (const line of lines.slice(0, 200)) {
    if (line.trim() === '') continue
    filled++
    if (/^\s*(?:-\s+)*["']?[\w./-]+["']?:(?:\s|$)/.test(line)) keys++
    else if (!/^\s*(?:-\s|-$|#|---$|\.\.\.$)/.test(line)) continue
    fitting++
  }
  return keys > 0 && fitting * 3 >= filled * 2
}
