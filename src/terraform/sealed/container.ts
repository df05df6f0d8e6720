import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { UserError } from '../../core/errors.ts'
import { checkPassphrase } from './passphrase.ts'
import { SealError } from './seal-error.ts'

/** How a seal is closed and opened. A plain one is opened by `plain` only: nobody can swap it in for an encrypted one. */
export type SealKey =
  { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'plain' }

/*
 * The file, numbers big-endian:
 *
 *   0  8   magic
 *   8  1   version: 1
 *   9  1   0: plain · 1: scrypt, AES-256-GCM
 *  10  1   scrypt: log2 N
 *  11  1   scrypt: r
 *  12  1   scrypt: p
 *  13  3   zero
 *  16  8   bytes of the payload
 *  24  16  salt
 *  40  12  nonce
 *  52  …   payload
 *   …  …   encrypted: 16 bytes, tag over header and payload; plain: 32 bytes, SHA-256 of them
 *
 * The first byte is no text and the last of the magic is a line end, so that transfers as text are noticed (as in PNG).
 * A plain one has zeros for the parameters, salt and nonce.
 */
const MAGIC = Buffer.from('\x89GOPLAN\n', 'latin1')
const VERSION = 1
export const HEADER_BYTES = 52
const TAG_BYTES = 16
const DIGEST_BYTES = 32

/** Node takes at most 2 GiB at once, and all of it is in memory. */
const MOST_PAYLOAD_BYTES = 500 * 1024 ** 2
const CHUNK = 8 * 1024 ** 2

/**
 * N = 2^16: 64 MiB and about 0.13 s for each guess of a passphrase. What is read may cost up to four times as much, so
 * that a later release can ask for more; a hostile header cannot ask for gigabytes.
 * Source: RFC 7914 (memory is 128 * N * r bytes).
 */
const COST = 16
const COSTS = { least: 15, most: 18 } as const
const BLOCK_SIZE = 8
const PARALLEL = 1

/** Closes a payload, given as pieces that follow each other. @throws UserError for a bad passphrase, or too much of it. */
export async function closeContainer(pieces: readonly Uint8Array[], key: SealKey): Promise<Uint8Array> {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (size > MOST_PAYLOAD_BYTES) {
    throw new UserError(`the plan and its files are ${Math.ceil(size / 1e6)} MB, too large to be sealed`, {
      help: `At most ${Math.floor(MOST_PAYLOAD_BYTES / 1e6)} MB can be.`,
    })
  }
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.writeUInt8(VERSION, 8)
  header.writeBigUInt64BE(BigInt(size), 16)
  if (key.kind === 'plain') {
    const body = Buffer.concat([header, ...pieces, Buffer.alloc(DIGEST_BYTES)])
    sha256(body.subarray(0, HEADER_BYTES + size)).copy(body, HEADER_BYTES + size)
    return body
  }
  checkPassphrase(key.passphrase)
  header.set([1, COST, BLOCK_SIZE, PARALLEL], 9)
  randomBytes(28).copy(header, 24)
  const { secret, nonce } = await keyOf(header, key.passphrase)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES })
  secret.fill(0)
  cipher.setAAD(header)
  const sealed = Buffer.allocUnsafe(HEADER_BYTES + size + TAG_BYTES)
  let at = header.copy(sealed)
  for (const piece of pieces) at = inChunks(piece, sealed, at, (chunk) => cipher.update(chunk))
  at += cipher.final().copy(sealed, at)
  cipher.getAuthTag().copy(sealed, at)
  return sealed
}

/** The payload. @throws SealError before anything of it is handed out; UserError for a bad passphrase. */
export async function openContainer(bytes: Uint8Array, key: SealKey): Promise<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { encrypted, size } = readHeader(file)
  if (key.kind === 'plain' && encrypted)
    throw new SealError('encrypted-refused', 'the plan is encrypted, and there is no passphrase')
  if (key.kind !== 'plain' && !encrypted)
    throw new SealError('plain-refused', 'the plan is not encrypted, where an encrypted one is demanded')
  const end = HEADER_BYTES + size
  const missing = end + (encrypted ? TAG_BYTES : DIGEST_BYTES) - file.length
  if (missing > 0)
    throw new SealError('truncated', `the sealed plan is cut off: ${missing} bytes are missing`)
  if (missing < 0) throw new SealError('not-a-seal', 'the sealed plan has something after its end')
  if (key.kind === 'plain') {
    if (!timingSafeEqual(sha256(file.subarray(0, end)), file.subarray(end)))
      throw new SealError('altered', 'the checksum of the plan is wrong: it was changed or damaged')
    return file.subarray(HEADER_BYTES, end)
  }
  checkPassphrase(key.passphrase)
  return decrypt(file, size, key.passphrase)
}

async function decrypt(file: Buffer, size: number, passphrase: string): Promise<Uint8Array> {
  const { secret, nonce } = await keyOf(file, passphrase)
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES })
  secret.fill(0)
  const end = HEADER_BYTES + size
  decipher.setAAD(file.subarray(0, HEADER_BYTES))
  decipher.setAuthTag(file.subarray(end))
  const payload = Buffer.allocUnsafe(size)
  inChunks(file.subarray(HEADER_BYTES, end), payload, 0, (chunk) => decipher.update(chunk))
  try {
    decipher.final()
  } catch {
    payload.fill(0)
    throw new SealError(
      'wrong-passphrase-or-altered',
      'the sealed plan does not open: the passphrase is another one, or the file was changed (which of the two cannot be told)',
    )
  }
  return payload
}

/** Checks what can be checked without a key. */
function readHeader(file: Buffer): { readonly encrypted: boolean; readonly size: number } {
  const magic = file.subarray(0, MAGIC.length)
  if (!MAGIC.subarray(0, magic.length).equals(magic))
    throw new SealError('not-a-seal', 'the file is not a sealed plan')
  if (file.length < HEADER_BYTES) throw new SealError('truncated', 'the sealed plan is cut off in its header')
  const version = file.readUInt8(8)
  if (version > VERSION)
    throw new SealError(
      'newer-version',
      `the sealed plan has version ${version}; this release reads ${VERSION}`,
    )
  const [kind = 0, cost = 0, block = 0, parallel = 0] = file.subarray(9, 13)
  const size = file.readBigUInt64BE(16)
  const encrypted = kind === 1
  const known = encrypted
    ? cost >= COSTS.least && cost <= COSTS.most && block === BLOCK_SIZE && parallel === PARALLEL
    : kind === 0 && isZero(file.subarray(10, 13)) && isZero(file.subarray(24, HEADER_BYTES))
  if (version !== VERSION || !known || !isZero(file.subarray(13, 16)))
    throw new SealError('not-a-seal', 'the header of the sealed plan is none that is ever written')
  if (size > BigInt(MOST_PAYLOAD_BYTES))
    throw new SealError('not-a-seal', 'the sealed plan says that it is larger than any can be')
  return { encrypted, size: Number(size) }
}

function keyOf(
  header: Buffer,
  passphrase: string,
): Promise<{ readonly secret: Buffer; readonly nonce: Buffer }> {
  const N = 2 ** header.readUInt8(10)
  const options = { N, r: BLOCK_SIZE, p: PARALLEL, maxmem: 2 * 128 * N * BLOCK_SIZE }
  const nonce = header.subarray(40, HEADER_BYTES)
  return new Promise((resolve, reject) => {
    scrypt(passphrase, header.subarray(24, 40), 32, options, (failure, secret) => {
      if (failure === null) resolve({ secret, nonce })
      else reject(failure)
    })
  })
}

function inChunks(
  from: Uint8Array,
  to: Buffer,
  start: number,
  change: (chunk: Uint8Array) => Buffer,
): number {
  let at = start
  for (let read = 0; read < from.length; read += CHUNK)
    at += change(from.subarray(read, read + CHUNK)).copy(to, at)
  return at
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
