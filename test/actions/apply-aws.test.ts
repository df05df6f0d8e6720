import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BUCKET, startAws, type AwsLab } from '../lab/aws-lab.ts'
import { makeStory, type Story } from '../lab/gitops-story.ts'
import { describeWith, testTool } from '../lab/tools.ts'
import { green, jobsOf, type Jobs, outputsOf, partsOf, until, WORKFLOW_FILE } from './apply-jobs.ts'

/** What was reviewed is what is applied, with the real AWS provider and the S3 backend with its lock, on moto. */
jest.setTimeout(120_000)

describeWith('moto-server', 'AWS', (motoServer) => {
  describeWith('aws-provider', 'the AWS provider', (mirror) => {
    describeWith('terraform-1.11.4', 'with Terraform 1.11.4', (terraform) => {
      let aws: AwsLab
      let story: Story
      let jobs: Jobs

      beforeAll(async () => {
        const archive = testTool('archive-provider')
        aws = await startAws(motoServer, terraform, {
          'registry.terraform.io/hashicorp/aws': mirror,
          ...(archive === undefined ? {} : { 'registry.terraform.io/hashicorp/archive': archive }),
        })
        story = await makeStory()
        jobs = jobsOf(story, aws.env)
        await story.push({ ...WORKFLOW_FILE, 'README.md': 'Orders\n' })
      })
      afterAll(async () => {
        const problems = [...story.lab.problems, ...story.results.problems]
        await story[Symbol.asyncDispose]()
        await aws[Symbol.asyncDispose]()
        expect(problems).toEqual([])
      })

      const source = (name: string, body: string): string => `${aws.backend(name)}
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}
${body}`
      const parameter = (name: string, value = 'v', more = ''): string =>
        `resource "aws_ssm_parameter" "${name.replace(/\W/g, '')}" {\n  name  = "${name}"\n  type  = "String"\n  value = "${value}"\n${more}}\n`
      const valueOf = async (name: string): Promise<unknown> => {
        const { Parameters: found } = await aws.call('ssm', 'AmazonSSM.GetParameters', { Names: [name] })
        return (found as { Value: string }[])[0]?.Value
      }

      test('AWS refuses one resource: what was done is in the state and told, and the next plan shows the rest', async () => {
        // A parameter may not be called so: nobody knows before it is made.
        const bad = parameter('/aws/ssm/no', 'v', '  depends_on = [aws_ssm_parameter.halffirst]\n')
        const after = parameter('/half/after', 'v', '  depends_on = [aws_ssm_parameter.awsssmno]\n')
        const pull = await story.open({
          'half/main.tf': source('half', parameter('/half/first') + bad + after),
        })
        green(await jobs.plan(pull, 'half'))
        const at = await story.merge([pull], 'rebase')
        const failed = await jobs.apply(at, 'half')
        expect(failed.code).toBe(1)
        expect(await partsOf(failed)).toEqual([expect.stringMatching(/^half failed (?!config|bug)/)])
        expect(failed.outputs).toMatchObject({ applied: 'false', add: '1', refused: '' })
        const [, comment = ''] = story.lab.bodies(pull.number)
        for (const text of [failed.summary, comment]) {
          expect(text).toMatch(/awsssmno.*failed/)
          expect(text).toMatch(/halfafter.*not begun/)
          expect(text).toMatch(/halffirst.*done/)
          expect(text).toContain('half/main.tf')
        }
        expect((await aws.state('half'))?.resources.map(({ name }) => name)).toEqual(['halffirst'])
        expect(await aws.lock('half')).toBeUndefined()

        // Running the job again is no way on: that plan was of a state that is no more.
        const again = await jobs.apply(at, 'half', { comment: 'off' })
        expect([again.code, await partsOf(again)]).toEqual([1, ['half failed stale']])
        expect(again.summary).toContain('awsssmno')

        const fixed = await story.open({
          'half/main.tf': source('half', parameter('/half/first') + parameter('/half/second')),
        })
        const planned = green(await jobs.plan(fixed, 'half'))
        expect(planned.outputs).toMatchObject({ add: '1', change: '0', destroy: '0' })
        const applied = green(await jobs.apply(await story.merge([fixed], 'squash'), 'half'))
        expect(applied.outputs).toMatchObject({ applied: 'true', add: '1' })
        expect(await valueOf('/half/second')).toBe('v')
      })

      describeWith('archive-provider', 'a function', () => {
        test('is made of the archive that was packed while planning, on a checkout that has none', async () => {
          const files = {
            '.gitignore': '*.zip\n.terraform*\n',
            'lambda/main.tf': source(
              'lambda',
              `data "archive_file" "code" {
  type        = "zip"
  source_dir  = "\${path.module}/src"
  output_path = "\${path.module}/build/code.zip"
}
resource "aws_s3_object" "code" {
  bucket      = "${BUCKET}"
  key         = "code/orders.zip"
  source      = data.archive_file.code.output_path
  source_hash = data.archive_file.code.output_base64sha256
}
output "hash" {
  value = data.archive_file.code.output_base64sha256
}
`,
            ),
            'lambda/src/index.js': 'exports.handler = async () => 1\n',
          }
          const pull = await story.open(files)
          const planned = green(await jobs.plan(pull, 'lambda'))
          const packed = await readFile(join(planned.workspace, 'lambda/build/code.zip'))
          const at = await story.merge([pull], 'squash')
          const applied = green(
            await jobs.apply(
              at,
              'lambda',
              {},
              {
                before: (workspace) => {
                  expect(existsSync(join(workspace, 'lambda/build'))).toBe(false)
                  return Promise.resolve()
                },
              },
            ),
          )
          const uploaded = await aws.object('code/orders.zip')
          expect(uploaded.equals(packed)).toBe(true)
          expect(applied.outputs).toMatchObject({ applied: 'true', add: '1' })
          // Nothing of it stays in the checkout.
          expect(existsSync(join(applied.workspace, 'lambda/build/code.zip'))).toBe(false)
        })
      })
    })
  })
})

describeWith('moto-server', 'the S3 backend', (motoServer) => {
  describeWith('terraform-1.11.4', 'with Terraform 1.11.4', (terraform) => {
    let aws: AwsLab
    let story: Story
    let jobs: Jobs
    beforeAll(async () => {
      aws = await startAws(motoServer, terraform)
      story = await makeStory()
      jobs = jobsOf(story, aws.env)
      await story.push({ ...WORKFLOW_FILE, 'README.md': 'Orders\n' })
    })
    afterAll(async () => {
      const problems = [...story.lab.problems, ...story.results.problems]
      await story[Symbol.asyncDispose]()
      await aws[Symbol.asyncDispose]()
      expect(problems).toEqual([])
    })
    const stack = (name: string, value: string, more = ''): string =>
      `${aws.backend(name)}resource "terraform_data" "this" {\n  input = "${value}"\n}\noutput "size" {\n  value = terraform_data.this.output\n}\n${more}`

    test('the plan of a pull request is applied after the merge; once the state is another, it is stale', async () => {
      const first = await story.open({ 'orders/main.tf': stack('orders', 'small') })
      green(await jobs.plan(first, 'orders'))
      const at = await story.merge([first], 'squash')
      const applied = green(await jobs.apply(at, 'orders'))
      expect(applied.outputs).toMatchObject({ applied: 'true', add: '1', refused: '' })
      expect(await partsOf(applied)).toEqual(['orders changed'])
      expect(await outputsOf(applied, 'orders')).toEqual({ size: 'small' })
      expect((await aws.state('orders'))?.outputs['size']?.value).toBe('small')
      expect(await aws.lock('orders')).toBeUndefined()

      const second = await story.open({ 'orders/main.tf': stack('orders', 'large') })
      green(await jobs.plan(second, 'orders'))
      const then = await story.merge([second], 'merge')
      // Somebody else applies something by hand.
      const folder = await mkdtemp(join(story.states, 'by-hand-'))
      await writeFile(join(folder, 'main.tf'), stack('orders', 'medium'))
      for (const args of [
        ['init', '-input=false'],
        ['apply', '-auto-approve', '-input=false'],
      ])
        await promisify(execFile)(terraform, args, { cwd: folder, env: { HOME: folder, ...aws.env } })
      const stale = await jobs.apply(then, 'orders')
      expect([stale.code, await partsOf(stale)]).toEqual([1, ['orders failed stale']])
      expect(stale.outputs).toMatchObject({ applied: 'false', change: '0', refused: 'orders' })
      for (const value of ['small', 'medium', 'large']) expect(stale.summary).toContain(value)
      expect(stale.summary).toMatch(/It was made of serial \d+ \(lineage `?[0-9a-f-]{36}`?\)/)
      expect((await aws.state('orders'))?.outputs['size']?.value).toBe('medium')
      expect(await aws.lock('orders')).toBeUndefined()
    })

    test('other code is merged than was planned; another stack changes an output after the plan', async () => {
      const first = await story.open({ 'code/main.tf': stack('code', 'small') })
      green(await jobs.plan(first, 'code'))
      const { before } = await story.merge([first], 'squash')
      const after = await story.push({ 'code/more.tf': 'resource "terraform_data" "more" {}\n' })
      await story.tellCommits(before, after)
      const other = await jobs.apply({ before, after }, 'code', { comment: 'off' })
      expect([other.code, await partsOf(other)]).toEqual([1, ['code failed inputs']])
      expect(await aws.state('code')).toBeUndefined()

      const start = { before: story.main(), after: story.main() }
      const reader = (word: string): string => {
        const body = aws.backend('base').replace(/^terraform \{\s*backend "s3" \{|\}\s*\}\s*$/g, '')
        return `data "terraform_remote_state" "base" {\n  backend = "s3"\n  config = {\n${body.replace(/^.*use_lockfile.*$/m, '')}\n  }\n}\n${stack('reader', `${word} \${data.terraform_remote_state.base.outputs.size}`)}`
      }
      await story.push({ 'base/main.tf': stack('base', 'small'), 'reader/main.tf': reader('one') })
      const at = { before: start.after, after: story.main() }
      const direct = { mode: 'direct', 'i-accept-unreviewed': 'true', comment: 'off' }
      green(await jobs.apply(at, 'base\nreader', direct))
      const pull = await story.open({ 'reader/main.tf': reader('two') })
      green(await jobs.plan(pull, 'reader'))
      const folder = await mkdtemp(join(story.states, 'by-hand-'))
      await writeFile(join(folder, 'main.tf'), stack('base', 'large'))
      for (const args of [
        ['init', '-input=false'],
        ['apply', '-auto-approve', '-input=false'],
      ])
        await promisify(execFile)(terraform, args, { cwd: folder, env: { HOME: folder, ...aws.env } })
      const refused = await jobs.apply(await story.merge([pull], 'squash'), 'reader', { comment: 'off' })
      expect([refused.code, await partsOf(refused)]).toEqual([1, ['reader failed differs']])
      expect((await aws.state('reader'))?.outputs['size']?.value).toBe('one small')
    })

    test('two applies at once: the second one names who holds the lock, and the first one ends well', async () => {
      const door = join(story.states, 'door')
      const waits = `resource "terraform_data" "waits" {\n  provisioner "local-exec" {\n    command = "while [ ! -e '${door}' ]; do sleep 0.1; done"\n  }\n}\n`
      const pull = await story.open({ 'twice/main.tf': stack('twice', 'small', waits) })
      green(await jobs.plan(pull, 'twice'))
      const at = await story.merge([pull], 'squash')
      const first = jobs.apply(at, 'twice')
      await until(async () => (await aws.lock('twice')) !== undefined)
      const holder = await aws.lock('twice')
      const second = await jobs.apply(at, 'twice', { 'lock-timeout': '0s', comment: 'off' })
      await writeFile(door, '')
      green(await first)
      expect([second.code, await partsOf(second)]).toEqual([1, ['twice failed lock']])
      for (const fact of [holder?.ID ?? '-', holder?.Who ?? '-']) expect(second.summary).toContain(fact)
      expect(second.summary).toContain(`terraform force-unlock ${holder?.ID ?? '-'}`)
      expect(second.outputs).toMatchObject({ applied: 'false', add: '0' })
      expect((await aws.state('twice'))?.outputs['size']?.value).toBe('small')
      expect(await aws.lock('twice')).toBeUndefined()
    })
  })
})
