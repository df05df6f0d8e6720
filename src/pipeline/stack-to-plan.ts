import { posix } from 'node:path'
import type { Inlines, Section } from '../report/section.ts'
import type { JudgedStack, Stack } from '../repository/items.ts'
import { stackKey, stackSubject, type StackIdentity } from '../terraform/stack-key.ts'
import type { StackToPlan } from './plan-stacks.ts'

type Place = Pick<Stack, 'path' | 'varFiles' | 'backendConfig'> & { readonly workspace?: string | undefined }

/** What the inputs of a step say about all its stacks; it goes over what was found. */
export type ToldIdentity = Omit<Required<StackIdentity>, 'path'>

/** The key of a stack that was found in the repository: the one its plan has when it is planned as it was found. */
export function keyOfStack(stack: Place): string {
  return stackKey({ path: stack.path, workspace: stack.workspace, ...filesOf(stack) })
}

/**
 * A found stack as it is planned, with its inputs' hash and the reasons why the change touches it. Its files are named
 * as Terraform finds them, from the stack's folder.
 *
 * @param workspace TF_WORKSPACE of the job: the workspace of a stack that says none itself
 */
export function judgedToPlan(judged: JudgedStack, workspace: string | undefined): StackToPlan {
  const { item, inputsHash } = judged
  const { name, path } = item
  const own = item.workspace ?? (workspace === '' ? undefined : workspace)
  const chosen = own === undefined ? {} : { workspace: own }
  return {
    subject: { key: keyOfStack({ ...item, ...chosen }), name, path, ...chosen },
    ...filesOf(item),
    facts: factsOf(item, inputsHash),
    why: whySection(judged),
  }
}

/** What the part says of a stack beside its plan. */
export function factsOf(
  { environment }: Pick<Stack, 'environment'>,
  inputsHash: string,
): Record<string, string> {
  return { 'inputs-hash': inputsHash, ...(environment === undefined ? {} : { environment }) }
}

/** A folder as it is told: nothing is known about it but that. */
export function folderToPlan(
  path: string,
  told: ToldIdentity,
  facts: Readonly<Record<string, string>> = {},
): StackToPlan {
  return { subject: stackSubject({ ...told, path }), varFiles: [], backendConfig: [], facts }
}

function filesOf({ path, varFiles, backendConfig }: Place): Pick<StackToPlan, 'varFiles' | 'backendConfig'> {
  const fromStack = (file: string): string => posix.relative(path, file)
  return { varFiles: varFiles.map(fromStack), backendConfig: backendConfig.map(fromStack) }
}

const SHOWN_REASONS = 3

function whySection({ reasons, moreReasons }: JudgedStack): readonly Section[] {
  const shown = reasons.filter(({ file }) => file !== '').slice(0, SHOWN_REASONS)
  if (shown.length === 0) return []
  const more = reasons.length - shown.length + moreReasons
  const words = shown.flatMap(({ text, dynamic }, index): Inlines => [
    ...(index === 0 ? [] : [', ']),
    { code: text },
    ...(dynamic ? [' (a path that could not be resolved: it may not be touched)'] : []),
  ])
  const end = more > 0 ? [` and ${more} more`] : []
  return [{ kind: 'text', rank: 6, text: ['Planned because of ', ...words, ...end, '.'] }]
}
