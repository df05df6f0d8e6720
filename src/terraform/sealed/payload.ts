import { errorMessage } from '../../core/errors.ts'
import { createHash } from 'node:crypto'
import { readManifest } from './read-manifest.ts'
import { pathFaults } from './sealed-path.ts'
import type { SealContent, SealedFile } from './sealed-plan.ts'
import { reviewedPlanOf } from '../review/parse-reviewed.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'
import { fields, flag, list, maybe, oneOf, text, whole, wrong, type Fields } from './shape.ts'

/*
 * What is within a container: the length of the index (4 bytes, big-endian), the index (JSON), then the members' bytes
 * one after the other. A saved plan is a zip already: nothing is compressed again.
 */
const INDEX_VERSION = 1
const MOST_INDEX_BYTES = 16 * 1024 ** 2
export const MOST_FILES = 10_000

type Role = 'review' | 'plan' | 'lock' | 'file'

interface Member {
  readonly role: Role
  readonly size: number
  readonly sha256: string
  readonly path?: string
  readonly executable?: boolean
  readonly replaces?: string
}

/** The pieces of a payload. @throws SealError when the content does not agree with its manifest, or has a bad path. */
export function packPayload(content: SealContent): Uint8Array[] {
  const { manifest, plan, lockFile, files } = content
  const entries: (readonly [Member, Uint8Array])[] = []
  const add = (role: Role, bytes: Uint8Array, more: Partial<Member> = {}): void => {
    entries.push([{ role, size: bytes.length, sha256: sha256Hex(bytes), ...more }, bytes])
  }
  add('review', Buffer.from(JSON.stringify(content.review)))
  if (plan !== undefined) add('plan', plan)
  if (lockFile !== undefined) add('lock', lockFile)
  for (const { content: bytes, ...file } of files) add('file', bytes, file)
  const members = entries.map(([member]) => member)
  const index = JSON.stringify({ version: INDEX_VERSION, manifest, members })
  // Nothing is written that would not be read: the same checks, on the same text.
  const read = readIndex(index)
  checkWhole(read)
  checkedReview(content.review)
  const encoded = Buffer.from(index)
  if (encoded.length > MOST_INDEX_BYTES) throw wrong('the index', 'is longer than can be')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(encoded.length)
  return [length, encoded, ...entries.map(([, bytes]) => bytes)]
}

/** The content of a payload, all of it checked. Its bytes are views of the payload. @throws SealError */
export function unpackPayload(payload: Uint8Array): SealContent {
  const view = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)
  if (view.length < 4) throw wrong('the index', 'is missing')
  let at = 4 + view.readUInt32BE(0)
  if (at > view.length || at - 4 > MOST_INDEX_BYTES) throw wrong('the index', 'is longer than can be')
  const index = readIndex(utf8(view.subarray(4, at), 'the index'))
  checkWhole(index)
  const total = index.members.reduce((sum, { size }) => sum + size, at)
  if (total !== view.length) throw wrong('the length', 'is not the sum of its parts')
  const read = index.members.map((member) => {
    const bytes = view.subarray(at, (at += member.size))
    if (sha256Hex(bytes) !== member.sha256) throw wrong(nameOf(member), 'has another checksum')
    return { member, bytes }
  })
  const bytesOf = (role: Role): Buffer | undefined => read.find(({ member }) => member.role === role)?.bytes
  const [plan, lockFile] = [bytesOf('plan'), bytesOf('lock')]
  return {
    manifest: index.manifest,
    review: checkedReview(parse(utf8(bytesOf('review') ?? Buffer.alloc(0), 'review'), 'review')),
    ...(plan === undefined ? {} : { plan }),
    ...(lockFile === undefined ? {} : { lockFile }),
    files: read.flatMap(({ member, bytes }) => fileOf(member, bytes)),
  }
}

interface Index {
  readonly manifest: SealContent['manifest']
  readonly members: readonly Member[]
}

function readIndex(json: string): Index {
  const from = fields(parse(json, 'the index'), 'the index')
  if (from['version'] !== INDEX_VERSION) throw wrong('the index', `has a version other than ${INDEX_VERSION}`)
  const members = list(from['members'], 'members')
  if (members.length > MOST_FILES + 3) throw wrong('members', `are more than ${MOST_FILES}`)
  return { manifest: readManifest(from['manifest']), members: members.map(readMember) }
}

function readMember(value: unknown, index: number): Member {
  const name = `members[${index}]`
  const from = fields(value, name)
  const hash = (given: unknown, where: string): string => text(given, where, /^[0-9a-f]{64}$/)
  const role = oneOf(from['role'], `${name}.role`, ['review', 'plan', 'lock', 'file'])
  return {
    role,
    size: whole(from['size'], `${name}.size`),
    sha256: hash(from['sha256'], `${name}.sha256`),
    ...(role === 'file' ? readFileOf(from, name, hash) : {}),
  }
}

function readFileOf(from: Fields, name: string, hash: (value: unknown, name: string) => string) {
  return {
    path: text(from['path'], `${name}.path`),
    executable: flag(from['executable'], `${name}.executable`),
    ...maybe(from, 'replaces', hash, `${name}.`),
  }
}

/** Members and manifest agree on what is there. */
function checkWhole({ manifest, members }: Index): void {
  const only = (role: Role, expected: string | undefined): void => {
    const found = members.filter((member) => member.role === role)
    if (found.length > 1) throw wrong(role, 'is there more than once')
    if (expected === undefined && found.length === 1) return
    if ((found[0]?.sha256 ?? '') !== expected) throw wrong(role, 'is not the one that the manifest names')
  }
  only('review', undefined)
  only('plan', manifest.planSha256)
  only('lock', manifest.lockSha256)
  const files = members.filter(({ role }) => role === 'file')
  const [fault] = pathFaults(files.map(({ path = '' }) => path))
  if (fault !== undefined) throw wrong('the path', fault)
  if (manifest.kind === 'review' && files.length > 0) throw wrong('a review record', 'has files with it')
}

function fileOf({ role, path, executable, replaces }: Member, content: Uint8Array): SealedFile[] {
  if (role !== 'file' || path === undefined || executable === undefined) return []
  return [{ path, executable, content, ...(replaces === undefined ? {} : { replaces }) }]
}

const nameOf = ({ role, path }: Member): string => (path === undefined ? role : JSON.stringify(path))

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw wrong(name, 'is not valid UTF-8')
  }
}

function parse(json: string, name: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Without the cause: its message quotes what was read.
    throw wrong(name, 'is no JSON')
  }
}

/** Of a plan or a lock file as the manifest names it; of none: empty. */
export function sha256Hex(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex')
}

/** @throws SealError for what is no record of a review */
function checkedReview(value: unknown): ReviewedPlan {
  try {
    return reviewedPlanOf(value)
  } catch (thrown) {
    throw wrong('review', errorMessage(thrown))
  }
}
