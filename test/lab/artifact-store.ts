import { createHash, randomUUID } from 'node:crypto'
import { zipSync } from 'fflate'

/** What is behind both ways to the artifacts of a repository: the results service and the REST API. */
export interface StoredArtifact {
  readonly id: number
  readonly runId: number
  /** The results service's own names for the run and the job. */
  readonly runBackendId: string
  readonly jobBackendId: string
  readonly name: string
  /** Where its bytes are in the blob store. */
  readonly blob: string
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly createdAt: string
  expiresAt: string
  /** Size and digest are known only then; before, nobody sees it. */
  finalized: { readonly size: number; readonly digest: string | undefined } | undefined
  expired: boolean
  deleted: boolean
}

export interface NewArtifact {
  readonly runId: number
  /** Default 1. */
  readonly attempt?: number
  readonly name: string
  /** Packed into a zip file … */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** … unless the bytes are given as they are. */
  readonly zip?: Uint8Array
  /** null: GitHub tells none (artifacts from before 2025). Default: the real one. */
  readonly digest?: string | null
  /** Default: the bytes' own. */
  readonly size?: number
  readonly createdAt?: string
  readonly expired?: boolean
}

export interface ArtifactRecords {
  readonly artifacts: StoredArtifact[]
  readonly blobs: Map<string, Buffer>
  /** The service's own name of an attempt of a run: random, as they are UUIDs at GitHub. */
  runBackendId(runId: number, attempt: number): string
  runIdOf(runBackendId: string): number | undefined
  /** By name, which is unique in an attempt of a run only. */
  find(runBackendId: string, name: string): StoredArtifact | undefined
  /** Begins one: its bytes are still to come. */
  begin(runBackendId: string, jobBackendId: string, name: string, expiresAt?: string): StoredArtifact
  /** A whole one, as if a job had uploaded it. */
  add(artifact: NewArtifact): StoredArtifact
}

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const toSeconds = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
const DAYS_90 = 90 * 24 * 60 * 60 * 1000

export function makeArtifactRecords(): ArtifactRecords {
  const artifacts: StoredArtifact[] = []
  const blobs = new Map<string, Buffer>()
  const backendIds = new Map<string, string>()
  let nextId = 5000
  // A second for each: the order of their times is the order in which they were made.
  let clock = Date.parse('2026-01-01T00:00:00Z')

  const runBackendId = (runId: number, attempt: number): string => {
    const key = `${runId}/${attempt}`
    const id = backendIds.get(key) ?? randomUUID()
    backendIds.set(key, id)
    return id
  }
  const runIdOf = (id: string): number | undefined => {
    const key = [...backendIds].find(([, backendId]) => backendId === id)?.[0]
    return key === undefined ? undefined : Number(key.split('/')[0])
  }
  function begin(
    runOfIt: string,
    jobBackendId: string,
    name: string,
    expiresAt?: string,
    createdAt?: string,
  ): StoredArtifact {
    const created = createdAt ?? toSeconds((clock += 1000))
    const artifact: StoredArtifact = {
      id: nextId++,
      runId: runIdOf(runOfIt) ?? 0,
      runBackendId: runOfIt,
      jobBackendId,
      name,
      blob: randomUUID(),
      createdAt: created,
      expiresAt: expiresAt ?? toSeconds(Date.parse(created) + DAYS_90),
      finalized: undefined,
      expired: false,
      deleted: false,
    }
    artifacts.push(artifact)
    return artifact
  }

  return {
    artifacts,
    blobs,
    runBackendId,
    runIdOf,
    find: (runOfIt, name) =>
      artifacts.find(
        (artifact) => artifact.runBackendId === runOfIt && artifact.name === name && !artifact.deleted,
      ),
    begin: (runOfIt, jobBackendId, name, expiresAt) => begin(runOfIt, jobBackendId, name, expiresAt),
    add({ runId, attempt = 1, name, files = {}, zip, digest, size, createdAt, expired = false }) {
      const packed = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
        path,
        typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content,
      ])
      const bytes = Buffer.from(zip ?? zipSync(Object.fromEntries(packed)))
      const artifact = begin(runBackendId(runId, attempt), randomUUID(), name, undefined, createdAt)
      blobs.set(artifact.blob, bytes)
      artifact.finalized = {
        size: size ?? bytes.length,
        digest: digest === null ? undefined : (digest ?? digestOf(bytes)),
      }
      artifact.expired = expired
      return artifact
    },
  }
}
