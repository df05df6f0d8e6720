import { scanHcl } from '../hcl/scan.ts'
import { inFolder } from '../repository/paths.ts'
import type { JudgedStack, Stack } from '../repository/items.ts'
import type { Snapshot } from '../repository/snapshot.ts'
import { outputsOf } from '../repository/stacks/state-reads.ts'
import type { Detected } from './detect.ts'
import type { UpstreamRead } from './waiting.ts'

/** What of a change goes before a stack of it. */
export interface Upstream {
  /** Names of the stacks, the nearest. */
  readonly names: readonly string[]
  readonly reads: readonly UpstreamRead[]
  readonly textOf: (path: string) => string | undefined
}

/**
 * The stack as part of the change; undefined: it is none. A folder that is planned in a way of its own is no stack that
 * was found, but goes after what the stack in there goes after.
 */
export function judgedIn(
  { changes, model }: Pick<Detected, 'changes' | 'model'>,
  { name, path }: Pick<Stack, 'name' | 'path'>,
): JudgedStack | undefined {
  if (model.stacks.some((stack) => stack.name === name)) {
    return changes.stacks.find(({ item }) => item.name === name)
  }
  return changes.stacks.find(({ item, upstream }) => item.path === path && upstream.length > 0)
}

/** Undefined: nothing of this change goes before the stack, or it is no part of the change. */
export function upstreamOf(
  change: Pick<Detected, 'changes' | 'model'>,
  subject: Pick<Stack, 'name' | 'path'>,
): Upstream | undefined {
  const { changes, model } = change
  const judged = judgedIn(change, subject)
  if (judged === undefined || judged.upstream.length === 0) return undefined
  const { item, upstream } = judged
  const first = new Map(
    changes.stacks.filter((one) => upstream.includes(one.item.name)).map((one) => [one.item.node, one.item]),
  )
  const told = [...first.values()].filter((stack) => isOneOf(stack, item.dependsOn))
  const reads = model.statesOf(item.node).map(({ name: of, module, stacks }): UpstreamRead => {
    // Whose state it is may not be in the code; then who goes first is only known where somebody wrote it down.
    const meant = stacks === undefined ? told : stacks.map((node) => first.get(node))
    const ours = meant.filter((stack) => stack !== undefined)
    const on = ours.length === meant.length ? ours : []
    return {
      name: of,
      module,
      locals: localsOf(model.snapshot, module, of),
      on: on.map((stack) => stack.name),
      declares: (output) => on.some((stack) => hasOutput(model.snapshot, stack.path, output)),
    }
  })
  return { names: upstream, reads, textOf: (path) => model.snapshot.text(path) }
}

const isOneOf = ({ name, path }: Stack, wanted: readonly string[]): boolean =>
  wanted.includes(name) || wanted.includes(path)

/** Does the code in a folder declare this output? */
function hasOutput(snapshot: Snapshot, folder: string, output: string): boolean {
  return codeIn(snapshot, folder).some(({ isJson, text }) =>
    isJson
      ? hasJsonOutput(text, output)
      : scanHcl(text).blocks.some(({ type, labels }) => type === 'output' && labels[0] === output),
  )
}

/** Locals of a module that are all outputs of a state. */
function localsOf(snapshot: Snapshot, folder: string, name: string): string[] {
  return codeIn(snapshot, folder).flatMap(({ isJson, text }) => {
    const blocks = isJson ? [] : scanHcl(text).blocks.filter(({ type }) => type === 'locals')
    const attributes = blocks.flatMap(({ body }) => body.attributes)
    return attributes.flatMap((local) => (outputsOf(local.expression) === name ? [local.name] : []))
  })
}

function codeIn(snapshot: Snapshot, folder: string): { readonly isJson: boolean; readonly text: string }[] {
  return snapshot.list(folder).flatMap(({ name }) => {
    const text = /\.(tf|tofu)(\.json)?$/.test(name) ? snapshot.text(inFolder(folder, name)) : undefined
    return text === undefined ? [] : [{ isJson: name.endsWith('.json'), text }]
  })
}

function hasJsonOutput(text: string, output: string): boolean {
  try {
    const { output: outputs } = JSON.parse(text) as { output?: unknown }
    const blocks: readonly unknown[] = Array.isArray(outputs) ? outputs : [outputs]
    return blocks.some((block) => typeof block === 'object' && block !== null && Object.hasOwn(block, output))
  } catch {
    return false
  }
}
