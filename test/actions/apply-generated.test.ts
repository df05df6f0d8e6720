import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { makeStory, PASSPHRASE, type RunOptions, type Story, type StoryRun } from '../lab/gitops-story.ts'
import { describeWith, testTool } from '../lab/tools.ts'

/** Files that are in no commit and that Terraform reads when it applies: what was reviewed says nothing of them. */
jest.setTimeout(120_000)

let story: Story
beforeEach(async () => {
  story = await makeStory()
})
afterEach(async () => {
  const problems = [...story.lab.problems, ...story.results.problems]
  await story[Symbol.asyncDispose]()
  expect(problems).toEqual([])
})

describeWith('terraform-1.11.4', 'a file that a step makes', (terraform) => {
  const env = { PATH: `${dirname(terraform)}:${process.env['PATH'] ?? ''}` }
  const SEAL = { 'plan-passphrase': PASSPHRASE, stack: 'infra/a' }
  const CONFIG = 'stacks:\n  - path: infra/a\n    generated: ["infra/a/gen/**"]\n'
  const applied = (): Promise<string> =>
    readFile(join(story.states, 'uploaded.txt'), 'utf8').catch(() => 'nothing')
  const code = (value: string): string =>
    [
      `terraform {\n  backend "local" {\n    path = ${JSON.stringify(join(story.states, 'a.tfstate'))}\n  }\n}`,
      `resource "terraform_data" "this" {\n  triggers_replace = ${JSON.stringify(value)}`,
      `  provisioner "local-exec" {`,
      `    command = "cp \${path.module}/gen/out.json ${join(story.states, 'uploaded.txt')}"\n  }\n}\n`,
    ].join('\n')
  const making = (text: string | undefined): RunOptions => ({
    env,
    before: async (workspace) => {
      if (text === undefined) return
      await mkdir(join(workspace, 'infra/a/gen'), { recursive: true })
      await writeFile(join(workspace, 'infra/a/gen/out.json'), text)
    },
  })

  /** Plans a change with one file there, and applies it with another. */
  async function merged(
    files: Record<string, string>,
    planned: string,
    found: string | undefined,
  ): Promise<{ readonly plan: StoryRun; readonly apply: StoryRun }> {
    await story.push({
      '.github/workflows/gitops.yml': 'on: [pull_request, push]\n',
      'infra/a/main.tf': code('one'),
      ...files,
    })
    const pull = await story.open({ 'infra/a/main.tf': code('two') })
    const plan = await story.run('terraform-plan-comment', pull, SEAL, making(planned))
    const at = await story.merge([pull], 'squash')
    const apply = await story.onMain('terraform-apply', at, { ...SEAL, 'base-sha': at.before }, making(found))
    return { plan, apply }
  }

  test('and that Git ignores makes the plan one of no commit', async () => {
    const { plan, apply } = await merged({ '.gitignore': 'gen/\n' }, 'reviewed', 'other')
    expect([plan.code, plan.log]).toEqual([
      0,
      expect.stringContaining('not as they are committed: infra/a/gen/out.json.'),
    ])
    expect([apply.code, await applied()]).toEqual([1, 'nothing'])
  })

  test.each([
    ['is put back where it is missing', undefined, 0, 'reviewed'],
    ['may be there as it was', 'reviewed', 0, 'reviewed'],
    ['is refused with other contents', 'other', 1, 'nothing'],
  ])('and that is named as generated goes with the plan: it %s', async (_, found, exit, result) => {
    const files = { '.gitignore': 'gen/\n', '.github/gitops.yml': CONFIG }
    const { plan, apply } = await merged(files, 'reviewed', found)
    expect([plan.code, plan.outputs['plan-artifact']]).toEqual([0, expect.stringMatching(/^plan-/)])
    expect(plan.log).not.toContain('not as they are committed')
    if (apply.code !== exit) throw new Error(apply.log)
    expect(await applied()).toBe(result)
    if (exit === 1) expect(apply.log).toContain('"infra/a/gen/out.json" is here with other contents')
  })
})

describeWith('archive-provider', 'an archive that planning makes', (mirror) => {
  const terraform = testTool('terraform-1.11.4')
  const SEAL = { 'plan-passphrase': PASSPHRASE, stack: 'infra/a' }

  test('is no file of an earlier step, also where one was left behind', async () => {
    const config = join(story.states, 'cli.tfrc')
    await writeFile(
      config,
      `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
    )
    const env = {
      PATH: `${dirname(terraform ?? '')}:${process.env['PATH'] ?? ''}`,
      TF_CLI_CONFIG_FILE: config,
    }
    const code = (value: string): string => `
terraform {
  backend "local" {
    path = ${JSON.stringify(join(story.states, 'a.tfstate'))}
  }
}
data "archive_file" "code" {
  type        = "zip"
  source_file = "\${path.module}/index.js"
  output_path = "\${path.module}/build/code.zip"
}
resource "terraform_data" "this" {
  triggers_replace = ["${value}", data.archive_file.code.output_base64sha256]
  provisioner "local-exec" {
    command = "cp \${data.archive_file.code.output_path} ${join(story.states, 'uploaded.zip')}"
  }
}
`
    await story.push({
      '.github/workflows/gitops.yml': 'on: [pull_request, push]\n',
      '.gitignore': '*.zip\n',
      'infra/a/index.js': 'exports.handler = 1\n',
      'infra/a/main.tf': code('one'),
    })
    const pull = await story.open({ 'infra/a/main.tf': code('two') })
    const plan = await story.run('terraform-plan-comment', pull, SEAL, {
      env,
      before: async (workspace) => {
        await mkdir(join(workspace, 'infra/a/build'))
        await writeFile(join(workspace, 'infra/a/build/code.zip'), 'of another day')
      },
    })
    expect([plan.code, plan.outputs['plan-artifact']]).toEqual([0, expect.stringMatching(/^plan-/)])
    expect(plan.log).not.toContain('not as they are committed')
    const at = await story.merge([pull], 'squash')
    const apply = await story.onMain('terraform-apply', at, { ...SEAL, 'base-sha': at.before }, { env })
    if (apply.code !== 0) throw new Error(apply.log)
    const zip = await readFile(join(story.states, 'uploaded.zip'))
    expect(zip.subarray(0, 2).toString()).toBe('PK')
  })
})
