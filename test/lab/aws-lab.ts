import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { awsEnvironment, startMoto } from '../../scripts/lib/aws-plans.ts'

/** AWS as moto has it, with a bucket for states. */
export interface AwsLab extends AsyncDisposable {
  readonly url: string
  /** What a job needs to work with it: endpoint, credentials, providers, the tool on PATH. */
  readonly env: Readonly<Record<string, string>>
  /** The `backend "s3"` block of a stack. */
  backend(name: string): string
  /** The state of a stack as it lies in the bucket, undefined: none. */
  state(name: string): Promise<State | undefined>
  /** Who holds the lock of a stack, undefined: nobody. */
  lock(name: string): Promise<{ readonly ID: string; readonly Who: string } | undefined>
  /** An object of the bucket. */
  object(key: string): Promise<Buffer>
  /** A call of a service that speaks JSON. */
  call(service: string, target: string, body: object): Promise<Record<string, unknown>>
}

export interface State {
  readonly serial: number
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>
  readonly resources: readonly {
    readonly mode: string
    readonly type: string
    readonly name: string
    readonly instances: readonly {
      readonly status?: string
      readonly attributes: Readonly<Record<string, unknown>>
    }[]
  }[]
}

export const BUCKET = 'lantern-state'
const signedFor = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=example/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`

/** @param mirrors folders with providers, by their address */
export async function startAws(
  motoServer: string,
  terraform: string,
  mirrors: Readonly<Record<string, string>> = {},
): Promise<AwsLab> {
  const folder = await mkdtemp(join(tmpdir(), 'aws-lab-'))
  const config = join(folder, 'cli.tfrc')
  const sources = Object.entries(mirrors).map(
    ([address, path]) =>
      `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = [${JSON.stringify(address)}]\n  }\n`,
  )
  await writeFile(config, `provider_installation {\n${sources.join('')}}\n`)
  const moto = await startMoto(folder, motoServer)
  const object = async (key: string): Promise<Response> =>
    fetch(`${moto.url}/${BUCKET}/${key}`, { headers: { authorization: signedFor('s3') } })
  const read = async (key: string): Promise<unknown> => {
    const answer = await object(key)
    return answer.ok ? await answer.json() : undefined
  }
  const made = await fetch(`${moto.url}/${BUCKET}`, { method: 'PUT' })
  if (!made.ok) {
    await moto.stop()
    throw new Error(`the bucket could not be made: ${made.status}`)
  }
  return {
    url: moto.url,
    env: {
      ...awsEnvironment(moto.url),
      AWS_EC2_METADATA_DISABLED: 'true',
      TF_CLI_CONFIG_FILE: config,
      PATH: `${dirname(terraform)}:${process.env['PATH'] ?? ''}`,
    },
    backend: (name) => `terraform {
  backend "s3" {
    bucket         = "${BUCKET}"
    key            = "${name}/terraform.tfstate"
    region         = "eu-west-1"
    use_lockfile   = true
    use_path_style = true
  }
}
`,
    state: async (name) => (await read(`${name}/terraform.tfstate`)) as State | undefined,
    lock: async (name) =>
      (await read(`${name}/terraform.tfstate.tflock`)) as Awaited<ReturnType<AwsLab['lock']>>,
    object: async (key) => Buffer.from(await (await object(key)).arrayBuffer()),
    async call(service, target, body) {
      const answer = await fetch(moto.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': target,
          authorization: signedFor(service),
        },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as Record<string, unknown>
    },
    async [Symbol.asyncDispose]() {
      await moto.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
