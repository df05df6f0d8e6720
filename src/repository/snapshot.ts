/** Modes of entries that are no files. */
export const LINK_MODE = '120000'
export const SUBMODULE_MODE = '160000'

/** What `git ls-tree` says of one file. */
export interface TreeEntry {
  /** From the repository root, with `/`. Any bytes Git allows: never a part of a command line or of a shell. */
  readonly path: string
  /** `100644` file, `100755` executable, `120000` symbolic link, `160000` submodule. */
  readonly mode: string
  /** Git's id of the content (of a link: of its target's text; of a submodule: its commit). */
  readonly oid: string
}

/** Where a path leads when the links on the way are followed. */
export type Resolved =
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly links: readonly string[] }
  /** Nothing is there, it leads out of the repository, or the links run in a circle. */
  | { readonly kind: 'missing' | 'outside' | 'loop'; readonly links: readonly string[] }

/**
 * The files of one commit (or of the work tree), without a checkout. Paths are from the repository root, with `/`;
 * the root itself is `.`. Everything here is known once the snapshot is made: it asks nobody.
 */
export interface Snapshot {
  /** Commit, or tree, it was read from. */
  readonly revision: string
  /** All entries, sorted by path in code unit order. */
  readonly entries: readonly TreeEntry[]
  /** The entry of exactly this path; links are not followed. */
  entry(path: string): TreeEntry | undefined
  /** True for a folder with at least one entry below it; links are not followed. */
  isFolder(path: string): boolean
  /** Names directly below a folder, sorted; `folder` tells folders from the rest. Links are not followed. */
  list(path: string): readonly { readonly name: string; readonly folder: boolean }[]
  /** All entries below a folder at any depth, sorted. Links are not followed. */
  under(path: string): readonly TreeEntry[]
  /** Follows links in any part of the path; `links` names each link on the way (it is an input too). */
  resolve(path: string): Resolved
  /**
   * The text of a file that was read in (see `readTexts`), or the target of a link. Undefined for a file that was not
   * read, is no UTF-8 text, or is larger than the reader's limit.
   */
  text(path: string): string | undefined
  /** True when a file of any folder has this name: a cheap test before a path is looked up. */
  hasName(name: string): boolean
}
