import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { awsEnvironment, startMoto, type Moto } from '../../scripts/lib/aws-plans.ts'
import { describeWith } from '../lab/tools.ts'
import { annotations, filesBelow, makeSite, type Site } from './support.ts'

/** The built action with the real AWS provider and the S3 backend, on moto. */

const BUCKET = 'lantern-state'
const KEY = 'orders/terraform.tfstate'
const OLD = 'example-only-not-a-secret-aws-old'
const NEW = 'example-only-not-a-secret-aws-new'

const source = (size: string): string => `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  backend "s3" {
    bucket         = "${BUCKET}"
    key            = "${KEY}"
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
}

variable "db_password" {
  type      = string
  sensitive = true
}

# Changed by hand, between two runs.
resource "aws_ssm_parameter" "size" {
  name        = "/orders/size"
  description = "${size}"
  type        = "String"
  value       = "orders"
}

# Hidden by the provider's schema.
resource "aws_secretsmanager_secret" "db" {
  name = "orders-db"
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({ user = "orders", password = var.db_password })
}

# Nothing marks this one: the password stands inside an address.
resource "aws_ssm_parameter" "url" {
  name           = "/orders/url"
  type           = "String"
  insecure_value = nonsensitive("postgres://orders:\${var.db_password}@db.internal/orders")
}
`

describeWith('moto-server', 'AWS', (motoServer) => {
  describeWith('aws-provider', 'the AWS provider', (mirror) => {
    describeWith('terraform-1.11.4', 'with Terraform 1.11.4', (terraform) => {
      let moto: Moto
      let site: Site
      let env: Record<string, string>

      async function aws(service: string, target: string, body: object): Promise<void> {
        const answer = await fetch(moto.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': target,
            authorization: `AWS4-HMAC-SHA256 Credential=example/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
          },
          body: JSON.stringify(body),
        })
        if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`)
      }

      const object = (key: string, init: RequestInit): Promise<Response> =>
        fetch(`${moto.url}/${BUCKET}${key}`, init)

      beforeAll(async () => {
        site = await makeSite({ terraform })
        moto = await startMoto(site.temp, motoServer)
        const config = join(site.home, 'cli.tfrc')
        await site.write({ 'orders/main.tf': source('small') })
        await writeFile(
          config,
          `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
        )
        env = { ...awsEnvironment(moto.url), TF_CLI_CONFIG_FILE: config, AWS_EC2_METADATA_DISABLED: 'true' }
        expect((await object('', { method: 'PUT' })).ok).toBe(true)
        const cwd = join(site.workspace, 'orders')
        const options = {
          cwd,
          env: { ...env, PATH: '/usr/bin:/bin', HOME: site.home, TF_VAR_db_password: OLD },
        }
        await promisify(execFile)(terraform, ['init', '-input=false'], options)
        await promisify(execFile)(terraform, ['apply', '-input=false', '-auto-approve'], options)
        // The provider writes `tags` as null at first and reads it back as {}: that is no change of anybody's.
        await promisify(execFile)(terraform, ['apply', '-refresh-only', '-auto-approve'], options)
      }, 60_000)

      afterAll(async () => {
        await moto.stop()
        await site[Symbol.asyncDispose]()
      })

      test('changes, what was changed outside, and the password nowhere', async () => {
        await aws('ssm', 'AmazonSSM.PutParameter', {
          Name: '/orders/size',
          Value: 'orders',
          Description: 'by hand',
          Type: 'String',
          Overwrite: true,
        })
        await site.write({ 'orders/main.tf': source('large') })
        const run = await site.run({
          inputs: { 'working-directory': 'orders' },
          env: { ...env, TF_VAR_db_password: NEW },
        })
        expect(run.log).not.toContain('::error')
        expect(run.code).toBe(0)
        expect(run.outputs).toMatchObject({ change: '2', replace: '1', add: '0', destroy: '0', drift: '1' })
        const comment = site.comment()
        expect(comment).toContain('1 changed outside')
        expect(comment).toContain('1 resource changed outside of Terraform')
        // The plan starts from what is there now, and says so apart from what somebody did to it.
        expect(comment).toContain('- description = "by hand"\n+ description = "large"')
        expect(comment).toContain('- description = "small"\n+ description = "by hand"')
        expect(comment).toMatch(/secret_string = \(sensitive value\)/)
        expect(comment).toContain('aws_ssm_parameter.url')
        const published = await site.published(run)
        for (const secret of [OLD, NEW, env['AWS_SECRET_ACCESS_KEY'] ?? '-']) {
          for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
            expect(published.includes(form) ? 'leaks' : 'clean').toBe('clean')
          }
        }
        const plans = Object.values(await filesBelow(site.temp, /^$/)).join('\n')
        expect(plans).toContain(NEW)
        await site.post(run)
        expect(Object.values(await filesBelow(site.temp, /^$/)).join('\n')).not.toContain(NEW)
      }, 60_000)

      test('a provider without credentials: cause auth, with the place of its block', async () => {
        const [head = ''] = source('small').split('\n  backend')
        await site.write({
          'probe/main.tf': `${head.trimEnd()}\n}\n\nprovider "aws" {\n  region = "eu-west-1"\n}\n\nresource "aws_sns_topic" "a" {}\n`,
        })
        const { TF_CLI_CONFIG_FILE = '', AWS_EC2_METADATA_DISABLED = '' } = env
        const run = await site.run({
          inputs: { 'working-directory': 'probe', checks: 'none', comment: 'off' },
          env: { TF_CLI_CONFIG_FILE, AWS_EC2_METADATA_DISABLED },
        })
        expect(run.code).toBe(1)
        expect(run.log).toContain('failed: probe: No valid credential sources found (auth)')
        expect(annotations(run.log)).toContain('error probe/main.tf:10 No valid credential sources found')
      }, 60_000)

      test('a lock that somebody holds in the bucket: cause lock, its id in the comment', async () => {
        const lock = {
          ID: '5f1c7b1e-2a5d-4c8e-9b1a-000000000001',
          Operation: 'OperationTypeApply',
          Info: '',
          Who: 'somebody@laptop',
          Version: '1.11.4',
          Created: '2026-01-01T00:00:00Z',
          Path: `${BUCKET}/${KEY}`,
        }
        expect((await object(`/${KEY}.tflock`, { method: 'PUT', body: JSON.stringify(lock) })).ok).toBe(true)
        const run = await site.run({
          inputs: { 'working-directory': 'orders', 'lock-timeout': '0s', checks: 'none' },
          env: { ...env, TF_VAR_db_password: NEW },
        })
        expect(run.code).toBe(1)
        const report = await readFile(run.outputs['report-file'] ?? '', 'utf8')
        expect(report).toContain('"cause":"lock"')
        expect(site.comment()).toContain(lock.ID)
        expect(site.comment()).toContain('somebody@laptop')
      }, 30_000)
    })
  })
})
