import { isUtf8 } from 'node:buffer'
import type { TreeEntry } from '../snapshot.ts'
import { check, git, type GitPlace } from './place.ts'

/**
 * All files of a commit or tree at any depth, sorted by path in code unit order. Names that are no UTF-8 are told by
 * `nameFromBytes`. Throws `UserError` when there is no such tree.
 *
 * @param revision id of a commit or tree
 */
export async function readTree(place: GitPlace, revision: string): Promise<TreeEntry[]> {
  const chunks: Buffer[] = []
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', revision]
  const result = await git(place, args, { onStdoutChunk: (chunk) => chunks.push(chunk) })
  check(`read the files of ${revision.slice(0, 40)}`, result)
  return parseTree(Buffer.concat(chunks))
}

/** `MODE SP TYPE SP OID TAB PATH NUL`, once per file. */
export function parseTree(bytes: Buffer): TreeEntry[] {
  const plain = isUtf8(bytes)
  // As latin1 each byte is one character: positions stay, whatever the names are made of.
  const text = bytes.toString(plain ? 'utf8' : 'latin1')
  const entries: TreeEntry[] = []
  let isSorted = true
  let before = ''
  for (let at = 0; at < text.length;) {
    const typeEnd = text.indexOf(' ', at + 7)
    const tab = text.indexOf('\t', typeEnd)
    const end = text.indexOf('\0', tab)
    if (typeEnd < 0 || tab < 0 || end < 0) throw new Error('unexpected output of git ls-tree')
    const name = text.slice(tab + 1, end)
    const path = plain ? name : nameFromBytes(Buffer.from(name, 'latin1'))
    entries.push({ path, mode: modeOf(text, at), oid: text.slice(typeEnd + 1, tab) })
    if (path <= before) isSorted = false
    before = path
    at = end + 1
  }
  if (!plain) keepDistinct(entries)
  // Git sorts by bytes: the same, save for names with characters beyond U+D7FF.
  return isSorted && plain
    ? entries
    : entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/**
 * A file name as text. Git's names are bytes; each byte that is no UTF-8 is shown as `�` and its two hexadecimal
 * digits, so that names stay apart and can go into any report.
 */
export function nameFromBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let name = ''
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at)
    if (length === 0) {
      name += `\ufffd${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
      at++
    } else {
      name += bytes.toString('utf8', at, at + length)
      at += length
    }
  }
  return name
}

/** Bytes of the UTF-8 character that begins here; 0 when none does. */
function characterAt(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++)
    if (isUtf8(bytes.subarray(at, at + length))) return length
  return 0
}

/** A name may look as `nameFromBytes` shows another one: rare, and then never the same path twice. */
function keepDistinct(entries: TreeEntry[]): void {
  const seen = new Set<string>()
  for (const [at, entry] of entries.entries()) {
    let path = entry.path
    while (seen.has(path)) path += '\ufffd'
    seen.add(path)
    if (path !== entry.path) entries[at] = { ...entry, path }
  }
}

/** Literals, so that 19,000 entries do not each hold a string of their own. */
function modeOf(text: string, at: number): string {
  if (text.startsWith('100644 ', at)) return '100644'
  if (text.startsWith('100755 ', at)) return '100755'
  if (text.startsWith('120000 ', at)) return '120000'
  if (text.startsWith('160000 ', at)) return '160000'
  const mode = text.slice(at, at + 6)
  // Old tools wrote 100664: Git reads all of these as 100644.
  return mode === '100664' ? '100644' : mode
}
