import { UserError } from '../../core/errors.ts'
import type { Redactor } from '../../core/redactor.ts'
import { record } from '../diagnostics.ts'
import { runTool, succeeded } from '../run-tool.ts'
import type { StackRun, TerraformPorts } from '../stack-run.ts'
import type { StackApply, StackOutput } from './stack-apply.ts'

export type StackOutputs = Readonly<Record<string, StackOutput>>

/** Bytes of `output -json` that are read. */
const MOST_BYTES = 64 * 1024 * 1024

/** Root module outputs as the state has them, sensitive values too; undefined: they could not be read. */
export async function readOutputs(
  run: StackRun,
  workspace: string | undefined,
  ports: TerraformPorts,
): Promise<StackOutputs | undefined> {
  const asked = await runTool(run, 'output', ['output', '-json', '-no-color'], ports, {
    document: true,
    keepBytes: MOST_BYTES,
    ...(workspace === undefined ? {} : { workspace }),
  }).catch(notStarted)
  if (asked === undefined || !succeeded(asked) || asked.result.truncated) return undefined
  const { stdout } = asked.result
  try {
    // OpenTofu writes warnings about its CLI configuration to stdout, before the JSON.
    const parsed = record(JSON.parse(stdout.slice(Math.max(0, stdout.search(/^\{/m)))))
    return parsed === undefined ? undefined : Object.fromEntries(Object.entries(parsed).map(outputOf))
  } catch {
    return undefined
  }
}

/** After a signal nothing more is started. */
function notStarted(thrown: unknown): undefined {
  if (!(thrown instanceof UserError)) throw thrown
}

function outputOf([name, raw]: readonly [string, unknown]): readonly [string, StackOutput] {
  const output = record(raw)
  return [name, { value: output?.['value'], sensitive: output?.['sensitive'] !== false }]
}

export interface OutputsFile {
  readonly version: 1
  /** By the stack's name, then by the output's. */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface LeftOutOutput {
  readonly stack: string
  readonly output: string
  readonly why: 'marked sensitive' | 'holds a secret' | 'its name is that of a secret'
}

/**
 * What later jobs may know of the outputs: all but sensitive ones, and those in which a secret stands although they are
 * not marked. The names of both are told.
 */
export function outputsFile(
  applies: readonly StackApply[],
  redactor: Redactor,
): { readonly file: OutputsFile; readonly leftOut: readonly LeftOutOutput[] } {
  const leftOut: LeftOutOutput[] = []
  const stacks = applies.flatMap(({ stack, outputs }) => {
    if (outputs === undefined) return []
    const kept = Object.entries(outputs).filter(([output, { value, sensitive }]) => {
      const why = sensitive ? 'marked sensitive' : whyLeftOut(output, value, redactor)
      if (why !== undefined) leftOut.push({ stack: stack.name, output, why })
      return why === undefined
    })
    return [[stack.name, Object.fromEntries(kept.map(([name, { value }]) => [name, value]))] as const]
  })
  return { file: { version: 1, stacks: Object.fromEntries(stacks) }, leftOut }
}

function whyLeftOut(name: string, value: unknown, redactor: Redactor): LeftOutOutput['why'] | undefined {
  if (redactor.hidesKey(name)) return 'its name is that of a secret'
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined || redactor.leaks(text) > 0) return 'holds a secret'
  return textsIn(value).some((each) => redactor.leaks(each) > 0 || redactor.redact(each) !== each)
    ? 'holds a secret'
    : undefined
}

/** Strings of a value, its keys too, and numbers as they are written. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  const object = record(value)
  return object === undefined ? [] : Object.entries(object).flatMap(([key, item]) => [key, ...textsIn(item)])
}
