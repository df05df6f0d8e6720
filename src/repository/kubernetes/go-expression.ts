import { folderOf, nameOf } from '../paths.ts'
import { field, scalar, text } from './plain.ts'

/** The functions that people use in paths, as in Go's templates and Sprig. Anything else is unknown. */
const functions: Readonly<Record<string, (args: readonly unknown[]) => unknown>> = {
  lower: strings(([value = '']) => value.toLowerCase()),
  upper: strings(([value = '']) => value.toUpperCase()),
  trim: strings(([value = '']) => value.trim()),
  toString: strings(([value = '']) => value),
  base: strings(([value = '']) => nameOf(value)),
  osBase: strings(([value = '']) => nameOf(value)),
  dir: strings(([value = '']) => folderOf(value)),
  osDir: strings(([value = '']) => folderOf(value)),
  normalize: strings(([value = '']) => normalizedName(value)),
  trimPrefix: strings(([prefix = '', value = '']) =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimSuffix: strings(([suffix = '', value = '']) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  replace: strings(([old = '', by = '', value = '']) => value.split(old).join(by)),
  print: strings((values) => values.join('')),
  printf: strings(([format = '', ...values]) => {
    let at = 0
    const result = format.replace(/%[svd]/g, () => values[at++] ?? '')
    return result.replace(/%[svd]/g, '').includes('%') ? undefined : result
  }),
  splitList: strings(([separator = '', value = '']) => value.split(separator)),
  index: ([from, ...keys]) => keys.reduce((at, key) => field(at, text(key) ?? ''), from),
  get: ([from, key]) => field(from, text(key) ?? ''),
  first: ([list]) => (Array.isArray(list) ? (list as unknown[])[0] : undefined),
  last: ([list]) => (Array.isArray(list) ? (list as unknown[]).at(-1) : undefined),
  join: ([separator, list]) =>
    Array.isArray(list) ? list.map((item) => text(item) ?? '').join(text(separator) ?? '') : undefined,
  // Not `default`: of a parameter that is unknown here nobody knows whether it is empty there.
}

/** The value of one expression in braces; undefined when it cannot be told. */
export function evaluateGo(expression: string, parameters: unknown): unknown {
  if (expression.length > 2_000) return undefined
  const tokens = expression.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\)(?:\.\w+)*|[(|]|[^\s()|"`]+/g) ?? []
  const reader = { tokens, at: 0, parameters, depth: 0 }
  const value = pipeline(reader)
  return reader.at === tokens.length ? value : undefined
}

interface Reader {
  readonly tokens: readonly string[]
  readonly parameters: unknown
  at: number
  depth: number
}

/** `a | b c`: the value before the bar is the last argument of what follows. */
function pipeline(reader: Reader): unknown {
  let value = command(reader, [])
  while (reader.tokens[reader.at] === '|') {
    reader.at++
    value = command(reader, [value])
  }
  return value
}

function command(reader: Reader, last: readonly unknown[]): unknown {
  const name = reader.tokens[reader.at]
  if (name !== undefined && /^[A-Za-z]\w*$/.test(name) && name !== 'true' && name !== 'false') {
    reader.at++
    const args = [...operands(reader), ...last]
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined
    return args.includes(undefined) ? undefined : known?.(args)
  }
  const [value, ...rest] = operands(reader)
  return rest.length > 0 || last.length > 0 ? undefined : value
}

function operands(reader: Reader): readonly unknown[] {
  const found: unknown[] = []
  for (let token = reader.tokens[reader.at]; token !== undefined; token = reader.tokens[reader.at]) {
    if (token === '|' || token.startsWith(')')) break
    reader.at++
    if (token !== '(') found.push(operand(token, reader.parameters))
    else if (reader.depth >= 20) return [undefined]
    else {
      reader.depth++
      found.push(pipeline(reader))
      reader.depth--
      const close = reader.tokens[reader.at]
      if (close?.startsWith(')') !== true) return [undefined]
      reader.at++
      // `(index .a 0).b`
      if (close !== ')') found.push(field(found.pop(), ...close.slice(2).split('.')))
    }
  }
  return found
}

function operand(token: string, parameters: unknown): unknown {
  if (token.startsWith('`')) return token.slice(1, -1)
  if (token.startsWith('"')) {
    try {
      return JSON.parse(token) as unknown
    } catch {
      return undefined
    }
  }
  if (/^-?\d+$/.test(token)) return token
  const path = token.startsWith('$.') ? token.slice(1) : token
  if (/^(?:\.[\w]+)+$/.test(path)) return field(parameters, ...path.slice(1).split('.'))
  return undefined
}

function strings(of: (args: readonly string[]) => unknown): (args: readonly unknown[]) => unknown {
  return (args) => {
    const given = args.map(scalar)
    return given.includes(undefined) ? undefined : of(given as string[])
  }
}

/** As Argo CD makes a text fit for a name (its `basenameNormalized`, and `normalize` in templates). */
export const normalizedName = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, '')
