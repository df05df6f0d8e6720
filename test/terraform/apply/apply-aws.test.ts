import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { awsEnvironment, startMoto, type Moto } from '../../../scripts/lib/aws-plans.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import { describeWith } from '../../lab/tools.ts'
import { stackIn, write } from '../support.ts'
import { startApply } from './process.ts'
import { applied, planned, ready, rows } from './support.ts'

/** Applying with the real AWS provider and the S3 backend with its native lock, on moto. */

const BUCKET = 'lantern-apply-state'

/** Objects that Terraform writes are its account's alone; moto takes any signature for it. */
const SIGNED =
  'AWS4-HMAC-SHA256 Credential=example/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0'

/** `ec2`: where calls to EC2 go; a server that never answers holds up the creation of a VPC. */
const source = (key: string, body: string, ec2?: string): string => `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
  backend "s3" {
    bucket         = "${BUCKET}"
    key            = "${key}/terraform.tfstate"
    region         = "eu-west-1"
    use_lockfile   = true
    use_path_style = true
  }
}

provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
${ec2 === undefined ? '' : `  endpoints {\n    ec2 = "${ec2}"\n  }\n`}}
${body}`

const parameter = (name: string): string => `
resource "aws_ssm_parameter" "${name}" {
  name  = "/\${basename(dirname(path.cwd))}/${name}"
  type  = "String"
  value = "v"
}
output "${name}" { value = aws_ssm_parameter.${name}.name }
`

const vpc = `
resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
  depends_on = [aws_ssm_parameter.first]
}
resource "aws_subnet" "after" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "10.0.1.0/24"
}
`

describeWith('moto-server', 'AWS', (motoServer) => {
  describeWith('aws-provider', 'the AWS provider', (mirror) => {
    describeWith('terraform-1.11.4', 'with Terraform 1.11.4', (path) => {
      let moto: Moto
      let temp = ''
      let silent: Server
      let ec2 = ''
      const binary = { tool: 'terraform', path, version: '1.11.4', reason: 'test' } as const

      const object = (key: string): Promise<Response> =>
        fetch(`${moto.url}/${BUCKET}${key}`, { headers: { authorization: SIGNED } })
      const isLocked = async (name: string): Promise<boolean> =>
        (await object(`/${name}/terraform.tfstate.tflock`)).ok

      async function stack(name: string, body: string, endpoint?: string): Promise<StackRun> {
        const directory = join(temp, name, 'stack')
        await write(directory, { 'main.tf': source(name, body, endpoint) })
        const run = stackIn(directory, binary, {
          env: {
            PATH: process.env['PATH'] ?? '',
            HOME: temp,
            ...awsEnvironment(moto.url),
            TF_CLI_CONFIG_FILE: join(temp, 'cli.tfrc'),
            AWS_EC2_METADATA_DISABLED: 'true',
          },
        })
        await ready(run)
        return run
      }

      beforeAll(async () => {
        temp = await mkdtemp(join(tmpdir(), 'apply-aws-'))
        await writeFile(
          join(temp, 'cli.tfrc'),
          `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
        )
        moto = await startMoto(temp, motoServer)
        expect((await fetch(`${moto.url}/${BUCKET}`, { method: 'PUT' })).ok).toBe(true)
        silent = createServer(() => undefined)
        await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
        ec2 = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
      }, 240_000)

      afterAll(async () => {
        await moto.stop()
        silent.closeAllConnections()
        silent.close()
        await rm(temp, { recursive: true, force: true })
      })

      test('applied; half way; and the same plan again is stale', async () => {
        // An SSM parameter may not be called so: the API refuses it when it is made.
        const bad =
          '\nresource "aws_ssm_parameter" "bad" {\n  name = "/aws/ssm/no"\n  type = "String"\n  value = "x"\n}\n'
        const run = await stack('half', parameter('first') + bad)
        const plan = await planned(run)
        const apply = await applied(run, plan)
        expect(rows(apply)).toEqual([
          'aws_ssm_parameter.bad create failed',
          'aws_ssm_parameter.first create done',
        ])
        expect(apply.failure?.cause).not.toBe('config')
        expect(apply.diagnostics[0]).toMatchObject({ address: 'aws_ssm_parameter.bad', file: 'main.tf' })
        expect(await isLocked('half')).toBe(false)
        expect(await applied(run, plan)).toMatchObject({ stale: true })
        await write(run.directory, { 'main.tf': source('half', parameter('first') + parameter('second')) })
        const next = await applied(run, await planned(run))
        expect(next.failure).toBeUndefined()
        expect(rows(next)).toEqual(['aws_ssm_parameter.second create done'])
        expect(Object.keys(next.outputs ?? {}).sort()).toEqual(['first', 'second'])
      }, 240_000)

      test('SIGINT in the middle: the state has what was done, the lock is free, and what was in flight is named', async () => {
        const run = await stack('interrupted', parameter('first') + vpc, ec2)
        const { planFile } = await planned(run)
        const running = await startApply(run, planFile, join(run.directory, '..'))
        await running.until('apply-start aws_vpc.this')
        await sleep(300)
        running.child.kill('SIGINT')
        const { code, result } = await running.end()
        expect(code).toBe(1)
        expect(result?.failure?.cause).toBe('cancelled')
        expect(result === undefined ? [] : rows(result)).toEqual([
          'aws_ssm_parameter.first create done',
          'aws_subnet.after create not-begun',
          'aws_vpc.this create failed',
        ])
        expect(await isLocked('interrupted')).toBe(false)
        const { raw } = await planned(run)
        expect(raw.resource_changes?.map(({ address, change }) => [address, change?.actions])).toEqual([
          ['aws_ssm_parameter.first', ['no-op']],
          ['aws_subnet.after', ['create']],
          ['aws_vpc.this', ['create']],
        ])
      }, 240_000)

      test('two at once: the second names the first as the holder; terraform killed: its lock is left, with its id and who', async () => {
        const run = await stack('killed', parameter('first') + vpc, ec2)
        const plan = await planned(run)
        const running = await startApply(run, plan.planFile, join(run.directory, '..'))
        await running.until('apply-start aws_vpc.this')
        const { ID: id, Who: who } = (await (await object('/killed/terraform.tfstate.tflock')).json()) as {
          ID: string
          Who: string
        }
        const other = await applied(run, plan)
        expect(other.failure).toMatchObject({
          cause: 'lock',
          lock: { id, who, operation: 'OperationTypeApply' },
        })
        expect(other.lockLeft).toBeUndefined()
        process.kill(await childOf(running.child.pid ?? 0), 'SIGKILL')
        const { result } = await running.end()
        expect(result?.lockLeft).toMatchObject({ id, who })
        expect(result?.failure?.cause).toBe('cancelled')
        expect(await isLocked('killed')).toBe(true)
        const next = await applied(run, plan)
        expect(next.failure).toMatchObject({ cause: 'lock', lock: { id, who } })
      }, 240_000)
    })
  })
})

/** The process that a process has started. */
async function childOf(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return Number(children.trim().split(' ')[0])
}
