/** What Terraform or OpenTofu says about a fault. Raw: may hold secrets until it is redacted. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  /** One line. */
  readonly summary: string
  /** May have many lines; may be empty. */
  readonly detail: string
  /** Resource it belongs to, where the tool says so. */
  readonly address?: string
  /** The block around the place: `resource "aws_instance" "web"`. */
  readonly context?: string
  /** As the tool wrote it: relative to the stack's directory, `../modules/x/main.tf` too. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  /** References whose values the tool was looking at, as written: `data.terraform_remote_state.a.outputs`. */
  readonly about?: readonly string[]
}

/**
 * One diagnostic of `-json` output or of `validate -json`. The snippet is left out on purpose: its `values` (and
 * OpenTofu's `difference`) hold values of variables and attributes; only what they are values of is kept.
 * Format: https://developer.hashicorp.com/terraform/internals/machine-readable-ui#diagnostic
 */
export function diagnosticFromJson(value: unknown): Diagnostic | undefined {
  const raw = record(value)
  const summary = text(raw?.['summary'])
  if (raw === undefined || summary === undefined) return undefined
  const range = record(raw['range'])
  const start = record(range?.['start'])
  const end = record(range?.['end'])
  return clean({
    severity: raw['severity'] === 'warning' ? 'warning' : 'error',
    summary: oneLine(summary),
    detail: (text(raw['detail']) ?? '').trim(),
    address: text(raw['address']),
    context: text(record(raw['snippet'])?.['context']),
    file: text(range?.['filename']),
    line: positive(start?.['line']),
    column: positive(start?.['column']),
    endLine: positive(end?.['line']),
    endColumn: positive(end?.['column']),
    about: aboutOf(record(raw['snippet'])?.['values']),
  })
}

function aboutOf(values: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(values) ? values : []
  const about = list.flatMap((value) => text(record(value)?.['traversal']) ?? [])
  return about.length === 0 ? undefined : about
}

/** What `validate -json` printed; undefined when it is not that. */
export function parseValidateOutput(
  stdout: string,
): { readonly valid: boolean; readonly diagnostics: readonly Diagnostic[] } | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(stdout)
  } catch {
    return undefined
  }
  const raw = record(parsed)
  if (raw === undefined || typeof raw['valid'] !== 'boolean') return undefined
  const list: readonly unknown[] = Array.isArray(raw['diagnostics']) ? raw['diagnostics'] : []
  const diagnostics = list.flatMap((item) => diagnosticFromJson(item) ?? [])
  const errors = raw['error_count'] === 0 && diagnostics.every(({ severity }) => severity === 'warning')
  return { valid: raw['valid'] && errors, diagnostics }
}

/** Summary of what OpenTofu and Terraform put around the real errors of a configuration they cannot load. */
const wrapperSummary = /^(Terraform|OpenTofu) encountered problems during initiali[sz]ation/

/** Each once, in order; the words around other errors are left out, unless they are all there is. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>()
  for (const d of diagnostics) {
    // Text output is wrapped, so that the same detail may come with other line ends.
    const key = JSON.stringify([d.severity, d.summary, oneLine(d.detail), d.address, d.file, d.line])
    if (!seen.has(key)) seen.set(key, d)
  }
  const all = [...seen.values()]
  const real = all.filter(({ summary }) => !wrapperSummary.test(summary))
  return real.some(({ severity }) => severity === 'error') ? real : all
}

export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error')
}

/** Summary and detail in one line: what patterns are matched against. */
export function diagnosticText(d: Diagnostic): string {
  return oneLine(`${d.summary} ${d.detail}`)
}

export function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}

/** A diagnostic from parts of which any optional one may be undefined. */
export function clean(parts: LooseDiagnostic): Diagnostic {
  const { severity, summary, detail, ...rest } = parts
  const known = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { severity, summary, detail, ...(Object.fromEntries(known) as Partial<Diagnostic>) }
}

type LooseDiagnostic = Pick<Diagnostic, 'severity' | 'summary' | 'detail'> & {
  readonly [Key in Exclude<keyof Diagnostic, 'severity' | 'summary' | 'detail'>]?: Diagnostic[Key] | undefined
}

export function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
}
