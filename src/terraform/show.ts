import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Diagnostic } from './diagnostics.ts'
import { diagnosticText } from './diagnostics.ts'
import { classifyPlanFile } from './plan-input.ts'
import { failureOf, runTool, succeeded } from './run-tool.ts'
import type { Failure } from './run-tool.ts'
import type { StackRun, TerraformPorts } from './stack-run.ts'

export type ShowResult =
  { readonly kind: 'shown'; readonly jsonFile: string; readonly seconds: number } | Failure

/**
 * Turns a saved plan into plan JSON, in a file of mode 0600: it holds every secret of the stack in clear. The stack
 * must be initialised (the tool asks the providers for their schemas). Throws `UserError` when `planFile` is not a
 * saved plan; nothing is left at `jsonFile` on failure.
 */
export async function showPlan(
  stack: StackRun,
  planFile: string,
  jsonFile: string,
  ports: TerraformPorts,
  options: { readonly timeoutMs?: number } = {},
): Promise<ShowResult> {
  const kind = await classifyPlanFile(planFile)
  if (kind.kind === 'plan-json') throw new TypeError('plan JSON needs no show')
  await rm(jsonFile, { force: true })
  const run = await runTool(stack, 'show', ['show', '-json', '-no-color', planFile], ports, {
    ...options,
    document: { file: jsonFile },
  })
  const complete = succeeded(run) && (await dropNoise(jsonFile)) && (await isWholeObject(jsonFile))
  if (complete) return { kind: 'shown', jsonFile, seconds: run.result.seconds }
  await rm(jsonFile, { force: true })
  const failure = failureOf(run, succeeded(run) ? truncated : undefined)
  if (failure.cause === 'cancelled' || failure.cause === 'timeout') return failure
  const said = failure.diagnostics.map(diagnosticText).join('\n')
  const other = /created by (?:OpenTofu or Terraform|OpenTofu|Terraform) (\S+?), but this is (\S+?)[;,]/.exec(
    said,
  )
  if (other !== null) {
    return {
      ...failure,
      cause: 'config',
      help: `The plan was made by version ${other[1] ?? ''}, this is ${stack.binary.tool} ${other[2] ?? ''}: set \`tool\` and \`tool-version\` to what made it, or give the output of \`show -json\`.`,
    }
  }
  if (kind.kind === 'cloud-plan') {
    return {
      ...failure,
      cause: failure.cause === 'bug' ? 'init' : failure.cause,
      help: 'This saved plan only names a run in HCP Terraform: run in a stack that is initialised with its `cloud` block, and with a token for it.',
    }
  }
  return failure
}

const truncated: Diagnostic = {
  severity: 'error',
  summary: 'the plan was shown, but what came is not a whole JSON document',
  detail: '',
}

/** Bytes in which the document must begin. */
const noiseLimit = 64 * 1024

/**
 * Removes what stands before the document: OpenTofu writes warnings about its CLI configuration to stdout, before the
 * JSON. False when no document begins.
 */
async function dropNoise(path: string): Promise<boolean> {
  const start = await documentStart(path)
  if (start <= 0) return start === 0
  const clean = `${path}.clean`
  try {
    await pipeline(createReadStream(path, { start }), createWriteStream(clean, { mode: 0o600, flags: 'wx' }))
    await rename(clean, path)
  } catch (thrown) {
    await rm(clean, { force: true })
    throw thrown
  }
  return true
}

/** Where the first line that begins with `{` does; -1 when there is none. */
async function documentStart(path: string): Promise<number> {
  await using file = await open(path, 'r')
  const { buffer, bytesRead } = await file.read(Buffer.alloc(noiseLimit), 0, noiseLimit, 0)
  const head = buffer.toString('latin1', 0, bytesRead)
  return head.startsWith('{') ? 0 : head.indexOf('\n{') + 1 || -1
}

/** A cheap look at both ends; the reader of the plan parses it all. */
async function isWholeObject(path: string): Promise<boolean> {
  try {
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    const first = Buffer.alloc(1)
    const last = Buffer.alloc(Math.min(16, size))
    await file.read(first, 0, 1, 0)
    await file.read(last, 0, last.length, size - last.length)
    return first.toString('latin1') === '{' && last.toString('latin1').trimEnd().endsWith('}')
  } catch {
    return false
  }
}
