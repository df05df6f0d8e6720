import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Artifact, ArtifactFile, ArtifactStore } from '../../core/artifact-port.ts'
import { errorCode, errorMessage } from '../../core/errors.ts'
import type { Part } from '../../report/part.ts'
import { EXPECTED_ARTIFACT, EXPECTED_FILE } from '../../report/part-artifacts.ts'
import { readPartsFile } from '../../report/read/part.ts'
import type { LinkRule } from '../../report/read/sections.ts'
import { mapParallel } from '../parallel.ts'

/** A part, and where it was found. */
export interface FoundPart {
  readonly part: Part
  /** Name of the artifact or the file. */
  readonly from: string
  /** Milliseconds since the epoch when it was written, as far as that is known; else 0. */
  readonly at: number
}

/** Something that stands in the way of telling all: red, and named. */
export interface Problem {
  /** What it is about: a file, an artifact, a job. */
  readonly where: string
  /** What is so, without an end. */
  readonly what: string
}

export interface Collected {
  readonly found: readonly FoundPart[]
  readonly problems: readonly Problem[]
  /** Files that are there and are none of ours, for the log. */
  readonly ignored: readonly string[]
}

/** Bytes that a file with parts may have: three thousand times a usual one. */
const MAX_PART_BYTES = 64_000_000
/** Requests at once; more gains nothing and GitHub begins to refuse. */
const AT_ONCE = 12

/**
 * The parts in the artifacts of this run whose names match, all attempts. One that cannot be had or read is a problem.
 * @param artifacts of this run, as listed
 */
export async function partsOfArtifacts(
  pattern: string,
  { store, artifacts, isOurs }: { store: ArtifactStore; artifacts: readonly Artifact[]; isOurs: LinkRule },
): Promise<Collected> {
  const matches = globOf(pattern)
  const wanted = artifacts.filter(({ name }) => matches.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  const all = await mapParallel(wanted, AT_ONCE, async (artifact): Promise<Collected> => {
    if (artifact.expired) return problem(artifact.name, 'has expired')
    try {
      const files = await store.download(artifact, MAX_PART_BYTES)
      const all = files.map((file) => partsOf(file, artifact, isOurs))
      const holdsNone = all.every(({ found, problems }) => found.length === 0 && problems.length === 0)
      return joined(holdsNone ? [...all, problem(artifact.name, 'holds no part')] : all)
    } catch (thrown) {
      return problem(artifact.name, `could not be downloaded: ${errorMessage(thrown)}`)
    }
  })
  return joined(all)
}

function partsOf(file: ArtifactFile, { name, createdAt }: Artifact, isOurs: LinkRule): Collected {
  if (!file.name.endsWith('.json')) return { found: [], problems: [], ignored: [`${name}/${file.name}`] }
  const at = Number.isFinite(createdAt) ? createdAt : 0
  return read(textOf(file), { from: name, at, isOurs, strict: true })
}

/**
 * The parts in all `.json` files below a folder. Without the folder there are none: downloading no artifact makes no
 * folder. What is plainly another kind of file is ignored; what should be a parts file and is none is a problem.
 *
 * @param folder absolute
 */
export async function partsOfFolder(folder: string, isOurs: LinkRule): Promise<Collected> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((thrown: unknown) => {
    if (errorCode(thrown) === 'ENOENT') return []
    throw thrown
  })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const all = await mapParallel(files, AT_ONCE, async (path): Promise<Collected> => {
    const from = relative(folder, path).split(sep).join('/')
    const { size } = await stat(path)
    if (size > MAX_PART_BYTES) return problem(from, `has ${size} bytes, more than a part can have`)
    return read(await readFile(path, 'utf8'), { from, at: 0, isOurs, strict: false })
  })
  return joined(all)
}

interface Source {
  readonly from: string
  readonly at: number
  readonly isOurs: LinkRule
  /** Everything there has to be a parts file. */
  readonly strict: boolean
}

function read(content: string, { from, at, isOurs, strict }: Source): Collected {
  if (!strict && isAnother(content)) return { found: [], problems: [], ignored: [from] }
  const { parts, faults } = readPartsFile(content, isOurs)
  return {
    found: parts.map((part) => ({ part, from, at })),
    problems: faults.map((fault) => ({ where: from, what: `cannot be read: ${fault}` })),
    ignored: [],
  }
}

/** JSON of another kind: an object without `parts`, or no object at all. Broken JSON may be a part that was cut off. */
function isAnother(content: string): boolean {
  try {
    const value = JSON.parse(content) as unknown
    return typeof value !== 'object' || value === null || !Object.hasOwn(value, 'parts')
  } catch {
    return false
  }
}

function problem(where: string, what: string): Collected {
  return { found: [], problems: [{ where, what }], ignored: [] }
}

function joined(all: readonly Collected[]): Collected {
  return {
    found: all.flatMap(({ found }) => found),
    problems: all.flatMap(({ problems }) => problems),
    ignored: all.flatMap(({ ignored }) => ignored),
  }
}

/** `*` stands for anything; all else for itself. */
export function globOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

/**
 * The text that detect-changes left as an artifact: of the newest attempt up to this one. Undefined: there is none.
 * @throws UserError when it cannot be downloaded
 */
export async function expectedOfArtifacts(
  store: ArtifactStore,
  artifacts: readonly Artifact[],
  attempt: number,
): Promise<string | undefined> {
  const pattern = new RegExp(`^${EXPECTED_ARTIFACT}([1-9]\\d{0,8})$`)
  const newest = artifacts
    .map((artifact) => ({ artifact, attempt: Number(pattern.exec(artifact.name)?.[1] ?? Infinity) }))
    .filter((one) => one.attempt <= attempt)
    .sort((a, b) => b.attempt - a.attempt)[0]?.artifact
  if (newest === undefined) return undefined
  const files = await store.download(newest, MAX_PART_BYTES)
  const file = files.find(({ name }) => name === EXPECTED_FILE)
  return file === undefined ? undefined : textOf(file)
}

const textOf = ({ content }: ArtifactFile): string => Buffer.from(content).toString('utf8')
