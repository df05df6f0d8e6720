import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { awsEnvironment, startMoto, type Moto } from '../../scripts/lib/aws-plans.ts'
import type { Part } from '../../src/report/part.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { describeWith, testTool } from '../lab/tools.ts'
import { scratch } from '../terraform/support.ts'
import type { Files } from '../actions/detect-support.ts'
import { makeSite, type Site } from './waiting-support.ts'

/** What a stack says that reads the state of another stack of the same change before that is applied. */

const BACKEND = 'terraform {\n  backend "local" {}\n}\n'
const reads = (name: string, at: string): string => `data "terraform_remote_state" "${name}" {
  backend = "local"
  config  = { path = "../${at}/terraform.tfstate" }
}
`
const uses = (value: string): string => `resource "terraform_data" "it" {\n  input = ${value}\n}\n`
const output = (name: string): string => `output "${name}" {\n  value = "v"\n}\n`

/** `a` gets an output in this change; `old` stays as it is. */
const OLD: Files = {
  'infra/a/main.tf': BACKEND + output('id'),
  'infra/old/main.tf': BACKEND + output('id'),
}
const A = BACKEND + output('id') + output('vpc')
const outputsOfA = 'data.terraform_remote_state.a.outputs'
const STATE = JSON.stringify({
  version: 4,
  terraform_version: '1.5.0',
  serial: 1,
  lineage: '11111111-1111-1111-1111-111111111111',
  outputs: { id: { value: 'i', type: 'string' } },
  resources: [],
})

async function partsOf(
  site: Site,
  names: readonly string[],
  states: readonly string[],
): Promise<readonly Part[]> {
  for (const path of states) {
    await mkdir(join(site.checkout, dirname(path)), { recursive: true })
    await writeFile(join(site.checkout, path), STATE)
  }
  return (await site.plan(names)).parts
}

describe.each(terraformTools(process.env).map((tool) => [`${tool.tool} ${tool.version}`, tool] as const))(
  'with %s',
  (_, tool) => {
    test('a state that is not there yet, an output that it lacks: all waits for the stack that brings it', async () => {
      const module = 'variable "net" {}\n' + uses('var.net')
      await using site = await makeSite(tool, OLD, {
        'infra/a/main.tf': A,
        'infra/b1/main.tf': BACKEND + reads('a', 'a') + uses(`${outputsOfA}.vpc`),
        'infra/b2/main.tf': BACKEND + reads('a', 'a') + uses(`${outputsOfA}["vpc"]`),
        'infra/b3/main.tf': `${BACKEND}${reads('a', 'a')}locals {\n  a = ${outputsOfA}\n}\n${uses('local.a.vpc')}`,
        'infra/b4/main.tf': `${BACKEND}module "m" {\n  source = "../../modules/m"\n  net    = "x"\n}\n`,
        'modules/m/main.tf': module + reads('a', 'a') + uses(`${outputsOfA}.vpc`).replace('"it"', '"that"'),
      })
      const names = ['infra/b1', 'infra/b2', 'infra/b3', 'infra/b4']
      const expected = names.map((name) => ({
        subject: { name },
        status: 'partial',
        verdict: { kind: 'waiting', reason: 'waits for infra/a', on: ['infra/a'] },
        headline: [{ strong: ['waits for'] }, ' ', { code: 'infra/a' }],
        counts: {},
      }))
      const missing = await partsOf(site, names, [])
      expect(missing).toMatchObject(expected)
      const severities = (parts: readonly Part[]) =>
        parts.flatMap(({ findings }) => findings.map((one) => one.severity))
      expect(new Set(severities(missing))).toEqual(new Set(['notice']))
      expect(await partsOf(site, names, ['infra/a/terraform.tfstate'])).toMatchObject(expected)
    }, 60_000)

    test('every other error is one, also beside one that waits', async () => {
      await using site = await makeSite(tool, OLD, {
        'infra/a/main.tf': A,
        // A typing error: no output of that name will ever be there.
        'infra/typo/main.tf': BACKEND + reads('a', 'a') + uses(`${outputsOfA}.vcp`),
        // Reads a stack that this change does not touch, and one that it does.
        'infra/other/main.tf':
          BACKEND +
          reads('a', 'a') +
          reads('old', 'old') +
          uses(`[${outputsOfA}.id, data.terraform_remote_state.old.outputs.id]`),
        // A state that is of no stack here, and a stack that goes first by its reading another one.
        'infra/foreign/main.tf':
          BACKEND + reads('a', 'a') + reads('x', 'elsewhere') + uses(`${outputsOfA}.id`),
        // Its own object lacks the attribute.
        'infra/own/main.tf':
          BACKEND +
          reads('a', 'a') +
          'locals {\n  o = { id = terraform_data.x.id }\n}\nresource "terraform_data" "x" {}\n' +
          uses(`[${outputsOfA}.id, local.o.vpc]`),
        // What waits, and a file that is not there.
        'infra/both/main.tf':
          BACKEND +
          reads('a', 'a') +
          uses(`[${outputsOfA}.vpc]`) +
          uses('file("none.txt")').replace('"it"', '"that"'),
      })
      const names = ['infra/typo', 'infra/other', 'infra/foreign', 'infra/own', 'infra/both']
      const parts = await partsOf(site, names, ['infra/a/terraform.tfstate'])
      expect(parts.map(({ subject, verdict }) => [subject.name, verdict.kind])).toEqual(
        names.map((name) => [name, 'failed']),
      )
      expect(parts.every(({ findings }) => findings.some(({ severity }) => severity === 'error'))).toBe(true)
    }, 60_000)
  },
)

describe('of one tool', () => {
  const [tool] = terraformTools(process.env)
  if (tool === undefined) return

  test('nothing waits for a stack that the change does not touch, or that fails for what it is itself', async () => {
    await using site = await makeSite(
      tool,
      {
        ...OLD,
        'infra/b/main.tf': BACKEND + reads('old', 'old') + uses('data.terraform_remote_state.old.outputs.id'),
      },
      { 'infra/b/more.tf': '# changed\n' },
    )
    const [part] = (await site.plan(['infra/b'])).parts
    expect(part?.verdict).toMatchObject({ kind: 'failed', reason: 'Unable to find remote state' })
  }, 30_000)

  test('whose state it is may be written down where the code does not tell', async () => {
    const b = `${BACKEND}variable "path" {}\ndata "terraform_remote_state" "a" {
  backend = "local"\n  config = { path = var.path }\n}\n${uses(`${outputsOfA}.vpc`)}`
    const files = {
      'infra/a/main.tf': A,
      'infra/b/main.tf': b,
      'infra/b/terraform.tfvars': 'path = "../a/terraform.tfstate"\n',
    }
    const told = 'stacks:\n  - path: infra/b\n    depends-on: [infra/a]\n'
    await using with_ = await makeSite(tool, OLD, { ...files, '.github/gitops.yml': told })
    expect((await with_.plan(['infra/b'])).parts[0]?.verdict).toMatchObject({ on: ['infra/a'] })
    await using without = await makeSite(tool, OLD, files)
    expect((await without.plan(['infra/b'])).parts[0]?.verdict.kind).toBe('failed')
  }, 60_000)
})

describeWith('moto-server', 'with the S3 backend', (motoServer) => {
  const terraform = testTool('terraform-1.11.4')
  let moto: Moto
  let folder: Awaited<ReturnType<typeof scratch>>
  beforeAll(async () => {
    folder = await scratch()
    moto = await startMoto(folder.path, motoServer)
    expect((await fetch(`${moto.url}/state`, { method: 'PUT' })).ok).toBe(true)
  }, 60_000)
  afterAll(async () => {
    await moto.stop()
    await folder[Symbol.asyncDispose]()
  })

  test('a state that is not in the bucket waits; a bucket that is not there is an error', async () => {
    if (terraform === undefined) throw new Error('no terraform')
    const settings = (bucket: string, key: string): string =>
      `bucket = "${bucket}"\n    key = "${key}"\n    region = "eu-west-1"\n    use_path_style = true\n    skip_credentials_validation = true\n    skip_requesting_account_id = true\n`
    const s3 = (key: string): string => `terraform {\n  backend "s3" {\n    ${settings('state', key)}  }\n}\n`
    const remote = (bucket: string): string =>
      `data "terraform_remote_state" "a" {\n  backend = "s3"\n  config = {\n    ${settings(bucket, 'a')}  }\n}\n`
    const env = { ...awsEnvironment(moto.url), AWS_EC2_METADATA_DISABLED: 'true' }
    const binary = { tool: 'terraform', path: terraform, version: '1.11.4', reason: '' } as const
    await using site = await makeSite(
      binary,
      { 'infra/a/main.tf': s3('a') },
      {
        'infra/a/main.tf': s3('a') + output('vpc'),
        'infra/b/main.tf': s3('b') + remote('state') + uses(`${outputsOfA}.vpc`),
        'infra/c/main.tf': s3('c') + remote('none') + uses(`${outputsOfA}.vpc`),
      },
      env,
    )
    const { parts } = await site.plan(['infra/b', 'infra/c'])
    expect(parts.map(({ verdict }) => verdict.kind)).toEqual(['waiting', 'failed'])
  }, 60_000)
})
