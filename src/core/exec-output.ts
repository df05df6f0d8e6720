import { StringDecoder } from 'node:string_decoder'

/** A line longer than this is cut: a program may write for ever without a line end. In UTF-16 code units. */
export const LONGEST_LINE = 4 * 1024 * 1024

const NEWLINE = 0x0a

/** Takes a stream's bytes and calls back for each line, without its line end (LF or CRLF). */
export interface LineSplitter {
  push(chunk: Buffer): void
  /** Delivers the last line when it had no line end. */
  end(): void
}

/** Characters that are cut by chunk borders come out whole. An over-long line ends with a note of what was cut. */
export function makeLineSplitter(onLine: (line: string) => void, longest = LONGEST_LINE): LineSplitter {
  const decoder = new StringDecoder('utf8')
  let pieces: string[] = []
  let kept = 0
  let cut = 0

  const add = (piece: string): void => {
    const room = longest - kept
    if (piece.length > room) cut += piece.length - room
    if (room <= 0 || piece === '') return
    const fits = piece.length > room ? piece.slice(0, room) : piece
    pieces.push(fits)
    kept += fits.length
  }
  const flush = (): void => {
    let line = pieces.join('')
    if (cut > 0) line += ` … (line cut: ${cut} more characters)`
    else if (line.endsWith('\r')) line = line.slice(0, -1)
    pieces = []
    kept = 0
    cut = 0
    onLine(line)
  }
  const take = (text: string): void => {
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      add(text.slice(from, at))
      flush()
      from = at + 1
    }
    add(text.slice(from))
  }
  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end())
      if (kept > 0) flush()
    },
  }
}

/** Keeps the first and the last bytes of a stream. */
export interface OutputKeeper {
  push(chunk: Buffer): void
  /** The text, with a line that says how much is missing where the middle was dropped. */
  text(): string
  readonly truncated: boolean
}

/**
 * Keeps up to `keepBytes`: half from the start, half from the end. Where the middle is dropped, broken lines at the
 * edges go too, if there are line ends at all: half a secret would not be recognized as one.
 */
export function makeOutputKeeper(keepBytes: number): OutputKeeper {
  const headRoom = Math.floor(keepBytes / 2)
  const tailRoom = keepBytes - headRoom
  const head: Buffer[] = []
  let headBytes = 0
  let tail: Buffer[] = []
  let tailBytes = 0
  let total = 0
  let truncated = false

  return {
    push(chunk) {
      total += chunk.length
      let rest = chunk
      if (headBytes < headRoom) {
        const fits = rest.subarray(0, headRoom - headBytes)
        head.push(fits)
        headBytes += fits.length
        rest = rest.subarray(fits.length)
      }
      if (rest.length === 0) return
      tail.push(rest)
      tailBytes += rest.length
      if (tailBytes > tailRoom) truncated = true
      // Twice the room before it is cut down: each byte is then copied once at most.
      if (tailBytes > 2 * tailRoom + 65_536) {
        const kept = lastBytes(tail, tailRoom)
        tail = [kept]
        tailBytes = kept.length
      }
    },
    text() {
      if (!truncated) return Buffer.concat([...head, ...tail]).toString('utf8')
      const first = wholeStart(Buffer.concat(head))
      const last = wholeEnd(lastBytes(tail, tailRoom))
      const missing = total - first.length - last.length
      return `${first.toString('utf8')}… (${missing} bytes left out) …\n${last.toString('utf8')}`
    },
    get truncated() {
      return truncated
    },
  }
}

function lastBytes(chunks: readonly Buffer[], count: number): Buffer {
  const all = Buffer.concat(chunks)
  return Buffer.from(all.subarray(Math.max(0, all.length - count)))
}

/** Up to the last line end, or else the last whole character. */
function wholeStart(bytes: Buffer): Buffer {
  const lineEnd = bytes.lastIndexOf(NEWLINE)
  if (lineEnd >= 0) return bytes.subarray(0, lineEnd + 1)
  let end = bytes.length
  while (end > 0 && isContinuation(bytes[end - 1])) end--
  // What leads the last character, unless that is of one byte.
  if (end > 0 && (bytes[end - 1] ?? 0) >= 0xc0) end--
  return bytes.subarray(0, end)
}

/** From the first line end on, or else the first whole character. */
function wholeEnd(bytes: Buffer): Buffer {
  const lineEnd = bytes.indexOf(NEWLINE)
  if (lineEnd >= 0 && lineEnd + 1 < bytes.length) return bytes.subarray(lineEnd + 1)
  let start = 0
  while (start < bytes.length && isContinuation(bytes[start])) start++
  return bytes.subarray(start)
}

/** A byte of UTF-8 that does not begin a character. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0
}
