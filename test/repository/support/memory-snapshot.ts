import { createHash } from 'node:crypto'
import { makeSnapshot } from '../../../src/repository/git/snapshot.ts'
import { LINK_MODE, type Snapshot, type TreeEntry } from '../../../src/repository/snapshot.ts'

/** Text of a file; or a link, an executable, a submodule at a commit, or a file whose text cannot be read. */
export type Content =
  | string
  | { readonly link: string }
  | { readonly executable: string }
  | { readonly submodule: string }
  | { readonly binary: string }

export type Tree = Readonly<Record<string, Content>>

/** As Git names the content. */
export const oidOf = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex')

/** A snapshot of files given as data; `isRead`: whose texts are known. Those of links always are. */
export function snapshotOf(
  tree: Tree,
  revision = 'memory',
  isRead: (path: string) => boolean = () => true,
): Snapshot {
  const texts = new Map<string, string>()
  const entries = Object.keys(tree)
    .sort()
    .map((path): TreeEntry => {
      const { mode, oid, text } = read(tree[path] ?? '')
      if (text !== undefined && (mode === LINK_MODE || isRead(path))) texts.set(oid, text)
      return { path, mode, oid }
    })
  return makeSnapshot(revision, entries, (oid) => texts.get(oid))
}

function read(content: Content): { readonly mode: string; readonly oid: string; readonly text?: string } {
  if (typeof content === 'string') return { mode: '100644', oid: oidOf(content), text: content }
  if ('link' in content) return { mode: '120000', oid: oidOf(content.link), text: content.link }
  if ('executable' in content) {
    return { mode: '100755', oid: oidOf(content.executable), text: content.executable }
  }
  if ('binary' in content) return { mode: '100644', oid: oidOf(`\0${content.binary}`) }
  return { mode: '160000', oid: oidOf(content.submodule) }
}
