import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { awsEnvironment, startMoto } from '../../../scripts/lib/aws-plans.ts'
import type { Moto } from '../../../scripts/lib/aws-plans.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import { comparePlans } from '../../../src/terraform/review/compare-plans.ts'
import type { ReviewDifference } from '../../../src/terraform/review/reviewed-plan.ts'
import type { RawPlan } from '../../../src/terraform/plan/raw.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import { describeWith } from '../../lab/tools.ts'
import { must, scratch, stackIn, write } from '../support.ts'
import { differ, recordOf } from './support.ts'

interface Settings {
  /** Ports, in the order of the blocks. */
  readonly ports: readonly number[]
  readonly size: string
  readonly password: string
  /** A change of this replaces the role. */
  readonly role: string
}

const code = ({ ports, size, password, role }: Settings): string => `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
provider "aws" {
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  s3_use_path_style           = true
}
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
  tags       = { Name = "lantern" }
}
resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
${ports
  .map(
    (port) =>
      `  ingress {\n    from_port   = ${port}\n    to_port     = ${port}\n    protocol    = "tcp"\n    cidr_blocks = ["10.0.0.0/8"]\n  }`,
  )
  .join('\n')}
}
resource "aws_ssm_parameter" "password" {
  name  = "/lantern/password"
  type  = "SecureString"
  value = "${password}"
}
resource "aws_iam_role" "task" {
  name               = "${role}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
  tags = { size = "${size}" }
}
resource "aws_s3_bucket" "pictures" {
  bucket = "lantern-pictures"
  tags   = { size = "${size}" }
}
`

const small: Settings = { ports: [80, 443], size: 'small', password: 'hunter2-first', role: 'lantern-task' }
const large: Settings = {
  ports: [443, 8443, 9443],
  size: 'large',
  password: 'hunter2-second',
  role: 'lantern-task',
}

describeWith('moto-server', 'the AWS provider on moto', (motoServer) => {
  describeWith('aws-provider', 'with its mirror', (mirror) => {
    describeWith('terraform-1.11.4', 'and Terraform', (terraform) => {
      let moto: Moto
      let folder: Awaited<ReturnType<typeof scratch>>
      let stack: StackRun

      beforeAll(async () => {
        folder = await scratch()
        moto = await startMoto(folder.path, motoServer)
        const config = join(folder.path, 'cli.tfrc')
        await writeFile(
          config,
          `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
        )
        const binary = {
          tool: 'terraform',
          path: terraform,
          version: '1.11.4',
          reason: 'the tests found it',
        } as const
        stack = stackIn(join(folder.path, 'stack'), binary, {
          env: { ...awsEnvironment(moto.url), TF_CLI_CONFIG_FILE: config, AWS_EC2_METADATA_DISABLED: 'true' },
        })
        await write(stack.directory, { 'main.tf': code(small) })
        await must(stack, 'init', '-input=false', '-no-color')
        await must(stack, 'apply', '-input=false', '-no-color', '-auto-approve')
      }, 120_000)

      afterAll(async () => {
        await moto.stop()
        await rm(folder.path, { recursive: true, force: true })
      })

      const planned = async (settings: Settings, ...args: string[]): Promise<RawPlan> => {
        await write(stack.directory, { 'main.tf': code(settings) })
        await must(stack, 'plan', '-input=false', '-no-color', '-out=plan', ...args)
        return parsePlanJson(await must(stack, 'show', '-json', 'plan'))
      }

      const words = (found: readonly ReviewDifference[]): unknown[] =>
        found.map(({ kind, address, attributes }) => [kind, address, attributes])

      test('planned again: the same, in whatever order the blocks of a set are; one secret or rule more is seen', async () => {
        const first = await planned(large)
        expect(recordOf(first).changes.map(({ address, actions }) => [address, ...actions])).toEqual([
          ['aws_iam_role.task', 'update'],
          ['aws_s3_bucket.pictures', 'update'],
          ['aws_security_group.web', 'update'],
          ['aws_ssm_parameter.password', 'update'],
        ])
        expect(JSON.stringify(recordOf(first))).not.toContain('hunter2')
        expect(differ(first, await planned(large))).toEqual([])
        expect(differ(first, await planned({ ...large, ports: [9443, 443, 8443] }))).toEqual([])
        const ports = await planned({ ...large, ports: [443, 8443, 22] })
        expect(words(differ(first, ports))).toMatchObject([
          ['values', 'aws_security_group.web', expect.anything()],
        ])
        const secret = differ(first, await planned({ ...large, password: 'hunter2-third' }))
        expect(words(secret)).toEqual([['values', 'aws_ssm_parameter.password', ['value']]])
        expect(JSON.stringify(secret)).not.toContain('hunter2')
      }, 120_000)

      test('a replacement', async () => {
        const settings = { ...large, role: 'lantern-other' }
        const replaced = await planned(settings)
        expect(differ(replaced, await planned(settings))).toEqual([])
        expect(differ(await planned(large), replaced).map(({ kind, destroys }) => [kind, destroys])).toEqual([
          ['actions', true],
        ])
      }, 120_000)

      test('changed outside since: noise where nothing is planned, a difference where something is', async () => {
        const update = { ...small, size: 'large' }
        const reviewed = {
          update: recordOf(await planned(update)),
          destroy: recordOf(await planned(small, '-destroy')),
        }
        expect(comparePlans(reviewed.destroy, await planned(small, '-destroy'))).toEqual([])
        // Nobody manages the versioning here: an update leaves it as it is.
        await outside(
          'versioning',
          '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>',
        )
        const noise = await planned(update)
        const bucket = noise.resource_changes?.find(({ address }) => address === 'aws_s3_bucket.pictures')
        expect(bucket?.change?.before).toMatchObject({ versioning: [{ enabled: true }] })
        expect(comparePlans(reviewed.update, noise)).toEqual([])
        // But what is destroyed is not what was reviewed.
        expect(words(comparePlans(reviewed.destroy, await planned(small, '-destroy')))).toEqual([
          ['values', 'aws_s3_bucket.pictures', ['versioning[0].enabled']],
        ])
        // And here what is changed is not.
        await outside(
          'tagging',
          '<Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet><Tag><Key>size</Key><Value>odd</Value></Tag></TagSet></Tagging>',
        )
        expect(words(comparePlans(reviewed.update, await planned(update)))).toEqual([
          ['values', 'aws_s3_bucket.pictures', ['tags.size', 'tags_all.size']],
        ])
      }, 120_000)

      /** Moto looks at the service in the signature, and at nothing else of it. */
      const outside = async (setting: string, body: string): Promise<void> => {
        const scope = 'example/20250101/eu-west-1/s3/aws4_request'
        const answer = await fetch(`${moto.url}/lantern-pictures?${setting}`, {
          method: 'PUT',
          body,
          headers: {
            authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
          },
        })
        expect([answer.ok, await answer.text()]).toEqual([true, ''])
      }
    })
  })
})
