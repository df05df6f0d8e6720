import { describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { pullRequestEvent } from '../lab/action-run.ts'
import type { GitHubOptions } from '../lab/github/server.ts'
import { startServer } from '../lab/mirror.ts'
import { describeWith } from '../lab/tools.ts'
import { holdLock, must, stackIn, startRegistry } from '../terraform/support.ts'
import { annotations, makeSite, PULL, type Site } from './support.ts'

/** The built action with the real tools, when the plan cannot be made: why, in the words of the report, and never green. */

const inputs = { 'working-directory': 'infra', 'lock-timeout': '0s' }

/** No metadata service of the machine, no credentials, and an S3 that nobody is behind. */
const NO_AWS = { AWS_EC2_METADATA_DISABLED: 'true' }

const s3 = (code: string): string => `terraform {
  backend "s3" {
    bucket = "lantern-state"
    key    = "infra.tfstate"
    region = "eu-west-1"
  }
}

${code}`

const stack = 'resource "terraform_data" "a" {\n  input = "one"\n}\n'

/** What `report-file` says of the only stack. */
async function verdict(run: { outputs: Readonly<Record<string, string>> }): Promise<unknown> {
  const report = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8')) as {
    parts: { verdict: unknown }[]
  }
  return report.parts[0]?.verdict
}

/** The words of the caution at the top, as a reader sees them. */
const caution = (markdown: string): string =>
  (/> \[!CAUTION\]\n> (.*)/.exec(markdown)?.[1] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/`/g, '')

describeWith('terraform-1.11.4', 'a state lock that another process holds', (path) => {
  const binary: TerraformBinary = { tool: 'terraform', path, version: '1.11.4', reason: 'test' }

  test('cause lock, red; its holder is named in the comment; free again: green', async () => {
    await using site = await makeSite({ terraform: path })
    await site.write({ 'infra/main.tf': stack })
    const infra = stackIn(join(site.workspace, 'infra'), binary)
    await must(infra, 'init')
    let id: string
    {
      await using holder = await holdLock(infra)
      id = holder.id
      const run = await site.run({ inputs })
      expect(run.code).toBe(1)
      expect(run.outputs).toMatchObject({ 'exit-code': '1', changed: '', 'plan-path': '' })
      expect(await verdict(run)).toMatchObject({ kind: 'failed', cause: 'lock' })
      const comment = site.comment()
      expect(caution(comment)).toContain('**plan failed** (lock): Error acquiring the state lock')
      expect(caution(comment)).toContain('force-unlock ID')
      expect(comment).toContain(`| id | \`${id}\` |`)
      expect(comment).toMatch(/\| held by \| `[^`]+@[^`]+` \|/)
      expect(comment).toContain('| for | `OperationTypeApply` |')
      expect(run.summary).toContain(id)
    }
    const free = await site.run({ inputs })
    expect(free.code).toBe(0)
    expect(site.comment()).not.toContain(id)
  }, 20_000)

  test('a lock that is given back in time is waited for', async () => {
    await using site = await makeSite({ terraform: path })
    await site.write({ 'infra/main.tf': stack })
    const infra = stackIn(join(site.workspace, 'infra'), binary)
    await must(infra, 'init')
    const holder = await holdLock(infra)
    const release = setTimeout(() => void holder[Symbol.asyncDispose](), 1500)
    try {
      const run = await site.run({ inputs: { ...inputs, 'lock-timeout': '20s' } })
      expect(run.code).toBe(0)
      expect(run.outputs['exit-code']).toBe('2')
    } finally {
      clearTimeout(release)
      await holder[Symbol.asyncDispose]()
    }
  }, 30_000)
})

describeWith('terraform-1.11.4', 'credentials that are not there', (path) => {
  const fork = pullRequestEvent({ fork: true })
  const readOnly: GitHubOptions = {
    tokens: {
      ghs_lab: {
        login: 'github-actions[bot]',
        type: 'Bot',
        permissions: { contents: 'read', 'pull-requests': 'read' },
      },
    },
  }

  test('cause auth, red, and what to do', async () => {
    await using site = await makeSite({ terraform: path })
    await site.write({ 'infra/main.tf': s3(stack) })
    const run = await site.run({ inputs, env: NO_AWS })
    expect(run.code).toBe(1)
    expect(await verdict(run)).toEqual({
      kind: 'failed',
      cause: 'auth',
      reason: 'No valid credential sources found',
    })
    // Whole: nothing of our own advice may look like a secret to the redactor.
    expect(caution(site.comment())).toBe(
      '**init failed** (auth): No valid credential sources found. No usable AWS credentials: sign in before this step (aws-actions/configure-aws-credentials with OIDC needs the right to write id-token).',
    )
    expect(annotations(run.log)).toEqual(['error No valid credential sources found'])
    expect(run.outputs['exit-code']).toBe('1')
  }, 20_000)

  test('on a fork: red with the cause policy, told in the summary, no comment', async () => {
    await using site = await makeSite({ terraform: path }, readOnly)
    await site.write({ 'infra/main.tf': s3(stack) })
    const run = await site.run({ inputs, env: NO_AWS, event: fork })
    expect(run.code).toBe(1)
    expect(await verdict(run)).toMatchObject({ kind: 'failed', cause: 'policy' })
    expect(run.log).toContain('failed: infra: a fork’s pull request has no credentials (policy)')
    expect(run.summary).toContain('**not planned**')
    expect(site.lab.bodies(PULL)).toEqual([])
  }, 20_000)

  test('… green with fork-policy: notice, with a notice and no error', async () => {
    await using site = await makeSite({ terraform: path }, readOnly)
    await site.write({ 'infra/main.tf': s3(stack) })
    const notice = { ...inputs, 'fork-policy': 'notice' }
    const run = await site.run({ inputs: notice, env: NO_AWS, event: fork })
    expect(run.code).toBe(0)
    expect(annotations(run.log)).toContain(
      "notice infra was not planned: a fork's pull request has no credentials (fork-policy: notice).",
    )
    expect(run.log).not.toContain('::error')
    expect(run.summary).toContain('**not planned**')
    expect(run.outputs).toMatchObject({ changed: '', 'plan-path': '' })
    // Anybody else's missing credentials stay red.
    const own = await site.run({ inputs: notice, env: NO_AWS })
    expect(own.code).toBe(1)
  }, 20_000)

  test('… and red all the same when validate, which needs none, finds the code to be wrong', async () => {
    await using site = await makeSite({ terraform: path }, readOnly)
    await site.write({ 'infra/main.tf': s3('output "a" {\n  value = terraform_data.gone.output\n}\n') })
    const run = await site.run({ inputs: { ...inputs, 'fork-policy': 'notice' }, env: NO_AWS, event: fork })
    expect(run.code).toBe(1)
    expect(annotations(run.log)).toContain('error infra/main.tf:10 Reference to undeclared resource')
    expect(run.log).toContain('failed: infra: Reference to undeclared resource (config)')
  }, 20_000)
})

const TOOLS = [
  ['terraform-1.11.4', 'terraform'],
  ['terraform-1.5.7', 'terraform'],
  ['tofu-1.12.6', 'tofu'],
] as const

for (const [name, program] of TOOLS) {
  describeWith(name, name, (path) => {
    test('a cloud block without a token: cause auth, and which variable holds it', async () => {
      await using site = await makeSite({ [program]: path })
      await using registry = await startRegistry(() => 500)
      const cloud = `terraform {
  cloud {
    hostname     = "app.terraform.io"
    organization = "acme"
    workspaces {
      name = "x"
    }
  }
}
`
      await site.write({ 'infra/main.tf': cloud + stack, 'cli.tfrc': registry.config })
      const run = await site.run({ inputs, env: { TF_CLI_CONFIG_FILE: join(site.workspace, 'cli.tfrc') } })
      expect(run.code).toBe(1)
      expect(await verdict(run)).toMatchObject({ kind: 'failed', cause: 'auth' })
      expect(caution(site.comment())).toContain('TF_TOKEN_app_terraform_io')
    }, 20_000)

    test('a plan that fails half way shows what it got to, is red, and hands no plan on', async () => {
      await using site = await makeSite({ [program]: path })
      await site.write({
        'infra/main.tf': `${stack}
resource "terraform_data" "b" {
  input = "two"

  lifecycle {
    precondition {
      condition     = terraform_data.a.input == "another"
      error_message = "Never holds."
    }
  }
}
`,
      })
      const run = await site.run({ inputs })
      expect(run.code).toBe(1)
      // What it got to is a change already; nothing of it may be applied.
      expect(run.outputs).toMatchObject({ 'exit-code': '1', changed: 'true', 'plan-path': '' })
      expect(annotations(run.log)).toEqual(['error infra/main.tf:10 Resource precondition failed'])
      const comment = site.comment()
      expect(comment).toContain('**plan failed**')
      expect(comment).toContain('Never holds.')
      expect(comment).toContain('The plan failed half way')
      expect(comment).toMatch(/\| 🟢\screate \| `terraform_data\.a` \|/u)
      expect(comment).not.toContain('another plan will have more to do')
    }, 20_000)
  })
}

describeWith('terraform-1.11.4', 'a provider registry in trouble', (path) => {
  const provider = `terraform {
  required_providers {
    nope = {
      source = "nobody/nope"
    }
  }
}

provider "nope" {}
`
  const runWith = async (site: Site, config: string): Promise<Awaited<ReturnType<Site['run']>>> => {
    await site.write({ 'infra/main.tf': provider, 'cli.tfrc': config })
    return site.run({
      inputs: { ...inputs, checks: 'none' },
      env: { TF_CLI_CONFIG_FILE: join(site.workspace, 'cli.tfrc') },
    })
  }

  test('503, then an answer: asked again, told in the log, and the answer counts', async () => {
    await using site = await makeSite({ terraform: path })
    // Each run of the tool asks twice.
    await using registry = await startRegistry((request) => (request <= 2 ? 503 : 404))
    const run = await runWith(site, registry.config)
    expect(run.log).toContain('a registry or download did not answer: try 2 in 2 s')
    expect(run.log).not.toContain('try 3')
    expect(run.code).toBe(1)
    expect(await verdict(run)).toMatchObject({ kind: 'failed', cause: 'init' })
    expect(site.comment()).toContain('does not have a provider named')
  }, 20_000)

  test('503, then all is well: planned, green', async () => {
    await using site = await makeSite({ terraform: path })
    const asked: string[] = []
    const module = zipSync({ 'main.tf': new TextEncoder().encode(stack) })
    await using registry = await startServer((request, response) => {
      asked.push(request.url ?? '')
      const answers: Readonly<Record<string, string | Uint8Array>> = {
        '/v1/modules/nobody/x/null/versions': '{"modules":[{"versions":[{"version":"1.0.0"}]}]}',
        '/v1/modules/nobody/x/null/1.0.0/download': '',
        '/m.zip': module,
      }
      const answer = answers[request.url ?? '']
      if (asked.length <= 2) response.writeHead(503).end('no')
      else if (answer === undefined) response.writeHead(404).end('no')
      else if (answer === '') response.writeHead(204, { 'x-terraform-get': `${registry.url}/m.zip` }).end()
      else response.writeHead(200).end(answer)
    })
    await site.write({
      'infra/main.tf': 'module "m" {\n  source = "nobody/x/null"\n}\n',
      'cli.tfrc': `host "registry.terraform.io" {\n  services = { "modules.v1" = "${registry.url}/v1/modules/" }\n}\n`,
    })
    const run = await site.run({ inputs, env: { TF_CLI_CONFIG_FILE: join(site.workspace, 'cli.tfrc') } })
    expect(run.log).toContain('a registry or download did not answer: try 2 in 2 s')
    expect(run.log).not.toContain('::error')
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ add: '1', 'exit-code': '2' })
    expect(site.comment()).toContain('module.m.terraform_data.a')
  }, 20_000)

  test.each([401, 404])(
    '%i is an answer: not asked again',
    async (status) => {
      await using site = await makeSite({ terraform: path })
      await using registry = await startRegistry(() => status)
      const run = await runWith(site, registry.config)
      expect(run.code).toBe(1)
      expect(run.log).not.toContain('try 2')
      expect(await verdict(run)).toMatchObject({ kind: 'failed', cause: status === 401 ? 'auth' : 'init' })
    },
    20_000,
  )
})

describeWith('terraform-1.11.4', 'a folder that is no stack', (path) => {
  test.each([
    ['infr', 'the working directory does not exist'],
    ['docs', 'the working directory holds no .tf files'],
    ['infra/main.tf', 'the working directory is not a directory'],
    ['.', 'the working directory holds no .tf files'],
  ])('%s: %s', async (directory, words) => {
    await using site = await makeSite({ terraform: path })
    await site.write({ 'infra/main.tf': stack, 'docs/README.md': 'text' })
    const run = await site.run({ inputs: { 'working-directory': directory } })
    expect(run.code).toBe(1)
    expect(annotations(run.log)).toEqual([`error ${words}`])
    expect(run.log).toContain(`failed: ${directory}: ${words} (config)`)
    expect(site.comment()).toContain('working-directory')
    // The reader knows the repository, not where the runner keeps it.
    for (const text of [run.log, run.summary, site.comment()]) expect(text).not.toContain(site.workspace)
  })

  test('one stack of several that cannot be planned does not hide the others, nor they it', async () => {
    await using site = await makeSite({ terraform: path })
    await site.write({
      'one/main.tf': `terraform {\n  backend "local" {}\n}\n${stack}`,
      'two/main.tf': `terraform {\n  backend "local" {}\n}\nresource "terraform_data" "b" {\n  inputt = 1\n}\n`,
    })
    const run = await site.run({ inputs: { stack: 'one\ntwo' } })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ add: '1', changed: 'true', 'exit-code': '1' })
    expect(run.outputs['plan-path']).toMatch(/^\/\S+\n$/)
    expect(annotations(run.log)).toEqual(['error two/main.tf:5 Unsupported argument'])
    const comment = site.comment()
    expect(comment).toContain('**1 of 2 stacks failed**, **1 to change**')
    expect(comment).toMatch(/\| ❌ \| `two` \|/)
    expect(comment).toMatch(/\| 📝 \| `one` \| \*\*1 to add\*\*/)
    expect(site.lab.bodies(PULL)).toHaveLength(1)
  }, 20_000)
})

describe('the repository', () => {
  test('a part that fails is never called ok in the report', async () => {
    await using site = await makeSite()
    const run = await site.run({ inputs: { 'working-directory': 'nowhere' } })
    expect(await verdict(run)).toMatchObject({ kind: 'failed', cause: 'config' })
  })
})
