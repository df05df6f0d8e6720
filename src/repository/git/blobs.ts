import { isUtf8 } from 'node:buffer'
import { UserError } from '../../core/errors.ts'
import { check, git, type GitPlace } from './place.ts'

export interface TextLimits {
  /** Contents of more bytes are skipped. Default 4 MiB. */
  readonly maxBytes?: number
  /**
   * Ids of code, which is read in any case: up to 64 MiB, and each byte that is no UTF-8 is one replacement character,
   * for the tools accept such bytes in comments.
   */
  readonly code?: ReadonlySet<string>
}

const MAX_BYTES = 4 * 1024 * 1024
const MAX_CODE_BYTES = 64 * 1024 * 1024

/**
 * Texts by the id of their blob, read by one process. What is larger than the limit, no UTF-8, or has zero bytes is
 * no text and is left out. Throws `UserError` when objects are missing.
 */
export async function readTexts(
  place: GitPlace,
  oids: Iterable<string>,
  limits: TextLimits = {},
): Promise<Map<string, string>> {
  const wanted = [...new Set(oids)]
  const texts = new Map<string, string>()
  if (wanted.length === 0) return texts
  const { maxBytes = MAX_BYTES, code = NO_CODE } = limits
  const most = code.size === 0 ? maxBytes : (oid: string) => (code.has(oid) ? MAX_CODE_BYTES : maxBytes)
  const reader = makeBatchReader(most, (oid, bytes) => {
    if ((isUtf8(bytes) || code.has(oid)) && !bytes.includes(0)) texts.set(oid, bytes.toString('utf8'))
  })
  const result = await git(place, ['cat-file', '--batch', '--buffer'], {
    stdin: `${wanted.join('\n')}\n`,
    onStdoutChunk: (chunk) => reader.push(chunk),
  })
  if (reader.missing.length > 0 || /promisor/.test(result.stderr)) throw missingObjects(reader.missing)
  check('read the contents of files', result)
  if (reader.count !== wanted.length) {
    throw new UserError(`Git gave ${reader.count} of ${wanted.length} files`, {
      help: 'Check the repository with "git fsck".',
    })
  }
  return texts
}

const NO_CODE: ReadonlySet<string> = new Set()

function missingObjects(missing: readonly string[]): UserError {
  const [first] = missing
  const which = first === undefined ? '' : `: ${first} is missing${more(missing.length - 1)}`
  return new UserError(`The repository does not hold all of its files${which}`, {
    help: 'It may be a partial clone: check it out without "filter", or let its missing files be fetched.',
  })
}

const more = (count: number): string => (count > 0 ? `, and ${count} more` : '')

interface BatchReader {
  push(chunk: Buffer): void
  readonly missing: readonly string[]
  /** Objects that were read to their end, whether they were wanted or skipped. */
  readonly count: number
}

/**
 * Takes apart what `git cat-file --batch` prints: `OID TYPE SIZE LF CONTENT LF`, or `OID missing LF`.
 * Content that lies within one chunk is not copied.
 *
 * @param maxBytes contents of more bytes are skipped: of all objects, or of the one with an id
 */
export function makeBatchReader(
  maxBytes: number | ((oid: string) => number),
  onContent: (oid: string, bytes: Buffer) => void,
): BatchReader {
  const missing: string[] = []
  let count = 0
  let oid = ''
  /** Bytes of content that are still to come; -1: a header is. */
  let left = -1
  let keeps = false
  let pieces: Buffer[] = []

  const header = (line: string): void => {
    const [name = '', type, size] = line.split(' ')
    oid = name
    if (type === 'missing' || size === undefined) {
      missing.push(name)
      count++
      return
    }
    left = Number(size)
    keeps = type === 'blob' && left <= (typeof maxBytes === 'number' ? maxBytes : maxBytes(name))
  }
  const joined = (piece: Buffer): Buffer => {
    if (pieces.length === 0) return piece
    const all = Buffer.concat([...pieces, piece])
    pieces = []
    return all
  }

  return {
    push(chunk) {
      let at = 0
      while (at < chunk.length) {
        if (left < 0) {
          const end = chunk.indexOf(0x0a, at)
          if (end < 0) {
            pieces.push(chunk.subarray(at))
            return
          }
          header(joined(chunk.subarray(at, end)).toString('latin1'))
          at = end + 1
          continue
        }
        // The line end behind the content goes with it.
        const end = Math.min(chunk.length, at + left + 1)
        left -= end - at
        if (left >= 0) {
          if (keeps) pieces.push(chunk.subarray(at, end))
          return
        }
        if (keeps) onContent(oid, joined(chunk.subarray(at, end)).subarray(0, -1))
        at = end
        count++
      }
    },
    missing,
    get count() {
      return count
    },
  }
}
