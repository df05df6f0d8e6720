import { hash } from 'node:crypto'
import { LINK_MODE, SUBMODULE_MODE, type Snapshot, type TreeEntry } from '../snapshot.ts'
import type { InputNode, NodeId, NodeReader } from './node.ts'

/** Changes when the hash of equal inputs changes, so that hashes of two versions are never taken for equal inputs. */
const VERSION = 'inputs-1'

/**
 * SHA-256 over what nodes of one tree hold, hexadecimal: paths, kinds and Git's ids of the contents of all files, each
 * once and sorted by path, then the data of the nodes, and the hashes of others. It is a function of that set alone: neither order, nor which
 * node brought a file, nor platform or checkout matter.
 */
export type InputsHasher = (nodes: Iterable<NodeId>, others?: ReadonlyMap<NodeId, string>) => string

/**
 * Each value ends with a zero byte, which neither a path nor JSON can hold; an empty path ends the files. Files are
 * handled as their places in the sorted tree, which makes sorting and telling them apart cheap.
 */
export function inputsHasher({ entries }: Snapshot, read: NodeReader): InputsHasher {
  let byPath: Map<string, number> | undefined
  const places = (): Map<string, number> => (byPath ??= new Map(entries.map(({ path }, at) => [path, at])))
  const records: (string | undefined)[] = []
  const nodePlaces = new Map<InputNode, Int32Array>()
  const seen = new Uint32Array(entries.length)
  let turn = 0

  const placesOf = (node: InputNode): Int32Array => {
    const known = nodePlaces.get(node)
    if (known !== undefined) return known
    const found = Int32Array.from(node.files.flatMap((path) => places().get(path) ?? []))
    nodePlaces.set(node, found)
    return found
  }
  const record = (place: number): string => {
    const known = records[place]
    if (known !== undefined) return known
    const entry = entries[place]
    const made = entry === undefined ? '' : `${entry.path}\0${kindOf(entry)}\0${entry.oid}\0`
    records[place] = made
    return made
  }

  return (nodes, others) => {
    turn += 1
    const files: number[] = []
    const data: [NodeId, string][] = []
    for (const id of nodes) {
      const node = read(id)
      if (node === undefined) continue
      for (const place of placesOf(node)) {
        if (seen[place] === turn) continue
        seen[place] = turn
        files.push(place)
      }
      if (node.data !== undefined) data.push([id, node.data])
    }
    // JSON does not begin like this.
    for (const [id, hash] of others ?? []) data.push([id, `inputs ${hash}`])
    let text = `${VERSION}\0`
    for (const place of Int32Array.from(files).sort()) text += record(place)
    text += '\0'
    data.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    for (const [id, value] of data) text += `${id}\0${value}\0`
    return hash('sha256', text)
  }
}

/** Of the mode only what can change a plan: Git has no more kinds, but old repositories hold modes such as 100664. */
export function kindOf({ mode }: TreeEntry): 'file' | 'executable' | 'link' | 'submodule' {
  if (mode === LINK_MODE) return 'link'
  if (mode === SUBMODULE_MODE) return 'submodule'
  return mode === '100755' ? 'executable' : 'file'
}
