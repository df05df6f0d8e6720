import type { StoredArtifact } from '../artifact-store.ts'
import type { BlobServer } from '../blob-server.ts'
import { type Answer, type Handlers, notFound, page, refuse, type Request } from './answers.ts'
import type { Json, State } from './state.ts'

/** Artifacts as the REST API shows them. Their bytes come from another host, through a signed address. */
export function artifactHandlers(state: State, blobs: BlobServer): Handlers {
  const api = (path: string): string => `https://api.github.com/repos/${state.repository}${path}`

  function json(artifact: StoredArtifact): Json {
    const run = state.runs.findLast(({ id }) => id === artifact.runId)?.json
    const repositoryId = (run?.repository as Json | undefined)?.id
    return {
      id: artifact.id,
      node_id: `A_${artifact.id}`,
      name: artifact.name,
      size_in_bytes: artifact.finalized?.size ?? 0,
      url: api(`/actions/artifacts/${artifact.id}`),
      archive_download_url: api(`/actions/artifacts/${artifact.id}/zip`),
      expired: artifact.expired,
      digest: artifact.finalized?.digest ?? null,
      created_at: artifact.createdAt,
      updated_at: artifact.createdAt,
      expires_at: artifact.expiresAt,
      workflow_run:
        run === undefined
          ? null
          : {
              id: artifact.runId,
              repository_id: repositoryId,
              // Of a fork that was deleted GitHub still tells the number.
              head_repository_id: (run.head_repository as Json | null)?.id ?? 1,
              head_branch: run.head_branch,
              head_sha: run.head_sha,
            },
    }
  }

  const list = (request: Request, isWanted: (artifact: StoredArtifact) => boolean): Answer => {
    const { name, direction } = request.query
    const found = state.artifacts.artifacts
      .filter((artifact) => artifact.finalized !== undefined && !artifact.deleted && isWanted(artifact))
      .filter((artifact) => name === undefined || artifact.name === name)
      .sort((a, b) => (direction === 'asc' ? 1 : -1) * (a.id - b.id))
    return page(request, found.map(json), (artifacts) => ({ total_count: found.length, artifacts }))
  }

  return {
    'actions/list-artifacts-for-repo': (request) => list(request, () => true),
    'actions/list-workflow-run-artifacts': (request) => {
      const runId = Number(request.params.run_id)
      const isKnown = state.runs.some(({ id }) => id === runId)
      return isKnown ? list(request, (artifact) => artifact.runId === runId) : notFound
    },
    'actions/download-artifact': ({ params }) => {
      const artifact = state.artifacts.artifacts.find(({ id }) => id === Number(params.artifact_id))
      if (artifact?.finalized === undefined || artifact.deleted) return notFound
      if (params.archive_format !== 'zip') return notFound
      if (artifact.expired) return refuse(410, 'Artifact has expired')
      const rscd = `attachment; filename="${artifact.name}.zip"`
      return { status: 302, headers: { location: blobs.sign(artifact.blob, 'read', 60, { rscd }) } }
    },
  }
}
