import type { StateRead } from '../repository/stacks/state-reads.ts'
import { outputsOf } from '../repository/stacks/state-reads.ts'
import { folderOf, joinPath } from '../repository/paths.ts'
import { errorsOf, type Diagnostic } from '../terraform/diagnostics.ts'

/** A state that a stack reads, and whose it is as far as this change goes. */
export interface UpstreamRead extends Pick<StateRead, 'name' | 'module'> {
  /** Locals of the module that are its outputs as a whole. */
  readonly locals: readonly string[]
  /** Names of the stacks of this change whose state it is. Empty: it may be that of another one. */
  readonly on: readonly string[]
  /** True when their code has an output of this name: applied, they have it. */
  readonly declares: (output: string) => boolean
}

export interface WaitingQuestion {
  readonly diagnostics: readonly Diagnostic[]
  /** The stack's folder, which files of diagnostics are relative to. */
  readonly path: string
  readonly reads: readonly UpstreamRead[]
  /** Text of a file of the repository. */
  readonly textOf: (path: string) => string | undefined
}

/**
 * Names of the stacks that have to be applied first, when that is all that is wrong: every error is of a state of a
 * stack of this change that is not there yet, or lacks an output which that stack's code has. Undefined when any error
 * says something else, or might: those are faults of their own.
 *
 * What the tools say was found out by running Terraform 1.5.7 and 1.11.4 and OpenTofu 1.12.6, which has a second error
 * for a missing state.
 */
export function waitsFor(question: WaitingQuestion): readonly string[] | undefined {
  const errors = errorsOf(question.diagnostics)
  const on = new Set<string>()
  for (const error of errors) {
    const echo = errors.some((other) => isMissing(other) && error.summary === `${other.address}: ${UNREAD}`)
    if (echo && error.detail === '') continue
    const names = namesFor(error, question)
    if (names.length === 0) return undefined
    for (const name of names) on.add(name)
  }
  return on.size === 0 ? undefined : [...on].sort()
}

const UNREAD = 'Unable to read remote state'

const isMissing = (d: Diagnostic): d is Diagnostic & { readonly address: string } =>
  d.summary === 'Unable to find remote state' && d.address !== undefined

function namesFor(error: Diagnostic, question: WaitingQuestion): readonly string[] {
  const { file } = error
  const module = file === undefined ? undefined : joinPath(question.path, folderOf(file))
  const reads = question.reads.filter((read) => read.module === module)
  if (isMissing(error)) {
    const name = /(?:^|\.)data\.terraform_remote_state\.([\w-]+)(?:\[.*\])?$/.exec(error.address)?.[1]
    return agreed(reads.filter((read) => read.name === name))
  }
  const output = missingOutput(error, question)
  const [about = '', ...others] = error.about ?? []
  if (output === undefined || others.length > 0) return []
  const name = outputsOf(about)
  const local = /^local\.([\w-]+)$/.exec(about)?.[1]
  const meant = reads.filter((read) => read.name === name || read.locals.some((one) => one === local))
  return meant.every((read) => read.declares(output)) ? agreed(meant) : []
}

/** All of them are of this change, or nothing is. */
function agreed(reads: readonly UpstreamRead[]): readonly string[] {
  return reads.some(({ on }) => on.length === 0) ? [] : reads.flatMap(({ on }) => on)
}

/** The attribute that is asked for and not there: `.name` is in the words, `["name"]` only in the code. */
function missingOutput(error: Diagnostic, { path, textOf }: WaitingQuestion): string | undefined {
  if (error.summary === 'Unsupported attribute')
    return /^This object does not have an attribute named "([^"]+)"\.$/.exec(error.detail)?.[1]
  const isIndex =
    error.summary === 'Invalid index' &&
    error.detail === 'The given key does not identify an element in this collection value.'
  const { file, line, endLine, column, endColumn } = error
  if (!isIndex || file === undefined || line === undefined || line !== endLine || column === undefined)
    return undefined
  const at = joinPath(path, file)
  const code = at === undefined ? undefined : textOf(at)?.split('\n')[line - 1]
  return /^\["([^"\\$%]+)"\]$/.exec(code?.slice(column - 1, (endColumn ?? 0) - 1) ?? '')?.[1]
}
