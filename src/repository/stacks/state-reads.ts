import type { NodeId } from '../graph/node.ts'
import type { ModuleReader } from '../modules/module-reader.ts'
import type { FoundStack } from './find-stacks.ts'
import { isUnknownState, remoteStates } from './remote-states.ts'

/** A `terraform_remote_state` of a module that is planned with a stack, and whose state it reads. */
export interface StateRead {
  /** `data.terraform_remote_state.NAME` */
  readonly name: string
  /** Folder of the module that it stands in. */
  readonly module: string
  /** Nodes of the stacks whose state it may be. Empty: it is that of no stack here. Undefined: the code does not tell. */
  readonly stacks: readonly NodeId[] | undefined
}

/** What the stack with this node reads of other stacks' states; nothing for a node that is no stack. */
export function stateReads(
  stacks: readonly FoundStack[],
  reader: ModuleReader,
): (node: NodeId) => readonly StateRead[] {
  const states = remoteStates(stacks)
  const nodesOf = (id: NodeId): readonly NodeId[] =>
    id.startsWith('stack:') ? [id] : (states.read(id)?.edges.map(({ to }) => to) ?? [])
  return (node) => {
    const found = stacks.find(({ stack }) => stack.node === node)
    if (found === undefined) return []
    return reader.dependentOn(found.folder).flatMap((module) =>
      module.parsed.facts.remoteStates.map((state): StateRead => ({
        name: state.name,
        module: module.path,
        stacks: isUnknownState(found, state, module)
          ? undefined
          : [...new Set(states.edges(found, state, module).flatMap(({ to }) => nodesOf(to)))],
      })),
    )
  }
}

/** Of `data.terraform_remote_state.NAME.outputs`, also of one instance, the name. */
export function outputsOf(expression: string): string | undefined {
  return /^\s*data\.terraform_remote_state\.([\w-]+)(?:\[[^\]]*\])?\.outputs\s*$/.exec(expression)?.[1]
}

/** What a stack, by its node, reads of other stacks' states. */
export type ReadStates = (node: NodeId) => readonly StateRead[]
