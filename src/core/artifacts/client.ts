import type { Artifact, ArtifactFile, ArtifactStore, Uploaded, UploadOptions } from '../artifact-port.ts'
import { UserError } from '../errors.ts'
import { makeSend, type Send } from '../http-exchange.ts'
import type { Clock, Log } from '../ports.ts'
import { digestOf, readBlob, writeBlob } from './blob.ts'
import { type Env, type ResultsService, resultsService } from './service.ts'
import { signedUrl } from './signed-url.ts'
import { callResults, field, isJson, RefusedError, textField } from './twirp.ts'
import { readZip } from './zip-read.ts'
import { writeZip } from './zip-write.ts'

export interface ArtifactSettings {
  /** The job's environment: ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, GITHUB_SERVER_URL, … */
  readonly env: Env
  readonly log: Log
  readonly clock: Clock
  readonly send?: Send
}

/** What the newest version of the service's protocol calls itself: it keeps the type of the contents. */
const VERSION = 7
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The artifacts of this run, through the runner's results service. Our own client, see
 * docs/decisions/0014-own-artifact-client.md. Sends nothing, and asks nothing of `env`, before its first use.
 */
export function makeArtifacts({ env, log, clock, send = makeSend() }: ArtifactSettings): ArtifactStore {
  const ports = { send, clock, log }
  /** What an earlier attempt of the run kept is asked for under that attempt's own names. */
  const owners = new Map<number, Readonly<Record<string, string>>>()
  let known: ResultsService | undefined
  const service = (): ResultsService => (known ??= resultsService(env, log))

  async function begin(name: string, days: number | undefined): Promise<URL> {
    const expiry =
      days === undefined ? {} : { expires_at: new Date(clock.now() + days * DAY_MS).toISOString() }
    const request = { name, version: VERSION, mime_type: 'application/zip', ...expiry }
    try {
      const answer = done('CreateArtifact', await callResults('CreateArtifact', request, service(), ports))
      return signedUrl(textField(answer, 'signed_upload_url'), service().origin, log)
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'already_exists') throw error
      // The name is taken, and its address for the upload lost with the answer.
      if (error.afterLost) {
        throw new UserError(
          `Could not upload the artifact ${name}: GitHub's answer to its beginning was lost`,
          {
            help: 'Run the job again.',
            causeClass: 'timeout',
          },
        )
      }
      throw new UserError(`This run already has an artifact called ${name}`, {
        help: 'Each job of a run needs a name of its own: does the same step run twice, or in two jobs of a matrix?',
      })
    }
  }

  async function finish(name: string, size: number, digest: string): Promise<number> {
    const request = { name, size: String(size), hash: digest }
    try {
      const answer = done(
        'FinalizeArtifact',
        await callResults('FinalizeArtifact', request, service(), ports),
      )
      return idOf(textField(answer, 'artifact_id'))
    } catch (error) {
      if (!(error instanceof RefusedError) || !error.afterLost) throw error
      // The try without an answer may have done it, and the next one may not do it twice.
      const found = (await list({ name_filter: name })).find(
        (artifact) => artifact.digest === digest && artifact.size === size,
      )
      if (found === undefined) throw error
      return found.id
    }
  }

  function keepOwner(id: number, json: Readonly<Record<string, unknown>>): number {
    owners.set(id, {
      workflow_run_backend_id: textField(json, 'workflow_run_backend_id'),
      workflow_job_run_backend_id: textField(json, 'workflow_job_run_backend_id'),
    })
    return id
  }

  async function list(
    filter: { readonly name_filter?: string; readonly id_filter?: string } = {},
  ): Promise<readonly Artifact[]> {
    const answer = await callResults('ListArtifacts', filter, service(), ports)
    const artifacts = field(answer, 'artifacts') ?? []
    if (!Array.isArray(artifacts)) throw new UserError("GitHub's list of artifacts is not one")
    return artifacts.filter(isJson).map((json) => ({
      id: keepOwner(idOf(textField(json, 'database_id')), json),
      name: textField(json, 'name'),
      size: Number(textField(json, 'size')),
      digest: textField(json, 'digest') || undefined,
      createdAt: Date.parse(textField(json, 'created_at')),
      expired: false,
    }))
  }

  return {
    async upload(name, files, options): Promise<Uploaded> {
      checkName(name)
      const days = retention(options, env)
      const { origin } = service()
      const zip = await writeZip(files, options.compress)
      const digest = digestOf(zip)
      log.debug(`uploading the artifact ${name}, ${zip.length} bytes, to ${origin}`)
      await writeBlob(await begin(name, days), name, zip, ports)
      const id = await finish(name, zip.length, digest)
      const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = env
      const url = `${server || 'https://github.com'}/${repository}/actions/runs/${run}/artifacts/${id}`
      return { id, size: zip.length, digest, url }
    },
    list: () => list(),
    async download({ id, name, size, digest }, limit): Promise<readonly ArtifactFile[]> {
      if (size > limit) {
        throw new UserError(`The artifact ${name} has ${size} bytes, at most ${limit} are taken`)
      }
      if (!owners.has(id)) await list({ id_filter: String(id) })
      const address = async (): Promise<URL> => {
        const request = { name, ...owners.get(id) }
        const answer = await callResults('GetSignedArtifactURL', request, service(), ports)
        return signedUrl(textField(answer, 'signed_url'), service().origin, log)
      }
      return readZip(await readBlob({ name, address, digest, limit }, ports), limit)
    },
  }
}

/** What GitHub refuses in names: not every file system can hold it. */
function checkName(name: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (name === '' || name.length > 256 || /[\u0000-\u001f\u007f"<>|*?:\\/]/.test(name)) {
    throw new UserError(`Not a name for an artifact: ${JSON.stringify(name.slice(0, 300))}`)
  }
}

/** Days until it goes; more than the repository allows is cut to that, as GitHub's own library does. */
function retention({ retentionDays: days }: UploadOptions, env: Env): number | undefined {
  if (days === undefined) return undefined
  if (!Number.isInteger(days) || days < 1) throw new UserError(`Not a number of days to keep it: ${days}`)
  const most = Number(env.GITHUB_RETENTION_DAYS ?? '')
  return most > 0 ? Math.min(days, most) : days
}

/** A good status alone says nothing: the answer has a field for it. */
function done(method: string, answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (field(answer, 'ok') === true) return answer
  throw new UserError(`The artifact service did not do ${method}, and does not say why`, {
    help: 'Run the job again.',
  })
}

function idOf(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new UserError('GitHub did not tell the id of the artifact')
  return Number(text)
}
