import type { ArtifactFile } from './artifact-port.ts'
import { BlobError, type BlobFault, readBlob } from './artifacts/blob.ts'
import { signedUrl } from './artifacts/signed-url.ts'
import { readZip } from './artifacts/zip-read.ts'
import { isGitHubFault, type GitHub, GitHubError, type GitHubFault } from './github-port.ts'
import { UserError } from './errors.ts'
import { allPages, type GitHubContext, eachOnce, PAGE, PERMISSION } from './github-context.ts'
import { artifactOf } from './github-map.ts'
import { makeSend } from './http-exchange.ts'

type Artifacts = Pick<GitHub, 'artifactsOfRun' | 'newestArtifacts' | 'downloadArtifact'>

const FAULTS: Readonly<Record<BlobFault, GitHubFault>> = {
  unreachable: 'unavailable',
  refused: 'unavailable',
  'too-large': 'invalid',
  'other-bytes': 'invalid',
}

/** Artifacts of any run of the repository. */
export function artifactOperations(context: GitHubContext): Artifacts {
  const { octokit, where, attempt, apiUrl, log, clock } = context
  const send = makeSend()

  /** Where the zip file is, for a minute: on another host, which must not get the token. */
  async function addressOf(id: number, name: string): Promise<URL> {
    return attempt(`download the artifact ${name}`, PERMISSION.actions, async () => {
      const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'
      const asked = {
        ...where,
        artifact_id: id,
        archive_format: 'zip',
        request: { redirect: 'manual' } as const,
      }
      const { headers } = await octokit.request(route, asked)
      return signedUrl(headers.location ?? '', apiUrl, log)
    })
  }

  return {
    artifactsOfRun: (runId) =>
      attempt(`list the artifacts of run ${runId}`, PERMISSION.actions, async () =>
        eachOnce(
          await allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts'
            const asked = { ...where, run_id: runId, per_page: PAGE, page }
            const { data, headers } = await octokit.request(route, asked)
            return { items: data.artifacts.map(artifactOf), link: headers.link }
          }),
        ),
      ),
    newestArtifacts: (limit) =>
      attempt('list the artifacts of the repository', PERMISSION.actions, async () =>
        eachOnce(
          await allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/artifacts'
            const asked = { ...where, per_page: PAGE, page }
            const { data, headers } = await octokit.request(route, asked)
            const items = data.artifacts.map((raw) => {
              const run = raw.workflow_run
              const isKnown = run?.id !== undefined && run.head_sha !== undefined
              return {
                ...artifactOf(raw),
                run: isKnown ? { id: Number(run.id), headSha: String(run.head_sha) } : undefined,
              }
            })
            return { items, link: headers.link }
          }, limit),
        ),
      ),
    async downloadArtifact({ id, name, digest, size }, limit): Promise<readonly ArtifactFile[]> {
      if (size > limit) throw tooLarge(name, size, limit)
      try {
        const address = () => addressOf(id, name)
        return await readZip(await readBlob({ name, address, digest, limit }, { send, clock, log }), limit)
      } catch (error) {
        if (isGitHubFault(error) || error instanceof GitHubError || !(error instanceof UserError)) throw error
        const fault = error instanceof BlobError ? FAULTS[error.fault] : 'invalid'
        const { help, causeClass } = error
        throw new GitHubError(error.message, fault, undefined, {
          causeClass,
          ...(help === undefined ? {} : { help }),
        })
      }
    },
  }
}

const tooLarge = (name: string, size: number, limit: number): GitHubError =>
  new GitHubError(
    `The artifact ${name} has ${size} bytes, at most ${limit} are taken`,
    'invalid',
    undefined,
    {
      causeClass: 'policy',
    },
  )
