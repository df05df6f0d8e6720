import type { ArtifactRecords, StoredArtifact } from './artifact-store.ts'
import type { BlobServer } from './blob-server.ts'

/**
 * The artifact methods of the results service, in Twirp's JSON form (https://twitchtv.github.io/twirp/docs/spec_v7.html):
 * fields as in the protobuf file, 64-bit numbers as text, wrapped values bare.
 */
export interface RpcAnswer {
  readonly status: number
  readonly body: unknown
}
export interface RpcWorld {
  readonly records: ArtifactRecords
  readonly blobs: BlobServer
  readonly runId: number
  /** The run's attempt that the token is of. */
  readonly run: string
  readonly job: string
  readonly digestOf: (bytes: Uint8Array) => string
}
type Body = Readonly<Record<string, unknown>>
export interface Rpc {
  /** All fields that a request may have. */
  readonly fields: readonly string[]
  readonly answer: (body: Body, world: RpcWorld) => RpcAnswer
}

export const rpcRefusal = (status: number, code: string, msg: string): RpcAnswer => ({
  status,
  body: { code, msg },
})
const ok = (body: unknown): RpcAnswer => ({ status: 200, body })
const IDS = ['workflow_run_backend_id', 'workflow_job_run_backend_id']
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Signs that GitHub refuses in names of artifacts: some file systems cannot hold them. */
export function nameFault(name: string): string | undefined {
  return name === '' || /["<>|*?:\r\n\\/]/.test(name) ? 'the artifact name is not valid' : undefined
}

const named = ({ records }: RpcWorld, body: Body): StoredArtifact | undefined =>
  records.find(text(body.workflow_run_backend_id), text(body.name))
const missing = rpcRefusal(404, 'not_found', 'artifact not found')

function createArtifact(body: Body, world: RpcWorld): RpcAnswer {
  // 4: the first of this service. 7: it keeps the type of the contents.
  if (![4, 7].includes(Number(body.version))) {
    return rpcRefusal(400, 'invalid_argument', `version ${String(body.version)} is not supported`)
  }
  const expiresAt = text(body.expires_at)
  if (body.expires_at !== undefined && !(Date.parse(expiresAt) > Date.now())) {
    return rpcRefusal(400, 'invalid_argument', 'expires_at is not in the future')
  }
  if (named(world, body) !== undefined) {
    const told = 'an artifact with this name already exists on the workflow run'
    return rpcRefusal(409, 'already_exists', told)
  }
  const artifact = world.records.begin(world.run, world.job, text(body.name), expiresAt || undefined)
  return ok({ ok: true, signed_upload_url: world.blobs.sign(artifact.blob, 'write', 3600) })
}

function finalizeArtifact(body: Body, world: RpcWorld): RpcAnswer {
  const artifact = named(world, body)
  if (artifact === undefined) return missing
  // Harder than GitHub may be: a client has to cope with both.
  if (artifact.finalized !== undefined) return rpcRefusal(409, 'already_exists', 'it is finalized')
  const bytes = world.records.blobs.get(artifact.blob)
  if (bytes === undefined) return rpcRefusal(400, 'failed_precondition', 'nothing was uploaded')
  const size = Number(body.size ?? 0)
  if (size !== bytes.length) {
    return rpcRefusal(400, 'invalid_argument', `size ${size} is not ${bytes.length}`)
  }
  const digest = body.hash === undefined ? undefined : text(body.hash)
  if (digest !== undefined && digest !== world.digestOf(bytes)) {
    return rpcRefusal(400, 'invalid_argument', `hash ${digest} is not ${world.digestOf(bytes)}`)
  }
  artifact.finalized = { size, digest }
  return ok({ ok: true, artifact_id: String(artifact.id) })
}

function listArtifacts(body: Body, { records, runId }: RpcWorld): RpcAnswer {
  const found = records.artifacts.filter(
    ({ id, name, ...artifact }) =>
      artifact.runId === runId &&
      artifact.finalized !== undefined &&
      !artifact.deleted &&
      (body.name_filter === undefined || body.name_filter === name) &&
      (body.id_filter === undefined || Number(body.id_filter) === id),
  )
  const artifacts = found.map(({ id, name, runBackendId, jobBackendId, createdAt, finalized }) => ({
    workflow_run_backend_id: runBackendId,
    workflow_job_run_backend_id: jobBackendId,
    database_id: String(id),
    name,
    size: String(finalized?.size ?? 0),
    created_at: createdAt,
    ...(finalized?.digest === undefined ? {} : { digest: finalized.digest }),
  }))
  // An empty list is left out, as protobuf's JSON form may do.
  return ok(artifacts.length === 0 ? {} : { artifacts })
}

function getSignedUrl(body: Body, world: RpcWorld): RpcAnswer {
  const artifact = named(world, body)
  if (artifact?.finalized === undefined || artifact.expired) return missing
  const rscd = `attachment; filename="${artifact.name}.zip"`
  return ok({ signed_url: world.blobs.sign(artifact.blob, 'read', 600, { rscd }) })
}

function deleteArtifact(body: Body, world: RpcWorld): RpcAnswer {
  const artifact = named(world, body)
  if (artifact === undefined) return missing
  artifact.deleted = true
  return ok({ ok: true, artifact_id: String(artifact.id) })
}

export const RPCS = {
  CreateArtifact: { fields: [...IDS, 'name', 'expires_at', 'version', 'mime_type'], answer: createArtifact },
  FinalizeArtifact: { fields: [...IDS, 'name', 'size', 'hash'], answer: finalizeArtifact },
  ListArtifacts: { fields: [...IDS, 'name_filter', 'id_filter'], answer: listArtifacts },
  GetSignedArtifactURL: { fields: [...IDS, 'name'], answer: getSignedUrl },
  DeleteArtifact: { fields: [...IDS, 'name'], answer: deleteArtifact },
} as const satisfies Readonly<Record<string, Rpc>>
