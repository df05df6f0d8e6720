import { changesOf, type ChangesOptions } from '../../../src/repository/changes.ts'
import { EMPTY_CONFIG, type GitopsConfig, type StackConfig } from '../../../src/repository/config/config.ts'
import type { Changes } from '../../../src/repository/items.ts'
import { modelOf, type RepositoryModel } from '../../../src/repository/model.ts'
import { factsCache, type FactsCache } from '../../../src/repository/modules/parsed-module.ts'
import { stackKey } from '../../../src/terraform/stack-key.ts'
import { snapshotOf, type Tree } from './memory-snapshot.ts'

export const stackConfig = (path: string, more: Partial<StackConfig> = {}): StackConfig => ({
  path,
  dependsOn: [],
  previousNames: [],
  extraInputs: [],
  generated: [],
  line: 1,
  ...more,
})

export async function modelOfTree(
  tree: Tree,
  config: Partial<GitopsConfig> = {},
  facts: FactsCache = factsCache(),
  revision?: string,
): Promise<RepositoryModel> {
  return modelOf(snapshotOf(tree, revision), { ...EMPTY_CONFIG, ...config }, { keyOf: stackKey, facts })
}

/** Files that are `undefined` among the edits are deleted. */
export function editedTree(base: Tree, edits: Readonly<Record<string, Tree[string] | undefined>>): Tree {
  const head: Record<string, Tree[string]> = { ...base }
  for (const [path, content] of Object.entries(edits)) {
    if (content === undefined) Reflect.deleteProperty(head, path)
    else head[path] = content
  }
  return head
}

/** What changed between two trees; a file that is `undefined` at head is deleted. */
export async function changesOfTrees(
  base: Tree,
  edits: Readonly<Record<string, Tree[string] | undefined>>,
  config: Partial<GitopsConfig> = {},
  options: ChangesOptions = {},
): Promise<Changes> {
  const head = editedTree(base, edits)
  const facts = factsCache()
  return changesOf(
    await modelOfTree(base, config, facts, 'base'),
    await modelOfTree(head, config, facts, 'head'),
    options,
  )
}

export const names = (changes: Changes): string[] => changes.stacks.map(({ item }) => item.name).sort()

/** `name: status: text of its first reason` */
export const told = (changes: Changes): string[] =>
  changes.stacks
    .map(({ item, status, reasons }) => `${item.name}: ${status}: ${reasons[0]?.text ?? ''}`)
    .sort()

/** A stack with a state of its own. */
export const backend = (key: string): string =>
  `terraform {\n  backend "s3" {\n    bucket = "state"\n    key    = "${key}"\n  }\n}\n`

export const call = (source: string, name = 'm'): string => `module "${name}" {\n  source = ${source}\n}\n`
