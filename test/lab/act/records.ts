/** One line of `act --json`; the fields that matter here. */
export interface ActRecord {
  readonly level: string
  readonly msg: string
  readonly jobID?: string
  readonly matrix?: Readonly<Record<string, unknown>>
  readonly stepID?: readonly string[]
  /** A workflow command: `set-output`, `add-mask`, `summary`, `error`, … */
  readonly command?: string
  readonly name?: string
  readonly arg?: string
  readonly content?: string
  readonly kvPairs?: Readonly<Record<string, string>>
  readonly jobResult?: string
  /** Set for what a step printed. */
  readonly raw_output?: boolean
}

export interface ActAnnotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly file: string | undefined
  readonly line: number | undefined
}

export interface WorkflowResult {
  /** By id, with the matrix's values after it as GitHub shows them: `plan (infra/network)`. */
  readonly jobs: Readonly<Record<string, string>>
  /** By job, then `<step>.<output>`; a step without an id counts from 0. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly annotations: readonly ActAnnotation[]
  readonly summaries: readonly string[]
  /** What the steps printed. */
  readonly log: string
  /** Versions of Node that actions ran on. */
  readonly nodes: readonly string[]
}

/** @throws Error when a line is no JSON: act then says why it did not start. */
export function readRecords(stdout: string): ActRecord[] {
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as ActRecord
      } catch {
        throw new Error(`act says: ${line}`)
      }
    })
}

export function resultOf(records: readonly ActRecord[]): WorkflowResult {
  const jobs: Record<string, string> = {}
  const outputs: Record<string, Record<string, string>> = {}
  const annotations: ActAnnotation[] = []
  const summaries: string[] = []
  for (const record of records) {
    const job = jobName(record)
    if (record.jobResult !== undefined) jobs[job] = record.jobResult
    if (record.command === 'set-output') {
      const of = (outputs[job] ??= {})
      of[`${record.stepID?.at(-1) ?? ''}.${record.name ?? ''}`] = record.arg ?? ''
    }
    if (record.command === 'summary') summaries.push(record.content ?? '')
    if (isLevel(record.command)) annotations.push(annotation(record.command, record))
  }
  const log = records
    .filter((record) => record.raw_output === true)
    .map((record) => record.msg)
    .join('')
  const nodes = [...new Set([...log.matchAll(/on node (v\d+)\./g)].map((match) => match[1] ?? ''))]
  return { jobs, outputs, annotations, summaries, log, nodes }
}

/** All that would leave the runner. The record of a mask holds the secret in clear; GitHub shows no such line. */
export function shownText(records: readonly ActRecord[]): string {
  return records
    .filter((record) => record.command !== 'add-mask' && record.level !== 'debug')
    .map((record) => JSON.stringify(record))
    .join('\n')
}

function jobName({ jobID, matrix }: ActRecord): string {
  const values = Object.values(matrix ?? {}).map(shown)
  return `${jobID ?? ''}${values.length === 0 ? '' : ` (${values.join(', ')})`}`
}

/** An object of a matrix by its name. */
const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value)

const isLevel = (command: string | undefined): command is ActAnnotation['level'] =>
  command === 'error' || command === 'warning' || command === 'notice'

function annotation(level: ActAnnotation['level'], { arg, kvPairs }: ActRecord): ActAnnotation {
  const line = kvPairs?.['line']
  return {
    level,
    message: arg ?? '',
    file: kvPairs?.['file'],
    line: line === undefined ? undefined : Number(line),
  }
}
