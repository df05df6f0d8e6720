import { UserError, errorMessage } from './errors.ts'

/** Turns the text of an input into its value. Throws an Error whose message completes "input `x` …". */
export type Parser<T> = (raw: string) => T

export interface Input<T> {
  readonly parse: Parser<T>
  /** As in action.yml (a test compares them). Empty: the input may be left out and is then parsed as ''. */
  readonly default: string
  readonly required: boolean
}

export type InputSpec = Readonly<Record<string, Input<unknown>>>
export type InputValues<S extends InputSpec> = {
  readonly [K in keyof S]: S[K] extends Input<infer T> ? T : never
}

export function input<T>(parse: Parser<T>, options: { default?: string; required?: boolean } = {}): Input<T> {
  return { parse, default: options.default ?? '', required: options.required ?? false }
}

export const text: Parser<string> = (raw) => raw

export const optional =
  <T>(parse: Parser<T>): Parser<T | undefined> =>
  (raw) =>
    raw === '' ? undefined : parse(raw)

/** One entry a line; empty lines are left out. */
export const lines: Parser<readonly string[]> = (raw) =>
  raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Only `true` and `false`: the YAML words that differ between tools (`yes`, `on`) are refused. */
export const bool: Parser<boolean> = (raw) => {
  if (raw === 'true') return true
  if (raw === 'false') return false
  throw new Error(`must be true or false, not ${quoted(raw)}`)
}

export const oneOf =
  <const T extends string>(...values: readonly T[]): Parser<T> =>
  (raw) => {
    const found = values.find((value) => value === raw)
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}, not ${quoted(raw)}`)
    return found
  }

export const count: Parser<number> = (raw) => {
  if (!/^\d{1,9}$/.test(raw)) throw new Error(`must be a whole number, not ${quoted(raw)}`)
  return Number(raw)
}

/** `90s`, `5m`, `1h`, kept as text: terraform and we read the same form. `0s` means no waiting. */
export const duration: Parser<string> = (raw) => {
  if (!/^\d{1,6}(s|m|h)$/.test(raw))
    throw new Error(`must be a duration such as 90s or 5m, not ${quoted(raw)}`)
  return raw
}

/** A path inside the workspace, with `/`, without `..`: hostile names end here. */
export const repoPath: Parser<string> = (raw) => {
  if (raw.includes('\0')) throw new Error('must not hold a NUL character')
  const parts = raw.replaceAll('\\', '/').split('/')
  if (/^([A-Za-z]:)?\//.test(raw.replaceAll('\\', '/'))) {
    throw new Error(`must be relative to the repository root, not ${quoted(raw)}`)
  }
  if (parts.includes('..')) throw new Error(`must stay inside the repository, not ${quoted(raw)}`)
  const clean = parts.filter((part) => part !== '' && part !== '.').join('/')
  return clean === '' ? '.' : clean
}

/**
 * Reads all inputs from the runner's `INPUT_*` variables. All faults are reported in one UserError.
 * Source of the naming rule: @actions/core `getInput` (upper case, spaces become `_`, dashes stay).
 */
export function readInputs<S extends InputSpec>(
  spec: S,
  env: Readonly<Record<string, string | undefined>>,
): InputValues<S> {
  const values: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, { parse, default: fallback, required }] of Object.entries(spec)) {
    const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
    const raw = given === '' ? fallback : given
    if (raw === '' && required) {
      faults.push(`input \`${name}\` is required`)
      continue
    }
    try {
      values[name] = parse(raw)
    } catch (thrown) {
      faults.push(`input \`${name}\` ${errorMessage(thrown)}`)
    }
  }
  if (faults.length === 0) return values as InputValues<S>
  const [first] = faults
  throw new UserError(
    faults.length === 1 && first !== undefined
      ? first
      : `${faults.length} inputs are wrong:\n- ${faults.join('\n- ')}`,
    {
      help: 'Correct the `with:` block of this step. The action’s README lists each input and its form.',
      where: 'inputs',
    },
  )
}

/** Short enough for a message; what does not belong in a log (a pasted secret) is not printed whole. */
function quoted(raw: string): string {
  return raw.length > 40 ? `a text of ${raw.length} characters` : JSON.stringify(raw)
}
