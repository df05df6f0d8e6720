import { promisify } from 'node:util'
import type { ArtifactFile } from '../artifact-port.ts'
import { UserError } from '../errors.ts'
import { clashOf, isEntryName } from './entry-name.ts'

/** An entry of the archive's directory. All in bytes. */
interface Entry {
  readonly name: string
  readonly stored: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const END_SIZE = 22
const DIRECTORY = 0x02014b50
const DIRECTORY_SIZE = 46
const LOCAL = 0x04034b50
const LOCAL_SIZE = 30
const MAX_COMMENT = 0xffff
const SYMLINK = 0o120000

/**
 * The files of a zip archive that somebody else may have made, in its own order; folders are left out.
 *
 * Read by hand because fflate cuts an entry off at the size it declares, without a word, and checks no CRC. What is
 * declared, what is there and what comes out must agree; entries may not share bytes (the trick of the archives that
 * grow a million-fold).
 * Source: https://pkwaredownloads.blob.core.windows.net/pem/APPNOTE.txt (4.3)
 *
 * @param limit bytes of all files together
 * @throws UserError saying what is wrong with it
 */
export async function readZip(bytes: Uint8Array, limit: number): Promise<readonly ArtifactFile[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const { entries, start } = directoryOf(zip)
  const clash = clashOf(entries.map(({ name }) => name))
  if (clash !== undefined) throw refused(`it holds ${JSON.stringify(clash)} twice`)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > limit) throw refused(`it unpacks to ${total} bytes, at most ${limit} are taken`)
  const packed = packedBytes(zip, entries, start)

  const zlib = await import('node:zlib')
  const inflate = promisify(zlib.inflateRaw)
  const files: ArtifactFile[] = []
  for (const { name, stored, size, crc } of entries) {
    const data = packed.get(name) ?? Buffer.alloc(0)
    const content = stored
      ? data
      : await inflate(data, { maxOutputLength: Math.max(size, 1) }).catch((cause: unknown) => {
          throw refused(`${JSON.stringify(name)} cannot be unpacked`, cause)
        })
    if (content.length !== size) throw refused(`${JSON.stringify(name)} is not as long as it says`)
    if (zlib.crc32(content) !== crc) throw refused(`the checksum of ${JSON.stringify(name)} is wrong`)
    files.push({ name, content: new Uint8Array(content.buffer, content.byteOffset, content.length) })
  }
  return files
}

const refused = (why: string, cause?: unknown): UserError =>
  new UserError(`The artifact is not a zip file that we take: ${why}`, { cause })

/** What the archive says is in it, without folders, and where its directory begins. */
function directoryOf(zip: Buffer): { readonly entries: readonly Entry[]; readonly start: number } {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  const start = zip.readUInt32LE(end + 16)
  const parts = zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count
  if (count === 0xffff || start === 0xffffffff || parts) throw refused('it is of the kind for huge archives')
  if (start + zip.readUInt32LE(end + 12) > end) throw refused('its directory is broken')
  const entries: Entry[] = []
  let at = start
  for (let read = 0; read < count; read++) {
    if (at + DIRECTORY_SIZE > end || zip.readUInt32LE(at) !== DIRECTORY)
      throw refused('its directory is broken')
    const nameEnd = at + DIRECTORY_SIZE + zip.readUInt16LE(at + 28)
    const next = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    if (next > end) throw refused('its directory is broken')
    const entry = entryOf(zip, at, nameEnd)
    if (entry !== undefined) entries.push(entry)
    at = next
  }
  return { entries, start }
}

/** Where the last record is: it ends the file, but for a comment. */
function endOf(zip: Buffer): number {
  const first = Math.max(zip.length - END_SIZE - MAX_COMMENT, 0)
  for (let at = zip.length - END_SIZE; at >= first; at--) {
    if (zip.readUInt32LE(at) === END && at + END_SIZE + zip.readUInt16LE(at + 20) === zip.length) return at
  }
  throw refused('it has no directory; was it cut off?')
}

/** Undefined for a folder. */
function entryOf(zip: Buffer, at: number, nameEnd: number): Entry | undefined {
  const name = textOf(zip.subarray(at + DIRECTORY_SIZE, nameEnd))
  const isFolder = name.endsWith('/')
  if (!isEntryName(isFolder ? name.slice(0, -1) : name)) {
    throw refused(`it holds ${JSON.stringify(name.slice(0, 100))}, which is no name of a file in it`)
  }
  const method = zip.readUInt16LE(at + 10)
  const entry = {
    name,
    stored: method === 0,
    crc: zip.readUInt32LE(at + 16),
    packedSize: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  }
  const what = JSON.stringify(name)
  if ((zip.readUInt16LE(at + 8) & 1) === 1) throw refused(`${what} is encrypted`)
  if (((zip.readUInt32LE(at + 38) >>> 16) & 0o170000) === SYMLINK) throw refused(`${what} is a symbolic link`)
  if ([entry.size, entry.packedSize, entry.offset].includes(0xffffffff)) throw refused(`${what} is huge`)
  if (method !== 0 && method !== 8) throw refused(`${what} is packed in an unknown way`)
  if (isFolder && entry.size > 0) throw refused(`the folder ${what} has contents`)
  return isFolder ? undefined : entry
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refused('a name in it is not UTF-8')
  }
}

/** The bytes of each entry, after a look that none shares some with another, or with the directory. */
function packedBytes(zip: Buffer, entries: readonly Entry[], directory: number): ReadonlyMap<string, Buffer> {
  const packed = new Map<string, Buffer>()
  let free = 0
  for (const { name, offset, packedSize } of [...entries].sort((a, b) => a.offset - b.offset)) {
    const what = JSON.stringify(name)
    if (offset < free) throw refused(`${what} shares bytes with another file`)
    if (offset + LOCAL_SIZE > directory || zip.readUInt32LE(offset) !== LOCAL) {
      throw refused(`${what} is not where it says`)
    }
    const nameAt = offset + LOCAL_SIZE
    const nameEnd = nameAt + zip.readUInt16LE(offset + 26)
    const data = nameEnd + zip.readUInt16LE(offset + 28)
    free = data + packedSize
    if (free > directory) throw refused(`${what} is not where it says`)
    // Two readers could else see two names.
    if (textOf(zip.subarray(nameAt, nameEnd)) !== name) throw refused(`${what} has two names`)
    packed.set(name, zip.subarray(data, free))
  }
  return packed
}
