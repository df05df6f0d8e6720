/** Where something stands in the file; both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * A YAML document as data with places. An alias is the very object that its anchor is, so that a small file stays
 * small here whatever it expands to: who walks a tree counts.
 */
export type Tree = MapTree | ListTree | ScalarTree

export interface MapTree {
  readonly kind: 'map'
  readonly at: Place
  readonly entries: readonly MapEntry[]
}

export interface MapEntry {
  readonly key: string
  readonly keyAt: Place
  readonly value: Tree
}

export interface ListTree {
  readonly kind: 'list'
  readonly at: Place
  readonly items: readonly Tree[]
}

export interface ScalarTree {
  readonly kind: 'scalar'
  readonly at: Place
  readonly value: string | number | boolean | null
  /** As written, without quotes. */
  readonly source: string
}

/** Fault in the YAML itself, or in a value. */
export interface TreeFault extends Place {
  readonly message: string
  readonly help?: string
}

/** The value of a key; undefined where there is no such key, or no map. */
export function field(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key)?.value : undefined
}

export const entriesOf = (tree: Tree | undefined): readonly MapEntry[] =>
  tree?.kind === 'map' ? tree.entries : []

/** Of a list its items; of anything else itself, as one. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return []
  return tree.kind === 'list' ? tree.items : [tree]
}

export const textOf = (tree: Tree | undefined): string | undefined =>
  tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined

/** The texts of a list, or of one text. What is no text is left out: it is a fault, told elsewhere. */
export const textsOf = (tree: Tree | undefined): string[] =>
  itemsOf(tree)
    .map(textOf)
    .filter((text) => text !== undefined)

/** Plain data. */
export function plainOf(tree: Tree): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plainOf(value)]))
    case 'list':
      return tree.items.map(plainOf)
    case 'scalar':
      return tree.value
  }
}
